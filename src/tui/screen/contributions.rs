//! The face of the contributions: what was noted, by unit, theme, item or kind, and all about the selected one. Draws the board as it
//! lies before the participant; makes no rows of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::{self, Piece, Places};
use crate::agenda::{ContributionKind, Who};
use crate::board::{Group, Grouping};
use crate::meeting::contribution::{Answer, Contribution};
use crate::telling;
use crate::text::{Arg, Message, Text, shown};
use crate::tui::scene::Scene;
use crate::tui::sheet::{Fold, Heading, Row};
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_all, put_right, width};

/// Columns of what stands in front of an id, of the id, and of the star behind it.
const GUTTER: u16 = 2;
const ID: u16 = 6;
const STAR: u16 = 2;
/// Columns from which kinds, whose it is and themes are shown.
const WITH_KIND: u16 = 56;
const WITH_UNIT: u16 = 72;
const WITH_THEMES: u16 = 90;
/// Columns of a unit's short name.
const UNIT: u16 = 16;
/// Columns from which all ways to turn the board are named.
const WITH_TURNS: u16 = 90;

/// Draws the face.
///
/// ```text
/// CONTRIBUTIONS  by  unit  theme  item  kind                   41 noted   29 unanswered   3 starred
///
/// Yunnan Youth League                                                                             4
///   C1   ★ suggestion  Invite young people of the sister cities …         #youth       adopted
/// • C7     offer       Open the think tank's country studies              #think tanks
///
/// Academy of Social Sciences                                                                      2
/// ▶ C9     request     A venue for the forum
///
/// A venue for the forum
/// C9 · request · Academy of Social Sciences · Hou Sheng · item 3 · 14:52, noted by chair
/// ```
pub fn view(scene: &Scene, stage: Rect, buf: &mut Buffer) {
    let sheet = &scene.ui.sheet;
    let places = Places::of(stage, sheet.browse.detail());
    heading(scene, places.heading, buf);
    let rows = sheet.rows();
    if rows.is_empty() {
        list::nothing(scene, &nothing(scene), places.rows, buf);
        return;
    }
    let seen = places.in_sight(sheet.browse.window(), rows.len());
    let columns = Columns::of(scene, places.rows.width, seen.map(|(_, at)| rows[at]));
    for (index, (place, at)) in places
        .in_sight(sheet.browse.window(), rows.len())
        .enumerate()
    {
        if index == 0 {
            continued(scene, at, places.above, buf);
        }
        match rows[at] {
            Row::Gap => {}
            Row::Heading(group) => group_row(scene, &sheet.headings()[group], place, buf),
            Row::Line(_, id) => {
                if let Some(noted) = scene.meeting.contributions.get(id) {
                    columns.draw(scene, noted, place, buf);
                }
            }
        }
        if sheet.browse.at() == Some(at) {
            put(buf, place, scene.sign(Sign::Here), scene.style(Role::Text));
            list::select(scene, place, buf);
        }
    }
    detail(scene, places.detail, buf);
}

/// The row that stands at a place.
pub fn row_at(scene: &Scene, stage: Rect, position: Position) -> Option<usize> {
    let sheet = &scene.ui.sheet;
    let places = Places::of(stage, sheet.browse.detail());
    places.row_at(sheet.browse.window(), sheet.rows().len(), position)
}

fn heading(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let sheet = &scene.ui.sheet;
    let mut left: Vec<Piece> = vec![(scene.label("face-contributions"), Role::Label)];
    let word = |grouping: Grouping| scene.word(grouping.word());
    if area.width >= WITH_TURNS && sheet.browse.filter().is_empty() {
        left.push((scene.word("board-by"), Role::Quiet));
        left.extend(Grouping::ALL.map(|grouping| {
            let role = if grouping == sheet.grouping() {
                Role::Here
            } else {
                Role::Quiet
            };
            (word(grouping), role)
        }));
    } else {
        let by = Message::new("board-by-this").with("by", Message::new(sheet.grouping().word()));
        left.push((scene.say(&by), Role::Quiet));
    }
    if !sheet.browse.filter().is_empty() {
        left.push((format!("/ {}", shown(sheet.browse.filter())), Role::Here));
    }
    list::heading(scene, &left, &counts(scene), area, buf);
}

