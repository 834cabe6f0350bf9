//! What differs from language to language where sentences end.

use messages::Limit;

use crate::languages::{Abbreviations, Boundaries, ExtraMark, Language, Profile, TimeWords};

/// The Greek question mark where it has its own code point. Most Greek text uses the semicolon.
const GREEK_QUESTION_MARK: char = '\u{37e}';

/// The sentence rules of one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    pub(crate) abbreviations: &'static Abbreviations,
    profile: &'static Profile,
    /// The character of the profile's extra mark. The scan asks for it at every stop byte.
    extra_mark: Option<char>,
}

impl Rules {
    /// Returns the rules of a language.
    pub(crate) fn new(language: &'static Language) -> Self {
        let profile = language.profile();
        let extra_mark = profile.sentences.extra_mark.map(ExtraMark::character);
        Self { abbreviations: language.abbreviations(), profile, extra_mark }
    }

    /// Returns the code of what these rules lack, for `provenance`.
    pub(crate) fn limit(&self) -> Option<Limit> {
        match self.profile.sentences.boundaries {
            Boundaries::MarksOnly | Boundaries::Spaces | Boundaries::StopsOrSpaces => {
                Some(Limit::NoSentenceRulesForLanguage)
            }
            Boundaries::Marks if self.profile.abbreviations.is_some() => None,
            Boundaries::Marks => Some(Limit::NoAbbreviationsForLanguage),
        }
    }

    /// Returns the words for times of day and eras.
    pub(super) fn times(&self) -> &'static TimeWords {
        &self.profile.sentences.times
    }

    /// Reports whether the language writes without spaces between words and has no sentence rules here.
    pub(crate) fn is_unspaced(&self) -> bool {
        self.profile.sentences.boundaries != Boundaries::Marks
    }

    /// Reports whether a sentence may end at a space without a mark.
    pub(super) fn splits_at_spaces(&self) -> bool {
        matches!(self.profile.sentences.boundaries, Boundaries::Spaces | Boundaries::StopsOrSpaces)
    }

    /// Reports whether a full stop may end a sentence in a language without spaces between words.
    pub(super) fn has_stops(&self) -> bool {
        self.profile.sentences.boundaries == Boundaries::StopsOrSpaces
    }

    /// Reports whether a quotation in corner brackets is one stretch of its sentence.
    pub(super) fn has_running_quotations(&self) -> bool {
        self.profile.sentences.running_quotations
    }

    /// Reports whether a full stop belongs to an abbreviation where the danda ends the sentences.
    pub(super) fn has_danda(&self) -> bool {
        self.profile.sentences.danda
    }

    /// Reports whether a word is the name of a letter that initials are spelled with.
    pub(super) fn is_letter_name(&self, word: &str) -> bool {
        self.profile.sentences.letter_names.contains(&word)
    }

    /// Reports whether a word is a unit whose stop ends a sentence before a capital.
    pub(super) fn is_final_unit(&self, word: &str) -> bool {
        self.profile.words.final_units.contains(&word)
    }

    /// Reports whether a word is "year" behind its number, abbreviated.
    pub(super) fn is_year_mark(&self, word: &str) -> bool {
        self.profile.words.year_marks.contains(&word)
    }

    /// Reports whether a word is a label before a number.
    pub(super) fn is_number_label(&self, word: &str) -> bool {
        self.profile.words.number_labels.contains(&word)
    }

    /// Reports whether a semicolon may end a sentence of a list.
    pub(super) fn has_clause_marks(&self) -> bool {
        matches!(self.profile.sentences.extra_mark, Some(ExtraMark::ClauseSemicolon))
    }

    /// Reports whether a colon or a hyphen may end a sentence after certain words.
    pub(super) fn has_credits(&self) -> bool {
        self.credit_words().is_some()
    }

    /// Reports whether a sentence ends where a colon or hyphen comes after `word`.
    pub(super) fn ends_at_credit(&self, word: &str) -> bool {
        self.credit_words().is_some_and(|words| words.contains(&word))
    }

    fn credit_words(&self) -> Option<&'static [&'static str]> {
        match self.profile.sentences.extra_mark {
            Some(ExtraMark::CreditColon(words) | ExtraMark::VerbHyphen(words)) => Some(words),
            _ => None,
        }
    }

    /// Reports whether brackets may be typed the wrong way round.
    pub(super) fn has_mirrored_brackets(&self) -> bool {
        self.profile.sentences.mirrored_brackets
    }

    /// Reports whether the language has a mark of ASCII in addition to `.`, `!` and `?`.
    pub(super) fn has_extra_mark(&self) -> bool {
        self.extra_mark.is_some()
    }

    /// Reports whether a sentence may end with this mark.
    pub(super) fn is_mark(&self, character: char) -> bool {
        if character.is_ascii() {
            return matches!(character, '.' | '!' | '?') || self.extra_mark == Some(character);
        }
        // Armenian sets the two excluded marks inside the word that they stress.
        character >= GREEK_QUESTION_MARK
            && !matches!(character, '՜' | '՞')
            && (character == GREEK_QUESTION_MARK || text::is_sentence_terminal(character))
    }
}
