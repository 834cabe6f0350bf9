//! Walks over the tokens that no span covers.

use crate::mentions::ScoredSpan;

/// Asks `find` for a name that begins at each of the `tokens` that no span covers, and goes on behind it. `find` gets
/// the token, and the first one behind it that is covered or does not exist.
pub(super) fn names(
    tokens: usize,
    spans: &[ScoredSpan],
    mut find: impl FnMut(usize, usize) -> Option<ScoredSpan>,
) -> Vec<ScoredSpan> {
    let mut found = Vec::new();
    let mut covered = spans.iter().peekable();
    let mut index = 0;
    while index < tokens {
        if let Some(span) = covered.next_if(|span| span.tokens.start <= index) {
            index = index.max(span.tokens.end);
            continue;
        }
        let limit = covered.peek().map_or(tokens, |span| span.tokens.start);
        match find(index, limit) {
            Some(span) => {
                index = span.tokens.end.max(index + 1);
                found.push(span);
            }
            None => index += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use messages::EntityType;

    use super::*;

    fn span(tokens: Range<usize>) -> ScoredSpan {
        ScoredSpan { tokens, entity_type: EntityType::Per, score: 0.9 }
    }

    #[test]
    fn only_uncovered_tokens_are_asked_for_and_none_twice() {
        let mut asked = Vec::new();
        let found = names(8, &[span(1..3), span(6..7)], |index, limit| {
            asked.push((index, limit));
            (index == 3).then(|| span(3..5))
        });
        assert_eq!(asked, [(0, 1), (3, 6), (5, 6), (7, 8)]);
        assert_eq!(found, [span(3..5)]);
    }
}
