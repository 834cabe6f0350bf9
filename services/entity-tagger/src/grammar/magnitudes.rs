//! Magnitudes of all languages, for a number whose magnitude is not in the language of its text.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::decimal::Decimal;
use super::table;

/// The factor of a magnitude.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Factor {
    Known(Decimal),
    /// Languages disagree on the word.
    Open,
}

/// Words for thousand, million and so on. A word that languages disagree on has no factor: "billion" is 10⁹
/// in English and 10¹² in French.
#[derive(Debug)]
pub(super) struct Magnitudes(HashMap<Box<str>, Factor, FixedState>);

impl Magnitudes {
    pub(super) fn load() -> Self {
        let mut magnitudes = HashMap::default();
        for line in table::rows(table::COMMON).lines() {
            let Some((kind, key, forms)) = table::row(line) else { continue };
            let factor = match kind {
                "scale" => match key.parse().ok().and_then(Decimal::power_of_ten) {
                    Some(factor) => Factor::Known(factor),
                    None => continue,
                },
                "open_scale" => Factor::Open,
                _ => continue,
            };
            for form in forms {
                magnitudes.insert(form.to_lowercase().into(), factor);
            }
        }
        Self(magnitudes)
    }

    /// Returns the factor of a word.
    pub(super) fn get(&self, word: &str) -> Option<Factor> {
        self.0.get(word.to_lowercase().as_str()).copied()
    }
}
