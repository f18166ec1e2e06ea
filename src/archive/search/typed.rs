//! What is looked for, as people type it: words, and among them `unit:`, `person:`, `theme:`, `kind:`, `status:`, `series:`, `since:` and
//! `until:`, in either language, `@NAME` for a unit and `#NAME` for a theme. Owns the words for kinds and statuses, and how days are written.

use chrono::{Days, Months, NaiveDate};

use super::kinds::{Kind, Status};
use super::query::Query;
use crate::locale::Locale;
use crate::names::{fold, narrow, take_quoted};
use crate::text::{self, Arg as Said, Language, Message};

/// The word for contributions of all kinds.
const CONTRIBUTION: &str = "contribution";

/// What a part of what is typed narrows down.
#[derive(Clone, Copy)]
enum Filter {
    Unit,
    Person,
    Theme,
    Kind,
    Status,
    Series,
    Since,
    Until,
}

/// The words for filters, in both languages.
const FILTERS: [(Filter, [&str; 2]); 8] = [
    (Filter::Unit, ["unit", "单位"]),
    (Filter::Person, ["person", "人员"]),
    (Filter::Theme, ["theme", "主题"]),
    (Filter::Kind, ["kind", "类别"]),
    (Filter::Status, ["status", "状态"]),
    (Filter::Series, ["series", "系列"]),
    (Filter::Since, ["since", "自"]),
    (Filter::Until, ["until", "至"]),
];

impl Query {
    /// What was typed: words and phrases, each of which must stand in what is found, and filters among them.
    ///
    /// # Errors
    /// What is wrong with a filter.
    pub fn typed(typed: &str) -> Result<Self, Message> {
        let mut words = Vec::new();
        let mut filters = Vec::new();
        for part in parted(typed) {
            match filter(part) {
                Some(filter) => filters.push(filter),
                None => words.push(part),
            }
        }
        let query = Self::of(&words.join(" "));
        filters
            .into_iter()
            .try_fold(query, |query, (filter, value)| {
                query.narrowed(filter, value)
            })
    }

    fn narrowed(self, filter: Filter, value: &str) -> Result<Self, Message> {
        let several: Vec<&str> = value.split([',', '，', '、']).collect();
        Ok(match filter {
            Filter::Unit => self.unit(value),
            Filter::Person => self.person(value),
            Filter::Theme => self.theme(value),
            Filter::Series => self.series(value),
            Filter::Kind => self.of_kinds(&several)?,
            Filter::Status => self.of_statuses(&several)?,
            Filter::Since => self.since_in(value)?,
            Filter::Until => self.until_in(value)?,
        })
    }

    /// Of the kinds that these words stand for; no words are all.
    ///
    /// # Errors
    /// That one is unknown, with those that are known.
    pub fn of_kinds(self, words: &[&str]) -> Result<Self, Message> {
        Ok(match words {
            [] => self,
            words => self.kinds(listed(words, kinds, "search-no-kind", known_kinds)?),
        })
    }

    /// Only what stands as these words say; no words are all.
    ///
    /// # Errors
    /// That one is unknown, with those that are known.
    pub fn of_statuses(self, words: &[&str]) -> Result<Self, Message> {
        Ok(match words {
            [] => self,
            words => self.statuses(listed(words, statuses, "search-no-status", known_statuses)?),
        })
    }

    /// In meetings since that day, or since the first day of that month or year.
    ///
    /// # Errors
    /// That it is none of these.
    pub fn since_in(self, typed: &str) -> Result<Self, Message> {
        Ok(self.since(span(typed)?.0))
    }

    /// In meetings until that day, or until the last day of that month or year.
    ///
    /// # Errors
    /// That it is none of these.
    pub fn until_in(self, typed: &str) -> Result<Self, Message> {
        Ok(self.until(span(typed)?.1))
    }
}

/// Where the first part of a text ends.
fn end_of_part(text: &str) -> usize {
    let mut end = 0;
    while let Some(c) = text[end..].chars().next().filter(|c| !c.is_whitespace()) {
        let quoted = take_quoted(&text[end..]);
        let after = quoted.map_or(end + c.len_utf8(), |(_, behind)| text.len() - behind.len());
        end = text[..after].trim_end().len();
        // Space behind the quotation mark was taken with it.
        if end < after {
            break;
        }
    }
    end
}

/// The filter that a part is, with what it asks for; none where it is a word.
fn filter(part: &str) -> Option<(Filter, &str)> {
    let mut chars = part.chars();
    let of_mark = match chars.next().map(narrow)? {
        '@' => Some(Filter::Unit),
        '#' => Some(Filter::Theme),
        _ => None,
    };
    let (filter, value) = if let Some(filter) = of_mark {
        (filter, chars.as_str())
    } else {
        let (key, value) = part.split_once([':', '：'])?;
        let key = fold(key);
        let known = |(_, words): &&(Filter, [&str; 2])| words.contains(&&*key);
        (FILTERS.iter().find(known)?.0, value)
    };
    let value = take_quoted(value).map_or(value, |(quoted, _)| quoted);
    (!value.is_empty()).then_some((filter, value))
}

/// The parts of what was typed: a space in quotation marks parts nothing.
fn parted(typed: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let end = end_of_part(rest);
        parts.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    parts
}

