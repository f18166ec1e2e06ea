//! A meeting under way without a room: records made by hand on a shipped agenda, so that screens are tested on every state
//! alike, whatever command leads there.

use std::sync::Arc;

use chrono::TimeDelta;
use tribune::agenda::{ContributionKind, PersonId, UnitId, Who, file};
use tribune::meeting::contribution::{Captured, Event as Noted, Source, ThemeId};
use tribune::meeting::floor::{EntryKind, Event as Floor, Speaker, TurnKind};
use tribune::meeting::progress::Event as Progress;
use tribune::meeting::roll::{Event as Roll, Mode, Status};
use tribune::meeting::{
    Author, ContributionId, Digest, EntryId, Event, Header, ItemId, Meeting, Record, TurnId,
};
use tribune::text::{Moment, Text};

/// A meeting and its clock.
#[derive(Clone)]
pub struct Stage {
    /// The meeting as it stands.
    pub meeting: Meeting,
    /// What time it is.
    pub now: Moment,
    turn: u32,
    entry: u32,
}

impl Stage {
    /// The work-exchange meeting of the directors, not opened yet, at 14:30.
    pub fn exchange() -> Self {
        Self::of(include_str!("../../config/agendas/exchange.toml"))
    }

    /// A meeting of that agenda.
    pub fn of(source: &str) -> Self {
        let now: Moment = "2023-12-29T14:30:00+08:00".parse().expect("a moment");
        let agenda = file::read(source).agenda.expect("the agenda is sound");
        let header = Header {
            tribune: 1,
            begun: now,
            path: String::new(),
            agenda: source.to_owned(),
        };
        Self {
            meeting: Meeting::begin(header, agenda),
            now,
            turn: 0,
            entry: 1000,
        }
    }

    /// That meeting, at that time.
    pub const fn at(meeting: Meeting, now: Moment) -> Self {
        Self {
            meeting,
            now,
            turn: 0,
            entry: 1000,
        }
    }

    /// Time passes.
    pub fn after(mut self, seconds: i64) -> Self {
        self.now += TimeDelta::seconds(seconds);
        self
    }

    /// Something is recorded.
    pub fn record(mut self, events: Vec<Event>) -> Self {
        let seq = self.meeting.history.next_seq();
        let (at, author, prev) = (self.now, Author::chair(), Digest::of(b""));
        self.meeting.apply(Arc::new(Record {
            seq,
            at,
            author,
            line: None,
            events,
            prev,
        }));
        self
    }

    /// Called to order, everybody of that list present, at that item.
    pub fn open(self, present: &[&str], item: u32) -> Self {
        let when = self.now;
        let mut events = vec![
            Progress::Opened.into(),
            Progress::ItemOpened { item: ItemId(item) }.into(),
        ];
        for person in present {
            let person = PersonId::from(*person);
            events.push(
                Roll::Marked {
                    person,
                    status: Status::Present,
                    mode: Mode::Room,
                    reason: None,
                    when,
                }
                .into(),
            );
        }
        self.record(events)
    }

    /// The turn that runs ends, and somebody has the floor.
    pub fn floor(self, person: &str, item: u32, allotted: Option<u32>) -> Self {
        self.floor_as(TurnKind::Turn, person, item, allotted)
    }

    /// The same in another way.
    pub fn floor_as(
        mut self,
        kind: TurnKind,
        person: &str,
        item: u32,
        allotted: Option<u32>,
    ) -> Self {
        let roster = self.meeting.roster.clone();
        let person = roster
            .person(&PersonId::from(person))
            .expect("on the roster");
        let who = Who::Person(person.id.clone());
        let entry = self
            .meeting
            .floor
            .list(ItemId(item))
            .and_then(|list| list.entry_of(&who))
            .map(|entry| entry.id);
        let mut events: Vec<Event> = Vec::new();
        let running = self.meeting.floor.running();
        if let Some(running) = running.filter(|_| kind != TurnKind::Interposed) {
            events.push(
                Floor::Ended {
                    turn: running.id,
                    at: None,
                }
                .into(),
            );
        }
        self.turn += 1;
        events.push(
            Floor::Given {
                turn: TurnId(self.turn),
                item: ItemId(item),
                speaker: Speaker::person(person),
                kind,
                allotted,
                entry,
            }
            .into(),
        );
        self.record(events)
    }

