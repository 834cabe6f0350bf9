//! Quotations that run over several sentences.
//!
//! One of their sentences alone would say in the paper's voice what a speaker says, so an extract takes none of
//! them unless it takes the whole story.

use text::Span;

use crate::story::Story;

/// The share of sentences that may be torn, as one in this many. With more, the marks of the text are not in
/// pairs and say nothing.
const MOST_TORN: (usize, usize) = (4, 5);

/// Reports for each sentence whether a quotation is open at its start or at its end.
pub(crate) fn torn_sentences(story: &Story<'_>) -> Vec<bool> {
    let mut torn = Vec::with_capacity(story.sentences.len());
    let (mut open, mut end) = (None, 0);
    for span in &story.sentences {
        // A quotation that is not closed at the end of its paragraph opens again in the next one.
        if Span::new(end.min(span.start), span.start).of(story.body).contains(['\n', '\r']) {
            open = None;
        }
        let was_open = open.is_some();
        open = open_after(span.of(story.body), open);
        torn.push(was_open || open.is_some());
        end = span.end;
    }
    let count = torn.iter().filter(|torn| **torn).count();
    if count * MOST_TORN.1 > torn.len() * MOST_TORN.0 {
        torn.fill(false);
    }
    torn
}

/// Returns the opening mark of the quotation that is open after `sentence`, if one is. `open` is that before it.
fn open_after(sentence: &str, mut open: Option<char>) -> Option<char> {
    // A fast path: in ASCII only the straight double mark opens a quotation.
    if open.is_none() && sentence.bytes().all(|byte| byte.is_ascii() && byte != b'"') {
        return None;
    }
    let mut before = ' ';
    for character in sentence.chars() {
        open = match open {
            Some(opening) if closes(opening, character) => None,
            Some(opening) => Some(opening),
            // `5"` is a measure.
            None if character == '"' && before.is_ascii_digit() => None,
            // A Hebrew acronym has the mark inside: `ש"ח`.
            None if character == '"' && matches!(before, '\u{5d0}'..='\u{5ea}') => None,
            None if opens(character) => Some(character),
            None => None,
        };
        before = character;
    }
    open
}

/// Reports whether a mark may open a quotation of several sentences. Single marks are apostrophes more often.
fn opens(mark: char) -> bool {
    matches!(mark, '"' | '“' | '„' | '‟' | '”' | '«' | '»' | '‹' | '「' | '『' | '＂' | '〝')
}

/// Reports whether `mark` closes the quotation that `opening` opened, in the way of any language.
fn closes(opening: char, mark: char) -> bool {
    match opening {
        '"' => mark == '"',
        '“' => matches!(mark, '”' | '"'),
        // German closes with the mark that opens in English.
        '„' => matches!(mark, '“' | '”' | '"' | '‟'),
        '‟' | '”' => matches!(mark, '”' | '“'),
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '‹' => mark == '›',
        '「' => mark == '」',
        '『' => mark == '』',
        '＂' => mark == '＂',
        '〝' => matches!(mark, '〟' | '〞'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks which of the sentences, one a line, are torn. A blank line begins a paragraph.
    fn check(lines: &[&str], expected: &[bool]) {
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
        let story = Story { body: &body, sentences, ..Story::default() };
        assert_eq!(torn_sentences(&story), expected, "{lines:?}");
    }

    #[test]
    fn the_sentences_of_a_longer_quotation_are_torn_in_every_language() {
        for quotation in [
            ["“We left.", "We lost all,” he said."],
            ["„Wir gingen.", "Alles ist weg“, sagte er."],
            ["« Nous sommes partis.", "Tout est perdu », dit-il."],
            ["»Vi gik.", "Alt er væk«, sagde han."],
            ["”Vi gick.", "Allt är borta”, sade han."],
            ["\"Ci siamo andati.", "Tutto è perso\", ha detto."],
            ["„Poszliśmy.", "Wszystko przepadło” – powiedział."],
            ["「行きました。", "全部失った」と話した。"],
        ] {
            check(
                &["The town is dry.", quotation[0], quotation[1], "It rained."],
                &[false, true, true, false],
            );
        }
    }

    #[test]
    fn a_quotation_in_one_sentence_is_whole() {
        check(&["“We left,” he said.", "He said: \"No.\"", "It is 5\" long.", "It rained."], &[false; 4]);
    }

    #[test]
    fn a_paragraph_that_leaves_its_quotation_open_does_not_open_the_next() {
        check(&["“We left.", "", "It rained.", "It stopped."], &[true, false, false]);
    }

    #[test]
    fn marks_without_pairs_say_nothing() {
        check(&["“We left.", "It rained.", "It stopped."], &[false; 3]);
    }
}
