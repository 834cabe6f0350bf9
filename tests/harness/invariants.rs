//! Checks that every event of every article passes, however odd its text is.
//!
//! [`check_all`] panics at the first check that fails. Property tests and fuzz targets share it.

use std::fmt::Debug;

use messages::{
    Article, ArticleText, Block, BlockKind, Entities, EntityType, Event, Field, Kept, Language, Outcome,
    Provenance, Segments, StageName, Summary,
};
use text::CodePoints;

use crate::Annotated;

/// Checks every layer, that every event survives the wire, and that a second run makes the same bytes.
pub fn check_all(annotated: &Annotated) {
    let event = &annotated.summarized;
    let text = ArticleText::new(&event.article);
    assert_eq!(event.article, annotated.received.article, "no stage changes the article");
    check_language(&event.language, &text);
    check_segments(&event.segments, &text);
    check_entities(&event.entities, &event.segments, &text);
    check_summary(&event.summary, &event.segments, &text);
    check_provenance(&event.provenance, &StageName::ALL);
    check_history(annotated);
    check_wire(&annotated.received);
    check_wire(&annotated.detected);
    check_wire(&annotated.segmented);
    check_wire(&annotated.tagged);
    check_wire(&annotated.summarized);
    let again = Annotated::new(annotated.received.clone());
    assert_eq!(again.summarized.encode(), event.encode(), "the same article makes the same bytes");
}

/// Checks that later events contain the layers of earlier ones unchanged.
fn check_history(annotated: &Annotated) {
    let Annotated { detected, segmented, tagged, summarized, .. } = annotated;
    assert_eq!(detected.language, summarized.language);
    assert_eq!(segmented.segments, summarized.segments);
    assert_eq!(tagged.entities, summarized.entities);
    check_provenance(&detected.provenance, &StageName::ALL[..1]);
    check_provenance(&segmented.provenance, &StageName::ALL[..2]);
    check_provenance(&tagged.provenance, &StageName::ALL[..3]);
}

/// Checks that an event is one line of JSON that decodes to itself.
pub fn check_wire<E: Event + PartialEq + Debug>(event: &E) {
    let payload = event.encode();
    assert!(!payload.contains(&b'\n'), "an event is one line");
    let read = E::decode(&payload).unwrap_or_else(|error| panic!("{} does not decode: {error}", E::NAME));
    assert_eq!(&read, event, "{} decodes to another event", E::NAME);
    assert_eq!(read.encode(), payload, "{} is encoded to the same bytes again", E::NAME);
}

/// Checks the language layer.
pub fn check_language(language: &Language, text: &ArticleText<'_>) {
    assert!(!language.tag.is_empty());
    assert_share(language.confidence, "confidence of the language");
    if language.tag == messages::UNDETERMINED {
        assert!(!language.reliable, "an undetermined language is never reliable");
    }
    assert!(
        language.alternatives.iter().all(|alternative| alternative.tag != language.tag),
        "the language is not its own alternative"
    );
    assert_descending(language.alternatives.iter().map(|alternative| alternative.confidence), "alternatives");
    let body = text.field(Field::Body);
    check_order(body, language.paragraphs.iter().map(messages::LanguageSpan::span), "language paragraph");
}

/// Checks the segments layer: every character except white space is in one block and, unless the block is a
/// dateline, in one sentence.
pub fn check_segments(segments: &Segments, text: &ArticleText<'_>) {
    let fields: Vec<Field> = segments.blocks.iter().map(|block| block.field).collect();
    assert!(
        fields.is_sorted_by_key(|field| *field == Field::Body),
        "blocks of the headline field come first"
    );
    for field in [Field::Headline, Field::Body] {
        let blocks = segments.blocks.iter().filter(|block| block.field == field).map(Block::span);
        restores(text, field, whole(text, field), blocks, "block");
    }
    let blocks_of_sentences = segments.sentences.iter().map(|sentence| sentence.block);
    assert!(blocks_of_sentences.is_sorted(), "sentences have the order of their blocks");
    for (index, block) in segments.blocks.iter().enumerate() {
        let mut sentences = segments.sentences.iter().filter(|sentence| sentence.block == index);
        if block.kind == BlockKind::Dateline {
            assert!(sentences.next().is_none(), "a dateline has no sentence");
        } else {
            let sentences = sentences.map(messages::Sentence::span);
            restores(text, block.field, block.span(), sentences, "sentence");
        }
        check_dateline(block, text);
    }
}

