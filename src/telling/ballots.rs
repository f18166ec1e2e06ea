//! What is told of votes and elections.

use super::{Step, Told};
use crate::meeting::ballot::Event;

pub(super) fn tell(_: &Step, event: &Event) -> Told {
    match *event {}
}
