//! Packs the sentences of a text into windows, the stretches that the network reads at once.
//!
//! Neighbouring sentences share a window, so the network sees each in context. A window may also start with
//! the words before its first sentence, which are then read twice. A sentence longer than a window is cut
//! into windows that overlap, and each of its words is scored where it has the most context. Every word is
//! scored.

use std::ops::Range;

/// The words on either side of a cut that are read as context only.
const CUT_CONTEXT: usize = 12;

/// A run of words that the network reads at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Window {
    /// The words that are read.
    pub(crate) words: Range<usize>,
    /// The words whose logits are kept. The windows of a text cover every word once, in order.
    pub(crate) scored: Range<usize>,
}

/// Plans the windows of a text.
///
/// - `sizes`: the number of subwords of each word.
/// - `sentences`: the words of each sentence, in order and without gaps.
/// - `capacity`: the number of subwords that fit a window.
/// - `context`: how many of them may be used for words before the first sentence of the window.
pub(crate) fn plan(
    sizes: &[usize],
    sentences: &[Range<usize>],
    capacity: usize,
    context: usize,
) -> Vec<Window> {
    let mut windows = Vec::new();
    let mut open: Option<Open> = None;
    let size = |words: Range<usize>| sizes.get(words).unwrap_or_default().iter().sum::<usize>();
    for sentence in sentences {
        let subwords = size(sentence.clone());
        if let Some(open) = open.as_mut().filter(|open| open.subwords + subwords <= capacity) {
            open.window.words.end = sentence.end;
            open.window.scored.end = sentence.end;
            open.subwords += subwords;
            continue;
        }
        windows.extend(open.take().map(|open| open.window));
        if subwords <= capacity {
            let start = context_start(sizes, sentence.start, context.min(capacity - subwords));
            let window = Window { words: start..sentence.end, scored: sentence.clone() };
            open = Some(Open { window, subwords: subwords + size(start..sentence.start) });
        } else {
            cut(sizes, sentence, capacity, &mut windows);
        }
    }
    windows.extend(open.map(|open| open.window));
    windows
}

/// A window that may take the next sentence too.
struct Open {
    window: Window,
    /// The number of subwords that it already has.
    subwords: usize,
}

/// Returns the first of the words before `end` that together fit `capacity`.
fn context_start(sizes: &[usize], end: usize, capacity: usize) -> usize {
    let words = sizes.get(..end).unwrap_or_default().iter().rev();
    end - fitting(words, capacity)
}

/// Cuts a sentence that is longer than a window.
fn cut(sizes: &[usize], sentence: &Range<usize>, capacity: usize, windows: &mut Vec<Window>) {
    let mut scored = sentence.start;
    while scored < sentence.end {
        let mut start = scored.saturating_sub(CUT_CONTEXT).max(sentence.start);
        let mut end = fill(sizes, start, sentence.end, capacity);
        if end <= scored {
            // The words are so long that the context alone fills the window: leave it out.
            start = scored;
            end = fill(sizes, start, sentence.end, capacity).max(scored + 1);
        }
        let stop = if end < sentence.end { end.saturating_sub(CUT_CONTEXT).max(scored + 1) } else { end };
        windows.push(Window { words: start..end, scored: scored..stop });
        scored = stop;
    }
}

/// Returns the end of the words from `start` on that together fit `capacity`.
fn fill(sizes: &[usize], start: usize, end: usize, capacity: usize) -> usize {
    start + fitting(sizes.get(start..end).unwrap_or_default().iter(), capacity)
}

/// Counts the words that together fit `capacity`.
fn fitting<'s>(sizes: impl Iterator<Item = &'s usize>, capacity: usize) -> usize {
    let mut used = 0;
    let fits = |size: &&usize| {
        used += **size;
        used <= capacity
    };
    sizes.take_while(fits).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn window(words: Range<usize>, scored: Range<usize>) -> Window {
        Window { words, scored }
    }

    #[test]
    fn neighbouring_sentences_share_a_window_while_they_fit() {
        let windows = plan(&[1; 10], &[0..3, 3..6, 6..10], 7, 0);
        assert_eq!(windows, [window(0..6, 0..6), window(6..10, 6..10)]);
    }

    #[test]
    fn a_window_starts_with_earlier_words_as_far_as_they_fit() {
        let windows = plan(&[1; 10], &[0..3, 3..6, 6..10], 7, 2);
        assert_eq!(windows, [window(0..6, 0..6), window(4..10, 6..10)]);
        let windows = plan(&[1; 10], &[0..4, 4..10], 7, 2);
        assert_eq!(windows, [window(0..4, 0..4), window(3..10, 4..10)]);
    }

    #[test]
    fn a_long_sentence_is_cut_with_context_on_both_sides() {
        let windows = plan(&[1; 100], std::slice::from_ref(&(0..100)), 60, 0);
        assert_eq!(windows, [window(0..60, 0..48), window(36..96, 48..84), window(72..100, 84..100)]);
    }

    #[test]
    fn words_as_long_as_a_window_are_scored_one_by_one() {
        let windows = plan(&[9, 9, 9], std::slice::from_ref(&(0..3)), 9, 0);
        assert_eq!(windows, [window(0..1, 0..1), window(1..2, 1..2), window(2..3, 2..3)]);
    }

    proptest! {
        #[test]
        fn every_word_is_scored_once_in_order_and_no_window_is_too_large(
            lengths in prop::collection::vec(0_usize..90, 0..12), size in 1_usize..4, capacity in 4_usize..70,
            context in 0_usize..20,
        ) {
            let mut sentences = Vec::new();
            let mut end = 0;
            for length in lengths {
                sentences.push(end..end + length);
                end += length;
            }
            let sizes: Vec<usize> = (0..end).map(|word| 1 + word % size).collect();
            let mut scored = 0;
            for window in plan(&sizes, &sentences, capacity, context) {
                prop_assert_eq!(window.scored.start, scored);
                scored = window.scored.end;
                prop_assert!(window.words.start <= window.scored.start && scored <= window.words.end);
                prop_assert!(sizes[window.words].iter().sum::<usize>() <= capacity);
            }
            prop_assert_eq!(scored, end);
        }
    }
}
