//! Lines under pictures.

use super::cues::{
    BYLINE_WORDS, CAPTION_CREDITS, CAPTION_ENDINGS, CAPTION_OPENINGS, NAME_CONNECTORS, PICTURE_AGENCIES,
    PICTURE_LABELS, RIGHTS,
};
use super::dateline;
use super::folding::{fold, without_marks};
use super::line::{Line, MOST_COLUMNS, ends_like_sentence};
use super::telling;

/// The longest credit that is read, in characters.
const LONGEST_CREDIT: usize = 80;

/// The most words of a credit without brackets: a label, a name and its agencies.
const MOST_CREDIT_WORDS: usize = 9;

/// The most words of a credit that is a line of its own.
const MOST_WORDS_ALONE: usize = 5;

/// The widest caption whose credit has no brackets, in columns. A wider paragraph is text with a credit behind it.
pub(super) const WIDEST: usize = 240;

/// Reports whether a line opens like a caption, `Photo: …`, or ends with a picture credit. A caption is
/// narrower than the columns that are counted; a wider line is a paragraph.
pub(super) fn is_caption(line: &Line<'_>) -> bool {
    if line.columns >= MOST_COLUMNS {
        return false;
    }
    let inside = line.text.trim_start_matches(['(', '[', '（', '［', '【', '▲', '△', '▶', ' ']);
    ((CAPTION_OPENINGS.open(line.text) || CAPTION_OPENINGS.open(inside)) && !telling::is_told(line))
        || ends_with_credit_in_brackets(line.text)
        || (line.columns <= WIDEST
            && !line.ends_like_sentence
            && (ends_with_label(line.text)
                || ends_with_sign(line.text)
                || CAPTION_ENDINGS.iter().any(|ending| line.text.ends_with(ending))))
        || (line.columns <= WIDEST && (ends_with_credit(line.text) || ends_with_day_and_place(line.text)))
}

/// Reports whether a line ends as captions of Japanese newspapers do, with day and place or with an agency behind a
/// sign: `…する消防隊員＝17日、神戸市`, `…のフェリー＝共同`.
fn ends_with_day_and_place(line: &str) -> bool {
    let Some((before, behind)) = line.rsplit_once('＝') else { return false };
    let day = behind.split_once('、').map_or("", |(day, _)| day);
    let is_day = day.ends_with('日') && day.starts_with(|c: char| c.is_numeric());
    !before.is_empty() && !line.contains('。') && (is_day || dateline::is_agency_name(behind))
}

/// Reports whether the last sentence of a line opens like a caption: `The bear at dusk. Foto: Zavod za gozdove`,
/// `Ted Marsh in 1965. Image source, Ted Marsh`.
fn ends_with_label(line: &str) -> bool {
    const MOST_SENTENCES: usize = 3;
    let mut sentences = line.rmatch_indices(['.', '!', '?', '|', ')', '…', '।', '。']).take(MOST_SENTENCES);
    sentences.any(|(at, mark)| {
        let credit = line.get(at + mark.len()..).unwrap_or("");
        let is_short = credit.split_whitespace().nth(MOST_CREDIT_WORDS).is_none();
        is_short && CAPTION_OPENINGS.open(credit.trim_start())
    })
}

/// Reports whether the last words of a line are behind the sign of a copyright that has no year: `… © picture
/// alliance/dpa | Jane Doe`.
fn ends_with_sign(line: &str) -> bool {
    let Some((before, names)) = line.rsplit_once(['©', 'ⓒ']) else { return false };
    let names: Vec<&str> = names.split_whitespace().take(MOST_CREDIT_WORDS + 1).collect();
    (1..=MOST_CREDIT_WORDS).contains(&names.len())
        && !names.iter().any(|name| has_year(name) || name.eq_ignore_ascii_case("copyright"))
        && before.split_whitespace().nth(2).is_some()
        && !RIGHTS.are_in(&fold(before, WIDEST))
}

/// Reports whether a line ends with a picture credit in brackets: `(AP Photo/Jane Doe)`, `(Foto: dpa)`, `(Jane
/// Doe/Getty Images)`.
fn ends_with_credit_in_brackets(line: &str) -> bool {
    let Some(inside) = line.trim_end_matches('.').strip_suffix([')', ']', '）', '］', '】']) else {
        return false;
    };
    let Some(open) = inside.rfind(['(', '[', '（', '［', '【']) else { return false };
    let credit = inside.get(open..).unwrap_or("").trim_start_matches(['(', '[', '（', '［', '【']);
    let words: Vec<&str> = credit.split_whitespace().take(MOST_CREDIT_WORDS + 1).collect();
    let small: String = credit.chars().take(LONGEST_CREDIT).flat_map(char::to_lowercase).collect();
    // "(Credit Suisse)" is no credit: a label has a sign or "by" behind it.
    let has_sign = |word: &&str| word.contains(['=', '＝', ':', '：', '/', '／']) && is_label(word);
    if is_agency_behind_photographer(line, credit.trim())
        || (ends_like_sentence(line.get(..open).unwrap_or("").trim_end()) && is_name_with_paper(credit))
    {
        return true;
    }
    let is_labelled = words.iter().take(2).any(has_sign)
        || matches!(*words, [first, next, ..] if is_label(first)
            && (matches!(next, "©" | "/" | "=" | ":") || BYLINE_WORDS.contains_in_any_case(next)));
    is_labelled
        || (words.len() <= MOST_CREDIT_WORDS && names_picture_agency(&words))
        || CAPTION_CREDITS.iter().any(|sign| small.contains(sign))
}

