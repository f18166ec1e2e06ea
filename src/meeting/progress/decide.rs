//! What the commands of `progress` come to: opening, sittings, the chair, going from item to item, closing.

use super::{
    Command, Event, HallView, ItemState, ItemStatus, NextMeeting, Resolve, Stage, correction,
    reload,
};
use crate::agenda::{ItemKind, PersonId, Who};
use crate::meeting::ids::ItemId;
use crate::meeting::outcome::{self, Due, Outcome};
use crate::meeting::roll::Status;
use crate::meeting::{Acting, Event as Happened, Meeting, Refusal, ballot, floor, roll, roster};
use crate::text::{Arg, Message, Text};

type Decided = Result<Vec<Happened>, Refusal>;

pub(in crate::meeting) fn decide(meeting: &Meeting, acting: &Acting, command: Command) -> Decided {
    match command {
        Command::Open { matters } => open(meeting, matters),
        Command::Suspend { until } => suspend(meeting, acting, until),
        Command::Reopen => reopen(meeting),
        Command::Adjourn(resolve) => adjourn(meeting, acting, resolve),
        Command::HandChair(person) => hand_chair(meeting, acting, person),
        Command::NextMeeting(next) => announce(meeting, acting, next),
        Command::Item(item) => jump(meeting, item),
        Command::NextItem(resolve) => next_item(meeting, resolve),
        Command::PreviousItem => previous_item(meeting),
        Command::Close {
            outcome,
            text,
            resolve,
        } => close(meeting, outcome, text, resolve),
        Command::Add {
            title,
            kind,
            seconds,
        } => add(meeting, title, kind, seconds),
        Command::Move { item, number } => move_item(meeting, item, number),
        Command::Skip { item, reason } => {
            not_begun(meeting, item)?;
            let left = meeting.progress.current() == Some(item);
            set_aside(meeting, item, Event::ItemSkipped { item, reason, left })
        }
        Command::Defer(item) => {
            let left = meeting.progress.current() == Some(item);
            set_aside(meeting, item, Event::ItemDeferred { item, left })
        }
        Command::Retitle { item, title } => retitle(meeting, item, title),
        Command::Reload { source } => reload::decide(meeting, acting, source),
        Command::ShowHall(view) => show_hall(meeting, view),
        Command::Correct { why, seal } => correction::begin(meeting, why, seal),
        Command::Approve { on, session } => correction::approve(meeting, on, session),
    }
}

fn refuse(id: &'static str) -> Refusal {
    Message::new(id).into()
}

fn open(meeting: &Meeting, matters: Vec<outcome::Matter>) -> Decided {
    if meeting.progress.stage() != Stage::Planned {
        return Err(refuse("progress-open-already"));
    }
    let mut events = vec![Event::Opened.into()];
    if let Some(chair) = meeting
        .agenda
        .chair
        .clone()
        .filter(|_| meeting.progress.chair().is_none())
    {
        events.push(Event::ChairTaken { person: chair }.into());
    }
    let mut ids = meeting.ids().clone();
    for matter in matters {
        let id = ids.next_matter();
        ids.observe(&crate::meeting::Thing::Matter(id));
        events.push(outcome::Event::MatterRaised(outcome::Matter { id, ..matter }).into());
    }
    events.extend(
        meeting
            .progress
            .items()
            .find(|item| item.is_ahead())
            .map(|item| opened(item.id)),
    );
    Ok(events)
}

/// Whether `item next` may come to it.
fn opened(item: ItemId) -> Happened {
    Event::ItemOpened { item }.into()
}

fn suspend(meeting: &Meeting, acting: &Acting, until: Option<crate::text::Moment>) -> Decided {
    if !meeting.progress.is_open() {
        return Err(refuse("progress-suspended-already"));
    }
    if until.is_some_and(|until| until <= acting.now) {
        return Err(refuse("progress-suspend-past"));
    }
    if let Some(ballot) = meeting.ballots.open() {
        return Err(Message::new("progress-ballot-open")
            .with("ballot", ballot.to_string())
            .into());
    }
    let mut events = floor::end_running(meeting);
    events.push(Event::Suspended { until }.into());
    Ok(events)
}

