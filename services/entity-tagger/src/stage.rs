//! The stage: events in code points outside, a document in bytes inside.

use std::sync::Arc;

use encoder::TokenClassifier;
use encoder::huggingface::Model;
use messages::{
    ArticleText, Block, BlockKind, Entities, EntitiesTagged, Entity, Excerpt, Mention, Provenance, Rejection,
    Stage, StageIdentity, StageName, TextSegmented, UNDETERMINED,
};
use text::Span;

use crate::document::{Document, Part, Stretch};
use crate::grammar::published_on;
use crate::mentions::{AccurateModel, BroughtModel, DatelineParts, MentionModel, ModelLanguages};
use crate::tagger::{Parts, Tagged};

/// Languages whose function words and titles the rules know.
const LANGUAGES_WITH_RULES: [&str; 10] = ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "hr", "ru"];

/// Scripts with capitals, which are evidence of a name in any language.
const SCRIPTS_WITH_CASE: [&str; 4] = ["Latn", "Cyrl", "Grek", "Armn"];

/// Tags names, dates and amounts, and groups the names into entities.
#[derive(Debug)]
pub struct EntityTagger {
    identity: StageIdentity,
    parts: Parts,
}

impl EntityTagger {
    /// The tagger with its rule model and the tables that are compiled in.
    pub fn new() -> Self {
        Self::of(Parts::load(|fast, _| Box::new(fast)))
    }

    /// The tagger with an encoder for English names beside the fast model, which serves the other languages alone.
    pub fn accurate(encoder: TokenClassifier) -> Self {
        Self::of(Parts::load(|fast, _| Box::new(AccurateModel::new(encoder, fast))))
    }

    /// The tagger with a model that the user brings for `languages`; what is compiled in serves the others.
    pub fn brought(brought: Model, languages: ModelLanguages) -> Self {
        Self::of(Parts::load(|fast, gazetteer| {
            Box::new(BroughtModel::new(brought, languages, Box::new(fast), Arc::clone(gazetteer)))
        }))
    }

    /// The tagger with another model of names.
    pub fn with_model(model: Box<dyn MentionModel>) -> Self {
        Self::of(Parts::load(|_, _| model))
    }

    /// The same tagger with the scores as the model and the document pass have them, for fitting a calibration.
    #[must_use]
    pub fn uncalibrated(mut self) -> Self {
        self.parts.is_calibrated = false;
        self
    }

    fn of(parts: Parts) -> Self {
        let identity = StageIdentity {
            stage: StageName::Tag,
            version: env!("CARGO_PKG_VERSION"),
            model: parts.model.name().to_owned(),
        };
        Self { identity, parts }
    }

    fn entities(&self, input: &TextSegmented) -> Entities {
        let text = ArticleText::new(&input.article);
        let headline = input.article.headline.as_deref().unwrap_or_default();
        let mut document = Document::new(headline, &input.article.body, input.language.primary());
        let datelines = read(&mut document, input, &text, &self.parts);
        let published = published_on(input.article.published_at.as_deref());
        layer(&document, &text, self.parts.tag(&document, &datelines, published))
    }

    /// What this version does not do for an article in `language`.
    fn limits(&self, language: &str, script: &str) -> Vec<&'static str> {
        let mut limits = Vec::new();
        let model = &self.parts.model;
        if model.is_replaced(language) {
            limits.push("fast_tier_for_language");
        }
        if model.knows(language) {
            // It has learnt the language, so the rules are not asked.
        } else if !LANGUAGES_WITH_RULES.contains(&language) {
            let cased = !language.is_empty() && SCRIPTS_WITH_CASE.contains(&script);
            let code = if cased {
                "names_by_capitals_and_gazetteer_only"
            } else {
                "names_by_gazetteer_and_grammar_only"
            };
            limits.push(code);
        } else {
            limits.push("names_by_rules_only");
        }
        if !self.parts.grammar.knows(language) {
            limits.push("no_date_grammar_for_language");
        }
        limits
    }
}

