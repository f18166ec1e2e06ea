//! Every case of `RULES.md` §6, and the arithmetic held against a count made another way.

use super::*;
use crate::text::Text;

fn rule(name: &str) -> Rule {
    Rule::preset(name).expect("a shipped rule")
}

fn at_least_half_of_present() -> Rule {
    Rule {
        base: Base::Present,
        strict: false,
        ..Rule::default()
    }
}

fn tally(favour: u32, against: u32, abstaining: u32) -> Figures {
    Figures {
        favour: Some(favour),
        against: Some(against),
        abstaining: Some(abstaining),
        ..Figures::default()
    }
}

fn among(entitled: u32, present: u32, tally: Figures) -> Figures {
    Figures {
        entitled: Some(entitled),
        present: Some(present),
        ..tally
    }
}

fn verdict(rule: &Rule, figures: Figures) -> Verdict {
    rule.verdict(&figures).expect("everything was counted")
}

#[test]
fn the_shipped_rules_are_those_of_the_table() {
    let half = Quorum::MORE_THAN_HALF;
    let at_least_half = Quorum::Share {
        need: Fraction::HALF,
        strict: false,
    };
    let two_thirds = Quorum::Share {
        need: Fraction::TWO_THIRDS,
        strict: false,
    };
    let (h, t) = (Fraction::HALF, Fraction::TWO_THIRDS);
    let table = [
        ("majority", half, Base::Votes, h, true),
        ("two-thirds", half, Base::Votes, t, false),
        ("absolute-majority", half, Base::Entitled, h, true),
        ("majority-of-present", half, Base::Present, h, true),
        (
            "cn-association-council",
            two_thirds,
            Base::Present,
            t,
            false,
        ),
        (
            "cn-association-congress",
            two_thirds,
            Base::Present,
            h,
            false,
        ),
        (
            "cn-association-congress-important",
            two_thirds,
            Base::Present,
            t,
            false,
        ),
        ("cn-foundation-council", two_thirds, Base::Present, h, true),
        (
            "cn-foundation-council-important",
            two_thirds,
            Base::Present,
            t,
            false,
        ),
        (
            "cn-private-institution",
            at_least_half,
            Base::Entitled,
            h,
            true,
        ),
        (
            "cn-private-institution-important",
            at_least_half,
            Base::Entitled,
            t,
            false,
        ),
    ];
    let presets = Rule::presets();
    assert_eq!(presets.len(), table.len() + 2);
    for (shipped, (name, quorum, base, need, strict)) in presets.iter().zip(table) {
        let written = Rule {
            name: Some(name.to_owned()),
            base,
            need,
            strict,
            quorum: Some(quorum),
            ..Rule::default()
        };
        assert_eq!(*shipped, written);
    }
    assert_eq!(rule("unanimous").kind, Kind::Unanimous);
    assert_eq!(rule("acclamation").kind, Kind::Acclamation);
    assert_eq!(rule("unanimous").quorum, Some(half));
    assert_eq!(rule("majority"), Rule::majority());
    assert_eq!(Rule::preset("simple"), None);
}

#[test]
fn of_50_entitled_30_present_and_24_votes_it_needs_13_or_16_or_26() {
    let figures = among(50, 30, tally(14, 10, 2));
    assert_eq!(verdict(&rule("majority"), figures).needed, 13);
    assert_eq!(verdict(&rule("majority-of-present"), figures).needed, 16);
    assert_eq!(verdict(&rule("absolute-majority"), figures).needed, 26);
}

#[test]
fn nine_to_five_with_four_abstaining_is_a_majority_of_votes_and_not_of_the_18_present() {
    let figures = among(18, 18, tally(9, 5, 4));
    assert!(verdict(&rule("majority"), figures).carried);
    let of_present = verdict(&rule("majority-of-present"), figures);
    assert!(!of_present.carried);
    assert_eq!(
        (of_present.needed, of_present.of, of_present.had),
        (10, 18, 9)
    );
}

#[test]
fn two_to_one_with_seven_abstaining_is_two_thirds_of_votes_and_not_of_those_present() {
    let figures = among(10, 10, tally(2, 1, 7));
    assert!(verdict(&rule("two-thirds"), figures).carried);
    assert!(!verdict(&rule("cn-association-council"), figures).carried);
}

#[test]
fn nine_to_eight_is_carried() {
    let verdict = verdict(&rule("majority"), tally(9, 8, 0));
    assert!(verdict.carried);
    assert_eq!((verdict.needed, verdict.of), (9, 17));
}

