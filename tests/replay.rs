//! What must hold for every sequence of commands: nothing panics, replaying gives the live meeting, a record's line is
//! read back as the record it was, undo and redo are each other's opposite.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;
use tribune::agenda::{
    Agenda, Capacity, ContributionKind, ItemKind, Method, PersonId, UnitId, Who,
};
use tribune::locale::Locale;
use tribune::meeting::ballot::{self, Counts, Papers, Tally};
use tribune::meeting::contribution::{self, Anchor, Answer, Draft, Likeness, ThemeName};
use tribune::meeting::floor::{self, EntryKind, Repair, Stretch};
use tribune::meeting::outcome::{self, Due, Outcome};
use tribune::meeting::progress::{self, Resolve};
use tribune::meeting::roll::{self, Mode, Status};
use tribune::meeting::roster::{self, Amendment, Belonging, Newcomer};
use tribune::meeting::{
    ActionId, Author, Command, ContributionId, Digest, Event, Header, ItemId, Meeting, MotionId,
    Record, Role, TurnId, decide, motion, record, undo,
};
use tribune::rules::Casting;
use tribune::telling;
use tribune::text::{Language, Moment, Text};

const AGENDA: &str = r#"
title = "Exchange"
chair = "ann"
themes = ["education", "trade"]

[unit.uni]
name = "University"
[unit.farm]
name = "Farm"
budget = "2m"
[unit.empty]
name = "Nobody's unit"

[person.ann]
name = "Ann"
[person.bob]
name = "Bob"
unit = "uni"
group = "directors"
[person.cat]
name = "Cat"
unit = "uni"
[person.dan]
name = "Dan"
unit = "farm"
group = "directors"

[[item]]
title = "Opening"
kind = "opening"
[[item]]
title = "Suggestions"
kind = "round"
time = "20m"
each = "3m"
speakers = ["@directors", "empty"]
[[item]]
title = "Motion"
kind = "motion"
rule = { tie = "chair", quorum = "none" }
[[item]]
title = "Election"
kind = "election"
seats = 1
candidates = ["bob", "cat", "dan"]
[[item]]
title = "Closing"
kind = "closing"
"#;

fn agenda() -> Agenda {
    tribune::agenda::file::read(AGENDA)
        .agenda
        .expect("the test's agenda has no mistakes")
}

fn start() -> Moment {
    DateTime::parse_from_rfc3339("2023-12-29T14:30:00+08:00").expect("a fixed time")
}

fn header() -> Header {
    Header {
        tribune: record::VERSION,
        begun: start(),
        path: String::new(),
        agenda: AGENDA.to_owned(),
    }
}

fn person() -> impl Strategy<Value = PersonId> {
    prop::sample::select(vec!["ann", "bob", "cat", "dan", "nobody"]).prop_map(PersonId::from)
}

fn who() -> impl Strategy<Value = Who> {
    let unit = prop::sample::select(vec!["uni", "farm", "empty"])
        .prop_map(|id| Who::Unit(UnitId::from(id)));
    prop_oneof![person().prop_map(Who::Person), unit]
}

fn text() -> impl Strategy<Value = Text> {
    prop::sample::select(vec!["", "Invite students", "互派留学生", "a"]).prop_map(Text::line)
}

fn moment() -> impl Strategy<Value = Moment> {
    (-30_i64..450).prop_map(|seconds| start() + TimeDelta::seconds(seconds))
}

fn resolve() -> impl Strategy<Value = Resolve> {
    prop::sample::select(vec![Resolve::Plain, Resolve::Really])
}

fn item() -> impl Strategy<Value = ItemId> {
    (1_u32..6).prop_map(ItemId)
}

fn some_contribution() -> impl Strategy<Value = ContributionId> {
    (1_u32..8).prop_map(ContributionId)
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop::sample::select(vec![Outcome::Adopted, Outcome::Rejected, Outcome::Noted])
}

