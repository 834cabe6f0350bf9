//! Reads `tokenizer.json`. Each part of the file is supported or rejected by name.

use std::collections::HashMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};

use super::byte_level_bpe::{ByteLevelBpe, written};
use super::chars_map::CharsMap;
use super::normalizer::Normalizer;
use super::pipeline::{Model, Tokenizer};
use super::unigram::Unigram;
use super::word_piece::WordPiece;
use crate::error::{FolderError, SAVE_AGAIN};

/// The file's name in every folder.
pub(crate) const FILE: &str = "tokenizer.json";

impl Tokenizer {
    /// Reads a `tokenizer.json`.
    pub(crate) fn read(file: &[u8]) -> Result<Self, FolderError> {
        let tokenizer: Value = serde_json::from_slice(file)
            .map_err(|error| wrong(format!("not JSON: {error}"), SAVE_AGAIN).because(error))?;
        let member = |name: &str| tokenizer.get(name).filter(|member| !member.is_null());
        let mut normalizers = Vec::new();
        for normalizer in sequence(member("normalizer"), "normalizers") {
            read_normalizer(normalizer, &mut normalizers)?;
        }
        let pre_tokenizer = read_pre_tokenizer(member("pre_tokenizer"))?;
        let (model, highest) = read_model(member("model").unwrap_or(&Value::Null), pre_tokenizer)?;
        let (opening, closing) = read_post_processor(member("post_processor"))?;
        let highest = opening.iter().chain(&closing).copied().fold(highest, u32::max);
        Ok(Self { normalizers, model, opening, closing, highest })
    }
}

fn wrong(problem: impl std::fmt::Display, fix: &str) -> FolderError {
    FolderError::new(FILE, problem, fix)
}

fn unsupported(member: &str, name: &str) -> FolderError {
    let fix =
        "use a model with the tokenizer of BERT (WordPiece), RoBERTa (byte-level BPE) or XLM-R (Unigram)";
    wrong(format!("unsupported {member} `{name}`"), fix)
}

fn kind(member: &Value) -> &str {
    text(member, "type").unwrap_or_default()
}

fn text<'v>(member: &'v Value, name: &str) -> Option<&'v str> {
    member.get(name)?.as_str()
}

fn flag(member: &Value, name: &str) -> Option<bool> {
    member.get(name)?.as_bool()
}

/// Returns the members of a sequence, or the one that stands in place of a sequence.
fn sequence<'v>(member: Option<&'v Value>, members: &str) -> Vec<&'v Value> {
    match member {
        Some(member) if kind(member) == "Sequence" => {
            member.get(members).and_then(Value::as_array).into_iter().flatten().collect()
        }
        member => member.into_iter().collect(),
    }
}

fn read_normalizer(normalizer: &Value, steps: &mut Vec<Normalizer>) -> Result<(), FolderError> {
    match kind(normalizer) {
        "BertNormalizer" => {
            let on = |name: &str| flag(normalizer, name).unwrap_or(true);
            // Where the file leaves it open, BERT removes accents exactly if it lowercases.
            let accents = flag(normalizer, "strip_accents").unwrap_or(on("lowercase"));
            let all = [
                (on("clean_text"), Normalizer::Clean),
                (on("handle_chinese_chars"), Normalizer::Ideographs),
                (accents, Normalizer::Accents),
                (on("lowercase"), Normalizer::Lowercase),
            ];
            steps.extend(all.into_iter().filter_map(|(on, step)| on.then_some(step)));
        }
        "Lowercase" => steps.push(Normalizer::Lowercase),
        "StripAccents" => steps.push(Normalizer::Marks),
        "NFC" => steps.push(Normalizer::Nfc),
        "NFD" => steps.push(Normalizer::Nfd),
        "NFKC" => steps.push(Normalizer::Nfkc),
        "NFKD" => steps.push(Normalizer::Nfkd),
        "Precompiled" => {
            let map =
                text(normalizer, "precompiled_charsmap").and_then(|text| BASE64_STANDARD.decode(text).ok());
            let map = map.and_then(|bytes| CharsMap::read(&bytes));
            let map = map.ok_or_else(|| wrong("its precompiled_charsmap is invalid", SAVE_AGAIN))?;
            steps.push(Normalizer::Map(map));
        }
        // These two change white space at the ends and repeated spaces, which the words of a sentence do not
        // have.
        "Strip" => {}
        "Replace" if replaces_spaces(normalizer) => {}
        other => return Err(unsupported("normalizer", other)),
    }
    Ok(())
}

