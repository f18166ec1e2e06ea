//! Votes and elections as a secretary takes them.

use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::agenda::{self, PersonId, UnitId};
use crate::meeting::outcome::Outcome;
use crate::meeting::roll::{Mode, Status};
use crate::meeting::{
    Author, Command as Asked, Digest, Header, Insist, ItemId, Meeting, Record, Refusal, decide,
    motion, progress, record, roll, undo,
};
use crate::rules::{Figure, Rule};
use crate::text::{Arg, Message, Moment};

/// A meeting of people `p1` to `pN`, all entitled, held command by command.
struct Sitting {
    meeting: Meeting,
}

fn now() -> Moment {
    "2024-03-01T09:00:00+08:00"
        .parse()
        .expect("as RFC 3339 asks")
}

fn council(people: usize, top: &str, items: &str) -> String {
    let mut agenda = format!("title = \"Council\"\n{top}\n");
    for n in 1..=people {
        let group = if n % 2 == 1 { "odd" } else { "even" };
        let _ = writeln!(
            agenda,
            "[person.p{n}]\nname = \"Person {n}\"\ngroup = \"{group}\""
        );
    }
    agenda.push_str(items);
    agenda
}

const MOTION: &str =
    "[[item]]\ntitle = \"Budget\"\nkind = \"motion\"\ntext = \"To adopt the budget\"\n";

fn election(offices: &str) -> String {
    format!("[[item]]\ntitle = \"Election\"\nkind = \"election\"\n{offices}\n")
}

fn seats(seats: u32, candidates: &[&str]) -> String {
    election(&format!(
        "offices = [{{ name = \"Chairman\", seats = {seats}, candidates = {candidates:?} }}]"
    ))
}

impl Sitting {
    /// The meeting, open, with the first so many marked present.
    fn of(agenda: &str, present: usize) -> Self {
        let reading = agenda::file::read(agenda);
        let header = Header {
            tribune: record::VERSION,
            begun: now(),
            path: String::new(),
            agenda: agenda.to_owned(),
        };
        let plan = reading
            .agenda
            .unwrap_or_else(|| panic!("{:?}", reading.mistakes));
        let mut sitting = Self {
            meeting: Meeting::begin(header, plan),
        };
        for n in 1..=present {
            sitting.mark(&format!("p{n}"), Status::Present);
        }
        sitting.tell(progress::Command::Open {
            matters: Vec::new(),
        });
        sitting
    }

    fn ask(&mut self, command: impl Into<Asked>) -> Result<(), Refusal> {
        let author = Author::chair();
        let events = decide(&self.meeting, &author, now(), command.into())?;
        if !events.is_empty() {
            self.record(events);
        }
        Ok(())
    }

    fn record(&mut self, events: Vec<crate::meeting::Event>) {
        let record = Record {
            seq: self.meeting.history.next_seq(),
            at: now(),
            author: Author::chair(),
            line: None,
            events,
            prev: Digest::of(b""),
        };
        let line = record::line_of(&record);
        assert_eq!(
            serde_json::from_str::<Record>(&line).expect("a record is read as it was written"),
            record
        );
        self.meeting.apply(Arc::new(record));
    }

    fn tell(&mut self, command: impl Into<Asked>) {
        let done = self.ask(command);
        assert!(done.is_ok(), "{done:?}");
    }

    fn refused(&mut self, command: impl Into<Asked>) -> &'static str {
        self.ask(command)
            .expect_err("it has to be refused")
            .reason
            .id
    }

    fn mark(&mut self, person: &str, status: Status) {
        let person = PersonId::from(person);
        self.tell(roll::Command::Mark {
            person,
            status,
            mode: Mode::Room,
            reason: None,
            at: None,
        });
    }

    fn ballot(&mut self) -> Result<(), Refusal> {
        self.ask(open(None))
    }

    fn tally(&mut self, favour: u32, against: u32, abstaining: u32) {
        self.tell(tally(counts(favour, against, abstaining)));
    }

    fn last(&self) -> &Ballot {
        self.meeting
            .ballots
            .all()
            .next_back()
            .expect("a ballot was opened")
    }

    fn votes(&mut self, who: &str, favour: u32) -> Result<(), Refusal> {
        self.ask(Command::Votes {
            candidate: person(who),
            counts: only_for(favour),
        })
    }

    fn result(&mut self) {
        self.tell(Command::Result(Resolve::Plain));
    }

    fn outcome(&self) -> Option<Outcome> {
        self.meeting
            .progress
            .item(ItemId(1))
            .and_then(|item| item.outcome)
    }

    fn elected(&self) -> Vec<String> {
        self.last()
            .elected
            .iter()
            .map(|who| who_id(who).to_owned())
            .collect()
    }
}

