//! The model file: a table of weights for each language, a byte a weight.

/// The file in this crate.
static FILE: &[u8] = include_bytes!("../../../model/sentences.bin");

/// How the file begins; the digit counts changes of its form.
const MAGIC: &[u8; 8] = b"WDSENT1\n";

/// Bytes of a language's tag.
const TAG: usize = 4;

/// The tables of all languages, each behind its tag and the binary logarithm of its size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Model<'m>(&'m [u8]);

/// The weights of a language; their number is a power of two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'m>(&'m [u8]);

/// The weights of a language on their way into a file.
#[derive(Debug, Clone)]
pub struct Table {
    /// BCP 47 primary subtag.
    pub language: &'static str,
    /// Binary logarithm of the number of weights.
    pub bits: u8,
    /// The weights, in steps that are the same for all.
    pub weights: Vec<i8>,
}

impl Model<'static> {
    /// The model of this crate; `None` where the file is none.
    pub(crate) fn shipped() -> Option<Self> {
        Self::read(FILE)
    }
}

impl<'m> Model<'m> {
    /// The model in a file's bytes; `None` where they are none.
    pub(crate) fn read(file: &'m [u8]) -> Option<Self> {
        file.strip_prefix(MAGIC).map(Model)
    }

    /// The weights for a BCP 47 primary subtag; `None` for a language that it was not trained for.
    pub(crate) fn weights(&self, primary: &str) -> Option<Weights<'m>> {
        let mut rest = self.0;
        loop {
            let (tag, table) = rest.split_at_checked(TAG)?;
            let (bits, table) = table.split_first()?;
            let (weights, behind) = table.split_at_checked(1_usize.checked_shl(u32::from(*bits))?)?;
            if tag.split(|byte| *byte == 0).next() == Some(primary.as_bytes()) {
                return Some(Weights(weights));
            }
            rest = behind;
        }
    }
}

impl Weights<'_> {
    /// Whether these features add up to the end of a sentence.
    pub(crate) fn decide(&self, features: &[u32]) -> bool {
        let mask = self.0.len().wrapping_sub(1);
        let weight = |feature: &u32| self.0.get(*feature as usize & mask).copied().unwrap_or_default();
        features.iter().map(|feature| i32::from(weight(feature).cast_signed())).sum::<i32>() > 0
    }
}

/// The bytes of a model.
pub(crate) fn write(tables: &[Table]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    for table in tables {
        bytes.extend(table.language.bytes().chain([0; TAG]).take(TAG));
        bytes.push(table.bits);
        bytes.extend(table.weights.iter().map(|weight| weight.cast_unsigned()));
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_finds_its_own_weights_and_no_others() {
        let table = |language, bits, weight| Table { language, bits, weights: vec![weight; 1 << bits] };
        let file = write(&[table("en", 2, -1), table("fil", 3, 1)]);
        let model = Model(file.strip_prefix(MAGIC).unwrap());
        assert!(!model.weights("en").unwrap().decide(&[0, u32::MAX]));
        assert!(model.weights("fil").unwrap().decide(&[5]));
        assert!(model.weights("fi").is_none());
        assert!(model.weights("").is_none());
    }

    #[test]
    fn a_file_cut_short_gives_no_weights() {
        let file = write(&[Table { language: "en", bits: 2, weights: vec![1; 4] }]);
        for length in MAGIC.len()..file.len() {
            assert!(Model(&file[MAGIC.len()..length]).weights("en").is_none());
        }
    }

    #[test]
    fn the_shipped_model_knows_english() {
        assert!(Model::shipped().unwrap().weights("en").is_some());
    }
}
