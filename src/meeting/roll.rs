//! Who is present, excused, absent or represented, since when; announced head counts; and the figures of the quorum.
//! A timeline: nothing said earlier is overwritten. Does not decide ballots: it gives them E and P (`RULES.md` §1).

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::floor::Speaker;
use super::ids::{ItemId, Thing, Touches};
use super::{Acting, Meeting, Refusal, Stamp, roster};
use crate::agenda::{Person, PersonId, Voters, Who};
use crate::rules::Quorum;
use crate::text::{Message, Moment, Text};

/// What may be asked of the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Say whether somebody is there.
    Mark {
        /// Who.
        person: PersonId,
        /// What they are now.
        status: Status,
        /// In the room or online; only for those present.
        mode: Mode,
        /// Why; for the excused.
        reason: Option<Text>,
        /// Since when, where not now.
        at: Option<Moment>,
    },
    /// Say that somebody is represented by another.
    Represent {
        /// Who is not there.
        person: PersonId,
        /// Who acts for them.
        by: PersonId,
        /// Since when, where not now.
        at: Option<Moment>,
    },
    /// Say that somebody is out of the room for the current item.
    StepAway {
        /// Who.
        person: PersonId,
        /// Since when, where not now.
        at: Option<Moment>,
    },
    /// Say that somebody takes no part in the current item, and is out of its base.
    Recuse {
        /// Who.
        person: PersonId,
        /// Since when, where not now.
        at: Option<Moment>,
    },
    /// Put an announced head count in the place of the roll's figures.
    Count {
        /// P.
        present: u32,
        /// E, where it was announced too.
        of: Option<u32>,
    },
    /// Go back to the roll's figures.
    EndCount,
}

/// What happened on the roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Somebody is present, excused, absent or gone.
    Marked {
        /// Who.
        person: PersonId,
        /// What they are.
        status: Status,
        /// In the room or online.
        #[serde(default, skip_serializing_if = "Mode::is_room")]
        mode: Mode,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Text>,
        /// Since when.
        when: Moment,
    },
    /// Somebody is represented.
    Represented {
        /// Who is not there.
        person: PersonId,
        /// Who acts for them.
        by: PersonId,
        /// Since when.
        when: Moment,
    },
    /// Somebody is out for an item.
    SteppedAway {
        /// Who.
        person: PersonId,
        /// For which item.
        item: ItemId,
        /// Since when.
        when: Moment,
    },
    /// Somebody takes no part in an item.
    Recused {
        /// Who.
        person: PersonId,
        /// In which item.
        item: ItemId,
        /// Since when.
        when: Moment,
    },
    /// A head count was announced.
    Counted {
        /// P.
        present: u32,
        /// E.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<u32>,
    },
    /// The roll's own figures count again.
    CountEnded,
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Marked { person, .. } => touch(person),
            Self::Represented { person, by, .. } => {
                touch(person).and_refer([Thing::Person(by.clone())])
            }
            Self::SteppedAway { person, item, .. } | Self::Recused { person, item, .. } => {
                touch(person).and_refer([Thing::Item(*item)])
            }
            Self::Counted { .. } | Self::CountEnded => Touches::change(Thing::HeadCount),
        }
    }
}

fn touch(person: &PersonId) -> Touches {
    Touches::change(Thing::Presence(person.clone())).and_refer([Thing::Person(person.clone())])
}

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nothing was said of them yet: not present.
    #[default]
    Unmarked,
    /// There, in the room or online.
    Present,
    /// Not there, with leave.
    Excused,
    /// Not there.
    Absent,
    /// Was there and went.
    Left,
    /// Not there; another acts for them.
    Represented,
}

/// Where somebody takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// In the room.
    #[default]
    Room,
    /// From elsewhere.
    Online,
}

impl Mode {
    fn is_room(&self) -> bool {
        *self == Self::Room
    }
}

/// What is known of one person's presence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// What they are now.
    pub status: Status,
    /// Where they take part.
    pub mode: Mode,
    /// Why they are excused.
    pub reason: Option<Text>,
    /// Who acts for them.
    pub represented_by: Option<PersonId>,
    /// Since when the status holds.
    pub since: Option<Moment>,
    /// When they first came.
    pub from: Option<Moment>,
    /// When they last went.
    pub until: Option<Moment>,
    /// The item they are out for.
    pub away: Option<ItemId>,
    /// The items they take no part in.
    pub recused: Vec<ItemId>,
    /// Every status with its beginning, in order of entry.
    pub timeline: Vec<(Moment, Status)>,
}

