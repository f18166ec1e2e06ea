//! Bytes from a terminal to keys and pastes. Pure: the same decoder serves the local terminal and a guest's channel.
//!
//! Our own, where crossterm has one, because a formal record hangs on it: there, an arrow key that a slow line splits after
//! `ESC` types `[A` into the line, a mouse report at 0;0 panics, and a terminal that is gone spins. It reads no clock: whoever
//! feeds it asks [`Decoder::patience`] how long to wait for the rest of a sequence, and then says [`Decoder::give_up`].

use std::time::Duration;

use ratatui::layout::Position;

/// A key with what was held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key; letters as they would type.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt (or Option, or Esc just before) was held.
    pub alt: bool,
    /// Shift was held; never set for characters, whose case already says so.
    pub shift: bool,
}

impl Key {
    /// The key alone.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The key with Control.
    #[must_use]
    pub const fn ctrl(code: Code) -> Self {
        Self {
            code,
            ctrl: true,
            alt: false,
            shift: false,
        }
    }

    /// The character that this key types, if it types one.
    #[must_use]
    pub const fn types(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// Which key it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// Enter, also of the number pad.
    Enter,
    /// Tab; Shift-Tab is this with shift.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Escape.
    Esc,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// One thing that came from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeated.
    Key(Key),
    /// A text was pasted, as it came: not cleaned yet.
    Paste(String),
    /// The mouse was pressed there; it need not be on the screen.
    Press(Position),
    /// The wheel was turned.
    Wheel(Wheel),
}

/// Which way the wheel was turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wheel {
    /// To what is above.
    Up,
    /// To what is below.
    Down,
}

/// Whose the mouse is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// The program's: the terminal reports presses and the wheel.
    #[default]
    On,
    /// The terminal's own, which selects text with it.
    Off,
}

/// Longest paste that is kept, in bytes; the rest of a longer one is dropped.
const PASTE_LIMIT: usize = 1 << 20;
/// Longest escape sequence; a longer one is noise and is dropped.
const SEQUENCE_LIMIT: usize = 64;
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";
/// How long the rest of an escape sequence may take; longer than a slow line's gap, shorter than a person's.
const SEQUENCE_PATIENCE: Duration = Duration::from_millis(60);
const PASTE_PATIENCE: Duration = Duration::from_secs(2);

/// Turns bytes into input, whatever pieces they come in.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// What the front of the pending bytes is.
enum Front {
    /// That many bytes mean this; `None` is nothing anybody wants.
    Whole(usize, Option<Input>),
    /// A bracketed paste begins after that many bytes.
    PasteBegins(usize),
    /// More bytes are needed to tell.
    Part,
}

