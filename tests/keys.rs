//! What keys do: a state, keys, a state. The room is played by the test: it takes what is sent and answers.

use std::sync::Arc;

use tribune::agenda::{Capacity, ItemKind, Who};
use tribune::meeting::floor::{Command as Floor, EntryKind};
use tribune::meeting::progress::{Command as Progress, Resolve};
use tribune::meeting::roster::{Belonging, Command as Roster};
use tribune::meeting::{Command, ItemId, Refusal, TurnId};
use tribune::text::{Message as Said, Text};
use tribune::tui::input::Input;
use tribune::tui::message::{Answer, Message, Recorded};
use tribune::tui::reading::Reading;
use tribune::tui::ui::Dialog;
use tribune::tui::update::Effect;

use crate::support::desk::Desk;
use crate::support::stage::Stage;

fn refused() -> Answer {
    Answer::Refused(Refusal::new(Said::new("tui-nothing-to-do")))
}

#[test]
fn letters_type_and_the_line_is_edited_by_what_a_person_sees() {
    for (keys, line) in [
        ("Send ten lecturers", "Send ten lecturers|"),
        ("你好<Backspace>们", "你们|"),
        ("ab<Left>c<End>d<Home>e", "e|acbd"),
        ("one two<Ctrl-W>three", "one three|"),
        ("kept<Esc><Esc>", "kept|"),
        ("no<Delete><F11><Alt-x>tes", "notes|"),
        ("a b  c", "a b  c|"),
    ] {
        assert_eq!(
            Desk::at(Stage::mid_round()).press(keys).line(),
            line,
            "{keys}"
        );
    }
}

#[test]
fn enter_sends_the_line_and_empties_it() {
    let mut desk = Desk::at(Stage::mid_round()).press("Send ten lecturers<Enter>");
    assert_eq!(desk.line(), "|");
    assert_eq!(desk.captured().text, Text::line("Send ten lecturers"));
}

#[test]
fn a_line_belongs_to_the_turn_of_its_first_character() {
    let mut desk = Desk::at(Stage::mid_round())
        .press("Twenty more schol")
        .meanwhile(|stage| stage.floor("hu-liangbo", 3, Some(300)))
        .press("arships<Enter>");
    assert_eq!(desk.captured().anchor.turn, Some(TurnId(3)));
    let mut desk = desk.press("A tea brand<Enter>");
    assert_eq!(desk.captured().anchor.turn, Some(TurnId(4)));
}

#[test]
fn the_label_holds_still_while_the_draft_lives_and_follows_when_it_is_gone() {
    let desk = Desk::at(Stage::mid_round())
        .press("x")
        .meanwhile(|stage| stage.floor("hu-liangbo", 3, None));
    assert_eq!(desk.place(), Some(TurnId(3)));
    let desk = desk.press("<Backspace>");
    assert_eq!(desk.place(), Some(TurnId(4)));
}

#[test]
fn one_key_moves_a_line_a_turn_back_and_another_forward_again() {
    let desk = Desk::at(Stage::mid_round()).press("late<Alt-Up>");
    assert_eq!(desk.place(), Some(TurnId(2)));
    let desk = desk.press("<Alt-Up><Alt-Up><Alt-Up>");
    assert_eq!(desk.place(), Some(TurnId(1)));
    let mut desk = desk.press("<Alt-Down><Alt-Down><Alt-Down><Enter>");
    assert_eq!(desk.captured().anchor.turn, Some(TurnId(3)));
}

#[test]
fn a_key_turns_the_kind_of_the_line_and_no_other() {
    let mut desk = Desk::at(Stage::mid_round()).press("a campus<Ctrl-K><Enter>");
    assert_eq!(
        desk.captured().kind,
        Some(tribune::agenda::ContributionKind::Offer)
    );
    let mut desk = desk.press("lecturers<Enter>");
    assert_eq!(desk.captured().kind, None);
}

#[test]
fn next_names_whom_its_sender_saw() {
    let mut desk = Desk::at(Stage::mid_round()).press("half a li<F5>");
    assert_eq!(
        desk.sent(),
        Some(
            Floor::Next {
                seen: Some(TurnId(3))
            }
            .into()
        )
    );
    assert_eq!(desk.line(), "half a li|");
}