#[test]
fn three_to_three_fails() {
    let verdict = verdict(&rule("majority"), tally(3, 3, 5));
    assert!(!verdict.carried);
    assert_eq!(
        verdict.reason,
        Reason::Tie {
            open_to_chair: false
        }
    );
}

#[test]
fn fifteen_of_30_is_no_majority_and_20_of_30_are_exactly_two_thirds() {
    assert!(!verdict(&rule("majority"), tally(15, 15, 0)).carried);
    assert!(verdict(&rule("two-thirds"), tally(20, 10, 0)).carried);
    assert!(!verdict(&rule("two-thirds"), tally(19, 10, 0)).carried);
    assert!(
        !verdict(
            &Rule {
                strict: true,
                ..rule("two-thirds")
            },
            tally(20, 10, 0)
        )
        .carried
    );
}

#[test]
fn nobody_for_fails_under_every_rule() {
    let chair = Rule {
        tie: Tie::Chair,
        ..Rule::default()
    };
    let smallest = Rule {
        need: Fraction::new(1, u32::MAX).expect("neither is 0"),
        strict: false,
        ..Rule::default()
    };
    let mut rules = Rule::presets();
    rules.extend([chair, smallest, at_least_half_of_present()]);
    for rule in rules {
        for base in Base::ALL {
            let rule = Rule {
                base: *base,
                ..rule.clone()
            };
            let verdict = verdict(&rule, among(10, 10, tally(0, 0, 10)));
            assert!(!verdict.carried && verdict.needed >= 1, "{rule:?}");
            assert_eq!(verdict.reason, Reason::NoneFor, "{rule:?}");
        }
    }
}

#[test]
fn five_to_five_of_ten_present_fails_over_half_and_carries_at_half() {
    let figures = among(10, 10, tally(5, 5, 0));
    assert!(!verdict(&rule("majority-of-present"), figures).carried);
    let at_half = verdict(&at_least_half_of_present(), figures);
    assert!(at_half.carried);
    assert_eq!(at_half.reason, Reason::Reached);
    let chair = Rule {
        tie: Tie::Chair,
        ..at_least_half_of_present()
    };
    assert!(!verdict(&chair, figures).is_open_to_chair());
}

#[test]
fn the_chair_decides_fifty_to_fifty_with_51_of_101() {
    let rule = Rule {
        tie: Tie::Chair,
        ..rule("majority")
    };
    let tied = tally(50, 50, 0);
    assert!(verdict(&rule, tied).is_open_to_chair());
    let carried = verdict(
        &rule,
        Figures {
            casting: Some(Casting::For),
            ..tied
        },
    );
    assert!(carried.carried);
    assert_eq!((carried.needed, carried.of, carried.had), (51, 101, 51));
    assert_eq!(carried.reason, Reason::ReachedByChair);
    let failed = verdict(
        &rule,
        Figures {
            casting: Some(Casting::Against),
            ..tied
        },
    );
    assert!(!failed.carried);
    assert_eq!((failed.needed, failed.of, failed.had), (51, 101, 50));
}

#[test]
fn a_casting_vote_adds_nobody_to_those_present() {
    let rule = Rule {
        tie: Tie::Chair,
        ..rule("majority-of-present")
    };
    let tied = Figures {
        casting: Some(Casting::For),
        ..among(12, 10, tally(5, 5, 0))
    };
    let verdict = verdict(&rule, tied);
    assert_eq!(
        (verdict.carried, verdict.needed, verdict.of, verdict.had),
        (true, 6, 10, 6)
    );
}

#[test]
fn as_many_against_as_for_is_a_tie_only_where_one_half_is_needed() {
    let rule = Rule {
        tie: Tie::Chair,
        ..rule("two-thirds")
    };
    assert_eq!(verdict(&rule, tally(5, 5, 0)).reason, Reason::Short);
}

#[test]
fn unanimous_means_nobody_against_or_everybody_where_all_are_the_base() {
    let unanimous = rule("unanimous");
    assert!(verdict(&unanimous, tally(3, 0, 5)).carried);
    assert_eq!(
        verdict(&unanimous, tally(9, 1, 0)).reason,
        Reason::Opposed { against: 1 }
    );
    let present = Rule {
        base: Base::Present,
        ..unanimous.clone()
    };
    assert_eq!(
        verdict(&present, among(12, 10, tally(9, 0, 1))).reason,
        Reason::NotAll
    );
    assert!(verdict(&present, among(12, 10, tally(10, 0, 0))).carried);
    let entitled = Rule {
        base: Base::Entitled,
        ..unanimous
    };
    assert!(!verdict(&entitled, among(12, 10, tally(10, 0, 0))).carried);
}

