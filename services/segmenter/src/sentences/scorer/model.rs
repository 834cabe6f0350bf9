//! The model file: a table of weights for each language, a byte a weight.

/// The model file that the crate ships.
static FILE: &[u8] = include_bytes!("../../../model/sentences.bin");

/// The first bytes of the file. The digit is the version of the format.
const MAGIC: &[u8; 8] = b"WDSENT1\n";

/// The bytes of a language's tag, padded with zeros.
const TAG: usize = 4;

/// The tables of all languages. Each follows its tag and the binary logarithm of its size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Model<'m>(&'m [u8]);

/// The weights of a language. Their number is a power of two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weights<'m>(&'m [u8]);

/// The weights of a language to be written to a file.
#[derive(Debug, Clone)]
pub struct Table {
    /// The BCP 47 primary subtag of the language.
    pub language: &'static str,
    /// The binary logarithm of the number of weights.
    pub bits: u8,
    /// The weights in steps of one size for all languages. The sign of their sum decides, so the size does
    /// not matter here.
    pub weights: Vec<i8>,
}

impl Model<'static> {
    /// Returns the model that the crate ships; `None` if the file is not a model.
    pub(crate) fn shipped() -> Option<Self> {
        Self::parse(FILE)
    }
}

impl<'m> Model<'m> {
    /// Parses a model file; `None` if it is not one.
    pub(crate) fn parse(file: &'m [u8]) -> Option<Self> {
        file.strip_prefix(MAGIC).map(Model)
    }

    /// Returns the weights of a BCP 47 primary subtag; `None` for a language that the model was not trained
    /// for.
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
    /// Reports whether the weights of these features add up to the end of a sentence.
    pub(crate) fn decide(&self, features: &[u32]) -> bool {
        let mask = self.0.len().wrapping_sub(1);
        let weight = |feature: &u32| self.0.get(*feature as usize & mask).copied().unwrap_or_default();
        features.iter().map(|feature| i32::from(weight(feature).cast_signed())).sum::<i32>() > 0
    }
}

/// Writes a model file.
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
    use crate::languages::language;

    #[test]
    fn finds_the_weights_of_a_language_by_its_whole_tag() {
        let table = |language, bits, weight| Table { language, bits, weights: vec![weight; 1 << bits] };
        let file = write(&[table("en", 2, -1), table("fil", 3, 1)]);
        let model = Model(file.strip_prefix(MAGIC).unwrap());
        assert!(!model.weights("en").unwrap().decide(&[0, u32::MAX]));
        assert!(model.weights("fil").unwrap().decide(&[5]));
        assert!(model.weights("fi").is_none());
        assert!(model.weights("").is_none());
    }

    #[test]
    fn finds_no_weights_in_a_truncated_file() {
        let file = write(&[Table { language: "en", bits: 2, weights: vec![1; 4] }]);
        for length in MAGIC.len()..file.len() {
            assert!(Model(&file[MAGIC.len()..length]).weights("en").is_none());
        }
    }

    #[test]
    fn the_shipped_model_has_weights_for_every_language_whose_profile_says_so() {
        let model = Model::shipped().unwrap();
        for tag in ["en", "fa", "pt", "vi", "de", "no", "und"] {
            assert_eq!(model.weights(tag).is_some(), language(tag).has_model(), "{tag}");
        }
    }
}