fn on_progress() -> impl Strategy<Value = Command> {
    use progress::Command as P;
    prop_oneof![
        4 => Just(P::Open { matters: Vec::new() }),
        3 => prop::option::of(moment()).prop_map(|until| P::Suspend { until }),
        2 => Just(P::Reopen),
        1 => Just(P::Adjourn(Resolve::Plain)),
        1 => person().prop_map(P::HandChair),
        6 => item().prop_map(P::Item),
        3 => resolve().prop_map(P::NextItem),
        1 => Just(P::PreviousItem),
        2 => (prop::option::of(outcome()), prop::option::of(text()), resolve())
            .prop_map(|(outcome, text, resolve)| P::Close { outcome, text, resolve }),
        1 => text().prop_map(|title| P::Add { title, kind: ItemKind::Discussion, seconds: Some(60) }),
        1 => (item(), 0_usize..7).prop_map(|(item, number)| P::Move { item, number }),
        1 => (item(), text()).prop_map(|(item, reason)| P::Skip { item, reason }),
        1 => item().prop_map(P::Defer),
        1 => (item(), text()).prop_map(|(item, title)| P::Retitle { item, title }),
    ]
    .prop_map(Command::Progress)
}

fn on_roll() -> impl Strategy<Value = Command> {
    use roll::Command as R;
    let status = prop::sample::select(vec![
        Status::Present,
        Status::Excused,
        Status::Absent,
        Status::Left,
    ]);
    prop_oneof![
        5 => (person(), status, prop::option::of(moment()))
            .prop_map(|(person, status, at)| R::Mark { person, status, mode: Mode::Room, reason: None, at }),
        1 => (person(), person()).prop_map(|(person, by)| R::Represent { person, by, at: None }),
        1 => person().prop_map(|person| R::StepAway { person, at: None }),
        1 => person().prop_map(|person| R::Recuse { person, at: None }),
        1 => (0_u32..9, prop::option::of(0_u32..9)).prop_map(|(present, of)| R::Count { present, of }),
        1 => Just(R::EndCount),
    ]
    .prop_map(Command::Roll)
}

fn on_roster() -> impl Strategy<Value = Command> {
    let belonging = prop_oneof![
        Just(Belonging::Known(UnitId::from("uni"))),
        text().prop_map(Belonging::New)
    ];
    let newcomer = (text(), prop::option::of(belonging)).prop_map(|(name, unit)| {
        let id = PersonId::from("eve");
        roster::Command::Enrol(Newcomer {
            id,
            name,
            title: None,
            unit,
            capacity: Capacity::Member,
        })
    });
    let amend = (person(), text()).prop_map(|(person, name)| roster::Command::Amend {
        person,
        field: Amendment::Name(name),
    });
    prop_oneof![newcomer, amend].prop_map(Command::Roster)
}

fn on_floor() -> impl Strategy<Value = Command> {
    use floor::Command as F;
    prop_oneof![
        4 => prop::option::of((1_u32..6).prop_map(TurnId)).prop_map(|seen| F::Next { seen }),
        4 => who().prop_map(F::Give),
        2 => Just(F::Done),
        1 => Just(F::Pause),
        1 => Just(F::Continue),
        1 => (0_u32..200).prop_map(F::Extend),
        1 => prop::option::of(0_u32..200).prop_map(F::SetEach),
        2 => (who(), prop::option::of(text())).prop_map(|(who, reason)| F::Ask { who, reason, kind: EntryKind::Asked }),
        1 => who().prop_map(|who| F::Ask { who, reason: None, kind: EntryKind::Order }),
        2 => who().prop_map(F::Interpose),
        1 => who().prop_map(F::Withdraw),
        1 => who().prop_map(F::First),
        1 => (who(), who()).prop_map(|(who, after)| F::PlaceAfter { who, after }),
        1 => Just(F::CloseList),
        1 => Just(F::OpenList),
        1 => Just(F::OrderFairly),
        1 => (who(), text()).prop_map(|(who, text)| F::HandIn {
            who,
            draft: Draft {
                text,
                ..Draft::default()
            }
        }),
    ]
    .prop_map(Command::Floor)
}

