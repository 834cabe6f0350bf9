//! The formats, and the one function that writes an article in any of them.

use crate::{
    Enriched, FormatError, OffsetUnit, annotations, bulk, conllu, csv, html, ninjs, spacy, view::View,
};

/// A format that other programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A spaCy `Doc` as JSON, one per line.
    Spacy,
    /// CoNLL-U, with the names as BIO labels.
    Conllu,
    /// A W3C Web Annotation collection, one per line.
    Annotations,
    /// An IPTC ninjs 3 object, one per line.
    Ninjs,
    /// One HTML page with all articles.
    Html,
    /// CSV, one row for each mention.
    Csv,
    /// Lines for the `_bulk` interface of OpenSearch and Elasticsearch.
    Bulk,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 7] =
        [Self::Spacy, Self::Conllu, Self::Annotations, Self::Ninjs, Self::Html, Self::Csv, Self::Bulk];

    /// Returns the name of the format: `spacy`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Spacy => "spacy",
            Self::Conllu => "conllu",
            Self::Annotations => "annotations",
            Self::Ninjs => "ninjs",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Bulk => "bulk",
        }
    }

    /// Reports whether the format has offsets whose unit can be chosen.
    ///
    /// spaCy's offsets index strings of Python, so they are always code points. ninjs and HTML have none.
    pub const fn has_units(self) -> bool {
        !matches!(self, Self::Spacy | Self::Ninjs | Self::Html)
    }

    /// Returns what stands before the first article.
    pub const fn before(self) -> &'static str {
        match self {
            Self::Html => html::BEFORE,
            Self::Csv => csv::HEADER,
            _ => "",
        }
    }

    /// Returns what stands after the last article.
    pub const fn after(self) -> &'static str {
        match self {
            Self::Html => html::AFTER,
            _ => "",
        }
    }

    /// Writes an article, with a line break at the end. `unit` has no effect on formats without units.
    ///
    /// # Errors
    ///
    /// When the article lacks what the format consists of.
    pub fn article(self, article: &Enriched, unit: OffsetUnit) -> Result<Vec<u8>, FormatError> {
        let unit = if self.has_units() { unit } else { OffsetUnit::CodePoints };
        let view = View::new(article, unit);
        match self {
            Self::Spacy => Ok(spacy::write(&view)),
            Self::Conllu => conllu::write(&view),
            Self::Annotations => Ok(annotations::write(&view)),
            Self::Ninjs => Ok(ninjs::write(&view)),
            Self::Html => Ok(html::write(&view).into_bytes()),
            Self::Csv => Ok(csv::write(&view).into_bytes()),
            Self::Bulk => Ok(bulk::write(&view)),
        }
    }
}