fn who_id(who: &Who) -> &str {
    match who {
        Who::Person(id) => id.as_str(),
        Who::Unit(id) => id.as_str(),
    }
}

fn person(id: &str) -> Who {
    Who::Person(PersonId::from(id))
}

fn open(question: Option<&str>) -> Command {
    Command::Open {
        question: question.map(Text::line),
        rule: None,
        method: None,
        resolve: Resolve::Plain,
    }
}

fn by(rule: &str) -> Command {
    let rule = Rule::preset(rule);
    Command::Open {
        question: None,
        rule,
        method: None,
        resolve: Resolve::Plain,
    }
}

fn with(method: Method) -> Command {
    Command::Open {
        question: None,
        rule: None,
        method: Some(method),
        resolve: Resolve::Plain,
    }
}

fn tally(counts: Counts) -> Command {
    Command::Tally {
        group: None,
        tally: Tally::Counts(counts),
    }
}

fn counts(favour: u32, against: u32, abstaining: u32) -> Counts {
    Counts {
        favour: Some(favour),
        against: Some(against),
        abstaining: Some(abstaining),
    }
}

fn only_for(favour: u32) -> Counts {
    Counts {
        favour: Some(favour),
        ..Counts::default()
    }
}

fn answer(who: &str, answer: Answer) -> Command {
    Command::Answer {
        who: person(who),
        answer,
    }
}

#[test]
fn a_ballot_keeps_what_it_was_held_under_and_its_result_decides_the_item() {
    let mut sitting = Sitting::of(&council(50, "", MOTION), 30);
    sitting.tell(by("majority"));
    sitting.tally(14, 10, 2);
    assert_eq!(sitting.last().of_and_needed(), Some((24, 13)));
    sitting.result();
    let ballot = sitting.last();
    assert_eq!(
        (ballot.figures.entitled, ballot.figures.present),
        (Some(50), Some(30))
    );
    assert_eq!(ballot.opening.rule.name.as_deref(), Some("majority"));
    assert_eq!(ballot.carried, Some(true));
    assert_eq!(sitting.outcome(), Some(Outcome::Adopted));
    let decision = sitting
        .meeting
        .outcomes
        .decisions()
        .next_back()
        .expect("a decision");
    assert_eq!(decision.what.ballot, Some(sitting.last().id()));
}

#[test]
fn e_and_p_stay_as_they_were_when_somebody_leaves_after_the_opening() {
    let mut sitting = Sitting::of(&council(10, "", MOTION), 8);
    sitting.tell(by("majority-of-present"));
    sitting.mark("p8", Status::Left);
    sitting.tally(4, 4, 0);
    assert_eq!(sitting.last().of_and_needed(), Some((8, 5)));
}

#[test]
fn who_comes_before_the_first_tally_is_counted_and_who_comes_later_is_not() {
    let mut sitting = Sitting::of(&council(10, "", MOTION), 6);
    sitting.tell(open(None));
    assert_eq!(
        sitting.refused(tally(counts(7, 0, 0))),
        "ballot-too-many-votes"
    );
    sitting.mark("p7", Status::Present);
    sitting.tally(7, 0, 0);
    assert_eq!(sitting.last().figures.present, Some(7));
    sitting.mark("p8", Status::Present);
    assert_eq!(
        sitting.refused(tally(counts(8, 0, 0))),
        "ballot-too-many-votes"
    );
}

#[test]
fn a_tally_that_is_too_large_is_refused_with_the_arithmetic_and_the_unmarked() {
    let mut sitting = Sitting::of(&council(5, "", MOTION), 4);
    sitting.tell(open(None));
    let refusal = sitting
        .ask(tally(counts(3, 1, 1)))
        .expect_err("five of four");
    assert_eq!(refusal.reason.args[0].1, Arg::from("3 + 1 + 1 = 5"));
    let unmarked =
        Message::new("ballot-unmarked").with("names", vec![Arg::from(Bilingual::from("Person 5"))]);
    assert_eq!(refusal.obstacles, [unmarked]);
    sitting.tally(3, 1, 0);
    let again = sitting.ask(tally(counts(3, 1, 1))).expect_err("still four");
    assert_eq!(again.obstacles[0].id, "ballot-counted-already");
}

#[test]
fn only_what_would_help_is_named_where_too_few_are_present() {
    let mut sitting = Sitting::of(&council(9, "", MOTION), 6);
    sitting.tell(roll::Command::Recuse {
        person: PersonId::from("p9"),
        at: None,
    });
    sitting.tell(open(None));
    let refusal = sitting.ask(tally(counts(7, 0, 0))).expect_err("six");
    let names = ["Person 7", "Person 8"].map(|name| Arg::from(Bilingual::from(name)));
    let unmarked = Message::new("ballot-unmarked").with("names", names.to_vec());
    assert_eq!(refusal.obstacles, [unmarked]);
    // Marking adds nothing to a head count.
    sitting.tell(roll::Command::Count {
        present: 7,
        of: None,
    });
    let refusal = sitting.ask(tally(counts(8, 0, 0))).expect_err("seven");
    assert_eq!(
        refusal.obstacles,
        [Message::new("ballot-count-again").with("present", 7_u32)]
    );
    assert_eq!(
        sitting.refused(roll::Command::Count {
            present: 99,
            of: None
        }),
        "roll-count-beyond-the-roll"
    );
}

