//! The encoding of a document. Feeds often declare another one than they have.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a document its XML declaration may end, in bytes.
const DECLARATION: usize = 256;

/// Returns the document in UTF-8 and without an XML declaration, whose encoding no longer holds.
///
/// What is valid UTF-8 is UTF-8, whatever is declared: other encodings of more than ASCII hardly ever are. Otherwise
/// the byte order mark, the `charset` of the header `Content-Type` and the XML declaration decide, in this order.
pub(crate) fn utf8(body: &[u8], content_type: Option<&str>) -> String {
    let (declaration, rest) = declaration(body);
    if Encoding::for_bom(body).is_none()
        && let Ok(text) = std::str::from_utf8(rest)
    {
        return text.to_owned();
    }
    let declared = [content_type.and_then(charset), declaration.and_then(charset)];
    // `decode` heeds a byte order mark first. UTF-8 was ruled out.
    let named = declared.into_iter().flatten().find(|encoding| *encoding != UTF_8).unwrap_or(WINDOWS_1252);
    let (text, _, _) = named.decode(body);
    let (_, rest) = self::declaration(text.as_bytes());
    String::from_utf8_lossy(rest).into_owned()
}

/// Splits a document after its XML declaration.
fn declaration(body: &[u8]) -> (Option<&str>, &[u8]) {
    let split = || {
        let start = body.get(..DECLARATION).unwrap_or(body);
        let trimmed = start.trim_ascii_start();
        let end = trimmed.windows(2).position(|pair| pair == b"?>")? + 2;
        let declaration = std::str::from_utf8(trimmed.get(..end)?).ok()?;
        let rest = body.get(start.len() - trimmed.len() + end..)?;
        declaration.starts_with("<?xml").then_some((declaration, rest))
    };
    split().map_or((None, body), |(declaration, rest)| (Some(declaration), rest))
}

/// Returns the encoding after `charset=` or `encoding=`.
pub(crate) fn charset(text: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    let (_, value) = lower.split_once("charset=").or_else(|| lower.split_once("encoding="))?;
    let label = value.trim_start_matches(['"', '\'', ' ']);
    Encoding::for_label(label.split(['"', '\'', ';', ' ']).next()?.as_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(body: &[u8], content_type: Option<&str>, expected: &str) {
        assert_eq!(utf8(body, content_type), expected);
    }

    #[test]
    fn valid_utf8_is_utf8_whatever_is_declared() {
        check("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".as_bytes(), None, "<a>é</a>");
        check("<a>é</a>".as_bytes(), Some("text/xml; charset=windows-1251"), "<a>é</a>");
        check("\n<?xml version='1.0'?>\n<a/>".as_bytes(), None, "\n<a/>");
    }

    #[test]
    fn otherwise_the_header_decides_and_then_the_declaration() {
        let russian = b"<?xml version='1.0' encoding='windows-1251'?><a>\xC4\xE0</a>";
        check(russian, None, "<a>Да</a>");
        check(russian, Some("application/rss+xml"), "<a>Да</a>");
        check(b"<a>\xC4\xE0</a>", Some("text/xml; charset=\"Windows-1251\""), "<a>Да</a>");
        check(b"<?xml version='1.0' encoding='utf-8'?><a>\xE9</a>", None, "<a>é</a>");
        check(b"<a>\xE9</a>", Some("text/xml; charset=nonsense"), "<a>é</a>");
    }

    #[test]
    fn a_byte_order_mark_wins() {
        let utf16: Vec<u8> = "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a>é</a>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&utf16, Some("text/xml; charset=windows-1251"), "<a>é</a>");
        check("\u{FEFF}<?xml version='1.0'?><a>é</a>".as_bytes(), None, "<a>é</a>");
    }

    proptest! {
        #[test]
        fn any_bytes_become_text(body in prop::collection::vec(any::<u8>(), 0..400), header in ".{0,30}") {
            utf8(&body, Some(&header));
        }
    }
}
