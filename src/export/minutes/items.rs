//! The items of the minutes: what each was, who spoke, what was moved, put to the vote and decided.

use super::Minutes;
use crate::agenda::ItemKind;
use crate::export::blocks::{Block, Entry, Look, Prose, Table};
use crate::meeting::floor::TurnKind;
use crate::meeting::progress::ItemStatus;
use crate::summary::{BallotEntry, BallotState, DecisionEntry, ItemEntry, Line, Votes};
use crate::text::{Arg, Message, Text};

impl<'a> Minutes<'a> {
    /// Every item, then what was said outside the agenda.
    pub(super) fn items(&mut self) {
        let summary = self.summary;
        let mut lines: Vec<Vec<&Line>> = vec![Vec::new(); summary.items.len() + 1];
        for line in summary.contributions.iter().filter(|line| line.counts()) {
            lines[line.item.unwrap_or(0)].push(line);
        }
        for item in &summary.items {
            self.item(item, &lines[item.number]);
        }
        if !lines[0].is_empty() {
            self.heading(2, "export-outside");
            self.said(&lines[0]);
        }
    }

    fn item(&mut self, item: &'a ItemEntry, lines: &[&'a Line]) {
        let title = format!("{}. {}", item.number, self.text(&item.title));
        self.blocks.push(Block::Heading(2, title.into()));
        if let Some(course) = self.course(item) {
            self.blocks.push(Block::Text(course.into()));
        }
        if let Some(example) = self.example(&item.example) {
            self.blocks.push(Block::Note(example.into()));
        }
        self.speakers(item);
        match item.kind {
            ItemKind::Report => self.reported(lines),
            ItemKind::Closing => self.concluded(lines),
            ItemKind::Opening | ItemKind::Election | ItemKind::Break => self.remarked(lines),
            ItemKind::Discussion | ItemKind::Round | ItemKind::Motion | ItemKind::Approval => {
                self.said(lines);
            }
        }
        self.motions(item);
        self.ballots(item);
        self.decisions(item);
    }

    /// How the item went, where that is not plain: not held, how long, in closed session.
    fn course(&self, item: &ItemEntry) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        if item.status != ItemStatus::Closed {
            parts.push(self.say(&item.status.word()));
        }
        if item.closed_session {
            parts.push(self.word("export-closed-session"));
        }
        if item.used_seconds > 0 {
            let used = Arg::Seconds(item.used_seconds);
            let message = match item.planned_seconds {
                Some(planned) => Message::new("export-used-of")
                    .with("used", used)
                    .with("planned", Arg::Seconds(i64::from(planned))),
                None => Message::new("export-used").with("used", used),
            };
            parts.push(self.say(&message));
        }
        parts.extend(item.outcome.map(|outcome| {
            let outcome = Message::new("export-outcome").with("outcome", outcome.word());
            self.say(&outcome)
        }));
        // What a decision of the item says stands below.
        let decided = |text: &&Text| {
            let of_item = self.summary.decisions.iter();
            of_item
                .filter(|decision| decision.item == Some(item.number))
                .filter_map(|decision| decision.text.as_ref())
                .any(|words| words.en == **text || words.zh == **text)
        };
        let words = item.text.as_ref().filter(|text| !decided(text));
        parts.extend(words.map(Text::to_string));
        let later = self.summary.later(item.number);
        parts.extend(later.map(|later| self.say(&later.said())));
        (!parts.is_empty()).then(|| parts.join(&self.words.semicolon))
    }

    fn speakers(&mut self, item: &ItemEntry) {
        let mut spoke: Vec<(String, i64)> = Vec::new();
        let mut wrote: Vec<Arg> = Vec::new();
        for turn in &item.turns {
            let who = turn.person.clone().map(crate::agenda::Who::Person);
            let who = who.or_else(|| turn.unit.clone().map(crate::agenda::Who::Unit));
            let Some(who) = who else { continue };
            let name = self.summary.called(&who);
            let name = name.get(self.locale.language()).to_string();
            if turn.kind == TurnKind::Written {
                wrote.push(Arg::from(name));
                continue;
            }
            match spoke.iter_mut().find(|(known, _)| *known == name) {
                Some((_, seconds)) => *seconds += turn.seconds,
                None => spoke.push((name, turn.seconds)),
            }
        }
        if !wrote.is_empty() {
            let text = self.say(&Message::new("export-wrote").with("names", wrote));
            self.blocks.push(Block::Text(text.into()));
        }
        if spoke.is_empty() {
            return;
        }
        let named = spoke.into_iter().map(|(name, seconds)| {
            let mut named = name;
            if seconds > 0 {
                self.words
                    .enclose(&mut named, &[self.locale.write(&Arg::Seconds(seconds))]);
            }
            Arg::from(named)
        });
        let message = Message::new("export-spoke").with("names", named.collect::<Vec<_>>());
        let text = self.say(&message);
        self.blocks.push(Block::Text(text.into()));
    }

    fn motions(&mut self, item: &ItemEntry) {
        let summary = self.summary;
        let of_item = summary
            .motions
            .iter()
            .filter(|motion| motion.item == Some(item.number));
        let entries =
            of_item
                .map(|motion| {
                    let person = |id: &crate::agenda::PersonId| {
                        summary.names([&crate::agenda::Who::Person(id.clone())])
                    };
                    let by = Message::new("export-moved").with("by", person(&motion.by));
                    let mut notes = vec![self.say(&by)];
                    notes.extend(motion.seconded.as_ref().map(|by| {
                        self.say(&Message::new("export-seconded").with("by", person(by)))
                    }));
                    notes.extend(motion.amends.map(|id| {
                        self.say(&Message::new("export-amends").with("motion", id.to_string()))
                    }));
                    if motion.withdrawn {
                        notes.push(self.word("export-withdrawn"));
                    }
                    let mut text = motion.text.to_string();
                    self.words.enclose(&mut text, &notes);
                    let lead = Message::new("export-motion").with("id", motion.id.to_string());
                    Entry::led(0, &self.say(&lead), text)
                })
                .collect();
        self.list(entries);
    }

    fn ballots(&mut self, item: &ItemEntry) {
        let summary = self.summary;
        let of_item = summary
            .ballots
            .iter()
            .filter(|ballot| ballot.item == Some(item.number));
        for ballot in of_item {
            let mut entries = vec![self.ballot(ballot)];
            if let Some(reason) = &ballot.void_reason {
                let void = Message::new("export-void").with("reason", reason.clone());
                entries.push(Entry::led(1, "", self.say(&void)));
            } else {
                entries.push(Entry::led(1, "", self.figures(ballot)));
                let groups = ballot.groups.iter().map(|group| {
                    let name = match &group.group {
                        Some(name) => name.to_string(),
                        None => self.word("rules-group-others"),
                    };
                    let lead = format!("{name}{}", self.words.colon);
                    Entry::led(2, &lead, self.votes(&group.votes).join(&self.words.comma))
                });
                entries.extend(groups);
                let sentence = ballot.sentence.as_ref();
                let sentence = sentence.map(|sentence| Entry::led(1, "", self.say(sentence)));
                entries.extend(sentence);
            }
            self.list(entries);
            self.candidates(ballot);
        }
    }

    fn ballot(&self, ballot: &BallotEntry) -> Entry {
        let mut notes = vec![self.say(&ballot.method_named)];
        if ballot.round > 1 {
            let round = Message::new("export-round").with("round", ballot.round);
            notes.push(self.say(&round));
        }
        if ballot.state == BallotState::Open {
            notes.push(self.word("export-ballot-open"));
        }
        let question = ballot.question.as_ref();
        let mut text = question.map_or_else(String::new, |question| {
            question.get(self.locale.language()).to_string()
        });
        self.words.enclose(&mut text, &notes);
        let lead = Message::new("export-ballot-lead").with("id", ballot.id.to_string());
        Entry::led(0, &self.say(&lead), text)
    }

    /// Every figure that somebody counted.
    fn figures(&self, ballot: &BallotEntry) -> String {
        let mut parts = self.votes(&ballot.votes);
        let others = [
            ("export-blank", ballot.blank),
            ("export-invalid", ballot.invalid),
            ("export-issued", ballot.issued),
            ("export-returned", ballot.returned),
            ("export-entitled", ballot.entitled),
            ("export-present", ballot.present),
        ];
        parts.extend(others.into_iter().filter_map(|(id, n)| self.figure(id, n)));
        parts.join(&self.words.comma)
    }

    fn votes(&self, votes: &Votes) -> Vec<String> {
        [
            ("export-for", votes.favour),
            ("export-against", votes.against),
            ("export-abstaining", votes.abstaining),
        ]
        .into_iter()
        .filter_map(|(id, n)| self.figure(id, n))
        .collect()
    }

    fn figure(&self, id: &'static str, number: Option<u32>) -> Option<String> {
        number.map(|number| self.say(&Message::new(id).with("number", number)))
    }

    fn candidates(&mut self, ballot: &'a BallotEntry) {
        if ballot.candidates.is_empty() {
            return;
        }
        let cell = |n: Option<u32>| n.map_or_else(|| Prose::plain("–"), |n| n.to_string().into());
        let rows = ballot
            .candidates
            .iter()
            .map(|candidate| {
                vec![
                    self.text(&candidate.name).into(),
                    cell(candidate.votes.favour),
                    cell(candidate.votes.against),
                    cell(candidate.votes.abstaining),
                    match candidate.elected {
                        Some(true) => self.word("export-is-elected").into(),
                        Some(false) => self.word("export-is-not-elected").into(),
                        None => Prose::plain("–"),
                    },
                ]
            })
            .collect();
        let head = [
            "export-candidate",
            "export-head-for",
            "export-head-against",
            "export-head-abstaining",
            "export-result",
        ]
        .map(|id| self.word(id).into())
        .to_vec();
        self.blocks.push(Block::Table(Table {
            look: Look::Plain,
            head,
            rows,
        }));
    }

    fn decisions(&mut self, item: &ItemEntry) {
        let of_item = self
            .summary
            .decisions
            .iter()
            .filter(|decision| decision.item == Some(item.number));
        let entry = |decision: &DecisionEntry| {
            let lead = Message::new("export-decision").with("id", decision.id.to_string());
            let decided = self.say(&self.summary.decided_plainly(decision));
            [
                Some(Entry::led(0, &self.say(&lead), decided)),
                self.later(1, decision.id),
            ]
        };
        let entries = of_item.flat_map(entry).flatten().collect();
        self.list(entries);
    }
}
