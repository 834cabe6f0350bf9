//! Reading the file: each part is known, or refused by name.

use std::collections::HashMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};

use super::byte_pairs::{BytePairs, written};
use super::charsmap::CharsMap;
use super::letters::Step;
use super::unigram::Unigram;
use super::word_pieces::WordPieces;
use super::{FILE, Model, Tokenizer};
use crate::huggingface::error::{FolderError, SAVE_AGAIN};

impl Tokenizer {
    /// Reads a `tokenizer.json`.
    pub(in crate::huggingface) fn read(file: &[u8]) -> Result<Self, FolderError> {
        let tokenizer: Value =
            serde_json::from_slice(file).map_err(|error| wrong(format!("not JSON: {error}"), SAVE_AGAIN))?;
        let part = |name: &str| tokenizer.get(name).filter(|part| !part.is_null());
        let mut steps = Vec::new();
        for normalizer in sequence(part("normalizer"), "normalizers") {
            read_steps(normalizer, &mut steps)?;
        }
        let cut = cut(part("pre_tokenizer"))?;
        let (model, highest) = read_model(part("model").unwrap_or(&Value::Null), cut)?;
        let (opening, closing) = windows(part("post_processor"))?;
        let highest = opening.iter().chain(&closing).copied().fold(highest, u32::max);
        Ok(Self { steps, model, opening, closing, highest })
    }
}

fn wrong(problem: impl std::fmt::Display, fix: &str) -> FolderError {
    FolderError::new(FILE, problem, fix)
}

fn unknown(part: &str, name: &str) -> FolderError {
    let fix =
        "take a model with the tokenizer of BERT (WordPiece), RoBERTa (byte-level BPE) or XLM-R (Unigram)";
    wrong(format!("{part} `{name}` is not one this version knows"), fix)
}

fn kind(part: &Value) -> &str {
    text(part, "type").unwrap_or_default()
}

fn text<'v>(part: &'v Value, name: &str) -> Option<&'v str> {
    part.get(name)?.as_str()
}

fn flag(part: &Value, name: &str) -> Option<bool> {
    part.get(name)?.as_bool()
}

/// A part, or the parts that it is a sequence of.
fn sequence<'v>(part: Option<&'v Value>, members: &str) -> Vec<&'v Value> {
    match part {
        Some(part) if kind(part) == "Sequence" => {
            part.get(members).and_then(Value::as_array).into_iter().flatten().collect()
        }
        part => part.into_iter().collect(),
    }
}

fn read_steps(normalizer: &Value, steps: &mut Vec<Step>) -> Result<(), FolderError> {
    match kind(normalizer) {
        "BertNormalizer" => {
            let on = |name: &str| flag(normalizer, name).unwrap_or(true);
            let accents = flag(normalizer, "strip_accents").unwrap_or(on("lowercase"));
            let all = [
                (on("clean_text"), Step::Clean),
                (on("handle_chinese_chars"), Step::Ideographs),
                (accents, Step::Accents),
                (on("lowercase"), Step::Lowercase),
            ];
            steps.extend(all.into_iter().filter_map(|(on, step)| on.then_some(step)));
        }
        "Lowercase" => steps.push(Step::Lowercase),
        "StripAccents" => steps.push(Step::Marks),
        "NFC" => steps.push(Step::Nfc),
        "NFD" => steps.push(Step::Nfd),
        "NFKC" => steps.push(Step::Nfkc),
        "NFKD" => steps.push(Step::Nfkd),
        "Precompiled" => {
            let map =
                text(normalizer, "precompiled_charsmap").and_then(|text| BASE64_STANDARD.decode(text).ok());
            let map = map.and_then(|bytes| CharsMap::read(&bytes));
            let map = map.ok_or_else(|| wrong("its precompiled_charsmap is no such table", SAVE_AGAIN))?;
            steps.push(Step::Map(map));
        }
        // White space at the ends and in rows: the words that come here have none.
        "Strip" => {}
        "Replace" if is_of_spaces(normalizer) => {}
        other => return Err(unknown("normalizer", other)),
    }
    Ok(())
}

fn is_of_spaces(replace: &Value) -> bool {
    let pattern =
        replace.get("pattern").and_then(|pattern| text(pattern, "Regex").or_else(|| text(pattern, "String")));
    matches!(pattern, Some(" {2,}" | "\\s+" | " +" | " "))
}

/// How a text is cut before the model sees it.
enum Cut {
    Bert,
    Bytes { opens_with_space: bool },
    Spaces,
}

