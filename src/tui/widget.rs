//! Small pieces that draw themselves on a buffer and know no meeting: bars, the clock, the line one types in, wrapped text.

pub mod bars;
pub mod clock;
pub mod field;
pub mod letters;
pub mod line;
pub mod window;
pub mod wrap;
