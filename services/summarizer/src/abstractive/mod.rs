//! A summary in a language model's own words, beside the extract. Pure: the model is behind [`Completion`].
//!
//! The extract is made in any case and stays the summary's text. Whatever goes wrong with the model is a reason in
//! provenance, never an error: an article is not set aside because a model was down.

mod claims;
mod prompt;

pub use claims::unsupported_claims;
pub use prompt::Prompt;

use std::fmt;

use messages::{
    Abstract, ArticleSummarized, EntitiesTagged, Event as _, Outcome, Rejection, Stage, StageIdentity,
};

use crate::Summarizer;

/// Longest answer that is taken for a summary, in words: past it a model retells, or repeats itself.
const MOST_WORDS: usize = 200;

/// Asks a language model. Effects, waiting and repetition are up to whoever implements it.
pub trait Completion: Send + Sync + 'static {
    /// What the model answers.
    fn complete(&self, prompt: &Prompt) -> Result<String, Failure>;

    /// The name of the model.
    fn model(&self) -> &str;
}

/// Why there is no abstract. On the wire it is one of the limits in provenance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The answer did not come in time.
    TimedOut,
    /// Nobody answered.
    Unreachable,
    /// The server cannot at the moment: too many requests, or trouble of its own.
    Unavailable,
    /// The server said no.
    Refused,
    /// The answer is larger than any summary, in bytes or in words.
    TooLarge,
    /// The answer is not what the protocol says.
    Unreadable,
    /// The answer has no text.
    Empty,
    /// The model answered that it will not.
    Declined,
}

impl Failure {
    /// As it stands in provenance.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TimedOut => "abstract_timed_out",
            Self::Unreachable => "abstract_unreachable",
            Self::Unavailable => "abstract_unavailable",
            Self::Refused => "abstract_refused",
            Self::TooLarge => "abstract_too_large",
            Self::Unreadable => "abstract_unreadable",
            Self::Empty => "abstract_empty",
            Self::Declined => "abstract_declined",
        }
    }

    /// Whether asking again may help.
    pub fn is_transient(self) -> bool {
        matches!(self, Self::TimedOut | Self::Unreachable | Self::Unavailable)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A [`Summarizer`] that also has a language model write.
///
/// Unlike every other stage it need not give the same bytes twice: that is up to the model.
pub struct AbstractiveSummarizer<C> {
    identity: StageIdentity,
    summarizer: Summarizer,
    completion: C,
}

impl<C: Completion> AbstractiveSummarizer<C> {
    /// A summarizer that asks `completion` for each article.
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
                Err(failure) => by = by.with_limits([failure.as_str()]),
            }
        }
        Ok(input.summarized(summary, by))
    }
}

/// Openings of an answer that is no summary.
const DECLINED: [&str; 8] =
    ["i'm sorry", "i am sorry", "sorry, ", "i cannot ", "i can't ", "i am unable", "i'm unable", "as an ai"];

/// The answer as a summary: on one line, and neither empty, endless nor a refusal.
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
    fn an_answer_is_put_on_one_line() {
        assert_eq!(
            checked(" Rain fell.\n\nTrams stood still. "),
            Ok("Rain fell. Trams stood still.".to_owned())
        );
    }

    #[test]
    fn what_is_no_summary_is_told_apart() {
        assert_eq!(checked(" \n"), Err(Failure::Empty));
        assert_eq!(checked("I’m sorry, but I can't help with that."), Err(Failure::Declined));
        assert_eq!(checked(&"rain ".repeat(201)), Err(Failure::TooLarge));
    }
}
