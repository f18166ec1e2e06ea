//! A form over the stage: what is asked, its fields, and what is offered for the one being filled.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::dialog::frame;
use crate::agenda::{PersonId, Who};
use crate::text::shown;
use crate::tui::form::{Entry, FieldRow, Form, Need, Offer, Takes};
use crate::tui::input::{Code, Key};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock;
use crate::tui::widget::field;
use crate::tui::widget::line::{cut, from, put, put_right, row, width};

const WIDEST: u16 = 76;
/// Rows of what is offered, where there is room; a form keeps its height from field to field.
const OFFERS: u16 = 8;

/// Draws the form in the middle of `area`. The field being filled has the hardware cursor ([`cursor`]).
///
/// ```text
/// ┌────────────────────────────────────────────────────────┐
/// │ Who asks for the floor?                                │
/// │                                                        │
/// │ who      hu▏                                           │
/// │ reason                                                 │
/// │                                                        │
/// │ ▶ Hu Liangbo   Agricultural Reclamation Group        – │
/// │   Hu Sheng     Academy of Social Sciences         2:10 │
/// └────────────────────────────────────────────────────────┘
/// ```
pub fn view(scene: &Scene, form: &Form, area: Rect, buf: &mut Buffer) {
    let places = Places::of(form, area);
    frame(scene, places.frame, buf);
    let question = scene.say(&form.purpose.question());
    put(
        buf,
        places.question,
        &cut(&question, places.question.width, scene.styles),
        scene.style(Role::Strong),
    );
    let labels = label_columns(scene, form);
    for (index, (field, entry)) in form.rows().enumerate() {
        let here = index == form.at();
        let Some(place) = places.field(index, form.at()) else {
            continue;
        };
        let role = if here { Role::Accent } else { Role::Quiet };
        put(buf, place, &scene.word(field.label), scene.style(role));
        let value = from(place, labels);
        if here && entry.taken.is_none() && !is_choice(field) {
            let (before, behind) = entry.field.halves();
            let halves = (&*shown(before), &*shown(behind));
            field::view(buf, value, halves, scene.styles);
        } else {
            let text = filled(scene, entry);
            put(
                buf,
                value,
                &cut(&text, value.width, scene.styles),
                scene.style(Role::Text),
            );
        }
        if field.need == Need::May && entry.taken.is_none() && entry.field.is_empty() {
            put_right(
                buf,
                value,
                &scene.word("form-may-be-empty"),
                scene.style(Role::Quiet),
            );
        }
    }
    offers(scene, form, places.offers, buf);
}

/// Where the hardware cursor stands: in the field that is typed in.
#[must_use]
pub fn cursor(scene: &Scene, form: &Form, area: Rect) -> Option<Position> {
    let place = Places::of(form, area).field(form.at(), form.at())?;
    let entry = form.entry();
    if is_choice(form.row()) || entry.taken.is_some() {
        return None;
    }
    let value = from(place, label_columns(scene, form));
    (value.width > 0).then(|| field::cursor(value, &shown(entry.field.halves().0)))
}

/// The keys of a form, each with the id of what it does.
pub const HINTS: [(Key, &str); 4] = [
    (Key::plain(Code::Enter), "form-hint-on"),
    (Key::plain(Code::Down), "form-hint-choose"),
    (BACK, "form-hint-back"),
    (Key::plain(Code::Esc), "form-hint-close"),
];

const BACK: Key = Key {
    shift: true,
    ..Key::plain(Code::Tab)
};

/// What is offered at a place of the form, counted from 0.
#[must_use]
pub fn offer_at(form: &Form, area: Rect, position: Position) -> Option<usize> {
    let place = Places::of(form, area).offers;
    let at = first_offer(form, place) + usize::from(position.y.checked_sub(place.y)?);
    (place.contains(position) && at < form.offers().len()).then_some(at)
}

/// The first offer that is in sight: the chosen one always is.
fn first_offer(form: &Form, area: Rect) -> usize {
    let room = usize::from(area.height);
    form.chosen()
        .map_or(0, |chosen| (chosen + 1).saturating_sub(room))
}

fn is_choice(field: &FieldRow) -> bool {
    matches!(field.takes, Takes::Capacity | Takes::ItemKind)
}

/// Columns of the longest label and a gap.
fn label_columns(scene: &Scene, form: &Form) -> u16 {
    let labels = form
        .rows()
        .map(|(field, _)| width(&scene.word(field.label)));
    labels.max().unwrap_or(0) + 3
}

fn filled(scene: &Scene, entry: &Entry) -> String {
    match &entry.taken {
        Some(offer) => name(scene, offer),
        None => shown(entry.field.text()).into_owned(),
    }
}

fn name(scene: &Scene, offer: &Offer) -> String {
    match offer {
        Offer::Who(who) => scene.name(who),
        Offer::Capacity(capacity) => scene.say(&capacity.word()),
        Offer::ItemKind(kind) => scene.say(&kind.word()),
    }
}

