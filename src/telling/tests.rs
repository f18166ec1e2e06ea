//! What a listener hears of each kind of event; and the small meeting that the tests of telling and cues share.

use std::sync::Arc;

use super::{Step, of};
use crate::agenda::{
    Agenda, Capacity, Example, Item, ItemKind, Person, PersonId, Speaker as Planned, SpeakerChoice,
    Unit, UnitId, Who,
};
use crate::locale::Locale;
use crate::meeting::contribution::{Captured, Event as Contributed, Source, ThemeId};
use crate::meeting::floor::{Event as Floored, Speaker, TurnKind};
use crate::meeting::progress::Event as Progressed;
use crate::meeting::roll::{Event as Rolled, Mode, Status};
use crate::meeting::undo::Event as History;
use crate::meeting::{
    Author, ContributionId, Digest, EntryId, Event, Header, ItemId, Meeting, Record, TurnId,
};
use crate::text::{Bilingual, Language, Moment, Text};

/// 14:30 and so many seconds.
pub fn at(seconds: i64) -> Moment {
    let start = Moment::parse_from_rfc3339("2023-12-29T14:30:00+08:00").expect("a moment");
    start + chrono::TimeDelta::seconds(seconds)
}

fn both(en: &str, zh: &str) -> Bilingual {
    Bilingual {
        en: Text::line(en),
        zh: Text::line(zh),
    }
}

fn person(id: &str, name: Bilingual, capacity: Capacity) -> Person {
    Person {
        id: PersonId::from(id),
        name,
        title: None,
        office: None,
        address: None,
        unit: None,
        group: None,
        capacity,
        votes: capacity != Capacity::Secretary,
        example: Example::None,
    }
}

/// Two items; Wang Yu in the chair, Yan Ming of a university, Du Haitao alone; the last two are to speak for five minutes.
pub fn agenda() -> Agenda {
    let university = Unit {
        id: UnitId::from("yufe"),
        name: both("Yunnan University", "云南大学"),
        short: None,
        group: None,
        budget: None,
        example: Example::None,
    };
    let yan = Person {
        title: Some(both("Vice President", "副校长")),
        office: Some(both("Part-time Vice President", "兼职副会长")),
        address: Some(both("Vice President Yan", "严校长")),
        unit: Some(university.id.clone()),
        ..person("yan-ming", both("Yan Ming", "严明"), Capacity::Member)
    };
    let planned = |id: &str| Planned {
        who: SpeakerChoice::One(Who::Person(PersonId::from(id))),
        time: None,
    };
    let round = Item {
        kind: ItemKind::Round,
        each: Some(300),
        speakers: vec![planned("yan-ming"), planned("du-haitao")],
        ..Item::titled(both("Suggestions", "意见建议"))
    };
    Agenda {
        title: both("Work exchange meeting", "工作交流会"),
        chair: Some(PersonId::from("wang-yu")),
        units: vec![university],
        persons: vec![
            person("wang-yu", both("Wang Yu", "王宇"), Capacity::Chair),
            yan,
            person("du-haitao", both("Du Haitao", "杜海涛"), Capacity::Invited),
        ],
        items: vec![
            Item {
                kind: ItemKind::Opening,
                ..Item::titled(both("Opening", "开场"))
            },
            round,
        ],
        ..Agenda::default()
    }
}

/// A meeting under test: events go in, what is told comes out.
pub struct Held {
    pub meeting: Meeting,
    pub now: Moment,
}

impl Held {
    pub fn new(agenda: Agenda) -> Self {
        let header = Header {
            tribune: 1,
            begun: at(0),
            path: String::new(),
            agenda: String::new(),
        };
        Self {
            meeting: Meeting::begin(header, agenda),
            now: at(0),
        }
    }

    /// Takes those events in as one record, so many seconds after 14:30, and gives what is told of it.
    pub fn tell(&mut self, seconds: i64, language: Language, events: Vec<Event>) -> Vec<String> {
        self.now = at(seconds);
        let record = Arc::new(Record {
            seq: self.meeting.history.next_seq(),
            at: self.now,
            author: Author::chair(),
            line: None,
            events,
            prev: Digest::of(b""),
        });
        let before = self.meeting.clone();
        self.meeting.apply(record.clone());
        let step = Step {
            before: &before,
            after: &self.meeting,
            record: &record,
        };
        let locale = Locale::new(language);
        of(&step)
            .iter()
            .map(|message| locale.say(message))
            .collect()
    }

    pub fn english(&mut self, seconds: i64, events: Vec<Event>) -> Vec<String> {
        self.tell(seconds, Language::English, events)
    }
}

