//! Picture credits: a photographer, an agency or a paper behind a line under a picture.

use super::credit_signs::{
    MOST_CREDIT_WORDS, are_behind_sign, has_year, is_behind_agency, is_opened_by_sign,
};
use super::cues::{BYLINE_WORDS, NAME_CONNECTORS, PICTURE_AGENCIES, PICTURE_LABELS};
use super::dateline;
use super::folding::{fold, without_marks};
use super::line::{Line, ends_like_sentence};
use super::name_lines;

/// The longest credit that is read, in characters.
pub(super) const LONGEST_CREDIT: usize = 80;

/// The most words of a credit that is a line of its own.
const MOST_WORDS_ALONE: usize = 5;

/// Reports whether a line ends with a picture credit without brackets: `… on Sunday. Photo: Jane Doe/Post`,
/// `… in winter | Jane Doe/AP`, `… © Jane Doe`, `… 사진=북항일보`.
pub(super) fn ends_with_credit(line: &str) -> bool {
    // Most paragraphs end with a word in small letters, which is in no credit.
    if !line.split_whitespace().next_back().is_some_and(is_credit_word) {
        return false;
    }
    let words = last_words(line);
    is_labelled_or_signed(&words)
        || is_signed_by_picture_agency(&words)
        || is_signed_in_capitals(&words)
        || is_credit_alone(&words)
        || is_behind_slash(&words)
        || (line.contains('/')
            && line.rsplit_once(". ").is_some_and(|(_, credit)| is_name_with_paper(credit)))
        || is_signed_by_caseless_agency(&words)
}

/// Returns the last words of a line: those of a credit, and enough before it for a caption.
fn last_words(line: &str) -> Vec<&str> {
    const MOST_WORDS: usize = MOST_CREDIT_WORDS + 4;
    let mut words = Vec::with_capacity(MOST_WORDS);
    words.extend(line.split_whitespace().rev().take(MOST_WORDS));
    words.reverse();
    words
}

/// Reports whether the last words are names behind a label or a sign. A line that is a credit and nothing else needs a
/// label; before a credit there is a caption.
fn is_labelled_or_signed(words: &[&str]) -> bool {
    let first = words.len().saturating_sub(MOST_CREDIT_WORDS);
    for at in (first..words.len()).rev() {
        let (before, credit) = words.split_at(at);
        let Some((label, names)) = credit.split_first() else { return false };
        if is_labelled(label, names, before)
            || is_behind_sign(label, names, before)
            || is_behind_sentence(label, names, before)
        {
            return true;
        }
        // Whatever is before this word has it among its names.
        if !is_credit_word(label) {
            return false;
        }
    }
    false
}

/// Reports whether the last words follow a sentence and a slash: `… 멧돼지. /대전소방본부`
fn is_behind_slash(words: &[&str]) -> bool {
    const MOST_SOURCE_WORDS: usize = 3;
    let first = words.len().saturating_sub(MOST_SOURCE_WORDS).max(1);
    (first..words.len()).any(|at| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let source = words.get(at).and_then(|source| source.strip_prefix('/'));
        before.is_some_and(|before| ends_like_sentence(before))
            && source.is_some_and(|source| source.starts_with(char::is_alphabetic))
    })
}

/// Reports whether a line is an agency with a name and nothing else: `ANP / Jan de Wit`, `Jane Doe/Getty Images`. Below
/// a headline the first may be a byline.
pub(super) fn is_agency_credit(line: &Line<'_>) -> bool {
    const WIDEST: usize = 60;
    if line.columns > WIDEST || line.ends_like_sentence {
        return false;
    }
    if is_labelled_name(line.text) || is_opened_by_sign(line.text) {
        return true;
    }
    let Some((agency, _)) = line.text.split_once('/') else { return false };
    let words: Vec<&str> = line.text.split_whitespace().collect();
    is_credit_alone(&words)
        || is_name_with_paper(line.text)
        || (words.len() <= MOST_WORDS_ALONE
            && dateline::is_agency_name(agency.trim())
            && words.iter().all(|word| is_credit_word(word)))
}

/// Reports whether a line is a credit and nothing else: `Jane Doe/Getty Images`.
fn is_credit_alone(words: &[&str]) -> bool {
    words.len() <= MOST_WORDS_ALONE
        && words.iter().any(|word| word.contains('/'))
        && words.iter().all(|word| is_credit_word(word))
        && names_picture_agency(words)
}