impl Default for EntityTagger {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage for EntityTagger {
    type Input = TextSegmented;
    type Output = EntitiesTagged;

    fn identity(&self) -> &StageIdentity {
        &self.identity
    }

    fn process(&self, input: TextSegmented) -> Result<EntitiesTagged, Rejection> {
        let entities = self.entities(&input);
        let language = input.language.primary();
        let language = if language == UNDETERMINED { "" } else { language };
        let limits = self.limits(language, &input.language.script);
        let provenance = Provenance::ok(&self.identity).with_limits(limits);
        Ok(input.tagged(entities, provenance))
    }
}

/// Reads the event's blocks and sentences into the document; a dateline is read as a sentence.
fn read(
    document: &mut Document<'_>,
    input: &TextSegmented,
    text: &ArticleText<'_>,
    parts: &Parts,
) -> Vec<DatelineParts> {
    let mut datelines = Vec::new();
    let mut sentences = input.segments.sentences.iter().peekable();
    let lead = input.segments.blocks.iter().position(|block| block.kind == BlockKind::Paragraph);
    for (index, block) in input.segments.blocks.iter().enumerate() {
        let part = part(block.kind, lead == Some(index));
        let mut push = |span: Option<Span>| {
            if let Some(span) = span {
                document.push(Stretch { field: block.field, span, block: index, part }, &parts.gazetteer);
            }
        };
        if block.kind == BlockKind::Dateline {
            push(text.to_bytes(block.field, block.span()));
            datelines.push(dateline(index, block, text));
        }
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block <= index) {
            if sentence.block == index {
                push(text.to_bytes(block.field, sentence.span()));
            }
        }
    }
    datelines
}

fn part(kind: BlockKind, is_lead: bool) -> Part {
    match kind {
        BlockKind::Headline => Part::Headline,
        BlockKind::Byline => Part::Byline,
        BlockKind::Dateline => Part::Dateline,
        BlockKind::Trailer => Part::Trailer,
        BlockKind::Paragraph if is_lead => Part::Lead,
        // Sub-headings, lists and whatever a later version knows.
        _ => Part::Body,
    }
}

fn dateline(index: usize, block: &Block, text: &ArticleText<'_>) -> DatelineParts {
    let bytes = |excerpt: &Option<Excerpt>| text.to_bytes(block.field, excerpt.as_ref()?.span());
    let (place, source) = match &block.dateline {
        Some(dateline) => (bytes(&dateline.place), bytes(&dateline.source)),
        None => (None, None),
    };
    DatelineParts { block: index, place, source }
}

/// The layer as it travels: code points, and the headline field's mentions first.
fn layer(document: &Document<'_>, text: &ArticleText<'_>, tagged: Tagged) -> Entities {
    let mention = |span: crate::tagger::TaggedSpan| {
        let (field, bytes) = document.locate(&span.tokens)?;
        let points = text.to_code_points(field, bytes);
        Some(Mention {
            field,
            start: points.start,
            end: points.end,
            text: bytes.of(document.field(field)).to_owned(),
            entity_type: span.entity_type,
            entity: span.entity,
            value: span.value,
            score: span.score,
        })
    };
    let mut mentions: Vec<Mention> = tagged.mentions.into_iter().filter_map(mention).collect();
    mentions.sort_by_key(|mention| (mention.field == messages::Field::Body, mention.start));
    let entity = |ranked: crate::tagger::RankedEntity| Entity {
        name: ranked.cluster.name,
        entity_type: ranked.cluster.entity_type,
        salience: ranked.salience,
        mentions: ranked.cluster.mentions.len(),
        links: ranked.cluster.links.ids,
        link_confidence: ranked.cluster.links.confidence,
    };
    Entities { mentions, entities: tagged.entities.into_iter().map(entity).collect() }
}
