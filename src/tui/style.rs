//! How things look, by role: what a theme says, as a terminal draws it. The shipped themes use the terminal's own sixteen
//! colours and its background. Knows no meeting; views name a role, never a colour.
//!
//! # The style of every face
//!
//! **Roles.** What is drawn says what it means, and the theme how that looks. No meaning hangs on colour alone: each verdict
//! also has a sign or a word.
//!
//! | role | for | never for |
//! | --- | --- | --- |
//! | `Text` | what is to be read: names, lines, sentences | |
//! | `Quiet` | what is past, secondary or known anyway: ids, times, kinds, plans, hints | what must be acted on |
//! | `Strong` | the one thing that matters on a part: a question, a group's heading | two things side by side |
//! | `Accent` | keys, and what can be acted on or followed: themes, answers by digit | states |
//! | `Here` | here and now: the open item, who speaks, the way a list is turned, its filter | the selected row |
//! | `Good` `Soon` `Bad` | verdicts: in time, adopted, quorate · soon, refused, mended · over, failed, struck, taken back | ornament |
//! | `Label` | small capitals above a column | sentences |
//! | `Rule` | lines between parts, borders of dialogs | text |
//! | `Field` | the line one types | |
//! | `Selection` | the whole selected row, whatever looks its parts have | |
//! | `Cue` | what the chair says next | |
//! | `Clock` | the speaker's clock while it is in time | other times |
//!
//! **Spacing.** White space before lines, lines before boxes. A blank row parts groups and stands below a heading where there
//! are sixteen rows or more; two columns part what stands side by side, three hints and counts. Text begins at the left edge of
//! its column, numbers end at the right edge of theirs; columns hold in both languages, and nothing moves when a digit changes.
//! The gutter of two columns in front of a list's rows holds one sign at most: selected, marked, or new.
//!
//! **Lines and boxes.** One rule below the header, one above the line, one down beside the rail: these alone. A border is
//! allowed around a dialog, and around nothing else; a dialog stands in the middle of stage and cue, and never over the line.
//!
//! **What gives way.** Where room is short, what is known anyway goes first (kinds, units, themes), then a text is cut at a word
//! with `…`, and only where its full form is on the same screen or one key away; names that are read aloud wrap. `? help` is the
//! last hint to go.

use std::sync::Arc;

use ratatui::style::{Color, Modifier, Style};

use crate::settings::theme::{self, Colour, Look, Looks, MANNERS, ROLES, SHIPPED, Shipped};

pub use crate::settings::theme::{Role, WITHOUT_COLOURS};

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen of its palette: of any other the nearest.
    #[default]
    Sixteen,
    /// Any.
    Exact,
}

/// A look for every role.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// What it is called in settings and on the command line.
    pub name: Arc<str>,
    styles: [Style; ROLES],
}

impl Theme {
    /// A theme of those looks, on a terminal of so many colours.
    #[must_use]
    pub fn new(name: &str, looks: &Looks, depth: Depth) -> Self {
        Self {
            name: Arc::from(name),
            styles: looks.map(|look| style(look, depth)),
        }
    }

    /// The shipped theme of that name.
    #[must_use]
    pub fn shipped(name: &str) -> Option<Self> {
        theme::shipped(name).map(Self::of)
    }

    fn of(shipped: Shipped) -> Self {
        // What is shipped keeps to the palette.
        Self::new(shipped.name, &theme::read(shipped.source).0, Depth::Sixteen)
    }

    /// The look of a role.
    #[must_use]
    pub const fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::of(SHIPPED[0])
    }
}

fn style(look: Look, depth: Depth) -> Style {
    const MODIFIERS: [Modifier; MANNERS.len()] = [
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::ITALIC,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
        Modifier::CROSSED_OUT,
    ];
    let held = MODIFIERS
        .into_iter()
        .zip(look.manners)
        .filter_map(|(modifier, holds)| holds.then_some(modifier));
    Style {
        fg: drawn(look.colour, depth),
        bg: drawn(look.behind, depth),
        add_modifier: held.collect(),
        ..Style::new()
    }
}

/// The palette in its order, and what each colour usually is.
const PALETTE: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

fn drawn(colour: Colour, depth: Depth) -> Option<Color> {
    let far = |from: [u8; 3], to: [u8; 3]| -> u32 {
        let apart = |(one, other): (u8, u8)| u32::from(one.abs_diff(other)).pow(2);
        from.into_iter().zip(to).map(apart).sum()
    };
    match (colour, depth) {
        (Colour::Own, _) => None,
        (Colour::Palette(at), _) => PALETTE.get(usize::from(at)).map(|(known, _)| *known),
        (Colour::Exact(red, green, blue), Depth::Exact) => Some(Color::Rgb(red, green, blue)),
        (Colour::Exact(red, green, blue), Depth::Sixteen) => PALETTE
            .iter()
            .min_by_key(|(_, usual)| far([red, green, blue], *usual))
            .map(|(known, _)| *known),
    }
}

