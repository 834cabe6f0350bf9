//! Finds, among the signs of many sums, those that differ least from others.
//!
//! The table is cut into planes: one word has one bit of 64 rows. So the differences of all rows are counted by a few
//! logical operations on words, some six times faster than row by row on a processor for which nothing is known but
//! that it has 64 bits. The counters are those of Harley and Seal (Warren, Hacker's Delight, 2nd ed., section 5-1).

use crate::vector::DIMENSIONS;

/// How many words of a plane are handled together.
const WORDS: usize = 4;
/// The number of rows of a block.
const ROWS: usize = 64 * WORDS;
/// How many planes are added up before their sum is added to the counters.
const GROUP: usize = 7;
/// The number of planes: one for each dimension, and empty ones up to whole groups.
const PLANES: usize = DIMENSIONS.next_multiple_of(GROUP);
/// The number of bits of a counter.
const BITS: usize = 7;
const _: () = assert!(PLANES < 1 << BITS, "a counter holds the number of dimensions");

/// One bit of each row of a block.
type Plane = [u64; WORDS];

/// The signs of rows. A row is used or not, and rows have numbers from zero.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    blocks: Vec<Block>,
    /// How many signs of each row differ from those that were last looked for.
    different: Vec<[Plane; BITS]>,
    last_limit: u32,
}

#[derive(Debug, Clone)]
struct Block {
    planes: Box<[Plane; PLANES]>,
    used: Plane,
}

impl Signs {
    /// Sets the signs of a row.
    pub(crate) fn set(&mut self, row: usize, signs: u128) {
        let Some((block, word, bit)) = self.place(row) else { return };
        for (number, plane) in block.planes.iter_mut().enumerate().take(DIMENSIONS) {
            if let Some(plane) = plane.get_mut(word) {
                *plane = *plane & !bit | if signs >> number & 1 == 1 { bit } else { 0 };
            }
        }
        if let Some(used) = block.used.get_mut(word) {
            *used |= bit;
        }
    }

    /// Marks a row as not used.
    pub(crate) fn clear(&mut self, row: usize) {
        if let Some((block, word, bit)) = self.place(row)
            && let Some(used) = block.used.get_mut(word)
        {
            *used &= !bit;
        }
    }

    /// Returns the block of a row, and the word and bit in its planes. Adds blocks up to that of the row.
    fn place(&mut self, row: usize) -> Option<(&mut Block, usize, u64)> {
        let (block, row) = (row / ROWS, row % ROWS);
        if block >= self.blocks.len() {
            let empty = Block { planes: Box::new([[0; WORDS]; PLANES]), used: [0; WORDS] };
            self.blocks.resize(block + 1, empty);
        }
        Some((self.blocks.get_mut(block)?, row / 64, 1 << (row % 64)))
    }

    /// Returns the rows whose signs differ least from `signs`: at least `wanted` of them if there are so many, and all
    /// that differ in as many signs as the last of these. None differs in more than `most`.
    pub(crate) fn nearest(&mut self, signs: u128, wanted: usize, most: u32) -> Vec<usize> {
        self.compare(signs);
        let limit = self.limit(wanted, most);
        let mut rows = Vec::new();
        for (number, (block, different)) in self.blocks.iter().zip(&self.different).enumerate() {
            for (word, mut found) in up_to(different, &block.used, limit).into_iter().enumerate() {
                while found != 0 {
                    rows.push(number * ROWS + word * 64 + found.trailing_zeros() as usize);
                    found &= found - 1;
                }
            }
        }
        rows
    }

    /// Counts the differences of all rows.
    fn compare(&mut self, signs: u128) {
        let mut flips = [0; PLANES];
        for (number, flip) in flips.iter_mut().enumerate().take(DIMENSIONS) {
            *flip = if signs >> number & 1 == 1 { u64::MAX } else { 0 };
        }
        self.different.resize(self.blocks.len(), [[0; WORDS]; BITS]);
        for (block, different) in self.blocks.iter().zip(&mut self.different) {
            *different = differences(&block.planes, &flips);
        }
    }

    /// Returns the lowest number of differences, up to `most`, that at least `wanted` rows do not exceed. It begins at the
    /// last one, because most are near each other.
    fn limit(&mut self, wanted: usize, most: u32) -> u32 {
        let mut limit = self.last_limit.min(most);
        if self.count(limit) >= wanted {
            while limit > 0 && self.count(limit - 1) >= wanted {
                limit -= 1;
            }
        } else {
            while limit < most {
                limit += 1;
                if self.count(limit) >= wanted {
                    break;
                }
            }
        }
        self.last_limit = limit;
        limit
    }

