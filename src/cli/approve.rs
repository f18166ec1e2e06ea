//! `tribune approve SESSION [--at DATE]`, and the approval of minutes by a later meeting of the series. Owns which minutes are meant and on
//! which day; that nothing is changed any more from then on is the meeting's.

use chrono::NaiveDate;
use clap::{ArgMatches, Command, value_parser};

use super::correct::take_up;
use super::finished::Finished;
use super::run::{Told, told};
use super::sessions::SessionPlace;
use super::{Ending, Surroundings, flag, opened, option};
use crate::agenda::ItemKind;
use crate::archive::{self, Listed};
use crate::locale::Locale;
use crate::meeting::outcome::Outcome;
use crate::meeting::progress::{Command as Progress, ItemState, Resolve};
use crate::meeting::{Author, Meeting};
use crate::room::{Clock, Denied};
use crate::text::{Message, Text};

/// The document of an approval item that stands for the minutes of the meeting before.
const LAST: &str = "last";

/// Takes the session and the day.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    opened::argument(command, locale)
        .arg(
            option(locale, "at", "cli-approve-at")
                .value_name("DATE")
                .value_parser(value_parser!(NaiveDate)),
        )
        .arg(flag(locale, "really", "cli-really"))
}

/// Approves it, and says so.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let today = surroundings.started().date_naive();
    let on = matches.get_one::<NaiveDate>("at").copied().unwrap_or(today);
    let approved = if on > today {
        Err(vec![Message::new("approve-not-yet").with("day", on)])
    } else {
        take_up(matches, surroundings)
            .and_then(|finished| approve(finished, on, None, surroundings))
    };
    match approved {
        Ok(approved) => {
            let said = surroundings.locale().say(&approved);
            surroundings.put(&format!("{said}\n"))
        }
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            Ending::Problems
        }
    }
}

/// Records the approval and has the session file written anew.
fn approve(
    finished: Finished,
    on: NaiveDate,
    session: Option<Text>,
    surroundings: &Surroundings,
) -> Result<Message, Told> {
    let stem = finished.stem.clone();
    let held = finished.meeting.progress.opened().map(|at| at.date_naive());
    let clock = Clock::Wall(*surroundings.started().offset());
    let room = finished.open(clock).map_err(|error| told(&error))?;
    let command = Progress::Approve { on, session };
    let answer = room.handle().submit(command.into(), Author::chair()).wait();
    answer.map_err(|denied| match denied {
        Denied::Refused(refusal) => vec![refusal.reason],
        Denied::Failed(error) => told(&error),
    })?;
    room.close().map_err(|error| told(&error))?;
    Ok(Message::new("approve-done")
        .with("held", held.unwrap_or(on))
        .with("day", on)
        .with("stem", stem))
}

/// Approves the minutes of earlier sessions of a series, where this meeting carried that; says what came of it. Nothing that goes wrong with
/// them harms this meeting.
pub fn earlier_minutes(
    meeting: &Meeting,
    place: &SessionPlace,
    surroundings: &Surroundings,
) -> Vec<Message> {
    let items = meeting.progress.items();
    let carried: Vec<(&ItemState, Outcome)> = items.filter_map(carried).collect();
    if carried.is_empty() {
        return Vec::new();
    }
    let held = held_before(meeting, place.stem(), surroundings);
    let mut told = Vec::new();
    for (item, outcome) in carried {
        let about = |id| Message::new(id).with("number", meeting.progress.number(item.id));
        for minutes in minutes(item, &held) {
            let Some(minutes) = minutes else {
                told.push(about("approve-no-last"));
                continue;
            };
            let named = |id| about(id).with("stem", &*minutes.stem);
            if outcome == Outcome::Amended {
                told.push(named("approve-amended"));
                continue;
            }
            let Some(on) = approved_on(meeting, item) else {
                continue;
            };
            let by = Some(Text::line(place.stem()));
            let approved = Finished::take_up(&minutes.path, Resolve::Plain)
                .and_then(|finished| approve(finished, on, by, surroundings));
            match approved {
                Ok(approved) => told.push(approved),
                Err(why) => {
                    told.push(named("approve-failed"));
                    told.extend(why);
                }
            }
        }
    }
    told
}

/// An approval of documents that was carried, plainly or with changes.
fn carried(item: &ItemState) -> Option<(&ItemState, Outcome)> {
    let is_approval = item.plan.kind == ItemKind::Approval && !item.plan.documents.is_empty();
    let outcome = item.outcome.filter(|_| is_approval)?;
    matches!(outcome, Outcome::Adopted | Outcome::Amended).then_some((item, outcome))
}

/// The minutes that an item is about: the last ones, which there may be none of, and those of sessions that are named. Other documents are
/// no minutes.
fn minutes<'h>(item: &ItemState, held: &'h [Listed]) -> Vec<Option<&'h Listed>> {
    let documents = item.plan.documents.iter();
    let minutes = documents.filter_map(|document| match document.as_str() {
        LAST => Some(held.last()),
        named => held.iter().find(|listed| listed.stem == named).map(Some),
    });
    minutes.collect()
}

/// The day on which an item was decided, else that on which the meeting was over.
fn approved_on(meeting: &Meeting, item: &ItemState) -> Option<NaiveDate> {
    let mut decisions = meeting.outcomes.decisions().rev();
    let decided = decisions.find(|decision| decision.what.item == Some(item.id));
    let on = decided.map(|decision| decision.at);
    let on = on.or_else(|| meeting.progress.adjourned())?;
    Some(on.date_naive())
}

/// The sessions of the series that were over before this meeting, the last one last.
fn held_before(meeting: &Meeting, own: &str, surroundings: &Surroundings) -> Vec<Listed> {
    let both = meeting
        .agenda
        .series
        .as_ref()
        .zip(meeting.progress.opened());
    both.map_or_else(Vec::new, |(series, opened)| {
        archive::held_before(surroundings.sessions(), series, own, opened)
    })
}
