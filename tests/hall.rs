//! What the hall sees, at every size and in both languages: who speaks, what is voted on, and never what it should not see.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use tribune::locale::Locale;
use tribune::meeting::floor::TurnKind;
use tribune::text::{Language, Message, Moment};
use tribune::tui::look::Look;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen::hall;
use tribune::tui::style::{Signs, Styles};
use tribune::tui::ui::Ui;

use crate::support::drawn::text;
use crate::support::held::{Sitting, at};
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 6] = [(200, 60), (120, 36), (80, 24), (40, 12), (20, 5), (1, 1)];

const AGENDA: &str = r#"
title = { en = "Board meeting", zh = "理事会会议" }
organisation = { en = "Friendship Association", zh = "友好协会" }
date = 2024-03-01
start = "09:00"
place = { en = "Kunming", zh = "昆明" }
chair = "wang-yu"
quorum = "none"

[unit.yufe]
name = { en = "Yunnan University of Finance and Economics", zh = "云南财经大学" }

[person.wang-yu]
name = { en = "Wang Yu", zh = "王宇" }
capacity = "chair"

[person.yan-ming]
name = { en = "Yan Ming", zh = "严明" }
unit = "yufe"

[person.hu-liangbo]
name = { en = "Hu Liangbo", zh = "胡良波" }

[[item]]
title = { en = "Suggestions for 2024", zh = "对2024年工作的建议" }
kind = "round"
each = "5m"
speakers = ["yan-ming", "hu-liangbo"]

[[item]]
title = { en = "The Articles are approved", zh = "通过章程" }
kind = "motion"

[[item]]
title = { en = "Treasurer", zh = "司库" }
kind = "election"
method = "secret"
candidates = ["yan-ming", "hu-liangbo"]

[[item]]
title = { en = "Secret of the house", zh = "内部人事" }
closed = true
speakers = ["yan-ming"]

[[item]]
title = { en = "Tea", zh = "茶歇" }
kind = "break"
time = "20m"
"#;

/// That agenda with another key on top.
fn with(key: &str) -> String {
    format!("{key}\n{AGENDA}")
}

const OPENED: &str = "[2024-03-01T09:00:00+08:00] :open\n:present Wang Yu, Yan Ming, Hu Liangbo\n";
const SPEAKING: &str = "[2024-03-01T09:01:00+08:00] :floor Yan Ming\n";

/// The meeting after those lines, at that time.
fn held(agenda: &str, lines: &[&str], time: &str) -> Stage {
    Stage::at(Sitting::held(agenda, lines).meeting, at(time))
}

fn after(lines: &[&str], time: &str) -> Stage {
    held(AGENDA, lines, time)
}

/// Whoever sits in the hall.
struct Viewer {
    locale: Locale,
    styles: Styles,
    ui: Ui,
}

impl Viewer {
    fn new(language: Language, signs: Signs) -> Self {
        Self {
            locale: Locale::new(language),
            styles: Styles {
                signs,
                ..Styles::default()
            },
            ui: Ui {
                language,
                ..Ui::default()
            },
        }
    }

    fn sees(&self, stage: &Stage, (width, height): (u16, u16)) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        self.looks(stage, area, &mut buf);
        buf
    }

    fn looks(&self, stage: &Stage, area: Rect, buf: &mut Buffer) {
        let scene = Scene {
            meeting: &stage.meeting,
            ui: &self.ui,
            now: stage.now,
            look: Look {
                locale: &self.locale,
                styles: &self.styles,
            },
            keeping: Keeping::Watched,
        };
        hall::view(&scene, area, buf);
    }
}

fn drawn(stage: &Stage, language: Language, size: (u16, u16)) -> String {
    text(&Viewer::new(language, Signs::Unicode).sees(stage, size))
}

/// All of it in words, without letters of blocks.
fn in_words(stage: &Stage) -> String {
    drawn(stage, Language::English, (100, 3))
}

fn has_red(stage: &Stage) -> bool {
    let buf = Viewer::new(Language::English, Signs::Unicode).sees(stage, (80, 24));
    let red = [Color::Red, Color::LightRed];
    buf.content.iter().any(|cell| red.contains(&cell.fg))
}

