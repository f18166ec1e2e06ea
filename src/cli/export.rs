//! `tribune export SESSION|AGENDA --format F[,F] --document D[,D]`: documents of a meeting, to standard output, a file or a folder. Owns the command
//! line; what is asked for is read in `export/order.rs`, of what in `export/subject.rs`, and `export/deliver.rs` makes and writes it.

mod deliver;
mod order;
mod subject;
mod written;

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::completions::Names;
use super::{Ending, Surroundings, flag, opened, option, option_saying, usage};
use crate::archive::Opened;
use crate::error::{Error, ErrorKind};
use crate::export::{DOCUMENTS, FORMATS};
use crate::locale::Locale;
use crate::meeting::Meeting;
use crate::plain::{Exported, Objection};
use crate::text::{Arg, Message, Text};
use deliver::{Delivery, Reader, Undelivered};
use order::{Order, Output};
use subject::Subject;

pub use written::Written;

/// Takes the session or agenda, formats, document and where it goes.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    let of = super::positional(locale, "session", "SESSION|AGENDA", "cli-export-of");
    options(command.arg(of.required(true)), locale)
}

/// What to write and where.
fn options(command: Command, locale: &Locale) -> Command {
    let several = |name, help, value, known: Vec<&'static str>| {
        let listed: Vec<Arg> = known.iter().copied().map(Arg::from).collect();
        let help = Message::new(help).with("known", listed);
        option_saying(locale, name, &help)
            .value_name(value)
            .value_delimiter(',')
            .value_parser(Names::of(known.into_iter().map(str::to_owned).collect()))
            .hide_possible_values(true)
    };
    let formats = FORMATS.iter().map(|format| format.name).collect();
    let documents = DOCUMENTS.iter().map(|document| document.name).collect();
    command
        .arg(several("format", "cli-export-format", "F,F", formats))
        .arg(several("document", "cli-export-document", "D,D", documents))
        .arg(option(locale, "unit", "cli-export-unit").value_name("NAME"))
        .arg(
            option(locale, "output", "cli-export-output")
                .value_name("PATH|-")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag(locale, "public", "cli-export-public"))
}

/// Writes them.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let order = match Order::read(matches) {
        Ok(order) => order,
        Err(message) => {
            surroundings.tell(&message);
            return Ending::WrongUsage;
        }
    };
    match deliver(&order, matches, surroundings) {
        Ok(ending) => ending,
        Err(undelivered) => {
            let ending = match undelivered {
                Undelivered::NeedsFolder => Ending::WrongUsage,
                Undelivered::Told(_) => Ending::Problems,
            };
            let told = undelivered.told();
            told.iter().for_each(|message| surroundings.tell(message));
            ending
        }
    }
}

fn deliver(
    order: &Order,
    matches: &ArgMatches,
    surroundings: &Surroundings,
) -> Result<Ending, Undelivered> {
    let subject = Subject::named_in(matches, surroundings)?;
    let subject = subject.with_what_is_needed(order, |message| surroundings.tell(message))?;
    let language = opened::language(matches, subject.source.summary.language);
    let delivery = Delivery {
        order,
        subject: &subject,
        locale: &Locale::new(language),
        surroundings,
        reader: if std::io::stdout().is_terminal() {
            Reader::Person
        } else {
            Reader::Program
        },
    };
    let mut ending = Ending::Done;
    let mut put = |bytes: &[u8]| ending = ending.and(surroundings.put_bytes(bytes));
    for message in delivery.deliver(&mut put)? {
        surroundings.tell(&message);
    }
    Ok(ending)
}

/// Makes documents of a meeting that is running. The words are those of the command line without the session; a format or a
/// document may also be named alone, and any other word is where it goes. `session` is the meeting's own file.
///
/// # Errors
/// What is said instead.
pub fn of_running(
    meeting: &Meeting,
    session: &Path,
    words: &[Text],
    surroundings: &Surroundings,
) -> Result<Exported, Objection> {
    let subject = |public| Subject::running(meeting, session, public);
    spoken(words, subject, surroundings)
}

/// The same of a session that was saved.
///
/// # Errors
/// What is said instead.
pub fn of_saved(
    opened: &Opened,
    words: &[Text],
    surroundings: &Surroundings,
) -> Result<Exported, Objection> {
    let subject = |public| Subject::saved(opened, public);
    spoken(words, subject, surroundings)
}

/// Makes what the words of a line order.
fn spoken(
    words: &[Text],
    subject: impl FnOnce(bool) -> Subject,
    surroundings: &Surroundings,
) -> Result<Exported, Objection> {
    let bare = Command::new("export").disable_help_flag(true);
    let matches = options(bare, surroundings.locale())
        .try_get_matches_from(order::spelled_out(words))
        .map_err(|error| vec![usage::sentence(&error)])?;
    let order = Order::read(&matches).map_err(|message| vec![message])?;
    if let Output::Path(path) = &order.output
        && written::is_stream(path)
    {
        // A pipe that nobody reads would hold the meeting up.
        let path = path.clone();
        return Err(vec![Error::new(ErrorKind::NotAFile { path }).message()]);
    }
    let subject = subject(matches.get_flag("public"));
    // Other sessions that cannot be read are no matter of the meeting: nobody is told of them on its screen.
    let subject = subject.with_what_is_needed(&order, |_| {})?;
    let delivery = Delivery {
        order: &order,
        subject: &subject,
        locale: &Locale::new(subject.source.summary.language),
        surroundings,
        reader: Reader::Person,
    };
    let mut shown = Vec::new();
    let told: Vec<Message> = delivery
        .deliver(&mut |bytes| shown.extend_from_slice(bytes))
        .map_err(Undelivered::told)?;
    let told = match (told.len(), order.folder(&subject)) {
        // A screen has a line for it, not one for each.
        (2.., Some(folder)) => vec![
            Message::new("cli-export-written-all")
                .with("count", told.len())
                .with("folder", folder),
        ],
        _ => told,
    };
    Ok(if told.is_empty() {
        Exported::Text(String::from_utf8_lossy(&shown).into_owned())
    } else {
        Exported::Written(told)
    })
}
