//! The languages of one script, and their scores.

use std::{borrow::Cow, fmt};

use super::Acquaintance;
use crate::tags::KnownLanguage;

/// Languages are padded to a multiple of this many columns, so that a row is whole vectors.
pub(super) const LANE: usize = 16;

/// Most lanes of a group: 112 languages. [`super::Model::decode`] refuses more.
pub(super) const MOST_LANES: usize = 7;

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
    /// What each language met in its own texts; empty where nothing is to be asked.
    pub(super) acquaintances: Vec<Acquaintance>,
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
        match self.languages.len().div_ceil(LANE) {
            1 => self.sums_of::<1>(buckets),
            2 => self.sums_of::<2>(buckets),
            3 => self.sums_of::<3>(buckets),
            4 => self.sums_of::<4>(buckets),
            5 => self.sums_of::<5>(buckets),
            6 => self.sums_of::<6>(buckets),
            _ => self.sums_of::<MOST_LANES>(buckets),
        }
    }

    /// The same with the number of lanes known to the compiler, which then keeps the sums in registers.
    fn sums_of<const LANES: usize>(&self, buckets: &[u32]) -> Vec<i32> {
        let (lanes, _) = self.weights.as_chunks::<LANE>();
        let (rows, _) = lanes.as_chunks::<LANES>();
        let mut sums = [[0_i32; LANE]; LANES];
        for block in buckets.chunks(ROWS_A_BLOCK) {
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

    /// What the language in this column met in its own texts, where that is asked.
    pub fn acquaintance(&self, column: usize) -> Option<&Acquaintance> {
        self.acquaintances.get(column)
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
