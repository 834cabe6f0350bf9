//! Settings: which tier tags names, and where its weights are.

use std::{fs, str::FromStr};

use clap::Args;
use encoder::{Precision, TokenClassifier};
use runtime::settings::{Environment, Problems, Setting};

use crate::{EntityTagger, custom_model::CustomModelArgs};

/// Where the project keeps the weights of the accurate tier; errors name it.
const IN_THE_PROJECT: &str = "services/entity-tagger/model/accurate-en.safetensors";

/// Flags of every program that tags.
#[derive(Debug, Clone, Default, Args)]
pub struct TierArgs {
    /// How names are found: `fast`, or `accurate` with a small transformer for English [env: WIREDESK_TIER] [default: fast]
    #[arg(long, value_name = "TIER", help_heading = "Entity tagging")]
    tier: Option<String>,
    /// The accurate tier's weight file [env: WIREDESK_WEIGHTS]
    #[arg(long, value_name = "FILE", help_heading = "Entity tagging")]
    weights: Option<String>,
    #[command(flatten)]
    custom_model: CustomModelArgs,
}

/// How names are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tier {
    Fast,
    Accurate,
}

impl FromStr for Tier {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "fast" => Ok(Self::Fast),
            "accurate" => Ok(Self::Accurate),
            _ => Err(format!("`{name}` is neither `fast` nor `accurate`")),
        }
    }
}

impl TierArgs {
    /// The tagger as flags and environment say; where they cannot work, a problem is noted and the fast tier stands in.
    pub fn tagger(&self, environment: &dyn Environment, problems: &mut Problems) -> EntityTagger {
        let tier = Setting::new("--tier", "WIREDESK_TIER", self.tier.as_deref());
        let weights = Setting::new("--weights", "WIREDESK_WEIGHTS", self.weights.as_deref());
        let tier = tier.parse(environment, Tier::Fast, problems);
        if let Some(folder) = self.custom_model.folder(environment) {
            if tier == Tier::Accurate {
                problems.add(
                    "--tier accurate and --model are two ways to find names: give one of them".to_owned(),
                );
            }
            return self.custom_model.tagger(&folder, environment, problems);
        }
        match (tier, weights.optional(environment)) {
            (Tier::Fast, _) => EntityTagger::new(),
            (Tier::Accurate, None) => {
                problems.add(format!(
                    "--tier accurate needs its weight file: give it with --weights FILE or WIREDESK_WEIGHTS \
                     (the project has it as {IN_THE_PROJECT})"
                ));
                EntityTagger::new()
            }
            (Tier::Accurate, Some(path)) => match read(&path) {
                Ok(encoder) => EntityTagger::accurate(encoder),
                Err(problem) => {
                    problems.add(format!("--weights {path}: {problem}"));
                    EntityTagger::new()
                }
            },
        }
    }
}

fn read(path: &str) -> Result<TokenClassifier, String> {
    let file =
        fs::read(path).map_err(|error| format!("{error} (the project has one as {IN_THE_PROJECT})"))?;
    TokenClassifier::read(&file, Precision::Int8)
        .map_err(|error| format!("{error}; write it anew with lab/teacher, or take {IN_THE_PROJECT}"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use messages::Stage;

    use super::*;

    fn said(environment: &HashMap<&str, &str>) -> String {
        let mut problems = Problems::default();
        TierArgs::default().tagger(environment, &mut problems);
        problems.or(()).map_or_else(|problems| problems.to_string(), |()| String::new())
    }

    fn check(environment: &[(&'static str, &'static str)], expected: &[&str]) {
        let said = said(&environment.iter().copied().collect());
        for part in expected {
            assert!(said.contains(part), "{said:?} does not say {part:?}");
        }
    }

    #[test]
    fn a_tier_that_cannot_be_says_what_to_do() {
        check(&[("WIREDESK_TIER", "best")], &["`best` is neither `fast` nor `accurate`"]);
        check(&[("WIREDESK_TIER", "accurate")], &["--weights FILE", IN_THE_PROJECT]);
        let missing = [("WIREDESK_TIER", "accurate"), ("WIREDESK_WEIGHTS", "no/such.file")];
        check(&missing, &["--weights no/such.file", "No such file", IN_THE_PROJECT]);
        let broken = [("WIREDESK_TIER", "accurate"), ("WIREDESK_WEIGHTS", "Cargo.toml")];
        check(&broken, &["--weights Cargo.toml", "not a weight file", "lab/teacher"]);
    }

    #[test]
    fn a_model_that_cannot_be_says_which_file_and_what_to_do() {
        check(
            &[("WIREDESK_MODEL", "no/such")],
            &["--model no/such: config.json: there is no such folder", "give the folder"],
        );
        check(&[("WIREDESK_MODEL", "src")], &["--model src: config.json: no such file", "copy it"]);
        let two = [("WIREDESK_MODEL", "no/such"), ("WIREDESK_TIER", "accurate")];
        check(&two, &["give one of them", "there is no such folder"]);
        let more = [("WIREDESK_MODEL", "no/such"), ("WIREDESK_MODEL_PRECISION", "int4")];
        check(&more, &["neither `float` nor `int8`", "there is no such folder"]);
        let device = [("WIREDESK_MODEL", "no/such"), ("WIREDESK_MODEL_DEVICE", "tpu")];
        check(&device, &["WIREDESK_MODEL_DEVICE", "`tpu` is neither `cpu` nor a card"]);
    }

    #[test]
    fn a_folder_that_works_is_named_in_provenance() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/encoder/tests/folders/bert");
        let mut problems = Problems::default();
        let environment = HashMap::from([("WIREDESK_MODEL", folder), ("WIREDESK_MODEL_LANGUAGES", "en")]);
        let tagger = TierArgs::default().tagger(&environment, &mut problems);
        assert_eq!(problems.or(()), Ok(()));
        let model = &tagger.identity().model;
        assert!(model.starts_with("bert@") && model.contains("/en+"), "{model}");
    }

    #[test]
    fn nothing_set_is_the_fast_tier() {
        let mut problems = Problems::default();
        let tagger = TierArgs::default().tagger(&HashMap::new(), &mut problems);
        assert_eq!(problems.or(()), Ok(()));
        assert_eq!(tagger.identity().model, EntityTagger::new().identity().model);
    }
}
