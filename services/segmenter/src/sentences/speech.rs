//! The speaker named after a quotation: `“……。”她说。`, `"Why?" Betty asked.`

use std::sync::LazyLock;

use super::forms::is_capital_pronoun;
use crate::languages::words_of_all;
use crate::word_list::WordList;

/// The longest clause that names a speaker, in characters.
const LONGEST_CLAUSE: usize = 40;

/// Endings of a Chinese clause that names a speaker.
static CLAUSE_ENDINGS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.speech_clause_endings)));

/// Openings of a clause that names a source. It opens a new sentence.
static CLAUSE_EXCEPTIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.speech_clause_exceptions)));

/// Reports whether the clause at the start of `rest`, up to its first mark, ends with a verb of speech.
///
/// `据介绍，` opens a new sentence, and so does `她说：`, which introduces a quotation.
pub(super) fn is_speaker_clause(rest: &str) -> bool {
    let Some((end, mark)) = rest.char_indices().take(LONGEST_CLAUSE).find(|(_, c)| !c.is_alphanumeric())
    else {
        return false;
    };
    let clause = rest.get(..end).unwrap_or("");
    matches!(mark, '。' | '！' | '，')
        && !CLAUSE_EXCEPTIONS.iter().any(|opening| clause.starts_with(opening))
        && CLAUSE_ENDINGS.iter().any(|verb| clause.ends_with(verb))
}

/// Openings of a sentence after a quotation without a mark between them.
static OPENINGS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.openings_after_quotations)));

/// Reports whether what follows a quotation opens a sentence of its own: `「……。」そう笑った。`
pub(super) fn opens_after_quotation(rest: &str) -> bool {
    OPENINGS.iter().any(|opening| rest.starts_with(opening))
}

/// Verbs after the name of a speaker.
static VERBS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.speech_verbs)));

/// Reports whether `rest` opens with a verb of speech, or with a short clause that ends with one.
pub(super) fn opens_with_told_clause(rest: &str) -> bool {
    let clause = rest.split(['।', '.', ',', '،', '۔', '?', '!']).next().unwrap_or("");
    let mut words = clause.split_whitespace().take(LONGEST_NAME + 2).enumerate();
    let count = clause.split_whitespace().take(LONGEST_NAME + 2).count();
    words.any(|(at, word)| {
        let may_be_last = count <= LONGEST_NAME + 1 && at + 2 >= count;
        (at == 0 || may_be_last) && VERBS.contains(word)
    })
}

/// The most words of a name before the verb: `Prime Minister Jean Leclerc asked`.
const LONGEST_NAME: usize = 4;

/// Reports whether `rest` opens with a name and a verb of speech.
///
/// `is_starter` reports the words that open sentences, such as `He` in `He said no.` Of these only a pronoun
/// that is always capitalized may be the speaker.
pub(super) fn opens_with_speaker(rest: &str, is_starter: impl Fn(&str) -> bool) -> bool {
    let mut words = rest.split(' ');
    let Some(first) = words.next().filter(|first| is_name(first)) else { return false };
    if is_starter(first) {
        // `I said, "Go"` opens a sentence as often as it closes one, so the clause must end with the verb.
        let verb = words.next().unwrap_or("");
        return is_capital_pronoun(first)
            && verb.strip_suffix(['.', ',']).is_some_and(|verb| VERBS.contains(verb));
    }
    for word in words.take(LONGEST_NAME) {
        if VERBS.contains(word.trim_end_matches(['.', ','])) {
            return true;
        }
        if !is_name(word) {
            return false;
        }
    }
    false
}

/// Reports whether a word is capitalized, or is a title with its stop: `Mr.`
fn is_name(word: &str) -> bool {
    let plain = word.strip_suffix('.').filter(|title| title.len() <= 4).unwrap_or(word);
    plain.starts_with(char::is_uppercase)
        && plain.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_verb_of_speech_name_the_speaker() {
        let check = |rest: &str| opens_with_speaker(rest, |word| matches!(word, "He" | "I" | "The"));
        assert!(check("Betty asked."));
        assert!(check("Prime Minister Jean Leclerc asked reporters."));
        assert!(check("Mr. Whitmore said, and sat down."));
        assert!(check("I asked."));
        assert!(!check("I asked him to leave."));
        assert!(!check("He said no."));
        assert!(!check("The answer said much."));
        assert!(!check("Betty left."));
        assert!(!check("Betty, who asked,"));
        assert!(!check(""));
    }
}
