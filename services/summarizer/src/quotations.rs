//! Quotations that a single sentence would tear.
//!
//! A sentence from the middle of a quotation would say in the paper's voice what a speaker says, and a quotation
//! without its speaker says nothing about who speaks. So an extract takes none of the sentences of a quotation that
//! runs over several, and no sentence that is nothing but a quotation. It takes them where it takes the first sentences
//! of the story or all of it: there the quotation is whole, and the sentence before it says who speaks.

use std::ops::Range;

use text::Span;

use crate::lexicon::profile;
use crate::story::Story;

/// The share of sentences that may be torn if the marks of the text are not in pairs, as one in this many. With more,
/// the marks say nothing.
const MOST_TORN: (usize, usize) = (4, 5);

/// How a sentence stands to the quotations of its story.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// Whether a quotation is open at its start or at its end, or is all of it.
    pub(crate) is_torn: bool,
    /// Whether a quotation goes on in the next sentence.
    pub(crate) goes_on: bool,
}

/// Returns how each sentence stands to the quotations of its story.
pub(crate) fn quotations(story: &Story<'_>) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::with_capacity(story.sentences.len());
    let has_dashes = profile(story.language).opens_speech_with_dash;
    let (mut left_open, mut unpaired) = (false, false);
    for paragraph in paragraphs(story) {
        let sentences = story.sentences.get(paragraph).unwrap_or_default();
        // A quotation that is not closed at the end of its paragraph opens again in the next one.
        unpaired |= left_open && !opens_with_mark(story, sentences);
        left_open = false;
        if has_dashes && opens_with_dash(story, sentences) {
            let last = sentences.len() - 1;
            found.extend((0..=last).map(|at| Quotation { is_torn: last > 0, goes_on: at < last }));
            continue;
        }
        let singles = Singles::in_paragraph(story, sentences);
        let mut open = None;
        for span in sentences {
            let was_open = open.is_some();
            let read = read(span.of(story.body), open, singles.before(span.start));
            open = read.open;
            let goes_on = open.is_some();
            found.push(Quotation { is_torn: was_open || goes_on || read.is_all_quoted, goes_on });
        }
        left_open = open.is_some();
    }
    let count = found.iter().filter(|sentence| sentence.is_torn).count();
    if (unpaired || left_open) && count * MOST_TORN.1 > found.len() * MOST_TORN.0 {
        found.fill(Quotation::default());
    }
    found
}

/// Returns the indexes of the sentences of each paragraph.
fn paragraphs(story: &Story<'_>) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    for (number, span) in story.sentences.iter().enumerate() {
        let breaks = Span::new(end.min(span.start), span.start).of(story.body).contains(['\n', '\r']);
        match paragraphs.last_mut() {
            Some(last) if !breaks => last.end = number + 1,
            _ => paragraphs.push(number..number + 1),
        }
        end = span.end;
    }
    paragraphs
}

fn opens_with_mark(story: &Story<'_>, sentences: &[Span]) -> bool {
    sentences.first().is_some_and(|span| span.of(story.body).starts_with(text::is_quotation_mark))
}

/// Reports whether a paragraph opens speech with a dash: `– Vi lämnar inte staden.`
fn opens_with_dash(story: &Story<'_>, sentences: &[Span]) -> bool {
    let first = sentences.first().map_or("", |span| span.of(story.body));
    first.strip_prefix(text::is_dash).is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

/// Single quotation marks, which are apostrophes more often. One opens a quotation only if another one closes it
/// in the same paragraph, behind a mark: `‘We left. We lost all,’ he said.`
#[derive(Debug, Clone, Copy, Default)]
struct Singles {
    /// The last byte at which one closes.
    last: Option<usize>,
}

impl Singles {
    fn in_paragraph(story: &Story<'_>, sentences: &[Span]) -> Self {
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Self::default() };
        let text = first.cover(*last).of(story.body);
        let mut closing = text.rmatch_indices(['\'', '’', '‘', '›', '‹']);
        let last = closing.find(|(at, mark)| closes_single(text, *at, mark.len()));
        Self { last: last.map(|(at, _)| first.start + at) }
    }

    /// Returns the same for a sentence that begins at byte `start` of the body.
    fn before(self, start: usize) -> Self {
        Self { last: self.last.and_then(|last| last.checked_sub(start)) }
    }

    fn may_open(self, at: usize) -> bool {
        self.last.is_some_and(|last| at < last)
    }
}

/// Reports whether the single mark at byte `at` closes a quotation: it comes after a mark of its sentence, and no
/// letter follows.
fn closes_single(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().chars().next_back();
    let behind = text.get(at + length..).unwrap_or_default().chars().next();
    let is_final = |mark: char| mark == ',' || text::is_sentence_terminal(mark);
    before.is_some_and(is_final) && !behind.is_some_and(char::is_alphanumeric)
}

