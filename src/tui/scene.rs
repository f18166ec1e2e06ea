//! What a view may look at: the meeting, one participant's state, the time, and how to say and draw things. Views read it
//! and give nothing back.

use std::ops::Deref;

use crate::agenda::{Agenda, PersonId, Who};
use crate::cue;
use crate::meeting::floor::Speaker;
use crate::meeting::{Header, Meeting};
use crate::text::Moment;

use super::look::Look;
use super::ui::Ui;

/// Everything that is drawn from, for one frame.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The participant's own state.
    pub ui: &'a Ui,
    /// The time, from the room's clock.
    pub now: Moment,
    /// How to say and draw it.
    pub look: Look<'a>,
    /// How the meeting is kept.
    pub keeping: Keeping,
}

/// A scene is said and drawn as its look has it.
impl<'a> Deref for Scene<'a> {
    type Target = Look<'a>;

    fn deref(&self) -> &Self::Target {
        &self.look
    }
}

/// How safe the meeting is. What is on the screen is on the journal in any case, but for a rehearsal's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// On the disk, synced before it is shown.
    #[default]
    Saved,
    /// On its way there: the meeting was begun this moment.
    Begun,
    /// On the disk, but the session file could not be written; it is tried again.
    SessionFailed,
    /// Nothing more can be recorded.
    ReadOnly,
    /// In memory: a rehearsal.
    Memory,
    /// In a session file: it is over, and looked at.
    Archived,
    /// By another process: this screen only looks.
    Watched,
}

impl Scene<'_> {
    /// Whether this screen only looks at what another process holds.
    #[must_use]
    pub fn is_watched(&self) -> bool {
        self.keeping == Keeping::Watched
    }

    /// What a person or unit is called.
    #[must_use]
    pub fn name(&self, who: &Who) -> String {
        self.text(&self.meeting.roster.name(who))
    }

    /// What a speaker is called: the person, else the unit.
    #[must_use]
    pub fn speaker(&self, speaker: &Speaker) -> String {
        speaker.who().map(|who| self.name(&who)).unwrap_or_default()
    }

    /// What a unit is called for short; a person by name.
    #[must_use]
    pub fn short_name(&self, who: &Who) -> String {
        let short = match who {
            Who::Unit(id) => self
                .meeting
                .roster
                .unit(id)
                .and_then(|unit| unit.short.as_ref()),
            Who::Person(_) => None,
        };
        short.map_or_else(|| self.name(who), |short| self.text(short))
    }

    /// What the chair says next; empty when the meeting is over.
    #[must_use]
    pub fn cue(&self) -> String {
        cue::next(self.meeting, self.now)
            .map(|cue| self.say(&cue.message))
            .unwrap_or_default()
    }

    /// A person's unit in full; empty without one.
    #[must_use]
    pub fn unit_of(&self, person: &PersonId) -> String {
        self.meeting
            .roster
            .unit_of(person)
            .map(|unit| self.text(&unit.name))
            .unwrap_or_default()
    }
}

/// A meeting without an agenda, of which nothing was recorded: what is drawn from where there is none.
#[must_use]
pub fn never_held(now: Moment) -> Meeting {
    let header = Header {
        tribune: 1,
        begun: now,
        path: String::new(),
        agenda: String::new(),
    };
    Meeting::begin(header, Agenda::default())
}
