//! Counting: tallies, answers, papers, votes for names. Refuses what cannot be, with the arithmetic; what nobody counted
//! stays unknown.

use super::open::names;
use super::{
    Answer, Ballot, Contest, Counts, Declaration, Event, Group, GroupName, Opening, Papers, Tally,
    Tallying, VoidReason,
};
use crate::agenda::{Method, Who};
use crate::meeting::{ItemId, Meeting, Refusal};
use crate::rules::{Base, Each, Figures};
use crate::text::{Arg, Message, Text};

type Decided = Result<Vec<Event>, Refusal>;

/// The open ballot, or the refusal of a line that needs one; it names the last one where that is void.
pub(super) fn open(meeting: &Meeting) -> Result<&Ballot, Refusal> {
    meeting.ballots.open_ballot().ok_or_else(|| {
        let last = meeting.ballots.all().next_back();
        match last.and_then(|ballot| ballot.void_reason().map(|reason| (ballot, reason))) {
            Some((ballot, reason)) => Message::new("ballot-is-void")
                .with("ballot", ballot.id().to_string())
                .with("reason", reason)
                .into(),
            None => Message::new("ballot-none-open").into(),
        }
    })
}

/// Records it, E and P taken again before the first count and what rested on an earlier count dropped, unless it cannot be.
fn enter(meeting: &Meeting, ballot: &Ballot, event: Event) -> Decided {
    let events: Vec<Event> = grown(meeting, ballot)
        .into_iter()
        .chain(tie_dropped(ballot))
        .chain([event])
        .collect();
    let mut seen = ballot.clone();
    events.iter().for_each(|event| seen.take_in(event));
    fits(meeting, ballot, &seen)?;
    Ok(events)
}

/// A tie, and the chair's vote on it, are of the count at which they were found: a new one knows nothing of them. It is an
/// event of its own, so that records which have none keep the verdict they were closed with.
fn tie_dropped(ballot: &Ballot) -> Option<Event> {
    let rests = ballot.tie_announced || ballot.figures.casting.is_some();
    rests.then(|| Event::TieDropped {
        ballot: ballot.id(),
    })
}

/// Before the first count: E and P as they are now, where E is another or more are present. Who left after the opening
/// was there for it and stays counted.
fn grown(meeting: &Meeting, ballot: &Ballot) -> Option<Event> {
    let before = &ballot.opening.size;
    let now = meeting.size_now(ballot.opening.item, &ballot.opening.rule);
    let changed = now.entitled != before.entitled || now.present > before.present;
    (ballot.is_untouched() && changed).then(|| retaken(meeting, ballot))
}

fn retaken(meeting: &Meeting, ballot: &Ballot) -> Event {
    let Opening {
        item, rule, method, ..
    } = &ballot.opening;
    let voters = super::open::called(meeting, *item, rule, *method);
    Event::Retaken {
        ballot: ballot.id(),
        size: meeting.size_now(*item, rule),
        voters,
    }
}

pub(super) fn take_again(meeting: &Meeting) -> Decided {
    let ballot = open(meeting)?;
    if !ballot.is_untouched() {
        return Err(Message::new("ballot-counted-already").into());
    }
    if meeting.size_now(ballot.opening.item, &ballot.opening.rule) == ballot.opening.size {
        return Ok(Vec::new());
    }
    Ok(vec![retaken(meeting, ballot)])
}

pub(super) fn tally(meeting: &Meeting, group: Option<&Text>, tally: Tally) -> Decided {
    let ballot = open(meeting)?;
    only(ballot, &[Tallying::Whole, Tallying::Groups])?;
    if ballot.contest().is_some_and(Contest::is_contested) {
        return Err(Message::new("election-votes-by-name").into());
    }
    let group = group_of(ballot, group)?;
    let counts = match tally {
        Tally::Counts(counts) => counts,
        Tally::AllFor => all_for(meeting, ballot, group.as_ref())?,
    };
    some(counts)?;
    enter(
        meeting,
        ballot,
        Event::Tallied {
            ballot: ballot.id(),
            group,
            counts,
        },
    )
}

