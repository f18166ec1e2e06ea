//! The chair's script (主持词): everything the chair will have to say, from the agenda alone. The meeting is rehearsed in memory, everybody
//! present and every speaker heard, and its cues are taken down; what only the meeting itself can tell is left blank.

use chrono::TimeDelta;

use crate::agenda::ItemKind;
use crate::cue;
use crate::meeting::floor::Command as Floor;
use crate::meeting::progress::{Command as Progress, ItemState};
use crate::meeting::roll::{Command as Roll, Mode, Status};
use crate::meeting::{Author, Command, ItemId, Meeting};
use crate::text::{Arg, Message, Moment};

/// What stands where a number or a result is filled in by hand.
const BLANK: &str = "______";

/// Speakers of one item after which a rehearsal goes on: more than any list has.
const MOST_SPEAKERS: usize = 1_000;

/// What is said in one item, in order; before the first item there is the welcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The item's number, from 1; none for the welcome.
    pub item: Option<usize>,
    /// The sentences.
    pub cues: Vec<Message>,
}

/// The script of a meeting that was not opened yet.
#[must_use]
pub fn steps(plan: &Meeting) -> Vec<Step> {
    let mut rehearsal = Rehearsal::of(plan);
    let welcome = Step {
        item: None,
        cues: rehearsal.cue().into_iter().collect(),
    };
    let mut steps = vec![welcome];
    rehearsal.open();
    let items: Vec<ItemId> = plan.progress.items().map(|item| item.id).collect();
    for (number, item) in (1..).zip(items) {
        rehearsal.act(Progress::Item(item));
        let mut cues = rehearsal.hold();
        cues.extend(rehearsal.vote(item));
        steps.push(Step {
            item: Some(number),
            cues,
        });
    }
    steps
}

struct Rehearsal {
    meeting: Meeting,
    author: Author,
    now: Moment,
}

impl Rehearsal {
    /// It begins when the agenda says, so that the times in cues are those of the plan.
    fn of(plan: &Meeting) -> Self {
        let agenda = &plan.agenda;
        let begun = plan.header.begun;
        let start = agenda
            .date
            .unwrap_or(begun.date_naive())
            .and_time(agenda.start.unwrap_or(begun.time()));
        let now = start.and_local_timezone(*begun.offset()).single();
        Self {
            meeting: plan.clone(),
            author: Author::chair(),
            now: now.unwrap_or(begun),
        }
    }

    /// What is refused changes nothing: the rehearsal goes on without it.
    fn act(&mut self, command: impl Into<Command>) {
        if let Ok(after) = self.meeting.after(&self.author, self.now, command.into()) {
            self.meeting = after;
        }
    }

    fn open(&mut self) {
        let present: Vec<Command> = self
            .meeting
            .roster
            .persons()
            .map(|person| {
                Roll::Mark {
                    person: person.id.clone(),
                    status: Status::Present,
                    mode: Mode::default(),
                    reason: None,
                    at: None,
                }
                .into()
            })
            .collect();
        self.act(Command::Several(present));
        self.act(Progress::Open {
            matters: Vec::new(),
        });
    }

    /// What is said next; the question of a vote stands with how to vote.
    fn cue(&self) -> Option<Message> {
        let cue = cue::next(&self.meeting, self.now).filter(|cue| cue.name != "question")?;
        Some(with_blanks(cue.message))
    }

    /// Gives the floor to everybody planned, each for the time they have, and takes down what is said between.
    fn hold(&mut self) -> Vec<Message> {
        let mut cues = Vec::new();
        let mut seconds = 0;
        for _ in 0..MOST_SPEAKERS {
            cues.extend(self.cue());
            self.now += TimeDelta::seconds(i64::from(std::mem::take(&mut seconds)));
            let running = self.meeting.floor.running().map(|turn| turn.id);
            let Some((entry, speaker)) = self.meeting.upcoming().next else {
                if running.is_some() {
                    self.act(Floor::Done);
                }
                break;
            };
            let item = self.meeting.progress.current();
            let time = item.and_then(|item| self.meeting.allotment(item, Some(&entry), &speaker));
            seconds = time.unwrap_or(0);
            self.act(Floor::Next { seen: running });
        }
        cues
    }

    /// What is said around the votes the item asks for.
    fn vote(&self, item: ItemId) -> Vec<Message> {
        let votes = |item: &&ItemState| {
            matches!(
                item.plan.kind,
                ItemKind::Motion | ItemKind::Approval | ItemKind::Election
            )
        };
        let Some(item) = self.meeting.progress.item(item).filter(votes) else {
            return Vec::new();
        };
        let blank = Message::new("text-filled").with("text", BLANK);
        cue::votes(&self.meeting, item, &blank)
            .into_iter()
            .map(|cue| cue.message)
            .collect()
    }
}

/// The numbers present are counted on the day.
fn with_blanks(mut message: Message) -> Message {
    let counts = matches!(
        message.id,
        "cue-attendance" | "cue-attendance-short" | "cue-attendance-bare"
    );
    for (name, arg) in &mut message.args {
        if counts && *name == "present" {
            *arg = Arg::from(BLANK);
        } else if let Arg::Message(inner) = arg {
            **inner = with_blanks(std::mem::replace(inner, Message::new("text-nothing")));
        }
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda;
    use crate::locale::Locale;
    use crate::meeting::{Header, record};
    use crate::text::Language;

    const AGENDA: &str = r#"
title = "Council"
start = "14:00"
chair = "wang"
items = []
[unit.uni]
name = "University"
[person.wang]
name = "Wang Yu"
capacity = "chair"
[person.yan]
name = "Yan Ming"
unit = "uni"
[person.hu]
name = "Hu"
[[item]]
title = "Opening"
kind = "opening"
time = "5m"
[[item]]
title = "Round"
kind = "round"
time = "10m"
each = "5m"
speakers = ["yan", "hu"]
[[item]]
title = "Offices"
kind = "election"
method = "secret"
offices = [{ name = "chairman", candidates = ["yan"] }, { name = "secretary", candidates = ["hu"] }]
[[item]]
title = "Closing"
kind = "closing"
speakers = ["wang"]
"#;

    fn script() -> String {
        let header = Header {
            tribune: record::VERSION,
            begun: "2024-03-01T09:00:00+08:00".parse().expect("a moment"),
            path: String::new(),
            agenda: AGENDA.replace("items = []\n", ""),
        };
        let agenda = agenda::file::read(&header.agenda)
            .agenda
            .expect("no mistakes");
        let locale = Locale::new(Language::English);
        let said = |step: Step| {
            let cues: Vec<String> = step.cues.iter().map(|cue| locale.say(cue)).collect();
            format!("{:?} {}\n", step.item, cues.join(" | "))
        };
        steps(&Meeting::begin(header, agenda))
            .into_iter()
            .map(said)
            .collect()
    }

    #[test]
    fn everything_the_chair_says_is_in_the_script_and_what_nobody_knows_is_blank() {
        let script = script();
        for part in [
            "None Good day",
            "Of 3 entitled to vote, ______ are present",
            "I give the floor to Yan Ming",
            "Thank you, Yan Ming. I give the floor to Hu.",
            "chairman",
            "secretary",
            "I announce the result on “chairman”: ______.",
        ] {
            assert!(script.contains(part), "{part:?} is missing in\n{script}");
        }
        assert_eq!(script.lines().count(), 5, "{script}");
    }
}
