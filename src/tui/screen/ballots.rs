//! The face of the ballots: what is put to the vote and by which rule, what was counted and what that comes to, and the ballots before.
//! Every figure and sentence is the meeting's own; draws bars to the same scale and counts nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::floor::below;
use super::list::{self, Piece, Places};
use crate::agenda::{ItemKind, Who};
use crate::meeting::ballot::Ballot;
use crate::rules::Each;
use crate::text::{Arg, Bilingual, Message};
use crate::tui::action::Action;
use crate::tui::browse::Detail;
use crate::tui::polls::Foretold;
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::bars::{filled, track};
use crate::tui::widget::line::{cut, from, put, put_right, row, width};
use crate::tui::widget::wrap::{lines, put_wrapped};

/// Columns of a bar at most, and of the figure behind it.
const BAR: u16 = 42;
const FIGURE: u16 = 6;
/// Columns of a label at least and at most.
const LABEL: (u16, u16) = (10, 28);
/// Rows that are kept for the earlier ballots, where there are any.
const EARLIER: u16 = 4;

/// Rows that a ballot takes beside its bars.
const BESIDE: u16 = 8;

/// Draws the face.
///
/// ```text
/// BALLOT B3   Approve the Articles of the association        show of hands, opened 15:21
/// carried when at least two thirds of those present are for; abstentions count against
///
/// for         █████████████████████████████░░░░░░░░░░░░    31
/// against     ████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░     4
/// abstaining  ██░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░     2   not voting 7
///                                          ▲ 30 of 44
/// ✓ carried: 31 of 44 present, needed 30
///
/// EARLIER
/// B2  Vice-chairman units   elected: …
/// ```
pub fn view(scene: &Scene, stage: Rect, buf: &mut Buffer) {
    let places = Places::of(stage, Detail::None);
    let inner = places.heading.union(places.rows);
    let ballots = &scene.meeting.ballots;
    let shown = ballots.open_ballot().or_else(|| ballots.all().next_back());
    let Some(ballot) = shown else {
        heading(scene, None, places.heading, buf);
        list::nothing(scene, &none(scene), places.rows, buf);
        return;
    };
    heading(scene, Some(ballot), places.heading, buf);
    let others = u16::try_from(ballots.all().count() - 1).unwrap_or(u16::MAX);
    let candidates = ballot
        .contest()
        .map_or(3, |contest| contest.candidates.len());
    let needed = u16::try_from(candidates)
        .unwrap_or(u16::MAX)
        .saturating_add(BESIDE);
    let kept = match others {
        0 => 0,
        others => (others + 2)
            .min(EARLIER.max(inner.height / 3))
            .min(inner.height.saturating_sub(needed)),
    };
    let body = below(inner, 1, inner.height.saturating_sub(1 + kept));
    let used = under(scene, ballot, body, buf);
    let said = none(scene);
    let left = body.height.saturating_sub(used + 1);
    let rows = lines(&said, body.width).len();
    if ballots.open().is_none() && usize::from(left) >= rows {
        put_wrapped(
            buf,
            below(body, used + 1, body.height),
            &said,
            scene.style(Role::Quiet),
        );
    }
    if kept > 1 {
        earlier(
            scene,
            ballot,
            below(inner, inner.height - kept + 1, kept),
            buf,
        );
    }
}

/// No row of it can be pressed.
pub const fn row_at(_: &Scene, _: Rect, _: Position) -> Option<usize> {
    None
}

fn none(scene: &Scene) -> String {
    let key = scene.ui.keys.shown(Action::Ballot);
    let key = key.map(|key| key.to_string()).unwrap_or_default();
    let said = match elected(scene) {
        Some(office) => Message::new("ballots-none-left").with("office", Arg::Both(office)),
        None => Message::new("ballots-none").with("key", key),
    };
    scene.say(&said)
}

