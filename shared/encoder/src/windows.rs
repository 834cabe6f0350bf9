//! Packing a text's sentences into windows that the network looks at one at a time.
//!
//! Neighbouring sentences share a window, so that each is read in context; a window may begin with the words before
//! its first sentence, which are read again. A sentence longer than a window is cut into windows that overlap,
//! and each word is judged where it has the most around it. No word is left out.

use std::ops::Range;

/// Words on either side of a cut that are read for context only.
const MARGIN: usize = 12;

/// Part of a text's words to look at together, and those among them to judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// What is read.
    pub words: Range<usize>,
    /// What is judged. The windows of a text judge every word once, in order.
    pub judged: Range<usize>,
}

/// Plans the windows. `sizes` has each word's number of pieces, `sentences` the words of each sentence in order
/// and without gaps, `room` the pieces that fit a window, `context` those of them that earlier words may take.
pub fn plan(sizes: &[usize], sentences: &[Range<usize>], room: usize, context: usize) -> Vec<Window> {
    let mut windows = Vec::new();
    let mut open: Option<Open> = None;
    let size = |words: Range<usize>| sizes.get(words).unwrap_or_default().iter().sum::<usize>();
    for sentence in sentences {
        let pieces = size(sentence.clone());
        if let Some(open) = open.as_mut().filter(|open| open.pieces + pieces <= room) {
            open.window.words.end = sentence.end;
            open.window.judged.end = sentence.end;
            open.pieces += pieces;
            continue;
        }
        windows.extend(open.take().map(|open| open.window));
        if pieces <= room {
            let start = before(sizes, sentence.start, context.min(room - pieces));
            let window = Window { words: start..sentence.end, judged: sentence.clone() };
            open = Some(Open { window, pieces: pieces + size(start..sentence.start) });
        } else {
            cut(sizes, sentence, room, &mut windows);
        }
    }
    windows.extend(open.map(|open| open.window));
    windows
}

/// A window that the next sentence may join, and the pieces it has.
struct Open {
    window: Window,
    pieces: usize,
}

/// How far back the words before `end` fit.
fn before(sizes: &[usize], end: usize, room: usize) -> usize {
    let words = sizes.get(..end).unwrap_or_default().iter().rev();
    end - fitting(words, room)
}

/// Cuts a sentence that is longer than a window.
fn cut(sizes: &[usize], sentence: &Range<usize>, room: usize, windows: &mut Vec<Window>) {
    let mut judged = sentence.start;
    while judged < sentence.end {
        let mut start = judged.saturating_sub(MARGIN).max(sentence.start);
        let mut end = fill(sizes, start, sentence.end, room);
        if end <= judged {
            // Words so long that the margin alone fills the window: go on without it.
            start = judged;
            end = fill(sizes, start, sentence.end, room).max(judged + 1);
        }
        let stop = if end < sentence.end { end.saturating_sub(MARGIN).max(judged + 1) } else { end };
        windows.push(Window { words: start..end, judged: judged..stop });
        judged = stop;
    }
}

/// How far the words from `start` on fit.
fn fill(sizes: &[usize], start: usize, end: usize, room: usize) -> usize {
    start + fitting(sizes.get(start..end).unwrap_or_default().iter(), room)
}

/// How many of these words fit.
fn fitting<'s>(sizes: impl Iterator<Item = &'s usize>, room: usize) -> usize {
    let mut used = 0;
    let fits = |size: &&usize| {
        used += **size;
        used <= room
    };
    sizes.take_while(fits).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn window(words: Range<usize>, judged: Range<usize>) -> Window {
        Window { words, judged }
    }

    #[test]
    fn neighbouring_sentences_share_a_window_while_they_fit() {
        let windows = plan(&[1; 10], &[0..3, 3..6, 6..10], 7, 0);
        assert_eq!(windows, [window(0..6, 0..6), window(6..10, 6..10)]);
    }

    #[test]
    fn a_window_begins_with_the_words_before_it_as_far_as_there_is_room() {
        let windows = plan(&[1; 10], &[0..3, 3..6, 6..10], 7, 2);
        assert_eq!(windows, [window(0..6, 0..6), window(4..10, 6..10)]);
        let windows = plan(&[1; 10], &[0..4, 4..10], 7, 2);
        assert_eq!(windows, [window(0..4, 0..4), window(3..10, 4..10)]);
    }

    #[test]
    fn a_long_sentence_is_cut_with_words_of_context_on_both_sides() {
        let windows = plan(&[1; 100], std::slice::from_ref(&(0..100)), 60, 0);
        assert_eq!(windows, [window(0..60, 0..48), window(36..96, 48..84), window(72..100, 84..100)]);
    }

    #[test]
    fn words_that_fill_a_window_each_are_judged_all_the_same() {
        let windows = plan(&[9, 9, 9], std::slice::from_ref(&(0..3)), 9, 0);
        assert_eq!(windows, [window(0..1, 0..1), window(1..2, 1..2), window(2..3, 2..3)]);
    }

    proptest! {
        #[test]
        fn every_word_is_judged_once_in_order_and_windows_keep_their_size(
            lengths in prop::collection::vec(0_usize..90, 0..12), size in 1_usize..4, room in 4_usize..70, context in 0_usize..20,
        ) {
            let mut sentences = Vec::new();
            let mut end = 0;
            for length in lengths {
                sentences.push(end..end + length);
                end += length;
            }
            let sizes: Vec<usize> = (0..end).map(|word| 1 + word % size).collect();
            let mut judged = 0;
            for window in plan(&sizes, &sentences, room, context) {
                prop_assert_eq!(window.judged.start, judged);
                judged = window.judged.end;
                prop_assert!(window.words.start <= window.judged.start && judged <= window.words.end);
                prop_assert!(sizes[window.words].iter().sum::<usize>() <= room);
            }
            prop_assert_eq!(judged, end);
        }
    }
}
