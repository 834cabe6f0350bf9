//! What differs from language to language.

use crate::abbreviations::{self, Abbreviations};

/// The Greek question mark where it has its own code point; text mostly uses the semicolon.
const GREEK_QUESTION_MARK: char = '\u{37e}';

/// The last words of agencies' names in front of their reports: "واحد مرکزی خبر:".
const PERSIAN_AGENCIES: [&str; 7] = ["ایرنا", "ایسنا", "خبر", "مهر", "فارس", "تسنیم", "ایلنا"];

/// Auxiliaries that end Urdu sentences.
const URDU_VERBS: [&str; 12] =
    ["ہے", "ہیں", "تھا", "تھی", "تھے", "گا", "گی", "گے", "گئی", "گیا", "گئے", "ہوں"];

/// The sentence rules of one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    pub(crate) abbreviations: &'static Abbreviations,
    script: ScriptRules,
    known: bool,
    habits: Habits,
}

/// What a few languages do alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habits {
    None,
    /// A semicolon ends what a sentence starter follows: the Romance languages.
    ClauseMarks,
    /// Brackets may be typed the wrong way round: Arabic script.
    MirroredBrackets,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScriptRules {
    /// Sentences end with marks.
    Marked,
    /// Marked, and the semicolon asks: Greek.
    Greek,
    /// Marked, and the colon stands for the Armenian full stop, which it resembles.
    Armenian,
    /// Marked, and a colon ends the credit of an agency, "تهران - ایرنا:": Persian.
    Persian,
    /// Marked, and a dash may be typed for the full stop behind a verb: Urdu.
    Urdu,
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
            "fa" => ScriptRules::Persian,
            "ur" => ScriptRules::Urdu,
            "ja" => ScriptRules::Japanese,
            "my" | "km" => ScriptRules::MarksOnly,
            "th" | "lo" => ScriptRules::Spaces,
            _ => ScriptRules::Marked,
        };
        let habits = match primary {
            "ca" | "es" | "fr" | "gl" | "it" | "pt" | "ro" => Habits::ClauseMarks,
            "ar" | "fa" | "ur" => Habits::MirroredBrackets,
            _ => Habits::None,
        };
        let abbreviations = abbreviations::abbreviations(primary);
        Self {
            abbreviations: abbreviations.unwrap_or_else(abbreviations::common),
            script,
            known: abbreviations.is_some(),
            habits,
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

    /// Whether a semicolon may end a sentence of a list.
    pub(super) fn has_clause_marks(&self) -> bool {
        self.habits == Habits::ClauseMarks
    }

    /// Whether a colon or a dash may end a sentence behind certain words.
    pub(super) fn has_credits(&self) -> bool {
        matches!(self.script, ScriptRules::Persian | ScriptRules::Urdu)
    }

    /// Whether a sentence ends where a colon or dash stands behind `word`.
    pub(super) fn ends_at_credit(&self, word: &str) -> bool {
        match self.script {
            ScriptRules::Persian => PERSIAN_AGENCIES.contains(&word),
            ScriptRules::Urdu => URDU_VERBS.contains(&word),
            _ => false,
        }
    }

    /// Whether brackets may be typed the wrong way round.
    pub(super) fn has_mirrored_brackets(&self) -> bool {
        self.habits == Habits::MirroredBrackets
    }

    /// Whether a sentence may end with this mark.
    pub(super) fn is_mark(&self, character: char) -> bool {
        if character.is_ascii() {
            return matches!(character, '.' | '!' | '?')
                || (character == ';' && (self.script == ScriptRules::Greek || self.has_clause_marks()))
                || (character == ':' && matches!(self.script, ScriptRules::Armenian | ScriptRules::Persian))
                || (character == '-' && self.script == ScriptRules::Urdu);
        }
        // Armenian sets these inside the word that they stress.
        character >= GREEK_QUESTION_MARK
            && !matches!(character, '՜' | '՞')
            && (character == GREEK_QUESTION_MARK || text::is_sentence_terminal(character))
    }
}
