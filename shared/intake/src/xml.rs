//! A small tree of an XML document.
//!
//! Entities that the document defines are not expanded: they stay as they are written. The depth is bounded,
//! so that no document exhausts the stack.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};
use text::markup::{self, MarkupKind};

/// The deepest nesting of elements. NewsML-G2 with XHTML inside needs about 20.
const DEEPEST: usize = 128;

/// An element with its content in order. Names are local, without prefix.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

/// A part of an element's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Returns the value of an attribute, by its local name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the child elements in order.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Returns the first child element with a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// Returns the first element with a name, at any depth, in document order.
    pub(crate) fn find(&self, name: &str) -> Option<&Self> {
        self.elements()
            .find_map(|element| if element.name == name { Some(element) } else { element.find(name) })
    }

    /// Returns all text in this element on one line.
    pub(crate) fn line(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn collect(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(part) => text.push_str(part),
                Node::Element(element) => {
                    element.collect(text);
                    text.push(' ');
                }
            }
        }
    }
}

/// Reads the root element. Returns the byte at which a document stops being readable.
pub(crate) fn root(document: &str) -> Result<Element, u64> {
    let mut reader = Reader::from_str(document);
    // What agencies send is not always escaped.
    reader.config_mut().allow_dangling_amp = true;
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|_| reader.error_position())?;
        match event {
            Event::Start(start) if open.len() <= DEEPEST => open.push(element(&start)),
            Event::Start(_) => return Err(reader.buffer_position()),
            Event::Empty(start) => add(&mut open, Node::Element(element(&start))),
            Event::End(_) => {
                let closed = open.pop().unwrap_or_default();
                add(&mut open, Node::Element(closed));
            }
            Event::Text(text) => add(&mut open, Node::Text(text.xml10_content().into_owned())),
            Event::CData(text) => add(&mut open, Node::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(name) => add(&mut open, Node::Text(reference(&name))),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let document = open.pop().filter(|_| open.is_empty()).ok_or_else(|| reader.buffer_position())?;
    let root = document.children.into_iter().find_map(|child| match child {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or_else(|| reader.buffer_position())
}

/// Returns the local name of the root element, without reading further.
pub(crate) fn root_name(document: &str) -> Option<String> {
    let mut reader = Reader::from_str(document);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => return Some(start.local_name().as_ref().to_owned()),
            Event::Text(text) if !text.trim().is_empty() => return None,
            Event::Text(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::End(_) | Event::CData(_) | Event::GeneralRef(_) | Event::Eof => return None,
        }
    }
}

fn add(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut attributes = start.attributes();
    // A repeated attribute makes a document invalid, but not unreadable.
    let attributes = attributes.with_checks(false).filter_map(Result::ok).filter_map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some((attribute.key.local_name().as_ref().to_owned(), value.into_owned()))
    });
    Element {
        name: start.local_name().as_ref().to_owned(),
        attributes: attributes.collect(),
        children: Vec::new(),
    }
}

/// Returns the character of a reference, those of HTML included. A reference that is not known stays as it is.
fn reference(name: &str) -> String {
    if name == "apos" {
        return "'".to_owned();
    }
    let written = format!("&{name};");
    match markup::scan(&written).next().map(|found| found.kind) {
        Some(MarkupKind::Reference(Some(character))) => character.to_string(),
        _ => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_attributes_and_references_are_read() {
        let read =
            root("<?xml version='1.0'?><!-- c --><n:a x='1 &amp; 2'>b&eacute;<c/> &lt;<![CDATA[<d>]]></n:a>")
                .unwrap();
        assert_eq!((read.name.as_str(), read.attribute("x")), ("a", Some("1 & 2")));
        assert_eq!(read.line(), "bé <<d>");
        assert!(read.child("c").is_some());
        assert_eq!(root_name("<!DOCTYPE x><n:a>"), Some("a".to_owned()));
        assert_eq!(root_name("text <a>"), None);
    }

    #[test]
    fn an_entity_that_the_document_defines_is_not_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY x 'boom'><!ENTITY y '&x;&x;'>]><a>&y;</a>";
        assert_eq!(root(bomb).unwrap().line(), "&y;");
    }

    #[test]
    fn a_document_that_is_too_deep_or_does_not_end_is_an_error() {
        assert!(root(&"<a>".repeat(100_000)).is_err());
        assert!(root(&("<a>".repeat(500) + &"</a>".repeat(500))).is_err());
        for broken in ["", "text", "<a>", "<a></b>", "<a", "</a>"] {
            assert!(root(broken).is_err(), "{broken}");
        }
    }
}
