//! The brief: what the chair closes a meeting from — whom to thank, what is agreed, raised by several, offered, promised, decided.
//! Pure; made of a [`Summary`], of one that runs and of one from the archive alike. Claims nothing: what is agreed several units said
//! together or supported, and what is only perhaps alike stands apart until somebody says so. How it is laid out is `screen`'s.

mod thanks;

use std::collections::{BTreeMap, HashMap};

use crate::agenda::{ContributionKind, Who};
use crate::agreement::Pair;
use crate::meeting::{ActionId, ContributionId, DecisionId};
use crate::summary::{ActionEntry, BallotEntry, DecisionEntry, Line, Summary};
use crate::text::{Arg, Bilingual, Message};

/// Entries that a section has at most; what is beyond is counted.
const MOST: usize = 200;

/// What the chair closes from: its sections, in the order in which they are read; none is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brief {
    /// They.
    pub sections: Vec<Section>,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What it is about.
    pub topic: Topic,
    /// What it says; never nothing.
    pub entries: Vec<Entry>,
    /// How many more there are.
    pub more: usize,
}

impl Section {
    /// Its parts, in order: what stands above each, and its entries.
    pub fn parts(&self) -> impl Iterator<Item = (Option<&Arg>, &[Entry])> {
        let parts = self
            .entries
            .chunk_by(|one, next| one.heading == next.heading);
        parts.map(|part| (part[0].heading.as_ref(), part))
    }
}

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Who was there or was heard.
    Thanks,
    /// What several units said together, or others support.
    Agreed,
    /// The themes about which several units said something.
    RaisedBySeveral,
    /// What somebody said is alike.
    Alike,
    /// What is worded alike, and nobody said whether it is.
    PerhapsAlike,
    /// Offers.
    Offered,
    /// Requests.
    AskedFor,
    /// What has a star.
    Starred,
    /// Commitments.
    Promised,
    /// What was decided.
    Decided,
    /// What is to be done.
    Actions,
    /// Who was not heard.
    NotHeard,
}

impl Topic {
    /// The id of what stands above it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Thanks => "brief-thanks",
            Self::Agreed => "brief-agreed",
            Self::RaisedBySeveral => "brief-raised-by-several",
            Self::Alike => "brief-alike",
            Self::PerhapsAlike => "brief-perhaps-alike",
            Self::Offered => "brief-offered",
            Self::AskedFor => "brief-asked-for",
            Self::Starred => "brief-starred",
            Self::Promised => "brief-promised",
            Self::Decided => "brief-decided",
            Self::Actions => "brief-actions",
            Self::NotHeard => "brief-not-heard",
        }
    }
}

/// One thing that a section says.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is about.
    pub about: About,
    /// What it stands below, where its section has several parts; those of one part follow one another.
    pub heading: Option<Arg>,
    /// It in short, to be looked over; a line each.
    pub short: Vec<Message>,
    /// It as it is read out, names in full; a line each.
    pub aloud: Vec<Message>,
}

/// What an entry is about. No two of a section are about the same.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// A contribution.
    Line(ContributionId),
    /// Two that may be alike, the earlier one first.
    Pair(ContributionId, ContributionId),
    /// A theme.
    Theme(Bilingual),
    /// A decision.
    Decision(DecisionId),
    /// An action, and the contribution it came from.
    Action(ActionId, Option<ContributionId>),
    /// Somebody.
    Who(Who),
}

/// How much of a name is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Short,
    Full,
}

impl Brief {
    /// The brief of that meeting, without what nobody said: pairs that are perhaps alike are put in by
    /// [`with_pairs`](Self::with_pairs).
    #[must_use]
    pub fn of(summary: &Summary) -> Self {
        let of_kind = |kind| lines(summary, move |line| line.kind == kind);
        let whose = |line: &Line| whose(summary, line);
        let sections = [
            (Topic::Thanks, thanks::entries(summary)),
            (
                Topic::Agreed,
                each(lines(summary, is_agreed), |line| agreed(summary, line)),
            ),
            (Topic::RaisedBySeveral, raised(summary)),
            (Topic::Alike, alike(summary)),
            (
                Topic::Offered,
                each(of_kind(ContributionKind::Offer), whose),
            ),
            (
                Topic::AskedFor,
                each(of_kind(ContributionKind::Request), whose),
            ),
            (
                Topic::Starred,
                each(lines(summary, |line| line.starred), whose),
            ),
            (
                Topic::Promised,
                each(of_kind(ContributionKind::Commitment), whose),
            ),
            (Topic::Decided, decided(summary)),
            (Topic::Actions, actions(summary)),
            (Topic::NotHeard, not_heard(summary)),
        ];
        let sections = sections
            .into_iter()
            .filter_map(|(topic, entries)| section(topic, entries));
        Self {
            sections: sections.collect(),
        }
    }

