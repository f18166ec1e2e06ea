//! The rows below a header to units and persons: who is who, what stands twice, what cannot be used.
//!
//! The order of the rows is the order of precedence; units come in the order in which they are first named. A unit that
//! stands in merged cells holds for all of their rows; where a file knows no merged cells (CSV), an empty cell is an empty
//! cell, and the rows are told: somebody without a unit is mended sooner than somebody in a wrong one. A row with one text
//! alone, outside of the names or across columns, heads the rows below it: it is their group where no column says one.

use std::collections::{BTreeSet, HashMap};

use super::columns::Header;
use super::headers::Field;
use super::ids::Ids;
use super::sheet::{Row, Sheet};
use super::{texts, values};
use crate::agenda::{Capacity, Example, Person, PersonId, Unit, UnitId};
use crate::names::fold;
use crate::text::{Arg, Bilingual, Language, Message, Text};

/// More persons are no meeting.
const MOST_PERSONS: usize = 5_000;
/// Rows that are told by number.
const ROWS_TOLD: usize = 12;

/// Everybody on a sheet.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// The units, in the order in which they are first named.
    pub units: Vec<Unit>,
    /// The persons, in the order of the rows.
    pub persons: Vec<Person>,
    /// What stands above the header: likely the meeting's name.
    pub title: Option<Text>,
    /// What is to be looked at, with the rows it is about.
    pub notes: Vec<Message>,
}

/// Everybody on that sheet.
///
/// # Errors
/// A sentence where there are more persons than any meeting has.
pub fn read(sheet: &Sheet, header: &Header) -> Result<Roster, Message> {
    let mut taking = Taking::new(sheet, header);
    for row in sheet.rows().filter(|row| row.number > header.row) {
        taking.row(row)?;
    }
    Ok(taking.done(sheet))
}

/// A roster while its rows are read.
struct Taking<'s> {
    header: &'s Header,
    ids: Ids,
    units: Vec<Unit>,
    persons: Vec<Person>,
    /// The place of each unit by its name.
    unit_at: HashMap<String, usize>,
    /// The first row of each name in each unit.
    rows: HashMap<(String, Option<UnitId>), usize>,
    /// The first row of each name.
    named: HashMap<String, usize>,
    heading: Option<Heading>,
    /// Whether a blank cell says that somebody has no vote, because others are ticked.
    blank_is_no: bool,
    odd: Odd,
    notes: Vec<Message>,
}

struct Heading {
    row: usize,
    text: Text,
    is_used: bool,
}

/// Rows that are told of together.
#[derive(Default)]
struct Odd {
    nameless: BTreeSet<usize>,
    units_alone: BTreeSet<usize>,
    without_unit: BTreeSet<usize>,
    unticked: BTreeSet<usize>,
    groups: Vec<Text>,
    /// Notes of one row each that are not told, because there were so many.
    untold: usize,
}

impl<'s> Taking<'s> {
    fn new(sheet: &'s Sheet, header: &'s Header) -> Self {
        let votes: Vec<&str> = header
            .of(Field::Votes)
            .flat_map(|column| sheet.rows().map(|row| row.get(column.at)))
            .collect();
        let says_no = |word: &&str| values::truth(word) == Some(false);
        Self {
            header,
            ids: Ids::default(),
            units: Vec::new(),
            persons: Vec::new(),
            unit_at: HashMap::new(),
            rows: HashMap::new(),
            named: HashMap::new(),
            heading: None,
            blank_is_no: votes.iter().any(|word| values::is_tick(word))
                && !votes.iter().any(says_no),
            odd: Odd::default(),
            notes: Vec::new(),
        }
    }

