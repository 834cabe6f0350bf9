//! The languages of one script, and their scores.

use std::{borrow::Cow, fmt};

use crate::tags::KnownLanguage;

/// Languages are padded to a multiple of this many columns, so that a row is whole vectors.
pub(super) const LANE: usize = 16;

/// So many rows of `i8` sum up in `i16` without overflow.
const ROWS_A_BLOCK: usize = 256;

/// Length of a text enters as this power of its number of features. A sum would make long texts too sure,
/// a mean short ones too unsure; 0.3 had the best likelihood on texts held back.
const LENGTH_POWER: f32 = 0.3;

/// A linear classifier over the languages of one script.
#[derive(Clone)]
pub struct Group {
    /// ISO 15924 code.
    pub(super) script: String,
    pub(super) languages: Vec<&'static KnownLanguage>,
    pub(super) biases: Vec<f32>,
    /// What one step of a weight is worth.
    pub(super) scale: f32,
    /// Number of buckets.
    pub(super) size: u32,
    /// A row a bucket, a column a language: bytes to be read as `i8`.
    pub(super) weights: Cow<'static, [u8]>,
}

impl Group {
    /// ISO 15924 code of the script.
    pub fn script(&self) -> &str {
        &self.script
    }

    /// Its languages, in the order of their codes.
    pub fn languages(&self) -> &[&'static KnownLanguage] {
        &self.languages
    }

    /// Number of buckets that features are hashed into.
    pub fn size(&self) -> u32 {
        self.size
    }

    /// The sum of the rows of `buckets` by language.
    pub fn sums(&self, buckets: &[u32]) -> Vec<i32> {
        let width = self.languages.len().next_multiple_of(LANE);
        let mut sums = vec![0_i32; width];
        let mut block = vec![0_i16; width];
        for rows in buckets.chunks(ROWS_A_BLOCK) {
            block.fill(0);
            for &bucket in rows {
                let start = bucket as usize * width;
                let row = self.weights.get(start..start + width).unwrap_or_default();
                let (lanes, _) = block.as_chunks_mut::<LANE>();
                let (weights, _) = row.as_chunks::<LANE>();
                for (lane, weights) in lanes.iter_mut().zip(weights) {
                    for (sum, weight) in lane.iter_mut().zip(weights) {
                        *sum += i16::from(weight.cast_signed());
                    }
                }
            }
            for (sum, part) in sums.iter_mut().zip(&block) {
                *sum += i32::from(*part);
            }
        }
        sums
    }

    /// The logits of a text of `features` features whose rows add up to `sums`.
    pub fn logits(&self, sums: &[i32], features: usize) -> Vec<f32> {
        let scale = self.scale * length_scale(features);
        sums.iter().zip(&self.biases).map(|(sum, bias)| *sum as f32 * scale + bias).collect()
    }
}

/// What the sum over so many features is multiplied by.
pub fn length_scale(features: usize) -> f32 {
    (features.max(1) as f32).powf(-LENGTH_POWER)
}

/// The table of weights is megabytes; a debugger wants the rest.
impl fmt::Debug for Group {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Group");
        shown.field("script", &self.script).field("languages", &self.languages.len());
        shown.field("size", &self.size).finish_non_exhaustive()
    }
}
