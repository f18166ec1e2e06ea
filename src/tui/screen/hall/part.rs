//! What a hall display is made of — words, a time in digits, bars, names — one below the other in the middle, each as large as there is room
//! for. Knows no meeting: what stands there is decided by others.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::names::{Entry, Names};
use super::tally::{Bar, Bars};
use crate::tui::look::Look;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock::{Size, put_blocks};
use crate::tui::widget::letters::{Letters, Scale};
use crate::tui::widget::line::{from, put, row, width};
use crate::tui::widget::wrap::lines;

/// Columns at both sides that stay empty, where there are some to spare.
const MARGIN: u16 = 2;
/// Columns of the lines around a name to either side of it.
const PLATE: u16 = 6;
/// Rows at most between two parts.
const WIDEST_GAP: u16 = 4;
/// A name of so many Chinese characters at most is written with space between them.
const SPACED: usize = 4;
/// That space in letters, where nothing may break it, and in words.
const HAIR: &str = "\u{202f}";
const WIDE: &str = "\u{3000}";
/// Lines of words in letters at most.
const LINES: u16 = 3;

/// One thing in the hall.
pub struct Part {
    pub what: What,
    pub role: Role,
    /// Where not all has room, what has the highest goes first.
    pub rank: u8,
}

/// What it is.
pub enum What {
    /// The one thing that is to be read from the last row.
    Name(String),
    /// Words around it.
    Text(String),
    /// Small words, right below what they belong to.
    Caption(String),
    /// A time in digits.
    Time(Time),
    /// What was counted.
    Bars(Vec<Bar>),
    /// Names, and what stands beside each.
    Names(Vec<Entry>),
}

/// A time in digits.
pub struct Time {
    pub digits: String,
    /// The widest it is meant to become: its last digit stands in the same place until then.
    pub widest: String,
    /// The same in words, where there is room for a line alone.
    pub words: String,
}

impl Part {
    pub const fn new(what: What, role: Role, rank: u8) -> Self {
        Self { what, role, rank }
    }
}

/// How large everything is.
pub(super) struct Level {
    /// The one name.
    name: Lettering,
    /// The letters of all other words; what has none of these stands in words.
    text: &'static [Scale],
    /// Those of names in columns, which have to have them; none where they stand in words.
    pub(super) names: &'static [Scale],
    /// The digits of a time; none where it stands in words.
    time: &'static [Size],
    /// Rows of a bar, and rows at least between two parts.
    pub(super) bar: u16,
    gap: u16,
}

/// How the one name is written.
#[derive(Clone, Copy)]
enum Lettering {
    /// In letters of that size, in so many lines at most.
    Letters(Scale, u16),
    /// The same, of ours alone, whose strokes are as strong as those of the digits.
    Strong(Scale, u16),
    /// Between two lines, for it has no letters, or they have no room.
    Plate,
    Words,
}

const NONE: &[Scale] = &[];
const SMALL: &[Scale] = &[Scale::Half];
const ANY: &[Scale] = &[Scale::Half, Scale::Whole];
const HUGE: &[Size] = &[Size::Huge, Size::Large, Size::Small];
const LARGE: &[Size] = &[Size::Large, Size::Small];
const LITTLE: &[Size] = &[Size::Small];

/// From the largest down; the last leaves out what has no room.
const LEVELS: [Level; 14] = {
    use Lettering::{Letters, Plate, Strong, Words};
    use Scale::{Double, Half, Whole};
    [
        // The name, the letters of words and names, the time, a bar and the gap.
        level(Letters(Double, 2), [ANY, ANY], HUGE, [4, 2]),
        level(Letters(Double, 1), [SMALL, ANY], HUGE, [4, 2]),
        level(Strong(Whole, 3), [SMALL, ANY], HUGE, [4, 2]),
        level(Letters(Double, 1), [NONE, NONE], LARGE, [2, 2]),
        level(Letters(Double, 1), [NONE, NONE], LARGE, [2, 1]),
        level(Strong(Whole, 3), [NONE, SMALL], HUGE, [2, 1]),
        level(Letters(Whole, 3), [SMALL, NONE], LARGE, [4, 2]),
        level(Letters(Whole, 3), [NONE, NONE], LARGE, [2, 1]),
        level(Letters(Half, 3), [NONE, NONE], LARGE, [1, 1]),
        level(Letters(Whole, 1), [NONE, NONE], LITTLE, [1, 1]),
        level(Plate, [NONE, NONE], LARGE, [1, 1]),
        level(Words, [NONE, NONE], LITTLE, [1, 1]),
        level(Words, [NONE, NONE], LITTLE, [1, 0]),
        level(Words, [NONE, NONE], &[], [1, 0]),
    ]
};

