//! Documents as DOCX, for those who work on in a word processor. Owns the package: which parts there are, what holds for the whole document,
//! and how they are packed. `docx/body.rs` has the text, `docx/table.rs` the tables, `docx/margin.rs` head and foot of each page; the fixed
//! parts are files beside it, `docx/styles.xml` the look.
//!
//! The same document gives the same bytes: the files in it carry no time, and its properties that of the meeting.

mod body;
mod margin;
mod table;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::document::Composed;
use super::markup::escaped;
use crate::locale::Locale;
use crate::text::Language;
use body::Body;

/// What every part begins with.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespace of all that stands in a text.
const WORDS: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
/// Between the margins, in twentieths of a point. The right tab of the `Header` style stands there too.
const TEXT_WIDTH: usize = 8958;
/// A4, margins of 26 mm; the first page is without a head.
const SHEET: &str = concat!(
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>",
    "<w:footerReference w:type=\"default\" r:id=\"footer\"/><w:footerReference w:type=\"first\" r:id=\"footer-first\"/>",
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
    "<w:pgMar w:top=\"1474\" w:right=\"1474\" w:bottom=\"1361\" w:left=\"1474\" w:header=\"737\" w:footer=\"680\" w:gutter=\"0\"/>",
    "<w:titlePg/></w:sectPr>"
);
/// Fast rather than small.
const LEVEL: i64 = 2;

/// The document as DOCX.
///
/// # Panics
/// Where a part had four gigabytes, which no meeting that can be read has.
#[must_use]
pub fn write(composed: &Composed, locale: &Locale) -> Vec<u8> {
    let body = Body::of(&composed.blocks(), composed.language);
    let footer = margin::footer(locale);
    let parts = [
        (
            "[Content_Types].xml",
            include_str!("docx/content-types.xml"),
        ),
        ("_rels/.rels", include_str!("docx/relationships.xml")),
        ("docProps/core.xml", &core(composed)),
        ("docProps/app.xml", &app(composed)),
        (
            "word/_rels/document.xml.rels",
            include_str!("docx/document-relationships.xml"),
        ),
        ("word/document.xml", &document(&body)),
        ("word/styles.xml", &styles(composed)),
        ("word/numbering.xml", &numbering(&body)),
        ("word/settings.xml", include_str!("docx/settings.xml")),
        ("word/fontTable.xml", include_str!("docx/fonts.xml")),
        ("word/header.xml", &margin::header(composed)),
        ("word/footer.xml", &footer),
        ("word/footer-first.xml", &footer),
    ];
    pack(&parts).expect("memory takes what is written, and no part comes near four gigabytes")
}

fn pack(parts: &[(&str, &str)]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        packed.start_file(*name, options)?;
        packed.write_all(part.as_bytes())?;
    }
    Ok(packed.finish()?.into_inner())
}

fn document(body: &Body) -> String {
    let mut out = String::with_capacity(body.text.len() + 1024);
    out.extend([DECLARATION, "<w:document ", WORDS]);
    out.push_str(
        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>",
    );
    out.extend([&body.text, SHEET, "</w:body></w:document>"]);
    out
}

fn core(composed: &Composed) -> String {
    let mut out = String::from(DECLARATION);
    out.push_str("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"");
    out.push_str(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"");
    out.push_str(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    let creator = composed.organisation.as_deref().unwrap_or_default();
    for (name, value) in [
        ("dc:title", composed.title.as_str()),
        ("dc:creator", creator),
        ("cp:lastModifiedBy", creator),
        ("dc:language", composed.language.tag()),
    ] {
        let _ = write!(out, "<{name}>{}</{name}>", escaped(value));
    }
    if let Some(day) = composed.day {
        for name in ["dcterms:created", "dcterms:modified"] {
            let _ = write!(
                out,
                "<{name} xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</{name}>"
            );
        }
    }
    out.push_str("</cp:coreProperties>");
    out
}

fn app(composed: &Composed) -> String {
    let company = composed.organisation.as_deref().unwrap_or_default();
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>tribune</Application><Company>{}</Company></Properties>",
        escaped(company)
    )
}

/// The styles with what differs by language: Chinese type is chosen as Chinese offices do it, and its paragraphs begin two characters in.
fn styles(composed: &Composed) -> String {
    let values: &[(&str, &str)] = match composed.language {
        Language::English => &[
            ("@body@", "宋体"),
            ("@second@", "黑体"),
            ("@size@", "23"),
            ("@line@", "w:line=\"283\" w:lineRule=\"auto\""),
            ("@align@", "left"),
            ("@title@", "44"),
            ("@first@", "29"),
            ("@second-size@", "25"),
            ("@after@", "140"),
            ("@entry@", "60"),
            ("@indent@", ""),
            ("@emphasis@", "<w:i/><w:iCs/>"),
        ],
        Language::Chinese => &[
            ("@body@", "仿宋"),
            ("@second@", "楷体"),
            ("@size@", "24"),
            ("@line@", "w:line=\"420\" w:lineRule=\"exact\""),
            ("@align@", "center"),
            ("@title@", "44"),
            ("@first@", "30"),
            ("@second-size@", "28"),
            ("@after@", "60"),
            ("@entry@", "20"),
            (
                "@indent@",
                "<w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/>",
            ),
            (
                "@emphasis@",
                "<w:rFonts w:eastAsia=\"楷体\"/><w:em w:val=\"dot\"/>",
            ),
        ],
    };
    // What is read aloud is read standing.
    let note = if composed.is_read_aloud() {
        [
            ("@note@", "30"),
            ("@note-line@", "w:line=\"540\" w:lineRule=\"exact\""),
        ]
    } else {
        [("@note@", "@size@"), ("@note-line@", "@line@")]
    };
    let mut styles = include_str!("docx/styles.xml").to_owned();
    for (place, value) in note.iter().chain(values) {
        styles = styles.replace(place, value);
    }
    styles
}

/// Bullets are list 1; each run of numbers is a list of its own.
fn numbering(body: &Body) -> String {
    const DEPTHS: usize = body::DEEPEST + 1;
    const BULLETS: [&str; 3] = ["•", "–", "·"];
    let mut out = format!("{DECLARATION}<w:numbering {WORDS}>");
    let level = |out: &mut String, depth: usize, format: &str, text: &str| {
        let _ = write!(
            out,
            "<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"360\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/></w:rPr></w:lvl>",
            360 * (depth + 1)
        );
    };
    for list in [1, 2] {
        let _ = write!(
            out,
            "<w:abstractNum w:abstractNumId=\"{list}\"><w:multiLevelType w:val=\"multilevel\"/>"
        );
        for depth in 0..DEPTHS {
            match list {
                1 => level(&mut out, depth, "bullet", BULLETS[depth.min(2)]),
                _ => level(&mut out, depth, "decimal", &format!("%{}.", depth + 1)),
            }
        }
        out.push_str("</w:abstractNum>");
    }
    out.push_str("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>");
    for (list, start) in (2..).zip(&body.numbered) {
        let _ = write!(
            out,
            "<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"{}\"><w:startOverride w:val=\"{}\"/></w:lvlOverride></w:num>",
            start.depth, start.number
        );
    }
    out.push_str("</w:numbering>");
    out
}
