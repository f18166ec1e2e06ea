//! The mouse: a press is the key that stands there, the wheel is an arrow pressed three times. What stands where is
//! `screen`'s.

use super::{Effect, Given, dialog, faces, form, key, palette, waiting};
use crate::phrase::Face;
use crate::text::Message;
use crate::tui::input::{Code, Key, Mouse, Wheel};
use crate::tui::screen::Target;
use crate::tui::ui::{Notice, Tone, Ui};

/// Rows that one turn of the wheel goes.
const WHEEL_ROWS: usize = 3;

/// Takes a press.
pub fn press(ui: &mut Ui, given: &mut Given, target: Target) -> Vec<Effect> {
    match target {
        Target::Key(pressed) => key(ui, given, pressed),
        Target::Answer(digit) => {
            ui.notice = None;
            dialog::choose(ui, given, digit)
        }
        Target::Offer(index) => form::take(ui, given, index),
        // The first press selects, the next one asks what to do.
        Target::Waiting(entry) if ui.selected == Some(entry) => {
            waiting::act(ui, given);
            Vec::new()
        }
        Target::Waiting(entry) => {
            ui.selected = Some(entry);
            Vec::new()
        }
        Target::Row(at) => faces::press(ui, given, at),
        Target::Completion(index) => {
            ui.completion.choose(index);
            ui.completion.take(&mut ui.draft.field);
            Vec::new()
        }
        Target::Palette(index) => palette::press(ui, given, index),
        Target::Line(index) => {
            ui.draft.field.go_to(index);
            Vec::new()
        }
    }
}

/// Takes a turn of the wheel: it moves what is being read.
pub fn wheel(ui: &mut Ui, given: &mut Given, wheel: Wheel) -> Vec<Effect> {
    let arrow = Key::plain(match wheel {
        Wheel::Up => Code::Up,
        Wheel::Down => Code::Down,
    });
    let mut effects = Vec::new();
    for _ in 0..WHEEL_ROWS {
        if ui.dialog.is_some() || ui.face != Face::Floor {
            effects.extend(key(ui, given, arrow));
        }
    }
    effects
}

/// Leaves the mouse to the terminal, or takes it again, and says which.
pub fn change_hands(ui: &mut Ui) -> Vec<Effect> {
    let (mouse, told) = match ui.mouse {
        Mouse::On => (Mouse::Off, "tui-mouse-off"),
        Mouse::Off => (Mouse::On, "tui-mouse-on"),
    };
    ui.mouse = mouse;
    let taken = ui.keys.shown(crate::tui::action::Action::Mouse);
    let key = taken.map(|key| key.to_string()).unwrap_or_default();
    ui.notice = Some(Notice {
        what: vec![Message::new(told).with("key", key)],
        tone: Tone::Done,
    });
    vec![Effect::Mind(mouse)]
}
