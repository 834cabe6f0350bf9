//! Who spoke, behind a quotation: `“……。”她说。`, `"Why?" Betty asked.`

/// The longest clause that names a speaker, in characters.
const LONGEST_CLAUSE: usize = 40;

/// What such a clause ends with.
#[rustfmt::skip] // Rows of words, not one word a line.
const SPEECH_VERBS: &[&str] = &[
    "说", "說", "问道", "問道", "写道", "寫道", "笑道", "答道", "喊道", "叹道", "嘆道", "反问", "反問", "问", "問", "表示", "指出", "强调",
    "強調", "坦言", "回忆", "回憶", "感叹", "感嘆", "补充", "補充", "解释", "解釋", "呼吁", "呼籲", "直言", "透露", "介绍", "介紹",
];

/// Whether the clause at the head of `rest` says who spoke: up to its first mark it ends with a verb
/// of speech. `据介绍，` opens a sentence of its own, and `她说：` a quotation.
pub(super) fn names_speaker(rest: &str) -> bool {
    let Some((end, mark)) = rest.char_indices().take(LONGEST_CLAUSE).find(|(_, c)| !c.is_alphanumeric())
    else {
        return false;
    };
    let clause = rest.get(..end).unwrap_or("");
    matches!(mark, '。' | '！' | '，')
        && !clause.starts_with(['据', '據'])
        && SPEECH_VERBS.iter().any(|verb| clause.ends_with(verb))
}

/// What an English clause that names a speaker says they did.
#[rustfmt::skip] // Rows of words, not one word a line.
const ENGLISH_VERBS: &[&str] = &[
    "added", "admitted", "agreed", "announced", "answered", "argued", "asked", "asks", "began", "bellowed", "called", "chanted",
    "continued", "cried", "declared", "demanded", "exclaimed", "explained", "gasped", "growled", "grumbled", "howled", "insisted",
    "joked", "laughed", "mused", "muttered", "noted", "pleaded", "protested", "quipped", "recalled", "remarked", "repeated", "replied",
    "replies", "responded", "said", "says", "screamed", "shouted", "shouts", "sighed", "snapped", "started", "tweeted", "urged",
    "wailed", "warned", "whispered", "wondered", "wrote", "writes", "yelled",
];

/// Most words of a name before the verb: `Prime Minister Jean Leclerc asked`.
const LONGEST_NAME: usize = 4;

/// Whether `rest` opens with a name and an English verb of speech; `is_starter` knows the words that open sentences,
/// `He said no.`, of which only `I` may be the speaker.
pub(super) fn names_english_speaker(rest: &str, is_starter: impl Fn(&str) -> bool) -> bool {
    let mut words = rest.split(' ');
    let Some(first) = words.next().filter(|first| is_name(first)) else { return false };
    if is_starter(first) {
        // `I said, "Go"` opens a sentence as often as not: the clause must be over with the verb.
        let verb = words.next().unwrap_or("");
        return first == "I"
            && verb.strip_suffix(['.', ',']).is_some_and(|verb| ENGLISH_VERBS.contains(&verb));
    }
    for word in words.take(LONGEST_NAME) {
        if ENGLISH_VERBS.contains(&word.trim_end_matches(['.', ','])) {
            return true;
        }
        if !is_name(word) {
            return false;
        }
    }
    false
}

/// A capitalised word, or a title with its stop: `Mr.`
fn is_name(word: &str) -> bool {
    let plain = word.strip_suffix('.').filter(|title| title.len() <= 4).unwrap_or(word);
    plain.starts_with(char::is_uppercase)
        && plain.chars().all(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_verb_name_the_speaker() {
        let check = |rest: &str| names_english_speaker(rest, |word| matches!(word, "He" | "I" | "The"));
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
