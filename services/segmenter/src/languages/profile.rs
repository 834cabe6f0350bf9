//! What the file of a language says about it.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::words::Words;

/// The knowledge about one language.
///
/// A file lists only what is special about its language and takes the rest from [`Profile::NONE`].
///
/// `abbreviations` and `sentences` apply to text in this language. The words of `words`, `cues`,
/// `furniture` and `datelines` apply to text in every language: a story may quote another language, carry a foreign agency's
/// dateline, or be too short for its language to be detected. Each entry is still in the file of its
/// language.
#[derive(Debug)]
pub(crate) struct Profile {
    /// The abbreviations. Without them those of `common.rs` apply, and `provenance` says so.
    pub(crate) abbreviations: Option<AbbreviationLists>,
    /// How the language ends its sentences.
    pub(crate) sentences: SentenceRules,
    /// Words that affect the ends of sentences.
    pub(crate) words: SharedWords,
    /// Words that mark bylines, credits, notices and captions.
    pub(crate) cues: Cues,
    /// The words of the page around a story.
    pub(crate) furniture: FurnitureWords,
    /// The words of datelines.
    pub(crate) datelines: DatelineWords,
}

/// How a language ends its sentences.
#[derive(Debug)]
pub(crate) struct SentenceRules {
    /// What separates sentences.
    pub(crate) boundaries: Boundaries,
    /// An ASCII mark that may end a sentence, in addition to `.`, `!` and `?`.
    pub(crate) extra_mark: Option<ExtraMark>,
    /// Whether a quotation in corner brackets is one stretch of its sentence: 「雨だ。行かない。」と述べた。
    pub(crate) running_quotations: bool,
    /// Whether brackets may be typed the wrong way round, as in Arabic script.
    pub(crate) mirrored_brackets: bool,
    /// The sentence model of the language.
    pub(crate) model: SentenceModel,
    /// Whether a full stop belongs to an abbreviation where the danda ends the sentences of the text.
    pub(crate) danda: bool,
    /// Names of letters that initials are spelled with where the stop of the language follows them: `اے۔ جے۔ ملک`
    pub(crate) letter_names: Words,
    /// Times of day and eras.
    pub(crate) times: TimeWords,
}

/// What separates the sentences of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Boundaries {
    /// Marks, which the rules judge by the words around them.
    Marks,
    /// Marks alone, without knowledge of words.
    MarksOnly,
    /// Spaces, which also separate clauses; the language marks no sentence ends.
    Spaces,
    /// Full stops in a text that sets them, spaces in any other.
    StopsOrSpaces,
}

/// An ASCII mark that may end a sentence of a language, in addition to `.`, `!` and `?`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ExtraMark {
    /// The semicolon is the question mark: Greek.
    QuestionSemicolon,
    /// A semicolon ends a sentence if a sentence starter follows: the Romance languages.
    ClauseSemicolon,
    /// The colon stands for the Armenian full stop, which looks like it.
    StopColon,
    /// A colon ends the credit of an agency, whose name ends with one of these words: `تهران - ایرنا:`
    CreditColon(Words),
    /// A hyphen stands for the full stop after one of these verbs: Urdu.
    VerbHyphen(Words),
}

/// Whether a language has weights in the model file, and what kind of text they were trained on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SentenceModel {
    /// The language has no weights: the rules decide alone.
    None,
    /// The training text is of one kind, such as one newspaper.
    UniformText,
    /// The training text is of many kinds, mail and chat among them. Then the habits of the article are
    /// features, and gaps of careless text are candidates. Vietnamese, trained on one newspaper, lost 0.4
    /// points of F1 by these, Portuguese 0.3.
    VariedText,
}

/// Times of day and eras, whose abbreviations may be inside a sentence or at its end.
#[derive(Debug)]
pub(crate) struct TimeWords {
    /// Abbreviations after an hour, in lower case: `a.m`.
    pub(crate) hours: Words,
    /// Abbreviations of eras, in lower case: `b.c`.
    pub(crate) eras: Words,
    /// Words that follow an hour within its sentence: days, months, time zones.
    pub(crate) after_hours: Words,
    /// First words of a sentence that opens with a time: `At 6 a.m. Mr. Smith`.
    pub(crate) prepositions: Words,
}

