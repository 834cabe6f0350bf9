//! Signatures: a sample of the shingles of a text, of one size for every text.

use std::fmt;

use crate::shingles::shingles;

/// The version of signatures. Signatures of different versions cannot be compared.
pub(crate) const VERSION: u8 = 1;

/// The number of hashes in a signature: half a kilobyte for an article. Other numbers were not tried.
const SIZE: usize = 128;

/// Bytes of an encoded signature: version, number of shingles, hashes.
const ENCODED: usize = 1 + 4 + 4 * SIZE;

/// The lowest hashes of the shingles of a text: a bottom-k sketch (Broder 1997; Cohen and Kaplan 2007).
///
/// Unlike MinHash with many hash functions it tells which share of a *short* text is in a long one, because the
/// hashes of both below some value are known completely.
#[derive(Clone, PartialEq, Eq)]
pub struct Signature {
    /// The number of different shingles of the text.
    shingles: u32,
    /// The lowest hashes, ascending, without repetition.
    hashes: Vec<u32>,
}

/// How much two texts have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shared {
    /// The share of the first text that is also in the second, 0 to 1.
    pub of_first: f64,
    /// The share of the second text that is also in the first, 0 to 1.
    pub of_second: f64,
    /// The number of hashes of the shorter text that the estimate rests on.
    pub sample: usize,
    /// The number of shingles in both texts together of which one is in both, 0 to 1 (Jaccard).
    pub of_both: f64,
}

impl Shared {
    /// Returns the share of the text that has more of itself in the other, mostly the shorter one.
    pub fn most(&self) -> f64 {
        self.of_first.max(self.of_second)
    }
}

/// Why bytes are not a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureError {
    /// The bytes have another length than a signature.
    Length,
    /// The signature has another version. Its article must be read again.
    Version(u8),
    /// The hashes are not in ascending order, or their number does not match.
    Hashes,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length => write!(formatter, "a signature has {ENCODED} bytes"),
            Self::Version(version) => write!(
                formatter,
                "the signature has version {version} and this program reads {VERSION}: compute it again from the article"
            ),
            Self::Hashes => {
                write!(formatter, "the hashes of the signature are not in order: compute it again")
            }
        }
    }
}

impl std::error::Error for SignatureError {}

impl Signature {
    /// Computes the signature of a text.
    pub fn of(paragraphs: &[&str]) -> Self {
        let mut hashes = shingles(paragraphs);
        hashes.sort_unstable();
        hashes.dedup();
        let shingles = u32::try_from(hashes.len()).unwrap_or(u32::MAX);
        hashes.truncate(SIZE);
        hashes.shrink_to_fit();
        Self { shingles, hashes }
    }

    /// Returns the number of different shingles of the text: about its number of words.
    pub fn shingles(&self) -> usize {
        self.shingles as usize
    }

    /// Returns the lowest hashes, in ascending order.
    pub fn hashes(&self) -> &[u32] {
        &self.hashes
    }

    /// Estimates how much two texts have in common. It is exact if both have at most as many shingles as a
    /// signature has hashes.
    pub fn shared(&self, other: &Self) -> Shared {
        let end = self.known_to().min(other.known_to());
        let (first, second) = (self.up_to(end), other.up_to(end));
        let (mut one, mut two) = (first.iter().peekable(), second.iter().peekable());
        let mut common = 0_usize;
        while let (Some(left), Some(right)) = (one.peek(), two.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => one.next(),
                std::cmp::Ordering::Greater => two.next(),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    one.next();
                    two.next()
                }
            };
        }
        let share = |of: usize| if of == 0 { 0.0 } else { common as f64 / of as f64 };
        Shared {
            of_first: share(first.len()),
            of_second: share(second.len()),
            sample: first.len().min(second.len()),
            of_both: share(first.len() + second.len() - common),
        }
    }

    /// Returns the hash up to which all hashes of the text are in the signature.
    fn known_to(&self) -> u32 {
        let is_whole = self.shingles() <= self.hashes.len();
        self.hashes.last().copied().filter(|_| !is_whole).unwrap_or(u32::MAX)
    }

    fn up_to(&self, end: u32) -> &[u32] {
        self.hashes.get(..self.hashes.partition_point(|hash| *hash <= end)).unwrap_or_default()
    }

    /// Returns the signature as bytes, always equally many.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(ENCODED);
        bytes.push(VERSION);
        bytes.extend(self.shingles.to_le_bytes());
        for hash in &self.hashes {
            bytes.extend(hash.to_le_bytes());
        }
        bytes.resize(ENCODED, 0);
        bytes
    }

    /// Reads a signature.
    ///
    /// # Errors
    ///
    /// When the bytes are no signature of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SignatureError> {
        let (&version, rest) = bytes.split_first().ok_or(SignatureError::Length)?;
        if version != VERSION {
            return Err(SignatureError::Version(version));
        }
        if bytes.len() != ENCODED {
            return Err(SignatureError::Length);
        }
        let mut numbers = rest.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number));
        let shingles = numbers.next().ok_or(SignatureError::Length)?;
        let mut hashes: Vec<u32> = numbers.collect();
        let unused = hashes.split_off((shingles as usize).min(SIZE));
        if !hashes.is_sorted_by(|one, next| one < next) || unused.iter().any(|hash| *hash != 0) {
            return Err(SignatureError::Hashes);
        }
        Ok(Self { shingles, hashes })
    }
}

