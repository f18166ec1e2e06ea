//! The line that is not sent yet, kept beside the meeting so that a crash takes no word of it: what is kept, in which form,
//! when, and how it stands in the line again. Where the file lies is its owner's; no journal, session or seal knows of it.
//!
//! A thread of its own writes, half a second after a key at most and never at rest: a disk that hangs stops no key.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::ui::{Again, Dialog, Draft, Notice, Sent, Tone, Ui};
use super::widget::field::Field;
use crate::agenda::ContributionKind;
use crate::meeting::contribution::Anchor;
use crate::meeting::{ItemId, Meeting, TurnId};
use crate::text::{Message, Moment, Text};

const VERSION: u32 = 1;
/// How long keys are gathered before they are written.
const GATHERED: Duration = Duration::from_millis(500);

/// What becomes of a text that is to be kept: it takes the place of what was kept before; with none, nothing is kept.
pub type Keep = Box<dyn FnMut(Option<&str>) -> io::Result<()> + Send>;

/// Where unsent lines are kept between two runs.
#[derive(Debug)]
pub struct Unsent {
    /// What the run before left, where it left something and that can be read.
    found: io::Result<Option<String>>,
    keeper: Keeper,
}

impl Unsent {
    /// A place that held what was `found`, and that keeps by `keep`.
    #[must_use]
    pub fn new(found: io::Result<Option<String>>, keep: Keep) -> Self {
        Self {
            found,
            keeper: Keeper(Arc::new(Shared {
                slot: Mutex::new(Slot {
                    keep: Some(keep),
                    ..Slot::default()
                }),
                changed: Condvar::new(),
            })),
        }
    }

    /// Puts what was found back where it stood, and says so; then gives who keeps what will stand there.
    pub fn put_back(self, ui: &mut Ui, meeting: &Meeting) -> Watched {
        let read = self
            .found
            .map(|found| found.map(|page| read(&page, meeting)));
        let what = match read {
            Ok(None) => None,
            Ok(Some(Some(lines))) => stand(ui, lines, meeting),
            Ok(Some(None)) | Err(_) => Some(Message::new("draft-unreadable")),
        };
        ui.notice = what.map(|what| Notice {
            what: vec![what],
            tone: Tone::Done,
        });
        Watched {
            begun: meeting.header.begun,
            last: lines(ui),
            keeper: self.keeper,
        }
    }

    /// Who keeps, for those who see to it when the program ends.
    #[must_use]
    pub fn keeper(&self) -> Keeper {
        self.keeper.clone()
    }
}

/// What is kept, as it stands in the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    tribune_draft: u32,
    /// When the meeting that it belongs to was begun.
    begun: Moment,
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    text: String,
    turn: Option<TurnId>,
    item: Option<ItemId>,
    kind: Option<ContributionKind>,
}

/// The lines of a page; none where it is damaged, or of another meeting or version.
fn read(page: &str, meeting: &Meeting) -> Option<Vec<Line>> {
    let page: Page = serde_json::from_str(page).ok()?;
    let is_ours = page.tribune_draft == VERSION && page.begun == meeting.header.begun;
    is_ours.then_some(page.lines)
}

/// Puts lines back: the first stands in the line, the others are set aside behind it. What to say of it, if anything is left
/// of them.
fn stand(ui: &mut Ui, lines: Vec<Line>, meeting: &Meeting) -> Option<Message> {
    let mut told = "draft-back";
    let drafts = lines.into_iter().filter_map(|line| {
        let text = cleaned(&line.text);
        let anchor = Anchor {
            turn: line.turn,
            item: line.item,
        };
        let stands = is_there(anchor, meeting);
        if !text.is_empty() && !stands {
            told = "draft-back-elsewhere";
        }
        (!text.is_empty()).then(|| Draft {
            field: Field::with(&text),
            anchor: Some(if stands { anchor } else { Anchor::now(meeting) }),
            kind: line.kind,
            begun: None,
        })
    });
    let mut drafts: Vec<Draft> = drafts.collect();
    drafts.reverse();
    ui.draft = drafts.pop()?;
    ui.aside = drafts;
    Some(Message::new(told))
}

