//! What was noted: from the unit that speaks, and last of all. Reads the last lines of a unit from its index; never walks all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use super::flow::at_most;
use crate::agenda::{ContributionKind, Who};
use crate::meeting::contribution::Contribution;
use crate::text::shown;
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_all, put_right, row, width};

/// Columns of an id and of the star behind it.
const ID: u16 = 5;
const STAR: u16 = 2;
/// Columns that a text has for itself before its kind is shown, and beside that whose it is.
const BESIDE_KIND: u16 = 40;
const BESIDE_UNIT: u16 = 36;
/// Columns of a unit at most, and in a column of its own.
const UNIT: u16 = 18;
const UNIT_ABOVE: u16 = 24;
/// Columns from which the part of a theme that there is room for is shown.
const THEME: u16 = 8;
/// Columns between a text and its themes.
const GAP: u16 = 2;
/// Rows of a text at most, those for all texts from which each may have as many, and those in a column of its own.
const MOST: usize = 2;
const WITH_TWO: usize = 4;
const MOST_IN_COLUMN: usize = 3;

/// Lines that are looked at for those of others: a unit may have said very much.
const LOOKED_AT: usize = 200;

/// The parts in front of a text, aligned over all rows.
struct Columns {
    /// None where kinds are not shown.
    kind: u16,
    whose: Whose,
}

/// Where it is said whose a contribution is.
enum Whose {
    /// Nowhere, or for all of them above.
    Unsaid,
    /// In so many columns behind the kind.
    Beside(u16),
    /// On the row below the kind, in its columns.
    Below,
}

impl Columns {
    fn of(scene: &Scene, listed: &Listed, last: &[&Contribution], rows: Rect) -> Self {
        let fits = |columns: u16, text: u16| ID + STAR + columns + text <= rows.width;
        let kind = Some(kind_columns(scene)).filter(|kind| fits(*kind, BESIDE_KIND));
        let kind = kind.unwrap_or(0);
        let unit = match listed {
            Listed::All => unit_columns(scene, last) + GAP,
            Listed::From(_) | Listed::Others(_) => 0,
        };
        let of = |kind, whose| Self { kind, whose };
        if unit > 0 && usize::from(rows.height) >= WITH_TWO && fits(kind.max(unit), BESIDE_UNIT) {
            of(kind.max(unit), Whose::Below)
        } else if unit > 0 && fits(kind + unit, BESIDE_UNIT) {
            of(kind, Whose::Beside(unit))
        } else {
            of(kind, Whose::Unsaid)
        }
    }

    const fn before_text(&self) -> u16 {
        let beside = match self.whose {
            Whose::Beside(unit) => unit,
            Whose::Unsaid | Whose::Below => 0,
        };
        ID + STAR + self.kind + beside
    }

    /// Rows of a contribution however short its text is.
    const fn least_rows(&self) -> usize {
        match self.whose {
            Whose::Below => 2,
            Whose::Unsaid | Whose::Beside(_) => 1,
        }
    }
}

/// Which contributions are listed.
enum Listed {
    /// Those of the unit that speaks.
    From(Who),
    /// Those of the others.
    Others(Who),
    /// All.
    All,
}

/// The last contributions of the unit that speaks, with nobody on the floor of all, the newest below. What was said comes
/// first: it may have two rows where there are some, and themes have what its last row leaves.
///
/// ```text
/// NOTED                                                         2
/// C11   suggestion  Twenty scholarships for students from
///       University  friendly cities                    #education
/// C12 ★ offer       Host the youth forum                   #youth
///       Academy
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    if area.height < 2 {
        return;
    }
    let listed = here(scene);
    heading(scene, &listed, area, buf);
    let rows = below(area, 1, area.height);
    let last = last(scene, &listed, usize::from(rows.height));
    if last.is_empty() {
        let nothing = scene.word("tui-noted-nothing");
        put(buf, rows, &nothing, scene.style(Role::Quiet));
    }
    let columns = Columns::of(scene, &listed, &last, rows);
    let room = rows.width.saturating_sub(columns.before_text());
    let needs = last
        .iter()
        .map(|line| text_rows(scene, line, MOST, room).len());
    let heights = heights(
        &needs.collect::<Vec<_>>(),
        columns.least_rows(),
        usize::from(rows.height),
    );
    let mut top = 0;
    let shown = last.iter().skip(last.len() - heights.len());
    for (contribution, height) in shown.zip(heights) {
        let height = u16::try_from(height).unwrap_or(u16::MAX);
        let place = below(rows, top, height);
        one(scene, contribution, &columns, place, buf);
        top += height;
    }
}

