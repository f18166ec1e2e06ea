//! The meeting on a screen. This page owns the loop: it alone talks to the room and performs effects; what a key means is
//! `update`'s, what is drawn is `screen`'s.

pub mod backend;
pub mod input;
pub mod keymap;
pub mod style;
pub mod terminal;
pub mod widget;
