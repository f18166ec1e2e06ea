//! How things look, by role: what a theme may say, and nothing else. The default themes use the terminal's own sixteen
//! colours and its background. Knows no meeting; views name a role, never a colour.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is, as far as its look goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// What is past or secondary.
    Quiet,
    /// The one thing that matters now.
    Strong,
    /// A name of something that can be acted on.
    Accent,
    /// Here, now: the current item, the speaker.
    Here,
    /// In time, carried, present.
    Good,
    /// Soon.
    Soon,
    /// Over, failed, lost.
    Bad,
    /// Small capitals above a column.
    Label,
    /// A line between parts.
    Rule,
    /// Where one types.
    Field,
    /// The selected row.
    Selection,
    /// What the chair says next.
    Cue,
    /// The speaker's clock while it is in time.
    Clock,
}

/// A look for every role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// What it is called in settings and on the command line.
    pub name: &'static str,
    styles: [Style; 14],
}

const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);
const REVERSED: Style = PLAIN.add_modifier(Modifier::REVERSED);
const QUIET: Style = PLAIN.fg(Color::DarkGray);

/// The shipped themes; the first is the default. In each, the styles stand in the order of [`Role`].
pub const THEMES: [Theme; 4] = [
    Theme {
        name: "dark",
        styles: [
            PLAIN,
            QUIET,
            BOLD,
            PLAIN.fg(Color::Cyan),
            BOLD.fg(Color::Cyan),
            PLAIN.fg(Color::LightGreen),
            PLAIN.fg(Color::LightYellow),
            PLAIN.fg(Color::LightRed),
            QUIET,
            QUIET,
            PLAIN,
            REVERSED,
            PLAIN,
            PLAIN.fg(Color::LightGreen),
        ],
    },
    Theme {
        name: "light",
        styles: [
            PLAIN,
            QUIET,
            BOLD,
            PLAIN.fg(Color::Blue),
            BOLD.fg(Color::Blue),
            PLAIN.fg(Color::Green),
            PLAIN.fg(Color::Yellow),
            PLAIN.fg(Color::Red),
            QUIET,
            QUIET,
            PLAIN,
            REVERSED,
            PLAIN,
            PLAIN.fg(Color::Green),
        ],
    },
    Theme {
        name: "high-contrast",
        styles: [
            BOLD,
            PLAIN,
            BOLD,
            BOLD.fg(Color::LightCyan),
            BOLD.fg(Color::LightCyan),
            BOLD.fg(Color::LightGreen),
            BOLD.fg(Color::LightYellow),
            BOLD.fg(Color::LightRed),
            BOLD,
            PLAIN,
            BOLD,
            BOLD.add_modifier(Modifier::REVERSED),
            BOLD,
            BOLD.fg(Color::LightGreen),
        ],
    },
    Theme {
        name: "mono",
        styles: [
            PLAIN, PLAIN, BOLD, PLAIN, BOLD, PLAIN, BOLD, BOLD, PLAIN, PLAIN, PLAIN, REVERSED,
            PLAIN, PLAIN,
        ],
    },
];

/// The theme without colours, for `NO_COLOR`.
pub const WITHOUT_COLOURS: &str = "mono";

impl Theme {
    /// The shipped theme of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        THEMES.iter().find(|theme| theme.name == name).copied()
    }

    /// The shipped theme after this one.
    #[must_use]
    pub fn next(&self) -> Self {
        let at = THEMES.iter().position(|theme| theme.name == self.name);
        THEMES[at.map_or(0, |at| (at + 1) % THEMES.len())]
    }

    /// The look of a role.
    #[must_use]
    pub const fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }
}

impl Default for Theme {
    fn default() -> Self {
        THEMES[0]
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
    /// A filled cell of a block digit.
    Block,
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
            Sign::Star => ("★", "*"),
            Sign::None => ("–", "-"),
            Sign::Prompt => ("›", ">"),
            Sign::Dot => ("·", "-"),
            Sign::Ellipsis => ("…", "~"),
            Sign::Across => ("─", "-"),
            Sign::AcrossHeavy => ("━", "="),
            Sign::Down => ("│", "|"),
            Sign::Block => ("█", "#"),
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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
        let mono = Theme::named(WITHOUT_COLOURS).expect("it is shipped");
        for style in mono.styles {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }

    #[test]
    fn no_shipped_theme_paints_the_background() {
        for theme in THEMES {
            assert!(
                theme.styles.iter().all(|style| style.bg.is_none()),
                "{}",
                theme.name
            );
        }
    }
}