/// The last office of the open election, where every office has its result and the key has nothing to put.
fn elected(scene: &Scene) -> Option<Bilingual> {
    let item = scene.meeting.progress.current_item()?;
    let all = item.plan.kind == ItemKind::Election
        && scene.meeting.next_office(item.id).is_none()
        && scene.meeting.open_seats(item.id).is_none();
    all.then(|| scene.meeting.offices(item.id).pop())
        .flatten()
        .map(|office| office.name)
}

fn heading(scene: &Scene, ballot: Option<&Ballot>, area: Rect, buf: &mut Buffer) {
    let mut left: Vec<Piece> = vec![(scene.label("face-ballots"), Role::Label)];
    let mut right = Vec::new();
    if let Some(ballot) = ballot {
        left.push((ballot.id().to_string(), Role::Quiet));
        left.push((scene.text(&ballot.opening.question), Role::Strong));
        let opened = Message::new("ballots-opened")
            .with("method", ballot.method_named())
            .with("time", Arg::Clock(ballot.at));
        right.push((scene.say(&opened), Role::Quiet));
        let round = Message::new("ballots-round").with("round", ballot.opening.round);
        if ballot.opening.round > 1 {
            right.push((scene.say(&round), Role::Here));
        }
    }
    list::heading(scene, &left, &right, area, buf);
}

/// Draws rule, bars and verdict one below the other; gives how many rows that took.
fn under(scene: &Scene, ballot: &Ballot, area: Rect, buf: &mut Buffer) -> u16 {
    let space = u16::from(area.height > 8);
    let rule = scene.say(&ballot.opening.rule.explained());
    let mut used = put_wrapped(buf, area, &rule, scene.style(Role::Quiet)) + space;
    for said in about(scene, ballot) {
        let place = below(area, used, 1);
        put(
            buf,
            place,
            &cut(&said, place.width, scene.styles),
            scene.style(Role::Quiet),
        );
        used += 1;
    }
    used += match ballot.contest() {
        Some(_) => candidates(scene, ballot, below(area, used, area.height), buf),
        None => question(scene, ballot, below(area, used, area.height), buf),
    };
    used += groups(scene, ballot, below(area, used, area.height), buf);
    used += papers(scene, ballot, below(area, used, 1), buf) + space;
    for (text, role) in verdict(scene, ballot) {
        let place = below(area, used, area.height);
        used += put_wrapped(buf, place, &text, scene.style(role));
    }
    used
}

/// Whose motion it is, and who counts.
fn about(scene: &Scene, ballot: &Ballot) -> Vec<String> {
    let meeting = scene.meeting;
    let motion = ballot.motion().and_then(|id| meeting.motions.get(id));
    let moved = motion.map(|motion| {
        let by = meeting.roster.person_called(&motion.by);
        let moved = Message::new("ballots-moved").with("id", motion.id.to_string());
        let moved = moved.with("by", by);
        match (&motion.seconded, motion.amends) {
            (None, None) => moved,
            (Some(seconded), None) => Message::new("ballots-seconded")
                .with("moved", moved)
                .with("by", meeting.roster.person_called(seconded)),
            (_, Some(amends)) => Message::new("ballots-amends")
                .with("moved", moved)
                .with("id", amends.to_string()),
        }
    });
    let tellers = ballot.opening.item.map(|item| meeting.tellers(item));
    let tellers = tellers
        .filter(|tellers| !tellers.is_empty())
        .map(|tellers| {
            let names = tellers.iter().map(|one| meeting.roster.person_called(one));
            Message::new("ballots-tellers").with("names", Arg::List(names.collect()))
        });
    let said = moved.into_iter().chain(tellers);
    said.map(|message| scene.say(&message)).collect()
}

