//! Stretches in brackets, found in one pass with a stack.

use text::ByteSet;

use super::rules::Rules;

/// The longest aside, in bytes. A longer stretch in brackets holds whole sentences; the asides of English and
/// German news stay under this.
const LONGEST_ASIDE: usize = 300;

/// The first bytes of brackets. Those of Chinese and Japanese begin with 0xe3 and 0xef.
static BRACKETS: ByteSet = ByteSet::of(b"()[]\xe3\xef");

/// The asides of a text, in the order in which they open.
pub(super) struct Enclosures {
    asides: std::iter::Peekable<std::vec::IntoIter<(usize, usize)>>,
    /// The end of the last aside that has opened so far, in bytes.
    until: usize,
}

impl Enclosures {
    /// Finds the brackets of `text` that close again.
    pub(super) fn find(text: &str, rules: &Rules) -> Self {
        let mut open: Vec<(char, usize)> = Vec::new();
        let mut asides = Vec::new();
        let bytes = text.as_bytes();
        let mut at = if has_brackets(bytes) { BRACKETS.find(bytes, 0) } else { None };
        while let Some(position) = at {
            at = BRACKETS.find(bytes, position + 1);
            let Some(character) = text.get(position..).and_then(|rest| rest.chars().next()) else { continue };
            // In Arabic script an opening bracket before a space was meant to close, so it opens nothing.
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

    /// Reports whether the stretch from `position` to `end` lies inside brackets. Brackets that close within
    /// the stretch do not count. Positions must grow from call to call.
    pub(super) fn hold(&mut self, position: usize, end: usize) -> bool {
        while let Some((_, close)) = self.asides.next_if(|(open, _)| *open < position) {
            self.until = self.until.max(close);
        }
        end <= self.until
    }
}

/// Reports whether a bracket may open in `bytes`; most texts have none. The loop has no early exit, so that
/// the compiler vectorizes it.
fn has_brackets(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| found | matches!(byte, b'(' | b'[' | 0xe3 | 0xef))
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
