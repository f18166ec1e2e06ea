//! The pictures of the README and the guides are what the views draw: the two shipped meetings under way, and the shipped sessions looked
//! through. `UPDATE=1 cargo test pictures` draws them anew. To add one: a row in [`PICTURES`], and where it is shown a line.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use tribune::agreement::Agreement;
use tribune::locale::Locale;
use tribune::text::{Language, Moment};
use tribune::tui::briefer::made;
use tribune::tui::input::{Code, Input, Key};
use tribune::tui::look::Look;
use tribune::tui::message::Message;
use tribune::tui::review::reading::Read;
use tribune::tui::review::{Review, Setup};
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen;
use tribune::tui::style::Styles;
use tribune::tui::themes::Themes;
use tribune::tui::{Mouse, Participant, action};

use crate::support::desk::Desk;
use crate::support::held::Sitting;
use crate::support::picture::svg;
use crate::support::seat::PATIENCE;
use crate::support::stage::Stage;
use crate::support::years;

/// Columns and rows of a picture, and of the hall's.
const SIZE: (u16, u16) = (112, 32);
const HALL: (u16, u16) = (80, 22);
/// A picture is at most so long.
const MOST_BYTES: usize = 60_000;

/// A picture: the name of its file, what is to be seen there in both languages, and what draws it.
struct Picture {
    name: &'static str,
    title: [&'static str; 2],
    draw: fn(Language) -> Buffer,
}

/// All of them, in the order in which the README shows them.
const PICTURES: &[Picture] = &[
    Picture {
        name: "floor",
        title: [
            "The Floor: who speaks, how long still, who is next",
            "发言席：谁在发言、还剩多少时间、下一位是谁",
        ],
        draw: floor,
    },
    Picture {
        name: "contributions",
        title: ["The contributions, by unit", "发言记录，按单位排列"],
        draw: contributions,
    },
    Picture {
        name: "roll",
        title: [
            "The roll: who is here, in order of precedence",
            "到会情况：按名次列出谁到了",
        ],
        draw: roll,
    },
    Picture {
        name: "ballots",
        title: [
            "The ballots: a question, its rule and the verdict",
            "表决：议题、规则和结果",
        ],
        draw: ballots,
    },
    Picture {
        name: "brief",
        title: [
            "The brief, from which the chair closes",
            "小结：主持人据以总结",
        ],
        draw: brief,
    },
    Picture {
        name: "review",
        title: ["The review of all sessions", "查阅历次会议"],
        draw: review,
    },
    Picture {
        name: "watch",
        title: ["What the hall sees", "会场大屏"],
        draw: watch,
    },
];

#[test]
fn every_picture_is_what_the_views_draw() {
    let mut stale = Vec::new();
    for picture in PICTURES {
        for (language, title) in Language::ALL.into_iter().zip(picture.title) {
            let drawn = svg(&(picture.draw)(language), title);
            assert!(
                drawn.len() < MOST_BYTES,
                "{}: {} bytes",
                picture.name,
                drawn.len()
            );
            let path = place(picture.name, language);
            if fs::read_to_string(&path).is_ok_and(|there| there == drawn) {
                continue;
            }
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, drawn).expect("the repository can be written");
            } else {
                stale.push(path);
            }
        }
    }
    assert!(
        stale.is_empty(),
        "UPDATE=1 cargo test pictures draws anew: {stale:?}"
    );
}

#[test]
fn every_picture_is_shown_and_none_is_missing() {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        fs::read_to_string(path).expect("it is there")
    };
    let (readme, english, chinese) = (
        read("README.md"),
        read("docs/guide.md"),
        read("docs/guide.zh-CN.md"),
    );
    let mut known = BTreeSet::new();
    for Picture { name, .. } in PICTURES {
        assert!(
            readme.contains(&format!("(docs/pictures/{name}.svg)")),
            "{name}: README.md"
        );
        assert!(
            english.contains(&format!("(pictures/{name}.svg)")),
            "{name}: docs/guide.md"
        );
        assert!(
            chinese.contains(&format!("(pictures/{name}.zh-CN.svg)")),
            "{name}: docs/guide.zh-CN.md"
        );
        known.extend(Language::ALL.map(|language| place(name, language)));
    }
    let there: BTreeSet<PathBuf> = fs::read_dir(folder())
        .expect("there are pictures")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    assert_eq!(there, known);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures")
}

fn place(name: &str, language: Language) -> PathBuf {
    folder().join(match language {
        Language::English => format!("{name}.svg"),
        Language::Chinese => format!("{name}.zh-CN.svg"),
    })
}

/// The exchange of the directors as far as `tribune demo` plays it.
fn exchange(language: Language) -> Stage {
    exchange_at(language, "2023-12-29T15:13:40+08:00")
}

/// The exchange at that time.
fn exchange_at(language: Language, until: &str) -> Stage {
    let script = match language {
        Language::English => include_str!("scripts/exchange.tribune"),
        Language::Chinese => include_str!("scripts/exchange.zh.tribune"),
    };
    let agenda = include_str!("../config/agendas/exchange.toml");
    under_way(agenda, script, until)
}

/// A meeting of that agenda as its script has it at that time.
fn under_way(agenda: &str, script: &str, until: &str) -> Stage {
    let now = Moment::parse_from_rfc3339(until).expect("a moment");
    let is_later = |line: &&str| {
        let stamp = line.strip_prefix('[').and_then(|line| line.split_once(']'));
        stamp.is_some_and(|(stamp, _)| Moment::parse_from_rfc3339(stamp).is_ok_and(|at| at > now))
    };
    let lines: Vec<&str> = script.lines().take_while(|line| !is_later(line)).collect();
    let mut sitting = Sitting::scripted(agenda, "", script);
    assert_eq!(sitting.script(&lines.join("\n")), []);
    Stage::at(sitting.meeting, now)
}