#[test]
fn a_refused_line_is_given_back_with_its_place() {
    let desk = Desk::at(Stage::mid_round())
        .press("Twenty more<Enter>")
        .meanwhile(|stage| stage.floor("hu-liangbo", 3, None))
        .answered(refused());
    assert_eq!(desk.line(), "Twenty more|");
    assert_eq!(desk.place(), Some(TurnId(3)));
    assert!(desk.ui.notice.is_some());
    assert!(
        desk.press("x").ui.notice.is_none(),
        "what was told goes with the next key"
    );
}

#[test]
fn an_accepted_line_is_told() {
    let stage = Stage::mid_round();
    let before = Arc::new(stage.meeting.clone());
    let after = stage.clone().floor("hu-liangbo", 3, None).meeting;
    let record = after.history.shared().next_back().cloned();
    let desk = Desk::at(stage)
        .press("<F5>")
        .answered(Answer::Recorded(Recorded {
            record,
            before,
            after: Arc::new(after),
        }));
    assert!(desk.ui.notice.is_some_and(|notice| !notice.what.is_empty()));
}

#[test]
fn whoever_writes_on_while_something_is_asked_has_said_no_and_loses_no_letter() {
    let opened = || Stage::exchange().open(&["wang-yu"], 1);
    let mut desk = Desk::at(opened()).press("<F5>任务 2024-03-15");
    assert_eq!(desk.line(), "任务 2024-03-15|");
    assert_eq!(desk.ui.dialog, None);
    assert_eq!(desk.sent(), None);
    let desk = Desk::at(opened()).press("kept<Ctrl-C>yes 2");
    assert_eq!(desk.line(), "keptyes 2|");
    assert!(desk.effects.is_empty());
    let desk = Desk::at(opened()).press("<Ctrl-T>：散会");
    assert_eq!((desk.line().as_str(), &desk.ui.dialog), ("：散会|", &None));
}

#[test]
fn a_digit_of_a_sentence_that_is_typed_over_a_question_is_text_and_no_answer() {
    let opened = || Stage::exchange().open(&["wang-yu"], 1);
    for (before, typed, line) in [
        ("we plan ", "2024 things", "we plan 2024 things|"),
        ("we plan", " 2024", "we plan 2024|"),
        ("", "and 2 campuses", "and 2 campuses|"),
        ("", "0 left", "0 left|"),
        ("计划", "２０", "计划２０|"),
    ] {
        let mut desk = Desk::at(opened()).press(before).press("<F5>");
        assert_eq!(asked(&desk), "form-hand-over");
        desk = desk.write(typed);
        assert_eq!((desk.line().as_str(), desk.sent()), (line, None), "{typed}");
        assert_eq!(desk.ui.dialog, None, "{typed}");
    }
    let mut desk = Desk::at(opened()).press("we plan <F5>").write("2<Enter>");
    assert_eq!(desk.captured().text, Text::line("we plan 2"));
    let mut desk = Desk::at(opened()).press("we plan <F5>").paste("2024");
    assert_eq!((desk.line().as_str(), desk.sent()), ("we plan 2024|", None));
}

#[test]
fn a_digit_answers_at_once_or_over_a_line_that_waits_when_the_hands_rest_after_it() {
    let opened = || Stage::exchange().open(&["wang-yu"], 1);
    let next = || Some(Command::from(Progress::NextItem(Resolve::Plain)));
    for keys in ["<F5>2", "<F5>２", "<F5>2and more"] {
        let mut desk = Desk::at(opened()).write(keys);
        assert_eq!(desk.sent(), next(), "{keys}");
    }
    for keys in ["<F5>2", "<F5>1<Backspace>2"] {
        let mut desk = Desk::at(opened()).press("half a line").write(keys);
        let seen = (desk.sent(), desk.line());
        assert_eq!(seen, (next(), "half a line|".to_owned()), "{keys}");
    }
    for keys in ["<F5>2<Esc>", "<F5>2<Backspace><Esc>"] {
        let mut desk = Desk::at(opened()).press("half a line").write(keys);
        let seen = (desk.sent(), desk.line());
        assert_eq!(seen, (None, "half a line|".to_owned()), "{keys}");
    }
}

