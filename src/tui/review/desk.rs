//! What lies before one participant of a review: the lists of the archive, what was followed from them, what is looked for. Changed by `keys`
//! and `lines`; what has to be read for it is asked for in [`Wish`]es.

mod told;

use std::sync::Arc;

use chrono::NaiveDate;

use super::line::Asked;
use super::reading::{Held, Hits, Read};
use super::sitting::{Shown, Sitting};
use crate::archive::page::Link;
use crate::archive::{Listing, Raised, Told, Walk};
use crate::brief::About;
use crate::phrase::Face;
use crate::text::{Language, Text};
use crate::tui::action::Line as Typed;
use crate::tui::keymap::half_width;
use crate::tui::leaf::Leaf;
use crate::tui::ui::{Notice, Ui};

/// So many sessions are kept as they were read.
const KEPT: usize = 16;

/// The lists of the archive, in the order in which a key turns them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum List {
    /// All sessions.
    #[default]
    Sessions,
    /// What is still open.
    Followups,
    /// The units.
    Units,
    /// The series over the years.
    Years,
}

impl List {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Sessions, Self::Followups, Self::Units, Self::Years];

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sessions => "review-sessions",
            Self::Followups => "review-followups",
            Self::Units => "review-units",
            Self::Years => "review-years",
        }
    }
}

/// Something that was followed.
#[derive(Debug)]
pub enum Visit {
    /// A page.
    Page {
        /// Of what.
        of: Link,
        /// It.
        leaf: Box<Leaf<Link>>,
    },
    /// A session.
    Session(Box<Sitting>),
}

/// Something that has to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// That session.
    Session(Text),
    /// What these words are found in.
    Words(String),
}

/// Whether somebody waits for what is being looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Patience {
    /// Nobody does.
    #[default]
    Calm,
    /// They pressed the key that follows it already.
    Pressed,
}

/// What has to be told anew.
#[derive(Clone, Copy, Debug)]
struct Stale {
    lists: bool,
    found: bool,
    trail: bool,
}

impl Stale {
    const NOTHING: Self = Self {
        lists: false,
        found: false,
        trail: false,
    };
}

/// At first everything has.
impl Default for Stale {
    fn default() -> Self {
        Self {
            lists: true,
            found: true,
            trail: true,
        }
    }
}

/// What lies before one participant.
#[derive(Debug, Default)]
pub struct Desk {
    /// The line, what is asked and told, the looks, and the faces of an open session.
    pub ui: Ui,
    /// The day from which ages are told.
    pub today: NaiveDate,
    /// The list that is turned to.
    pub list: List,
    /// What was followed from it, the last in front.
    pub trail: Vec<Visit>,
    /// What was found last.
    pub found: Leaf<Link>,
    /// All about what one stands on in the list in front.
    pub beside: Leaf<Link>,
    /// What will be answered by the line.
    pub answering: Option<Link>,
    /// What the line asked of the program.
    pub asked: Option<Asked>,
    lists: [Leaf<Link>; List::ALL.len()],
    beside_of: Option<Link>,
    listing: Option<Arc<Listing>>,
    walk: Option<Arc<Walk>>,
    walked: (usize, usize),
    open: (usize, usize),
    hits: Option<Arc<Hits>>,
    looked_for: String,
    kept: Vec<Arc<Held>>,
    unread: Option<(Text, Told)>,
    asked_for: Option<Text>,
    /// What is opened once its session is read.
    opening: Option<Link>,
    /// What was found first is followed as soon as it was.
    pub patience: Patience,
    /// What has to be told anew.
    stale: Stale,
    /// The language in which the lines are.
    told_in: Language,
    /// Counts what may look otherwise and is in no list.
    version: u64,
}

impl Desk {
    /// A desk on which nothing lies yet, turned to a list; a session is opened on it where one is named.
    #[must_use]
    pub fn new(ui: Ui, today: NaiveDate, (list, session): (List, Option<Text>)) -> Self {
        Self {
            opening: session.map(Link::Session),
            ui,
            today,
            list,
            ..Self::default()
        }
    }

    /// The sessions there are, once they are listed.
    #[must_use]
    pub fn listing(&self) -> Option<&Listing> {
        self.listing.as_deref()
    }

    /// All that was read of them, once it was.
    #[must_use]
    pub fn walk(&self) -> Option<&Walk> {
        self.walk.as_deref()
    }

    /// How much is open in all sessions, and how much of it overdue; none before they were read.
    #[must_use]
    pub const fn open(&self) -> (usize, usize) {
        self.open
    }

    /// How many sessions were walked through so far, and of how many.
    #[must_use]
    pub const fn walked(&self) -> (usize, usize) {
        self.walked
    }

    /// What was found for what is typed; none while it is still looked for.
    #[must_use]
    pub fn hits(&self) -> Option<&Hits> {
        let hits = self.hits.as_deref();
        hits.filter(|hits| Some(&*hits.words) == self.words())
    }

