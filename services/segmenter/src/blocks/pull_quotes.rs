//! Quotations that stand alone between the paragraphs of a story.

use messages::BlockKind;

use super::line::Line;
use super::paragraph::Paragraph;

/// The widest pull quote, in columns.
const WIDEST: usize = 240;

/// The widest line that names the speaker of a pull quote, in columns.
const WIDEST_SPEAKER: usize = 80;

/// The widest quotation that is a sub-heading, in columns.
const WIDEST_HEADING: usize = 60;

/// The shortest quotation that counts as repeated, in bytes. A shorter one recurs by chance.
const SHORTEST_REPETITION: usize = 20;

/// The most quotations that are searched for in the whole body. It bounds the work.
const MOST_SEARCHES: usize = 6;

/// Marks the pull quotes of `story` in `kinds`.
///
/// A pull quote repeats what the text says, or the next line names its speaker.
pub(super) fn mark(body: &str, story: &[Paragraph<'_>], kinds: &mut [BlockKind]) {
    let mut searches = 0;
    for (index, paragraph) in story.iter().enumerate().skip(1) {
        let Some(words) = whole_quotation(&paragraph.bare) else { continue };
        let has_speaker = story.get(index + 1).is_some_and(|next| names_speaker(&next.bare));
        let is_repeated = searches < MOST_SEARCHES && {
            // The quotation itself is one match.
            searches += 1;
            words.len() > SHORTEST_REPETITION && body.matches(words).nth(1).is_some()
        };
        let is_heading =
            || story.get(index + 1).is_some_and(|next| is_heading_over(&paragraph.bare, &next.bare));
        if has_speaker || (is_repeated && !is_heading()) {
            let last = index + usize::from(has_speaker);
            for kind in kinds.iter_mut().take(last + 1).skip(index) {
                *kind = BlockKind::Pullquote;
            }
        }
    }
}

/// Reports whether a short line is a quotation directly above the paragraph that it is from, which makes it a
/// sub-heading.
pub(super) fn is_heading_over(line: &Line<'_>, below: &Line<'_>) -> bool {
    line.columns <= WIDEST_HEADING
        && whole_quotation(line).is_some_and(|words| !words.is_empty() && below.text.contains(words))
}

/// Returns the words of a line that is one quotation from end to end.
fn whole_quotation<'b>(line: &Line<'b>) -> Option<&'b str> {
    let opens = |c: char| matches!(c, '“' | '"' | '«' | '„' | '»' | '「' | '”');
    let closes = |c: char| matches!(c, '”' | '"' | '»' | '“' | '«' | '」');
    let inside = line.text.strip_prefix(opens)?.strip_suffix(closes)?.trim();
    let is_one = !inside.contains(['“', '”', '"', '«', '»', '„', '「', '」']);
    (is_one && line.columns <= WIDEST).then(|| inside.trim_end_matches(['.', '!', '?', '…', ',', '。']))
}

/// Reports whether a line names a speaker after a dash: `— Ola Reid, union leader`.
fn names_speaker(line: &Line<'_>) -> bool {
    let name = line.text.trim_start_matches(|c: char| text::is_dash(c) || c.is_whitespace());
    line.text.starts_with(text::is_dash)
        && name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && line.columns <= WIDEST_SPEAKER
        && !line.ends_like_sentence
}
