//! A line of text, measured once.

/// The most characters whose columns are counted. No rule asks for more.
pub(super) const MOST_COLUMNS: usize = 400;

/// The bytes that are tested for ASCII at once.
const CHUNK: usize = 16;

/// A line or paragraph, with the measurements that the rules for blocks share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'b> {
    /// The text, without white space around it.
    pub(super) text: &'b str,
    /// The columns that it takes, counted up to [`MOST_COLUMNS`] characters.
    pub(super) columns: usize,
    /// Whether it ends with a terminal mark, perhaps with closing marks after it.
    pub(super) ends_like_sentence: bool,
}

impl<'b> Line<'b> {
    /// Measures `text`.
    pub(super) fn measure(text: &'b str) -> Self {
        Self { text, columns: columns(text), ends_like_sentence: ends_like_sentence(text) }
    }
}

/// Returns the columns that a text takes: two for ideographs, kana and Hangul, one for other characters.
pub(super) fn columns(text: &str) -> usize {
    // Most lines are ASCII, with one column a byte, and most others are ASCII for long stretches.
    let most = text.len().min(MOST_COLUMNS);
    if text.as_bytes().get(..most).is_some_and(<[u8]>::is_ascii) {
        return most;
    }
    let (mut columns, mut characters, mut rest) = (0, 0, text);
    while characters < MOST_COLUMNS {
        let plain = rest.split_at_checked(CHUNK).filter(|(chunk, _)| chunk.is_ascii());
        if let Some((_, behind)) = plain {
            (columns, characters, rest) = (columns + CHUNK, characters + CHUNK, behind);
        } else {
            let mut behind = rest.chars();
            let Some(character) = behind.next() else { break };
            columns += 1 + usize::from(character >= '\u{1100}' && is_wide(character));
            (characters, rest) = (characters + 1, behind.as_str());
        }
    }
    columns
}

fn is_wide(character: char) -> bool {
    matches!(
        character,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}'
    )
}

/// Reports whether a text ends in a script whose sentences have no stops: Thai, Lao.
pub(super) fn ends_without_stops(text: &str) -> bool {
    text.ends_with(|last: char| matches!(last, '\u{e00}'..='\u{eff}'))
}

/// Reports whether a text ends with a terminal mark, perhaps with closing marks after it.
pub(super) fn ends_like_sentence(text: &str) -> bool {
    text.chars()
        .rev()
        .take(8)
        // French sets a space before its closing mark.
        .find(|c| !text::is_closing_mark(*c) && !text::is_invisible(*c) && !c.is_whitespace())
        .is_some_and(text::is_sentence_terminal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_two_columns_for_wide_characters_and_stops_at_the_limit() {
        assert_eq!(columns("Snow fell."), 10);
        assert_eq!(columns("下雪了。"), 8);
        assert_eq!(columns("눈이 왔다 and then it was gone, all of it."), 4 + 1 + 4 + 33);
        assert_eq!(columns(&"a".repeat(900)), MOST_COLUMNS);
    }

    #[test]
    fn a_closing_mark_may_follow_the_terminal_mark() {
        assert!(ends_like_sentence("“Snow fell.”"));
        assert!(ends_like_sentence("Snow fell.\u{200b}"));
        assert!(!ends_like_sentence("Snow (wet)"));
    }
}