/// A head count that was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadCount {
    /// P.
    pub present: u32,
    /// E, where announced.
    pub of: Option<u32>,
    /// By whom.
    pub author: Text,
    /// When.
    pub at: Moment,
}

/// The roll: what was said of each person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roll {
    presences: OrdMap<PersonId, Presence>,
    head_count: Option<HeadCount>,
    greatest: u32,
}

impl Roll {
    /// What is known of that person; unmarked where nothing is.
    #[must_use]
    pub fn presence(&self, person: &PersonId) -> Presence {
        self.presences.get(person).cloned().unwrap_or_default()
    }

    /// What that person is now.
    #[must_use]
    pub fn status(&self, person: &PersonId) -> Status {
        self.presences
            .get(person)
            .map_or(Status::Unmarked, |presence| presence.status)
    }

    /// Whether they are there now.
    #[must_use]
    pub fn is_present(&self, person: &PersonId) -> bool {
        self.status(person) == Status::Present
    }

    /// The head count that holds.
    #[must_use]
    pub const fn head_count(&self) -> Option<&HeadCount> {
        self.head_count.as_ref()
    }

    /// Whether they are out of the room for that item.
    #[must_use]
    pub fn is_away(&self, person: &PersonId, item: ItemId) -> bool {
        self.presences
            .get(person)
            .is_some_and(|presence| presence.away == Some(item))
    }

    /// Whether they take no part in that item.
    #[must_use]
    pub fn is_recused(&self, person: &PersonId, item: ItemId) -> bool {
        self.presences
            .get(person)
            .is_some_and(|presence| presence.recused.contains(&item))
    }

    /// The greatest number of entitled voters present that was reached.
    #[must_use]
    pub const fn greatest(&self) -> u32 {
        self.greatest
    }

    pub(super) fn reached(&mut self, present: u32) {
        self.greatest = self.greatest.max(present);
    }

    fn change(&mut self, person: &PersonId, change: impl FnOnce(&mut Presence)) {
        let mut presence = self.presence(person);
        change(&mut presence);
        self.presences.insert(person.clone(), presence);
    }

    pub(super) fn apply(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Marked {
                person,
                status,
                mode,
                reason,
                when,
            } => self.change(person, |presence| {
                presence.become_status(*status, *when);
                presence.mode = *mode;
                presence.reason.clone_from(reason);
                presence.represented_by = None;
            }),
            Event::Represented { person, by, when } => self.change(person, |presence| {
                presence.become_status(Status::Represented, *when);
                presence.represented_by = Some(by.clone());
            }),
            Event::SteppedAway { person, item, .. } => {
                self.change(person, |presence| presence.away = Some(*item))
            }
            Event::Recused { person, item, .. } => {
                self.change(person, |presence| presence.recused.push(*item))
            }
            Event::Counted { present, of } => {
                self.head_count = Some(HeadCount {
                    present: *present,
                    of: *of,
                    author: stamp.author.name.clone(),
                    at: stamp.at,
                });
            }
            Event::CountEnded => self.head_count = None,
        }
    }
}

impl Presence {
    fn become_status(&mut self, status: Status, when: Moment) {
        if status == Status::Present {
            self.from = Some(self.from.map_or(when, |from| {
                if self.status == Status::Present {
                    when
                } else {
                    from.min(when)
                }
            }));
            self.until = None;
        } else if self.status == Status::Present {
            self.until = Some(when);
        }
        self.status = status;
        self.since = Some(when);
        self.away = None;
        self.timeline.push((when, status));
    }
}

/// E and P as they stand (`RULES.md` §1), and what the header shows of the roll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// E: entitled voters, less those recused from the item.
    pub entitled: u32,
    /// P as votes count it: present, or represented where proxies vote; less those away or recused.
    pub present: u32,
    /// P as the quorum counts it: represented ones only where the rule lets proxies count for it.
    pub quorate: u32,
}

impl Meeting {
    /// E and P of an item as they stand now; of the meeting as such without one. Costs the length of the roster.
    #[must_use]
    pub fn attendance(&self, item: Option<ItemId>) -> Attendance {
        let mut attendance = match self.agenda.voters {
            Voters::Persons => self.persons_attending(item),
            Voters::Units => self.units_attending(item),
        };
        if let Some(count) = self.roll.head_count() {
            attendance.entitled = count.of.unwrap_or(attendance.entitled);
            attendance.present = count.present;
            attendance.quorate = count.present;
        }
        attendance
    }