/// Reports whether a short line ends with an agency behind a stop, in a script without capitals: `… 트램. 연합뉴스`.
fn is_signed_by_caseless_agency(words: &[&str]) -> bool {
    let [.., before, agency] = words else { return false };
    before.ends_with(['.', '。']) && !agency.is_ascii() && dateline::is_caseless_agency(agency)
}

/// Reports whether `label` and `names` are a credit with a label: `Photo: Jane Doe`, `Picture by Jane Doe`,
/// `사진=북항일보`.
fn is_labelled(label: &str, names: &[&str], before: &[&str]) -> bool {
    let label = label.trim_start_matches(['(', '[', '|', '/', '（', '［']);
    if !is_label(label) {
        return false;
    }
    // `사진=연합뉴스`, `写真：共同`, `Foto:dpa` are one word.
    if let Some((_, name)) = label.split_once(['=', '＝', ':', '：', '/', '／']) {
        let is_name = !name.is_empty() || !names.is_empty();
        return is_name && ends_before_credit(before);
    }
    let Some((next, names)) = names.split_first() else { return false };
    let introduces = || {
        let next = next.trim_end_matches(':');
        // `Fot. Piotr Zając`
        label.ends_with('.')
            || matches!(next, "=" | "/" | "" | "©")
            || BYLINE_WORDS.contains_in_any_case(next)
    };
    // `Foto Ansa`
    let is_of_agency = || before.is_empty() && names.is_empty() && dateline::is_agency_name(next);
    (!names.is_empty() && introduces() && ends_before_credit(before)) || is_of_agency()
}

/// Reports whether a sign before the names makes them a credit: `© Jane Doe`, `| Jane Doe/AP`.
fn is_behind_sign(sign: &str, names: &[&str], before: &[&str]) -> bool {
    if before.is_empty() {
        return matches!(sign, "©" | "ⓒ" | "(c)" | "(C)") && are_behind_sign(names);
    }
    if before.len() < 2 {
        return false;
    }
    let is_agency = || matches!(names, [agency] if dateline::is_agency_name(agency));
    match sign {
        "|" if is_agency() || dateline::is_agency_name(&names.join(" ")) => before.len() > 2,
        "©" | "ⓒ" | "(c)" => !names.is_empty() && !names.iter().any(|name| has_year(name)),
        "|" | "/" => names_picture_agency(names),
        _ => sign.starts_with('©') && sign.chars().nth(1).is_some_and(char::is_alphabetic),
    }
}

/// Reports whether a line is a label and a name without a colon, and nothing else: `Photo Anne Dupont`.
pub(super) fn is_labelled_name(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(label, names)| {
        let name = names.split('/').next().unwrap_or_default().trim();
        is_label(label) && name_lines::is_bare_name(&Line::measure(name))
    })
}

/// Reports whether a sign or a label and a name follow a sentence: `… el lunes. / Ana López`, `… jeudi. Photo Anne
/// Dupont / Le Littoral`.
fn is_behind_sentence(label: &str, names: &[&str], before: &[&str]) -> bool {
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase);
    before.len() >= 3
        && before.last().is_some_and(|last| {
            ends_like_sentence(last)
                || ((last.ends_with(',') || last.chars().all(text::is_dash)) && is_label(label))
        })
        && ((matches!(label, "/" | "|") && names.len() <= 3) || is_label(label))
        && names.iter().take(2).filter(is_name).count() == 2
}

/// Reports whether a word has only capitals, at least two: `LÓPEZ`, `GARCÍA-RUIZ`.
pub(super) fn is_in_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-')
}

/// Reports whether a name in capitals stands behind the last sentence: `… el lunes. ANA LÓPEZ`, `… . LOUIS CARDON POUR
/// LE LITTORAL`.
fn is_signed_in_capitals(words: &[&str]) -> bool {
    const MOST_WORDS: usize = 8;
    let is_mark = |word: &str| word.chars().all(text::is_quotation_mark);
    let names = words.iter().rev().take_while(|word| is_in_capitals(word) || is_mark(word)).count();
    let above = words.len().checked_sub(names + 1).and_then(|above| words.get(above));
    (2..=MOST_WORDS).contains(&names)
        && words.len() >= names + 3
        // In `GEN. JANE DOE` the stop belongs to an abbreviation.
        && above.is_some_and(|word| ends_like_sentence(word) && !word.chars().all(|c| c.is_uppercase() || c == '.'))
}

