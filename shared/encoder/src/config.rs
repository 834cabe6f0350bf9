//! `config.json`: the architecture and sizes of the network, its labels, and the settings under `wiredesk`.

use serde::Deserialize;
use serde_json::Value;

use crate::error::{FolderError, SAVE_AGAIN};

/// The file's name in every folder.
pub(crate) const FILE: &str = "config.json";

/// The settings that the network and the classifier need.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) family: Family,
    pub(crate) sizes: Sizes,
    /// The number of layers.
    pub(crate) layers: usize,
    /// The number of rows of the subword embeddings.
    pub(crate) vocabulary: usize,
    /// The number of rows of the position embeddings.
    pub(crate) positions: usize,
    /// The row of the position embeddings that belongs to the first subword.
    pub(crate) first_position: usize,
    /// The number of rows of the segment embeddings; 0 where the family has none.
    pub(crate) segments: usize,
    pub(crate) activation: Activation,
    /// The labels, by number.
    pub(crate) labels: Vec<String>,
    pub(crate) extension: Extension,
}

/// A family of models. All of them normalize after each half of a layer; they differ in the names of tensors
/// and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Bert,
    DistilBert,
    /// RoBERTa, XLM-R and CamemBERT, which count positions from behind that of the padding.
    Roberta,
}

/// The sizes of the network.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    /// The width of a row between layers.
    pub(crate) hidden: usize,
    /// The width of a row inside the feed-forward network.
    pub(crate) intermediate: usize,
    /// The number of attention heads, which divides `hidden`.
    pub(crate) heads: usize,
    /// The number that layer normalization adds to the variance.
    pub(crate) epsilon: f32,
}

/// The activation function of the feed-forward network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Activation {
    Gelu,
    /// GELU approximated by the hyperbolic tangent.
    ApproximateGelu,
    Relu,
}

/// The object `wiredesk` in `config.json`: how a model of `lab/teacher` differs from published ones. All
/// members are optional.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Extension {
    /// Name and version of the model, for provenance; else the name of the folder.
    pub(crate) name: Option<String>,
    /// Whether each run of letters and digits is tokenized alone, and so is every other character. In scripts
    /// without spaces, every subword then has a label of its own. Otherwise words without white space between
    /// them are tokenized together.
    pub(crate) runs: bool,
    /// The languages that the model was made for (primary subtags of ISO 639).
    pub(crate) languages: Vec<String>,
    /// The subwords of each window that may repeat the text before its first sentence; else an eighth of the
    /// window.
    pub(crate) context: Option<usize>,
    /// The subwords of a word that the network reads, from its start; else a quarter of the window.
    pub(crate) subwords_per_word: Option<usize>,
}

impl Config {
    /// Reads a `config.json`.
    pub(crate) fn read(file: &[u8]) -> Result<Self, FolderError> {
        let config: Value = serde_json::from_slice(file)
            .map_err(|error| wrong(format!("not JSON: {error}"), SAVE_AGAIN).because(error))?;
        let family = family(&config)?;
        let size = |names: &[&str]| size(&config, names);
        let is_distilled = family == Family::DistilBert;
        let hidden = size(&["hidden_size", "dim"])?;
        let heads = size(&["num_attention_heads", "n_heads"])?;
        if !hidden.is_multiple_of(heads) {
            let problem = format!("hidden size {hidden} is not a multiple of {heads} attention heads");
            return Err(wrong(problem, "copy config.json again from the source of the model"));
        }
        // DistilBERT's code has 1e-12 built in; the others write it into the file.
        let epsilon = config.get("layer_norm_eps").and_then(Value::as_f64).unwrap_or(1e-12);
        let padding = config.get("pad_token_id").and_then(Value::as_u64).unwrap_or(1).min(1 << 20);
        Ok(Self {
            family,
            sizes: Sizes {
                hidden,
                intermediate: size(&["intermediate_size", "hidden_dim"])?,
                heads,
                epsilon: if is_distilled { 1e-12 } else { epsilon as f32 },
            },
            layers: size(&["num_hidden_layers", "n_layers"])?,
            vocabulary: size(&["vocab_size"])?,
            positions: size(&["max_position_embeddings"])?,
            first_position: if family == Family::Roberta { padding as usize + 1 } else { 0 },
            segments: if is_distilled { 0 } else { size(&["type_vocab_size"])? },
            activation: activation(&config)?,
            labels: labels(&config)?,
            extension: extension(&config)?,
        })
    }
}

fn wrong(problem: impl std::fmt::Display, fix: &str) -> FolderError {
    FolderError::new(FILE, problem, fix)
}

fn family(config: &Value) -> Result<Family, FolderError> {
    let kind = config.get("model_type").and_then(Value::as_str).unwrap_or_default();
    let family = match kind {
        "bert" => Family::Bert,
        "distilbert" => Family::DistilBert,
        "roberta" | "xlm-roberta" | "camembert" => Family::Roberta,
        _ => {
            return Err(wrong(
                format!("unsupported model_type `{kind}`"),
                "use a model of type bert, distilbert, roberta, xlm-roberta or camembert",
            ));
        }
    };
    let architecture = config.get("architectures").and_then(|list| list.get(0)).and_then(Value::as_str);
    if let Some(other) = architecture.filter(|name| !name.ends_with("ForTokenClassification")) {
        return Err(wrong(
            format!("`{other}` does not classify tokens"),
            "use a model fine-tuned for NER, whose architecture ends with ForTokenClassification",
        ));
    }
    let positions = config.get("position_embedding_type").and_then(Value::as_str).unwrap_or("absolute");
    if positions != "absolute" {
        let problem = format!("unsupported position_embedding_type `{positions}`");
        return Err(wrong(problem, "use a model with absolute positions"));
    }
    Ok(family)
}

