//! The character classes of BERT's tokenizer.

use unicode_general_category::{GeneralCategory, get_general_category};

/// Reports whether BERT removes the character: control and format characters, and code points without a
/// meaning.
pub(super) fn is_removed(character: char) -> bool {
    use GeneralCategory::{Control, Format, PrivateUse, Surrogate, Unassigned};
    character == '\u{fffd}'
        || matches!(get_general_category(character), Control | Format | PrivateUse | Surrogate | Unassigned)
}

/// Reports whether BERT takes the character for punctuation, which is a word by itself.
pub(super) fn is_punctuation(character: char) -> bool {
    use GeneralCategory::{
        ClosePunctuation, ConnectorPunctuation, DashPunctuation, FinalPunctuation, InitialPunctuation,
        OpenPunctuation, OtherPunctuation,
    };
    // BERT counts all ASCII signs as punctuation, although Unicode has "$" and "+" among the symbols.
    character.is_ascii_punctuation()
        || matches!(
            get_general_category(character),
            ClosePunctuation
                | ConnectorPunctuation
                | DashPunctuation
                | FinalPunctuation
                | InitialPunctuation
                | OpenPunctuation
                | OtherPunctuation
        )
}

/// Reports whether the character is in one of the CJK blocks, whose characters BERT takes for words.
pub(super) fn is_ideograph(character: char) -> bool {
    // The blocks are those of BERT's `_is_chinese_char`, gaps included.
    matches!(character,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2a6df}' | '\u{2a700}'..='\u{2b81f}'
        | '\u{2b920}'..='\u{2ceaf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}