    fn persons_attending(&self, item: Option<ItemId>) -> Attendance {
        let mut sum = Attendance::default();
        for person in self.roster.persons().filter(|person| person.votes) {
            let (present, quorate) = self.counts(person, item);
            let recused = item.is_some_and(|item| self.roll.is_recused(&person.id, item));
            sum.entitled += u32::from(!recused);
            sum.present += u32::from(present);
            sum.quorate += u32::from(quorate);
        }
        sum
    }

    fn units_attending(&self, item: Option<ItemId>) -> Attendance {
        #[derive(Default)]
        struct Of {
            entitled: bool,
            present: bool,
            quorate: bool,
        }
        let mut units: std::collections::BTreeMap<Who, Of> = std::collections::BTreeMap::new();
        for person in self.roster.persons().filter(|person| person.votes) {
            let of = units
                .entry(
                    Speaker::person(person)
                        .for_unit()
                        .unwrap_or(Who::Person(person.id.clone())),
                )
                .or_default();
            let recused = item.is_some_and(|item| self.roll.is_recused(&person.id, item));
            let (present, quorate) = self.counts(person, item);
            of.entitled |= !recused;
            of.present |= present;
            of.quorate |= quorate;
        }
        let count = |is: fn(&Of) -> bool| {
            u32::try_from(units.values().filter(|of| is(of)).count()).unwrap_or(u32::MAX)
        };
        Attendance {
            entitled: count(|of| of.entitled),
            present: count(|of| of.present),
            quorate: count(|of| of.quorate),
        }
    }

    /// Whether a person counts as present for votes, and for the quorum.
    fn counts(&self, person: &Person, item: Option<ItemId>) -> (bool, bool) {
        if item.is_some_and(|item| {
            self.roll.is_away(&person.id, item) || self.roll.is_recused(&person.id, item)
        }) {
            return (false, false);
        }
        match self.roll.status(&person.id) {
            Status::Present => (true, true),
            Status::Represented => (self.proxies_vote(), self.proxies_make_quorum()),
            Status::Unmarked | Status::Excused | Status::Absent | Status::Left => (false, false),
        }
    }

    /// How many entitled voters must be present; `None` where no quorum is known or needed.
    #[must_use]
    pub fn quorum_needed(&self) -> Option<u32> {
        let quorum = self.quorum_rule();
        let entitled = self.attendance(None).entitled;
        if entitled == 0 || quorum == Quorum::None {
            return None;
        }
        u32::try_from(quorum.needed(u64::from(entitled))).ok()
    }

    /// Whether enough are present; `None` where no quorum is known or needed.
    #[must_use]
    pub fn is_quorate(&self) -> Option<bool> {
        self.quorum_needed()
            .map(|needed| self.attendance(None).quorate >= needed)
    }

    /// The persons of a roll who are there now, in order of precedence.
    pub fn present_persons(&self) -> impl Iterator<Item = &Person> {
        self.roster
            .persons()
            .filter(|person| self.roll.is_present(&person.id))
    }
}

