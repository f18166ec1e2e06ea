//! The face of the record: every record in order, what it did, whether it was taken back or set right later, and all about the selected
//! one. Draws the log as it lies before the participant; makes no rows of its own.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::{self, Piece, Places};
use crate::meeting::contribution::Event as Noted;
use crate::meeting::{Event, ItemId, Record};
use crate::text::{Message, Text, shown};
use crate::tui::log::{Later, Row, Topic, told};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_right, width};

/// Columns of what stands in front of a row, of the time, and of the author.
const GUTTER: u16 = 2;
const TIME: u16 = 10;
const AUTHOR: u16 = 12;
/// Columns from which the author is shown, and from which all kinds of records are named.
const WITH_AUTHOR: u16 = 90;
const WITH_TOPICS: u16 = 110;

/// Draws the face.
///
/// ```text
/// RECORD  all  meeting  people  floor  contributions  outcomes  ballots  undo             57 records
///
/// 3  Suggestions for the work of 2024
///   41  14:52:07  chair   Yan Ming has the floor, for 5:00.                           mended by 44
///   42  14:53:10  notes   C11, suggestion, Yan Ming, University: Twenty scholarships …
/// ▶ 43  14:55:31  chair   C11 is struck.                                           taken back by 45
/// ```
pub fn view(scene: &Scene, stage: Rect, buf: &mut Buffer) {
    let log = &scene.ui.log;
    let places = Places::of(stage, log.browse.detail());
    heading(scene, places.heading, buf);
    let rows = log.rows();
    if rows.is_empty() {
        list::nothing(scene, &nothing(scene), places.rows, buf);
        return;
    }
    let number = scene.meeting.history.next_seq().to_string();
    let number = u16::try_from(number.len()).unwrap_or(u16::MAX);
    for (index, (place, at)) in places.in_sight(log.browse.window(), rows.len()).enumerate() {
        if let (0, Row::Record(_)) = (index, rows[at]) {
            let title = Text::line(&title(scene, log.item_of(at)));
            let continued = scene.say(&Message::new("list-continued").with("title", title));
            let continued = cut(&continued, places.above.width, scene.styles);
            put(buf, places.above, &continued, scene.style(Role::Quiet));
        }
        match rows[at] {
            Row::Gap => {}
            Row::Item(item) => item_row(scene, item, place, buf),
            Row::Record(seq) => {
                if let Some(record) = scene.meeting.history.record(seq) {
                    record_row(scene, record, number, place, buf);
                }
            }
        }
        if log.browse.at() == Some(at) {
            put(buf, place, scene.sign(Sign::Here), scene.style(Role::Text));
            list::select(scene, place, buf);
        }
    }
    detail(scene, places.detail, buf);
}

/// The row that stands at a place.
pub fn row_at(scene: &Scene, stage: Rect, position: Position) -> Option<usize> {
    let log = &scene.ui.log;
    Places::of(stage, log.browse.detail()).row_at(log.browse.window(), log.rows().len(), position)
}

fn heading(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let log = &scene.ui.log;
    let mut left: Vec<Piece> = vec![(scene.label("face-record"), Role::Label)];
    let topics = [None].into_iter().chain(Topic::ALL.map(Some));
    let word = |topic: Option<Topic>| scene.word(topic.map_or("log-all", Topic::word));
    if area.width >= WITH_TOPICS && log.browse.filter().is_empty() {
        left.extend(topics.map(|topic| {
            let role = if topic == log.topic() {
                Role::Here
            } else {
                Role::Quiet
            };
            (word(topic), role)
        }));
    } else {
        left.push((word(log.topic()), Role::Quiet));
    }
    if !log.browse.filter().is_empty() {
        left.push((format!("/ {}", shown(log.browse.filter())), Role::Here));
    }
    let all = scene.meeting.history.len();
    let count = if log.shown() == all {
        Message::new("log-count").with("count", all)
    } else {
        Message::new("board-found")
            .with("count", log.shown())
            .with("of", all)
    };
    list::heading(scene, &left, &[(scene.say(&count), Role::Text)], area, buf);
}

/// Why nothing is listed.
fn nothing(scene: &Scene) -> String {
    let filter = scene.ui.log.browse.filter();
    if scene.meeting.history.is_empty() {
        return scene.word("log-nothing");
    }
    if filter.is_empty() {
        return scene.word("log-nothing-of-it");
    }
    scene.say(&Message::new("log-nothing-found").with("words", Text::line(filter)))
}

