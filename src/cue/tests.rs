//! What the chair is given to say, in both languages.

use super::next;
use crate::agenda::CUES;
use crate::agenda::{Item, ItemKind, Office, PersonId, Who};
use crate::locale::Locale;
use crate::meeting::ballot::{Command as Ballots, Counts, Tally};
use crate::meeting::floor::{EntryKind, Event as Floored, Speaker, TurnKind};
use crate::meeting::progress::{Event as Progressed, Resolve};
use crate::meeting::roll::Status;
use crate::meeting::{Author, Command, EntryId, ItemId, TurnId, decide, roll};
use crate::telling::tests::{Held, agenda, at, given, mark, opened, yan};
use crate::text::{Bilingual, Language, Text};

fn said(held: &Held, seconds: i64, language: Language) -> String {
    let cue = next(&held.meeting, at(seconds)).expect("there is something to say");
    assert!(CUES.contains(&cue.name), "{} is not listed", cue.name);
    Locale::new(language).say(&cue.message)
}

fn english(held: &Held, seconds: i64) -> String {
    said(held, seconds, Language::English)
}

#[test]
fn before_the_opening_the_chair_welcomes() {
    let held = Held::new(agenda());
    assert_eq!(
        english(&held, 0),
        "Good day to you all. I open the meeting: Work exchange meeting."
    );
    assert_eq!(
        said(&held, 0, Language::Chinese),
        "各位好，现在召开工作交流会。"
    );
}

#[test]
fn at_the_opening_numbers_apologies_and_introductions_are_said() {
    let mut held = Held::new(agenda());
    held.english(0, vec![Progressed::Opened.into(), opened(1)]);
    held.english(
        1,
        ["wang-yu", "yan-ming"]
            .map(|id| mark(id, Status::Present, 0))
            .to_vec(),
    );
    held.english(2, vec![mark("du-haitao", Status::Excused, 0)]);
    let said = english(&held, 3);
    assert!(said.contains("We have a quorum"), "{said}");
    assert!(
        said.contains("Apologies for absence have come from Du Haitao."),
        "{said}"
    );
    assert!(
        said.contains("Yan Ming, Part-time Vice President"),
        "{said}"
    );
    assert!(
        !said.contains("Wang Yu"),
        "the chair does not introduce themselves: {said}"
    );
}

#[test]
fn the_floor_is_given_with_full_titles_and_then_handed_over() {
    let mut held = Held::new(agenda());
    held.english(0, vec![Progressed::Opened.into(), opened(2)]);
    assert_eq!(
        english(&held, 0),
        "I give the floor to Yan Ming, Part-time Vice President, Vice President of Yunnan University, for 5 minutes."
    );
    held.english(0, vec![given(yan())]);
    assert_eq!(
        english(&held, 30),
        "Thank you, Vice President Yan. I give the floor to Du Haitao."
    );
    assert_eq!(
        english(&held, 245),
        "Vice President Yan, you have one minute left."
    );
    assert_eq!(
        english(&held, 301),
        "Vice President Yan, your time is up; please come to a close."
    );
    assert_eq!(
        said(&held, 245, Language::Chinese),
        "严校长，您还有一分钟。"
    );
}

#[test]
fn a_clock_that_stands_asks_for_no_end() {
    let mut held = Held::new(agenda());
    held.english(0, vec![Progressed::Opened.into(), opened(2), given(yan())]);
    held.english(290, vec![Floored::Paused { turn: TurnId(1) }.into()]);
    assert!(english(&held, 400).starts_with("Thank you"));
}

#[test]
fn an_agenda_has_its_own_words_with_the_same_data() {
    let mut own = agenda();
    own.cues.insert(
        Text::line("floor"),
        Bilingual {
            en: Text::line("{next} has the word."),
            zh: Text::line("有请{next}。"),
        },
    );
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(2)]);
    assert_eq!(
        english(&held, 0),
        "Yan Ming, Part-time Vice President, Vice President of Yunnan University has the word."
    );
    assert_eq!(
        said(&held, 0, Language::Chinese),
        "有请兼职副会长、云南大学副校长严明。"
    );
}

#[test]
fn an_item_opens_with_its_own_cue() {
    let mut own = agenda();
    own.items[1].cue = Some(Bilingual::from("Now each unit in turn."));
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(2)]);
    assert_eq!(
        english(&held, 0),
        "Now each unit in turn. I give the floor to Yan Ming, Part-time Vice President, Vice President of Yunnan University, for 5 minutes."
    );
    held.english(0, vec![given(yan())]);
    assert!(english(&held, 1).starts_with("Thank you"));
}

