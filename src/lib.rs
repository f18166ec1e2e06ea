//! tribune: hold formal meetings in the terminal. A chair steps through an agenda, note-takers catch every suggestion of
//! every unit, votes are counted by rule, and a session file sums it all up.
//!
//! # The idea
//!
//! ```text
//! keys · script lines ─► phrase ─► Command
//! Room (one writer, own thread):  decide ─► journal.append + sync ─► apply ─► publish Arc<Meeting>
//!                                                                               │
//!           Meeting ─► Summary (pure) ─► session TOML · documents               └─► every screen
//!           session files + ledger ─► history ─► matters arising · follow-ups · dossiers · next agenda
//! ```
//!
//! For a meeting, history *is* the domain: who spoke when, who was present at which ballot, what was mended by whom. So
//! the truth is a list of [records](meeting::Record), each one accepted command with its [events](meeting::Event); a
//! [`Meeting`](meeting::Meeting) is nothing but the fold of its records.
//!
//! # What always holds
//!
//! - Commands carry intent ("next"), events carry results (whom the floor went to). Commands are never journalled.
//! - [`meeting::decide`] may refuse and changes nothing; [`Meeting::apply`](meeting::Meeting::apply) never refuses.
//! - A record is on the disk before anybody is told that it was accepted. If the append fails, nothing happened.
//! - Record times are whole seconds and never fall. A running clock is `now - started`, computed where it is drawn.
//! - Numbers (`C12`, `B1`) are never used twice, not even after an undo.
//! - Undo is a record too: the meeting is folded again without what was taken back.
//! - Nothing in the journal links a voter with a choice of a secret ballot.
//! - Up to [`locale`] there are no sentences, only [messages](text::Message): a file never stores a sentence as truth.
//!
//! Deliberately absent: a database, an event framework, async, merging of diverged journals.
//!
//! # In reading order
//!
//! [`text`], [`tree`] and [`rules`], which know nothing; [`agenda`], the plan; [`meeting`], topic by topic; [`phrase`], the
//! command language; [`room`] and [`journal`], where commands become records; [`board`], where what was noted is looked over,
//! and [`agreement`], what of it is perhaps alike; [`telling`] and [`cue`], what is said of it; [`summary`], what documents are
//! made of, and [`export`], how; [`brief`], what the chair closes from; [`session_file`] and [`archive`], what is kept;
//! [`roster_import`] and [`minutes_import`], what comes in from other programs; [`settings`], what a person sets; [`plain`] and
//! [`tui`], the two faces; [`cli`], the only one who knows the world around the program.
//!
//! # Who may know whom
//!
//! A module may use itself, `text`, and what stands right of its arrow, never the other way round. `tests/tidy.rs`
//! reads this table and fails, naming file and line, where the code differs; a module without a row fails too.
//!
//! ```text
//! text, rules, error, tree -> nothing
//! agenda                   -> rules
//! names                    -> agenda
//! meeting                  -> agenda, rules
//! board                    -> meeting, agenda, rules
//! phrase                   -> board, meeting, agenda, rules, names
//! agreement, telling       -> meeting, agenda, rules
//! summary                  -> telling, meeting, agenda, rules
//! brief                    -> summary, agreement, meeting, agenda
//! cue                      -> telling, meeting, agenda, rules
//! locale, settings         -> nothing
//! roster_import            -> agenda, names, locale
//! minutes_import           -> names, locale
//! session_file             -> summary, meeting, agenda, rules, locale, tree, error
//! export                   -> archive, summary, brief, cue, meeting, agenda, rules, locale, tree, error
//! journal                  -> meeting, agenda, rules, error
//! archive                  -> summary, session_file, telling, meeting, agenda, names, locale, error
//! room                     -> meeting, agenda, rules, journal, error
//! tui::style               -> settings
//! tui::widget              -> tui::style
//! tui::ui, tui::update, tui::screen -> everything but session_file, export, journal, room, plain, cli
//! tui, plain               -> everything but cli
//! cli                      -> everything
//! main                     -> cli
//! ```
//!
//! `export` knows `archive` for the figures of a series alone; it is given them, and looks into no folder.
//! `summary` knows `telling` for the list of corrections alone: what a correction changed is told as the log tells it.
//!
//! Up to `locale` nothing knows clock, files, randomness, threads or a terminal. `cli` alone reads environment, home
//! folder, language and time zone, and hands on values; `room` alone reads the wall clock it was given.

pub mod agenda;
pub mod agreement;
pub mod archive;
pub mod board;
pub mod brief;
pub mod cli;
pub mod cue;
pub mod error;
pub mod export;
pub mod journal;
pub mod locale;
pub mod meeting;
pub mod minutes_import;
pub mod names;
pub mod phrase;
pub mod plain;
pub mod room;
pub mod roster_import;
pub mod rules;
pub mod session_file;
pub mod settings;
pub mod summary;
pub mod telling;
pub mod text;
pub mod tree;
pub mod tui;
