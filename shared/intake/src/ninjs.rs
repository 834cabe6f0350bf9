//! IPTC ninjs 1.x, 2.x and 3.x: one article for each object.
//!
//! ninjs 1 has `headline` and `body_text` or `body_xhtml`. ninjs 2 and 3 have `headlines` and `bodies`; names
//! of two words are in small letters in 2 and in camel case in 3.

use serde_json::{Map, Value};

use crate::{
    dates,
    draft::{Draft, web_address},
    plain,
    record::{Record, RecordError},
};

/// The name of the format in errors.
const FORMAT: &str = "ninjs";
/// Where the text of an item belongs.
const TEXT: &str = "the item has no body";
/// What a body of plain text is declared as.
const PLAIN: &str = "text/plain";

/// Reads an object, an array of objects, or one object per line.
pub(crate) fn read(document: &[u8]) -> Vec<Record> {
    let one = |article| vec![Record { place: String::new(), article }];
    let document = text::without_mark(document);
    let values: Result<Vec<Value>, serde_json::Error> =
        serde_json::Deserializer::from_slice(document).into_iter().collect();
    let whole = values.map(|mut values| match values.len() {
        0 | 1 => values.pop().unwrap_or_default(),
        _ => Value::Array(values),
    });
    match whole {
        Ok(Value::Array(items)) => {
            let items = items.iter().enumerate();
            let record = |(index, item): (usize, &Value)| Record {
                place: format!("[{index}]"),
                article: item.as_object().map_or_else(|| Err(not_an_object()), article),
            };
            items.map(record).collect()
        }
        Ok(Value::Object(item)) => one(article(&item)),
        Ok(_) => one(Err(not_an_object())),
        Err(error) => {
            let reason = format!("invalid JSON in line {} column {}", error.line(), error.column());
            one(Err(RecordError::malformed(FORMAT, reason)))
        }
    }
}

/// Reads an object that looks like ninjs. Returns `None` for any other JSON, such as an article.
pub fn recognized(json: &[u8]) -> Option<Result<Map<String, Value>, RecordError>> {
    // Most lines are articles. They are not parsed here.
    let might_be =
        [&b"\"bodies\""[..], b"\"body_"].iter().any(|name| memchr::memmem::find(json, name).is_some());
    if !might_be {
        return None;
    }
    let item: Map<String, Value> = serde_json::from_slice(json).ok()?;
    is_ninjs(&item).then(|| article(&item))
}

/// Reports whether an object is ninjs: it has a URI and a body under a name that articles do not use.
pub(crate) fn is_ninjs(item: &Map<String, Value>) -> bool {
    let has_body = item.keys().any(|name| name == "bodies" || name.starts_with("body_"));
    item.contains_key("uri") && has_body && !item.contains_key("body")
}

fn not_an_object() -> RecordError {
    RecordError::malformed(FORMAT, "not a JSON object")
}

fn article(item: &Map<String, Value>) -> Result<Map<String, Value>, RecordError> {
    let text = |names: &[&str]| names.iter().find_map(|name| item.get(*name)?.as_str()).map(str::to_owned);
    let time = text(&["versionCreated", "versioncreated"]);
    let uri = text(&["uri"]);
    let draft = Draft {
        url: uri.as_deref().and_then(web_address),
        id: uri,
        headline: headline(item).map(|headline| plain::line_from_html(&headline)),
        byline: text(&["by", "byline"]),
        body: body(item),
        source: source(item).or_else(|| text(&["copyrightHolder", "copyrightholder"])),
        published_at: time.as_deref().and_then(dates::rfc3339),
        language: text(&["language"]),
        ..Draft::default()
    };
    draft.finish("ninjs", TEXT)
}

/// Returns the main headline, else the first.
fn headline(item: &Map<String, Value>) -> Option<String> {
    let headlines = objects(item, "headlines");
    let main =
        headlines.iter().find(|headline| is(headline, &["role"], "main")).or_else(|| headlines.first());
    let named = || item.get("headline").and_then(Value::as_str);
    main.and_then(|headline| headline.get("value")?.as_str()).or_else(named).map(str::to_owned)
}

/// Returns the body as plain text. A body that is plain text is preferred to one with markup.
fn body(item: &Map<String, Value>) -> Option<String> {
    let bodies = objects(item, "bodies").into_iter();
    let bodies = bodies.filter_map(|body| {
        let is_plain = is(body, &["contentType", "contenttype"], PLAIN);
        Some((is_plain, body.get("value")?.as_str()?))
    });
    let bodies: Vec<(bool, &str)> = bodies.collect();
    if let Some((is_plain, body)) = bodies.iter().find(|(is_plain, _)| *is_plain).or_else(|| bodies.first()) {
        return Some(if *is_plain { (*body).to_owned() } else { plain::from_html(body) });
    }
    if let Some(text) = item.get("body_text").and_then(Value::as_str) {
        return Some(text.to_owned());
    }
    let with_markup = ["body_xhtml", "body_html"].into_iter().find_map(|name| item.get(name)?.as_str());
    let any =
        || item.iter().find(|(name, _)| name.starts_with("body_")).and_then(|(_, value)| value.as_str());
    with_markup.or_else(any).map(plain::from_html)
}

fn source(item: &Map<String, Value>) -> Option<String> {
    let sources = [objects(item, "infoSources"), objects(item, "infosources"), objects(item, "infosource")];
    let name = sources.iter().flatten().find_map(|source| source.get("name")?.as_str());
    name.map(str::to_owned)
}

/// Returns the objects in a list.
fn objects<'i>(item: &'i Map<String, Value>, name: &str) -> Vec<&'i Map<String, Value>> {
    let list = item.get(name).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_object).collect()
}

/// Reports whether one of the named members has a text.
fn is(object: &Map<String, Value>, names: &[&str], text: &str) -> bool {
    names.iter().any(|name| object.get(*name).and_then(Value::as_str) == Some(text))
}