#[test]
fn after_the_end_nothing_is_left_to_say() {
    let mut held = Held::new(agenda());
    held.english(
        0,
        vec![Progressed::Opened.into(), Progressed::Adjourned.into()],
    );
    assert!(next(&held.meeting, at(1)).is_none());
}

#[test]
fn the_question_is_put_and_the_result_is_announced_with_its_reason() {
    let mut own = agenda();
    own.items[1].kind = ItemKind::Motion;
    own.items[1].speakers.clear();
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(2)]);
    held.english(
        1,
        ["wang-yu", "yan-ming"]
            .map(|id| mark(id, Status::Present, 1))
            .to_vec(),
    );
    assert_eq!(english(&held, 1), "I put to the vote: “Suggestions”.");
    obey(
        &mut held,
        2,
        Ballots::Open {
            question: None,
            rule: None,
            method: None,
            resolve: Resolve::Plain,
        },
    );
    assert!(
        english(&held, 2).contains("raise your hand"),
        "{}",
        english(&held, 2)
    );
    obey(
        &mut held,
        3,
        Ballots::Tally {
            group: None,
            tally: Tally::AllFor,
        },
    );
    obey(&mut held, 4, Ballots::Result(Resolve::Plain));
    let said = english(&held, 4);
    assert!(
        said.starts_with("I announce the result on “Suggestions”: "),
        "{said}"
    );
    assert!(
        said.ends_with(": carried, with 2 for, 0 against and 0 abstaining."),
        "{said}"
    );
}

#[test]
fn who_was_elected_is_announced_in_a_sentence_that_can_be_spoken() {
    let mut own = agenda();
    own.items[1].kind = ItemKind::Election;
    own.items[1].speakers.clear();
    let candidates = ["wang-yu", "yan-ming", "du-haitao"].map(|id| Who::Person(id.into()));
    own.items[1].offices = vec![Office {
        name: Bilingual::same(Text::line("Auditors")),
        seats: 2,
        candidates: candidates.to_vec(),
        rule: None,
        method: None,
    }];
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(2)]);
    let count = |present| roll::Command::Count {
        present,
        of: Some(present),
    };
    let commands: Vec<Command> = [
        count(12).into(),
        Ballots::Open {
            question: None,
            rule: None,
            method: None,
            resolve: Resolve::Plain,
        }
        .into(),
        Ballots::Voters(12).into(),
    ]
    .into_iter()
    .chain(candidates.into_iter().zip([9, 6, 1]).map(|(who, favour)| {
        let counts = Counts {
            favour: Some(favour),
            ..Counts::default()
        };
        let candidate = who;
        Ballots::Votes { candidate, counts }.into()
    }))
    .chain([Ballots::Result(Resolve::Plain).into()])
    .collect();
    for command in commands {
        obey(&mut held, 1, command);
    }
    assert_eq!(
        english(&held, 2),
        "I announce the result on “Auditors”: Wang Yu with 9 votes is elected; Yan Ming with 6 votes and Du Haitao with 1 \
         vote are not elected; one seat stays open."
    );
    assert_eq!(
        said(&held, 2, Language::Chinese),
        "现在宣布“Auditors”的结果：王宇得9票，当选；严明得6票、杜海涛得1票，未当选；尚缺1个名额。"
    );
}

fn obey(held: &mut Held, seconds: i64, command: impl Into<Command>) {
    let events = decide(&held.meeting, &Author::chair(), at(seconds), command.into());
    held.english(seconds, events.expect("it is allowed"));
}

#[test]
fn nobody_who_has_just_spoken_is_introduced() {
    let own = "Thank you, Vice President Yan. Now you have the floor for your own turn.";
    let again = "Thank you, Vice President Yan. Please go on: you have the floor again.";
    for (kind, said) in [(TurnKind::Order, own), (TurnKind::Turn, again)] {
        let mut held = Held::new(agenda());
        // Their own place on the list still waits.
        let turn = Floored::Given {
            turn: TurnId(1),
            item: ItemId(2),
            speaker: yan(),
            kind,
            allotted: None,
            entry: None,
        };
        held.english(0, vec![Progressed::Opened.into(), opened(2), turn.into()]);
        assert_eq!(english(&held, 1), said, "{kind:?}");
    }
}

#[test]
fn what_is_said_to_a_speaker_gives_way_to_what_is_said_next() {
    let mut held = Held::new(agenda());
    held.english(0, vec![Progressed::Opened.into(), opened(2), given(yan())]);
    let next = "Thank you, Vice President Yan. I give the floor to Du Haitao.";
    for (seconds, said) in [
        (239, next),
        (240, "Vice President Yan, you have one minute left."),
        (275, next),
        (
            300,
            "Vice President Yan, your time is up; please come to a close.",
        ),
        (
            329,
            "Vice President Yan, your time is up; please come to a close.",
        ),
        (340, next),
        (4000, next),
    ] {
        assert_eq!(english(&held, seconds), said, "after {seconds} s");
    }
}

