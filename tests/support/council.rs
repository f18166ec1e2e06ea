//! One small council, held from opening to adjournment by commands: what tests of documents and session files look at.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use tribune::agenda::{self, ContributionKind, PersonId, UnitId, Who};
use tribune::meeting::contribution::{self, Anchor, Answer, Draft, ThemeName};
use tribune::meeting::progress::{self, Resolve};
use tribune::meeting::roll::{self, Mode, Status};
use tribune::meeting::{
    Author, Command, ContributionId, Digest, Header, Meeting, Record, ballot, decide, floor,
    motion, outcome, record,
};
use tribune::text::{Moment, Text};

pub const AGENDA: &str = r#"
title = { en = "Council of friends", zh = "友好理事会" }
organisation = { en = "Association of friends", zh = "友好协会" }
series = "council"
date = 2024-03-01
place = { en = "Kunming", zh = "昆明" }
chair = "wang"
language = "en"
themes = [{ name = { en = "education", zh = "教育" } }, { name = { en = "trade", zh = "经贸" } }]
example = ["record", "place"]

[unit.uni]
name = { en = "University", zh = "大学" }
short = "Uni"
group = "vice-president units"

[unit.farm]
name = { en = "Farm Group", zh = "农垦集团" }

[unit.museum]
name = { en = "Museum", zh = "博物馆" }

[person.wang]
name = { en = "Wang Yu", zh = "王宇" }
office = { en = "Vice President", zh = "副会长" }
capacity = "chair"

[person.yan]
name = { en = "Yan Ming", zh = "严明" }
title = { en = "Rector", zh = "校长" }
office = { en = "Part-time Vice President", zh = "兼职副会长" }
unit = "uni"

[person.hu]
name = { en = "Hu Liangbo", zh = "胡良波" }
title = { en = "Chairman of the Union", zh = "工会主席" }
unit = "farm"

[person.du]
name = { en = "Du Haitao", zh = "杜海涛" }

[person.li]
name = { en = "Li Na", zh = "李娜" }
unit = "farm"

[[item]]
title = { en = "Report", zh = "工作报告" }
kind = "report"
[[item]]
title = { en = "Suggestions", zh = "建议" }
kind = "round"
time = "20m"
[[item]]
title = { en = "Election", zh = "选举" }
kind = "election"
offices = [{ name = { en = "secretary", zh = "秘书长" }, seats = 1, candidates = ["yan"] }]
[[item]]
title = { en = "Articles", zh = "章程" }
kind = "motion"
[[item]]
title = { en = "Staff", zh = "人事" }
closed = true
[[item]]
title = { en = "Closing", zh = "总结" }
kind = "closing"
"#;

/// A meeting that is held, one record after another.
pub struct Held {
    pub meeting: Meeting,
    now: Moment,
    last: String,
}

pub fn person(id: &str) -> PersonId {
    PersonId::from(id)
}

pub fn line(text: &str) -> Draft {
    Draft {
        text: Text::line(text),
        ..Draft::default()
    }
}

fn theme(name: &str) -> ThemeName {
    ThemeName::New(Text::line(name))
}

impl Held {
    /// That meeting, to go on with it.
    pub fn resumed(meeting: Meeting) -> Self {
        let record = meeting.history.records().next_back();
        let record = record.expect("it was begun");
        Self {
            now: record.at,
            last: record::line_of(record),
            meeting,
        }
    }

    /// A meeting of that agenda that is not opened yet.
    pub fn begin(source: &str) -> Self {
        let now = DateTime::parse_from_rfc3339("2024-03-01T09:00:00+08:00").expect("a fixed time");
        let header = Header {
            tribune: record::VERSION,
            begun: now,
            path: String::new(),
            agenda: source.to_owned(),
        };
        let agenda = agenda::file::read(source)
            .agenda
            .expect("the test's agenda has no mistakes");
        Self {
            last: record::line_of(&header),
            meeting: Meeting::begin(header, agenda),
            now,
        }
    }

    /// Obeys a command half a minute after the one before.
    pub fn hold(&mut self, command: impl Into<Command>) -> &mut Self {
        self.now += TimeDelta::seconds(30);
        let author = Author::chair();
        let events = decide(&self.meeting, &author, self.now, command.into())
            .unwrap_or_else(|refusal| panic!("refused: {refusal:?}"));
        let record = Record {
            seq: self.meeting.history.next_seq(),
            at: self.now,
            author,
            line: None,
            events,
            prev: Digest::of(self.last.as_bytes()),
        };
        self.last = record::line_of(&record);
        self.meeting.apply(Arc::new(record));
        self
    }

    /// Notes a line in the turn that runs.
    pub fn note(&mut self, kind: ContributionKind, text: &str, themes: &[&str]) -> ContributionId {
        let id = self.meeting.ids().next_contribution();
        let anchor = Anchor {
            turn: self.meeting.floor.running().map(|turn| turn.id),
            item: self.meeting.progress.place(),
        };
        self.hold(contribution::Command::Capture(Draft {
            anchor,
            kind: Some(kind),
            themes: themes.iter().map(|name| theme(name)).collect(),
            ..line(text)
        }));
        id
    }

