//! A set of numbers that most numbers are not in.

/// A bit set. It may hold what was never added, but rejects most of it.
#[derive(Debug)]
pub(super) struct KeySet(Vec<u64>);

/// The size of the bit set. With 1,000 keys it lets about one other key in sixteen through.
const BITS: usize = 16_384;

impl KeySet {
    /// Makes the set of these keys.
    pub(super) fn of(keys: impl Iterator<Item = u64>) -> Self {
        let mut bits = vec![0; BITS / 64];
        for key in keys {
            let (place, bit) = place(key);
            if let Some(bits) = bits.get_mut(place) {
                *bits |= bit;
            }
        }
        Self(bits)
    }

    /// Reports whether `key` may be in the set.
    #[inline]
    pub(super) fn may_hold(&self, key: u64) -> bool {
        let (place, bit) = place(key);
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }
}

/// Returns the index of a key's bit: which number holds it, and the bit alone.
#[inline]
fn place(key: u64) -> (usize, u64) {
    // Knuth's multiplicative hash: the upper bits depend on all bits of the key.
    let hash = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 50;
    ((hash >> 6) as usize, 1 << (hash & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_keys_and_rejects_most_others() {
        let keys = || (0..1_000).map(|key| key * 7_919);
        let set = KeySet::of(keys());
        assert!(keys().all(|key| set.may_hold(key)));
        assert!(keys().filter(|key| set.may_hold(key + 1)).count() < 150);
    }
}
