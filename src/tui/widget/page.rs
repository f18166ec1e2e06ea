//! A list that is longer than its place is shown in whole pages, so that rows stand still while one moves among them.

/// How many rows of so many are out of sight above, so that the row `at` is in sight. The last page is as full as the others.
#[must_use]
pub fn above(at: usize, rows: usize, height: u16) -> usize {
    let height = usize::from(height.max(1));
    let page = at / height * height;
    page.min(rows.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_in_sight_and_no_page_is_half_empty_where_there_are_rows_to_fill_it() {
        for rows in 0..40_usize {
            for height in 1..12_u16 {
                for at in 0..rows.max(1) {
                    let above = above(at, rows, height);
                    let last = above + usize::from(height);
                    assert!((above..last).contains(&at));
                    assert!(last <= rows || above == 0);
                }
            }
        }
    }

    #[test]
    fn rows_stand_still_within_a_page() {
        assert_eq!((above(0, 30, 10), above(9, 30, 10)), (0, 0));
        assert_eq!((above(10, 30, 10), above(19, 30, 10)), (10, 10));
        assert_eq!(above(24, 25, 10), 15);
    }
}