    pub fn mark(&mut self, id: &str, status: Status) -> &mut Self {
        self.hold(roll::Command::Mark {
            person: person(id),
            status,
            mode: Mode::Room,
            reason: (status == Status::Excused).then(|| Text::line("abroad | until *Friday*")),
            at: None,
        })
    }

    fn give(&mut self, id: &str) -> &mut Self {
        self.hold(floor::Command::Give(Who::Person(person(id))))
    }

    fn next_item(&mut self) -> &mut Self {
        self.hold(progress::Command::NextItem(Resolve::Really))
    }
}

/// The council, over.
pub fn council() -> Meeting {
    let mut held = Held::begin(AGENDA);
    held.mark("wang", Status::Present)
        .mark("yan", Status::Present)
        .mark("hu", Status::Present)
        .mark("li", Status::Excused)
        .hold(progress::Command::Open {
            matters: Vec::new(),
        });
    held.give("wang");
    held.note(ContributionKind::Remark, "2023 was a full year", &[]);
    held.next_item();
    suggest(&mut held);
    held.next_item();
    elect(&mut held);
    held.next_item();
    approve(&mut held);
    held.next_item();
    held.note(ContributionKind::Remark, "SECRET of the staff", &[]);
    held.next_item();
    held.note(
        ContributionKind::Remark,
        "An exchange of the directors is established",
        &[],
    );
    held.hold(progress::Command::NextMeeting(progress::NextMeeting {
        date: chrono::NaiveDate::from_ymd_opt(2025, 3, 1).expect("a day"),
        start: None,
        place: Some(Text::line("Kunming Hall")),
    }));
    held.hold(progress::Command::Adjourn(Resolve::Really));
    held.meeting
}

fn suggest(held: &mut Held) {
    held.give("yan");
    let camp = held.note(
        ContributionKind::Suggestion,
        "Invite 20 students",
        &["education"],
    );
    held.note(
        ContributionKind::Offer,
        "# not a heading, *not* bold [x](y) <b> `code`",
        &["education", "trade"],
    );
    held.give("hu");
    held.hold(contribution::Command::Support {
        id: camp,
        anchor: Anchor {
            turn: held.meeting.floor.running().map(|turn| turn.id),
            item: held.meeting.progress.place(),
        },
    });
    let joint = held.meeting.ids().next_contribution();
    held.hold(contribution::Command::Capture(Draft {
        anchor: Anchor {
            turn: held.meeting.floor.running().map(|turn| turn.id),
            item: held.meeting.progress.place(),
        },
        from: vec![
            Who::Unit(UnitId::from("farm")),
            Who::Unit(UnitId::from("uni")),
        ],
        themes: vec![theme("trade")],
        ..line("边境贸易日")
    }));
    let error = held.note(ContributionKind::Suggestion, "typed in error", &["trade"]);
    held.hold(contribution::Command::Strike {
        id: error,
        reason: None,
    })
    .hold(contribution::Command::Answer {
        id: camp,
        status: Answer::Adopted,
        text: Some(Text::line("for July")),
    })
    .hold(contribution::Command::Star(joint))
    .hold(floor::Command::Done)
    .hold(outcome::Command::Decide {
        outcome: outcome_noted(),
        text: Text::line("The suggestions go into the plan"),
        review: outcome::Due::NextMeeting,
    })
    .hold(outcome::Command::Act {
        owner: Some(Who::Unit(UnitId::from("uni"))),
        text: Text::line("Write to the schools"),
        due: outcome::Due::On(chrono::NaiveDate::from_ymd_opt(2024, 6, 30).expect("a day")),
    });
}

fn outcome_noted() -> outcome::Outcome {
    outcome::Outcome::Noted
}

fn elect(held: &mut Held) {
    held.hold(open_ballot())
        .hold(ballot::Command::Votes {
            candidate: Who::Person(person("yan")),
            counts: counts(3, 0, 0),
        })
        .hold(ballot::Command::Result(Resolve::Really));
}

fn approve(held: &mut Held) {
    held.hold(motion::Command::Move {
        text: Text::line("The Articles are approved"),
        by: person("yan"),
        seconded: Some(person("hu")),
    })
    .hold(open_ballot())
    .hold(ballot::Command::Tally {
        group: None,
        tally: ballot::Tally::Counts(counts(2, 1, 0)),
    })
    .hold(ballot::Command::Result(Resolve::Really));
}

fn open_ballot() -> ballot::Command {
    ballot::Command::Open {
        question: None,
        rule: None,
        method: None,
        resolve: Resolve::Really,
    }
}

fn counts(favour: u32, against: u32, abstaining: u32) -> ballot::Counts {
    ballot::Counts {
        favour: Some(favour),
        against: Some(against),
        abstaining: Some(abstaining),
    }
}
