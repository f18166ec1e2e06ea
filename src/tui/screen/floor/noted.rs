//! What was noted: from the unit that speaks, and last of all. Reads the last lines of a unit from its index; never walks all.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use crate::agenda::Who;
use crate::meeting::contribution::Contribution;
use crate::text::shown;
use crate::tui::reading::KINDS;
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_all, put_right, row, width};
use crate::tui::widget::wrap::lines;

/// Columns of an id and of the star behind it.
const ID: u16 = 5;
const STAR: u16 = 2;
/// Columns from which kinds and themes are shown.
const WITH_KINDS: u16 = 56;
/// Columns from which it is said which unit a line is from, where that is not said above.
const WITH_UNITS: u16 = 72;
const UNIT: u16 = 16;
/// Rows of a contribution's text in a column of its own.
const TEXT_ROWS: usize = 2;

/// Lines that are looked at for those of others: a unit may have said very much.
const LOOKED_AT: usize = 200;

/// Columns of the parts of a row, aligned over all rows; none for a unit that is named above.
struct Columns {
    kind: u16,
    unit: u16,
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

/// The last contributions of the unit that speaks, with nobody on the floor of all, the newest below.
///
/// ```text
/// NOTED FROM THIS UNIT                                          2
/// C11   suggestion  Twenty scholarships …              #education
/// C12 ★ offer       Host the youth forum                   #youth
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
    let columns = Columns {
        kind: kind_columns(scene),
        unit: match listed {
            Listed::All if area.width >= WITH_UNITS => unit_columns(scene, &last),
            Listed::From(_) | Listed::Others(_) | Listed::All => 0,
        },
    };
    for (index, contribution) in (0..).zip(last) {
        one_row(scene, contribution, &columns, row(rows, index), buf);
    }
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

fn one_row(
    scene: &Scene,
    contribution: &Contribution,
    columns: &Columns,
    area: Rect,
    buf: &mut Buffer,
) {
    let line = &contribution.line;
    mark(scene, contribution, area, buf);
    let mut text = from(area, ID + STAR);
    if area.width >= WITH_KINDS {
        let themes = themes(scene, contribution, area.width / 5);
        put_right(buf, area, &themes, scene.style(Role::Accent));
        text.width = text.width.saturating_sub(width(&themes) + 2);
        let kind = scene.say(&line.kind.word());
        put(buf, text, &kind, scene.style(Role::Quiet));
        text = from(text, columns.kind);
    }
    if columns.unit > 0 {
        let unit = cut(&whose(scene, contribution), columns.unit, scene.styles);
        put(buf, text, &unit, scene.style(Role::Quiet));
        text = from(text, columns.unit + 2);
    }
    let words = cut(&shown(line.text.as_str()), text.width, scene.styles);
    put(buf, text, &words, scene.style(Role::Text));
}

/// As many of the last as have room, the newest below.
fn list(scene: &Scene, listed: &Listed, area: Rect, buf: &mut Buffer) {
    if area.height < 2 {
        return;
    }
    heading(scene, listed, area, buf);
    let rows = below(area, 2, area.height);
    let mut room = rows.height;
    let mut blocks = Vec::new();
    for contribution in last(scene, listed, usize::from(rows.height))
        .into_iter()
        .rev()
    {
        let block = text_rows(scene, contribution, rows.width);
        let height = u16::try_from(block.len())
            .unwrap_or(u16::MAX)
            .saturating_add(1);
        if height > room {
            break;
        }
        room -= height;
        blocks.push((contribution, block));
    }
    if blocks.is_empty() {
        let nothing = scene.word("tui-noted-nothing");
        put(buf, rows, &nothing, scene.style(Role::Quiet));
    }
    let mut top = 0;
    for (contribution, block) in blocks.into_iter().rev() {
        about(scene, contribution, listed, row(rows, top), buf);
        for text in block {
            top += 1;
            let place = from(row(rows, top), ID + STAR);
            put(buf, place, &text, scene.style(Role::Text));
        }
        top += 1;
    }
}

/// A contribution's text on as many rows as it may have, the last cut where there is more.
fn text_rows(scene: &Scene, contribution: &Contribution, columns: u16) -> Vec<String> {
    let columns = columns.saturating_sub(ID + STAR);
    let text = shown(contribution.line.text.as_str());
    let all = lines(&text, columns);
    let mut rows: Vec<String> = all
        .iter()
        .take(TEXT_ROWS)
        .map(|&row| row.to_owned())
        .collect();
    if let (Some(last), true) = (rows.last_mut(), all.len() > TEXT_ROWS) {
        let more = format!("{last} {}", all[TEXT_ROWS]);
        *last = cut(&more, columns, scene.styles);
    }
    rows
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
    let text = from(area, ID + STAR);
    let used = put(buf, text, &kind, scene.style(Role::Quiet)) + 2;
    let themes = themes(scene, contribution, area.width / 2);
    put_right(buf, area, &themes, scene.style(Role::Accent));
    if !matches!(listed, Listed::From(_)) {
        let dot = scene.sign(Sign::Dot);
        let text = from(text, used.saturating_sub(1));
        let room = text.width.saturating_sub(width(&themes) + 4);
        let whose = cut(&whose(scene, contribution), room, scene.styles);
        put(
            buf,
            text,
            &format!("{dot} {whose}"),
            scene.style(Role::Quiet),
        );
    }
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

fn themes(scene: &Scene, contribution: &Contribution, columns: u16) -> String {
    let themes: Vec<String> = contribution
        .line
        .themes
        .iter()
        .filter_map(|id| scene.meeting.contributions.theme(id))
        .map(|theme| format!("#{}", scene.text(&theme.name)))
        .collect();
    cut(&themes.join(" "), columns, scene.styles)
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
    let words = KINDS.iter().map(|kind| width(&scene.say(&kind.word())));
    words.max().unwrap_or(0) + 2
}