/// What the board adds up to, the most important first; what there is none of is left out.
fn counts(scene: &Scene) -> Vec<Piece> {
    let sheet = &scene.ui.sheet;
    let counts = sheet.counts();
    let piece = |id: &'static str, count: usize, role: Role| {
        (count > 0).then(|| (scene.say(&Message::new(id).with("count", count)), role))
    };
    let noted = if sheet.browse.filter().is_empty() {
        piece("board-noted", counts.noted, Role::Text)
    } else {
        let of = Message::new("board-found")
            .with("count", counts.noted)
            .with("of", scene.meeting.contributions.noted());
        Some((scene.say(&of), Role::Text))
    };
    [
        piece("board-marked", sheet.marked(), Role::Here),
        noted,
        piece("board-unanswered", counts.unanswered, Role::Text),
        piece("board-starred", counts.starred, Role::Text),
        piece("board-unowned", counts.unowned, Role::Soon),
        piece("board-joint", counts.joint, Role::Quiet),
        piece("board-supported", counts.supported, Role::Quiet),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Why there is nothing on the board.
fn nothing(scene: &Scene) -> String {
    let filter = scene.ui.sheet.browse.filter();
    if filter.is_empty() {
        return scene.word("board-nothing");
    }
    scene.say(&Message::new("board-nothing-found").with("words", Text::line(filter)))
}

fn title(scene: &Scene, group: &Group) -> String {
    match group.title(scene.meeting) {
        Arg::Message(message) => scene.say(&message),
        other => scene.say(&Message::new("tui-shown-line").with("text", other)),
    }
}

/// What stands above a group, and how many lines it has.
fn group_row(scene: &Scene, heading: &Heading, area: Rect, buf: &mut Buffer) {
    let role = if is_here(scene, &heading.group) {
        Role::Here
    } else {
        Role::Strong
    };
    if heading.fold == Fold::Folded {
        put(
            buf,
            area,
            scene.sign(Sign::Folded),
            scene.style(Role::Quiet),
        );
    }
    let inner = match heading.fold {
        Fold::Folded => from(area, GUTTER),
        Fold::Open => area,
    };
    let count = heading.lines.to_string();
    put_right(buf, inner, &count, scene.style(Role::Quiet));
    let room = inner.width.saturating_sub(width(&count) + 2);
    let title = cut(&title(scene, &heading.group), room, scene.styles);
    put(buf, inner, &title, scene.style(role));
}

/// Whether a group is of whom speaks now, or of the item that is open.
fn is_here(scene: &Scene, group: &Group) -> bool {
    match group {
        Group::From(who) => {
            let running = scene.meeting.floor.running();
            who.is_some() && running.and_then(|turn| turn.speaker.for_unit()) == *who
        }
        Group::In(item) => item.is_some() && *item == scene.meeting.progress.current(),
        Group::About(_) | Group::Of(_) => false,
    }
}

/// Says in which group the first rows stand, where its heading is out of sight.
fn continued(scene: &Scene, at: usize, area: Rect, buf: &mut Buffer) {
    let sheet = &scene.ui.sheet;
    let Row::Line(group, _) = sheet.rows()[at] else {
        return;
    };
    let title = title(scene, &sheet.headings()[group].group);
    let continued = Message::new("list-continued").with("title", Text::line(&title));
    let continued = cut(&scene.say(&continued), area.width, scene.styles);
    put(buf, area, &continued, scene.style(Role::Quiet));
}

/// Columns of the parts of a row, aligned over all rows.
struct Columns {
    kind: u16,
    unit: u16,
    themes: u16,
    status: u16,
}

impl Columns {
    fn of(scene: &Scene, columns: u16, seen: impl Iterator<Item = Row>) -> Self {
        let grouping = scene.ui.sheet.grouping();
        let has = |holds: bool, columns: u16| if holds { columns } else { 0 };
        let kinds = ContributionKind::ALL.map(|kind| width(&scene.say(&kind.word())));
        let kinds = kinds.into_iter().max().unwrap_or(0) + 2;
        // As many columns are kept as a line in sight needs; where there is little room, for that line alone.
        let lines = seen.filter_map(|row| match row {
            Row::Line(_, id) => scene.meeting.contributions.get(id),
            Row::Gap | Row::Heading(_) => None,
        });
        let statuses = lines.map(|noted| columns_of(&status(scene, noted))).max();
        Self {
            kind: has(columns >= WITH_KIND && grouping != Grouping::Kind, kinds),
            unit: has(columns >= WITH_UNIT && grouping != Grouping::Unit, UNIT + 2),
            themes: has(
                columns >= WITH_THEMES && grouping != Grouping::Theme,
                columns / 5,
            ),
            status: has(columns >= WITH_THEMES, statuses.unwrap_or(0)),
        }
    }

    fn draw(&self, scene: &Scene, noted: &Contribution, area: Rect, buf: &mut Buffer) {
        let line = &noted.line;
        let (gutter, look) = gutter(scene, noted);
        put(buf, area, scene.sign(gutter), scene.style(look));
        let star = if noted.starred {
            Sign::Star
        } else {
            Sign::Blank
        };
        let id = format!("{:<1$}", line.id, usize::from(ID));
        let pieces = [
            (id.as_str(), scene.style(Role::Quiet)),
            (scene.sign(star), scene.style(Role::Soon)),
        ];
        put_all(buf, from(area, GUTTER), &pieces);
        let mut rest = from(area, GUTTER + ID + STAR);
        if self.kind > 0 {
            let kind = scene.say(&line.kind.word());
            put(buf, rest, &kind, scene.style(Role::Quiet));
            rest = from(rest, self.kind);
        }
        if self.unit > 0 {
            let unit = cut(&whose(scene, noted), self.unit - 2, scene.styles);
            put(buf, rest, &unit, scene.style(Role::Quiet));
            rest = from(rest, self.unit);
        }
        let status = status(scene, noted);
        let own = columns_of(&status);
        let mut place = from(rest, (rest.width + 2).saturating_sub(own));
        for (text, role) in &status {
            place = from(place, put(buf, place, text, scene.style(*role)) + 1);
        }
        rest.width = rest.width.saturating_sub(own.max(self.status));
        self.text(scene, noted, rest, buf);
    }

    /// The text, and its themes as far as the text leaves room for them.
    fn text(&self, scene: &Scene, noted: &Contribution, area: Rect, buf: &mut Buffer) {
        let text = shown(noted.line.text.as_str());
        let needed = width(&text) + 2;
        let least = area.width.saturating_sub(self.themes);
        let left = area.width.saturating_sub(needed.max(least));
        let themes = if self.themes > 0 {
            cut(
                &themes(scene, noted),
                left.max(self.themes / 2),
                scene.styles,
            )
        } else {
            String::new()
        };
        put_right(buf, area, &themes, scene.style(Role::Accent));
        let used = if themes.is_empty() {
            0
        } else {
            width(&themes) + 2
        };
        let text = cut(&text, area.width.saturating_sub(used), scene.styles);
        let role = if noted.counts() {
            Role::Text
        } else {
            Role::Quiet
        };
        put(buf, area, &text, scene.style(role));
    }
}

/// What stands in front of a row: marked, or new since one looked.
fn gutter(scene: &Scene, noted: &Contribution) -> (Sign, Role) {
    let sheet = &scene.ui.sheet;
    if sheet.is_marked(noted.line.id) {
        (Sign::Done, Role::Here)
    } else if sheet.is_new(noted) {
        (Sign::New, Role::Accent)
    } else {
        (Sign::Blank, Role::Text)
    }
}

/// How many support it, and what became of it in one word; nothing of an open one that nobody supports.
fn status(scene: &Scene, noted: &Contribution) -> Vec<Piece> {
    let support = noted.supported_by.len();
    let support = (support > 0).then(|| (format!("+{support}"), Role::Accent));
    let became = match (&noted.struck, noted.merged_into, noted.status) {
        (Some(_), _, _) => Some(("board-struck", Role::Bad)),
        (None, Some(_), _) => Some(("board-merged", Role::Quiet)),
        (None, None, Answer::Open) => None,
        (None, None, Answer::Adopted | Answer::Done) => Some((noted.status.word().id, Role::Good)),
        (None, None, Answer::Answered | Answer::Declined | Answer::Carried) => {
            Some((noted.status.word().id, Role::Quiet))
        }
    };
    let became = became.map(|(word, role)| (scene.word(word), role));
    support.into_iter().chain(became).collect()
}

/// Columns of pieces with one between them and two in front; none for none.
fn columns_of(pieces: &[Piece]) -> u16 {
    let columns = pieces.iter().map(|(text, _)| width(text) + 1);
    let columns: u16 = columns.sum();
    if columns > 0 { columns + 1 } else { 0 }
}

/// Whose it is, for short: the first of them, and how many more.
fn whose(scene: &Scene, noted: &Contribution) -> String {
    let by = &noted.line.source.by;
    match by.split_first() {
        None => scene.sign(Sign::None).to_owned(),
        Some((first, [])) => scene.short_name(first),
        Some((first, more)) => format!("{} +{}", scene.short_name(first), more.len()),
    }
}

fn themes(scene: &Scene, noted: &Contribution) -> String {
    let themes = noted.line.themes.iter();
    let themes = themes.filter_map(|id| scene.meeting.contributions.theme(id));
    let themes: Vec<String> = themes
        .map(|theme| format!("#{}", scene.text(&theme.name)))
        .collect();
    themes.join(" ")
}

/// All about the selected one.
fn detail(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let sheet = &scene.ui.sheet;
    let selected = sheet.selected();
    let noted = selected.and_then(|id| scene.meeting.contributions.get(id));
    let (Some(noted), false) = (noted, area.is_empty()) else {
        return;
    };
    let dot = format!(" {} ", scene.sign(Sign::Dot));
    let line = &noted.line;
    let mut about = vec![line.id.to_string(), scene.say(&line.kind.word())];
    let by = line.source.by.iter();
    about.extend(by.map(|who| scene.name(who)));
    let person = line.source.person.clone().map(Who::Person);
    let person = person.filter(|who| !line.source.by.contains(who));
    about.extend(person.map(|who| scene.name(&who)));
    about.extend(line.item.map(|item| {
        let number = scene.meeting.progress.number(item);
        scene.say(&Message::new("board-detail-item").with("number", number))
    }));
    let noted_at = Message::new("board-detail-noted")
        .with("time", Arg::Clock(noted.at))
        .with("author", &noted.author);
    about.push(scene.say(&noted_at));
    let standing = telling::standing(scene.meeting, noted);
    let standing: Vec<String> = standing.iter().map(|part| scene.say(part)).collect();
    let themes = themes(scene, noted);
    let paragraphs: Vec<Piece> = [
        (shown(line.text.as_str()).into_owned(), Role::Text),
        (themes, Role::Accent),
        (standing.join(&dot), Role::Good),
        (about.join(&dot), Role::Quiet),
    ]
    .into_iter()
    .filter(|(text, _)| !text.is_empty())
    .collect();
    list::paragraphs(scene, &paragraphs, area, buf);
}
