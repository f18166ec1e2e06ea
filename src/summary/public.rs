//! What may leave the house: the summary without the content of closed items.

use std::collections::HashSet;

use super::{Line, Summary};
use crate::meeting::ContributionId;
use crate::text::Bilingual;

impl Summary {
    /// The same meeting without what was said, moved, decided and counted in closed items; the items themselves stay, by title.
    #[must_use]
    pub fn public(mut self) -> Self {
        let closed: HashSet<usize> = self
            .items
            .iter()
            .filter(|item| item.closed_session)
            .map(|item| item.number)
            .collect();
        if closed.is_empty() {
            return self;
        }
        let is_closed = |item: Option<usize>| item.is_some_and(|item| closed.contains(&item));
        for item in self.items.iter_mut().filter(|item| item.closed_session) {
            item.turns.clear();
            item.documents.clear();
            item.tellers.clear();
            (item.outcome, item.text, item.motion) = (None, None, None);
        }
        self.contributions.retain(|line| !is_closed(line.item));
        self.motions.retain(|motion| !is_closed(motion.item));
        self.decisions.retain(|decision| !is_closed(decision.item));
        self.actions.retain(|action| !is_closed(action.item));
        self.ballots.retain(|ballot| !is_closed(ballot.item));
        self.hide_corrections(|item| closed.contains(&item));
        self.later
            .retain(|id, _| !closed.iter().any(|item| item.to_string() == id.as_str()));
        self.forget_what_is_gone();
        let themes: Vec<Bilingual> = self
            .sums
            .by_theme
            .iter()
            .map(|(theme, _)| theme.clone())
            .collect();
        self.count(&themes);
        self
    }

    /// Drops references to lines that are not there any more.
    fn forget_what_is_gone(&mut self) {
        let left: HashSet<ContributionId> = self.contributions.iter().map(|line| line.id).collect();
        let keep = |id: Option<ContributionId>| id.filter(|id| left.contains(id));
        for Line {
            re, merged_into, ..
        } in &mut self.contributions
        {
            *re = keep(*re);
            *merged_into = keep(*merged_into);
        }
        self.actions
            .iter_mut()
            .for_each(|action| action.from = keep(action.from));
        self.sums
            .alike
            .retain(|pair| left.contains(&pair.ids.0) && left.contains(&pair.ids.1));
    }
}
