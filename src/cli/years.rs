//! The figures of a series, for the commands that show them. Owns the sentence where there are none; they are counted by `archive`.

use std::path::Path;

use super::followed;
use crate::archive::{Reach, Told, Years};
use crate::text::{Message, Text};

/// The figures of that series in the folder; what could not be read is told.
///
/// # Errors
/// That no session of it can be read there.
pub fn counted(
    folder: &Path,
    series: &Text,
    reach: Reach,
    tell: impl FnMut(&Message),
) -> Result<Years, Told> {
    let (years, history) = Years::of(folder, series, reach);
    followed::gaps(&history).for_each(tell);
    let none = Message::new("years-none").with("series", series);
    years.ok_or_else(|| vec![none.with("folder", &*folder.to_string_lossy())])
}