    fn row(&mut self, row: &Row) -> Result<(), Message> {
        if let Some(heading) = self.heading_of(row) {
            self.forget_heading();
            self.heading = Some(heading);
            return Ok(());
        }
        let unit = self.unit(row);
        let Some(name) = self.name(row) else {
            if unit.is_some() {
                self.odd.units_alone.insert(row.number);
            } else if row.cells().any(|(_, text)| texts::has_letter(text)) {
                self.odd.nameless.insert(row.number);
            }
            return Ok(());
        };
        if self.header.has(Field::Unit) && unit.is_none() {
            self.odd.without_unit.insert(row.number);
        }
        if self.is_new(&name, unit.as_ref(), row.number) {
            if self.persons.len() == MOST_PERSONS {
                return Err(Message::new("import-persons").with("most", MOST_PERSONS));
            }
            let person = self.person(row, name, unit);
            self.persons.push(person);
        }
        Ok(())
    }

    fn heading_of(&self, row: &Row) -> Option<Heading> {
        let width = self.header.columns.len() + self.header.left_out.len();
        let text = row.alone(|at| !self.header.names_in(at))?;
        (width > 1 && texts::has_letter(text)).then(|| Heading {
            row: row.number,
            text: texts::without_number(text),
            is_used: false,
        })
    }

    /// A heading that nobody stood below was none.
    fn forget_heading(&mut self) {
        if let Some(heading) = self.heading.take()
            && !heading.is_used
        {
            self.odd.nameless.insert(heading.row);
        }
    }

    fn name(&self, row: &Row) -> Option<Bilingual> {
        let text = self.text(row, Field::Name).or_else(|| {
            let given = self.text(row, Field::Given);
            let family = self.text(row, Field::Family);
            let (Some(given), Some(family)) = (&given, &family) else {
                return given.or(family);
            };
            Some(Bilingual::same(texts::joined(&given.en, &family.en)))
        })?;
        Some(Bilingual {
            en: texts::closed_up(&text.en),
            zh: texts::closed_up(&text.zh),
        })
    }

    /// The unit that a row names, taken in where it is new.
    fn unit(&mut self, row: &Row) -> Option<UnitId> {
        let name = self.text(row, Field::Unit)?;
        let short = self.text(row, Field::Short);
        let key = fold(name.zh.as_str());
        if let Some(at) = self.unit_at.get(&key) {
            let unit = &mut self.units[*at];
            unit.short = unit.short.take().or(short);
            return Some(unit.id.clone());
        }
        let id = UnitId::from(self.ids.unit(&name, short.as_ref()).as_str());
        self.unit_at.insert(key, self.units.len());
        self.units.push(Unit {
            id: id.clone(),
            name,
            short,
            group: None,
            budget: None,
            example: Example::None,
        });
        Some(id)
    }

    /// Whether that person does not stand in a row above; a name that does is told of.
    fn is_new(&mut self, name: &Bilingual, unit: Option<&UnitId>, row: usize) -> bool {
        let key = fold(name.zh.as_str());
        let told = |id, first: usize| {
            let message = Message::new(id).with("name", name);
            message.with("row", row).with("first", first)
        };
        if let Some(first) = self.rows.get(&(key.clone(), unit.cloned())) {
            let message = told("import-twice", *first);
            self.note(message);
            return false;
        }
        if let Some(first) = self.named.get(&key) {
            let message = told("import-namesake", *first);
            self.note(message);
        }
        self.named.entry(key.clone()).or_insert(row);
        self.rows.insert((key, unit.cloned()), row);
        true
    }

    fn person(&mut self, row: &Row, name: Bilingual, unit: Option<UnitId>) -> Person {
        let capacity = self.capacity(row);
        Person {
            id: PersonId::from(self.ids.person(&name).as_str()),
            name,
            title: self.text(row, Field::Title),
            office: self.text(row, Field::Office),
            address: self.text(row, Field::Address),
            unit,
            group: self.group(row),
            capacity,
            votes: self.votes(row).unwrap_or(capacity.votes_unsaid()),
            example: Example::None,
        }
    }

    fn group(&mut self, row: &Row) -> Option<Text> {
        if self.header.has(Field::Group) {
            return self.one(row, Field::Group).map(Text::line);
        }
        let heading = self.heading.as_mut()?;
        if !heading.is_used {
            heading.is_used = true;
            self.odd.groups.push(heading.text.clone());
        }
        Some(heading.text.clone())
    }