const fn level(
    name: Lettering,
    [text, names]: [&'static [Scale]; 2],
    time: &'static [Size],
    [bar, gap]: [u16; 2],
) -> Level {
    Level {
        name,
        text,
        names,
        time,
        bar,
        gap,
    }
}

/// A part in its place.
enum Laid<'a> {
    Letters(Vec<String>, Letters),
    /// Between two lines.
    Plate(String),
    Lines(Vec<String>),
    Digits(&'a Time, Size),
    Bars(Bars<'a>),
    Names(Names<'a>),
}

impl Laid<'_> {
    fn rows(&self) -> u16 {
        let count = |lines: &[String]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
        match self {
            Self::Letters(lines, letters) => count(lines).saturating_mul(letters.rows()),
            Self::Plate(_) => 3,
            Self::Lines(lines) => count(lines),
            Self::Digits(_, size) => size.rows(),
            Self::Bars(bars) => bars.rows(),
            Self::Names(names) => names.rows(),
        }
    }

    /// How many lines of large letters it has.
    fn large_lines(&self) -> usize {
        match self {
            Self::Letters(lines, letters) if letters.rows() > Scale::Half.rows() => lines.len(),
            Self::Letters(..)
            | Self::Plate(_)
            | Self::Lines(_)
            | Self::Digits(..)
            | Self::Bars(_)
            | Self::Names(_) => 0,
        }
    }
}

/// Draws the parts in the middle of `area`, as large as all of them have room; where they have none, the most important.
pub fn stack(look: &Look, parts: &[Part], area: Rect, buf: &mut Buffer) {
    let area = inset(area);
    let mut kept: Vec<&Part> = parts.iter().collect();
    for level in &LEVELS {
        let stack = Stack::of(look, &kept, level, area);
        if let Some(stack) = stack.filter(|stack| stack.has_room(area.height)) {
            return stack.draw(look, area, buf);
        }
    }
    let last = &LEVELS[LEVELS.len() - 1];
    while let Some(stack) = Stack::of(look, &kept, last, area) {
        let least = (0..kept.len()).max_by_key(|at| (kept[*at].rank, *at));
        match least.filter(|_| kept.len() > 1 && stack.rows() > area.height) {
            Some(least) => drop(kept.remove(least)),
            None => return stack.draw(look, area, buf),
        }
    }
}

fn inset(area: Rect) -> Rect {
    let margin = if area.width > 10 * MARGIN { MARGIN } else { 0 };
    Rect {
        x: area.x + margin,
        width: area.width - 2 * margin,
        ..area
    }
}

/// Parts that are laid one below the other.
struct Stack<'a> {
    parts: Vec<(&'a Part, Laid<'a>)>,
    gap: u16,
}

impl<'a> Stack<'a> {
    /// None where the name, or names, have no room in the letters of that level.
    fn of(look: &Look, parts: &[&'a Part], level: &Level, area: Rect) -> Option<Self> {
        let laid = |part: &&'a Part| Some((*part, lay(look, part, level, area.width)?));
        let mut stack = Self {
            parts: parts.iter().map(laid).collect::<Option<_>>()?,
            gap: level.gap,
        };
        // Names take the rows that all else leaves them.
        let left = area.height.saturating_sub(stack.rows());
        for (part, laid) in &mut stack.parts {
            if let What::Names(entries) = &part.what {
                let room = (area.width, left);
                *laid = Laid::Names(Names::of(look, entries, level, room)?);
            }
        }
        Some(stack)
    }

    /// Places between parts where there may be space.
    fn gaps(&self) -> u16 {
        let apart = self.parts.iter().skip(1);
        let apart = apart.filter(|(part, _)| !is_caption(part));
        u16::try_from(apart.count()).unwrap_or(u16::MAX)
    }

    fn rows(&self) -> u16 {
        let rows = self.parts.iter();
        let rows = rows.map(|(part, laid)| laid.rows() + close(part, laid));
        rows.fold(self.gaps() * self.gap, u16::saturating_add)
    }

    /// Whether all of it has room in so many rows, and names do not stand pressed together below large letters.
    fn has_room(&self, rows: u16) -> bool {
        let large: usize = self.parts.iter().map(|(_, laid)| laid.large_lines()).sum();
        let is_calm = |names: &Names| match large {
            0 => true,
            1 => names.have_space() || names.are_one_column(),
            2.. => names.have_space(),
        };
        let have_room = |names: &Names| names.hidden() == 0 && is_calm(names);
        self.rows() <= rows && self.names().all(have_room)
    }

    fn names(&self) -> impl Iterator<Item = &Names<'a>> {
        self.parts.iter().filter_map(|(_, laid)| {
            if let Laid::Names(names) = laid {
                Some(names)
            } else {
                None
            }
        })
    }

    /// The space that is left is shared: between the parts, above and below.
    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let spare = area.height.saturating_sub(self.rows());
        let gap = (self.gap + spare / (self.gaps() + 2)).min(WIDEST_GAP.max(self.gap));
        let used = self.rows() + (gap - self.gap) * self.gaps();
        let mut top = area.height.saturating_sub(used) / 2;
        for (index, (part, laid)) in self.parts.iter().enumerate() {
            top += close(part, laid);
            if index > 0 && !is_caption(part) {
                top += gap;
            }
            let place = below(area, top, laid.rows());
            draw(look, laid, part.role, place, buf);
            top = top.saturating_add(laid.rows());
        }
    }
}

