//! A drawn screen as an SVG picture: each cell in its place, text as text, lines and blocks as shapes. Owns the palette of the pictures; knows
//! no meeting and no file. A picture asks for no font and no other file: every run of text is as wide as its cells whatever font it is set in.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// A cell, in pixels.
const WIDTH: u16 = 9;
const HEIGHT: u16 = 19;
/// The letters in it: one of a monospaced font is six tenths of its size wide, one of two cells as wide as its size.
const SIZE: u16 = 15;
const WIDE_SIZE: u16 = 17;
/// From the top of a cell to the foot of its letters.
const BASELINE: u16 = 14;
/// Around the screen.
const MARGIN: u16 = 12;

const FONTS: &str = "'Cascadia Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',\
                     'Noto Sans CJK SC',monospace";
const GROUND: &str = "#171a21";
const FRAME: &str = "#3a404d";
const LETTERS: &str = "#d5d9e2";

/// The picture of a screen; `title` says what is on it to those who do not see it.
pub fn svg(buf: &Buffer, title: &str) -> String {
    let (width, height) = (
        buf.area.width * WIDTH + 2 * MARGIN,
        buf.area.height * HEIGHT + 2 * MARGIN,
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n\
         <title>{title}</title>\n\
         <rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{GROUND}\" stroke=\"{FRAME}\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\" font-family=\"{FONTS}\" font-size=\"{SIZE}\" fill=\"{LETTERS}\"\n\
         shape-rendering=\"crispEdges\">\n",
        width - 1,
        height - 1,
        title = escaped(title),
    );
    for (row, y) in (buf.area.top()..buf.area.bottom()).zip(0..) {
        for run in runs(buf, row) {
            run.draw(&mut svg, y);
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// What a run of cells is made of.
#[derive(Clone, Copy, PartialEq)]
enum Matter {
    /// Letters of one cell each.
    Narrow,
    /// Letters of two cells each.
    Wide,
    /// Lines and blocks, each the same.
    Shape(Shape),
}

/// A part of a cell, in hundredths of its width and height, and how dense it is.
#[derive(Clone, Copy, PartialEq)]
struct Shape {
    left: u16,
    top: u16,
    width: u16,
    height: u16,
    percent: u8,
}

/// Cells side by side that look alike and are drawn as one.
struct Run {
    matter: Matter,
    look: Look,
    /// The first cell and how many there are.
    x: u16,
    cells: u16,
    text: String,
}

#[derive(Clone, Copy, PartialEq)]
struct Look {
    letters: Option<&'static str>,
    behind: Option<&'static str>,
    modifier: Modifier,
}

/// The runs of a row. Two spaces end a run, so that columns stand even where a reader's font is none of those named.
fn runs(buf: &Buffer, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = buf.area.left();
    while x < buf.area.right() {
        let cell = &buf[(x, row)];
        let width = cell.cell_width().max(1);
        let run = Run::of(cell, x - buf.area.left(), width);
        match runs.last_mut().filter(|last| last.goes_on(&run)) {
            Some(last) => {
                last.cells += width;
                last.text.push_str(&run.text);
            }
            None => runs.push(run),
        }
        x += width;
    }
    runs
}

impl Run {
    fn of(cell: &Cell, x: u16, cells: u16) -> Self {
        let matter = match (shape(cell.symbol()), cells) {
            (Some(shape), _) => Matter::Shape(shape),
            (None, 2..) => Matter::Wide,
            (None, _) => Matter::Narrow,
        };
        Self {
            matter,
            look: Look::of(cell),
            x,
            cells,
            text: cell.symbol().to_owned(),
        }
    }

    fn goes_on(&self, next: &Self) -> bool {
        let joins = match (self.is_space(), next.is_space()) {
            (true, is_space) => is_space,
            (false, true) => !self.text.ends_with(' '),
            (false, false) => true,
        };
        joins && self.matter == next.matter && self.look == next.look
    }

    fn is_space(&self) -> bool {
        self.text.chars().all(|c| c == ' ')
    }

    fn draw(&self, svg: &mut String, y: u16) {
        let (left, top, width) = (self.x * WIDTH, y * HEIGHT, self.cells * WIDTH);
        if let Some(behind) = self.look.behind {
            writeln!(svg, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"{behind}\"/>").expect("memory");
        }
        match self.matter {
            Matter::Shape(shape) => self.draw_shape(svg, shape, y),
            Matter::Narrow | Matter::Wide => self.draw_text(svg, y),
        }
    }

    fn draw_text(&self, svg: &mut String, y: u16) {
        let text = self.text.trim_end();
        if text.is_empty() {
            return;
        }
        let letters = u16::try_from(text.chars().count()).expect("a row is short");
        // A wide letter is narrower than its two cells: it stands in their middle.
        let (spare, cells, size) = match self.matter {
            Matter::Wide => (
                2 * WIDTH - WIDE_SIZE,
                2,
                format!(" font-size=\"{WIDE_SIZE}\""),
            ),
            Matter::Narrow | Matter::Shape(_) => (0, 1, String::new()),
        };
        let left = f32::from(self.x * WIDTH) + f32::from(spare) / 2.0;
        let length = letters * cells * WIDTH - spare;
        let baseline = y * HEIGHT + BASELINE;
        let attributes = self.look.attributes();
        writeln!(
            svg,
            "<text x=\"{left}\" y=\"{baseline}\" textLength=\"{length}\"{size}{attributes}>{}</text>",
            escaped(text)
        )
        .expect("memory");
    }

    fn draw_shape(&self, svg: &mut String, shape: Shape, y: u16) {
        let part = |of: u16, hundredths: u16| f32::from(of * hundredths) / 100.0;
        // A shape that fills its cell from side to side goes on into the next one.
        let is_across = shape.width == 100;
        let repeated = if is_across { 1 } else { self.cells };
        let width = if is_across {
            f32::from(self.cells * WIDTH)
        } else {
            part(WIDTH, shape.width)
        };
        for at in 0..repeated {
            let left = f32::from((self.x + at) * WIDTH) + part(WIDTH, shape.left);
            let top = f32::from(y * HEIGHT) + part(HEIGHT, shape.top);
            let height = part(HEIGHT, shape.height);
            let fill = self.look.letters.unwrap_or(LETTERS);
            write!(svg, "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"").expect("memory");
            if shape.percent < 100 {
                write!(svg, " opacity=\"0.{:02}\"", shape.percent).expect("memory");
            }
            svg.push_str("/>\n");
        }
    }
}

/// Which part of its cell a sign of lines and blocks fills; none where it is a letter. A block has a hair above its cell's height, so that
/// no gap shows between rows.
fn shape(symbol: &str) -> Option<Shape> {
    let (left, top, width, height, percent) = match symbol {
        "█" => (0, 0, 100, 101, 100),
        "▀" => (0, 0, 100, 50, 100),
        "▄" => (0, 50, 100, 51, 100),
        "▓" => (0, 0, 100, 101, 75),
        "▒" => (0, 0, 100, 101, 50),
        "░" => (0, 0, 100, 101, 20),
        "─" => (0, 47, 100, 6, 100),
        "━" => (0, 43, 100, 14, 100),
        "│" => (44, 0, 12, 101, 100),
        _ => return None,
    };
    Some(Shape {
        left,
        top,
        width,
        height,
        percent,
    })
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let (letters, behind) = (colour(cell.fg), colour(cell.bg));
        let (letters, behind) = if cell.modifier.contains(Modifier::REVERSED) {
            (behind.or(Some(GROUND)), letters.or(Some(LETTERS)))
        } else {
            (letters, behind)
        };
        Self {
            letters,
            behind,
            modifier: cell.modifier,
        }
    }

    fn attributes(self) -> String {
        const MANNERS: [(Modifier, &str); 5] = [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::DIM, " opacity=\"0.6\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
            (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
        ];
        let fill = self.letters.map(|fill| format!(" fill=\"{fill}\""));
        let manners = MANNERS
            .into_iter()
            .filter_map(|(modifier, said)| self.modifier.contains(modifier).then_some(said));
        fill.into_iter().chain(manners.map(str::to_owned)).collect()
    }
}

/// The palette: that of a terminal as a calm person sets it up. The shipped themes have no colours beside it.
fn colour(colour: Color) -> Option<&'static str> {
    match colour {
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => None,
        Color::Black => Some("#171a21"),
        Color::Red => Some("#c75b5b"),
        Color::Green => Some("#78a860"),
        Color::Yellow => Some("#c9a25a"),
        Color::Blue => Some("#6d94d0"),
        Color::Magenta => Some("#b285c4"),
        Color::Cyan => Some("#6cb8c8"),
        Color::Gray => Some("#c3c8d2"),
        Color::DarkGray => Some("#8a92a3"),
        Color::LightRed => Some("#ee7f7c"),
        Color::LightGreen => Some("#98cf7d"),
        Color::LightYellow => Some("#ecc46e"),
        Color::LightBlue => Some("#8db2ee"),
        Color::LightMagenta => Some("#d3a6e4"),
        Color::LightCyan => Some("#8fd8e6"),
        Color::White => Some("#f2f4f8"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