/// One person's screen of that meeting after those keys.
fn screen_of(stage: Stage, language: Language, keys: &str) -> Buffer {
    drawn(desk(stage, language).press(keys))
}

fn desk(stage: Stage, language: Language) -> Desk {
    let mut desk = Desk::at(stage);
    desk.ui.language = language;
    desk.take(Message::Published);
    desk
}

fn drawn(mut desk: Desk) -> Buffer {
    let area = Rect::new(0, 0, SIZE.0, SIZE.1);
    screen::fit(&mut desk.ui, area);
    scene(&desk, |scene| {
        let mut buf = Buffer::empty(area);
        screen::view(scene, area, &mut buf);
        if let Some(position) = screen::cursor(scene, area) {
            buf[position].modifier |= Modifier::REVERSED;
        }
        buf
    })
}

fn scene(desk: &Desk, draw: impl FnOnce(&Scene) -> Buffer) -> Buffer {
    let (locale, styles) = (Locale::new(desk.ui.language), Styles::default());
    draw(&Scene {
        meeting: &desk.stage.meeting,
        ui: &desk.ui,
        now: desk.stage.now,
        look: Look {
            locale: &locale,
            styles: &styles,
        },
        keeping: Keeping::Saved,
    })
}

fn floor(language: Language) -> Buffer {
    let typed = match language {
        Language::English => "Trade fairs of the border counties, together #economy and trade",
        Language::Chinese => "边境各县联合举办民间商品展 #经贸",
    };
    screen_of(exchange(language), language, typed)
}

fn contributions(language: Language) -> Buffer {
    screen_of(exchange(language), language, "<Alt-2>")
}

fn roll(language: Language) -> Buffer {
    screen_of(exchange(language), language, "<Alt-3>")
}

/// The founding council: the Articles are voted on, after three elections.
fn ballots(language: Language) -> Buffer {
    const MOVED: &str = "The Articles of Kunming People's Association for Friendship with Foreign Countries are approved";
    let script = include_str!("scripts/founding.tribune");
    assert!(script.contains(MOVED));
    // Of this script there is no Chinese one; the motion is the one sentence of it that is shown.
    let script = match language {
        Language::English => script.to_owned(),
        Language::Chinese => script.replace(MOVED, "通过《昆明市人民对外友好协会章程》"),
    };
    let agenda = include_str!("../config/agendas/founding.toml");
    let stage = under_way(agenda, &script, "2022-08-05T10:20:00+08:00");
    screen_of(stage, language, "<Alt-4>")
}

/// The exchange before its closing words.
fn brief(language: Language) -> Buffer {
    let stage = exchange_at(language, "2023-12-29T15:50:00+08:00");
    let meeting = &stage.meeting;
    let made = made(meeting, &Agreement::of(meeting));
    let mut desk = desk(stage, language).press("<Alt-5>");
    desk.take(Message::Briefed(Arc::new(made)));
    drawn(desk)
}

fn watch(language: Language) -> Buffer {
    let mut desk = Desk::at(exchange(language));
    desk.ui.language = language;
    let area = Rect::new(0, 0, HALL.0, HALL.1);
    scene(&desk, |scene| {
        let mut buf = Buffer::empty(area);
        screen::hall::view(scene, area, &mut buf);
        buf
    })
}

/// All shipped sessions, on one of the series of three years.
fn review(language: Language) -> Buffer {
    let (to_loop, messages) = mpsc::channel();
    let now = Moment::parse_from_rfc3339("2025-11-03T10:00:00+08:00").expect("a moment");
    let setup = Setup {
        folder: years::shipped(),
        session: None,
        list: tribune::tui::review::desk::List::Sessions,
        author: String::new(),
        now: Box::new(move || now),
        locale: Locale::new(language),
        keys: action::Keys::default(),
        styles: Styles::default(),
        themes: Themes::shipped(),
        export: Box::new(|_, _| Err(Vec::new())),
        mouse: Mouse::Off,
        told: Vec::new(),
    };
    let mut review = Review::begin(setup, to_loop);
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("memory");
    let mut read = |review: &mut Review, awaited: &[Kind]| {
        let mut awaited = awaited.to_vec();
        while !awaited.is_empty() {
            review.draw(&mut terminal).expect("memory");
            let message = messages
                .recv_timeout(PATIENCE)
                .expect("the sessions are read");
            let came = Kind::of(&message);
            awaited.retain(|kind| Some(*kind) != came);
            assert!(review.take(message).is_empty());
        }
        review.draw(&mut terminal).expect("memory");
        terminal.backend().buffer().clone()
    };
    let newest = read(&mut review, &[Kind::List, Kind::Walk, Kind::Session]);
    match language {
        Language::English => newest,
        // The one before it was recorded in Chinese.
        Language::Chinese => {
            let down = Message::Input(Input::Key(Key::plain(Code::Down)));
            assert!(review.take(down).is_empty());
            read(&mut review, &[Kind::Session])
        }
    }
}

/// What is read for a review, each by a thread of its own.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Which sessions there are.
    List,
    /// What is open in all of them.
    Walk,
    /// The one that is stood on.
    Session,
}

impl Kind {
    const fn of(message: &Message) -> Option<Self> {
        match message {
            Message::Read(Read::Listed(_)) => Some(Self::List),
            Message::Read(Read::Walked(_)) => Some(Self::Walk),
            Message::Read(Read::Session(..)) => Some(Self::Session),
            _ => None,
        }
    }
}
