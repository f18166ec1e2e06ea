//! What a hall display is made of — words, a time in digits, bars, names — one below the other in the middle, each as large as there is room
//! for. Knows no meeting: what stands there is decided by others.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::names::{Entry, Names};
use super::tally::{Bar, Bars};
use crate::tui::look::Look;
use crate::tui::style::{Role, Sign, Signs};
use crate::tui::widget::clock::{Size, put_blocks};
use crate::tui::widget::letters::{Scale, put_letters};
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

/// How large everything is, from the largest down.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// All words in letters.
    Grand,
    /// The name alone, as large.
    Big,
    /// The name in small letters.
    Large,
    /// The name between two lines, for it is written in no letters of ours; the digits as large as they become.
    Poster,
    /// The same with smaller digits.
    Plate,
    /// The digits alone are large.
    Plain,
    /// The same without space between.
    Tight,
    /// Lines of words.
    Short,
}

impl Level {
    const ALL: [Self; 8] = [
        Self::Grand,
        Self::Big,
        Self::Large,
        Self::Poster,
        Self::Plate,
        Self::Plain,
        Self::Tight,
        Self::Short,
    ];

    /// Rows at least between two parts.
    const fn gap(self) -> u16 {
        match self {
            Self::Poster => 3,
            Self::Grand => 2,
            Self::Big | Self::Large | Self::Plate | Self::Plain => 1,
            Self::Tight | Self::Short => 0,
        }
    }

    /// The letters of a name, and in how many lines it may stand; none where it stands in words.
    const fn name(self) -> Option<(Scale, usize)> {
        match self {
            Self::Grand => Some((Scale::Whole, 2)),
            Self::Big => Some((Scale::Whole, 1)),
            Self::Large => Some((Scale::Half, 3)),
            Self::Poster | Self::Plate | Self::Plain | Self::Tight | Self::Short => None,
        }
    }

    /// Those of all other words.
    const fn text(self) -> Option<(Scale, usize)> {
        match self {
            Self::Grand => Some((Scale::Half, 3)),
            Self::Big
            | Self::Large
            | Self::Poster
            | Self::Plate
            | Self::Plain
            | Self::Tight
            | Self::Short => None,
        }
    }

    const fn time(self) -> &'static [Size] {
        match self {
            Self::Grand | Self::Big | Self::Poster => &[Size::Huge, Size::Large, Size::Small],
            Self::Large | Self::Plate => &[Size::Large, Size::Small],
            Self::Plain | Self::Tight => &[Size::Small],
            Self::Short => &[],
        }
    }

    /// Rows of a bar.
    const fn bar(self) -> u16 {
        match self {
            Self::Grand => 4,
            Self::Big | Self::Poster => 2,
            Self::Large | Self::Plate | Self::Plain | Self::Tight | Self::Short => 1,
        }
    }
}

/// A part in its place.
enum Laid<'a> {
    Letters(Vec<String>, Scale),
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
            Self::Letters(lines, scale) => count(lines).saturating_mul(scale.rows()),
            Self::Plate(_) => 3,
            Self::Lines(lines) => count(lines),
            Self::Digits(_, size) => size.rows(),
            Self::Bars(bars) => bars.rows(),
            Self::Names(names) => names.rows(),
        }
    }
}

/// Draws the parts in the middle of `area`, as large as all of them have room; where they have none, the most important.
pub fn stack(look: &Look, parts: &[Part], area: Rect, buf: &mut Buffer) {
    let area = inset(area);
    let mut kept: Vec<&Part> = parts.iter().collect();
    for level in Level::ALL {
        let stack = Stack::of(look, &kept, level, area);
        if let Some(stack) = stack.filter(|stack| stack.rows() <= area.height) {
            return stack.draw(look, area, buf);
        }
    }
    while let Some(stack) = Stack::of(look, &kept, Level::Short, area) {
        let last = (0..kept.len()).max_by_key(|at| (kept[*at].rank, *at));
        match last.filter(|_| kept.len() > 1 && stack.rows() > area.height) {
            Some(last) => drop(kept.remove(last)),
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
    /// None where a name has no room in the letters of that level, or names have none at all.
    fn of(look: &Look, parts: &[&'a Part], level: Level, area: Rect) -> Option<Self> {
        let laid = |part: &&'a Part| Some((*part, lay(look, part, level, area.width)?));
        let mut stack = Self {
            parts: parts.iter().map(laid).collect::<Option<_>>()?,
            gap: level.gap(),
        };
        // Names take the rows that all else leaves them.
        let left = area.height.saturating_sub(stack.rows());
        for (part, laid) in &mut stack.parts {
            if let What::Names(entries) = &part.what {
                let names = Names::of(look, entries, level, (area.width, left));
                if names.hidden() > 0 && level != Level::Short {
                    return None;
                }
                *laid = Laid::Names(names);
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

fn lay<'a>(look: &Look, part: &'a Part, level: Level, columns: u16) -> Option<Laid<'a>> {
    Some(match &part.what {
        What::Name(text) => match (level, level.name()) {
            (_, Some(letters)) => words(look, text, letters, columns)?,
            (Level::Poster | Level::Plate, None) => plate(text, columns),
            (_, None) => plain(text, columns),
        },
        What::Text(text) | What::Caption(text) => level
            .text()
            .and_then(|letters| words(look, text, letters, columns))
            .unwrap_or_else(|| plain(text, columns)),
        What::Time(time) => digits(time, level.time(), columns),
        What::Bars(bars) => Laid::Bars(Bars::of(bars, level.bar(), columns)),
        What::Names(_) => Laid::Lines(Vec::new()),
    })
}

/// The words in those letters, where they have room in so many lines; without blocks only letters of whole cells can be read.
fn words<'a>(
    look: &Look,
    text: &str,
    (scale, most): (Scale, usize),
    columns: u16,
) -> Option<Laid<'a>> {
    if look.styles.signs == Signs::Ascii && scale == Scale::Half {
        return None;
    }
    let lines = scale.lines(text, columns)?;
    (1..=most)
        .contains(&lines.len())
        .then_some(Laid::Letters(lines, scale))
}

/// A short name between two lines; a title or a question speaks for itself.
fn plate<'a>(text: &str, columns: u16) -> Laid<'a> {
    let text = spaced(text);
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

/// A short Chinese name with space between its characters, as it stands on a name plate.
fn spaced(text: &str) -> String {
    let is_short = text.chars().count() <= SPACED;
    if is_short && text.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        let apart: Vec<String> = text.chars().map(String::from).collect();
        apart.join("\u{3000}")
    } else {
        text.to_owned()
    }
}

fn draw(look: &Look, laid: &Laid, role: Role, area: Rect, buf: &mut Buffer) {
    let style = (look.style(role), look.styles.signs);
    match laid {
        Laid::Letters(lines, scale) => {
            for (index, line) in (0..).zip(lines) {
                let place = below(area, index * scale.rows(), scale.rows());
                let place = middle(place, scale.width(line).unwrap_or(0));
                put_letters(buf, place, line, *scale, style);
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
