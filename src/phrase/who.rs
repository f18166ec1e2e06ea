//! WHO in a line (`CONTRACT.md` §3): whom a name means here, when a unit stands for its only present person, and whom a
//! meeting without a roster enrols. How names match is `names`'.

use super::misread::{Fault, Misread};
use super::{Cursor, Reading};
use crate::agenda::{Capacity, PersonId, UnitId, Who};
use crate::meeting::roster::Newcomer;
use crate::names::{Match, Rank, narrow};
use crate::text::{Message, Text, is_han};

/// What may stand behind a WHO.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// Nothing but a comma: all of it is the name.
    Nothing,
    /// More of the line.
    More,
}

/// Whom a name means here.
enum Whom {
    Known(Who),
    Unknown(Text),
}

impl<'a> Reading<'a> {
    /// Takes a WHO that has to be known.
    pub(super) fn who(&mut self, behind: Behind) -> Result<Who, Fault> {
        match self.whom(behind)? {
            Whom::Known(who) => Ok(who),
            Whom::Unknown(name) => Err(self.unknown(&name)),
        }
    }

    /// Takes a WHO that is enrolled where it is not known and the meeting has no roster.
    pub(super) fn who_or_newcomer(&mut self, behind: Behind) -> Result<Who, Fault> {
        match self.whom(behind)? {
            Whom::Known(who) => Ok(who),
            Whom::Unknown(name) if self.meeting.roster.is_planned() => Err(self.unknown(&name)),
            Whom::Unknown(name) => Ok(Who::Person(self.newcomer(name))),
        }
    }

    /// Takes a person who has to be known; a unit stands for its only present one.
    pub(super) fn person(&mut self, behind: Behind) -> Result<PersonId, Fault> {
        let who = self.who(behind)?;
        self.person_of(who)
    }

    /// Takes several WHO parted by commas; nothing stands behind the last.
    pub(super) fn list(
        &mut self,
        mut one: impl FnMut(&mut Self) -> Result<Who, Fault>,
    ) -> Result<Vec<Who>, Fault> {
        let mut list = vec![one(self)?];
        while self.words.mark(&[',', '、']) && !self.words.is_empty() {
            list.push(one(self)?);
        }
        Ok(list)
    }

    /// The person themself, or a unit's only present one.
    pub(super) fn person_of(&self, who: Who) -> Result<PersonId, Fault> {
        match who {
            Who::Person(id) => Ok(id),
            Who::Unit(unit) => {
                let mut present = self
                    .meeting
                    .roster
                    .people_of(&unit)
                    .filter(|person| self.meeting.roll.is_present(&person.id));
                match (present.next(), present.next()) {
                    (Some(only), None) => Ok(only.id.clone()),
                    _ => Err(self.people_of(&unit)),
                }
            }
        }
    }

    /// Who can have the floor: a person, or a unit with nobody on the roster.
    pub(super) fn speaker_of(&self, who: Who) -> Result<Who, Fault> {
        match &who {
            Who::Unit(unit) if self.meeting.roster.people_of(unit).next().is_none() => Ok(who),
            Who::Person(_) | Who::Unit(_) => self.person_of(who).map(Who::Person),
        }
    }

    /// Who of those that wait is meant: a unit's own place, or that of one of its people; a person's, or their unit's.
    pub(super) fn waiting(&self, who: Who) -> Result<Who, Fault> {
        let item = self.meeting.progress.place();
        let Some(list) = item.and_then(|item| self.meeting.floor.list(item)) else {
            return self.speaker_of(who);
        };
        if list.entry_of(&who).is_some() {
            return Ok(who);
        }
        match &who {
            Who::Person(id) => {
                let unit = self.meeting.roster.unit_of(id);
                let unit = unit.map(|unit| Who::Unit(unit.id.clone()));
                Ok(unit
                    .filter(|unit| list.entry_of(unit).is_some())
                    .unwrap_or(who))
            }
            Who::Unit(unit) => {
                let people = self.meeting.roster.people_of(unit);
                let mut waiting = people
                    .map(|person| Who::Person(person.id.clone()))
                    .filter(|person| list.entry_of(person).is_some());
                match (waiting.next(), waiting.next()) {
                    (Some(only), None) => Ok(only),
                    (Some(_), Some(_)) => Err(self.people_of(unit)),
                    (None, _) => self.speaker_of(who.clone()),
                }
            }
        }
    }

