//! A summary written by a language model, in addition to the extract.
//!
//! The stage is pure; the model is behind the trait [`Completion`]. The extract stays the text of the
//! summary. If the model fails, provenance names the reason and the article goes on: a failing model must not
//! make dead letters.

mod claims;
mod prompt;

pub use claims::unsupported_claims;
pub use prompt::Prompt;

use std::fmt;

use messages::{
    Abstract, ArticleSummarized, EntitiesTagged, Event as _, Limit, Outcome, Rejection, Stage, StageIdentity,
};

use crate::stage::Summarizer;

/// Longest answer that counts as a summary, in words. In a longer one the model retells the article or
/// repeats itself.
const MOST_WORDS: usize = 200;

/// A language model that completes prompts. The implementation decides on time limits and repeated attempts.
pub trait Completion: Send + Sync + 'static {
    /// Returns the answer of the model.
    fn complete(&self, prompt: &Prompt) -> Result<String, Failure>;

    /// Returns the name of the model.
    fn model(&self) -> &str;
}

/// The reason why there is no abstract. On the wire it is one of the limits in provenance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The server did not answer in time.
    TimedOut,
    /// The connection to the server failed.
    Unreachable,
    /// The server is overloaded or has an internal error.
    Unavailable,
    /// The server refused the request.
    Refused,
    /// The answer is too long for a summary, in bytes or in words.
    TooLarge,
    /// The answer does not follow the protocol.
    Unreadable,
    /// The answer has no text.
    Empty,
    /// The model declined to write a summary.
    Declined,
}

impl Failure {
    /// Returns the limit that provenance records.
    pub fn limit(self) -> Limit {
        match self {
            Self::TimedOut => Limit::AbstractTimedOut,
            Self::Unreachable => Limit::AbstractUnreachable,
            Self::Unavailable => Limit::AbstractUnavailable,
            Self::Refused => Limit::AbstractRefused,
            Self::TooLarge => Limit::AbstractTooLarge,
            Self::Unreadable => Limit::AbstractUnreadable,
            Self::Empty => Limit::AbstractEmpty,
            Self::Declined => Limit::AbstractDeclined,
        }
    }

    /// Reports whether another attempt may succeed.
    pub fn is_transient(self) -> bool {
        matches!(self, Self::TimedOut | Self::Unreachable | Self::Unavailable)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.limit().code())
    }
}

/// A [`Summarizer`] that also asks a language model for a summary.
///
/// Unlike every other stage it may give different bytes for the same article, because the model may.
pub struct AbstractiveSummarizer<C> {
    identity: StageIdentity,
    summarizer: Summarizer,
    completion: C,
}

impl<C: Completion> AbstractiveSummarizer<C> {
    /// Creates a summarizer that asks `completion` for each article.
    pub fn new(summarizer: Summarizer, completion: C) -> Self {
        let extract = summarizer.identity();
        let model = format!("{}+{}", extract.model, completion.model());
        Self { identity: StageIdentity { model, ..extract.clone() }, summarizer, completion }
    }

    fn write(&self, event: &EntitiesTagged) -> Result<Abstract, Failure> {
        let article = &event.article;
        let headline = article.headline.as_deref().unwrap_or_default();
        let language = event.language().unwrap_or(messages::UNDETERMINED);
        let answer = self.completion.complete(&Prompt::new(headline, &article.body, language))?;
        let text = checked(&answer)?;
        let source = format!("{headline}\n{}", article.body);
        let unsupported_claims = unsupported_claims(&source, &text, language);
        Ok(Abstract { text, model: self.completion.model().to_owned(), unsupported_claims })
    }
}

impl<C: Completion> Stage for AbstractiveSummarizer<C> {
    type Input = EntitiesTagged;
    type Output = ArticleSummarized;

    fn identity(&self) -> &StageIdentity {
        &self.identity
    }

    fn process(&self, input: EntitiesTagged) -> Result<ArticleSummarized, Rejection> {
        let (mut summary, mut by) = self.summarizer.summarize(&input);
        by.model.clone_from(&self.identity.model);
        if by.outcome == Outcome::Ok {
            match self.write(&input) {
                Ok(written) => summary.written = Some(written),
                Err(failure) => by = by.with_limits([failure.limit()]),
            }
        }
        Ok(input.summarized(summary, by))
    }
}

/// Openings of answers that decline to summarize.
const DECLINED: [&str; 8] =
    ["i'm sorry", "i am sorry", "sorry, ", "i cannot ", "i can't ", "i am unable", "i'm unable", "as an ai"];

/// Returns the answer on one line, if it is neither empty nor too long nor a refusal.
fn checked(answer: &str) -> Result<String, Failure> {
    let text = answer.split_whitespace().collect::<Vec<_>>().join(" ");
    let opening = text.chars().take(16).collect::<String>().to_lowercase().replace('’', "'");
    if text.is_empty() {
        return Err(Failure::Empty);
    }
    if DECLINED.iter().any(|declined| opening.starts_with(declined)) {
        return Err(Failure::Declined);
    }
    if text::words(&text).count() > MOST_WORDS {
        return Err(Failure::TooLarge);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_the_lines_of_an_answer() {
        assert_eq!(
            checked(" Rain fell.\n\nTrams stood still. "),
            Ok("Rain fell. Trams stood still.".to_owned())
        );
    }

    #[test]
    fn rejects_an_answer_that_is_not_a_summary() {
        assert_eq!(checked(" \n"), Err(Failure::Empty));
        assert_eq!(checked("I’m sorry, but I can't help with that."), Err(Failure::Declined));
        assert_eq!(checked(&"rain ".repeat(201)), Err(Failure::TooLarge));
    }
}
