//! Who has the floor, in full for reading aloud, and the clock beside: the largest things on the face. With nobody on the
//! floor, the ballot that is open, or who presides.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use super::flow::flow;
use crate::cue;
use crate::meeting::ballot::Ballot;
use crate::meeting::floor::{Turn, TurnKind};
use crate::telling;
use crate::text::{Arg, Message, shown};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock::{self, Size, put_blocks};
use crate::tui::widget::line::{cut, from, put, put_all, put_right, row, width};

/// Columns that names and titles keep beside a clock of a size; where there are fewer, the clock is smaller, and beside the
/// smallest nothing stands.
const BESIDE_LARGE: u16 = 36;
const BESIDE_SMALL: u16 = 15;
/// Columns between text and clock.
const GAP: u16 = 2;
/// Below this many columns beside the clock a name has a row of its own above it, and a unit goes by its short name: a
/// title has no room to be read aloud.
const WITH_TITLES: u16 = 25;
/// The widest that most clocks become: ten minutes, or a sign in front of what is over.
const USUAL: &str = "00:00";
const WITH_HOURS: &str = "0:00:00";
/// Seconds from which a length of time is written with hours.
const HOUR: u32 = 3600;

/// Rows that whoever has the floor needs on so many columns, with a clock no larger than that: as many as the clock at
/// least, so that nothing below moves when nobody speaks for a moment.
pub fn rows(scene: &Scene, columns: u16, largest: Size) -> u16 {
    let face = face(scene, columns, largest);
    let text = text(scene, columns, face.as_ref());
    let usual = Block::of(USUAL, columns, largest);
    let clock = face.map_or(usual, |face| face.block);
    u16::try_from(text.len())
        .unwrap_or(u16::MAX)
        .max(clock.caption_row() + 1)
}

/// Draws whoever has the floor.
///
/// ```text
/// Yan Ming                                    █▀▀▀   █▀▀█ █▀▀█
/// Part-time Vice President                    ▀▀▀▄ ▄ ▀▀▀█ █▀▀█
/// Vice President, Yunnan University of        ▄▄▄█ ▀ ▄▄▄█ █▄▄█
/// Finance and Economics                           left of 5:00
/// ```
///
/// Where there are few columns, the name has the first row for itself:
///
/// ```text
/// Maximiliana Konstantinopolska
/// Reclamation            █▀▀▀   █▀▀█ █▀▀█
/// Group                  ▀▀▀▄ ▄ ▀▀▀█ █▀▀█
///                        ▄▄▄█ ▀ ▄▄▄█ █▄▄█
///                            left of 5:00
/// ```
pub fn view(scene: &Scene, area: Rect, largest: Size, buf: &mut Buffer) {
    let face = face(scene, area.width, largest);
    let text = text(scene, area.width, face.as_ref());
    let is_whole = text.len() <= usize::from(area.height);
    for (index, (mut line, role)) in (0..area.height).zip(text) {
        let columns = columns_at(index, area.width, face.as_ref());
        if !is_whole && index + 1 == area.height {
            line = cut(
                &format!("{line}{}", scene.sign(Sign::Ellipsis)),
                columns,
                scene.styles,
            );
        }
        let place = Rect {
            width: columns,
            ..row(area, index)
        };
        put(buf, place, &line, scene.style(role));
    }
    if let Some(face) = face {
        draw(scene, &face, area, buf);
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
        None => ("tui-short-spoken", turn.clock(scene.now)),
    };
    let time = scene.say(&Message::new(id).with("time", Arg::Seconds(seconds)));
    vec![
        (name.collect::<Vec<_>>().join(&dot), Role::Here),
        (time, role(scene, turn)),
    ]
}

