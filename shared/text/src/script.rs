//! The script of a character or a text (Unicode Standard Annex #24).

pub use unicode_script::Script;
use unicode_script::UnicodeScript;

/// Returns the script of a character; [`Script::Common`] for digits, punctuation and the like.
pub fn script_of(character: char) -> Script {
    if character.is_ascii() {
        return if character.is_ascii_alphabetic() { Script::Latin } else { Script::Common };
    }
    character.script()
}

/// Returns the script of most letters of `text`; `None` if it has no letters.
///
/// If two scripts have as many letters, the one that appears first wins.
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
    // `max_by_key` returns the last of equal elements, so the order is reversed.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(script, _)| script)
}

/// Returns the four-letter ISO 15924 code of a script, such as `Latn`.
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
    fn of_two_equal_scripts_the_first_wins() {
        check("ab вг", Some("Latn"));
    }
}