fn on_repair() -> impl Strategy<Value = Command> {
    let some_turn = || prop::option::of((1_u32..12).prop_map(TurnId));
    let what = || {
        let plain = prop::sample::select(vec![Stretch::Turn, Stretch::Item, Stretch::Meeting]);
        prop_oneof![
            plain,
            (1_u32..12).prop_map(|turn| Stretch::Of(TurnId(turn)))
        ]
    };
    prop_oneof![
        (what(), moment()).prop_map(|(what, at)| Repair::Began { what, at }),
        (what(), moment()).prop_map(|(what, at)| Repair::Ended { what, at }),
        (some_turn(), who()).prop_map(|(turn, who)| Repair::Was { turn, who }),
        Just(Repair::Swap),
    ]
    .prop_map(Command::Repair)
}

fn draft() -> impl Strategy<Value = Draft> {
    let themes = prop::collection::vec(text().prop_map(ThemeName::New), 0..2);
    (
        prop::option::of(1_u32..6),
        text(),
        prop::collection::vec(who(), 0..3),
        themes,
    )
        .prop_map(|(turn, text, from, themes)| {
            let anchor = Anchor {
                turn: turn.map(TurnId),
                item: None,
            };
            Draft {
                anchor,
                text,
                from,
                themes,
                ..Draft::default()
            }
        })
}

fn on_contribution() -> impl Strategy<Value = Command> {
    use contribution::Command as C;
    let id = some_contribution;
    prop_oneof![
        6 => draft().prop_map(C::Capture),
        2 => (id(), prop::option::of((1_u32..6).prop_map(TurnId)))
            .prop_map(|(id, turn)| C::Support { id, anchor: Anchor { turn, item: None } }),
        1 => (text(), text()).prop_map(|(old, new)| C::Substitute { old, new }),
        1 => (id(), draft()).prop_map(|(id, draft)| C::Edit { id, draft }),
        1 => id().prop_map(|id| C::SetKind { id, kind: ContributionKind::Offer }),
        1 => (id(), prop::collection::vec(who(), 0..3))
            .prop_map(|(id, from)| C::File { id, from, themes: vec![ThemeName::New(Text::line("sport"))] }),
        1 => id().prop_map(C::Star),
        1 => (id(), id()).prop_map(|(first, second)| C::Liken { first, second, verdict: Likeness::Alike }),
        1 => (id(), prop::option::of(text())).prop_map(|(id, reason)| C::Strike { id, reason }),
        1 => (id(), id()).prop_map(|(into, from)| C::Merge { into, from }),
        1 => id().prop_map(|id| C::Answer { id, status: Answer::Adopted, text: None }),
    ]
    .prop_map(Command::Contribution)
}

fn on_outcomes() -> impl Strategy<Value = Command> {
    use motion::Command as M;
    use outcome::Command as O;
    prop_oneof![
        (outcome(), text()).prop_map(|(outcome, text)| O::Decide {
            outcome,
            text,
            review: Due::NextMeeting
        }
        .into()),
        (prop::option::of(who()), text()).prop_map(|(owner, text)| O::Act {
            owner,
            text,
            due: Due::Unsaid
        }
        .into()),
        some_contribution().prop_map(|from| O::Become {
            from,
            owner: None,
            due: Due::Unsaid
        }
        .into()),
        (1_u32..4).prop_map(|id| O::Finish(ActionId(id)).into()),
        (text(), person()).prop_map(|(text, by)| M::Move {
            text,
            by,
            seconded: None
        }
        .into()),
        (text(), person()).prop_map(|(text, by)| M::Amend { text, by, to: None }.into()),
        (1_u32..4).prop_map(|id| M::Withdraw(MotionId(id)).into()),
    ]
}