#[test]
fn acclamation_that_was_counted_falls_with_one_objection() {
    assert!(verdict(&rule("acclamation"), tally(3, 0, 9)).carried);
    assert!(!verdict(&rule("acclamation"), tally(30, 1, 0)).carried);
}

#[test]
fn what_was_not_counted_is_asked_for_and_never_taken_as_nothing() {
    let only_for = Figures {
        favour: Some(14),
        ..Figures::default()
    };
    assert_eq!(rule("majority").verdict(&only_for), Err(Figure::Against));
    assert_eq!(
        rule("majority-of-present").verdict(&only_for),
        Err(Figure::Present)
    );
    let two = Figures {
        against: Some(2),
        ..only_for
    };
    assert!(rule("majority").verdict(&two).is_ok());
    let valid = Rule {
        base: Base::Valid,
        ..Rule::default()
    };
    assert_eq!(valid.verdict(&two), Err(Figure::Abstaining));
    let of_present = Figures {
        present: Some(20),
        ..only_for
    };
    assert!(
        rule("majority-of-present")
            .verdict(&of_present)
            .is_ok_and(|it| it.carried)
    );
}

#[test]
fn what_was_not_counted_is_not_asked_for_where_it_cannot_matter() {
    let of_present = |present, figures| Figures {
        present: Some(present),
        ..figures
    };
    let only_for = |favour| Figures {
        favour: Some(favour),
        ..Figures::default()
    };
    let majority = rule("majority");
    let all = majority
        .verdict(&of_present(2, only_for(2)))
        .expect("nobody is left");
    assert_eq!((all.reason, all.of, all.needed), (Reason::Reached, 2, 2));
    let anyway = majority
        .verdict(&of_present(10, only_for(6)))
        .expect("four cannot outvote six");
    assert_eq!(
        (anyway.carried, anyway.reason),
        (true, Reason::ReachedAnyway)
    );
    assert_eq!(
        majority.verdict(&of_present(10, only_for(5))),
        Err(Figure::Against)
    );
    let valid = Rule {
        base: Base::Valid,
        ..Rule::default()
    };
    let short = Figures {
        against: Some(5),
        ..only_for(3)
    };
    assert!(
        valid
            .verdict(&of_present(20, short))
            .is_ok_and(|it| !it.carried)
    );
    let unanimous = rule("unanimous");
    assert_eq!(
        unanimous.verdict(&of_present(10, only_for(9))),
        Err(Figure::Against)
    );
}

