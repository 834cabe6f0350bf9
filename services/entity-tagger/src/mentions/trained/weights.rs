//! The weights of features and transitions and the word classes of a trained model, in a form that is read in
//! place. `packed.rs` has the form of the files.
//!
//! All numbers are little-endian. It has these sections:
//!
//! 1. a header of 16 words of 32 bits;
//! 2. the transitions, one float for each pair of labels;
//! 3. the slots, an open-addressing hash table of 2^k words; each has the number of a row (20 bits) and some
//!    bits of the feature's hash (12);
//! 4. the rows, 16 signed bytes each;
//! 5. the hash and the class of each word that has one.
//!
//! Slots and rows are read in place, so reading copies only the word classes.

use super::labels::{LABELS, Scores};
use super::lattice::Transitions;
use super::word_classes::WordClasses;

/// The weights of a feature for every label except outside, whose weight is 0.
pub type Row = [i8; LABELS - 1];

const MAGIC: u32 = u32::from_le_bytes(*b"WDE1");
const HEADER: usize = 16 * 4;
const ROW_BITS: u32 = 20;
const ROW_MASK: u32 = (1 << ROW_BITS) - 1;
const EMPTY: u32 = u32::MAX;

/// The weights of a model, ready for tagging.
#[derive(Debug)]
pub struct Weights {
    /// The weights of label pairs.
    pub transitions: Transitions,
    /// The classes of words.
    pub word_classes: WordClasses,
    /// Numbers in the order of bytes of the file.
    slots: &'static [[u8; 4]],
    rows: &'static [[u8; LABELS - 1]],
    scale: f32,
}

/// The weights of a model before they are written to a file.
#[derive(Debug)]
pub struct Draft {
    /// The hash of each feature with its weights, in units of `scale`.
    pub rows: Vec<(u32, Row)>,
    /// The value of one unit of a weight.
    pub scale: f32,
    /// The weights of label pairs.
    pub transitions: Transitions,
    /// The classes of words.
    pub word_classes: WordClasses,
}

impl Draft {
    /// Encodes the file. Rows beyond the 2^20 - 1 that fit a slot are left out.
    pub fn encode(&self) -> Vec<u8> {
        let rows = self.rows.get(..self.rows.len().min((1 << ROW_BITS) - 1)).unwrap_or_default();
        // At most two thirds of the slots are used, so that look-ups stay short.
        let size = (rows.len() * 3 / 2).next_power_of_two().max(2);
        let mut slots = vec![EMPTY; size];
        for (number, (hash, _)) in rows.iter().enumerate() {
            let free = (0..size).map(|step| (*hash as usize).wrapping_add(step) % size);
            let free = free.into_iter().find(|slot| slots.get(*slot) == Some(&EMPTY));
            if let Some(slot) = free.and_then(|slot| slots.get_mut(slot)) {
                *slot = (mark(*hash) << ROW_BITS) | number as u32;
            }
        }
        let classes = self.word_classes.iter();
        let tables = slots.len() * 4 + rows.len() * (LABELS - 1) + classes.len() * 6;
        let mut file = Vec::with_capacity(HEADER + LABELS * LABELS * 4 + tables);
        let mut header = [0; HEADER / 4];
        for (word, value) in header.iter_mut().zip([
            MAGIC,
            size as u32,
            rows.len() as u32,
            classes.len() as u32,
            self.scale.to_bits(),
        ]) {
            *word = value;
        }
        file.extend(header.iter().flat_map(|word| word.to_le_bytes()));
        file.extend(self.transitions.weights.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
        file.extend(slots.iter().flat_map(|slot| slot.to_le_bytes()));
        file.extend(rows.iter().flat_map(|(_, row)| row.map(i8::cast_unsigned)));
        for (hash, class) in classes {
            file.extend(hash.to_le_bytes());
            file.extend(class.to_le_bytes());
        }
        file
    }
}

/// Returns the bits of a hash that a slot stores. They are not the bits that select the slot.
fn mark(hash: u32) -> u32 {
    hash >> ROW_BITS
}

impl Weights {
    /// Reads a file; returns `None` if it is not one.
    pub fn read(file: &'static [u8]) -> Option<Self> {
        let (header, rest) = file.split_at_checked(HEADER)?;
        let [magic, size, rows, classes, scale, ..] = words(header)[..] else { return None };
        let (transitions, rest) = rest.split_at_checked(LABELS * LABELS * 4)?;
        let (slots, rest) = rest.split_at_checked(size as usize * 4)?;
        let (rows, rest) = rest.split_at_checked(rows as usize * (LABELS - 1))?;
        if magic != MAGIC || rest.len() != classes as usize * 6 || !size.is_power_of_two() {
            return None;
        }
        let mut weights = [[0.0; LABELS]; LABELS];
        for (weight, word) in weights.iter_mut().flatten().zip(words(transitions)) {
            *weight = f32::from_bits(word);
        }
        let (pairs, _) = rest.as_chunks::<6>();
        let pairs = pairs
            .iter()
            .map(|[a, b, c, d, e, f]| (u32::from_le_bytes([*a, *b, *c, *d]), u16::from_le_bytes([*e, *f])));
        Some(Self {
            transitions: Transitions { weights },
            word_classes: WordClasses::new(pairs),
            slots: slots.as_chunks().0,
            rows: rows.as_chunks().0,
            scale: f32::from_bits(scale),
        })
    }

