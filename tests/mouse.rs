//! The mouse: what is pressed is what stands there on the screen, at every size and in both languages.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tribune::locale::Locale;
use tribune::meeting::Author;
use tribune::meeting::floor::Command as Floor;
use tribune::phrase::Interpreter;
use tribune::text::{Language, Message as Said};
use tribune::tui::form::Offer;
use tribune::tui::input::{Input, Mouse, Wheel};
use tribune::tui::look::Look;
use tribune::tui::message::Message;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen::{self, Target};
use tribune::tui::style::{Role, Styles};
use tribune::tui::ui::{Dialog, Draft, Ui};
use tribune::tui::update::{Effect, Given, update};
use tribune::tui::widget::field::Field;

use crate::support::stage::Stage;

const SIZES: [(u16, u16); 6] = [(120, 36), (80, 24), (61, 20), (40, 12), (20, 5), (1, 1)];

/// The screen, and what is pressed at each place of it.
fn pressed(stage: &Stage, ui: &Ui, (width, height): (u16, u16)) -> (Buffer, Vec<Option<Target>>) {
    let locale = Locale::new(ui.language);
    let styles = Styles::default();
    let scene = Scene {
        meeting: &stage.meeting,
        ui,
        now: stage.now,
        look: Look {
            locale: &locale,
            styles: &styles,
        },
        keeping: Keeping::Saved,
    };
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    screen::view(&scene, area, &mut buf);
    let targets = area.positions().map(|at| screen::target(&scene, area, at));
    let targets = targets.collect();
    let beyond = Position::new(u16::MAX, u16::MAX);
    assert_eq!(screen::target(&scene, area, beyond), None);
    (buf, targets)
}

/// What is written from a place to the end of its row.
fn written(buf: &Buffer, from: Position) -> String {
    let cells = (from.x..buf.area.right()).map(|x| buf[(x, from.y)].symbol());
    cells.collect()
}

fn take(stage: &Stage, ui: &mut Ui, message: Message) -> Vec<Effect> {
    let mut given = Given {
        meeting: &stage.meeting,
        now: stage.now,
        author: &Author::chair(),
        interpreter: &mut Interpreter::new(),
    };
    update(ui, &mut given, message)
}

fn asked(dialog: Dialog) -> Ui {
    Ui {
        dialog: Some(dialog),
        ..Ui::default()
    }
}

#[test]
fn a_hint_is_pressed_where_its_key_is_written() {
    let stage = Stage::mid_round();
    for language in Language::ALL {
        for text in ["", "谁先 speaks"] {
            for size in SIZES {
                let ui = Ui {
                    language,
                    draft: typed(text),
                    ..Ui::default()
                };
                let (buf, targets) = pressed(&stage, &ui, size);
                let mut last = None;
                let mut keys = 0;
                for (at, target) in buf.area.positions().zip(targets) {
                    if let Some(Target::Key(key)) = target
                        && target != last
                    {
                        let there = written(&buf, at);
                        assert!(there.starts_with(&key.to_string()), "{key} at {there:?}");
                        keys += 1;
                    }
                    last = target;
                }
                assert_eq!(keys > 0, size.0 >= 40, "{keys} keys at {size:?}");
            }
        }
    }
}

fn typed(text: &str) -> Draft {
    Draft {
        field: Field::with(text),
        ..Draft::default()
    }
}

#[test]
fn an_answer_is_pressed_where_its_digit_is_written_and_nothing_beside_the_dialog() {
    let stage = Stage::mid_round();
    let dialogs = [
        Dialog::Leave,
        Dialog::Help { above: 0 },
        Dialog::Paste(vec!["one".into(), "二".into()]),
        Dialog::Shown {
            lines: vec![Said::new("plain-saved"); 60],
            above: 7,
        },
    ];
    for dialog in dialogs {
        for size in SIZES.into_iter().take(4) {
            let (buf, targets) = pressed(&stage, &asked(dialog.clone()), size);
            let found: Vec<(Position, u32)> = buf
                .area
                .positions()
                .zip(targets)
                .filter_map(|(at, target)| match target? {
                    Target::Answer(digit) => Some((at, digit)),
                    // Help is read on by keys that its hints name.
                    Target::Key(_) => None,
                    other => panic!("{other:?} beside the dialog"),
                })
                .collect();
            for digit in 1..=u32::try_from(dialog.answers().len()).expect("few") {
                let first = found.iter().find(|(_, found)| *found == digit);
                let (at, _) = first.unwrap_or_else(|| panic!("no place for {digit} at {size:?}"));
                let there = written(&buf, *at);
                assert!(
                    there.starts_with(&digit.to_string()),
                    "{digit} at {there:?}"
                );
            }
        }
    }
}

#[test]
fn a_press_answers_as_the_digit_does() {
    let stage = Stage::mid_round();
    let mut ui = asked(Dialog::Leave);
    let effects = take(&stage, &mut ui, Message::Pressed(Target::Answer(2)));
    assert_eq!(effects, [Effect::Leave]);
    let mut ui = asked(Dialog::Leave);
    assert_eq!(
        take(&stage, &mut ui, Message::Pressed(Target::Answer(1))),
        []
    );
    assert_eq!(ui.dialog, None);
}