pub fn mark(id: &str, status: Status, seconds: i64) -> Event {
    Rolled::Marked {
        person: PersonId::from(id),
        status,
        mode: Mode::Room,
        reason: None,
        when: at(seconds),
    }
    .into()
}

pub fn yan() -> Speaker {
    Speaker {
        person: Some(PersonId::from("yan-ming")),
        unit: Some(UnitId::from("yufe")),
    }
}

pub fn given(speaker: Speaker) -> Event {
    Floored::Given {
        turn: TurnId(1),
        item: ItemId(2),
        speaker,
        kind: TurnKind::Turn,
        allotted: Some(300),
        entry: Some(EntryId(1)),
    }
    .into()
}

pub fn opened(item: u32) -> Event {
    Progressed::ItemOpened { item: ItemId(item) }.into()
}

#[test]
fn a_person_is_told_with_office_title_and_unit_in_both_languages() {
    let events = || vec![Progressed::Opened.into(), opened(2), given(yan())];
    let english = Held::new(agenda()).tell(0, Language::English, events());
    assert_eq!(
        english[2],
        "On the floor for 5:00: Yan Ming, Part-time Vice President, Vice President of Yunnan University."
    );
    let chinese = Held::new(agenda()).tell(0, Language::Chinese, events());
    assert_eq!(
        chinese[2],
        "请兼职副会长、云南大学副校长严明发言，时间5:00。"
    );
}

#[test]
fn the_end_of_a_turn_tells_how_long_it_was() {
    let mut held = Held::new(agenda());
    held.english(0, vec![Progressed::Opened.into(), opened(2), given(yan())]);
    let told = held.english(
        252,
        vec![
            Floored::Ended {
                turn: TurnId(1),
                at: None,
            }
            .into(),
        ],
    );
    assert_eq!(told, ["Yan Ming spoke for 4:12."]);
}

#[test]
fn someone_marked_later_is_told_since_when() {
    let mut held = Held::new(agenda());
    let now = held.english(60, vec![mark("du-haitao", Status::Present, 60)]);
    assert_eq!(now, ["Present: Du Haitao."]);
    let since = held.english(600, vec![mark("du-haitao", Status::Left, 300)]);
    assert_eq!(since, ["Left: Du Haitao (since 14:35)."]);
}

#[test]
fn the_quorum_is_told_when_it_is_reached_and_when_it_is_lost() {
    let mut held = Held::new(agenda());
    held.english(
        0,
        vec![
            Progressed::Opened.into(),
            mark("wang-yu", Status::Present, 0),
        ],
    );
    let reached = held.english(10, vec![mark("yan-ming", Status::Present, 10)]);
    assert!(
        reached
            .last()
            .is_some_and(|told| told.starts_with("There is a quorum")),
        "{reached:?}"
    );
    let lost = held.english(20, vec![mark("yan-ming", Status::Left, 20)]);
    assert!(
        lost.last()
            .is_some_and(|told| told.starts_with("There is no quorum")),
        "{lost:?}"
    );
}

#[test]
fn a_line_is_told_with_its_kind_its_source_and_its_themes() {
    let mut held = Held::new(agenda());
    let line = Captured {
        id: ContributionId(1),
        item: Some(ItemId(2)),
        turn: None,
        source: Source::of(&yan()),
        kind: crate::agenda::ContributionKind::Suggestion,
        text: Text::line("Send lecturers"),
        themes: vec![ThemeId(Text::line("education"))],
        mentions: Vec::new(),
        re: None,
        unread: vec![Text::line("@nobody")],
    };
    let told = held.english(0, vec![Contributed::Captured(Box::new(line)).into()]);
    assert_eq!(
        told[0],
        "C1, suggestion, Yan Ming, Yunnan University: Send lecturers (education)"
    );
    assert!(told[1].contains("@nobody"));
}

#[test]
fn somebody_stepped_over_is_named_though_their_place_is_gone() {
    let mut held = Held::new(agenda());
    let told = held.english(0, vec![Floored::SteppedOver { entry: EntryId(2) }.into()]);
    assert_eq!(told, ["Stepped over, not here: Du Haitao."]);
}

#[test]
fn what_is_taken_back_is_told_again() {
    let mut held = Held::new(agenda());
    held.english(0, vec![mark("du-haitao", Status::Present, 0)]);
    let told = held.english(5, vec![History::Undone { seq: 1 }.into()]);
    assert_eq!(told, ["Taken back: Present: Du Haitao."]);
    let told = held.english(9, vec![History::Redone { seq: 1 }.into()]);
    assert_eq!(told, ["Brought back: Present: Du Haitao."]);
}
