//! The catalogue of limits: what a stage did not do for an article.

use schemars::JsonSchema;

use crate::{catalogue, schema::open_to_later_names};

catalogue! {
    /// Something that a stage did not do for an article, or did less well than for others.
    ///
    /// It is a result, not an error: the article goes on. An event's provenance carries the code, among the
    /// `limits` of a stage or as the `reason` why a stage skipped the article.
    #[derive(JsonSchema)]
    #[schemars(transform = open_to_later_names)]
    Limit {
        // Language detection
        DeclaredLanguageOnly = "declared_language_only",
            "the text does not show its language; the publisher's declaration was used";
        NoLetters = "no_letters",
            "the text has no letters to detect a language from";
        TooShort = "too_short",
            "the text is too short to show its language";
        UnsupportedScript = "unsupported_script",
            "the language detector does not support the writing system";

        // Segmentation
        NoAbbreviationsForLanguage = "no_abbreviations_for_language",
            "no list of abbreviations for this language";
        NoSentenceRulesForLanguage = "no_sentence_rules_for_language",
            "no sentence rules for this language; it is split only at end marks, spaces and line breaks";

        // Entity tagging
        FastTierForLanguage = "fast_tier_for_language",
            "the chosen model does not cover this language; the fast tier tagged the names";
        NamesByCapitalsAndGazetteerOnly = "names_by_capitals_and_gazetteer_only",
            "no word lists for this language; names are found by capital letters and the gazetteer only";
        NamesByGazetteerAndGrammarOnly = "names_by_gazetteer_and_grammar_only",
            "no word lists for this language; names are found by the gazetteer and fixed patterns only";
        NamesByRulesOnly = "names_by_rules_only",
            "no trained model for this language; names are found by rules only";
        NoDateGrammarForLanguage = "no_date_grammar_for_language",
            "dates and amounts in words are not read in this language";
        UnreadablePublishedAt = "unreadable_published_at",
            "`published_at` is not a date; dates that depend on it have no value";
        WeekdaysByNearestDay = "weekdays_by_nearest_day",
            "the tenses of this language are not read; a weekday is the one nearest to the day of publication";

        // Summarization
        NoSentences = "no_sentences",
            "there are no sentences to choose from";
        OnlyFurniture = "only_furniture",
            "the text is only furniture of its page; there is no story to summarize";
        NoStopWordsForLanguage = "no_stop_words_for_language",
            "no stop words for this language; keywords are less precise";
        WeightsNotTunedForLanguage = "weights_not_tuned_for_language",
            "the weights for choosing sentences were not tuned for this language";

        // The abstract that a language model writes
        AbstractDeclined = "abstract_declined",
            "no abstract: the language model declined to write one";
        AbstractEmpty = "abstract_empty",
            "no abstract: the language model's answer had no text";
        AbstractRefused = "abstract_refused",
            "no abstract: the language model's server refused the request";
        AbstractTimedOut = "abstract_timed_out",
            "no abstract: the language model did not answer in time";
        AbstractTooLarge = "abstract_too_large",
            "no abstract: the language model's answer was too long for a summary";
        AbstractUnavailable = "abstract_unavailable",
            "no abstract: the language model's server was overloaded or failing";
        AbstractUnreachable = "abstract_unreachable",
            "no abstract: the language model's server could not be reached";
        AbstractUnreadable = "abstract_unreadable",
            "no abstract: the language model's answer did not have the expected format";
    }
}