fn title(scene: &Scene, item: Option<ItemId>) -> String {
    let item = item.and_then(|id| Some((id, scene.meeting.progress.item(id)?)));
    let title = item.map(|(id, item)| {
        Message::new("board-in-item")
            .with("number", scene.meeting.progress.number(id))
            .with("title", &item.plan.title)
    });
    scene.say(&title.unwrap_or(Message::new("board-no-item")))
}

fn item_row(scene: &Scene, item: Option<ItemId>, area: Rect, buf: &mut Buffer) {
    let is_open = item.is_some() && item == scene.meeting.progress.current();
    let role = if is_open { Role::Here } else { Role::Strong };
    let title = cut(&title(scene, item), area.width, scene.styles);
    put(buf, area, &title, scene.style(role));
}

fn record_row(scene: &Scene, record: &Record, number: u16, area: Rect, buf: &mut Buffer) {
    let later = scene.ui.log.later(record.seq);
    let is_undone = matches!(later, Some(Later::Undone(_)));
    let (quiet, usual) = (
        Role::Quiet,
        if is_undone { Role::Quiet } else { Role::Text },
    );
    let mut rest = from(area, GUTTER);
    let place = Rect {
        width: number.min(rest.width),
        ..rest
    };
    put_right(buf, place, &record.seq.to_string(), scene.style(quiet));
    rest = from(rest, number + 2);
    let time = record.at.format("%H:%M:%S").to_string();
    put(buf, rest, &time, scene.style(quiet));
    rest = from(rest, TIME);
    if area.width >= WITH_AUTHOR {
        let author = cut(
            &shown(record.author.name.as_str()),
            AUTHOR - 2,
            scene.styles,
        );
        put(buf, rest, &author, scene.style(quiet));
        rest = from(rest, AUTHOR);
    }
    if let Some((said, role)) = later.map(|later| became(scene, later)) {
        put_right(buf, rest, &said, scene.style(role));
        rest.width = rest.width.saturating_sub(width(&said) + 2);
    }
    let said = in_short(scene, record);
    put(
        buf,
        rest,
        &cut(&said, rest.width, scene.styles),
        scene.style(usual),
    );
}

/// What became of a record later.
fn became(scene: &Scene, later: Later) -> Piece {
    let (id, by, role) = match later {
        Later::Undone(by) => ("log-undone-by", by, Role::Bad),
        Later::Mended(by) => ("log-mended-by", by, Role::Soon),
    };
    let by = i64::try_from(by).unwrap_or(i64::MAX);
    (scene.say(&Message::new(id).with("number", by)), role)
}

/// What a record did, for one row: a line that was noted with whose it is for short, so that it is read itself.
fn in_short(scene: &Scene, record: &Record) -> String {
    if let [Event::Contribution(Noted::Captured(line))] = record.events.as_slice() {
        let whose = line.source.by.first().map(|who| scene.short_name(who));
        let short = Message::new("log-noted")
            .with("id", line.id.to_string())
            .with("kind", line.kind.word())
            .with(
                "from",
                whose.unwrap_or_else(|| scene.word("tui-label-chair")),
            )
            .with("text", &line.text);
        return scene.say(&short);
    }
    sentences(scene, record).join(" ")
}

fn sentences(scene: &Scene, record: &Record) -> Vec<String> {
    let told = told(scene.meeting, record);
    told.iter().map(|message| scene.say(message)).collect()
}

/// All about the selected one.
fn detail(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let log = &scene.ui.log;
    let record = log
        .selected()
        .and_then(|seq| scene.meeting.history.record(seq));
    let (Some(record), false) = (record, area.is_empty()) else {
        return;
    };
    let dot = format!(" {} ", scene.sign(Sign::Dot));
    let mut about = vec![
        record.seq.to_string(),
        record.at.format("%H:%M:%S").to_string(),
        shown(record.author.name.as_str()).into_owned(),
    ];
    let script = record
        .line
        .map(|line| Message::new("log-script-line").with("line", line));
    about.extend(script.map(|script| scene.say(&script)));
    let said = sentences(scene, record).into_iter();
    let mut paragraphs: Vec<Piece> = said.map(|said| (said, Role::Text)).collect();
    paragraphs.extend(log.later(record.seq).map(|later| became(scene, later)));
    paragraphs.push((about.join(&dot), Role::Quiet));
    list::paragraphs(scene, &paragraphs, area, buf);
}
