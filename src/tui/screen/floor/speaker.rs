//! Who has the floor, in full for reading aloud, and the clock beside: the largest things on the face. With nobody on the
//! floor, the ballot that is open, or who presides.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use crate::cue;
use crate::meeting::ballot::Ballot;
use crate::meeting::floor::{Turn, TurnKind};
use crate::telling;
use crate::text::{Arg, Message, shown};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock::{self, Size, put_blocks};
use crate::tui::widget::line::{cut, from, put, put_all, put_right, row, width};
use crate::tui::widget::wrap::lines;

/// Columns that names and titles keep beside a clock of a size; where there are fewer, the clock is smaller.
const BESIDE_LARGE: u16 = 36;
const BESIDE_SMALL: u16 = 15;
/// Columns between text and clock.
const GAP: u16 = 2;
/// Below this many columns a unit goes by its short name: a title has no room to be read aloud.
const WITH_TITLES: u16 = 50;
/// Seconds from which a length of time is written with hours.
const HOUR: u32 = 3600;

/// Rows that whoever has the floor needs on so many columns, with a clock no larger than that.
pub fn rows(scene: &Scene, columns: u16, largest: Size) -> u16 {
    let face = face(scene, columns, largest);
    let text = text(scene, text_columns(columns, face.as_ref()));
    let clock = face.map_or(0, |face| face.size.map_or(1, Size::rows) + 1);
    u16::try_from(text.len()).unwrap_or(u16::MAX).max(clock)
}

/// Draws whoever has the floor.
///
/// ```text
/// Yan Ming                                    █▀▀▀   █▀▀█ █▀▀█
/// Part-time Vice President                    ▀▀▀▄ ▄ ▀▀▀█ █▀▀█
/// Vice President, Yunnan University of        ▄▄▄█ ▀ ▄▄▄█ █▄▄█
/// Finance and Economics                           left of 5:00
/// ```
pub fn view(scene: &Scene, area: Rect, largest: Size, buf: &mut Buffer) {
    let face = face(scene, area.width, largest);
    let columns = text_columns(area.width, face.as_ref());
    for (index, (line, role)) in (0..area.height).zip(text(scene, columns)) {
        let place = Rect {
            width: columns,
            ..row(area, index)
        };
        put(buf, place, &line, scene.style(role));
    }
    if let Some(face) = face {
        let place = from(area, area.width.saturating_sub(face.columns));
        draw(scene, &face, place, buf);
    }
}

/// Who has the floor and how long still, in two lines of words.
pub fn in_short(scene: &Scene) -> Vec<(String, Role)> {
    let Some(turn) = scene.meeting.floor.running() else {
        let nobody = match scene.meeting.ballots.open_ballot() {
            Some(ballot) => (scene.text(&ballot.opening.question), Role::Here),
            None => (scene.word("tui-nobody"), Role::Quiet),
        };
        return vec![nobody];
    };
    let states = states(turn).into_iter().map(|state| scene.word(state));
    let name = std::iter::once(scene.speaker(&turn.speaker)).chain(states);
    let dot = format!(" {} ", scene.sign(Sign::Dot));
    let (id, seconds) = match turn.seconds_left(scene.now) {
        Some(left) if left < 0 => ("tui-short-over", -left),
        Some(left) => ("tui-short-left", left),
        None => ("tui-short-spoken", turn.seconds(scene.now)),
    };
    let time = scene.say(&Message::new(id).with("time", Arg::Seconds(seconds)));
    vec![
        (name.collect::<Vec<_>>().join(&dot), Role::Here),
        (time, role(scene, turn)),
    ]
}

/// Draws the label above, with what is not as usual: a clock that stands, a point of order, a question.
pub fn label(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let running = scene.meeting.floor.running();
    let label = match scene.meeting.ballots.open_ballot() {
        Some(ballot) if running.is_none() => {
            let id = ballot.id().to_string();
            scene.say(&Message::new("tui-ballot").with("id", id))
        }
        _ => scene.word("tui-on-the-floor"),
    };
    let mut pieces = vec![(label.to_uppercase(), Role::Label)];
    for state in running.map(states).unwrap_or_default() {
        let state = format!("   {} {}", scene.sign(Sign::Attention), scene.label(state));
        pieces.push((state, Role::Soon));
    }
    let pieces: Vec<_> = pieces
        .iter()
        .map(|(text, role)| (text.as_str(), scene.style(*role)))
        .collect();
    put_all(buf, area, &pieces);
}