/// What is offered, the chosen one in the selection's look; the rows move so that it is in sight.
fn offers(scene: &Scene, form: &Form, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.height);
    let above = first_offer(form, area);
    let names = form.offers().iter().map(|offer| width(&name(scene, offer)));
    let column = names.max().unwrap_or(0).clamp(8, 28);
    let seen = form.offers().iter().enumerate().skip(above).take(room);
    for (place, (index, offer)) in (0..).zip(seen) {
        let line = row(area, place);
        let chosen = form.chosen() == Some(index);
        let role = if chosen { Role::Selection } else { Role::Text };
        if chosen {
            put(
                buf,
                line,
                &" ".repeat(usize::from(line.width)),
                scene.style(role),
            );
        }
        let mark = match offer {
            Offer::Who(_) => scene
                .sign(if chosen { Sign::Here } else { Sign::Blank })
                .to_owned(),
            Offer::Capacity(_) | Offer::ItemKind(_) => (index + 1).to_string(),
        };
        put(buf, line, &mark, scene.style(role));
        let text = from(line, 2);
        put(
            buf,
            text,
            &cut(&name(scene, offer), column, scene.styles),
            scene.style(role),
        );
        let quiet = if chosen { role } else { Role::Quiet };
        let (about, spoken) = match offer {
            Offer::Who(who) => about(scene, who),
            Offer::Capacity(_) | Offer::ItemKind(_) => Default::default(),
        };
        put_right(buf, line, &spoken, scene.style(quiet));
        let mut rest = from(text, column + 2);
        rest.width = rest.width.saturating_sub(7);
        put(
            buf,
            rest,
            &cut(&about, rest.width, scene.styles),
            scene.style(quiet),
        );
    }
}

/// Whose they are, and how long they have spoken.
fn about(scene: &Scene, who: &Who) -> (String, String) {
    let unit = match who {
        Who::Person(id) => whose(scene, id),
        Who::Unit(_) => String::new(),
    };
    let spoken = scene.meeting.floor.spoken(who);
    let spoken = if spoken.turns == 0 {
        scene.sign(Sign::None).to_owned()
    } else {
        clock::written(spoken.seconds)
    };
    (unit, spoken)
}

/// The unit of a person, else their title.
fn whose(scene: &Scene, id: &PersonId) -> String {
    let unit = scene.unit_of(id);
    if !unit.is_empty() {
        return unit;
    }
    let person = scene.meeting.roster.person(id);
    let title = person.and_then(|person| person.title.as_ref());
    title.map(|title| scene.text(title)).unwrap_or_default()
}

/// The places of a form, by its fields and the room there is alone.
struct Places {
    frame: Rect,
    question: Rect,
    fields: Rect,
    offers: Rect,
}

impl Places {
    fn of(form: &Form, area: Rect) -> Self {
        let all = u16::try_from(form.rows().count()).unwrap_or(u16::MAX);
        let room = area.height.saturating_sub(2);
        // The question and the fields with a row of space around them; where that is too much, one field at a time.
        let spacious = room >= all + 5;
        let gap = u16::from(spacious);
        let fields = if spacious {
            all
        } else {
            1.min(room.saturating_sub(1))
        };
        let left = room.saturating_sub(1 + fields + 2 * gap);
        let may_offer = |(field, _): (&FieldRow, &Entry)| match field.takes {
            Takes::Somebody | Takes::Unit | Takes::Capacity | Takes::ItemKind => true,
            Takes::Words | Takes::Minutes | Takes::Time => false,
        };
        let offers = if form.rows().any(may_offer) {
            left.min(OFFERS)
        } else {
            0
        };
        let height = (1 + fields + 2 * gap + offers + 2).min(area.height);
        let columns = area.width.min(WIDEST);
        let frame = Rect {
            x: area.x + (area.width - columns) / 2,
            y: area.y + (area.height - height) / 2,
            width: columns,
            height,
        };
        let inner = Rect {
            x: frame.x + 2.min(columns),
            y: frame.y + 1.min(height),
            width: columns.saturating_sub(4),
            height: height.saturating_sub(2),
        };
        let part = |top: u16, height: u16| {
            let top = top.min(inner.height);
            Rect {
                y: inner.y + top,
                height: height.min(inner.height - top),
                ..inner
            }
        };
        Self {
            frame,
            question: part(0, 1),
            fields: part(1 + gap, fields),
            offers: part(1 + gap + fields + gap, offers),
        }
    }

    /// The row of a field while another is being filled; none where there is no room for it.
    fn field(&self, index: usize, filling: usize) -> Option<Rect> {
        let at = if self.fields.height > 1 {
            u16::try_from(index).ok()?
        } else if index == filling {
            0
        } else {
            return None;
        };
        (at < self.fields.height).then(|| row(self.fields, at))
    }
}
