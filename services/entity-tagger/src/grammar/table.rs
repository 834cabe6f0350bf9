//! The table of the calendar: words of dates, amounts and units of one language, from the Unicode CLDR.

use miniz_oxide::inflate::decompress_to_vec;

// `SECTIONS`, the tag of each language with its packed rows.
include!(concat!(env!("OUT_DIR"), "/calendar.rs"));

/// The section of what languages have in common.
pub(super) const COMMON: &str = messages::UNDETERMINED;

/// Returns the tags of the table's languages.
pub(super) fn tags() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().map(|(tag, _)| *tag)
}

/// Returns the rows of a language; empty if the table lacks it.
pub(super) fn rows(tag: &str) -> String {
    let unpacked = packed(tag).and_then(|packed| decompress_to_vec(packed).ok());
    unpacked.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A row: its kind, its key and its forms.
pub(super) fn row(line: &str) -> Option<(&str, &str, std::str::Split<'_, char>)> {
    let mut parts = line.split('\t');
    Some((parts.next()?, parts.next()?, parts))
}

/// Returns the packed rows of a language.
pub(super) fn packed(tag: &str) -> Option<&'static [u8]> {
    let at = SECTIONS.binary_search_by_key(&tag, |(tag, _)| *tag).ok()?;
    SECTIONS.get(at).map(|(_, packed)| *packed)
}
