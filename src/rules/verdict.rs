//! What was counted, and whether it is enough: the figures of a vote, the verdict over them, and its reason.
//! Owns the arithmetic of `RULES.md` §1 and §2; records nothing.

use serde::{Deserialize, Serialize};

use super::{Base, Each, Kind, Rule, Tie};
use crate::text::{Message, Text};

/// The counters of one vote. What nobody counted is `None`, never 0; none is derived from another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Figures {
    /// E: voters on the roster, less the recused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entitled: Option<u32>,
    /// P: entitled and present or, where the rule allows, represented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// Y: for.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub favour: Option<u32>,
    /// N: against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<u32>,
    /// A: abstaining.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abstaining: Option<u32>,
    /// B: papers with nothing on them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blank: Option<u32>,
    /// I: papers that cannot be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invalid: Option<u32>,
    /// Papers handed out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<u32>,
    /// Papers handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<u32>,
    /// The chair's vote after a tie; it stands outside Y+N ≤ P.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub casting: Option<Casting>,
}

/// How the chair decided a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Casting {
    /// For: one more to Y.
    For,
    /// Against: one more to N.
    Against,
}

/// One of the counters, where one is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// E.
    Entitled,
    /// P.
    Present,
    /// Y.
    For,
    /// N.
    Against,
    /// A.
    Abstaining,
    /// B.
    Blank,
    /// I.
    Invalid,
}

/// Figures that cannot be: more than there can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// More votes and papers than voters present.
    Votes {
        /// For, against, abstaining, blank and invalid together.
        sum: u64,
        /// P.
        present: u64,
    },
    /// More papers handed out than voters present.
    Issued {
        /// Handed out.
        issued: u64,
        /// P.
        present: u64,
    },
    /// More papers handed in than handed out.
    Returned {
        /// Handed in.
        returned: u64,
        /// Handed out; P where nobody counted them.
        issued: u64,
    },
    /// More votes than papers handed in.
    Counted {
        /// For, against, abstaining, blank and invalid together.
        sum: u64,
        /// Handed in.
        returned: u64,
    },
}

/// Whether a vote carried, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it carried.
    pub carried: bool,
    /// The smallest number for that carries, the base staying as it is; at least 1. It may be more than `of`.
    pub needed: u64,
    /// The size of the base.
    pub of: u64,
    /// How many were for, the casting vote included.
    pub had: u64,
    /// What the base is.
    pub base: Base,
    /// Why.
    pub reason: Reason,
}

/// Why a vote carried or failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The number needed was reached.
    Reached,
    /// It was reached by the chair's vote.
    ReachedByChair,
    /// It was reached whatever those did who were not counted; `needed` and `of` are what they can be at most.
    ReachedAnyway,
    /// Fewer than needed.
    Short,
    /// Fewer than needed whatever those did who were not counted.
    ShortAnyway,
    /// Nobody was for: never carried.
    NoneFor,
    /// As many against as for, where one half was needed.
    Tie {
        /// Whether the rule lets the chair decide it, who has not yet.
        open_to_chair: bool,
    },
    /// Somebody was against where nobody may be.
    Opposed {
        /// How many.
        against: u64,
    },
    /// Somebody of those who all had to be for was not.
    NotAll,
    /// Not reached in a group that had to reach it.
    GroupFailed {
        /// Which; none is that of the voters without a group.
        group: Option<Text>,
        /// What was decided there.
        verdict: Box<Verdict>,
    },
}

impl Figures {
    /// For, against, abstaining, blank and invalid together, as far as they were counted.
    #[must_use]
    pub fn sum(&self) -> u64 {
        [
            self.favour,
            self.against,
            self.abstaining,
            self.blank,
            self.invalid,
        ]
        .iter()
        .flatten()
        .map(|&n| u64::from(n))
        .sum()
    }

    /// How many are in none of the counters: of the papers handed in, else of those present; `None` where neither is known.
    fn left(&self) -> Option<u32> {
        let most = self.returned.or(self.present)?;
        let left = u64::from(most).saturating_sub(self.sum());
        u32::try_from(left).ok()
    }