#[test]
fn a_second_person_of_a_unit_that_is_there_adds_no_vote() {
    let agenda = "title = \"Council\"\nvoters = \"units\"\n[unit.a]\nname = \"A\"\n\
                  [person.p1]\nname = \"Person 1\"\nunit = \"a\"\n[person.p2]\nname = \"Person 2\"\nunit = \"a\"\n"
        .to_owned()
        + MOTION;
    let mut sitting = Sitting::of(&agenda, 1);
    sitting.tell(open(None));
    let refusal = sitting.ask(tally(counts(2, 0, 0))).expect_err("one unit");
    assert_eq!(refusal.obstacles, []);
}

#[test]
fn one_set_of_figures_decides_the_quorum_and_is_said() {
    let mut sitting = Sitting::of(&council(10, "", MOTION), 6);
    for person in ["p5", "p6"] {
        sitting.tell(roll::Command::Recuse {
            person: PersonId::from(person),
            at: None,
        });
    }
    let counted = sitting.meeting.quorum().expect("there is a roster");
    assert_eq!(
        (counted.present, counted.entitled, counted.needed),
        (4, 8, 5)
    );
    assert_eq!(sitting.refused(open(None)), "ballot-no-quorum");
    let whole = sitting.meeting.quorum_of(None).expect("there is a roster");
    assert_eq!((whole.present, whole.entitled, whole.needed), (6, 10, 6));
}

#[test]
fn without_a_quorum_a_ballot_is_refused_and_insisting_goes_on_record() {
    let mut sitting = Sitting::of(&council(10, "", MOTION), 5);
    let refusal = sitting.ballot().expect_err("five of ten are no quorum");
    assert_eq!(
        (refusal.reason.id, refusal.insist),
        ("ballot-no-quorum", Insist::Possible)
    );
    sitting.tell(Command::Open {
        question: None,
        rule: None,
        method: None,
        resolve: Resolve::Really,
    });
    assert_eq!(
        sitting.last().opening.without_quorum,
        Some(Shortfall {
            present: 5,
            needed: 6
        })
    );
    sitting.tally(5, 0, 0);
    sitting.result();
    let sentence = sitting
        .meeting
        .ballot_sentence(sitting.last())
        .expect("a result");
    assert_eq!(sentence.id, "ballot-without-quorum");
}

#[test]
fn a_rule_named_for_a_ballot_never_changes_the_quorum() {
    let mut sitting = Sitting::of(&council(9, "", MOTION), 5);
    sitting.tell(by("cn-association-council"));
    assert_eq!(sitting.last().opening.without_quorum, None);
}

#[test]
fn one_ballot_is_open_at_a_time_and_a_void_one_takes_no_more_lines() {
    let mut sitting = Sitting::of(&council(3, "", MOTION), 3);
    sitting.tell(open(None));
    assert_eq!(sitting.refused(open(None)), "ballot-open-already");
    sitting.tell(Command::Void(Text::line("wrong question")));
    assert_eq!(sitting.refused(tally(counts(1, 1, 1))), "ballot-is-void");
    sitting.tell(open(None));
    assert_eq!(sitting.last().id(), BallotId(2));
}

#[test]
fn what_was_not_counted_is_asked_for_before_the_result() {
    let mut sitting = Sitting::of(&council(9, "", MOTION), 9);
    sitting.tell(open(None));
    assert_eq!(
        sitting.refused(Command::Result(Resolve::Plain)),
        "ballot-nothing-counted"
    );
    sitting.tell(tally(only_for(4)));
    assert_eq!(
        sitting.refused(Command::Result(Resolve::Plain)),
        "ballot-missing-against"
    );
    assert_eq!(
        sitting.last().verdict(),
        Err(Missing::Figure(Figure::Against))
    );
    sitting.tell(tally(Counts {
        abstaining: None,
        ..counts(4, 3, 0)
    }));
    sitting.result();
    assert_eq!(sitting.last().figures.abstaining, None);
}

#[test]
fn all_for_means_everybody_present() {
    let mut sitting = Sitting::of(&council(9, "", MOTION), 7);
    sitting.tell(open(None));
    sitting.tell(Command::Tally {
        group: None,
        tally: Tally::AllFor,
    });
    assert_eq!(sitting.last().counts(), counts(7, 0, 0));
}