impl Decoder {
    /// Takes more bytes and gives what is complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.pending.extend_from_slice(bytes);
        let mut inputs = Vec::new();
        loop {
            if self.paste.is_some() {
                match self.pasting() {
                    Some(text) => inputs.push(Input::Paste(text)),
                    None => return inputs,
                }
            }
            match front(&self.pending) {
                _ if self.pending.is_empty() => return inputs,
                Front::Whole(used, input) => {
                    self.pending.drain(..used);
                    inputs.extend(input);
                }
                Front::PasteBegins(used) => {
                    self.pending.drain(..used);
                    self.paste = Some(Vec::new());
                }
                Front::Part => return inputs,
            }
        }
    }

    /// How long to wait for the rest of what has begun; `None` when nothing has.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match (&self.paste, self.pending.is_empty()) {
            (Some(_), _) => Some(PASTE_PATIENCE),
            (None, false) => Some(SEQUENCE_PATIENCE),
            (None, true) => None,
        }
    }

    /// The rest did not come: what stands there is read as it stands.
    pub fn give_up(&mut self) -> Vec<Input> {
        if let Some(mut paste) = self.paste.take() {
            paste.append(&mut self.pending);
            return vec![Input::Paste(String::from_utf8_lossy(&paste).into_owned())];
        }
        let rest = std::mem::take(&mut self.pending);
        match rest.as_slice() {
            [0x1b] => vec![Input::Key(Key::plain(Code::Esc))],
            [0x1b, letter @ (b'[' | b'O')] => {
                vec![alt(Key::plain(Code::Char(char::from(*letter))))]
            }
            _ => Vec::new(),
        }
    }

    /// Moves pending bytes into the paste; the text when its end has come.
    fn pasting(&mut self) -> Option<String> {
        let paste = self.paste.as_mut()?;
        let end = self
            .pending
            .windows(PASTE_ENDS.len())
            .position(|window| window == PASTE_ENDS);
        // Without an end, what could be its beginning stays pending.
        let keep = end.unwrap_or_else(|| self.pending.len() - tail_of_end(&self.pending));
        let room = PASTE_LIMIT.saturating_sub(paste.len()).min(keep);
        paste.extend_from_slice(&self.pending[..room]);
        self.pending.drain(..keep);
        end?;
        self.pending.drain(..PASTE_ENDS.len());
        let bytes = self.paste.take()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// How many bytes at the end of `bytes` may be the beginning of a paste's end.
fn tail_of_end(bytes: &[u8]) -> usize {
    (1..PASTE_ENDS.len())
        .rev()
        .find(|&n| bytes.ends_with(&PASTE_ENDS[..n]))
        .unwrap_or(0)
}

fn front(bytes: &[u8]) -> Front {
    match bytes {
        [] | [0x1b] | [0x1b, b'O'] => Front::Part,
        [0x1b, b'[', rest @ ..] => sequence(rest),
        [0x1b, b'O', b'M', ..] => Front::Whole(3, Some(Input::Key(Key::plain(Code::Enter)))),
        [0x1b, b'O', letter, ..] => Front::Whole(3, letter_key(*letter, 1).map(Input::Key)),
        [0x1b, 0x1b, ..] => Front::Whole(1, Some(Input::Key(Key::plain(Code::Esc)))),
        [0x1b, rest @ ..] => match front(rest) {
            Front::Whole(used, Some(Input::Key(key))) => Front::Whole(used + 1, Some(alt(key))),
            Front::Whole(used, _) => Front::Whole(used + 1, None),
            other => other,
        },
        [byte @ (0..=0x1f | 0x7f), ..] => Front::Whole(1, Some(Input::Key(control_key(*byte)))),
        _ => character(bytes),
    }
}

fn alt(key: Key) -> Input {
    Input::Key(Key { alt: true, ..key })
}

fn control_key(byte: u8) -> Key {
    match byte {
        b'\r' | b'\n' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x08 | 0x7f => Key::plain(Code::Backspace),
        0x00 => Key::ctrl(Code::Char(' ')),
        0x1f => Key::ctrl(Code::Char('/')),
        0x1b => Key::plain(Code::Esc),
        0x1c..=0x1e => Key::ctrl(Code::Char(char::from(byte + 0x40))),
        _ => Key::ctrl(Code::Char(char::from(byte + 0x60))),
    }
}

/// One character of UTF-8; bytes that are none are dropped.
fn character(bytes: &[u8]) -> Front {
    let length = match bytes[0] {
        0..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Front::Whole(1, None),
    };
    let there = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(there) {
        Ok(text) => Front::Whole(
            length,
            text.chars()
                .next()
                .map(|c| Input::Key(Key::plain(Code::Char(c)))),
        ),
        Err(error) if error.error_len().is_none() && there.len() < length => Front::Part,
        Err(_) => Front::Whole(1, None),
    }
}

/// What follows `ESC [`: parameters, intermediates, a final byte.
fn sequence(rest: &[u8]) -> Front {
    const INTRODUCER: usize = 2;
    let Some(end) = rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if rest.len() > SEQUENCE_LIMIT {
            Front::Whole(INTRODUCER + rest.len(), None)
        } else {
            Front::Part
        };
    };
    let used = INTRODUCER + end + 1;
    if !(0x40..=0x7e).contains(&rest[end]) {
        // Not a sequence after all: what began is dropped, what broke it counts.
        return Front::Whole(INTRODUCER + end, None);
    }
    if rest[end] == b'M' && end == 0 {
        // An old mouse report: three more bytes, none of them a key.
        return if rest.len() < 4 {
            Front::Part
        } else {
            Front::Whole(used + 3, None)
        };
    }
    if rest[..=end] == PASTE_BEGINS[INTRODUCER..] {
        return Front::PasteBegins(used);
    }
    let input = match rest[..end].strip_prefix(b"<") {
        Some(report) => pointer(report, rest[end]),
        None => sequence_key(&rest[..end], rest[end]).map(Input::Key),
    };
    Front::Whole(used, input)
}

