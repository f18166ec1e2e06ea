//! What lies on the desk as lines: made anew where it may say something else, and never for a key. Gives what has to be read for it.

use super::{Desk, Patience, Stale, Visit, Wish};
use crate::archive::Followups;
use crate::archive::page::{self, Link};
use crate::tui::leaf::{Leaf, Manner};
use crate::tui::look::Look;
use crate::tui::review::lists::{Lines, Teller};
use crate::tui::review::reading::Held;
use crate::tui::style::Role;

impl Desk {
    /// After everything: the lists say what there is, and something is told beside them of where one stands. Gives what has to be read for that.
    pub fn settle(&mut self, look: Look) -> Vec<Wish> {
        let teller = Teller { look };
        let mut wishes = Vec::new();
        let words = self.words().unwrap_or_default().to_owned();
        if words != self.looked_for {
            self.version += 1;
            self.looked_for.clone_from(&words);
            if !words.is_empty() {
                wishes.push(Wish::Words(words));
            }
        }
        if self.told_in != look.locale.language() {
            self.told_in = look.locale.language();
            self.stale = Stale::default();
        }
        self.tell(teller);
        if self.patience == Patience::Pressed && self.hits().is_some() {
            self.patience = Patience::Calm;
            if let Some(link) = self.here() {
                self.follow(&link);
                self.tell(teller);
            }
        }
        self.stand_on_anchor();
        let here = self.here();
        wishes.extend(self.tell_beside(here, teller));
        if let Some(stem) = self.opening_of() {
            wishes.push(Wish::Session(stem.clone()));
        }
        // A session that is being read is not wanted a second time.
        wishes.retain(|wish| match wish {
            Wish::Session(stem) => self.asked_for.replace(stem.clone()).as_ref() != Some(stem),
            Wish::Words(_) => true,
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
            let hits = self.hits.as_deref();
            let found = hits.map(|hits| teller.found(hits, self.walk.as_deref()));
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
        let (followups, units, years) = match &self.walk {
            Some(walk) => {
                let followups = Followups {
                    history: &walk.history,
                    party: None,
                    today: self.today,
                };
                self.open = (followups.things().count(), followups.overdue());
                let followups = teller.followups(&followups);
                (followups, teller.units(walk), teller.series(walk))
            }
            None => (teller.waits(), teller.waits(), teller.waits()),
        };
        for (leaf, lines) in self
            .lists
            .iter_mut()
            .zip([sessions, followups, units, years])
        {
            leaf.put(lines, Manner::List);
        }
    }

    fn tell_trail(&mut self, teller: Teller) {
        let mut trail = std::mem::take(&mut self.trail);
        for visit in &mut trail {
            let (leaf, lines) = match visit {
                Visit::Page { of, leaf } => {
                    let page = self.page_of(of, teller);
                    (&mut **leaf, page.unwrap_or_else(|| teller.waits()))
                }
                Visit::Session(sitting) => {
                    let page = self.page_of_session(&sitting.held, teller);
                    (&mut sitting.page, page)
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
        if let Some(page) = self.page_of(link, teller) {
            return (page, true, None);
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
            Link::Unit(_) | Link::Series(_) => return (teller.waits(), true, None),
        };
        if let Some(held) = self.held(stem) {
            return (self.page_of_session(&held, teller), true, None);
        }
        match &self.unread {
            Some((unread, told)) if unread == stem => {
                (teller.sentences(told, Role::Soon), true, None)
            }
            Some(_) | None => (teller.waits(), false, Some(Wish::Session(stem.clone()))),
        }
    }

    /// The page of a thing, a unit or a series; none of a session, and none while that is not read yet.
    fn page_of(&self, link: &Link, teller: Teller) -> Option<Lines> {
        let walk = self.walk()?;
        match link {
            Link::Session(_) => None,
            Link::Thing { session, id } => {
                let raised = walk.history.raised_as(session, id)?;
                Some(teller.page(&walk.history.page_of(raised, self.today)))
            }
            Link::Unit(_) if !self.has_page(link) => None,
            Link::Unit(party) => Some(teller.page(&walk.dossier(*party).page(self.today))),
            Link::Series(series) => Some(teller.years(&walk.years(series)?)),
        }
    }

    /// A session at a glance, and how its time was used.
    fn page_of_session(&self, held: &Held, teller: Teller) -> Lines {
        let history = self.walk().map(|walk| &walk.history);
        let mut lines = teller.page(&page::session(&held.summary, &held.stem, history));
        lines.extend(teller.plan(&held.summary));
        lines
    }
}