#[test]
fn a_clear_majority_is_declared_only_where_half_of_the_votes_is_enough() {
    let mut sitting = Sitting::of(&council(9, "", MOTION), 9);
    sitting.tell(by("two-thirds"));
    assert_eq!(
        sitting.refused(Command::ClearMajority),
        "ballot-no-clear-majority"
    );
    assert_eq!(
        sitting.refused(Command::Result(Resolve::Plain)),
        "ballot-nothing-counted-consent"
    );
    sitting.tell(Command::Void(Text::line("again")));
    sitting.tell(open(None));
    sitting.tell(Command::ClearMajority);
    sitting.result();
    let ballot = sitting.last();
    assert_eq!(
        (ballot.method_word(), ballot.carried, ballot.figures.favour),
        ("declared", Some(true), None)
    );
}

#[test]
fn consent_carries_without_a_count_unless_too_few_are_there() {
    let mut sitting = Sitting::of(&council(10, "quorum = \"none\"", MOTION), 5);
    sitting.tell(by("absolute-majority"));
    assert_eq!(
        sitting.refused(Command::Unopposed),
        "ballot-consent-not-enough"
    );
    sitting.tell(Command::Void(Text::line("again")));
    sitting.tell(by("acclamation"));
    sitting.tell(Command::Unopposed);
    sitting.result();
    assert_eq!(
        (sitting.last().method_word(), sitting.outcome()),
        ("consent", Some(Outcome::Adopted))
    );
}

#[test]
fn a_tie_is_the_chairs_to_decide_where_the_rule_says_so() {
    let agenda = council(101, "rule = { tie = \"chair\" }", MOTION);
    let mut sitting = Sitting::of(&agenda, 100);
    sitting.tell(open(None));
    sitting.tally(50, 50, 0);
    sitting.tell(Command::CastingVote(Casting::For));
    sitting.result();
    assert_eq!(sitting.last().of_and_needed(), Some((101, 51)));
    assert_eq!(
        (sitting.last().carried, sitting.outcome()),
        (Some(true), Some(Outcome::Adopted))
    );
}

#[test]
fn an_announced_tie_waits_for_the_chair_and_fails_when_the_result_is_asked_again() {
    let agenda = council(10, "rule = { tie = \"chair\" }", MOTION);
    let mut sitting = Sitting::of(&agenda, 10);
    sitting.tell(open(None));
    sitting.tally(5, 5, 0);
    sitting.result();
    assert!(sitting.last().is_open() && sitting.outcome().is_none());
    sitting.tell(Command::CastingVote(Casting::Against));
    assert_eq!(
        (sitting.last().carried, sitting.outcome()),
        (Some(false), Some(Outcome::Rejected))
    );
    sitting.result();
    assert_eq!(sitting.meeting.outcomes.decisions().count(), 1);
    sitting.tell(open(None));
    sitting.tally(5, 5, 0);
    sitting.result();
    sitting.result();
    assert_eq!(sitting.last().carried, Some(false));
}

#[test]
fn a_new_count_drops_the_tie_and_the_chairs_vote_on_it() {
    let agenda = council(8, "rule = { tie = \"chair\" }", MOTION);
    let mut sitting = Sitting::of(&agenda, 8);
    sitting.tell(open(None));
    sitting.tally(3, 3, 0);
    sitting.tell(Command::CastingVote(Casting::For));
    sitting.tally(4, 4, 0);
    sitting.result();
    assert!(
        sitting.last().is_open(),
        "the chair is asked about this tie"
    );
    sitting.tally(3, 3, 2);
    sitting.result();
    assert!(sitting.last().awaits_chair(), "and about that one");
    sitting.tally(4, 3, 0);
    assert_eq!(
        sitting.refused(Command::CastingVote(Casting::Against)),
        "ballot-no-tie"
    );
    sitting.result();
    let ballot = sitting.last();
    assert_eq!((ballot.carried, ballot.figures.casting), (Some(true), None));
    assert_eq!(sitting.outcome(), Some(Outcome::Adopted));
}

#[test]
fn a_record_of_old_keeps_the_verdict_it_was_closed_with() {
    let agenda = council(8, "rule = { tie = \"chair\" }", MOTION);
    let mut sitting = Sitting::of(&agenda, 8);
    sitting.tell(open(None));
    sitting.tally(3, 3, 0);
    sitting.tell(Command::CastingVote(Casting::Against));
    // Nothing was dropped then.
    let (ballot, group) = (BallotId(1), None);
    let counts = counts(4, 3, 0);
    let tallied = Event::Tallied {
        ballot,
        group,
        counts,
    };
    let closed = Event::Closed {
        ballot,
        carried: false,
        elected: Vec::new(),
        outcome: Some(Outcome::Rejected),
    };
    sitting.record(vec![tallied.into(), closed.into()]);
    let ballot = sitting.last();
    let sentence = sitting.meeting.ballot_sentence(ballot).expect("a result");
    assert_eq!(
        (ballot.carried, ballot.figures.casting, sentence.id),
        (Some(false), Some(Casting::Against), "rules-not-carried")
    );
}