fn counts() -> impl Strategy<Value = Counts> {
    let some = || prop::option::of(0_u32..4);
    (some(), some(), some()).prop_map(|(favour, against, abstaining)| Counts {
        favour,
        against,
        abstaining,
    })
}

fn on_ballots() -> impl Strategy<Value = Command> {
    use ballot::Command as B;
    let method = prop::sample::select(vec![Method::ShowOfHands, Method::RollCall, Method::Secret]);
    let answer = prop::sample::select(vec![
        ballot::Answer::For,
        ballot::Answer::Against,
        ballot::Answer::None,
    ]);
    prop_oneof![
        8 => (prop::option::of(method), resolve())
            .prop_map(|(method, resolve)| B::Open { question: None, rule: None, method, resolve }),
        1 => Just(B::TakeAgain),
        4 => counts().prop_map(|counts| B::Tally { group: None, tally: Tally::Counts(counts) }),
        1 => Just(B::Tally { group: None, tally: Tally::AllFor }),
        1 => Just(B::ClearMajority),
        1 => Just(B::Unopposed),
        3 => (who(), answer).prop_map(|(who, answer)| B::Answer { who, answer }),
        2 => (0_u32..4, 0_u32..4).prop_map(|(issued, returned)| {
            B::Papers(Papers { issued: Some(issued), returned: Some(returned), blank: None, invalid: None })
        }),
        1 => (0_u32..4).prop_map(B::Voters),
        4 => (who(), counts()).prop_map(|(candidate, counts)| B::Votes { candidate, counts }),
        1 => counts().prop_map(B::Slate),
        1 => who().prop_map(B::Nominate),
        1 => who().prop_map(B::Decline),
        1 => prop::collection::vec(person(), 0..2).prop_map(B::Tellers),
        5 => resolve().prop_map(B::Result),
        2 => Just(B::CastingVote(Casting::For)),
        2 => resolve().prop_map(|resolve| B::SecondRound { candidates: Vec::new(), resolve }),
        1 => text().prop_map(B::Void),
    ]
    .prop_map(Command::Ballot)
}

fn command() -> impl Strategy<Value = Command> {
    let turn_back = prop_oneof![
        3 => Just(undo::Command::Undo(None)),
        1 => (1_u64..30).prop_map(|seq| undo::Command::Undo(Some(seq))),
        2 => Just(undo::Command::Redo),
    ];
    prop_oneof![
        3 => on_progress(),
        3 => on_roll(),
        1 => on_roster(),
        6 => on_floor(),
        2 => on_repair(),
        5 => on_contribution(),
        2 => on_outcomes(),
        9 => on_ballots(),
        2 => turn_back.prop_map(Command::Undo),
        1 => (on_roster(), on_roll()).prop_map(|(first, second)| Command::Several(vec![first, second])),
    ]
}