fn check_dateline(block: &Block, text: &ArticleText<'_>) {
    assert_eq!(block.kind == BlockKind::Dateline, block.dateline.is_some(), "datelines have their parts");
    let parts =
        block.dateline.iter().flat_map(|dateline| [&dateline.place, &dateline.date, &dateline.source]);
    for part in parts.flatten() {
        assert!(contains(block.span(), part.span()), "a dateline's parts lie in it");
        assert_eq!(part.text, text.slice(block.field, part.span()));
    }
}

/// Checks the entities layer.
pub fn check_entities(entities: &Entities, segments: &Segments, text: &ArticleText<'_>) {
    for field in [Field::Headline, Field::Body] {
        let mentions = entities.mentions.iter().filter(|mention| mention.field == field);
        check_order(text.field(field), mentions.map(messages::Mention::span), "mention");
    }
    assert!(
        entities.mentions.is_sorted_by_key(|mention| mention.field == Field::Body),
        "mentions of the headline field come first"
    );
    let mut counted = vec![0; entities.entities.len()];
    for mention in &entities.mentions {
        assert_eq!(mention.text, text.slice(mention.field, mention.span()), "a mention carries its text");
        assert_eq!(mention.text.trim(), mention.text, "a mention has no white space at its ends");
        assert_share(mention.score, "score of a mention");
        assert_eq!(
            mention.entity_type.is_name(),
            mention.entity.is_some(),
            "names refer to an entity, amounts do not"
        );
        if let Some(entity) = mention.entity {
            counted[entity] += 1;
            let of_entity = entities.entities[entity].entity_type;
            // A nationality refers to its country: "Dutch" to the Netherlands.
            let nationality = (mention.entity_type, of_entity) == (EntityType::Misc, EntityType::Loc);
            assert!(
                mention.entity_type == of_entity || nationality,
                "{mention:?} refers to an entity of type {of_entity:?}"
            );
        }
        let mut blocks = segments.blocks.iter().filter(|block| block.field == mention.field);
        assert!(blocks.any(|block| contains(block.span(), mention.span())), "a mention lies in one block");
    }
    let counts: Vec<usize> = entities.entities.iter().map(|entity| entity.mentions).collect();
    assert_eq!(counts, counted, "entities count their mentions");
    assert!(counts.iter().all(|count| *count > 0), "every entity is mentioned");
    assert!(entities.entities.iter().all(|entity| !entity.name.trim().is_empty()), "every entity has a name");
    assert_descending(entities.entities.iter().map(|entity| entity.salience), "saliences");
    for entity in &entities.entities {
        let sure = entity.link_confidence.is_none_or(|confidence| (0.0..=1.0).contains(&confidence));
        assert!(sure, "{entity:?}: the confidence is a probability");
        assert_eq!(
            entity.link_confidence.is_some(),
            !entity.links.is_empty(),
            "{entity:?}: links say how sure"
        );
    }
}