/// Which characters signs and lines are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// Box drawing, blocks and signs of Unicode.
    #[default]
    Unicode,
    /// ASCII alone, for terminals that draw the others two columns wide or not at all.
    Ascii,
}

/// A sign or a piece of a line, with its twin in ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Done, present, carried.
    Done,
    /// Here, now.
    Here,
    /// Wants attention.
    Attention,
    /// Nothing, where others have a sign.
    Blank,
    /// Came or changed since one looked.
    New,
    /// There is more of it, out of sight.
    Folded,
    /// To another, who acts.
    To,
    /// Starred.
    Star,
    /// Not, none.
    None,
    /// In front of the line one types.
    Prompt,
    /// Between parts of one line.
    Dot,
    /// Something was cut here.
    Ellipsis,
    /// A line across.
    Across,
    /// A line across, heavy: the part that is used.
    AcrossHeavy,
    /// A line down.
    Down,
    /// What a bar has to reach.
    Mark,
    /// A filled cell of a block digit, or of a bar.
    Block,
    /// A cell of a bar's dense part.
    Dense,
    /// A cell of a bar's medium part.
    Medium,
    /// An empty cell of a bar, or one of its light part.
    Empty,
    /// The upper half of a cell of a block digit.
    UpperHalf,
    /// The lower half of a cell of a block digit.
    LowerHalf,
}

impl Signs {
    /// How the sign is written: one column, always.
    #[must_use]
    pub const fn get(self, sign: Sign) -> &'static str {
        let (unicode, ascii) = match sign {
            Sign::Done => ("✓", "x"),
            Sign::Here => ("▶", ">"),
            Sign::Attention => ("!", "!"),
            Sign::Blank => (" ", " "),
            Sign::New => ("•", "+"),
            Sign::Folded => ("▸", ">"),
            Sign::To => ("→", ">"),
            Sign::Star => ("★", "*"),
            Sign::None => ("–", "-"),
            Sign::Prompt => ("›", ">"),
            Sign::Dot => ("·", "-"),
            Sign::Ellipsis => ("…", "~"),
            Sign::Across => ("─", "-"),
            Sign::AcrossHeavy => ("━", "="),
            Sign::Down => ("│", "|"),
            Sign::Mark => ("▲", "^"),
            Sign::Block => ("█", "#"),
            Sign::Dense => ("▓", "="),
            Sign::Medium => ("▒", "+"),
            Sign::Empty => ("░", "."),
            Sign::UpperHalf => ("▀", "\""),
            Sign::LowerHalf => ("▄", "_"),
        };
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }
}

/// A theme and a set of signs: everything a widget needs to know to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Styles {
    /// The looks.
    pub theme: Theme,
    /// The signs.
    pub signs: Signs,
}

impl Styles {
    /// The look of a role.
    #[must_use]
    pub const fn of(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// How a sign is written.
    #[must_use]
    pub const fn sign(&self, sign: Sign) -> &'static str {
        self.signs.get(sign)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_without_colours_has_none() {
        let mono = Theme::shipped(WITHOUT_COLOURS).expect("it is shipped");
        for style in mono.styles {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn no_shipped_theme_paints_the_background_or_leaves_the_palette() {
        for Shipped { name, .. } in SHIPPED {
            let theme = Theme::shipped(name).expect("it is shipped");
            for style in theme.styles {
                assert_eq!(style.bg, None, "{name}");
                assert!(!matches!(style.fg, Some(Color::Rgb(..))), "{name}");
            }
        }
    }

    #[test]
    fn the_light_theme_leaves_out_the_colours_that_fade_away_on_white() {
        let light = Theme::shipped("light").expect("it is shipped");
        for style in light.styles {
            assert!(matches!(
                style.fg,
                None | Some(
                    Color::Black
                        | Color::Blue
                        | Color::Green
                        | Color::Red
                        | Color::Magenta
                        | Color::DarkGray
                )
            ));
        }
    }

    #[test]
    fn an_exact_colour_is_the_nearest_of_sixteen_where_there_are_no_more() {
        let (looks, _) = theme::read("here = \"bold #fa1010 on #101010\"");
        let here = |depth| Theme::new("own", &looks, depth).style(Role::Here);
        let plain = Style::new().add_modifier(Modifier::BOLD);
        assert_eq!(
            here(Depth::Sixteen),
            plain.fg(Color::LightRed).bg(Color::Black)
        );
        assert_eq!(
            here(Depth::Exact),
            plain
                .fg(Color::Rgb(0xfa, 0x10, 0x10))
                .bg(Color::Rgb(0x10, 0x10, 0x10))
        );
    }
}
