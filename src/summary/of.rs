//! From the meeting to its summary: resolves ids to numbers and names, topic by topic.

use std::collections::HashMap;

use super::{
    ActionEntry, Attendee, CorrectionEntry, DecisionEntry, Facts, ItemEntry, Line, MatterEntry,
    MotionEntry, Next, Presided, State, Summary, Sums, TurnEntry, UnitEntry, sums::Alike,
};
use crate::agenda::Who;
use crate::meeting::contribution::{Answer, Contribution, Likeness, ThemeId};
use crate::meeting::outcome::Decision;
use crate::meeting::progress::ItemState;
use crate::meeting::roll::Status;
use crate::meeting::{ItemId, Meeting};
use crate::rules::Proxies;
use crate::text::{Bilingual, Moment};

impl Summary {
    /// The whole meeting as it stands after its last record. Costs its length: made on saving, exporting or opening a face.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        let numbers = numbers(meeting);
        let themes: HashMap<&ThemeId, &Bilingual> = meeting
            .contributions
            .themes()
            .map(|theme| (&theme.id, &theme.name))
            .collect();
        let attendance: Vec<Attendee> = attendance(meeting);
        let units: Vec<UnitEntry> = units(meeting);
        let corrections = super::corrections::of(meeting);
        let mut summary = Self {
            language: meeting.agenda.language,
            meeting: Facts {
                state: state(meeting, &corrections),
                ..facts(meeting)
            },
            persons_at: index(attendance.iter().map(|person| &person.person)),
            units_at: index(units.iter().map(|unit| &unit.id)),
            units,
            attendance,
            items: items(meeting),
            contributions: meeting
                .contributions
                .all()
                .map(|known| line(known, &numbers, &themes))
                .collect(),
            motions: motions(meeting, &numbers),
            decisions: decisions(meeting, &numbers),
            actions: actions(meeting, &numbers),
            ballots: super::ballots::of(meeting, &numbers),
            matters: matters(meeting),
            corrections,
            seals: super::corrections::seals(meeting),
            sums: sums(meeting),
            later: super::LaterAnswers::new(),
        };
        let themes: Vec<Bilingual> = meeting
            .contributions
            .themes()
            .map(|theme| theme.name.clone())
            .collect();
        summary.count(&themes);
        summary
    }
}

fn index<'a, T: Clone + Eq + std::hash::Hash + 'a>(
    ids: impl Iterator<Item = &'a T>,
) -> HashMap<T, usize> {
    ids.cloned().zip(0..).collect()
}

/// The numbers of items by their ids, looked up once.
pub(super) struct Numbers(HashMap<ItemId, usize>);

impl Numbers {
    /// The number of that item; none where it was dropped.
    pub fn of(&self, item: Option<ItemId>) -> Option<usize> {
        self.0.get(&item?).copied()
    }
}

fn numbers(meeting: &Meeting) -> Numbers {
    Numbers(
        (1..)
            .zip(meeting.progress.items())
            .map(|(number, item)| (item.id, number))
            .collect(),
    )
}

/// The time up to which things that last are measured: the end, else the last record.
fn end(meeting: &Meeting) -> Option<Moment> {
    meeting.progress.adjourned().or_else(|| meeting.last_at())
}

fn facts(meeting: &Meeting) -> Facts {
    let (agenda, progress) = (&meeting.agenda, &meeting.progress);
    let (opened, adjourned) = (progress.opened(), progress.adjourned());
    Facts {
        title: agenda.title.clone(),
        organisation: agenda.organisation.clone(),
        series: agenda.series.clone(),
        purpose: agenda.purpose.clone(),
        date: agenda.date,
        place: agenda.place.clone(),
        chair: progress.chair().or(agenda.chair.as_ref()).cloned(),
        chairs: chairs(meeting),
        sittings: progress
            .sittings()
            .iter()
            .map(|sitting| (sitting.from, sitting.until))
            .collect(),
        next: progress.next_meeting().map(|next| Next {
            date: next.date,
            start: next.start,
            place: next.place.clone(),
        }),
        opened,
        adjourned,
        state: State::default(),
        approved: progress.approved().cloned(),
        example: agenda.example.clone(),
    }
}