fn is_caption(part: &Part) -> bool {
    matches!(part.what, What::Caption(_))
}

/// Rows between a caption and what it belongs to: letters reach to the top of their first row.
fn close(part: &Part, laid: &Laid) -> u16 {
    u16::from(is_caption(part) && matches!(laid, Laid::Letters(..)))
}

fn lay<'a>(look: &Look, part: &'a Part, level: &Level, columns: u16) -> Option<Laid<'a>> {
    let in_one_of = |text, scales: &[Scale]| {
        let lettered = |scale: &Scale| words(look, text, (*scale, LINES), columns);
        let lettered = scales.iter().find_map(lettered);
        lettered.unwrap_or_else(|| plain(text, columns))
    };
    let quietly = if level.text.is_empty() { NONE } else { SMALL };
    Some(match &part.what {
        What::Name(text) => name(look, text, level.name, columns)?,
        // What is said quietly is never as large as a name.
        What::Text(text) if part.role == Role::Quiet => in_one_of(text, quietly),
        What::Text(text) => in_one_of(text, level.text),
        What::Caption(text) => in_one_of(text, quietly),
        What::Time(time) => digits(time, level.time, columns),
        What::Bars(bars) => Laid::Bars(Bars::of(look, bars, level, columns)),
        What::Names(_) => Laid::Lines(Vec::new()),
    })
}

/// The name; none where it has no room in its letters. A short Chinese one stands with space between, or without where that has no room.
fn name<'a>(look: &Look, text: &str, lettering: Lettering, columns: u16) -> Option<Laid<'a>> {
    match lettering {
        Lettering::Letters(scale, _) if is_short(text) => {
            let spaced = words(look, &spaced(text, HAIR), (scale, 1), columns);
            spaced.or_else(|| words(look, text, (scale, 1), columns))
        }
        Lettering::Letters(scale, most) => words(look, text, (scale, most), columns),
        Lettering::Strong(scale, most) => words(look, text, (scale, most), columns)
            .filter(|laid| matches!(laid, Laid::Letters(_, letters) if letters.are_strong())),
        Lettering::Plate => Some(plate(text, columns)),
        Lettering::Words => Some(plain(text, columns)),
    }
}