/// Short stretches of what people really do one after the other, among commands in any order.
fn steps() -> impl Strategy<Value = Vec<Command>> {
    use ballot::Command as B;
    let open = || B::Open {
        question: None,
        rule: None,
        method: None,
        resolve: Resolve::Really,
    };
    let everybody = ["ann", "bob", "cat", "dan"].map(|id| {
        let person = PersonId::from(id);
        roll::Command::Mark {
            person,
            status: Status::Present,
            mode: Mode::Room,
            reason: None,
            at: None,
        }
        .into()
    });
    let vote = (counts(), resolve()).prop_map(move |(counts, resolve)| {
        let tally = B::Tally {
            group: None,
            tally: Tally::Counts(counts),
        };
        vec![
            progress::Command::Item(ItemId(3)).into(),
            open().into(),
            tally.into(),
            B::Result(resolve).into(),
            B::CastingVote(Casting::For).into(),
        ]
    });
    let votes = prop::collection::vec((who(), counts()), 3..6);
    let election = votes.prop_map(move |votes| {
        let mut steps: Vec<Command> =
            vec![progress::Command::Item(ItemId(4)).into(), open().into()];
        steps.extend(
            votes
                .into_iter()
                .map(|(candidate, counts)| B::Votes { candidate, counts }.into()),
        );
        steps.push(B::Result(Resolve::Plain).into());
        steps.push(
            B::SecondRound {
                candidates: Vec::new(),
                resolve: Resolve::Really,
            }
            .into(),
        );
        steps
    });
    let (bob, status) = (PersonId::from("bob"), Status::Absent);
    let gone = roll::Command::Mark {
        person: bob,
        status,
        mode: Mode::Room,
        reason: None,
        at: None,
    };
    let turn = Just(vec![
        gone.into(),
        progress::Command::Item(ItemId(2)).into(),
        floor::Command::Done.into(),
        floor::Command::Next { seen: None }.into(),
    ]);
    prop_oneof![
        30 => command().prop_map(|command| vec![command]),
        2 => Just(Vec::from(everybody)),
        2 => vote,
        2 => election,
        4 => turn,
    ]
}

/// A meeting under way, with what its journal would hold.
struct Held {
    meeting: Meeting,
    records: Vec<Arc<Record>>,
    now: Moment,
}

impl Held {
    fn new() -> Self {
        Self {
            meeting: Meeting::begin(header(), agenda()),
            records: Vec::new(),
            now: start(),
        }
    }

    /// Obeys or refuses; whether anything was recorded.
    fn submit(&mut self, author: &Author, command: Command) -> bool {
        self.now += TimeDelta::seconds(7);
        match decide(&self.meeting, author, self.now, command) {
            Ok(events) if !events.is_empty() => {
                let seq = self.meeting.history.next_seq();
                let prev = Digest::of(b"");
                let record = Record {
                    seq,
                    at: self.now,
                    author: author.clone(),
                    line: None,
                    events,
                    prev,
                };
                let record = Arc::new(record);
                self.meeting.apply(record.clone());
                self.records.push(record);
                true
            }
            Ok(_) | Err(_) => false,
        }
    }

    fn note(&mut self, author: &Author, command: Command) {
        self.submit(author, command);
    }

    fn replayed(&self) -> Meeting {
        Meeting::replay(header(), agenda(), self.records.iter().cloned())
    }
}

fn assert_same(left: &Meeting, right: &Meeting) {
    assert_eq!(left.roster, right.roster);
    assert_eq!(left.roll, right.roll);
    assert_eq!(left.progress, right.progress);
    assert_eq!(left.floor, right.floor);
    assert_eq!(left.contributions, right.contributions);
    assert_eq!(left.outcomes, right.outcomes);
    assert_eq!(left.motions, right.motions);
    assert_eq!(left.ballots, right.ballots);
}

fn is_same(left: &Meeting, right: &Meeting) -> bool {
    left.roster == right.roster
        && left.roll == right.roll
        && left.progress == right.progress
        && left.floor == right.floor
        && left.contributions == right.contributions
        && left.outcomes == right.outcomes
        && left.motions == right.motions
        && left.ballots == right.ballots
}

