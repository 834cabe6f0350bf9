//! Porter's stemmer in NLTK's variant, because rouge-score uses it.
//!
//! M. F. Porter, "An algorithm for suffix stripping", Program 14.3 (1980), with NLTK's extensions:
//! a pool of irregular forms, short `-ies`/`-ied`, `y` to `i` after a consonant only, `-bli`,
//! `-fulli`, `-logi`. Words are lower-case ASCII letters and digits.

/// Irregular forms, which no rule stems correctly.
const IRREGULAR: &[(&str, &str)] = &[
    ("sky", "sky"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("news", "news"),
    ("innings", "inning"),
    ("inning", "inning"),
    ("outings", "outing"),
    ("outing", "outing"),
    ("cannings", "canning"),
    ("canning", "canning"),
    ("howe", "howe"),
    ("proceed", "proceed"),
    ("exceed", "exceed"),
    ("succeed", "succeed"),
];

/// Step 2, for stems of positive measure. `alli` and `logi` have other conditions.
const STEP_2: &[(&str, &str)] = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("fulli", "ful"),
];

/// Step 3, for stems of positive measure.
const STEP_3: &[(&str, &str)] = &[
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
];

/// Step 4, for stems of a measure above one; `ion` only after `s` or `t`.
const STEP_4: &[&str] = &[
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
];

/// Returns the stem of a lower-case word.
pub(crate) fn stem(word: &str) -> String {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return (*stem).to_owned();
    }
    if word.len() <= 2 {
        return word.to_owned();
    }
    [step_1a, step_1b, step_1c, step_2, step_3, step_4, step_5a, step_5b]
        .iter()
        .fold(word.to_owned(), |word, step| step(&word))
}

fn step_1a(word: &str) -> String {
    if word.len() == 4 && word.ends_with("ies") {
        return replaced(word, "s", "");
    }
    first_rule(word, &[("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")], |_, _| true)
}

fn step_1b(word: &str) -> String {
    if word.ends_with("ied") {
        return replaced(word, if word.len() == 4 { "d" } else { "ed" }, "");
    }
    if let Some(stem) = word.strip_suffix("eed") {
        return if measure(stem) > 0 { format!("{stem}ee") } else { word.to_owned() };
    }
    let stripped = ["ed", "ing"].iter().filter_map(|suffix| word.strip_suffix(suffix));
    match stripped.into_iter().find(|stem| has_vowel(stem)) {
        Some(stem) => restored(stem),
        None => word.to_owned(),
    }
}

/// Restores the `e` after step 1b, or removes half of a double consonant.
fn restored(stem: &str) -> String {
    if ["at", "bl", "iz"].iter().any(|end| stem.ends_with(end)) {
        return format!("{stem}e");
    }
    if ends_in_double_consonant(stem) {
        return if stem.ends_with(['l', 's', 'z']) { stem.to_owned() } else { without_last(stem).to_owned() };
    }
    if measure(stem) == 1 && ends_in_cvc(stem) { format!("{stem}e") } else { stem.to_owned() }
}

fn step_1c(word: &str) -> String {
    first_rule(word, &[("y", "i")], |stem, _| stem.len() > 1 && ends_in_consonant(stem))
}

fn step_2(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("alli").filter(|stem| measure(stem) > 0) {
        return step_2(&format!("{stem}al"));
    }
    if word.ends_with("logi") {
        let stem = word.strip_suffix("ogi").unwrap_or(word);
        return if measure(stem) > 0 { replaced(word, "i", "") } else { word.to_owned() };
    }
    first_rule(word, STEP_2, |stem, _| measure(stem) > 0)
}

fn step_3(word: &str) -> String {
    first_rule(word, STEP_3, |stem, _| measure(stem) > 0)
}

fn step_4(word: &str) -> String {
    let Some((suffix, stem)) = STEP_4.iter().find_map(|suffix| Some((*suffix, word.strip_suffix(suffix)?)))
    else {
        return word.to_owned();
    };
    let applies = measure(stem) > 1 && (suffix != "ion" || stem.ends_with(['s', 't']));
    if applies { stem.to_owned() } else { word.to_owned() }
}

fn step_5a(word: &str) -> String {
    let goes = |stem: &&str| measure(stem) > 1 || (measure(stem) == 1 && !ends_in_cvc(stem));
    word.strip_suffix('e').filter(goes).unwrap_or(word).to_owned()
}

fn step_5b(word: &str) -> String {
    let goes = word.ends_with("ll") && measure(without_last(word)) > 1;
    if goes { without_last(word).to_owned() } else { word.to_owned() }
}

/// Applies the first rule whose suffix fits, if its condition holds. Later rules do not apply in any case.
fn first_rule(word: &str, rules: &[(&str, &str)], condition: fn(&str, &str) -> bool) -> String {
    let fitting = rules.iter().find_map(|(suffix, ending)| Some((word.strip_suffix(suffix)?, ending)));
    match fitting {
        Some((stem, ending)) if condition(stem, ending) => format!("{stem}{ending}"),
        _ => word.to_owned(),
    }
}

fn replaced(word: &str, suffix: &str, ending: &str) -> String {
    format!("{}{ending}", word.strip_suffix(suffix).unwrap_or(word))
}

fn without_last(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next_back();
    letters.as_str()
}

/// Reports for each letter whether it is a consonant. `y` is a consonant at the start and after a vowel.
fn consonants(word: &str) -> Vec<bool> {
    let mut flags: Vec<bool> = Vec::with_capacity(word.len());
    for letter in word.chars() {
        let flag = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' => false,
            'y' => flags.last().is_none_or(|before| !before),
            _ => true,
        };
        flags.push(flag);
    }
    flags
}

/// Returns Porter's measure: how often a consonant follows a vowel.
fn measure(word: &str) -> usize {
    let flags = consonants(word);
    flags.windows(2).filter(|pair| matches!(pair, [false, true])).count()
}

fn has_vowel(word: &str) -> bool {
    consonants(word).contains(&false)
}

fn ends_in_consonant(word: &str) -> bool {
    consonants(word).last().is_some_and(|flag| *flag)
}

fn ends_in_double_consonant(word: &str) -> bool {
    let mut letters = word.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    last.is_some() && last == before && ends_in_consonant(word)
}

/// Reports whether a word ends in consonant, vowel, consonant other than `w`, `x`, `y`, or is just vowel and
/// consonant.
fn ends_in_cvc(word: &str) -> bool {
    match consonants(word).as_slice() {
        [false, true] => true,
        [.., true, false, true] => !word.ends_with(['w', 'x', 'y']),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_those_of_the_paper() {
        for (word, expected) in [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("agreed", "agre"),
            ("plastered", "plaster"),
            ("motoring", "motor"),
            ("sing", "sing"),
            ("conflated", "conflat"),
            ("hopping", "hop"),
            ("falling", "fall"),
            ("filing", "file"),
            ("happy", "happi"),
            ("relational", "relat"),
            ("vietnamization", "vietnam"),
            ("electricity", "electr"),
            ("adjustment", "adjust"),
            ("adoption", "adopt"),
            ("rate", "rate"),
            ("controlling", "control"),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn nltk_has_exceptions_for_some_words() {
        for (word, expected) in [
            ("dying", "die"),
            ("dies", "die"),
            ("died", "die"),
            ("spied", "spi"),
            ("enjoy", "enjoy"),
            ("radically", "radic"),
            ("theology", "theolog"),
            ("is", "is"),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn numbers_do_not_change() {
        assert_eq!(stem("2019"), "2019");
    }
}
