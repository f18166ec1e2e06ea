//! Which theme of one session is which of another: they are known again by their name in either language, however it is spelled.

use std::collections::HashMap;

use crate::names::fold;
use crate::text::Bilingual;

/// The themes of many sessions, in the order in which they were met.
#[derive(Clone, Debug, Default)]
pub(super) struct Themes {
    names: Vec<Bilingual>,
    by_name: HashMap<String, usize>,
}

impl Themes {
    /// What they are called: as they were last, but for a name in both languages, which stays before one in a single language.
    pub(super) fn names(&self) -> impl Iterator<Item = &Bilingual> {
        self.names.iter()
    }

    /// The places of a line's themes, each once.
    pub(super) fn of_line(&mut self, themes: &[Bilingual]) -> Vec<usize> {
        let mut places: Vec<usize> = themes.iter().map(|theme| self.place(theme)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    fn place(&mut self, theme: &Bilingual) -> usize {
        let keys = [&theme.en, &theme.zh].map(|name| fold(name.as_str()));
        let keys = || keys.iter().filter(|key| !key.is_empty());
        let known = keys().find_map(|key| self.by_name.get(key).copied());
        let at = known.unwrap_or_else(|| {
            self.names.push(theme.clone());
            self.names.len() - 1
        });
        let name = &mut self.names[at];
        if is_in_both(theme) || !is_in_both(name) {
            name.clone_from(theme);
        }
        for key in keys() {
            self.by_name.entry(key.clone()).or_insert(at);
        }
        at
    }
}

fn is_in_both(name: &Bilingual) -> bool {
    name.en != name.zh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn a_theme_is_known_again_in_either_language_and_keeps_both_its_names() {
        let both = |en: &str, zh: &str| Bilingual {
            en: Text::line(en),
            zh: Text::line(zh),
        };
        let mut themes = Themes::default();
        assert_eq!(themes.of_line(&["文化".into()]), [0]);
        assert_eq!(
            themes.of_line(&[both("culture", "文化"), "TRADE".into()]),
            [0, 1]
        );
        assert_eq!(
            themes.of_line(&["Ｃulture".into(), "文 化".into(), "trade".into()]),
            [0, 1],
            "a line counts once in a theme that it names twice"
        );
        let names: Vec<&Bilingual> = themes.names().collect();
        assert_eq!(names, [&both("culture", "文化"), &"trade".into()]);
    }
}
