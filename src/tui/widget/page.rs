//! A list that is longer than its place is shown in whole pages, so that rows stand still while one moves among them.

/// How many rows are out of sight above, so that the row `at` is in sight.
#[must_use]
pub fn above(at: usize, height: u16) -> usize {
    let height = usize::from(height.max(1));
    at / height * height
}
