//! One HTML page with all articles: the text with its names in colour, the summary and the names.
//!
//! The page loads nothing and runs no script. Its policy forbids both, whatever an article contains.

use std::{borrow::Cow, fmt::Write};

use messages::{EntityType, Field};

use crate::{
    links::links,
    view::{Located, View},
};

/// The page up to the first article.
pub(crate) const BEFORE: &str = concat!(
    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    "<title>Wiredesk</title>\n<style>\n",
    include_str!("page.css"),
    "</style>\n</head>\n<body>\n",
);

/// The page after the last article.
pub(crate) const AFTER: &str = "</body>\n</html>\n";

/// The types of names with their headings.
const NAMES: [(EntityType, &str); 4] = [
    (EntityType::Per, "People"),
    (EntityType::Org, "Organisations"),
    (EntityType::Loc, "Places"),
    (EntityType::Misc, "Other names"),
];

/// Writes an article.
pub(crate) fn write(view: &View<'_>) -> String {
    let article = &view.event.article;
    let mut out = String::new();
    let language = view.language().map(|tag| format!(" lang=\"{}\"", escaped(tag))).unwrap_or_default();
    element(&mut out, &format!("article{language} dir=\"auto\""), |out| {
        out.push('\n');
        if article.headline.as_deref().is_some_and(|headline| !headline.trim().is_empty()) {
            element(out, "h1 dir=\"auto\"", |out| marked(view, Field::Headline, out));
        }
        details(view, out);
        element(out, "div class=\"body\" dir=\"auto\"", |out| marked(view, Field::Body, out));
        if let Some(summary) = view.summary().filter(|summary| !summary.text.is_empty()) {
            element(out, "h2", |out| out.push_str("Summary"));
            element(out, "p class=\"summary\" dir=\"auto\"", |out| out.push_str(&escaped(&summary.text)));
        }
        for (entity_type, heading) in NAMES {
            names(view, entity_type, heading, out);
        }
    });
    out
}

/// Writes an element. `open` is its tag with its attributes.
fn element(out: &mut String, open: &str, content: impl FnOnce(&mut String)) {
    let tag = open.split(' ').next().unwrap_or_default();
    // Writing to memory cannot fail.
    let _ = write!(out, "<{open}>");
    content(out);
    let _ = writeln!(out, "</{tag}>");
}

/// Writes byline, source, time, address, id and language in one line.
fn details(view: &View<'_>, out: &mut String) {
    let article = &view.event.article;
    let address = article.url.as_deref().map(|url| {
        // Only addresses of the web become links, because `javascript:` would run.
        let is_web = ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme));
        let url = escaped(url);
        if is_web { format!("<a href=\"{url}\" rel=\"noreferrer\">{url}</a>").into() } else { url }
    });
    let texts = [article.byline.as_deref(), article.source.as_deref(), article.published_at.as_deref()];
    let mut details: Vec<Cow<'_, str>> = texts.into_iter().flatten().map(escaped).collect();
    details.extend(address);
    details.push(escaped(&article.id));
    details.extend(view.language().map(escaped));
    element(out, "p class=\"details\"", |out| out.push_str(&details.join(" · ")));
}

/// Writes the text of a field with its mentions marked.
fn marked(view: &View<'_>, field: Field, out: &mut String) {
    let text = view.positions.field(field);
    let mut end = 0;
    for located in view.disjoint_mentions(field) {
        out.push_str(&escaped(text.get(end..located.bytes.start).unwrap_or_default()));
        mark(view, &located, located.bytes.of(text), out);
        end = located.bytes.end;
    }
    out.push_str(&escaped(text.get(end..).unwrap_or_default()));
}

fn mark(view: &View<'_>, located: &Located<'_>, text: &str, out: &mut String) {
    let entity = view.entity_of(located.mention);
    let name = entity.map(|entity| entity.name.as_str()).or(located.mention.value.as_deref());
    let entity_type = located.mention.entity_type.as_str();
    let title = name.map_or_else(|| entity_type.to_owned(), |name| format!("{entity_type}: {name}"));
    // Writing to memory cannot fail.
    let _ = write!(
        out,
        "<mark class=\"{}\" title=\"{}\">{}</mark>",
        entity_type.to_lowercase(),
        escaped(&title),
        escaped(text)
    );
}

/// Writes the list of the names of one type. Writes nothing if there are none.
fn names(view: &View<'_>, entity_type: EntityType, heading: &str, out: &mut String) {
    let entities: Vec<_> = view.entities(entity_type).collect();
    if entities.is_empty() {
        return;
    }
    element(out, "h2", |out| out.push_str(heading));
    element(out, "ul class=\"names\"", |out| {
        for entity in entities {
            element(out, "li", |out| {
                let name = escaped(&entity.name).into_owned();
                let count =
                    if entity.mentions > 1 { format!(" ×{}", entity.mentions) } else { String::new() };
                let link = links(&entity.links).into_iter().next();
                let name = match link {
                    Some(link) => format!("<a href=\"{}\" rel=\"noreferrer\">{name}</a>", escaped(&link.uri)),
                    None => name,
                };
                out.push_str(&name);
                out.push_str(&count);
            });
        }
    });
}

/// Escapes what HTML reads as markup. A carriage return is escaped, because readers of HTML turn it into a
/// line feed. HTML cannot hold the null character. It becomes U+FFFD.
pub fn escaped(text: &str) -> Cow<'_, str> {
    const SPECIAL: [char; 7] = ['&', '<', '>', '"', '\'', '\r', '\0'];
    if !text.contains(SPECIAL) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\r' => escaped.push_str("&#13;"),
            '\0' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}
