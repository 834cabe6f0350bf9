//! Which texts are held back: thresholds are chosen without them.

/// Reports whether the text with this id is held back: every other one, by a hash of its id. The same rule is in
/// `lab/teacher/table.py`.
pub(super) fn is_held_back(id: &str) -> bool {
    hash(id) & 1 == 1
}

/// Hashes an id (FNV-1a, with its bits mixed), the same on every machine.
pub(super) fn hash(id: &str) -> u64 {
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 20
}