/// What was counted in each group, where each must reach the majority; gives how many rows that took.
fn groups(scene: &Scene, ballot: &Ballot, area: Rect, buf: &mut Buffer) -> u16 {
    if ballot.opening.rule.each != Each::Group {
        return 0;
    }
    let mut used = 0;
    for (y, group) in (0..area.height.saturating_sub(3)).zip(&ballot.groups) {
        let (sign, role) = match ballot.carried_in(group) {
            Some(true) => (Sign::Done, Role::Good),
            Some(false) => (Sign::Attention, Role::Bad),
            None => (Sign::None, Role::Quiet),
        };
        let figure = |figure: Option<u32>| i64::from(figure.unwrap_or(0));
        let counted = Message::new("ballots-group")
            .with("group", group.name.named())
            .with("favour", figure(group.figures.favour))
            .with("against", figure(group.figures.against))
            .with("abstaining", figure(group.figures.abstaining));
        let said = format!("{} {}", scene.sign(sign), scene.say(&counted));
        let place = row(area, y);
        put(
            buf,
            place,
            &cut(&said, place.width, scene.styles),
            scene.style(role),
        );
        used = y + 1;
    }
    used
}

/// Bars for, against and abstaining, and the mark of what carries.
fn question(scene: &Scene, ballot: &Ballot, area: Rect, buf: &mut Buffer) -> u16 {
    let counts = ballot.counts();
    let figures = [
        ("ballots-for", counts.favour, Role::Good),
        ("ballots-against", counts.against, Role::Bad),
        ("ballots-abstaining", counts.abstaining, Role::Quiet),
    ];
    let labels = figures.map(|(label, _, _)| width(&scene.word(label)));
    let label = labels.into_iter().max().unwrap_or(0).max(LABEL.0) + 2;
    let scale = scale(ballot);
    for (y, (word, figure, role)) in (0..).zip(figures) {
        let bar = Bar {
            label: &scene.word(word),
            columns: label,
            figure,
            scale,
            role,
        };
        bar.draw(scene, row(area, y), buf);
    }
    let present = ballot.figures.present.map(u64::from);
    if let Some(silent) = present.and_then(|all| all.checked_sub(ballot.figures.sum()))
        && silent > 0
        && ballot.figures.sum() > 0
    {
        let silent =
            Message::new("ballots-silent").with("count", i64::try_from(silent).unwrap_or(0));
        let behind = from(row(area, 2), label + bar_columns(area, label) + FIGURE + 3);
        put(buf, behind, &scene.say(&silent), scene.style(Role::Quiet));
    }
    let Some((of, needed)) = ballot.of_and_needed() else {
        return 3;
    };
    let number = |figure: u64| i64::try_from(figure).unwrap_or(i64::MAX);
    let mark = Message::new("ballots-needed")
        .with("needed", number(needed))
        .with("of", number(of));
    let at = label + filled(needed, scale, bar_columns(area, label)).saturating_sub(1);
    let mark = format!("{} {}", scene.sign(Sign::Mark), scene.say(&mark));
    put(buf, from(row(area, 3), at), &mark, scene.style(Role::Quiet));
    4
}

