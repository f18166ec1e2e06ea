//! The face of the roll: everybody in order of precedence with their status, column by column, and the head counts above. Counts
//! nobody, and draws no more than the rows in sight.

mod heading;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::{self, Piece, Places};
use crate::agenda::{Person, PersonId, Who};
use crate::meeting::roll::{Presence, Status};
use crate::telling;
use crate::text::{Arg, Message, Moment, Text};
use crate::tui::action::Action;
use crate::tui::browse::Detail;
use crate::tui::register::{Grid, Register};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_right, row, width};

/// Columns of the screen from which the roll stands in two columns, and in three.
const TWO: u16 = 98;
const THREE: u16 = 168;
/// Columns that one more of them has at least where it brings everybody into sight.
const LEAST: u16 = 36;
/// Columns between two of them.
const GAP: u16 = 2;
/// Columns of what stands in front of a row, of its sign, and of its time.
const GUTTER: u16 = 2;
const SIGN: u16 = 2;
const TIME: u16 = 6;
/// Columns in front of a name.
const FRONT: u16 = GUTTER + SIGN + TIME;
/// Columns of a unit that is not cut where units are aligned.
const UNIT: u16 = 16;
/// Columns of a unit or title below which it says nothing.
const LEAST_UNIT: u16 = 8;

/// How the rows stand on a stage.
pub fn grid(register: &Register, stage: Rect) -> Grid {
    let whole = Places::of(stage, Detail::None).rows;
    let (all, height) = (register.rows().len(), usize::from(whole.height.max(1)));
    let usual: u16 = match stage.width {
        THREE.. => 3,
        TWO.. => 2,
        _ => 1,
    };
    let most = ((stage.width + GAP) / (LEAST + GAP)).max(usual);
    // As few as bring everybody into sight, so that what stands there has the room; narrower ones are worth it for that alone.
    let fits = |columns: &u16| usize::from(*columns) * height >= all;
    let columns = (1..=most).find(fits).unwrap_or(usual);
    let height = Places::of(stage, register.browse.detail()).rows.height;
    Grid { height, columns }
}

/// Draws the face.
///
/// ```text
/// ROLL   entitled 58   present 41   represented 3   excused 6   unmarked 3              ✓ quorum 41, needs 39
///
///   ✓ 14:28 Wang Yu        Full-time Vice President           ✓ 14:29 Yan Ming       YUFE
/// ▶ ✓ 14:30 Peng Shaoyun   Secretary-General  no vote         →       Du Haitao      represented by Luo Jiang
///   –       Xu Sisi        Youth League  excused · abroad     ! 15:10 Hou Sheng      Academy             left
/// ```
pub fn view(scene: &Scene, stage: Rect, buf: &mut Buffer) {
    let register = &scene.ui.register;
    let places = Places::of(stage, register.browse.detail());
    heading::view(scene, stage, places.heading, buf);
    if register.rows().is_empty() {
        list::nothing(scene, &nothing(scene), places.rows, buf);
        return;
    }
    let all: Vec<(Rect, usize, Line)> = in_sight(register, stage)
        .filter_map(|(place, at)| Some((place, at, Line::of(scene, &register.rows()[at])?)))
        .collect();
    let units = units(&all);
    for (place, at, line) in &all {
        line.draw(scene, units, *place, buf);
        if register.browse.at() == Some(*at) {
            put(buf, *place, scene.sign(Sign::Here), scene.style(Role::Text));
            list::select(scene, *place, buf);
        }
    }
    detail(scene, places.detail, buf);
}

/// Where the units stand behind the names.
#[derive(Clone, Copy)]
enum Units {
    /// Aligned, so many columns behind the beginning of the names.
    At(u16),
    /// Each at the right where there is room for it, for names are long.
    Right,
}

/// Where the units stand, by the longest name and unit in sight.
fn units(all: &[(Rect, usize, Line)]) -> Units {
    let longest = |text: fn(&Line) -> &String| {
        let widths = all.iter().map(|(_, _, line)| width(text(line)));
        widths.max().unwrap_or(0)
    };
    let column = longest(|line| &line.name) + 2;
    let unit = longest(|line| &line.unit).min(UNIT);
    let room = all.first().map_or(0, |(place, ..)| place.width);
    if FRONT + column + unit <= room {
        Units::At(column)
    } else {
        Units::Right
    }
}

