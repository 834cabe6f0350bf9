//! A linear classifier for the languages of one script.

use std::{borrow::Cow, fmt};

use super::coverage::Coverage;
use crate::tags::KnownLanguage;

/// Columns of one vector register. Rows are padded to a multiple of it.
pub(super) const LANE: usize = 16;

/// Most lanes of a group, enough for 112 languages. Decoding refuses more.
pub(super) const MOST_LANES: usize = 7;

/// Rows of `i8` whose sum fits into `i16`: 256 × 127 is below 32,768.
const ROWS_PER_BLOCK: usize = 256;

/// The sum of the weights is divided by this power of the number of features. Power 0, a sum, makes long
/// texts too certain. Power 1, a mean, makes short texts too uncertain. 0.3 had the best likelihood on
/// held-out texts.
const LENGTH_POWER: f32 = 0.3;

/// A linear classifier over the languages of one script.
#[derive(Clone)]
pub struct Group {
    /// ISO 15924 code.
    pub(super) script: String,
    /// In the order of their codes.
    pub(super) languages: Vec<&'static KnownLanguage>,
    pub(super) biases: Vec<f32>,
    /// The value of one step of a weight.
    pub(super) scale: f32,
    /// Number of buckets.
    pub(super) size: u32,
    /// One row for each bucket, one column for each language; each byte is an `i8`.
    pub(super) weights: Cow<'static, [u8]>,
    /// The coverage of each language; empty if coverage does not limit this group.
    pub(super) coverages: Vec<Coverage>,
}

impl Group {
    /// Returns the ISO 15924 code of the script.
    pub fn script(&self) -> &str {
        &self.script
    }

    /// Returns the languages in the order of their codes.
    pub fn languages(&self) -> &[&'static KnownLanguage] {
        &self.languages
    }

    /// Returns the number of buckets that features are hashed into.
    pub fn size(&self) -> u32 {
        self.size
    }

    /// Returns the sum of the rows of `buckets` for each language, in steps of a weight.
    pub fn sums(&self, buckets: &[u32]) -> Vec<i32> {
        match self.languages.len().div_ceil(LANE) {
            1 => self.sums_in::<1>(buckets),
            2 => self.sums_in::<2>(buckets),
            3 => self.sums_in::<3>(buckets),
            4 => self.sums_in::<4>(buckets),
            5 => self.sums_in::<5>(buckets),
            6 => self.sums_in::<6>(buckets),
            _ => self.sums_in::<MOST_LANES>(buckets),
        }
    }

    /// Adds up the rows. The number of lanes is known to the compiler, which keeps the sums in registers.
    fn sums_in<const LANES: usize>(&self, buckets: &[u32]) -> Vec<i32> {
        let (lanes, _) = self.weights.as_chunks::<LANE>();
        let (rows, _) = lanes.as_chunks::<LANES>();
        let mut sums = [[0_i32; LANE]; LANES];
        for block in buckets.chunks(ROWS_PER_BLOCK) {
            // Sums of 16 bits fit twice as many lanes into a register as sums of 32 bits.
            let mut part = [[0_i16; LANE]; LANES];
            for row in block.iter().filter_map(|bucket| rows.get(*bucket as usize)) {
                for (part, weights) in part.iter_mut().zip(row) {
                    for (sum, weight) in part.iter_mut().zip(weights) {
                        *sum += i16::from(weight.cast_signed());
                    }
                }
            }
            for (sum, part) in sums.as_flattened_mut().iter_mut().zip(part.as_flattened()) {
                *sum += i32::from(*part);
            }
        }
        sums.as_flattened().to_vec()
    }

    /// Returns the coverage of the language in a column, if coverage limits this group.
    pub fn coverage(&self, column: usize) -> Option<&Coverage> {
        self.coverages.get(column)
    }

    /// Returns the logit of each language for a text of `features` features whose rows add up to `sums`.
    pub fn logits(&self, sums: &[i32], features: usize) -> Vec<f32> {
        let scale = self.scale * length_scale(features);
        sums.iter().zip(&self.biases).map(|(sum, bias)| *sum as f32 * scale + bias).collect()
    }
}

/// Returns the factor on the sum over `features` features.
pub fn length_scale(features: usize) -> f32 {
    (features.max(1) as f32).powf(-LENGTH_POWER)
}

/// Leaves out the table of weights, which has megabytes.
impl fmt::Debug for Group {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Group");
        shown.field("script", &self.script).field("languages", &self.languages.len());
        shown.field("size", &self.size).finish_non_exhaustive()
    }
}
