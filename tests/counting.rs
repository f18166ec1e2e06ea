//! What rules and verdicts say to a reader, in both languages.

use tribune::locale::Locale;
use tribune::rules::{Base, Casting, Each, Figures, Fraction, Quorum, Rule, Tie};
use tribune::text::{Language, Message, Text};

fn said(message: &Message) -> [String; 2] {
    Language::ALL.map(|language| Locale::new(language).say(message))
}

fn rule(name: &str) -> Rule {
    Rule::preset(name).expect("a shipped rule")
}

fn tally(favour: u32, against: u32, abstaining: u32) -> Figures {
    Figures {
        favour: Some(favour),
        against: Some(against),
        abstaining: Some(abstaining),
        ..Figures::default()
    }
}

#[test]
fn a_verdict_gives_its_reason_in_numbers() {
    let verdict = rule("majority")
        .verdict(&tally(14, 10, 2))
        .expect("counted");
    assert_eq!(
        said(&verdict.sentence()),
        [
            "carried — needed 13 of 24 votes, had 14 (base: votes for and against)",
            "通过——24票中须得13票，实得14票（基数：赞成票与反对票之和）"
        ]
    );
}

#[test]
fn a_rule_is_explained_in_a_sentence() {
    for (name, english, chinese) in [
        (
            "majority",
            "carried when more than half of the votes for and against are for; abstentions count for nothing",
            "赞成票超过赞成票与反对票之和的半数即为通过；弃权不计入基数",
        ),
        (
            "cn-association-council",
            "carried when at least two thirds of those present are for; abstentions count against",
            "赞成票达到实到人数的三分之二以上（含本数）即为通过；弃权计入基数，效果等同反对",
        ),
        (
            "unanimous",
            "carried when somebody is for and nobody is against; abstentions count for nothing",
            "有人赞成且无人反对即为通过；弃权不影响结果",
        ),
    ] {
        assert_eq!(said(&rule(name).explained()), [english, chinese], "{name}");
    }
    let own = Rule {
        each: Each::Group,
        ..rule("majority")
    };
    assert!(said(&own.explained())[0].ends_with("; this in each group of the roster that votes"));
    let own = Rule {
        tie: Tie::Chair,
        ..rule("majority")
    };
    assert!(said(&own.explained())[1].ends_with("；赞成与反对票数相等时，主持人可投决定票"));
}

#[test]
fn every_sentence_about_rules_is_there_in_both_languages() {
    let mut messages: Vec<Message> = Vec::new();
    let whole = Fraction::new(1, 1).expect("neither is 0");
    let fifths = Fraction::new(3, 5).expect("neither is 0");
    for preset in Rule::presets() {
        for base in Base::ALL {
            for need in [whole, fifths, Fraction::HALF, preset.need] {
                for strict in [true, false] {
                    let rule = Rule {
                        base: *base,
                        need,
                        strict,
                        tie: Tie::Chair,
                        ..preset.clone()
                    };
                    messages.push(rule.explained());
                    messages.push(Quorum::Share { need, strict }.explained());
                    for (y, n, casting) in [
                        (9, 3, None),
                        (5, 5, None),
                        (5, 5, Some(Casting::For)),
                        (0, 1, None),
                        (5, 0, None),
                    ] {
                        let figures = Figures {
                            entitled: Some(14),
                            present: Some(13),
                            casting,
                            ..tally(y, n, 1)
                        };
                        messages.push(rule.verdict(&figures).expect("counted").sentence());
                        let group = [(None, figures), (Some(Text::line("owners")), figures)];
                        messages.push(
                            rule.verdict_by_group(&group, &figures)
                                .expect("counted")
                                .sentence(),
                        );
                    }
                }
            }
        }
    }
    messages.extend([Quorum::None.explained(), Quorum::Number(7).explained()]);
    let locales = Language::ALL.map(Locale::new);
    for message in messages {
        for locale in &locales {
            let sentence = locale.say(&message);
            assert!(
                !sentence.contains("rules-") && !sentence.contains('$'),
                "{sentence}"
            );
        }
    }
}
