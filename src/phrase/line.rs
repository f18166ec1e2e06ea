//! A line that is no command: a contribution with its kind, whose it is, whom it mentions and what it is about, or one of
//! the two forms `+C12` and `s/old/new/`. Never refused: what cannot be read stays text.

use super::misread::Fault;
use super::words::{after, number};
use super::{Misread, Reading, Spoken};
use crate::agenda::{ContributionKind as Kind, Who};
use crate::meeting::ContributionId;
use crate::meeting::contribution::{Command, Draft, ThemeId, ThemeName};
use crate::names::{Match, narrow, tag_end, take_quoted};
use crate::text::{Message, Text, is_han};

/// The words for kinds of contributions, in front of a line (with a colon) and in commands.
pub(super) const KINDS: &[(Kind, &[&str])] = &[
    (Kind::Suggestion, &["suggest", "建议"]),
    (Kind::Offer, &["offer", "资源"]),
    (Kind::Request, &["request", "请求"]),
    (Kind::Commitment, &["commit", "承诺"]),
    (Kind::Question, &["question", "提问"]),
    (Kind::Remark, &["remark", "说明"]),
];

/// A line with `<` in front: filed one turn back for each.
pub(super) fn back(reading: &mut Reading) -> Result<Spoken, Box<Misread>> {
    let mut line = reading.words;
    while line.mark(&['<']) && !line.is_empty() {
        let earlier = reading.anchor.earlier(reading.meeting);
        reading.anchor =
            earlier.ok_or_else(|| Misread::new(Message::new("phrase-no-earlier-turn")))?;
    }
    if line.is_empty() {
        return Err(Box::new(Misread::new(Message::new("phrase-nothing"))));
    }
    reading.words = line;
    Ok(read(reading))
}

/// A line that is no command.
pub(super) fn read(reading: &Reading) -> Spoken {
    let line = reading.words.rest();
    let command = support(reading, line)
        .or_else(|| substitute(line))
        .unwrap_or_else(|| Command::Capture(reading.draft(line)));
    Spoken::Command(command.into())
}

/// `+C12`, and nothing else: in exactly that form, or it is a text.
fn support(reading: &Reading, line: &str) -> Option<Command> {
    let (id, rest) = number(line.strip_prefix("+C")?)?;
    rest.is_empty().then_some(Command::Support {
        id: ContributionId(id),
        anchor: reading.anchor,
    })
}

/// `s/old/new/`, and nothing else: in exactly that form, or it is a text.
fn substitute(line: &str) -> Option<Command> {
    let rest = line.strip_prefix('s')?;
    let slash = rest.chars().next().filter(|c| narrow(*c) == '/')?;
    let inner = rest.strip_prefix(slash)?.strip_suffix(slash)?;
    let (old, new) = inner.split_once(slash)?;
    if old.is_empty() || new.contains(slash) {
        return None;
    }
    Some(Command::Substitute {
        old: Text::line(old),
        new: Text::line(new),
    })
}

