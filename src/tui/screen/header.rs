//! The first row on every face: title, item, time of day, ahead or behind, quorum, how the meeting is kept.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::meeting::progress::Stage;
use crate::meeting::roll::QuorumCount;
use crate::rules::Quorum;
use crate::text::{Arg, Message};
use crate::tui::scene::{Keeping, Scene};
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, width};

/// Columns the title keeps for itself, where it needs them, before anything else gives way.
const TITLE: u16 = 40;
/// Columns between two parts, and where the row is narrow.
const GAP: u16 = 5;
const NARROW_GAP: u16 = 2;
/// Columns from which the wider gap is used.
const WIDE: u16 = 100;
/// Seconds behind up to which the meeting counts as in time, and from which it is late.
const IN_TIME: i64 = 60;
const LATE: i64 = 600;

/// A part of the row, in its forms from the longest to the shortest; what cannot be left out has no empty one.
struct Part {
    forms: Vec<String>,
    role: Role,
}

impl Part {
    fn text(&self) -> &str {
        self.forms.first().map_or("", String::as_str)
    }
}

/// Draws the row. Where not all fits beside the title, parts are shortened and then left out, the least important first.
///
/// ```text
/// Work exchange meeting     item 3 of 6     15:10:07     4 min behind, ends 16:19     ✓ 9/7     saved
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    const ITEM: usize = 0;
    const CLOSED: usize = 1;
    const TIME: usize = 2;
    const END: usize = 3;
    const QUORUM: usize = 4;
    const KEEPING: usize = 5;
    // Each step takes the next shorter form of a part. How it is kept goes first, unless it is not as it should be.
    const STEPS: [usize; 9] = [KEEPING, END, TIME, ITEM, QUORUM, TIME, END, CLOSED, KEEPING];
    let mut parts = [
        item(scene),
        closed(scene),
        time(scene),
        end(scene),
        quorum(scene),
        keeping(scene),
    ];
    // A title that would be cut is worth more than space.
    let title = scene.text(&scene.meeting.agenda.title);
    let gap = if area.width < WIDE {
        NARROW_GAP
    } else if taken(&parts, GAP) + width(&title) > area.width {
        GAP - NARROW_GAP
    } else {
        GAP
    };
    let kept = width(&title).min(TITLE).min(area.width * 9 / 20);
    for step in STEPS {
        if taken(&parts, gap) + kept <= area.width {
            break;
        }
        if parts[step].forms.len() > 1 {
            parts[step].forms.remove(0);
        }
    }
    let start = area.width.saturating_sub(taken(&parts, gap));
    put(
        buf,
        Rect {
            width: start,
            ..area
        },
        &cut(&title, start, scene.styles),
        scene.style(Role::Strong),
    );
    let mut place = from(area, start);
    for part in parts.iter().filter(|part| !part.text().is_empty()) {
        place = from(place, gap);
        let used = put(buf, place, part.text(), scene.style(part.role));
        place = from(place, used);
    }
}

fn taken(parts: &[Part], gap: u16) -> u16 {
    let texts = parts.iter().map(Part::text).filter(|text| !text.is_empty());
    texts.map(|text| width(text) + gap).sum()
}

fn item(scene: &Scene) -> Part {
    let progress = &scene.meeting.progress;
    let word = |id| vec![scene.word(id)];
    let forms = match (progress.stage(), progress.place()) {
        (Stage::Planned, _) => word("tui-stage-planned"),
        (Stage::Suspended { .. }, _) => word("tui-stage-suspended"),
        (Stage::Adjourned, _) => word("tui-stage-adjourned"),
        (Stage::Open, None) => Vec::new(),
        (Stage::Open, Some(place)) => {
            let (number, count) = (progress.number(place), progress.items().len());
            let whole = Message::new("tui-item-of")
                .with("number", number)
                .with("count", count);
            vec![scene.say(&whole), format!("{number}/{count}")]
        }
    };
    Part {
        forms,
        role: Role::Text,
    }
}

