//! `tribune approve SESSION [--at DATE]`, and the approval of the last minutes by the next meeting of the series. Owns which minutes are meant
//! and on which day; that nothing is changed any more from then on is the meeting's.

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
            surroundings.put(&format!("{said}\n"));
            Ending::Done
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

/// Approves the minutes of the session held last before this meeting of a series, where this one carried that; says what came of it. Nothing that
/// goes wrong with them harms this meeting.
pub fn last_minutes(
    meeting: &Meeting,
    place: &SessionPlace,
    surroundings: &Surroundings,
) -> Vec<Message> {
    let Some((item, outcome)) = meeting.progress.items().find_map(on_last_minutes) else {
        return Vec::new();
    };
    let own = place.stem();
    let number = meeting.progress.number(item.id);
    let about = |id| Message::new(id).with("number", number);
    let Some(last) = last_of_series(meeting, own, surroundings) else {
        return vec![about("approve-no-last")];
    };
    if outcome == Outcome::Amended {
        return vec![about("approve-amended").with("stem", last.stem)];
    }
    let decisions = meeting.outcomes.decisions().rev();
    let mut decided = decisions.filter(|decision| decision.what.item == Some(item.id));
    let on = decided.next().map(|decision| decision.at);
    let Some(on) = on.or_else(|| meeting.progress.adjourned()) else {
        return Vec::new();
    };
    let approved = Finished::take_up(&last.path, Resolve::Plain).and_then(|finished| {
        approve(
            finished,
            on.date_naive(),
            Some(Text::line(own)),
            surroundings,
        )
    });
    match approved {
        Ok(approved) => vec![approved],
        Err(told) => std::iter::once(about("approve-failed").with("stem", last.stem))
            .chain(told)
            .collect(),
    }
}

/// An approval of the last minutes that was carried, plainly or with changes.
fn on_last_minutes(item: &ItemState) -> Option<(&ItemState, Outcome)> {
    let is_of_last = item.plan.kind == ItemKind::Approval
        && item
            .plan
            .documents
            .iter()
            .any(|document| document.as_str() == LAST);
    let outcome = item.outcome.filter(|_| is_of_last)?;
    matches!(outcome, Outcome::Adopted | Outcome::Amended).then_some((item, outcome))
}

fn last_of_series(meeting: &Meeting, own: &str, surroundings: &Surroundings) -> Option<Listed> {
    let series = meeting.agenda.series.as_ref()?;
    let opened = meeting.progress.opened()?;
    archive::held_before(surroundings.sessions(), series, own, opened)
}
