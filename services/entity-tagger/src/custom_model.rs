//! The settings of a custom model: a folder in Hugging Face layout that the user supplies.

use std::{path::Path, str::FromStr};

use clap::Args;
use encoder::{FolderError, LabelTable, NameRecognizer, Precision};
use runtime::settings::{Environment, Problems, Setting};

use crate::{EntityTagger, mentions::ModelLanguages};

const MODEL: Setting = Setting::new(
    "model",
    "WIREDESK_MODEL",
    "Folder of your own model: config.json, tokenizer.json and model.safetensors of a BERT, DistilBERT, RoBERTa or XLM-R for \
     token classification",
);
const LANGUAGES: Setting = Setting::new(
    "model-languages",
    "WIREDESK_MODEL_LANGUAGES",
    "Languages to use the model for, such as `en` or `de,nl`; the fast tier tags all others",
)
.with_default("all");
const LABELS: Setting = Setting::new(
    "model-labels",
    "WIREDESK_MODEL_LABELS",
    "Meanings of labels that are not standard: `FIRM=ORG,LABEL_1=B-PER,DATE=O`",
);
const PRECISION: Setting = Setting::new(
    "model-precision",
    "WIREDESK_MODEL_PRECISION",
    "Numeric precision: `float`, or `int8` for less than half the memory and slightly lower accuracy",
)
.with_default("float");
const DEVICE: Setting = Setting::new(
    "model-device",
    "WIREDESK_MODEL_DEVICE",
    "Device that runs the model: `cpu`, or a CUDA card (`cuda`, `cuda:1`). Cards are experimental and need a build with \
     the cargo feature `cuda`",
)
.with_default("cpu");

/// The flags of a custom model, for every program that tags.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct CustomModelArgs {
    #[arg(long = MODEL.flag, help = MODEL.help(), value_name = "DIR")]
    model: Option<String>,
    #[arg(long = LANGUAGES.flag, help = LANGUAGES.help(), value_name = "TAGS")]
    model_languages: Option<String>,
    #[arg(long = LABELS.flag, help = LABELS.help(), value_name = "LABEL=TYPE,…")]
    model_labels: Option<String>,
    #[arg(long = PRECISION.flag, help = PRECISION.help(), value_name = "PRECISION")]
    model_precision: Option<String>,
    #[arg(long = DEVICE.flag, help = DEVICE.help(), value_name = "DEVICE")]
    model_device: Option<String>,
}

impl CustomModelArgs {
    /// Returns the folder of the model, if one is set.
    pub(crate) fn folder(&self, environment: &dyn Environment) -> Option<String> {
        MODEL.text(self.model.as_deref(), environment)
    }

    /// Adds a problem for each flag that has no effect without a model.
    ///
    /// Environment variables are not checked, since several programs may share them.
    pub(crate) fn check_without_model(&self, problems: &mut Problems) {
        let flags = [
            (LANGUAGES, &self.model_languages),
            (LABELS, &self.model_labels),
            (PRECISION, &self.model_precision),
            (DEVICE, &self.model_device),
        ];
        for (setting, _) in flags.iter().filter(|(_, given)| given.is_some()) {
            problems.add(format!(
                "--{} needs a model of your own: set --model DIR or WIREDESK_MODEL, or leave the flag out",
                setting.flag
            ));
        }
    }

    /// Creates the tagger with the model in `folder`.
    ///
    /// If that fails, adds a problem and returns the fast tier, so that later settings are checked too.
    pub(crate) fn tagger(
        &self,
        folder: &str,
        environment: &dyn Environment,
        problems: &mut Problems,
    ) -> EntityTagger {
        let languages = LANGUAGES.parse(self.model_languages.as_deref(), environment, problems);
        let LabelMeanings(labels) = LABELS.parse(self.model_labels.as_deref(), environment, problems);
        let PrecisionName(precision) =
            PRECISION.parse(self.model_precision.as_deref(), environment, problems);
        let device = DEVICE.parse(self.model_device.as_deref(), environment, problems);
        if device != Device::Cpu && precision == Precision::Int8 {
            problems.add("--model-precision int8 runs on the CPU only; use float on a card".to_owned());
        }
        match open(Path::new(folder), &labels, precision, device) {
            Ok(recognizer) => EntityTagger::custom(recognizer, languages),
            Err(error) => {
                problems.add(format!("--model {folder}: {error}"));
                EntityTagger::new()
            }
        }
    }
}

/// The device that runs the model.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Device {
    #[default]
    Cpu,
    /// The number of a CUDA card.
    #[cfg_attr(not(feature = "cuda"), expect(dead_code, reason = "only a build with `cuda` creates one"))]
    Cuda(usize),
}

fn open(
    folder: &Path,
    labels: &LabelTable,
    precision: Precision,
    device: Device,
) -> Result<NameRecognizer, FolderError> {
    match device {
        #[cfg(feature = "cuda")]
        Device::Cuda(card) => NameRecognizer::open_on_cuda(folder, labels, card),
        _ => NameRecognizer::open(folder, labels, precision),
    }
}