    fn whom(&mut self, behind: Behind) -> Result<Whom, Fault> {
        // `@` marks a WHO in a contribution, and may stand in a command too.
        self.words.mark(&['@']);
        let text = self.words.rest();
        if text.is_empty() {
            return Err(Fault::Usage);
        }
        let taken = self.names.take_longest(text);
        let ends = taken.rest.is_empty() || starts_with_comma(taken.rest);
        let fits = taken.quoted || behind == Behind::More || ends;
        match taken.found {
            Match::One(who) if fits && !self.is_begun_only(text, taken.name, behind) => {
                self.words.set(taken.rest);
                Ok(Whom::Known(who))
            }
            Match::Several(several) if fits => Err(self.ambiguous(taken.name, &several)),
            Match::One(_) | Match::Several(_) | Match::None => {
                let name = if taken.quoted {
                    self.words.set(taken.rest);
                    taken.name
                } else {
                    self.guessed_name(behind)
                };
                if name.is_empty() {
                    return Err(Fault::Usage);
                }
                match self.newcomer_named(name) {
                    Some(id) => Ok(Whom::Known(Who::Person(id))),
                    None => Ok(Whom::Unknown(Text::line(name))),
                }
            }
        }
    }

    /// Whether a name of somebody new only begins like a known one: `Zhang San` where `Zhang Wei` is known. With a roster
    /// nobody is new.
    fn is_begun_only(&self, text: &str, name: &str, behind: Behind) -> bool {
        if self.meeting.roster.is_planned() || behind == Behind::Nothing {
            return false;
        }
        let is_whole = matches!(self.names.find_ranked(name).0, Some(Rank::Id | Rank::Whole));
        !is_whole && guess(text).len() > name.len()
    }