    /// Somebody puts a question to the speaker, whose clock stands meanwhile.
    pub fn interposed(self, person: &str, item: u32) -> Self {
        self.paused()
            .floor_as(TurnKind::Interposed, person, item, Some(60))
    }

    /// The clock stands.
    pub fn paused(self) -> Self {
        let turn = self.meeting.floor.running().expect("somebody speaks").id;
        self.record(vec![Floor::Paused { turn }.into()])
    }

    /// The turn that runs ends.
    pub fn ended(self) -> Self {
        let turn = self.meeting.floor.running().expect("somebody speaks").id;
        self.record(vec![Floor::Ended { turn, at: None }.into()])
    }

    /// The meeting is suspended until 15:00.
    pub fn suspended(self) -> Self {
        let until = "2023-12-29T15:00:00+08:00".parse().ok();
        self.record(vec![Progress::Suspended { until }.into()])
    }

    /// The meeting is adjourned, whatever is open.
    pub fn adjourned(self) -> Self {
        self.ended().record(vec![Progress::Adjourned.into()])
    }

    /// Somebody asks for the floor on a point of order.
    pub fn order(self, person: &str, item: u32, reason: &str) -> Self {
        self.asks(EntryKind::Order, person, item, reason)
    }

    /// Somebody asks for the floor.
    pub fn asked(self, person: &str, item: u32, reason: &str) -> Self {
        self.asks(EntryKind::Asked, person, item, reason)
    }

    fn asks(mut self, kind: EntryKind, person: &str, item: u32, reason: &str) -> Self {
        self.entry += 1;
        let event = Floor::Asked {
            entry: EntryId(self.entry),
            item: ItemId(item),
            who: Who::Person(PersonId::from(person)),
            reason: Some(Text::line(reason)),
            kind,
        };
        self.record(vec![event.into()])
    }

    /// A line is noted from a unit.
    pub fn noted(self, kind: ContributionKind, unit: &str, text: &str, themes: &[&str]) -> Self {
        let number = u32::try_from(self.meeting.contributions.len()).expect("few") + 1;
        let running = self.meeting.floor.running();
        let line = Captured {
            id: ContributionId(number),
            item: self.meeting.progress.place(),
            turn: running.map(|turn| turn.id),
            source: Source {
                person: None,
                by: vec![Who::Unit(UnitId::from(unit))],
            },
            kind,
            text: Text::line(text),
            themes: themes
                .iter()
                .map(|theme| ThemeId::of(&Text::line(theme)))
                .collect(),
            mentions: Vec::new(),
            re: None,
            unread: Vec::new(),
        };
        self.record(vec![Noted::Captured(Box::new(line)).into()])
    }

    /// The round of the exchange meeting, three units heard, the fourth speaking.
    pub fn mid_round() -> Self {
        Self::exchange()
            .open(
                &[
                    "wang-yu",
                    "xu-sisi",
                    "hou-sheng",
                    "yan-ming",
                    "hu-liangbo",
                    "peng-shaoyun",
                    "du-haitao",
                ],
                1,
            )
            .after(300)
            .record(vec![
                Progress::ItemClosed {
                    item: ItemId(1),
                    outcome: None,
                    text: None,
                }
                .into(),
                Progress::ItemOpened { item: ItemId(3) }.into(),
            ])
            .floor("xu-sisi", 3, Some(300))
            .noted(
                ContributionKind::Suggestion,
                "youth-league",
                "Invite young people of the sister cities to a camp on Dianchi Lake",
                &["youth exchanges"],
            )
            .after(281)
            .floor("hou-sheng", 3, Some(300))
            .noted(
                ContributionKind::Offer,
                "social-sciences",
                "Open the think tank's country studies to all directors",
                &["think tanks"],
            )
            .noted(
                ContributionKind::Suggestion,
                "social-sciences",
                "一份面向南亚东南亚的民间友好指数，每年发布一次",
                &["people-to-people diplomacy"],
            )
            .after(130)
            .floor("yan-ming", 3, Some(300))
            .noted(
                ContributionKind::Suggestion,
                "yufe",
                "Twenty scholarships for students of friendly universities",
                &["education"],
            )
            .after(167)
    }
}
