//! Where a key of an action works: everywhere, or by what is typed. The actions are [`super`]'s.

/// Where a key of an action works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On every face, whatever is typed.
    Anywhere,
    /// While nothing is typed, or a filter.
    Selecting,
    /// While nothing is typed.
    EmptyLine,
    /// While something is typed.
    Line,
}

/// Whether something is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nothing is.
    Empty,
    /// Something is.
    Typed,
    /// A filter is: it starts with `/`.
    Filter,
}

impl Line {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Empty, Self::Typed, Self::Filter];
}

impl Place {
    /// All of them, in the order of the key table.
    pub const ALL: [Self; 4] = [Self::Anywhere, Self::Selecting, Self::EmptyLine, Self::Line];

    /// What stands above its keys: a sentence's id.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Anywhere => "keys-anywhere",
            Self::Selecting => "keys-selecting",
            Self::EmptyLine => "keys-empty-line",
            Self::Line => "keys-line",
        }
    }

    /// Whether a key works while the line is so.
    #[must_use]
    pub fn holds(self, line: Line) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Selecting => line != Line::Typed,
            Self::EmptyLine => line == Line::Empty,
            Self::Line => line != Line::Empty,
        }
    }
}