/// The row that stands at a place.
pub fn row_at(scene: &Scene, stage: Rect, position: Position) -> Option<usize> {
    let mut seen = in_sight(&scene.ui.register, stage);
    seen.find_map(|(place, at)| place.contains(position).then_some(at))
}

/// The rows in sight: where each stands, and its place among all.
fn in_sight(register: &Register, stage: Rect) -> impl Iterator<Item = (Rect, usize)> {
    let area = Places::of(stage, register.browse.detail()).rows;
    let Grid { height, columns } = grid(register, stage);
    let wide = (area.width + GAP) / columns.max(1);
    let column = move |index: u16| Rect {
        x: area.x + index * wide,
        width: wide.saturating_sub(GAP),
        ..area
    };
    let places = (0..columns).flat_map(move |index| {
        let column = column(index);
        (0..height).map(move |y| row(column, y))
    });
    places.zip(register.browse.window().top()..register.rows().len())
}

/// Why nobody is on it.
fn nothing(scene: &Scene) -> String {
    let filter = scene.ui.register.browse.filter();
    if !filter.is_empty() {
        return scene.say(&Message::new("roll-nothing-found").with("words", Text::line(filter)));
    }
    let key = scene.ui.keys.shown(Action::Enrol);
    let key = key.map(|key| key.to_string()).unwrap_or_default();
    scene.say(&Message::new("roll-nothing").with("key", key))
}

/// Somebody, as their row says it.
struct Line {
    sign: Sign,
    role: Role,
    /// The look of the name.
    look: Role,
    since: Option<Moment>,
    name: String,
    unit: String,
    unusual: Vec<String>,
    /// The first of it in fewer words, where there are some.
    brief: Option<String>,
}

impl Line {
    fn of(scene: &Scene, id: &PersonId) -> Option<Self> {
        let person = scene.meeting.roster.person(id)?;
        let presence = scene.meeting.roll.presence(id);
        let (sign, role) = sign(scene, id, &presence);
        let unusual = telling::unusual(scene.meeting, person);
        let by = presence.represented_by.as_ref();
        let brief = by.map(|by| {
            let place = scene.meeting.item_at_hand();
            let in_short = if scene.meeting.is_unrepresented(id, place) {
                "roll-is-unrepresented-in-short"
            } else {
                "roll-is-represented-in-short"
            };
            Message::new(in_short).with("by", scene.meeting.roster.person_called(by))
        });
        Some(Self {
            sign,
            role,
            look: look(presence.status),
            since: since(&presence),
            name: scene.text(&person.name),
            unit: unit(scene, person),
            unusual: unusual.iter().map(|fact| scene.say(fact)).collect(),
            brief: brief.map(|brief| scene.say(&brief)),
        })
    }

    fn draw(&self, scene: &Scene, units: Units, area: Rect, buf: &mut Buffer) {
        let quiet = scene.style(Role::Quiet);
        let place = from(area, GUTTER);
        put(buf, place, scene.sign(self.sign), scene.style(self.role));
        let place = from(place, SIGN);
        let since = self.since.map(|since| since.format("%H:%M").to_string());
        put(buf, place, &since.unwrap_or_default(), quiet);
        self.words(scene, units, from(place, TIME), buf);
    }

    /// The name, at the right what is unusual, between them the unit. The unit gives way first, the name last.
    fn words(&self, scene: &Scene, units: Units, mut area: Rect, buf: &mut Buffer) {
        let quiet = scene.style(Role::Quiet);
        // The name has three fifths at least, where it needs them.
        let least = area.width * 3 / 5;
        let kept = width(&self.name).min(least) + 2;
        let unusual = self.as_much(scene, area.width.saturating_sub(kept));
        put_right(buf, area, &unusual, quiet);
        if !unusual.is_empty() {
            area.width = area.width.saturating_sub(width(&unusual) + 2);
        }
        let name = cut(&self.name, area.width, scene.styles);
        let own = put(buf, area, &name, scene.style(self.look)) + 2;
        match units {
            Units::At(column) => {
                let rest = from(area, column.max(own));
                if rest.width >= LEAST_UNIT.min(width(&self.unit)) {
                    put(buf, rest, &cut(&self.unit, rest.width, scene.styles), quiet);
                }
            }
            Units::Right if own + width(&self.unit) <= area.width => {
                put_right(buf, area, &self.unit, quiet);
            }
            Units::Right => {}
        }
    }

