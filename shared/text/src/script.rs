//! The writing system of a character or a text (Unicode Standard Annex #24).

pub use unicode_script::Script;
use unicode_script::UnicodeScript;

/// The script of one character; [`Script::Common`] for digits, punctuation and the like.
pub fn script_of(character: char) -> Script {
    if character.is_ascii() {
        return if character.is_ascii_alphabetic() { Script::Latin } else { Script::Common };
    }
    character.script()
}

/// The script most letters of `text` are written in; `None` without a letter.
///
/// Ties go to the script met first.
pub fn dominant_script(text: &str) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for character in text.chars().filter(|character| character.is_alphabetic()) {
        let script = script_of(character);
        if matches!(script, Script::Common | Script::Inherited | Script::Unknown) {
            continue;
        }
        match counts.iter_mut().find(|(counted, _)| *counted == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    // `max_by_key` keeps the last of equals, so look from the end.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(script, _)| script)
}

/// The four-letter ISO 15924 code of a script, such as `Latn`.
pub fn script_code(script: Script) -> &'static str {
    script.short_name()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(dominant_script(text).map(script_code), expected, "script of {text:?}");
    }

    #[test]
    fn the_script_with_most_letters_wins() {
        check("Rain in Oslo", Some("Latn"));
        check("Дождь в Москве, says BBC", Some("Cyrl"));
        check("القاهرة 2026", Some("Arab"));
        check("서울에 비", Some("Hang"));
        check("दिल्ली में बारिश", Some("Deva"));
    }

    #[test]
    fn digits_punctuation_and_emoji_have_no_script() {
        check("2026 – 🌧 !", None);
        check("", None);
    }

    #[test]
    fn a_tie_goes_to_the_script_met_first() {
        check("ab вг", Some("Latn"));
    }
}