/// How far the record is: a correction of which nothing is left makes none.
fn state(meeting: &Meeting, corrections: &[CorrectionEntry]) -> State {
    let progress = &meeting.progress;
    if progress.adjourned().is_none() {
        State::Open
    } else if progress.approved().is_some() {
        State::Approved
    } else if corrections.is_empty() {
        State::Draft
    } else {
        State::Corrected
    }
}

fn chairs(meeting: &Meeting) -> Vec<Presided> {
    let taken = meeting.progress.chairs();
    let adjourned = meeting.progress.adjourned();
    if taken.is_empty() {
        return meeting
            .agenda
            .chair
            .iter()
            .map(|person| Presided {
                person: person.clone(),
                from: meeting.progress.opened(),
                until: adjourned,
            })
            .collect();
    }
    let untils = taken.iter().skip(1).map(|(_, at)| Some(*at));
    taken
        .iter()
        .zip(untils.chain([adjourned]))
        .map(|((person, from), until)| Presided {
            person: person.clone(),
            from: Some(*from),
            until,
        })
        .collect()
}

fn units(meeting: &Meeting) -> Vec<UnitEntry> {
    meeting
        .roster
        .units()
        .map(|unit| UnitEntry {
            id: unit.id.clone(),
            name: unit.name.clone(),
            short: unit.short.clone(),
            group: unit.group.clone(),
            elected: offices(meeting, &Who::Unit(unit.id.clone())),
            example: unit.example.clone(),
        })
        .collect()
}

fn offices(meeting: &Meeting, who: &Who) -> Vec<Bilingual> {
    meeting.offices_of(who).into_iter().cloned().collect()
}

fn attendance(meeting: &Meeting) -> Vec<Attendee> {
    meeting
        .roster
        .persons()
        .map(|person| {
            let presence = meeting.roll.presence(&person.id);
            Attendee {
                person: person.id.clone(),
                name: person.name.clone(),
                title: person.title.clone(),
                office: person.office.clone(),
                elected: offices(meeting, &Who::Person(person.id.clone())),
                unit: person.unit.clone(),
                group: person.group.clone(),
                capacity: person.capacity,
                votes: person.votes,
                status: presence.status,
                mode: presence.from.map(|_| presence.mode),
                from: presence.from,
                until: presence.until,
                represented_by: presence.represented_by,
                reason: presence.reason,
                example: person.example.clone(),
            }
        })
        .collect()
}

fn items(meeting: &Meeting) -> Vec<ItemEntry> {
    let end = end(meeting);
    let mut turns: HashMap<ItemId, Vec<TurnEntry>> = HashMap::new();
    for turn in meeting.floor.turns() {
        turns.entry(turn.item).or_default().push(TurnEntry {
            id: turn.id,
            person: turn.speaker.person.clone(),
            unit: turn.speaker.unit.clone(),
            kind: turn.kind,
            from: turn.from,
            until: turn.until,
            seconds: turn.seconds(end.unwrap_or(turn.from)),
        });
    }
    (1..)
        .zip(meeting.progress.items())
        .map(|(number, item)| entry(number, item, end, turns.remove(&item.id)))
        .collect()
}

fn entry(
    number: usize,
    item: &ItemState,
    end: Option<Moment>,
    turns: Option<Vec<TurnEntry>>,
) -> ItemEntry {
    let plan = &item.plan;
    ItemEntry {
        number,
        title: plan.title.clone(),
        kind: plan.kind,
        status: item.status,
        planned_seconds: plan.time,
        used_seconds: end.map_or(0, |end| item.used_seconds(end)),
        outcome: item.outcome,
        text: item.text.clone(),
        closed_session: plan.closed,
        documents: plan.documents.clone(),
        motion: plan.text.clone(),
        tellers: plan.tellers.clone(),
        turns: turns.unwrap_or_default(),
        example: plan.example.clone(),
    }
}

