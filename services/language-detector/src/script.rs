//! The script of a text, and the languages that the script alone decides.

use text::{Script, script_of};

/// Counts of letters by script, most frequent script first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Letters {
    counts: Vec<(Script, usize)>,
    /// Letters of all scripts.
    pub(crate) total: usize,
}

/// Letters of an alphabet that one character stands for, if the script has no spaces or writes syllables.
///
/// Without this factor a Korean headline about Galaxy phones would count as English.
const LETTERS_PER_SYLLABLE: usize = 3;

/// Scripts that one language of the news uses, or one far more than any other.
///
/// Assamese also uses Bengali letters, and Dzongkha Tibetan ones. This table does not separate them.
const SINGLE: [(Script, &str); 22] = [
    (Script::Armenian, "hye"),
    (Script::Bengali, "ben"),
    (Script::Georgian, "kat"),
    (Script::Greek, "ell"),
    (Script::Gujarati, "guj"),
    (Script::Gurmukhi, "pan"),
    (Script::Hangul, "kor"),
    (Script::Kannada, "kan"),
    (Script::Khmer, "khm"),
    (Script::Lao, "lao"),
    (Script::Malayalam, "mal"),
    (Script::Myanmar, "mya"),
    (Script::Oriya, "ori"),
    (Script::Sinhala, "sin"),
    (Script::Tamil, "tam"),
    (Script::Telugu, "tel"),
    (Script::Thaana, "div"),
    (Script::Thai, "tha"),
    (Script::Tibetan, "bod"),
    (Script::Hiragana, "jpn"),
    (Script::Katakana, "jpn"),
    (Script::Han, "zho"),
];

impl Letters {
    /// Counts the letters of `words`.
    pub(crate) fn count(words: &str) -> Self {
        let mut letters = Self::default();
        // Most texts of most languages in the Latin alphabet begin so, and bytes are counted many at once.
        let ascii = words.bytes().position(|byte| !byte.is_ascii()).unwrap_or(words.len());
        let (ascii, words) = words.split_at_checked(ascii).unwrap_or(("", words));
        let latin = ascii.bytes().filter(u8::is_ascii_alphabetic).count();
        if latin > 0 {
            letters.total = latin;
            letters.counts.push((Script::Latin, latin));
        }
        for character in words.chars() {
            match common_letter(character) {
                Some(script) => letters.add(script),
                None if character.is_alphabetic() => letters.add(script_of(character)),
                None => {}
            }
        }
        letters.counts.sort_by(|(_, one), (_, other)| other.cmp(one));
        letters
    }

    fn add(&mut self, script: Script) {
        if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
            return;
        }
        self.total += 1;
        match self.counts.iter_mut().find(|(counted, _)| *counted == script) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((script, 1)),
        }
    }

    fn in_script(&self, script: Script) -> usize {
        self.counts.iter().find(|(counted, _)| *counted == script).map_or(0, |(_, count)| *count)
    }

    /// Returns the number of letters in `script` and the scripts that are written together with it.
    pub(crate) fn in_family(&self, script: Script) -> usize {
        self.counts.iter().filter(|(counted, _)| family(*counted) == script).map(|(_, count)| count).sum()
    }

    /// Reports whether the text has letters of more than one script.
    pub(crate) fn is_mixed(&self) -> bool {
        self.counts.len() > 1
    }

    /// Returns the script with most letters. A syllable counts for several letters.
    pub(crate) fn dominant(&self) -> Option<Script> {
        let weighed = |(script, count): &(Script, usize)| (family(*script), count * weight(*script));
        let mut families: Vec<(Script, usize)> = Vec::new();
        for (script, count) in self.counts.iter().map(weighed) {
            match families.iter_mut().find(|(counted, _)| *counted == script) {
                Some((_, sum)) => *sum += count,
                None => families.push((script, count)),
            }
        }
        families.into_iter().rev().max_by_key(|(_, count)| *count).map(|(script, _)| script)
    }

    /// Returns the script of syllables that the text uses in addition to `script`, an alphabet.
    ///
    /// Returns `None` if the text has so few syllables that they are probably a quotation.
    pub(crate) fn syllables_beside(&self, script: Script) -> Option<Script> {
        if weight(script) > 1 {
            return None;
        }
        let syllables =
            self.counts.iter().map(|(counted, _)| family(*counted)).find(|found| weight(*found) > 1)?;
        // One character, or few among many letters, is a quoted name.
        let count = self.in_family(syllables);
        (count >= 2 && count * weight(syllables) * 4 >= self.in_family(script)).then_some(syllables)
    }

    /// Returns the share of kana among kana and Chinese characters, 0 to 1.
    pub(crate) fn kana_share(&self) -> f64 {
        let kana = self.in_script(Script::Hiragana) + self.in_script(Script::Katakana);
        kana as f64 / (kana + self.in_script(Script::Han)).max(1) as f64
    }
}