#[test]
fn a_tie_without_that_rule_fails_and_there_is_no_casting_vote() {
    let mut sitting = Sitting::of(&council(10, "", MOTION), 10);
    sitting.tell(open(None));
    sitting.tally(5, 5, 0);
    assert_eq!(
        sitting.refused(Command::CastingVote(Casting::For)),
        "ballot-no-casting-vote"
    );
    sitting.result();
    assert_eq!(sitting.outcome(), Some(Outcome::Rejected));
}

#[test]
fn a_roll_call_is_correctable_until_it_is_closed_and_keeps_every_answer() {
    let mut sitting = Sitting::of(&council(5, "", MOTION), 4);
    sitting.tell(with(Method::RollCall));
    sitting.tell(answer("p3", Answer::Against));
    sitting.tell(answer("p1", Answer::For));
    sitting.tell(answer("p2", Answer::None));
    assert_eq!(
        sitting.refused(answer("p5", Answer::For)),
        "ballot-voter-not-present"
    );
    assert_eq!(
        sitting.refused(Command::Result(Resolve::Plain)),
        "ballot-unanswered"
    );
    sitting.tell(answer("p4", Answer::Abstain));
    sitting.tell(answer("p3", Answer::For));
    sitting.result();
    let ballot = sitting.last();
    assert_eq!(ballot.counts(), counts(2, 0, 1));
    let order: Vec<&str> = ballot.answers.iter().map(|(who, _)| who_id(who)).collect();
    assert_eq!(order, ["p1", "p2", "p3", "p4"]);
}

#[test]
fn who_comes_before_the_first_answer_is_called_too() {
    let mut sitting = Sitting::of(&council(5, "", MOTION), 3);
    sitting.tell(with(Method::RollCall));
    sitting.mark("p4", Status::Present);
    sitting.tell(answer("p4", Answer::For));
    sitting.mark("p5", Status::Present);
    assert_eq!(
        sitting.refused(answer("p5", Answer::For)),
        "ballot-voter-late"
    );
}

#[test]
fn of_a_secret_ballot_no_answer_is_ever_taken() {
    let mut sitting = Sitting::of(&council(5, "", MOTION), 4);
    sitting.tell(with(Method::Secret));
    assert_eq!(
        sitting.refused(answer("p1", Answer::For)),
        "ballot-secret-no-answers"
    );
    assert!(sitting.last().opening.voters.is_empty());
    assert_eq!(
        sitting.refused(Command::Unopposed),
        "ballot-secret-is-counted"
    );
}

#[test]
fn papers_are_reconciled_and_more_returned_than_issued_void_the_ballot() {
    let mut sitting = Sitting::of(&council(40, "", MOTION), 30);
    sitting.tell(with(Method::Secret));
    sitting.tell(Command::Papers(Papers {
        issued: Some(30),
        ..Papers::default()
    }));
    sitting.tell(Command::Papers(Papers {
        returned: Some(29),
        blank: Some(1),
        invalid: Some(0),
        ..Papers::default()
    }));
    assert_eq!(
        sitting.refused(tally(counts(20, 9, 0))),
        "ballot-too-many-counted"
    );
    sitting.tally(20, 8, 0);
    sitting.tell(Command::Papers(Papers {
        returned: Some(31),
        ..Papers::default()
    }));
    let ballot = sitting.last();
    assert_eq!(
        ballot.state,
        State::Void(VoidReason::Papers {
            returned: 31,
            issued: 30
        })
    );
    assert_eq!(ballot.figures.returned, Some(31));
    assert_eq!(
        sitting.refused(Command::Result(Resolve::Plain)),
        "ballot-is-void"
    );
    assert_eq!(
        sitting.refused(undo::Command::Undo(None)),
        "undo-across-ballot"
    );
}

#[test]
fn each_group_has_to_reach_the_majority_and_each_is_asked_for() {
    let agenda = council(9, "rule = { each = \"group\" }", MOTION);
    let mut sitting = Sitting::of(&agenda, 9);
    sitting.tell(open(None));
    assert_eq!(
        sitting.refused(tally(counts(5, 4, 0))),
        "ballot-tally-groups"
    );
    let group = |name: &str, counts| Command::Tally {
        group: Some(Text::line(name)),
        tally: Tally::Counts(counts),
    };
    sitting.tell(group("odd", counts(4, 1, 0)));
    assert_eq!(
        sitting.refused(Command::Result(Resolve::Plain)),
        "ballot-groups-missing"
    );
    assert_eq!(
        sitting.refused(group("even", counts(4, 1, 0))),
        "ballot-in-group"
    );
    assert_eq!(
        sitting.refused(group("third", counts(1, 1, 0))),
        "ballot-group-unknown"
    );
    sitting.tell(group("even", counts(2, 2, 0)));
    sitting.result();
    let ballot = sitting.last();
    assert_eq!(
        (ballot.counts(), ballot.carried),
        (counts(6, 3, 0), Some(false))
    );
    assert_eq!(
        ballot
            .groups
            .iter()
            .map(|group| ballot.carried_in(group))
            .collect::<Vec<_>>(),
        [Some(true), Some(false)]
    );
}