/// The group a tally is for; none where all are counted together.
fn group_of(ballot: &Ballot, named: Option<&Text>) -> Result<Option<GroupName>, Refusal> {
    let known = || {
        let groups = ballot
            .groups
            .iter()
            .map(|group| Arg::from(super::words::group(&group.name)));
        Arg::List(groups.collect())
    };
    match (ballot.opening.rule.each, named) {
        (Each::All, None) => Ok(None),
        (Each::All, Some(group)) => {
            Err(Message::new("ballot-no-groups").with("group", group).into())
        }
        (Each::Group, None) => Err(Message::new("ballot-tally-groups")
            .with("groups", known())
            .into()),
        (Each::Group, Some(group)) => {
            let is = |name: &GroupName| match name {
                GroupName::Named(name) => name.as_str().eq_ignore_ascii_case(group.as_str()),
                GroupName::Others => matches!(group.as_str(), "others" | "Others" | "其他"),
            };
            let found = ballot.groups.iter().find(|known| is(&known.name));
            found.map(|found| Some(found.name.clone())).ok_or_else(|| {
                Message::new("ballot-group-unknown")
                    .with("group", group)
                    .with("groups", known())
                    .into()
            })
        }
    }
}

fn all_for(
    meeting: &Meeting,
    ballot: &Ballot,
    group: Option<&GroupName>,
) -> Result<Counts, Refusal> {
    let mut seen = ballot.clone();
    if let Some(retaken) = grown(meeting, ballot) {
        seen.take_in(&retaken);
    }
    let present = match group {
        None => seen.figures.present,
        Some(name) => seen
            .groups
            .iter()
            .find(|group| group.name == *name)
            .and_then(|group| group.figures.present),
    };
    let present = present.ok_or_else(|| Refusal::new(Message::new("ballot-present-unknown")))?;
    Ok(Counts {
        favour: Some(present),
        against: Some(0),
        abstaining: Some(0),
    })
}

fn some(counts: Counts) -> Result<(), Refusal> {
    if counts == Counts::default() {
        Err(Message::new("ballot-nothing-said").into())
    } else {
        Ok(())
    }
}

/// Refuses another way of counting than the one begun.
fn only(ballot: &Ballot, ways: &[Tallying]) -> Result<(), Refusal> {
    if ballot.tallying == Tallying::None || ways.contains(&ballot.tallying) {
        return Ok(());
    }
    Err(Message::new(match ballot.tallying {
        Tallying::Answers => "ballot-counted-by-answers",
        Tallying::Names => "ballot-counted-by-names",
        Tallying::Declared(_) => "ballot-declared-already",
        Tallying::None | Tallying::Whole | Tallying::Groups => "ballot-counted-as-one",
    })
    .into())
}

pub(super) fn declare(meeting: &Meeting, declaration: Declaration) -> Decided {
    let ballot = open(meeting)?;
    only(ballot, &[])?;
    if let Some(id) = hindrance(ballot, declaration) {
        let rule = ballot.opening.rule.explained();
        return Err(Message::new(id).with("rule", rule).into());
    }
    Ok(vec![Event::Declared {
        ballot: ballot.id(),
        declaration,
    }])
}

/// What stands against deciding it without a count.
fn hindrance(ballot: &Ballot, declaration: Declaration) -> Option<&'static str> {
    match declaration {
        _ if ballot.opening.method == Method::Secret => Some("ballot-secret-is-counted"),
        _ if ballot.contest().is_some_and(Contest::is_contested) => Some("election-votes-by-name"),
        Declaration::ClearMajority if !ballot.opening.rule.allows_clear_majority() => {
            Some("ballot-no-clear-majority")
        }
        Declaration::Consent if !consent_suffices(ballot) => Some("ballot-consent-not-enough"),
        Declaration::ClearMajority | Declaration::Consent => None,
    }
}

/// Whether everybody present being for would carry: with too few of the entitled it does not.
fn consent_suffices(ballot: &Ballot) -> bool {
    let all_for = |figures: &Figures| Figures {
        favour: figures.present,
        against: Some(0),
        abstaining: Some(0),
        ..*figures
    };
    let carries = |figures: &Figures| {
        ballot
            .opening
            .rule
            .verdict(&all_for(figures))
            .map_or(true, |verdict| verdict.carried)
    };
    match ballot.opening.rule.each {
        Each::All => carries(&ballot.figures),
        Each::Group => ballot.groups.iter().all(|group| carries(&group.figures)),
    }
}