fn line(known: &Contribution, numbers: &Numbers, themes: &HashMap<&ThemeId, &Bilingual>) -> Line {
    let line = &known.line;
    let theme = |id: &ThemeId| {
        themes
            .get(id)
            .map_or_else(|| Bilingual::same(id.0.clone()), |name| (*name).clone())
    };
    Line {
        id: line.id,
        item: numbers.of(line.item),
        by: line.source.by.clone(),
        person: line.source.person.clone(),
        kind: line.kind,
        text: line.text.clone(),
        themes: line.themes.iter().map(theme).collect(),
        mentions: line.mentions.clone(),
        supported_by: known.supported_by.clone(),
        re: line.re,
        starred: known.starred,
        struck: known.struck.clone(),
        merged_into: known.merged_into,
        status: known.status,
        answer: known.answer.clone(),
        author: known.author.clone(),
        at: known.at,
    }
}

fn motions(meeting: &Meeting, numbers: &Numbers) -> Vec<MotionEntry> {
    meeting
        .motions
        .all()
        .map(|motion| MotionEntry {
            id: motion.id,
            item: numbers.of(motion.item),
            text: motion.text.clone(),
            by: motion.by.clone(),
            seconded: motion.seconded.clone(),
            amends: motion.amends,
            ballot: super::ballots::on(meeting, motion.id),
            withdrawn: motion.withdrawn,
        })
        .collect()
}

fn decisions(meeting: &Meeting, numbers: &Numbers) -> Vec<DecisionEntry> {
    meeting
        .outcomes
        .decisions()
        .map(|entered| DecisionEntry {
            id: entered.what.id,
            item: numbers.of(entered.what.item),
            outcome: entered.what.outcome,
            text: worded(meeting, &entered.what),
            ballot: entered.what.ballot,
            review: entered.what.review.day(meeting),
            at: entered.at,
        })
        .collect()
}

/// The words of a decision: those of its ballot's question, where it repeats that, in both languages.
fn worded(meeting: &Meeting, decision: &Decision) -> Option<Bilingual> {
    let text = decision.text.as_ref()?;
    let ballot = decision.ballot.and_then(|id| meeting.ballots.get(id));
    let question = ballot.map(|ballot| &ballot.opening.question);
    let repeated = question.filter(|question| question.en == *text || question.zh == *text);
    Some(repeated.map_or_else(|| Bilingual::same(text.clone()), Clone::clone))
}

fn actions(meeting: &Meeting, numbers: &Numbers) -> Vec<ActionEntry> {
    meeting
        .outcomes
        .actions()
        .map(|entered| ActionEntry {
            id: entered.what.id,
            item: numbers.of(entered.what.item),
            owner: entered.what.owner.clone(),
            text: entered.what.text.clone(),
            due: entered.what.due.day(meeting),
            done: entered.status == Answer::Done,
            from: entered.what.from,
            at: entered.at,
        })
        .collect()
}

fn matters(meeting: &Meeting) -> Vec<MatterEntry> {
    meeting
        .outcomes
        .matters()
        .map(|entered| MatterEntry {
            id: entered.what.id,
            session: entered.what.session.clone(),
            date: entered.what.date,
            origin: entered.what.origin.clone(),
            text: entered.what.text.clone(),
            owner: entered.what.owner.clone(),
            status: entered.status,
            answer: entered.answer.clone(),
        })
        .collect()
}

/// The sums that come from roll, quorum and judgement; the others are counted from lines and turns.
fn sums(meeting: &Meeting) -> Sums {
    let entitled = meeting.attendance(None).entitled;
    let greatest = meeting.roll.greatest();
    let marked = meeting
        .roster
        .persons()
        .any(|person| meeting.roll.status(&person.id) != Status::Unmarked);
    let counted = greatest > 0 || marked && entitled > 0;
    Sums {
        present: counted.then_some(greatest),
        entitled: (entitled > 0).then_some(entitled),
        quorum_met: quorum_met(meeting),
        unheard: meeting.unheard(),
        alike: meeting
            .contributions
            .likeness()
            .map(|(first, second, verdict)| Alike {
                ids: (first, second),
                accepted: verdict == Likeness::Alike,
            })
            .collect(),
        ..Sums::default()
    }
}

/// Whether enough were present when most were. Where representatives vote without counting for the quorum, the greatest
/// number says nothing, and what holds is how it stands at the end.
fn quorum_met(meeting: &Meeting) -> Option<bool> {
    let counted = meeting.quorum_of(None)?;
    let greatest = meeting.roll.greatest() >= counted.needed;
    Some(counted.is_met() || meeting.rule().proxies != Proxies::Vote && greatest)
}
