//! Reads the rules that are shipped in `config/rules.toml`. Owns no rule of its own.

use serde::Deserialize;

use super::Rule;

const SHIPPED: &str = include_str!("../../config/rules.toml");

#[derive(Deserialize)]
struct File {
    rule: Vec<Rule>,
}

/// The shipped rules in the order of the file.
pub(super) fn read() -> Vec<Rule> {
    let file: File = toml::from_str(SHIPPED).expect("the shipped rules are read by a test");
    file.rule
}
