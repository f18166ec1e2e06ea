//! What was found, for reading: a heading for each session, a line for each thing, cut to the width of the terminal around what was looked
//! for, which is bold there. Where nobody looks at a terminal there are no marks, and the lines are long.
//!
//! ```text
//! 2023-12-29  Work exchange meeting of the directors  2023-12-29-Work-exchange-meeting-of-the-directors
//!   C12  YUFE         suggestion  open     Invite twenty students of friendly cities  #education
//! ```

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, IsTerminal};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::archive::search::{Entry, Found, Kind, Named, Query, Status};
use crate::cli::Surroundings;
use crate::locale::Locale;
use crate::text::{is_han, shown};

/// Columns where there is no terminal.
const ELSEWHERE: usize = 160;
/// From so many columns on a line names the person beside the unit.
const WIDE: usize = 110;
/// A text is never given less.
const LEAST_TEXT: usize = 12;
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[22m";

/// How lines look in this place.
pub struct Form<'q> {
    query: &'q Query,
    locale: &'q Locale,
    columns: usize,
    marks: Marks,
    /// What stands where a text was cut.
    cut: &'static str,
    /// The words for all kinds and statuses, in the order of their tables.
    kinds: Vec<String>,
    statuses: Vec<String>,
}

/// Whether what was looked for stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    Bold,
    None,
}

/// What stands before the text of one line.
struct Row<'f> {
    id: &'f str,
    who: String,
    kind: &'f str,
    status: &'f str,
}

impl<'q> Form<'q> {
    /// As the terminal is, where there is one.
    pub fn of(query: &'q Query, surroundings: &'q Surroundings) -> Self {
        let terminal = io::stdout().is_terminal();
        let colourless = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let marks = if terminal && !colourless {
            Marks::Bold
        } else {
            Marks::None
        };
        let columns = terminal.then(columns).flatten().unwrap_or(ELSEWHERE);
        let ascii = surroundings.settings().ascii;
        Self {
            cut: if ascii { "..." } else { "…" },
            ..Self::new(query, surroundings.locale(), columns, marks)
        }
    }

    fn new(query: &'q Query, locale: &'q Locale, columns: usize, marks: Marks) -> Self {
        let kinds = Kind::ALL.into_iter();
        let statuses = Status::ALL.into_iter();
        Self {
            query,
            locale,
            columns,
            marks,
            cut: "…",
            kinds: kinds.map(|kind| locale.say(&kind.word())).collect(),
            statuses: statuses.map(|status| locale.say(&status.word())).collect(),
        }
    }

    /// The lines of one session, with an empty one before them.
    pub fn lines(&self, found: &Found) -> String {
        let rows: Vec<Row> = found
            .entries
            .iter()
            .map(|entry| self.row(found, entry))
            .collect();
        let widest =
            |of: for<'r> fn(&'r Row<'_>) -> &'r str| rows.iter().map(|row| width(of(row))).max();
        let widths = [
            widest(|row| row.id),
            widest(|row| &row.who).map(|width| width.min(self.columns / 5)),
            widest(|row| row.kind),
            widest(|row| row.status),
        ]
        .map(Option::unwrap_or_default);
        let mut lines = format!("\n{}\n", self.heading(found));
        let filled = widths.iter().filter(|width| **width > 0);
        let used: usize = filled.map(|width| width + 2).sum();
        let room = self.columns.saturating_sub(used + 1).max(LEAST_TEXT);
        for (row, entry) in rows.iter().zip(&found.entries) {
            lines.push(' ');
            for (cell, width) in [row.id, &row.who, row.kind, row.status]
                .into_iter()
                .zip(widths)
            {
                self.put_cell(&mut lines, cell, width);
            }
            self.put_text(&mut lines, entry, room);
            lines.truncate(lines.trim_end().len());
            lines.push('\n');
        }
        lines
    }

    /// The day, the title, and by what name the session is opened.
    fn heading(&self, found: &Found) -> String {
        let mut heading = String::new();
        if let Some(date) = found.date {
            let _ = write!(heading, "{date}  ");
        }
        let title = cleaned(&found.title);
        let room = self.columns.saturating_sub(width(&heading));
        let named = width(&title) + 2 + width(found.stem) <= room;
        heading.push_str(&self.shortened(&title, room));
        if named {
            heading.push_str("  ");
            heading.push_str(&cleaned(found.stem));
        }
        heading
    }