/// Reports whether the names behind the last sentence are those of a picture agency: `… 2026. REUTERS/Jane Doe`,
/// `… in Leeds. Jane Doe via Getty Images`.
fn is_signed_by_picture_agency(words: &[&str]) -> bool {
    let is_end = |word: &&str| word.ends_with(['.', '!', '?', '。', ')', '”', '"', '।']);
    let last = words.last().copied().unwrap_or("");
    if is_end(&last) {
        return false;
    }
    let names = words.iter().rev().take_while(|word| !is_end(word)).count();
    let Some((before, names)) = words.split_at_checked(words.len() - names) else { return false };
    before.len() >= 2
        && (1..MOST_CREDIT_WORDS).contains(&names.len())
        && names.iter().all(|word| is_credit_word(word))
        && (names_picture_agency(names) || is_label_with_agency(names))
}

/// Reports whether a label is before an agency and a name: `Foto ANP / Jan de Wit`.
fn is_label_with_agency(names: &[&str]) -> bool {
    matches!(names, [label, agency, "/", _, ..] if is_label(label) && dateline::is_agency_name(agency))
}

/// Reports whether names hold an agency that takes or sells pictures: after a slash, after "via", or one that is
/// known for nothing else.
pub(super) fn names_picture_agency(names: &[&str]) -> bool {
    let is_agency = |name: &str| {
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        dateline::is_agency_name(name) || is_picture_agency(name)
    };
    let has_slash = names.iter().any(|name| name.contains('/') && name.split('/').any(is_agency));
    let follows = |sign: &str| {
        names.windows(2).any(|pair| matches!(pair, [before, name] if *before == sign && is_agency(name)))
    };
    has_slash
        || follows("/")
        || follows("via")
        || names.iter().any(|name| name.split('/').any(is_picture_agency))
        || is_picture_agency(&names.join(" "))
}

/// Reports whether a text is the name of an agency that sells pictures.
pub(super) fn is_picture_agency(name: &str) -> bool {
    PICTURE_AGENCIES.contains(without_marks(&fold(name, LONGEST_CREDIT)))
}

/// Reports whether `credit` is who supplied a picture and a name behind a colon: `Supplied: City of Leeds`, `ABC News:
/// Jane Doe`.
pub(super) fn is_source_before_name(credit: &str) -> bool {
    let is_capital = |part: &str| part.starts_with(char::is_uppercase);
    credit.split_whitespace().nth(MOST_CREDIT_WORDS).is_none()
        && credit
            .trim()
            .split_once(": ")
            .is_some_and(|(source, name)| source.split_whitespace().all(is_capital) && is_capital(name))
}

/// Reports whether a word labels a picture credit.
pub(super) fn is_label(word: &str) -> bool {
    let label = word.split(['=', '＝', ':', '：', '/', '／']).next().unwrap_or("");
    PICTURE_LABELS.may_hold(label) && PICTURE_LABELS.contains(without_marks(&fold(label, LONGEST_CREDIT)))
}

/// Reports whether the text before a credit ends, or there is none.
fn ends_before_credit(before: &[&str]) -> bool {
    before.last().is_none_or(|last| {
        last.ends_with([
            '.', '!', '?', '…', '。', '।', '۔', '”', '"', '»', ')', '|', '/', '–', '—', '-', ',', ':',
        ]) || before.len() >= 3
            // Thai sets no spaces between words.
            || (last.starts_with(text::is_without_spaces) && last.chars().nth(5).is_some())
    })
}

/// Reports whether a word may be in a credit: a name, a word between names, a mark.
fn is_credit_word(word: &str) -> bool {
    let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
    plain.is_empty()
        || plain.starts_with(|c: char| !c.is_lowercase())
        || matches!(plain, "via" | "for" | "the" | "pool" | "dpa" | "file" | "archive")
        || NAME_CONNECTORS.contains(plain)
        || BYLINE_WORDS.contains_in_any_case(plain)
        || dateline::is_agency_name(plain)
        || is_behind_agency(plain)
}

/// Reports whether a credit is a name, a slash and a paper: `Jane Doe/Staff`, `Jane Doe / For The Post`.
pub(super) fn is_name_with_paper(credit: &str) -> bool {
    let Some((name, paper)) = credit.split_once('/') else { return false };
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    (2..=3).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(is_capital)
        && (1..=MOST_CREDIT_WORDS).contains(&paper.split_whitespace().count())
        && is_capital(paper.trim())
}