fn replaces_spaces(replace: &Value) -> bool {
    let pattern =
        replace.get("pattern").and_then(|pattern| text(pattern, "Regex").or_else(|| text(pattern, "String")));
    matches!(pattern, Some(" {2,}" | "\\s+" | " +" | " "))
}

/// How a text is split into words before the model splits these into subwords.
enum PreTokenizer {
    Bert,
    ByteLevel { opens_with_space: bool },
    Metaspace,
}

fn read_pre_tokenizer(member: Option<&Value>) -> Result<PreTokenizer, FolderError> {
    let mut found = None;
    for member in sequence(member, "pretokenizers") {
        found = Some(match kind(member) {
            // The words that the crate is given are already split at white space.
            "WhitespaceSplit" => continue,
            "BertPreTokenizer" => PreTokenizer::Bert,
            "ByteLevel" if flag(member, "use_regex") != Some(false) => {
                let opens_with_space = flag(member, "add_prefix_space").unwrap_or(true);
                PreTokenizer::ByteLevel { opens_with_space }
            }
            "Metaspace" if text(member, "prepend_scheme") != Some("never") => PreTokenizer::Metaspace,
            other => return Err(unsupported("pre_tokenizer", other)),
        });
    }
    found.ok_or_else(|| unsupported("pre_tokenizer", "none"))
}

/// Reads the model, and the highest id of its vocabulary.
fn read_model(model: &Value, pre_tokenizer: PreTokenizer) -> Result<(Model, u32), FolderError> {
    // Older files do not name the model, but each kind has a member of its own.
    let kind = text(model, "type").unwrap_or_else(|| match model.get("merges") {
        Some(_) => "BPE",
        None if model.get("unk_id").is_some() => "Unigram",
        None => "WordPiece",
    });
    match (kind, pre_tokenizer) {
        ("WordPiece", PreTokenizer::Bert) => {
            word_piece(model).map(|(model, highest)| (Model::WordPiece(model), highest))
        }
        ("BPE", PreTokenizer::ByteLevel { opens_with_space }) => byte_level_bpe(model, opens_with_space)
            .map(|(model, highest)| (Model::ByteLevelBpe(model), highest)),
        ("Unigram", PreTokenizer::Metaspace) => {
            unigram(model).map(|(model, highest)| (Model::Unigram(model), highest))
        }
        (other, _) => Err(unsupported("model", other)),
    }
}

/// Returns each subword of the vocabulary with its id.
fn vocabulary(model: &Value) -> Result<Vec<(&str, u32)>, FolderError> {
    let subwords: Option<&Map<String, Value>> = model.get("vocab").and_then(Value::as_object);
    let id = |id: &Value| u32::try_from(id.as_u64()?).ok();
    let subwords: Option<Vec<(&str, u32)>> = subwords.and_then(|subwords| {
        subwords.iter().map(|(subword, number)| Some((subword.as_str(), id(number)?))).collect()
    });
    subwords.filter(|subwords| !subwords.is_empty()).ok_or_else(no_vocabulary)
}

fn no_vocabulary() -> FolderError {
    wrong("its model has no `vocab`", SAVE_AGAIN)
}

fn no_unknown() -> FolderError {
    wrong("its vocabulary has no unknown subword", SAVE_AGAIN)
}