    fn row<'f>(&'f self, found: &'f Found, entry: &'f Entry) -> Row<'f> {
        let of = |place: Option<usize>, words: &'f [String]| place.map_or("", |at| &words[at]);
        let kind = Kind::ALL.into_iter().position(|kind| kind == entry.kind);
        let status = entry.stands();
        let status = status.and_then(|asked| Status::ALL.into_iter().position(|one| one == asked));
        Row {
            id: &entry.id,
            who: self.who(found, entry),
            kind: of(kind, &self.kinds),
            status: of(status, &self.statuses),
        }
    }

    /// Whose it is: the unit, and where there is room who spoke for it; else the person or the owner alone.
    fn who(&self, found: &Found, entry: &Entry) -> String {
        let roster = &found.roster;
        let mut who = String::new();
        let mut add = |named: Option<&Named>, id: &str| {
            who.push_str(if who.is_empty() { "" } else { ", " });
            who.push_str(&cleaned(named.map_or(id, Named::shortest)));
        };
        for id in &entry.units {
            add(roster.anybody(id), id);
        }
        if entry.units.is_empty() || self.columns >= WIDE {
            entry
                .person
                .iter()
                .for_each(|id| add(roster.person(id), id));
            entry.owner.iter().for_each(|owner| add(None, owner));
        }
        who
    }

    /// A cell of a column; a column in which nothing stands is left out.
    fn put_cell(&self, line: &mut String, cell: &str, columns: usize) {
        if columns == 0 {
            return;
        }
        let cell = self.shortened(cell, columns);
        let gap = columns - width(&cell);
        line.push(' ');
        self.put_marked(line, &cell);
        line.extend(std::iter::repeat_n(' ', gap + 1));
    }

    /// The text, what was said of it, and the themes where there is room for them.
    fn put_text(&self, line: &mut String, entry: &Entry, room: usize) {
        let mut said = cleaned(&entry.text);
        if let Some(more) = entry.more.as_deref().filter(|more| !more.is_empty()) {
            said = format!("{said} — {}", cleaned(more)).into();
        }
        if let Some(later) = &entry.later {
            let later = self.locale.say(&later.said());
            said = format!("{said} — {}", cleaned(&later)).into();
        }
        let mut themes = String::new();
        for theme in &entry.themes {
            themes.extend(["  #", &*cleaned(theme)]);
        }
        let themes = self.shortened(&themes, room / 4);
        let context = self.context(&said, room - width(&themes));
        line.push(' ');
        self.put_marked(line, &context);
        self.put_marked(line, &themes);
    }

    fn put_marked(&self, line: &mut String, text: &str) {
        let mut at = 0;
        if self.marks == Marks::Bold {
            for place in self.query.places(text) {
                line.extend([&text[at..place.start], BOLD, &text[place.clone()], PLAIN]);
                at = place.end;
            }
        }
        line.push_str(&text[at..]);
    }

    /// As much of a text as there is room for, around what was looked for.
    fn context<'t>(&self, text: &'t str, room: usize) -> Cow<'t, str> {
        if width(text) <= room {
            return text.into();
        }
        let first = self.query.first_place(text).unwrap_or(0);
        // A third of the room is for what stands before.
        let start = if width(&text[..first]) <= room / 2 {
            0
        } else {
            first - last_columns(&text[..first], room / 3).len()
        };
        let before = if start > 0 { self.cut } else { "" };
        let rest = self.shortened(&text[start..], room.saturating_sub(width(before)));
        format!("{before}{rest}").into()
    }

    /// The beginning of a text, where it is too long.
    fn shortened<'t>(&self, text: &'t str, room: usize) -> Cow<'t, str> {
        if width(text) <= room {
            return text.into();
        }
        let beginning = first_columns(text, room.saturating_sub(self.cut.width()));
        if beginning.is_empty() {
            return "".into();
        }
        format!("{}{}", beginning.trim_end(), self.cut).into()
    }
}

/// What a terminal may be shown of a text: one line, without anything that steers it.
fn cleaned(text: &str) -> Cow<'_, str> {
    // Nearly all texts are made of these alone, which hide nothing.
    let is_plain = |c: char| matches!(c, ' '..='~' | '、'..='】' | '！'..='～') || is_han(c);
    if text.chars().all(is_plain) {
        return text.into();
    }
    let shown = shown(text);
    if shown.contains('\n') {
        return shown.replace('\n', " ").into();
    }
    shown
}

/// The columns of a text.
fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        UnicodeWidthStr::width(text)
    }
}

/// The longest beginning of no more columns; marks stay with what they stand on.
fn first_columns(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(0);
        if used > columns {
            return &text[..at];
        }
    }
    text
}

/// The longest end of no more columns.
fn last_columns(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        let width = c.width().unwrap_or(0);
        used += width;
        if used > columns {
            break;
        }
        if width > 0 {
            start = at;
        }
    }
    &text[start..]
}

/// The columns of the terminal; none where it does not say.
fn columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    (size.ws_col > 0).then(|| usize::from(size.ws_col))
}