/// The words in those letters, where they have room in so many lines.
fn words<'a>(
    look: &Look,
    text: &str,
    (scale, most): (Scale, u16),
    columns: u16,
) -> Option<Laid<'a>> {
    let letters = Letters::of(&[text], scale, look.styles.signs)?;
    let lines = letters.lines(text, columns, most)?;
    let lines = lines.into_iter().map(str::to_owned).collect();
    Some(Laid::Letters(lines, letters))
}

/// A short name between two lines; a title or a question speaks for itself.
fn plate<'a>(text: &str, columns: u16) -> Laid<'a> {
    let text = spaced(text, WIDE);
    if width(&text) + 2 * PLATE <= columns / 2 {
        Laid::Plate(text)
    } else {
        plain(&text, columns)
    }
}

fn plain<'a>(text: &str, columns: u16) -> Laid<'a> {
    Laid::Lines(
        lines(text, columns)
            .into_iter()
            .map(str::to_owned)
            .collect(),
    )
}

fn digits<'a>(time: &'a Time, sizes: &[Size], columns: u16) -> Laid<'a> {
    let fits = |size: &&Size| size.width(&time.digits).max(size.width(&time.widest)) <= columns;
    match sizes.iter().find(fits) {
        Some(size) => Laid::Digits(time, *size),
        None => plain(&time.words, columns),
    }
}

/// Whether it is a short Chinese name, or as short a word.
fn is_short(text: &str) -> bool {
    let is_chinese = |c| ('\u{4e00}'..='\u{9fff}').contains(&c);
    text.chars().count() <= SPACED && text.chars().all(is_chinese)
}

/// A short Chinese name with space between its characters, as it stands on a name plate.
fn spaced(text: &str, space: &str) -> String {
    if !is_short(text) {
        return text.to_owned();
    }
    let apart: Vec<String> = text.chars().map(String::from).collect();
    apart.join(space)
}

fn draw(look: &Look, laid: &Laid, role: Role, area: Rect, buf: &mut Buffer) {
    let style = (look.style(role), look.styles.signs);
    match laid {
        Laid::Letters(lines, letters) => {
            for (index, line) in (0..).zip(lines) {
                let place = below(area, index * letters.rows(), letters.rows());
                let place = middle(place, letters.width(line));
                letters.put(buf, place, line, style.0);
            }
        }
        Laid::Plate(text) => {
            let place = middle(area, width(text) + 2 * PLATE);
            let rule = look.sign(Sign::AcrossHeavy);
            let rule = rule.repeat(usize::from(width(text) + 2 * PLATE));
            for index in [0, 2] {
                put(buf, row(place, index), &rule, look.style(Role::Accent));
            }
            put(buf, from(row(place, 1), PLATE), text, style.0);
        }
        Laid::Lines(lines) => {
            for (index, line) in (0..).zip(lines) {
                let place = middle(row(area, index), width(line));
                put(buf, place, line, style.0);
            }
        }
        Laid::Digits(time, size) => {
            let widest = size.width(&time.widest);
            let place = middle(area, widest);
            let right = place.x + widest.min(area.width);
            let digits = size.width(&time.digits);
            let left = right.saturating_sub(digits).max(area.x);
            let place = from(area, left - area.x);
            put_blocks(buf, place, &time.digits, *size, style);
        }
        Laid::Bars(bars) => bars.draw(look, area, buf),
        Laid::Names(names) => names.draw(look, area, buf),
    }
}

/// So many columns in the middle of an area.
pub(super) fn middle(area: Rect, columns: u16) -> Rect {
    from(area, area.width.saturating_sub(columns) / 2)
}

/// The rows of an area from `top` on, at most `height` of them.
pub(super) fn below(area: Rect, top: u16, height: u16) -> Rect {
    let top = top.min(area.height);
    Rect {
        y: area.y + top,
        height: (area.height - top).min(height),
        ..area
    }
}
