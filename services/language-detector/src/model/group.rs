//! A linear classifier for the languages of one script.

use std::{borrow::Cow, fmt};

use super::coverage::Coverage;
use crate::tags::KnownLanguage;

/// Columns of one vector register. Rows are padded to a multiple of it.
pub(super) const LANE: usize = 16;

/// Most lanes of a group, enough for 112 languages. Decoding refuses more.
pub(super) const MOST_LANES: usize = 7;

/// Columns of one vector register in pairs of two bytes.
const PAIRS: usize = LANE / 2;

/// Rows whose sum fits into `u16` if each byte is at most 255: 256 × 255 is below 65,536.
const ROWS_PER_BLOCK: usize = 256;

/// Makes each of two signed bytes an unsigned one that is higher by [`OFFSET`].
const TO_UNSIGNED: u16 = 0x8080;

/// What [`TO_UNSIGNED`] adds to a byte.
const OFFSET: i32 = 128;

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
    ///
    /// Two columns are added up as one number of 16 bits, and the second column of each pair once more by itself: without
    /// the second sum, the first one is that of the first columns. This takes fewer instructions than to widen each
    /// byte.
    fn sums_in<const LANES: usize>(&self, buckets: &[u32]) -> Vec<i32> {
        let (lanes, _) = self.weights.as_chunks::<LANE>();
        let (rows, _) = lanes.as_chunks::<LANES>();
        let mut sums = [[0_i32; LANE]; LANES];
        for block in buckets.chunks(ROWS_PER_BLOCK) {
            let (mut both, mut second) = ([[0_u16; PAIRS]; LANES], [[0_u16; PAIRS]; LANES]);
            let mut count = 0;
            for row in block.iter().filter_map(|bucket| rows.get(*bucket as usize)) {
                count += 1;
                for ((both, second), weights) in both.iter_mut().zip(&mut second).zip(row) {
                    let (pairs, _) = weights.as_chunks();
                    for ((both, second), pair) in both.iter_mut().zip(second).zip(pairs) {
                        let pair = u16::from_le_bytes(*pair) ^ TO_UNSIGNED;
                        *both = both.wrapping_add(pair);
                        *second += pair >> 8;
                    }
                }
            }
            let pairs = both.as_flattened().iter().zip(second.as_flattened());
            let (columns, _) = sums.as_flattened_mut().as_chunks_mut::<2>();
            for ([one, other], (both, second)) in columns.iter_mut().zip(pairs) {
                *one += i32::from(both.wrapping_sub(second << 8)) - OFFSET * count;
                *other += i32::from(*second) - OFFSET * count;
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