/// Shows the number of shingles only: the hashes tell a reader nothing.
impl fmt::Debug for Signature {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Signature").field("shingles", &self.shingles).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text of different words.
    fn words(range: std::ops::Range<usize>) -> String {
        range.map(|word| format!("w{word}")).collect::<Vec<_>>().join(" ")
    }

    fn shared(one: &str, other: &str) -> Shared {
        Signature::of(&[one]).shared(&Signature::of(&[other]))
    }

    #[test]
    fn a_text_shares_everything_with_itself_and_nothing_with_another() {
        let text = words(0..500);
        let is = |one: &str, other: &str, share: f64| (shared(one, other).most() - share).abs() < 1e-9;
        assert!(is(&text, &text, 1.0) && is(&text, &words(500..1000), 0.0) && is("", "", 0.0));
    }

    #[test]
    fn a_short_text_is_wholly_in_the_long_one_that_it_was_cut_from() {
        let found = shared(&words(0..100), &words(0..1000));
        assert!((found.of_first - 1.0).abs() < 1e-9, "{found:?}");
        assert!((found.of_second - 0.1).abs() < 0.06, "{found:?}");
        assert!(found.sample >= 8, "{found:?}");
    }

    #[test]
    fn the_share_of_long_texts_is_estimated() {
        let found = shared(&words(0..1000), &words(500..1500));
        assert!((found.of_first - 0.5).abs() < 0.12 && (found.of_both - 0.33).abs() < 0.1, "{found:?}");
    }

    #[test]
    fn the_share_of_short_texts_is_exact() {
        // Of seven shingles of four words, five are in the other text.
        let found = shared(&words(0..10), &words(2..30));
        assert_eq!((found.of_first, found.sample), (5.0 / 7.0, 7));
    }

    #[test]
    fn a_signature_has_one_size_and_is_read_back() {
        for text in [String::new(), words(0..10), words(0..1000)] {
            let signature = Signature::of(&[&text]);
            let bytes = signature.to_bytes();
            assert_eq!((bytes.len(), Signature::from_bytes(&bytes)), (ENCODED, Ok(signature)));
        }
    }

    #[test]
    fn bytes_that_are_no_signature_are_refused() {
        let bytes = Signature::of(&[&words(0..10)]).to_bytes();
        let changed = |at: usize, to: u8| {
            let mut bytes = bytes.clone();
            bytes[at] = to;
            Signature::from_bytes(&bytes)
        };
        assert_eq!(Signature::from_bytes(&[]), Err(SignatureError::Length));
        assert_eq!(Signature::from_bytes(&bytes[..9]), Err(SignatureError::Length));
        assert_eq!(changed(0, 9), Err(SignatureError::Version(9)));
        assert_eq!(changed(ENCODED - 1, 1), Err(SignatureError::Hashes));
        assert_eq!(changed(1, 8), Err(SignatureError::Hashes));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..ENCODED + 2)) {
            let _ = Signature::from_bytes(&bytes);
        }

        #[test]
        fn shares_are_between_nothing_and_all(one in "([ab] ){0,40}", other in "([ab北] ?){0,40}") {
            let found = shared(&one, &other);
            let back = shared(&other, &one);
            prop_assert!((0.0..=1.0).contains(&found.of_first) && (0.0..=1.0).contains(&found.of_second));
            prop_assert_eq!((found.of_first, found.of_second), (back.of_second, back.of_first));
        }
    }
}
