//! The article as the core reads it: text and byte spans, without wire types.

use text::Span;

use crate::lexicon::profile;

/// An article with its sentences and names.
///
/// ```
/// use summarizer::Story;
/// use text::Span;
///
/// let body = "北京今天下雨。明天放晴。";
/// let sentences = vec![Span::new(0, 21), Span::new(21, 36)];
/// let story = Story { body, language: "zh", sentences, ..Story::default() };
/// assert_eq!(story.separator(), "");
/// assert_eq!(story.sentences[1].of(body), "明天放晴。");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Story<'a> {
    /// The body, which all spans point into.
    pub body: &'a str,
    /// The headline; empty if there is none.
    pub headline: &'a str,
    /// BCP 47 primary subtag of the language; `und` if undetermined.
    pub language: &'a str,
    /// The sentences of the paragraphs in reading order. The extract is chosen from them.
    pub sentences: Vec<Span>,
    /// The salience of each person, organisation, place or other name, 0 to 1.
    pub names: Vec<f64>,
    /// The mentions of the names in these sentences, in reading order.
    pub mentions: Vec<NameMention>,
}

impl Story<'_> {
    /// Returns the text between two sentences of an extract: a space, or nothing in languages such as
    /// Chinese.
    pub fn separator(&self) -> &'static str {
        if profile(self.language).spaces_sentences { " " } else { "" }
    }
}

/// One occurrence of a name.
#[derive(Debug, Clone, Copy)]
pub struct NameMention {
    /// The bytes of the mention in the body.
    pub span: Span,
    /// The name, as an index into [`Story::names`].
    pub name: usize,
}