#[test]
fn a_verdict_that_holds_anyway_holds_for_every_count_of_the_rest() {
    for rule in every_rule() {
        for present in 0..=6 {
            for favour in 0..=present {
                let partial = among(
                    present + 1,
                    present,
                    Figures {
                        favour: Some(favour),
                        ..Figures::default()
                    },
                );
                let Ok(verdict) = rule.verdict(&partial) else {
                    continue;
                };
                for against in 0..=present - favour {
                    for abstaining in 0..=present - favour - against {
                        let whole = among(present + 1, present, tally(favour, against, abstaining));
                        assert_eq!(
                            verdict.carried,
                            counted_by_hand(&rule, &whole),
                            "{rule:?} {whole:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn papers_returned_less_blanks_are_the_base_of_votes_cast() {
    let cast = Rule {
        base: Base::Cast,
        ..Rule::default()
    };
    let papers = Figures {
        returned: Some(30),
        issued: Some(30),
        blank: Some(2),
        invalid: Some(1),
        ..tally(14, 10, 3)
    };
    assert_eq!(cast.base_size(&papers), Ok(28));
    assert_eq!(
        Rule {
            blank: true,
            ..cast.clone()
        }
        .base_size(&papers),
        Ok(30)
    );
    assert_eq!(
        cast.base_size(&Figures {
            blank: None,
            ..papers
        }),
        Err(Figure::Blank)
    );
    assert_eq!(cast.base_size(&tally(14, 10, 3)), Ok(27));
}

#[test]
fn a_dual_majority_names_the_group_that_failed() {
    let rule = Rule {
        each: Each::Group,
        ..rule("majority")
    };
    let [owners, tenants] = ["owners", "tenants"].map(|name| Some(Text::line(name)));
    let groups = [(owners, tally(9, 1, 0)), (tenants.clone(), tally(2, 3, 0))];
    let verdict = rule
        .verdict_by_group(&groups, &tally(11, 4, 0))
        .expect("everything was counted");
    assert!(!verdict.carried);
    assert_eq!((verdict.needed, verdict.of), (8, 15));
    let Reason::GroupFailed { group, verdict } = verdict.reason else {
        panic!("a group failed")
    };
    assert_eq!(
        (group, verdict.needed, verdict.of, verdict.had),
        (tenants, 3, 5, 2)
    );
    let both = [
        (None, tally(9, 1, 0)),
        (Some(Text::line("tenants")), tally(3, 2, 0)),
    ];
    assert!(
        rule.verdict_by_group(&both, &tally(12, 3, 0))
            .is_ok_and(|it| it.carried)
    );
}

#[test]
fn figures_that_cannot_be_are_found() {
    let present = |present, figures| Figures {
        present: Some(present),
        ..figures
    };
    assert_eq!(present(26, tally(14, 9, 3)).excess(), None);
    assert_eq!(
        present(25, tally(14, 9, 3)).excess(),
        Some(Excess::Votes {
            sum: 26,
            present: 25
        })
    );
    let papers = Figures {
        issued: Some(30),
        returned: Some(31),
        ..Figures::default()
    };
    assert_eq!(
        present(44, papers).excess(),
        Some(Excess::Returned {
            returned: 31,
            issued: 30
        })
    );
    let papers = Figures {
        issued: Some(45),
        returned: Some(31),
        ..Figures::default()
    };
    assert_eq!(
        present(44, papers).excess(),
        Some(Excess::Issued {
            issued: 45,
            present: 44
        })
    );
    let papers = Figures {
        issued: Some(30),
        returned: Some(29),
        blank: Some(1),
        invalid: Some(1),
        ..tally(20, 8, 0)
    };
    assert_eq!(
        papers.excess(),
        Some(Excess::Counted {
            sum: 30,
            returned: 29
        })
    );
}

#[test]
fn rules_that_ask_for_more_than_all_can_never_pass() {
    let whole = Fraction::new(1, 1).expect("neither is 0");
    assert!(
        Rule {
            need: whole,
            ..Rule::default()
        }
        .can_never_pass()
    );
    assert!(
        !Rule {
            need: whole,
            strict: false,
            ..Rule::default()
        }
        .can_never_pass()
    );
    assert!(Rule::presets().iter().all(|rule| !rule.can_never_pass()));
}

#[test]
fn a_rule_is_recorded_as_the_agenda_writes_it() {
    let written =
        r#"{"base":"present","need":"2/3","strict":false,"tie":"chair","each":"group","quorum":7}"#;
    let rule: Rule = serde_json::from_str(written).expect("a rule");
    assert_eq!(
        (rule.base, rule.need, rule.strict),
        (Base::Present, Fraction::TWO_THIRDS, false)
    );
    assert_eq!(serde_json::to_string(&rule).expect("plain values"), written);
    for rule in Rule::presets() {
        let json = serde_json::to_string(&rule).expect("plain values");
        assert_eq!(
            serde_json::from_str::<Rule>(&json).expect("what was written"),
            rule
        );
    }
    assert_eq!(
        serde_json::to_string(&Rule::default()).expect("plain values"),
        "{}"
    );
}

/// Another way to count: shares compared as cross products of signed numbers, the base added up voter by voter.
fn counted_by_hand(rule: &Rule, figures: &Figures) -> bool {
    let whole = |figure: Option<u32>| i128::from(figure.expect("counted"));
    let mut base = 0;
    let (y, n, a) = (
        whole(figures.favour),
        whole(figures.against),
        whole(figures.abstaining),
    );
    for (count, belongs) in [(y, true), (n, true), (a, rule.base != Base::Votes)] {
        base += if belongs { count } else { 0 };
    }
    match (rule.base, figures.returned) {
        (Base::Cast, Some(returned)) => {
            base = i128::from(returned) - if rule.blank { 0 } else { whole(figures.blank) }
        }
        (Base::Present, _) => base = whole(figures.present),
        (Base::Entitled, _) => base = whole(figures.entitled),
        _ => {}
    }
    let over = y * i128::from(rule.need.den()) - base * i128::from(rule.need.num());
    match rule.kind {
        _ if y == 0 => false,
        Kind::Majority if rule.strict => over > 0,
        Kind::Majority => over >= 0,
        Kind::Unanimous if matches!(rule.base, Base::Present | Base::Entitled) => {
            n == 0 && y == base
        }
        Kind::Unanimous | Kind::Acclamation => n == 0,
    }
}

fn every_rule() -> Vec<Rule> {
    let mut rules = Vec::new();
    for kind in Kind::ALL {
        for base in Base::ALL {
            for (num, den) in [
                (1, 2),
                (2, 3),
                (3, 5),
                (1, 3),
                (3, 4),
                (1, 1),
                (7, 7),
                (99, 100),
            ] {
                for strict in [true, false] {
                    let need = Fraction::new(num, den).expect("neither is 0");
                    rules.push(Rule {
                        kind: *kind,
                        base: *base,
                        need,
                        strict,
                        ..Rule::default()
                    });
                }
            }
        }
    }
    rules
}

#[test]
fn small_figures_agree_with_a_count_by_hand_and_needed_is_the_smallest_that_carries() {
    for rule in every_rule() {
        for present in 0..=7 {
            for favour in 0..=present {
                for against in 0..=present - favour {
                    let abstaining = present - favour - against;
                    let figures = among(present + 2, present, tally(favour, against, abstaining));
                    let verdict = verdict(&rule, figures);
                    assert_eq!(
                        verdict.carried,
                        counted_by_hand(&rule, &figures),
                        "{rule:?} {figures:?}"
                    );
                    assert_eq!(
                        verdict.carried,
                        verdict.had >= verdict.needed && no_objection(&rule, against),
                        "{rule:?} {figures:?}"
                    );
                    assert_eq!(
                        verdict.needed,
                        smallest_that_carries(&rule, &figures, &verdict),
                        "{rule:?} {figures:?}"
                    );
                }
            }
        }
    }
}

fn no_objection(rule: &Rule, against: u32) -> bool {
    rule.kind == Kind::Majority || against == 0
}

/// Tries every number for from 1 on, the base kept: votes move from against to for.
fn smallest_that_carries(rule: &Rule, figures: &Figures, verdict: &Verdict) -> u64 {
    let votes = u64::from(figures.favour.unwrap_or(0) + figures.against.unwrap_or(0));
    (1..=verdict.of + 2)
        .find(|&y| match rule.kind {
            Kind::Majority => rule.verdict_of(verdict.of, y, None).carried,
            Kind::Unanimous | Kind::Acclamation => {
                rule.verdict_of(verdict.of, y, Some(votes.saturating_sub(y)))
                    .carried
            }
        })
        .unwrap_or(verdict.needed)
}

/// The same numbers every time: a small generator, so that a failure can be had again.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound.max(1))).unwrap_or(0)
    }
}

#[test]
fn a_million_tallies_over_the_shipped_and_random_rules_agree_with_a_count_by_hand() {
    let mut numbers = Numbers(20);
    let shipped = Rule::presets();
    for round in 0..1_000_000 {
        let den = 1 + numbers.below(12);
        let need = Fraction::new(1 + numbers.below(den), den).expect("neither is 0");
        let pick = |numbers: &mut Numbers, len: usize| {
            numbers.below(u32::try_from(len).unwrap_or(1)) as usize
        };
        let kind = Kind::ALL[pick(&mut numbers, Kind::ALL.len())];
        let base = Base::ALL[pick(&mut numbers, Base::ALL.len())];
        let random = Rule {
            kind,
            base,
            need,
            strict: numbers.below(2) == 0,
            blank: numbers.below(2) == 0,
            ..Rule::default()
        };
        let rule = if round % 2 == 0 {
            random
        } else {
            shipped[pick(&mut numbers, shipped.len())].clone()
        };
        let counts: [u32; 5] = std::array::from_fn(|_| numbers.below(400));
        let returned = counts.iter().sum::<u32>();
        let present = returned + numbers.below(20);
        let with_papers = numbers.below(2) == 0;
        let figures = Figures {
            blank: Some(counts[3]),
            invalid: Some(counts[4]),
            issued: with_papers.then_some(present),
            returned: with_papers.then_some(returned),
            ..among(
                present + numbers.below(50),
                present,
                tally(counts[0], counts[1], counts[2]),
            )
        };
        let verdict = verdict(&rule, figures);
        assert_eq!(
            verdict.carried,
            counted_by_hand(&rule, &figures),
            "{rule:?} {figures:?}"
        );
        assert_eq!(figures.excess(), None);
    }
}

#[test]
fn one_more_for_never_turns_a_carried_vote_into_a_failed_one() {
    for rule in every_rule() {
        for against in 0..6 {
            let mut carried = false;
            for favour in 0..20 {
                let verdict = verdict(&rule, among(25, 25, tally(favour, against, 0)));
                assert!(
                    verdict.carried || !carried,
                    "{rule:?}: {favour} to {against}"
                );
                carried = verdict.carried;
            }
        }
    }
}
