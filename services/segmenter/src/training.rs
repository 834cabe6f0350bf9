//! What the lab needs to train the scorer: the candidates of a text as the stage will see them.

use messages::BlockKind;
use text::Span;

use crate::blocks::{self, Known};
use crate::segmentation::{Languages, is_scored, segment_body_by};
use crate::sentences::Rules;
use crate::sentences::scorer::{self, Features, Model, Style, Verdict, View, walk};

pub use crate::sentences::scorer::Table;

/// What the verdict of the rules weighs beside what is learnt.
#[derive(Debug, Clone, Copy)]
pub struct Prior {
    /// Where the rules see an end.
    pub end: f32,
    /// Where they see a mark that ends nothing.
    pub no_end: f32,
    /// Where they see no mark.
    pub no_mark: f32,
    /// Also in casual texts.
    pub everywhere: bool,
}

impl Prior {
    /// Adds it to the weights of the verdicts; their number is a power of two.
    pub fn add_to(&self, primary: &str, weights: &mut [f32]) {
        let features = Features::new(primary);
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

/// Shows `see` every candidate of `body` in order: its features, and whether a gold sentence ends there.
///
/// `ends` are the ends of the gold sentences in bytes, in order. Gold, not what a model would say, tells
/// how far back a sentence began.
pub fn observe(body: &str, primary: &str, ends: &[usize], mut see: impl FnMut(&[u32], bool)) {
    let (rules, style) = (Rules::of(primary), Style::of(body));
    let mut features = Features::new(primary);
    for block in blocks::blocks(body, Known::default()) {
        if !is_scored(block.kind) {
            continue;
        }
        let view = View { style, marks_only: block.kind == BlockKind::Headline };
        walk(block.span.of(body), &rules, view, &mut features, |at, features| {
            let is_end = ends.binary_search(&(block.span.start + at)).is_ok();
            see(features, is_end);
            is_end
        });
    }
}

/// The model file of these tables.
pub fn model_file(tables: &[Table]) -> Vec<u8> {
    scorer::write(tables)
}

/// The sentences of `body` as a model file parts them, or as the rules do where it is none.
pub fn sentences(file: &[u8], body: &str, primary: &str) -> Vec<Span> {
    let segments = segment_body_by(Model::read(file), body, Known::default(), &Languages::only(primary));
    segments.sentences.into_iter().map(|sentence| sentence.span).collect()
}
