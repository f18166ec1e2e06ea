//! Elections: the offices of an item, who stands for them, who counts, and who is elected (`RULES.md` §3).
//! How the votes are taken and recorded is `ballot`'s.

use super::ballot::{Ballot, Contest, Counts, Event, Missing, Tallying};
use super::ids::ItemId;
use super::outcome::Outcome;
use super::progress::ItemState;
use super::{Meeting, Refusal};
use crate::agenda::{ItemKind, Office, PersonId, Who};
use crate::rules::{Base, Figure, Verdict};
use crate::text::{Bilingual, Message, Text};

/// How a candidate stands in a ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub who: Who,
    /// The votes.
    pub counts: Counts,
    /// Whether the rule's majority was reached, on the candidate's own figures.
    pub verdict: Verdict,
    /// Whether a seat was won.
    pub is_elected: bool,
    /// Whether the last seat is tied with others.
    pub is_tied: bool,
}

/// The last ballot of an office that left seats open.
pub struct OpenSeats<'a> {
    /// It.
    pub ballot: &'a Ballot,
    /// Its office and candidates.
    pub contest: &'a Contest,
    /// How many seats are still open.
    pub seats: u32,
}

impl Ballot {
    /// How each candidate stands, in the order of the candidates; empty where it is no election or was declared.
    ///
    /// # Errors
    /// What is still missing to tell.
    pub fn standings(&self) -> Result<Vec<Standing>, Missing> {
        let Some(contest) = self.contest() else {
            return Ok(Vec::new());
        };
        match self.tallying {
            Tallying::None => return Err(Missing::Count),
            Tallying::Declared(_) => return Ok(Vec::new()),
            Tallying::Whole | Tallying::Groups | Tallying::Answers | Tallying::Names => {}
        }
        let uncounted = |who: &&Who| {
            self.counts_of(who)
                .is_none_or(|counts| counts.favour.is_none())
        };
        let missing: Vec<Who> = contest
            .candidates
            .iter()
            .filter(uncounted)
            .cloned()
            .collect();
        if !missing.is_empty() {
            return Err(Missing::Votes(missing));
        }
        let standing = |who: &Who| self.standing(contest, who);
        let mut standings = contest
            .candidates
            .iter()
            .map(standing)
            .collect::<Result<Vec<_>, _>>()?;
        seat(&mut standings, contest);
        Ok(standings)
    }

    fn standing(&self, contest: &Contest, who: &Who) -> Result<Standing, Missing> {
        let counts = self.counts_of(who).unwrap_or_default();
        let of = self.base_of(contest, counts)?;
        let favour = u64::from(counts.favour.unwrap_or(0));
        let verdict = self
            .opening
            .rule
            .verdict_of(of, favour, counts.against.map(u64::from));
        Ok(Standing {
            who: who.clone(),
            counts,
            verdict,
            is_elected: false,
            is_tied: false,
        })
    }

    /// The base of a candidate's majority: own figures where they were counted, else the ballots given.
    fn base_of(&self, contest: &Contest, counts: Counts) -> Result<u64, Missing> {
        let rule = &self.opening.rule;
        let figures = crate::rules::Figures {
            favour: counts.favour,
            against: counts.against,
            abstaining: counts.abstaining,
            ..self.figures
        };
        let on_paper = rule.base == Base::Cast && figures.returned.is_some();
        if counts.against.is_some() || on_paper || !self.counts_votes_alone() {
            return rule.base_size(&figures).map_err(Missing::Figure);
        }
        if let Some(returned) = figures.returned {
            let blank = figures.blank.ok_or(Missing::Figure(Figure::Blank))?;
            let invalid = figures.invalid.ok_or(Missing::Figure(Figure::Invalid))?;
            return Ok(u64::from(
                returned.saturating_sub(blank).saturating_sub(invalid),
            ));
        }
        match self.voters {
            Some(voters) => Ok(u64::from(voters)),
            None if contest.seats == 1 => Ok(self.votes_in_all()),
            None => Err(Missing::Voters),
        }
    }

    fn votes_in_all(&self) -> u64 {
        match self.tallying {
            Tallying::Names => self
                .votes
                .iter()
                .filter_map(|(_, counts)| counts.favour)
                .map(u64::from)
                .sum(),
            Tallying::None
            | Tallying::Whole
            | Tallying::Groups
            | Tallying::Answers
            | Tallying::Declared(_) => u64::from(self.figures.favour.unwrap_or(0)),
        }
    }
}

