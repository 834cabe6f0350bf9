//! The stage: converts segments from byte spans to the code points of the wire.

use messages::{
    Article, ArticleText, Block, Dateline, Excerpt, Field, Language, LanguageDetected, Provenance, Rejection,
    Segments, Sentence, Stage, StageIdentity, StageName, TextSegmented, Token,
};
use text::Span;

use crate::article_languages::Languages;
use crate::segmentation::{FieldSegments, segment_body, segment_headline};
use crate::{blocks, segmentation};

/// The names and versions of the rules and of the linear model.
const MODEL: &str = "rules-10.linear-2";

/// The stage that finds the blocks and sentences of an article, and its tokens on request.
#[derive(Debug, Clone)]
pub struct Segmenter {
    identity: StageIdentity,
    with_tokens: bool,
}

impl Segmenter {
    /// Makes a segmenter of blocks and sentences.
    pub fn new() -> Self {
        Self::with_tokens(false)
    }

    /// Makes a segmenter that also lists tokens if `with_tokens` says so.
    pub fn with_tokens(with_tokens: bool) -> Self {
        let identity = StageIdentity {
            stage: StageName::Segment,
            version: env!("CARGO_PKG_VERSION"),
            model: MODEL.to_owned(),
        };
        Self { identity, with_tokens }
    }
}

impl Default for Segmenter {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage for Segmenter {
    type Input = LanguageDetected;
    type Output = TextSegmented;

    fn identity(&self) -> &StageIdentity {
        &self.identity
    }

    fn process(&self, input: LanguageDetected) -> Result<TextSegmented, Rejection> {
        let text = ArticleText::new(&input.article);
        let languages = languages(&text, &input.language);
        let fields = segment(&input.article, &languages);
        let provenance = Provenance::ok(&self.identity).with_limits(languages.limits());
        let segments = to_wire(&text, &fields, self.with_tokens);
        Ok(input.segmented(segments, provenance))
    }
}

/// Segments both fields. The headline comes first.
fn segment(article: &Article, languages: &Languages) -> [FieldSegments; 2] {
    let headline = article.headline.as_deref();
    let body = segment_body(&article.body, headline, article.byline.as_deref(), languages);
    [segment_headline(headline.unwrap_or_default()), body]
}

fn languages(text: &ArticleText<'_>, language: &Language) -> Languages {
    let spans = language
        .paragraphs
        .iter()
        .filter_map(|span| Some((text.to_bytes(Field::Body, span.span())?, primary_subtag(&span.tag))));
    Languages::with_spans(language.primary(), spans)
}

fn primary_subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn to_wire(text: &ArticleText<'_>, fields: &[FieldSegments], with_tokens: bool) -> Segments {
    let mut segments = Segments { tokens: with_tokens.then(Vec::new), ..Segments::default() };
    for field in fields {
        let first_block = segments.blocks.len();
        segments.blocks.extend(field.blocks.iter().map(|block| wire_block(text, field.field, block)));
        let sentence = |sentence: &segmentation::Sentence| {
            let span = text.to_code_points(field.field, sentence.span);
            let block = first_block + sentence.block;
            Sentence { field: field.field, start: span.start, end: span.end, block }
        };
        segments.sentences.extend(field.sentences.iter().map(sentence));
        if let Some(tokens) = &mut segments.tokens {
            tokens.extend(field.tokens(text.field(field.field)).into_iter().map(|token| {
                let span = text.to_code_points(field.field, token.span);
                Token { field: field.field, start: span.start, end: span.end }
            }));
        }
    }
    segments
}

fn wire_block(text: &ArticleText<'_>, field: Field, block: &blocks::Block) -> Block {
    let span = text.to_code_points(field, block.span);
    let dateline = block.dateline.map(|dateline| Dateline {
        place: dateline.place.map(|span| excerpt(text, field, span)),
        date: dateline.date.map(|span| excerpt(text, field, span)),
        source: dateline.source.map(|span| excerpt(text, field, span)),
    });
    Block { kind: block.kind, field, start: span.start, end: span.end, dateline }
}

fn excerpt(text: &ArticleText<'_>, field: Field, span: Span) -> Excerpt {
    let wire = text.to_code_points(field, span);
    Excerpt { start: wire.start, end: wire.end, text: span.of(text.field(field)).to_owned() }
}

#[cfg(test)]
mod tests {
    use messages::{ArticleReceived, BlockKind, Event, Provenance};

    use super::*;

    fn segmented(json: &str, tag: &str, segmenter: &Segmenter) -> TextSegmented {
        let article = Article::from_json(json.as_bytes()).unwrap();
        let language = Language {
            tag: tag.into(),
            iso639_3: "und".into(),
            script: "Latn".into(),
            confidence: 1.0,
            reliable: true,
            alternatives: Vec::new(),
            paragraphs: Vec::new(),
        };
        let by = Provenance::ok(segmenter.identity());
        segmenter.process(ArticleReceived { article }.detected(language, by)).unwrap()
    }

    #[test]
    fn offsets_on_the_wire_count_code_points() {
        let event =
            segmented(r#"{"body":"ÅLESUND (NTB) – Snø 🌨 falt. Båter står."}"#, "no", &Segmenter::new());
        let block = event.segments.blocks.first().unwrap();
        assert_eq!((block.kind, block.start, block.end), (BlockKind::Dateline, 0, 15));
        let place = block.dateline.clone().unwrap().place.unwrap();
        assert_eq!((place.start, place.end, place.text.as_str()), (0, 7, "ÅLESUND"));
        let spans: Vec<_> = event.segments.sentences.iter().map(|s| (s.start, s.end, s.block)).collect();
        assert_eq!(spans, [(16, 27, 1), (28, 39, 1)]);
    }

    #[test]
    fn blocks_of_the_headline_field_come_first() {
        let event =
            segmented(r#"{"headline":"Snow","body":"Snow fell. It melted."}"#, "en", &Segmenter::new());
        let fields: Vec<Field> = event.segments.blocks.iter().map(|block| block.field).collect();
        assert_eq!(fields, [Field::Headline, Field::Body]);
        let blocks: Vec<usize> = event.segments.sentences.iter().map(|sentence| sentence.block).collect();
        assert_eq!(blocks, [0, 1, 1]);
    }

    #[test]
    fn lists_tokens_only_on_request() {
        let json = r#"{"headline":"Snow","body":"It fell."}"#;
        assert_eq!(segmented(json, "en", &Segmenter::new()).segments.tokens, None);
        let event = segmented(json, "en", &Segmenter::with_tokens(true));
        let tokens = event.segments.tokens.clone().unwrap();
        assert_eq!(tokens.len(), 4);
        assert_eq!((tokens[0].field, tokens[1].field, tokens[1].end), (Field::Headline, Field::Body, 2));
    }

    #[test]
    fn provenance_names_the_rules_and_what_they_lack() {
        let limits = |tag: &str| {
            let event = segmented(r#"{"body":"Snow fell."}"#, tag, &Segmenter::new());
            let provenance = event.provenance.last().unwrap();
            assert_eq!(provenance.model, "rules-10.linear-2");
            provenance.limits.clone()
        };
        assert!(limits("en-GB").is_empty());
        assert_eq!(limits("und"), ["no_abbreviations_for_language"]);
        assert_eq!(limits("th"), ["no_sentence_rules_for_language"]);
    }

    #[test]
    fn a_published_event_can_be_decoded_again() {
        let event = segmented(r#"{"body":"Snø falt.\n\n© 2026"}"#, "no", &Segmenter::with_tokens(true));
        assert_eq!(TextSegmented::decode(&event.encode()).unwrap().segments, event.segments);
    }
}
