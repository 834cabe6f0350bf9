//! Stretches in brackets, found in one pass with a stack.

use super::Rules;

/// A bracketed stretch longer than this holds sentences of its own rather than an aside.
/// In bytes; the asides of English and German news stay under it.
const LONGEST_ASIDE: usize = 300;

/// Brackets that close nearby, in the order in which they open; asked in that order.
pub(super) struct Enclosures {
    asides: std::iter::Peekable<std::vec::IntoIter<(usize, usize)>>,
    until: usize,
}

impl Enclosures {
    /// The closed brackets of `text`.
    pub(super) fn of(text: &str, rules: &Rules) -> Self {
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut asides = Vec::new();
        // 0xe3 and 0xef open the brackets of Chinese and Japanese.
        let may_hold = |byte: u8| matches!(byte, b'(' | b'[' | 0xe3 | 0xef);
        let text = if text.bytes().any(may_hold) { text } else { "" };
        for (position, character) in text.char_indices() {
            let is_mirrored = || {
                rules.has_mirrored_brackets()
                    && text.get(position + 1..).is_some_and(|rest| rest.starts_with([' ', '\u{a0}']))
            };
            if let Some(closing) = closing_of(character, rules).filter(|_| !is_mirrored()) {
                open.push((closing, position));
            } else if is_closing(character)
                && let Some((_, start)) = open.pop_if(|(closing, _)| *closing == character)
                && position - start <= LONGEST_ASIDE
            {
                asides.push((start, position));
            }
        }
        asides.sort_unstable();
        Self { asides: asides.into_iter().peekable(), until: 0 }
    }

    /// Whether the stretch from `position` to `end` lies inside brackets, those that close it left out.
    /// Ask with positions that only grow.
    pub(super) fn hold(&mut self, position: usize, end: usize) -> bool {
        while let Some((_, close)) = self.asides.next_if(|(open, _)| *open < position) {
            self.until = self.until.max(close);
        }
        end <= self.until
    }
}

fn closing_of(character: char, rules: &Rules) -> Option<char> {
    Some(match character {
        '(' => ')',
        '[' => ']',
        '（' => '）',
        '【' => '】',
        '《' => '》',
        '「' if rules.has_running_quotations() => '」',
        '『' if rules.has_running_quotations() => '』',
        _ => return None,
    })
}

fn is_closing(character: char) -> bool {
    matches!(character, ')' | ']' | '）' | '】' | '》' | '」' | '』')
}