/// Gives the seats to the highest who reach the majority. A tie over the last seats elects nobody to them: the order of
/// entry never decides.
fn seat(standings: &mut [Standing], contest: &Contest) {
    let mut left = contest.seats as usize;
    let mut votes: Vec<u64> = standings
        .iter()
        .filter(|one| one.verdict.carried)
        .map(|one| one.verdict.had)
        .collect();
    votes.sort_unstable_by(|a, b| b.cmp(a));
    votes.dedup();
    for height in votes {
        let equal = |one: &&mut Standing| one.verdict.carried && one.verdict.had == height;
        let count = standings.iter_mut().filter(equal).count();
        let fits = count <= left;
        for one in standings.iter_mut().filter(equal) {
            (one.is_elected, one.is_tied) = (fits, !fits);
        }
        if !fits || count == left {
            return;
        }
        left -= count;
    }
}

impl Meeting {
    /// The offices of an election item; one of the item's title where the agenda plans none.
    #[must_use]
    pub fn offices(&self, item: ItemId) -> Vec<Office> {
        let Some(item) = self.progress.item(item) else {
            return Vec::new();
        };
        if item.plan.kind == ItemKind::Election && item.plan.offices.is_empty() {
            let name = item.plan.title.clone();
            return vec![Office {
                name,
                seats: 1,
                candidates: Vec::new(),
                rule: None,
                method: None,
            }];
        }
        item.plan.offices.clone()
    }

    /// One of them, from 0.
    pub(super) fn office(&self, item: ItemId, office: u32) -> Office {
        let unknown = Office {
            name: Bilingual::default(),
            seats: 1,
            candidates: Vec::new(),
            rule: None,
            method: None,
        };
        self.offices(item)
            .into_iter()
            .nth(office as usize)
            .unwrap_or(unknown)
    }

    /// The office that a text names: its name in either language.
    pub(super) fn office_called(&self, item: ItemId, name: &Text) -> Option<u32> {
        let is = |known: &Text| known.as_str().to_lowercase() == name.as_str().to_lowercase();
        let at = self
            .offices(item)
            .iter()
            .position(|office| is(&office.name.en) || is(&office.name.zh));
        at.and_then(|at| u32::try_from(at).ok())
    }

    /// The first office of an item without a result: what `ballot` alone opens.
    #[must_use]
    pub fn next_office(&self, item: ItemId) -> Option<u32> {
        let offices = u32::try_from(self.offices(item).len()).unwrap_or(u32::MAX);
        (0..offices).find(|office| self.rounds(item, *office).is_empty())
    }

    /// Who stands for an office: as planned, with those nominated, without those who declined.
    #[must_use]
    pub fn candidates(&self, item: ItemId, office: u32) -> Vec<Who> {
        let mut candidates = self.office(item, office).candidates;
        for change in self.ballots.nominations(item, office) {
            candidates.retain(|known| *known != change.candidate);
            if change.stands {
                candidates.push(change.candidate.clone());
            }
        }
        candidates
    }

    /// Who counts in an item: those named, else those planned.
    #[must_use]
    pub fn tellers(&self, item: ItemId) -> Vec<PersonId> {
        let planned = || {
            self.progress
                .item(item)
                .map(|item| item.plan.tellers.clone())
                .unwrap_or_default()
        };
        self.ballots
            .named_tellers(item)
            .map_or_else(planned, <[PersonId]>::to_vec)
    }

    /// The closed ballots of an office that hold: its last first round and the rounds after it.
    #[must_use]
    pub fn rounds(&self, item: ItemId, office: u32) -> Vec<&Ballot> {
        let is = |ballot: &&Ballot| {
            ballot
                .contest()
                .is_some_and(|contest| contest.office == office)
        };
        let mut rounds: Vec<&Ballot> = Vec::new();
        for ballot in self.ballots.closed_in(item).filter(is) {
            if ballot.opening.round == 1 {
                rounds.clear();
            }
            rounds.push(ballot);
        }
        rounds
    }

    /// Who was elected to an office so far, round by round.
    #[must_use]
    pub fn elected_to(&self, item: ItemId, office: u32) -> Vec<Who> {
        self.rounds(item, office)
            .iter()
            .flat_map(|ballot| ballot.elected.iter().cloned())
            .collect()
    }

