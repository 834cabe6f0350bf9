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

use crate::words::Sieve;

/// What one language writes with a full stop that need not end a sentence.
///
/// Words stand without their last full stop, each list in byte order. A word in lower case covers
/// every way to capitalise it; a word with a capital covers that spelling alone (`Ill.`, not `ill.`).
#[derive(Debug)]
pub(crate) struct Lists {
    /// Never the end of a sentence, for a name or number follows: `Dr.`, `Fig.`
    never_final: &'static [&'static str],
    /// The end of a sentence where a clear sentence starter follows: `U.S.`, `Inc.`
    final_before_starter: &'static [&'static str],
    /// The end of a sentence where a capital follows: `etc.`, `No.`
    final_by_shape: &'static [&'static str],
    /// Words that, capitalised, open a sentence far more often than they open a name.
    sentence_starters: &'static [&'static str],
    /// Whether a full stop makes an ordinal of a number: `3. Mai`.
    ordinal_stops: bool,
}

/// The abbreviations of one language, ready to be asked.
#[derive(Debug)]
pub(crate) struct Abbreviations {
    lists: Lists,
    /// What words of the three classes look like.
    sieve: Sieve,
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
    const fn of(lists: Lists) -> Self {
        let sieve =
            Sieve::NONE.with(lists.never_final).with(lists.final_before_starter).with(lists.final_by_shape);
        Self { lists, sieve }
    }

    /// Whether a full stop makes an ordinal of a number: `3. Mai`.
    pub(crate) fn has_ordinal_stops(&self) -> bool {
        self.lists.ordinal_stops
    }

    /// The class of `word`, which stands before a full stop; `None` for an ordinary word.
    pub(crate) fn class_of(&self, word: &str) -> Option<Class> {
        // No list holds a longer word; this keeps each look-up short whatever the text.
        if word.len() > 24 || (word.is_ascii() && !self.sieve.may_hold(word)) {
            return None;
        }
        let lists = [
            (self.lists.never_final, Class::NeverFinal),
            (self.lists.final_before_starter, Class::FinalBeforeStarter),
            (self.lists.final_by_shape, Class::FinalByShape),
        ];
        let holding = |spelling: &str| lists.into_iter().find(|(words, _)| holds(words, spelling));
        let lower = || word.contains(char::is_uppercase).then(|| word.to_lowercase());
        let found = holding(word).or_else(|| lower().and_then(|lower| holding(&lower)));
        found.map(|(_, class)| class)
    }

    /// Whether `word` opens a sentence rather than a name.
    pub(crate) fn is_sentence_starter(&self, word: &str) -> bool {
        holds(self.lists.sentence_starters, word)
    }
}

fn holds(words: &[&str], word: &str) -> bool {
    // Most words differ in their first byte, and to compare that alone takes half the time.
    let first = word.as_bytes().first();
    let found = words
        .binary_search_by(|listed| listed.as_bytes().first().cmp(&first).then_with(|| (*listed).cmp(word)));
    found.is_ok()
}

/// What the file of a language lists, made ready while this is compiled.
macro_rules! table {
    ($language:ident) => {
        const { &Abbreviations::of($language::TABLE) }
    };
}

/// The abbreviations of a language by its BCP 47 primary subtag; `None` for a language without a file.
pub(crate) fn abbreviations(primary: &str) -> Option<&'static Abbreviations> {
    Some(match primary {
        "ar" => table!(ar),
        "bg" | "mk" => table!(bg),
        "ca" => table!(ca),
        "cs" => table!(cs),
        "da" => table!(da),
        "de" => table!(de),
        "el" => table!(el),
        "en" => table!(en),
        "es" => table!(es),
        "et" => table!(et),
        "fa" => table!(fa),
        "fi" => table!(fi),
        "fr" => table!(fr),
        "he" => table!(he),
        "hi" | "mr" | "ne" => table!(hi),
        "hr" | "bs" => table!(hr),
        "hu" => table!(hu),
        "hy" => table!(hy),
        "id" | "ms" => table!(id),
        "it" => table!(it),
        "kk" => table!(kk),
        "ko" => table!(ko),
        "lt" => table!(lt),
        "lv" => table!(lv),
        "ml" => table!(ml),
        "nl" => table!(nl),
        "no" | "nb" | "nn" => table!(no),
        "pl" => table!(pl),
        "pt" => table!(pt),
        "ro" => table!(ro),
        "ru" => table!(ru),
        "sk" => table!(sk),
        "sl" => table!(sl),
        "sr" => table!(sr),
        "sv" => table!(sv),
        "tr" => table!(tr),
        "uk" => table!(uk),
        "vi" => table!(vi),
        "ja" | "zh" | "yue" | "am" | "ti" | "ur" => table!(unabbreviated),
        _ => return None,
    })
}

/// What most languages of Europe share; for a language without a file.
pub(crate) fn common() -> &'static Abbreviations {
    table!(common)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [&str; 43] = [
        "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
        "hy", "id", "it", "kk", "lt", "lv", "ml", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
        "tr", "uk", "vi", "ja", "ko", "zh", "am", "ti", "ur",
    ];

    fn tables() -> impl Iterator<Item = (&'static str, &'static Lists)> {
        let named = LANGUAGES.iter().map(|language| (*language, &abbreviations(language).unwrap().lists));
        named.chain([("common", &common().lists)])
    }

    #[test]
    fn every_list_is_in_byte_order_without_repetition_and_without_last_stops() {
        for (language, lists) in tables() {
            for words in
                [lists.never_final, lists.final_before_starter, lists.final_by_shape, lists.sentence_starters]
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
        for (language, lists) in tables() {
            let [never, starter, shape] =
                [lists.never_final, lists.final_before_starter, lists.final_by_shape];
            for word in never {
                assert!(!holds(starter, word) && !holds(shape, word), "{language}: {word}");
            }
            for word in starter {
                assert!(!holds(shape, word), "{language}: {word}");
            }
        }
    }

    #[test]
    fn every_listed_word_is_found_and_so_is_one_in_small_letters_that_is_capitalised() {
        for language in LANGUAGES {
            let table = abbreviations(language).unwrap();
            let Lists { never_final, final_before_starter, final_by_shape, .. } = &table.lists;
            for word in never_final.iter().chain(*final_before_starter).chain(*final_by_shape) {
                assert!(table.class_of(word).is_some(), "{language}: {word}");
                let capitals = word.to_uppercase();
                let is_covered = word.to_lowercase() == *word && capitals.to_lowercase() == *word;
                assert!(!is_covered || table.class_of(&capitals).is_some(), "{language}: {capitals}");
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