    fn capacity(&mut self, row: &Row) -> Capacity {
        let Some(word) = self.one(row, Field::Capacity) else {
            return Capacity::default();
        };
        values::capacity(word).unwrap_or_else(|| {
            self.unknown("import-capacity", word, row.number);
            Capacity::default()
        })
    }

    fn votes(&mut self, row: &Row) -> Option<bool> {
        let Some(word) = self.one(row, Field::Votes) else {
            if self.blank_is_no {
                self.odd.unticked.insert(row.number);
            }
            return self.blank_is_no.then_some(false);
        };
        let said = values::truth(word);
        if said.is_none() {
            self.unknown("import-votes", word, row.number);
        }
        said
    }

    fn unknown(&mut self, id: &'static str, word: &str, row: usize) {
        let message = Message::new(id).with("word", word);
        self.note(message.with("row", row));
    }

    /// Notes something about one row; of the same again and again, the first ones.
    fn note(&mut self, message: Message) {
        let alike = self.notes.iter().filter(|note| note.id == message.id);
        if alike.count() < ROWS_TOLD {
            self.notes.push(message);
        } else {
            self.odd.untold += 1;
        }
    }

    /// The text of a field in the languages that have a column for it.
    fn text(&self, row: &Row, field: Field) -> Option<Bilingual> {
        let in_language = |language: Language| {
            let mut columns = self.header.of(field);
            let column = columns.find(|column| column.language == language)?;
            Some(Text::line(row.get(column.at))).filter(|text| !text.is_empty())
        };
        let (en, zh) = (
            in_language(Language::English),
            in_language(Language::Chinese),
        );
        let either = en.clone().or(zh.clone())?;
        Some(Bilingual {
            en: en.unwrap_or_else(|| either.clone()),
            zh: zh.unwrap_or(either),
        })
    }

    /// The text of a field that has one column.
    fn one<'r>(&self, row: &'r Row, field: Field) -> Option<&'r str> {
        let column = self.header.of(field).next()?;
        Some(row.get(column.at)).filter(|text| !text.is_empty())
    }

    fn done(mut self, sheet: &Sheet) -> Roster {
        self.forget_heading();
        let together = [
            ("import-units-alone", &self.odd.units_alone),
            ("import-without-unit", &self.odd.without_unit),
            ("import-unticked", &self.odd.unticked),
            ("import-nameless", &self.odd.nameless),
            ("import-cut", &sheet.cut),
            ("import-errors", &sheet.errors),
        ];
        let mut notes = self.notes;
        if !self.odd.groups.is_empty() {
            let groups: Vec<Arg> = self.odd.groups.iter().map(Arg::from).collect();
            notes.insert(0, Message::new("import-headings").with("groups", groups));
        }
        if self.odd.untold > 0 {
            notes.push(Message::new("import-untold").with("count", self.odd.untold));
        }
        if sheet.is_unclosed {
            notes.push(Message::new("import-unclosed"));
        }
        let of_rows = together
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(id, rows)| Message::new(id).with("rows", told_rows(rows)));
        notes.extend(of_rows);
        Roster {
            units: self.units,
            persons: self.persons,
            title: title(sheet, self.header),
            notes,
        }
    }
}

/// Row numbers, the first ones of many.
fn told_rows(rows: &BTreeSet<usize>) -> Vec<Arg> {
    let mut told: Vec<Arg> = rows
        .iter()
        .take(ROWS_TOLD)
        .copied()
        .map(Arg::from)
        .collect();
    if rows.len() > ROWS_TOLD {
        let more = Message::new("import-more").with("count", rows.len() - ROWS_TOLD);
        told.push(more.into());
    }
    told
}

/// What the first row above the header says that has one text alone: likely the meeting's name.
fn title(sheet: &Sheet, header: &Header) -> Option<Text> {
    let above = sheet.rows().take_while(|row| row.number < header.row);
    let (_, text) = above
        .filter(|row| row.cells().len() == 1)
        .find_map(|row| row.cells().next())?;
    Some(texts::without_list_words(text)).filter(texts::has_letter)
}
