//! The screen's way out: cells to bytes, as few as will do, for the local terminal and for guests alike.
//!
//! It keeps what it knows of the far side — where its cursor stands, which style is set — from frame to frame, moves the
//! cursor the shortest way, and sends each frame in one write between the marks of synchronized output. It asks the far
//! side nothing, and sets no modes: those are [`terminal`](super::terminal)'s.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthChar;

const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";
/// What changes the look of an empty cell; without these its foreground and weight are invisible.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

/// A terminal at the other end of a byte stream.
#[derive(Debug)]
pub struct Ansi<W> {
    out: W,
    size: Size,
    /// The frame so far; it always begins with [`FRAME_BEGINS`].
    frame: Vec<u8>,
    /// Where the far cursor is; `None` when the last glyph makes it uncertain.
    at: Option<Position>,
    look: Look,
    cursor: Cursor,
    /// Where the cursor is to stand when the frame is over.
    rest: Option<Position>,
    /// Which cells of the far side hold the left half of a wide glyph, row by row.
    wide: Vec<bool>,
    /// What was printed last in each row, with its column, from the left; blanks left out. What a glyph that some terminals draw wider has
    /// run over is printed again.
    printed: Vec<Vec<(u16, Cell)>>,
    /// A cell that lost the left half of its glyph: some terminals leave the look of what destroyed it there.
    orphan: Option<Position>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cursor {
    Unknown,
    Shown,
    Hidden,
}

/// The style that the far side draws in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look {
    fg: Color::Reset,
    bg: Color::Reset,
    modifier: Modifier::empty(),
};

impl<W: Write> Ansi<W> {
    /// A terminal of that size behind `out`. Nothing is assumed of its cursor; its style is taken to be plain.
    pub fn new(out: W, size: Size) -> Self {
        Self {
            out,
            size,
            frame: FRAME_BEGINS.to_vec(),
            at: None,
            look: PLAIN,
            cursor: Cursor::Unknown,
            rest: None,
            wide: vec![false; cells(size)],
            printed: vec![Vec::new(); size.height.into()],
            orphan: None,
        }
    }

    /// The far side has another size now.
    pub fn resize(&mut self, size: Size) {
        self.size = size;
        self.wide = vec![false; cells(size)];
        self.printed = vec![Vec::new(); size.height.into()];
        self.at = None;
    }

    /// Somebody else wrote to the terminal: nothing is known of its cursor and style any more. Clear it next.
    pub fn forget(&mut self) {
        self.frame.truncate(FRAME_BEGINS.len());
        self.frame.extend_from_slice(b"\x1b[m");
        self.look = PLAIN;
        self.at = None;
        self.cursor = Cursor::Unknown;
        self.rest = None;
    }

    /// The writer, for who owns it.
    pub fn writer(&self) -> &W {
        &self.out
    }

    fn move_to(&mut self, to: Position) {
        if self.at == Some(to) {
            return;
        }
        let start = self.frame.len();
        push(
            &mut self.frame,
            format_args!("\x1b[{};{}H", to.y + 1, to.x + 1),
        );
        if let Some(at) = self.at
            && let Some(short) = shorter_way(at, to)
            && short.len() < self.frame.len() - start
        {
            self.frame.truncate(start);
            self.frame.extend_from_slice(&short);
        }
        self.at = Some(to);
    }

    fn dress(&mut self, look: Look) {
        if look == self.look {
            return;
        }
        let mut codes: Vec<u8> = Vec::with_capacity(16);
        let mut from = self.look;
        if !from.modifier.difference(look.modifier).is_empty() || look == PLAIN {
            codes.extend_from_slice(if look == PLAIN { b"" } else { b"0" });
            from = PLAIN;
        }
        for (modifier, code) in MODIFIERS {
            if look.modifier.contains(modifier) && !from.modifier.contains(modifier) {
                code_into(&mut codes, format_args!("{code}"));
            }
        }
        if look.fg != from.fg {
            colour_into(&mut codes, look.fg, 30);
        }
        if look.bg != from.bg {
            colour_into(&mut codes, look.bg, 40);
        }
        self.frame.extend_from_slice(b"\x1b[");
        self.frame.extend_from_slice(&codes);
        self.frame.push(b'm');
        self.look = look;
    }