#[test]
fn a_command_that_may_be_insisted_on_is_put_aside_for_what_is_written_instead() {
    let refusal = || {
        Answer::Refused(Refusal::unless_insisted(
            Said::new("progress-next-refused"),
            Vec::new(),
        ))
    };
    let desk = Desk::at(Stage::mid_round())
        .press(":item next<Enter>")
        .answered(refusal());
    assert_eq!(asked(&desk), "progress-next-refused");
    let desk = desk.write("no 2024年");
    assert_eq!(
        (desk.line().as_str(), &desk.ui.dialog),
        ("no 2024年|", &None)
    );
    assert_eq!(desk.press("<Ctrl-U><Ctrl-Y>").line(), "no 2024年|");
    let desk = Desk::at(Stage::mid_round())
        .press(":item next<Enter>")
        .answered(refusal());
    assert_eq!(
        desk.press("no<Backspace><Backspace><Ctrl-Y>").line(),
        ":item next|"
    );
}

#[test]
fn what_is_cleared_from_the_line_is_put_back_by_one_key() {
    for (keys, line) in [
        (":foo bar<Enter><Ctrl-U>", "|"),
        (":foo bar<Enter><Ctrl-U>new words", "new words|"),
        ("one two<Left><Left><Left><Ctrl-U>", "|two"),
        ("one two<Left><Left><Left><Ctrl-U><Ctrl-Y>", "one |two"),
        ("kept<Ctrl-U><Ctrl-U><Ctrl-Y>", "kept|"),
        ("one two three<Ctrl-W><Ctrl-W><Ctrl-Y>", "one two three|"),
        ("云南财经大学<Ctrl-U><Ctrl-Y>", "云南财经大学|"),
        ("kept<Ctrl-U>other <Ctrl-Y>", "other kept|"),
        ("kept<Ctrl-Y>", "kept|"),
    ] {
        assert_eq!(
            Desk::at(Stage::mid_round()).press(keys).line(),
            line,
            "{keys}"
        );
    }
    let desk = Desk::at(Stage::mid_round())
        .press("Twenty more<Ctrl-K><Ctrl-U>")
        .meanwhile(|stage| stage.floor("hu-liangbo", 3, None));
    let desk = desk.press("<Ctrl-Y>");
    assert_eq!(
        desk.place(),
        Some(TurnId(3)),
        "it belongs where it was begun"
    );
    assert!(desk.press("<Enter>").captured().kind.is_some());
}

#[test]
fn the_pace_says_that_no_item_is_open_where_none_is() {
    let desk = Desk::at(Stage::exchange()).press("<F10>");
    let told = desk.ui.notice.map(|notice| notice.what[0].id);
    assert_eq!(told, Some("progress-none-open"));
}

#[test]
fn leaving_is_asked_and_the_default_is_to_stay() {
    for (keys, leaves) in [
        ("kept<Ctrl-C><Enter>", false),
        ("kept<Ctrl-C><Esc>", false),
        ("kept<Ctrl-C>1", false),
        ("kept<Ctrl-C><Ctrl-C><Esc>", false),
        ("kept<Ctrl-C>２", true),
    ] {
        let desk = Desk::at(Stage::mid_round()).press(keys);
        assert_eq!(desk.effects.contains(&Effect::Leave), leaves, "{keys}");
        assert_eq!(desk.line(), "kept|", "{keys}");
    }
}

#[test]
fn a_full_width_question_mark_helps_and_one_within_a_line_is_text() {
    for mark in ["?", "？"] {
        let desk = Desk::at(Stage::mid_round()).press(mark);
        assert!(
            matches!(desk.ui.dialog, Some(Dialog::Help { .. })),
            "{mark}"
        );
        assert_eq!(desk.line(), "|");
        let desk = Desk::at(Stage::mid_round()).press("why").press(mark);
        assert_eq!(desk.ui.dialog, None);
    }
}

