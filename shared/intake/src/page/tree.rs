//! The tree of a web page.
//!
//! html5gum splits the page into tags and text as the HTML standard says. The tree above it is simpler than
//! the standard's: it closes what authors leave open and ignores what was never opened, but moves nothing.
//! That is enough to tell which text is in which element, and the time for a tag is bounded by the depth. The
//! standard's algorithm takes quadratic time for pages that nest tens of thousands of elements.

use std::collections::HashMap;
use std::convert::Infallible;
use std::ops::Range;

use html5gum::{
    Span, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};

use super::tags::{self, Kind};

/// The number of an element in its tree. Elements are numbered in the order of their opening tags.
pub(super) type Id = usize;

/// The deepest nesting of elements. Elements below become siblings. Pages of news sites reach about 60.
const DEEPEST: usize = 200;
/// The most elements of a page. Long live blogs have about 20,000.
const MOST: usize = 200_000;
/// The longest value of an attribute that is kept, in bytes.
const LONGEST_VALUE: usize = 4096;
/// The longest text that is collected for one line, in bytes, and the most elements and texts that are looked at.
pub(super) const LONGEST_LINE: usize = 4096;
/// The attributes that tell something about an article.
const KEPT: [&str; 20] = [
    "aria-hidden",
    "charset",
    "class",
    "content",
    "data-component",
    "data-testid",
    "datetime",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "itemprop",
    "lang",
    "name",
    "property",
    "pubdate",
    "rel",
    "role",
    "style",
    "type",
];

/// A page.
#[derive(Debug)]
pub(super) struct Tree {
    elements: Vec<Element>,
}

/// An element with its content in order. Names are in small letters.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) parent: Id,
    pub(super) children: Vec<Node>,
    attributes: Vec<(&'static str, String)>,
}

/// A part of an element's content.
#[derive(Debug)]
pub(super) enum Node {
    Element(Id),
    Text(String),
}

impl Element {
    /// Returns the value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Reports whether an attribute with several words has this one, in any case.
    pub(super) fn has_word(&self, attribute: &str, word: &str) -> bool {
        self.attribute(attribute)
            .is_some_and(|value| value.split_ascii_whitespace().any(|each| each.eq_ignore_ascii_case(word)))
    }
}

impl Tree {
    /// The document, which holds all elements.
    pub(super) const DOCUMENT: Id = 0;

