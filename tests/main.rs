//! The one test binary: wider tests, each file a module.

mod counting;
mod export;
mod journal;
mod plain;
mod replay;
mod room;
mod support;
mod tidy;
