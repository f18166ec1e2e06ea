//! What the chair closes from: the brief of the shipped meetings, on the screen, as a document, line by line, and what its keys do.

use std::collections::HashMap;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use tribune::agreement::Agreement;
use tribune::brief::{About, Brief, Section, Topic};
use tribune::export::{Source, document};
use tribune::locale::Locale;
use tribune::meeting::contribution::{Command as Contribution, Event as Noted, Likeness};
use tribune::meeting::{Command, ContributionId, Meeting};
use tribune::phrase::Face;
use tribune::plain::faces;
use tribune::text::Language;
use tribune::tui::briefer;
use tribune::tui::look::Look;
use tribune::tui::message::Message;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen;
use tribune::tui::style::{Signs, Styles};
use tribune::tui::ui::Dialog;

use crate::support::desk::Desk;
use crate::support::held::Sitting;
use crate::support::seat::Seat;
use crate::support::stage::Stage;

const EXCHANGE: &str = include_str!("../config/agendas/exchange.toml");
const FOUNDING: &str = include_str!("../config/agendas/founding.toml");
const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 20)];

/// The work exchange meeting, about to be closed.
fn exchange() -> Meeting {
    let script = include_str!("scripts/exchange.tribune");
    let end = script.find(":adjourn").expect("it is adjourned");
    let line = script[..end].rfind('\n').expect("it is a line of its own");
    Sitting::held(EXCHANGE, &[&script[..=line]]).meeting
}

fn founding() -> Meeting {
    Sitting::held(FOUNDING, &[include_str!("scripts/founding.tribune")]).meeting
}

fn brief(meeting: &Meeting) -> Brief {
    briefer::made(meeting, &Agreement::of(meeting))
}

fn section(brief: &Brief, topic: Topic) -> &Section {
    brief.section(topic).expect("there is something of it")
}

/// A section as it is read out, with what stands above its parts.
fn aloud(brief: &Brief, topic: Topic, language: Language) -> Vec<String> {
    let locale = Locale::new(language);
    let mut said = Vec::new();
    for (heading, part) in section(brief, topic).parts() {
        said.extend(heading.map(|heading| format!("[{}]", locale.write(heading))));
        let lines = part.iter().flat_map(|entry| &entry.aloud);
        said.extend(lines.map(|line| locale.say(line)));
    }
    said
}

#[test]
fn everyone_is_thanked_with_the_right_title_in_the_right_order() {
    let thanks = aloud(&brief(&exchange()), Topic::Thanks, Language::English);
    assert_eq!(
        thanks,
        [
            "[Part-time Vice President]",
            "Xu Sisi, Deputy Secretary of Provincial Committee of the Communist Youth League",
            "Hou Sheng, Vice President of Provincial Academy of Social Sciences",
            "Yan Ming, Vice President of Yunnan University of Finance and Economics",
            "Hu Liangbo, Deputy Secretary of the Party Committee and Chairman of the Labor Union of Yunnan Agricultural Reclamation Group Co., Ltd.",
            "[Secretary-General]",
            "Peng Shaoyun",
            "[Specially invited director]",
            "Du Haitao",
            "Luo Jiang",
            "Duan Mei",
            "[Executive director]",
            "Chen Jing, Deputy General Manager of Dianchi Culture and Arts Group",
            "Zhao Lei, General Manager of Cangshan Tourism Development Company",
            "Li Na, Secretary-General of Red River Border Trade Chamber",
            // He sent a statement.
            "Yang Fan, Director of Plateau Agriculture Research Institute",
            "Ma Li, Vice President of Spring City Hospital",
            "[secretariat]",
            "Zhou Wen, Liaison officer",
            "[invited]",
            "Sun Hao, Section Head of Plateau Agriculture Research Institute",
        ]
    );
    let thanks = aloud(&brief(&exchange()), Topic::Thanks, Language::Chinese);
    assert_eq!(
        thanks[..5],
        [
            "[兼职副会长]",
            "共青团云南省委员会副书记徐思思",
            "云南省社会科学院副院长侯胜",
            "云南财经大学副校长严明",
            "云南农垦集团有限责任公司党委副书记、工会主席胡良波",
        ]
    );
}