    /// Sums the weights of features. `found` is for reuse.
    ///
    /// The first pass reads the slots, the second decides which of them have a row, the third reads the rows. Most
    /// reads miss the cache. No decision depends on a read of the same pass, so the CPU makes many reads at once
    /// instead of waiting for one after the other.
    #[inline] // One call per token.
    pub(super) fn sum(&self, features: &[u32], found: &mut Found) -> Sums {
        let last = self.slots.len() - 1;
        let home = |feature: &u32| self.slot(*feature as usize & last);
        found.homes.clear();
        found.homes.extend(features.iter().map(home));
        found.rows.clear();
        for (feature, home) in features.iter().zip(&found.homes) {
            if home >> ROW_BITS == mark(*feature) && *home != EMPTY {
                found.rows.push(home & ROW_MASK);
            } else if *home != EMPTY {
                found.rows.extend(self.search(*feature, *feature as usize + 1));
            }
        }
        let mut sums = Sums::default();
        for row in found.rows.iter().filter_map(|row| self.rows.get(*row as usize)) {
            for (sum, weight) in sums.0.iter_mut().zip(row) {
                *sum += i16::from(weight.cast_signed());
            }
        }
        sums
    }

    /// Returns the weights of a feature for every label except outside; zeros if it has none.
    pub fn of(&self, feature: u32) -> [f32; LABELS - 1] {
        let row = self.search(feature, feature as usize).and_then(|row| self.rows.get(row as usize));
        row.map_or([0.0; LABELS - 1], |row| row.map(|weight| f32::from(weight.cast_signed()) * self.scale))
    }

    /// Returns the number of a feature's row, searched from a slot on.
    fn search(&self, feature: u32, from: usize) -> Option<u32> {
        let last = self.slots.len() - 1;
        let mut slot = from & last;
        loop {
            match self.slot(slot) {
                EMPTY => return None,
                content if content >> ROW_BITS == mark(feature) => return Some(content & ROW_MASK),
                _ => slot = (slot + 1) & last,
            }
        }
    }

    /// Returns the content of a slot.
    fn slot(&self, number: usize) -> u32 {
        self.slots.get(number).map_or(EMPTY, |bytes| u32::from_le_bytes(*bytes))
    }

    /// Returns the score of each label.
    pub(super) fn scores(&self, sums: &Sums) -> Scores {
        let mut scores = [0.0; LABELS];
        for (score, sum) in scores.iter_mut().skip(1).zip(sums.0) {
            *score = f32::from(sum) * self.scale;
        }
        scores
    }
}

/// What the passes of a sum hand on.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The slot at which the search for each feature begins.
    homes: Vec<u32>,
    /// The numbers of the rows.
    rows: Vec<u32>,
}

/// Weights summed over features. 16 bits hold the sum of 250 weights, more than a token has features.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Sums([i16; LABELS - 1]);

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|word| u32::from_le_bytes(*word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoded_model_can_be_read() {
        let row = |weight| [weight; LABELS - 1];
        let mut transitions = Transitions { weights: [[0.0; LABELS]; LABELS] };
        transitions.weights[2][3] = 1.5;
        let draft = Draft {
            rows: vec![(5, row(1)), (5 | 1 << 30, row(-2)), (6, row(4))],
            scale: 0.5,
            transitions: transitions.clone(),
            word_classes: WordClasses::new([(9, 4)].into_iter()),
        };
        let weights = Weights::read(draft.encode().leak()).unwrap();
        // Halves add up without rounding, so twice the score is a whole number.
        let twice = |features: &[u32]| {
            let sums = weights.sum(features, &mut Found::default());
            (weights.scores(&sums)[1] * 2.0) as i32
        };
        assert_eq!([twice(&[5]), twice(&[5 | 1 << 30]), twice(&[6])], [1, -2, 4]);
        assert_eq!(twice(&[5, 6, 7 | 1 << 25]), 5, "an unknown feature has no weight");
        assert_eq!((weights.of(6)[0], weights.of(7 | 1 << 25)[0]), (2.0, 0.0));
        assert_eq!(weights.transitions, transitions);
        assert_eq!(weights.word_classes.of(9), Some(4));
    }

    #[test]
    fn rejects_other_files() {
        assert!(Weights::read(b"no model").is_none());
        assert!(Weights::read(&[0; 4096]).is_none());
    }
}