/// Whether that turn and item are in the meeting.
fn is_there(anchor: Anchor, meeting: &Meeting) -> bool {
    let turn = anchor
        .turn
        .is_none_or(|id| meeting.floor.turn(id).is_some());
    let item = anchor
        .item
        .is_none_or(|id| meeting.progress.item(id).is_some());
    turn && item
}

/// The text as every entry cleans it; a space at its end, which cleaning takes away, stays where it was typed.
fn cleaned(raw: &str) -> String {
    let mut text = Text::line(raw).as_str().to_owned();
    if raw.ends_with(' ') && !text.is_empty() {
        text.push(' ');
    }
    text
}

/// What has been typed and not sent, or sent and not answered.
fn lines(ui: &Ui) -> Vec<Line> {
    let sent = match &ui.sent {
        Some(Sent::Line(draft)) => Some(draft),
        Some(Sent::Form(_) | Sent::Key(_)) | None => None,
    };
    let asked = match &ui.dialog {
        Some(Dialog::Insist {
            again: Again::Line(draft),
            ..
        }) => Some(draft),
        _ => None,
    };
    // Lines set aside first: the command they wait for is soon typed again.
    let present = [Some(&ui.draft), sent, asked].into_iter().flatten();
    let drafts = ui.aside.iter().chain(present);
    drafts
        .filter(|draft| !draft.field.is_empty())
        .map(|draft| Line {
            text: draft.field.text().to_owned(),
            turn: draft.anchor.and_then(|anchor| anchor.turn),
            item: draft.anchor.and_then(|anchor| anchor.item),
            kind: draft.kind,
        })
        .collect()
}

/// One participant's unsent lines, as they were kept last.
#[derive(Debug)]
pub struct Watched {
    begun: Moment,
    last: Vec<Line>,
    keeper: Keeper,
}

impl Watched {
    /// Looks whether something else stands there now, and has it kept.
    pub fn look(&mut self, ui: &Ui) {
        let now = lines(ui);
        if now != self.last {
            self.last.clone_from(&now);
            self.keeper.take(Page {
                tribune_draft: VERSION,
                begun: self.begun,
                lines: now,
            });
        }
    }
}

/// Has lines kept by a thread of its own; clones are one keeper.
#[derive(Clone, Debug)]
pub struct Keeper(Arc<Shared>);

struct Shared {
    slot: Mutex<Slot>,
    changed: Condvar,
}

#[derive(Default)]
struct Slot {
    /// How to keep, until the thread has it.
    keep: Option<Keep>,
    /// What is to be kept next, and since when that is known.
    next: Option<(Page, Instant)>,
    pace: Pace,
    work: Work,
}

/// When the next page is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pace {
    /// Once some keys are gathered.
    #[default]
    Calm,
    /// At once.
    Hurried,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Work {
    #[default]
    Resting,
    Writing,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}

impl Keeper {
    /// Has that page kept soon; at once where nothing stands on it, so that a line which was sent is not kept beside its record.
    fn take(&self, page: Page) {
        let mut slot = self.0.lock();
        let since = slot.next.as_ref().map(|(_, since)| *since);
        let is_news = since.is_none() || page.lines.is_empty();
        if page.lines.is_empty() {
            slot.pace = Pace::Hurried;
        }
        slot.next = Some((page, since.unwrap_or_else(Instant::now)));
        if let Some(keep) = slot.keep.take() {
            let shared = Arc::clone(&self.0);
            // Without a thread nothing is kept, and the meeting goes on.
            drop(
                thread::Builder::new()
                    .name("unsent".to_owned())
                    .spawn(move || shared.keep_on(keep)),
            );
        }
        drop(slot);
        if is_news {
            self.0.changed.notify_all();
        }
    }

