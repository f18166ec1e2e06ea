//! What was said, as templates see it: reports by who gave them, contributions by theme, conclusions, and what one unit had to say.

use std::collections::{HashMap, HashSet};

use minijinja::context;
use minijinja::value::Value;

use super::View;
use crate::agenda::{ContributionKind, ItemKind, Who};
use crate::meeting::contribution::Answer;
use crate::summary::{Attendee, Line, id_of};
use crate::text::{Bilingual, Text};

/// Lines of a theme that an announcement names; the others are counted.
const CHOSEN: usize = 6;

impl View<'_> {
    /// A contribution.
    fn line(&self, line: &Line) -> Value {
        let person = line
            .person
            .as_ref()
            .and_then(|id| self.summary().person(id));
        let status = (line.status != Answer::Open).then(|| self.say(&line.status.word()));
        context! {
            id => line.id.to_string(),
            text => line.text.as_str(),
            kind => self.say(&line.kind.word()),
            by => self.names(&line.by),
            person => person.map(|person| self.words(&person.name)),
            themes => line.themes.iter().map(|theme| self.text(theme)).collect::<Value>(),
            supported_by => self.names(&line.supported_by),
            starred => line.starred,
            status => status,
            answer => line.answer.as_ref().map(Text::as_str),
            later => self.later(line.id),
        }
    }

    /// What was answered of that after the meeting, as a sentence.
    pub(super) fn later(&self, id: impl std::fmt::Display) -> Option<Value> {
        self.summary()
            .later(id)
            .map(|later| self.say(&later.said()))
    }

    fn lines<'l>(&self, lines: impl IntoIterator<Item = &'l Line>) -> Value {
        lines.into_iter().map(|line| self.line(line)).collect()
    }

    fn kind_of_item(&self, line: &Line) -> Option<ItemKind> {
        let item = line.item.and_then(|number| self.summary().item(number));
        item.map(|item| item.kind)
    }

    fn counting(&self) -> impl Iterator<Item = &Line> {
        self.summary()
            .contributions
            .iter()
            .filter(|line| line.counts())
    }

    /// What was reported: for each report and speaker, in order.
    pub(super) fn reports(&self) -> Value {
        let mut reports: Vec<(usize, &Line, Vec<&Line>)> = Vec::new();
        for line in self.counting() {
            let (Some(item), Some(ItemKind::Report)) = (line.item, self.kind_of_item(line)) else {
                continue;
            };
            let same = |(number, first, _): &&mut (usize, &Line, Vec<&Line>)| {
                *number == item && first.person == line.person && first.by == line.by
            };
            match reports.iter_mut().find(same) {
                Some((_, _, lines)) => lines.push(line),
                None => reports.push((item, line, vec![line])),
            }
        }
        let report = |(item, first, lines): (usize, &Line, Vec<&Line>)| {
            let item = self.summary().item(item);
            context! {
                title => item.map(|item| self.words(&item.title)),
                who => self.one(first.person.as_ref()),
                by => self.names(&first.by),
                after_votes => item.is_some_and(|item| self.has_voted_before(item.number)),
                lines => self.lines(lines),
            }
        };
        reports.into_iter().map(report).collect()
    }

    fn has_voted_before(&self, item: usize) -> bool {
        let ballots = self.summary().ballots.iter();
        ballots
            .filter_map(|ballot| ballot.item)
            .any(|voted| voted < item)
    }

    /// What units said in the items that ask for it, by first theme: how many, which themes, the weightiest lines of each.
    pub(super) fn said(&self) -> Value {
        let lines: Vec<&Line> = self.counting().filter(|line| self.is_said(line)).collect();
        let mut themes: Vec<(Option<&Bilingual>, Vec<&Line>)> = Vec::new();
        let mut at: HashMap<Option<&Bilingual>, usize> = HashMap::new();
        let order = self
            .summary()
            .sums
            .by_theme
            .iter()
            .map(|(theme, _)| Some(theme));
        for theme in order.chain([None]) {
            at.insert(theme, themes.len());
            themes.push((theme, Vec::new()));
        }
        for line in &lines {
            if let Some(place) = at.get(&line.themes.first()) {
                themes[*place].1.push(line);
            }
        }
        let is_named = |theme: &Bilingual| lines.iter().any(|line| line.themes.contains(theme));
        let named = self.summary().sums.by_theme.iter().map(|(theme, _)| theme);
        context! {
            count => lines.len(),
            units => lines.iter().flat_map(|line| &line.by).collect::<HashSet<_>>().len(),
            themes => named.filter(|theme| is_named(theme)).map(|theme| self.text(theme)).collect::<Value>(),
            by_theme => themes
                .into_iter()
                .filter(|(_, lines)| !lines.is_empty())
                .map(|(theme, lines)| self.theme(theme, &lines))
                .collect::<Value>(),
        }
    }

    fn is_said(&self, line: &Line) -> bool {
        let by_chair = self
            .facts()
            .chairs
            .iter()
            .any(|chair| line.person.as_ref() == Some(&chair.person));
        let in_order = by_chair && line.kind == ContributionKind::Remark;
        match self.kind_of_item(line) {
            Some(ItemKind::Report | ItemKind::Opening | ItemKind::Break) => false,
            Some(ItemKind::Closing) => !self.summary().is_conclusion(line),
            Some(
                ItemKind::Discussion
                | ItemKind::Round
                | ItemKind::Motion
                | ItemKind::Approval
                | ItemKind::Election,
            )
            | None => !in_order,
        }
    }

    fn theme(&self, theme: Option<&Bilingual>, lines: &[&Line]) -> Value {
        let count = lines.len();
        let mut places: Vec<usize> = (0..count).collect();
        places.sort_by_key(|at| std::cmp::Reverse(weight(lines[*at])));
        places.truncate(CHOSEN);
        places.sort_unstable();
        let chosen = places.into_iter().map(|at| lines[at]);
        context! {
            name => self.maybe(theme),
            count => count,
            more => count.saturating_sub(CHOSEN),
            chosen => self.lines(chosen),
            lines => self.lines(lines.iter().copied()),
        }
    }

    /// What the chair concluded, and who.
    pub(super) fn conclusions(&self) -> Value {
        let lines: Vec<&Line> = self
            .counting()
            .filter(|line| self.summary().is_conclusion(line))
            .collect();
        let Some(first) = lines.first() else {
            return Value::from(());
        };
        context! {
            who => self.one(first.person.as_ref()),
            lines => self.lines(lines.iter().copied()),
        }
    }

    /// To whom a letter goes: its people, what it said and supported, what it is to do.
    pub(super) fn addressee(&self) -> Value {
        let Some(to) = self.to else {
            return Value::from(());
        };
        let summary = self.summary();
        let people = summary
            .attendance
            .iter()
            .filter(|person| person.attended() && person.unit() == *to);
        let own = self.counting().filter(|line| line.by.contains(to));
        let supported = self
            .counting()
            .filter(|line| line.supported_by.contains(to));
        let mentioned = self
            .counting()
            .filter(|line| line.mentions.contains(to) && !line.by.contains(to));
        let actions = summary.actions.iter().filter(|action| {
            let owner = action.owner.as_ref();
            owner.is_some_and(|owner| summary.unit_of(owner) == *to)
        });
        context! {
            id => id_of(to),
            name => self.called(to),
            is_person => matches!(to, Who::Person(_)),
            person => match to {
                Who::Person(id) => self.one(Some(id)),
                Who::Unit(_) => Value::from(()),
            },
            people => (1..).zip(people).map(|person: (usize, &Attendee)| self.person(person)).collect::<Value>(),
            lines => self.lines(own),
            supported => self.lines(supported),
            mentioned => self.lines(mentioned),
            actions => actions.map(|action| self.action(action)).collect::<Value>(),
        }
    }
}

/// What an announcement names first: what has a star, was adopted, several units stand behind.
fn weight(line: &Line) -> (bool, bool, usize) {
    let behind = line.by.len() + line.supported_by.len();
    (line.starred, line.status == Answer::Adopted, behind)
}