pub(super) fn answer(meeting: &Meeting, who: Who, answer: Answer) -> Decided {
    let ballot = open(meeting)?;
    match ballot.opening.method {
        Method::RollCall => {}
        Method::Secret => return Err(Message::new("ballot-secret-no-answers").into()),
        Method::ShowOfHands => return Err(Message::new("ballot-not-roll-call").into()),
    }
    only(ballot, &[Tallying::Answers])?;
    if ballot.answers.contains(&(who.clone(), answer)) {
        return Ok(Vec::new());
    }
    let mut seen = ballot.clone();
    if let Some(retaken) = grown(meeting, ballot) {
        seen.take_in(&retaken);
    }
    if seen.opening.voters.contains(&who) {
        enter(
            meeting,
            ballot,
            Event::Answered {
                ballot: ballot.id(),
                who,
                answer,
            },
        )
    } else {
        Err(not_called(meeting, ballot, &who))
    }
}

/// Only who was there when the roll call began is called.
fn not_called(meeting: &Meeting, ballot: &Ballot, who: &Who) -> Refusal {
    let voters = meeting.voters(ballot.opening.item, ballot.opening.rule.proxies);
    let id = match voters.iter().find(|voter| voter.who == *who) {
        None => "ballot-not-entitled",
        Some(voter) if !voter.is_present => "ballot-voter-not-present",
        Some(_) => "ballot-voter-late",
    };
    Message::new(id)
        .with("who", meeting.roster.called(who))
        .into()
}

pub(super) fn papers(meeting: &Meeting, papers: Papers) -> Decided {
    let ballot = open(meeting)?;
    if ballot.opening.method != Method::Secret {
        return Err(Message::new("ballot-no-papers").into());
    }
    if papers == Papers::default() {
        return Err(Message::new("ballot-nothing-said").into());
    }
    let event = Event::PapersCounted {
        ballot: ballot.id(),
        papers,
    };
    let mut seen = ballot.clone();
    seen.take_in(&event);
    if let (Some(returned), Some(issued)) = (seen.figures.returned, seen.figures.issued)
        && returned > issued
    {
        let reason = VoidReason::Papers { returned, issued };
        return Ok(vec![
            event,
            Event::Voided {
                ballot: ballot.id(),
                reason,
            },
        ]);
    }
    enter(meeting, ballot, event)
}

pub(super) fn voters(meeting: &Meeting, voters: u32) -> Decided {
    let ballot = open(meeting)?;
    contest(ballot)?;
    enter(
        meeting,
        ballot,
        Event::VotersCounted {
            ballot: ballot.id(),
            voters,
        },
    )
}

fn contest(ballot: &Ballot) -> Result<&Contest, Refusal> {
    ballot
        .contest()
        .ok_or_else(|| Message::new("ballot-no-election").into())
}

pub(super) fn votes(meeting: &Meeting, candidate: Who, counts: Counts) -> Decided {
    let ballot = open(meeting)?;
    let contest = contest(ballot)?;
    only(ballot, &[Tallying::Names])?;
    if !contest.candidates.contains(&candidate) {
        return Err(Message::new("election-not-a-candidate")
            .with("who", meeting.roster.called(&candidate))
            .with("candidates", names(meeting, &contest.candidates))
            .into());
    }
    some(counts)?;
    enter(
        meeting,
        ballot,
        Event::VotesCounted {
            ballot: ballot.id(),
            candidate,
            counts,
        },
    )
}

pub(super) fn slate(meeting: &Meeting, counts: Counts) -> Decided {
    let ballot = open(meeting)?;
    let contest = contest(ballot)?;
    only(ballot, &[Tallying::Whole])?;
    if contest.is_contested() {
        return Err(Message::new("election-slate-contested")
            .with("candidates", contest.candidates.len())
            .with("seats", contest.seats)
            .into());
    }
    some(counts)?;
    enter(
        meeting,
        ballot,
        Event::SlateCounted {
            ballot: ballot.id(),
            counts,
        },
    )
}

/// Refuses figures that cannot be, with the arithmetic and with what would help, where more present would.
fn fits(meeting: &Meeting, before: &Ballot, seen: &Ballot) -> Result<(), Refusal> {
    let Some(message) = too_large(seen) else {
        return Ok(());
    };
    let refusal = Refusal::new(message);
    if too_large(&seen.without_present()).is_some() {
        return Err(refusal);
    }
    Err(refusal.because(if before.is_untouched() {
        more_present(meeting, before.opening.item)
    } else {
        vec![Message::new("ballot-counted-already")]
    }))
}

