//! Documents in the formats that leave the house, read back as their readers read them: hostile words, whole files, every kind of block.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use tribune::export::{Composed, DOCUMENTS, FORMATS, MINUTES, Make, Needs, Source, docx, html};
use tribune::locale::Locale;
use tribune::meeting::Meeting;
use tribune::text::Language;

use crate::support::council::council;
use crate::support::held::Sitting;
use crate::support::xml::{Element, read};

/// Every kind of block.
const PAPERS: &str = r"# Papers of {{ title }}

<!-- facts -->
- **Place:** Kunming
- **Chair:** Wang Yu

> Read this aloud.

A paragraph with **strong** and *stressed* words.

## Speakers

<!-- bars -->
| Name | Unit | Time |
| --- | --- | --- |
| Yan Ming | University | 12:30 |
| 杜海涛 | | 6:15 |
| Nobody | Silent | 0:00 |

#### Too deep

1. one
2. two
    - below
        - far below
3. three

Between.

7. seven

---

# Sign-in sheet

<!-- form -->
| No. | Name | Signature |
| --- | --- | --- |
| 1 | Yan Ming | |

| A | B |
| --- | --- |
| plain | 2 |

<!-- signatures -->
| | | |
| --- | --- | --- |
| The chair | | The secretary |
";

/// What people might write, by accident or not.
fn hostile() -> Vec<String> {
    let words = [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "=cmd|' /C calc'!A0",
        "a | b * c _ d ` e ~ f [g](http://h) <i@j.k>",
        "\"quoted\" 'single' “curly” ‘both’",
        "{{ title }} {% if x %} {# y #}",
        "]]> <!-- --> <![CDATA[ ?> </w:t></w:r>",
        "&amp; &lt; &#0; &nbsp; &",
        "</title></style></main> \\22 } body { display: none }",
        "# heading - list 1. one > quote --- | table |",
        "\u{202e}gnp.exe\u{202c} \u{200f}שלום\u{200e} مرحبا \u{2066}x\u{2069}",
        "bell\u{7} esc\u{1b}[31m null\u{0} next\u{85} last\u{ffff}\u{feff}",
        "严明\u{200d}👩\u{200d}🌾 e\u{301} \u{2028} tab\tend",
    ];
    let long = ["x".repeat(10_000), "长".repeat(10_000)];
    words.map(str::to_owned).into_iter().chain(long).collect()
}

fn composed(template: &str, meeting: &Meeting, language: Language) -> Composed {
    let locale = Locale::new(language);
    MINUTES
        .compose(template, &Source::of(meeting), &locale, None)
        .expect("the template is sound")
}

