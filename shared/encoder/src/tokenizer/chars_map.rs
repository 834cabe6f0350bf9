//! The normalization table of a SentencePiece model (`precompiled_charsmap`): a trie, followed by the
//! replacement texts.
//!
//! The table begins with the size of the trie in bytes, a little-endian number of 32 bits. Then come the
//! units of the trie, 32 bits each, as the library Darts-clone packs them: a label, an offset to its
//! children, and whether one of the children is a value. A value is a byte offset into the replacements, each
//! of which ends with a zero byte.

/// The length in bytes up to which a grapheme cluster is looked up as a whole. The reference implementation
/// (the crate `tokenizers`) looks longer ones up by the character, too.
const LONGEST_CLUSTER: usize = 5;

/// A normalization table.
#[derive(Debug)]
pub(super) struct CharsMap {
    units: Vec<u32>,
    replacements: Vec<u8>,
}

impl CharsMap {
    /// Reads a table; returns `None` where the bytes are not one.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (size, rest) = bytes.split_first_chunk::<4>()?;
        let (units, replacements) = rest.split_at_checked(u32::from_le_bytes(*size) as usize)?;
        let (units, []) = units.as_chunks::<4>() else { return None };
        if units.is_empty() {
            return None;
        }
        std::str::from_utf8(replacements).ok()?;
        let units = units.iter().map(|unit| u32::from_le_bytes(*unit)).collect();
        Some(Self { units, replacements: replacements.to_vec() })
    }

    /// Replaces a grapheme cluster as a whole or, where the table does not list it, each of its characters
    /// that is listed.
    pub(super) fn apply(&self, cluster: &str, push: &mut dyn FnMut(char)) {
        if let Some(whole) = self.replacement(cluster).filter(|_| cluster.len() <= LONGEST_CLUSTER) {
            return whole.chars().for_each(push);
        }
        for character in cluster.chars() {
            match self.replacement(character.encode_utf8(&mut [0; 4])) {
                Some(replacement) => replacement.chars().for_each(&mut *push),
                None => push(character),
            }
        }
    }

    /// Returns the replacement of the shortest listed prefix of `text`, as the reference implementation does.
    fn replacement(&self, text: &str) -> Option<&str> {
        let unit = |at: u32| self.units.get(at as usize).copied();
        let mut at = offset(unit(0)?);
        for byte in text.bytes().take_while(|byte| *byte != 0) {
            at ^= u32::from(byte);
            let found = unit(at)?;
            if label(found) != u32::from(byte) {
                return None;
            }
            at ^= offset(found);
            if has_value(found) {
                let rest = self.replacements.get(value(unit(at)?)..)?;
                let replacement = rest.split(|byte| *byte == 0).next()?;
                return std::str::from_utf8(replacement).ok();
            }
        }
        None
    }
}

fn has_value(unit: u32) -> bool {
    unit >> 8 & 1 == 1
}

fn value(unit: u32) -> usize {
    (unit & 0x7fff_ffff) as usize
}

fn label(unit: u32) -> u32 {
    unit & (1 << 31 | 0xff)
}

fn offset(unit: u32) -> u32 {
    (unit >> 10) << ((unit & 1 << 9) >> 6)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Builds a trie that maps `a` to `bc`: the root, at `1 ^ b'a'` the unit of `a`, then its value.
    fn table() -> Vec<u8> {
        let mut units = vec![0_u32; 128];
        units[0] = 1 << 10;
        let at = 1 ^ usize::from(b'a');
        units[at] = u32::from(b'a') | 1 << 8 | 2 << 10;
        units[at ^ 2] = 1 << 31 | 1;
        let mut table = 512_u32.to_le_bytes().to_vec();
        table.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        table.extend(b"\0bc\0");
        table
    }

    fn check(text: &str, expected: &str) {
        let map = CharsMap::read(&table()).expect("the table is valid");
        let mut found = String::new();
        map.apply(text, &mut |character| found.push(character));
        assert_eq!(found, expected);
    }

    #[test]
    fn only_listed_characters_are_replaced() {
        check("a", "bc");
        check("b", "b");
        check("é", "é");
    }

    proptest! {
        #[test]
        fn no_bytes_cause_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..80), text in any::<String>()) {
            let mut whole = (bytes.len() as u32 / 4 * 4).to_le_bytes().to_vec();
            whole.extend(&bytes);
            for bytes in [bytes, whole] {
                if let Some(map) = CharsMap::read(&bytes) {
                    map.apply(&text, &mut |_| ());
                }
            }
        }
    }
}
