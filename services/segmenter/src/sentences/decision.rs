//! Whether a sentence ends at a candidate.

use text::{Script, script_of};

use super::candidate::{Candidate, Closing, Mark, Next};
use super::forms::{
    is_article_number, is_capital_pronoun, is_enumerator, is_number, is_short_number, is_small,
};
use super::missing_space::is_missing_space;
use super::rules::Rules;
use super::speech;
use crate::languages::Class;

/// The longest abbreviation in a text with dandas, in characters with their vowel signs: `प्रो`.
const LONGEST_DANDA_ABBREVIATION: usize = 5;

/// The letters that make a word too long for most abbreviations.
const LONG_WORD: usize = 5;

/// Reports whether a sentence ends here; `class` is that of the term.
pub(super) fn ends_sentence(candidate: &Candidate<'_>, class: Option<Class>, rules: &Rules) -> bool {
    // At the end of the text every mark ends the sentence.
    let Some(first) = candidate.next.first else { return true };
    match candidate.mark {
        Mark::Full => full_mark_ends(candidate, first) && !is_spelled_initial(candidate, rules),
        Mark::Credit => candidate.has_gap && rules.ends_at_credit(candidate.term),
        Mark::Clause => candidate.has_gap && opens_with_starter(&candidate.next, rules),
        _ if !candidate.has_gap => is_missing_space(candidate, rules),
        Mark::Emphatic => emphatic_ends(candidate, first, rules),
        Mark::Omission => first.is_uppercase() && !candidate.next.in_bracket,
        Mark::Ellipsis => ellipsis_ends(&candidate.next, first, rules),
        Mark::Stop => stop_ends(candidate, class, first, rules),
    }
}

/// Encodes what the rules see in a candidate as a number for the model: mark, class of the term, quotation.
pub(super) fn details(candidate: &Candidate<'_>, class: Option<Class>) -> u32 {
    let class = class.map_or(0, |class| 1 + class as u32);
    (candidate.mark as u32 * 4 + class) * 2 + u32::from(candidate.is_quoted())
}

fn emphatic_ends(candidate: &Candidate<'_>, first: char, rules: &Rules) -> bool {
    let is_starter = |word: &str| rules.abbreviations.is_sentence_starter(word);
    let names_speaker = candidate.is_quoted()
        && !candidate.next.is_introduced
        && (speech::opens_with_speaker(candidate.next.rest, is_starter)
            // In a script without capitals the verb may come first or last: `"…!" बोले श्री. …`, `"…?" मेयर ने पूछा।`
            || (!first.is_uppercase() && speech::opens_with_told_clause(candidate.next.rest)));
    // `“Who won?” she asked.`, `Yahoo! and`, `“Stop!”, he said`: the sentence goes on.
    !(is_small(first) || is_inner_punctuation(first) || candidate.next.is_stop() || names_speaker)
}

/// Judges marks that do nothing but end sentences: only what follows them directly can prevent a sentence
/// end.
fn full_mark_ends(candidate: &Candidate<'_>, first: char) -> bool {
    if candidate.has_gap {
        return !is_inner_punctuation(first);
    }
    // 「…。」と述べた, “……。”她说。: the sentence goes on after the quotation.
    let goes_on = candidate.is_quoted()
        && match script_of(first) {
            Script::Hiragana => !speech::opens_after_quotation(candidate.next.rest),
            Script::Han => speech::is_speaker_clause(candidate.next.rest),
            _ => false,
        };
    !goes_on && !is_inner_punctuation(first)
}

/// Reports whether a mark belongs to an initial that is spelled out, next to another one: `اے۔ جے۔ ملک`.
fn is_spelled_initial(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let is_stop = |c: char| text::is_sentence_terminal(c);
    let precedes =
        || rules.is_letter_name(candidate.next.word) && candidate.next.after_word.is_some_and(is_stop);
    let follows = || {
        let before = candidate.word_before_mark();
        before.strip_suffix(is_stop).is_some_and(|word| rules.is_letter_name(word))
    };
    rules.is_letter_name(candidate.term) && (precedes() || follows())
}