    fn count(&self, limit: u32) -> usize {
        let found = |(block, different): (&Block, &[Plane; BITS])| {
            up_to(different, &block.used, limit).map(u64::count_ones).into_iter().sum::<u32>() as usize
        };
        self.blocks.iter().zip(&self.different).map(found).sum()
    }
}

/// Counts for each row of a block how many signs differ. `flips` has all bits set where the other sign is set.
fn differences(planes: &[Plane; PLANES], flips: &[u64; PLANES]) -> [Plane; BITS] {
    let mut counters = [[0; WORDS]; BITS];
    let groups = planes.as_chunks::<GROUP>().0.iter().zip(flips.as_chunks::<GROUP>().0);
    for (planes, flips) in groups {
        let mut differ = *planes;
        for (plane, flip) in differ.iter_mut().zip(flips) {
            for word in plane {
                *word ^= flip;
            }
        }
        let [one, two, three, four, five, six, seven] = differ;
        let (first, first_carry) = full(one, two, three);
        let (second, second_carry) = full(four, five, six);
        let (ones, third_carry) = full(first, second, seven);
        let (twos, fours) = full(first_carry, second_carry, third_carry);
        let mut carry = [0; WORDS];
        for (counter, bit) in
            counters.iter_mut().zip([ones, twos, fours, [0; WORDS], [0; WORDS], [0; WORDS], [0; WORDS]])
        {
            (*counter, carry) = full(*counter, bit, carry);
        }
    }
    counters
}

/// Adds three bits of each row. Returns the sum and the carry.
fn full(first: Plane, second: Plane, third: Plane) -> (Plane, Plane) {
    let (mut sum, mut carry) = ([0; WORDS], [0; WORDS]);
    let rows = first.iter().zip(&second).zip(&third).zip(sum.iter_mut().zip(&mut carry));
    for (((first, second), third), (sum, carry)) in rows {
        let either = first ^ second;
        *sum = either ^ third;
        *carry = first & second | either & third;
    }
    (sum, carry)
}

/// Returns the used rows whose counter is at most `limit`.
fn up_to(counters: &[Plane; BITS], used: &Plane, limit: u32) -> Plane {
    let (mut below, mut equal) = ([0; WORDS], *used);
    for (bit, counter) in counters.iter().enumerate().rev() {
        let is_set = if limit >> bit & 1 == 1 { u64::MAX } else { 0 };
        for ((below, equal), counter) in below.iter_mut().zip(&mut equal).zip(counter) {
            *below |= *equal & !counter & is_set;
            *equal &= !(counter ^ is_set);
        }
    }
    let mut found = below;
    found.iter_mut().zip(equal).for_each(|(found, equal)| *found |= equal);
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: u128 = (1 << DIMENSIONS) - 1;

    /// What [`Signs::nearest`] says, row by row.
    fn expected(rows: &[(usize, u128)], signs: u128, wanted: usize, most: u32) -> Vec<usize> {
        let different = |row: &u128| (row ^ signs).count_ones();
        let mut counts: Vec<u32> = rows.iter().map(|(_, row)| different(row)).collect();
        counts.sort_unstable();
        let limit = counts.get(wanted.max(1) - 1).map_or(most, |limit| most.min(*limit));
        let near = rows.iter().filter(|(_, row)| different(row) <= limit);
        near.map(|(number, _)| *number).collect()
    }

    #[test]
    fn a_row_is_found_until_it_is_cleared() {
        let mut table = Signs::default();
        table.set(300, 0b101);
        assert_eq!(table.nearest(0b101, 5, 0), [300]);
        table.set(300, 0b111);
        assert_eq!((table.nearest(0b101, 5, 0).len(), table.nearest(0b101, 5, 1)), (0, vec![300]));
        table.clear(300);
        assert!(table.nearest(0b101, 5, 96).is_empty());
    }

    #[test]
    fn an_empty_table_has_no_rows() {
        assert!(Signs::default().nearest(7, 5, 96).is_empty());
    }

    proptest! {
        #[test]
        fn it_finds_what_comparing_row_by_row_finds(
            rows in prop::collection::btree_map(0_usize..700, any::<u128>(), 0..60),
            signs in any::<u128>(), wanted in 1_usize..40, most in 30_u32..60,
        ) {
            let rows: Vec<(usize, u128)> = rows.into_iter().map(|(row, signs)| (row, signs & ALL)).collect();
            let mut table = Signs::default();
            for (row, signs) in &rows {
                table.set(*row, *signs);
            }
            let found = table.nearest(signs & ALL, wanted, most);
            prop_assert_eq!(found, expected(&rows, signs & ALL, wanted, most));
        }
    }
}
