//! Tags a document: finds its mentions and its entities.

use std::ops::Range;
use std::sync::Arc;

use messages::EntityType;
use time::Date;

use crate::calibration::Calibration;
use crate::clusters::{Cluster, clusters};
use crate::document::{Document, Placement};
use crate::document_pass;
use crate::gazetteer::Gazetteer;
use crate::grammar::{Expression, Grammar};
use crate::mentions::{
    DatelineSpans, MentionModel, ScoredSpan, TrainedModel, calendar_persons, dateline_names,
    lower_case_names, pattern_names,
};
use crate::salience::{Prominence, salience};

/// A mention in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct TaggedSpan {
    /// Its tokens, as indexes into the document's.
    pub tokens: Range<usize>,
    /// Its type.
    pub entity_type: EntityType,
    /// Index of its entity; none for dates and amounts.
    pub entity: Option<usize>,
    /// The value of a date or amount.
    pub value: Option<String>,
    /// How sure the tagger is, 0 to 1.
    pub score: f64,
}

/// An entity with its salience.
#[derive(Debug, Clone)]
pub struct RankedEntity {
    /// Its mentions, name, type and links.
    pub cluster: Cluster,
    /// How central it is to the article, 0 to 1.
    pub salience: f64,
}

/// Everything tagged in a document.
#[derive(Debug, Clone, Default)]
pub struct Tagged {
    /// Mentions in reading order; no two overlap.
    pub mentions: Vec<TaggedSpan>,
    /// Entities, most salient first.
    pub entities: Vec<RankedEntity>,
}

/// The components of entity tagging: grammar, mention model, document pass, clusters and salience run in this
/// order.
#[derive(Debug)]
pub(crate) struct Components {
    pub(crate) gazetteer: Arc<Gazetteer>,
    pub(crate) grammar: Grammar,
    pub(crate) model: Box<dyn MentionModel>,
    /// Whether the model's calibration turns scores into probabilities.
    pub(crate) is_calibrated: bool,
}

impl Components {
    /// Loads what is compiled in, with the model that `model` makes of the fast model and the tables.
    pub(crate) fn load(model: impl FnOnce(TrainedModel, &Arc<Gazetteer>) -> Box<dyn MentionModel>) -> Self {
        let gazetteer = Arc::new(Gazetteer::load());
        let model = model(TrainedModel::load(Arc::clone(&gazetteer)), &gazetteer);
        Self { gazetteer, grammar: Grammar::load(), model, is_calibrated: true }
    }

    /// Returns the mentions and entities of a document. Dates are counted from the day `published`.
    pub(crate) fn tag(
        &self,
        document: &Document<'_>,
        datelines: &[DatelineSpans],
        published: Option<Date>,
    ) -> Tagged {
        let mut expressions = self.grammar.find(document, published);
        let persons = calendar_persons(document);
        let mut free = Claimed::new(document.tokens.len(), persons.iter().map(|span| &span.tokens));
        expressions.retain(|expression| persons.is_empty() || free.claim(&expression.tokens));
        let mut fixed = dateline_names(document, datelines);
        fixed.extend(persons);
        fixed.extend(pattern_names(document, &self.gazetteer));
        fixed.extend(lower_case_names(document, &self.gazetteer));
        let taken = expressions.iter().map(|expression| &expression.tokens);
        // Dates and amounts come first: "May" of a date is not a person. Then fixed names, then the model's.
        let mut claimed = Claimed::new(document.tokens.len(), taken);
        let mut names: Vec<ScoredSpan> = Vec::new();
        for span in fixed.into_iter().chain(self.model.find(document)) {
            if claimed.claim(&span.tokens) {
                names.push(span);
            }
        }
        names.sort_by_key(|span| span.tokens.start);
        let unified = document_pass::unify(document, &self.gazetteer, names);
        let mut claimed = Claimed::new(document.tokens.len(), expressions.iter().map(|found| &found.tokens));
        let mut names: Vec<ScoredSpan> =
            unified.into_iter().filter(|span| claimed.claim(&span.tokens)).collect();
        if self.is_calibrated {
            calibrate(document, self.model.calibration(document.language), &mut names);
        }
        let entities = clusters(document, &self.gazetteer, &names);
        assemble(document, &names, expressions, entities)
    }
}

