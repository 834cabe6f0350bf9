//! The settings of summarization, for every program that runs the stage.

use clap::Args;
use messages::{ArticleSummarized, EntitiesTagged, Stage};
use runtime::settings::{Environment, Problems, Setting};

use crate::Summarizer;
#[cfg(feature = "abstractive")]
use crate::{abstractive::AbstractiveSummarizer, endpoint::EndpointArgs};

const SUMMARY: Setting = Setting::new(
    "summary",
    "WIREDESK_SUMMARY",
    "Length of the summary: `3` or `sentences:3`, `words:60`, `characters:400`, or `ratio:0.2` of the words",
)
.with_default("3");

/// The stage that [`SummarizerArgs`] builds: a summarizer, with or without a language model.
pub type AnySummarizer = Box<dyn Stage<Input = EntitiesTagged, Output = ArticleSummarized>>;

/// The flags of summarization.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Summarization")]
pub struct SummarizerArgs {
    #[arg(long = SUMMARY.flag, help = SUMMARY.help(), value_name = "LENGTH")]
    summary: Option<String>,
    #[cfg(feature = "abstractive")]
    #[command(flatten)]
    endpoint: EndpointArgs,
}

impl SummarizerArgs {
    /// Builds the stage from flags and environment variables. Adds every problem to `problems`.
    pub fn stage(&self, environment: &dyn Environment, problems: &mut Problems) -> AnySummarizer {
        let summarizer = Summarizer::new(SUMMARY.parse(self.summary.as_deref(), environment, problems));
        #[cfg(feature = "abstractive")]
        if let Some(endpoint) = self.endpoint.endpoint(environment, problems) {
            return Box::new(AbstractiveSummarizer::new(summarizer, endpoint));
        }
        Box::new(summarizer)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn stage(environment: &[(&'static str, &'static str)]) -> Result<AnySummarizer, Problems> {
        let environment: HashMap<&str, &str> = environment.iter().copied().collect();
        let mut problems = Problems::default();
        let stage = SummarizerArgs::default().stage(&environment, &mut problems);
        problems.or(stage)
    }

    #[test]
    fn writes_an_extract_by_default() {
        assert_eq!(stage(&[]).ok().unwrap().identity(), Summarizer::default().identity());
    }

    #[test]
    fn rejects_an_unknown_length() {
        let problems = stage(&[("WIREDESK_SUMMARY", "lines:3")]).err().unwrap().to_string();
        assert!(problems.starts_with("WIREDESK_SUMMARY: unknown unit `lines`: use "), "{problems}");
    }

    #[cfg(feature = "abstractive")]
    #[test]
    fn names_the_language_model_in_the_stages_model() {
        let url = ("WIREDESK_ABSTRACT_URL", "http://localhost:11434/v1");
        let summarizer = stage(&[url, ("WIREDESK_ABSTRACT_MODEL", "tiny")]).ok().unwrap();
        assert!(summarizer.identity().model.ends_with("+tiny"));
    }
}
