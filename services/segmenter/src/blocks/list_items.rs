//! Entries of lists.

use messages::BlockKind;

use super::cues::SUMMARY_HEADINGS;
use super::folding::{fold, without_marks};
use super::line::Line;
use super::paragraph::Paragraph;
use super::{headline, telling};

/// The widest entry of a list, in columns. A wider one is a numbered paragraph, and so are its neighbours.
const WIDEST: usize = 120;

/// The widest sentence of a summary, in columns, and the most sentences.
const WIDEST_SENTENCE: usize = 90;
const MOST_SENTENCES: usize = 5;

/// Reports for each paragraph whether it is an entry of a list.
///
/// A list has two labelled lines in a row at least, and the story has more than a list.
pub(super) fn are_items(story: &[Paragraph<'_>]) -> impl Iterator<Item = bool> {
    let mut labelled: Vec<bool> = story.iter().map(|paragraph| opens_with_label(&paragraph.bare)).collect();
    let count = labelled.iter().filter(|is_labelled| **is_labelled).count();
    let are_wide = || story.iter().zip(&labelled).any(|(entry, label)| *label && entry.bare.columns > WIDEST);
    // A body in which nearly every line has a label is a numbered text, not a story with a list.
    if count < 2 || count * 4 > story.len() * 3 || are_wide() {
        labelled.fill(false);
    }
    (0..labelled.len()).map(move |index| {
        let at = |index: usize| labelled.get(index).copied().unwrap_or(false);
        at(index) && (at(index + 1) || index.checked_sub(1).is_some_and(at))
    })
}

/// Marks the lines below the heading of a summary as entries of a list: they have no labels where a page sets them as
/// bullets.
pub(super) fn mark_summary(above: Option<&Paragraph<'_>>, story: &[Paragraph<'_>], kinds: &mut [BlockKind]) {
    let mut is_open = above.is_some_and(|above| is_summary_heading(&above.bare));
    if is_open {
        mark_sentences(story, kinds);
    }
    for (paragraph, kind) in story.iter().zip(kinds) {
        let line = &paragraph.bare;
        if *kind == BlockKind::Furniture {
            is_open = is_summary_heading(line);
            continue;
        }
        // Most stories have no summary, and their datelines are not read.
        is_open = is_open
            && *kind == BlockKind::Paragraph
            && line.columns <= WIDEST
            && !line.ends_like_sentence
            && paragraph.dateline().is_none();
        if is_open {
            *kind = BlockKind::Item;
        }
    }
}

/// Marks the sentences directly below the heading of a summary, if wider text follows them: the lead.
fn mark_sentences(story: &[Paragraph<'_>], kinds: &mut [BlockKind]) {
    let is_text = |index: usize| kinds.get(index) == Some(&BlockKind::Paragraph);
    let is_sentence = |(index, paragraph): &(usize, &Paragraph<'_>)| {
        let line = &paragraph.bare;
        is_text(*index)
            && line.columns <= WIDEST_SENTENCE
            && line.ends_like_sentence
            && !telling::opens_with_quotation(line.text)
            && paragraph.dateline().is_none()
    };
    let count = story.iter().enumerate().take_while(is_sentence).count();
    let has_lead = || story.get(count).is_some_and(|below| headline::is_lead(&below.bare)) && is_text(count);
    if (2..=MOST_SENTENCES).contains(&count) && has_lead() {
        kinds.iter_mut().take(count).for_each(|kind| *kind = BlockKind::Item);
    }
}

/// Marks lines that stand together and have labels of one form as entries of a list: `Primer lugar: Luis Alayza`,
/// `Segundo lugar: Nicole Ugarte`.
pub(super) fn mark_labelled(story: &[Paragraph<'_>], kinds: &mut [BlockKind]) {
    let mut before: Option<(usize, &str)> = None;
    for (index, paragraph) in story.iter().enumerate() {
        let is_text = matches!(kinds.get(index), Some(BlockKind::Paragraph | BlockKind::Item));
        let label = label(&paragraph.bare).filter(|_| is_text).map(|label| (index, label));
        if let Some(((above, one), (_, other))) = before.zip(label)
            && above + 1 == index
            && share_word(one, other)
        {
            kinds.iter_mut().take(index + 1).skip(above).for_each(|kind| *kind = BlockKind::Item);
        }
        before = label;
    }
}

/// Returns the label of a short line without a stop: `Primer lugar` of `Primer lugar: Luis Alayza`.
fn label<'b>(line: &Line<'b>) -> Option<&'b str> {
    const WIDEST: usize = 80;
    if line.columns > WIDEST || line.ends_like_sentence || !line.text.contains(':') {
        return None;
    }
    let is_capital = |text: &str| text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
    let (label, entry) = line.text.split_once(": ")?;
    ((2..=4).contains(&label.split_whitespace().count()) && is_capital(label) && is_capital(entry))
        .then_some(label)
}

