//! What no command of a real meeting can bring about: the program itself failing.

use std::sync::Arc;

use super::{Clock, Denied, Keeping, Room, Safety};
use crate::agenda::{Agenda, Capacity};
use crate::error::ErrorKind;
use crate::journal::{Journal, Memory};
use crate::meeting::record::line_of;
use crate::meeting::{Author, Command, Header, Meeting, Refusal, decide, roster};
use crate::text::{Moment, Text};

const NAME: &str = "x.journal";

fn enrol(name: &str) -> Command {
    let newcomer = roster::Newcomer {
        id: name.into(),
        name: Text::line(name),
        title: None,
        unit: None,
        capacity: Capacity::Invited,
    };
    roster::Command::Enrol(newcomer).into()
}

fn fails_on_the_third(
    meeting: &Meeting,
    author: &Author,
    now: Moment,
    command: Command,
) -> Result<Vec<super::Event>, Refusal> {
    assert!(meeting.history.len() != 2, "the third fails");
    decide(meeting, author, now, command)
}

#[test]
fn a_panic_while_deciding_loses_nothing_and_is_told() {
    let begun: Moment = "2023-12-29T14:30:00+08:00"
        .parse()
        .expect("the test writes it right");
    let header = Header {
        tribune: 1,
        begun,
        path: String::new(),
        agenda: "title = \"Exchange\"".into(),
    };
    let memory = Memory::new();
    let journal = Journal::create(Arc::new(memory.clone()), NAME, &line_of(&header))
        .expect("memory is sound");
    let meeting = Meeting::begin(header, Agenda::default());
    let room = Room::deciding(
        fails_on_the_third,
        journal,
        meeting,
        Clock::Fixed(begun),
        Keeping::nowhere(),
    )
    .expect("there are threads");
    let handle = room.handle();
    for name in ["one", "two"] {
        handle
            .submit(enrol(name), Author::chair())
            .wait()
            .expect("it is sound so far");
    }
    let before = memory.bytes(NAME);
    for name in ["three", "four"] {
        let Err(Denied::Failed(error)) = handle.submit(enrol(name), Author::chair()).wait() else {
            panic!("nothing is recorded any more");
        };
        assert_eq!(
            error.kind,
            ErrorKind::Broken {
                what: "the third fails".into()
            }
        );
        assert_eq!(
            error.messages().nth(1).map(|hint| hint.id),
            Some("room-broken")
        );
    }
    assert_eq!(handle.latest().history.len(), 2);
    assert!(matches!(handle.health().journal, Safety::ReadOnly(_)));
    assert_eq!(memory.bytes(NAME), before);
    room.close().expect("the session file is not concerned");
}
