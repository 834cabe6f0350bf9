//! What the core reads: an article's text and the spans found in it, in bytes.

use text::Span;

/// An article as the core sees it.
#[derive(Debug, Clone, Default)]
pub struct Story<'a> {
    /// The body that all spans point into.
    pub body: &'a str,
    /// The headline; empty where there is none.
    pub headline: &'a str,
    /// BCP 47 primary subtag of the language, `und` where undetermined.
    pub language: &'a str,
    /// The sentences of the paragraphs in reading order: the candidates for the extract.
    pub sentences: Vec<Span>,
    /// The salience, 0 to 1, of each person, organisation, place or other name.
    pub names: Vec<f64>,
    /// Where the names stand in these sentences, in reading order.
    pub mentions: Vec<NameMention>,
}

/// Languages written without a space between sentences.
const WITHOUT_SPACES: [&str; 5] = ["ja", "lzh", "wuu", "yue", "zh"];

impl Story<'_> {
    /// What stands between two sentences of an extract.
    pub fn joint(&self) -> &'static str {
        if WITHOUT_SPACES.contains(&self.language) { "" } else { " " }
    }
}

/// One occurrence of a name.
#[derive(Debug, Clone, Copy)]
pub struct NameMention {
    /// Where it stands in the body.
    pub span: Span,
    /// Index into [`Story::names`].
    pub name: usize,
}
