//! The weights of the features of a sentence.

/// Declares the weights once: as fields for the code that names them, and as a list for tuning.
macro_rules! weights {
    ($($(#[$doc:meta])+ $name:ident),+ $(,)?) => {
        /// The weight of each feature of a sentence.
        ///
        /// Features lie between 0 and 1. The score of a sentence is the sum of weight × feature. The weights
        /// of flaws are subtracted.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Weights {
            $($(#[$doc])+ pub $name: f64,)+
        }

        impl Weights {
            /// Returns every weight with its name, in the order of declaration.
            pub fn named(&self) -> Vec<(&'static str, f64)> {
                vec![$((stringify!($name), self.$name)),+]
            }

            /// Returns the weight called `name`.
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
    /// 1/√rank of the sentence in the article.
    position,
    /// Cosine with the whole document.
    document,
    /// Mean cosine with the later sentences. The rest of a story explains what its lead announces.
    forward,
    /// Cosine with the headline.
    headline,
    /// Share of the salience of all names that belongs to names in the sentence.
    entities,
    /// Share of the occurrences of the ten most frequent terms that belongs to terms of the sentence.
    keywords,
    /// Whether it has a number.
    numbers,
    /// Whether it has a word that marks news: announced, killed, according to.
    cues,
    /// Highest cosine with another sentence of the extract (maximal marginal relevance).
    redundancy,
    /// Whether another sentence of the extract says almost the same.
    repetition,
    /// Share of it that is quoted: all of it if it opens with a quotation.
    quotation,
    /// Whether it ends with a question mark.
    question,
    /// Whether it opens with a word that refers to the sentence before, and the extract lacks that sentence.
    orphan,
    /// Whether it lacks the final mark that most sentences of the article have, as captions and headings do.
    fragment,
    /// How much shorter than ten words it is.
    short,
    /// How much longer than 35 words it is.
    long,
    /// Whether it belongs to the web page around the story.
    boilerplate,
    /// How much better than the first sentences an extract must be to replace them. It is no feature, and
    /// added for a whole extract.
    lead,
}

/// The cosine from which two sentences say the same.
///
/// Chosen by hand: different sentences of one story rarely share more than half of their terms.
const REPETITION: f32 = 0.75;

impl Weights {
    /// Returns the weights tuned on English news. `model/weights.rs` says how.
    #[rustfmt::skip]
    pub const fn tuned() -> Self {
        include!("../model/weights.rs")
    }

    /// Returns the weights chosen by hand, for languages without tuning articles. Tuning starts from them.
    ///
    /// Position has most weight: on news the first sentences beat the classic graph methods
    /// (lab/results/summary.md). Tuning does not change the weights of flaws that readers notice and ROUGE
    /// does not: repetition, parts of the web page, pronouns without their names, questions and captions. Nor
    /// does it change the weight of the headline, because the tuning articles have none.
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
            lead: 0.0,
        }
    }

    /// Returns the deduction for a sentence whose cosine with a sentence of the extract is `cosine`.
    pub(crate) fn redundancy(&self, cosine: f32) -> f64 {
        let repetition = if cosine >= REPETITION { self.repetition } else { 0.0 };
        self.redundancy * f64::from(cosine) + repetition
    }
}
