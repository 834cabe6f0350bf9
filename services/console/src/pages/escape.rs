//! Characters of articles that readers do not see.

use std::fmt::Write;

use formats::escaped;

/// Reports whether a character is one that readers do not see and that may change what they see: a control, or one
/// that sets the direction of text.
pub(super) fn is_unseen(character: char) -> bool {
    let is_white = matches!(character, '\t' | '\n' | '\r');
    let sets_direction = matches!(
        character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    (character.is_control() && !is_white) || sets_direction
}

/// Returns a text for people who repair it: each unseen character is replaced by its code in a mark.
pub(super) fn made_visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text;
    while let Some((at, unseen)) = rest.char_indices().find(|(_, character)| is_unseen(*character)) {
        visible.push_str(&escaped(rest.get(..at).unwrap_or_default()));
        // Writing to memory cannot fail.
        let _ = write!(visible, "<span class=\"unseen\">U+{:04X}</span>", u32::from(unseen));
        rest = rest.get(at + unseen.len_utf8()..).unwrap_or_default();
    }
    visible.push_str(&escaped(rest));
    visible
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unseen_character_shows_its_code() {
        assert_eq!(
            made_visible("a\u{202e}<b\u{7}"),
            "a<span class=\"unseen\">U+202E</span>&lt;b<span class=\"unseen\">U+0007</span>"
        );
        assert_eq!(made_visible("tab\tline\nend"), "tab\tline\nend");
    }
}