/// Draws how much of the time is used, as a line; of a turn that is over, how much of the line was its own.
///
/// ```text
/// ━━━━━━━━━━━━━━━━━━━━━─────────────────      ━━━━━━━━━━━━━━━━━━━━━━━━━━━!━━━━━━━━━━
/// ```
pub fn meter(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let Some(turn) = scene.meeting.floor.running() else {
        return;
    };
    let Some(allotted) = turn.allotted.filter(|allotted| *allotted > 0) else {
        return;
    };
    let (allotted, spoken) = (i64::from(allotted), turn.seconds(scene.now));
    let share = |part: i64, of: i64| {
        let columns = i64::from(area.width) * part / of.max(1);
        u16::try_from(columns).unwrap_or(0).min(area.width)
    };
    let heavy = |columns: u16| {
        scene
            .sign(Sign::AcrossHeavy)
            .repeat(usize::from(columns.min(area.width)))
    };
    if spoken > allotted {
        let own = share(allotted, spoken);
        put(buf, area, &heavy(own), scene.style(Role::Quiet));
        let over = from(area, own);
        let rest = format!(
            "{}{}",
            scene.sign(Sign::Attention),
            heavy(over.width.saturating_sub(1))
        );
        put(buf, over, &rest, scene.style(Role::Bad));
        return;
    }
    let used = share(spoken, allotted);
    let role = role(scene, turn);
    put(buf, area, &heavy(used), scene.style(role));
    let rest = scene
        .sign(Sign::Across)
        .repeat(usize::from(area.width - used));
    put(buf, from(area, used), &rest, scene.style(Role::Rule));
}

/// Whether something is not as usual, so that it has to be said.
pub fn is_unusual(scene: &Scene) -> bool {
    let running = scene.meeting.floor.running();
    running.is_some_and(|turn| !states(turn).is_empty())
}

fn states(turn: &Turn) -> Vec<&'static str> {
    let kind = match turn.kind {
        TurnKind::Order => Some("tui-point-of-order"),
        TurnKind::Interposed => Some("tui-interposed"),
        TurnKind::Turn | TurnKind::Written => None,
    };
    let paused = turn.is_paused().then_some("tui-paused");
    kind.into_iter().chain(paused).collect()
}

/// The lines beside the clock.
fn text(scene: &Scene, columns: u16) -> Vec<(String, Role)> {
    let running = scene.meeting.floor.running();
    let texts = match (running, scene.meeting.ballots.open_ballot()) {
        (Some(turn), _) => speaker(scene, turn, columns),
        (None, Some(ballot)) => vote(scene, ballot),
        (None, None) => vec![(nobody(scene), Role::Quiet)],
    };
    let wrapped = texts.into_iter().flat_map(|(text, role)| {
        let lines: Vec<String> = lines(&text, columns)
            .into_iter()
            .map(str::to_owned)
            .collect();
        lines.into_iter().map(move |line| (line, role))
    });
    wrapped.collect()
}

/// Name, office, title and unit in full, for reading aloud; and whose turn goes on after a question.
fn speaker(scene: &Scene, turn: &Turn, columns: u16) -> Vec<(String, Role)> {
    let mut texts = vec![(scene.speaker(&turn.speaker), Role::Here)];
    let titles = if columns < WITH_TITLES / 2 {
        let unit = turn
            .speaker
            .for_unit()
            .filter(|_| turn.speaker.unit.is_some());
        unit.map(|unit| scene.short_name(&unit))
            .into_iter()
            .collect()
    } else {
        titles(scene, turn)
    };
    texts.extend(titles.into_iter().map(|title| (title, Role::Text)));
    let waiting = scene
        .meeting
        .floor
        .waiting_turn()
        .filter(|_| turn.kind == TurnKind::Interposed);
    if let Some(waiting) = waiting {
        texts.push((waits(scene, waiting), Role::Soon));
    }
    texts
}

/// The speaker to whom a question is put, and what is left of their time.
fn waits(scene: &Scene, turn: &Turn) -> String {
    let speaker = scene.speaker(&turn.speaker);
    let words = match turn.seconds_left(scene.now) {
        Some(left) if left >= 0 => Message::new("tui-waits-left").with("time", Arg::Seconds(left)),
        _ => Message::new("tui-waits"),
    };
    scene.say(&words.with("speaker", speaker))
}

fn titles(scene: &Scene, turn: &Turn) -> Vec<String> {
    let roster = &scene.meeting.roster;
    let unit = turn.speaker.unit.as_ref().and_then(|id| roster.unit(id));
    let person = turn.speaker.person.as_ref();
    let Some(person) = person.and_then(|id| roster.person(id)) else {
        return Vec::new();
    };
    let office = telling::office(scene.meeting, &person.id);
    let office = office.map(|office| shown(&scene.locale.write(&office)).into_owned());
    let at = match (&person.title, unit) {
        (Some(title), Some(unit)) => Some(
            scene.say(
                &Message::new("tui-title-at-unit")
                    .with("title", title)
                    .with("unit", &unit.name),
            ),
        ),
        (Some(title), None) => Some(scene.text(title)),
        (None, Some(unit)) => Some(scene.text(&unit.name)),
        (None, None) => None,
    };
    office.into_iter().chain(at).collect()
}