/// Every state, each with its name.
fn states() -> Vec<(&'static str, Stage)> {
    let vote = "[2024-03-01T09:10:00+08:00] :item next really\n:ballot\n";
    let tally = "[2024-03-01T09:11:00+08:00] :tally 2 for 1 against 0 abstaining\n";
    let elect = "[2024-03-01T09:20:00+08:00] :result\n:item next\n:ballot\n";
    let papers =
        ":papers 3 issued 3 returned 0 blank 0 invalid\n:votes Yan Ming 2\n:votes Hu Liangbo 1\n";
    vec![
        ("planned", after(&[], "08:55:00")),
        ("speaker", after(&[OPENED, SPEAKING], "09:03:13")),
        ("nobody", after(&[OPENED], "09:00:30")),
        ("list", after(&[OPENED, ":hall list\n"], "09:00:30")),
        ("ballot", after(&[OPENED, vote], "09:10:30")),
        (
            "verdict",
            after(&[OPENED, vote, tally, ":result\n"], "09:12:00"),
        ),
        (
            "secret",
            after(&[OPENED, vote, tally, elect, papers], "09:25:00"),
        ),
        (
            "elected",
            after(
                &[OPENED, vote, tally, elect, papers, ":result\n"],
                "09:26:00",
            ),
        ),
        (
            "closed",
            after(
                &[
                    OPENED,
                    "[2024-03-01T09:30:00+08:00] :item 4\n:floor Yan Ming\n",
                ],
                "09:31:00",
            ),
        ),
        (
            "break",
            after(
                &[OPENED, "[2024-03-01T09:30:00+08:00] :item 5\n"],
                "09:31:00",
            ),
        ),
        (
            "suspended",
            after(&[OPENED, ":suspend until 14:00\n"], "09:31:00"),
        ),
        (
            "over",
            after(
                &[
                    OPENED,
                    ":next meeting 2025-03-01 09:00 \"Dali\"\n[2024-03-01T10:00:00+08:00] :adjourn really\n",
                ],
                "10:01:00",
            ),
        ),
    ]
}

#[test]
fn the_hall_in_every_state_size_and_language() {
    for (state, stage) in states() {
        for language in Language::ALL {
            let viewer = Viewer::new(language, Signs::Unicode);
            for size in SIZES {
                let name = format!("hall-{state}-{}x{}-{}", size.0, size.1, language.tag());
                insta::assert_snapshot!(name, text(&viewer.sees(&stage, size)));
            }
        }
    }
}

#[test]
fn no_size_panics_and_nothing_leaves_the_screen() {
    let viewers = [
        Viewer::new(Language::English, Signs::Unicode),
        Viewer::new(Language::English, Signs::Ascii),
        Viewer::new(Language::Chinese, Signs::Unicode),
    ];
    for (_, stage) in states() {
        for width in (0..=210).step_by(15) {
            for height in (0..=64).step_by(8) {
                for viewer in &viewers {
                    viewer.sees(&stage, (width, height));
                }
            }
        }
    }
}

#[test]
fn the_hall_sees_nothing_of_a_closed_item() {
    let chosen = [":hall speaker\n", ":hall list\n", ":hall ballot\n"];
    for view in chosen {
        let closed = ":item 4\n:floor Yan Ming\n:ballot \"Dismiss the director\"\n";
        let stage = after(&[OPENED, closed, view], "09:10:00");
        let seen = in_words(&stage);
        assert!(seen.contains("Closed session"), "{seen}");
        for hidden in ["Secret", "Yan Ming", "Dismiss", "next"] {
            assert!(!seen.contains(hidden), "{view}{seen}");
        }
    }
    // Its ballot is not shown later either, when the chair shows the last one.
    let voted = ":item 4\n:ballot \"Dismiss the director\"\n:tally all for\n:result\n:item 1\n:hall ballot\n";
    let seen = in_words(&after(&[OPENED, voted], "09:20:00"));
    assert!(!seen.contains("Dismiss"), "{seen}");
}

#[test]
fn a_secret_ballot_shows_no_running_tally() {
    let states = states();
    let of = |name| {
        &states
            .iter()
            .find(|(state, _)| *state == name)
            .expect("it is there")
            .1
    };
    let open = drawn(of("secret"), Language::English, (80, 24));
    assert!(open.contains("Yan Ming") && !open.contains('2'), "{open}");
    let over = drawn(of("elected"), Language::English, (80, 24));
    assert!(over.contains('2'), "{over}");
}

#[test]
fn the_clock_is_red_only_where_the_agenda_asks_and_away_where_it_wants_none() {
    let late = "09:07:00";
    let stage = |key: &str| held(&with(key), &[OPENED, SPEAKING], late);
    assert!(!has_red(&stage("")));
    assert!(!has_red(&stage("hall_clock = \"calm\"")));
    assert!(has_red(&stage("hall_clock = \"red\"")));
    let none = stage("hall_clock = \"none\"");
    let seen = drawn(&none, Language::English, (40, 12));
    assert!(
        seen.contains("Yan Ming") && !seen.contains("over"),
        "{seen}"
    );
    assert!(!hall::ticks(&none.meeting));
    assert!(hall::ticks(&stage("").meeting));
}

#[test]
fn what_was_not_carried_is_said_and_is_not_red() {
    let lost = ":item 2\n:ballot\n:tally 1 for 2 against 0 abstaining\n:result\n";
    let stage = after(&[OPENED, lost], "09:12:00");
    assert!(!has_red(&stage));
    let seen = drawn(&stage, Language::English, (40, 12));
    assert!(seen.contains("Not carried"), "{seen}");
}