fn reopen(meeting: &Meeting) -> Decided {
    match meeting.progress.stage() {
        Stage::Suspended { .. } => Ok(vec![Event::Reopened.into()]),
        Stage::Planned | Stage::Open | Stage::Adjourned => Err(refuse("progress-not-suspended")),
    }
}

/// What refuses the closing of the open item: present people who wait, an open ballot, a vote that has no result.
fn hindrances(meeting: &Meeting) -> Vec<Message> {
    let Some(current) = meeting.progress.current_item() else {
        return Vec::new();
    };
    let mut list: Vec<Message> = waiting(meeting, current.id).into_iter().collect();
    if let Some(ballot) = meeting.ballots.open() {
        list.push(Message::new("progress-hindrance-ballot").with("ballot", ballot.to_string()));
    }
    list
}

fn waiting(meeting: &Meeting, item: ItemId) -> Option<Message> {
    let waiting = meeting.waiting_present(item);
    let names: Vec<Arg> = waiting
        .iter()
        .map(|entry| meeting.roster.called(&entry.who))
        .collect();
    let message = Message::new("progress-hindrance-waiting").with("count", names.len());
    (!names.is_empty()).then(|| message.with("names", names))
}

fn without_result(meeting: &Meeting) -> Option<Message> {
    let current = meeting.progress.current_item()?;
    let decided = current.outcome.is_some() || meeting.ballots.outcome_of(current.id).is_some();
    (current.is_put_to_vote() && !decided)
        .then(|| Message::new("progress-hindrance-no-result").with("title", &current.plan.title))
}

fn unless_insisted(
    id: &'static str,
    hindrances: Vec<Message>,
    resolve: Resolve,
) -> Result<(), Refusal> {
    match resolve {
        Resolve::Plain if !hindrances.is_empty() => {
            Err(Refusal::unless_insisted(Message::new(id), hindrances))
        }
        Resolve::Plain | Resolve::Really => Ok(()),
    }
}

/// Ends what runs and voids what is open, then leaves the item.
fn leave(meeting: &Meeting) -> Vec<Happened> {
    let mut events = floor::end_running(meeting);
    events.extend(ballot::void_open(meeting));
    events
}

fn adjourn(meeting: &Meeting, acting: &Acting, resolve: Resolve) -> Decided {
    let mut blocking = hindrances(meeting);
    let closes = blocking.is_empty() && without_result(meeting).is_none();
    let mut events = leave(meeting);
    if let Some(current) = meeting.progress.current() {
        events.push(if closes {
            Event::ItemClosed {
                item: current,
                outcome: None,
                text: None,
            }
            .into()
        } else {
            Event::ItemInterrupted { item: current }.into()
        });
    }
    let after = meeting.ahead_by(&events, acting);
    let unfinished = after.progress.items().filter(|item| item.is_ahead());
    blocking.extend(unfinished.map(|item| {
        let number = meeting.progress.number(item.id);
        let message = Message::new("progress-hindrance-item").with("number", number);
        message
            .with("title", &item.plan.title)
            .with("status", item.status.word())
    }));
    unless_insisted("progress-adjourn-refused", blocking, resolve)?;
    events.push(Event::Adjourned.into());
    Ok(events)
}

fn hand_chair(meeting: &Meeting, acting: &Acting, person: PersonId) -> Decided {
    if meeting.roster.person(&person).is_none() {
        return Err(roster::unknown(&person));
    }
    if meeting.progress.chair() == Some(&person) {
        return Err(Message::new("progress-chair-already")
            .with("person", meeting.roster.person_called(&person))
            .into());
    }
    let mut events = Vec::new();
    match meeting.roll.status(&person) {
        Status::Present => {}
        Status::Unmarked => events.push(roll::present(person.clone(), acting.now)),
        status @ (Status::Excused | Status::Absent | Status::Left | Status::Represented) => {
            let message = Message::new("progress-chair-not-present").with("status", status.word());
            return Err(message
                .with("person", meeting.roster.person_called(&person))
                .into());
        }
    }
    events.push(Event::ChairTaken { person }.into());
    Ok(events)
}