/// Returns a size of at least 1, under the first of its `names` that the file has.
fn size(config: &Value, names: &[&str]) -> Result<usize, FolderError> {
    let name = names.iter().find(|name| config.get(**name).is_some()).or(names.first()).copied();
    let name = name.unwrap_or_default();
    // The upper limit keeps products of two sizes inside 64 bits.
    let number = config.get(name).and_then(Value::as_u64).filter(|number| (1..1 << 24).contains(number));
    match number {
        Some(number) => Ok(number as usize),
        None => Err(wrong(format!("`{name}` is missing or not a positive whole number"), SAVE_AGAIN)),
    }
}

fn activation(config: &Value) -> Result<Activation, FolderError> {
    let name = ["hidden_act", "activation"].iter().find_map(|name| config.get(*name)?.as_str());
    match name.unwrap_or("gelu") {
        "gelu" => Ok(Activation::Gelu),
        "gelu_new" | "gelu_fast" | "gelu_pytorch_tanh" => Ok(Activation::ApproximateGelu),
        "relu" => Ok(Activation::Relu),
        other => {
            Err(wrong(format!("unsupported activation `{other}`"), "use a model with gelu, gelu_new or relu"))
        }
    }
}

fn labels(config: &Value) -> Result<Vec<String>, FolderError> {
    let table = config.get("id2label").and_then(Value::as_object);
    let label = |table: &serde_json::Map<String, Value>, number: usize| {
        table.get(&number.to_string())?.as_str().map(str::to_owned)
    };
    let labels = table.and_then(|table| (0..table.len()).map(|number| label(table, number)).collect());
    labels.ok_or_else(|| {
        wrong(
            "`id2label` does not name the labels 0, 1, 2 and so on",
            "add the names of the labels that the model was trained with",
        )
    })
}

fn extension(config: &Value) -> Result<Extension, FolderError> {
    let Some(extension) = config.get("wiredesk") else { return Ok(Extension::default()) };
    Extension::deserialize(extension).map_err(|error| {
        let fix = "correct it, or export the model again with lab/teacher";
        wrong(format!("`wiredesk` is wrong: {error}"), fix).because(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERT: &str = r#"{"architectures": ["BertForTokenClassification"], "model_type": "bert", "hidden_size": 8,
        "num_attention_heads": 2, "intermediate_size": 16, "num_hidden_layers": 1, "vocab_size": 9,
        "max_position_embeddings": 64, "type_vocab_size": 2, "id2label": {"0": "O", "1": "B-PER"}}"#;

    fn read(text: &str) -> Config {
        Config::read(text.as_bytes()).expect("it is valid")
    }

    #[test]
    fn the_positions_of_roberta_begin_behind_the_padding() {
        assert_eq!(read(BERT).first_position, 0);
        let roberta = BERT.replace("\"bert\"", "\"xlm-roberta\"");
        assert_eq!(read(&roberta).first_position, 2);
        assert_eq!(read(BERT).labels, ["O", "B-PER"]);
    }

    #[test]
    fn the_extension_is_optional() {
        assert!(!read(BERT).extension.runs);
        let extended = BERT.replace("\"vocab_size\"", "\"wiredesk\": {\"runs\": true}, \"vocab_size\"");
        assert!(read(&extended).extension.runs);
    }

    fn check_refused(from: &str, to: &str, expected: &str) {
        assert!(BERT.contains(from), "{from}");
        let error = Config::read(BERT.replace(from, to).as_bytes()).expect_err("it is refused").to_string();
        assert!(error.starts_with("config.json: ") && error.contains(expected), "{error}");
    }

    #[test]
    fn rejects_an_unsupported_model_and_names_the_supported_ones() {
        check_refused("{\"arch", "arch", "not JSON");
        check_refused("\"bert\"", "\"t5\"", "`t5`");
        check_refused("\"bert\"", "7", "use a model of type bert, distilbert, roberta, xlm-roberta");
        check_refused("ForTokenClassification", "ForMaskedLM", "does not classify tokens");
        check_refused("\"vocab_size\": 9", "\"vocab_size\": 0", "`vocab_size`");
        check_refused("\"num_attention_heads\": 2", "\"num_attention_heads\": 3", "3 attention heads");
        check_refused("\"vocab_size\"", "\"hidden_act\": \"mish\", \"vocab_size\"", "`mish`");
        check_refused(
            "\"vocab_size\"",
            "\"position_embedding_type\": \"relative_key\", \"vocab_size\"",
            "absolute",
        );
        check_refused(
            "\"vocab_size\"",
            "\"wiredesk\": {\"shapes\": 1}, \"vocab_size\"",
            "unknown field `shapes`",
        );
        check_refused("\"1\"", "\"2\"", "id2label");
    }
}
