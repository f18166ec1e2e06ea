//! Commands about votes and elections.

use super::table::CommandRow;

/// About votes and elections.
pub(super) const ROWS: &[CommandRow] = &[];