/// Reports whether a credit is a name, a slash and a paper: `Jane Doe/Staff`, `Jane Doe / For The Post`.
fn is_name_with_paper(credit: &str) -> bool {
    let Some((name, paper)) = credit.split_once('/') else { return false };
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    (2..=3).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(is_capital)
        && (1..=MOST_CREDIT_WORDS).contains(&paper.split_whitespace().count())
        && is_capital(paper.trim())
}

/// Reports whether `credit`, in brackets at the end of the line, is an agency behind a name in capitals or behind the
/// sign that Japanese captions have before day and place: `… el lunes. ANA LÓPEZ (EFE)`, `…＝3日、横浜市（共同）`.
fn is_agency_behind_photographer(line: &str, credit: &str) -> bool {
    if !dateline::is_agency_name(credit) {
        return false;
    }
    let mut words = line.split_whitespace().rev().skip(1);
    let mut are_in_capitals = || {
        words.next().is_some_and(is_in_capitals)
            && words.next().is_some_and(is_in_capitals)
            && words.next().is_some()
    };
    (line.contains('＝') && !line.contains('。')) || are_in_capitals()
}

/// Reports whether a line ends with a picture credit without brackets: `… on Sunday. Photo: Jane Doe/Post`,
/// `… in winter | Jane Doe/AP`, `… © Jane Doe`, `… 사진=북항일보`.
fn ends_with_credit(line: &str) -> bool {
    // Most paragraphs end with a word in small letters, which is in no credit.
    if !line.split_whitespace().next_back().is_some_and(is_credit_word) {
        return false;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let first = words.len().saturating_sub(MOST_CREDIT_WORDS);
    // A line that is a credit and nothing else needs a label; before a credit there is a caption.
    (first..words.len()).any(|at| {
        let (before, credit) = words.split_at(at);
        let Some((label, names)) = credit.split_first() else { return false };
        if names.iter().all(|word| is_credit_word(word)) {
            is_labelled(label, names, before)
                || is_behind_sign(label, names, before)
                || is_behind_sentence(label, names, before)
        } else {
            false
        }
    }) || is_signed_by_picture_agency(&words)
        || is_signed_in_capitals(&words)
        || is_credit_alone(&words)
        || is_behind_slash(&words)
        || is_signed_by_caseless_agency(&words)
}

/// Reports whether the last word follows a sentence and a slash: `… 멧돼지. /대전소방본부`
fn is_behind_slash(words: &[&str]) -> bool {
    let [.., before, source] = words else { return false };
    ends_like_sentence(before)
        && source.strip_prefix('/').is_some_and(|source| source.starts_with(char::is_alphabetic))
}

/// Reports whether a line is an agency with a name and nothing else: `ANP / Jan de Wit`, `Jane Doe/Getty Images`. Below
/// a headline the first may be a byline.
pub(super) fn is_agency_credit(line: &Line<'_>) -> bool {
    let Some((agency, _)) = line.text.split_once('/') else { return false };
    let words: Vec<&str> = line.text.split_whitespace().collect();
    is_credit_alone(&words)
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
    // `사진=연합뉴스`, `写真：共同`, `Foto:dpa` are one word.
    if let Some((label, name)) = label.split_once(['=', '＝', ':', '：', '/', '／']) {
        let is_name = !name.is_empty() || !names.is_empty();
        return is_label(label) && is_name && ends_before_credit(before);
    }
    let (first, is_alone) = (names.first().copied(), names.len() == 1);
    let mut names = names.iter();
    let introduces = names.next().is_some_and(|next| {
        let next = next.trim_end_matches(':');
        // `Fot. Piotr Zając`
        label.ends_with('.')
            || matches!(next, "=" | "/" | "" | "©")
            || BYLINE_WORDS.contains_in_any_case(next)
    });
    // `Foto Ansa`
    let is_of_agency = || before.is_empty() && is_alone && first.is_some_and(dateline::is_agency_name);
    is_label(label)
        && ((introduces && names.next().is_some() && ends_before_credit(before)) || is_of_agency())
}

/// Reports whether a sign before the names makes them a credit: `© Jane Doe`, `| Jane Doe/AP`.
fn is_behind_sign(sign: &str, names: &[&str], before: &[&str]) -> bool {
    if before.is_empty() {
        let are_names = || names.iter().all(|name| name.starts_with(char::is_uppercase));
        return matches!(sign, "©" | "ⓒ") && (2..=4).contains(&names.len()) && are_names();
    }
    if before.len() < 2 {
        return false;
    }
    let is_agency = || matches!(names, [agency] if dateline::is_agency_name(agency));
    match sign {
        "|" if is_agency() => before.len() > 2,
        "©" | "ⓒ" | "(c)" => !names.is_empty() && !names.iter().any(|name| has_year(name)),
        "|" | "/" => names_picture_agency(names),
        _ => sign.starts_with('©') && sign.chars().nth(1).is_some_and(char::is_alphabetic),
    }
}

/// Reports whether a sign or a label and a name follow a sentence: `… el lunes. / Ana López`, `… jeudi. Photo Anne
/// Dupont / Le Littoral`.
fn is_behind_sentence(label: &str, names: &[&str], before: &[&str]) -> bool {
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    before.len() >= 3
        && before.last().is_some_and(|last| ends_like_sentence(last))
        && names.iter().take(2).filter(is_name).count() == 2
        && ((matches!(label, "/" | "|") && names.len() <= 3) || is_label(label))
}

fn has_year(word: &str) -> bool {
    word.bytes().filter(u8::is_ascii_digit).count() == 4
}

/// Reports whether a word has only capitals, at least two: `LÓPEZ`, `GARCÍA-RUIZ`.
fn is_in_capitals(word: &str) -> bool {
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
fn names_picture_agency(names: &[&str]) -> bool {
    let is_known = |name: &str| PICTURE_AGENCIES.contains(without_marks(&fold(name, LONGEST_CREDIT)));
    let is_agency = |name: &str| {
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        dateline::is_agency_name(name) || is_known(name)
    };
    let has_slash = names.iter().any(|name| name.contains('/') && name.split('/').any(is_agency));
    let follows = |sign: &str| {
        names.windows(2).any(|pair| matches!(pair, [before, name] if *before == sign && is_agency(name)))
    };
    has_slash
        || follows("/")
        || follows("via")
        || names.iter().any(|name| name.split('/').any(is_known))
        || is_known(&names.join(" "))
}

/// Reports whether a word labels a picture credit.
fn is_label(word: &str) -> bool {
    let label = word.split(['=', '＝', ':', '：', '/', '／']).next().unwrap_or("");
    PICTURE_LABELS.contains(without_marks(&fold(label, LONGEST_CREDIT)))
}

/// Reports whether the text before a credit ends, or there is none.
fn ends_before_credit(before: &[&str]) -> bool {
    before.last().is_none_or(|last| {
        last.ends_with([
            '.', '!', '?', '…', '。', '।', '۔', '”', '"', '»', ')', '|', '/', '–', '—', '-', ',', ':',
        ]) || before.len() >= 3
            // Thai sets no spaces between words.
            || (last.starts_with(text::is_without_spaces) && last.chars().nth(10).is_some())
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: bool) {
        assert_eq!(is_caption(&Line::measure(line)), expected, "{line:?}");
    }

    #[test]
    fn a_line_that_ends_with_a_picture_credit_is_a_caption() {
        for line in [
            "The bridge at dawn. Photo: Mara Quist/Harbour News",
            "The bridge at dawn. Photograph: Mara Quist",
            "The bridge at dawn. Picture by Mara Quist",
            "The bridge at dawn | Mara Quist/AP",
            "The bridge at dawn © Mara Quist",
            "The bridge at dawn on May 3, 2026. REUTERS/Mara Quist",
            "The bridge at dawn. (Quist Archive/Getty Images)",
            "The bridge at dawn. Mara Quist via Getty Images",
            "Die Brücke im Morgenlicht. Foto: Mara Quist/dpa",
            "Le pont à l'aube. Photo Mara Quist / AFP",
            "El puente al amanecer. Foto: Mara Quist / EFE",
            "5일 새벽 한강 다리. 사진=북항일보",
            "▲ 23일 북항의 새벽",
            "夜明けの橋＝５日、函館市（写真：北港新聞）",
            "夜明けの橋を渡る人たち＝17日、函館市",
            "夜明けの橋＝共同",
            "De brug bij dageraad. Foto ANP / Mara de Wit",
            "Podul, primăvara trecută. Foto arhivă",
            "Мост прошлой весной (архив)",
            "Мост на рассвете. Фото: Мара Квист / ТАСС",
        ] {
            check(line, true);
        }
    }

    #[test]
    fn a_sentence_about_pictures_is_no_caption() {
        for line in [
            "She took the photo by the river.",
            "The Photo Museum opens on Monday.",
            "He works for Getty Images in Leeds.",
            "The bridge opens on Monday. The mayor will be there.",
            "The budget was passed on Monday, AP said.",
            "The shares of the second-largest bank fell (Credit Suisse).",
            "Two of three photos by Mara Quist were sold, the gallery said on Monday.",
        ] {
            check(line, false);
        }
    }
}