/// What cannot be in the figures of a ballot, the first found.
fn too_large(ballot: &Ballot) -> Option<Message> {
    let of_group = |group: &Group| {
        let excess = group.figures.excess()?;
        Some(
            Message::new("ballot-in-group")
                .with("group", super::words::group(&group.name))
                .with("what", super::words::excess(&group.figures, excess)),
        )
    };
    let of_all = || {
        let excess = ballot.figures.excess()?;
        Some(super::words::excess(&ballot.figures, excess))
    };
    let mut groups = ballot.groups.iter();
    groups
        .find_map(of_group)
        .or_else(of_all)
        .or_else(|| names_fit(ballot))
}

/// What cannot be among the votes for names: more for one than papers or voters, or more in all than those have seats.
fn names_fit(ballot: &Ballot) -> Option<Message> {
    let contest = ballot.contest()?;
    let figures = &ballot.figures;
    if let (Some(voters), Some(present)) = (ballot.voters, figures.present)
        && voters > present
    {
        return Some(
            Message::new("election-voters-too-many")
                .with("voters", voters)
                .with("present", present),
        );
    }
    let limit = u64::from(ballot.ballots_given()?);
    for (_, counts) in &ballot.votes {
        let own = Figures {
            favour: counts.favour,
            against: counts.against,
            abstaining: counts.abstaining,
            ..Figures::default()
        };
        if own.sum() > limit {
            let message =
                Message::new("election-votes-too-many").with("sum", super::words::sum(&own));
            return Some(message.with("limit", super::words::number(limit)));
        }
    }
    let all: u64 = ballot
        .votes
        .iter()
        .filter_map(|(_, counts)| counts.favour)
        .map(u64::from)
        .sum();
    let most = limit * u64::from(contest.seats);
    // A rule over all who stand: nobody marks more names than there are seats.
    (contest.is_contested() && all > most).then(|| {
        Message::new("election-votes-beyond-seats")
            .with("votes", super::words::number(all))
            .with("limit", super::words::number(limit))
            .with("seats", contest.seats)
            .with("most", super::words::number(most))
    })
}

/// What would make more present, as one line: marking those of whom nothing was said, or another head count where one holds
/// in the place of the roll; none where everybody is marked.
pub(super) fn more_present(meeting: &Meeting, item: Option<ItemId>) -> Vec<Message> {
    if let Some(count) = meeting.roll.head_count() {
        return vec![Message::new("ballot-count-again").with("present", count.present)];
    }
    let unmarked = meeting.unmarked_voters(item);
    if unmarked.is_empty() {
        return Vec::new();
    }
    let names = unmarked
        .iter()
        .map(|person| Arg::from(&person.name))
        .collect();
    vec![Message::new("ballot-unmarked").with("names", Arg::List(names))]
}

impl Ballot {
    /// It as if nobody had said how many are present.
    fn without_present(&self) -> Self {
        let mut other = self.clone();
        other.figures.present = None;
        let groups = other.groups.iter_mut();
        groups.for_each(|group| group.figures.present = None);
        other
    }

    /// Whether it may be decided without a count, in that way.
    #[must_use]
    pub fn may_be_declared(&self, declaration: Declaration) -> bool {
        self.tallying == Tallying::None && hindrance(self, declaration).is_none()
    }

    /// Whether nothing of it was counted yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.tallying == Tallying::None && self.figures.returned.is_none() && self.voters.is_none()
    }

    /// How many ballots were given at most, as far as it is known: valid papers, else those who took part, else P.
    fn ballots_given(&self) -> Option<u32> {
        let spoiled = self
            .figures
            .blank
            .unwrap_or(0)
            .saturating_add(self.figures.invalid.unwrap_or(0));
        let valid = self
            .figures
            .returned
            .map(|returned| returned.saturating_sub(spoiled));
        valid.or(self.voters).or(self.figures.present)
    }

    /// Whether the base of votes for names is made of them alone.
    pub(in crate::meeting) fn counts_votes_alone(&self) -> bool {
        matches!(
            self.opening.rule.base,
            Base::Votes | Base::Valid | Base::Cast
        )
    }
}

impl Contest {
    /// Whether there are more candidates than seats (差额).
    #[must_use]
    pub fn is_contested(&self) -> bool {
        self.candidates.len() > self.seats as usize
    }
}
