//! Percent-encoding of header values.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What CloudEvents requires to be encoded in a header: everything except visible ASCII, and of that the
/// quotation mark and the percent sign. Bytes outside ASCII are always encoded.
const ENCODED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%');

/// Percent-encodes a header value: everything except visible ASCII, and the quotation mark and the percent
/// sign.
pub fn percent_encoded(value: &str) -> String {
    utf8_percent_encode(value, ENCODED).to_string()
}

/// Decodes a percent-encoded header value. Invalid escapes stay as they are; invalid UTF-8 is replaced.
pub fn percent_decoded(value: &str) -> String {
    percent_decode_str(value).decode_utf8_lossy().into_owned()
}
