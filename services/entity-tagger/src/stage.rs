//! The stage: converts between events in code points and documents in bytes.

use std::sync::Arc;

use encoder::{NameRecognizer, TokenClassifier};
use messages::{
    Article, ArticleText, Block, BlockKind, Entities, EntitiesTagged, Entity, Excerpt, Field, Limit, Mention,
    Provenance, Rejection, Stage, StageIdentity, StageName, TextSegmented, UNDETERMINED,
};
use text::{CodePoints, Span};

use crate::document::{Document, Passage, Placement};
use crate::grammar::published_on;
use crate::languages::{self, RuleSupport};
use crate::mentions::{AccurateModel, CustomModel, DatelineSpans, MentionModel, ModelLanguages};
use crate::tagger::{Components, RankedEntity, Tagged, TaggedSpan};
use crate::visible::Visible;

/// Scripts (ISO 15924) with capitals, which are evidence of a name in any language.
const SCRIPTS_WITH_CASE: [&str; 4] = ["Latn", "Cyrl", "Grek", "Armn"];

/// Bytes of a short text, in which a doubtful language may be any other. In a longer one it is mostly a close
/// relative, which writes amounts alike.
const SHORT: usize = 200;

/// Tags names, dates and amounts, and groups the names into entities.
#[derive(Debug)]
pub struct EntityTagger {
    identity: StageIdentity,
    components: Components,
}

impl EntityTagger {
    /// Makes the fast tier: the trained models that are compiled in, and rules for all other languages.
    pub fn new() -> Self {
        Self::with_components(Components::load(|fast, _| Box::new(fast)))
    }

    /// Makes the accurate tier: a transformer, pooled with the fast model in the languages whose profile says
    /// so, and the fast tier for languages that the transformer was not made for.
    pub fn accurate(transformer: TokenClassifier) -> Self {
        Self::with_components(Components::load(|fast, _| Box::new(AccurateModel::new(transformer, fast))))
    }

    /// Makes a tagger with a user's own model for `languages` and the fast tier for all others.
    pub fn custom(recognizer: NameRecognizer, languages: ModelLanguages) -> Self {
        Self::with_components(Components::load(|fast, gazetteer| {
            Box::new(CustomModel::new(recognizer, languages, Box::new(fast), Arc::clone(gazetteer)))
        }))
    }

    /// Makes a tagger with another model of names.
    pub fn with_model(model: Box<dyn MentionModel>) -> Self {
        Self::with_components(Components::load(|_, _| model))
    }

    /// Leaves scores as the model and the document pass give them, so that a calibration can be fitted.
    #[must_use]
    pub fn uncalibrated(mut self) -> Self {
        self.components.is_calibrated = false;
        self
    }

    fn with_components(components: Components) -> Self {
        let identity = StageIdentity {
            stage: StageName::Tag,
            version: env!("CARGO_PKG_VERSION"),
            model: components.model.name().to_owned(),
        };
        Self { identity, components }
    }

    fn entities(&self, input: &TextSegmented) -> Entities {
        let fields = Fields::new(&input.article);
        let (headline, body) = (fields.headline.text(), fields.body.text());
        let mut document = Document::new(headline, body, input.language.primary());
        document.is_language_sure &= input.language.reliable || body.len() > SHORT;
        let datelines = read_segments(&mut document, input, &fields, &self.components);
        let published = published_on(input.article.published_at.as_deref());
        layer(&document, &fields, self.components.tag(&document, &datelines, published))
    }

    /// Returns what this version does not do for an article in `language`.
    fn limits(&self, language: &str, script: &str) -> Vec<Limit> {
        let mut limits = Vec::new();
        let model = &self.components.model;
        if model.is_replaced(language) {
            limits.push(Limit::FastTierForLanguage);
        }
        if model.knows(language) {
            // A trained model knows the language, so the support by rules does not matter.
        } else if languages::profile(language).rules != RuleSupport::Words {
            let cased = !language.is_empty() && SCRIPTS_WITH_CASE.contains(&script);
            limits.push(if cased {
                Limit::NamesByCapitalsAndGazetteerOnly
            } else {
                Limit::NamesByGazetteerAndGrammarOnly
            });
        } else {
            limits.push(Limit::NamesByRulesOnly);
        }
        if !self.components.grammar.knows(language) {
            limits.push(Limit::NoDateGrammarForLanguage);
        } else if !self.components.grammar.knows_tenses(language) {
            limits.push(Limit::WeekdaysByNearestDay);
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
        let mut limits = self.limits(language, &input.language.script);
        let published_at = input.article.published_at.as_deref();
        if published_at.is_some() && published_on(published_at).is_none() {
            limits.push(Limit::UnreadablePublishedAt);
        }
        let provenance = Provenance::ok(&self.identity).with_limits(limits);
        Ok(input.tagged(entities, provenance))
    }
}

/// The fields of an article, between code points of the wire and bytes of the visible text.
struct Fields<'a> {
    text: ArticleText<'a>,
    headline: Visible<'a>,
    body: Visible<'a>,
}

