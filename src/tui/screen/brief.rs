//! The face of the brief: all of it to be looked over, and one section to be read out from two metres. Lays out and draws what lies on the
//! participant's lectern; what stands there is not its business.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::{self, Piece, Places};
use crate::brief::{Entry, Section, Topic};
use crate::text::{Arg, Message};
use crate::tui::browse::Detail;
use crate::tui::lectern::few;
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_right, row, width};
use crate::tui::widget::wrap::lines;

/// Columns of what stands above a section, where it stands beside it, and from which width on it does.
const LABEL: u16 = 21;
const WITH_LABELS: u16 = 72;
/// Columns from which what is offered stands beside what is asked for.
const WITH_TWO: u16 = 100;
/// Columns between the two, and of the space in front of an entry below its title.
const BETWEEN: u16 = 3;
const GUTTER: u16 = 2;
/// Rows of an entry that is looked over at most; and when it is read out.
const MOST_ROWS: usize = 2;
const MOST_READ: usize = 8;
/// The part of the width that is left free on each side of what is read out.
const MARGIN: u16 = 12;

/// A text in a row.
struct Words {
    x: u16,
    text: String,
    role: Role,
    /// Of which entry that is shown it is a part; by its place among them.
    entry: Option<usize>,
}

/// Rows of words, one below the other.
type Page = Vec<Vec<Words>>;

/// Draws the face.
///
/// ```text
/// BRIEF  what the chair closes from                                      61 noted
///
/// THANKS               Part-time Vice President  Xu Sisi (Youth League) · Hou Sheng (Academy)
///                      Specially invited director  Du Haitao · Luo Jiang · Duan Mei
///
/// RAISED BY SEVERAL    education (4 units) · economy and trade (3 units)
///
/// PERHAPS ALIKE        C7 Youth League: student visits
///                      C19 YUFE: visits of young people
///                      both say: visits
///
/// OFFERED              YUFE: a campus        ASKED FOR            Youth League: a venue
/// ```
pub fn view(scene: &Scene, stage: Rect, buf: &mut Buffer) {
    let places = Places::of(stage, Detail::None);
    heading(scene, places.heading, buf);
    let Some(brief) = scene.ui.lectern.brief() else {
        list::nothing(scene, &scene.word("brief-gathering"), places.rows, buf);
        return;
    };
    if brief.sections.is_empty() {
        list::nothing(scene, &scene.word("brief-nothing"), places.rows, buf);
        return;
    }
    let page = page(scene, places.rows.width);
    let top = top(scene, &page, places.rows.height);
    for (y, words) in (0..places.rows.height).zip(&page[top..]) {
        put_words(scene, words, row(places.rows, y), buf);
    }
    if page.len() > top + usize::from(places.rows.height) {
        let last = row(places.rows, places.rows.height.saturating_sub(1));
        put_right(
            buf,
            last,
            scene.sign(Sign::Ellipsis),
            scene.style(Role::Quiet),
        );
    }
}

/// Draws a row. What is selected has one look; of what is read out only the margin tells.
fn put_words(scene: &Scene, words: &[Words], area: Rect, buf: &mut Buffer) {
    let lectern = &scene.ui.lectern;
    let selected = lectern.browse.at();
    for one in words {
        let place = from(area, one.x);
        let used = put(buf, place, &one.text, scene.style(one.role));
        if selected.is_none() || one.entry != selected {
            continue;
        }
        if lectern.opened().is_some() {
            let margin = from(area, one.x.saturating_sub(GUTTER));
            put(buf, margin, scene.sign(Sign::Here), scene.style(Role::Here));
        } else {
            let place = Rect {
                width: used,
                ..place
            };
            list::select(scene, place, buf);
        }
    }
}

/// The entry that stands at a place, by its place among those that are shown.
pub fn row_at(scene: &Scene, stage: Rect, position: Position) -> Option<usize> {
    let rows = Places::of(stage, Detail::None).rows;
    if !rows.contains(position) {
        return None;
    }
    let page = page(scene, rows.width);
    let at = top(scene, &page, rows.height) + usize::from(position.y - rows.y);
    let x = position.x - rows.x;
    let mut before = page.get(at)?.iter().rev().filter(|words| words.x <= x);
    before.find_map(|words| words.entry)
}

/// Which row is the first in sight: what is selected stands in the upper half, as far as there are rows below.
fn top(scene: &Scene, page: &Page, height: u16) -> usize {
    let height = usize::from(height);
    let selected = scene.ui.lectern.browse.at();
    let is_selected = |words: &Vec<Words>| words.iter().any(|one| one.entry == selected);
    let focus = selected.and_then(|_| page.iter().position(is_selected));
    let last = page.len().saturating_sub(height);
    focus.unwrap_or(0).saturating_sub(height / 3).min(last)
}