    /// What cannot be in these figures, the first found; `None` where everything agrees as far as it was counted.
    #[must_use]
    pub fn excess(&self) -> Option<Excess> {
        let [present, issued, returned] =
            [self.present, self.issued, self.returned].map(|n| n.map(u64::from));
        if let (Some(issued), Some(returned)) = (issued.or(present), returned)
            && returned > issued
        {
            return Some(Excess::Returned { returned, issued });
        }
        if let (Some(issued), Some(present)) = (issued, present)
            && issued > present
        {
            return Some(Excess::Issued { issued, present });
        }
        let sum = self.sum();
        match (present, returned) {
            (Some(present), _) if sum > present => Some(Excess::Votes { sum, present }),
            (_, Some(returned)) if sum > returned => Some(Excess::Counted { sum, returned }),
            _ => None,
        }
    }

    /// For and against with the chair's vote, where it was given.
    fn with_casting(&self) -> (Option<u64>, Option<u64>) {
        let add = |figure: Option<u32>, side| {
            figure.map(|n| u64::from(n) + u64::from(self.casting == Some(side)))
        };
        (
            add(self.favour, Casting::For),
            add(self.against, Casting::Against),
        )
    }
}

impl Rule {
    /// The size of the base of those figures, the casting vote included where it belongs to it; `Err` names what is not counted.
    ///
    /// # Errors
    /// The first figure that the base is made of and nobody counted.
    pub fn base_size(&self, figures: &Figures) -> Result<u64, Figure> {
        let known = |figure: Option<u32>, which| figure.map(u64::from).ok_or(which);
        let votes =
            || Ok(known(figures.favour, Figure::For)? + known(figures.against, Figure::Against)?);
        let casting = u64::from(figures.casting.is_some());
        match self.base {
            Base::Votes => Ok(votes()? + casting),
            Base::Valid => Ok(votes()? + known(figures.abstaining, Figure::Abstaining)? + casting),
            Base::Cast => match figures.returned {
                None => Ok(votes()? + known(figures.abstaining, Figure::Abstaining)? + casting),
                Some(returned) if self.blank => Ok(u64::from(returned) + casting),
                Some(returned) => Ok(u64::from(returned)
                    .saturating_sub(known(figures.blank, Figure::Blank)?)
                    + casting),
            },
            Base::Present => known(figures.present, Figure::Present),
            Base::Entitled => known(figures.entitled, Figure::Entitled),
        }
    }

    /// Whether the size of their base is known: all it is made of was counted, or nobody is left who could belong to it.
    #[must_use]
    pub fn knows_base(&self, figures: &Figures) -> bool {
        self.base_size(figures).is_ok() || figures.left() == Some(0)
    }

    /// Whether those figures carry, among all together. Where something was not counted, whether they do whatever it is.
    ///
    /// # Errors
    /// The first figure that has to be known and nobody counted.
    pub fn verdict(&self, figures: &Figures) -> Result<Verdict, Figure> {
        self.counted_verdict(figures)
            .or_else(|missing| self.verdict_anyway(figures).ok_or(missing))
    }

    fn counted_verdict(&self, figures: &Figures) -> Result<Verdict, Figure> {
        let of = self.base_size(figures)?;
        let (favour, against) = figures.with_casting();
        if self.kind == Kind::Acclamation && against.is_none() {
            return Err(Figure::Against);
        }
        let mut verdict = self.verdict_of(of, favour.ok_or(Figure::For)?, against);
        match (&mut verdict.reason, figures.casting) {
            (reason @ Reason::Reached, Some(Casting::For)) => *reason = Reason::ReachedByChair,
            (Reason::Tie { open_to_chair }, Some(_)) => *open_to_chair = false,
            _ => {}
        }
        Ok(verdict)
    }

