//! Keys while a form asks: what is typed goes into its field, Enter goes on and sends it at the end, Esc lays it by.

use super::keys::{self, edit, refuse, typed};
use super::{Effect, Given, foreseen, matters, send};
use crate::agenda::Who;
use crate::meeting::{Command, Meeting, Refusal};
use crate::text::Message;
use crate::tui::action::Action;
use crate::tui::form::{Form, Offer, Purpose, Step, Takes};
use crate::tui::input::{Code, Key};
use crate::tui::keymap::half_width;
use crate::tui::ui::{Dialog, Foreseen, Sent, Ui};

/// As many as are offered at once.
const MOST: usize = 8;

/// Asks; what was left of the same form stands there again.
pub fn open(ui: &mut Ui, given: &mut Given, purpose: Purpose) {
    let kept = ui.laid_by.take_if(|form| form.purpose == purpose);
    show(ui, given, kept.unwrap_or_else(|| Form::new(purpose)));
}

/// Asks with what stands in a form already.
pub fn show(ui: &mut Ui, given: &mut Given, mut form: Form) {
    offer(given, &mut form);
    ui.dialog = Some(Dialog::Fill(form));
}

/// Takes a key. One that works everywhere works here too: the form is laid by for it.
pub fn key(ui: &mut Ui, given: &mut Given, mut form: Form, key: Key) -> Vec<Effect> {
    if let Some(action) = ui.keys.anywhere(key).filter(|it| *it != Action::PutBack) {
        lay_by(ui, form);
        return keys::act(ui, given, action);
    }
    match (key.code, key.shift) {
        (Code::Esc, _) => {
            let purpose = form.purpose;
            lay_by(ui, form);
            matters::back(ui, purpose);
            return Vec::new();
        }
        (Code::Enter, _) | (Code::Tab, false) => return on(ui, given, form),
        (Code::Tab, true) => form.back(),
        (Code::Down, _) => form.choose_next(),
        (Code::Up, _) => form.choose_previous(),
        _ => {
            if let Some(choice) = chosen(&form, key) {
                form.choose(choice);
                return on(ui, given, form);
            }
            if is_typed(&form) {
                match typed(key) {
                    Some(typed) => form.typing().insert(&typed),
                    None => drop(edit(form.typing(), key)),
                }
            }
        }
    }
    if !matches!(key.code, Code::Up | Code::Down) {
        offer(given, &mut form);
    }
    ui.dialog = Some(Dialog::Fill(form));
    Vec::new()
}

/// Takes what is offered at that place of the list, and goes on.
pub fn take(ui: &mut Ui, given: &mut Given, index: usize) -> Vec<Effect> {
    let Some(Dialog::Fill(mut form)) = ui.dialog.take() else {
        return Vec::new();
    };
    form.choose(index);
    on(ui, given, form)
}

/// Keeps what was filled in, for when the same is asked again.
fn lay_by(ui: &mut Ui, form: Form) {
    if !form.is_blank() {
        ui.laid_by = Some(form.again());
    }
}

/// Takes pasted words into the field.
pub fn paste(ui: &mut Ui, given: &mut Given, mut form: Form, words: &str) {
    if is_typed(&form) {
        form.typing().insert(words);
    }
    show(ui, given, form);
}

/// Whether words can be typed into the field; else one of a few is chosen.
fn is_typed(form: &Form) -> bool {
    form.choices().is_empty()
}

/// The choice a digit means.
fn chosen(form: &Form, key: Key) -> Option<usize> {
    let digit = key.types().map(half_width)?.to_digit(10)?;
    let choice = usize::try_from(digit).ok()?.checked_sub(1)?;
    (choice < form.choices().len()).then_some(choice)
}

/// On to the next field; at the last one the form is sent.
fn on(ui: &mut Ui, given: &mut Given, mut form: Form) -> Vec<Effect> {
    match form.step(given.now) {
        Step::On => show(ui, given, form),
        Step::Filled => {
            if let Some(command) = form.command(given.meeting, given.now) {
                return done(ui, given, form, command);
            }
            show(ui, given, form);
        }
        Step::Lacking => {
            refuse(ui, &Refusal::new(lacking(given, &form)));
            show(ui, given, form);
        }
    }
    Vec::new()
}

/// Sends what a filled form comes to, or first shows what it would change; refused, it stands there as it was filled.
fn done(ui: &mut Ui, given: &mut Given, form: Form, command: Command) -> Vec<Effect> {
    if !form.purpose.is_foreseen() {
        return send(ui, Sent::Form(form), command);
    }
    let foreseen = Foreseen {
        question: Message::new("form-foreseen"),
        answer: "form-foreseen-yes",
        command,
    };
    foreseen::ask(ui, given, foreseen);
    if ui.dialog.is_none() {
        show(ui, given, form);
    }
    Vec::new()
}

/// What a field lacks, and what would do.
fn lacking(given: &mut Given, form: &Form) -> Message {
    let typed = form.entry().field.text().trim();
    match form.row().takes {
        Takes::Somebody if typed.is_empty() => Message::new("form-lacks-somebody"),
        Takes::Somebody => {
            let names = given.interpreter.names(given.meeting);
            let found = names.find(typed);
            names
                .problem(typed, &found)
                .unwrap_or(Message::new("form-lacks-somebody"))
        }
        Takes::Minutes => Message::new("form-lacks-minutes"),
        Takes::Time => Message::new("form-lacks-time"),
        Takes::Unit | Takes::Words | Takes::Capacity | Takes::ItemKind => {
            Message::new("form-lacks-words")
        }
    }
}

/// Offers what the field could take, by what is typed in it.
fn offer(given: &mut Given, form: &mut Form) {
    let typed = form.entry().field.text().trim();
    let offers = match form.row().takes {
        Takes::Somebody if typed.is_empty() => usual(given.meeting),
        Takes::Somebody => complete(given, typed, |_| true),
        Takes::Unit => complete(given, typed, |who| matches!(who, Who::Unit(_))),
        Takes::Words | Takes::Minutes | Takes::Time => Vec::new(),
        Takes::Capacity | Takes::ItemKind => form.choices(),
    };
    form.offer(offers);
}

fn complete(given: &mut Given, typed: &str, is_one: impl Fn(&Who) -> bool) -> Vec<Offer> {
    let names = given.interpreter.names(given.meeting);
    let all = names.complete(typed, usize::MAX).into_iter();
    all.filter(is_one).take(MOST).map(Offer::Who).collect()
}

/// Those one would think of first: who waits, who was not heard yet, everybody in order of precedence. Who cannot have the
/// floor, or has it, is not among them.
fn usual(meeting: &Meeting) -> Vec<Offer> {
    let list = meeting
        .progress
        .place()
        .and_then(|item| meeting.floor.list(item));
    let waiting = list
        .into_iter()
        .flat_map(|list| list.entries().map(|entry| entry.who.clone()));
    let unheard = meeting.unheard().into_iter();
    let persons = meeting
        .roster
        .persons()
        .map(|person| Who::Person(person.id.clone()));
    let speaking = meeting.floor.running().and_then(|turn| turn.speaker.who());
    let mut offers: Vec<Offer> = Vec::new();
    for who in waiting.chain(unheard).chain(persons) {
        let speaker = meeting.speaker_for(&who).and_then(|speaker| speaker.who());
        let offer = speaker
            .filter(|who| Some(who) != speaking.as_ref())
            .map(Offer::Who);
        offers.extend(offer.filter(|offer| !offers.contains(offer)));
        if offers.len() == MOST {
            break;
        }
    }
    offers
}