pub(super) fn decide(
    meeting: &Meeting,
    acting: &Acting,
    command: Command,
) -> Result<Vec<super::Event>, Refusal> {
    match command {
        Command::Mark {
            person,
            status,
            mode,
            reason,
            at,
        } => mark(meeting, acting, person, (status, mode, reason), at),
        Command::Represent { person, by, at } => {
            known(meeting, &person)?;
            known(meeting, &by)?;
            if person == by {
                return Err(Message::new("roll-represents-self")
                    .with("person", meeting.roster.person_called(&person))
                    .into());
            }
            if !matches!(meeting.roll.status(&by), Status::Present | Status::Unmarked) {
                return Err(Message::new("roll-proxy-not-present")
                    .with("person", meeting.roster.person_called(&by))
                    .into());
            }
            let when = since(meeting, acting, at)?;
            let mut events = leave_floor(meeting, &person);
            if meeting.roll.status(&by) == Status::Unmarked {
                events.push(present(by.clone(), when));
            }
            events.push(Event::Represented { person, by, when }.into());
            Ok(events)
        }
        Command::StepAway { person, at } => {
            let (item, when) = for_this_item(meeting, acting, &person, at)?;
            if meeting.roll.is_away(&person, item) {
                return Err(Message::new("roll-away-already")
                    .with("person", meeting.roster.person_called(&person))
                    .into());
            }
            let mut events = leave_floor(meeting, &person);
            events.push(Event::SteppedAway { person, item, when }.into());
            Ok(events)
        }
        Command::Recuse { person, at } => {
            let (item, when) = for_this_item(meeting, acting, &person, at)?;
            if meeting.roll.is_recused(&person, item) {
                return Err(Message::new("roll-recused-already")
                    .with("person", meeting.roster.person_called(&person))
                    .into());
            }
            Ok(vec![Event::Recused { person, item, when }.into()])
        }
        Command::Count { present, of } => {
            if of.is_some_and(|of| present > of) {
                let of = of.unwrap_or_default();
                return Err(Message::new("roll-count-too-large")
                    .with("present", present)
                    .with("of", of)
                    .into());
            }
            Ok(vec![Event::Counted { present, of }.into()])
        }
        Command::EndCount => match meeting.roll.head_count() {
            None => Err(Message::new("roll-no-count").into()),
            Some(_) => Ok(vec![Event::CountEnded.into()]),
        },
    }
}

fn mark(
    meeting: &Meeting,
    acting: &Acting,
    person: PersonId,
    (status, mode, reason): (Status, Mode, Option<Text>),
    at: Option<Moment>,
) -> Result<Vec<super::Event>, Refusal> {
    known(meeting, &person)?;
    let before = meeting.roll.presence(&person);
    let back = before.away.is_some() && before.away == meeting.progress.current();
    if at.is_none()
        && before.status == status
        && before.mode == mode
        && before.reason == reason
        && !back
    {
        let named =
            Message::new("roll-unchanged").with("person", meeting.roster.person_called(&person));
        return Err(named.with("status", status.word()).into());
    }
    if status == Status::Left && before.status != Status::Present {
        return Err(Message::new("roll-left-not-present")
            .with("person", meeting.roster.person_called(&person))
            .into());
    }
    let when = since(meeting, acting, at)?;
    let mut events = if status == Status::Present {
        Vec::new()
    } else {
        leave_floor(meeting, &person)
    };
    events.push(
        Event::Marked {
            person,
            status,
            mode,
            reason,
            when,
        }
        .into(),
    );
    Ok(events)
}

/// Ends the turn of somebody who is no longer there.
fn leave_floor(meeting: &Meeting, person: &PersonId) -> Vec<super::Event> {
    let speaking = meeting
        .floor
        .running()
        .is_some_and(|turn| turn.speaker.person.as_ref() == Some(person));
    if speaking {
        super::floor::end_running(meeting)
    } else {
        Vec::new()
    }
}

/// The event that marks somebody present.
pub(super) fn present(person: PersonId, when: Moment) -> super::Event {
    Event::Marked {
        person,
        status: Status::Present,
        mode: Mode::Room,
        reason: None,
        when,
    }
    .into()
}

fn known(meeting: &Meeting, person: &PersonId) -> Result<(), Refusal> {
    meeting
        .roster
        .person(person)
        .map(|_| ())
        .ok_or_else(|| roster::unknown(person))
}

fn for_this_item(
    meeting: &Meeting,
    acting: &Acting,
    person: &PersonId,
    at: Option<Moment>,
) -> Result<(ItemId, Moment), Refusal> {
    known(meeting, person)?;
    let item = meeting
        .progress
        .current()
        .ok_or_else(|| Refusal::new(Message::new("roll-no-item")))?;
    Ok((item, since(meeting, acting, at)?))
}

/// Since when something is said to hold: never later than now.
fn since(_meeting: &Meeting, acting: &Acting, at: Option<Moment>) -> Result<Moment, Refusal> {
    match at {
        Some(at) if at > acting.now => Err(Message::new("roll-in-the-future")
            .with("time", crate::text::Arg::Clock(at))
            .into()),
        Some(at) => Ok(at),
        None => Ok(acting.now),
    }
}

impl Status {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Unmarked => "roll-unmarked",
            Self::Present => "roll-present",
            Self::Excused => "roll-excused",
            Self::Absent => "roll-absent",
            Self::Left => "roll-left",
            Self::Represented => "roll-represented",
        })
    }
}
