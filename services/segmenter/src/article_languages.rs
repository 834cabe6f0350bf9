//! The languages of one article.

use messages::Limit;

use text::Span;

use crate::languages::{Language, language};
use crate::sentences::Rules;

/// The language of a text, and the spans of it that are in another language.
///
/// ```
/// use segmenter::{Languages, segment_body};
/// use text::Span;
///
/// // In Greek the semicolon is the question mark.
/// let body = "It rained; Nobody came.\n\nΠοιος κέρδισε; Κανείς.";
/// let languages = Languages::with_spans("en", [(Span::new(25, body.len()), "el")]);
/// assert_eq!(segment_body(body, None, None, &languages).sentences.len(), 3);
/// ```
#[derive(Debug, Clone)]
pub struct Languages {
    main: &'static Language,
    spans: Vec<(Span, &'static Language)>,
}

impl Languages {
    /// Makes a text in one language, by its BCP 47 primary subtag.
    pub fn only(primary: &str) -> Self {
        Self::with_spans(primary, [])
    }

    /// Makes a text in the language `primary` with spans in other languages, in order. Languages are BCP 47
    /// primary subtags.
    pub fn with_spans<'t>(primary: &str, spans: impl IntoIterator<Item = (Span, &'t str)>) -> Self {
        let spans = spans.into_iter().map(|(span, primary)| (span, language(primary))).collect();
        Self { main: language(primary), spans }
    }

    /// Returns the language at the start of `span`.
    pub(crate) fn at(&self, span: Span) -> &'static Language {
        let past = self.spans.partition_point(|(other, _)| other.end <= span.start);
        match self.spans.get(past) {
            Some((other, language)) if other.start <= span.start => language,
            _ => self.main,
        }
    }

    /// Returns the codes of what the rules of these languages lack, for `provenance`.
    pub(crate) fn limits(&self) -> Vec<Limit> {
        let all = [self.main].into_iter().chain(self.spans.iter().map(|(_, language)| *language));
        let mut limits: Vec<Limit> = all.filter_map(|language| Rules::new(language).limit()).collect();
        limits.sort_unstable_by_key(|limit| limit.code());
        limits.dedup();
        limits
    }
}
