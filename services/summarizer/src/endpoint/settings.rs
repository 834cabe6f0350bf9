//! Flags and environment variables of the language model.

use std::time::Duration;

use clap::Args;
use runtime::settings::{Environment, Problems, Setting};

use super::{Endpoint, Settings};

/// Asked by default for so long. A small model on a graphics card takes a second or two for 80 words, on a processor ten or more.
const TIMEOUT: u32 = 30;

/// Enough for 80 words in any language and script.
const TOKENS: u32 = 400;

/// The second attempt meets a server that was just restarting; more would only hold the article up.
const ATTEMPTS: u32 = 2;

const PAUSE: Duration = Duration::from_millis(500);

/// The language model that writes beside the extract. Its key comes from WIREDESK_ABSTRACT_KEY alone.
#[derive(Debug, Default, Args)]
pub(crate) struct AbstractArgs {
    /// OpenAI-compatible endpoint that writes a summary beside the extract, such as http://localhost:11434/v1; nothing is asked without it [env: WIREDESK_ABSTRACT_URL]
    #[arg(id = "abstract_url", long = "abstract-url", value_name = "URL")]
    url: Option<String>,
    /// Its model [env: WIREDESK_ABSTRACT_MODEL]
    #[arg(id = "abstract_model", long = "abstract-model", value_name = "NAME")]
    model: Option<String>,
    /// Seconds to wait for an answer [env: WIREDESK_ABSTRACT_TIMEOUT] [default: 30]
    #[arg(id = "abstract_timeout", long = "abstract-timeout", value_name = "SECONDS")]
    timeout: Option<String>,
    /// Longest answer, in the model's tokens [env: WIREDESK_ABSTRACT_TOKENS] [default: 400]
    #[arg(id = "abstract_tokens", long = "abstract-tokens", value_name = "COUNT")]
    tokens: Option<String>,
}

impl AbstractArgs {
    /// The endpoint, where one is asked for.
    pub(crate) fn endpoint(
        &self,
        environment: &dyn Environment,
        problems: &mut Problems,
    ) -> Option<Endpoint> {
        self.settings(environment, problems).map(Endpoint::new)
    }

    fn settings(&self, environment: &dyn Environment, problems: &mut Problems) -> Option<Settings> {
        let url = Setting::new("--abstract-url", "WIREDESK_ABSTRACT_URL", self.url.as_deref());
        let model = Setting::new("--abstract-model", "WIREDESK_ABSTRACT_MODEL", self.model.as_deref());
        let timeout =
            Setting::new("--abstract-timeout", "WIREDESK_ABSTRACT_TIMEOUT", self.timeout.as_deref());
        let tokens = Setting::new("--abstract-tokens", "WIREDESK_ABSTRACT_TOKENS", self.tokens.as_deref());
        let key = Setting::new("", "WIREDESK_ABSTRACT_KEY", None);
        let url = url.check(environment, None, problems, web_address)?;
        let model = model.optional(environment).or_else(|| {
            problems.add("--abstract-model: name the model that --abstract-url is to run");
            None
        })?;
        let timeout = timeout.check(environment, TIMEOUT, problems, above_zero);
        Some(Settings {
            url,
            model,
            key: key.optional(environment),
            timeout: Duration::from_secs(timeout.into()),
            tokens: tokens.check(environment, TOKENS, problems, above_zero),
            attempts: ATTEMPTS,
            pause: PAUSE,
        })
    }
}

fn web_address(url: &str) -> Result<Option<String>, String> {
    if url.starts_with("http://") || url.starts_with("https://") {
        Ok(Some(url.to_owned()))
    } else {
        Err(format!("`{url}` is no address of a web service: it begins with http:// or https://"))
    }
}

fn above_zero(value: &str) -> Result<u32, String> {
    match value.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("`{value}` is no whole number above zero")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn settings(environment: &[(&'static str, &'static str)]) -> Result<Option<Settings>, String> {
        let environment: HashMap<&str, &str> = environment.iter().copied().collect();
        let mut problems = Problems::default();
        let settings = AbstractArgs::default().settings(&environment, &mut problems);
        problems.or(settings).map_err(|problems| problems.to_string())
    }

    #[test]
    fn without_an_address_no_model_is_asked() {
        assert!(settings(&[]).unwrap().is_none());
        assert!(settings(&[("WIREDESK_ABSTRACT_MODEL", "m")]).unwrap().is_none());
    }

    #[test]
    fn an_address_and_a_model_suffice() {
        let url = ("WIREDESK_ABSTRACT_URL", "http://localhost:11434/v1");
        let found = settings(&[url, ("WIREDESK_ABSTRACT_MODEL", "m")]).unwrap().unwrap();
        assert_eq!((found.model.as_str(), found.timeout, found.tokens), ("m", Duration::from_secs(30), 400));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let url = ("WIREDESK_ABSTRACT_URL", "http://localhost:11434/v1");
        assert!(settings(&[url]).unwrap_err().contains("--abstract-model"));
        assert!(settings(&[("WIREDESK_ABSTRACT_URL", "localhost")]).unwrap_err().contains("http://"));
        let tokens = ("WIREDESK_ABSTRACT_TOKENS", "none");
        assert!(settings(&[url, ("WIREDESK_ABSTRACT_MODEL", "m"), tokens]).unwrap_err().contains("none"));
    }
}
