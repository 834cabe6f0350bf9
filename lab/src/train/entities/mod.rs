//! Training of the entity tagger's fast model, a language at a time.

#![allow(
    clippy::indexing_slicing,
    reason = "never shipped, and an index out of range is a defect to stop at"
)]

mod crf;
mod examples;
mod labelling;
mod random;
mod recipe;
mod texts;
mod word_classes;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use entity_tagger::EntityTagger;
use entity_tagger::document::{Document, Part, Stretch};
use entity_tagger::gazetteer::Gazetteer;
use entity_tagger::mentions::RuleModel;
use entity_tagger::mentions::trained::{self, Draft, TrainedModel, Weights, WordClasses};
use messages::Field;
use text::Span;

use self::crf::{Field as RandomField, Settings};
use self::examples::{Examples, Reader};
use self::random::Random;
use self::recipe::{RECIPES, Recipe, Source, TAUGHT};
use self::texts::{Capitals, Spacing};
use self::word_classes::Company;
use crate::corpus::Corpora;
use crate::corpus::columns::{self, TaggedDocument};
use crate::corpus::news::NewsDocument;
use crate::corpus::taught::{self, TaughtDocument};
use crate::eval;

pub use self::labelling::{Options as LabellingOptions, label};

/// What to train, and where to write it.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder of the model files.
    pub out: PathBuf,
    /// One language only.
    pub language: Option<String>,
    /// Holds this fold of five of the corpora annotated by hand out, measures on it, and writes nothing.
    pub fold: Option<usize>,
    /// Leaves a group of features out, and writes nothing.
    pub without: Option<String>,
    /// Files of text that the accurate tier has labelled; they take the place of the silver corpus.
    pub teacher: Vec<PathBuf>,
}

/// Step of the first pass. This and the next three were chosen by folds of Bosque, SET, WikiGold and EWT held
/// out of training, with GMB dev and PUD in view.
const RATE: f32 = 0.1;
/// Share of features left out of each step.
const DROPOUT: f32 = 0.4;
/// Share of tokens read as if never met; without it the silver corpus' few names are learnt by heart.
const UNKNOWN: f32 = 0.5;
/// Pull of weights towards zero.
const DECAY: f32 = 1e-4;

/// Folds that a corpus is cut into for measuring.
const FOLDS: usize = 5;

/// Trains the models, writes them and says what they score on the development sets.
pub fn run(corpora: &Corpora, options: &Options) -> anyhow::Result<()> {
    for recipe in
        RECIPES.iter().filter(|recipe| options.language.as_deref().is_none_or(|only| only == recipe.language))
    {
        train(corpora, recipe, options).with_context(|| format!("training {}", recipe.language))?;
    }
    Ok(())
}

fn train(corpora: &Corpora, recipe: &Recipe, options: &Options) -> anyhow::Result<()> {
    say(&format!("{}:", recipe.language));
    let gazetteer = Arc::new(Gazetteer::load());
    let rules = RuleModel::new(Arc::clone(&gazetteer));
    let classes = if recipe.language == "en" { english_classes(corpora, &gazetteer)? } else { Vec::new() };
    let word_classes = WordClasses::new(classes.iter().map(|(form, class)| (trained::of_form(form), *class)));
    let without = options.without.as_deref().and_then(examples::group);
    let reader = Reader { gazetteer: &gazetteer, rules: &rules, classes: &word_classes, without };
    let mut examples = Examples::default();
    let mut random = Random::new(11);
    let mut held_out = Vec::new();
    let taught = if recipe.language == "en" { options.teacher.as_slice() } else { &[] };
    for path in taught {
        for document in taught::read(path)? {
            add_taught(&mut examples, &reader, &document, &mut random)?;
        }
    }
    for (source, weight) in recipe.sources.iter().filter(|(source, _)| source.by_hand || taught.is_empty()) {
        let documents = documents(corpora, source, &mut random)?;
        for (number, mut document) in documents.into_iter().enumerate() {
            if !source.by_hand {
                for sentence in &mut document {
                    texts::mend_nationalities(sentence, &gazetteer);
                }
            }
            if source.by_hand
                && source.language == recipe.language
                && options.fold.is_some_and(|fold| number % FOLDS == fold)
            {
                held_out.push((source.file, document));
                continue;
            }
            add(&mut examples, &reader, source, &document, *weight, &mut random);
        }
    }
    let hashes = examples.number(recipe.least);
    let mut runs = examples.runs.clone();
    say(&format!(
        "  {} tokens in {} runs, {} features; {} names, {} of them beyond reach",
        examples.allowed.len(),
        runs.len(),
        hashes.len(),
        examples.names.0,
        examples.names.1
    ));
    let mut field = RandomField::new(hashes.len());
    let settings =
        Settings { epochs: recipe.epochs, rate: RATE, dropout: DROPOUT, unknown: UNKNOWN, decay: DECAY };
    field.fit(&examples, &mut runs, settings, &mut random);
    let draft = draft(&field, &hashes, word_classes, recipe.rows);
    let file = draft.encode();
    say(&format!("  {} rows, {} bytes", draft.rows.len(), file.len()));
    let weights = Weights::read(file.clone().leak()).context("the model just written cannot be read")?;
    let model = TrainedModel::new(gazetteer, vec![(recipe.language, weights)]);
    let tagger = EntityTagger::with_model(Box::new(model));
    for row in eval::entities::scores(corpora, &tagger, recipe.language, &held_out)? {
        say(&format!("  {}", row.join(" | ")));
    }
    if options.fold.is_none() && options.without.is_none() {
        let path = options.out.join(recipe.language).with_extension("bin");
        std::fs::create_dir_all(&options.out)?;
        std::fs::write(&path, &file).with_context(|| format!("cannot write `{}`", path.display()))?;
        say(&format!("  {}: sha256 {}", path.display(), super::sha256(&file)));
    }
    Ok(())
}

