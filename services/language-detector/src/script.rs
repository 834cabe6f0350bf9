//! Which script a text is in, and the languages that a script alone decides.

use text::{Script, script_of};

/// Letters by script, most first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Letters {
    counts: Vec<(Script, usize)>,
    /// All letters of any script.
    pub(crate) total: usize,
}

/// A character of a script without spaces, or a syllable of Hangul, stands for about this many letters
/// of an alphabet. Without it a Korean headline about Galaxy phones would count as English.
const LETTERS_A_SYLLABLE: usize = 3;

/// Scripts written by one language of the news, or by one above all.
///
/// Bengali letters also write Assamese and Tibetan ones Dzongkha; neither is told apart here.
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
    pub(crate) fn of(words: &str) -> Self {
        let mut letters = Self::default();
        for character in words.chars() {
            match common_letter(character) {
                Some(script) => letters.count(script),
                None if character.is_alphabetic() => letters.count(script_of(character)),
                None => {}
            }
        }
        letters.counts.sort_by(|(_, one), (_, other)| other.cmp(one));
        letters
    }

    fn count(&mut self, script: Script) {
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

    /// How many letters are of `script` or one that it is written together with.
    pub(crate) fn in_family(&self, script: Script) -> usize {
        self.counts.iter().filter(|(counted, _)| family(*counted) == script).map(|(_, count)| count).sum()
    }

    /// Whether more than one script is used.
    pub(crate) fn is_mixed(&self) -> bool {
        self.counts.len() > 1
    }

    /// The script that carries the text: most letters, a syllable counting for several.
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

    /// The script of whole syllables that stands beside `script`, an alphabet, and is no mere quotation in it.
    pub(crate) fn beside(&self, script: Script) -> Option<Script> {
        if weight(script) > 1 {
            return None;
        }
        let syllables =
            self.counts.iter().map(|(counted, _)| family(*counted)).find(|found| weight(*found) > 1)?;
        let count = self.in_family(syllables);
        (count >= 2 && count * weight(syllables) * 4 >= self.in_family(script)).then_some(syllables)
    }

    /// Kana among the letters of Japanese writing, 0 to 1.
    pub(crate) fn kana_share(&self) -> f64 {
        let kana = self.in_script(Script::Hiragana) + self.in_script(Script::Katakana);
        kana as f64 / (kana + self.in_script(Script::Han)).max(1) as f64
    }
}

/// The script of a letter in the ranges that hold letters of one script and nothing else, which is nearly all
/// of news: the general tables cost ten times as much.
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

/// Kana and Han write one text together.
pub(crate) fn family(script: Script) -> Script {
    match script {
        Script::Hiragana | Script::Katakana => Script::Han,
        other => other,
    }
}

/// How many letters of an alphabet one character of `script` stands for.
pub(crate) fn weight(script: Script) -> usize {
    match script {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul => LETTERS_A_SYLLABLE,
        _ => 1,
    }
}

/// The ISO 639-3 code of the one language a script is written by.
pub(crate) fn single_language(script: Script) -> Option<&'static str> {
    SINGLE.iter().find(|(single, _)| *single == script).map(|(_, code)| *code)
}

/// Whether `words` hold a letter of `script` that its one language here does not use: then they are in another.
pub(crate) fn has_foreign_letter(words: &str, script: Script) -> bool {
    match script {
        // Ancient Greek, whose breathings and accents nobody has written since 1982.
        Script::Greek => {
            words.contains(|letter| matches!(letter, '\u{1f00}'..='\u{1f6f}' | '\u{1f80}'..='\u{1ffe}'))
        }
        // Assamese.
        Script::Bengali => words.contains(['ৰ', 'ৱ']),
        // Mon, Karen, Kayah, Shan, Palaung.
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
        assert_eq!(Letters::of(words).dominant(), expected, "script of {words:?}");
    }

    #[test]
    fn the_ranges_agree_with_the_tables() {
        for character in '\0'..=char::MAX {
            if let Some(script) = common_letter(character) {
                assert!(character.is_alphabetic() && script_of(character) == script, "{character:?}");
            }
        }
    }

    #[test]
    fn letters_that_the_one_language_of_a_script_lacks_are_seen() {
        assert!(has_foreign_letter("মানুহৰ", Script::Bengali) && !has_foreign_letter("মানুষের", Script::Bengali));
        assert!(
            has_foreign_letter("ἐν ἀρχῇ", Script::Greek) && !has_foreign_letter("στην αρχή", Script::Greek)
        );
        assert!(has_foreign_letter("ၵူၼ်း", Script::Myanmar) && !has_foreign_letter("လူများ", Script::Myanmar));
    }

    #[test]
    fn the_script_with_most_letters_carries_the_text() {
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
    fn syllables_beside_names_in_an_alphabet_are_seen() {
        let beside = |words: &str| Letters::of(words).beside(Script::Latin);
        assert_eq!(beside("sk hynix nvidia 공급"), Some(Script::Hangul));
        assert_eq!(beside("the chinese name of beijing is 北京 and always was"), None);
        assert_eq!(Letters::of("苹果发布 iphone").beside(Script::Han), None);
    }

    #[test]
    fn one_foreign_name_does_not_carry_a_text() {
        check("the chinese name of beijing is 北京 and always was", Some(Script::Latin));
    }

    #[test]
    fn kana_and_kanji_count_together() {
        check("東京で雨 tokyo", Some(Script::Han));
        assert!(Letters::of("東京で雨").kana_share() > 0.2);
    }
}