impl<'a> Fields<'a> {
    fn new(article: &'a Article) -> Self {
        let headline = Visible::new(article.headline.as_deref().unwrap_or_default());
        Self { text: ArticleText::new(article), headline, body: Visible::new(&article.body) }
    }

    fn visible(&self, field: Field) -> &Visible<'a> {
        match field {
            Field::Headline => &self.headline,
            Field::Body => &self.body,
        }
    }

    /// Returns the visible bytes at `points`.
    fn to_bytes(&self, field: Field, points: CodePoints) -> Option<Span> {
        self.visible(field).to_visible(self.text.to_bytes(field, points)?)
    }

    /// Returns where visible bytes are in the article, and their text as it was delivered.
    fn delivered(&self, field: Field, visible: Span) -> (CodePoints, &'a str) {
        let bytes = self.visible(field).to_original(visible);
        (self.text.to_code_points(field, bytes), self.visible(field).delivered(bytes))
    }
}

/// Reads the event's blocks and sentences into the document. A dateline becomes a sentence.
fn read_segments(
    document: &mut Document<'_>,
    input: &TextSegmented,
    fields: &Fields<'_>,
    components: &Components,
) -> Vec<DatelineSpans> {
    let mut datelines = Vec::new();
    let mut sentences = input.segments.sentences.iter().peekable();
    let lead = input.segments.blocks.iter().position(|block| block.kind == BlockKind::Paragraph);
    for (index, block) in input.segments.blocks.iter().enumerate() {
        let placement = placement(block.kind, lead == Some(index));
        let mut push = |span: Option<Span>| {
            if let Some(span) = span {
                let passage = Passage { field: block.field, span, block: index, placement };
                document.push(passage, &components.gazetteer);
            }
        };
        if block.kind == BlockKind::Dateline {
            push(fields.to_bytes(block.field, block.span()));
            datelines.push(dateline(index, block, fields));
        }
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block <= index) {
            if sentence.block == index {
                push(fields.to_bytes(block.field, sentence.span()));
            }
        }
    }
    datelines
}

fn placement(kind: BlockKind, is_lead: bool) -> Placement {
    match kind {
        BlockKind::Headline => Placement::Headline,
        BlockKind::Byline => Placement::Byline,
        BlockKind::Dateline => Placement::Dateline,
        BlockKind::Trailer => Placement::Trailer,
        BlockKind::Paragraph if is_lead => Placement::Lead,
        // Sub-headings, lists, and kinds of a later version.
        _ => Placement::Body,
    }
}

fn dateline(index: usize, block: &Block, fields: &Fields<'_>) -> DatelineSpans {
    let bytes = |excerpt: &Option<Excerpt>| fields.to_bytes(block.field, excerpt.as_ref()?.span());
    let (place, source) = match &block.dateline {
        Some(dateline) => (bytes(&dateline.place), bytes(&dateline.source)),
        None => (None, None),
    };
    DatelineSpans { block: index, place, source }
}

/// Makes the layer of the wire: offsets in code points, and the mentions of the headline field first.
fn layer(document: &Document<'_>, fields: &Fields<'_>, tagged: Tagged) -> Entities {
    let mention = |span: TaggedSpan| {
        let (field, bytes) = document.locate(&span.tokens)?;
        let (points, text) = fields.delivered(field, bytes);
        Some(Mention {
            field,
            start: points.start,
            end: points.end,
            text: text.to_owned(),
            entity_type: span.entity_type,
            entity: span.entity,
            value: span.value,
            score: span.score,
        })
    };
    let mut mentions: Vec<Mention> = tagged.mentions.into_iter().filter_map(mention).collect();
    mentions.sort_by_key(|mention| (mention.field == Field::Body, mention.start));
    let entity = |ranked: RankedEntity| Entity {
        name: ranked.cluster.name,
        entity_type: ranked.cluster.entity_type,
        salience: ranked.salience,
        mentions: ranked.cluster.mentions.len(),
        links: ranked.cluster.links.ids,
        link_confidence: ranked.cluster.links.confidence,
    };
    Entities { mentions, entities: tagged.entities.into_iter().map(entity).collect() }
}