#[test]
fn amendments_come_before_their_motion_and_change_what_is_adopted() {
    let item = "[[item]]\ntitle = \"Budget\"\nkind = \"motion\"\n";
    let mut sitting = Sitting::of(&council(5, "", item), 5);
    let mover = PersonId::from("p1");
    sitting.tell(motion::Command::Move {
        text: Text::line("Adopt"),
        by: mover.clone(),
        seconded: None,
    });
    sitting.tell(motion::Command::Amend {
        text: Text::line("with 8 m"),
        by: mover,
        to: None,
    });
    assert_eq!(sitting.refused(open(Some("P1"))), "ballot-amendments-first");
    for (motion, outcome) in [(2, None), (1, Some(Outcome::Amended))] {
        sitting.tell(open(None));
        assert_eq!(sitting.last().motion(), Some(MotionId(motion)));
        sitting.tally(4, 1, 0);
        sitting.result();
        assert_eq!(sitting.outcome(), outcome);
    }
}

#[test]
fn with_as_many_candidates_as_seats_each_needs_a_majority_of_its_own_figures() {
    let mut sitting = Sitting::of(&council(12, "", &seats(3, &["p1", "p2", "p3"])), 10);
    sitting.tell(with(Method::Secret));
    for (who, figures) in [("p1", (8, 1, 1)), ("p2", (5, 5, 0)), ("p3", (2, 1, 7))] {
        let counts = counts(figures.0, figures.1, figures.2);
        sitting.tell(Command::Votes {
            candidate: person(who),
            counts,
        });
    }
    sitting.result();
    assert_eq!(sitting.elected(), ["p1", "p3"]);
    assert_eq!(
        (sitting.last().carried, sitting.outcome()),
        (Some(false), Some(Outcome::SeatsOpen))
    );
}

#[test]
fn with_more_candidates_than_seats_the_highest_who_reach_the_majority_win() {
    let mut sitting = Sitting::of(&council(30, "", &seats(2, &["p1", "p2", "p3", "p4"])), 30);
    sitting.tell(open(None));
    for (who, votes) in [("p1", 20), ("p2", 16), ("p3", 14), ("p4", 5)] {
        assert_eq!(sitting.votes(who, votes), Ok(()));
    }
    assert_eq!(
        sitting.refused(Command::Result(Resolve::Plain)),
        "election-voters-missing"
    );
    sitting.tell(Command::Voters(30));
    sitting.result();
    assert_eq!(sitting.elected(), ["p1", "p2"]);
    assert_eq!(sitting.last().of_and_needed(), Some((30, 16)));
    assert_eq!(sitting.outcome(), Some(Outcome::Elected));
    let offices: Vec<&str> = sitting
        .meeting
        .offices_of(&person("p1"))
        .iter()
        .map(|name| name.en.as_str())
        .collect();
    assert_eq!(offices, ["Chairman"]);
    assert!(sitting.meeting.offices_of(&person("p3")).is_empty());
}

#[test]
fn a_tie_over_the_last_seat_elects_nobody_to_it_and_a_second_round_decides() {
    let mut sitting = Sitting::of(&council(30, "", &seats(2, &["p1", "p2", "p3", "p4"])), 30);
    sitting.tell(open(None));
    sitting.tell(Command::Voters(30));
    for (who, votes) in [("p1", 17), ("p2", 20), ("p3", 17), ("p4", 6)] {
        assert_eq!(sitting.votes(who, votes), Ok(()));
    }
    let standings = sitting.last().standings().expect("everything was counted");
    let tied: Vec<&str> = standings
        .iter()
        .filter(|one| one.is_tied)
        .map(|one| who_id(&one.who))
        .collect();
    assert_eq!(tied, ["p1", "p3"]);
    sitting.result();
    assert_eq!(sitting.elected(), ["p2"]);
    assert_eq!(sitting.refused(open(None)), "election-seats-left");
    let named = |who: &[&str]| Command::SecondRound {
        candidates: who.iter().map(|who| person(who)).collect(),
        resolve: Resolve::Plain,
    };
    assert_eq!(sitting.refused(named(&["p2"])), "election-elected-already");
    sitting.tell(named(&["p1", "p3"]));
    assert_eq!(
        (
            sitting.last().opening.round,
            sitting.last().contest().map(|it| it.seats)
        ),
        (2, Some(1))
    );
    assert_eq!(sitting.votes("p1", 16), Ok(()));
    assert_eq!(sitting.votes("p3", 14), Ok(()));
    sitting.result();
    assert_eq!(
        (sitting.elected(), sitting.outcome()),
        (vec!["p1".to_owned()], Some(Outcome::Elected))
    );
    assert_eq!(sitting.meeting.elected_to(ItemId(1), 0).len(), 2);
}