/// What a sentence leaves behind.
struct Read {
    /// The opening mark of the quotation that is open at its end.
    open: Option<char>,
    /// Whether it is one quotation from end to end, so that nobody is said to speak.
    is_all_quoted: bool,
}

/// Reads a sentence. `open` is the opening mark of the quotation that is open before it.
fn read(sentence: &str, open: Option<char>, singles: Singles) -> Read {
    // A fast path: in ASCII only the straight marks open a quotation.
    let has_marks = sentence.bytes().any(|byte| !byte.is_ascii() || byte == b'"' || byte == b'`');
    if open.is_none() && singles.last.is_none() && !has_marks {
        return Read { open, is_all_quoted: false };
    }
    let (mut open, mut before) = (open, ' ');
    // Where a quotation opened in this sentence, the letters outside of quotations, and the quotations.
    let (mut start, mut outside, mut quotations) = (None, 0, 0);
    for (at, character) in sentence.char_indices() {
        open = match open {
            Some(opening) if closes(opening, character, sentence, at) => None,
            Some(opening) if is_end_of_phrase(opening, character, sentence, start, at) => None,
            Some(opening) => Some(opening),
            None if opens(character, before, singles.may_open(at)) => {
                (start, quotations) = (Some(at), quotations + 1);
                Some(character)
            }
            None => {
                outside += usize::from(character.is_alphanumeric());
                None
            }
        };
        before = character;
    }
    Read { open, is_all_quoted: open.is_none() && quotations == 1 && outside == 0 }
}

/// Reports whether a mark is one of those that are single. Some of them are apostrophes, too.
fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '’' | '‘' | '‚' | '‛' | '‹' | '›' | '`')
}

/// Reports whether `mark` opens a quotation after the character `before`.
fn opens(mark: char, before: char, is_single_pair: bool) -> bool {
    match mark {
        // `5"` is a measure, and a Hebrew acronym has the mark inside: `ש"ח`.
        '"' | '״' => !before.is_ascii_digit() && !matches!(before, '\u{5d0}'..='\u{5ea}'),
        _ if is_single(mark) => is_single_pair && !before.is_alphanumeric(),
        _ => matches!(
            mark,
            '“' | '„'
                | '‟'
                | '”'
                | '«'
                | '»'
                | '「'
                | '『'
                | '｢'
                | '﹁'
                | '﹃'
                | '＂'
                | '〝'
                | '❝'
                | '⹂'
        ),
    }
}

/// Reports whether the mark at byte `at` closes the quotation that `opening` opened, in the way of any language.
fn closes(opening: char, mark: char, sentence: &str, at: usize) -> bool {
    match opening {
        '"' => mark == '"',
        '״' => mark == '״',
        '“' => matches!(mark, '”' | '"'),
        // German closes with the mark that opens in English.
        '„' | '⹂' => matches!(mark, '“' | '”' | '"' | '‟'),
        '‟' | '”' => matches!(mark, '”' | '“'),
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '「' | '｢' | '﹁' => matches!(mark, '」' | '｣' | '﹂'),
        '『' | '﹃' => matches!(mark, '』' | '﹄'),
        '＂' => mark == '＂',
        '〝' => matches!(mark, '〟' | '〞'),
        '❝' => mark == '❞',
        _ => matches!(mark, '\'' | '’' | '‘' | '›' | '‹') && closes_single(sentence, at, mark.len_utf8()),
    }
}

/// The most words of a phrase in single marks, as in `the ‘super fast’ train`.
const PHRASE: usize = 5;
/// The most words of one that ends like a genitive, as in `the ‘fast cars’ show`, and not as in `‘The mayors’ plan`.
const PHRASE_WITH_GENITIVE: usize = 3;