#[test]
fn a_colon_of_either_width_begins_a_command() {
    for colon in [":", "："] {
        assert_eq!(
            Desk::at(Stage::mid_round()).press(colon).ui.reading,
            Reading::Command
        );
    }
}

#[test]
fn a_pasted_line_is_cleaned_and_several_are_asked_about() {
    let desk = Desk::at(Stage::mid_round()).paste("safe\u{202e}text\x1b[31m\n");
    assert_eq!(desk.line(), "safetext[31m|");
    let desk = Desk::at(Stage::mid_round())
        .press("first: ")
        .paste("one\r\n\r\ntwo\n");
    assert!(matches!(&desk.ui.dialog, Some(Dialog::Paste(lines)) if lines.len() == 2));
    assert_eq!(desk.press("1").line(), "first: one two|");
}

#[test]
fn what_is_pasted_goes_where_one_types() {
    let desk = Desk::at(Stage::mid_round())
        .press("half<Ctrl-P>")
        .paste("und");
    let Some(Dialog::Palette(open)) = &desk.ui.dialog else {
        panic!("it is open");
    };
    assert_eq!(open.field.text(), "und");
    let desk = Desk::at(Stage::mid_round())
        .press("half<Ctrl-C>")
        .paste("and more");
    assert_eq!(
        desk.ui.dialog, None,
        "whoever pastes over a question has said no"
    );
    assert_eq!(desk.line(), "halfand more|");
}

