//! The meeting as one JSON document (`CONTRACT.md` §4; the schema is `config/session.schema.json`): every key is always there, what nobody
//! counted is null, enumerations are English words, texts are in the edition's language. The same shape, without the seal, is the readable
//! part of a session file.

mod shape;

use super::Edition;
use crate::agenda::{Example, PersonId, UnitId};
use crate::summary::{
    ActionEntry, Attendee, BallotEntry, BallotState, CorrectionEntry, DecisionEntry, ItemEntry,
    Line, MatterEntry, MotionEntry, Seal, State, Summary, TurnEntry, UnitEntry, id_of,
};
use crate::text::{Bilingual, Language, Moment, Text};
use shape::{
    Action, Alike, Answered, Approved, Attended, Ballot, CandidateRow, ChairRow, Contribution,
    Correction, Count, Decision, ExampleMark, GroupRow, Item, LaterRow, Matter, Meeting, Motion,
    NextRow, SealRow, Sitting, Speaking, Sums, Turn, Unit,
};
pub use shape::{Body, Document};

/// The JSON document, ended by a line feed.
///
/// # Panics
/// Never: the document holds nothing that JSON cannot.
#[must_use]
pub fn write(summary: &Summary, edition: &Edition) -> String {
    let mut json = serde_json::to_string_pretty(&document(summary, edition))
        .expect("the document holds only strings, numbers and lists, which JSON can always hold");
    json.push('\n');
    json
}

/// The document, to be written as JSON.
#[must_use]
pub fn document<'a>(summary: &'a Summary, edition: &Edition<'a>) -> Document<'a> {
    Document {
        body: body(summary, edition),
        seal: seal(edition.seal),
    }
}

/// The document without its seal: what a session file shows to readers.
#[must_use]
pub fn body<'a>(summary: &'a Summary, edition: &Edition<'a>) -> Body<'a> {
    let said = Said(edition);
    Body {
        meeting: said.meeting(summary),
        units: summary.units.iter().map(|unit| said.unit(unit)).collect(),
        attendance: summary
            .attendance
            .iter()
            .map(|person| said.attended(person))
            .collect(),
        items: summary
            .items
            .iter()
            .map(|item| said.item(summary, item))
            .collect(),
        contributions: summary
            .contributions
            .iter()
            .map(|line| said.line(summary, line))
            .collect(),
        motions: summary.motions.iter().map(motion).collect(),
        decisions: summary
            .decisions
            .iter()
            .map(|decision| said.decision(summary, decision))
            .collect(),
        actions: summary
            .actions
            .iter()
            .map(|known| action(summary, known))
            .collect(),
        ballots: summary
            .ballots
            .iter()
            .map(|ballot| said.ballot(ballot))
            .collect(),
        matters: summary
            .matters
            .iter()
            .map(|known| matter(summary, known))
            .collect(),
        corrections: summary
            .corrections
            .iter()
            .map(|entry| said.correction(entry))
            .collect(),
        seals: summary.seals.iter().copied().map(Some).map(seal).collect(),
        summary: said.sums(summary),
    }
}

/// The texts and sentences of one edition.
struct Said<'e, 'a>(&'e Edition<'a>);

