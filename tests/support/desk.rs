//! One person at a screen: keys go in, what the loop is to do comes out. The meeting is the test's.

use tribune::meeting::contribution::Command as Contribution;
use tribune::meeting::{Author, Command, TurnId};
use tribune::phrase::Interpreter;
use tribune::tui::input::{Code, Input, Key};
use tribune::tui::message::{Answer, Message};
use tribune::tui::reading::Reading;
use tribune::tui::ui::Ui;
use tribune::tui::update::{Effect, Given, update};

use super::stage::Stage;

/// One person at a screen, in a meeting that only the test changes.
pub struct Desk {
    /// The meeting.
    pub stage: Stage,
    /// The screen.
    pub ui: Ui,
    interpreter: Interpreter,
    /// What the loop is to do.
    pub effects: Vec<Effect>,
}

impl Desk {
    pub fn at(stage: Stage) -> Self {
        Self {
            stage,
            ui: Ui::default(),
            interpreter: Interpreter::new(),
            effects: Vec::new(),
        }
    }

    pub fn take(&mut self, message: Message) {
        let author = Author::chair();
        let mut given = Given {
            meeting: &self.stage.meeting,
            now: self.stage.now,
            author: &author,
            interpreter: &mut self.interpreter,
        };
        self.effects
            .extend(update(&mut self.ui, &mut given, message));
    }

    /// Presses keys, the hands resting after each: words of key names in angle brackets, everything else letter by letter.
    pub fn press(mut self, keys: &str) -> Self {
        for key in typed(keys) {
            self.take(Message::Input(Input::Key(key)));
            self.take(Message::Rested);
        }
        self
    }

    /// The same in one go, the hands resting after the last key alone.
    pub fn write(mut self, keys: &str) -> Self {
        for key in typed(keys) {
            self.take(Message::Input(Input::Key(key)));
        }
        self.take(Message::Rested);
        self
    }

    pub fn paste(mut self, text: &str) -> Self {
        self.take(Message::Input(Input::Paste(text.to_owned())));
        self
    }

    /// Something happens in the meeting meanwhile.
    pub fn meanwhile(mut self, change: impl FnOnce(Stage) -> Stage) -> Self {
        self.stage = change(self.stage);
        self.take(Message::Published);
        self
    }

    pub fn answered(mut self, answer: Answer) -> Self {
        self.take(Message::Answered(answer));
        self
    }

    pub fn line(&self) -> String {
        let (before, behind) = self.ui.draft.field.halves();
        format!("{before}|{behind}")
    }

    pub fn sent(&mut self) -> Option<Command> {
        self.effects.drain(..).find_map(|effect| match effect {
            Effect::Submit(command) => Some(command),
            _ => None,
        })
    }

    pub fn captured(&mut self) -> tribune::meeting::contribution::Draft {
        match self.sent() {
            Some(Command::Contribution(Contribution::Capture(draft))) => draft,
            other => panic!("no contribution was sent: {other:?}"),
        }
    }

    /// The turn that the line above the draft speaks of.
    pub fn place(&self) -> Option<TurnId> {
        match self.ui.reading {
            Reading::Contribution { place, .. } => place.turn,
            _ => None,
        }
    }
}

/// The keys that a text names: `<Alt-6>` is one, anything else its characters.
pub fn typed(keys: &str) -> Vec<Key> {
    let mut all = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let named = named.and_then(|(name, after)| Some((name.parse::<Key>().ok()?, after)));
        let plain = (Key::plain(Code::Char(c)), &rest[c.len_utf8()..]);
        let (key, after) = named.unwrap_or(plain);
        rest = after;
        all.push(key);
    }
    all
}