fn author(of: u8) -> Author {
    match of {
        0..6 => Author::chair(),
        6..9 => Author {
            name: Text::line("notes"),
            role: Role::NoteTaker,
        },
        _ => Author {
            name: Text::line("guest"),
            role: Role::Observer,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn replaying_any_meeting_gives_the_live_one(commands in prop::collection::vec((0_u8..10, steps()), 1..60)) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for (by, steps) in commands {
            steps.into_iter().for_each(|command| held.note(&author(by), command));
        }
        let replayed = held.replayed();
        assert_same(&held.meeting, &replayed);
        prop_assert_eq!(held.meeting.ids(), replayed.ids());
    }

    #[test]
    fn a_line_is_read_back_as_its_record(commands in prop::collection::vec(steps(), 1..40)) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for command in commands.into_iter().flatten() {
            held.submit(&Author::chair(), command);
        }
        for record in &held.records {
            let line = record::line_of(&**record);
            let read: Record = serde_json::from_str(&line).expect("a line that was written can be read");
            prop_assert_eq!(&read, &**record);
            prop_assert_eq!(record::line_of(&read), line);
        }
    }

    #[test]
    fn undo_gives_back_what_was_and_redo_what_is(
        commands in prop::collection::vec(steps(), 1..30),
        last in command(),
    ) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for command in commands.into_iter().flatten() {
            held.submit(&Author::chair(), command);
        }
        let before = held.meeting.clone();
        let is_turn_back = matches!(last, Command::Undo(_));
        if !is_turn_back && held.submit(&Author::chair(), last) {
            let after = held.meeting.clone();
            if held.submit(&Author::chair(), undo::Command::Undo(None).into()) {
                assert_same(&held.meeting, &before);
                prop_assert!(held.submit(&Author::chair(), undo::Command::Redo.into()));
                assert_same(&held.meeting, &after);
            }
        }
    }

    #[test]
    fn nothing_is_taken_back_under_what_rests_on_it(
        commands in prop::collection::vec(steps(), 1..40),
        seqs in prop::collection::vec(1_u64..60, 20),
    ) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for command in commands.into_iter().flatten() {
            held.submit(&Author::chair(), command);
        }
        assert_grounded(&held);
        for seq in seqs {
            let before = held.meeting.clone();
            if held.submit(&Author::chair(), undo::Command::Undo(Some(seq)).into()) {
                assert_grounded(&held);
                prop_assert!(held.submit(&Author::chair(), undo::Command::Redo.into()));
                assert_same(&held.meeting, &before);
                held.submit(&Author::chair(), undo::Command::Undo(Some(seq)).into());
            }
        }
    }

    #[test]
    fn what_would_be_is_what_then_is_and_is_told_where_it_differs(
        commands in prop::collection::vec(steps(), 1..30),
        last in prop::collection::vec(command(), 1..8),
    ) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for command in commands.into_iter().flatten() {
            held.submit(&Author::chair(), command);
        }
        for command in last {
            let (before, now) = (held.meeting.clone(), held.now + TimeDelta::seconds(7));
            let would_be = before.after(&Author::chair(), now, command.clone());
            held.submit(&Author::chair(), command);
            if let Ok(after) = would_be {
                assert_same(&after, &held.meeting);
                prop_assert_eq!(after.history.len(), held.meeting.history.len());
                let told = telling::changes(&before, &after, now);
                prop_assert!(told.len() <= 12);
                prop_assert_eq!(told.is_empty(), is_same(&before, &after));
                for language in Language::ALL {
                    let locale = Locale::new(language);
                    let is_whole = |said: String| !said.contains("changes-") && !said.contains("{$");
                    prop_assert!(told.iter().all(|message| is_whole(locale.say(message))));
                }
            } else {
                assert_same(&before, &held.meeting);
            }
        }
    }

    #[test]
    fn no_number_is_ever_used_twice(commands in prop::collection::vec(steps(), 1..60)) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for command in commands.into_iter().flatten() {
            held.submit(&Author::chair(), command);
        }
        let mut made = std::collections::HashSet::new();
        for event in held.records.iter().flat_map(|record| &record.events) {
            for thing in event.touches().creates {
                let numbered = matches!(
                    thing,
                    tribune::meeting::Thing::Contribution(_) | tribune::meeting::Thing::Turn(_) | tribune::meeting::Thing::Entry(_)
                );
                prop_assert!(!numbered || made.insert(thing));
            }
        }
    }

    #[test]
    fn running_totals_are_what_counting_would_give(commands in prop::collection::vec(steps(), 1..60)) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for command in commands.into_iter().flatten() {
            held.submit(&Author::chair(), command);
        }
        let noted = &held.meeting.contributions;
        let counting: Vec<_> = noted.all().filter(|line| line.counts()).collect();
        prop_assert_eq!(noted.noted(), counting.len());
        for unit in ["uni", "farm", "empty"].map(|id| Who::Unit(UnitId::from(id))) {
            let of_unit = counting.iter().filter(|line| line.line.source.by.contains(&unit));
            prop_assert_eq!(noted.noted_from(&unit), of_unit.count());
        }
        for theme in noted.themes() {
            prop_assert_eq!(noted.theme(&theme.id), Some(theme));
        }
        for item in held.meeting.progress.items() {
            let begun = held.meeting.floor.turns().any(|turn| turn.item == item.id);
            prop_assert_eq!(held.meeting.floor.has_begun(item.id), begun);
        }
    }

    #[test]
    fn turns_never_overlap_but_for_questions(commands in prop::collection::vec(steps(), 1..80)) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for command in commands.into_iter().flatten() {
            held.submit(&Author::chair(), command);
        }
        assert_in_sequence(&held.meeting);
    }

    #[test]
    fn whatever_is_set_right_leaves_turns_in_sequence_and_inside_their_items(
        commands in prop::collection::vec(prop_oneof![steps(), on_repair().prop_map(|repair| vec![repair])], 1..80),
    ) {
        let mut held = Held::new();
        held.submit(&Author::chair(), progress::Command::Open { matters: Vec::new() }.into());
        for command in commands.into_iter().flatten() {
            let repairs = matches!(command, Command::Repair(_));
            if held.submit(&Author::chair(), command) && repairs {
                assert_in_sequence(&held.meeting);
                assert_inside_items(&held.meeting);
            }
        }
        assert_in_sequence(&held.meeting);
        assert_same(&held.meeting, &held.replayed());
    }
}