fn is_inner_punctuation(character: char) -> bool {
    matches!(character, ',' | ';' | ':' | '/' | '，' | '、' | '；' | '：' | '،' | '؛' | ')' | '）')
}

/// Judges suspension points: they break off before a capital and pause before anything else.
fn ellipsis_ends(next: &Next<'_>, first: char, rules: &Rules) -> bool {
    // "I thought... I would go": the capital of the English pronoun says nothing. In Romance languages, which
    // are those with clause marks, the same letter is another word.
    let is_pronoun = !rules.has_clause_marks() && is_capital_pronoun(next.word) && !next.is_introduced;
    first.is_alphabetic() && !is_small(first) && !is_pronoun
}

fn stop_ends(candidate: &Candidate<'_>, class: Option<Class>, first: char, rules: &Rules) -> bool {
    let (term, next) = (candidate.term, &candidate.next);
    let has_ordinal_stops = rules.abbreviations.has_ordinal_stops();
    if is_inner_punctuation(first) {
        return false;
    }
    // A lower-case letter mostly shows that the stop belongs to an abbreviation.
    if is_small(first) {
        return is_plain_long_word(candidate, rules) && !next.is_introduced && !next.in_bracket;
    }
    // `प्रा. लि. ने`: where the danda ends the sentences, a stop after a short word abbreviates it.
    if candidate.is_before_danda && term.chars().nth(LONGEST_DANDA_ABBREVIATION).is_none() && !is_number(term)
    {
        return false;
    }
    // `1. Wash the rice.`: the stop belongs to the number of the entry.
    if candidate.opens_sentence() && (is_enumerator(term) || is_article_number(term)) {
        return false;
    }
    // `Am 3. Mai`: a day or a rank, unless a word follows that clearly opens a sentence.
    if !candidate.is_quoted() && is_short_number(term) && has_ordinal_stops {
        let label = candidate.before_term();
        if rules.is_number_label(label.strip_suffix('.').unwrap_or(label)) {
            return first.is_uppercase() && !next.is_initial();
        }
        return rules.abbreviations.is_sentence_starter(next.word);
    }
    // `2026. 5. 3.`: a date in ordinals.
    if has_ordinal_stops && is_number(term) && first.is_numeric() {
        return false;
    }
    match class {
        Some(Class::NeverFinal) => false,
        Some(Class::FinalBeforeStarter) => opens_with_starter(next, rules),
        Some(Class::FinalByShape) => {
            // An initial is the capital of a name, not of a sentence.
            let goes_on = next.is_initial() || goes_on_after_time(candidate, rules);
            first.is_uppercase() && !next.in_bracket && !goes_on
        }
        None => true,
    }
}

/// Reports whether a time of day or an era is inside its sentence: `6 a.m. Friday`, `At 6 a.m. Mr.
/// Smith`.
fn goes_on_after_time(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let times = rules.times();
    let is_one_of = |terms: &[&str]| terms.iter().any(|term| term.eq_ignore_ascii_case(candidate.term));
    let is_hour = is_one_of(times.hours);
    let is_fronted = times.prepositions.contains(&candidate.first_word())
        && !rules.abbreviations.is_sentence_starter(candidate.next.word);
    (is_hour && times.after_hours.contains(&candidate.next.word))
        || (is_fronted && (is_hour || is_one_of(times.eras)))
}

/// Reports whether the term is an ordinary word: no list of abbreviations has it, and it is too long to be
/// one.
///
/// A lower-case letter after such a stop opened a sentence some 230 times of 237 in the treebanks that the
/// rule was made with.
fn is_plain_long_word(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let term = candidate.term;
    candidate.closing == Closing::Nothing
        && term.chars().nth(LONG_WORD - 1).is_some()
        && term.chars().all(char::is_lowercase)
        && rules.abbreviations.class_of(term).is_none()
}

/// Reports whether a sentence starter follows. `A.` is the initial of a name instead.
fn opens_with_starter(next: &Next<'_>, rules: &Rules) -> bool {
    !next.is_initial() && rules.abbreviations.is_sentence_starter(next.word)
}