/// A corpus in documents. Where it marks none but goes on from sentence to sentence, some sentences together make one.
fn documents(corpora: &Corpora, source: &Source, random: &mut Random) -> anyhow::Result<Vec<TaggedDocument>> {
    let documents = corpora.limited(columns::read(&corpora.text(&format!("entities/{}.tsv", source.file))?));
    if source.by_hand {
        return Ok(documents);
    }
    let (mut joined, mut left): (Vec<TaggedDocument>, usize) = (Vec::new(), 0);
    for document in documents {
        match joined.last_mut() {
            Some(last) if left > 0 => last.extend(document),
            _ => {
                joined.push(document);
                left = 1 + random.below(12);
            }
        }
        left -= 1;
    }
    Ok(joined)
}

/// Adds a document as it is, and some of its sentences in capitals as a headline would have them.
fn add(
    examples: &mut Examples,
    reader: &Reader<'_>,
    source: &Source,
    document: &TaggedDocument,
    weight: f32,
    random: &mut Random,
) {
    let natural = random.below(2) == 0;
    let spacings: &[Spacing] = match (source.by_hand, natural) {
        (true, _) => &[Spacing::Tokens, Spacing::Natural],
        (false, true) => &[Spacing::Natural],
        (false, false) => &[Spacing::Tokens],
    };
    for spacing in spacings {
        let text = texts::compose(document, source.language, *spacing, Capitals::Kept);
        examples.add(reader, &text, source.language, source.marks_misc, weight / spacings.len() as f32);
    }
    for sentence in document {
        let capitals = match random.below(24) {
            0 => Capitals::Upper,
            1 => Capitals::Title,
            _ => continue,
        };
        let text =
            texts::compose(std::slice::from_ref(sentence), source.language, Spacing::Natural, capitals);
        examples.add(reader, &text, source.language, source.marks_misc, weight);
    }
}

/// Adds a document that a teacher labelled, and some of its sentences in capitals.
fn add_taught(
    examples: &mut Examples,
    reader: &Reader<'_>,
    document: &TaughtDocument,
    random: &mut Random,
) -> anyhow::Result<()> {
    let listed = TAUGHT.iter().find(|(source, _)| *source == document.source);
    let weight = listed
        .with_context(|| format!("`{}` is a source without a weight in the recipe", document.source))?
        .1;
    examples.add_taught(reader, document, weight);
    for sentence in 0..document.sentences.len() {
        let capitals = match random.below(24) {
            0 => Capitals::Upper,
            1 => Capitals::Title,
            _ => continue,
        };
        if let Some(recased) = texts::recased(document, sentence, capitals) {
            examples.add_taught(reader, &recased, weight);
        }
    }
    Ok(())
}

/// The rows worth most, in whole steps.
fn draft(field: &RandomField, hashes: &[(u32, u32)], word_classes: WordClasses, most: usize) -> Draft {
    let heaviest = |row: &crf::Row| row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
    // A light weight that is met often decides more than a heavy one met twice.
    let worth = |row: &crf::Row, count: u32| heaviest(row) * (count as f32).sqrt();
    let mut rows: Vec<(f32, u32, &crf::Row)> =
        hashes.iter().zip(&field.rows).map(|((hash, count), row)| (worth(row, *count), *hash, row)).collect();
    rows.sort_by(|first, second| second.0.total_cmp(&first.0).then(first.1.cmp(&second.1)));
    rows.truncate(most);
    let mut weights: Vec<f32> = rows.iter().map(|(.., row)| heaviest(row)).collect();
    weights.sort_by(|first, second| second.total_cmp(first));
    // A few weights beyond 127 steps are cut there; a wider step would cost all others precision.
    let scale = weights.get(weights.len() / 2000).map_or(1.0, |weight| *weight) / 127.0;
    let step = |row: &crf::Row| row.map(|weight| (weight / scale).round().clamp(-127.0, 127.0) as i8);
    let rows = rows
        .iter()
        .map(|(_, hash, row)| (*hash, step(row)))
        .filter(|(_, row)| row.iter().any(|weight| *weight != 0));
    Draft { rows: rows.collect(), scale, transitions: field.transitions.clone(), word_classes }
}

/// Word classes from the news in English and the texts of the silver corpus.
fn english_classes(corpora: &Corpora, gazetteer: &Gazetteer) -> anyhow::Result<Vec<(String, u16)>> {
    let mut company = Company::default();
    for file in ["en", "en-senate-1", "en-senate-2"] {
        for news in corpora.json_lines::<NewsDocument>(&format!("news/{file}.jsonl"))? {
            for paragraph in news.body.lines() {
                add_company(&mut company, gazetteer, paragraph);
            }
        }
    }
    for file in ["gmb_4class_train", "wikigold"] {
        for document in corpora.limited(columns::read(&corpora.text(&format!("entities/{file}.tsv"))?)) {
            for sentence in document {
                let tokens: Vec<&str> = sentence.tokens.iter().map(|(token, _)| token.as_str()).collect();
                add_company(&mut company, gazetteer, &tokens.join(" "));
            }
        }
    }
    let classes = company.classes();
    say(&format!("  {} words in classes", classes.len()));
    Ok(classes)
}

fn add_company(company: &mut Company, gazetteer: &Gazetteer, text: &str) {
    let mut document = Document::new("", text, "en");
    let span = Span::new(0, text.len());
    document.push(Stretch { field: Field::Body, span, block: 0, part: Part::Body }, gazetteer);
    company.add((0..document.tokens.len()).map(|index| document.text(index)));
}

/// Tells a person how it goes; where standard error leads nowhere, nobody listens.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