fn heading(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let lectern = &scene.ui.lectern;
    let mut left: Vec<Piece> = vec![(scene.label("face-brief"), Role::Label)];
    let noted = Message::new("board-noted").with("count", scene.meeting.contributions.noted());
    let mut right = scene.say(&noted);
    match lectern.opened() {
        None => left.push((scene.word("brief-what"), Role::Quiet)),
        Some(section) => {
            left.push((scene.word(section.topic.title()), Role::Here));
            let place = Message::new("brief-place")
                .with("number", lectern.browse.at().map_or(0, |at| at + 1))
                .with("of", section.entries.len());
            right = scene.say(&place);
        }
    }
    list::heading(scene, &left, &[(right, Role::Quiet)], area, buf);
}

fn page(scene: &Scene, columns: u16) -> Page {
    match scene.ui.lectern.opened() {
        Some(section) => read_out(scene, section, columns),
        None => looked_over(scene, columns),
    }
}

/// Every section with its first entries, one below the other; what is asked for stands beside what is offered where there is room.
fn looked_over(scene: &Scene, columns: u16) -> Page {
    let sections = scene
        .ui
        .lectern
        .brief()
        .map_or(&[][..], |brief| &brief.sections);
    let mut first = 0;
    let placed = sections.iter().map(|section| {
        let here = first;
        first += section.entries.len().min(few(section.topic));
        (section, here)
    });
    let mut placed = placed.peekable();
    let mut page = Page::new();
    while let Some((section, first)) = placed.next() {
        if !page.is_empty() {
            page.push(Vec::new());
        }
        let partner = beside(section.topic).filter(|_| columns >= WITH_TWO);
        let beside = placed.next_if(|(next, _)| partner == Some(next.topic));
        let Some((other, second)) = beside else {
            let label = (columns >= WITH_LABELS).then_some(LABEL);
            page.extend(block(scene, section, first, columns, label));
            continue;
        };
        // The left one ends where its share of the text does.
        let half = LABEL + (columns - LABEL - BETWEEN) / 2;
        let label = width(&scene.label(other.topic.title())) + GUTTER;
        let left = block(scene, section, first, half, Some(LABEL));
        let right = block(scene, other, second, columns - half - BETWEEN, Some(label));
        page.extend(side_by_side(left, right, half + BETWEEN));
    }
    page
}

/// What a section has beside it where there is room.
const fn beside(topic: Topic) -> Option<Topic> {
    match topic {
        Topic::Offered => Some(Topic::AskedFor),
        Topic::Starred => Some(Topic::Promised),
        Topic::Decided => Some(Topic::Actions),
        Topic::Thanks
        | Topic::Agreed
        | Topic::RaisedBySeveral
        | Topic::Alike
        | Topic::PerhapsAlike
        | Topic::AskedFor
        | Topic::Promised
        | Topic::Actions
        | Topic::NotHeard => None,
    }
}

/// Rows beside rows, the second ones from that column on.
fn side_by_side(left: Page, right: Page, x: u16) -> Page {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), shifted(right, x).into_iter());
    let both = |_| {
        let mut row = left.next().unwrap_or_default();
        row.extend(right.next().unwrap_or_default());
        row
    };
    (0..rows).map(both).collect()
}

fn shifted(mut page: Page, x: u16) -> Page {
    page.iter_mut().flatten().for_each(|words| words.x += x);
    page
}

/// A section with its first entries, beside its title where that has columns, else below it; `first` is the place of its first entry
/// among those that are shown.
fn block(
    scene: &Scene,
    section: &Section,
    first: usize,
    columns: u16,
    beside: Option<u16>,
) -> Page {
    // What nobody said is not to be read out as if somebody had.
    let role = if section.topic == Topic::PerhapsAlike {
        Role::Soon
    } else {
        Role::Label
    };
    let title = Words {
        x: 0,
        text: scene.label(section.topic.title()),
        role,
        entry: None,
    };
    let x = beside.unwrap_or(GUTTER);
    let mut rows = shifted(entries(scene, section, first, columns.saturating_sub(x)), x);
    match rows.first_mut() {
        Some(row) if beside.is_some() => row.insert(0, title),
        Some(_) | None => rows.insert(0, vec![title]),
    }
    rows
}

/// The first entries of a section, and how many more there are.
fn entries(scene: &Scene, section: &Section, first: usize, columns: u16) -> Page {
    let shown = section.entries.len().min(few(section.topic));
    let (shown, rest) = section.entries.split_at(shown);
    let mut rows = match section.topic {
        Topic::Thanks | Topic::RaisedBySeveral | Topic::NotHeard => {
            flowing(scene, shown, first, columns)
        }
        Topic::Agreed
        | Topic::Alike
        | Topic::PerhapsAlike
        | Topic::Offered
        | Topic::AskedFor
        | Topic::Starred
        | Topic::Promised
        | Topic::Decided
        | Topic::Actions => shown
            .iter()
            .zip(first..)
            .flat_map(|(entry, at)| in_short(scene, entry, at, columns))
            .collect(),
    };
    let more = rest.len() + section.more;
    if more > 0 {
        let said = scene.say(&Message::new("brief-more").with("count", more));
        rows.push(vec![Words {
            x: 0,
            text: said,
            role: Role::Quiet,
            entry: None,
        }]);
    }
    rows
}

