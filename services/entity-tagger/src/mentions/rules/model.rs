//! The rule model as a whole.

use std::ops::Range;
use std::sync::Arc;

use super::context::RuleContext;
use super::hits::Hits;
use super::{anchors, runs};
use crate::document::{Casing, Document, Placement};
use crate::gazetteer::Gazetteer;
use crate::languages::RuleSupport;
use crate::mentions::model::{MentionModel, ScoredSpan};

/// Finds names by rules.
///
/// Where capitals mark names, every run of capitalized words is a candidate, which the rules cut into names
/// and type by evidence. Where they do not (German nouns, headlines in title case, scripts without case), a
/// name needs an anchor: an entry of the gazetteer, a title, a given name, a legal form.
#[derive(Debug)]
pub struct RuleModel {
    gazetteer: Arc<Gazetteer>,
}

impl RuleModel {
    /// Makes the model over these tables.
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
        self.findings(document).spans
    }
}

/// What the rules find in a document.
pub(in crate::mentions) struct Findings<'d> {
    /// Every name of the gazetteer.
    pub(in crate::mentions) hits: Hits<'d>,
    /// The names that the rules accept.
    pub(in crate::mentions) spans: Vec<ScoredSpan>,
}

impl RuleModel {
    /// Applies the rules to a document.
    pub(in crate::mentions) fn findings<'d>(&'d self, document: &'d Document<'d>) -> Findings<'d> {
        let context = RuleContext::new(document, &self.gazetteer);
        let mut spans = Vec::new();
        for sentence in &document.sentences {
            if sentence.placement == Placement::Dateline {
                continue;
            }
            let first = spans.len();
            let capitals_count = sentence.casing == Casing::Sentence && !document.profile.capitalises_nouns;
            if document.profile.rules == RuleSupport::Gazetteer {
                // Without a language, only the gazetteer's names are added below.
            } else if capitals_count {
                runs::find(&context, sentence, &mut spans);
            } else {
                anchors::find(&context, sentence, &mut spans);
            }
            add_uncovered_hits(&context, sentence.tokens.clone(), first, &mut spans);
        }
        Findings { hits: context.hits, spans }
    }
}

/// Adds gazetteer entries that no run covers: names in scripts without case, and names that begin in lower
/// case.
fn add_uncovered_hits(
    context: &RuleContext<'_>,
    sentence: Range<usize>,
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
        match context.hits.at(index) {
            Some(hit) if hit.end <= limit && hit.stands_alone(context.document) => {
                let (entity_type, score) = hit.verdict();
                spans.push(ScoredSpan { tokens: index..hit.end, entity_type, score });
                index = hit.end;
            }
            _ => index += 1,
        }
    }
    spans.extend(found);
}
