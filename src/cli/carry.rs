//! `tribune carry SESSION...`: the next agenda on standard output, from what earlier meetings were and left undone. What it holds is
//! `archive`'s to say.

use clap::{ArgMatches, Command};

use super::{Ending, Surroundings, followed, opened, positional};
use crate::archive::{self, Carry, History, Only, Opened, Told};
use crate::locale::Locale;

/// Takes the sessions.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    let sessions = positional(locale, "sessions-named", "SESSION", "cli-carry-sessions");
    command.arg(sessions.required(true).num_args(1..))
}

/// Prints it.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    match agenda(matches, surroundings) {
        Ok(agenda) => surroundings.put(&agenda),
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            Ending::Problems
        }
    }
}

fn agenda(matches: &ArgMatches, surroundings: &Surroundings) -> Result<String, Told> {
    let folder = surroundings.sessions();
    let named = matches.get_many::<String>("sessions-named");
    let open = |meant: &String| archive::find(folder, meant).and_then(|path| archive::open(&path));
    let sessions: Vec<Opened> = named
        .into_iter()
        .flatten()
        .map(open)
        .collect::<Result<_, _>>()?;
    sessions
        .iter()
        .for_each(|session| opened::tell(session, surroundings));
    // What is settled is known where the sessions lie; as a rule that is the folder of sessions.
    let folder = sessions.last().map_or(folder, opened::folder);
    let history = History::of(folder, Only::default(), |_, _| {});
    followed::tell_gaps(&history, surroundings);
    let carry = Carry::of(&sessions, &history);
    let day = carry.day();
    let today = day.unwrap_or_else(|| surroundings.started().date_naive());
    let next = carry.series().zip(carry.language());
    let matters = next.map_or_else(Vec::new, |(series, language)| {
        archive::matters(folder, series, "", today, language)
    });
    carry.agenda(&matters)
}
