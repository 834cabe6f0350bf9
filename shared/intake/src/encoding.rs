//! The characters of an XML document, by its byte order mark or its declaration.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

/// The bytes in which the declaration is looked for.
const DECLARATION: usize = 256;

/// Decodes a document. Returns `None` if it has bytes that are not valid in its encoding.
pub(crate) fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let by_mark = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = by_mark.or_else(|| declared(bytes)).unwrap_or(UTF_8);
    let (text, _, has_errors) = encoding.decode(bytes);
    (!has_errors).then_some(text)
}

/// Returns the encoding that `<?xml … encoding="…"?>` names. An unknown name counts as none.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARATION.min(bytes.len()))?;
    let declaration = start.trim_ascii_start().strip_prefix(b"<?xml")?;
    let declaration = declaration.get(..memchr::memmem::find(declaration, b"?>")?)?;
    let name = declaration.get(memchr::memmem::find(declaration, b"encoding")? + b"encoding".len()..)?;
    let name = name.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let quote = *name.first()?;
    let label = name.get(1..)?.split(|byte| *byte == quote).next()?;
    // A declaration that was read as ASCII is not in UTF-16, whatever it says. Its output encoding is UTF-8.
    Encoding::for_label(label).map(Encoding::output_encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_that_of_the_mark_or_the_declaration() {
        let latin = b"<?xml version='1.0' encoding = 'ISO-8859-1'?><a>\xe9</a>";
        assert!(decoded(latin).unwrap().ends_with("<a>é</a>"));
        let utf16: Vec<u8> = "\u{feff}<a>é</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&utf16).unwrap(), "<a>é</a>");
        assert_eq!(decoded("\u{feff}<a>é</a>".as_bytes()).unwrap(), "<a>é</a>");
        assert_eq!(decoded(b"<a>\xe9</a>"), None);
    }
}
