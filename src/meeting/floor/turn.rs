//! A turn: one stretch of one person having the floor, and who it is that speaks. All times come from records.

use serde::{Deserialize, Serialize};

use crate::agenda::{Person, PersonId, UnitId, Who};
use crate::meeting::ids::{ItemId, Thing, TurnId};
use crate::meeting::progress::Span;
use crate::text::Moment;

impl Who {
    /// It as a thing that records speak of.
    #[must_use]
    pub fn thing(&self) -> Thing {
        match self {
            Self::Person(id) => Thing::Person(id.clone()),
            Self::Unit(id) => Thing::Unit(id.clone()),
        }
    }
}

/// Who speaks, and for which unit; a unit with nobody on the roster speaks without a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speaker {
    /// The person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The unit they spoke for at the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
}

impl Speaker {
    /// That person with the unit they represent now.
    #[must_use]
    pub fn person(person: &Person) -> Self {
        Self {
            person: Some(person.id.clone()),
            unit: person.unit.clone(),
        }
    }

    /// The person, else the unit; `None` for nobody.
    #[must_use]
    pub fn who(&self) -> Option<Who> {
        self.person
            .clone()
            .map(Who::Person)
            .or_else(|| self.unit.clone().map(Who::Unit))
    }

    /// The unit, else the person as a unit of one.
    #[must_use]
    pub fn for_unit(&self) -> Option<Who> {
        self.unit
            .clone()
            .map(Who::Unit)
            .or_else(|| self.person.clone().map(Who::Person))
    }

    pub(super) fn things(&self) -> impl Iterator<Item = Thing> + use<> {
        let unit = self.unit.clone().map(Thing::Unit);
        self.person
            .clone()
            .map(Thing::Person)
            .into_iter()
            .chain(unit)
    }
}

/// In what way somebody has the floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TurnKind {
    /// In their turn.
    #[default]
    Turn,
    /// On a point of order.
    Order,
    /// With a question to the speaker.
    Interposed,
    /// In writing.
    Written,
}

impl TurnKind {
    /// Whether the next begins only when it has ended: no question within another turn, nothing handed in.
    #[must_use]
    pub const fn is_in_sequence(self) -> bool {
        match self {
            Self::Turn | Self::Order => true,
            Self::Interposed | Self::Written => false,
        }
    }
}

/// One stretch of one person having the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its id; later turns have greater ones.
    pub id: TurnId,
    /// In which item.
    pub item: ItemId,
    /// Who spoke.
    pub speaker: Speaker,
    /// In what way.
    pub kind: TurnKind,
    /// Its beginning.
    pub from: Moment,
    /// Its end; none while it lasts.
    pub until: Option<Moment>,
    /// When its clock stood; the last without an end while it stands.
    pub pauses: Vec<Span>,
    /// When somebody put a question within it while its clock ran on; the last without an end while it is put.
    pub questions: Vec<Span>,
    /// The seconds it has, extensions included; none for no limit.
    pub allotted: Option<u32>,
}

impl Turn {
    /// The seconds spoken in it up to `now`: pauses and questions put within it are left out.
    #[must_use]
    pub fn seconds(&self, now: Moment) -> i64 {
        (self.clock(now) - self.within(&self.questions, now)).max(0)
    }

    /// The seconds its clock shows at `now`: those spoken, and those of questions at which the clock ran on.
    #[must_use]
    pub fn clock(&self, now: Moment) -> i64 {
        let end = self.until.unwrap_or(now);
        ((end - self.from).num_seconds() - self.within(&self.pauses, now)).max(0)
    }

    /// The seconds of those spans that lie in it.
    fn within(&self, spans: &[Span], now: Moment) -> i64 {
        let end = self.until.unwrap_or(now);
        let inside = |span: &Span| span.until.unwrap_or(end).min(end) - span.from.max(self.from);
        spans
            .iter()
            .map(|span| inside(span).num_seconds().max(0))
            .sum()
    }

    /// The seconds left on its clock at `now`, negative when over; none without a limit.
    #[must_use]
    pub fn seconds_left(&self, now: Moment) -> Option<i64> {
        self.allotted
            .map(|allotted| i64::from(allotted) - self.clock(now))
    }

    /// Whether its clock stands.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.until.is_none()
            && self
                .pauses
                .last()
                .is_some_and(|pause| pause.until.is_none())
    }
}

impl Speaker {
    /// Whether that is the person or the unit.
    #[must_use]
    pub fn is(&self, who: &Who) -> bool {
        match who {
            Who::Person(id) => self.person.as_ref() == Some(id),
            Who::Unit(id) => self.unit.as_ref() == Some(id),
        }
    }
}

impl Turn {
    pub(super) fn end_pause(&mut self, at: Moment) {
        if let Some(pause) = self.pauses.last_mut() {
            pause.until = pause.until.or(Some(at.max(pause.from)));
        }
    }

    /// A question begins; where the clock stands for it, that is a pause.
    pub(super) fn begin_question(&mut self, at: Moment) {
        if !self.is_paused() {
            let (from, until) = (at, None);
            self.questions.push(Span { from, until });
        }
    }

    pub(super) fn end_question(&mut self, at: Moment) {
        if let Some(question) = self.questions.last_mut() {
            question.until = question.until.or(Some(at.max(question.from)));
        }
    }
}
