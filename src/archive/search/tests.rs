//! What is found where: in the readable part and in the records alike, by words, names in pinyin, and filters.

use super::*;

/// A shipped session.
fn shipped(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    fs::read(folder.join(name)).expect("a shipped session is there")
}

const EXCHANGE: &str = "2023-12-29-Work-exchange-meeting-of-the-directors.toml";
const COUNCIL: &str = "2022-08-05-First-council-meeting.toml";

/// A folder with both shipped sessions.
fn archive() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for name in [EXCHANGE, COUNCIL] {
        fs::write(folder.path().join(name), shipped(name)).expect("it can be written");
    }
    folder
}

/// The ids of all that is found, each behind the year of its session; and how much was looked through.
fn ids(folder: &Path, query: &Query) -> (Vec<String>, Extent, Vec<Unreadable>) {
    let (mut ids, mut unread) = (Vec::new(), Vec::new());
    let make = |found: &Found| -> Vec<String> {
        let ids = found.entries.iter();
        ids.map(|entry| format!("{} {}", &found.stem[..4], entry.id))
            .collect()
    };
    let extent = search(folder, query, make, |made| match made {
        Ok(found) => ids.extend(found),
        Err(one) => unread.push(one),
    });
    (ids, extent, unread)
}

fn found(query: &Query) -> Vec<String> {
    ids(archive().path(), query).0
}

#[test]
fn the_readable_part_and_the_records_say_the_same() {
    for name in [EXCHANGE, COUNCIL] {
        let folder = archive();
        let path = folder.path().join(name);
        let place = Place {
            day: None,
            stem: name.to_owned(),
            path: path.clone(),
        };
        let (mut known, mut buffer) = (Known::default(), Vec::new());
        let length = file::readable(&path, &mut buffer).expect("it can be read");
        let part = &buffer[..length.expect("it is whole")];
        let query = Query::default();
        let search = Search {
            query: &query,
            later: AllAnswers::default(),
        };
        let by_part = look_at_part(part, &place, &search, &mut known);
        let by_part = by_part.expect("it is ours").expect("there is something");
        let by_records = look_at_records(&place, &search, &mut known);
        let by_records = by_records
            .expect("it is a session")
            .expect("there is something");
        assert_eq!(by_part.title, by_records.title);
        assert_eq!(
            (by_part.date, &by_part.series),
            (by_records.date, &by_records.series)
        );
        assert_eq!(by_part.entries.len(), by_records.entries.len(), "{name}");
        for (one, other) in by_part.entries.iter().zip(&by_records.entries) {
            let mut one = one.clone();
            // Its sentence is only written, never stored.
            one.more.take_if(|_| one.kind == Kind::Ballot);
            assert_eq!(&one, other);
        }
        let names = |roster: &Roster| -> Vec<String> {
            let names = roster
                .all()
                .map(|named| format!("{} {} {}", named.id, named.name, named.shortest()));
            names.collect()
        };
        let all = names(&by_records.roster);
        // Nobody is read of whom nothing is found.
        assert!(names(&by_part.roster).iter().all(|name| all.contains(name)));
    }
}

#[test]
fn every_word_must_stand_in_one_thing_and_phrases_as_they_are() {
    let both = found(&Query::of("friendly villages"));
    let phrase = found(&Query::of("\"friendly villages\""));
    assert!(!phrase.is_empty() && phrase.iter().all(|id| both.contains(id)));
    assert_eq!(found(&Query::of("VILLAGES ＦＲＩＥＮＤＬＹ")), both);
    assert!(found(&Query::of("\"villages friendly\"")).is_empty());
    assert_eq!(found(&Query::of("友好村寨")), ["2023 C5"]);
    assert_eq!(found(&Query::of("村寨 2023 进展")), ["2023 C5"]);
    assert!(found(&Query::of("村寨 hydroponics")).is_empty());
}