/// An entry in short: each of its lines on as many rows as it may have.
fn in_short(scene: &Scene, entry: &Entry, at: usize, columns: u16) -> Page {
    let role = |index: usize| if index < 2 { Role::Text } else { Role::Quiet };
    let said = entry.short.iter().map(|message| scene.say(message));
    let rows = said.enumerate().flat_map(|(index, said)| {
        let rows = wrapped(scene, &said, columns, MOST_ROWS);
        rows.into_iter().map(move |text| (text, role(index)))
    });
    rows.map(|(text, role)| {
        vec![Words {
            x: 0,
            text,
            role,
            entry: Some(at),
        }]
    })
    .collect()
}

/// Entries one behind the other, as many on a row as there is room for; each part of them begins a row, with what stands above it.
fn flowing(scene: &Scene, entries: &[Entry], first: usize, columns: u16) -> Page {
    let dot = format!(" {} ", scene.sign(Sign::Dot));
    let mut page = Page::new();
    let mut places = first..;
    for part in entries.chunk_by(|one, next| one.heading == next.heading) {
        page.push(Vec::new());
        let (mut x, mut indent) = (0, 0);
        if let Some(heading) = &part[0].heading {
            x = push(&mut page, x, title(scene, heading), Role::Accent, None) + 2;
            indent = GUTTER;
        }
        for (index, (entry, at)) in part.iter().zip(&mut places).enumerate() {
            let said: Vec<String> = entry
                .short
                .iter()
                .map(|message| scene.say(message))
                .collect();
            let text = cut(
                &said.join(" "),
                columns.saturating_sub(indent),
                scene.styles,
            );
            let between = if index > 0 { dot.as_str() } else { "" };
            if x > indent && x + width(between) + width(&text) > columns {
                page.push(Vec::new());
                x = indent;
            } else {
                x = push(&mut page, x, between.to_owned(), Role::Quiet, None);
            }
            x = push(&mut page, x, text, Role::Text, Some(at));
        }
    }
    page
}

/// Puts words at the end of the last row; gives the column behind them.
fn push(page: &mut Page, x: u16, text: String, role: Role, entry: Option<usize>) -> u16 {
    let next = x + width(&text);
    if let (Some(row), false) = (page.last_mut(), text.is_empty()) {
        row.push(Words {
            x,
            text,
            role,
            entry,
        });
    }
    next
}

/// A section to be read out from two metres: names in full, wide margins, every other row free.
fn read_out(scene: &Scene, section: &Section, columns: u16) -> Page {
    let margin = columns / MARGIN;
    let room = columns.saturating_sub(2 * margin);
    let mut page = Page::new();
    let mut put = |text: String, role: Role, entry: Option<usize>| {
        let words = Words {
            x: margin,
            text,
            role,
            entry,
        };
        page.extend([vec![words], Vec::new()]);
    };
    let parts = section.parts();
    let entries = parts.flat_map(|(heading, part)| {
        let headings = std::iter::once(heading).chain(std::iter::repeat(None));
        headings.zip(part)
    });
    for (at, (heading, entry)) in entries.enumerate() {
        if let Some(heading) = heading {
            put(title(scene, heading), Role::Accent, None);
        }
        for (index, line) in entry.aloud.iter().enumerate() {
            let is_why = section.topic == Topic::PerhapsAlike && index > 1;
            let role = if is_why { Role::Quiet } else { Role::Strong };
            for text in wrapped(scene, &scene.say(line), room, MOST_READ) {
                put(text, role, Some(at));
            }
        }
    }
    page
}

fn title(scene: &Scene, heading: &Arg) -> String {
    match heading {
        Arg::Message(message) => scene.say(message),
        other => scene.say(&Message::new("tui-shown-line").with("text", other.clone())),
    }
}

/// A text on so many rows at most; the last one says where there is more of it.
fn wrapped(scene: &Scene, text: &str, columns: u16, most: usize) -> Vec<String> {
    let all = lines(text, columns);
    let mut rows: Vec<String> = all
        .iter()
        .take(most)
        .map(|line| (*line).to_owned())
        .collect();
    if let (Some(last), true) = (rows.last_mut(), all.len() > most) {
        let more = format!("{last}{}", scene.sign(Sign::Ellipsis));
        let kept = cut(last, columns.saturating_sub(1), scene.styles);
        *last = if width(&more) <= columns { more } else { kept };
    }
    rows
}