/// Checks the summary layer.
pub fn check_summary(summary: &Summary, segments: &Segments, text: &ArticleText<'_>) {
    assert!(
        summary.sentences.is_sorted_by(|left, right| left < right),
        "sentences are in article order, none twice"
    );
    let mut rest = summary.text.as_str();
    for index in &summary.sentences {
        let sentence = &segments.sentences[*index];
        assert_eq!(
            segments.kind_of(sentence),
            BlockKind::Paragraph,
            "a summary has only sentences of paragraphs"
        );
        let verbatim = text.slice(segments.field_of(sentence), sentence.span());
        // Scripts without spaces between words have none between sentences either.
        rest = rest.strip_prefix(' ').unwrap_or(rest);
        rest = rest.strip_prefix(verbatim).unwrap_or_else(|| panic!("sentence {index} is not verbatim"));
    }
    assert_eq!(rest, "", "a summary has no text besides its sentences");
    assert_descending(summary.keywords.iter().map(|keyword| keyword.score), "keywords");
    for keyword in &summary.keywords {
        let fields = [Field::Headline, Field::Body].map(|field| text.field(field));
        assert!(!keyword.text.trim().is_empty(), "a keyword is not empty");
        assert!(fields.iter().any(|field| field.contains(&keyword.text)), "a keyword occurs in the article");
    }
}

/// Checks that provenance has one line for each stage, in order.
fn check_provenance(provenance: &[Kept<Provenance>], stages: &[StageName]) {
    let made: Vec<StageName> = provenance.iter().map(|line| line.stage).collect();
    assert_eq!(made, stages, "provenance names every stage in order");
    for line in provenance {
        assert_eq!(
            line.outcome == Outcome::Skipped,
            line.reason.is_some(),
            "a skipped stage gives its reason"
        );
        for code in line.reason.iter().chain(&line.limits) {
            assert!(code.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')), "{code:?}");
        }
    }
}

/// Checks that `parts`, in order and with white space between them, make up `whole`. No part may be empty, or
/// start or end with white space.
fn restores(
    text: &ArticleText<'_>,
    field: Field,
    whole: CodePoints,
    parts: impl Iterator<Item = CodePoints>,
    what: &str,
) {
    let mut reached = whole.start;
    for part in parts {
        assert!(reached <= part.start && part.start < part.end, "{what} {part:?} after {reached}");
        let between = text.slice(field, CodePoints { start: reached, end: part.start });
        assert_eq!(between.trim(), "", "there is only white space before {what} {part:?}");
        let inside = text.slice(field, part);
        assert_eq!(inside.trim(), inside, "{what} {part:?} has no white space at its ends");
        reached = part.end;
    }
    assert!(reached <= whole.end, "{what}s end inside the text");
    let after = text.slice(field, CodePoints { start: reached, end: whole.end });
    assert_eq!(after.trim(), "", "there is only white space after the last {what}");
}

/// Checks that spans in `text` are in order, do not overlap and are not empty.
fn check_order(text: &str, spans: impl Iterator<Item = CodePoints>, what: &str) {
    let length = text.chars().count();
    let mut reached = 0;
    for span in spans {
        assert!(reached <= span.start && span.start < span.end && span.end <= length, "{what} {span:?}");
        reached = span.end;
    }
}

fn whole(text: &ArticleText<'_>, field: Field) -> CodePoints {
    CodePoints { start: 0, end: text.field(field).chars().count() }
}

fn contains(outer: CodePoints, inner: CodePoints) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn assert_share(value: f64, what: &str) {
    assert!((0.0..=1.0).contains(&value), "{what} is {value}");
}

/// Checks that values are between 0 and 1, in descending order.
fn assert_descending(values: impl Iterator<Item = f64>, what: &str) {
    let mut before = 1.0;
    for value in values {
        assert_share(value, what);
        assert!(value <= before, "{what}: {value} after {before}");
        before = value;
    }
}

/// Checks that `article` is valid in an event, for decoders that get arbitrary bytes.
pub fn check_article(article: &Article) {
    assert!(!article.body.trim().is_empty(), "an accepted article has a body");
    assert_eq!(article.revision.len(), 16, "an accepted article has a revision");
    assert!(!article.id.is_empty(), "an accepted article has an id");
}
