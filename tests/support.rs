//! What several tests need: sources as text, meetings held from a script, a disk that fails.

pub mod archive;
pub mod council;
pub mod desk;
pub mod drawn;
pub mod faulty;
pub mod held;
pub mod picture;
pub mod running;
pub mod seat;
pub mod source;
pub mod stage;
pub mod subset;
pub mod workbook;
pub mod xml;
pub mod years;
