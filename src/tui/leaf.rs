//! A page of lines to be read, some of which lead further: where one stands on it, and how its lines fall into rows of a width. Owns no words;
//! how it is drawn is `screen`'s.

use std::ops::Range;

use super::browse::Browse;
use super::style::Role;
use super::widget::wrap;

/// A line of a page, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<L> {
    /// The column in which its words begin, all their rows.
    pub indent: u16,
    /// What stands in front of them.
    pub lead: String,
    /// The words, as a screen may show them.
    pub text: String,
    /// Their look.
    pub role: Role,
    /// What stands out of them: bytes, in order.
    pub marks: Vec<Range<usize>>,
    /// What stands at the right end of its first row; it is never cut.
    pub right: String,
    /// What is done with words that have no room.
    pub breaks: Breaks,
    /// How long the parts of its bar are, where it has one: the words are its label then, and what stands at the right its figure. Bars of
    /// lines that follow one another have one scale.
    pub bar: Vec<u64>,
    /// What it leads to.
    pub link: Option<L>,
}

/// What is done with words that have no room in their row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// They go on in the next row.
    Wrap,
    /// They are cut: whole they are one key away.
    Cut,
}

/// How one moves on a page. One always stands on a line that leads further, or nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// From one such line to the next: it is a list.
    #[default]
    List,
    /// To the next such line that is in sight, else a row further: it is read.
    Text,
}

/// A row: of which line, and which of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line.
    pub line: usize,
    /// The bytes of its words.
    pub part: Range<usize>,
}

/// A page, as it lies before one participant.
#[derive(Clone, Debug)]
pub struct Leaf<L> {
    lines: Vec<Line<L>>,
    manner: Manner,
    stops: Vec<usize>,
    /// Where one stands, by line.
    pub browse: Browse,
    rows: Vec<Row>,
    columns: u16,
}

impl<L> Default for Leaf<L> {
    fn default() -> Self {
        Self {
            lines: Vec::new(),
            manner: Manner::default(),
            stops: Vec::new(),
            browse: Browse::default(),
            rows: Vec::new(),
            columns: 0,
        }
    }
}

impl<L> Line<L> {
    /// Words that begin in that column.
    #[must_use]
    pub const fn new(indent: u16, text: String, role: Role) -> Self {
        Self {
            indent,
            lead: String::new(),
            text,
            role,
            marks: Vec::new(),
            right: String::new(),
            breaks: Breaks::Wrap,
            bar: Vec::new(),
            link: None,
        }
    }

    /// Nothing, between two parts.
    #[must_use]
    pub const fn gap() -> Self {
        Self::new(0, String::new(), Role::Text)
    }
}

impl<L: Clone + PartialEq> Leaf<L> {
    /// A page of those lines; one stands nowhere on it.
    #[must_use]
    pub fn new(lines: Vec<Line<L>>, manner: Manner) -> Self {
        let mut leaf = Self::default();
        leaf.put(lines, manner);
        leaf
    }

    /// Other lines in the place of these. One stands where one stood: on the line that leads there, in a list else on that of the same place,
    /// at first on the first one.
    pub fn put(&mut self, lines: Vec<Line<L>>, manner: Manner) {
        let before = self.link().cloned();
        let leads = |at: &usize| lines[*at].link.is_some();
        self.stops = (0..lines.len()).filter(leads).collect();
        self.lines = lines;
        self.manner = manner;
        self.columns = 0;
        self.rows.clear();
        let again = before.and_then(|link| self.place_of(&link));
        let nearest = || {
            let at = self.browse.at().unwrap_or(0);
            let next = self.stops.partition_point(|stop| *stop < at);
            self.stops.get(next).or(self.stops.last()).copied()
        };
        let at = match manner {
            Manner::List => again.or_else(nearest),
            Manner::Text => again,
        };
        self.browse.select(at);
    }

    /// The lines.
    #[must_use]
    pub fn lines(&self) -> &[Line<L>] {
        &self.lines
    }

    /// The rows of the last width it was fitted to.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What the line leads to on which one stands.
    #[must_use]
    pub fn link(&self) -> Option<&L> {
        self.lines.get(self.browse.at()?)?.link.as_ref()
    }

    fn place_of(&self, link: &L) -> Option<usize> {
        let mut stops = self.stops.iter();
        let at = stops.find(|at| self.lines[**at].link.as_ref() == Some(link));
        at.copied()
    }

    /// Goes to the line that leads there, where there is one.
    pub fn go_to(&mut self, link: &L) {
        if let Some(at) = self.place_of(link) {
            self.browse.select(Some(at));
        }
    }