fn page(composed: &Composed) -> Element {
    let bytes = html::write(composed, &Locale::new(composed.language));
    let text = String::from_utf8(bytes).expect("HTML is UTF-8");
    read(&text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

/// The parts of a DOCX file by name.
fn parts(composed: &Composed) -> BTreeMap<String, String> {
    let bytes = docx::write(composed, &Locale::new(composed.language));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a zip file");
    let count = archive.len();
    let part = |at: usize| {
        let mut file = archive.by_index(at).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("parts are UTF-8");
        let name = file.name().expect("names are UTF-8").into_owned();
        (name, text)
    };
    (0..count).map(part).collect()
}

fn part(parts: &BTreeMap<String, String>, name: &str) -> Element {
    let text = &parts[name];
    read(text).unwrap_or_else(|error| panic!("{name}: {error} in\n{text}"))
}

#[test]
fn hostile_words_are_harmless_and_come_back_as_they_were_stored() {
    const PLACES: &str = "# {{ title }}\n\n<!-- facts -->\n- **Name:** {{ title }}\n\n> {{ title }}\n\n## {{ title }}\n\n{{ title }}\n\n- {{ title }}\n    1. {{ title }}\n\n<!-- bars -->\n| {{ title }} | N |\n| --- | --- |\n| {{ title }} | {{ title }} |\n\n<!-- signatures -->\n| | |\n| --- | --- |\n| {{ title }} | |\n";
    for words in hostile() {
        let quoted = serde_json::to_string(&words).expect("a string");
        let quoted = quoted.replace('\u{ffff}', "\\uffff");
        let agenda = format!("title = {quoted}\nitems = [\"Opening\"]\norganisation = {quoted}\n");
        let Ok(sitting) = Sitting::new(&agenda) else {
            panic!("the agenda is not read: {agenda}")
        };
        let stored = sitting.meeting.agenda.title.en.to_string();
        let composed = composed(PLACES, &sitting.meeting, Language::English);
        assert_eq!(composed.title, stored);

        let page = page(&composed);
        let leaves = ["h1", "h2", "p", "li", "dd", "th", "td", "title"];
        let said = |element: &&Element| {
            let own = element.nodes.first().map(|node| match node {
                crate::support::xml::Node::Text(text) => text.trim_end().to_owned(),
                crate::support::xml::Node::Element(element) => element.text(),
            });
            own.as_deref() == Some(stored.as_str())
        };
        let found = page.named(&leaves).into_iter().filter(said).count();
        assert_eq!(found, 12, "{stored:?}");
        let active = page.named(&["script", "img", "a", "link", "iframe", "object", "i", "b"]);
        assert!(active.is_empty(), "{active:?}");

        let parts = parts(&composed);
        let document = part(&parts, "word/document.xml");
        let said: Vec<String> = document.named(&["w:p"]).iter().map(|p| p.text()).collect();
        let found = said.iter().filter(|text| **text == stored).count();
        assert_eq!(found, 11, "{stored:?} in {said:?}");
        assert_eq!(
            part(&parts, "docProps/core.xml").named(&["dc:title"])[0].text(),
            stored
        );
        let header = part(&parts, "word/header.xml");
        let is_long = stored.chars().count() > 100;
        assert!(is_long || header.text().ends_with(&stored));
        assert!(
            header.text().chars().count() <= 104,
            "it would fill the page"
        );
    }
}

#[test]
fn every_kind_of_block_stands_in_every_format() {
    let composed = composed(PAPERS, &council(), Language::English);
    for format in FORMATS {
        let Make::Document(write) = &format.make else {
            continue;
        };
        let bytes = write(&composed, &Locale::new(Language::English));
        assert!(!bytes.is_empty(), "{}", format.name);
        let text = match format.name {
            "docx" => part(&parts(&composed), "word/document.xml").text(),
            "html" => page(&composed).text(),
            _ => String::from_utf8(bytes).expect("it is text"),
        };
        for words in [
            "Papers of Council of friends",
            "Kunming",
            "Read this aloud.",
            "stressed",
            "杜海涛",
            "far below",
            "seven",
            "Signature",
            "plain",
            "The secretary",
        ] {
            assert!(
                text.contains(words),
                "{words:?} is missing in {}",
                format.name
            );
        }
    }
}

#[test]
fn every_document_is_whole_in_html_and_docx() {
    let source = Source::of(&council());
    let unit = source.plan.agenda.units.first();
    let unit = unit.map(|unit| tribune::agenda::Who::Unit(unit.id.clone()));
    for document in DOCUMENTS {
        for language in Language::ALL {
            let unit = match document.needs {
                Needs::Unit => unit.as_ref(),
                Needs::Agenda | Needs::Meeting | Needs::Series => None,
            };
            let template = document.template(language);
            let composed = document
                .compose(template, &source, &Locale::new(language), unit)
                .expect("the shipped template is sound");
            assert_headings_are_in_order(&page(&composed));
            assert_package_is_whole(&parts(&composed));
        }
    }
}

#[test]
fn an_empty_document_still_opens() {
    for template in [
        "",
        "---\n",
        "| A |\n| --- |\n",
        "<!-- bars -->\n| |\n| --- |\n",
        "<!-- columns -->\n| |\n| --- |\n| 1 |\n",
        "<!-- plan -->\n| |\n| --- |\n| 1 |\n",
        "<!-- columns -->\n| A | B |\n| --- | --- |\n| | |\n",
    ] {
        let composed = composed(template, &council(), Language::Chinese);
        let page = page(&composed);
        assert_headings_are_in_order(&page);
        assert_eq!(page.named(&["h1"])[0].text(), "友好理事会");
        assert_package_is_whole(&parts(&composed));
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let locale = Locale::new(Language::Chinese);
    let once = composed(PAPERS, &council(), Language::Chinese);
    let again = composed(PAPERS, &council(), Language::Chinese);
    assert_eq!(html::write(&once, &locale), html::write(&again, &locale));
    let packed = docx::write(&once, &locale);
    assert_eq!(packed, docx::write(&again, &locale));
    let mut archive = zip::ZipArchive::new(Cursor::new(packed)).expect("it is a zip file");
    for at in 0..archive.len() {
        let file = archive.by_index(at).expect("a part");
        let year = file.last_modified().map(|time| time.year());
        assert_eq!(year, Some(1980), "part {at}");
    }
}

/// One first heading, and no level skipped.
fn assert_headings_are_in_order(page: &Element) {
    let headings = page.named(&["h1", "h2", "h3", "h4", "h5", "h6"]);
    let levels: Vec<u32> = headings
        .iter()
        .filter_map(|heading| heading.name[1..].parse().ok())
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(
        levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
        "{levels:?}"
    );
}

#[test]
fn a_page_needs_nothing_from_outside_and_can_be_heard() {
    for language in Language::ALL {
        let page = page(&composed(PAPERS, &council(), language));
        assert_eq!(page.get("lang"), Some(language.tag()));
        assert_headings_are_in_order(&page);
        let metas = page.named(&["meta"]);
        let policy = metas
            .iter()
            .find(|meta| meta.get("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy
            .and_then(|meta| meta.get("content"))
            .unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        let style = page.named(&["style"])[0].text();
        for outside in ["url(", "@import", "http", "@font-face"] {
            assert!(!style.contains(outside), "{outside}");
        }
        for element in page.all() {
            for loading in ["src", "href", "srcset", "onclick", "action"] {
                assert_eq!(element.get(loading), None, "{}", element.name);
            }
        }
        assert_eq!(page.named(&["main"]).len(), 1);
        let ids: BTreeSet<&str> = page.all().iter().filter_map(|one| one.get("id")).collect();
        for table in page.named(&["table"]) {
            let heading = table.get("aria-labelledby").unwrap_or_default();
            assert!(ids.contains(heading), "{heading}");
        }
        let scopes = |scope: &str| {
            let heads = page.named(&["th"]);
            heads
                .iter()
                .filter(|th| th.get("scope") == Some(scope))
                .count()
        };
        assert_eq!((scopes("col"), scopes("row")), (8, 5));
    }
}

#[test]
fn bars_are_to_scale_and_kept_from_those_who_hear() {
    let page = page(&composed(PAPERS, &council(), Language::English));
    let plots = page.named(&["svg"]);
    assert!(
        plots
            .iter()
            .all(|svg| svg.get("aria-hidden") == Some("true"))
    );
    let widths: Vec<_> = page
        .named(&["rect"])
        .iter()
        .filter_map(|rect| rect.get("width"))
        .collect();
    assert_eq!(widths, ["100.0%", "50.0%", "0.0%"]);
}

#[test]
fn a_page_is_printed_with_the_page_numbers_of_its_language() {
    let style =
        |language| page(&composed(PAPERS, &council(), language)).named(&["style"])[0].text();
    let english = style(Language::English);
    assert!(english.contains(r#"counter(page) " \2f  " counter(pages)"#));
    let chinese = style(Language::Chinese);
    assert!(chinese.contains(r#""第" counter(page) "页\ff0c 共" counter(pages) "页""#));
    assert!(chinese.contains("\"友好协会\""));
}

fn target(folder: &str, relationship: &Element) -> String {
    format!("{folder}{}", relationship.get("Target").unwrap_or_default())
}

/// Every part is well-formed; whatever one names, another has.
fn assert_package_is_whole(parts: &BTreeMap<String, String>) {
    for name in parts.keys() {
        part(parts, name);
    }
    let types = part(parts, "[Content_Types].xml");
    for declared in types.named(&["Override"]) {
        let name = declared.get("PartName").unwrap_or_default();
        assert!(parts.contains_key(name.trim_start_matches('/')), "{name}");
    }
    for (file, folder) in [
        ("_rels/.rels", ""),
        ("word/_rels/document.xml.rels", "word/"),
    ] {
        for relationship in part(parts, file).named(&["Relationship"]) {
            let target = target(folder, relationship);
            assert!(parts.contains_key(&target), "{target}");
        }
    }
    let document = part(parts, "word/document.xml");
    let relations = part(parts, "word/_rels/document.xml.rels");
    let known: BTreeSet<_> = relations
        .children()
        .filter_map(|one| one.get("Id"))
        .collect();
    for reference in document.named(&["w:headerReference", "w:footerReference"]) {
        assert!(reference.get("r:id").is_some_and(|id| known.contains(id)));
    }
    let styles = part(parts, "word/styles.xml");
    let known: BTreeSet<_> = styles
        .named(&["w:style"])
        .iter()
        .filter_map(|style| style.get("w:styleId"))
        .collect();
    let used = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"];
    let others = [&styles, &document].map(|part| part.named(&used));
    for style in others
        .iter()
        .flatten()
        .filter_map(|style| style.get("w:val"))
    {
        assert!(known.contains(style), "{style}");
    }
    let numbering = part(parts, "word/numbering.xml");
    let lists: BTreeSet<_> = numbering
        .named(&["w:num"])
        .iter()
        .filter_map(|list| list.get("w:numId"))
        .collect();
    for list in document.named(&["w:numId"]) {
        assert!(list.get("w:val").is_some_and(|id| lists.contains(id)));
    }
    assert_elements_are_in_order(&[&document, &styles]);
    assert_tables_are_sound(&document);
}

/// The order that the schema asks for; word processors forgive little of it.
fn assert_elements_are_in_order(parts: &[&Element]) {
    const ORDERS: &[(&str, &str)] = &[
        (
            "w:pPr",
            "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs kinsoku wordWrap overflowPunct autoSpaceDE autoSpaceDN spacing ind jc outlineLvl",
        ),
        ("w:rPr", "rStyle rFonts b bCs i iCs color sz szCs em lang"),
        (
            "w:tblPr",
            "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
        ),
        ("w:tcPr", "tcW tcBorders shd vAlign"),
        ("w:tc", "tcPr p"),
        ("w:tr", "trPr tc"),
        ("w:tbl", "tblPr tblGrid tr"),
        ("w:p", "pPr r"),
        (
            "w:sectPr",
            "headerReference footerReference pgSz pgMar titlePg",
        ),
        (
            "w:style",
            "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
        ),
    ];
    for (parent, order) in ORDERS {
        let order: Vec<&str> = order.split(' ').collect();
        for element in parts.iter().flat_map(|part| part.named(&[parent])) {
            let places: Vec<usize> = element
                .children()
                .map(|child| {
                    let name = child.name.trim_start_matches("w:");
                    let place = order.iter().position(|known| *known == name);
                    place.unwrap_or_else(|| panic!("{name} in {parent}"))
                })
                .collect();
            assert!(places.is_sorted(), "{parent}: {element:?}");
        }
    }
}

/// As many cells in each row as columns, as wide as they are; no wider than the text; a paragraph after each.
fn assert_tables_are_sound(document: &Element) {
    let width = |element: &Element| -> usize {
        let width = element.get("w:w").and_then(|width| width.parse().ok());
        width.expect("a width")
    };
    for table in document.named(&["w:tbl"]) {
        let columns: Vec<usize> = table.named(&["w:gridCol"]).into_iter().map(width).collect();
        let whole = width(table.named(&["w:tblW"])[0]);
        assert_eq!(columns.iter().sum::<usize>(), whole);
        assert!(whole <= 8958);
        assert!(!table.named(&["w:tr"]).is_empty());
        for row in table.named(&["w:tr"]) {
            let cells: Vec<usize> = row.named(&["w:tcW"]).into_iter().map(width).collect();
            assert_eq!(cells, columns);
        }
    }
    let body = document.children().next().expect("a body");
    let names: Vec<&str> = body.children().map(|one| one.name.as_str()).collect();
    assert!(
        names
            .windows(2)
            .all(|pair| pair[0] != "w:tbl" || pair[1] == "w:p")
    );
    assert!(matches!(names[..], [.., "w:p", "w:sectPr"]), "{names:?}");
}

#[test]
fn a_word_processor_finds_headings_lists_and_tables() {
    let parts = parts(&composed(PAPERS, &council(), Language::English));
    assert_package_is_whole(&parts);
    let document = part(&parts, "word/document.xml");
    let styled: Vec<(String, String)> = document
        .named(&["w:p"])
        .iter()
        .filter_map(|p| {
            let style = p.named(&["w:pStyle"]).first()?.get("w:val")?.to_owned();
            Some((style, p.text()))
        })
        .collect();
    for (style, text) in [
        ("Title", "Papers of Council of friends"),
        ("FactName", "Place:"),
        ("Note", "Read this aloud."),
        ("BodyText", "A paragraph with strong and stressed words."),
        ("Heading1", "Speakers"),
        ("Heading3", "Too deep"),
        ("ListNumber", "two"),
        ("ListBullet", "far below"),
        ("Title", "Sign-in sheet"),
        ("CellHead", "Signature"),
        ("Signature", "The chair"),
        ("Cell", ""),
    ] {
        let named = (style.to_owned(), text.to_owned());
        assert!(styled.contains(&named), "{named:?} in {styled:?}");
    }
    assert_eq!(document.named(&["w:pageBreakBefore"]).len(), 1);
    assert_eq!(document.named(&["w:tblHeader"]).len(), 3);
    let numbering = part(&parts, "word/numbering.xml");
    let starts: Vec<_> = numbering
        .named(&["w:startOverride"])
        .iter()
        .filter_map(|start| start.get("w:val").map(str::to_owned))
        .collect();
    assert_eq!(
        starts,
        ["1", "7"],
        "the list goes on behind what stands below"
    );
}

#[test]
fn styles_have_levels_for_navigation_and_type_for_chinese() {
    for (language, body) in [(Language::English, "宋体"), (Language::Chinese, "仿宋")] {
        let parts = parts(&composed(PAPERS, &council(), language));
        let styles = part(&parts, "word/styles.xml");
        assert!(
            !parts["word/styles.xml"].contains('@'),
            "a place is not filled in"
        );
        let fonts = styles.named(&["w:rPrDefault"])[0].named(&["w:rFonts"])[0];
        assert_eq!(fonts.get("w:eastAsia"), Some(body));
        assert_eq!(fonts.get("w:ascii"), Some("Times New Roman"));
        let lang = styles.named(&["w:lang"])[0];
        assert_eq!(lang.get("w:eastAsia"), Some("zh-CN"));
        for (id, level) in [("Heading1", "0"), ("Heading2", "1"), ("Heading3", "2")] {
            let all = styles.named(&["w:style"]);
            let style = all.iter().find(|style| style.get("w:styleId") == Some(id));
            let style = style.expect("the heading has a style");
            assert_eq!(style.named(&["w:outlineLvl"])[0].get("w:val"), Some(level));
            assert_eq!(style.named(&["w:keepNext"]).len(), 1);
        }
    }
}

#[test]
fn each_sheet_is_numbered_and_says_whose_it_is() {
    for (language, footer, header) in [
        (
            Language::English,
            " PAGE 1 /  NUMPAGES 1",
            "Association of friendsCouncil of friends",
        ),
        (
            Language::Chinese,
            "第 PAGE 1页，共 NUMPAGES 1页",
            "友好协会友好理事会",
        ),
    ] {
        let parts = parts(&composed(PAPERS, &council(), language));
        for name in ["word/footer.xml", "word/footer-first.xml"] {
            assert_eq!(part(&parts, name).text(), footer);
        }
        assert_eq!(part(&parts, "word/header.xml").text(), header);
        let core = part(&parts, "docProps/core.xml");
        assert_eq!(
            core.named(&["dcterms:created"])[0].text(),
            "2024-03-01T00:00:00Z"
        );
        assert_eq!(core.named(&["dc:language"])[0].text(), language.tag());
    }
}
