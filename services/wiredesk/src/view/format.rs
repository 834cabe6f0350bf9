//! The names of the formats.

use clap::ValueEnum;
use formats::OffsetUnit;

/// A format of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// One JSON object per line, for programs
    Jsonl,
    /// Text for people
    Pretty,
    /// One spaCy Doc per line, for `Doc.from_json`
    Spacy,
    /// CoNLL-U with the names as BIO labels; needs --tokens
    Conllu,
    /// One W3C Web Annotation collection per line
    Annotations,
    /// One IPTC ninjs 3 object per line
    Ninjs,
    /// A page for browsers, with the names in colour
    Html,
    /// CSV, one row for each mention
    Csv,
    /// Lines for the `_bulk` interface of OpenSearch
    Bulk,
}

/// A unit of offsets, as the flag names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Offsets {
    /// Unicode code points, as on the wire and in Python
    CodePoints,
    /// UTF-16 units, as in JavaScript, Java and C#
    Utf16,
}

impl Format {
    /// Returns the format of another program, or `None` for the formats of this one.
    pub(super) fn exchange(self) -> Option<formats::Format> {
        match self {
            Self::Jsonl | Self::Pretty => None,
            Self::Spacy => Some(formats::Format::Spacy),
            Self::Conllu => Some(formats::Format::Conllu),
            Self::Annotations => Some(formats::Format::Annotations),
            Self::Ninjs => Some(formats::Format::Ninjs),
            Self::Html => Some(formats::Format::Html),
            Self::Csv => Some(formats::Format::Csv),
            Self::Bulk => Some(formats::Format::Bulk),
        }
    }

    /// Returns the name as the flag takes it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Pretty => "pretty",
            _ => self.exchange().map_or("", formats::Format::as_str),
        }
    }

    /// Reports whether the unit of the offsets can be chosen.
    pub(super) fn has_units(self) -> bool {
        self == Self::Jsonl || self.exchange().is_some_and(formats::Format::has_units)
    }
}

impl From<Offsets> for OffsetUnit {
    fn from(unit: Offsets) -> Self {
        match unit {
            Offsets::CodePoints => Self::CodePoints,
            Offsets::Utf16 => Self::Utf16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_takes_each_format_under_its_own_name() {
        for format in Format::value_variants() {
            assert_eq!(format.to_possible_value().unwrap().get_name(), format.name());
        }
        let known: Vec<_> = Format::value_variants().iter().filter_map(|format| format.exchange()).collect();
        assert_eq!(known, formats::Format::ALL);
    }
}
