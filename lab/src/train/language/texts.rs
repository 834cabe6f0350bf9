//! Reads the training texts: cleaned, by script and language.

use std::collections::BTreeMap;

use anyhow::Context as _;
use language_detector::clean;
use text::{dominant_script, script_code};

use crate::corpus::{
    Corpora,
    ntrex::{self, Split},
};
use crate::random::Random;

/// Least number of texts of a language in a script. With fewer, the language is left out of the script.
const FEWEST_TEXTS: usize = 150;

/// Shorter texts, in bytes, are too short to learn from.
const SHORTEST: usize = 8;

/// Cleaned texts by language.
pub(super) type Texts = BTreeMap<String, Vec<String>>;

/// Reads the texts of each script that several languages share, by ISO 15924 code.
pub(super) fn read(corpora: &Corpora) -> anyhow::Result<BTreeMap<&'static str, Texts>> {
    let mut scripts = BTreeMap::new();
    let sentences = corpora.text("language/train_sib200_lingua.tsv")?;
    for (number, line) in sentences.lines().enumerate() {
        let (language, text) = line
            .split_once('\t')
            .with_context(|| format!("line {}: there must be two fields", number + 1))?;
        add(&mut scripts, language, text);
    }
    for document in ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)? {
        if document.split() == Split::Training {
            for segment in document.headlines.iter().chain(&document.body) {
                add(&mut scripts, &document.language, segment);
            }
        }
    }
    for texts in scripts.values_mut() {
        texts.retain(|_, texts| texts.len() >= FEWEST_TEXTS);
    }
    scripts.retain(|_, texts| texts.len() > 1);
    Ok(scripts)
}

fn add(scripts: &mut BTreeMap<&'static str, Texts>, language: &str, text: &str) {
    // The corpus calls its Kurmanji sentences Kurdish.
    let language = if language == "kur" { "kmr" } else { language };
    let words = clean(text, usize::MAX);
    if language == "srp" {
        put(scripts, language, in_latin_letters(&words));
    }
    put(scripts, language, words);
}

fn put(scripts: &mut BTreeMap<&'static str, Texts>, language: &str, words: String) {
    let Some(script) = dominant_script(&words).filter(|_| words.len() >= SHORTEST) else { return };
    let script = match script_code(script) {
        // Japanese mixes the three scripts, so one group has to separate it from Chinese.
        "Hira" | "Kana" => "Hani",
        // Latin letters are not the script of these languages.
        "Latn" if ["zho", "yue", "jpn"].contains(&language) => return,
        code => code,
    };
    scripts.entry(script).or_default().entry(language.to_owned()).or_default().push(words);
}

/// Transliterates Serbian Cyrillic into Gaj's Latin letters, which half of Serbian news uses.
fn in_latin_letters(words: &str) -> String {
    const CYRILLIC: &str = "абвгдђежзијклмнопрстћуфхцчш";
    const LATIN: &str = "abvgdđežzijklmnoprstćufhcčš";
    let letters: BTreeMap<char, char> = CYRILLIC.chars().zip(LATIN.chars()).collect();
    let mut latin = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            'љ' => latin.push_str("lj"),
            'њ' => latin.push_str("nj"),
            'џ' => latin.push_str("dž"),
            other => latin.push(letters.get(&other).copied().unwrap_or(other)),
        }
    }
    latin
}

/// Returns a part of `words` as long as a headline or lead, so that training also sees short texts.
pub(super) fn cropped(words: &str, script: &str, random: &mut Random) -> String {
    if random.chance(0.25) {
        return words.to_owned();
    }
    if script == "Hani" {
        return cropped_characters(words, random);
    }
    let words: Vec<&str> = words.split(' ').collect();
    let length = (3 + random.below(10)).min(words.len());
    let start = random.below(words.len() - length + 1);
    words.iter().skip(start).take(length).copied().collect::<Vec<_>>().join(" ")
}

/// Returns a part of a text without spaces. Sometimes it has no kana, as some Japanese headlines.
fn cropped_characters(words: &str, random: &mut Random) -> String {
    let characters: Vec<char> = words.chars().collect();
    let length = (8 + random.below(30)).min(characters.len());
    let start = random.below(characters.len() - length + 1);
    let part = characters.iter().skip(start).take(length);
    let kanji: String =
        part.clone().filter(|character| !('\u{3040}'..='\u{30ff}').contains(*character)).collect();
    if random.chance(0.3) && kanji.chars().count() >= 4 { kanji } else { part.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serbian_is_learnt_in_both_scripts() {
        assert_eq!(in_latin_letters("људи из њиховог џепа"), "ljudi iz njihovog džepa");
        let mut scripts = BTreeMap::new();
        add(&mut scripts, "srp", "Влада је усвојила закон");
        assert_eq!(scripts["Latn"]["srp"], ["vlada je usvojila zakon"]);
        assert_eq!(scripts["Cyrl"]["srp"], ["влада је усвојила закон"]);
    }

    #[test]
    fn a_crop_is_a_sequence_of_words() {
        let words = "a b c d e f g h i j k l m n o p q r s t u v w x y z";
        let mut random = Random::new(3);
        for _ in 0..50 {
            assert!(words.contains(&cropped(words, "Latn", &mut random)));
        }
    }
}
