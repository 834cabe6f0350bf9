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

/// A set of kinds of elements, one bit for each: those whose ends may be left out, and those around them.
pub(super) type Kind = u32;

const P: Kind = 1;
const HEAD: Kind = 1 << 1;
const BODY: Kind = 1 << 2;
const LI: Kind = 1 << 3;
const LIST: Kind = 1 << 4;
const DD_OR_DT: Kind = 1 << 5;
const DL: Kind = 1 << 6;
const CELL: Kind = 1 << 7;
const TR: Kind = 1 << 8;
const ROWS: Kind = 1 << 9;
const TABLE: Kind = 1 << 10;
const OPTION: Kind = 1 << 11;
const SELECT: Kind = 1 << 12;
const FRAME: Kind = 1 << 13;

/// Returns the kind of an element, which is 0 for most.
pub(super) fn kind(name: &str) -> Kind {
    match name {
        "p" => P,
        "head" => HEAD,
        "body" => BODY,
        "li" => LI,
        "ul" | "ol" | "menu" => LIST,
        "dd" | "dt" => DD_OR_DT,
        "dl" => DL,
        "td" | "th" => CELL,
        "tr" => TR,
        "tbody" | "thead" | "tfoot" => ROWS,
        "table" => TABLE,
        "option" => OPTION,
        "select" => SELECT,
        "button" | "caption" | "object" => FRAME,
        _ => 0,
    }
}

/// Returns the kinds of elements that end where an element of this name begins, and those outside which none
/// ends.
pub(super) fn closed_by(name: &str) -> (Kind, Kind) {
    match name {
        "li" => (LI | P, LIST),
        "dd" | "dt" => (DD_OR_DT | P, DL),
        "td" | "th" => (CELL, TR | TABLE),
        "tr" => (TR, TABLE),
        "tbody" | "thead" | "tfoot" => (ROWS | TR, TABLE),
        "option" => (OPTION, SELECT),
        _ if IN_HEAD.contains(&name) => (0, 0),
        _ if END_PARAGRAPH.contains(&name) => (P | HEAD, FRAME | CELL),
        _ => (HEAD, BODY),
    }
}