#[test]
fn a_second_round_without_names_has_those_who_were_not_elected() {
    let mut sitting = Sitting::of(&council(9, "", &seats(1, &["p1", "p2", "p3"])), 9);
    sitting.tell(open(None));
    for (who, votes) in [("p1", 4), ("p2", 3), ("p3", 2)] {
        assert_eq!(sitting.votes(who, votes), Ok(()));
    }
    sitting.result();
    assert!(sitting.elected().is_empty());
    sitting.tell(Command::SecondRound {
        candidates: Vec::new(),
        resolve: Resolve::Plain,
    });
    assert_eq!(
        sitting.last().contest().map(|it| it.candidates.len()),
        Some(3)
    );
}

#[test]
fn on_papers_the_base_of_votes_is_the_valid_ones() {
    let mut sitting = Sitting::of(&council(30, "", &seats(1, &["p1", "p2"])), 30);
    sitting.tell(with(Method::Secret));
    sitting.tell(Command::Papers(Papers {
        issued: Some(30),
        returned: Some(30),
        blank: Some(3),
        invalid: Some(1),
    }));
    assert_eq!(sitting.votes("p1", 13), Ok(()));
    assert!(sitting.votes("p2", 27).is_err());
    assert_eq!(sitting.votes("p2", 12), Ok(()));
    sitting.result();
    assert_eq!(sitting.last().of_and_needed(), Some((26, 14)));
    assert!(sitting.elected().is_empty());
}

#[test]
fn a_slate_elects_all_or_nobody() {
    let mut sitting = Sitting::of(&council(44, "", &seats(3, &["p1", "p2", "p3"])), 44);
    sitting.tell(by("cn-association-council"));
    sitting.tell(Command::Slate(counts(40, 2, 2)));
    assert_eq!(
        sitting.refused(Command::Votes {
            candidate: person("p1"),
            counts: only_for(3)
        }),
        "ballot-counted-as-one"
    );
    sitting.result();
    assert_eq!(sitting.elected(), ["p1", "p2", "p3"]);
    assert_eq!(sitting.last().of_and_needed(), Some((44, 30)));
}

#[test]
fn a_list_with_more_names_than_seats_is_no_slate() {
    let mut sitting = Sitting::of(&council(9, "", &seats(1, &["p1", "p2"])), 9);
    sitting.tell(open(None));
    assert_eq!(
        sitting.refused(Command::Slate(only_for(9))),
        "election-slate-contested"
    );
    assert_eq!(
        sitting.refused(tally(counts(9, 0, 0))),
        "election-votes-by-name"
    );
    assert_eq!(
        sitting.refused(Command::Unopposed),
        "election-votes-by-name"
    );
    assert_eq!(
        sitting.refused(Command::Votes {
            candidate: person("p3"),
            counts: only_for(1)
        }),
        "election-not-a-candidate"
    );
}

#[test]
fn nobody_has_more_votes_than_their_voters_can_give() {
    let mut sitting = Sitting::of(&council(9, "", &seats(1, &["p1", "p2"])), 9);
    sitting.tell(open(None));
    assert_eq!(sitting.votes("p1", 6), Ok(()));
    assert_eq!(
        sitting.votes("p2", 4).map_err(|it| it.reason.id),
        Err("election-votes-beyond-seats")
    );
}

#[test]
fn candidates_change_until_the_ballot_opens_and_tellers_never_stand() {
    let mut sitting = Sitting::of(
        &council(
            9,
            "",
            &election("seats = 1\ncandidates = [\"p1\"]\ntellers = [\"p9\"]"),
        ),
        9,
    );
    sitting.tell(Command::Nominate(person("p2")));
    sitting.tell(Command::Decline(person("p1")));
    assert_eq!(
        sitting.refused(Command::Nominate(person("p9"))),
        "election-teller-stands"
    );
    assert_eq!(
        sitting.refused(Command::Tellers(vec![PersonId::from("p2")])),
        "election-candidate-counts"
    );
    sitting.tell(Command::Tellers(vec![PersonId::from("p8")]));
    sitting.tell(Command::Nominate(person("p9")));
    sitting.tell(open(None));
    assert_eq!(
        sitting.last().contest().map(|it| it.candidates.clone()),
        Some(vec![person("p2"), person("p9")])
    );
    assert_eq!(
        sitting.refused(Command::Nominate(person("p3"))),
        "election-ballot-open"
    );
}

