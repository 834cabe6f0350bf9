//! The settings of language detection, for every program that runs the stage.

use clap::Args;
use runtime::settings::{Environment, Problems, Setting};

use crate::LanguageDetector;

const LANGUAGES: Setting = Setting::new(
    "languages",
    "WIREDESK_LANGUAGES",
    "Languages that can be detected: `all`, `only:en,de` or `not:nn,gl`",
)
.with_default("all");

/// The flags of language detection.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Language detection")]
pub struct DetectorArgs {
    #[arg(long = LANGUAGES.flag, help = LANGUAGES.help(), value_name = "CHOICE")]
    languages: Option<String>,
}

impl DetectorArgs {
    /// Builds the stage from flags and environment variables. Adds every problem to `problems`.
    pub fn stage(&self, environment: &dyn Environment, problems: &mut Problems) -> LanguageDetector {
        let languages = LANGUAGES.parse(self.languages.as_deref(), environment, problems);
        LanguageDetector::new().choosing(languages)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use messages::Stage;

    use super::*;

    fn stage(environment: &[(&'static str, &'static str)]) -> Result<LanguageDetector, Problems> {
        let environment: HashMap<&str, &str> = environment.iter().copied().collect();
        let mut problems = Problems::default();
        let stage = DetectorArgs::default().stage(&environment, &mut problems);
        problems.or(stage)
    }

    #[test]
    fn detects_all_languages_by_default() {
        assert_eq!(stage(&[]).unwrap().identity(), LanguageDetector::new().identity());
    }

    #[test]
    fn names_the_choice_of_languages_in_the_model() {
        let detector = stage(&[("WIREDESK_LANGUAGES", "only:en,de")]).unwrap();
        assert!(detector.identity().model.ends_with(" only:de,en"), "{}", detector.identity().model);
    }

    #[test]
    fn rejects_an_unknown_language() {
        let problems = stage(&[("WIREDESK_LANGUAGES", "english")]).unwrap_err().to_string();
        assert!(problems.starts_with("WIREDESK_LANGUAGES: unknown language `english`: use "), "{problems}");
    }
}