    /// Takes what is likely the name of somebody unknown.
    fn guessed_name(&mut self, behind: Behind) -> &'a str {
        match behind {
            Behind::Nothing => self.words.up_to(&[',', '、']),
            Behind::More => {
                let name = guess(self.words.rest());
                let rest = &self.words.rest()[name.len()..];
                self.words.set(rest);
                name
            }
        }
    }

    fn newcomer_named(&self, name: &str) -> Option<PersonId> {
        let known = self.newcomers.iter().find(|new| new.name.as_str() == name);
        known.map(|new| new.id.clone())
    }

    /// Remembers somebody to be enrolled: without a vote, so that the quorum stays unknown.
    fn newcomer(&mut self, name: Text) -> PersonId {
        let roster = &self.meeting.roster;
        let mut id = roster.new_person_id(name.as_str());
        let mut number = 2;
        while self.newcomers.iter().any(|new| new.id == id) {
            id = roster.new_person_id(&format!("{name} {number}"));
            number += 1;
        }
        self.newcomers.push(Newcomer {
            id: id.clone(),
            name,
            title: None,
            unit: None,
            capacity: Capacity::Invited,
        });
        id
    }

    /// Why a name cannot be used: nobody has it.
    pub(super) fn unknown(&self, name: &Text) -> Fault {
        self.names
            .problem(name.as_str(), &Match::None)
            .map_or(Fault::Usage, Fault::from)
    }

    /// Why the name behind a mark cannot be used: nobody has it, or several may.
    pub(super) fn unread(&self, name: &str) -> Fault {
        match self.names.find(name) {
            Match::Several(several) => self.ambiguous(name, &several),
            Match::One(_) | Match::None => self.unknown(&Text::line(name)),
        }
    }

    fn ambiguous(&self, name: &str, several: &[Who]) -> Fault {
        let reason = Message::new("phrase-several").with("name", name);
        let candidates = several.iter().map(|who| self.called(who)).collect();
        Misread::new(reason).among(candidates).into()
    }

    fn people_of(&self, unit: &UnitId) -> Fault {
        let people: Vec<Message> = self
            .meeting
            .roster
            .people_of(unit)
            .map(|person| self.called(&Who::Person(person.id.clone())))
            .collect();
        let id = if people.is_empty() {
            "phrase-unit-nobody"
        } else {
            "phrase-unit-which"
        };
        let unit = self.meeting.roster.called(&Who::Unit(unit.clone()));
        Misread::new(Message::new(id).with("unit", unit))
            .among(people)
            .into()
    }

    /// The name with the id that always works.
    fn called(&self, who: &Who) -> Message {
        let id = match who {
            Who::Person(id) => id.as_str(),
            Who::Unit(id) => id.as_str(),
        };
        Message::new("names-called")
            .with("name", self.meeting.roster.called(who))
            .with("id", id)
    }

    /// Whom a whole text means, where it means exactly one.
    pub(super) fn exactly(&self, name: &str) -> Option<Who> {
        match self.names.find(name) {
            Match::One(who) => Some(who),
            Match::Several(_) | Match::None => None,
        }
    }

    /// Takes the owner of something: everything before a colon; none where there is no colon.
    pub(super) fn owner(&mut self) -> Result<Option<Who>, Fault> {
        let taken = self.names.take_longest(self.words.rest());
        if let Match::One(who) = &taken.found {
            let mut behind = Cursor::new(taken.rest);
            if behind.mark(&[':']) {
                self.words = behind;
                return Ok(Some(who.clone()));
            }
        }
        if self.words.rest().starts_with(['"', '“', '「', '＂'])
            && !taken.rest.starts_with([':', '：'])
        {
            return Ok(None);
        }
        let text = self.words.rest();
        let Some(at) = owner_colon(text) else {
            return Ok(None);
        };
        let name = super::words::unquoted(text[..at].trim());
        let mut behind = Cursor::new(&text[at..]);
        behind.mark(&[':']);
        if name.is_empty() {
            self.words = behind;
            return Ok(None);
        }
        match self.names.find(name) {
            Match::One(who) => {
                self.words = behind;
                Ok(Some(who))
            }
            Match::Several(several) => Err(self.ambiguous(name, &several)),
            Match::None => Err(self.unknown(&Text::line(name))),
        }
    }
}

/// The first colon that does not stand between digits, as in `14:30`.
fn owner_colon(text: &str) -> Option<usize> {
    text.char_indices().find_map(|(at, c)| {
        let after = &text[at + c.len_utf8()..];
        let digit = |c: Option<char>| c.is_some_and(|c| narrow(c).is_ascii_digit());
        let in_time = digit(text[..at].chars().next_back()) && digit(after.chars().next());
        (narrow(c) == ':' && !in_time).then_some(at)
    })
}

fn starts_with_comma(text: &str) -> bool {
    text.starts_with([',', '，', '、'])
}

/// What is likely the name at the beginning of a text: in Chinese the first word, else the words with a capital.
fn guess(text: &str) -> &str {
    let run = text
        .find(|c| matches!(narrow(c), ',' | ':' | ';' | '、' | '。' | '#' | '@' | '"'))
        .map_or(text, |end| &text[..end]);
    let chinese = run.starts_with(is_han);
    let mut end = 0;
    for word in run.split_whitespace() {
        let begins = word.starts_with(char::is_uppercase);
        if end > 0 && (chinese || !begins) {
            break;
        }
        end = word.as_ptr() as usize - run.as_ptr() as usize + word.len();
    }
    &run[..end]
}
