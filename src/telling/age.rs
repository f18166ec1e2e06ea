//! How long something has waited, in words.

use chrono::NaiveDate;

use crate::text::Message;

/// Days after which an age is told in months, and in years.
const MONTHS_FROM: i64 = 60;
const YEARS_FROM: i64 = 730;

/// How long ago that was, in words: days, months, years.
#[must_use]
pub fn age(since: NaiveDate, today: NaiveDate) -> Message {
    let days = (today - since).num_days().max(0);
    if days < MONTHS_FROM {
        Message::new("followups-days").with("count", days)
    } else if days < YEARS_FROM {
        Message::new("followups-months").with("count", days * 12 / 365)
    } else {
        Message::new("followups-years").with("count", days / 365)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::text::Language;

    #[test]
    fn an_age_is_told_in_the_unit_that_a_person_would_choose() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("the test writes it right");
        let said =
            |since: &str, language| Locale::new(language).say(&age(day(since), day("2026-06-15")));
        for (since, english, chinese) in [
            ("2026-06-15", "today", "今天"),
            ("2026-07-01", "today", "今天"),
            ("2026-06-14", "1 day", "1天"),
            ("2026-05-01", "45 days", "45天"),
            ("2026-03-01", "3 months", "3个月"),
            ("2024-12-29", "17 months", "17个月"),
            ("2023-12-29", "2 years", "2年"),
        ] {
            assert_eq!(said(since, Language::English), english);
            assert_eq!(said(since, Language::Chinese), chinese);
        }
    }
}
