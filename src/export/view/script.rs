//! The chair's script as templates see it: item by item, with what is said.

use minijinja::context;
use minijinja::value::Value;

use super::View;
use crate::agenda::Item;
use crate::export::script::{Step, steps};
use crate::text::Arg;

impl View<'_> {
    /// Every item with its cues; the first entry, without an item, is the welcome.
    pub(super) fn script(&self) -> Value {
        let steps = steps(&self.source.plan);
        steps.iter().map(|step| self.step(step)).collect()
    }

    fn step(&self, step: &Step) -> Value {
        let items = &self.agenda().items;
        let item: Option<&Item> = step.item.and_then(|number| items.get(number - 1));
        context! {
            number => step.item,
            title => item.map(|item| self.words(&item.title)),
            time => item
                .and_then(|item| item.time)
                .map(|seconds| self.locale.write(&Arg::Seconds(i64::from(seconds)))),
            cues => step.cues.iter().map(|cue| self.say(cue)).collect::<Value>(),
        }
    }
}