/// Everything that still holds finds the ground it was decided on, whatever was taken back before it: the open item, the
/// speaker in the roll, the figures of a ballot.
fn assert_grounded(held: &Held) {
    let history = &held.meeting.history;
    let holds = |record: &&Arc<Record>| {
        !history.is_undone(record.seq) && !undo::History::turns_back(record)
    };
    let mut meeting = Meeting::begin(header(), agenda());
    for record in held.records.iter().filter(holds) {
        meeting.apply(record.clone());
        for event in &record.events {
            assert_event_grounded(&meeting, event);
        }
        let is_open = |item: &&progress::ItemState| item.status == progress::ItemStatus::Open;
        let open = meeting.progress.items().filter(is_open);
        let current = meeting.progress.current();
        assert_eq!(
            open.map(|item| item.id).collect::<Vec<_>>(),
            Vec::from_iter(current)
        );
        if let Some(turn) = meeting.floor.running() {
            assert_eq!(Some(turn.item), current);
        }
    }
}

fn assert_event_grounded(meeting: &Meeting, event: &Event) {
    let place = meeting.progress.place();
    match event {
        Event::Floor(floor::Event::Given { item, speaker, .. }) => {
            assert!(meeting.progress.is_open());
            assert_eq!(meeting.progress.current(), Some(*item));
            let status = speaker.person.as_ref().map(|id| meeting.roll.status(id));
            assert!(status.is_none_or(|status| status == Status::Present));
        }
        Event::Contribution(contribution::Event::Captured(line)) => {
            let turn = line
                .turn
                .map(|id| meeting.floor.turn(id).expect("its turn"));
            assert_eq!(line.item, turn.map_or(place, |turn| Some(turn.item)));
        }
        Event::Motion(motion::Event::Moved { item, .. }) => assert_eq!(*item, place),
        Event::Ballot(ballot::Event::Opened(opening)) => {
            let figures = meeting.attendance(opening.item);
            assert_eq!(opening.size.entitled, Some(figures.entitled));
            assert_eq!(opening.size.present, Some(figures.present));
        }
        _ => {}
    }
}

