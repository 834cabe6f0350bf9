//! Plain text from HTML fragments.

use text::markup::{self, MarkupKind};

/// Elements that begin and end a paragraph.
const PARAGRAPHS: [&str; 24] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "main",
    "p",
    "pre",
    "section",
    "table",
];
/// Elements that begin and end a line.
const LINES: [&str; 10] = ["br", "dd", "dt", "hr", "li", "ol", "td", "th", "tr", "ul"];

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Break {
    Nothing,
    Space,
    Line,
    Paragraph,
}

impl Break {
    /// Returns the break before and after an element.
    pub(crate) fn around(element: &str) -> Self {
        let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(element));
        if is(&PARAGRAPHS) {
            Self::Paragraph
        } else if is(&LINES) {
            Self::Line
        } else {
            Self::Nothing
        }
    }
}

/// Collects text with its breaks. Runs of white space become one space, as a browser shows them.
#[derive(Debug)]
pub(crate) struct Plain {
    text: String,
    pending: Break,
}

impl Plain {
    pub(crate) fn new() -> Self {
        Self { text: String::new(), pending: Break::Nothing }
    }

    /// Adds a break, which counts if no stronger one is at this place.
    pub(crate) fn end(&mut self, by: Break) {
        self.pending = self.pending.max(by);
    }

    pub(crate) fn push(&mut self, text: &str) {
        text.chars().for_each(|character| self.character(character));
    }

    pub(crate) fn character(&mut self, character: char) {
        // A no-break space is content: it stands between a number and its unit.
        if character.is_ascii_whitespace() {
            return self.end(Break::Space);
        }
        if !self.text.is_empty() {
            self.text.push_str(match self.pending {
                Break::Nothing => "",
                Break::Space => " ",
                Break::Line => "\n",
                Break::Paragraph => "\n\n",
            });
        }
        self.pending = Break::Nothing;
        self.text.push(character);
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }
}

/// Returns the text of an HTML fragment. Scripts, styles and comments are left out.
pub(crate) fn from_html(html: &str) -> String {
    let mut plain = Plain::new();
    let mut scanner = markup::scan(html);
    let mut end = 0;
    while let Some(found) = scanner.next() {
        // Markup inside the code of a script has been passed already.
        if found.span.start < end {
            continue;
        }
        plain.push(html.get(end..found.span.start).unwrap_or_default());
        end = found.span.end;
        match found.kind {
            MarkupKind::OpeningTag(name) => {
                plain.end(Break::around(name));
                if let Some(code) = scanner.code_after(&found) {
                    end = code.end;
                }
            }
            MarkupKind::ClosingTag(name) => plain.end(Break::around(name)),
            MarkupKind::Reference(Some(character)) => plain.character(character),
            MarkupKind::Reference(None) => plain.push(found.span.of(html)),
            MarkupKind::Comment | MarkupKind::Declaration => {}
        }
    }
    plain.push(html.get(end..).unwrap_or_default());
    plain.finish()
}

/// Returns a text in which characters may be written as references. White space stays as it is.
pub(crate) fn unescaped(text: &str) -> String {
    let (mut unescaped, mut end) = (String::new(), 0);
    for found in markup::scan(text) {
        if let MarkupKind::Reference(Some(character)) = found.kind {
            unescaped.push_str(text.get(end..found.span.start).unwrap_or_default());
            unescaped.push(character);
            end = found.span.end;
        }
    }
    unescaped + text.get(end..).unwrap_or_default()
}

/// Returns the text of an HTML fragment on one line.
pub(crate) fn line_from_html(html: &str) -> String {
    from_html(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_kept_and_white_space_is_not() {
        for (html, expected) in [
            ("It  rains.\n It snows.", "It rains. It snows."),
            ("<p>One.</p>\n<p>Two<br/>three.</p>", "One.\n\nTwo\nthree."),
            ("<div><h2>Head</h2>Text <b>bold</b>.</div>", "Head\n\nText bold."),
            ("<ul><li>a</li><li>b</li></ul>end", "a\nb\nend"),
            ("10&nbsp;km &amp; more &unknown; &#x1F327;", "10\u{a0}km & more &unknown; 🌧"),
            ("a<script>if (1 < 2) '<p>x</p>'</script>b<!-- <p> -->c", "abc"),
            ("<style>p { }</style>", ""),
            ("2 < 3 and <unclosed", "2 < 3 and <unclosed"),
            ("", ""),
        ] {
            assert_eq!(from_html(html), expected, "{html}");
        }
    }

    #[test]
    fn references_are_characters_and_the_rest_stays() {
        assert_eq!(unescaped("a  &lt; b\n&#233; &nope; &"), "a  < b\né &nope; &");
    }

    #[test]
    fn a_headline_is_one_line() {
        assert_eq!(line_from_html("<p>Rain</p> <p>in\nOslo &amp; Bergen</p>"), "Rain in Oslo & Bergen");
    }
}