#[test]
fn the_verdict_stands_until_somebody_speaks_after_it() {
    let carried = "[2024-03-01T09:10:00+08:00] :item 2\n:ballot\n:tally all for\n:result\n";
    let stage = after(&[OPENED, carried], "09:12:00");
    assert!(in_words(&stage).contains("Carried"));
    let speaks = "[2024-03-01T09:13:00+08:00] :floor Hu Liangbo\n";
    let seen = in_words(&after(&[OPENED, carried, speaks], "09:14:00"));
    assert!(
        seen.contains("Hu Liangbo") && !seen.contains("Carried"),
        "{seen}"
    );
    let done = in_words(&after(&[OPENED, carried, speaks, ":done\n"], "09:14:00"));
    assert!(!done.contains("Carried"), "{done}");
}

#[test]
fn points_of_order_and_a_standing_clock_are_said() {
    let order = Stage::mid_round().floor_as(TurnKind::Order, "luo-jiang", 3, Some(60));
    assert!(drawn(&order, Language::English, (80, 24)).contains("point of order"));
    let paused = Stage::mid_round().paused().after(60);
    assert!(drawn(&paused, Language::English, (80, 24)).contains("paused"));
    assert!(!hall::ticks(&paused.meeting));
}

#[test]
fn the_digits_stand_still_while_they_change() {
    let mut places = Vec::new();
    for second in 0..60 {
        let now: Moment = at(&format!("09:03:{second:02}"));
        let stage = Stage::at(after(&[OPENED, SPEAKING], "09:03:00").meeting, now);
        let drawn = drawn(&stage, Language::English, (80, 24));
        let names: Vec<String> = drawn.lines().take(12).map(str::to_owned).collect();
        places.push(names);
    }
    assert!(places.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn what_hinders_stands_small_below_and_without_a_meeting_the_reason_alone() {
    let (locale, styles) = (Locale::new(Language::English), Styles::default());
    let look = Look {
        locale: &locale,
        styles: &styles,
    };
    let area = Rect::new(0, 0, 80, 24);
    let mut buf = Buffer::empty(area);
    hall::nothing(&look, &Message::new("hall-waiting"), area, &mut buf);
    assert!(text(&buf).contains("No meeting is running"));
    hall::trouble(&look, &[Message::new("watch-again")], area, &mut buf);
    assert!(
        text(&buf)
            .lines()
            .last()
            .is_some_and(|last| last.contains("tried again"))
    );
}

/// The rows of blocks that are that character, each point two columns wide and one row high.
fn blocks(c: char, block: &str) -> Vec<String> {
    let glyph = unifont::get_glyph(c).expect("it has points");
    let point = |x, y| if glyph.get_pixel(x, y) { block } else { " " }.repeat(2);
    let row = |y| (0..glyph.get_width()).map(|x| point(x, y)).collect();
    (0..16).map(row).collect()
}

/// Whether these rows stand one below the other on the screen, in the same columns.
fn shows(buf: &Buffer, rows: &[String]) -> bool {
    let (wide, high) = (rows[0].chars().count(), rows.len());
    let (width, height) = (usize::from(buf.area.width), usize::from(buf.area.height));
    let line = |y: usize, x: usize| -> String {
        let cells = &buf.content[y * width + x..][..wide];
        cells.iter().map(ratatui::buffer::Cell::symbol).collect()
    };
    let stands = |(top, left)| (0..high).all(|y| line(top + y, left) == rows[y]);
    (0..=height - high)
        .flat_map(|top| (0..=width - wide).map(move |left| (top, left)))
        .any(stands)
}

#[test]
fn a_chinese_name_is_drawn_large_enough_for_the_last_row() {
    let stage = after(&[OPENED, SPEAKING], "09:03:13");
    for (signs, block) in [(Signs::Unicode, "█"), (Signs::Ascii, "#")] {
        let seen = Viewer::new(Language::Chinese, signs).sees(&stage, (120, 36));
        for c in "严明".chars() {
            assert!(shows(&seen, &blocks(c, block)), "{c}:\n{}", text(&seen));
        }
        assert!(!shows(&seen, &blocks('波', block)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_written_stays_within_the_borders_at_any_size(
        title in "[A-Za-zÄéễЖΩ严明审议通过章程，。（）가かعשक👍 -]{1,40}",
        (width, height) in (1..=220_u16, 1..=70_u16),
        is_ascii in any::<bool>(),
    ) {
        prop_assume!(!title.trim().is_empty());
        let agenda = AGENDA.replace("对2024年工作的建议", &title).replace("严明", title.trim());
        let signs = if is_ascii { Signs::Ascii } else { Signs::Unicode };
        let viewer = Viewer::new(Language::Chinese, signs);
        for more in ["", ":hall list\n"] {
            let stage = held(&agenda, &[OPENED, more], "09:03:13");
            let area = Rect::new(4, 3, width, height);
            let mut buf = Buffer::empty(Rect::new(0, 0, width + 8, height + 6));
            let empty = buf.clone();
            viewer.looks(&stage, area, &mut buf);
            for place in buf.area.positions().filter(|place| !area.contains(*place)) {
                prop_assert_eq!(&buf[place], &empty[place], "{:?}", place);
            }
        }
    }
}
