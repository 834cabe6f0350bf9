//! What differs from language to language.

use crate::abbreviations::{self, Abbreviations};

/// The Greek question mark where it has its own code point; text mostly uses the semicolon.
const GREEK_QUESTION_MARK: char = '\u{37e}';

/// The sentence rules of one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    pub(crate) abbreviations: &'static Abbreviations,
    script: ScriptRules,
    known: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScriptRules {
    /// Sentences end with marks.
    Marked,
    /// Marked, and the semicolon asks: Greek.
    Greek,
    /// Marked, and the colon stands for the Armenian full stop, which it resembles.
    Armenian,
    /// Marked, and quotations in corner brackets run on: Japanese.
    Japanese,
    /// Marks alone, nothing learnt from words: Burmese and Khmer.
    MarksOnly,
    /// No marks; a space between letters parts clauses: Thai and Lao.
    Spaces,
}

impl Rules {
    /// The rules for a BCP 47 primary subtag.
    pub(crate) fn of(primary: &str) -> Self {
        let script = match primary {
            "el" => ScriptRules::Greek,
            "hy" => ScriptRules::Armenian,
            "ja" => ScriptRules::Japanese,
            "my" | "km" => ScriptRules::MarksOnly,
            "th" | "lo" => ScriptRules::Spaces,
            _ => ScriptRules::Marked,
        };
        let abbreviations = abbreviations::abbreviations(primary);
        Self {
            abbreviations: abbreviations.unwrap_or_else(abbreviations::common),
            script,
            known: abbreviations.is_some(),
        }
    }

    /// What provenance must say these rules do not do.
    pub(crate) fn limit(&self) -> Option<&'static str> {
        match self.script {
            ScriptRules::MarksOnly | ScriptRules::Spaces => Some("no_sentence_rules_for_language"),
            _ if self.known => None,
            _ => Some("no_abbreviations_for_language"),
        }
    }

    /// Whether the language writes without spaces between words and has no sentence rules here.
    pub(super) fn is_unspaced(&self) -> bool {
        matches!(self.script, ScriptRules::MarksOnly | ScriptRules::Spaces)
    }

    /// Whether a space between two letters parts clauses.
    pub(super) fn parts_at_spaces(&self) -> bool {
        self.script == ScriptRules::Spaces
    }

    /// Whether a quotation in corner brackets is one stretch of its sentence.
    pub(super) fn has_running_quotations(&self) -> bool {
        self.script == ScriptRules::Japanese
    }

    /// Whether a sentence may end with this mark.
    pub(super) fn is_mark(&self, character: char) -> bool {
        if character.is_ascii() {
            return matches!(character, '.' | '!' | '?')
                || (character == ';' && self.script == ScriptRules::Greek)
                || (character == ':' && self.script == ScriptRules::Armenian);
        }
        character >= GREEK_QUESTION_MARK
            && (character == GREEK_QUESTION_MARK || text::is_sentence_terminal(character))
    }
}