/// No turn ends before it begins, none runs into the next, and a question lies inside the turn it was put in.
fn assert_in_sequence(meeting: &Meeting) {
    let mut last: Option<&floor::Turn> = None;
    for turn in meeting.floor.turns() {
        assert!(
            turn.until.is_none_or(|until| until >= turn.from),
            "{turn:?}"
        );
        assert!(turn.seconds(turn.until.unwrap_or(turn.from)) >= 0);
        match (turn.kind, last) {
            (floor::TurnKind::Written, _) => {}
            (floor::TurnKind::Interposed, around) => {
                let around = around.expect("a question is put to somebody");
                let ended = around
                    .until
                    .is_none_or(|until| turn.until.is_some_and(|end| end <= until));
                assert!(
                    around.from <= turn.from && ended,
                    "{turn:?} is not inside {around:?}"
                );
            }
            (floor::TurnKind::Turn | floor::TurnKind::Order, before) => {
                if let Some(before) = before {
                    let ended = before.until.expect("a turn before another has ended");
                    assert!(ended <= turn.from, "{before:?} runs into {turn:?}");
                }
                last = Some(turn);
            }
        }
    }
}

/// Every turn lies in a stretch of its item.
fn assert_inside_items(meeting: &Meeting) {
    for turn in meeting
        .floor
        .turns()
        .filter(|turn| turn.kind != floor::TurnKind::Written)
    {
        let item = meeting
            .progress
            .item(turn.item)
            .expect("an item with turns is never dropped");
        let holds = |span: &progress::Span| {
            span.from <= turn.from
                && span
                    .until
                    .is_none_or(|left| turn.until.is_some_and(|until| until <= left))
        };
        assert!(
            item.spans.iter().any(holds),
            "{turn:?} is not inside {:?}",
            item.spans
        );
    }
}

/// Keeps the tests above honest: were most commands refused, they would say nothing.
#[test]
fn the_random_meetings_reach_every_topic() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let commands = prop::collection::vec(steps(), 60..61);
    let mut seen = std::collections::BTreeMap::new();
    for _ in 0..200 {
        let mut held = Held::new();
        held.submit(
            &Author::chair(),
            progress::Command::Open {
                matters: Vec::new(),
            }
            .into(),
        );
        let drawn = commands
            .new_tree(&mut runner)
            .expect("commands can be drawn")
            .current();
        for command in drawn.into_iter().flatten() {
            held.submit(&Author::chair(), command);
        }
        for event in held.records.iter().flat_map(|record| &record.events) {
            let line = serde_json::to_value(event).expect("events are JSON");
            let (topic, what) = line
                .as_object()
                .and_then(|topic| topic.iter().next())
                .expect("a topic");
            let what = what
                .as_str()
                .map(str::to_owned)
                .or_else(|| what.as_object()?.keys().next().cloned());
            *seen
                .entry(format!("{topic}/{}", what.unwrap_or_default()))
                .or_insert(0_u32) += 1;
        }
    }
    for needed in [
        "progress/item-closed",
        "progress/item-interrupted",
        "progress/suspended",
        "roll/represented",
        "roster/enrolled",
        "floor/given",
        "floor/ended",
        "floor/turn-timed",
        "floor/speaker-corrected",
        "floor/stepped-over",
        "floor/reasoned",
        "contribution/captured",
        "contribution/merged",
        "contribution/filed",
        "contribution/supported",
        "outcome/action-added",
        "motion/moved",
        "ballot/opened",
        "ballot/closed",
        "undo/undone",
        "undo/redone",
    ] {
        assert!(
            seen.get(needed).is_some_and(|times| *times >= 1),
            "{needed} hardly ever happens: {seen:#?}"
        );
    }
}