/// That the item is held in closed session.
fn closed(scene: &Scene) -> Part {
    let item = scene.meeting.progress.current_item();
    let is_closed = item.is_some_and(|item| item.plan.closed);
    let word = scene.word("tui-closed-session");
    let sign = scene.sign(Sign::Attention);
    Part {
        forms: if is_closed {
            vec![format!("{sign} {word}"), sign.to_owned()]
        } else {
            Vec::new()
        },
        role: Role::Soon,
    }
}

fn time(scene: &Scene) -> Part {
    if scene.keeping == Keeping::Archived {
        let day = Message::new("tui-shown-line").with("text", scene.now.date_naive());
        return Part {
            forms: vec![scene.say(&day)],
            role: Role::Text,
        };
    }
    let written = |form| scene.now.format(form).to_string();
    Part {
        forms: vec![written("%H:%M:%S"), written("%H:%M"), String::new()],
        role: Role::Text,
    }
}

/// By how much the meeting is behind or ahead, and when it will end.
fn end(scene: &Scene) -> Part {
    let meeting = scene.meeting;
    let known = meeting
        .seconds_behind(scene.now)
        .zip(meeting.projected_end(scene.now));
    let Some((behind, end)) = known else {
        return Part {
            forms: Vec::new(),
            role: Role::Text,
        };
    };
    let (id, role) = match behind {
        behind if behind >= LATE => ("tui-behind", Role::Bad),
        behind if behind >= IN_TIME => ("tui-behind", Role::Soon),
        behind if behind <= -IN_TIME => ("tui-ahead", Role::Good),
        _ => ("tui-in-time", Role::Good),
    };
    let end = Arg::Clock(end);
    let whole = Message::new(id)
        .with("minutes", behind.abs() / 60)
        .with("end", end.clone());
    let short = Message::new("tui-ends").with("end", end);
    Part {
        forms: vec![scene.say(&whole), scene.say(&short), String::new()],
        role,
    }
}

/// How many are there and how many are needed; a dash where that is not known.
fn quorum(scene: &Scene) -> Part {
    let meeting = scene.meeting;
    let is_over = meeting.progress.stage() == Stage::Adjourned;
    let Some(counted) = meeting.quorum().filter(|_| !is_over) else {
        let unknown = meeting.quorum_rule() != Quorum::None && !is_over;
        let words = Message::new("tui-quorum-unknown").with("sign", scene.sign(Sign::None));
        return Part {
            forms: if unknown {
                vec![scene.say(&words), String::new()]
            } else {
                Vec::new()
            },
            role: Role::Quiet,
        };
    };
    let QuorumCount {
        present, needed, ..
    } = counted;
    let (sign, role) = if counted.is_met() {
        (Sign::Done, Role::Good)
    } else {
        (Sign::Attention, Role::Bad)
    };
    let sign = scene.sign(sign);
    Part {
        forms: vec![format!("{sign} {present}/{needed}"), sign.to_owned()],
        role,
    }
}

fn keeping(scene: &Scene) -> Part {
    let (id, role) = match scene.keeping {
        Keeping::Saved => ("tui-saved", Role::Quiet),
        Keeping::Begun => ("tui-begun", Role::Quiet),
        Keeping::SessionFailed => ("tui-session-failed", Role::Soon),
        Keeping::ReadOnly => ("tui-read-only", Role::Bad),
        Keeping::Memory => ("tui-rehearsal", Role::Soon),
        Keeping::Archived => ("tui-archived", Role::Quiet),
        Keeping::Watched => ("tui-watching", Role::Quiet),
    };
    let shorter = match scene.keeping {
        Keeping::Saved
        | Keeping::Begun
        | Keeping::Memory
        | Keeping::Archived
        | Keeping::Watched => String::new(),
        Keeping::SessionFailed | Keeping::ReadOnly => scene.sign(Sign::Attention).to_owned(),
    };
    let is_wrong = !shorter.is_empty();
    let mut forms = vec![scene.word(id), shorter];
    if is_wrong {
        // It is the last to be shortened, not the first.
        forms.insert(1, scene.word(id));
    }
    Part { forms, role }
}