    /// The last ballot of an item that left seats of its office open, where they still are.
    #[must_use]
    pub fn open_seats(&self, item: ItemId) -> Option<OpenSeats<'_>> {
        let seats_left = |ballot: &'_ Ballot| -> Option<u32> {
            let contest = ballot.contest()?;
            let last = self
                .rounds(item, contest.office)
                .last()
                .is_some_and(|last| last.id() == ballot.id());
            let left = contest
                .seats
                .saturating_sub(u32::try_from(ballot.elected.len()).unwrap_or(u32::MAX));
            (last && left > 0).then_some(left)
        };
        self.ballots.closed_in(item).rev().find_map(|ballot| {
            let seats = seats_left(ballot)?;
            ballot.contest().map(|contest| OpenSeats {
                ballot,
                contest,
                seats,
            })
        })
    }

    /// The offices that somebody was elected to in this meeting: theirs in cues and documents from then on.
    #[must_use]
    pub fn offices_of(&self, who: &Who) -> Vec<&Bilingual> {
        let mut offices = Vec::new();
        for ballot in self
            .ballots
            .all()
            .filter(|ballot| ballot.elected.contains(who))
        {
            let (Some(item), Some(contest)) = (ballot.opening.item, ballot.contest()) else {
                continue;
            };
            let holds = self
                .rounds(item, contest.office)
                .iter()
                .any(|round| round.id() == ballot.id());
            if holds && !offices.contains(&&ballot.opening.question) {
                offices.push(&ballot.opening.question);
            }
        }
        offices
    }

    /// What an election item comes to once that ballot has that outcome; none while an office waits for its first ballot.
    pub(super) fn election_outcome(
        &self,
        item: ItemId,
        ballot: &Ballot,
        outcome: Outcome,
    ) -> Option<Outcome> {
        let this = ballot.contest().map(|contest| contest.office);
        let offices = u32::try_from(self.offices(item).len()).unwrap_or(u32::MAX);
        let mut whole = outcome;
        for office in (0..offices).filter(|office| Some(*office) != this) {
            let rounds = self.rounds(item, office);
            let last = rounds.last()?;
            if last.carried != Some(true) {
                whole = Outcome::SeatsOpen;
            }
        }
        Some(whole)
    }
}

/// The election item that is open, and the office that nominations are for: the next to be balloted.
fn next_contest(meeting: &Meeting) -> Result<(&ItemState, u32), Refusal> {
    let item = meeting
        .progress
        .current_item()
        .filter(|item| item.plan.kind == ItemKind::Election);
    let item = item.ok_or_else(|| Refusal::new(Message::new("election-no-item")))?;
    if let Some(open) = meeting.ballots.open_ballot()
        && open.contest().is_some()
    {
        return Err(Message::new("election-ballot-open")
            .with("office", &open.opening.question)
            .into());
    }
    match meeting.next_office(item.id) {
        Some(office) => Ok((item, office)),
        None => Err(Message::new("election-all-balloted")
            .with("item", &item.plan.title)
            .into()),
    }
}

pub(super) fn nominate(meeting: &Meeting, candidate: Who) -> Result<Vec<Event>, Refusal> {
    let (item, office) = next_contest(meeting)?;
    no_teller(meeting, item.id, &candidate)?;
    if meeting.candidates(item.id, office).contains(&candidate) {
        return Err(Message::new("election-stands-already")
            .with("who", meeting.roster.called(&candidate))
            .into());
    }
    Ok(vec![Event::Nominated {
        item: item.id,
        office,
        candidate,
    }])
}

pub(super) fn decline(meeting: &Meeting, candidate: Who) -> Result<Vec<Event>, Refusal> {
    let (item, office) = next_contest(meeting)?;
    let candidates = meeting.candidates(item.id, office);
    if !candidates.contains(&candidate) {
        let message =
            Message::new("election-not-a-candidate").with("who", meeting.roster.called(&candidate));
        return Err(message
            .with("candidates", called(meeting, &candidates))
            .into());
    }
    Ok(vec![Event::Declined {
        item: item.id,
        office,
        candidate,
    }])
}

fn called(meeting: &Meeting, all: &[Who]) -> crate::text::Arg {
    crate::text::Arg::List(all.iter().map(|who| meeting.roster.called(who)).collect())
}

/// Tellers are never candidates.
pub(super) fn no_teller(meeting: &Meeting, item: ItemId, who: &Who) -> Result<(), Refusal> {
    let tellers = meeting.tellers(item);
    match who {
        Who::Person(person) if tellers.contains(person) => {
            Err(Message::new("election-teller-stands")
                .with("who", meeting.roster.called(who))
                .into())
        }
        Who::Person(_) | Who::Unit(_) => Ok(()),
    }
}

pub(super) fn name_tellers(
    meeting: &Meeting,
    tellers: Vec<PersonId>,
) -> Result<Vec<Event>, Refusal> {
    let item = meeting
        .progress
        .current_item()
        .ok_or_else(|| Refusal::new(Message::new("election-tellers-no-item")))?
        .id;
    let offices = u32::try_from(meeting.offices(item).len()).unwrap_or(u32::MAX);
    let mut standing = (0..offices).flat_map(|office| meeting.candidates(item, office));
    let open = meeting
        .ballots
        .open_ballot()
        .and_then(Ballot::contest)
        .map(|contest| contest.candidates.clone());
    let candidates: Vec<Who> = standing
        .by_ref()
        .chain(open.into_iter().flatten())
        .collect();
    for teller in &tellers {
        if meeting.roster.person(teller).is_none() {
            return Err(super::roster::unknown(teller));
        }
        let who = Who::Person(teller.clone());
        if candidates.contains(&who) {
            return Err(Message::new("election-candidate-counts")
                .with("who", meeting.roster.called(&who))
                .into());
        }
    }
    Ok(vec![Event::TellersNamed { item, tellers }])
}
