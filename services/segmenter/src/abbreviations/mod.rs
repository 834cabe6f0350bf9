//! Words that a full stop may follow without ending the sentence: one file per language, one table
//! that names them.
//!
//! A language is added by a file like the others and a row in [`abbreviations`]. The lists are
//! compiled by hand from common usage in news prose.

mod ar;
mod bg;
mod ca;
mod common;
mod cs;
mod da;
mod de;
mod el;
mod en;
mod es;
mod et;
mod fa;
mod fi;
mod fr;
mod he;
mod hi;
mod hr;
mod hu;
mod hy;
mod id;
mod it;
mod kk;
mod ko;
mod lt;
mod lv;
mod ml;
mod nl;
mod no;
mod pl;
mod pt;
mod ro;
mod ru;
mod sk;
mod sl;
mod sr;
mod sv;
mod tr;
mod uk;
mod unabbreviated;
mod vi;

/// What one language writes with a full stop that need not end a sentence.
///
/// Words stand without their last full stop, each list in byte order. A word in lower case covers
/// every way to capitalise it; a word with a capital covers that spelling alone (`Ill.`, not `ill.`).
#[derive(Debug)]
pub(crate) struct Abbreviations {
    /// Never the end of a sentence, for a name or number follows: `Dr.`, `Fig.`
    pub(crate) never_final: &'static [&'static str],
    /// The end of a sentence where a clear sentence starter follows: `U.S.`, `Inc.`
    pub(crate) final_before_starter: &'static [&'static str],
    /// The end of a sentence where a capital follows: `etc.`, `No.`
    pub(crate) final_by_shape: &'static [&'static str],
    /// Words that, capitalised, open a sentence far more often than they open a name.
    pub(crate) sentence_starters: &'static [&'static str],
    /// Whether a full stop makes an ordinal of a number: `3. Mai`.
    pub(crate) ordinal_stops: bool,
}

/// What an abbreviation says about the full stop behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Not the end of a sentence.
    NeverFinal,
    /// The end where a clear sentence starter follows.
    FinalBeforeStarter,
    /// The end where a capital follows.
    FinalByShape,
}

impl Abbreviations {
    /// The class of `word`, which stands before a full stop; `None` for an ordinary word.
    pub(crate) fn class_of(&self, word: &str) -> Option<Class> {
        // No list holds a longer word; this keeps each look-up short whatever the text.
        if word.len() > 24 {
            return None;
        }
        let lists = [
            (self.never_final, Class::NeverFinal),
            (self.final_before_starter, Class::FinalBeforeStarter),
            (self.final_by_shape, Class::FinalByShape),
        ];
        let holding = |spelling: &str| lists.into_iter().find(|(words, _)| holds(words, spelling));
        let lower = || word.contains(char::is_uppercase).then(|| word.to_lowercase());
        let found = holding(word).or_else(|| lower().and_then(|lower| holding(&lower)));
        found.map(|(_, class)| class)
    }

    /// Whether `word` opens a sentence rather than a name.
    pub(crate) fn is_sentence_starter(&self, word: &str) -> bool {
        holds(self.sentence_starters, word)
    }
}

fn holds(words: &[&str], word: &str) -> bool {
    // Most words differ in their first byte, and to compare that alone takes half the time.
    let first = word.as_bytes().first();
    let found = words
        .binary_search_by(|listed| listed.as_bytes().first().cmp(&first).then_with(|| (*listed).cmp(word)));
    found.is_ok()
}

/// The abbreviations of a language by its BCP 47 primary subtag; `None` for a language without a file.
pub(crate) fn abbreviations(primary: &str) -> Option<&'static Abbreviations> {
    Some(match primary {
        "ar" => &ar::TABLE,
        "bg" | "mk" => &bg::TABLE,
        "ca" => &ca::TABLE,
        "cs" => &cs::TABLE,
        "da" => &da::TABLE,
        "de" => &de::TABLE,
        "el" => &el::TABLE,
        "en" => &en::TABLE,
        "es" => &es::TABLE,
        "et" => &et::TABLE,
        "fa" => &fa::TABLE,
        "fi" => &fi::TABLE,
        "fr" => &fr::TABLE,
        "he" => &he::TABLE,
        "hi" | "mr" | "ne" => &hi::TABLE,
        "hr" | "bs" => &hr::TABLE,
        "hu" => &hu::TABLE,
        "hy" => &hy::TABLE,
        "id" | "ms" => &id::TABLE,
        "it" => &it::TABLE,
        "kk" => &kk::TABLE,
        "ko" => &ko::TABLE,
        "lt" => &lt::TABLE,
        "lv" => &lv::TABLE,
        "ml" => &ml::TABLE,
        "nl" => &nl::TABLE,
        "no" | "nb" | "nn" => &no::TABLE,
        "pl" => &pl::TABLE,
        "pt" => &pt::TABLE,
        "ro" => &ro::TABLE,
        "ru" => &ru::TABLE,
        "sk" => &sk::TABLE,
        "sl" => &sl::TABLE,
        "sr" => &sr::TABLE,
        "sv" => &sv::TABLE,
        "tr" => &tr::TABLE,
        "uk" => &uk::TABLE,
        "vi" => &vi::TABLE,
        "ja" | "zh" | "yue" | "am" | "ti" | "ur" => &unabbreviated::TABLE,
        _ => return None,
    })
}

/// What most languages of Europe share; for a language without a file.
pub(crate) fn common() -> &'static Abbreviations {
    &common::TABLE
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [&str; 43] = [
        "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
        "hy", "id", "it", "kk", "lt", "lv", "ml", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
        "tr", "uk", "vi", "ja", "ko", "zh", "am", "ti", "ur",
    ];

    fn tables() -> impl Iterator<Item = (&'static str, &'static Abbreviations)> {
        let named = LANGUAGES.iter().map(|language| (*language, abbreviations(language).unwrap()));
        named.chain([("common", common())])
    }

    #[test]
    fn every_list_is_in_byte_order_without_repetition_and_without_last_stops() {
        for (language, table) in tables() {
            for words in
                [table.never_final, table.final_before_starter, table.final_by_shape, table.sentence_starters]
            {
                for pair in words.windows(2) {
                    assert!(pair[0] < pair[1], "{language}: {} stands before {}", pair[0], pair[1]);
                }
                assert!(words.iter().all(|word| !word.ends_with('.')), "{language}: a word ends with a stop");
            }
        }
    }

    #[test]
    fn no_word_is_in_two_classes() {
        for (language, table) in tables() {
            let [never, starter, shape] =
                [table.never_final, table.final_before_starter, table.final_by_shape];
            for word in never {
                assert!(!holds(starter, word) && !holds(shape, word), "{language}: {word}");
            }
            for word in starter {
                assert!(!holds(shape, word), "{language}: {word}");
            }
        }
    }

    #[test]
    fn a_word_in_lower_case_covers_every_spelling_and_one_with_a_capital_its_own() {
        let english = abbreviations("en").unwrap();
        assert_eq!(english.class_of("Dr"), Some(Class::NeverFinal));
        assert_eq!(english.class_of("U.S"), Some(Class::FinalBeforeStarter));
        assert_eq!(english.class_of("Ill"), Some(Class::FinalBeforeStarter));
        assert_eq!(english.class_of("ill"), None);
    }

    #[test]
    fn a_language_without_a_file_has_no_table() {
        assert!(abbreviations("und").is_none());
        assert!(abbreviations("th").is_none());
    }
}
