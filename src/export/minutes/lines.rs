//! What was said, in the minutes: every unit's lines by theme, with kind, person, supporters and answers; reports; conclusions.

use std::collections::HashMap;

use super::Minutes;
use crate::agenda::{ContributionKind, Who};
use crate::export::blocks::{Block, Entry};
use crate::locale::Locale;
use crate::meeting::contribution::Answer;
use crate::summary::Line;
use crate::text::{Bilingual, Message, Text};

/// Words and marks that every line needs, looked up once.
pub(super) struct Words {
    open: String,
    close: String,
    pub comma: String,
    pub semicolon: String,
    pub colon: String,
    kinds: HashMap<ContributionKind, String>,
}

impl Words {
    pub fn of(locale: &Locale) -> Self {
        let word = |id| locale.say(&Message::new(id));
        let kinds = [
            ContributionKind::Suggestion,
            ContributionKind::Offer,
            ContributionKind::Request,
            ContributionKind::Commitment,
            ContributionKind::Question,
            ContributionKind::Remark,
        ];
        Self {
            open: word("export-open-bracket"),
            close: word("export-close-bracket"),
            comma: word("export-comma"),
            semicolon: word("export-semicolon"),
            colon: word("export-colon"),
            kinds: kinds
                .into_iter()
                .map(|kind| (kind, capital(&locale.say(&kind.word()))))
                .collect(),
        }
    }

    /// Adds what is to be said besides, in brackets.
    pub fn enclose(&self, text: &mut String, notes: &[String]) {
        if !notes.is_empty() {
            text.push_str(&self.open);
            for (at, note) in notes.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { &self.semicolon });
                text.push_str(note);
            }
            text.push_str(&self.close);
        }
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