    /// Waits until everything is kept, but no longer than that.
    pub fn settle(&self, patience: Duration) {
        let mut slot = self.0.lock();
        slot.pace = Pace::Hurried;
        self.0.changed.notify_all();
        let is_busy = |slot: &mut Slot| slot.next.is_some() || slot.work == Work::Writing;
        // Whether or not it came to an end in time, the program ends.
        drop(self.0.changed.wait_timeout_while(slot, patience, is_busy));
    }
}

impl Shared {
    /// A panic elsewhere leaves a page that is whole.
    fn lock(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The thread: waits for a page, gathers keys, writes; until the program ends.
    fn keep_on(&self, mut keep: Keep) {
        loop {
            let page = self.next();
            let text = match page.lines.as_slice() {
                [] => None,
                _ => serde_json::to_string(&page).ok(),
            };
            // A disk that is full or gone is the journal's to tell of; the next key tries again.
            let _ = keep(text.as_deref());
            self.lock().work = Work::Resting;
            self.changed.notify_all();
        }
    }

    fn next(&self) -> Page {
        let mut slot = self.lock();
        loop {
            let wait = match &slot.next {
                None => None,
                Some(_) if slot.pace == Pace::Hurried => Some(Duration::ZERO),
                Some((_, since)) => Some(GATHERED.saturating_sub(since.elapsed())),
            };
            match wait {
                Some(Duration::ZERO) => {
                    if let Some((page, _)) = slot.next.take() {
                        slot.pace = Pace::Calm;
                        slot.work = Work::Writing;
                        return page;
                    }
                }
                Some(wait) => {
                    let waited = self.changed.wait_timeout(slot, wait);
                    slot = waited.unwrap_or_else(PoisonError::into_inner).0;
                }
                None => {
                    slot = self
                        .changed
                        .wait(slot)
                        .unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::agenda;
    use crate::meeting::Header;

    const PATIENCE: Duration = Duration::from_secs(30);

    fn meeting() -> Meeting {
        let source = "title = \"Board\"\nitems = [\"Opening\", \"Budget\"]\n";
        let header = Header {
            tribune: 1,
            begun: "2024-03-01T09:00:00+08:00".parse().expect("a moment"),
            path: String::new(),
            agenda: source.to_owned(),
        };
        let agenda = agenda::file::read(source).agenda.expect("it is sound");
        Meeting::begin(header, agenda)
    }

    /// A screen on which that was typed, begun in the second item.
    fn typed(text: &str) -> Ui {
        let draft = Draft {
            begun: None,
            field: Field::with(text),
            anchor: Some(Anchor {
                turn: None,
                item: Some(ItemId(2)),
            }),
            kind: Some(ContributionKind::Offer),
        };
        Ui {
            draft,
            ..Ui::default()
        }
    }

    fn page(ui: &Ui) -> String {
        let page = Page {
            tribune_draft: VERSION,
            begun: meeting().header.begun,
            lines: lines(ui),
        };
        serde_json::to_string(&page).expect("a page is JSON")
    }

    /// A new screen on what was found.
    fn found(found: io::Result<Option<String>>) -> Ui {
        let mut ui = Ui::default();
        let unsent = Unsent::new(found, Box::new(|_| Ok(())));
        unsent.put_back(&mut ui, &meeting());
        ui
    }

    fn told(ui: &Ui) -> Option<&'static str> {
        ui.notice.as_ref().map(|notice| notice.what[0].id)
    }

    #[test]
    fn a_line_stands_again_with_its_place_and_kind() {
        let before = typed("send ten 讲师 ");
        let after = found(Ok(Some(page(&before))));
        assert_eq!(after.draft, before.draft);
        assert_eq!(told(&after), Some("draft-back"));
        assert_eq!(told(&found(Ok(None))), None);
    }

    #[test]
    fn lines_set_aside_stand_again_before_the_command_they_waited_for() {
        let mut before = typed(":ask");
        before.aside = vec![typed("first").draft, typed("second").draft];
        let after = found(Ok(Some(page(&before))));
        assert_eq!(after.draft, before.aside[0]);
        let waiting: Vec<&str> = after.aside.iter().map(|draft| draft.field.text()).collect();
        assert_eq!(waiting, [":ask", "second"]);
    }

    #[test]
    fn a_line_whose_turn_is_gone_belongs_to_the_present_one() {
        let mut before = typed("late");
        let gone = Anchor {
            turn: Some(TurnId(7)),
            item: Some(ItemId(2)),
        };
        before.draft.anchor = Some(gone);
        let after = found(Ok(Some(page(&before))));
        assert_eq!(after.draft.anchor, Some(Anchor::now(&meeting())));
        assert_eq!(told(&after), Some("draft-back-elsewhere"));
    }

    #[test]
    fn a_line_on_its_way_or_asked_about_is_not_sent_yet() {
        let mut ui = Ui {
            sent: Some(Sent::Line(typed("on its way").draft)),
            ..Ui::default()
        };
        assert_eq!(lines(&ui)[0].text, "on its way");
        ui.sent = None;
        ui.dialog = Some(Dialog::Insist {
            again: Again::Line(typed("asked about").draft),
            refusal: crate::meeting::Refusal::new(Message::new("tui-nothing-to-do")),
        });
        assert_eq!(lines(&ui)[0].text, "asked about");
    }

    #[test]
    fn what_is_damaged_or_foreign_is_passed_over_with_a_sentence() {
        let whole = page(&typed("x"));
        let foreign = whole.replace("2024-03-01", "2024-03-02");
        let cut = whole[..whole.len() - 3].to_owned();
        let newer = whole.replace("\"tribune_draft\":1", "\"tribune_draft\":2");
        for text in [String::new(), "lines = []".to_owned(), foreign, cut, newer] {
            let ui = found(Ok(Some(text.clone())));
            assert_eq!(told(&ui), Some("draft-unreadable"), "{text}");
            assert!(ui.draft.field.is_empty());
        }
        let ui = found(Err(io::ErrorKind::InvalidData.into()));
        assert_eq!(told(&ui), Some("draft-unreadable"));
    }

    #[test]
    fn what_was_put_there_by_others_is_cleaned() {
        let ui = found(Ok(Some(page(&typed("a\u{1b}[31m\u{202e}b\u{2028}c\nd")))));
        assert_eq!(ui.draft.field.text(), "a[31mb c d");
        let nothing = found(Ok(Some(page(&typed("\u{1b}\u{7}")))));
        assert!(nothing.draft.field.is_empty());
        assert_eq!(nothing.draft.anchor, None);
    }

    #[test]
    fn the_last_of_many_keys_is_kept_and_an_emptied_line_is_not() {
        let (kept, keeping) = mpsc::channel();
        let keep = move |text: Option<&str>| {
            drop(kept.send(text.map(str::to_owned)));
            Ok(())
        };
        let mut ui = Ui::default();
        let unsent = Unsent::new(Ok(None), Box::new(keep));
        let keeper = unsent.keeper();
        let mut watched = unsent.put_back(&mut ui, &meeting());
        for n in 1..=100 {
            watched.look(&typed(&"x".repeat(n)));
        }
        keeper.settle(PATIENCE);
        let pages: Vec<_> = keeping.try_iter().flatten().collect();
        let last = page(&typed(&"x".repeat(100)));
        assert_eq!(pages.last(), Some(&last));
        assert!(pages.len() <= 3, "{} pages", pages.len());
        watched.look(&Ui::default());
        assert_eq!(keeping.recv_timeout(PATIENCE), Ok(None));
    }

    #[test]
    fn a_disk_that_hangs_stops_no_key_and_no_ending() {
        let (hang, hung) = mpsc::channel::<()>();
        let keep = move |_: Option<&str>| {
            // Until the test is over.
            let _ = hung.recv();
            Ok(())
        };
        let mut ui = Ui::default();
        let unsent = Unsent::new(Ok(None), Box::new(keep));
        let keeper = unsent.keeper();
        let mut watched = unsent.put_back(&mut ui, &meeting());
        for n in 1..=100 {
            watched.look(&typed(&"x".repeat(n)));
            keeper.settle(Duration::ZERO);
        }
        drop(hang);
        keeper.settle(PATIENCE);
    }
}
