//! The packed form of a trained model: a third of the size of the file that is read in place.
//!
//! It is a deflated stream of numbers in little-endian order:
//!
//! 1. five words of 32 bits: `WDE2`, the number of rows, the number of word classes, the bits of the scale, 0;
//! 2. the transitions, one float for each pair of labels;
//! 3. the hashes of the rows in ascending order, as differences, byte by byte: the lowest bytes of all, then the
//!    second ones, and so on;
//! 4. the weights for the first label of all rows, then those for the second label, and so on;
//! 5. the hash and the class of each word that has one.
//!
//! Equal bytes of neighbouring rows are next to each other, and most weights are near zero, so both deflate well.

use super::labels::LABELS;
use super::lattice::Transitions;
use super::weights::{Draft, Row};
use super::word_classes::WordClasses;

const MAGIC: u32 = u32::from_le_bytes(*b"WDE2");
const HEADER: usize = 5 * 4;
/// How hard miniz tries, of 10.
const LEVEL: u8 = 10;

/// Packs a model. The same model gives the same bytes.
pub fn pack(draft: &Draft) -> Vec<u8> {
    let mut rows: Vec<&(u32, Row)> = draft.rows.iter().collect();
    rows.sort_by_key(|(hash, _)| *hash);
    let classes = draft.word_classes.iter();
    let mut file = Vec::new();
    for word in [MAGIC, rows.len() as u32, classes.len() as u32, draft.scale.to_bits(), 0] {
        file.extend(word.to_le_bytes());
    }
    file.extend(draft.transitions.weights.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
    let mut before = 0;
    let steps: Vec<[u8; 4]> =
        rows.iter().map(|(hash, _)| (hash - std::mem::replace(&mut before, *hash)).to_le_bytes()).collect();
    (0..4).for_each(|byte| file.extend(steps.iter().filter_map(|step| step.get(byte))));
    for label in 0..LABELS - 1 {
        file.extend(rows.iter().filter_map(|(_, row)| row.get(label)).map(|weight| weight.cast_unsigned()));
    }
    for (hash, class) in classes {
        file.extend(hash.to_le_bytes());
        file.extend(class.to_le_bytes());
    }
    miniz_oxide::deflate::compress_to_vec(&file, LEVEL)
}

/// Unpacks a model; returns `None` if the file is not one.
pub fn unpack(file: &[u8]) -> Option<Draft> {
    let file = miniz_oxide::inflate::decompress_to_vec(file).ok()?;
    let (header, rest) = file.split_at_checked(HEADER)?;
    let [magic, rows, classes, scale, _] = words(header)[..] else { return None };
    let (transitions, rest) = rest.split_at_checked(LABELS * LABELS * 4)?;
    let rows = rows as usize;
    let (hashes, rest) = rest.split_at_checked(rows.checked_mul(4)?)?;
    let (weights, rest) = rest.split_at_checked(rows.checked_mul(LABELS - 1)?)?;
    if magic != MAGIC || rest.len() != (classes as usize).checked_mul(6)? {
        return None;
    }
    let mut between = [[0.0; LABELS]; LABELS];
    for (weight, word) in between.iter_mut().flatten().zip(words(transitions)) {
        *weight = f32::from_bits(word);
    }
    let (pairs, _) = rest.as_chunks::<6>();
    let classes = pairs
        .iter()
        .map(|[a, b, c, d, e, f]| (u32::from_le_bytes([*a, *b, *c, *d]), u16::from_le_bytes([*e, *f])));
    Some(Draft {
        rows: unpacked_rows(hashes, weights, rows),
        scale: f32::from_bits(scale),
        transitions: Transitions { weights: between },
        word_classes: WordClasses::new(classes),
    })
}

fn unpacked_rows(hashes: &[u8], weights: &[u8], rows: usize) -> Vec<(u32, Row)> {
    let byte = |plane: &[u8], index: usize| plane.get(index).copied().unwrap_or_default();
    let mut hash = 0_u32;
    let row = |index: usize| {
        hash =
            hash.wrapping_add(u32::from_le_bytes(std::array::from_fn(|at| byte(hashes, at * rows + index))));
        (hash, std::array::from_fn(|label| byte(weights, label * rows + index).cast_signed()))
    };
    (0..rows).map(row).collect()
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|word| u32::from_le_bytes(*word)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn draft(rows: Vec<(u32, Row)>) -> Draft {
        let mut transitions = Transitions { weights: [[0.0; LABELS]; LABELS] };
        transitions.weights[2][3] = 1.5;
        Draft { rows, scale: 0.5, transitions, word_classes: WordClasses::new([(9, 4)].into_iter()) }
    }

    #[test]
    fn a_packed_model_has_its_rows_in_order_of_their_hashes() {
        let [one, two] = [[3; LABELS - 1], [-7; LABELS - 1]];
        let whole = draft(vec![(u32::MAX, one), (5, two)]);
        let unpacked = unpack(&pack(&whole)).unwrap();
        assert_eq!(unpacked.rows, [(5, two), (u32::MAX, one)]);
        assert_eq!(unpacked.transitions, whole.transitions);
        assert_eq!(unpacked.word_classes.iter().collect::<Vec<_>>(), [(9, 4)]);
        assert_eq!(unpacked.scale.to_bits(), whole.scale.to_bits());
    }

    #[test]
    fn rejects_other_files() {
        assert!(unpack(b"no model").is_none());
        assert!(unpack(&miniz_oxide::deflate::compress_to_vec(&[0; 4096], 1)).is_none());
    }

    proptest! {
        #[test]
        fn any_cut_of_a_model_is_rejected(length in 0_usize..200) {
            let file = pack(&draft(vec![(5, [3; LABELS - 1]); 9]));
            prop_assume!(length < file.len());
            prop_assert!(unpack(&file[..length]).is_none());
        }
    }
}
