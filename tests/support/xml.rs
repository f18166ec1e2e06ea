//! XML read back into a tree, strictly: what a word processor or a browser would find in a document.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// An element with what stands in it.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name, with prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// What stands in it, in order.
    pub nodes: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// The root of a text that is well-formed.
///
/// # Errors
/// Where it is not.
pub fn read(source: &str) -> Result<Element, String> {
    let mut reader = Reader::from_str(source);
    let mut open = vec![Element::default()];
    loop {
        let at = reader.buffer_position();
        let event = reader
            .read_event()
            .map_err(|error| format!("at {at}: {error}"))?;
        match event {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => {
                let whole = element(&start)?;
                within(&mut open).nodes.push(Node::Element(whole));
            }
            Event::End(_) => {
                let whole = open.pop().ok_or("an end too many")?;
                within(&mut open).nodes.push(Node::Element(whole));
            }
            Event::Text(text) => say(&mut open, &text.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(reference) => {
                let said = match &*reference.into_inner() {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    other => return Err(format!("at {at}: &{other};")),
                };
                say(&mut open, said);
            }
            Event::Eof => break,
            Event::Decl(_) | Event::DocType(_) => {}
            other => return Err(format!("at {at}: {other:?}")),
        }
    }
    let root = open.pop().ok_or("nothing")?;
    if !open.is_empty() {
        return Err(format!("{} is not closed", root.name));
    }
    match root.nodes.into_iter().find_map(Node::element) {
        Some(element) => Ok(element),
        None => Err("no element".to_owned()),
    }
}

fn within(open: &mut [Element]) -> &mut Element {
    open.last_mut().expect("the outermost stays open")
}

fn say(open: &mut [Element], said: &str) {
    let forbidden = said
        .chars()
        .find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
    assert_eq!(forbidden, None, "in {said:?}");
    let nodes = &mut within(open).nodes;
    match nodes.last_mut() {
        Some(Node::Text(text)) => text.push_str(said),
        _ => nodes.push(Node::Text(said.to_owned())),
    }
}

fn element(start: &BytesStart) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| error.to_string())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element {
        name: start.name().as_ref().to_owned(),
        attributes,
        nodes: Vec::new(),
    })
}

impl Node {
    fn element(self) -> Option<Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

impl Element {
    /// That attribute of it.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The elements that stand directly in it.
    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// It and all elements in it, in order.
    pub fn all(&self) -> Vec<&Element> {
        let below = self.children().flat_map(Element::all);
        std::iter::once(self).chain(below).collect()
    }

    /// Those of them that have one of these names.
    pub fn named(&self, names: &[&str]) -> Vec<&Element> {
        let mut all = self.all();
        all.retain(|element| names.contains(&element.name.as_str()));
        all
    }

    /// The words in it.
    pub fn text(&self) -> String {
        let said = |node: &Node| match node {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.nodes.iter().map(said).collect()
    }
}
