//! The one table of weights.

/// How much each feature of a sentence counts.
///
/// Features lie between 0 and 1. A sentence's score is the sum of weight × feature; penalties count
/// against it. What is not said otherwise was tuned by hill-climbing the mean of ROUGE-1 and ROUGE-2
/// F1 of three-sentence extracts on one half, by id, of 603 CNN/DailyMail development articles, then
/// rounded; lab/results/summary.md has the scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// 1/√rank of the sentence among the paragraphs' sentences.
    pub position: f64,
    /// Cosine with the whole document.
    pub document: f64,
    /// Mean cosine with the sentences that follow: what a lead announces, the rest takes up.
    pub forward: f64,
    /// Cosine with the headline. By hand: the tuning articles have none.
    pub headline: f64,
    /// Share of the article's name salience that the sentence mentions.
    pub entities: f64,
    /// Share of the ten most frequent terms that the sentence holds.
    pub keywords: f64,
    /// Whether it holds a number.
    pub numbers: f64,
    /// Highest cosine with a sentence already taken (maximal marginal relevance).
    pub redundancy: f64,
    /// Says almost word for word what a sentence already taken says. By hand: such a sentence is taken
    /// only when no other is left.
    pub repetition: f64,
    /// Share of it that is quoted; all of it where it opens with a quotation. By hand, doubled: readers
    /// want the fact before the voice, and ROUGE stays the same.
    pub quotation: f64,
    /// Ends with a question mark. By hand: a summary is to answer, not to ask.
    pub question: f64,
    /// Opens with a word that leans on the sentence before, which is not taken. By hand: ROUGE does
    /// not notice a "He" without its name, readers do.
    pub orphan: f64,
    /// Lacks the final mark that most sentences of the article have: a caption or a heading.
    pub fragment: f64,
    /// How far it falls short of ten words. By hand, doubled: ROUGE stays the same.
    pub short: f64,
    /// How far it goes beyond 35 words.
    pub long: f64,
    /// Belongs to the page around the story. By hand: such a sentence is taken only when no other is left.
    pub boilerplate: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            position: 1.0,
            document: 0.6,
            forward: 0.45,
            headline: 0.6,
            entities: 0.4,
            keywords: 0.1,
            numbers: 0.05,
            redundancy: 0.4,
            repetition: 5.0,
            quotation: 0.5,
            question: 0.3,
            orphan: 0.5,
            fragment: 0.35,
            short: 0.6,
            long: 0.25,
            boilerplate: 10.0,
        }
    }
}
