//! Everything that can reach the loop, in one closed list: keys, the room, time, signals. Who sends each is said here; what
//! each does is `update`'s.

use std::sync::Arc;

use super::input::Input;
use super::review::reading::Read;
use super::screen::Target;
use super::style::Theme;
use crate::brief::Brief;
use crate::error::Error;
use crate::meeting::{Meeting, Record, Refusal};
use crate::text;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key or a paste; from the input's thread. While a command is not answered, the loop keeps these back, so that keys
    /// typed ahead act on what they were typed for.
    Input(Input),
    /// What the mouse was pressed on; from the loop, which knows what stands where. It is kept back as keys are.
    Pressed(Target),
    /// The meeting or its safety has changed, whoever changed it; from the room. The loop takes the latest.
    Published,
    /// What became of the command or request that was sent; from the room, or from the loop itself.
    Answered(Answer),
    /// Something of the archive was read; from the threads of a review.
    Read(Read),
    /// The brief of the meeting as it was a moment ago; from the thread that keeps it.
    Briefed(Arc<Brief>),
    /// A second has passed; from the loop itself.
    Tick,
    /// No key came for a while after the last; from the loop itself, where somebody waits for it.
    Rested,
    /// The terminal has another size; from the signals' thread.
    Resized,
    /// The program was stopped and goes on; from the signals' thread. Another program may have drawn since.
    Resumed,
    /// The terminal is gone: no key will ever come; from the input's thread.
    Gone,
}

/// What became of a command or request.
#[derive(Clone, Debug)]
pub enum Answer {
    /// It was obeyed; what it did is safe.
    Recorded(Recorded),
    /// The rules say no.
    Refused(Refusal),
    /// The world failed; nothing was changed, and nothing acknowledged is lost.
    Failed(Error),
    /// A request was granted, with what there is to say in a line.
    Told(Vec<text::Message>),
    /// A request was granted, with what there is to read.
    Shown(Vec<text::Message>),
    /// The screen looks like this from now on.
    Themed {
        /// How it looks.
        theme: Theme,
        /// What is to be told of it.
        told: Vec<text::Message>,
    },
}

/// A command that was obeyed, between the meeting it met and the meeting it made.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// What was recorded; nothing, where nothing needed to change.
    pub record: Option<Arc<Record>>,
    /// The meeting that the sender saw.
    pub before: Arc<Meeting>,
    /// The meeting right after it.
    pub after: Arc<Meeting>,
}