/// Words that affect the ends of sentences, in text of any language.
#[derive(Debug)]
pub(crate) struct SharedWords {
    /// Units written without a stop: the stop after `1,6 m.` ends the sentence.
    pub(crate) units: Words,
    /// Words of one capital that may open a sentence after a missing space: `end.A boat`.
    pub(crate) one_letter_words: Words,
    /// Pronouns that are always capitalized, so that the capital says nothing: `I thought... I would go`.
    pub(crate) pronouns: Words,
    /// Units and currencies that are abbreviated with a stop: a sentence ends after `5 mil. Kč.` before a capital.
    /// A unit of one letter needs a number before it.
    pub(crate) final_units: Words,
    /// Abbreviations of "year" behind its number: `1998 г.` A sentence may end with them.
    pub(crate) year_marks: Words,
    /// Abbreviated labels before a number, without their stop: after `č. 12.` a sentence may end, because the
    /// number is no ordinal.
    pub(crate) number_labels: Words,
    /// Openings of a sentence that follow a quotation without a mark between them: `「……。」そう笑った。`
    pub(crate) openings_after_quotations: Words,
    /// Letters left of an elided word whose neighbour is capitalized in its place: `'s Avonds`.
    pub(crate) elisions: Words,
    /// Verbs after the speaker of a quotation: `"Why?" Betty asked.`
    pub(crate) speech_verbs: Words,
    /// Ends of a clause that names the speaker of a quotation: `“……。”她说。`
    pub(crate) speech_clause_endings: Words,
    /// Beginnings of a clause that names a source and opens a new sentence: `据介绍，`
    pub(crate) speech_clause_exceptions: Words,
    /// Words before the number of a figure or table: `Figure 1.6`.
    pub(crate) figure_labels: Words,
}

/// Words that mark bylines, credits, notices and captions.
#[derive(Debug)]
pub(crate) struct Cues {
    /// "By" at the start of a byline, in lower case: `By Jane Doe`.
    pub(crate) byline_words: Words,
    /// Labels before a colon or a slash and a name, in lower case: `Author: Jane Doe`.
    pub(crate) byline_labels: Words,
    /// What names follow at the start of a byline, in lower case: `written by Jane Doe`.
    pub(crate) byline_openings: Words,
    /// Words of reporters' roles, in lower case: `Jane Doe, political editor`.
    pub(crate) roles: Words,
    /// Whole bylines without a name, in lower case: `staff reporter`.
    pub(crate) newsrooms: Words,
    /// Reporters' titles that are a word of their own in a short line: `김철수 기자`, `本报记者 张三`.
    pub(crate) reporter_titles: Words,
    /// Words in lower case that may occur between the names of a byline.
    pub(crate) name_connectors: Words,
    /// Openings of a credit, in lower case. Credits may be in brackets after the last sentence.
    pub(crate) credit_openings: Words,
    /// Openings of a notice below the story, in lower case: `read more`.
    pub(crate) notice_openings: Words,
    /// What follows the name in a line below the story that says who its author is: `Jane Doe is a reporter …`.
    pub(crate) author_phrases: Words,
    /// Whole lines below which the story is over: `ENDS`.
    pub(crate) end_marks: Words,
    /// Openings of the line under a picture, in lower case.
    pub(crate) caption_openings: Words,
    /// What a credit in brackets after a caption holds, in lower case: `photo by`.
    pub(crate) caption_credits: Words,
    /// What a line under a picture ends with, without a stop: `王磊 摄`.
    pub(crate) caption_endings: Words,
    /// Where somebody stands in a picture, in brackets: `Jane Doe (left)`.
    pub(crate) caption_positions: Words,
    /// Verbs behind a comma that say who speaks, or where it is written: `Follow me, said the guide.`
    pub(crate) telling_verbs: Words,
    /// Labels of a source, with their colon: `source:`.
    pub(crate) source_labels: Words,
    /// Labels of picture credits before a colon or "by": `Photo: Jane Doe`, `Picture by Jane Doe`.
    pub(crate) picture_labels: Words,
    /// Agencies that sell pictures. Their names close a caption even without a label.
    pub(crate) picture_agencies: Words,
}