impl Reading<'_> {
    /// A line as a contribution, filed where it was begun.
    pub(super) fn draft(&self, line: &str) -> Draft {
        let mut draft = Draft {
            anchor: self.anchor,
            ..Draft::default()
        };
        let text = self.strip_start(line.trim(), &mut draft);
        let text = self.strip_end(text, &mut draft);
        // A line of nothing but marks still says something.
        draft.text = Text::line(if text.is_empty() { line } else { text });
        draft
    }

    /// Takes kind word and marks off the beginning.
    fn strip_start<'t>(&self, line: &'t str, draft: &mut Draft) -> &'t str {
        let mut text = line;
        loop {
            if draft.kind.is_none()
                && let Some((kind, rest)) = kind_word(text)
            {
                draft.kind = Some(kind);
                text = rest;
                continue;
            }
            let Some(mark) = self.mark_at(text, 0) else {
                return text;
            };
            match mark.says {
                Says::Who(who) => {
                    if !draft.from.contains(&who) {
                        draft.from.push(who);
                    }
                }
                Says::Theme(theme) => add_theme(draft, theme),
                // It stays, and is met again as a mark inside the text.
                Says::Unread(_) => return text,
            }
            text = behind_mark(&text[mark.end..]);
        }
    }

    /// Reads the marks inside a text, and takes those at its end off.
    fn strip_end<'t>(&self, text: &'t str, draft: &mut Draft) -> &'t str {
        let mut spans = Vec::new();
        let mut at = 0;
        while let Some(mark) = self.next_mark(text, at) {
            at = mark.end;
            spans.push((mark.start, mark.end, !matches!(mark.says, Says::Unread(_))));
            match mark.says {
                Says::Who(who) if draft.mentions.contains(&who) => {}
                Says::Who(who) => draft.mentions.push(who),
                Says::Theme(theme) => add_theme(draft, theme),
                Says::Unread(name) => draft.unread.push(name),
            }
        }
        let mut end = text.len();
        let mut between: &[char] = &[' ', '\u{3000}'];
        for (start, behind, is_read) in spans.into_iter().rev() {
            if !is_read || !text[behind..end].trim_matches(between).is_empty() {
                break;
            }
            end = start;
            between = &[' ', '\u{3000}', ',', '，', '、'];
        }
        text[..end].trim_end()
    }

    fn next_mark(&self, text: &str, from: usize) -> Option<Mark> {
        text[from..]
            .char_indices()
            .filter(|(_, c)| matches!(narrow(*c), '@' | '#'))
            .find_map(|(at, _)| self.mark_at(text, from + at))
    }

    /// The mark that stands there; none where a letter or digit stands before it, or nothing behind.
    fn mark_at(&self, text: &str, start: usize) -> Option<Mark> {
        let before = text[..start].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() && !is_han(c)) {
            return None;
        }
        let mut chars = text[start..].chars();
        let mark = narrow(chars.next()?);
        let behind = chars.as_str();
        let (says, rest) = match mark {
            '@' => self.who_mark(behind)?,
            '#' => self.theme_mark(behind)?,
            _ => return None,
        };
        let end = text.len() - rest.len();
        Some(Mark { start, end, says })
    }

    fn who_mark<'t>(&self, behind: &'t str) -> Option<(Says, &'t str)> {
        let quoted = take_quoted(behind).filter(|(name, _)| !name.is_empty());
        let (found, name, rest) = if let Some((name, rest)) = quoted {
            (self.names.find(name), name, rest)
        } else {
            let tag = self.names.take_tag(behind);
            (tag.found, tag.name, tag.rest)
        };
        if name.is_empty() {
            return None;
        }
        let says = match found {
            Match::One(who) => Says::Who(who),
            Match::Several(_) | Match::None => Says::Unread(Text::line(&format!("@{name}"))),
        };
        Some((says, rest))
    }

    fn theme_mark<'t>(&self, behind: &'t str) -> Option<(Says, &'t str)> {
        if let Some((end, [theme, ..])) = self.themes.at_start(behind) {
            return Some((Says::Theme(ThemeName::Known(theme.clone())), &behind[end..]));
        }
        let quoted = take_quoted(behind).filter(|(name, _)| !name.is_empty());
        let (name, rest) = quoted.unwrap_or_else(|| behind.split_at(tag_end(behind)));
        let name = Text::line(name);
        if name.is_empty() {
            return None;
        }
        let theme = match self.themes.get(name.as_str()) {
            [known, ..] => ThemeName::Known(known.clone()),
            [] => ThemeName::New(name),
        };
        Some((Says::Theme(theme), rest))
    }

    /// Whose marks a text of nothing but marks names, and its themes: for `file`.
    pub(super) fn marks(&self, text: &str) -> Result<(Vec<Who>, Vec<ThemeName>), Fault> {
        let mut draft = Draft::default();
        let rest = self.strip_start(text, &mut draft);
        if rest.is_empty() && draft.kind.is_none() {
            return Ok((draft.from, draft.themes));
        }
        match self.mark_at(rest, 0).map(|mark| mark.says) {
            Some(Says::Unread(tag)) => Err(self.unread(tag.as_str().trim_start_matches('@'))),
            Some(Says::Who(_) | Says::Theme(_)) | None => Err(Fault::Usage),
        }
    }
}

/// A mark and its tag in a text.
struct Mark {
    start: usize,
    end: usize,
    says: Says,
}

enum Says {
    Who(Who),
    Theme(ThemeName),
    /// Nobody known, or several.
    Unread(Text),
}

fn add_theme(draft: &mut Draft, theme: ThemeName) {
    let same = |known: &ThemeName| match (known, &theme) {
        (ThemeName::New(one), ThemeName::New(other)) => ThemeId::of(one) == ThemeId::of(other),
        (known, theme) => known == theme,
    };
    if !draft.themes.iter().any(same) {
        draft.themes.push(theme);
    }
}

/// The kind that a text names in front, and what follows.
fn kind_word(text: &str) -> Option<(Kind, &str)> {
    KINDS.iter().find_map(|(kind, words)| {
        let rest = words.iter().find_map(|word| after(text, word))?;
        let rest = rest.strip_prefix([':', '：'])?;
        Some((*kind, rest.trim_start()))
    })
}

/// What follows a mark at the beginning: `@X: …` and `@X, @Y …` begin behind the colon or comma.
fn behind_mark(rest: &str) -> &str {
    let rest = rest.trim_start();
    rest.strip_prefix([':', '：', ',', '，', '、'])
        .unwrap_or(rest)
        .trim_start()
}
