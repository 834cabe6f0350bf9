//! The settings of the language model.

use std::time::Duration;

use clap::Args;
use runtime::settings::{Environment, Problems, Setting, at_least_one};

use super::client::{Endpoint, Options};

const URL: Setting = Setting::new(
    "abstract-url",
    "WIREDESK_ABSTRACT_URL",
    "OpenAI-compatible endpoint of a language model that writes a summary in its own words, in addition to the extract, \
     such as http://localhost:11434/v1; no model is used if not set (an API key goes into WIREDESK_ABSTRACT_KEY)",
);
const MODEL: Setting = Setting::new(
    "abstract-model",
    "WIREDESK_ABSTRACT_MODEL",
    "Name of the model at the endpoint, such as `qwen2.5:3b`; required with --abstract-url",
);
/// A small model takes a second or two for 80 words on a graphics card, and ten or more on a CPU.
const TIMEOUT: Setting = Setting::new(
    "abstract-timeout",
    "WIREDESK_ABSTRACT_TIMEOUT",
    "Seconds to wait for an answer; the article then gets its extract only",
)
.with_default("30");
/// 400 tokens are enough for 80 words in any language and script.
const TOKENS: Setting =
    Setting::new("abstract-tokens", "WIREDESK_ABSTRACT_TOKENS", "Longest answer, in the model's tokens")
        .with_default("400");

/// The variable that holds the API key. It has no flag, because every user of a machine can read command
/// lines.
const KEY: &str = "WIREDESK_ABSTRACT_KEY";

/// A second attempt succeeds if the server was just restarting. More attempts would only delay the article.
const ATTEMPTS: u32 = 2;

/// The pause before the second attempt.
const PAUSE: Duration = Duration::from_millis(500);

/// The flags of the language model.
#[expect(clippy::struct_field_names, reason = "they are clap's ids, and the custom model has `model`")]
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct EndpointArgs {
    #[arg(long = URL.flag, help = URL.help(), value_name = "URL")]
    abstract_url: Option<String>,
    #[arg(long = MODEL.flag, help = MODEL.help(), value_name = "NAME")]
    abstract_model: Option<String>,
    #[arg(long = TIMEOUT.flag, help = TIMEOUT.help(), value_name = "SECONDS")]
    abstract_timeout: Option<String>,
    #[arg(long = TOKENS.flag, help = TOKENS.help(), value_name = "N")]
    abstract_tokens: Option<String>,
}

impl EndpointArgs {
    /// Returns the client of the endpoint, or `None` if no endpoint is set. Adds every problem to `problems`.
    pub(crate) fn endpoint(
        &self,
        environment: &dyn Environment,
        problems: &mut Problems,
    ) -> Option<Endpoint> {
        self.options(environment, problems).map(Endpoint::new)
    }

    fn options(&self, environment: &dyn Environment, problems: &mut Problems) -> Option<Options> {
        let url = URL.read(self.abstract_url.as_deref(), environment, problems, web_address);
        let model = MODEL.text(self.abstract_model.as_deref(), environment);
        let timeout = TIMEOUT.read(self.abstract_timeout.as_deref(), environment, problems, at_least_one);
        let tokens = TOKENS.read(self.abstract_tokens.as_deref(), environment, problems, at_least_one);
        let url = url?;
        if model.is_none() {
            problems.add("--abstract-url needs a model: name it with --abstract-model");
        }
        Some(Options {
            url,
            model: model?,
            key: environment.variable(KEY),
            timeout: Duration::from_secs(timeout as u64),
            tokens,
            attempts: ATTEMPTS,
            pause: PAUSE,
        })
    }
}

fn web_address(url: &str) -> Result<Option<String>, String> {
    if url.starts_with("http://") || url.starts_with("https://") {
        Ok(Some(url.to_owned()))
    } else {
        Err(format!("`{url}` is not a web address: start it with http:// or https://"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    const ADDRESS: (&str, &str) = ("WIREDESK_ABSTRACT_URL", "http://localhost:11434/v1");

    fn options(environment: &[(&'static str, &'static str)]) -> Result<Option<Options>, String> {
        let environment: HashMap<&str, &str> = environment.iter().copied().collect();
        let mut problems = Problems::default();
        let options = EndpointArgs::default().options(&environment, &mut problems);
        problems.or(options).map_err(|problems| problems.to_string())
    }

    #[test]
    fn uses_no_model_without_an_address() {
        assert!(options(&[]).unwrap().is_none());
        assert!(options(&[("WIREDESK_ABSTRACT_MODEL", "m")]).unwrap().is_none());
    }

    #[test]
    fn needs_an_address_and_a_model_only() {
        let found = options(&[ADDRESS, ("WIREDESK_ABSTRACT_MODEL", "m")]).unwrap().unwrap();
        assert_eq!((found.model.as_str(), found.timeout, found.tokens), ("m", Duration::from_secs(30), 400));
    }

    #[test]
    fn names_the_setting_that_is_wrong() {
        assert!(options(&[ADDRESS]).unwrap_err().contains("--abstract-model"));
        assert!(options(&[("WIREDESK_ABSTRACT_URL", "localhost")]).unwrap_err().contains("http://"));
        let tokens = ("WIREDESK_ABSTRACT_TOKENS", "none");
        let report = options(&[ADDRESS, ("WIREDESK_ABSTRACT_MODEL", "m"), tokens]).unwrap_err();
        assert!(report.starts_with("WIREDESK_ABSTRACT_TOKENS: `none`"), "{report}");
    }
}