fn word_piece(model: &Value) -> Result<(WordPiece, u32), FolderError> {
    let vocabulary = vocabulary(model)?;
    let prefix = text(model, "continuing_subword_prefix").unwrap_or("##");
    let unknown = text(model, "unk_token").unwrap_or("[UNK]");
    let unknown = vocabulary.iter().find(|(subword, _)| *subword == unknown).map(|(_, id)| *id);
    let longest_word = model.get("max_input_chars_per_word").and_then(Value::as_u64).unwrap_or(100);
    let mut word_piece = WordPiece {
        initial: HashMap::new(),
        continuing: HashMap::new(),
        unknown: unknown.ok_or_else(no_unknown)?,
        longest_word: longest_word.min(10_000) as usize,
        longest_subword: 0,
    };
    let mut highest = 0;
    for (subword, id) in vocabulary {
        let (subwords, subword) = match subword.strip_prefix(prefix) {
            Some(rest) if !rest.is_empty() && !prefix.is_empty() => (&mut word_piece.continuing, rest),
            _ => (&mut word_piece.initial, subword),
        };
        word_piece.longest_subword = word_piece.longest_subword.max(subword.chars().count());
        subwords.insert(subword.into(), id);
        highest = highest.max(id);
    }
    Ok((word_piece, highest))
}

fn byte_level_bpe(model: &Value, opens_with_space: bool) -> Result<(ByteLevelBpe, u32), FolderError> {
    for name in ["continuing_subword_prefix", "end_of_word_suffix"] {
        if text(model, name).is_some_and(|text| !text.is_empty()) {
            return Err(unsupported("model BPE with", name));
        }
    }
    let vocabulary: HashMap<&str, u32> = vocabulary(model)?.into_iter().collect();
    let id = |subword: &str| vocabulary.get(subword).copied();
    let bytes = (0..=255).map(|byte| id(written(byte).encode_utf8(&mut [0; 4]))).collect();
    let merges = model.get("merges").and_then(Value::as_array);
    let merges = merges.ok_or_else(|| wrong("its model has no `merges`", SAVE_AGAIN))?;
    let mut ranked = HashMap::with_capacity(merges.len());
    for (rank, merge) in (0..).zip(merges) {
        // Older files write a pair as one string with a space, newer ones as a list.
        let pair = match merge {
            Value::String(pair) => pair.split_once(' '),
            pair => pair.get(0).and_then(Value::as_str).zip(pair.get(1).and_then(Value::as_str)),
        };
        let ids = pair.and_then(|(left, right)| {
            Some(((id(left)?, id(right)?), (rank, id(&format!("{left}{right}"))?)))
        });
        let (pair, result) = ids.ok_or_else(|| {
            wrong(format!("its merge {merge} has subwords that are not in its vocabulary"), SAVE_AGAIN)
        })?;
        ranked.entry(pair).or_insert(result);
    }
    let highest = vocabulary.values().copied().max().unwrap_or_default();
    Ok((ByteLevelBpe { bytes, merges: ranked, opens_with_space }, highest))
}

fn unigram(model: &Value) -> Result<(Unigram, u32), FolderError> {
    if flag(model, "byte_fallback") == Some(true) {
        return Err(unsupported("model Unigram with", "byte_fallback"));
    }
    let entries = model.get("vocab").and_then(Value::as_array).ok_or_else(no_vocabulary)?;
    let unknown = model.get("unk_id").and_then(Value::as_u64).and_then(|id| u32::try_from(id).ok());
    let unknown = unknown.filter(|id| (*id as usize) < entries.len());
    let mut unigram = Unigram {
        vocabulary: HashMap::with_capacity(entries.len()),
        unknown: 0,
        longest_subword: 0,
        lowest_score: f64::INFINITY,
    };
    for (id, entry) in (0_u32..).zip(entries) {
        let entry = entry.get(0).and_then(Value::as_str).zip(entry.get(1).and_then(Value::as_f64));
        let (subword, score) = entry.ok_or_else(no_vocabulary)?;
        unigram.longest_subword = unigram.longest_subword.max(subword.chars().count());
        unigram.lowest_score = unigram.lowest_score.min(score);
        unigram.vocabulary.insert(Box::from(subword), (id, score));
    }
    unigram.unknown = unknown.ok_or_else(no_unknown)?;
    Ok((unigram, entries.len() as u32 - 1))
}