    /// The same with those pairs, that nobody judged yet.
    #[must_use]
    pub fn with_pairs(mut self, summary: &Summary, pairs: &[Pair]) -> Self {
        let lines: HashMap<ContributionId, &Line> = summary
            .contributions
            .iter()
            .map(|line| (line.id, line))
            .collect();
        let entries = pairs.iter().filter_map(|pair| {
            let both = [*lines.get(&pair.first)?, *lines.get(&pair.second)?];
            let shared: Vec<Arg> = pair.shared.iter().map(Arg::from).collect();
            let mut entry = pair_of(summary, both);
            let shared = Message::new("brief-shared").with("words", shared);
            entry.short.push(shared.clone());
            entry.aloud.push(shared);
            Some(entry)
        });
        self.sections
            .extend(section(Topic::PerhapsAlike, entries.collect()));
        self.sections.sort_by_key(|section| section.topic);
        self
    }

    /// The section about that.
    #[must_use]
    pub fn section(&self, topic: Topic) -> Option<&Section> {
        self.sections.iter().find(|section| section.topic == topic)
    }
}

fn section(topic: Topic, mut entries: Vec<Entry>) -> Option<Section> {
    let more = entries.len().saturating_sub(MOST);
    entries.truncate(MOST);
    (!entries.is_empty()).then_some(Section {
        topic,
        entries,
        more,
    })
}

/// The lines that count and are so.
fn lines<'s>(
    summary: &'s Summary,
    are: impl Fn(&Line) -> bool + 's,
) -> impl Iterator<Item = &'s Line> {
    let counting = summary.contributions.iter().filter(|line| line.counts());
    counting.filter(move |line| are(line))
}

/// An entry for each line.
fn each<'s>(
    lines: impl Iterator<Item = &'s Line>,
    said: impl Fn(&Line) -> [Message; 2],
) -> Vec<Entry> {
    let entry = |line: &Line| {
        let [short, aloud] = said(line);
        plain(About::Line(line.id), short, aloud)
    };
    lines.map(entry).collect()
}

fn plain(about: About, short: Message, aloud: Message) -> Entry {
    Entry {
        about,
        heading: None,
        short: vec![short],
        aloud: vec![aloud],
    }
}

fn is_agreed(line: &Line) -> bool {
    line.by.len() > 1 || !line.supported_by.is_empty()
}

/// What several said together, or others support: in short, and aloud.
fn agreed(summary: &Summary, line: &Line) -> [Message; 2] {
    [Names::Short, Names::Full].map(|how| {
        let id = match (line.by.len(), line.supported_by.is_empty()) {
            (0, _) => "brief-agreed-supported-alone",
            (1, _) => "brief-agreed-supported",
            (_, true) => "brief-agreed-joint",
            (_, false) => "brief-agreed-joint-supported",
        };
        Message::new(id)
            .with("text", &line.text)
            .with("units", names(summary, &line.by, how))
            .with("others", names(summary, &line.supported_by, how))
    })
}

/// A line, and whose it is: in short, and aloud.
fn whose(summary: &Summary, line: &Line) -> [Message; 2] {
    [Names::Short, Names::Full].map(|how| said_by(summary, line, how))
}

fn said_by(summary: &Summary, line: &Line, how: Names) -> Message {
    if line.by.is_empty() {
        return Message::new("brief-line").with("text", &line.text);
    }
    Message::new("brief-line-of")
        .with("text", &line.text)
        .with("units", names(summary, &line.by, how))
}

/// What they are called, joined.
fn names(summary: &Summary, whom: &[Who], how: Names) -> Arg {
    match how {
        Names::Full => summary.names(whom),
        Names::Short => {
            let short = whom.iter().map(|who| Arg::Both(short_name(summary, who)));
            Arg::List(short.collect())
        }
    }
}

/// What a unit is called for short; a person by name.
fn short_name(summary: &Summary, who: &Who) -> Bilingual {
    let short = match who {
        Who::Unit(id) => summary.unit(id).and_then(|unit| unit.short.clone()),
        Who::Person(_) => None,
    };
    short.unwrap_or_else(|| summary.called(who))
}

