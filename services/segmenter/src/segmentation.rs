//! The pure core: blocks and sentences of an article, in byte spans.

use messages::{BlockKind, Field};
use text::{Span, Token};

use crate::blocks::{self, Block, Known};
use crate::sentences::scorer::{Model, Style, View, Weights};
use crate::sentences::{Rules, Scored, Segmentation};
use crate::tokens;

/// The parts of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSegments {
    /// The field.
    pub field: Field,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Its sentences, in order; none in a dateline.
    pub sentences: Vec<Sentence>,
}

/// One sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in its field.
    pub span: Span,
    /// Index of its block among those of the field.
    pub block: usize,
}

/// The language of a text: that of the whole, and of stretches in another.
#[derive(Debug, Clone, Default)]
pub struct Languages {
    /// BCP 47 primary subtag of the whole.
    pub primary: String,
    /// Stretches of the body with their primary subtags, in order.
    pub stretches: Vec<(Span, String)>,
}

impl Languages {
    /// One language throughout.
    pub fn only(primary: &str) -> Self {
        Self { primary: primary.to_owned(), stretches: Vec::new() }
    }

    /// The language at the head of `span`.
    fn at(&self, span: Span) -> &str {
        let past = self.stretches.partition_point(|(stretch, _)| stretch.end <= span.start);
        match self.stretches.get(past) {
            Some((stretch, language)) if stretch.start <= span.start => language,
            _ => &self.primary,
        }
    }

    /// What provenance must say the rules of these languages do not do.
    pub(crate) fn limits(&self) -> Vec<&'static str> {
        let stretches = self.stretches.iter().map(|(_, language)| language.as_str());
        let mut limits: Vec<&str> = [self.primary.as_str()]
            .into_iter()
            .chain(stretches)
            .filter_map(|l| Rules::of(l).limit())
            .collect();
        limits.sort_unstable();
        limits.dedup();
        limits
    }
}

/// The parts of a headline that the publisher sent apart.
pub fn segment_headline(headline: &str) -> FieldSegments {
    let span = Span::whole(headline).trimmed(headline);
    let blocks = if span.is_empty() { Vec::new() } else { vec![Block::new(BlockKind::Headline, span)] };
    let sentences = blocks.iter().map(|block| Sentence { span: block.span, block: 0 }).collect();
    FieldSegments { field: Field::Headline, blocks, sentences }
}

/// The parts of a body; `headline` and `byline` are those that the publisher sent apart.
pub fn segment_body(
    body: &str,
    headline: Option<&str>,
    byline: Option<&str>,
    languages: &Languages,
) -> FieldSegments {
    segment_body_by(Model::shipped(), body, Known { headline, byline }, languages)
}

/// The same by a model of the caller's, or by rules alone.
pub(crate) fn segment_body_by(
    model: Option<Model<'_>>,
    body: &str,
    known: Known<'_>,
    languages: &Languages,
) -> FieldSegments {
    let blocks = blocks::blocks(body, known);
    // What no scorer asks for need not be found out.
    let mut style = None;
    let mut last: Option<(&str, Rules, Option<Weights<'_>>)> = None;
    let mut found = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        if block.kind == BlockKind::Dateline {
            continue;
        }
        let language = languages.at(block.span);
        // The rules of a language are the same for all its blocks.
        let (_, rules, weights) = last.filter(|(known, ..)| *known == language).unwrap_or_else(|| {
            (language, Rules::of(language), model.and_then(|model| model.weights(language)))
        });
        last = Some((language, rules, weights));
        let scored = weights.filter(|_| is_scored(block.kind)).map(|weights| {
            let style = *style.get_or_insert_with(|| Style::of(body));
            let view = View { style, marks_only: block.kind == BlockKind::Headline };
            Scored { weights, language, view }
        });
        let spans = Segmentation { rules: &rules, scored }.sentences(body, block.span);
        found.extend(spans.into_iter().map(|span| Sentence { span, block: index }));
    }
    FieldSegments { field: Field::Body, blocks, sentences: found }
}

/// Whether a block tells the story in sentences that the scorer may part.
pub(crate) fn is_scored(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Byline | BlockKind::Dateline | BlockKind::Trailer)
}

impl FieldSegments {
    /// The tokens of `text`, the field's own text.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let of_block = |block: &Block| {
            let start = block.span.start;
            let tokens = tokens::tokens(block.span.of(text)).into_iter();
            tokens.map(move |token| Token { span: token.span.shifted(start), ..token })
        };
        self.blocks.iter().flat_map(of_block).collect()
    }
}
