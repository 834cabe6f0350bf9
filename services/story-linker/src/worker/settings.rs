//! The settings of the story-linker.

use std::time::Duration;

use clap::Args;
use runtime::settings::{Environment, Problems, ServiceArgs, ServiceSettings, Setting, duration};

const WINDOW: Setting = Setting::new(
    "window",
    "WIREDESK_STORY_WINDOW",
    "How long an article is compared with later ones, such as `24h` or `7d`. A story goes on as long as its articles follow each other within this time. A longer window takes more memory",
)
.with_default("72h");

/// The flags of the story-linker.
#[derive(Debug, Clone, Default, Args)]
pub struct LinkerArgs {
    #[arg(long = WINDOW.flag, help = WINDOW.help(), value_name = "TIME")]
    window: Option<String>,
    #[command(flatten)]
    service: ServiceArgs,
}

/// The checked settings of the story-linker.
#[derive(Debug)]
pub(crate) struct LinkerSettings {
    /// How long an article is compared with later ones.
    pub(crate) window: Duration,
    pub(crate) service: ServiceSettings,
}

impl LinkerArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub(crate) fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> LinkerSettings {
        LinkerSettings {
            window: WINDOW.read(self.window.as_deref(), environment, problems, duration),
            service: self.service.resolve(environment, problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn resolve(variables: &[(&'static str, &'static str)]) -> Result<LinkerSettings, String> {
        let environment: HashMap<&str, &str> = variables.iter().copied().collect();
        let mut problems = Problems::default();
        let settings = LinkerArgs::default().resolve(&environment, &mut problems);
        problems.or(settings).map_err(|problems| problems.to_string())
    }

    #[test]
    fn the_window_is_three_days_unless_it_is_set() {
        assert_eq!(resolve(&[]).unwrap().window, Duration::from_hours(72));
        assert_eq!(resolve(&[("WIREDESK_STORY_WINDOW", "36h")]).unwrap().window, Duration::from_hours(36));
        assert!(resolve(&[("WIREDESK_STORY_WINDOW", "long")]).unwrap_err().contains("WIREDESK_STORY_WINDOW"));
    }
}
