//! What lies before one participant of a review: the lists of the archive, what was followed from them, what is looked for. Changed by `keys`
//! and `lines`; what has to be read for it is asked for in [`Wish`]es.

use std::sync::Arc;

use chrono::NaiveDate;

use super::line::Asked;
use super::lists::{Lines, Teller};
use super::reading::{Held, Hits, Read};
use super::sitting::{Shown, Sitting};
use crate::archive::page::{self, Link};
use crate::archive::{Followups, Listing, Told, Walk};
use crate::locale::Locale;
use crate::phrase::Face;
use crate::text::{Language, Message, Text};
use crate::tui::action::Line as Typed;
use crate::tui::keymap::half_width;
use crate::tui::leaf::{Leaf, Manner};
use crate::tui::style::Role;
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
}

impl List {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Sessions, Self::Followups, Self::Units];

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sessions => "review-sessions",
            Self::Followups => "review-followups",
            Self::Units => "review-units",
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
    /// All of it once more.
    Walk,
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
    walked: usize,
    open: (usize, usize),
    hits: Option<Arc<Hits>>,
    looked_for: String,
    kept: Vec<Arc<Held>>,
    unread: Option<(Text, Told)>,
    asked_for: Option<Text>,
    /// What is opened once its session is read.
    opening: Option<Link>,
    /// What has to be told anew.
    stale: Stale,
    /// The language in which the lines are.
    told_in: Language,
    /// Counts what may look otherwise and is in no list.
    version: u64,
}

