//! `config.json`: which network it is, and how large.

use serde_json::Value;

use super::error::{FolderError, SAVE_AGAIN};
use crate::layer::Sizes;
use crate::rows::Activation;

/// The file's name in every folder.
pub(super) const FILE: &str = "config.json";

/// A network with a norm after each half of a layer; the four differ in the names of their tensors and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Bert,
    DistilBert,
    /// RoBERTa, XLM-R and CamemBERT: positions are counted from behind the padding's.
    Roberta,
}

/// What of the file the network needs.
#[derive(Debug)]
pub(super) struct Config {
    pub(super) family: Family,
    pub(super) sizes: Sizes,
    pub(super) layers: usize,
    pub(super) vocabulary: usize,
    /// Rows of the position table.
    pub(super) positions: usize,
    /// The row of the position table that the first piece gets.
    pub(super) first_position: usize,
    /// Rows of the table of segments; 0 where there is none.
    pub(super) segments: usize,
    pub(super) activation: Activation,
    /// Each label by its number.
    pub(super) labels: Vec<String>,
}

impl Config {
    pub(super) fn read(file: &[u8]) -> Result<Self, FolderError> {
        let config: Value =
            serde_json::from_slice(file).map_err(|error| wrong(format!("not JSON: {error}"), SAVE_AGAIN))?;
        let family = family(&config)?;
        let size = |names: &[&str]| size(&config, names);
        let distilled = family == Family::DistilBert;
        let hidden = size(&["hidden_size", "dim"])?;
        let heads = size(&["num_attention_heads", "n_heads"])?;
        if !hidden.is_multiple_of(heads) {
            let problem = format!("hidden size {hidden} cannot be shared by {heads} heads");
            return Err(wrong(problem, "copy config.json anew from where the model came from"));
        }
        let epsilon = config.get("layer_norm_eps").and_then(Value::as_f64).unwrap_or(1e-12);
        let padding = config.get("pad_token_id").and_then(Value::as_u64).unwrap_or(1).min(1 << 20);
        Ok(Self {
            family,
            sizes: Sizes {
                hidden,
                inner: size(&["intermediate_size", "hidden_dim"])?,
                heads,
                epsilon: if distilled { 1e-12 } else { epsilon as f32 },
            },
            layers: size(&["num_hidden_layers", "n_layers"])?,
            vocabulary: size(&["vocab_size"])?,
            positions: size(&["max_position_embeddings"])?,
            first_position: if family == Family::Roberta { padding as usize + 1 } else { 0 },
            segments: if distilled { 0 } else { size(&["type_vocab_size"])? },
            activation: activation(&config)?,
            labels: labels(&config)?,
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
            let problem = format!("model_type `{kind}` is not one this version runs");
            return Err(wrong(
                problem,
                "take a model of type bert, distilbert, roberta, xlm-roberta or camembert",
            ));
        }
    };
    let architecture = config.get("architectures").and_then(|list| list.get(0)).and_then(Value::as_str);
    if let Some(other) = architecture.filter(|name| !name.ends_with("ForTokenClassification")) {
        let problem = format!("`{other}` does not classify tokens");
        return Err(wrong(
            problem,
            "take a model fine-tuned for NER, whose architecture ends with ForTokenClassification",
        ));
    }
    let positions = config.get("position_embedding_type").and_then(Value::as_str).unwrap_or("absolute");
    if positions != "absolute" {
        let problem = format!("position_embedding_type `{positions}` is not one this version runs");
        return Err(wrong(problem, "take a model with absolute positions"));
    }
    Ok(family)
}

/// A size of at least 1, under the first of its names that is there.
fn size(config: &Value, names: &[&str]) -> Result<usize, FolderError> {
    let name = names.iter().find(|name| config.get(**name).is_some()).or(names.first()).copied();
    let name = name.unwrap_or_default();
    let number = config.get(name).and_then(Value::as_u64).filter(|number| (1..1 << 24).contains(number));
    match number {
        Some(number) => Ok(number as usize),
        None => Err(wrong(format!("has no whole number `{name}`"), SAVE_AGAIN)),
    }
}

fn activation(config: &Value) -> Result<Activation, FolderError> {
    let name = ["hidden_act", "activation"].iter().find_map(|name| config.get(*name)?.as_str());
    match name.unwrap_or("gelu") {
        "gelu" => Ok(Activation::Gelu),
        "gelu_new" | "gelu_fast" | "gelu_pytorch_tanh" => Ok(Activation::ApproximateGelu),
        "relu" => Ok(Activation::Relu),
        other => {
            let problem = format!("activation `{other}` is not one this version computes");
            Err(wrong(problem, "take a model with gelu, gelu_new or relu"))
        }
    }
}

fn labels(config: &Value) -> Result<Vec<String>, FolderError> {
    let table = config.get("id2label").and_then(Value::as_object);
    let label = |table: &serde_json::Map<String, Value>, number: usize| {
        table.get(&number.to_string())?.as_str().map(str::to_owned)
    };
    let labels = table.and_then(|table| (0..table.len()).map(|number| label(table, number)).collect());
    match labels {
        Some(labels) => Ok(labels),
        None => Err(wrong(
            "has no `id2label` that names the labels 0, 1, 2 and so on",
            "write the names of the labels that the model was trained with there",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERT: &str = r#"{"architectures": ["BertForTokenClassification"], "model_type": "bert", "hidden_size": 8,
        "num_attention_heads": 2, "intermediate_size": 16, "num_hidden_layers": 1, "vocab_size": 9,
        "max_position_embeddings": 64, "type_vocab_size": 2, "id2label": {"0": "O", "1": "B-PER"}}"#;

    #[test]
    fn positions_of_roberta_begin_behind_the_padding() {
        let read = |text: &str| Config::read(text.as_bytes()).expect("it is whole");
        assert_eq!(read(BERT).first_position, 0);
        let roberta = BERT.replace("\"bert\"", "\"xlm-roberta\"");
        assert_eq!(read(&roberta).first_position, 2);
        assert_eq!(read(BERT).labels, ["O", "B-PER"]);
    }

    fn check(from: &str, to: &str, expected: &str) {
        assert!(BERT.contains(from), "{from}");
        let error = Config::read(BERT.replace(from, to).as_bytes()).expect_err("it is refused").to_string();
        assert!(error.starts_with("config.json: ") && error.contains(expected), "{error}");
    }

    #[test]
    fn what_cannot_be_run_says_what_can() {
        check("{\"arch", "arch", "not JSON");
        check("\"bert\"", "\"t5\"", "`t5`");
        check("\"bert\"", "7", "take a model of type bert, distilbert, roberta, xlm-roberta");
        check("ForTokenClassification", "ForMaskedLM", "does not classify tokens");
        check("\"vocab_size\": 9", "\"vocab_size\": 0", "`vocab_size`");
        check("\"num_attention_heads\": 2", "\"num_attention_heads\": 3", "3 heads");
        check("\"vocab_size\"", "\"hidden_act\": \"mish\", \"vocab_size\"", "`mish`");
        check("\"vocab_size\"", "\"position_embedding_type\": \"relative_key\", \"vocab_size\"", "absolute");
        check("\"1\"", "\"2\"", "id2label");
    }
}
