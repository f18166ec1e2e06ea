//! Which rows of a list are in sight, where it is longer than its place: rows stand still while one moves among those in sight, and
//! turn by the page beyond. Knows no rows, only how many there are.

/// Rows that stay in sight above the one to which a page is turned.
const ABOVE: usize = 2;

/// The rows in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    top: usize,
    height: usize,
}

impl Window {
    /// How many rows are out of sight above.
    #[must_use]
    pub const fn top(self) -> usize {
        self.top
    }

    /// How many rows a page key goes: a page but for one row, and one at least.
    #[must_use]
    pub fn page(self) -> isize {
        self.height.saturating_sub(1).max(1).cast_signed()
    }

    /// The same with the row `focus` of so many in sight, on that many rows of the screen. The last page is as full as the others.
    #[must_use]
    pub fn around(self, focus: usize, rows: usize, height: u16) -> Self {
        let height = usize::from(height.max(1));
        let last = rows.saturating_sub(height);
        let top = if focus < self.top {
            (focus + 1).saturating_sub(height)
        } else if focus >= self.top + height {
            focus - ABOVE.min(height - 1).min(focus)
        } else {
            self.top
        };
        Self {
            top: top.min(last),
            height,
        }
    }

    /// So many rows further, or back, of so many in all; no further than the last page.
    #[must_use]
    pub fn scrolled(self, by: isize, rows: usize) -> Self {
        let last = rows.saturating_sub(self.height.max(1));
        Self {
            top: self.top.saturating_add_signed(by).min(last),
            ..self
        }
    }

    /// The rows in sight.
    #[must_use]
    pub const fn rows(self) -> std::ops::Range<usize> {
        self.top..self.top + self.height
    }

    /// The same by whole pages of so many: each row stands at the same place whenever its page is in sight. The last page may be
    /// shorter than the others.
    #[must_use]
    pub fn paged(self, focus: Option<usize>, rows: usize, page: usize) -> Self {
        let height = page.max(1);
        let at = focus.unwrap_or(self.top).min(rows.saturating_sub(1));
        Self {
            top: at / height * height,
            height,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_is_in_sight_and_no_page_is_half_empty_where_there_are_rows_to_fill_it() {
        let mut window = Window::default();
        for rows in 1..40_usize {
            for height in 1..12_u16 {
                for focus in (0..rows).chain((0..rows).rev()).step_by(3) {
                    window = window.around(focus, rows, height);
                    let last = window.top() + usize::from(height);
                    assert!((window.top()..last).contains(&focus));
                    assert!(last <= rows || window.top() == 0);
                }
            }
        }
    }

    #[test]
    fn by_whole_pages_each_row_has_its_place() {
        let paged = |focus| Window::default().paged(focus, 100, 24).top();
        assert_eq!(
            [paged(Some(23)), paged(Some(24)), paged(Some(99))],
            [0, 24, 96]
        );
        let third = Window::default().paged(Some(50), 100, 24);
        assert_eq!(third.paged(None, 100, 24), third, "none selected, it stays");
        assert_eq!(third.paged(None, 3, 24).top(), 0);
        assert_eq!(third.paged(None, 0, 0).top(), 0);
    }

    #[test]
    fn rows_stand_still_while_one_moves_among_those_in_sight() {
        let mut window = Window::default().around(25, 30, 10);
        assert_eq!(window.top(), 20);
        for focus in [20, 29, 24] {
            window = window.around(focus, 30, 10);
            assert_eq!(window.top(), 20);
        }
        assert_eq!(window.around(19, 30, 10).top(), 10);
        let first = Window::default().around(10, 30, 10);
        assert_eq!(first.top(), 8, "what stands above it stays in sight");
    }
}
