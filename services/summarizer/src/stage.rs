//! The stage: converts between the wire types and the core.

use messages::{
    ArticleSummarized, ArticleText, BlockKind, EntitiesTagged, Event, Field, Limit, Provenance, Rejection,
    Stage, StageIdentity, StageName, SuggestedHeadline, Summary,
};
use text::Span;

use crate::budget::Budget;
use crate::extract::{Extraction, Extractor};
use crate::keywords::Keyword;
use crate::lexicon::profile;
use crate::story::{NameMention, Story};

/// Name and version of the rules and weights, for provenance.
const MODEL: &str = "extract-5";

/// The summarizer: adds an extract and keywords to an article.
pub struct Summarizer {
    identity: StageIdentity,
    extractor: Extractor,
    budget: Budget,
}

impl Summarizer {
    /// Creates a summarizer whose extracts keep to `budget`.
    pub fn new(budget: Budget) -> Self {
        let version = env!("CARGO_PKG_VERSION");
        Self {
            identity: StageIdentity { stage: StageName::Summarize, version, model: MODEL.to_owned() },
            extractor: Extractor::default(),
            budget,
        }
    }

    /// Computes what tuning needs: the features, and the index of each candidate in the segments layer.
    pub fn analyze(&self, event: &EntitiesTagged) -> (Extraction, Vec<usize>) {
        let text = ArticleText::new(&event.article);
        let (story, indexes) = story(event, &text);
        (self.extractor.analyze(&story), indexes)
    }

    /// Returns the summary layer of an article with its provenance.
    pub(crate) fn summarize(&self, event: &EntitiesTagged) -> (Summary, Provenance) {
        let text = ArticleText::new(&event.article);
        let (story, indexes) = story(event, &text);
        if story.sentences.is_empty() {
            return (Summary::default(), Provenance::skipped(&self.identity, reason(event)));
        }
        let extract = self.extractor.extract(&story, &profile(story.language).weights(), self.budget);
        let sentence = |number: &usize| story.sentences.get(*number).map(|span| span.of(story.body));
        let chosen: Vec<&str> = extract.sentences.iter().filter_map(sentence).collect();
        let keywords = extract.keywords.into_iter();
        let headline = extract.headline.and_then(|number| {
            let text = one_line(sentence(&number)?);
            Some(SuggestedHeadline { text, sentence: *indexes.get(number)? })
        });
        let summary = Summary {
            text: chosen.join(story.separator()),
            sentences: extract.sentences.iter().filter_map(|number| indexes.get(*number).copied()).collect(),
            keywords: keywords.map(|Keyword { text, score }| messages::Keyword { text, score }).collect(),
            suggested_headline: headline,
            written: None,
        };
        (summary, Provenance::ok(&self.identity).with_limits(self.limits(story.language)))
    }

    /// Returns the limits of a summary in `language`.
    fn limits(&self, language: &str) -> impl Iterator<Item = Limit> + use<> {
        let stop_words = (!self.extractor.has_stop_words(language)).then_some(Limit::NoStopWordsForLanguage);
        let is_tuned = profile(language).tuned_weights.is_some();
        let weights = (!is_tuned).then_some(Limit::WeightsNotTunedForLanguage);
        stop_words.into_iter().chain(weights)
    }
}

/// Returns the reason why there is nothing to summarize.
fn reason(event: &EntitiesTagged) -> Limit {
    let has_furniture = event.segments.blocks.iter().any(|block| block.kind == BlockKind::Furniture);
    if has_furniture { Limit::OnlyFurniture } else { Limit::NoSentences }
}

/// Joins the lines of a sentence.
fn one_line(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Default for Summarizer {
    /// Creates a summarizer of three sentences.
    fn default() -> Self {
        Self::new(Budget::default())
    }
}

impl Stage for Summarizer {
    type Input = EntitiesTagged;
    type Output = ArticleSummarized;

    fn identity(&self) -> &StageIdentity {
        &self.identity
    }

    fn process(&self, input: EntitiesTagged) -> Result<ArticleSummarized, Rejection> {
        let (summary, by) = self.summarize(&input);
        Ok(input.summarized(summary, by))
    }
}

/// Converts the event for the core. Returns also the index of each candidate in the segments layer.
fn story<'e>(event: &'e EntitiesTagged, text: &ArticleText<'e>) -> (Story<'e>, Vec<usize>) {
    let (sentences, indexes): (Vec<Span>, Vec<usize>) = candidates(event, text).unzip();
    let entities = event.entities.entities.iter();
    let mentions = name_mentions(event, text, &sentences);
    let story = Story {
        body: &event.article.body,
        headline: headline(event, text),
        language: event.language().unwrap_or(messages::UNDETERMINED),
        names: entities.map(|entity| entity.salience).collect(),
        mentions,
        sentences,
    };
    (story, indexes)
}

/// Returns the sentences of the paragraphs with their indexes, without those of headline, byline and trailer.
fn candidates<'e>(
    event: &'e EntitiesTagged,
    text: &'e ArticleText<'_>,
) -> impl Iterator<Item = (Span, usize)> + use<'e> {
    let segments = &event.segments;
    segments.sentences.iter().enumerate().filter_map(move |(index, sentence)| {
        let in_story =
            segments.kind_of(sentence) == BlockKind::Paragraph && segments.field_of(sentence) == Field::Body;
        let span = text.to_bytes(Field::Body, sentence.span()).filter(|_| in_story)?;
        (!span.of(&event.article.body).trim().is_empty()).then_some((span, index))
    })
}

/// Returns the headline that the publisher sent, or else the one that the segmenter found in the body.
fn headline<'e>(event: &EntitiesTagged, text: &ArticleText<'e>) -> &'e str {
    let sent = text.field(Field::Headline);
    if !sent.trim().is_empty() {
        return sent;
    }
    let found = event.segments.blocks.iter().find(|block| block.kind == BlockKind::Headline);
    found.map_or("", |block| text.slice(block.field, block.span()))
}

/// Returns the mentions of names in the paragraphs, without dates and amounts.
///
/// A name in dateline, byline or trailer, such as the agency's, is not a topic of the article.
fn name_mentions(event: &EntitiesTagged, text: &ArticleText<'_>, sentences: &[Span]) -> Vec<NameMention> {
    let in_paragraph = |span: &Span| {
        let at = sentences.partition_point(|sentence| sentence.end <= span.start);
        sentences.get(at).is_some_and(|sentence| sentence.start <= span.start)
    };
    let mentions = event.entities.mentions.iter().filter_map(|mention| {
        let names_something = mention.entity_type.is_name() && mention.field == Field::Body;
        let span = text.to_bytes(Field::Body, mention.span()).filter(|_| names_something)?;
        Some(NameMention { span, name: mention.entity? })
    });
    mentions.filter(|mention| in_paragraph(&mention.span)).collect()
}
