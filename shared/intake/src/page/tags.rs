//! What the names of elements mean. Source: the HTML standard.

/// The type of a script that holds JSON-LD.
pub(super) const LINKED_DATA: &str = "application/ld+json";

/// Elements without content.
#[rustfmt::skip] // Rows of words, not one word a line.
const EMPTY: [&str; 15] = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "wbr",
];

/// Elements inside a line of text.
#[rustfmt::skip] // Rows of words, not one word a line.
const INLINE: [&str; 33] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u",
];

/// Elements whose text is never part of a story: code, media and controls.
#[rustfmt::skip] // Rows of words, not one word a line.
const WITHOUT_STORY: [&str; 28] = [
    "amp-ad", "amp-analytics", "amp-consent", "amp-embed", "amp-sidebar", "audio", "button", "canvas", "datalist", "dialog",
    "head", "iframe", "input", "map", "math", "menu", "nav", "noframes", "noscript", "object", "picture",
    "script", "select", "style", "svg", "template", "textarea", "video",
];

/// Elements that may be in a head.
const IN_HEAD: [&str; 8] = ["base", "link", "meta", "noscript", "script", "style", "template", "title"];

/// Elements that end a paragraph which was left open.
#[rustfmt::skip] // Rows of words, not one word a line.
const END_PARAGRAPH: [&str; 32] = [
    "address", "article", "aside", "blockquote", "center", "details", "div", "dl", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav",
    "ol", "p", "pre", "section", "table", "ul", "dd",
];

pub(super) fn is_empty(name: &str) -> bool {
    EMPTY.contains(&name)
}

pub(super) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

pub(super) fn is_without_story(name: &str) -> bool {
    WITHOUT_STORY.contains(&name)
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Returns the elements that end where an element of this name begins, and those outside which none ends.
pub(super) fn closed_by(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li", "p"], &["ul", "ol", "menu"]),
        "dd" | "dt" => (&["dd", "dt", "p"], &["dl"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr"], &["table"]),
        "option" => (&["option"], &["select"]),
        _ if IN_HEAD.contains(&name) => (&[], &[]),
        _ if END_PARAGRAPH.contains(&name) => (&["p", "head"], &["button", "caption", "object", "td", "th"]),
        _ => (&["head"], &["body"]),
    }
}