impl<'a> Said<'_, 'a> {
    fn language(&self) -> Language {
        self.0.locale.language()
    }

    fn text(&self, both: &'a Bilingual) -> &'a str {
        both.get(self.language()).as_str()
    }

    fn maybe(&self, both: Option<&'a Bilingual>) -> Option<&'a str> {
        both.map(|both| self.text(both))
    }

    fn meeting(&self, summary: &'a Summary) -> Meeting<'a> {
        let facts = &summary.meeting;
        Meeting {
            title: self.text(&facts.title),
            organisation: self.maybe(facts.organisation.as_ref()),
            series: facts.series.as_ref().map(Text::as_str),
            purpose: self.maybe(facts.purpose.as_ref()),
            date: facts.date.map(|date| date.to_string()),
            place: self.maybe(facts.place.as_ref()),
            chair: facts.chair.as_ref().map(PersonId::as_str),
            chairs: facts
                .chairs
                .iter()
                .map(|chair| ChairRow {
                    person: chair.person.as_str(),
                    from: chair.from.map(time),
                    until: chair.until.map(time),
                })
                .collect(),
            sittings: facts
                .sittings
                .iter()
                .map(|(opened, closed)| Sitting {
                    opened: time(*opened),
                    closed: closed.map(time),
                })
                .collect(),
            next: facts.next.as_ref().map(|next| NextRow {
                date: next.date.to_string(),
                start: next.start.map(|start| start.format("%H:%M").to_string()),
                place: next.place.as_ref().map(Text::as_str),
            }),
            opened: facts.opened.map(time),
            adjourned: facts.adjourned.map(time),
            state: match facts.state {
                State::Open => "open",
                State::Draft => "draft",
                State::Corrected => "corrected",
                State::Approved => "approved",
            },
            approved: facts.approved.as_ref().map(|approval| Approved {
                on: approval.on.to_string(),
                session: approval.session.as_ref().map(Text::as_str),
            }),
            language: summary.language,
            example: example(&facts.example),
        }
    }

    fn unit(&self, unit: &'a UnitEntry) -> Unit<'a> {
        Unit {
            id: unit.id.as_str(),
            name: self.text(&unit.name),
            short: self.maybe(unit.short.as_ref()),
            group: unit.group.as_ref().map(Text::as_str),
            elected: unit
                .elected
                .iter()
                .map(|office| self.text(office))
                .collect(),
            example: example(&unit.example),
        }
    }

    fn attended(&self, person: &'a Attendee) -> Attended<'a> {
        Attended {
            person: person.person.as_str(),
            name: self.text(&person.name),
            title: self.maybe(person.title.as_ref()),
            office: self.maybe(person.elected.last().or(person.office.as_ref())),
            elected: person
                .elected
                .iter()
                .map(|office| self.text(office))
                .collect(),
            unit: person.unit.as_ref().map(UnitId::as_str),
            group: person.group.as_ref().map(Text::as_str),
            capacity: person.capacity,
            votes: person.votes,
            status: person.status,
            mode: person.mode,
            from: person.from.map(time),
            until: person.until.map(time),
            represented_by: person.represented_by.as_ref().map(PersonId::as_str),
            reason: person.reason.as_ref().map(Text::as_str),
            example: example(&person.example),
        }
    }

    fn item(&self, summary: &'a Summary, item: &'a ItemEntry) -> Item<'a> {
        Item {
            number: item.number,
            title: self.text(&item.title),
            kind: item.kind,
            status: item.status,
            planned_seconds: item.planned_seconds,
            used_seconds: item.used_seconds,
            outcome: item.outcome,
            text: item.text.as_ref().map(Text::as_str),
            closed_session: item.closed_session,
            tellers: item.tellers.iter().map(PersonId::as_str).collect(),
            turns: item.turns.iter().map(turn).collect(),
            example: example(&item.example),
            later: later(summary, item.number),
        }
    }

    fn line(&self, summary: &'a Summary, line: &'a Line) -> Contribution<'a> {
        Contribution {
            id: line.id.to_string(),
            item: line.item,
            unit: line.units().next().map(UnitId::as_str),
            units: line.units().map(UnitId::as_str).collect(),
            person: line.person.as_ref().map(PersonId::as_str),
            kind: line.kind,
            text: line.text.as_str(),
            themes: line.themes.iter().map(|theme| self.text(theme)).collect(),
            mentions: line.mentions.iter().map(id_of).collect(),
            supported_by: line.supported_by.iter().map(id_of).collect(),
            re: line.re.map(|id| id.to_string()),
            starred: line.starred,
            struck: line.struck.is_some(),
            struck_reason: line
                .struck
                .as_ref()
                .and_then(|reason| reason.as_ref())
                .map(Text::as_str),
            merged_into: line.merged_into.map(|id| id.to_string()),
            status: line.status,
            answer: line.answer.as_ref().map(Text::as_str),
            author: line.author.as_str(),
            at: time(line.at),
            later: later(summary, line.id),
        }
    }

    fn ballot(&self, ballot: &'a BallotEntry) -> Ballot<'a> {
        Ballot {
            id: ballot.id.to_string(),
            item: ballot.item,
            office: self.maybe(ballot.office.as_ref()),
            question: self.maybe(ballot.question.as_ref()),
            method: ballot.method,
            rule: ballot.rule.as_deref(),
            base: ballot.base,
            state: match ballot.state {
                BallotState::Open => "open",
                BallotState::Closed => "closed",
                BallotState::Void => "void",
            },
            void_reason: ballot
                .void_reason
                .as_ref()
                .map(|reason| self.0.locale.say(reason)),
            round: ballot.round,
            seats: ballot.seats,
            entitled: ballot.entitled,
            present: ballot.present,
            favour: ballot.votes.favour,
            against: ballot.votes.against,
            abstaining: ballot.votes.abstaining,
            blank: ballot.blank,
            invalid: ballot.invalid,
            issued: ballot.issued,
            returned: ballot.returned,
            needed: ballot.needed,
            of: ballot.of,
            carried: ballot.carried,
            casting_vote: ballot.casting_vote,
            sentence: ballot
                .sentence
                .as_ref()
                .map(|sentence| self.0.locale.say(sentence)),
            groups: ballot
                .groups
                .iter()
                .map(|group| GroupRow {
                    group: group.group.as_ref().map(Text::as_str),
                    favour: group.votes.favour,
                    against: group.votes.against,
                    abstaining: group.votes.abstaining,
                    carried: group.carried,
                })
                .collect(),
            candidates: ballot
                .candidates
                .iter()
                .map(|candidate| CandidateRow {
                    id: id_of(&candidate.who),
                    name: self.text(&candidate.name),
                    votes: candidate.votes.favour,
                    against: candidate.votes.against,
                    abstaining: candidate.votes.abstaining,
                    elected: candidate.elected,
                })
                .collect(),
            answers: ballot
                .answers
                .iter()
                .map(|(who, answer)| Answered {
                    person: id_of(who),
                    answer: *answer,
                })
                .collect(),
        }
    }

    fn correction(&self, entry: &'a CorrectionEntry) -> Correction<'a> {
        Correction {
            number: entry.number,
            at: time(entry.at),
            author: entry.author.name.as_str(),
            why: entry.why.as_ref().map(Text::as_str),
            what: entry.what().map(|told| self.0.locale.say(told)).collect(),
            records: entry.changed.iter().map(|changed| changed.record).collect(),
        }
    }

    fn decision(&self, summary: &'a Summary, decision: &'a DecisionEntry) -> Decision<'a> {
        Decision {
            id: decision.id.to_string(),
            item: decision.item,
            outcome: decision.outcome,
            text: self.maybe(decision.text.as_ref()),
            ballot: decision.ballot.map(|id| id.to_string()),
            review: decision.review.map(|day| day.to_string()),
            at: time(decision.at),
            later: later(summary, decision.id),
        }
    }

    fn sums(&self, summary: &'a Summary) -> Sums<'a> {
        let sums = &summary.sums;
        Sums {
            present: sums.present,
            entitled: sums.entitled,
            quorum_met: sums.quorum_met,
            contributions: sums.contributions,
            conclusions: sums.conclusions.iter().map(Text::as_str).collect(),
            by_unit: sums
                .by_unit
                .iter()
                .map(|(who, count)| Count::Unit {
                    unit: id_of(who),
                    count: *count,
                })
                .collect(),
            by_theme: sums
                .by_theme
                .iter()
                .map(|(theme, count)| Count::Theme {
                    theme: self.text(theme),
                    count: *count,
                })
                .collect(),
            by_kind: sums
                .by_kind
                .iter()
                .map(|(kind, count)| Count::Kind {
                    kind: *kind,
                    count: *count,
                })
                .collect(),
            unheard: sums.unheard.iter().map(id_of).collect(),
            alike: sums
                .alike
                .iter()
                .map(|pair| Alike {
                    ids: [pair.ids.0.to_string(), pair.ids.1.to_string()],
                    accepted: pair.accepted,
                })
                .collect(),
            speaking_seconds: sums
                .speaking
                .iter()
                .map(|spoke| Speaking {
                    person: spoke.person.as_ref().map(PersonId::as_str),
                    unit: spoke.unit.as_ref().map(UnitId::as_str),
                    seconds: spoke.seconds,
                    turns: spoke.turns,
                })
                .collect(),
        }
    }
}

fn seal(seal: Option<Seal>) -> SealRow {
    SealRow {
        records: seal.map(|seal| seal.records),
        journal_digest: seal.map(|seal| seal.journal_digest),
        session_digest: seal.map(|seal| seal.session_digest),
    }
}

/// RFC 3339 with the offset it was taken in.
fn time(moment: Moment) -> String {
    moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

fn later(summary: &Summary, id: impl std::fmt::Display) -> LaterRow<'_> {
    summary
        .later(id)
        .map_or_else(LaterRow::default, |later| LaterRow {
            status: Some(later.status),
            text: later.text.as_ref().map(Text::as_str),
            at: Some(time(later.at)),
            author: Some(later.author.as_str()).filter(|author| !author.is_empty()),
            session: later.session.as_ref().map(Text::as_str),
        })
}

fn example(example: &Example) -> ExampleMark<'_> {
    match example {
        Example::None => ExampleMark::Whole(false),
        Example::Whole => ExampleMark::Whole(true),
        Example::Record => ExampleMark::Keys(vec!["record"]),
        Example::Keys(keys) => ExampleMark::Keys(keys.iter().map(Text::as_str).collect()),
    }
}

fn turn(turn: &TurnEntry) -> Turn<'_> {
    Turn {
        id: turn.id.to_string(),
        person: turn.person.as_ref().map(PersonId::as_str),
        unit: turn.unit.as_ref().map(UnitId::as_str),
        kind: turn.kind,
        from: time(turn.from),
        until: turn.until.map(time),
        seconds: turn.seconds,
    }
}

fn motion(motion: &MotionEntry) -> Motion<'_> {
    Motion {
        id: motion.id.to_string(),
        item: motion.item,
        text: motion.text.as_str(),
        by: motion.by.as_str(),
        seconded: motion.seconded.as_ref().map(PersonId::as_str),
        amends: motion.amends.map(|id| id.to_string()),
        ballot: motion.ballot.map(|id| id.to_string()),
        withdrawn: motion.withdrawn,
    }
}

fn action<'a>(summary: &'a Summary, action: &'a ActionEntry) -> Action<'a> {
    Action {
        id: action.id.to_string(),
        item: action.item,
        owner: action.owner.as_ref().map(id_of),
        text: action.text.as_str(),
        due: action.due.map(|day| day.to_string()),
        status: if action.done { "done" } else { "open" },
        from: action.from.map(|id| id.to_string()),
        at: time(action.at),
        later: later(summary, action.id),
    }
}

fn matter<'a>(summary: &'a Summary, matter: &'a MatterEntry) -> Matter<'a> {
    Matter {
        id: matter.id.to_string(),
        session: matter.session.as_str(),
        date: matter.date.map(|day| day.to_string()),
        origin: matter.origin.as_str(),
        text: matter.text.as_str(),
        owner: matter.owner.as_ref().map(Text::as_str),
        status: matter.status,
        answer: matter.answer.as_ref().map(Text::as_str),
        later: later(summary, matter.id),
    }
}