/// What is being voted on, and how.
fn vote(scene: &Scene, ballot: &Ballot) -> Vec<(String, Role)> {
    let how = Message::new("tui-ballot-how")
        .with("method", ballot.opening.method_named())
        .with("at", Arg::Clock(ballot.at));
    vec![
        (scene.text(&ballot.opening.question), Role::Here),
        (scene.say(&how), Role::Text),
    ]
}

/// Nobody speaks: who presides, and whose a line is.
fn nobody(scene: &Scene) -> String {
    let chair = scene
        .meeting
        .progress
        .chair()
        .or(scene.meeting.agenda.chair.as_ref());
    match chair {
        Some(chair) => scene.say(
            &Message::new("tui-nobody-speaks")
                .with("chair", scene.meeting.roster.person_called(chair)),
        ),
        None => scene.word("tui-nobody-speaks-no-chair"),
    }
}

/// What the clock says — the time left, the time over, or, without a limit, the time so far — and how large.
struct Face {
    digits: String,
    caption: String,
    role: Role,
    /// `None` where there is room for a line of text alone.
    size: Option<Size>,
    /// Columns kept for it, the same for the whole turn.
    columns: u16,
}

fn face(scene: &Scene, columns: u16, largest: Size) -> Option<Face> {
    let turn = scene.meeting.floor.running()?;
    let widest = match turn.allotted {
        Some(allotted) if allotted < HOUR => "00:00",
        _ => "0:00:00",
    };
    let fits = |(size, beside): &(Size, u16)| size.width(widest) + GAP + beside <= columns;
    let sizes = match largest {
        Size::Large => &[(Size::Large, BESIDE_LARGE), (Size::Small, BESIDE_SMALL)][..],
        Size::Small => &[(Size::Small, BESIDE_SMALL)],
    };
    let size = sizes.iter().find(|size| fits(size)).map(|(size, _)| *size);
    let caption = caption(scene, turn);
    let kept = size.map_or(width(widest), |size| size.width(widest));
    let kept = kept.max(width(&caption)).min(columns * 3 / 5);
    let over = turn.seconds_left(scene.now).filter(|left| *left < 0);
    let seconds = turn
        .seconds_left(scene.now)
        .map_or_else(|| turn.seconds(scene.now), i64::abs);
    let plain = clock::written(seconds);
    let signed = over.map(|_| format!("+{plain}"));
    let room = |text: &String| size.map_or(width(text), |size| size.width(text)) <= kept;
    Some(Face {
        // An hour over, the digits alone are what there is room for; the caption still says that it is over.
        digits: signed.filter(room).unwrap_or(plain),
        caption,
        role: role(scene, turn),
        size,
        columns: kept,
    })
}

fn caption(scene: &Scene, turn: &Turn) -> String {
    let limit =
        |id, allotted: u32| Message::new(id).with("time", Arg::Seconds(i64::from(allotted)));
    scene.say(&match (turn.allotted, turn.seconds_left(scene.now)) {
        (Some(allotted), Some(left)) if left < 0 => limit("tui-over", allotted),
        (Some(allotted), Some(_)) => limit("tui-left", allotted),
        _ => Message::new("tui-spoken"),
    })
}

/// The verdict on a turn's time.
fn role(scene: &Scene, turn: &Turn) -> Role {
    if turn.is_paused() {
        return Role::Quiet;
    }
    match (turn.allotted, turn.seconds_left(scene.now)) {
        (Some(_), Some(left)) if left < 0 => Role::Bad,
        (Some(allotted), Some(left)) if left <= cue::SOON.min(i64::from(allotted) / 3) => {
            Role::Soon
        }
        _ => Role::Clock,
    }
}

/// Columns beside the clock.
fn text_columns(columns: u16, face: Option<&Face>) -> u16 {
    face.map_or(columns, |face| columns.saturating_sub(face.columns + GAP))
}

fn draw(scene: &Scene, face: &Face, area: Rect, buf: &mut Buffer) {
    let style = scene.style(face.role);
    let size = face
        .size
        .filter(|size| size.width(&face.digits) <= area.width && size.rows() <= area.height);
    let rows = size.map_or(1, Size::rows);
    if let Some(size) = size {
        let digits = from(area, area.width - size.width(&face.digits));
        put_blocks(buf, digits, &face.digits, size, (style, scene.styles.signs));
    } else {
        put_right(buf, area, &face.digits, style);
    }
    let caption = cut(&face.caption, area.width, scene.styles);
    let look = match face.role {
        Role::Bad => Role::Bad,
        _ => Role::Quiet,
    };
    put_right(buf, below(area, rows, 1), &caption, scene.style(look));
}
