//! What a line that starts with `/` looks for: words that a contribution must have, each in its text or in what is known of it.
//! Owns what a word can mean; what becomes of what is found is others'.

use crate::agenda::{ContributionKind, Who};
use crate::meeting::contribution::{Answer, Contribution, ThemeId};
use crate::meeting::{ContributionId, Meeting};
use crate::names::{Names, fold};

use super::capture::{ANSWERS, WHOLE_KINDS};
use super::line::KINDS;

/// A state of a contribution that a word can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Starred,
    Joint,
    Supported,
    Unanswered,
    Unowned,
    Struck,
    Merged,
    Is(Answer),
}

/// The words for these states, in small letters.
const MARKS: &[(Mark, &[&str])] = &[
    (Mark::Starred, &["starred", "星标", "标星", "★"]),
    (Mark::Joint, &["joint", "联合"]),
    (Mark::Supported, &["supported", "附议", "支持"]),
    (Mark::Unanswered, &["unanswered", "未答复"]),
    (Mark::Unowned, &["unowned", "未归属"]),
    (Mark::Struck, &["struck", "删去", "已删"]),
    (Mark::Merged, &["merged", "合并", "已并"]),
];

/// Shorter beginnings of a word for a kind or a state mean nothing yet.
const LEAST: usize = 3;
const LEAST_CHINESE: usize = 2;

/// Words to look for. A contribution is kept when it has every one: in its text, in a name of whom it comes from, who said it or
/// whom it mentions (by pinyin too), in a name of a theme, as its kind, state or id. `@` in front looks among names alone, `#`
/// among themes.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    words: Vec<Word>,
}

/// One word, and everything it means in a meeting.
#[derive(Clone, Debug, Default)]
struct Word {
    /// What a text must hold; none where only names or themes are looked through.
    text: Option<String>,
    sources: Vec<Who>,
    themes: Vec<ThemeId>,
    kinds: Vec<ContributionKind>,
    marks: Vec<Mark>,
    id: Option<ContributionId>,
}

impl Filter {
    /// The filter of those words, read in that meeting.
    #[must_use]
    pub fn of(typed: &str, meeting: &Meeting, names: &Names) -> Self {
        // Parted first: between Chinese characters a space does not count in a name.
        let words = typed.split_whitespace().map(fold);
        let words = words.filter_map(|word| Word::of(&word, meeting, names));
        Self {
            words: words.collect(),
        }
    }

    /// Whether it looks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a contribution is kept; `text` is its text, folded. What was struck or merged is kept only where a word asks for
    /// that.
    #[must_use]
    pub fn keeps(&self, contribution: &Contribution, text: &str) -> bool {
        let is_gone =
            |mark: &Mark| matches!(mark, Mark::Struck | Mark::Merged) && mark.is_on(contribution);
        let mut marks = self.words.iter().flat_map(|word| &word.marks);
        (contribution.counts() || marks.any(is_gone))
            && self.words.iter().all(|word| word.is_in(contribution, text))
    }
}

impl Word {
    /// What a folded word means; nothing where it is a mark alone, behind which more is still to come.
    fn of(word: &str, meeting: &Meeting, names: &Names) -> Option<Self> {
        if let Some(name) = word.strip_prefix('@') {
            return (!name.is_empty()).then(|| Self {
                sources: names.complete(name, usize::MAX),
                ..Self::default()
            });
        }
        if let Some(theme) = word.strip_prefix('#') {
            return (!theme.is_empty()).then(|| Self {
                themes: themes(theme, meeting),
                ..Self::default()
            });
        }
        let kinds = KINDS.iter().chain(WHOLE_KINDS).copied();
        let answers = ANSWERS.iter().filter(|(of, _)| *of != Answer::Open);
        let answers = answers.map(|(of, words)| (Mark::Is(*of), *words));
        let marks = MARKS.iter().copied().chain(answers);
        Some(Self {
            text: Some(word.to_owned()),
            sources: names.complete(word, usize::MAX),
            themes: themes(word, meeting),
            kinds: begun(kinds, word),
            marks: begun(marks, word),
            id: id(word),
        })
    }

    fn is_in(&self, contribution: &Contribution, text: &str) -> bool {
        let line = &contribution.line;
        let is_source = |who: &Who| {
            let said_it = match who {
                Who::Person(id) => line.source.person.as_ref() == Some(id),
                Who::Unit(_) => false,
            };
            said_it || line.source.by.contains(who) || line.mentions.contains(who)
        };
        let is_text = |wanted: &String| text.contains(wanted.as_str());
        self.text.as_ref().is_some_and(is_text)
            || self.id == Some(line.id)
            || self.kinds.contains(&line.kind)
            || self.themes.iter().any(|theme| line.themes.contains(theme))
            || self.marks.iter().any(|mark| mark.is_on(contribution))
            || self.sources.iter().any(is_source)
    }
}

impl Mark {
    fn is_on(self, contribution: &Contribution) -> bool {
        let by = contribution.line.source.by.len();
        match self {
            Self::Starred => contribution.starred,
            Self::Joint => by > 1,
            Self::Supported => !contribution.supported_by.is_empty(),
            Self::Unanswered => contribution.is_follow_up(),
            Self::Unowned => by == 0,
            Self::Struck => contribution.struck.is_some(),
            Self::Merged => contribution.merged_into.is_some(),
            Self::Is(answer) => contribution.status == answer,
        }
    }
}

/// What of a table has a word that begins with what was typed, and enough of it was.
fn begun<'t, T>(table: impl Iterator<Item = (T, &'t [&'t str])>, typed: &str) -> Vec<T> {
    let least = if typed.is_ascii() {
        LEAST
    } else {
        LEAST_CHINESE
    };
    let is_begun = |whole: &&str| {
        let least = least.min(whole.chars().count());
        whole.starts_with(typed) && typed.chars().count() >= least
    };
    let begun = table.filter(|(_, words)| words.iter().any(is_begun));
    begun.map(|(of, _)| of).collect()
}

/// `c12`.
fn id(word: &str) -> Option<ContributionId> {
    word.strip_prefix('c')?.parse().ok().map(ContributionId)
}

fn themes(word: &str, meeting: &Meeting) -> Vec<ThemeId> {
    let themes = meeting.contributions.themes();
    let found = themes.filter(|theme| {
        let names = [&theme.name.en, &theme.name.zh].into_iter();
        let mut names = names.chain(&theme.also);
        names.any(|name| fold(name.as_str()).contains(word))
    });
    found.map(|theme| theme.id.clone()).collect()
}

/// The texts of contributions, folded when they are first looked through: kept from one word typed to the next.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// By number, with the record that had changed it last.
    folded: Vec<Option<(u64, Box<str>)>>,
}

impl Texts {
    /// The text of a contribution, folded.
    pub fn folded(&mut self, contribution: &Contribution) -> &str {
        let at = usize::try_from(contribution.line.id.0).unwrap_or(0);
        if self.folded.len() <= at {
            self.folded.resize(at + 1, None);
        }
        let kept = &mut self.folded[at];
        let is_old = |(changed, _): &(u64, Box<str>)| *changed != contribution.changed;
        if kept.as_ref().is_none_or(is_old) {
            let text = fold(contribution.line.text.as_str());
            *kept = Some((contribution.changed, text.into_boxed_str()));
        }
        kept.as_ref().map_or("", |(_, text)| text)
    }
}