/// Draws the label above, with what is not as usual: a clock that stands, a point of order, a question. Gives the columns it took.
pub fn label(scene: &Scene, area: Rect, buf: &mut Buffer) -> u16 {
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
    put_all(buf, area, &pieces)
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
    let (allotted, spoken) = (i64::from(allotted), turn.clock(scene.now));
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

/// The lines beside the clock, and below it over the whole width.
fn text(scene: &Scene, columns: u16, face: Option<&Face>) -> Vec<(String, Role)> {
    let running = scene.meeting.floor.running();
    let texts = match (running, scene.meeting.ballots.open_ballot()) {
        (Some(turn), _) => speaker(scene, turn, face),
        (None, Some(ballot)) => vote(scene, ballot),
        (None, None) => vec![(nobody(scene), Role::Quiet)],
    };
    let mut rows = Vec::new();
    for (text, role) in texts {
        if let Some(face) = face.filter(|face| !rows.is_empty() && face.is_alone(columns)) {
            let caption = usize::from(face.block.caption_row());
            rows.resize_with(rows.len().max(caption), || (String::new(), role));
        }
        let top = u16::try_from(rows.len()).unwrap_or(u16::MAX);
        let lines = flow(&text, top, |index| columns_at(index, columns, face));
        rows.extend(lines.into_iter().map(|line| (line, role)));
    }
    rows
}

/// Name, office, title and unit in full, for reading aloud; and whose turn goes on after a question.
fn speaker(scene: &Scene, turn: &Turn, face: Option<&Face>) -> Vec<(String, Role)> {
    let mut texts = vec![(scene.speaker(&turn.speaker), Role::Here)];
    let titles = if face.is_some_and(|face| face.block.top > 0) {
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

/// What the clock says — the time left, the time over, or, without a limit, the time so far — and where.
struct Face {
    digits: String,
    caption: String,
    /// Columns kept for the caption, the same for the whole turn.
    caption_columns: u16,
    role: Role,
    block: Block,
}

impl Face {
    /// Whether so little is left beside the digits that nothing stands there.
    fn is_alone(&self, columns: u16) -> bool {
        columns < self.block.columns + GAP + BESIDE_SMALL
    }
}

/// The place of a clock on the right, the same for the whole turn.
#[derive(Clone, Copy)]
struct Block {
    /// Rows above it.
    top: u16,
    /// `None` where there is room for a line of text alone.
    size: Option<Size>,
    columns: u16,
}

impl Block {
    /// The largest that has room for those digits beside names and titles.
    fn of(widest: &str, columns: u16, largest: Size) -> Self {
        let sizes = match largest {
            Size::Large | Size::Huge => &[(Size::Large, BESIDE_LARGE), (Size::Small, 0)][..],
            Size::Small => &[(Size::Small, 0)],
        };
        let fits = |(size, beside): &&(Size, u16)| size.width(widest) + GAP + beside <= columns;
        let size = sizes.iter().find(fits).map(|(size, _)| *size);
        let kept = match size {
            Some(size) => size.width(widest),
            None => width(widest).min(columns * 3 / 5),
        };
        Self {
            top: u16::from(columns < kept + GAP + WITH_TITLES),
            size,
            columns: kept,
        }
    }

    /// The row of the caption, below the digits.
    fn caption_row(self) -> u16 {
        self.top + self.size.map_or(1, Size::rows)
    }
}

fn face(scene: &Scene, columns: u16, largest: Size) -> Option<Face> {
    let turn = scene.meeting.floor.running()?;
    let widest = match turn.allotted {
        Some(allotted) if allotted < HOUR => USUAL,
        _ => WITH_HOURS,
    };
    let mut block = Block::of(widest, columns, largest);
    if block.top > 0 {
        let name = flow(&scene.speaker(&turn.speaker), 0, |_| columns);
        block.top = u16::try_from(name.len()).unwrap_or(1).max(1);
    }
    let over = turn.seconds_left(scene.now).filter(|left| *left < 0);
    let seconds = turn
        .seconds_left(scene.now)
        .map_or_else(|| turn.clock(scene.now), i64::abs);
    let plain = clock::written(seconds);
    let signed = over.map(|_| format!("+{plain}"));
    let room =
        |text: &String| block.size.map_or(width(text), |size| size.width(text)) <= block.columns;
    let [before, over] = captions(turn).map(|caption| scene.say(&caption));
    let caption_columns = width(&before).max(width(&over)).min(columns * 3 / 5);
    let is_over = turn.seconds_left(scene.now).is_some_and(|left| left < 0);
    Some(Face {
        // An hour over, the digits alone are what there is room for; the caption still says that it is over.
        digits: signed.filter(room).unwrap_or(plain),
        caption: if is_over { over } else { before },
        caption_columns,
        role: role(scene, turn),
        block,
    })
}

/// What stands below the digits, in time and over it.
fn captions(turn: &Turn) -> [Message; 2] {
    let Some(allotted) = turn.allotted else {
        return [Message::new("tui-spoken"), Message::new("tui-spoken")];
    };
    let time = Arg::Seconds(i64::from(allotted));
    ["tui-left", "tui-over"].map(|id| Message::new(id).with("time", time.clone()))
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

/// Columns for text on a row: what the clock leaves, then what its caption leaves, then all.
fn columns_at(row: u16, columns: u16, face: Option<&Face>) -> u16 {
    let Some(face) = face else {
        return columns;
    };
    let caption = face.block.caption_row();
    let taken = if row < face.block.top || row > caption {
        return columns;
    } else if row == caption {
        face.caption_columns
    } else {
        face.block.columns
    };
    columns.saturating_sub(taken + GAP)
}

fn draw(scene: &Scene, face: &Face, area: Rect, buf: &mut Buffer) {
    let style = scene.style(face.role);
    let place = below(area, face.block.top, area.height);
    let size = face.block.size;
    let size =
        size.filter(|size| size.width(&face.digits) <= place.width && size.rows() <= place.height);
    if let Some(size) = size {
        let digits = from(place, place.width - size.width(&face.digits));
        put_blocks(buf, digits, &face.digits, size, (style, scene.styles.signs));
    } else {
        put_right(buf, place, &face.digits, style);
    }
    let caption = cut(&face.caption, face.caption_columns, scene.styles);
    let look = match face.role {
        Role::Bad => Role::Bad,
        _ => Role::Quiet,
    };
    let caption_row = size.map_or(1, Size::rows);
    put_right(
        buf,
        below(place, caption_row, 1),
        &caption,
        scene.style(look),
    );
}