#[test]
fn pasted_lines_are_noted_one_by_one_when_that_is_answered() {
    let mut desk = Desk::at(Stage::mid_round()).paste("one\ntwo\n").press("2");
    match desk.sent() {
        Some(Command::Several(commands)) => assert_eq!(commands.len(), 2),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_line_may_go_on_with_is_offered_and_taken_by_tab_alone() {
    for (keys, line) in [
        ("see @yanm<Tab>", "see @Yan Ming |"),
        ("see @ym<Tab>and", "see @Yan Ming and|"),
        ("＠严<Tab>建议", "＠严明建议|"),
        (":fl<Tab>hulb<Tab>", ":floor Hu Liangbo|"),
        (":xyw<Tab>", ":下一位|"),
        ("@hu<Down><Up><Tab>", "@Hu Liangbo |"),
        ("#cul<Tab>", "#culture |"),
        ("a ship<Tab>", "a ship|"),
        ("@yanm<Esc><Tab>", "@yanm|"),
        ("@yan<Esc>m<Tab>", "@Yan Ming |"),
        ("<Tab>", "|"),
    ] {
        let desk = Desk::at(Stage::mid_round()).press(keys);
        assert_eq!(desk.line(), line, "{keys}");
    }
}

#[test]
fn enter_captures_the_line_as_it_stands_whatever_is_offered() {
    let mut desk = Desk::at(Stage::mid_round()).press("ships @yanm");
    assert!(desk.ui.completion.is_open());
    desk = desk.press("<Down><Enter>");
    assert_eq!(desk.captured().text, Text::line("ships"));
    assert!(!desk.ui.completion.is_open());
}

/// What the dialog that is open asks, by its sentence's id.
fn asked(desk: &Desk) -> &'static str {
    let question = desk.ui.dialog.as_ref().and_then(Dialog::question);
    question.map_or("nothing", |question| question.id)
}

#[test]
fn one_key_steps_through_the_meeting_and_asks_before_what_it_cannot_take_back() {
    let mut desk = Desk::at(Stage::exchange()).press("<F5>");
    assert_eq!((asked(&desk), desk.sent()), ("form-open", None));
    let mut desk = desk.press("<Enter>");
    assert_eq!((asked(&desk), desk.sent()), ("nothing", None));
    let mut desk = desk.press("<F5>2");
    assert!(matches!(
        desk.sent(),
        Some(Command::Progress(Progress::Open { .. }))
    ));
    let opened = Stage::exchange().open(&["wang-yu"], 1);
    let mut desk = Desk::at(opened).press("<F5>");
    assert_eq!((asked(&desk), desk.sent()), ("form-hand-over", None));
    let mut desk = desk.press("2");
    assert_eq!(desk.sent(), Some(Progress::NextItem(Resolve::Plain).into()));
}

#[test]
fn what_stands_in_the_way_of_the_next_item_is_insisted_on_by_name() {
    let opened = Stage::exchange().open(&["wang-yu"], 1);
    let refusal = Refusal::unless_insisted(Said::new("progress-next-refused"), Vec::new());
    let mut desk = Desk::at(opened)
        .press("<F5>2")
        .answered(Answer::Refused(refusal));
    desk.effects.clear();
    assert_eq!(asked(&desk), "progress-next-refused");
    let mut desk = desk.press("2");
    assert_eq!(
        desk.sent(),
        Some(Progress::NextItem(Resolve::Really).into())
    );
}

#[test]
fn an_adjournment_shows_what_is_still_open_before_it_is_obeyed() {
    for keys in [":adjourn<Enter>", "：散会<Enter>"] {
        let mut desk = Desk::at(Stage::mid_round()).press(keys);
        assert_eq!(
            (asked(&desk), desk.sent()),
            ("form-adjourn", None),
            "{keys}"
        );
        let Some(Dialog::Choose(choice)) = &desk.ui.dialog else {
            panic!("{:?}", desk.ui.dialog);
        };
        let listed: Vec<&str> = choice.more.iter().map(|message| message.id).collect();
        assert!(listed.contains(&"progress-hindrance-item"), "{listed:?}");
        assert!(listed.contains(&"telling-loose-unheard"), "{listed:?}");
        let mut desk = desk.press("2");
        assert_eq!(desk.sent(), Some(Progress::Adjourn(Resolve::Really).into()));
    }
}

#[test]
fn the_floor_is_given_by_a_few_letters_in_either_script() {
    for typed in ["luo", "罗江", "lj"] {
        let keys = format!("half a line<Ctrl-F>{typed}<Enter>");
        let mut desk = Desk::at(Stage::mid_round()).press(&keys);
        let luo = Who::Person("luo-jiang".into());
        assert_eq!(desk.sent(), Some(Floor::Give(luo).into()), "{typed}");
        assert_eq!(desk.line(), "half a line|");
    }
}

#[test]
fn a_request_carries_its_reason_and_a_point_of_order_is_one() {
    for (key, kind) in [("<F8>", EntryKind::Asked), ("<Ctrl-O>", EntryKind::Order)] {
        let keys = format!("{key}luo<Enter>are we still quorate?<Enter>");
        let mut desk = Desk::at(Stage::mid_round()).press(&keys);
        let ask = Floor::Ask {
            who: Who::Person("luo-jiang".into()),
            reason: Some(Text::line("are we still quorate?")),
            kind,
        };
        assert_eq!(desk.sent(), Some(ask.into()));
    }
}

#[test]
fn a_form_asks_until_it_is_filled_and_is_never_lost() {
    let mut desk = Desk::at(Stage::mid_round()).press("<F8><Enter>");
    assert_eq!((asked(&desk), desk.sent()), ("form-ask", None));
    assert!(desk.ui.notice.is_some(), "it is told what lacks");
    let mut desk = desk.press("nobody of that name<Enter>");
    assert_eq!((asked(&desk), desk.sent()), ("form-ask", None));
    let desk = desk.press("<Esc>");
    assert_eq!(asked(&desk), "nothing");
    let desk = desk.press("<F8>");
    let Some(Dialog::Fill(form)) = &desk.ui.dialog else {
        panic!("{:?}", desk.ui.dialog);
    };
    assert_eq!(form.entry().field.text(), "nobody of that name");
    let desk = Desk::at(Stage::mid_round())
        .press("<F8>luo<Enter>quorum<Enter>")
        .answered(refused());
    assert_eq!(asked(&desk), "form-ask", "a refused form is asked again");
}

#[test]
fn a_key_of_the_meeting_works_while_a_form_asks_and_the_form_is_kept() {
    let mut desk = Desk::at(Stage::mid_round()).press("<F8>luo<Enter>quorum<F5>");
    assert!(matches!(
        desk.sent(),
        Some(Command::Floor(Floor::Next { .. }))
    ));
    let mut desk = desk.answered(refused()).press("<F8><Enter><Enter>");
    match desk.sent() {
        Some(Command::Floor(Floor::Ask { reason, .. })) => {
            assert_eq!(reason, Some(Text::line("quorum")));
        }
        other => panic!("{other:?}"),
    }
    let mut desk =
        Desk::at(Stage::mid_round()).press("<F8>luo<Enter>quorum<Esc><F8>yan ming<Enter><Enter>");
    match desk.sent() {
        Some(Command::Floor(Floor::Ask { who, reason, .. })) => {
            assert_eq!(who, Who::Person("yan-ming".into()));
            assert_eq!(reason, None, "nobody is given another's reason");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_newcomer_is_enrolled_by_name_title_unit_and_function() {
    let mut desk =
        Desk::at(Stage::mid_round()).press("<Ctrl-N>张佐伊<Enter>院长<Enter>North College<Enter>2");
    match desk.sent() {
        Some(Command::Roster(Roster::Enrol(newcomer))) => {
            assert_eq!(newcomer.name, Text::line("张佐伊"));
            assert_eq!(newcomer.title, Some(Text::line("院长")));
            assert_eq!(
                newcomer.unit,
                Some(Belonging::New(Text::line("North College")))
            );
            assert_eq!(newcomer.capacity, Capacity::Member);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_agenda_is_put_in_order_by_digits() {
    let stage = Stage::mid_round();
    let items: Vec<ItemId> = stage.meeting.progress.items().map(|item| item.id).collect();
    let mut desk = Desk::at(stage).press("<Ctrl-T><End>3");
    let (item, number) = (items[items.len() - 1], items.len() - 1);
    assert_eq!(desk.sent(), Some(Progress::Move { item, number }.into()));
    assert_eq!(
        asked(&desk),
        "form-agenda",
        "it stays open while items are put in order"
    );
    let mut desk = desk.answered(refused()).press("6no time left<Enter>");
    let reason = Text::line("no time left");
    assert_eq!(desk.sent(), Some(Progress::Skip { item, reason }.into()));
    let mut desk =
        Desk::at(Stage::mid_round()).press("<Ctrl-T>8Any other business<Enter>1２０<Enter>");
    let add = Progress::Add {
        title: Text::line("Any other business"),
        kind: ItemKind::Discussion,
        seconds: Some(20 * 60),
    };
    assert_eq!(desk.sent(), Some(add.into()));
}

#[test]
fn who_waits_is_selected_with_the_arrows_and_asked_about() {
    let stage = Stage::mid_round();
    let waiting: Vec<Who> = {
        let item = stage.meeting.progress.place().expect("an item is open");
        let list = stage.meeting.floor.list(item).expect("it has a list");
        list.entries().map(|entry| entry.who.clone()).collect()
    };
    let mut desk = Desk::at(stage).press("<Down><Down> ");
    assert_eq!((asked(&desk), desk.line().as_str()), ("form-waiting", "|"));
    desk = desk.press("2");
    assert_eq!(desk.sent(), Some(Floor::Give(waiting[1].clone()).into()));
    let desk = Desk::at(Stage::mid_round()).press("<Down>text<Enter>");
    assert_eq!(
        asked(&desk),
        "nothing",
        "a typed line is captured, whoever is selected"
    );
    let desk = Desk::at(Stage::mid_round()).press("<Down><Esc><Enter>");
    assert_eq!(asked(&desk), "nothing");
}

#[test]
fn a_line_set_aside_for_a_command_returns_with_its_turn_and_kind() {
    let back = |desk: Desk, how: &str| {
        assert_eq!(desk.line(), "half a line|", "{how}");
        assert_eq!(desk.place(), Some(TurnId(3)), "{how}");
        assert!(desk.ui.draft.kind.is_some(), "{how}");
        assert!(desk.ui.aside.is_empty(), "{how}");
    };
    let begun = || {
        Desk::at(Stage::mid_round())
            .press("half a line<Ctrl-K><Ctrl-P>withdraw<Enter>")
            .meanwhile(|stage| stage.floor("hu-liangbo", 3, None))
    };
    assert_eq!(begun().line(), ":withdraw |");
    back(begun().press("<Esc>"), "escape");
    back(begun().press(&"<Backspace>".repeat(10)), "emptied");
    back(begun().press("<Ctrl-P>slate<Enter><Esc>"), "begun twice");
    let sent = begun().press("Luo Jiang<Enter>");
    assert_eq!(
        sent.line(),
        "|",
        "a refusal may still give the command back"
    );
    let refused_first = begun().press("Luo Jiang<Enter>").answered(refused());
    assert_eq!(refused_first.line(), ":withdraw Luo Jiang|");
    assert_eq!(refused_first.ui.aside.len(), 1);
    back(sent.answered(Answer::Told(Vec::new())), "obeyed");
    let misread = begun().press("Nobody Knows<Enter>");
    assert_eq!(misread.line(), ":withdraw Nobody Knows|");
    back(misread.press(&"<Ctrl-W>".repeat(4)), "misread");
}

#[test]
fn a_key_held_down_over_a_command_does_not_eat_the_line_that_comes_back() {
    let held = "<Backspace>".repeat(14);
    let mut desk = Desk::at(Stage::mid_round())
        .press("half a line<Ctrl-P>withdraw<Enter>")
        .press(&held);
    desk.take(Message::Tick);
    let mut desk = desk.press(&held);
    assert_eq!(desk.line(), "half a line|");
    (0..2).for_each(|_| desk.take(Message::Tick));
    let desk = desk.press("<Backspace>");
    assert_eq!(desk.line(), "half a lin|");
    let desk = desk.press("<Ctrl-P>withdraw<Enter><Esc>x<Backspace>");
    assert_eq!(desk.line(), "half a lin|");
}

#[test]
fn escape_never_takes_away_what_was_typed_behind_a_beginning() {
    let desk = Desk::at(Stage::mid_round()).press("half<Ctrl-P>withdraw<Enter>Luo<Esc><Esc><Esc>");
    assert_eq!(desk.line(), ":withdraw Luo|");
    let desk = desk.press("<Ctrl-P>slate<Enter>");
    assert_eq!(desk.line(), ":slate |");
    assert_eq!(desk.press("<Esc>").line(), ":withdraw Luo|");
}

#[test]
fn the_palette_does_what_is_chosen_and_leaves_the_line_alone() {
    let mut desk = Desk::at(Stage::mid_round()).press("half<Ctrl-P>xyw<Enter>");
    assert!(matches!(
        desk.sent(),
        Some(Command::Floor(Floor::Next { .. }))
    ));
    assert_eq!(desk.line(), "half|");
    let mut desk = Desk::at(Stage::mid_round()).press("half<Ctrl-P>fair<Enter>");
    assert_eq!(desk.sent(), Some(Floor::OrderFairly.into()));
    assert_eq!(desk.ui.aside.len(), 1);
    assert_eq!(desk.answered(refused()).line(), ":fair|");
    for closed in [
        "<Esc>",
        "<Ctrl-P>",
        "zzzzqq<Enter><Esc>",
        "12<Down><Up><Esc>",
    ] {
        let mut desk = Desk::at(Stage::mid_round())
            .press("half<Ctrl-P>")
            .press(closed);
        assert_eq!(desk.sent(), None, "{closed}");
        assert_eq!(
            (desk.line(), desk.ui.dialog.is_none()),
            ("half|".into(), true)
        );
    }
    let mut desk = Desk::at(Stage::mid_round()).press("<Ctrl-P>undo<Enter>");
    assert!(desk.sent().is_some());
    let desk = desk.answered(refused()).press("<Ctrl-P>");
    let Some(Dialog::Palette(open)) = &desk.ui.dialog else {
        panic!("it is open");
    };
    assert_eq!(
        open.rows().next().map(|row| row.key.as_str()),
        Some("Ctrl-/")
    );
}

#[test]
fn what_a_line_would_change_is_known_before_it_is_sent() {
    let noted = || {
        let stage = Stage::mid_round().floor("hu-liangbo", 3, None);
        stage.noted(
            tribune::agenda::ContributionKind::Suggestion,
            "yufe",
            "Send ten lecturers",
            &[],
        )
    };
    let last = noted().meeting.contributions.all().next_back().cloned();
    let last = last.expect("it was noted").line.id;
    let desk = Desk::at(noted()).press("s/ten/two/");
    assert_eq!(
        desk.ui.reading,
        Reading::Mend {
            id: last,
            was: "Send ten lecturers".to_owned(),
            becomes: "Send two lecturers".to_owned()
        }
    );
    let desk = Desk::at(noted()).press("s/ninety/two/");
    assert!(matches!(desk.ui.reading, Reading::Refused(_)));
    let desk = Desk::at(noted()).press("s/ten/tw");
    assert!(matches!(desk.ui.reading, Reading::Contribution { .. }));
    let desk = Desk::at(noted()).press(&format!("+{last}"));
    assert!(matches!(desk.ui.reading, Reading::Support { id, .. } if id == last));
}

#[test]
fn a_mark_that_names_nobody_or_several_is_flagged_before_the_line_is_sent() {
    for (keys, why) in [
        ("ask @Nobody", Some("completion-nobody")),
        ("ask @du and go", Some("completion-several")),
        ("ask @duhaitao and go", None),
        ("ask @yunnan agri", Some("completion-several")),
        ("ask @Yan Ming", None),
        ("write to a@b", None),
    ] {
        let desk = Desk::at(Stage::mid_round()).press(keys);
        let Reading::Contribution { unread, .. } = &desk.ui.reading else {
            panic!("{keys} is a contribution");
        };
        assert_eq!(unread.first().map(|why| why.id), why, "{keys}");
    }
}

#[test]
fn while_a_command_is_on_its_way_keys_wait_but_leaving_does_not() {
    use tribune::tui::update::waits;
    let desk = Desk::at(Stage::mid_round()).press("one<Enter>");
    let key = |name: &str| Message::Input(Input::Key(name.parse().expect("a key")));
    assert!(waits(&desk.ui, &key("x")));
    assert!(waits(&desk.ui, &key("F5")));
    assert!(!waits(&desk.ui, &key("Ctrl-C")));
    assert!(!waits(&desk.ui, &Message::Published));
    let desk = desk.answered(refused());
    assert!(!waits(&desk.ui, &key("x")));
}

#[test]
fn the_pace_is_applied_as_it_is_shown_or_it_is_said_why_not() {
    let stage = Stage::mid_round();
    let shown = stage.meeting.pace(stage.now).expect("somebody waits");
    let mut desk = Desk::at(stage.clone()).press("<F10>");
    let each = u32::try_from(shown).expect("time is left");
    assert_eq!(desk.sent(), Some(Floor::SetEach(Some(each)).into()));
    for (stage, why) in [
        (Stage::exchange().open(&["wang-yu"], 1), "tui-pace-nobody"),
        (stage.after(9000), "tui-pace-nothing-left"),
    ] {
        let mut desk = Desk::at(stage).press("<F10>");
        assert_eq!(desk.sent(), None);
        assert_eq!(desk.ui.notice.expect("it is told").what, [Said::new(why)]);
    }
}

#[test]
fn the_whole_cue_is_one_key_or_one_command_away() {
    for keys in ["<F4>", ":help cue<Enter>", "：help 主持词<Enter>"] {
        let desk = Desk::at(Stage::mid_round()).press(keys);
        let Some(Dialog::Shown { lines, .. }) = &desk.ui.dialog else {
            panic!("{keys} shows nothing");
        };
        let said = tribune::locale::Locale::new(tribune::text::Language::English).say(&lines[0]);
        assert!(
            said.ends_with("Yunnan Agricultural Reclamation Group Co., Ltd."),
            "{said}"
        );
    }
}
