//! Feed lists in OPML, which feed readers export.

use quick_xml::{Reader, XmlVersion, events::Event};

use crate::entry::Entry;

/// Reads all outlines with an address, at any depth. `text` or `title` is the name.
///
/// # Errors
///
/// The reason why it is no OPML.
pub(crate) fn read(document: &str) -> Result<Vec<Entry>, String> {
    let mut reader = Reader::from_str(document);
    let mut entries = Vec::new();
    let mut is_opml = false;
    loop {
        let position = reader.buffer_position();
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                "opml" => is_opml = true,
                "outline" if is_opml => {
                    let attribute = |name: &str| {
                        let found = element.try_get_attribute(name).ok()??;
                        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
                    };
                    if let Some(url) = attribute("xmlUrl") {
                        let name = attribute("text").or_else(|| attribute("title"));
                        entries.push(Entry { url, name, ..Entry::default() });
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) if is_opml => return Ok(entries),
            Ok(Event::Eof) => return Err("it has no element `opml`".to_owned()),
            Ok(_) => {}
            Err(error) => return Err(format!("at byte {position}: {error}")),
        }
    }
}