#[test]
fn names_are_found_by_pinyin_and_filters_know_both_languages() {
    let by_name = found(&Query::default().unit("Yunnan University of Finance and Economics"));
    assert!(!by_name.is_empty());
    for name in [
        "云南财经大学",
        "yufe",
        "ＹＵＦＥ",
        "yunnancaijingdaxue",
        "yncjdx",
    ] {
        assert_eq!(found(&Query::default().unit(name)), by_name, "{name}");
    }
    let by_person = found(&Query::default().person("Peng Shaoyun"));
    assert!(by_person.contains(&"2023 C3".to_owned()));
    for name in ["peng-shaoyun", "pengshaoyun", "psy"] {
        assert_eq!(found(&Query::default().person(name)), by_person, "{name}");
    }
    let said = found(&Query::of("pengshaoyun engines"));
    assert_eq!(said, ["2023 C6"]);
    assert!(found(&Query::default().unit("nobody of that name")).is_empty());
}

#[test]
fn filters_narrow_what_is_found() {
    let all = found(&Query::default().since("2000-01-01".parse().expect("a day")));
    assert!(all.iter().any(|id| id == "2022 D1") && all.iter().any(|id| id == "2022 A1"));
    assert!(all[0].starts_with("2023"), "the newest session comes first");
    let decisions = found(&Query::default().kinds(vec![Kind::Decision]));
    assert!(decisions.iter().all(|id| id[5..].starts_with('D')) && decisions.len() > 4);
    let themed = found(&Query::default().theme("friendly villages"));
    assert_eq!(found(&Query::default().theme("友好村寨")), themed);
    assert!(themed.contains(&"2023 C5".to_owned()));
    let series = found(&Query::of("translators").series("kunming"));
    assert!(!series.is_empty() && series.iter().all(|id| id.starts_with("2022")));
    let before = Query::of("the").until("2022-12-31".parse().expect("a day"));
    assert!(found(&before).iter().all(|id| id.starts_with("2022")));
    let open = Query::default().statuses(vec![Status::ToDo]);
    let actions = found(&open.kinds(vec![Kind::Action]).unit("translators"));
    assert_eq!(actions, ["2022 A1"]);
}

#[test]
fn files_that_cannot_be_read_are_told_and_the_rest_is_served() {
    let folder = archive();
    let whole = shipped(EXCHANGE);
    let write = |name: &str, bytes: &[u8]| {
        fs::write(folder.path().join(name), bytes).expect("it can be written");
    };
    write(
        "2024-01-01-foreign.toml",
        b"[package]\nname = \"villages\"\n",
    );
    write("2024-01-02-empty.toml", b"");
    write("2024-01-03-torn.toml", &whole[..whole.len() / 3]);
    write("2024-01-04-picture.toml", b"\x89PNG\r\n\xff\xff");
    fs::create_dir(folder.path().join("2024-01-05-folder.toml")).expect("it can be made");
    let (ids, extent, unread) = ids(folder.path(), &Query::of("友好村寨"));
    assert_eq!(ids, ["2023 C5"]);
    assert_eq!((extent.sessions, extent.having), (2, 1));
    let mut told: Vec<&str> = unread.iter().map(|one| one.why.id).collect();
    told.sort_unstable();
    let expected = [
        "archive-foreign",
        "error-not-a-file",
        "session-damaged",
        "session-empty",
        "session-not-text",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_part_that_somebody_wrote_into_is_read_by_its_records() {
    let folder = archive();
    let text = String::from_utf8(shipped(EXCHANGE)).expect("it is text");
    let edited = text.replacen("text = \"2023: 边境县的", "text = '''2023: 边境县的", 1);
    assert_ne!(edited, text);
    fs::write(folder.path().join(EXCHANGE), edited).expect("it can be written");
    let (ids, ..) = ids(folder.path(), &Query::of("友好村寨"));
    assert_eq!(ids, ["2023 C5"]);
}

#[test]
fn places_of_words_are_joined_where_they_meet() {
    let query = Query::of("友好 好村 villages");
    let text = "友好村寨 and Villages";
    let places: Vec<&str> = query.places(text).into_iter().map(|at| &text[at]).collect();
    assert_eq!(places, ["友好村", "Villages"]);
    assert!(Query::of("  ").is_empty() && Query::of("\"\"").is_empty());
}