fn announce(meeting: &Meeting, acting: &Acting, next: NextMeeting) -> Decided {
    let opened = || meeting.progress.opened().map(|at| at.date_naive());
    let day = meeting.agenda.date.or_else(opened);
    let day = day.unwrap_or_else(|| acting.now.date_naive());
    if next.date < day {
        return Err(Message::new("progress-next-before")
            .with("date", next.date)
            .with("day", day)
            .into());
    }
    let known = meeting.progress.next_meeting() == Some(&next);
    if known {
        Ok(Vec::new())
    } else {
        Ok(vec![Event::NextAnnounced(next).into()])
    }
}

fn known(meeting: &Meeting, item: ItemId) -> Result<&ItemState, Refusal> {
    meeting
        .progress
        .item(item)
        .ok_or_else(|| refuse("progress-no-item"))
}

fn jump(meeting: &Meeting, item: ItemId) -> Decided {
    known(meeting, item)?;
    if meeting.progress.is_in_correction() {
        return correction::place(meeting, item);
    }
    let current = meeting.progress.current();
    if current == Some(item) {
        return Ok(Vec::new());
    }
    if let Some(ballot) = meeting.ballots.open() {
        return Err(Message::new("progress-ballot-open")
            .with("ballot", ballot.to_string())
            .into());
    }
    let mut events = floor::end_running(meeting);
    events.extend(current.map(|item| Event::ItemInterrupted { item }.into()));
    events.push(opened(item));
    Ok(events)
}

fn next_item(meeting: &Meeting, resolve: Resolve) -> Decided {
    let mut blocking = hindrances(meeting);
    blocking.extend(without_result(meeting));
    unless_insisted("progress-next-refused", blocking, resolve)?;
    let mut events = leave(meeting);
    let current = meeting.progress.current();
    events.extend(current.map(|item| {
        Event::ItemClosed {
            item,
            outcome: None,
            text: None,
        }
        .into()
    }));
    let following = meeting.progress.following();
    let next = following.ok_or_else(|| refuse("progress-no-later-item"))?;
    events.push(opened(next.id));
    Ok(events)
}

fn previous_item(meeting: &Meeting) -> Decided {
    let place = meeting
        .progress
        .place()
        .map_or(0, |item| meeting.progress.number(item));
    let earlier = place.saturating_sub(1);
    let is_kept =
        |item: &&ItemState| !matches!(item.status, ItemStatus::Skipped | ItemStatus::Deferred);
    let before = meeting.progress.items().take(earlier).rfind(is_kept);
    jump(
        meeting,
        before.ok_or_else(|| refuse("progress-no-earlier-item"))?.id,
    )
}

fn close(
    meeting: &Meeting,
    outcome: Option<Outcome>,
    text: Option<Text>,
    resolve: Resolve,
) -> Decided {
    let current = meeting
        .progress
        .current_item()
        .ok_or_else(|| refuse("progress-none-open"))?;
    let mut blocking = hindrances(meeting);
    if outcome.is_none() {
        blocking.extend(without_result(meeting));
    }
    unless_insisted("progress-close-refused", blocking, resolve)?;
    close_events(meeting, current, outcome, text)
}

fn close_events(
    meeting: &Meeting,
    current: &ItemState,
    outcome: Option<Outcome>,
    text: Option<Text>,
) -> Decided {
    let result = current
        .outcome
        .or_else(|| meeting.ballots.outcome_of(current.id));
    if let (Some(result), Some(said)) = (result, outcome)
        && current.is_put_to_vote()
        && result != said
    {
        let message = Message::new("progress-close-contradicts").with("result", result.word());
        return Err(message.with("said", said.word()).into());
    }
    let mut events = leave(meeting);
    let repeats = outcome == result && text.is_none();
    if (outcome.is_some() || text.is_some()) && !repeats {
        events.push(outcome::decided(
            meeting,
            Some(current.id),
            outcome,
            text.clone(),
            None,
            Due::Unsaid,
        ));
    }
    events.push(
        Event::ItemClosed {
            item: current.id,
            outcome,
            text,
        }
        .into(),
    );
    Ok(events)
}