#[test]
fn who_presides_at_the_end_thanks_who_presided_before_and_nobody_thanks_themselves() {
    let thanks = aloud(&brief(&founding()), Topic::Thanks, Language::English).join("\n");
    assert!(
        thanks.contains("Gao Yuan") && !thanks.contains("Zhang Xiaoming"),
        "{thanks}"
    );
    let exchange = aloud(&brief(&exchange()), Topic::Thanks, Language::English).join("\n");
    assert!(!exchange.contains("Wang Yu"), "{exchange}");
}

#[test]
fn those_who_are_not_there_and_were_not_heard_are_not_thanked() {
    let sitting = Sitting::held(
        EXCHANGE,
        &[":present Wang Yu\n:present Xu Sisi\n:excused Hou Sheng\n:open\n"],
    );
    let brief = brief(&sitting.meeting);
    assert_eq!(aloud(&brief, Topic::Thanks, Language::English).len(), 2);
    let unheard = aloud(&brief, Topic::NotHeard, Language::English);
    assert_eq!(
        unheard[0],
        "Provincial Committee of the Communist Youth League"
    );
    assert_eq!(
        unheard[1],
        "Provincial Academy of Social Sciences (not present)"
    );
}

#[test]
fn nothing_is_claimed_that_was_not_said() {
    for meeting in [exchange(), founding()] {
        let noted = |id| meeting.contributions.get(id).expect("it was noted");
        let brief = brief(&meeting);
        let locale = Locale::new(Language::English);
        for section in &brief.sections {
            for entry in &section.entries {
                let said: String = entry.aloud.iter().map(|line| locale.say(line)).collect();
                let ids = match entry.about {
                    About::Line(id) => vec![id],
                    About::Pair(first, second) => vec![first, second],
                    About::Theme(_) | About::Decision(_) | About::Action(..) | About::Who(_) => {
                        vec![]
                    }
                };
                for id in ids {
                    let one = noted(id);
                    assert!(
                        one.counts() && said.contains(one.line.text.as_str()),
                        "{said}"
                    );
                    for who in one.line.source.by.iter().chain(&one.supported_by) {
                        let name = meeting.roster.name(who).en;
                        let names =
                            section.topic == Topic::Agreed || one.line.source.by.contains(who);
                        assert!(!names || said.contains(name.as_str()), "{said}");
                    }
                    if section.topic == Topic::Agreed {
                        assert!(
                            one.line.source.by.len() > 1 || !one.supported_by.is_empty(),
                            "{said}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn what_was_struck_taken_back_or_merged_is_not_in_it() {
    let said = faces::brief(&exchange());
    let locale = Locale::new(Language::English);
    let said: Vec<String> = said.iter().map(|line| locale.say(line)).collect();
    let said = said.join("\n");
    for gone in [
        "It was said already",
        "Draft line",
        "Summer visits for students",
        "20 students",
    ] {
        assert!(!said.contains(gone), "{said}");
    }
}

#[test]
fn themes_are_raised_by_several_where_two_units_raise_them() {
    let themes = aloud(
        &brief(&exchange()),
        Topic::RaisedBySeveral,
        Language::English,
    );
    assert_eq!(
        themes[2],
        "culture: Dianchi Culture and Arts Group, Cangshan Tourism Development Company, Du Haitao and Duan Mei"
    );
    // Only the report speaks of it, and the chair.
    assert!(
        !themes
            .iter()
            .any(|theme| theme.starts_with("work exchange mechanism")),
        "{themes:?}"
    );
}

#[test]
fn what_is_perhaps_alike_is_so_only_once_somebody_says_so() {
    let mut stage = Stage::at(
        exchange(),
        "2023-12-29T15:57:30+08:00".parse().expect("a time"),
    );
    let pairs = |stage: &Stage, topic| -> Vec<About> {
        let brief = brief(&stage.meeting);
        let entries = brief.section(topic).map(|section| section.entries.clone());
        entries
            .unwrap_or_default()
            .into_iter()
            .map(|entry| entry.about)
            .collect()
    };
    let (first, second) = (ContributionId(29), ContributionId(50));
    let pair = About::Pair(first, second);
    assert!(pairs(&stage, Topic::PerhapsAlike).contains(&pair));
    assert_eq!(pairs(&stage, Topic::Alike), []);
    for (verdict, is_said) in [(Likeness::Alike, true), (Likeness::Different, false)] {
        stage = stage.record(vec![
            Noted::Likened {
                first,
                second,
                verdict,
            }
            .into(),
        ]);
        assert!(!pairs(&stage, Topic::PerhapsAlike).contains(&pair));
        assert_eq!(pairs(&stage, Topic::Alike).contains(&pair), is_said);
    }
}

#[test]
fn elections_are_told_by_who_was_elected() {
    let decided = aloud(&brief(&founding()), Topic::Decided, Language::English);
    let president = decided.iter();
    let president = president.filter(|line| line.contains("Zhang Xiaoming elected"));
    assert_eq!(president.count(), 1, "{decided:?}");
    let of_vice = decided
        .iter()
        .filter(|line| line.contains("Spring City University"));
    assert_eq!(of_vice.count(), 1, "{decided:?}");
}

#[test]
fn the_document_is_read_aloud_and_claims_nothing_that_waits_for_a_word() {
    let source = Source::of(&exchange());
    let named = document("brief").expect("it is a document");
    for (language, title, perhaps) in [
        (
            Language::English,
            "# To close: Work exchange meeting of the directors",
            "erhaps alike",
        ),
        (Language::Chinese, "# 理事工作交流会小结", "可能相近"),
    ] {
        let locale = Locale::new(language);
        let made = named.compose(named.template(language), &source, &locale, None);
        let made = made.expect("the template is sound");
        assert!(made.is_read_aloud());
        let text = made.markdown();
        assert!(text.starts_with(title), "{text}");
        assert!(!text.contains(perhaps), "{text}");
        for line in aloud(&brief(&exchange()), Topic::Offered, language) {
            assert!(
                text.contains(&format!("> {}", line.replace('*', "\\*"))),
                "{line}"
            );
        }
    }
}

#[test]
fn line_by_line_it_says_the_same_and_how_to_judge() {
    let locale = Locale::new(Language::English);
    let said: Vec<String> = faces::brief(&exchange())
        .iter()
        .map(|line| locale.say(line))
        .collect();
    let said = said.join("\n");
    for line in [
        "— thanks —",
        "Part-time Vice President: Xu Sisi (Youth League), Hou Sheng (Academy), Yan Ming (YUFE) and Hu Liangbo (Reclamation Group)",
        "Send lecturers to friendly universities — YUFE, supported by Academy",
        "both say: border, traders, day and trade",
        ":alike C29 C50 no",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

/// Somebody who looks at the brief of the exchange meeting.
fn desk(language: Language) -> Desk {
    let now = "2023-12-29T15:57:30+08:00".parse().expect("a time");
    let mut desk = Desk::at(Stage::at(exchange(), now));
    desk.ui.language = language;
    let mut desk = desk.press("<Alt-5>");
    assert_eq!(desk.ui.face, Face::Brief);
    desk.effects.clear();
    brought(desk)
}

/// The brief comes from its thread.
fn brought(mut desk: Desk) -> Desk {
    let brief = brief(&desk.stage.meeting);
    desk.take(Message::Briefed(Arc::new(brief)));
    desk
}

fn with_scene<T>(desk: &Desk, signs: Signs, see: impl FnOnce(&Scene) -> T) -> T {
    let locale = Locale::new(desk.ui.language);
    let styles = Styles {
        signs,
        ..Styles::default()
    };
    see(&Scene {
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

fn buffer(desk: &Desk, area: Rect, signs: Signs) -> Buffer {
    let mut buf = Buffer::empty(area);
    with_scene(desk, signs, |scene| screen::view(scene, area, &mut buf));
    buf
}

fn drawn(desk: &Desk, (width, height): (u16, u16), signs: Signs) -> String {
    crate::support::drawn::text(&buffer(desk, Rect::new(0, 0, width, height), signs))
}

/// Selects the pair of those two.
fn at_pair(mut desk: Desk, first: u32, second: u32) -> Desk {
    let wanted = About::Pair(ContributionId(first), ContributionId(second));
    for _ in 0..80 {
        desk = desk.press("<Down>");
        if about(&desk) == Some(wanted.clone()) {
            return desk;
        }
    }
    panic!("it is not shown");
}

fn about(desk: &Desk) -> Option<About> {
    let selected = desk.ui.lectern.selected();
    selected.map(|(_, entry)| entry.about.clone())
}

#[test]
fn the_brief_in_every_size_and_language() {
    for language in Language::ALL {
        for size in SIZES {
            let named = |what: &str| format!("{what}-{}x{}-{}", size.0, size.1, language.tag());
            let desk = desk(language);
            insta::assert_snapshot!(named("brief"), drawn(&desk, size, Signs::Unicode));
            let desk = desk.press("<Right><Down><Down>");
            insta::assert_snapshot!(named("brief-read-out"), drawn(&desk, size, Signs::Unicode));
        }
    }
    let large = drawn(&desk(Language::English), (200, 60), Signs::Ascii);
    insta::assert_snapshot!("brief-200x60-en", large);
}

#[test]
fn the_brief_draws_at_every_size_and_before_it_has_come() {
    let sizes = [
        (1, 1),
        (20, 5),
        (40, 12),
        (41, 13),
        (71, 18),
        (72, 24),
        (99, 24),
        (100, 24),
        (300, 90),
    ];
    for size in sizes {
        for keys in ["", "<Up>", "<Right>", "<Right><Up>"] {
            drawn(&desk(Language::Chinese).press(keys), size, Signs::Ascii);
        }
    }
    let waiting =
        Desk::at(Stage::mid_round()).press("<Alt-5><Down><Right><Enter><Delete><Left><Esc>");
    assert!(drawn(&waiting, (80, 24), Signs::Unicode).contains("It is being put together."));
}

#[test]
fn the_selected_entry_is_in_sight_wherever_one_goes() {
    let area = Rect::new(0, 0, 80, 24);
    for keys in ["<Down>", "<Up>", "<PageDown>", "<Alt-Down>"] {
        for opened in ["", "<Alt-Down><Alt-Down><Right>"] {
            let mut desk = desk(Language::English).press(opened);
            for _ in 0..40 {
                desk = desk.press(keys);
                let buf = buffer(&desk, area, Signs::Unicode);
                let is_marked = |place: Position| {
                    let cell = &buf[place];
                    cell.symbol() == "▶" || cell.modifier.contains(Modifier::REVERSED)
                };
                assert!(area.positions().any(is_marked), "{keys} {opened}");
            }
        }
    }
}

#[test]
fn a_press_selects_what_stands_there_and_the_next_one_asks() {
    let area = Rect::new(0, 0, 120, 36);
    let mut desk = desk(Language::English);
    let screen = drawn(&desk, (120, 36), Signs::Unicode);
    let row = screen
        .lines()
        .position(|line| line.contains("Send lecturers"));
    let row = u16::try_from(row.expect("it is shown")).expect("few");
    let place = Position::new(30, row);
    let pressed = with_scene(&desk, Signs::Unicode, |scene| {
        screen::target(scene, area, place)
    });
    let pressed = pressed.expect("an entry stands there");
    desk.take(Message::Pressed(pressed));
    assert_eq!(about(&desk), Some(About::Line(ContributionId(21))));
    desk.take(Message::Pressed(pressed));
    assert!(matches!(desk.ui.dialog, Some(Dialog::Choose(_))));
}

#[test]
fn enter_says_that_two_are_alike_and_delete_that_they_are_not() {
    for (key, verdict) in [
        ("<Enter>", Likeness::Alike),
        ("<Delete>", Likeness::Different),
    ] {
        let mut desk = at_pair(desk(Language::English), 29, 50);
        assert!(
            drawn(&desk, (120, 36), Signs::Unicode).contains("Enter say so   Delete not alike")
        );
        desk = desk.press(key);
        let (first, second) = (ContributionId(29), ContributionId(50));
        let said = Contribution::Liken {
            first,
            second,
            verdict,
        };
        assert_eq!(desk.sent(), Some(Command::Contribution(said)));
        // Said once more before a newer brief has come, nothing is recorded twice.
        desk.ui.sent = None;
        desk = desk.meanwhile(|stage| {
            stage.record(vec![
                Noted::Likened {
                    first,
                    second,
                    verdict,
                }
                .into(),
            ])
        });
        desk = desk.press(key);
        assert_eq!(desk.sent(), None);
        // What stood behind it is selected once it has.
        let desk = brought(desk);
        assert_ne!(about(&desk), Some(About::Pair(first, second)));
        assert!(about(&desk).is_some());
    }
}

#[test]
fn delete_on_anything_else_and_in_a_line_says_nothing_of_pairs() {
    let mut desk = desk(Language::English).press("<Down><Delete>");
    assert_eq!(desk.sent(), None);
    let mut desk = at_pair(desk, 29, 50).press("ab<Left><Delete>");
    assert_eq!(desk.sent(), None);
    assert_eq!(desk.line(), "a|");
}

#[test]
fn enter_on_anything_else_opens_what_it_is_about() {
    let agreed = desk(Language::English).press("<Alt-Down><Alt-Down><Enter>");
    assert!(matches!(agreed.ui.dialog, Some(Dialog::Choose(_))));
    let theme = desk(Language::English).press("<Alt-Down><Alt-Down><Alt-Down><Enter>");
    assert_eq!(theme.ui.face, Face::Contributions);
    let person = desk(Language::English).press("<Down><Enter>");
    assert_eq!(person.ui.face, Face::Contributions);
}

#[test]
fn a_section_is_opened_read_on_and_closed_again() {
    let desk = desk(Language::English).press("<Alt-Down><Alt-Down><Right>");
    let topic = |desk: &Desk| desk.ui.lectern.opened().map(|section| section.topic);
    assert_eq!(topic(&desk), Some(Topic::Agreed));
    let desk = desk.press("<Alt-Down>");
    assert_eq!(topic(&desk), Some(Topic::RaisedBySeveral));
    let desk = desk.press("<Alt-Up><Down>");
    assert_eq!(topic(&desk), Some(Topic::Agreed));
    let here = about(&desk);
    let desk = desk.press("<Left>");
    assert_eq!((topic(&desk), about(&desk)), (None, here));
    let desk = desk.press("<Right><Esc><Esc>");
    assert_eq!((topic(&desk), about(&desk)), (None, None));
}

#[test]
fn a_newer_brief_leaves_selected_what_is_selected() {
    let desk = at_pair(desk(Language::English), 29, 50);
    let desk = desk.meanwhile(|stage| {
        stage.noted(
            tribune::agenda::ContributionKind::Offer,
            "yufe",
            "A hall for rehearsals",
            &["culture"],
        )
    });
    let desk = brought(desk);
    let pair = About::Pair(ContributionId(29), ContributionId(50));
    assert_eq!(about(&desk), Some(pair));
}

#[test]
fn very_many_entries_are_counted_and_not_laid_out() {
    let mut stage = Stage::mid_round();
    for number in 0..300 {
        let text = format!("Offer {number} {}", "of many words ".repeat(40));
        stage = stage.noted(tribune::agenda::ContributionKind::Offer, "yufe", &text, &[]);
    }
    let brief = brief(&stage.meeting);
    let offered = section(&brief, Topic::Offered);
    let known: HashMap<Topic, usize> = brief
        .sections
        .iter()
        .map(|one| (one.topic, one.entries.len()))
        .collect();
    assert_eq!(offered.entries.len() + offered.more, 301, "{known:?}");
    let desk = brought(Desk::at(stage).press("<Alt-5>"));
    let screen = drawn(&desk, (120, 60), Signs::Unicode);
    assert!(screen.contains("296 more"), "{screen}");
}

#[test]
fn the_brief_follows_the_meeting_in_the_program_itself() {
    let mut seat = Seat::take();
    seat.see("type `:open`")
        .type_in(":open\r")
        .see("item 1 of 5");
    seat.type_in(":present Xu Sisi\r").see("Xu Sisi");
    seat.type_in("\x1b5")
        .see("BRIEF")
        .see("Xu Sisi (Youth League)");
    seat.type_in("offer: @YUFE A hall for rehearsals\r")
        .see("OFFERED")
        .see("YUFE: A hall for rehearsals");
    seat.type_in("\x03").see("Leave the meeting?").type_in("2");
    assert_eq!(seat.ends(), 0);
}
