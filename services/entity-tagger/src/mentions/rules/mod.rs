//! The rule model: capitals, gazetteers and context.

mod anchors;
mod evidence;
mod hits;
mod pieces;
mod runs;

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::RandomState;
use text::Shape;

use super::{MentionModel, ScoredSpan};
use crate::document::{Casing, Document, Part};
use crate::gazetteer::Gazetteer;
pub(super) use hits::Hits;

/// Finds names by rules.
///
/// Where capitals mark names, every run of capitalised words is a candidate, cut into pieces and typed
/// by evidence. Where they do not (German nouns, headlines in title case, scripts without case) a name
/// needs an anchor: an entry of the gazetteer, a title, a given name, a legal form.
#[derive(Debug)]
pub struct RuleModel {
    gazetteer: Arc<Gazetteer>,
}

impl RuleModel {
    /// The model over these tables.
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self { gazetteer }
    }
}

impl MentionModel for RuleModel {
    fn name(&self) -> &'static str {
        "rules-1"
    }

    fn knows(&self, _language: &str) -> bool {
        false
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        self.read(document).spans
    }
}

/// What the rules make of a document.
pub(super) struct Reading<'d> {
    /// Names of the gazetteer.
    pub(super) hits: Hits<'d>,
    /// Names by the rules.
    pub(super) spans: Vec<ScoredSpan>,
}

impl RuleModel {
    pub(super) fn read<'d>(&'d self, document: &'d Document<'d>) -> Reading<'d> {
        let view = View::new(document, &self.gazetteer);
        let mut spans = Vec::new();
        for sentence in &document.sentences {
            if sentence.part == Part::Dateline {
                continue;
            }
            let first = spans.len();
            let capitals_count = sentence.casing == Casing::Sentence && !document.capitalises_nouns();
            if document.language == "und" {
                // No language, no rules: what the gazetteer knows is added below.
            } else if capitals_count {
                runs::find(&view, sentence, &mut spans);
            } else {
                anchors::find(&view, sentence, &mut spans);
            }
            add_uncovered_hits(&view, sentence.tokens.clone(), first, &mut spans);
        }
        Reading { hits: view.hits, spans }
    }
}

/// Gazetteer entries that no run reached: names in scripts without case, and those that begin in lower case.
fn add_uncovered_hits(
    view: &View<'_>,
    sentence: std::ops::Range<usize>,
    first: usize,
    spans: &mut Vec<ScoredSpan>,
) {
    let found = spans.split_off(first);
    let mut found = found.into_iter().peekable();
    let mut index = sentence.start;
    while index < sentence.end {
        if let Some(span) = found.next_if(|span| span.tokens.start <= index) {
            index = span.tokens.end.max(index);
            spans.push(span);
            continue;
        }
        let limit = found.peek().map_or(sentence.end, |span| span.tokens.start);
        match view.hits.at(index) {
            Some(hit) if hit.end <= limit && hit.stands_alone(view) => {
                let (entity_type, score) = hit.verdict();
                spans.push(ScoredSpan { tokens: index..hit.end, entity_type, score });
                index = hit.end;
            }
            _ => index += 1,
        }
    }
    spans.extend(found);
}

/// A document with what the rules look up again and again.
struct View<'d> {
    document: &'d Document<'d>,
    hits: Hits<'d>,
    /// Words that stand in lower case somewhere.
    in_lower_case: HashSet<&'d str, RandomState>,
    /// Words that stand capitalised where no capital was due.
    capitalised: HashSet<&'d str, RandomState>,
}

impl<'d> View<'d> {
    fn new(document: &'d Document<'d>, gazetteer: &'d Gazetteer) -> Self {
        let (mut in_lower_case, mut capitalised) = (HashSet::default(), HashSet::default());
        for sentence in document.sentences.iter().filter(|sentence| sentence.casing == Casing::Sentence) {
            for index in sentence.tokens.clone() {
                let Some(token) = document.token(index) else { continue };
                match token.shape {
                    Shape::Lower => _ = in_lower_case.insert(document.text(index)),
                    Shape::Caseless => {}
                    _ if !token.initial => _ = capitalised.insert(document.text(index)),
                    _ => {}
                }
            }
        }
        Self { document, hits: Hits::new(document, gazetteer), in_lower_case, capitalised }
    }

    /// Whether the word also stands in lower case in this article.
    fn seen_in_lower_case(&self, index: usize) -> bool {
        self.in_lower_case.contains(self.document.text(index).to_lowercase().as_str())
    }

    /// Whether the token is a word with a capital.
    fn is_capital(&self, index: usize) -> bool {
        self.document
            .token(index)
            .is_some_and(|token| matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed))
    }

    /// Whether every ordinary word of the language is known, so that an unknown one is likely a name.
    fn has_word_list(&self) -> bool {
        self.document.language == "en"
    }

    /// Whether a known place ends in front of the token.
    fn ends_place(&self, index: usize) -> bool {
        index.checked_sub(1).and_then(|last| self.hits.at(last)).is_some_and(|hit| hit.entry.kind.is_place())
    }

    fn is_spaced(&self, index: usize) -> bool {
        self.document.token(index).is_some_and(|token| token.spaced)
    }
}
