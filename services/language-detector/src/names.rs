//! Leaves names out of a text: they are spelled as in their own language, whatever the language of the text.

/// Small words inside names: `Ursula van der Meent`, `Juan de la Mora`.
#[rustfmt::skip] // Rows of words, not one word a line.
const PARTICLES: [&str; 25] = [
    "van", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "la", "le", "el", "al", "bin", "ibn", "von", "zu",
    "af", "av", "ter", "ten", "op", "aan", "und",
];

/// The bytes of text that are read.
const LONGEST: usize = 2_000;

/// Returns the words of a text that are no names by their capitals: those in small letters, and the first word of each
/// sentence. A line with capitals alone is a name or a title. Returns nothing if no capital is left out.
pub(crate) fn without_names(headline: &str, body: &str) -> Option<String> {
    let mut common = String::new();
    let mut has_names = false;
    let body = body.get(..body.floor_char_boundary(LONGEST)).unwrap_or(body);
    for line in headline.lines().chain(body.lines()) {
        let words = || line.split_whitespace();
        let is_name_alone = words().all(|word| is_capitalised(word) || is_particle(word));
        if is_name_alone {
            has_names |= !line.trim().is_empty();
            continue;
        }
        let (mut opens, mut follows_name) = (true, false);
        for word in words() {
            let is_name = is_capitalised(word);
            if (is_name && !opens) || (follows_name && is_particle(word)) {
                has_names = true;
            } else {
                common.push_str(word);
                common.push(' ');
            }
            follows_name = is_name || (follows_name && is_particle(word));
            opens =
                word.ends_with(['.', '!', '?', ':', '…']) || (opens && !word.contains(char::is_alphabetic));
        }
        common.push('\n');
    }
    has_names.then_some(common)
}

fn is_capitalised(word: &str) -> bool {
    // `'s-Graveland`, `al-Hadari`
    let is_after_hyphen =
        || word.split_once('-').is_some_and(|(_, name)| name.starts_with(char::is_uppercase));
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase) || is_after_hyphen()
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let common = without_names("", text);
        let words = common.as_deref().map(|common| common.split_whitespace().collect::<Vec<_>>().join(" "));
        assert_eq!(words.as_deref(), expected, "{text:?}");
    }

    #[test]
    fn capitals_inside_a_sentence_are_names() {
        check(
            "The ferry left Leeds. She met Ann van der Post and al-Amin.",
            Some("The ferry left She met and"),
        );
        check("The ferry left at dawn.", None);
    }

    #[test]
    fn a_line_of_capitals_is_a_name() {
        check("Towns that we saw\nOudewater\nBergen op Zoom", Some("Towns that we saw"));
    }
}
