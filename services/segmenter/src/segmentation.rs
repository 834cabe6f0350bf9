//! The pure core: blocks and sentences of an article, in byte spans.

use messages::{BlockKind, Field};
use text::{Span, Token};

use crate::article_languages::Languages;
use crate::blocks::{ArticleFields, Block, blocks};
use crate::languages::Language;
use crate::sentences::scorer::{BlockContext, Model, Weights, WritingStyle};
use crate::sentences::{Rules, Scored, Segmentation};
use crate::tokens;

/// The blocks and sentences of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSegments {
    /// The field.
    pub field: Field,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Its sentences, in order. A dateline has none.
    pub sentences: Vec<Sentence>,
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its place in its field, in bytes.
    pub span: Span,
    /// The index of its block among those of the field.
    pub block: usize,
}

/// Segments a headline that the publisher sent as a field: one block, one sentence.
///
/// ```
/// let segments = segmenter::segment_headline(" Snow falls in Turin ");
/// assert_eq!(segments.sentences[0].span, text::Span::new(1, 20));
/// ```
pub fn segment_headline(headline: &str) -> FieldSegments {
    let span = Span::whole(headline).trimmed(headline);
    let blocks = if span.is_empty() { Vec::new() } else { vec![Block::new(BlockKind::Headline, span)] };
    let sentences = blocks.iter().map(|block| Sentence { span: block.span, block: 0 }).collect();
    FieldSegments { field: Field::Headline, blocks, sentences }
}

/// Segments a body. `headline` and `byline` are those that the publisher sent as fields; a body that repeats
/// them is recognized by them.
///
/// ```
/// use messages::BlockKind;
/// use segmenter::{Languages, segment_body};
///
/// let body = "By Jane Doe\n\nSnow fell all day.\n\n© Northwire";
/// let segments = segment_body(body, None, None, &Languages::only("en"));
/// let kinds: Vec<BlockKind> = segments.blocks.iter().map(|block| block.kind).collect();
/// assert_eq!(kinds, [BlockKind::Byline, BlockKind::Paragraph, BlockKind::Trailer]);
/// ```
pub fn segment_body(
    body: &str,
    headline: Option<&str>,
    byline: Option<&str>,
    languages: &Languages,
) -> FieldSegments {
    segment_body_with(Model::shipped(), body, ArticleFields { headline, byline }, languages)
}

/// Segments a body with the given model, or by rules alone.
pub(crate) fn segment_body_with(
    model: Option<Model<'_>>,
    body: &str,
    fields: ArticleFields<'_>,
    languages: &Languages,
) -> FieldSegments {
    let blocks = blocks(body, fields);
    // Most languages have no weights, and then nothing asks for the style.
    let mut style = None;
    let mut last: Option<Knowledge<'_>> = None;
    let mut sentences = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        if block.kind == BlockKind::Dateline {
            continue;
        }
        let language = languages.at(block.span);
        // Most blocks are in the language of the one before.
        let known = last.filter(|last| std::ptr::eq(last.language, language));
        let known = known.unwrap_or_else(|| Knowledge::of_language(language, model));
        last = Some(known);
        let scored = known.weights.filter(|_| is_scored(block.kind)).map(|weights| {
            let style = *style.get_or_insert_with(|| WritingStyle::measure(body));
            let context = BlockContext { style, marks_only: block.kind == BlockKind::Headline };
            Scored { weights, language, context }
        });
        let spans = Segmentation { rules: &known.rules, scored }.sentences(body, block.span);
        sentences.extend(spans.into_iter().map(|span| Sentence { span, block: index }));
    }
    FieldSegments { field: Field::Body, blocks, sentences }
}

/// The rules of a language, and its weights if it has some.
#[derive(Debug, Clone, Copy)]
struct Knowledge<'m> {
    language: &'static Language,
    rules: Rules,
    weights: Option<Weights<'m>>,
}

impl<'m> Knowledge<'m> {
    fn of_language(language: &'static Language, model: Option<Model<'m>>) -> Self {
        let model = model.filter(|_| language.has_model());
        let weights = model.and_then(|model| model.weights(language.tag()));
        Self { language, rules: Rules::new(language), weights }
    }
}

/// Reports whether a block holds text of the story, which the model may split.
pub(crate) fn is_scored(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Byline | BlockKind::Dateline | BlockKind::Trailer)
}

impl FieldSegments {
    /// Returns the tokens of the blocks; `text` is the text of the field.
    ///
    /// ```
    /// use segmenter::{Languages, segment_body};
    ///
    /// let body = "It’s 3.5 °C.";
    /// let segments = segment_body(body, None, None, &Languages::only("en"));
    /// let tokens: Vec<&str> = segments.tokens(body).iter().map(|token| token.span.of(body)).collect();
    /// assert_eq!(tokens, ["It’s", "3.5", "°", "C", "."]);
    /// ```
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let of_block = |block: &Block| {
            let start = block.span.start;
            let tokens = tokens::tokens(block.span.of(text)).into_iter();
            tokens.map(move |token| Token { span: token.span.shifted(start), ..token })
        };
        self.blocks.iter().flat_map(of_block).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, expected: &[&str]) {
        let segments = segment_body(body, None, None, &Languages::only("en"));
        let found: Vec<&str> = segments.sentences.iter().map(|sentence| sentence.span.of(body)).collect();
        assert_eq!(found, expected, "sentences of {body:?}");
    }

    #[test]
    fn the_model_sees_that_an_article_opens_its_sentences_with_small_letters() {
        check(
            "thanks for coming. we had fun. the food was great! see you next time. bye.",
            &["thanks for coming.", "we had fun.", "the food was great!", "see you next time.", "bye."],
        );
        check(
            "Ferry crews went back to work on Friday. The first boat left the harbour at dawn.",
            &["Ferry crews went back to work on Friday.", "The first boat left the harbour at dawn."],
        );
    }
}