/// A mouse report (`CSI < button ; column ; row M`, counted from 1): what is pressed with the first button, and the wheel.
/// Everything else — releases, motion, places that cannot be — is nothing.
fn pointer(report: &[u8], last: u8) -> Option<Input> {
    /// Shift, Alt and Control change nothing.
    const HELD: u16 = 0b1_1100;
    let mut numbers = std::str::from_utf8(report).ok()?.split(';');
    let mut number = || numbers.next()?.parse::<u16>().ok();
    let (button, column, row) = (number()?, number()?, number()?);
    let at = Position {
        x: column.checked_sub(1)?,
        y: row.checked_sub(1)?,
    };
    match (button & !HELD, last) {
        (0, b'M') => Some(Input::Press(at)),
        (64, b'M') => Some(Input::Wheel(Wheel::Up)),
        (65, b'M') => Some(Input::Wheel(Wheel::Down)),
        _ => None,
    }
}

/// The key of a sequence, from its parameters and its final byte.
fn sequence_key(parameters: &[u8], last: u8) -> Option<Key> {
    let text = std::str::from_utf8(parameters).ok()?;
    if text.starts_with(['=', '>', '?']) {
        // An answer to a question nobody asked.
        return None;
    }
    let mut fields = text.split(';');
    let number = |field: Option<&str>| {
        field
            .and_then(|f| f.split(':').next())
            .and_then(|n| n.parse::<u32>().ok())
    };
    let first = number(fields.next());
    let second = fields.next();
    let held = number(second).unwrap_or(1);
    let released = second.and_then(|f| f.split(':').nth(1)) == Some("3");
    if released {
        return None;
    }
    match last {
        b'~' => Some(holding(Key::plain(tilde_code(first?)?), held)),
        b'u' => kitty_key(first?, held),
        _ => letter_key(last, held),
    }
}

fn letter_key(letter: u8, held: u32) -> Option<Key> {
    let code = match letter {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P'..=b'S' => Code::F(letter - b'P' + 1),
        b'Z' => {
            return Some(Key {
                shift: true,
                ..holding(Key::plain(Code::Tab), held)
            });
        }
        _ => return None,
    };
    Some(holding(Key::plain(code), held))
}