fn cut(part: Option<&Value>) -> Result<Cut, FolderError> {
    let mut cut = None;
    for part in sequence(part, "pretokenizers") {
        cut = Some(match kind(part) {
            // Words come divided at white space.
            "WhitespaceSplit" => continue,
            "BertPreTokenizer" => Cut::Bert,
            "ByteLevel" if flag(part, "use_regex") != Some(false) => {
                Cut::Bytes { opens_with_space: flag(part, "add_prefix_space").unwrap_or(true) }
            }
            "Metaspace" if text(part, "prepend_scheme") != Some("never") => Cut::Spaces,
            other => return Err(unknown("pre_tokenizer", other)),
        });
    }
    cut.ok_or_else(|| unknown("pre_tokenizer", "none"))
}

fn read_model(model: &Value, cut: Cut) -> Result<(Model, u32), FolderError> {
    // The first versions of the format left the type out.
    let kind = text(model, "type").unwrap_or(match model.get("merges") {
        Some(_) => "BPE",
        None if model.get("unk_id").is_some() => "Unigram",
        None => "WordPiece",
    });
    match (kind, cut) {
        ("WordPiece", Cut::Bert) => {
            word_pieces(model).map(|(model, highest)| (Model::WordPieces(model), highest))
        }
        ("BPE", Cut::Bytes { opens_with_space }) => {
            byte_pairs(model, opens_with_space).map(|(model, highest)| (Model::BytePairs(model), highest))
        }
        ("Unigram", Cut::Spaces) => unigram(model).map(|(model, highest)| (Model::Unigram(model), highest)),
        (other, _) => Err(unknown("model", other)),
    }
}

/// Each piece of the vocabulary with its number.
fn vocabulary(model: &Value) -> Result<Vec<(&str, u32)>, FolderError> {
    let pieces: Option<&Map<String, Value>> = model.get("vocab").and_then(Value::as_object);
    let number = |id: &Value| u32::try_from(id.as_u64()?).ok();
    let pieces: Option<Vec<(&str, u32)>> = pieces
        .and_then(|pieces| pieces.iter().map(|(piece, id)| Some((piece.as_str(), number(id)?))).collect());
    pieces.filter(|pieces| !pieces.is_empty()).ok_or_else(no_vocabulary)
}

fn no_vocabulary() -> FolderError {
    wrong("its model has no `vocab`", SAVE_AGAIN)
}

fn word_pieces(model: &Value) -> Result<(WordPieces, u32), FolderError> {
    let vocabulary = vocabulary(model)?;
    let prefix = text(model, "continuing_subword_prefix").unwrap_or("##");
    let unknown = text(model, "unk_token").unwrap_or("[UNK]");
    let unknown = vocabulary.iter().find(|(piece, _)| *piece == unknown).map(|(_, id)| *id);
    let unknown = unknown.ok_or_else(|| wrong("its vocabulary has no piece for the unknown", SAVE_AGAIN))?;
    let longest_run = model.get("max_input_chars_per_word").and_then(Value::as_u64).unwrap_or(100);
    let mut pieces = WordPieces {
        opening: HashMap::new(),
        continuing: HashMap::new(),
        unknown,
        longest_run: longest_run.min(10_000) as usize,
        longest_piece: 0,
    };
    let mut highest = 0;
    for (piece, id) in vocabulary {
        let (map, piece) = match piece.strip_prefix(prefix) {
            Some(rest) if !rest.is_empty() && !prefix.is_empty() => (&mut pieces.continuing, rest),
            _ => (&mut pieces.opening, piece),
        };
        pieces.longest_piece = pieces.longest_piece.max(piece.chars().count());
        map.insert(piece.into(), id);
        highest = highest.max(id);
    }
    Ok((pieces, highest))
}