impl Desk {
    /// A desk on which nothing lies yet; a session is opened on it where one is named.
    #[must_use]
    pub fn new(ui: Ui, today: NaiveDate, session: Option<Text>) -> Self {
        Self {
            opening: session.map(Link::Session),
            ui,
            today,
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

    /// How many sessions were walked through so far.
    #[must_use]
    pub const fn walked(&self) -> usize {
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
            Link::Unit(_) => None,
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
            let noted = self
                .ui
                .sheet
                .selected()
                .filter(|_| face == Face::Contributions)?;
            return Some(Link::Thing {
                session: sitting.held.stem.clone(),
                id: Text::line(&noted.to_string()),
            });
        }
        self.leaf()?.link().cloned()
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

    /// What a thing is called by the session that raised it.
    #[must_use]
    pub fn origin_of(&self, link: &Link) -> Link {
        let raised = match (link, self.walk()) {
            (Link::Thing { session, id }, Some(walk)) => walk.history.raised_as(session, id),
            (Link::Thing { .. }, None) | (Link::Session(_) | Link::Unit(_), _) => None,
        };
        match (raised, self.walk()) {
            (Some(raised), Some(walk)) => walk.history.link_to(raised),
            (_, _) => link.clone(),
        }
    }

    /// What a thing says, where it is known.
    #[must_use]
    pub fn text_of(&self, link: &Link) -> Option<Message> {
        let Link::Thing { session, id } = link else {
            return None;
        };
        let raised = self.walk()?.history.raised_as(session, id)?;
        Some(Message::new("tui-shown-line").with("text", &raised.text))
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
        if self.page_of(link).is_some() {
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
            Link::Unit(_) => {}
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
            Link::Session(_) | Link::Unit(_) => from,
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

    /// The page of a thing or a unit; none of a session, and none while that is not read yet.
    fn page_of(&self, link: &Link) -> Option<page::Page> {
        let walk = self.walk.as_deref()?;
        match link {
            Link::Session(_) => None,
            Link::Thing { session, id } => {
                let raised = walk.history.raised_as(session, id)?;
                Some(walk.history.page_of(raised, self.today))
            }
            Link::Unit(party) => {
                let is_known = *party < walk.history.parties.all().len();
                is_known.then(|| walk.dossier(*party).page(self.today))
            }
        }
    }

    fn page_of_session(&self, held: &Held) -> page::Page {
        let history = self.walk().map(|walk| &walk.history);
        page::session(&held.summary, &held.stem, history)
    }

    /// Takes in what was read.
    pub fn take(&mut self, read: Read) {
        self.version += 1;
        match read {
            Read::Listed(listing) => {
                self.listing = Some(listing);
                self.stale.lists = true;
            }
            Read::Walking(seen) => self.walked = seen,
            Read::Walked(walk) => {
                self.walked = walk.history.sessions.len();
                self.walk = Some(walk);
                self.stale = Stale::default();
            }
            Read::Session(stem, Ok(held)) => {
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
                if self.opening_of() == Some(&stem) {
                    self.opening = None;
                    self.ui.notice = Notice::refused(told.clone());
                }
                self.unread = Some((stem, told));
                self.beside_of = None;
            }
            Read::Found(hits) => {
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
            Link::Unit(_) => None,
        }
    }

    /// What was answered since it was read is read anew.
    pub fn forget(&mut self, stem: &Text) {
        self.kept.retain(|held| held.stem != *stem);
        self.beside_of = None;
    }

    /// After everything: the lists say what there is, and something is told beside them of where one stands. Gives what has to be read for that.
    pub fn settle(&mut self, locale: &Locale) -> Vec<Wish> {
        let teller = Teller { locale };
        let mut wishes = Vec::new();
        let words = self.words().unwrap_or_default().to_owned();
        if words != self.looked_for {
            self.version += 1;
            self.looked_for.clone_from(&words);
            if !words.is_empty() {
                wishes.push(Wish::Words(words));
            }
        }
        if self.told_in != locale.language() {
            self.told_in = locale.language();
            self.stale = Stale::default();
        }
        self.tell(teller);
        self.stand_on_anchor();
        let here = self.here();
        wishes.extend(self.tell_beside(here, teller));
        if let Some(stem) = self.opening_of() {
            wishes.push(Wish::Session(stem.clone()));
        }
        // A session that is being read is not wanted a second time.
        wishes.retain(|wish| match wish {
            Wish::Session(stem) => self.asked_for.replace(stem.clone()).as_ref() != Some(stem),
            Wish::Words(_) | Wish::Walk => true,
        });
        wishes
    }

    /// Makes the lines anew that may say something else now.
    fn tell(&mut self, teller: Teller) {
        let stale = std::mem::replace(&mut self.stale, Stale::NOTHING);
        if stale.lists {
            self.tell_lists(teller);
        }
        if stale.found {
            let found = self.hits.as_deref().map(|hits| teller.found(hits));
            self.found.put(found.unwrap_or_default(), Manner::List);
        }
        if stale.trail {
            self.tell_trail(teller);
        }
        if stale.lists || stale.found || stale.trail {
            self.beside_of = None;
        }
    }

    fn tell_lists(&mut self, teller: Teller) {
        let sessions = match &self.listing {
            Some(listing) => teller.sessions(listing, self.walk.as_deref()),
            None => teller.waits(),
        };
        let (followups, units) = match &self.walk {
            Some(walk) => {
                let followups = Followups {
                    history: &walk.history,
                    party: None,
                    today: self.today,
                };
                self.open = (followups.things().count(), followups.overdue());
                (teller.followups(&followups), teller.units(walk))
            }
            None => (teller.waits(), teller.waits()),
        };
        for (leaf, lines) in self.lists.iter_mut().zip([sessions, followups, units]) {
            leaf.put(lines, Manner::List);
        }
    }

    fn tell_trail(&mut self, teller: Teller) {
        let mut trail = std::mem::take(&mut self.trail);
        for visit in &mut trail {
            let (leaf, lines) = match visit {
                Visit::Page { of, leaf } => {
                    let page = self.page_of(of).map(|page| teller.page(&page));
                    (&mut **leaf, page.unwrap_or_else(|| teller.waits()))
                }
                Visit::Session(sitting) => {
                    let page = self.page_of_session(&sitting.held);
                    (&mut sitting.page, teller.page(&page))
                }
            };
            leaf.put(lines, Manner::Text);
        }
        self.trail = trail;
    }

    /// A session that was opened for one thing in it shows that.
    fn stand_on_anchor(&mut self) {
        let Some(Link::Thing { session, .. }) = &self.opening else {
            return;
        };
        if self
            .sitting()
            .is_none_or(|sitting| sitting.held.stem != *session)
        {
            return;
        }
        if let (Some(link), Some(Visit::Session(sitting))) =
            (self.opening.take(), self.trail.last_mut())
        {
            sitting.page.go_to(&link);
        }
    }

    /// Tells beside a list of what one stands on there.
    fn tell_beside(&mut self, here: Option<Link>, teller: Teller) -> Option<Wish> {
        if !self.is_list() || self.beside_of == here && here.is_some() {
            return None;
        }
        let (lines, is_whole, wish) = match &here {
            None => (Lines::new(), true, None),
            Some(link) => self.about(link, teller),
        };
        self.beside = Leaf::new(lines, Manner::Text);
        self.beside_of = here.filter(|_| is_whole);
        self.version += 1;
        wish
    }

    /// All about that, whether that is all, and what else has to be read.
    fn about(&self, link: &Link, teller: Teller) -> (Lines, bool, Option<Wish>) {
        if let Some(page) = self.page_of(link) {
            return (teller.page(&page), true, None);
        }
        let stem = match link {
            Link::Session(stem) => stem,
            Link::Thing { session, id } => {
                let hits = self.hits();
                let of = hits.and_then(|hits| hits.sessions.iter().find(|of| of.stem == *session));
                let hit = of.and_then(|of| of.hits.iter().find(|hit| hit.id == *id));
                return (
                    hit.map_or_else(|| teller.waits(), |hit| teller.whole(hit)),
                    true,
                    None,
                );
            }
            Link::Unit(_) => return (teller.waits(), true, None),
        };
        if let Some(held) = self.held(stem) {
            return (teller.page(&self.page_of_session(&held)), true, None);
        }
        match &self.unread {
            Some((unread, told)) if unread == stem => {
                (teller.sentences(told, Role::Soon), true, None)
            }
            Some(_) | None => (teller.waits(), false, Some(Wish::Session(stem.clone()))),
        }
    }
}