    /// What is unusual, as much of it as there is room for, the most important first.
    fn as_much(&self, scene: &Scene, columns: u16) -> String {
        let dot = format!(" {} ", scene.sign(Sign::Dot));
        let kept = (1..=self.unusual.len())
            .rev()
            .map(|kept| self.unusual[..kept].join(&dot))
            .find(|joined| width(joined) <= columns);
        let first = || {
            let first = self.brief.as_ref().or(self.unusual.first());
            first.map(|first| cut(first, columns, scene.styles))
        };
        kept.or_else(first).unwrap_or_default()
    }
}

/// The sign of what somebody is, and its look.
fn sign(scene: &Scene, id: &PersonId, presence: &Presence) -> (Sign, Role) {
    let item = scene.meeting.item_at_hand();
    let is_out = item.is_some_and(|item| {
        let roll = &scene.meeting.roll;
        roll.is_away(id, item) || roll.is_recused(id, item)
    });
    match presence.status {
        Status::Present if is_out => (Sign::None, Role::Soon),
        Status::Represented if scene.meeting.is_unrepresented(id, item) => (Sign::None, Role::Soon),
        Status::Present => (Sign::Done, Role::Good),
        Status::Represented => (Sign::To, Role::Text),
        Status::Excused | Status::Absent => (Sign::None, Role::Quiet),
        Status::Left => (Sign::Attention, Role::Soon),
        Status::Unmarked => (Sign::Blank, Role::Text),
    }
}

/// The look of a name: quiet where somebody is not there.
const fn look(status: Status) -> Role {
    match status {
        Status::Present | Status::Unmarked => Role::Text,
        Status::Excused | Status::Absent | Status::Left | Status::Represented => Role::Quiet,
    }
}

/// Since when somebody is there, or gone; of all others no time is told.
fn since(presence: &Presence) -> Option<Moment> {
    match presence.status {
        Status::Present | Status::Left => presence.since,
        Status::Unmarked | Status::Excused | Status::Absent | Status::Represented => None,
    }
}

/// Their unit for short, else their office or title.
fn unit(scene: &Scene, person: &Person) -> String {
    if let Some(unit) = &person.unit {
        return scene.short_name(&Who::Unit(unit.clone()));
    }
    let says = person.office.as_ref().or(person.title.as_ref());
    says.map(|says| scene.text(says)).unwrap_or_default()
}

/// All about the selected one.
fn detail(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let selected = scene.ui.register.selected();
    let person = selected.and_then(|id| scene.meeting.roster.person(id));
    let (Some(person), false) = (person, area.is_empty()) else {
        return;
    };
    let dot = format!(" {} ", scene.sign(Sign::Dot));
    let vote = if person.votes {
        "roll-is-with-vote"
    } else {
        "roll-is-without-vote"
    };
    let mut about = vec![person.capacity.word(), Message::new(vote)];
    let without = Message::new("roll-is-without-vote");
    let standing = telling::on_the_roll(scene.meeting, person).into_iter();
    about.extend(standing.filter(|fact| *fact != without));
    let about: Vec<String> = about.iter().map(|one| scene.say(one)).collect();
    let in_full = scene.say(&telling::in_full_of(scene.meeting, &person.id));
    let paragraphs: Vec<Piece> = [
        (in_full, Role::Strong),
        (about.join(&dot), Role::Text),
        (acts_for(scene, &person.id), Role::Text),
        (times(scene, &person.id).join(&dot), Role::Quiet),
    ]
    .into_iter()
    .filter(|(text, _)| !text.is_empty())
    .collect();
    list::paragraphs(scene, &paragraphs, area, buf);
}

/// Whom somebody acts for.
fn acts_for(scene: &Scene, id: &PersonId) -> String {
    let names = scene.ui.register.acts_for(id).iter();
    let names: Vec<Arg> = names
        .map(|id| scene.meeting.roster.person_called(id))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    scene.say(&Message::new("roll-acts-for").with("names", names))
}

/// Everything that was said of somebody, each with its time.
fn times(scene: &Scene, id: &PersonId) -> Vec<String> {
    let presence = scene.meeting.roll.presence(id);
    let since = |(when, status): &(Moment, Status)| {
        let since = Message::new("roll-since")
            .with("status", status.word())
            .with("time", Arg::Clock(*when));
        scene.say(&since)
    };
    presence.timeline.iter().map(since).collect()
}