/// A bar for each candidate, those elected with their sign.
fn candidates(scene: &Scene, ballot: &Ballot, area: Rect, buf: &mut Buffer) -> u16 {
    let Some(contest) = ballot.contest() else {
        return 0;
    };
    let standings = ballot.standings().unwrap_or_default();
    let of = |who: &Who| standings.iter().find(|one| one.who == *who);
    let names: Vec<String> = contest
        .candidates
        .iter()
        .map(|who| scene.name(who))
        .collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let label = widest.clamp(LABEL.0, LABEL.1.min(area.width / 3)) + 4;
    let seats = Message::new("ballots-seats").with("seats", contest.seats);
    put(buf, area, &scene.say(&seats), scene.style(Role::Quiet));
    // Below them stand what became of the papers, and the verdict.
    let room = area.height.saturating_sub(4).max(2);
    let rows = (1..room).zip(contest.candidates.iter().zip(&names));
    let mut used = 1;
    for (y, (who, name)) in rows {
        let standing = of(who);
        let is_elected = standing.is_some_and(|one| one.is_elected) || ballot.elected.contains(who);
        let (sign, role) = match (is_elected, standing.is_some_and(|one| one.is_tied)) {
            (true, _) => (Sign::Done, Role::Good),
            (false, true) => (Sign::Attention, Role::Soon),
            (false, false) => (Sign::Blank, Role::Text),
        };
        let place = row(area, y);
        put(buf, place, scene.sign(sign), scene.style(role));
        let name = cut(name, label - 4, scene.styles);
        let bar = Bar {
            label: &name,
            columns: label - 2,
            figure: ballot.counts_of(who).and_then(|counts| counts.favour),
            scale: scale(ballot),
            role,
        };
        bar.draw(scene, from(place, 2), buf);
        let counts = ballot.counts_of(who).unwrap_or_default();
        let crosses = [
            ("ballots-against", counts.against),
            ("ballots-abstaining", counts.abstaining),
        ];
        let crosses = crosses
            .into_iter()
            .filter_map(|(word, count)| count.map(|count| format!("{} {count}", scene.word(word))));
        let crosses = crosses.collect::<Vec<_>>().join("   ");
        let behind = label + bar_columns(from(place, 2), label - 2) + FIGURE + 3;
        put(buf, from(place, behind), &crosses, scene.style(Role::Quiet));
        used = y + 1;
    }
    let hidden = names.len() + 1 - usize::from(used);
    if hidden > 0 {
        let more = Message::new("ballots-more").with("count", hidden);
        put_right(buf, area, &scene.say(&more), scene.style(Role::Quiet));
    }
    used
}

/// What became of the papers of a secret ballot; gives how many rows that took.
fn papers(scene: &Scene, ballot: &Ballot, area: Rect, buf: &mut Buffer) -> u16 {
    let figures = &ballot.figures;
    let known = [
        ("ballot-told-issued", figures.issued),
        ("ballot-told-returned", figures.returned),
        ("ballot-told-blank", figures.blank),
        ("ballot-told-invalid", figures.invalid),
    ];
    let known = known.into_iter().filter_map(|(id, figure)| {
        figure.map(|figure| scene.say(&Message::new(id).with("count", figure)))
    });
    let known: Vec<String> = known.collect();
    if known.is_empty() {
        return 0;
    }
    let text = known.join("   ");
    put(
        buf,
        area,
        &cut(&text, area.width, scene.styles),
        scene.style(Role::Quiet),
    );
    1
}

/// What the figures come to, what the typed line would make of them, and who has not answered.
fn verdict(scene: &Scene, ballot: &Ballot) -> Vec<Piece> {
    let sentence = scene.meeting.ballot_sentence(ballot);
    let carried = ballot.carried.or_else(|| {
        ballot
            .verdict()
            .ok()
            .filter(|_| ballot.contest().is_none())
            .map(|verdict| verdict.carried)
    });
    let (sign, role) = match (ballot.is_open(), carried) {
        (_, Some(true)) => (Sign::Done, Role::Good),
        (false, Some(false)) => (Sign::Attention, Role::Bad),
        (true, Some(false)) => (Sign::None, Role::Soon),
        (_, None) => (Sign::None, Role::Text),
    };
    let mut told = Vec::new();
    if let Some(said) = sentence {
        told.push((format!("{} {}", scene.sign(sign), scene.say(&said)), role));
    }
    if let Some(lacking) = scene.ui.polls.lacking().filter(|_| ballot.is_open()) {
        told.push((
            format!("{} {}", scene.sign(Sign::None), scene.say(lacking)),
            Role::Soon,
        ));
    }
    if let Some(foretold) = scene.ui.polls.foretold().filter(|_| ballot.is_open()) {
        let (what, role) = match foretold {
            Foretold::Stands(sentence) => (sentence, Role::Accent),
            Foretold::Impossible(reason) => (reason, Role::Soon),
        };
        let as_typed = Message::new("ballots-as-typed").with("what", what.clone());
        told.push((scene.say(&as_typed), role));
    }
    let silent = ballot.unanswered();
    if ballot.is_open() && !silent.is_empty() {
        let names: Vec<Arg> = silent
            .iter()
            .take(6)
            .map(|who| scene.meeting.roster.called(who))
            .collect();
        let unanswered = Message::new("ballots-unanswered")
            .with("count", silent.len())
            .with("names", names);
        told.push((scene.say(&unanswered), Role::Quiet));
    }
    told
}