    /// Goes to the first line that leads further.
    pub fn first(&mut self) {
        self.browse.select(self.stops.first().copied());
    }

    /// Goes to the line of that row, where one can stand there; says whether one stood there already.
    pub fn press(&mut self, row: usize) -> Pressed {
        let line = self.rows.get(row).map(|row| row.line);
        let Some(line) = line.filter(|line| self.stops.binary_search(line).is_ok()) else {
            return Pressed::Nothing;
        };
        if self.browse.at() == Some(line) {
            return Pressed::Again;
        }
        self.browse.select(Some(line));
        Pressed::Selected
    }

    /// Goes one line on, or back.
    pub fn step(&mut self, way: Way) {
        let next = self.next(way);
        match self.manner {
            Manner::List => {
                if next.is_some() {
                    self.browse.select(next);
                }
            }
            Manner::Text => match next.filter(|next| self.is_in_sight(*next)) {
                Some(next) => self.browse.select(Some(next)),
                None => self.scroll(way.of(1)),
            },
        }
    }

    /// Goes to the first line of the next group on or back: of lines that lead further and follow one another.
    pub fn step_group(&mut self, way: Way) {
        let leads = |at: usize| self.lines[at].link.is_some();
        let mut heads = self.stops.iter().copied();
        let mut heads = heads.by_ref().filter(|at| *at == 0 || !leads(at - 1));
        let here = self.browse.at();
        let next = match way {
            Way::On => heads.find(|head| here.is_none_or(|here| *head > here)),
            Way::Back => heads
                .take_while(|head| here.is_none_or(|here| *head < here))
                .last(),
        };
        if next.is_some() {
            self.browse.select(next);
        }
    }

    /// Goes a page on, or back.
    pub fn step_page(&mut self, way: Way) {
        let page = way.of(self.browse.window().page());
        if self.manner == Manner::Text {
            return self.scroll(page);
        }
        let here = self.browse.at().map_or(0, |at| self.first_row(at));
        let row = here.saturating_add_signed(page);
        let line = self.rows.get(row).map_or(self.lines.len(), |row| row.line);
        let next = self.stops.partition_point(|stop| *stop < line);
        let place = self.stops.get(next).or(self.stops.last()).copied();
        if place == self.browse.at() {
            self.step(way);
        } else if place.is_some() {
            self.browse.select(place);
        }
    }

    /// The nearest line that leads further, on or back from where one stands, else from the rows in sight.
    fn next(&self, way: Way) -> Option<usize> {
        let top = self.rows.get(self.browse.window().top());
        // A line that begins above is not in sight.
        let top = top.map_or(0, |row| row.line + usize::from(row.part.start > 0));
        match (way, self.browse.at()) {
            (Way::On, at) => {
                let from = at.map_or(top, |at| at + 1);
                let next = self.stops.partition_point(|stop| *stop < from);
                self.stops.get(next).copied()
            }
            (Way::Back, at) => {
                let before = self.stops.partition_point(|stop| *stop < at.unwrap_or(top));
                self.stops.get(before.checked_sub(1)?).copied()
            }
        }
    }

    fn is_in_sight(&self, line: usize) -> bool {
        self.browse.window().rows().contains(&self.first_row(line))
    }

    /// Other rows are in sight; one stands nowhere once one's line is out of it.
    fn scroll(&mut self, by: isize) {
        self.browse.scroll(by, self.rows.len());
        if self.browse.at().is_some_and(|at| !self.is_in_sight(at)) {
            self.browse.select(None);
        }
    }

    /// There are so many columns and rows on the screen: its rows are made for them, and where one stands is in sight.
    pub fn fit(&mut self, columns: u16, height: u16) {
        if self.columns != columns || self.rows.is_empty() {
            self.columns = columns;
            self.rows = rows(&self.lines, columns);
            self.browse.touch();
        }
        let top = self.browse.window().top();
        let focus = self.browse.at().map_or(top, |at| self.first_row(at));
        self.browse.fit(focus, self.rows.len(), height);
    }

    fn first_row(&self, line: usize) -> usize {
        self.rows.partition_point(|row| row.line < line)
    }
}

/// On or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Downwards.
    On,
    /// Upwards.
    Back,
}

impl Way {
    const fn of(self, count: isize) -> isize {
        match self {
            Self::On => count,
            Self::Back => -count,
        }
    }
}

/// What a press on a row came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// One cannot stand there.
    Nothing,
    /// One stands there now.
    Selected,
    /// One stood there already.
    Again,
}