/// The words of datelines.
#[derive(Debug)]
pub(crate) struct DatelineWords {
    /// Months and their abbreviations, in lower case and without the stop.
    pub(crate) months: Words,
    /// Days of the week and their abbreviations, in lower case.
    pub(crate) weekdays: Words,
    /// Days of the month that agencies write out.
    pub(crate) number_words: Words,
    /// Words between day, month and year, in lower case: `3 de mayo`.
    pub(crate) date_connectors: Words,
    /// Words in lower case inside the names of places: `Rio de Janeiro`.
    pub(crate) place_connectors: Words,
    /// Labels in capitals that name no place although a dash or colon follows: `EXCLUSIVE:`.
    pub(crate) story_labels: Words,
    /// Story labels that also open the name of a place, where a date or a source follows: `THE HAGUE`.
    pub(crate) place_articles: Words,
    /// Places that agencies write after the reporter's name without a mark: `記者林小明台北`. Knowing the place
    /// is the only way to separate it from the name.
    pub(crate) places_after_reporters: Words,
    /// Countries, states and provinces behind a city: `KYIV, Ukraine`.
    pub(crate) regions: Words,
    /// Cities of the world's news that stand alone before a dash in mixed case: `London — `.
    pub(crate) cities: Words,
    /// Agencies and broadcasters, in lower case; of a longer name the first word.
    pub(crate) agencies: Words,
    /// Agencies in scripts that have no capitals or no spaces, matched as a whole.
    pub(crate) caseless_agencies: Words,
    /// First words of the names of papers and broadcasters, behind a place in capitals: `WONOSOBO, Kabar Jateng`.
    pub(crate) paper_words: Words,
    /// Prepositions before the name of a place, where datelines may be a place and a stop: `bei Hagenfeld`.
    pub(crate) place_prepositions: Words,
    /// Abbreviations of regions behind a city whose stop alone separates them from the story: `Cuernavaca, Mor. …`
    pub(crate) stop_regions: Words,
}

impl Profile {
    /// A profile without entries.
    pub(super) const NONE: Self = Self {
        abbreviations: None,
        sentences: SentenceRules::NONE,
        words: SharedWords::NONE,
        cues: Cues::NONE,
        furniture: FurnitureWords::NONE,
        datelines: DatelineWords::NONE,
    };
}

impl SentenceRules {
    /// The rules of a language that only has `.`, `!` and `?`.
    pub(super) const NONE: Self = Self {
        boundaries: Boundaries::Marks,
        extra_mark: None,
        running_quotations: false,
        mirrored_brackets: false,
        model: SentenceModel::None,
        danda: false,
        letter_names: &[],
        times: TimeWords { hours: &[], eras: &[], after_hours: &[], prepositions: &[] },
    };
}

impl SharedWords {
    /// Empty lists.
    pub(super) const NONE: Self = Self {
        units: &[],
        one_letter_words: &[],
        pronouns: &[],
        final_units: &[],
        year_marks: &[],
        number_labels: &[],
        openings_after_quotations: &[],
        elisions: &[],
        speech_verbs: &[],
        speech_clause_endings: &[],
        speech_clause_exceptions: &[],
        figure_labels: &[],
    };
}

impl Cues {
    /// Empty lists.
    pub(super) const NONE: Self = Self {
        byline_words: &[],
        byline_labels: &[],
        byline_openings: &[],
        roles: &[],
        newsrooms: &[],
        reporter_titles: &[],
        name_connectors: &[],
        credit_openings: &[],
        notice_openings: &[],
        author_phrases: &[],
        end_marks: &[],
        caption_openings: &[],
        caption_credits: &[],
        caption_endings: &[],
        caption_positions: &[],
        source_labels: &[],
        telling_verbs: &[],
        picture_labels: &[],
        picture_agencies: &[],
    };
}

impl DatelineWords {
    /// Empty lists.
    pub(super) const NONE: Self = Self {
        months: &[],
        weekdays: &[],
        number_words: &[],
        date_connectors: &[],
        place_connectors: &[],
        story_labels: &[],
        place_articles: &[],
        places_after_reporters: &[],
        regions: &[],
        cities: &[],
        agencies: &[],
        caseless_agencies: &[],
        paper_words: &[],
        place_prepositions: &[],
        stop_regions: &[],
    };
}

impl ExtraMark {
    /// Returns the character.
    pub(crate) fn character(self) -> char {
        match self {
            Self::QuestionSemicolon | Self::ClauseSemicolon => ';',
            Self::StopColon | Self::CreditColon(_) => ':',
            Self::VerbHyphen(_) => '-',
        }
    }
}
