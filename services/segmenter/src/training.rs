//! What the lab needs to train the sentence model: the candidates of a text as the stage sees them.

use messages::BlockKind;
use text::Span;

use crate::article_languages::Languages;
use crate::blocks::{ArticleFields, blocks};
use crate::languages::language;
use crate::segmentation::{is_scored, segment_body_with};
use crate::sentences::scorer::{
    self, BlockContext, Features, Model, SpaceFeatures, WritingStyle, walk, walk_spaces,
};
use crate::sentences::{Rules, Verdict, unspaced};

pub use crate::sentences::scorer::Table;

/// The weights that the verdicts of the rules have in addition to what is learnt.
#[derive(Debug, Clone, Copy)]
pub struct Prior {
    /// The weight of an end.
    pub end: f32,
    /// The weight of a mark that ends nothing.
    pub no_end: f32,
    /// The weight of a gap without a mark.
    pub no_mark: f32,
    /// Whether the weights also hold in casual text.
    pub everywhere: bool,
}

impl Prior {
    /// Adds the prior to the weights of the verdicts. The number of weights must be a power of two.
    pub fn add_to(&self, primary: &str, weights: &mut [f32]) {
        let features = Features::new(language(primary));
        let mask = weights.len().wrapping_sub(1);
        let priors =
            [(Verdict::End, self.end), (Verdict::NoEnd, self.no_end), (Verdict::NoMark, self.no_mark)];
        for (verdict, prior) in priors {
            for is_casual in [false, true] {
                let feature = features.of_verdict(verdict, is_casual) as usize & mask;
                if let Some(weight) = weights.get_mut(feature).filter(|_| self.everywhere || !is_casual) {
                    *weight += prior;
                }
            }
        }
    }
}

/// Calls `see` for every candidate of `body` in order, with its features and whether a gold sentence ends
/// there.
///
/// `ends` are the ends of the gold sentences in bytes, in order. The features count a sentence from its gold
/// start, not from where a model would start it.
pub fn observe(body: &str, primary: &str, ends: &[usize], mut see: impl FnMut(&[u32], bool)) {
    let language = language(primary);
    let (rules, style) = (Rules::new(language), WritingStyle::measure(body));
    let (mut features, mut spaces) = (Features::new(language), SpaceFeatures::new(language));
    for block in blocks(body, ArticleFields::default()) {
        if !is_scored(block.kind) {
            continue;
        }
        let text = block.span.of(body);
        let decide = |at: usize, features: &[u32]| {
            let is_end = ends.binary_search(&(block.span.start + at)).is_ok();
            see(features, is_end);
            is_end
        };
        let context = BlockContext { style, marks_only: block.kind == BlockKind::Headline };
        if rules.is_unspaced() {
            let marked = unspaced::marked_ends(text, &rules);
            if !context.marks_only && unspaced::splits_at_spaces(text, &rules, &marked) {
                walk_spaces(text, &marked, &mut spaces, decide);
            }
        } else {
            walk(text, &rules, context, &mut features, decide);
        }
    }
}

/// Writes the model file of these tables.
pub fn model_file(tables: &[Table]) -> Vec<u8> {
    scorer::write(tables)
}

/// Returns the sentences of `body` by the given model file, or by the rules if `file` is not a model.
///
/// A model only applies to a language whose profile says that it has one.
pub fn sentences(file: &[u8], body: &str, primary: &str) -> Vec<Span> {
    let segments =
        segment_body_with(Model::parse(file), body, ArticleFields::default(), &Languages::only(primary));
    segments.sentences.into_iter().map(|sentence| sentence.span).collect()
}
