//! What stands on a board, and what a filter finds.

use super::*;
use crate::agenda::{ContributionKind as Kind, PersonId, UnitId};
use crate::meeting::contribution::{Answer, Captured, Event as Noted, Source};
use crate::names::Names;
use crate::phrase::{Filter, Texts};
use crate::telling::tests::{Held, agenda};
use crate::text::Text;

fn unit() -> Who {
    Who::Unit(UnitId::from("yufe"))
}

fn du() -> Who {
    Who::Person(PersonId::from("du-haitao"))
}

/// A line of that number from those, about that.
fn line(number: u32, kind: Kind, by: &[Who], text: &str, theme: Option<&str>) -> Noted {
    Noted::Captured(Box::new(Captured {
        id: ContributionId(number),
        item: Some(ItemId(2)),
        turn: None,
        source: Source {
            person: None,
            by: by.to_vec(),
        },
        kind,
        text: Text::line(text),
        themes: theme
            .map(|theme| ThemeId::of(&Text::line(theme)))
            .into_iter()
            .collect(),
        mentions: Vec::new(),
        re: None,
        unread: Vec::new(),
    }))
}

/// Du Haitao's request, a suggestion and a starred offer of the university, a joint one, a remark of nobody, one struck.
fn meeting() -> Meeting {
    let mut held = Held::new(agenda());
    let theme = |name: &str| Noted::ThemeAdded {
        name: Text::line(name),
    };
    let events = vec![
        theme("Culture"),
        theme("education"),
        line(1, Kind::Request, &[du()], "A venue for the forum", None),
        line(
            2,
            Kind::Suggestion,
            &[unit()],
            "互派留学生",
            Some("education"),
        ),
        line(
            3,
            Kind::Offer,
            &[unit()],
            "Open the CAMPUS",
            Some("culture"),
        ),
        line(
            4,
            Kind::Suggestion,
            &[unit(), du()],
            "A joint forum",
            Some("culture"),
        ),
        line(5, Kind::Remark, &[], "The chair thanks all", None),
        line(6, Kind::Suggestion, &[unit()], "Typed in error", None),
        Noted::Starred {
            id: ContributionId(3),
        },
        Noted::Supported {
            id: ContributionId(2),
            by: du(),
        },
        Noted::Answered {
            id: ContributionId(2),
            status: Answer::Adopted,
            text: None,
        },
        Noted::Struck {
            id: ContributionId(6),
            reason: None,
        },
    ];
    held.english(0, events.into_iter().map(Into::into).collect());
    held.meeting
}

fn on(meeting: &Meeting, grouping: Grouping, typed: &str) -> Board {
    let names = Names::of(meeting.roster.persons(), meeting.roster.units());
    let filter = Filter::of(typed, meeting, &names);
    let mut texts = Texts::default();
    Board::of(meeting, grouping, |one| {
        filter.keeps(one, texts.folded(one))
    })
}

fn found(typed: &str) -> Vec<u32> {
    let board = on(&meeting(), Grouping::Item, typed);
    let lines = board.sections.iter().flat_map(|section| &section.lines);
    lines.map(|id| id.0).collect()
}

#[test]
fn units_stand_before_persons_and_what_is_nobodys_last_and_a_joint_line_with_each() {
    let board = on(&meeting(), Grouping::Unit, "");
    let sections: Vec<(Group, Vec<u32>)> = board
        .sections
        .into_iter()
        .map(|section| (section.group, section.lines.iter().map(|id| id.0).collect()))
        .collect();
    assert_eq!(
        sections,
        [
            (Group::From(Some(unit())), vec![2, 3, 4]),
            (Group::From(Some(du())), vec![1, 4]),
            (Group::From(None), vec![5]),
        ]
    );
    let expected = Counts {
        noted: 5,
        starred: 1,
        joint: 1,
        supported: 1,
        unanswered: 3,
        unowned: 1,
    };
    assert_eq!(board.counts, expected);
}

#[test]
fn every_grouping_holds_every_line_that_counts() {
    let meeting = meeting();
    for grouping in Grouping::ALL {
        let board = on(&meeting, grouping, "");
        let lines = board.sections.iter().flat_map(|section| &section.lines);
        let mut lines: Vec<u32> = lines.map(|id| id.0).collect();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines, [1, 2, 3, 4, 5], "{grouping:?}");
        assert_eq!(board.counts.noted, 5);
    }
    let mut turned = Grouping::default();
    for expected in Grouping::ALL {
        assert_eq!(turned, expected);
        turned = turned.next();
    }
    assert_eq!(turned, Grouping::default());
}

#[test]
fn a_word_is_looked_for_in_texts_names_themes_kinds_and_states() {
    assert_eq!(found("campus"), [3]);
    assert_eq!(found("ＣＡＭＰＵＳ"), [3]);
    assert_eq!(found("留学"), [2]);
    assert_eq!(found("forum"), [1, 4]);
    assert_eq!(found("forum joint"), [4]);
    assert_eq!(found("留学 云南"), [2]);
    assert_eq!(found("留学　杜"), [0_u32; 0]);
    assert_eq!(found("du hai"), [1, 4]);
    assert_eq!(found("@dht"), [1, 4]);
    assert_eq!(found("yndx"), [2, 3, 4]);
    assert_eq!(found("#cult"), [3, 4]);
    assert_eq!(found("request"), [1]);
    assert_eq!(found("资源"), [3]);
    assert_eq!(found("starred"), [3]);
    assert_eq!(found("adopted"), [2]);
    assert_eq!(found("unanswered"), [1, 3, 4]);
    assert_eq!(found("C4"), [4]);
    assert_eq!(found("nothing like it"), [0_u32; 0]);
}

#[test]
fn what_was_struck_is_found_only_where_it_is_asked_for() {
    assert_eq!(found("error"), [0_u32; 0]);
    assert_eq!(found("error struck"), [6]);
    assert_eq!(found("struck"), [6]);
    assert_eq!(found("@ #"), [1, 2, 3, 4, 5]);
}

#[test]
fn a_changed_text_is_looked_through_as_it_is_now() {
    let meeting = meeting();
    let mut texts = Texts::default();
    let one = meeting.contributions.get(ContributionId(3)).expect("noted");
    assert_eq!(texts.folded(one), "open the campus");
    let mut changed = one.clone();
    changed.line.text = Text::line("Open the gates");
    changed.changed += 1;
    assert_eq!(texts.folded(&changed), "open the gates");
}
