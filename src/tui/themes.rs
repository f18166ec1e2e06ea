//! The themes that a screen can take on: the shipped ones, and a person's own where somebody reads them. Owns which one
//! `:theme` comes to; the files are `cli`'s.

use super::message::Answer;
use super::style::Theme;
use crate::meeting::Refusal;
use crate::settings::theme::{SHIPPED, shipped, unknown};
use crate::text::{Message, Text};

/// The theme of a name, with what is to be told of it; or why there is none.
pub type Found = Result<(Theme, Vec<Message>), Message>;

/// The themes there are. They are looked for when they are asked for.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Themes<'a> {
    /// The names of a person's own.
    pub own: Box<dyn Fn() -> Vec<String> + 'a>,
    /// Reads one of them.
    pub read: Box<dyn Fn(&str) -> Found + 'a>,
}

impl Themes<'_> {
    /// Those that come with the program, and no others.
    #[must_use]
    pub fn shipped() -> Self {
        Self {
            own: Box::new(Vec::new),
            read: Box::new(|name| Err(unknown(name, &names(Vec::new())))),
        }
    }

    /// What `:theme` comes to: the one of that name, else the one after `now`.
    #[must_use]
    pub fn answer(&self, name: Option<&Text>, now: &str) -> Answer {
        let found = match name {
            Some(name) => self.named(name.as_str()),
            None => self.after(now),
        };
        match found {
            Ok((theme, told)) => Answer::Themed { theme, told },
            Err(reason) => Answer::Refused(Refusal::new(reason)),
        }
    }

    /// The theme of that name.
    ///
    /// # Errors
    /// A sentence with the names there are.
    pub fn named(&self, name: &str) -> Found {
        if shipped(name).is_none() {
            let known = names((self.own)());
            if !known.iter().any(|known| known == name) {
                return Err(unknown(name, &known));
            }
            return (self.read)(name);
        }
        Theme::shipped(name)
            .map(|theme| (theme, Vec::new()))
            .ok_or_else(|| unknown(name, &[]))
    }

    /// The next that can be read; in a circle.
    fn after(&self, now: &str) -> Found {
        let known = names((self.own)());
        let at = known.iter().position(|name| name == now);
        let next = at.map_or(0, |at| at + 1);
        let circle = known.iter().cycle().skip(next).take(known.len());
        let mut read = circle.map(|name| self.named(name));
        read.find(Result::is_ok)
            .unwrap_or_else(|| Err(unknown(now, &known)))
    }
}

/// The names of the shipped themes, and behind them those of a person's own.
#[must_use]
pub fn names(own: Vec<String>) -> Vec<String> {
    let of_program = SHIPPED.iter().map(|theme| theme.name.to_owned());
    let own = own.into_iter().filter(|name| shipped(name).is_none());
    of_program.chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::theme;
    use crate::tui::style::Depth;

    fn own() -> Themes<'static> {
        Themes {
            own: Box::new(|| vec!["broken".to_owned(), "dark".to_owned(), "夜".to_owned()]),
            read: Box::new(|name| match name {
                "夜" => Ok((
                    Theme::new(name, &theme::read("here = \"bold\"").0, Depth::Sixteen),
                    Vec::new(),
                )),
                _ => Err(unknown(name, &[])),
            }),
        }
    }

    fn taken(themes: &Themes, name: Option<&str>, now: &str) -> String {
        match themes.answer(name.map(Text::line).as_ref(), now) {
            Answer::Themed { theme, .. } => theme.name.to_string(),
            Answer::Refused(refusal) => refusal.reason.id.to_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_theme_is_known_by_its_name_in_either_language() {
        assert_eq!(taken(&own(), Some("light"), "dark"), "light");
        assert_eq!(taken(&own(), Some("浅色"), "dark"), "light");
        assert_eq!(taken(&own(), Some("夜"), "dark"), "夜");
        assert_eq!(taken(&own(), Some("lihgt"), "dark"), "theme-unknown-near");
        assert_eq!(
            taken(&Themes::shipped(), Some("夜"), "dark"),
            "theme-unknown"
        );
    }

    #[test]
    fn turning_goes_through_all_that_can_be_read_and_begins_again() {
        let mut seen = vec!["dark".to_owned()];
        for _ in 0..5 {
            let now = seen.last().expect("there is one").clone();
            seen.push(taken(&own(), None, &now));
        }
        assert_eq!(
            seen,
            ["dark", "light", "high-contrast", "mono", "夜", "dark"]
        );
    }
}
