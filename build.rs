//! Finds the sentences of each language before the program is built, so that no start of it looks for them. How they are
//! found is `src/locale/entries.rs`'s; what they say is read when they are said.

#[path = "src/locale/entries.rs"]
mod entries;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/locale/entries.rs");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for language in ["en", "zh-CN"] {
        let file = format!("config/locales/{language}.ftl");
        println!("cargo::rerun-if-changed={file}");
        let source = fs::read_to_string(file)?;
        let places = entries::places(&source);
        let index = Path::new(&out).join(language).with_extension("rs");
        fs::write(index, format!("&{places:?}"))?;
    }
    Ok(())
}