fn tilde_code(number: u32) -> Option<Code> {
    let function = |base: u32| u8::try_from(number - base).ok().map(Code::F);
    match number {
        1 | 7 => Some(Code::Home),
        2 => Some(Code::Insert),
        3 => Some(Code::Delete),
        4 | 8 => Some(Code::End),
        5 => Some(Code::PageUp),
        6 => Some(Code::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23 | 24 => function(12),
        _ => None,
    }
}

/// A key of the kitty protocol (`CSI code ; held u`).
fn kitty_key(number: u32, held: u32) -> Option<Key> {
    let code = match number {
        27 => Code::Esc,
        13 | 57414 => Code::Enter,
        9 => Code::Tab,
        127 => Code::Backspace,
        57399..=57408 => Code::Char(char::from_digit(number - 57399, 10)?),
        0..=31 | 57344..=63743 => return None,
        _ => Code::Char(char::from_u32(number)?),
    };
    Some(holding(Key::plain(code), held))
}

/// Adds what was held down, in the encoding of xterm and kitty: one more than shift 1, alt 2, control 4.
fn holding(key: Key, held: u32) -> Key {
    let bits = held.saturating_sub(1);
    let shift = bits & 1 != 0;
    let code = match key.code {
        Code::Char(c) if shift => Code::Char(c.to_uppercase().next().unwrap_or(c)),
        code => code,
    };
    let is_char = matches!(code, Code::Char(_));
    Key {
        code,
        shift: key.shift || (shift && !is_char),
        alt: bits & 2 != 0,
        ctrl: bits & 4 != 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(bytes: &[u8]) -> Vec<Input> {
        Decoder::default().feed(bytes)
    }

    fn key(code: Code) -> Input {
        Input::Key(Key::plain(code))
    }

    #[test]
    fn letters_of_any_script_type() {
        assert_eq!(
            keys("a好".as_bytes()),
            [key(Code::Char('a')), key(Code::Char('好'))]
        );
    }

    #[test]
    fn function_keys_arrive_in_every_dialect() {
        assert_eq!(
            keys(b"\x1b[15~\x1bOP\x1b[17~"),
            [key(Code::F(5)), key(Code::F(1)), key(Code::F(6))]
        );
        assert_eq!(
            keys(b"\x1b[20~\x1b[21~\x1b[24~"),
            [key(Code::F(9)), key(Code::F(10)), key(Code::F(12))]
        );
    }

    #[test]
    fn control_and_alt_are_told_in_old_and_new_ways() {
        let undo = Input::Key(Key::ctrl(Code::Char('/')));
        assert_eq!(keys(b"\x1f"), std::slice::from_ref(&undo));
        assert_eq!(keys(b"\x1b[47;5u"), [undo]);
        assert_eq!(
            keys(b"\x1b[1;3A"),
            [Input::Key(Key {
                alt: true,
                ..Key::plain(Code::Up)
            })]
        );
        assert_eq!(
            keys(b"\x1b[Z"),
            [Input::Key(Key {
                shift: true,
                ..Key::plain(Code::Tab)
            })]
        );
        assert_eq!(keys(b"\x1bx"), [alt(Key::plain(Code::Char('x')))]);
    }

    #[test]
    fn an_arrow_that_a_slow_line_splits_is_still_an_arrow() {
        let mut decoder = Decoder::default();
        assert!(decoder.feed(b"\x1b").is_empty());
        assert!(decoder.patience().is_some());
        assert!(decoder.feed(b"[").is_empty());
        assert_eq!(decoder.feed(b"A"), [key(Code::Up)]);
        assert!(decoder.patience().is_none());
    }

    #[test]
    fn escape_alone_is_escape_once_nothing_follows() {
        let mut decoder = Decoder::default();
        assert!(decoder.feed(b"\x1b").is_empty());
        assert_eq!(decoder.give_up(), [key(Code::Esc)]);
    }

    #[test]
    fn releases_old_mouse_reports_and_answers_are_no_keys() {
        assert!(keys(b"\x1b[97;1:3u\x1b[M\x00\x00\x00\x1b[I\x1b[?62;c").is_empty());
    }

    #[test]
    fn presses_and_the_wheel_are_told_with_their_place() {
        let press = |x, y| Input::Press(Position { x, y });
        assert_eq!(
            keys(b"\x1b[<0;1;1M\x1b[<0;1;1m\x1b[<0;120;36M\x1b[<16;3;4Mx"),
            [
                press(0, 0),
                press(119, 35),
                press(2, 3),
                key(Code::Char('x'))
            ]
        );
        assert_eq!(
            keys(b"\x1b[<64;5;5M\x1b[<65;5;5M"),
            [Input::Wheel(Wheel::Up), Input::Wheel(Wheel::Down)]
        );
        let mut decoder = Decoder::default();
        let mut all = Vec::new();
        for byte in b"\x1b[<0;10;2M" {
            all.extend(decoder.feed(&[*byte]));
        }
        assert_eq!(all, [press(9, 1)]);
    }

    #[test]
    fn mouse_reports_of_places_that_cannot_be_are_nothing() {
        for report in [
            "<0;0;0M",
            "<0;0;5M",
            "<0;99999;1M",
            "<0;1;99999999999999999999M",
            "<99999;1;1M",
            "<-1;1;1M",
            "<;;M",
            "<M",
            "<0M",
            "<0;1M",
            "<35;4;4M",
            "<2;4;4M",
            "<0;4;4;4;4x",
        ] {
            let bytes = format!("\x1b[{report}a");
            assert_eq!(keys(bytes.as_bytes()), [key(Code::Char('a'))], "{report}");
        }
    }

    #[test]
    fn a_paste_comes_whole_whatever_pieces_it_comes_in() {
        let mut decoder = Decoder::default();
        let mut all = Vec::new();
        for byte in "\x1b[200~one\ntwo 三\x1b[201~x".bytes() {
            all.extend(decoder.feed(&[byte]));
        }
        assert_eq!(
            all,
            [Input::Paste("one\ntwo 三".to_owned()), key(Code::Char('x'))]
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_dropped() {
        assert_eq!(
            keys(b"\xff\xc0a\xe4\xb8b"),
            [key(Code::Char('a')), key(Code::Char('b'))]
        );
    }

    proptest! {
        #[test]
        fn any_bytes_in_any_pieces_are_read_to_the_end(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 1usize..20) {
            let mut decoder = Decoder::default();
            for piece in bytes.chunks(cut) {
                decoder.feed(piece);
            }
            decoder.give_up();
            prop_assert!(decoder.patience().is_none());
        }
    }
}