/// Returns the script of a letter from a range that holds only letters of one script.
///
/// These ranges cover nearly all letters of news. The general tables take ten times as long.
pub(crate) fn common_letter(character: char) -> Option<Script> {
    match character {
        'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            Some(Script::Latin)
        }
        'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => Some(Script::Cyrillic),
        'Α'..='Ρ' | 'Σ'..='ώ' => Some(Script::Greek),
        'ؠ'..='ؿ' | 'ف'..='ي' | 'ٱ'..='ۓ' => Some(Script::Arabic),
        'ऄ'..='ह' => Some(Script::Devanagari),
        'ぁ'..='ゖ' => Some(Script::Hiragana),
        'ァ'..='ヺ' => Some(Script::Katakana),
        '\u{4e00}'..='\u{9fff}' => Some(Script::Han),
        '가'..='힣' => Some(Script::Hangul),
        _ => None,
    }
}

/// Returns Han for kana, because Japanese mixes the two, and any other script as it is.
pub(crate) fn family(script: Script) -> Script {
    match script {
        Script::Hiragana | Script::Katakana => Script::Han,
        other => other,
    }
}

/// Returns the number of letters of an alphabet that one character of `script` stands for.
pub(crate) fn weight(script: Script) -> usize {
    match script {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul => LETTERS_PER_SYLLABLE,
        _ => 1,
    }
}

/// Returns the ISO 639-3 code of the only language of a script.
pub(crate) fn single_language(script: Script) -> Option<&'static str> {
    SINGLE.iter().find(|(single, _)| *single == script).map(|(_, code)| *code)
}

/// Reports whether `words` hold a letter of `script` that its only known language does not use.
///
/// Such a text is in another language.
pub(crate) fn has_foreign_letter(words: &str, script: Script) -> bool {
    match script {
        // Breathings and accents of Ancient Greek. Modern Greek dropped them in 1982.
        Script::Greek => {
            words.contains(|letter| matches!(letter, '\u{1f00}'..='\u{1f6f}' | '\u{1f80}'..='\u{1ffe}'))
        }
        // Letters of Assamese.
        Script::Bengali => words.contains(['ৰ', 'ৱ']),
        // Letters of Mon, Karen, Kayah, Shan and Palaung.
        Script::Myanmar => words.contains(
            |letter| matches!(letter, '\u{1028}' | '\u{1033}'..='\u{1035}' | '\u{105a}'..='\u{109f}'),
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Option<Script>) {
        assert_eq!(Letters::count(words).dominant(), expected, "script of {words:?}");
    }

    #[test]
    fn the_ranges_agree_with_the_unicode_tables() {
        for character in '\0'..=char::MAX {
            if let Some(script) = common_letter(character) {
                assert!(character.is_alphabetic() && script_of(character) == script, "{character:?}");
            }
        }
    }

    #[test]
    fn finds_letters_that_the_only_language_of_a_script_lacks() {
        assert!(has_foreign_letter("মানুহৰ", Script::Bengali) && !has_foreign_letter("মানুষের", Script::Bengali));
        assert!(
            has_foreign_letter("ἐν ἀρχῇ", Script::Greek) && !has_foreign_letter("στην αρχή", Script::Greek)
        );
        assert!(has_foreign_letter("ၵူၼ်း", Script::Myanmar) && !has_foreign_letter("လူများ", Script::Myanmar));
    }

    #[test]
    fn the_script_with_most_letters_dominates() {
        check("rain in oslo", Some(Script::Latin));
        check("дождь в москве bbc", Some(Script::Cyrillic));
        check("", None);
    }

    #[test]
    fn a_syllable_counts_for_several_letters() {
        check("삼성전자 galaxy 공개", Some(Script::Hangul));
        check("苹果发布 iphone", Some(Script::Han));
    }

    #[test]
    fn finds_syllables_beside_names_in_an_alphabet() {
        let beside = |words: &str| Letters::count(words).syllables_beside(Script::Latin);
        assert_eq!(beside("sk hynix nvidia 공급"), Some(Script::Hangul));
        assert_eq!(beside("the chinese name of beijing is 北京 and always was"), None);
        assert_eq!(Letters::count("苹果发布 iphone").syllables_beside(Script::Han), None);
    }

    #[test]
    fn one_foreign_name_does_not_dominate() {
        check("the chinese name of beijing is 北京 and always was", Some(Script::Latin));
    }

    #[test]
    fn kana_and_kanji_count_together() {
        check("東京で雨 tokyo", Some(Script::Han));
        assert!(Letters::count("東京で雨").kana_share() > 0.2);
    }
}