    /// The verdict where those against or abstaining were not counted, and it is the same with none of them as with all who
    /// are left. Exact: no unknown is taken for a number.
    fn verdict_anyway(&self, figures: &Figures) -> Option<Verdict> {
        if figures.casting.is_some() {
            return None;
        }
        let left = figures.left()?;
        let rest = if figures.against.is_none() {
            [left, 0]
        } else {
            [0, left]
        };
        let with = |[against, abstaining]: [u32; 2]| Figures {
            against: figures.against.or(Some(against)),
            abstaining: figures.abstaining.or(Some(abstaining)),
            ..*figures
        };
        let best = self.counted_verdict(&with([0, 0])).ok()?;
        let worst = self.counted_verdict(&with(rest)).ok()?;
        if left == 0 {
            return Some(best);
        }
        let tied = matches!(best.reason, Reason::Tie { .. });
        if best.carried != worst.carried || tied {
            return None;
        }
        let reason = match worst.reason {
            Reason::NoneFor => Reason::NoneFor,
            _ if worst.carried => Reason::ReachedAnyway,
            _ => Reason::ShortAnyway,
        };
        Some(Verdict { reason, ..worst })
    }

    /// Whether so many for are enough where the base is known, as in elections; `against` where it was counted.
    #[must_use]
    pub fn verdict_of(&self, of: u64, favour: u64, against: Option<u64>) -> Verdict {
        let needed = match (self.kind, self.base, against) {
            (Kind::Majority, _, _) => self.need.smallest(self.strict, of),
            (Kind::Unanimous, Base::Present | Base::Entitled, _)
            | (Kind::Unanimous | Kind::Acclamation, _, None) => of,
            (Kind::Unanimous | Kind::Acclamation, _, Some(against)) => favour + against,
        }
        .max(1);
        let tie = self.need.is_half() && against == Some(favour);
        let reason = match self.kind {
            // Before the tie: 0–0 fails under every rule, and the chair's vote alone carries nothing.
            _ if favour == 0 => Reason::NoneFor,
            Kind::Majority if favour >= needed => Reason::Reached,
            Kind::Majority if tie => Reason::Tie {
                open_to_chair: self.tie == Tie::Chair && self.each == Each::All,
            },
            Kind::Majority => Reason::Short,
            Kind::Unanimous | Kind::Acclamation => match against {
                Some(against) if against > 0 => Reason::Opposed { against },
                _ if favour < needed => Reason::NotAll,
                _ => Reason::Reached,
            },
        };
        Verdict {
            carried: reason == Reason::Reached,
            needed,
            of,
            had: favour,
            base: self.base,
            reason,
        }
    }

    /// Whether it carried in each of those groups; the figures shown are those of all together.
    ///
    /// # Errors
    /// The first figure that has to be known and nobody counted.
    pub fn verdict_by_group(
        &self,
        groups: &[(Option<Text>, Figures)],
        all: &Figures,
    ) -> Result<Verdict, Figure> {
        let mut whole = self.verdict(all)?;
        for (group, figures) in groups {
            let verdict = self.verdict(figures)?;
            if !verdict.carried {
                whole.carried = false;
                whole.reason = Reason::GroupFailed {
                    group: group.clone(),
                    verdict: Box::new(verdict),
                };
                return Ok(whole);
            }
        }
        Ok(whole)
    }
}

impl Verdict {
    /// Whether it is a tie that the chair may still decide.
    #[must_use]
    pub fn is_open_to_chair(&self) -> bool {
        self.reason
            == Reason::Tie {
                open_to_chair: true,
            }
    }

    /// It as it was announced: a tie that the chair left undecided is decided by nobody any more.
    #[must_use]
    pub fn announced(mut self) -> Self {
        if let Reason::Tie { open_to_chair } = &mut self.reason {
            *open_to_chair = false;
        }
        self
    }

    /// The verdict with its reason: `carried — needed 13 of 24 votes, had 14 (base: votes for and against)`.
    #[must_use]
    pub fn sentence(&self) -> Message {
        super::words::sentence(self)
    }
}