/// Reads the ids that open and close a window.
fn read_post_processor(member: Option<&Value>) -> Result<(Vec<u32>, Vec<u32>), FolderError> {
    for processor in sequence(member, "processors") {
        match kind(processor) {
            "ByteLevel" => {}
            "BertProcessing" | "RobertaProcessing" => {
                let id = |name: &str| u32::try_from(processor.get(name)?.get(1)?.as_u64()?).ok();
                let pair = id("cls").zip(id("sep"));
                let (opening, closing) =
                    pair.ok_or_else(|| wrong("its post_processor is incomplete", SAVE_AGAIN))?;
                return Ok((vec![opening], vec![closing]));
            }
            "TemplateProcessing" => {
                return template(processor)
                    .ok_or_else(|| wrong("its post_processor is incomplete", SAVE_AGAIN));
            }
            other => return Err(unsupported("post_processor", other)),
        }
    }
    Err(wrong("has no post_processor, which names the subwords around a text", SAVE_AGAIN))
}

/// Reads a template such as `[CLS] $A [SEP]`.
fn template(processor: &Value) -> Option<(Vec<u32>, Vec<u32>)> {
    let (mut opening, mut closing, mut behind) = (Vec::new(), Vec::new(), false);
    for member in processor.get("single")?.as_array()? {
        let Some(special) = member.get("SpecialToken") else {
            behind = true;
            continue;
        };
        let ids = processor.get("special_tokens")?.get(text(special, "id")?)?.get("ids")?.as_array()?;
        let side = if behind { &mut closing } else { &mut opening };
        for id in ids {
            side.push(u32::try_from(id.as_u64()?).ok()?);
        }
    }
    // No known model has more than two; a limit keeps room for the text.
    (opening.len() + closing.len() <= 8).then_some((opening, closing))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r###"{"normalizer": {"type": "BertNormalizer", "lowercase": false},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 2], "cls": ["[CLS]", 1]},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "vocab": {"[UNK]": 0, "a": 3, "##b": 4}}}"###;

    fn check_refused(from: &str, to: &str, expected: &str) {
        assert!(FILE.contains(from), "{from}");
        let error =
            Tokenizer::read(FILE.replace(from, to).as_bytes()).expect_err("it is refused").to_string();
        assert!(error.starts_with("tokenizer.json: ") && error.contains(expected), "{error}");
    }

    #[test]
    fn rejects_an_unsupported_member_by_name() {
        assert!(Tokenizer::read(FILE.as_bytes()).is_ok());
        check_refused("{\"norm", "", "not JSON");
        check_refused("BertNormalizer", "Nmt", "normalizer `Nmt`");
        check_refused("BertPreTokenizer", "Punctuation", "pre_tokenizer `Punctuation`");
        check_refused("\"WordPiece\"", "\"WordLevel\"", "model `WordLevel`");
        check_refused("\"WordPiece\"", "\"BPE\"", "model `BPE`");
        check_refused("BertProcessing", "Other", "post_processor `Other`");
        check_refused("\"vocab\"", "\"words\"", "no `vocab`");
        check_refused("\"[UNK]\": 0", "\"x\": 0", "unknown");
        check_refused("\"cls\"", "\"clf\"", "post_processor is incomplete");
    }

    #[test]
    fn words_are_split_by_the_vocabulary_of_the_file() {
        let tokenizer = Tokenizer::read(FILE.as_bytes()).expect("it is valid");
        let ids: Vec<u32> = tokenizer.split("ab-a", true).iter().map(|subword| subword.id).collect();
        assert_eq!(ids, [3, 4, 0, 3]);
        assert_eq!((tokenizer.opening, tokenizer.closing, tokenizer.highest), (vec![1], vec![2], 4));
    }
}