/// Reports whether two different labels have the first or the last word in common.
fn share_word(one: &str, other: &str) -> bool {
    const SHORTEST: usize = 3;
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST;
    let first = one.split_whitespace().next().filter(is_word);
    let last = one.split_whitespace().next_back().filter(is_word);
    one != other
        && (first.is_some_and(|first| other.split_whitespace().next() == Some(first))
            || last.is_some_and(|last| other.split_whitespace().next_back() == Some(last)))
}

/// Reports whether a line is the heading of a summary: `Key points`.
pub(super) fn is_summary_heading(line: &Line<'_>) -> bool {
    line.columns <= WIDEST && SUMMARY_HEADINGS.contains(without_marks(&fold(line.text, WIDEST)))
}

/// Reports whether a line opens with a bullet, a number or a letter: `• `, `- `, `3. `, `b) `, `iv) `, `④`.
pub(super) fn opens_with_label(line: &Line<'_>) -> bool {
    let line = line.text;
    let mut characters = line.chars();
    let first = characters.next().unwrap_or(' ');
    let behind = characters.as_str();
    match first {
        '•'
        | '▪'
        | '▫'
        | '■'
        | '□'
        | '●'
        | '○'
        | '◆'
        | '◇'
        | '◎'
        | '◦'
        | '‣'
        | '▶'
        | '▸'
        | '・'
        | '➤'
        | '➔'
        | '✔'
        | '✓'
        | '✅'
        | '☑'
        | '★'
        | '☆'
        | '⁃'
        | '∙'
        | '▲'
        | '△'
        | '①'..='⑳'
        | '🔹'
        | '🔸'
        | '👉' => true,
        // Most lines open with a capital, and few labels do: `A) `.
        'A'..='Z' => behind.trim_start_matches(['I', 'V', 'X']).starts_with(") "),
        '-' | '–' | '—' | '*' | '·' | '→' | '►' | '»' | '›' => {
            behind.starts_with(char::is_whitespace)
        }
        _ if opens_with_tight_label(line) => true,
        _ => {
            let mut words = line.split_whitespace();
            let label = words.next().unwrap_or("");
            line.len() > label.len() && (is_counter(label) || is_number_before_dash(label, words))
        }
    }
}

/// Reports whether a number of two digits has a dash and then words behind it: `1 – A new dam`.
fn is_number_before_dash<'l>(number: &str, mut behind: impl Iterator<Item = &'l str>) -> bool {
    number.len() <= 2
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && behind.next().is_some_and(|dash| dash.chars().all(text::is_dash))
        && behind.next().is_some_and(|word| word.starts_with(char::is_alphabetic))
}

/// Reports whether a word is a number of two digits, a letter or a Roman numeral with a mark behind it: `3.`, `(b)`,
/// `iv)`, `2-`, `۳.`, `а)`.
fn is_counter(label: &str) -> bool {
    const MARKS: [char; 11] = ['.', ')', '、', '）', '．', '-', '–', '/', '：', 'º', '°'];
    const LONGEST: usize = 4;
    let counter = label.trim_start_matches(['(', '（']).trim_end_matches(MARKS);
    let count = counter.chars().take(LONGEST + 1).count();
    let is_number = || count <= 2 && counter.chars().all(char::is_numeric);
    let is_letter = || count == 1 && counter.chars().all(|c| c.is_alphabetic() && !c.is_uppercase());
    let is_roman =
        || label.ends_with([')', '）']) && counter.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    // A dash or a slash follows numbers alone.
    let is_marked = !label.ends_with(['-', '–', '/']) || is_number();
    (1..=LONGEST).contains(&count)
        && label.len() > counter.len()
        && is_marked
        && (is_number() || is_letter() || is_roman())
}

/// Reports whether a line opens with a number directly before an ideograph: `1.夜间`, `一、办公室`, `（二）员工`.
fn opens_with_tight_label(line: &str) -> bool {
    let is_numeral = |c: char| {
        c.is_ascii_digit() || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
    };
    let (bracketed, inside) = match line.strip_prefix(['（', '(']) {
        Some(inside) => (true, inside),
        None => (false, line),
    };
    let behind = inside.trim_start_matches(is_numeral);
    let numeral = inside.len() - behind.len();
    let mut behind = behind.chars();
    let mark = behind.next();
    let is_mark = match mark {
        Some('）' | ')') => true,
        Some('.' | '．' | '、') => !bracketed,
        // `一是新建水坝。`
        Some('是') => !bracketed && line.starts_with(|c: char| !c.is_ascii()),
        _ => false,
    };
    let next = behind.next();
    // `3．110番に電話する`: behind a wide mark no decimals follow.
    let is_wide = mark.is_some_and(|mark| !mark.is_ascii());
    (1..=6).contains(&numeral)
        && is_mark
        && next.is_some_and(|c| text::is_without_spaces(c) || (is_wide && c.is_alphanumeric()))
}
