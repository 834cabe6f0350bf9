//! Lines under pictures.

use super::credit_signs::{MOST_CREDIT_WORDS, has_year};
use super::credits::{
    LONGEST_CREDIT, ends_with_credit, is_in_capitals, is_label, is_name_with_paper, is_source_before_name,
    names_picture_agency,
};
use super::cues::{BYLINE_WORDS, CAPTION_CREDITS, CAPTION_ENDINGS, CAPTION_OPENINGS, RIGHTS};
use super::dateline;
use super::folding::fold;
use super::line::{Line, MOST_COLUMNS, ends_like_sentence};
use super::{positions, telling};

/// The widest caption whose credit has no brackets, in columns. A wider paragraph is text with a credit behind it.
pub(super) const WIDEST: usize = 240;

/// Reports whether a line opens like a caption, `Photo: …`, or ends with a picture credit. A caption is
/// narrower than the columns that are counted; a wider line is a paragraph.
pub(super) fn is_caption(line: &Line<'_>) -> bool {
    if line.columns >= MOST_COLUMNS {
        return false;
    }
    let inside = line.text.trim_start_matches(['(', '[', '（', '［', '【', '▲', '△', '▶', ' ']);
    let opens = || {
        CAPTION_OPENINGS.open(line.text) || (inside.len() < line.text.len() && CAPTION_OPENINGS.open(inside))
    };
    (opens() && !telling::is_told(line))
        || ends_with_credit_in_brackets(line.text)
        || positions::says_position(line)
        || (line.columns <= WIDEST
            && !line.ends_like_sentence
            && (is_name_of_paper_in_brackets(line.text)
                || ends_with_label(line.text)
                || ends_with_sign(line.text)
                || CAPTION_ENDINGS.close(line.text)))
        || (line.columns <= WIDEST && ends_with_note(line.text))
        || (line.columns <= WIDEST && (ends_with_credit(line.text) || ends_with_day_and_place(line.text)))
}

/// Reports whether the last sentence of a line is a note about its picture: `… utanför Ronneby. Arkivbild.`
fn ends_with_note(line: &str) -> bool {
    let plain = line.strip_suffix('.').filter(|line| CAPTION_ENDINGS.may_close(line));
    let Some((before, note)) = plain.and_then(|line| line.rsplit_once(". ")) else { return false };
    !before.is_empty() && (CAPTION_ENDINGS.contains(note) || CAPTION_ENDINGS.contains(&note.to_lowercase()))
}

/// Reports whether a line ends with a name and a paper in brackets: `The quay at dawn (Jane Doe, The Post)`.
fn is_name_of_paper_in_brackets(line: &str) -> bool {
    let inside = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (")).map(|(_, inside)| inside);
    inside.and_then(|inside| inside.split_once(", The ")).is_some_and(|(name, paper)| {
        (2..=3).contains(&name.split_whitespace().count())
            && name
                .split_whitespace()
                .chain(paper.split_whitespace())
                .all(|word| word.starts_with(char::is_uppercase))
    })
}

/// Reports whether a line ends as captions of Japanese newspapers do, with day and place or with an agency behind a
/// sign: `…する消防隊員＝17日、神戸市`, `…のフェリー＝共同`.
fn ends_with_day_and_place(line: &str) -> bool {
    // Most lines are ASCII, which has no such sign.
    let signed = if line.is_ascii() { None } else { line.rsplit_once('＝') };
    let Some((before, behind)) = signed else { return false };
    let day = behind.split_once('、').map_or("", |(day, _)| day);
    let is_day = day.ends_with('日') && day.starts_with(|c: char| c.is_numeric());
    !before.is_empty() && !line.contains('。') && (is_day || dateline::is_agency_name(behind))
}

/// Reports whether the last sentence of a line opens like a caption: `The bear at dusk. Foto: Zavod za gozdove`,
/// `Ted Marsh in 1965. Image source, Ted Marsh`.
fn ends_with_label(line: &str) -> bool {
    const MOST_SENTENCES: usize = 3;
    const LONGEST: usize = 160;
    let line = line.get(line.ceil_char_boundary(line.len().saturating_sub(LONGEST))..).unwrap_or(line);
    let mut sentences = line.rmatch_indices(['.', '!', '?', '|', ')', '…', '।', '。']).take(MOST_SENTENCES);
    sentences.any(|(at, mark)| {
        let credit = line.get(at + mark.len()..).unwrap_or("");
        let is_short = credit.split_whitespace().nth(MOST_CREDIT_WORDS).is_none();
        let has_label = || {
            let mut words = credit.split_whitespace();
            at > 0 && words.next().is_some_and(is_label) && words.next().is_some()
        };
        is_short && (CAPTION_OPENINGS.open(credit.trim_start()) || has_label())
    })
}

/// Reports whether the last words of a line are behind the sign of a copyright that has no year: `… © picture
/// alliance/dpa | Jane Doe`.
fn ends_with_sign(line: &str) -> bool {
    // Most lines are ASCII, which has no such sign.
    if line.is_ascii() {
        return false;
    }
    let Some((before, names)) = line.rsplit_once(['©', 'ⓒ']) else { return false };
    let names: Vec<&str> = names.split_whitespace().take(MOST_CREDIT_WORDS + 1).collect();
    (1..=MOST_CREDIT_WORDS).contains(&names.len())
        && !names.iter().any(|name| has_year(name) || name.eq_ignore_ascii_case("copyright"))
        && (before.split_whitespace().nth(2).is_some() || is_caption_without_case(before))
        && !RIGHTS.are_in(&fold(before, WIDEST))
}

/// Reports whether a text in a script without capitals is long enough for a caption.
fn is_caption_without_case(before: &str) -> bool {
    const SHORTEST: usize = 6;
    let is_caseless = |c: char| text::is_without_spaces(c) || matches!(c, '가'..='힣');
    before.starts_with(is_caseless) && before.chars().nth(SHORTEST - 1).is_some()
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
        || (ends_like_sentence(line.get(..open).unwrap_or("").trim_end())
            && (is_name_with_paper(credit) || is_source_before_name(credit)))
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