/// The themes about which two units or more said something, those of most units first. Remarks raise nothing.
fn raised(summary: &Summary) -> Vec<Entry> {
    let mut raised: BTreeMap<&Bilingual, Vec<Who>> = BTreeMap::new();
    for line in lines(summary, |line| line.kind != ContributionKind::Remark) {
        for theme in &line.themes {
            let units = raised.entry(theme).or_default();
            for who in &line.by {
                if !units.contains(who) {
                    units.push(who.clone());
                }
            }
        }
    }
    let themes = summary.sums.by_theme.iter();
    let mut several: Vec<(&Bilingual, Vec<Who>)> = themes
        .filter_map(|(theme, _)| Some((theme, raised.remove(theme)?)))
        .filter(|(_, units)| units.len() > 1)
        .collect();
    several.sort_by_key(|(_, units)| std::cmp::Reverse(units.len()));
    let entry = |(theme, mut units): (&Bilingual, Vec<Who>)| {
        units.sort_by_key(|who| summary.precedence(who));
        let short = Message::new("brief-theme")
            .with("theme", theme)
            .with("count", units.len());
        let aloud = Message::new("brief-theme-of")
            .with("theme", theme)
            .with("units", summary.names(&units));
        plain(About::Theme(theme.clone()), short, aloud)
    };
    several.into_iter().map(entry).collect()
}

/// What somebody said is alike, while both count.
fn alike(summary: &Summary) -> Vec<Entry> {
    let line = |id| lines(summary, move |line| line.id == id).next();
    let accepted = summary.sums.alike.iter().filter(|pair| pair.accepted);
    accepted
        .filter_map(|pair| Some(pair_of(summary, [line(pair.ids.0)?, line(pair.ids.1)?])))
        .collect()
}

fn pair_of(summary: &Summary, both: [&Line; 2]) -> Entry {
    let short = |line: &Line| {
        Message::new("brief-pair-line")
            .with("id", line.id.to_string())
            .with("said", said_by(summary, line, Names::Short))
    };
    Entry {
        about: About::Pair(both[0].id, both[1].id),
        heading: None,
        short: both.map(short).into(),
        aloud: both.map(|line| said_by(summary, line, Names::Full)).into(),
    }
}

/// What was decided, with the item it was decided in; of elections who was elected, office by office.
fn decided(summary: &Summary) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut told: Vec<(Option<usize>, &Option<Bilingual>)> = Vec::new();
    for decision in &summary.decisions {
        let Some(ballot) = elected_in(summary, decision) else {
            let said = Message::new("brief-decision")
                .with("item", summary.place(decision.item))
                .with("decided", summary.decided(decision));
            entries.push(plain(About::Decision(decision.id), said.clone(), said));
            continue;
        };
        // A further round fills the seats that were left of the same office.
        let office = (ballot.item, &ballot.office);
        if !told.contains(&office) {
            told.push(office);
            let said = elected(summary, ballot);
            entries.push(plain(About::Decision(decision.id), said.clone(), said));
        }
    }
    entries
}

/// The election that a decision tells the result of, where somebody was elected.
fn elected_in<'s>(summary: &'s Summary, decision: &DecisionEntry) -> Option<&'s BallotEntry> {
    let mut elected = summary.elected().map(|(ballot, _)| ballot);
    elected.find(|ballot| Some(ballot.id) == decision.ballot)
}

/// Who was elected to the office of a ballot, in all its rounds.
fn elected(summary: &Summary, ballot: &BallotEntry) -> Message {
    let same = |other: &BallotEntry| other.office == ballot.office && other.item == ballot.item;
    let names = summary
        .elected()
        .filter(|(other, _)| same(other))
        .map(|(_, candidate)| Arg::from(&candidate.name));
    let office = match &ballot.office {
        Some(office) => Arg::from(office),
        None => Arg::from(summary.place(ballot.item)),
    };
    Message::new("brief-elected")
        .with("office", office)
        .with("names", names.collect::<Vec<Arg>>())
}

fn actions(summary: &Summary) -> Vec<Entry> {
    let entry = |action: &ActionEntry| {
        let aloud = summary.acted(action);
        let mut short = aloud.clone();
        if let Some(owner) = &action.owner {
            short.args.retain(|(name, _)| *name != "owner");
            short = short.with("owner", short_name(summary, owner));
        }
        plain(About::Action(action.id, action.from), short, aloud)
    };
    summary.actions.iter().map(entry).collect()
}

/// Who was not heard: first those who are there.
fn not_heard(summary: &Summary) -> Vec<Entry> {
    let came = |who: &Who| {
        let mut people = summary.attendance.iter();
        people.any(|person| {
            person.attended() && summary.unit_of(&Who::Person(person.person.clone())) == *who
        })
    };
    let (here, away): (Vec<&Who>, Vec<&Who>) =
        summary.sums.unheard.iter().partition(|who| came(who));
    let entry = |who: &Who, id: &'static str| {
        let said = |name: Bilingual| Message::new(id).with("who", &name);
        plain(
            About::Who(who.clone()),
            said(short_name(summary, who)),
            said(summary.called(who)),
        )
    };
    let here = here.into_iter().map(|who| entry(who, "brief-here"));
    let away = away.into_iter().map(|who| entry(who, "brief-away"));
    here.chain(away).collect()
}