#[test]
fn several_offices_are_balloted_one_after_the_other_unless_one_is_named() {
    let offices = "offices = [\n{ name = { en = \"Chairman\", zh = \"会长\" }, seats = 1, candidates = [\"p1\"] },\n\
                   { name = \"Treasurer\", seats = 1, candidates = [\"p2\"] },\n\
                   { name = \"Auditor\", seats = 1, candidates = [\"p3\"] }]";
    let mut sitting = Sitting::of(&council(9, "", &election(offices)), 9);
    for (question, office, outcome) in [
        (Some("auditor"), 2, None),
        (None, 0, None),
        (None, 1, Some(Outcome::SeatsOpen)),
        (Some("会长"), 0, Some(Outcome::SeatsOpen)),
    ] {
        sitting.tell(open(question));
        assert_eq!(sitting.last().contest().map(|it| it.office), Some(office));
        // The treasurer fails.
        let favour = if office == 1 { 2 } else { 9 };
        sitting.tally(favour, 9 - favour, 0);
        sitting.result();
        assert_eq!(sitting.outcome(), outcome, "{question:?}");
    }
    sitting.tell(Command::SecondRound {
        candidates: Vec::new(),
        resolve: Resolve::Plain,
    });
    sitting.tally(9, 0, 0);
    sitting.result();
    assert_eq!(sitting.outcome(), Some(Outcome::Elected));
}

#[test]
fn units_vote_once_each_where_the_meeting_says_so() {
    let agenda = "title = \"Council\"\nvoters = \"units\"\n[unit.a]\nname = \"A\"\n[unit.b]\nname = \"B\"\n\
                  [person.p1]\nname = \"Person 1\"\nunit = \"a\"\n[person.p2]\nname = \"Person 2\"\nunit = \"a\"\n\
                  [person.p3]\nname = \"Person 3\"\nunit = \"b\"\n"
        .to_owned()
        + MOTION;
    let mut sitting = Sitting::of(&agenda, 3);
    sitting.tell(with(Method::RollCall));
    let units = ["a", "b"].map(|id| Who::Unit(UnitId::from(id)));
    assert_eq!(sitting.last().opening.voters, units);
    assert_eq!(
        (
            sitting.last().figures.entitled,
            sitting.last().figures.present
        ),
        (Some(2), Some(2))
    );
    for who in units {
        sitting.tell(Command::Answer {
            who,
            answer: Answer::For,
        });
    }
    sitting.result();
    assert_eq!(sitting.last().counts(), counts(2, 0, 0));
}

#[test]
fn the_recused_are_out_of_the_base_and_the_away_out_of_those_present() {
    let mut sitting = Sitting::of(&council(10, "", MOTION), 10);
    sitting.tell(roll::Command::Recuse {
        person: PersonId::from("p1"),
        at: None,
    });
    sitting.tell(roll::Command::StepAway {
        person: PersonId::from("p2"),
        at: None,
    });
    sitting.tell(open(None));
    assert_eq!(
        (
            sitting.last().figures.entitled,
            sitting.last().figures.present
        ),
        (Some(9), Some(8))
    );
}

#[test]
fn an_announced_head_count_is_what_a_ballot_takes() {
    let mut sitting = Sitting::of(&council(10, "", MOTION), 2);
    sitting.tell(roll::Command::Count {
        present: 44,
        of: Some(58),
    });
    sitting.tell(by("majority-of-present"));
    sitting.tally(23, 20, 1);
    assert_eq!(sitting.last().of_and_needed(), Some((44, 23)));
    assert_eq!(sitting.last().figures.entitled, Some(58));
}

#[test]
fn undo_takes_a_tally_back_but_never_goes_across_a_result() {
    let mut sitting = Sitting::of(&council(9, "", MOTION), 9);
    sitting.tell(open(None));
    sitting.tally(5, 4, 0);
    sitting.tell(undo::Command::Undo(None));
    assert_eq!(sitting.last().tallying, Tallying::None);
    sitting.tally(4, 5, 0);
    sitting.result();
    assert_eq!(
        sitting.refused(undo::Command::Undo(None)),
        "undo-across-ballot"
    );
}

#[test]
fn an_item_may_force_the_method() {
    let item = format!("{MOTION}method = \"secret\"\n");
    let mut sitting = Sitting::of(&council(9, "", &item), 9);
    assert_eq!(
        sitting.refused(with(Method::ShowOfHands)),
        "ballot-method-forced"
    );
    sitting.tell(open(None));
    assert_eq!(sitting.last().opening.method, Method::Secret);
}