    /// A number that is another one whenever something looks otherwise that no list counts.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// What the line is.
    #[must_use]
    pub fn typed(&self) -> Typed {
        match self.ui.draft.field.text().chars().next().map(half_width) {
            None => Typed::Empty,
            Some(':') => Typed::Typed,
            Some(_) => Typed::Filter,
        }
    }

    /// What is looked for in all sessions; none where nothing is.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        let is_filter = self.ui.draft.filter().is_some() && self.is_on_a_list_of_a_session();
        let looks = self.typed() == Typed::Filter && !is_filter;
        let words = self.ui.draft.field.text().trim();
        let words = words.strip_prefix(['/', '／']).unwrap_or(words).trim();
        Some(words).filter(|words| looks && !words.is_empty())
    }

    fn is_on_a_list_of_a_session(&self) -> bool {
        match self.sitting().map(|sitting| sitting.shown) {
            Some(Shown::Face(Face::Contributions | Face::Roll | Face::Record)) => true,
            Some(Shown::Face(Face::Floor | Face::Ballots | Face::Brief) | Shown::Page) | None => {
                false
            }
        }
    }

    /// The session in front.
    #[must_use]
    pub fn sitting(&self) -> Option<&Sitting> {
        match self.trail.last() {
            Some(Visit::Session(sitting)) => Some(sitting),
            Some(Visit::Page { .. }) | None => None,
        }
    }

    /// The face in front, where one is.
    #[must_use]
    pub fn face(&self) -> Option<(&Sitting, Face)> {
        let sitting = self.sitting().filter(|_| self.words().is_none())?;
        match sitting.shown {
            Shown::Face(face) => Some((sitting, face)),
            Shown::Page => None,
        }
    }

    /// The page in front, where it is none of a session's faces.
    #[must_use]
    pub fn leaf(&self) -> Option<&Leaf<Link>> {
        if self.words().is_some() {
            return Some(&self.found);
        }
        match self.trail.last() {
            None => Some(&self.lists[self.list as usize]),
            Some(Visit::Page { leaf, .. }) => Some(leaf),
            Some(Visit::Session(sitting)) => {
                (sitting.shown == Shown::Page).then_some(&sitting.page)
            }
        }
    }

    /// The same, to be turned.
    pub fn leaf_mut(&mut self) -> Option<&mut Leaf<Link>> {
        if self.words().is_some() {
            return Some(&mut self.found);
        }
        match self.trail.last_mut() {
            None => Some(&mut self.lists[self.list as usize]),
            Some(Visit::Page { leaf, .. }) => Some(leaf),
            Some(Visit::Session(sitting)) => {
                (sitting.shown == Shown::Page).then_some(&mut sitting.page)
            }
        }
    }

    /// The session that commands are about: the one in front, else that of what one stands on.
    #[must_use]
    pub fn session(&self) -> Option<Text> {
        let of_page = match self.trail.last() {
            Some(Visit::Session(sitting)) => return Some(sitting.held.stem.clone()),
            Some(Visit::Page { of, .. }) => Some(of.clone()),
            None => self.here(),
        };
        match of_page? {
            Link::Session(session) | Link::Thing { session, .. } => Some(session),
            Link::Unit(_) | Link::Series(_) => None,
        }
    }

    /// Whether what is in front is a list, beside which something is told of where one stands.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.words().is_some() || self.trail.is_empty()
    }

    /// What one stands on.
    #[must_use]
    pub fn here(&self) -> Option<Link> {
        if let Some((sitting, face)) = self.face() {
            return Some(Link::Thing {
                session: sitting.held.stem.clone(),
                id: self.selected_on(face)?,
            });
        }
        self.leaf()?.link().cloned()
    }

    /// The id of what is selected on a face, where it has one.
    fn selected_on(&self, face: Face) -> Option<Text> {
        let id = match face {
            Face::Contributions => self.ui.sheet.selected()?.to_string(),
            Face::Brief => match &self.ui.lectern.selected()?.1.about {
                About::Line(id) | About::Pair(id, _) => id.to_string(),
                About::Decision(id) => id.to_string(),
                About::Action(id, _) => id.to_string(),
                About::Theme(_) | About::Who(_) => return None,
            },
            Face::Floor | Face::Roll | Face::Ballots | Face::Record => return None,
        };
        Some(Text::line(&id))
    }

    /// Shows another list.
    pub fn turn(&mut self, by: isize) {
        let count = List::ALL.len().cast_signed();
        let next = (self.list as isize + by).rem_euclid(count).unsigned_abs();
        self.list = List::ALL[next];
        self.version += 1;
    }

    /// Goes back to where one came from; says whether there was somewhere to go back to.
    pub fn go_back(&mut self) -> bool {
        self.exchange_faces();
        let went = self.trail.pop().is_some();
        self.exchange_faces();
        self.version += 1;
        went
    }

    /// Goes back to the lists.
    pub fn go_home(&mut self) {
        while self.go_back() {}
    }

    /// What a link leads to, where it is a thing that is known.
    #[must_use]
    pub fn raised(&self, link: &Link) -> Option<&Raised> {
        let Link::Thing { session, id } = link else {
            return None;
        };
        self.walk()?.history.raised_as(session, id)
    }

    /// What a thing is called by the session that raised it.
    #[must_use]
    pub fn origin_of(&self, link: &Link) -> Link {
        match (self.raised(link), self.walk()) {
            (Some(raised), Some(walk)) => walk.history.link_to(raised),
            (_, _) => link.clone(),
        }
    }

    /// The session in front, where one is, takes the place of the participant's faces, or gives it back.
    fn exchange_faces(&mut self) {
        if let Some(Visit::Session(sitting)) = self.trail.last_mut() {
            sitting.exchange(&mut self.ui);
        }
    }

    fn go_to(&mut self, visit: Visit) {
        self.exchange_faces();
        self.trail.push(visit);
        self.exchange_faces();
        self.stale.trail = true;
        self.version += 1;
    }

    /// Follows a link; what is looked for stays found, and out of the way.
    pub fn follow(&mut self, link: &Link) {
        self.ui.draft = crate::tui::ui::Draft::default();
        if self.has_page(link) {
            return self.go_to(Visit::Page {
                of: link.clone(),
                leaf: Box::default(),
            });
        }
        match link {
            Link::Session(stem) | Link::Thing { session: stem, .. } => match self.held(stem) {
                Some(held) => self.sit_down(held, link),
                None => self.opening = Some(link.clone()),
            },
            Link::Unit(_) | Link::Series(_) => {}
        }
    }

    fn sit_down(&mut self, held: Arc<Held>, link: &Link) {
        if !held.changed.is_empty() {
            let changed = held.changed.clone();
            self.ui.notice = Notice::refused(changed);
        }
        let from = self.of_session(&held.stem);
        let sitting = Sitting::new(held);
        let anchor = match link {
            Link::Thing { .. } => Some(link.clone()),
            Link::Session(_) | Link::Unit(_) | Link::Series(_) => from,
        };
        self.go_to(Visit::Session(Box::new(sitting)));
        self.opening = anchor;
    }

    /// The thing of that session from which one comes.
    fn of_session(&self, stem: &Text) -> Option<Link> {
        match self.trail.last() {
            Some(Visit::Page {
                of: of @ Link::Thing { session, .. },
                ..
            }) if session == stem => Some(of.clone()),
            Some(Visit::Page { .. } | Visit::Session(_)) | None => None,
        }
    }

    fn held(&self, stem: &Text) -> Option<Arc<Held>> {
        self.kept.iter().find(|held| held.stem == *stem).cloned()
    }

    /// Whether there is a page of it: of a thing, a unit or a series, once that was read; of a session never.
    fn has_page(&self, link: &Link) -> bool {
        let Some(walk) = self.walk() else {
            return false;
        };
        match link {
            Link::Session(_) => false,
            Link::Thing { session, id } => walk.history.raised_as(session, id).is_some(),
            Link::Unit(party) => *party < walk.history.parties.all().len(),
            Link::Series(series) => walk.series().contains(&series),
        }
    }

    /// Takes in what was read.
    pub fn take(&mut self, read: Read) {
        self.version += 1;
        match read {
            Read::Listed(listing) => {
                self.listing = Some(listing);
                self.stale.lists = true;
            }
            Read::Walking(progress) => self.walked = (progress.read, progress.of),
            Read::Walked(walk) => {
                self.walk = Some(walk);
                self.stale = Stale::default();
            }
            Read::Session(stem, Ok(held)) => {
                self.asked_for = None;
                self.kept.retain(|kept| kept.stem != stem);
                self.kept.truncate(KEPT - 1);
                self.kept.insert(0, Arc::clone(&held));
                self.beside_of = None;
                if self.opening_of() == Some(&stem)
                    && let Some(link) = self.opening.take()
                {
                    self.sit_down(held, &link);
                }
            }
            Read::Session(stem, Err(told)) => {
                self.asked_for = None;
                if self.opening_of() == Some(&stem) {
                    self.opening = None;
                    self.ui.notice = Notice::refused(told.clone());
                }
                self.unread = Some((stem, told));
                self.beside_of = None;
            }
            Read::Found(hits) => {
                let before = self.hits.as_ref().map(|hits| &hits.words);
                if before != Some(&hits.words) {
                    self.found = Leaf::default();
                }
                self.hits = Some(hits);
                self.stale.found = true;
            }
        }
    }

    fn opening_of(&self) -> Option<&Text> {
        let opened = self.sitting().map(|sitting| &sitting.held.stem);
        match self.opening.as_ref()? {
            Link::Session(stem) | Link::Thing { session: stem, .. } => {
                Some(stem).filter(|stem| Some(*stem) != opened)
            }
            Link::Unit(_) | Link::Series(_) => None,
        }
    }

    /// What was answered since it was read is read anew.
    pub fn forget(&mut self, stem: &Text) {
        self.kept.retain(|held| held.stem != *stem);
        self.beside_of = None;
    }
}