impl FromStr for Device {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let (kind, card) = name.split_once(':').unwrap_or((name, "0"));
        match (kind, card.parse::<usize>()) {
            ("cpu", _) if name == "cpu" => Ok(Self::Cpu),
            #[cfg(feature = "cuda")]
            ("cuda", Ok(card)) => Ok(Self::Cuda(card)),
            #[cfg(not(feature = "cuda"))]
            ("cuda", Ok(_)) => Err(format!("`{name}` needs a build with `--features cuda`")),
            _ => {
                Err(format!("unknown device `{name}`: use `cpu`, `cuda` or a numbered card such as `cuda:1`"))
            }
        }
    }
}

impl FromStr for ModelLanguages {
    type Err = String;

    fn from_str(list: &str) -> Result<Self, Self::Err> {
        if list == "all" {
            return Ok(Self::All);
        }
        let is_tag =
            |tag: &String| (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
        let tags: Vec<String> = list.split(',').map(|tag| tag.trim().to_owned()).collect();
        match tags.iter().find(|tag| !is_tag(tag)) {
            None => Ok(Self::Only(tags)),
            Some(tag) => Err(format!("`{tag}` is not a language tag: use `all`, or tags such as `en,de`")),
        }
    }
}

/// A label table as the flag `--model-labels` writes it.
#[derive(Debug, Default, PartialEq, Eq)]
struct LabelMeanings(LabelTable);

impl FromStr for LabelMeanings {
    type Err = String;

    fn from_str(list: &str) -> Result<Self, Self::Err> {
        let pair = |pair: &str| match pair.split_once('=') {
            Some((label, meaning)) => Ok((label.trim().to_owned(), meaning.trim().to_owned())),
            None => Err(format!("`{pair}` has no meaning: write LABEL=TYPE, such as FIRM=ORG")),
        };
        list.split(',').map(pair).collect::<Result<_, _>>().map(Self)
    }
}

/// A precision as the flag `--model-precision` writes it.
#[derive(Debug, PartialEq, Eq)]
struct PrecisionName(Precision);

impl Default for PrecisionName {
    fn default() -> Self {
        Self(Precision::Float)
    }
}

impl FromStr for PrecisionName {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "float" => Ok(Self(Precision::Float)),
            "int8" => Ok(Self(Precision::Int8)),
            _ => Err(format!("unknown precision `{name}`: use `float` or `int8`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_all_or_a_list_of_tags() {
        assert_eq!("all".parse(), Ok(ModelLanguages::All));
        assert_eq!("de, nl".parse(), Ok(ModelLanguages::Only(vec!["de".to_owned(), "nl".to_owned()])));
        for list in ["", "German", "de,", "de-AT"] {
            assert!(list.parse::<ModelLanguages>().is_err(), "{list}");
        }
    }

    #[test]
    fn label_meanings_are_pairs_of_label_and_type() {
        let LabelMeanings(table) = "FIRM=ORG, LABEL_1=B-PER".parse().expect("a table");
        assert_eq!(table.get("LABEL_1").map(String::as_str), Some("B-PER"));
        assert_eq!(table.len(), 2);
        assert!("FIRM".parse::<LabelMeanings>().is_err());
    }

    #[test]
    fn a_device_is_the_cpu_or_a_card() {
        assert_eq!("cpu".parse(), Ok(Device::Cpu));
        for name in ["", "gpu", "cpu:1", "cuda:", "cuda:x", "cuda:-1"] {
            assert!(name.parse::<Device>().is_err(), "{name}");
        }
        #[cfg(feature = "cuda")]
        assert_eq!(["cuda", "cuda:1"].map(str::parse), [Ok(Device::Cuda(0)), Ok(Device::Cuda(1))]);
        #[cfg(not(feature = "cuda"))]
        for name in ["cuda", "cuda:1"] {
            let problem = name.parse::<Device>().expect_err("this build supports no card");
            assert_eq!(problem, format!("`{name}` needs a build with `--features cuda`"));
        }
    }

    #[test]
    fn flags_of_a_model_need_a_model() {
        let given = || Some("cpu".to_owned());
        for (flag, args) in [
            ("--model-languages", CustomModelArgs { model_languages: given(), ..Default::default() }),
            ("--model-labels", CustomModelArgs { model_labels: given(), ..Default::default() }),
            ("--model-precision", CustomModelArgs { model_precision: given(), ..Default::default() }),
            ("--model-device", CustomModelArgs { model_device: given(), ..Default::default() }),
        ] {
            let mut problems = Problems::default();
            args.check_without_model(&mut problems);
            let report = problems.or(()).expect_err("there is no model").to_string();
            assert!(
                report.starts_with(&format!("{flag} needs")) && report.contains("--model DIR"),
                "{report}"
            );
        }
        let mut problems = Problems::default();
        CustomModelArgs::default().check_without_model(&mut problems);
        assert_eq!(problems.or(()), Ok(()));
    }

    #[test]
    fn a_precision_is_float_or_int8() {
        assert_eq!("int8".parse(), Ok(PrecisionName(Precision::Int8)));
        assert!("int4".parse::<PrecisionName>().is_err());
    }
}