fn byte_pairs(model: &Value, opens_with_space: bool) -> Result<(BytePairs, u32), FolderError> {
    for name in ["continuing_subword_prefix", "end_of_word_suffix"] {
        if text(model, name).is_some_and(|text| !text.is_empty()) {
            return Err(unknown("model BPE with", name));
        }
    }
    let vocabulary: HashMap<&str, u32> = vocabulary(model)?.into_iter().collect();
    let number = |piece: &str| vocabulary.get(piece).copied();
    let bytes = (0..=255).map(|byte| number(written(byte).encode_utf8(&mut [0; 4]))).collect();
    let merges = model.get("merges").and_then(Value::as_array);
    let merges = merges.ok_or_else(|| wrong("its model has no `merges`", SAVE_AGAIN))?;
    let mut joins = HashMap::with_capacity(merges.len());
    for (rank, merge) in (0..).zip(merges) {
        let pair = match merge {
            Value::String(pair) => pair.split_once(' '),
            pair => pair.get(0).and_then(Value::as_str).zip(pair.get(1).and_then(Value::as_str)),
        };
        let join = pair.and_then(|(left, right)| {
            Some(((number(left)?, number(right)?), (rank, number(&format!("{left}{right}"))?)))
        });
        let ((left, right), join) = join.ok_or_else(|| {
            wrong(format!("its merge {merge} is not of pieces of its vocabulary"), SAVE_AGAIN)
        })?;
        joins.entry((left, right)).or_insert(join);
    }
    let highest = vocabulary.values().copied().max().unwrap_or_default();
    Ok((BytePairs { bytes, joins, opens_with_space }, highest))
}

fn unigram(model: &Value) -> Result<(Unigram, u32), FolderError> {
    if flag(model, "byte_fallback") == Some(true) {
        return Err(unknown("model Unigram with", "byte_fallback"));
    }
    let vocabulary = model.get("vocab").and_then(Value::as_array).ok_or_else(no_vocabulary)?;
    let (mut pieces, mut longest, mut least) = (HashMap::with_capacity(vocabulary.len()), 0, f64::INFINITY);
    for (id, entry) in (0_u32..).zip(vocabulary) {
        let piece = entry.get(0).and_then(Value::as_str).zip(entry.get(1).and_then(Value::as_f64));
        let (piece, score) = piece.ok_or_else(no_vocabulary)?;
        longest = longest.max(piece.chars().count());
        least = least.min(score);
        pieces.insert(Box::from(piece), (id, score));
    }
    let unknown = model.get("unk_id").and_then(Value::as_u64).and_then(|id| u32::try_from(id).ok());
    let unknown = unknown.filter(|id| (*id as usize) < vocabulary.len());
    let unknown = unknown.ok_or_else(|| wrong("its vocabulary has no piece for the unknown", SAVE_AGAIN))?;
    Ok((Unigram { pieces, unknown, longest, least }, vocabulary.len() as u32 - 1))
}

/// The pieces that open and close what the network sees.
fn windows(part: Option<&Value>) -> Result<(Vec<u32>, Vec<u32>), FolderError> {
    for processor in sequence(part, "processors") {
        match kind(processor) {
            "ByteLevel" => {}
            "BertProcessing" | "RobertaProcessing" => {
                let id = |name: &str| u32::try_from(processor.get(name)?.get(1)?.as_u64()?).ok();
                let pair = id("cls").zip(id("sep"));
                let (opening, closing) =
                    pair.ok_or_else(|| wrong("its post_processor is not whole", SAVE_AGAIN))?;
                return Ok((vec![opening], vec![closing]));
            }
            "TemplateProcessing" => {
                return template(processor)
                    .ok_or_else(|| wrong("its post_processor is not whole", SAVE_AGAIN));
            }
            other => return Err(unknown("post_processor", other)),
        }
    }
    Err(wrong("has no post_processor, which opens and closes what the network sees", SAVE_AGAIN))
}

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
    fn a_part_that_is_not_known_is_refused_by_name() {
        assert!(Tokenizer::read(FILE.as_bytes()).is_ok());
        check_refused("{\"norm", "", "not JSON");
        check_refused("BertNormalizer", "Nmt", "normalizer `Nmt`");
        check_refused("BertPreTokenizer", "Punctuation", "pre_tokenizer `Punctuation`");
        check_refused("\"WordPiece\"", "\"WordLevel\"", "model `WordLevel`");
        check_refused("\"WordPiece\"", "\"BPE\"", "model `BPE`");
        check_refused("BertProcessing", "Other", "post_processor `Other`");
        check_refused("\"vocab\"", "\"words\"", "no `vocab`");
        check_refused("\"[UNK]\": 0", "\"x\": 0", "unknown");
        check_refused("\"cls\"", "\"clf\"", "post_processor is not whole");
    }

    #[test]
    fn words_are_spelt_by_the_pieces_of_the_file() {
        let tokenizer = Tokenizer::read(FILE.as_bytes()).expect("it is whole");
        let ids: Vec<u32> = tokenizer.split("ab-a", true).iter().map(|piece| piece.id).collect();
        assert_eq!(ids, [3, 4, 0, 3]);
        assert_eq!((tokenizer.opening, tokenizer.closing, tokenizer.highest), (vec![1], vec![2], 4));
    }
}