/// How many rows each has for a text that needs so many, the newest first; fewer than there are where the older have no
/// room. Where each may have two, what comes later changes nothing about that.
fn heights(needs: &[usize], least: usize, rows: usize) -> Vec<usize> {
    let usual = if rows < WITH_TWO { 1 } else { MOST };
    let mut left = rows;
    let mut heights = Vec::new();
    for need in needs.iter().rev() {
        if left < least {
            break;
        }
        let height = (*need).clamp(least, usual).min(left);
        heights.push(height);
        left -= height;
    }
    for (height, need) in heights.iter_mut().zip(needs.iter().rev()) {
        let more = need.saturating_sub(*height).min(left);
        *height += more;
        left -= more;
    }
    heights.reverse();
    heights
}

/// The same in a column of its own, each with more of its text: above from the unit that speaks, below from the others.
///
/// ```text
/// NOTED FROM THIS UNIT                  2
/// C11   suggestion             #education
///       Twenty scholarships for students
///       of friendly universities
/// ```
pub fn column(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let Listed::From(unit) = here(scene) else {
        list(scene, &Listed::All, area, buf);
        return;
    };
    let upper = area.height / 2;
    let others = Listed::Others(unit.clone());
    list(scene, &Listed::From(unit), below(area, 0, upper), buf);
    list(scene, &others, below(area, upper + 1, area.height), buf);
}

fn here(scene: &Scene) -> Listed {
    let running = scene.meeting.floor.running();
    let unit = running.and_then(|turn| turn.speaker.for_unit());
    unit.map_or(Listed::All, Listed::From)
}

fn heading(scene: &Scene, listed: &Listed, area: Rect, buf: &mut Buffer) {
    let contributions = &scene.meeting.contributions;
    let (id, count) = match listed {
        Listed::From(who) => ("tui-noted-here", contributions.noted_from(who)),
        Listed::Others(who) => {
            let others = contributions.noted() - contributions.noted_from(who);
            ("tui-noted-others", others)
        }
        Listed::All => ("tui-noted", contributions.noted()),
    };
    put(buf, area, &scene.label(id), scene.style(Role::Label));
    if count > 0 {
        put_right(buf, area, &count.to_string(), scene.style(Role::Label));
    }
}

/// The last of them that count, the newest last.
fn last<'a>(scene: &Scene<'a>, listed: &Listed, count: usize) -> Vec<&'a Contribution> {
    let contributions = &scene.meeting.contributions;
    let counts = |line: &&Contribution| line.counts();
    let latest = contributions.all().rev().filter(counts);
    let mut last: Vec<&Contribution> = match listed {
        Listed::From(who) => {
            let lines = contributions.from_source(who).rev();
            lines.filter(counts).take(count).collect()
        }
        Listed::Others(who) => {
            let others = latest.take(LOOKED_AT);
            let others = others.filter(|line| !line.line.source.by.contains(who));
            others.take(count).collect()
        }
        Listed::All => latest.take(count).collect(),
    };
    last.reverse();
    last
}

/// Draws a contribution on all rows of an area.
fn one(
    scene: &Scene,
    contribution: &Contribution,
    columns: &Columns,
    area: Rect,
    buf: &mut Buffer,
) {
    mark(scene, contribution, area, buf);
    let place = from(area, ID + STAR);
    if columns.kind > 0 {
        let kind = scene.say(&contribution.line.kind.word());
        put(buf, place, &kind, scene.style(Role::Quiet));
    }
    let (whose_place, room) = match columns.whose {
        Whose::Unsaid => (Rect::ZERO, 0),
        Whose::Beside(unit) => (from(place, columns.kind), unit - GAP),
        Whose::Below => (row(place, 1), columns.kind - GAP),
    };
    let whose = cut(&whose(scene, contribution), room, scene.styles);
    put(buf, whose_place, &whose, scene.style(Role::Quiet));
    let place = from(area, columns.before_text());
    let text = text_rows(scene, contribution, usize::from(area.height), place.width);
    let used = put_rows(scene, &text, place, buf);
    let taken = match text.last() {
        Some(last) if used >= area.height => width(last) + GAP,
        Some(_) | None => 0,
    };
    let themes = themes(scene, contribution, place.width.saturating_sub(taken));
    let last = row(place, area.height.saturating_sub(1));
    put_right(buf, last, &themes, scene.style(Role::Accent));
}

/// Draws the rows of a text; gives how many there are.
fn put_rows(scene: &Scene, text: &[String], area: Rect, buf: &mut Buffer) -> u16 {
    for (index, line) in (0..area.height).zip(text) {
        put(buf, row(area, index), line, scene.style(Role::Text));
    }
    u16::try_from(text.len()).unwrap_or(u16::MAX)
}