#[test]
fn behind_the_last_speaker_the_item_goes_on() {
    let mut own = agenda();
    own.items[1].speakers.clear();
    own.items.push(Item::titled(Bilingual::from("Articles")));
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(2), given(yan())]);
    assert_eq!(
        english(&held, 10),
        "Thank you, Vice President Yan. We come to item 3: Articles."
    );
}

#[test]
fn a_point_of_order_is_named_where_the_floor_is_handed_over() {
    let mut held = Held::new(agenda());
    held.english(0, vec![Progressed::Opened.into(), opened(2), given(yan())]);
    let asked = Floored::Asked {
        entry: EntryId(90),
        item: ItemId(2),
        who: Who::Person(PersonId::from("du-haitao")),
        reason: None,
        kind: EntryKind::Order,
    };
    held.english(5, vec![asked.into()]);
    assert_eq!(
        english(&held, 6),
        "Thank you, Vice President Yan. On a point of order I give the floor to Du Haitao."
    );
}

#[test]
fn a_meeting_without_an_opening_begins_with_its_numbers() {
    let mut own = agenda();
    own.items.remove(0);
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(1)]);
    let both = ["wang-yu", "yan-ming"].map(|id| mark(id, Status::Present, 0));
    held.english(1, both.to_vec());
    let said = english(&held, 2);
    assert!(
        said.contains("We have a quorum. I give the floor to Yan Ming"),
        "{said}"
    );
}

#[test]
fn a_break_says_how_long_and_until_when() {
    let mut own = agenda();
    own.items[1] = Item {
        kind: ItemKind::Break,
        time: Some(900),
        ..Item::titled(Bilingual::from("Tea"))
    };
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(2)]);
    assert_eq!(
        english(&held, 60),
        "We pause for 15 minutes, and go on at 14:45."
    );
    assert_eq!(
        said(&held, 60, Language::Chinese),
        "现在休息15分钟，14:45继续开会。"
    );
}

#[test]
fn at_the_end_all_who_were_heard_are_thanked_in_order_of_precedence() {
    let mut own = agenda();
    own.items.push(Item {
        kind: ItemKind::Closing,
        ..Item::titled(Bilingual::from("Closing"))
    });
    let mut held = Held::new(own);
    let guest = Speaker {
        person: Some(PersonId::from("du-haitao")),
        unit: None,
    };
    held.english(0, vec![Progressed::Opened.into(), opened(2), given(guest)]);
    let ended = Floored::Ended {
        turn: TurnId(1),
        at: None,
    };
    held.english(60, vec![ended.into(), opened(3)]);
    assert_eq!(
        english(&held, 61),
        "I thank Du Haitao for what they brought to this meeting. I thank everyone, and declare the meeting adjourned."
    );
}

#[test]
fn no_vote_is_put_without_a_quorum() {
    let mut own = agenda();
    own.items[1].kind = ItemKind::Motion;
    own.items[1].speakers.clear();
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(2)]);
    assert!(
        english(&held, 1).ends_with("we cannot vote yet."),
        "{}",
        english(&held, 1)
    );
}

#[test]
fn who_presides_neither_gives_themselves_the_floor_nor_thanks_themselves() {
    let mut own = agenda();
    own.items[1].speakers.clear();
    let mut held = Held::new(own);
    held.english(0, vec![Progressed::Opened.into(), opened(2), given(yan())]);
    let chair = Who::Person(PersonId::from("wang-yu"));
    let asked = Floored::Asked {
        entry: EntryId(90),
        item: ItemId(2),
        who: chair,
        reason: None,
        kind: EntryKind::Asked,
    };
    held.english(5, vec![asked.into()]);
    assert_eq!(
        english(&held, 6),
        "Thank you, Vice President Yan. I take the floor myself."
    );
    let own_turn = Floored::Given {
        turn: TurnId(2),
        item: ItemId(2),
        speaker: Speaker {
            person: Some(PersonId::from("wang-yu")),
            unit: None,
        },
        kind: TurnKind::Turn,
        allotted: Some(300),
        entry: Some(EntryId(90)),
    };
    let ended = Floored::Ended {
        turn: TurnId(1),
        at: None,
    };
    held.english(60, vec![ended.into(), own_turn.into()]);
    for seconds in [61, 310, 400] {
        let said = english(&held, seconds);
        assert!(!said.contains("Wang"), "{said}");
    }
}
