//! The settings of entity tagging: the tier that finds names, and its model.

use std::{path::Path, str::FromStr};

use clap::Args;
use encoder::{Precision, TokenClassifier};
use runtime::settings::{Environment, Problems, Setting};

use crate::{EntityTagger, custom_model::CustomModelArgs};

/// The folder of the accurate tier's model in the repository. Errors name it.
const IN_THE_REPOSITORY: &str = "services/entity-tagger/model/accurate";

const TIER: Setting = Setting::new(
    "tier",
    "WIREDESK_TIER",
    "Tier that finds names: `fast`, or `accurate`, which adds a transformer for 50 languages",
)
.with_default("fast");
const WEIGHTS: Setting = Setting::new("weights", "WIREDESK_WEIGHTS", "Folder of the accurate tier's model");

/// The flags of entity tagging, for every program that tags.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Entity tagging")]
pub struct TaggerArgs {
    #[arg(long = TIER.flag, help = TIER.help(), value_name = "TIER")]
    tier: Option<String>,
    #[arg(long = WEIGHTS.flag, help = WEIGHTS.help(), value_name = "DIR")]
    weights: Option<String>,
    #[command(flatten)]
    custom_model: CustomModelArgs,
}

/// A tier of entity tagging.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Tier {
    #[default]
    Fast,
    Accurate,
}

impl FromStr for Tier {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "fast" => Ok(Self::Fast),
            "accurate" => Ok(Self::Accurate),
            _ => Err(format!("unknown tier `{name}`: use `fast` or `accurate`")),
        }
    }
}

impl TaggerArgs {
    /// Builds the stage from flags and environment variables.
    ///
    /// If a setting is wrong, adds a problem and returns the fast tier, so that the other settings are
    /// checked too.
    pub fn stage(&self, environment: &dyn Environment, problems: &mut Problems) -> EntityTagger {
        let tier = TIER.parse(self.tier.as_deref(), environment, problems);
        if let Some(folder) = self.custom_model.folder(environment) {
            if tier == Tier::Accurate {
                problems.add("--tier accurate and --model exclude each other: set only one".to_owned());
            }
            return self.custom_model.tagger(&folder, environment, problems);
        }
        self.custom_model.check_without_model(problems);
        match (tier, WEIGHTS.text(self.weights.as_deref(), environment)) {
            (Tier::Fast, _) => EntityTagger::new(),
            (Tier::Accurate, None) => {
                problems.add(format!(
                    "--tier accurate needs its model: set --weights DIR or WIREDESK_WEIGHTS \
                     (in the repository: {IN_THE_REPOSITORY})"
                ));
                EntityTagger::new()
            }
            (Tier::Accurate, Some(folder)) => {
                match TokenClassifier::open(Path::new(&folder), Precision::Int8) {
                    Ok(classifier) => EntityTagger::accurate(classifier),
                    Err(error) => {
                        problems.add(format!(
                            "--weights {folder}: {error} (in the repository: {IN_THE_REPOSITORY})"
                        ));
                        EntityTagger::new()
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use clap::Parser;
    use messages::Stage;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        tagger: TaggerArgs,
    }

    fn problems(environment: &HashMap<&str, &str>) -> String {
        let mut problems = Problems::default();
        TaggerArgs::default().stage(environment, &mut problems);
        problems.or(()).map_or_else(|problems| problems.to_string(), |()| String::new())
    }

    fn check(environment: &[(&'static str, &'static str)], expected: &[&str]) {
        let problems = problems(&environment.iter().copied().collect());
        for part in expected {
            assert!(problems.contains(part), "{part:?} is missing in {problems:?}");
        }
    }

    #[test]
    fn rejects_a_wrong_tier_or_weights_with_a_remedy() {
        check(&[("WIREDESK_TIER", "best")], &["unknown tier `best`: use `fast` or `accurate`"]);
        check(&[("WIREDESK_TIER", "accurate")], &["--weights DIR", IN_THE_REPOSITORY]);
        let missing = [("WIREDESK_TIER", "accurate"), ("WIREDESK_WEIGHTS", "no/such")];
        check(&missing, &["--weights no/such", "there is no such folder", IN_THE_REPOSITORY]);
        let file = [("WIREDESK_TIER", "accurate"), ("WIREDESK_WEIGHTS", "Cargo.toml")];
        check(&file, &["--weights Cargo.toml", "a file, not a folder", IN_THE_REPOSITORY]);
    }

    #[test]
    fn rejects_a_wrong_model_folder_with_the_file_and_a_remedy() {
        check(
            &[("WIREDESK_MODEL", "no/such")],
            &["--model no/such: config.json: there is no such folder", "give the folder"],
        );
        check(&[("WIREDESK_MODEL", "src")], &["--model src: config.json: no such file", "copy it"]);
        let two = [("WIREDESK_MODEL", "no/such"), ("WIREDESK_TIER", "accurate")];
        check(&two, &["exclude each other", "there is no such folder"]);
        let more = [("WIREDESK_MODEL", "no/such"), ("WIREDESK_MODEL_PRECISION", "int4")];
        check(&more, &["unknown precision `int4`", "there is no such folder"]);
        let device = [("WIREDESK_MODEL", "no/such"), ("WIREDESK_MODEL_DEVICE", "tpu")];
        check(&device, &["WIREDESK_MODEL_DEVICE", "unknown device `tpu`"]);
    }

    #[test]
    fn rejects_a_flag_of_a_custom_model_without_the_model() {
        let report = |line: &[&str]| {
            let args = Line::parse_from([&["tagger"], line].concat()).tagger;
            let environment = HashMap::from([("WIREDESK_MODEL_PRECISION", "int8")]);
            let mut problems = Problems::default();
            args.stage(&environment, &mut problems);
            problems.or(()).map_or_else(|problems| problems.to_string(), |()| String::new())
        };
        let flags = report(&["--model-precision", "int8", "--model-languages", "en"]);
        for part in ["--model-precision needs", "--model-languages needs", "set --model DIR"] {
            assert!(flags.contains(part), "{part:?} is missing in {flags:?}");
        }
        let with_model = report(&["--model-precision", "int8", "--model", "no/such"]);
        assert!(with_model.contains("--model no/such") && !with_model.contains("needs"), "{with_model}");
        assert_eq!(report(&[]), "", "the environment may be that of several programs");
    }

    #[test]
    fn the_identity_names_the_folder_of_a_custom_model() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/encoder/tests/folders/bert");
        let mut problems = Problems::default();
        let environment = HashMap::from([("WIREDESK_MODEL", folder), ("WIREDESK_MODEL_LANGUAGES", "en")]);
        let tagger = TaggerArgs::default().stage(&environment, &mut problems);
        assert_eq!(problems.or(()), Ok(()));
        let model = &tagger.identity().model;
        assert!(model.starts_with("bert@") && model.contains("/en+"), "{model}");
    }

    #[test]
    fn the_fast_tier_is_the_default() {
        let mut problems = Problems::default();
        let tagger = TaggerArgs::default().stage(&HashMap::new(), &mut problems);
        assert_eq!(problems.or(()), Ok(()));
        assert_eq!(tagger.identity().model, EntityTagger::new().identity().model);
    }
}
