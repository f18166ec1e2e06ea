//! A session that is open in a review: at a glance, and in the faces of a meeting that is held. Owns which of them is shown, and keeps each
//! session's faces as they were left.

use std::sync::Arc;

use super::reading::Held;
use crate::archive::page::Link;
use crate::phrase::Face;
use crate::tui::leaf::Leaf;
use crate::tui::lectern::Lectern;
use crate::tui::log::Log;
use crate::tui::polls::Polls;
use crate::tui::register::Register;
use crate::tui::sheet::Sheet;
use crate::tui::ui::Ui;
use crate::tui::update::faces::FACES;

/// What is shown of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It at a glance.
    Page,
    /// A face.
    Face(Face),
}

/// An open session.
#[derive(Debug)]
pub struct Sitting {
    /// It.
    pub held: Arc<Held>,
    /// It at a glance.
    pub page: Leaf<Link>,
    /// What is shown.
    pub shown: Shown,
    /// Its faces, while another session's are before the participant.
    left: Faces,
}

/// Faces as they were left.
#[derive(Debug, Default)]
struct Faces {
    sheet: Sheet,
    register: Register,
    polls: Polls,
    lectern: Lectern,
    log: Log,
}

impl Sitting {
    /// A session that was just opened.
    #[must_use]
    pub fn new(held: Arc<Held>) -> Self {
        Self {
            held,
            page: Leaf::default(),
            shown: Shown::Page,
            left: Faces::default(),
        }
    }

    /// Its faces come before the participant, or go from there: the one or the other, in turn.
    pub fn exchange(&mut self, ui: &mut Ui) {
        std::mem::swap(&mut self.left.sheet, &mut ui.sheet);
        std::mem::swap(&mut self.left.register, &mut ui.register);
        std::mem::swap(&mut self.left.polls, &mut ui.polls);
        std::mem::swap(&mut self.left.lectern, &mut ui.lectern);
        std::mem::swap(&mut self.left.log, &mut ui.log);
        if let Shown::Face(face) = self.shown {
            ui.face = face;
        }
    }

    /// Shows what stands so many further.
    pub fn step(&mut self, ui: &mut Ui, by: isize) {
        let all: Vec<Shown> = std::iter::once(Shown::Page)
            .chain(FACES.map(Shown::Face))
            .collect();
        let here = all.iter().position(|shown| *shown == self.shown);
        let next = here.unwrap_or(0).cast_signed() + by;
        let next = next.rem_euclid(all.len().cast_signed()).unsigned_abs();
        self.show(ui, all[next]);
    }

    /// Shows that.
    pub fn show(&mut self, ui: &mut Ui, shown: Shown) {
        self.shown = shown;
        if let Shown::Face(face) = shown {
            ui.face = face;
        }
    }
}
