//! Who came to a session, in figures: the voters as the summary counts them, and everybody by the roll.

use crate::meeting::roll::Status;
use crate::summary::{Attendee, Summary};

/// Who came to a session. What nobody counted is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// The greatest number of voters present that was reached.
    pub present: Option<u32>,
    /// The entitled voters.
    pub entitled: Option<u32>,
    /// Everybody on the roster, by what the roll says; none where no roll was kept.
    pub roll: Option<Roll>,
}

/// Everybody on a roster, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    /// Those who took part, for however short a time.
    pub attended: u64,
    /// Those somebody else acted for.
    pub represented: u64,
    /// Those who sent apologies.
    pub excused: u64,
    /// All others.
    pub absent: u64,
}

impl Attendance {
    pub(super) fn of(summary: &Summary) -> Self {
        let people = &summary.attendance;
        let is_marked = people.iter().any(|one| one.status != Status::Unmarked);
        Self {
            present: summary.sums.present,
            entitled: summary.sums.entitled,
            roll: is_marked.then(|| Roll::of(people)),
        }
    }
}

impl Roll {
    fn of(people: &[Attendee]) -> Self {
        let mut roll = Self::default();
        for person in people {
            let place = match person.status {
                _ if person.attended() => &mut roll.attended,
                Status::Represented => &mut roll.represented,
                Status::Excused => &mut roll.excused,
                Status::Unmarked | Status::Present | Status::Absent | Status::Left => {
                    &mut roll.absent
                }
            };
            *place += 1;
        }
        roll
    }
}