    /// Remembers where wide glyphs stand, and which cell lost its left half by what was just printed.
    fn note_wide(&mut self, place: Position, columns: u16) {
        let start = self.index(place);
        let last = start + usize::from(columns.max(1)) - 1;
        let beyond = Position {
            x: place.x + columns.max(1),
            y: place.y,
        };
        if self.wide.get(last) == Some(&true)
            && (last > start || columns < 2)
            && beyond.x < self.size.width
        {
            self.orphan = Some(beyond);
        }
        for (index, wide) in self.wide.iter_mut().enumerate().take(last + 1).skip(start) {
            *wide = columns > 1 && index == start;
        }
    }

    /// Empties the cell that lost its left half, unless what is printed next stands there.
    fn blank_orphan(&mut self, next: Option<Position>) {
        if let Some(orphan) = self.orphan.take()
            && next != Some(orphan)
        {
            self.move_to(orphan);
            self.print(&Cell::EMPTY, " ");
            self.keep(orphan, &Cell::EMPTY);
        }
    }

    fn index(&self, place: Position) -> usize {
        usize::from(place.y) * usize::from(self.size.width) + usize::from(place.x)
    }

    fn keep(&mut self, place: Position, cell: &Cell) {
        let Some(row) = self.printed.get_mut(usize::from(place.y)) else {
            return;
        };
        let is_blank = *cell == Cell::EMPTY;
        match row.binary_search_by_key(&place.x, |(x, _)| *x) {
            Ok(at) if is_blank => drop(row.remove(at)),
            Ok(at) => row[at].1.clone_from(cell),
            Err(_) if is_blank => {}
            Err(at) => row.insert(at, (place.x, cell.clone())),
        }
    }

    fn kept(&self, place: Position) -> Cell {
        let row = self.printed.get(usize::from(place.y));
        let kept = row.and_then(|row| {
            let at = row.binary_search_by_key(&place.x, |(x, _)| *x).ok()?;
            Some(row[at].1.clone())
        });
        kept.unwrap_or(Cell::EMPTY)
    }

    /// Prints a glyph on whose width terminals do not agree, so that all of them show the same around it: those that draw it
    /// character by character may run over what stands behind it, others may leave something of what stood below it.
    fn print_doubtful(&mut self, place: Position, cell: &Cell) {
        let columns = cell.cell_width().max(1);
        let (least, most) = columns_apart(cell.symbol());
        if least < columns {
            let mut blank = Cell::EMPTY;
            blank.set_style(cell.style());
            for _ in 0..columns {
                self.print(&blank, " ");
            }
            self.move_to(place);
        }
        if place.x.saturating_add(most) > self.size.width {
            // It would run into the next row, or move the whole screen.
            self.print(cell, first_columns(cell.symbol(), columns));
            return;
        }
        self.print(cell, cell.symbol());
        let mut x = place.x + columns;
        while x < place.x + most {
            let behind = Position { x, y: place.y };
            let kept = self.kept(behind);
            self.move_to(behind);
            self.put(behind, &kept);
            x += kept.cell_width().max(1);
        }
    }

    fn put(&mut self, place: Position, cell: &Cell) {
        if is_certain(cell.symbol()) {
            self.print(cell, cell.symbol());
        } else {
            self.print_doubtful(place, cell);
        }
    }

    fn print(&mut self, cell: &Cell, symbol: &str) {
        let mut look = Look {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        };
        if symbol == " " && !look.modifier.intersects(SEEN_ON_BLANKS) && look.bg == self.look.bg {
            // An empty cell looks the same in any foreground: keep the one that is set, unless it would be seen.
            if !self.look.modifier.intersects(SEEN_ON_BLANKS) {
                look = self.look;
            }
        }
        self.dress(look);
        self.frame.extend_from_slice(symbol.as_bytes());
        self.at = self.at.and_then(|at| {
            let x = at.x.saturating_add(cell.cell_width());
            // In the last column terminals differ on where the cursor waits, after odd glyphs on how far it went.
            (x < self.size.width && is_certain(symbol)).then_some(Position { x, y: at.y })
        });
    }
}

const MODIFIERS: [(Modifier, u8); 6] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

/// Whether every terminal agrees on the glyph's width: ASCII, Latin, box drawing and blocks, Chinese and its full-width forms.
fn is_certain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (Some(first), None) = (chars.next(), chars.next()) else {
        return false;
    };
    matches!(u32::from(first),
        0x20..=0x7e | 0xc0..=0x24f | 0x2500..=0x259f | 0x3000..=0x303e | 0x3041..=0x33ff | 0x4e00..=0x9fff | 0xac00..=0xd7a3 | 0xff01..=0xff60)
}