/// The other ballots, the newest first, from the one that is selected on.
fn earlier(scene: &Scene, shown: &Ballot, area: Rect, buf: &mut Buffer) {
    put(
        buf,
        area,
        &scene.label("ballots-earlier"),
        scene.style(Role::Label),
    );
    let others = scene
        .meeting
        .ballots
        .all()
        .rev()
        .filter(|one| one.id() != shown.id());
    let skipped = scene.ui.polls.browse.at().unwrap_or(0);
    for (y, ballot) in (1..area.height).zip(others.skip(skipped)) {
        let place = row(area, y);
        let id = format!("{:<4}", ballot.id());
        let used = put(buf, place, &id, scene.style(Role::Quiet));
        let question = cut(
            &question_of(scene, &ballot.opening.question, ballot),
            area.width / 3,
            scene.styles,
        );
        put(buf, from(place, used), &question, scene.style(Role::Text));
        let said = scene.meeting.ballot_sentence(ballot);
        let said = said.map(|said| scene.say(&said)).unwrap_or_default();
        let rest = from(place, used + area.width / 3 + 2);
        let first = lines(&said, rest.width);
        let said = if first.len() > 1 {
            cut(&format!("{} …", first[0]), rest.width, scene.styles)
        } else {
            said
        };
        let role = match ballot.carried {
            Some(true) => Role::Good,
            Some(false) => Role::Bad,
            None => Role::Quiet,
        };
        put(buf, rest, &said, scene.style(role));
    }
}

pub(super) fn question_of(scene: &Scene, question: &Bilingual, ballot: &Ballot) -> String {
    if ballot.opening.round < 2 {
        return scene.text(question);
    }
    let round = Message::new("ballots-round").with("round", ballot.opening.round);
    format!("{}, {}", scene.text(question), scene.say(&round))
}

/// How many votes a whole bar stands for: the base where it is known, else everybody there.
pub(super) fn scale(ballot: &Ballot) -> u64 {
    let base = ballot.of_and_needed().map(|(of, _)| of);
    let present = ballot.figures.present.map(u64::from);
    let all = ballot.figures.sum();
    base.or(present).unwrap_or(0).max(all).max(1)
}

fn bar_columns(area: Rect, label: u16) -> u16 {
    area.width.saturating_sub(label + FIGURE + 2).min(BAR)
}

/// A bar with its label and its figure.
struct Bar<'a> {
    label: &'a str,
    columns: u16,
    figure: Option<u32>,
    scale: u64,
    role: Role,
}

impl Bar<'_> {
    fn draw(&self, scene: &Scene, area: Rect, buf: &mut Buffer) {
        put(buf, area, self.label, scene.style(Role::Text));
        let bar = from(area, self.columns);
        let columns = bar_columns(area, self.columns);
        let place = Rect {
            width: columns,
            ..bar
        };
        let figure = self.figure.unwrap_or(0).into();
        track(figure, self.scale, self.role, place, buf, scene.styles);
        let figure = self.figure.map_or_else(
            || scene.sign(Sign::None).to_owned(),
            |figure| figure.to_string(),
        );
        let place = Rect {
            width: FIGURE.min(area.width),
            ..from(bar, columns)
        };
        put_right(buf, place, &figure, scene.style(Role::Strong));
    }
}
