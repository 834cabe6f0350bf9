//! IPTC NewsML-G2: one article for each `newsItem`, whose content is XHTML, NITF or plain text.

use crate::{
    dates,
    draft::{Draft, web_address},
    encoding,
    plain::{self, Break, Plain},
    record::{Record, RecordError},
    xml::{self, Element, Node},
};

/// The name of the format in errors.
const FORMAT: &str = "NewsML-G2";
/// Where the text of an item belongs.
const TEXT: &str = "the newsItem has no text in its contentSet";
/// Elements whose text is not the story: code, media, and what NITF keeps outside the story.
const LEFT_OUT: [&str; 7] = ["body.end", "body.head", "head", "media", "script", "style", "title"];

/// Reads all items of a `newsItem` or `newsMessage`.
pub(crate) fn read(document: &[u8]) -> Vec<Record> {
    let one = |article| vec![Record { place: String::new(), article }];
    let Some(text) = encoding::decoded(document) else {
        return one(Err(RecordError::malformed(
            FORMAT,
            "bytes that are not valid in the document's encoding",
        )));
    };
    let root = match xml::root(&text) {
        Ok(root) => root,
        Err(at) => {
            return one(Err(RecordError::malformed(
                FORMAT,
                format!("not well-formed or too deep at byte {at}"),
            )));
        }
    };
    if root.name == "newsItem" {
        return one(article(&root));
    }
    let sets = root.elements().filter(|element| element.name == "itemSet");
    let items: Vec<&Element> =
        sets.flat_map(Element::elements).filter(|element| element.name == "newsItem").collect();
    if items.is_empty() {
        return one(Err(RecordError::malformed(FORMAT, "no newsItem in it")));
    }
    let records = items.into_iter().enumerate();
    records.map(|(index, item)| Record { place: format!("[{index}]"), article: article(item) }).collect()
}

fn article(item: &Element) -> Result<serde_json::Map<String, serde_json::Value>, RecordError> {
    let (management, content) = (item.child("itemMeta"), item.child("contentMeta"));
    let story = item.child("contentSet");
    let of_content = |name: &str| content?.child(name).map(Element::line).filter(|text| !text.is_empty());
    let in_story = |name: &str| story?.find(name).map(Element::line).filter(|text| !text.is_empty());
    let time = [
        content.and_then(|content| content.child("contentCreated")),
        management.and_then(|management| management.child("versionCreated")),
    ];
    let language = content.and_then(|content| content.child("language")?.attribute("tag"));
    let id = item.attribute("guid").map(str::to_owned);
    let mut draft = Draft {
        url: id.as_deref().and_then(web_address),
        id,
        headline: of_content("headline").or_else(|| in_story("hl1")),
        byline: of_content("by").or_else(|| in_story("byline")),
        body: story.and_then(body),
        source: management.and_then(|management| management.child("provider")).and_then(party),
        published_at: time.into_iter().flatten().find_map(|time| dates::rfc3339(&time.line())),
        language: language.or_else(|| item.attribute("lang")).map(str::to_owned),
        ..Draft::default()
    };
    if let Some(dateline) = in_story("dateline") {
        draft.other.insert("dateline".to_owned(), dateline.into());
    }
    draft.finish("newsml_g2", TEXT)
}

/// Returns the name of a party, else its code.
fn party(party: &Element) -> Option<String> {
    let name = party.child("name").map(Element::line).filter(|name| !name.is_empty());
    name.or_else(|| {
        ["literal", "qcode", "uri"].into_iter().find_map(|name| party.attribute(name)).map(str::to_owned)
    })
}

/// Returns the text of the first content that has some.
fn body(contents: &Element) -> Option<String> {
    let texts = contents.elements().map(|content| match content.name.as_str() {
        "inlineXML" => from_tree(content),
        "inlineData" => from_data(content),
        _ => String::new(),
    });
    texts.into_iter().find(|text| !text.is_empty())
}

/// Returns the text of `inlineData`, which is plain text or escaped HTML.
fn from_data(content: &Element) -> String {
    let parts = content.children.iter().filter_map(|child| match child {
        Node::Text(text) => Some(text.as_str()),
        Node::Element(_) => None,
    });
    let text: String = parts.collect();
    let is_html = content.attribute("contenttype").is_some_and(|kind| kind.contains("html"));
    if is_html { plain::from_html(&text) } else { text.trim().to_owned() }
}

/// Returns the text of XHTML or NITF.
fn from_tree(content: &Element) -> String {
    let mut plain = Plain::new();
    collect(content, &mut plain);
    plain.finish()
}

fn collect(element: &Element, plain: &mut Plain) {
    if LEFT_OUT.contains(&element.name.as_str()) {
        return;
    }
    // NITF calls its subheadings `hl2`, and XHTML `h2`.
    let around = if element.name == "hl2" { Break::Paragraph } else { Break::around(&element.name) };
    plain.end(around);
    for child in &element.children {
        match child {
            Node::Text(text) => plain.push(text),
            Node::Element(element) => collect(element, plain),
        }
    }
    plain.end(around);
}