#[test]
fn a_press_in_the_line_moves_the_cursor_to_what_stands_there() {
    let stage = Stage::mid_round();
    let texts = [
        "",
        "plain words",
        "a好👩‍👩‍👧e\u{301}z 派留学生",
        &"很长的一行 long ".repeat(20),
    ];
    for text in texts {
        for size in SIZES.into_iter().take(4) {
            let mut ui = Ui {
                draft: typed(text),
                ..Ui::default()
            };
            let (buf, targets) = pressed(&stage, &ui, size);
            for (at, target) in buf.area.positions().zip(targets) {
                let Some(Target::Line(index)) = target else {
                    continue;
                };
                // The prompt and the second half of a wide character are not the character's first cell.
                let symbol = buf[at].symbol();
                if at.x >= 3 && symbol != " " {
                    assert!(text[index..].starts_with(symbol), "{symbol:?} at {at}");
                }
                take(&stage, &mut ui, Message::Pressed(Target::Line(index)));
                assert_eq!(ui.draft.field.halves().0, &text[..index]);
            }
        }
    }
}

#[test]
fn the_wheel_moves_what_is_read_and_nothing_else() {
    let stage = Stage::mid_round();
    let lines = vec![Said::new("plain-saved"); 60];
    let mut ui = asked(Dialog::Shown { lines, above: 0 });
    let above = |ui: &Ui| match ui.dialog {
        Some(Dialog::Shown { above, .. }) => above,
        _ => panic!("it is still read"),
    };
    take(&stage, &mut ui, Message::Input(Input::Wheel(Wheel::Down)));
    assert!(above(&ui) > 1);
    take(&stage, &mut ui, Message::Input(Input::Wheel(Wheel::Up)));
    assert_eq!(above(&ui), 0);
    let mut ui = asked(Dialog::Leave);
    take(&stage, &mut ui, Message::Input(Input::Wheel(Wheel::Down)));
    assert_eq!(ui.dialog, Some(Dialog::Leave));
    let mut ui = Ui {
        draft: typed("a line"),
        ..Ui::default()
    };
    take(&stage, &mut ui, Message::Input(Input::Wheel(Wheel::Up)));
    assert_eq!(ui.draft, typed("a line"));
}

#[test]
fn one_key_leaves_the_mouse_to_the_terminal_and_takes_it_back_even_in_a_dialog() {
    let stage = Stage::mid_round();
    let mut ui = asked(Dialog::Leave);
    let press = || {
        let key = "Ctrl-G".parse().expect("a key");
        Message::Input(Input::Key(key))
    };
    for mouse in [Mouse::Off, Mouse::On] {
        assert_eq!(take(&stage, &mut ui, press()), [Effect::Mind(mouse)]);
        assert!(ui.notice.is_some(), "it says so");
    }
    assert_eq!(ui.dialog, Some(Dialog::Leave));
}

#[test]
fn what_a_form_offers_is_pressed_where_it_is_written_and_taken() {
    let stage = Stage::mid_round();
    for size in SIZES {
        let mut ui = Ui::default();
        let key = "Ctrl-F".parse().expect("a key");
        let effects = take(&stage, &mut ui, Message::Input(Input::Key(key)));
        assert!(effects.is_empty());
        let (buf, targets) = pressed(&stage, &ui, size);
        let Some(Dialog::Fill(form)) = &ui.dialog else {
            panic!("{:?}", ui.dialog);
        };
        let mut places = buf.area.positions().zip(targets);
        let Some((place, Some(target @ Target::Offer(index)))) =
            places.find(|(_, target)| matches!(target, Some(Target::Offer(_))))
        else {
            assert!(size.1 < 12, "nothing is offered at {size:?}");
            continue;
        };
        let Offer::Who(who) = &form.offers()[index] else {
            panic!("{:?}", form.offers());
        };
        let name = stage.meeting.roster.name(who);
        let begins: String = name.en.as_str().chars().take(6).collect();
        assert!(
            written(&buf, place).contains(&begins),
            "{begins} at {place:?}"
        );
        let (who, mut ui) = (who.clone(), ui.clone());
        let given = take(&stage, &mut ui, Message::Pressed(target));
        assert_eq!(given, [Effect::Submit(Floor::Give(who).into())]);
    }
}

#[test]
fn who_waits_is_selected_by_a_press_and_asked_about_by_the_next() {
    let stage = Stage::mid_round();
    for size in SIZES {
        let (buf, targets) = pressed(&stage, &Ui::default(), size);
        let mut places = buf.area.positions().zip(targets);
        let found = places.find(|(_, target)| matches!(target, Some(Target::Waiting(_))));
        let Some((place, Some(target @ Target::Waiting(entry)))) = found else {
            assert!(size.1 < 12, "nobody can be pressed at {size:?}");
            continue;
        };
        let mut ui = Ui::default();
        assert!(take(&stage, &mut ui, Message::Pressed(target)).is_empty());
        assert_eq!((ui.selected, &ui.dialog), (Some(entry), &None));
        let (buf, _) = pressed(&stage, &ui, size);
        let look = Styles::default().of(Role::Selection);
        assert!(
            look.add_modifier.intersects(buf[place].modifier),
            "it is seen at {size:?}"
        );
        assert!(take(&stage, &mut ui, Message::Pressed(target)).is_empty());
        assert!(matches!(ui.dialog, Some(Dialog::Choose(_))));
    }
}