/// The tokens that belong to a mention already. The first mention to claim a token keeps it.
struct Claimed(Vec<bool>);

impl Claimed {
    fn new<'r>(tokens: usize, taken: impl Iterator<Item = &'r Range<usize>>) -> Self {
        let mut claimed = Self(vec![false; tokens]);
        taken.for_each(|run| {
            claimed.claim(run);
        });
        claimed
    }

    /// Claims a run, unless one of its tokens is taken.
    fn claim(&mut self, run: &Range<usize>) -> bool {
        let Some(tokens) = self.0.get_mut(run.clone()) else { return false };
        let free = !tokens.is_empty() && tokens.iter().all(|taken| !taken);
        if free {
            tokens.fill(true);
        }
        free
    }
}

/// Turns scores into probabilities. This comes last, because the thresholds before it were chosen for the
/// model's own scores. Names in a dateline keep theirs: they are the segmenter's, not the model's.
fn calibrate(document: &Document<'_>, calibration: Calibration, names: &mut [ScoredSpan]) {
    for span in names {
        let placement = document.sentence_of(span.tokens.start).map(|sentence| sentence.placement);
        if placement != Some(Placement::Dateline) {
            span.score = calibration.probability(span.score);
        }
    }
}

/// The score of every date and amount. Set by hand: the grammar finds few that are wrong.
const EXPRESSION_SCORE: f64 = 0.95;

/// Ranks the entities and puts names, dates and amounts in reading order.
fn assemble(
    document: &Document<'_>,
    names: &[ScoredSpan],
    expressions: Vec<Expression>,
    clusters: Vec<Cluster>,
) -> Tagged {
    let mut entities = ranked(document, names, clusters);
    // A stable sort: entities of equal salience stay in the order of their first mention.
    entities.sort_by(|first, second| second.salience.total_cmp(&first.salience));
    let mut entity_of = vec![None; names.len()];
    for (index, entity) in entities.iter().enumerate() {
        for mention in &entity.cluster.mentions {
            if let Some(entity_of) = entity_of.get_mut(*mention) {
                *entity_of = Some(index);
            }
        }
    }
    let names = names.iter().zip(entity_of).map(|(span, entity)| TaggedSpan {
        tokens: span.tokens.clone(),
        entity_type: span.entity_type,
        entity,
        value: None,
        score: (span.score.clamp(0.0, 1.0) * 1000.0).round() / 1000.0,
    });
    let amounts = expressions.into_iter().map(|found| TaggedSpan {
        tokens: found.tokens,
        entity_type: found.entity_type,
        entity: None,
        value: found.value,
        score: EXPRESSION_SCORE,
    });
    let mut mentions: Vec<TaggedSpan> = names.chain(amounts).collect();
    mentions.sort_by_key(|mention| mention.tokens.start);
    Tagged { mentions, entities }
}

/// Returns the clusters with their salience.
fn ranked(document: &Document<'_>, names: &[ScoredSpan], clusters: Vec<Cluster>) -> Vec<RankedEntity> {
    let length = document.tokens.len().max(1) as f64;
    let prominence = |cluster: &Cluster| {
        let mut prominence = Prominence::default();
        for span in cluster.mentions.iter().filter_map(|mention| names.get(*mention)) {
            if let Some(sentence) = document.sentence_of(span.tokens.start) {
                prominence.add(sentence.placement, span.tokens.start as f64 / length);
            }
        }
        prominence
    };
    let prominences: Vec<Prominence> = clusters.iter().map(prominence).collect();
    let most = prominences.iter().map(|prominence| prominence.mentions).max().unwrap_or_default();
    let ranked = clusters.into_iter().zip(prominences);
    ranked
        .map(|(cluster, prominence)| RankedEntity { cluster, salience: salience(prominence, most) })
        .collect()
}
