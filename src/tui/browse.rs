//! What one participant does in a list of any kind: looks for words, selects a row, opens it, turns pages. Owns where one stands; the
//! rows themselves are theirs who list them.

use super::widget::window::Window;

/// How much of the selected row is shown below the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    #[default]
    None,
    /// All about it, in a part of the stage.
    Part,
    /// The same on the whole stage.
    Whole,
}

impl Detail {
    const fn more(self) -> Self {
        match self {
            Self::None => Self::Part,
            Self::Part | Self::Whole => Self::Whole,
        }
    }

    const fn less(self) -> Self {
        match self {
            Self::None | Self::Part => Self::None,
            Self::Whole => Self::Part,
        }
    }
}

/// Where one stands in a list.
#[derive(Clone, Debug, Default)]
pub struct Browse {
    /// The filter that stays when its line was sent.
    kept: String,
    /// The filter that is being typed.
    typed: Option<String>,
    detail: Detail,
    at: Option<usize>,
    window: Window,
    version: u64,
}

impl Browse {
    /// A number that is another one whenever the list looks otherwise.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// It looks otherwise from here on.
    pub const fn touch(&mut self) {
        self.version += 1;
    }

    /// What is looked for; empty for nothing.
    #[must_use]
    pub fn filter(&self) -> &str {
        self.typed.as_deref().unwrap_or(&self.kept).trim()
    }

    /// What is being typed to filter it; with none, what was kept holds again.
    pub fn look_for(&mut self, typed: Option<&str>) {
        if self.typed.as_deref() != typed {
            self.typed = typed.map(str::to_owned);
            self.touch();
        }
    }

    /// Keeps a filter; an empty one shows all again.
    pub fn keep_filter(&mut self, words: &str) {
        self.typed = None;
        words.trim().clone_into(&mut self.kept);
        self.touch();
    }

    /// The selected row.
    #[must_use]
    pub const fn at(&self) -> Option<usize> {
        self.at
    }

    /// Selects that row, or none.
    pub fn select(&mut self, at: Option<usize>) {
        self.at = at;
        if at.is_none() {
            self.detail = Detail::None;
        }
        self.touch();
    }

    /// The stop that is so many further than the selected row, no further than the first and the last; from nowhere one of these.
    #[must_use]
    pub fn stepped(&self, stops: &[usize], by: isize) -> Option<usize> {
        let last = stops.len().checked_sub(1)?;
        let place = match self.at {
            Some(at) => stops
                .partition_point(|stop| *stop < at)
                .saturating_add_signed(by)
                .min(last),
            None if by < 0 => last,
            None => 0,
        };
        Some(stops[place])
    }

    /// How much is shown of the selected row.
    #[must_use]
    pub const fn detail(&self) -> Detail {
        self.detail
    }

    /// Shows more of it, where one is selected.
    pub const fn open(&mut self) {
        if self.at.is_some() {
            self.detail = self.detail.more();
            self.touch();
        }
    }

    /// Shows less of it.
    pub const fn fold(&mut self) {
        self.detail = self.detail.less();
        self.touch();
    }

    /// Which rows are in sight.
    #[must_use]
    pub const fn window(&self) -> Window {
        self.window
    }

    /// Other rows are in sight: so many further, or back, of so many.
    pub fn scroll(&mut self, by: isize, rows: usize) {
        self.window = self.window.scrolled(by, rows);
        self.touch();
    }

    /// There are that many rows on the screen, and so many in all, of which `focus` is in sight.
    pub fn fit(&mut self, focus: usize, rows: usize, height: u16) {
        let window = self.window.around(focus, rows, height);
        if self.window != window {
            self.window = window;
            self.touch();
        }
    }

    /// There are so many rows on a page, and so many in all: the page of the selected one is in sight.
    pub fn fit_pages(&mut self, rows: usize, page: usize) {
        let window = self.window.paged(self.at, rows, page);
        if self.window != window {
            self.window = window;
            self.touch();
        }
    }
}
