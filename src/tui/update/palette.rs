//! Keys while the palette is open: letters and digits type, arrows choose, Enter does what is chosen, Esc closes.

use super::keys::{act, edit, typed};
use super::{Effect, Given, aside};
use crate::phrase::CommandRow;
use crate::tui::action::Action;
use crate::tui::input::{Code, Key};
use crate::tui::palette::{Choice, Palette, mark, remember};
use crate::tui::ui::{Dialog, Ui};

/// Rows that a page key goes.
const PAGE: isize = 8;

/// Opens it.
pub fn open(ui: &mut Ui) {
    let palette = Palette::open(&ui.keys, ui.language, &ui.recent);
    ui.dialog = Some(Dialog::Palette(palette));
}

/// Takes a key.
pub fn key(ui: &mut Ui, given: &mut Given, mut palette: Palette, key: Key) -> Vec<Effect> {
    match key.code {
        Code::Enter => return choose(ui, given, &palette),
        Code::Esc => return Vec::new(),
        Code::Up => palette.step(-1),
        Code::Down => palette.step(1),
        Code::PageUp => palette.step(-PAGE),
        Code::PageDown => palette.step(PAGE),
        _ if ui.keys.action(key, ui.draft.line()) == Some(Action::Palette) => return Vec::new(),
        _ => {
            let before = palette.field.text().to_owned();
            match typed(key) {
                Some(typed) => palette.field.insert(&typed),
                None => drop(edit(&mut palette.field, key)),
            }
            if palette.field.text() != before {
                palette.find();
            }
        }
    }
    ui.dialog = Some(Dialog::Palette(palette));
    Vec::new()
}

/// Takes pasted words.
pub fn paste(ui: &mut Ui, mut palette: Palette, words: &str) {
    palette.field.insert(words);
    palette.find();
    ui.dialog = Some(Dialog::Palette(palette));
}

/// Takes a press on a row: it is chosen, and done.
pub fn press(ui: &mut Ui, given: &mut Given, row: usize) -> Vec<Effect> {
    let open = ui
        .dialog
        .take_if(|dialog| matches!(dialog, Dialog::Palette(_)));
    let Some(Dialog::Palette(mut palette)) = open else {
        return Vec::new();
    };
    palette.choose(row);
    choose(ui, given, &palette)
}

fn choose(ui: &mut Ui, given: &mut Given, palette: &Palette) -> Vec<Effect> {
    let Some(choice) = palette.choice() else {
        ui.dialog = Some(Dialog::Palette(palette.clone()));
        return Vec::new();
    };
    remember(&mut ui.recent, choice);
    match choice {
        Choice::Action(action) => act(ui, given, action),
        Choice::Command(row) => command(ui, given, row),
    }
}

/// A command that takes no words is obeyed; another is begun in the line.
fn command(ui: &mut Ui, given: &mut Given, row: &'static CommandRow) -> Vec<Effect> {
    let called = row.called();
    let name = called.get(ui.language);
    let mark = mark(ui.language);
    if row.usage[0].is_empty() {
        return aside::obey(ui, given, &format!("{mark}{name}"));
    }
    let beginning = if row.begins_with_id() {
        mark.to_owned()
    } else {
        format!("{mark}{name} ")
    };
    aside::begin(ui, given, &beginning);
    Vec::new()
}
