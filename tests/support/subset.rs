//! Whether expected parts stand in a document: tables by key, lists of tables by their entries' own key (or by place),
//! everything else whole. Says where they part, by path.

use serde_json::Value;

/// Every place where the document is not as expected, as `path: what is wrong`.
pub fn differences(expected: &Value, document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(expected, document, "", &mut found);
    found
}

/// What stands at a dotted path: `items.0.turns`.
pub fn at<'v>(document: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.')
        .try_fold(document, |value, key| match value {
            Value::Array(list) => list.get(key.parse::<usize>().ok()?),
            _ => value.get(key),
        })
}

fn compare(expected: &Value, found: &Value, path: &str, out: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(there)) => {
            for (key, value) in wanted {
                let path = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                match there.get(key) {
                    Some(there) => compare(value, there, &path, out),
                    None => out.push(format!("{path}: is not there")),
                }
            }
        }
        (Value::Array(wanted), Value::Array(there)) if wanted.iter().any(Value::is_object) => {
            for (place, value) in wanted.iter().enumerate() {
                match entry(value, place, there, path) {
                    Some((place, there)) => {
                        compare(value, there, &format!("{path}[{place}]"), out);
                    }
                    None => out.push(format!("{path}: no entry for {value}")),
                }
            }
        }
        // TOML has no null: the word stands for it.
        (Value::String(word), Value::Null) if word == "null" => {}
        (expected, found) if expected == found => {}
        (expected, found) => out.push(format!("{path}: expected {expected}, found {found}")),
    }
}

/// The entry that an expected one is about: by the key its list goes by, else by its place.
fn entry<'v>(
    wanted: &Value,
    place: usize,
    list: &'v [Value],
    path: &str,
) -> Option<(usize, &'v Value)> {
    let name = path.rsplit('.').next().unwrap_or_default();
    let keys: &[&str] = match name {
        "items" => &["number"],
        "attendance" | "answers" | "speaking_seconds" => &["person", "name"],
        "units" | "contributions" | "motions" | "actions" | "ballots" => &["id"],
        "decisions" | "candidates" => &["id", "name"],
        "by_unit" => &["unit"],
        "by_theme" => &["theme"],
        "by_kind" => &["kind"],
        "groups" => &["group"],
        _ => &[],
    };
    match keys.iter().find_map(|k| Some((*k, wanted.get(*k)?))) {
        Some((key, value)) => list
            .iter()
            .enumerate()
            .find(|(_, entry)| entry.get(key) == Some(value)),
        None => list.get(place).map(|entry| (place, entry)),
    }
}

#[test]
fn what_is_expected_is_found_by_key_or_by_place_and_what_differs_is_named() {
    let expected = serde_json::json!({
        "items": [{"number": 2, "turns": [{"person": "ada"}, {"person": "ben"}]}],
        "summary": {"unheard": ["x"], "quorum_met": "null"},
        "gone": 1
    });
    let document = serde_json::json!({
        "items": [{"number": 1}, {"number": 2, "turns": [{"person": "ada"}, {"person": "cai"}]}],
        "summary": {"unheard": ["x", "y"], "quorum_met": null}
    });
    assert_eq!(
        differences(&expected, &document),
        [
            "gone: is not there",
            "items[1].turns[1].person: expected \"ben\", found \"cai\"",
            "summary.unheard: expected [\"x\"], found [\"x\",\"y\"]",
        ]
    );
    assert_eq!(
        at(&document, "items.1.turns")
            .and_then(Value::as_array)
            .map(Vec::len),
        Some(2)
    );
}