fn rows<L>(lines: &[Line<L>], columns: u16) -> Vec<Row> {
    let mut rows = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        if line.breaks == Breaks::Cut || line.text.is_empty() {
            rows.push(Row {
                line: at,
                part: 0..line.text.len(),
            });
            continue;
        }
        let taken = if line.right.is_empty() {
            line.indent
        } else {
            line.indent + super::widget::line::width(&line.right) + 2
        };
        for part in wrap::lines(&line.text, columns.saturating_sub(taken)) {
            let start = part.as_ptr().addr() - line.text.as_ptr().addr();
            rows.push(Row {
                line: at,
                part: start..start + part.len(),
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, link: Option<u8>) -> Line<u8> {
        Line {
            link,
            ..Line::new(2, text.to_owned(), Role::Text)
        }
    }

    fn leaf(manner: Manner) -> Leaf<u8> {
        let lines = vec![
            line("Opening", None),
            line("A youth camp for forty children", Some(1)),
            line("", None),
            line("为两市四十名青少年举办夏令营", Some(2)),
        ];
        let mut leaf = Leaf::new(lines, manner);
        leaf.fit(16, 3);
        leaf
    }

    #[test]
    fn words_fall_into_rows_of_the_width_and_none_is_lost() {
        let leaf = leaf(Manner::List);
        let said: Vec<&str> = leaf
            .rows()
            .iter()
            .map(|row| &leaf.lines()[row.line].text[row.part.clone()])
            .collect();
        assert_eq!(
            said,
            [
                "Opening",
                "A youth camp",
                "for forty",
                "children",
                "",
                "为两市四十名青",
                "少年举办夏令营"
            ]
        );
    }

    #[test]
    fn in_a_list_one_goes_from_one_line_that_leads_further_to_the_next() {
        let mut list = leaf(Manner::List);
        assert_eq!(list.link(), Some(&1), "one begins on the first");
        for (way, link) in [(Way::On, 2), (Way::On, 2), (Way::Back, 1), (Way::Back, 1)] {
            list.step(way);
            assert_eq!(list.link(), Some(&link));
        }
    }

    #[test]
    fn one_goes_from_group_to_group_and_back_to_the_head_of_ones_own() {
        let lines = [None, Some(1), Some(2), None, None, Some(3), Some(4)];
        let lines = lines.map(|link| line("words", link)).to_vec();
        let mut list = Leaf::new(lines, Manner::List);
        list.go_to(&2);
        for (way, link) in [(Way::On, 3), (Way::On, 3), (Way::Back, 1), (Way::Back, 1)] {
            list.step_group(way);
            assert_eq!(list.link(), Some(&link));
        }
        list.go_to(&4);
        list.step_group(Way::Back);
        assert_eq!(list.link(), Some(&3));
        list.first();
        assert_eq!(list.link(), Some(&1));
    }

    #[test]
    fn a_text_scrolls_by_rows_and_stops_at_what_leads_further() {
        let mut text = leaf(Manner::Text);
        assert_eq!((text.link(), text.browse.window().top()), (None, 0));
        let mut seen = Vec::new();
        for _ in 0..6 {
            text.step(Way::On);
            text.fit(16, 3);
            seen.push((text.link().copied(), text.browse.window().top()));
        }
        let expected = [
            (Some(1), 0),
            (Some(1), 1),
            (None, 2),
            (None, 3),
            (Some(2), 3),
            (Some(2), 4),
        ];
        assert_eq!(seen, expected, "every row came into sight");
        for _ in 0..9 {
            text.step(Way::Back);
            text.fit(16, 3);
        }
        assert_eq!(text.browse.window().top(), 0);
    }

    #[test]
    fn other_lines_leave_one_where_one_stood() {
        let mut list = leaf(Manner::List);
        list.go_to(&2);
        list.put(
            vec![line("new", Some(3)), line("same", Some(2))],
            Manner::List,
        );
        assert_eq!(list.link(), Some(&2));
        list.put(vec![line("new", Some(3))], Manner::List);
        assert_eq!(list.link(), Some(&3), "it is gone: the nearest");
    }

    #[test]
    fn a_page_key_always_moves_and_what_is_selected_is_in_sight() {
        let lines = (0..100).map(|at| line("words that wrap here", Some(at)));
        let mut list = Leaf::new(lines.collect(), Manner::List);
        list.fit(12, 4);
        let mut seen = Vec::new();
        for _ in 0..200 {
            list.step_page(Way::On);
            list.fit(12, 4);
            seen.extend(list.link().copied());
        }
        let moves = |pair: &[u8]| pair[0] < pair[1] || pair[1] == 99;
        assert!(seen.windows(2).all(moves));
        assert_eq!(seen.last(), Some(&99));
        for _ in 0..200 {
            list.step_page(Way::Back);
            list.fit(12, 4);
        }
        assert_eq!(list.link(), Some(&0));
    }
}