/// How many columns a glyph takes at least and at most where a terminal draws it character by character: such terminals differ
/// on whether the mark that asks for an emoji widens what stands before it.
fn columns_apart(symbol: &str) -> (u16, u16) {
    const AS_EMOJI: char = '\u{fe0f}';
    let widths = symbol.chars().map(|c| c.width().unwrap_or(0));
    let least = u16::try_from(widths.sum::<usize>()).unwrap_or(u16::MAX);
    let asked = symbol.chars().filter(|c| *c == AS_EMOJI).count();
    let widened = u16::try_from(asked).unwrap_or(u16::MAX);
    (least, least.saturating_add(widened))
}

/// As much of the beginning of a glyph as takes no more than those columns, and joins with nothing.
fn first_columns(symbol: &str, columns: u16) -> &str {
    let ends = symbol.char_indices().map(|(at, c)| at + c.len_utf8());
    let fitting = ends.take_while(|&end| columns_apart(&symbol[..end]).1 <= columns);
    let longest = fitting.last().unwrap_or(0);
    symbol[..longest].trim_end_matches('\u{200d}')
}

fn cells(size: Size) -> usize {
    usize::from(size.width) * usize::from(size.height)
}

/// A relative way between two places, where there is one that could be shorter than the absolute.
fn shorter_way(at: Position, to: Position) -> Option<Vec<u8>> {
    let mut way = Vec::with_capacity(8);
    if to.y == at.y {
        if to.x == 0 {
            way.push(b'\r');
        } else if to.x > at.x {
            step(&mut way, to.x - at.x, 'C');
        } else if at.x - to.x <= 3 {
            way.resize(usize::from(at.x - to.x), 8);
        } else {
            let back = at.x - to.x;
            if back < to.x + 1 {
                step(&mut way, back, 'D');
            } else {
                step(&mut way, to.x + 1, 'G');
            }
        }
        return Some(way);
    }
    if to.x == 0 && to.y == at.y + 1 {
        return Some(b"\r\n".to_vec());
    }
    if to.x == at.x {
        if to.y > at.y {
            step(&mut way, to.y - at.y, 'B');
        } else {
            step(&mut way, at.y - to.y, 'A');
        }
        return Some(way);
    }
    None
}

fn step(way: &mut Vec<u8>, count: u16, letter: char) {
    if count == 1 && letter != 'G' {
        push(way, format_args!("\x1b[{letter}"));
    } else {
        push(way, format_args!("\x1b[{count}{letter}"));
    }
}

fn push(bytes: &mut Vec<u8>, what: std::fmt::Arguments<'_>) {
    // Writing to memory cannot fail.
    let _ = bytes.write_fmt(what);
}

fn code_into(codes: &mut Vec<u8>, code: std::fmt::Arguments<'_>) {
    if !codes.is_empty() {
        codes.push(b';');
    }
    push(codes, code);
}