    /// Reads a page. Returns `None` if it has too many elements.
    pub(super) fn read(page: &str) -> Option<Self> {
        let mut builder = Builder::default();
        let mut emitter =
            CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
                builder.event(&event);
                None
            });
        emitter.naively_switch_states(true);
        Tokenizer::new_with_emitter(page, emitter).for_each(drop);
        let is_small = builder.elements.len() <= MOST;
        is_small.then_some(Self { elements: builder.elements })
    }

    /// Returns an element. An unknown number is an empty element.
    pub(super) fn element(&self, id: Id) -> &Element {
        static NONE: Element =
            Element { name: String::new(), parent: 0, children: Vec::new(), attributes: Vec::new() };
        self.elements.get(id).unwrap_or(&NONE)
    }

    /// Returns the number of elements.
    pub(super) fn len(&self) -> usize {
        self.elements.len()
    }

    /// Returns all elements with their numbers, in order.
    pub(super) fn elements(&self) -> impl Iterator<Item = (Id, &Element)> {
        self.elements.iter().enumerate()
    }

    /// Returns all elements of a name.
    pub(super) fn named<'t>(&'t self, name: &'t str) -> impl Iterator<Item = (Id, &'t Element)> {
        self.elements().filter(move |(_, element)| element.name == name)
    }

    /// Returns an element and the elements around it, from inside to outside.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(Some(id), |id| (*id != Self::DOCUMENT).then(|| self.element(*id).parent))
    }

    /// Returns an element and all elements inside it. They are numbered in the order of their opening tags.
    pub(super) fn subtree(&self, id: Id) -> Range<Id> {
        let inside = self.elements.iter().skip(id + 1);
        let last = inside.take_while(|element| element.parent >= id).count();
        id..id + 1 + last
    }

    /// Reports for each element whether it is in a chosen one, or is one itself.
    pub(super) fn in_chosen(&self, is_chosen: impl Fn(Id, &Element) -> bool) -> Vec<bool> {
        let mut inside: Vec<bool> = Vec::with_capacity(self.elements.len());
        for (id, element) in self.elements() {
            // An element has a higher number than its parent.
            let around = inside.get(element.parent).copied().unwrap_or(false);
            inside.push(around || is_chosen(id, element));
        }
        inside
    }

    /// Returns the child elements in order.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        self.element(id).children.iter().filter_map(|child| match child {
            Node::Element(id) => Some(*id),
            Node::Text(_) => None,
        })
    }

    /// Returns the text of an element on one line. Of a text that is too long for a line, the beginning.
    pub(super) fn line(&self, id: Id) -> String {
        let (mut text, mut left) = (String::new(), LONGEST_LINE);
        self.collect(id, &mut left, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the code in an element.
    pub(super) fn code(&self, id: Id) -> String {
        let texts = self.element(id).children.iter().filter_map(|child| match child {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }

    /// Adds the text of an element. `left` counts how many elements and texts may still be looked at.
    fn collect(&self, id: Id, left: &mut usize, text: &mut String) {
        for child in &self.element(id).children {
            if text.len() > LONGEST_LINE || *left == 0 {
                return;
            }
            *left -= 1;
            match child {
                Node::Text(part) => text.push_str(part),
                Node::Element(id) => {
                    self.collect(*id, left, text);
                    if !tags::is_inline(&self.element(*id).name) {
                        text.push(' ');
                    }
                }
            }
        }
    }
}

/// An element that is open. What decides where it ends is kept beside its number, because each tag looks at all
/// open elements.
#[derive(Debug, Clone, Copy)]
struct Open {
    id: Id,
    /// The number of its name in [`Builder::names`].
    name: usize,
    kind: Kind,
    is_inline: bool,
}

/// Builds the tree from tags and text.
#[derive(Debug)]
struct Builder {
    elements: Vec<Element>,
    /// The elements that are open, from outside to inside. Never empty.
    open: Vec<Open>,
    /// The names of the elements that were opened, numbered.
    names: HashMap<String, usize>,
    /// The number of open elements that are too deep to be in `open`.
    too_deep: usize,
    /// The tag that is being read.
    tag: Option<Element>,
    /// The attribute that is being read, if it is kept.
    attribute: Option<&'static str>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            elements: vec![Element::default()],
            open: vec![Open { id: Tree::DOCUMENT, name: 0, kind: 0, is_inline: false }],
            names: HashMap::from([(String::new(), 0)]),
            too_deep: 0,
            tag: None,
            attribute: None,
        }
    }
}

impl Builder {
    fn event(&mut self, event: &CallbackEvent<'_>) {
        // What is beyond the limit makes the page unreadable in any case.
        if self.elements.len() > MOST {
            return;
        }
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let name = String::from_utf8_lossy(name).into_owned();
                self.tag = Some(Element { name, ..Element::default() });
                self.attribute = None;
            }
            CallbackEvent::AttributeName { name } => self.attribute_name(name),
            CallbackEvent::AttributeValue { value } => self.attribute_value(value),
            CallbackEvent::CloseStartTag { .. } => self.opening_tag(),
            CallbackEvent::EndTag { name } => self.closing_tag(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } => self.text(value),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn attribute_name(&mut self, name: &[u8]) {
        self.attribute = KEPT.into_iter().find(|kept| kept.as_bytes() == name);
        if let (Some(tag), Some(name)) = (&mut self.tag, self.attribute) {
            // The first of two attributes of one name counts, and one without a value has an empty one.
            if tag.attribute(name).is_some() {
                self.attribute = None;
            } else {
                tag.attributes.push((name, String::new()));
            }
        }
    }

    fn attribute_value(&mut self, value: &[u8]) {
        let Some(name) = self.attribute.take().filter(|_| value.len() <= LONGEST_VALUE) else { return };
        let attributes = self.tag.as_mut().and_then(|tag| tag.attributes.last_mut());
        if let Some((_, empty)) = attributes.filter(|(last, _)| *last == name) {
            *empty = String::from_utf8_lossy(value).into_owned();
        }
    }

    fn opening_tag(&mut self) {
        let Some(tag) = self.tag.take() else { return };
        if self.too_deep == 0 {
            self.close_before(&tag.name);
        }
        let is_empty = tags::is_empty(&tag.name);
        let id = self.elements.len();
        let parent = self.deepest();
        self.elements.push(Element { parent, ..tag });
        self.add(Node::Element(id));
        if is_empty {
            return;
        }
        if self.open.len() < DEEPEST && self.too_deep == 0 {
            let opened = self.opened(id);
            self.open.push(opened);
        } else {
            self.too_deep += 1;
        }
    }

    fn opened(&mut self, id: Id) -> Open {
        let name = self.elements.get(id).map_or("", |element| element.name.as_str());
        let (kind, is_inline) = (tags::kind(name), tags::is_inline(name));
        let next = self.names.len();
        let known = self.names.get(name).copied();
        let name = known.unwrap_or_else(|| *self.names.entry(name.to_owned()).or_insert(next));
        Open { id, name, kind, is_inline }
    }

    /// Closes the elements that end where an element of this name begins.
    fn close_before(&mut self, name: &str) {
        let (closed, boundaries) = tags::closed_by(name);
        let is_boundary = |open: &Open| open.kind & boundaries != 0;
        let inside = self.open.iter().rposition(is_boundary).map_or(1, |at| at + 1);
        let is_closed = |open: &Open| open.kind & closed != 0;
        let first = self.open.get(inside..).unwrap_or_default().iter().position(is_closed);
        if let Some(first) = first {
            self.open.truncate(inside + first);
        }
    }

    fn closing_tag(&mut self, name: &str) {
        self.tag = None;
        if tags::is_empty(name) {
            return;
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(closed) = self.names.get(name).copied() else { return };
        // A word's markup that is closed outside its paragraph was closed with the paragraph.
        let is_inline = tags::is_inline(name);
        let mut opened = self.open.iter().enumerate().skip(1).rev();
        let found = opened.find(|(_, open)| open.name == closed || (is_inline && !open.is_inline));
        if let Some((at, _)) = found.filter(|(_, open)| open.name == closed) {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: &[u8]) {
        let parent = self.elements.get(self.deepest());
        let is_code = parent.is_some_and(|parent| {
            parent.name == "style"
                || (parent.name == "script" && parent.attribute("type") != Some(tags::LINKED_DATA))
        });
        if !is_code {
            self.add(Node::Text(String::from_utf8_lossy(text).into_owned()));
        }
    }

    fn add(&mut self, node: Node) {
        let parent = self.deepest();
        if let Some(parent) = self.elements.get_mut(parent) {
            parent.children.push(node);
        }
    }

    fn deepest(&self) -> Id {
        self.open.last().map_or(Tree::DOCUMENT, |open| open.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows an element as `name(children)`, without its text's edges.
    fn shown(tree: &Tree, id: Id) -> String {
        let child = |node: &Node| match node {
            Node::Text(text) => text.trim().to_owned(),
            Node::Element(id) => format!("{}({})", tree.element(*id).name, shown(tree, *id)),
        };
        let children: Vec<String> = tree.element(id).children.iter().map(child).collect();
        children.into_iter().filter(|child| !child.is_empty()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_left_open_is_closed_and_what_was_never_opened_is_ignored() {
        for (page, expected) in [
            ("<P>a<P>b", "p(a) p(b)"),
            ("<p>a<div>b</div>c", "p(a) div(b) c"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "ul(li(a) li(b ul(li(c)))) d"),
            ("<table><tr><td><p>a<td>b<tr><td>c</table>", "table(tr(td(p(a)) td(b)) tr(td(c)))"),
            ("<p><b>a</p>b</b>c", "p(b(a)) b c"),
            ("<div><span>a</div>b", "div(span(a)) b"),
            ("</div>a</p><br>b</br>", "a br() b"),
            ("<title>a<b></title><p title='>'>b", "title(a<b>) p(b)"),
            ("<script>if (a<b) '<p>'</script><style>p{}</style>c", "script() style() c"),
            ("a<!-- <p> -->b &eacute;&#x1F327;", "a b é🌧"),
            ("<head><title>a</title><p>b", "head(title(a)) p(b)"),
        ] {
            let tree = Tree::read(page).unwrap();
            assert_eq!(shown(&tree, Tree::DOCUMENT), expected, "{page}");
        }
    }

    #[test]
    fn the_first_of_two_attributes_counts() {
        let tree = Tree::read("<a HREF='1' href='2' hidden class=x onclick=y>").unwrap();
        let (_, link) = tree.named("a").next().unwrap();
        assert_eq!((link.attribute("href"), link.attribute("hidden")), (Some("1"), Some("")));
        assert_eq!((link.attribute("class"), link.attribute("onclick")), (Some("x"), None));
        assert!(link.has_word("class", "X"));
    }

    #[test]
    fn elements_that_are_too_deep_become_siblings_and_too_many_make_a_page_unreadable() {
        let tree =
            Tree::read(&("<div>".repeat(100_000) + "text" + &"</div>".repeat(100_000) + "<p>a")).unwrap();
        assert_eq!(tree.ancestors(90_000).count(), DEEPEST + 1);
        let (after, _) = tree.named("p").next().unwrap();
        assert_eq!(tree.ancestors(after).count(), 2);
        assert!(Tree::read(&"<a>".repeat(MOST + 1)).is_none());
    }
}
