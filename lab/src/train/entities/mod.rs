//! Training of the entity tagger's fast model, a language at a time.

#![allow(
    clippy::indexing_slicing,
    reason = "never shipped, and an index out of range is a defect to stop at"
)]

mod ablation;
mod crf;
mod examples;
mod labelling;
mod random;
mod recipe;
mod texts;
mod variant;
mod word_classes;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use entity_tagger::EntityTagger;
use entity_tagger::document::{Document, Part, Stretch};
use entity_tagger::gazetteer::Gazetteer;
use entity_tagger::mentions::RuleModel;
use entity_tagger::mentions::trained::{self, Draft, Group, TrainedModel, Weights, WordClasses};
use messages::Field;
use text::Span;

use self::crf::{Field as RandomField, Settings};
use self::examples::{Examples, Reader};
use self::random::Random;
use self::recipe::{RECIPES, Recipe, Source, TAUGHT};
use self::texts::{Capitals, Spacing};
use self::variant::Variant;
use self::word_classes::Company;
use crate::corpus::Corpora;
use crate::corpus::columns::{self, TaggedDocument};
use crate::corpus::news::NewsDocument;
use crate::corpus::taught::{self, TaughtDocument};
use crate::eval;

pub use self::ablation::{Options as AblationOptions, Part as AblationPart, ablate};
pub use self::labelling::{Options as LabellingOptions, label};
pub use self::recipe::SILVER;

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
    /// How much of what is learnt of the silver corpus' text is its own labels, beside the teacher's: 0 to 1.
    pub silver: f32,
    /// A model of the same language, made over the same word classes, whose weights are averaged with those that are learnt.
    pub mean: Option<PathBuf>,
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

/// What is read once and serves any number of trainings of one language.
struct Material<'m> {
    corpora: &'m Corpora,
    recipe: &'static Recipe,
    gazetteer: Arc<Gazetteer>,
    rules: RuleModel,
    classes: Vec<(String, u16)>,
    taught: Vec<TaughtDocument>,
}

impl<'m> Material<'m> {
    fn read(corpora: &'m Corpora, recipe: &'static Recipe, teacher: &[PathBuf]) -> anyhow::Result<Self> {
        let gazetteer = Arc::new(Gazetteer::load());
        let is_english = recipe.language == "en";
        let classes = if is_english { english_classes(corpora, &gazetteer)? } else { Vec::new() };
        let mut taught = Vec::new();
        for path in teacher.iter().filter(|_| is_english) {
            taught.extend(taught::read(path)?);
        }
        if !taught.is_empty() {
            labelling::add_silver_names(corpora, &gazetteer, &mut taught)?;
        }
        let rules = RuleModel::new(Arc::clone(&gazetteer));
        Ok(Self { corpora, recipe, gazetteer, rules, classes, taught })
    }

    /// The sources of which a teacher labelled some text.
    fn labelled(&self) -> Vec<&'static str> {
        let is_labelled = |source: &&str| self.taught.iter().any(|document| document.source == **source);
        recipe::TAUGHT.iter().map(|(source, _)| *source).filter(is_labelled).collect()
    }
}