/// As many of the last as have room, the newest below, an empty row between two.
fn list(scene: &Scene, listed: &Listed, area: Rect, buf: &mut Buffer) {
    if area.height < 2 {
        return;
    }
    heading(scene, listed, area, buf);
    let rows = below(area, 2, area.height);
    let columns = rows.width.saturating_sub(ID + STAR);
    let mut room = rows.height + 1;
    let mut blocks = Vec::new();
    let last = last(scene, listed, usize::from(rows.height));
    for contribution in last.into_iter().rev() {
        let text = text_rows(scene, contribution, MOST_IN_COLUMN, columns);
        let height = u16::try_from(text.len() + 2).unwrap_or(u16::MAX);
        if height > room {
            break;
        }
        room -= height;
        blocks.push((contribution, text));
    }
    if blocks.is_empty() {
        let nothing = scene.word("tui-noted-nothing");
        put(buf, rows, &nothing, scene.style(Role::Quiet));
    }
    let mut top = 0;
    for (contribution, text) in blocks.into_iter().rev() {
        about(scene, contribution, listed, row(rows, top), buf);
        let place = from(below(rows, top + 1, rows.height), ID + STAR);
        top += put_rows(scene, &text, place, buf) + 2;
    }
}

/// A contribution's text on so many rows at most, the last cut where there is more.
fn text_rows(scene: &Scene, contribution: &Contribution, rows: usize, columns: u16) -> Vec<String> {
    let text = shown(contribution.line.text.as_str());
    at_most(&text, rows, columns, scene.styles)
}

/// Id, star, kind, themes; and whose it is, where that is not said above.
fn about(
    scene: &Scene,
    contribution: &Contribution,
    listed: &Listed,
    area: Rect,
    buf: &mut Buffer,
) {
    mark(scene, contribution, area, buf);
    let kind = scene.say(&contribution.line.kind.word());
    let mut place = from(area, ID + STAR);
    place = from(place, put(buf, place, &kind, scene.style(Role::Quiet)));
    if !matches!(listed, Listed::From(_)) {
        let dot = scene.sign(Sign::Dot);
        let whose = cut(&whose(scene, contribution), UNIT_ABOVE, scene.styles);
        let whose = format!(" {dot} {whose}");
        place = from(place, put(buf, place, &whose, scene.style(Role::Quiet)));
    }
    let place = from(place, GAP);
    let themes = themes(scene, contribution, place.width);
    put_right(buf, place, &themes, scene.style(Role::Accent));
}

fn mark(scene: &Scene, contribution: &Contribution, area: Rect, buf: &mut Buffer) {
    let star = if contribution.starred {
        scene.sign(Sign::Star)
    } else {
        " "
    };
    let id = format!("{:<1$}", contribution.line.id, usize::from(ID));
    let pieces = [
        (id.as_str(), scene.style(Role::Quiet)),
        (star, scene.style(Role::Soon)),
    ];
    put_all(buf, area, &pieces);
}

/// As many of its themes as there is room for, of the first alone a part; none where that says too little.
fn themes(scene: &Scene, contribution: &Contribution, columns: u16) -> String {
    let ids = contribution.line.themes.iter();
    let themes = ids.filter_map(|id| scene.meeting.contributions.theme(id));
    let mut shown = String::new();
    for theme in themes {
        let theme = format!("#{}", scene.text(&theme.name));
        if shown.is_empty() {
            shown = theme;
            continue;
        }
        let more = format!("{shown} {theme}");
        if width(&more) > columns {
            break;
        }
        shown = more;
    }
    if width(&shown) > columns && columns < THEME {
        return String::new();
    }
    cut(&shown, columns, scene.styles)
}

/// Whose a contribution is, for short; the chair's own where it is nobody's.
fn whose(scene: &Scene, contribution: &Contribution) -> String {
    let first = contribution.line.source.by.first();
    first.map_or_else(
        || scene.word("tui-label-chair"),
        |who| scene.short_name(who),
    )
}

/// Columns of the longest unit's short name among them; no more than it may have.
fn unit_columns(scene: &Scene, listed: &[&Contribution]) -> u16 {
    let units = listed.iter().map(|line| width(&whose(scene, line)));
    units.max().unwrap_or(0).min(UNIT)
}

/// Columns of the longest kind's word in this language, and a gap.
fn kind_columns(scene: &Scene) -> u16 {
    let words = ContributionKind::ALL
        .iter()
        .map(|kind| width(&scene.say(&kind.word())));
    words.max().unwrap_or(0) + 2
}
