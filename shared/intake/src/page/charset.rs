//! The characters of a web page.
//!
//! The encoding is that of the byte order mark, of the HTTP header, of `meta`, or of `<?xml … ?>`. A page that
//! names none, or one in which it is not valid, is what its bytes look like. A page that is valid UTF-8 with
//! letters beyond ASCII is UTF-8, whatever it says: text in other encodings is not valid by chance.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// The bytes in which the declaration is looked for. The HTML standard says 1024, and some pages are late.
const DECLARATION: usize = 4096;

/// Decodes a page. `header` is the encoding that the HTTP header names.
pub(super) fn decoded<'p>(page: &'p [u8], header: Option<&str>) -> Cow<'p, str> {
    if let Some((encoding, _)) = Encoding::for_bom(page) {
        return encoding.decode(page).0;
    }
    if let Some(text) = str::from_utf8(page).ok().filter(|text| !text.is_ascii()) {
        return Cow::Borrowed(text);
    }
    let named = header.and_then(|label| Encoding::for_label(label.as_bytes())).or_else(|| declared(page));
    if let Some(encoding) = named {
        let (text, _, has_errors) = encoding.decode(page);
        if !has_errors || !is_wrong(&text) {
            return text;
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(page, true);
    detector.guess(None, Utf8Detection::Allow).decode(page).0
}

/// Reports whether so much of a text cannot be decoded that its encoding must be another. A few bad bytes are
/// usual: a cut in the middle of a character, or an advertisement from elsewhere.
fn is_wrong(text: &str) -> bool {
    let foreign = text.chars().filter(|character| !character.is_ascii()).count();
    let bad = text.chars().filter(|character| *character == char::REPLACEMENT_CHARACTER).count();
    bad * 10 > foreign
}

/// Returns the encoding that the page names. An unknown name counts as none.
fn declared(page: &[u8]) -> Option<&'static Encoding> {
    let start = page.get(..DECLARATION.min(page.len()))?.to_ascii_lowercase();
    let mut rest = start.as_slice();
    loop {
        let tag = memchr::memchr(b'<', rest)?;
        rest = rest.get(tag + 1..)?;
        let name: &[u8] = match rest {
            [b'm', b'e', b't', b'a', ..] => b"charset",
            [b'?', b'x', b'm', b'l', ..] => b"encoding",
            _ => continue,
        };
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        let label = rest.get(..end).and_then(|tag| value(tag, name)).and_then(Encoding::for_label);
        if let Some(encoding) = label {
            // What was read as ASCII is not UTF-16, whatever it says.
            return Some(if encoding == encoding.output_encoding() { encoding } else { UTF_8 });
        }
    }
}

/// Returns the value behind `name=`, with or without quotation marks.
fn value<'t>(tag: &'t [u8], name: &[u8]) -> Option<&'t [u8]> {
    let behind = tag.get(memchr::memmem::find(tag, name)? + name.len()..)?.trim_ascii_start();
    let value = behind.strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    value.split(|byte| matches!(byte, b'"' | b'\'' | b';' | b' ' | b'/' | b'>')).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_that_of_the_mark_the_header_or_the_page() {
        let meta = b"<meta name=x><META Charset = 'windows-1251'>\xc4\xee\xe6\xe4\xfc";
        assert!(decoded(meta, None).ends_with("Дождь"));
        let older = b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>\xb9\xbb\xe9";
        assert!(decoded(older, None).ends_with("šťé"));
        assert_eq!(decoded(b"\xcf\xee", Some("windows-1251")), "По");
        assert_eq!(
            decoded(b"\xef\xbb\xbf<meta charset=windows-1251>\xc3\xa9", None),
            "<meta charset=windows-1251>é"
        );
        assert_eq!(decoded(b"\xff\xfea\0\xe9\0", None), "aé");
        assert_eq!(decoded("<meta charset=utf-16>é".as_bytes(), None), "<meta charset=utf-16>é");
    }

    #[test]
    fn a_page_without_an_encoding_or_with_a_wrong_one_is_decoded_by_its_bytes() {
        let text = "Дождь шёл весь день, и вечером река вышла из берегов.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(decoded(&bytes, None), text);
        assert_eq!(decoded(&bytes, Some("utf-8")), text);
        assert_eq!(decoded(text.as_bytes(), None), text);
        assert_eq!(decoded(text.as_bytes(), Some("shift_jis")), text);
        assert_eq!(decoded(b"\x1b$B1+\x1b(B", Some("iso-2022-jp")), "雨");
    }

    #[test]
    fn a_few_bad_bytes_do_not_change_the_encoding() {
        let text = ["é".repeat(40).as_bytes(), b"\xff"].concat();
        assert_eq!(decoded(&text, Some("utf-8")), "é".repeat(40) + "\u{fffd}");
    }
}