fn train(corpora: &Corpora, recipe: &'static Recipe, options: &Options) -> anyhow::Result<()> {
    say(&format!("{}:", recipe.language));
    let material = Material::read(corpora, recipe, &options.teacher)?;
    let variant = Variant {
        fold: options.fold,
        without: options.without.as_deref().and_then(examples::group),
        silver: options.silver,
        mean: options.mean.clone(),
        ..Variant::whole(recipe)
    };
    let Learnt { file, held_out } = learn(&material, &variant)?;
    let tagger = tagger(&material, &file)?;
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

/// The tagger with a file of weights for this language and nothing for others.
fn tagger(material: &Material<'_>, file: &[u8]) -> anyhow::Result<EntityTagger> {
    let weights = Weights::read(file.to_vec().leak()).context("the model just written cannot be read")?;
    let model = TrainedModel::new(Arc::clone(&material.gazetteer), vec![(material.recipe.language, weights)]);
    Ok(EntityTagger::with_model(Box::new(model)))
}

/// A model, and the documents it was not shown.
struct Learnt {
    file: Vec<u8>,
    held_out: Vec<(&'static str, TaggedDocument)>,
}

fn learn(material: &Material<'_>, variant: &Variant) -> anyhow::Result<Learnt> {
    let recipe = material.recipe;
    let classes = material.classes.iter().filter(|_| !variant.lacks(Group::Classes));
    let word_classes = WordClasses::new(classes.map(|(form, class)| (trained::of_form(form), *class)));
    let reader = Reader {
        gazetteer: &material.gazetteer,
        rules: &material.rules,
        classes: &word_classes,
        without: variant.without,
    };
    let mut random = Random::new(11);
    let mut examples = Examples::default();
    let wanted = material.taught.iter().filter(|document| variant.takes(&document.source));
    let wanted: Vec<&TaughtDocument> = wanted.collect();
    for document in wanted.iter().step_by(variant.one_in) {
        add_taught(&mut examples, &reader, document, variant.silver, &mut random)?;
    }
    let held_out = add_corpora(&mut examples, material, &reader, variant, &mut random)?;
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
        Settings { epochs: variant.epochs, rate: RATE, dropout: DROPOUT, unknown: UNKNOWN, decay: DECAY };
    field.fit(&examples, &mut runs, settings, &mut random);
    if let Some(path) = &variant.mean {
        let file = std::fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        let other =
            Weights::read(file.leak()).with_context(|| format!("`{}` is no model", path.display()))?;
        field.average_with(&other, &hashes);
    }
    let draft = draft(&field, &hashes, word_classes, recipe.rows);
    let file = draft.encode();
    say(&format!("  {} rows, {} bytes", draft.rows.len(), file.len()));
    Ok(Learnt { file, held_out })
}

/// Adds the corpora of the recipe, less the fold that is held out; the silver corpus' own labels only where no teacher's are.
fn add_corpora(
    examples: &mut Examples,
    material: &Material<'_>,
    reader: &Reader<'_>,
    variant: &Variant,
    random: &mut Random,
) -> anyhow::Result<Vec<(&'static str, TaggedDocument)>> {
    let mut held_out = Vec::new();
    let taught = material.taught.iter().any(|document| variant.takes(&document.source));
    let is_wanted =
        |source: &Source| if source.by_hand { variant.by_hand } else { variant.own_silver && !taught };
    for (source, weight) in material.recipe.sources.iter().filter(|(source, _)| is_wanted(source)) {
        let documents = documents(material.corpora, source, random)?;
        for (number, mut document) in documents.into_iter().enumerate().step_by(variant.one_in) {
            if !source.by_hand {
                for sentence in &mut document {
                    texts::mend_nationalities(sentence, &material.gazetteer);
                }
            }
            if source.by_hand
                && source.language == material.recipe.language
                && variant.fold.is_some_and(|fold| number % FOLDS == fold)
            {
                held_out.push((source.file, document));
                continue;
            }
            add(examples, reader, source, &document, *weight, random);
        }
    }
    Ok(held_out)
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
    silver: f32,
    random: &mut Random,
) -> anyhow::Result<()> {
    let listed = TAUGHT.iter().find(|(source, _)| *source == document.source);
    let weight = listed
        .with_context(|| format!("`{}` is a source without a weight in the recipe", document.source))?
        .1;
    examples.add_taught(reader, document, weight, silver);
    for sentence in 0..document.sentences.len() {
        let capitals = match random.below(24) {
            0 => Capitals::Upper,
            1 => Capitals::Title,
            _ => continue,
        };
        if let Some(recased) = texts::recased(document, sentence, capitals) {
            examples.add_taught(reader, &recased, weight, silver);
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