/// What each of those words stands for; that one is unknown otherwise.
fn listed<T>(
    words: &[&str],
    of: fn(&str) -> Vec<T>,
    unknown: &'static str,
    known: fn() -> Vec<&'static str>,
) -> Result<Vec<T>, Message> {
    let mut all = Vec::new();
    for word in words {
        let found = of(&fold(word));
        if found.is_empty() {
            let known: Vec<Said> = known().into_iter().map(Said::from).collect();
            return Err(Message::new(unknown)
                .with("word", *word)
                .with("known", known));
        }
        all.extend(found);
    }
    Ok(all)
}

fn kinds(word: &str) -> Vec<Kind> {
    let every = is_word(
        word,
        CONTRIBUTION,
        &Message::new("search-kind-contribution"),
    );
    let is_asked = |kind: &Kind| {
        every && matches!(kind, Kind::Contribution(_)) || is_word(word, kind.tag(), &kind.word())
    };
    Kind::ALL.into_iter().filter(is_asked).collect()
}

fn statuses(word: &str) -> Vec<Status> {
    let is_asked = |status: &Status| is_word(word, status.tag(), &status.word());
    Status::ALL.into_iter().filter(is_asked).collect()
}

/// Whether a folded word is the English one, or what is shown in either language; `采纳` is `已采纳`.
fn is_word(word: &str, tag: &str, shown: &Message) -> bool {
    let said = |language| fold(&Locale::new(language).say(shown));
    word == tag
        || Language::ALL.into_iter().any(|language| {
            let said = said(language);
            said == word || said.strip_prefix('已') == Some(word)
        })
}

fn known_kinds() -> Vec<&'static str> {
    let kinds = Kind::ALL.into_iter().map(Kind::tag);
    std::iter::once(CONTRIBUTION).chain(kinds).collect()
}

fn known_statuses() -> Vec<&'static str> {
    let mut tags: Vec<&str> = Vec::new();
    for tag in Status::ALL.into_iter().map(Status::tag) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// The first and the last day of a year, a month or a day.
fn span(typed: &str) -> Result<(NaiveDate, NaiveDate), Message> {
    let narrow: String = typed.chars().map(narrow).collect();
    let parts: Vec<&str> = narrow.split('-').collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let date = |year: &str, month: &str, day: &str| {
        let year = year.parse().ok().filter(|year| (1..=9999).contains(year))?;
        NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
    };
    let last = |first: NaiveDate, months: u32| Some(first + Months::new(months) - Days::new(1));
    let span = match &parts[..] {
        [year] => date(year, "1", "1").and_then(|first| Some((first, last(first, 12)?))),
        [year, month] => date(year, month, "1").and_then(|first| Some((first, last(first, 1)?))),
        [year, month, day] => date(year, month, day).map(|day| (day, day)),
        _ => None,
    };
    span.ok_or_else(|| Message::new("search-no-date").with("date", text::Text::line(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days_are_spans() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (typed, first, last) in [
            ("2024", "2024-01-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("２０２４-02-03", "2024-02-03", "2024-02-03"),
        ] {
            assert_eq!(span(typed), Ok((day(first), day(last))), "{typed}");
        }
        for wrong in [
            "",
            "2024-13",
            "2024-02-30",
            "yesterday",
            "2024-1-1-1",
            "99999",
        ] {
            assert!(span(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn kinds_and_statuses_are_known_by_their_words_in_both_languages() {
        for kind in Kind::ALL {
            assert_eq!(kinds(kind.tag()), [kind]);
        }
        assert_eq!(kinds("承诺"), kinds("commitment"));
        assert_eq!(kinds("contribution").len(), 6);
        for word in ["采纳", "已采纳"] {
            assert!(
                statuses(word)
                    .iter()
                    .all(|status| status.tag() == "adopted"),
                "{word}"
            );
        }
        assert_eq!(statuses("open").len(), 3);
        assert_eq!(statuses("待办"), [Status::ToDo]);
        assert!(statuses("").is_empty() && kinds("x").is_empty());
    }

    #[test]
    fn filters_stand_among_the_words_in_either_language() {
        let parts =
            |typed| -> Vec<String> { parted(typed).into_iter().map(str::to_owned).collect() };
        assert_eq!(
            parts("camp  unit:\"Youth League\" \"two words\" 状态：待办"),
            [
                "camp",
                "unit:\"Youth League\"",
                "\"two words\"",
                "状态：待办"
            ]
        );
        let of = |part: &str| filter(part).map(|(_, value)| value.to_owned());
        assert_eq!(of("unit:\"Youth League\"").as_deref(), Some("Youth League"));
        assert_eq!(of("＠财大").as_deref(), Some("财大"));
        assert_eq!(of("http://x"), None);
        assert_eq!(of("unit:"), None, "nothing is asked for yet");
        assert!(Query::typed("kind:offer status:open since:2024-03 camp").is_ok());
        assert_eq!(
            Query::typed("kind:x").map_err(|why| why.id).err(),
            Some("search-no-kind")
        );
        assert_eq!(
            Query::typed("自:昨天").map_err(|why| why.id).err(),
            Some("search-no-date")
        );
    }
}
