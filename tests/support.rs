//! What several tests need: sources as text, meetings held from a script.

pub mod source;
