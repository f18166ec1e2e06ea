//! The thread that reads the local terminal: bytes in, messages out. What bytes mean is `input`'s.

use std::io::{self, ErrorKind, PipeReader, PipeWriter};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::input::Decoder;
use super::message::Message;
use super::terminal::Tty;

/// Keeps the reading alive: when it is dropped, what is typed is for somebody else.
#[derive(Debug)]
pub struct Listening {
    _stop: PipeWriter,
}

/// Reads from now on.
///
/// # Errors
/// When the system gives no thread or pipe.
pub fn listen(tty: Arc<Tty>, to_loop: Sender<Message>) -> io::Result<Listening> {
    let (stop, keep) = io::pipe()?;
    thread::Builder::new()
        .name("keyboard".to_owned())
        .spawn(move || {
            let mut decoder = Decoder::default();
            while let Some(inputs) = read(&tty, &stop, &mut decoder) {
                for input in inputs {
                    if to_loop.send(Message::Input(input)).is_err() {
                        return;
                    }
                }
            }
            // The loop may have ended already.
            let _ = to_loop.send(Message::Gone);
        })?;
    Ok(Listening { _stop: keep })
}

/// Waits for the next bytes and reads them; `None` when the terminal is gone or nobody listens any more.
fn read(tty: &Tty, stop: &PipeReader, decoder: &mut Decoder) -> Option<Vec<super::input::Input>> {
    let mut ready = [
        PollFd::new(tty.input(), PollFlags::IN),
        PollFd::new(stop, PollFlags::IN),
    ];
    match poll(&mut ready, decoder.patience().map(timespec).as_ref()) {
        Ok(0) => return Some(decoder.give_up()),
        Ok(_) => {}
        Err(error) if io::Error::from(error).kind() == ErrorKind::Interrupted => {
            return Some(Vec::new());
        }
        Err(_) => return None,
    }
    if !ready[1].revents().is_empty() {
        return None;
    }
    let mut bytes = [0; 4096];
    match tty.read(&mut bytes) {
        Ok(0) => None,
        Ok(count) => Some(decoder.feed(&bytes[..count])),
        Err(error) if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {
            Some(Vec::new())
        }
        Err(_) => None,
    }
}

fn timespec(duration: Duration) -> Timespec {
    Timespec {
        tv_sec: duration.as_secs().try_into().unwrap_or(i64::MAX),
        tv_nsec: duration.subsec_nanos().into(),
    }
}