/// The code of a colour; `base` is 30 for the foreground, 40 for the background.
fn colour_into(codes: &mut Vec<u8>, colour: Color, base: u8) {
    let palette = |n: u8| if n < 8 { base + n } else { base + 52 + n };
    let n = match colour {
        Color::Reset => return code_into(codes, format_args!("{}", base + 9)),
        Color::Indexed(n) if n >= 16 => {
            return code_into(codes, format_args!("{};5;{n}", base + 8));
        }
        Color::Rgb(r, g, b) => return code_into(codes, format_args!("{};2;{r};{g};{b}", base + 8)),
        Color::Indexed(n) => n,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    code_into(codes, format_args!("{}", palette(n)));
}

impl<W: Write> Backend for Ansi<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        // The cells that the glyph before lies on; drawing there would cut it.
        let mut covered = (0, 0..0);
        for (x, y, cell) in content {
            if covered.0 == y && covered.1.contains(&x) {
                continue;
            }
            let place = Position { x, y };
            let columns = cell.cell_width();
            covered = (y, x + 1..x.saturating_add(columns));
            self.blank_orphan(Some(place));
            self.move_to(place);
            self.put(place, cell);
            self.keep(place, cell);
            for x in covered.1.clone() {
                self.keep(Position { x, y }, &Cell::EMPTY);
            }
            self.note_wide(place, columns);
        }
        self.blank_orphan(None);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor != Cursor::Hidden {
            self.frame.extend_from_slice(b"\x1b[?25l");
            self.cursor = Cursor::Hidden;
        }
        self.rest = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor != Cursor::Shown {
            self.frame.extend_from_slice(b"\x1b[?25h");
            self.cursor = Cursor::Shown;
        }
        Ok(())
    }

    /// Where the cursor was last put; the far side is not asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.rest.or(self.at).unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        self.rest = Some(Position {
            x: x.min(self.size.width.saturating_sub(1)),
            y: y.min(self.size.height.saturating_sub(1)),
        });
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.dress(PLAIN);
        self.wide.fill(false);
        self.printed.iter_mut().for_each(Vec::clear);
        let code: &[u8] = match clear_type {
            ClearType::All => b"\x1b[2J",
            ClearType::AfterCursor => b"\x1b[J",
            ClearType::BeforeCursor => b"\x1b[1J",
            ClearType::CurrentLine => b"\x1b[2K",
            ClearType::UntilNewLine => b"\x1b[K",
        };
        self.frame.extend_from_slice(code);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::default(),
        })
    }

    /// Sends the frame, if it says anything, in one write.
    fn flush(&mut self) -> io::Result<()> {
        if let (Some(rest), Cursor::Shown) = (self.rest, self.cursor) {
            self.move_to(rest);
        }
        if self.frame.len() == FRAME_BEGINS.len() {
            return Ok(());
        }
        self.frame.extend_from_slice(FRAME_ENDS);
        let sent = self
            .out
            .write_all(&self.frame)
            .and_then(|()| self.out.flush());
        self.frame.truncate(FRAME_BEGINS.len());
        sent
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::style::Style;

    use super::*;

    fn terminal(width: u16, height: u16) -> Terminal<Ansi<Vec<u8>>> {
        Terminal::new(Ansi::new(Vec::new(), Size { width, height })).expect("memory cannot fail")
    }

    fn sent(terminal: &mut Terminal<Ansi<Vec<u8>>>) -> String {
        String::from_utf8(std::mem::take(&mut terminal.backend_mut().out))
            .expect("all of it is UTF-8")
    }

    fn typed(terminal: &mut Terminal<Ansi<Vec<u8>>>, text: &str, style: Style) -> String {
        terminal
            .draw(|frame| {
                let (x, _) = frame.buffer_mut().set_stringn(2, 1, text, 18, style);
                frame.set_cursor_position((x, 1));
            })
            .expect("memory cannot fail");
        sent(terminal)
    }

    #[test]
    fn a_typed_letter_costs_one_byte_and_the_frame_marks() {
        let mut terminal = terminal(20, 3);
        typed(&mut terminal, "ab", Style::new());
        assert_eq!(
            typed(&mut terminal, "abc", Style::new()),
            "\x1b[?2026hc\x1b[?2026l"
        );
        assert_eq!(
            typed(&mut terminal, "abc好", Style::new()),
            "\x1b[?2026h好\x1b[?2026l"
        );
    }

    #[test]
    fn a_frame_that_changes_nothing_sends_nothing() {
        let mut terminal = terminal(20, 3);
        typed(&mut terminal, "ab", Style::new());
        assert_eq!(typed(&mut terminal, "ab", Style::new()), "");
    }

    #[test]
    fn colours_are_kept_from_frame_to_frame() {
        let mut terminal = terminal(20, 3);
        let red = Style::new().fg(Color::LightRed);
        assert!(typed(&mut terminal, "a", red).contains("\x1b[91m"));
        assert!(!typed(&mut terminal, "ab", red).contains("\x1b[91m"));
        assert!(typed(&mut terminal, "abc", red.add_modifier(Modifier::BOLD)).contains("\x1b[1m"));
        assert!(typed(&mut terminal, "abcd", Style::new()).contains("\x1b[m"));
    }

    #[test]
    fn after_a_glyph_of_doubtful_width_the_place_is_told_again() {
        let mut terminal = terminal(20, 3);
        let out = typed(&mut terminal, "👍b", Style::new());
        assert!(out.contains("👍\x1b[2;5Hb"), "{out:?}");
    }

    #[test]
    fn behind_the_last_column_the_place_is_told_again() {
        let mut terminal = terminal(4, 3);
        terminal
            .draw(|frame| {
                frame.buffer_mut().set_string(2, 1, "ab", Style::new());
                frame.buffer_mut().set_string(0, 2, "c", Style::new());
            })
            .expect("memory cannot fail");
        let out = sent(&mut terminal);
        assert!(out.contains("ab\x1b[3;1Hc"), "{out:?}");
    }
}
