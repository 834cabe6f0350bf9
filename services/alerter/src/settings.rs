//! The settings of the alerter.

use std::path::PathBuf;

use clap::Args;
use messages::StageName;
use runtime::{
    bus::check_durable_name,
    settings::{Environment, Problems, ServiceArgs, ServiceSettings, Setting},
};

const RULES: Setting = Setting::new(
    "rules",
    "WIREDESK_ALERTS_RULES",
    "The rules: a TOML file, or a folder whose TOML files are read; they are read again while the command runs",
);
const NAME: Setting = Setting::new(
    "name",
    "WIREDESK_ALERTS_NAME",
    "Name under which the server keeps the place; processes with one name share the articles",
)
.with_default("alerter");

const STORIES: Setting = Setting::new(
    "stories",
    "WIREDESK_ALERTS_STORIES",
    "Read the articles of the story-linker, so that rules can ask for stories",
);

/// The flags of the alerter.
#[derive(Debug, Clone, Default, Args)]
pub struct AlerterArgs {
    #[arg(help = RULES.help(), value_name = "RULES")]
    rules: Option<String>,
    #[arg(long = NAME.flag, help = NAME.help(), value_name = "NAME")]
    name: Option<String>,
    #[arg(long = STORIES.flag, help = STORIES.switch_help())]
    stories: bool,
    #[command(flatten)]
    service: ServiceArgs,
}

/// The checked settings of the alerter.
#[derive(Debug)]
pub(crate) struct AlerterSettings {
    /// The file or folder with the rules.
    pub(crate) rules: PathBuf,
    /// The name under which the server keeps the place.
    pub(crate) name: String,
    /// Whose articles are read: those of the summarizer, or of the story-linker.
    pub(crate) input: StageName,
    pub(crate) service: ServiceSettings,
}

impl AlerterArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub(crate) fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> AlerterSettings {
        let rules = RULES.text(self.rules.as_deref(), environment).unwrap_or_default();
        if rules.is_empty() {
            problems.add("name the file or folder with the rules: `wiredesk alerts run RULES`");
        }
        AlerterSettings {
            rules: rules.into(),
            name: NAME.read(self.name.as_deref(), environment, problems, check_durable_name),
            input: if STORIES.is_on(self.stories, environment, problems) {
                StageName::Link
            } else {
                StageName::Summarize
            },
            service: self.service.resolve(environment, problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn the_rules_are_needed_and_the_name_has_a_default() {
        let resolve = |variables: &[(&'static str, &'static str)]| {
            let environment: HashMap<&str, &str> = variables.iter().copied().collect();
            let mut problems = Problems::default();
            let settings = AlerterArgs::default().resolve(&environment, &mut problems);
            problems.or(settings).map_err(|problems| problems.to_string())
        };
        let report = resolve(&[("WIREDESK_ALERTS_NAME", "a.b")]).unwrap_err();
        assert!(
            report.starts_with("2 settings need attention:") && report.contains("alerts run RULES"),
            "{report}"
        );
        let settings = resolve(&[("WIREDESK_ALERTS_RULES", "rules")]).unwrap();
        assert_eq!((settings.name.as_str(), settings.rules), ("alerter", PathBuf::from("rules")));
        assert_eq!(settings.input, StageName::Summarize);
        let settings =
            resolve(&[("WIREDESK_ALERTS_RULES", "rules"), ("WIREDESK_ALERTS_STORIES", "true")]).unwrap();
        assert_eq!(settings.input, StageName::Link);
    }
}