impl<'a> Minutes<'a> {
    /// What each reported, in order.
    pub(super) fn reported(&mut self, lines: &[&'a Line]) {
        for (who, lines) in self.by_source(lines) {
            let name = self.summary.called(&who);
            let heading = Message::new("export-reported").with("name", name);
            self.blocks
                .push(Block::Heading(3, self.say(&heading).into()));
            let entries = lines.iter().flat_map(|line| self.line(line, &who, 0, true));
            self.list(entries.collect());
        }
    }

    /// What each said, in order, where nobody was asked for suggestions.
    pub(super) fn remarked(&mut self, lines: &[&'a Line]) {
        for (who, lines) in self.by_source(lines) {
            let name = self.summary.called(&who);
            let name = name.get(self.locale.language()).to_string();
            self.blocks.push(Block::Heading(3, name.into()));
            let entries = lines.iter().flat_map(|line| self.line(line, &who, 0, true));
            self.list(entries.collect());
        }
    }

    /// What the chair concluded; what others said stands before it.
    pub(super) fn concluded(&mut self, lines: &[&'a Line]) {
        let (conclusions, others): (Vec<&Line>, Vec<&Line>) = lines
            .iter()
            .partition(|line| self.summary.is_conclusion(line));
        self.said(&others);
        if !conclusions.is_empty() {
            self.heading(3, "export-concluded");
            let entries = conclusions
                .iter()
                .map(|line| Entry::plain(line.text.as_str()));
            self.list(entries.collect());
        }
    }

    /// What each unit said, by theme, in order of precedence.
    pub(super) fn said(&mut self, lines: &[&'a Line]) {
        for (who, lines) in self.by_source(lines) {
            let name = self.summary.called(&who);
            let name = name.get(self.locale.language()).to_string();
            self.blocks.push(Block::Heading(3, name.into()));
            let mut entries = Vec::new();
            let mut untagged = Vec::new();
            for (theme, lines) in by_theme(&lines) {
                let Some(theme) = theme else {
                    untagged = lines;
                    continue;
                };
                entries.push(Entry::led(0, self.text(theme), ""));
                entries.extend(
                    lines
                        .iter()
                        .flat_map(|line| self.line(line, &who, 1, false)),
                );
            }
            let rest = untagged
                .iter()
                .flat_map(|line| self.line(line, &who, 0, false));
            entries.extend(rest);
            self.list(entries);
        }
    }

    /// Those lines by whom they come from, in order of precedence; a joint one stands with each.
    fn by_source(&self, lines: &[&'a Line]) -> Vec<(Who, Vec<&'a Line>)> {
        let mut sources: HashMap<Who, Vec<&'a Line>> = HashMap::new();
        for line in lines {
            for who in &line.by {
                match sources.get_mut(who) {
                    Some(known) => known.push(line),
                    None => {
                        sources.insert(who.clone(), vec![line]);
                    }
                }
            }
        }
        let mut sources: Vec<_> = sources.into_iter().collect();
        sources.sort_by_cached_key(|(who, _)| (self.summary.precedence(who), who.clone()));
        sources
    }

    /// A line with what became of it below.
    fn line(&self, line: &Line, whose: &Who, depth: usize, with_themes: bool) -> Vec<Entry> {
        let lead = if with_themes && line.kind == ContributionKind::Remark {
            String::new()
        } else {
            let kind = self.words.kinds.get(&line.kind);
            format!("{}{}", kind.map_or("", String::as_str), self.words.colon)
        };
        let mut text = line.text.to_string();
        self.words
            .enclose(&mut text, &self.notes(line, whose, with_themes));
        let mut entries = vec![Entry::led(depth, &lead, text)];
        if !line.supported_by.is_empty() {
            let names = self.summary.names(&line.supported_by);
            let supported = Message::new("export-supported").with("names", names);
            entries.push(Entry::led(depth + 1, "", self.say(&supported)));
        }
        if let Some(answer) = self.answer(line.status, line.answer.as_ref()) {
            entries.push(Entry::led(depth + 1, "", answer));
        }
        entries.extend(self.later(depth + 1, line.id));
        entries
    }

    /// Who said it, with whom, to what it replies, about what else it is, and its id.
    fn notes(&self, line: &Line, whose: &Who, with_themes: bool) -> Vec<String> {
        let mut notes = Vec::new();
        let speaker = line.person.as_ref().and_then(|id| self.summary.person(id));
        if let Some(person) = speaker.filter(|_| !matches!(whose, Who::Person(_))) {
            notes.push(self.text(&person.name).to_owned());
        }
        let others: Vec<&Who> = line.by.iter().filter(|who| *who != whose).collect();
        if !others.is_empty() {
            let names = self.summary.names(others);
            notes.push(self.say(&Message::new("export-jointly").with("names", names)));
        }
        if let Some(re) = line.re {
            notes.push(self.say(&Message::new("export-reply").with("id", re.to_string())));
        }
        let also = if with_themes {
            &line.themes[..]
        } else {
            line.themes.get(1..).unwrap_or_default()
        };
        notes.extend(also.iter().map(|theme| self.text_of(theme)));
        notes.push(line.id.to_string());
        notes
    }

    fn text_of(&self, both: &Bilingual) -> String {
        both.get(self.locale.language()).to_string()
    }

    /// What was answered after the meeting; none where nothing was.
    pub(super) fn later(&self, depth: usize, id: impl std::fmt::Display) -> Option<Entry> {
        let later = self.summary.later(id)?;
        Some(Entry::led(depth, "", self.say(&later.said())))
    }

    /// What became of something; none while it is open.
    pub(super) fn answer(&self, status: Answer, words: Option<&Text>) -> Option<String> {
        if status == Answer::Open {
            return None;
        }
        let mut answer = capital(&self.say(&status.word()));
        if let Some(words) = words {
            answer.push_str(&self.words.colon);
            answer.push_str(words.as_str());
        }
        Some(answer)
    }
}

/// Those lines by their first theme, in order of first mention.
fn by_theme<'a>(lines: &[&'a Line]) -> Vec<(Option<&'a Bilingual>, Vec<&'a Line>)> {
    let mut themes: Vec<(Option<&Bilingual>, Vec<&Line>)> = Vec::new();
    let mut at: HashMap<Option<&Bilingual>, usize> = HashMap::new();
    for line in lines {
        let theme = line.themes.first();
        let place = *at.entry(theme).or_insert_with(|| {
            themes.push((theme, Vec::new()));
            themes.len() - 1
        });
        themes[place].1.push(line);
    }
    themes
}