/// Reports whether the mark at byte `at` closes a phrase in single marks that opened at byte `start` of its sentence.
fn is_end_of_phrase(opening: char, mark: char, sentence: &str, start: Option<usize>, at: usize) -> bool {
    if !is_single(opening) || !is_single(mark) {
        return false;
    }
    let Some(phrase) = start.and_then(|start| sentence.get(start + opening.len_utf8()..at)) else {
        return false;
    };
    let behind = sentence.get(at + mark.len_utf8()..).unwrap_or_default().chars().next();
    let most = if phrase.ends_with(['s', 'S']) { PHRASE_WITH_GENITIVE } else { PHRASE };
    phrase.ends_with(char::is_alphanumeric)
        && !behind.is_some_and(char::is_alphanumeric)
        && phrase.split_whitespace().count() <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads sentences, one a line. A blank line begins a paragraph.
    fn read_lines(language: &str, lines: &[&str]) -> Vec<Quotation> {
        let mut body = String::new();
        let mut sentences = Vec::new();
        for line in lines {
            if line.is_empty() {
                body.push_str("\n\n");
                continue;
            }
            body.push(' ');
            sentences.push(Span::new(body.len(), body.len() + line.len()));
            body.push_str(line);
        }
        quotations(&Story { body: &body, sentences, language, ..Story::default() })
    }

    /// Checks which of the sentences are torn.
    fn check_in(language: &str, lines: &[&str], expected: &[bool]) {
        let torn: Vec<bool> = read_lines(language, lines).iter().map(|sentence| sentence.is_torn).collect();
        assert_eq!(torn, expected, "{lines:?}");
    }

    fn check(lines: &[&str], expected: &[bool]) {
        check_in("en", lines, expected);
    }

    #[test]
    fn the_sentences_of_a_longer_quotation_are_torn_in_every_language() {
        for quotation in [
            ["“We left.", "We lost all,” he said."],
            ["‘We left.", "We didn’t stay,’ he said."],
            ["'We left.", "We didn't stay,' he said."],
            ["`We left.", "We didn't stay,' he said."],
            ["„Wir gingen.", "Alles ist weg“, sagte er."],
            ["« Nous sommes partis.", "Tout est perdu », dit-il."],
            ["»Vi gik.", "Alt er væk«, sagde han."],
            ["”Vi gick.", "Allt är borta”, sade han."],
            ["\"Ci siamo andati.", "Tutto è perso\", ha detto."],
            ["„Poszliśmy.", "Wszystko przepadło” – powiedział."],
            ["「行きました。", "全部失った」と話した。"],
            ["｢行きました。", "全部失った｣と話した。"],
            ["﹁我們走了。", "都沒了﹂他說。"],
            ["״הלכנו.", "איבדנו הכול״, אמר."],
            ["‹Nous partons.", "Tout est perdu.› Il pleure."],
        ] {
            check(
                &["The town is dry.", quotation[0], quotation[1], "It rained."],
                &[false, true, true, false],
            );
        }
    }

    #[test]
    fn a_quotation_in_one_sentence_with_its_speaker_is_whole() {
        check(&["“We left,” he said.", "He said: \"No.\"", "It is 5\" long.", "It rained."], &[false; 4]);
    }

    #[test]
    fn a_sentence_that_is_nothing_but_a_quotation_lacks_its_speaker() {
        check(&["The mayor wept.", "“We lost it all.”", "It rained."], &[false, true, false]);
        check(&["市長は泣いた。", "「全部失った。」", "雨だった。"], &[false, true, false]);
    }

    #[test]
    fn apostrophes_open_no_quotation() {
        check(&["The ’90s were dry.", "The mayors’ plan isn’t new.", "Rock ’n’ roll."], &[false; 3]);
        check(&["'Tis the season.", "The mayors' plan isn't new."], &[false; 2]);
    }

    #[test]
    fn a_phrase_in_single_marks_is_no_longer_quotation() {
        let lines = ["The ‘super fast’ train is late.", "It rained.", "‘We wait,’ she said."];
        check(&lines, &[false; 3]);
        check(&["A 'clean up' began.", "It rained.", "'We wait,' she said.", "'No,' he said."], &[false; 4]);
    }

    #[test]
    fn speech_that_opens_with_a_dash_is_its_paragraph() {
        let lines = ["Det regnade.", "", "– Vi går.", "Allt är borta, säger hon.", "", "– Nej, säger han."];
        check_in("sv", &lines, &[false, true, true, false]);
        check_in("en", &lines, &[false; 4]);
    }

    #[test]
    fn a_paragraph_that_leaves_its_quotation_open_does_not_open_the_next() {
        check(&["“We left.", "", "It rained.", "It stopped."], &[true, false, false]);
    }

    #[test]
    fn a_story_that_is_mostly_one_quotation_keeps_it_whole() {
        let lines =
            ["The town is dry.", "“We left.", "We ran.", "We hid.", "We slept.", "We lost all,” he said."];
        check(&lines, &[false, true, true, true, true, true]);
    }

    #[test]
    fn a_quotation_goes_on_until_it_is_closed() {
        let found = read_lines("en", &["It rained.", "“We left.", "We lost all,” he said.", "It stopped."]);
        let goes_on: Vec<bool> = found.iter().map(|sentence| sentence.goes_on).collect();
        assert_eq!(goes_on, [false, true, false, false]);
    }

    #[test]
    fn marks_without_pairs_say_nothing() {
        check(&["“We left.", "It rained.", "It stopped."], &[false; 3]);
    }
}
