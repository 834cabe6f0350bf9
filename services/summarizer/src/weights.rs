//! The weights: what counts in a sentence, and how much.

/// Declares the weights once, for code that names them and for tuning, which counts them.
macro_rules! weights {
    ($($(#[$doc:meta])+ $name:ident),+ $(,)?) => {
        /// How much each feature of a sentence counts.
        ///
        /// Features lie between 0 and 1. A sentence's score is the sum of weight × feature; penalties count
        /// against it.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Weights {
            $($(#[$doc])+ pub $name: f64,)+
        }

        impl Weights {
            /// Every weight with its name, in the order of declaration.
            pub fn named(&self) -> Vec<(&'static str, f64)> {
                vec![$((stringify!($name), self.$name)),+]
            }

            /// The weight called `name`.
            pub fn get_mut(&mut self, name: &str) -> Option<&mut f64> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)+
                    _ => None,
                }
            }
        }
    };
}

weights! {
    /// 1/√rank of the sentence among the paragraphs' sentences.
    position,
    /// Cosine with the whole document.
    document,
    /// Mean cosine with the sentences that follow: what a lead announces, the rest takes up.
    forward,
    /// Cosine with the headline.
    headline,
    /// Share of the article's name salience that the sentence mentions.
    entities,
    /// Share of the ten most frequent terms that the sentence holds.
    keywords,
    /// Whether it holds a number.
    numbers,
    /// Whether it has a word that news turns on: announced, killed, according to.
    cues,
    /// Highest cosine with another sentence of the extract (maximal marginal relevance).
    redundancy,
    /// Says almost word for word what another sentence of the extract says.
    repetition,
    /// Share of it that is quoted; all of it where it opens with a quotation.
    quotation,
    /// Ends with a question mark.
    question,
    /// Opens with a word that leans on the sentence before, which is not taken.
    orphan,
    /// Lacks the final mark that most sentences of the article have: a caption or a heading.
    fragment,
    /// How far it falls short of ten words.
    short,
    /// How far it goes beyond 35 words.
    long,
    /// Belongs to the page around the story.
    boilerplate,
}

/// The language whose articles the weights were tuned on.
const TUNED_LANGUAGE: &str = "en";

impl Weights {
    /// Tuned on English news: `model/weights.rs` says how.
    #[rustfmt::skip]
    pub const fn tuned() -> Self {
        include!("../model/weights.rs")
    }

    /// Weights by hand, for languages without tuning articles; tuning starts from them.
    ///
    /// Position leads: on news the first sentences beat the classic graph methods (lab/results/summary.md). What readers see and ROUGE does not is settled here for good: a repetition or a piece of the page
    /// is taken only when nothing else is left; a "He" without its name, a question and a caption need a great deal to
    /// speak for them. The headline counts as much as the document; the tuning articles have none.
    pub const fn neutral() -> Self {
        Self {
            position: 1.0,
            document: 0.6,
            forward: 0.45,
            headline: 0.6,
            entities: 0.3,
            keywords: 0.1,
            numbers: 0.1,
            cues: 0.1,
            redundancy: 0.4,
            repetition: 5.0,
            quotation: 0.5,
            question: 0.8,
            orphan: 0.6,
            fragment: 1.0,
            short: 0.6,
            long: 0.4,
            boilerplate: 10.0,
        }
    }

    /// Whether there are weights tuned on this language (a BCP 47 primary subtag).
    pub fn are_tuned_for(language: &str) -> bool {
        language == TUNED_LANGUAGE
    }

    /// The weights for a language.
    pub fn of(language: &str) -> Self {
        if Self::are_tuned_for(language) { Self::tuned() } else { Self::neutral() }
    }
}