fn add(meeting: &Meeting, title: Text, kind: ItemKind, seconds: Option<u32>) -> Decided {
    if title.is_empty() {
        return Err(refuse("progress-title-empty"));
    }
    let item = meeting.ids().next_item();
    Ok(vec![
        Event::ItemAdded {
            item,
            title,
            kind,
            seconds,
        }
        .into(),
    ])
}

fn move_item(meeting: &Meeting, item: ItemId, number: usize) -> Decided {
    known(meeting, item)?;
    let count = meeting.progress.items().len();
    if number == 0 || number > count {
        return Err(Message::new("progress-move-range")
            .with("count", count)
            .into());
    }
    if meeting.progress.number(item) == number {
        return Ok(Vec::new());
    }
    Ok(vec![Event::ItemMoved { item, number }.into()])
}

/// Refuses to leave out what somebody spoke on, or of which something is on record.
fn not_begun(meeting: &Meeting, id: ItemId) -> Result<(), Refusal> {
    let item = known(meeting, id)?;
    let message = Message::new(match item.status {
        ItemStatus::Open => "progress-skip-begun",
        ItemStatus::Interrupted => "progress-skip-begun-elsewhere",
        ItemStatus::Planned | ItemStatus::Closed | ItemStatus::Skipped | ItemStatus::Deferred => {
            return Ok(());
        }
    });
    let here = Some(id);
    let mut lines = meeting.contributions.all();
    let is_begun = meeting.floor.has_begun(id)
        || lines.any(|line| line.line.item == here && line.counts())
        || meeting.outcomes.decisions().any(|it| it.what.item == here)
        || meeting.outcomes.actions().any(|it| it.what.item == here)
        || meeting.motions.all().any(|motion| motion.item == here)
        || meeting
            .ballots
            .all()
            .any(|ballot| ballot.opening.item == here);
    if !is_begun {
        return Ok(());
    }
    Err(message
        .with("number", meeting.progress.number(id))
        .with("title", &item.plan.title)
        .into())
}

fn set_aside(meeting: &Meeting, id: ItemId, event: Event) -> Decided {
    let item = known(meeting, id)?;
    if matches!(
        item.status,
        ItemStatus::Closed | ItemStatus::Skipped | ItemStatus::Deferred
    ) {
        let message = Message::new("progress-not-ahead").with("title", &item.plan.title);
        return Err(message.with("status", item.status.word()).into());
    }
    let mut events = Vec::new();
    if meeting.progress.current() == Some(id) {
        if let Some(ballot) = meeting.ballots.open() {
            return Err(Message::new("progress-ballot-open")
                .with("ballot", ballot.to_string())
                .into());
        }
        events = floor::end_running(meeting);
    }
    events.push(event.into());
    Ok(events)
}

fn retitle(meeting: &Meeting, item: ItemId, title: Text) -> Decided {
    known(meeting, item)?;
    if title.is_empty() {
        return Err(refuse("progress-title-empty"));
    }
    Ok(vec![Event::ItemRetitled { item, title }.into()])
}

fn show_hall(meeting: &Meeting, view: HallView) -> Decided {
    if meeting.progress.hall() == view {
        Ok(Vec::new())
    } else {
        Ok(vec![Event::HallShown { view }.into()])
    }
}

impl Meeting {
    /// Who presides, as a person or unit that speaks: the chair, else the one the agenda names.
    #[must_use]
    pub fn presiding(&self) -> Option<&PersonId> {
        self.progress.chair().or(self.agenda.chair.as_ref())
    }

    /// Whether that person presides.
    #[must_use]
    pub fn is_presiding(&self, who: &Who) -> bool {
        matches!(who, Who::Person(person) if self.presiding() == Some(person))
    }
}
