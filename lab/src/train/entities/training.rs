//! Trains the models, writes them and prints what they score on the development sets.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use entity_tagger::EntityTagger;
use entity_tagger::gazetteer::Gazetteer;
use entity_tagger::mentions::RuleModel;
use entity_tagger::mentions::trained::{
    self, Draft, Group, TrainedModel, Weights, WordClasses, pack, unpack,
};

use super::class_texts::english_classes;
use super::crf::{Field, Settings};
use super::draft::{draft, rounded};
use super::examples::{self, Examples, Reader};
use super::recipe::{RECIPES, Recipe, Source, sources_of};
use super::texts::{self, Capitals, Spacing};
use super::transliteration::in_cyrillic;
use super::{documents, labelling, labelling::tagged};
use crate::corpus::Corpora;
use crate::corpus::columns::TaggedDocument;
use crate::corpus::taught::{self, TaughtDocument};
use crate::eval;
use crate::progress::note;
use crate::random::Random;
use crate::train::digest::sha256;

/// What to train, and where to write it.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder of the model files.
    pub out: PathBuf,
    /// The only language to train; all if there is none.
    pub language: Option<String>,
    /// The fold, of five, of the hand-annotated corpora to hold out and measure on; in a language without gold, of
    /// the teacher's labels. Nothing is written then.
    pub fold: Option<usize>,
    /// The group of features to leave out. Nothing is written then.
    pub without: Option<String>,
    /// Files of text that the accurate tier has labelled, in any languages. Its labels of the English silver corpus
    /// take the place of the corpus' own.
    pub teacher: Vec<PathBuf>,
    /// Weight of the silver corpus' own labels on its text, from 0 to 1. The teacher's labels have the rest.
    pub silver: f32,
    /// A model of the same language, made over the same word classes, to average the weights with.
    pub mean: Option<PathBuf>,
    /// A model file to write again with the steps of the recipe, instead of training.
    pub round: Option<PathBuf>,
}

/// Step of the first pass. This and the next two were chosen by folds of Bosque, SET, WikiGold and EWT held
/// out of training, with GMB dev and PUD in view.
const RATE: f32 = 0.1;
/// Share of features left out of each step.
const DROPOUT: f32 = 0.4;
/// Pull of weights towards zero.
const DECAY: f32 = 1e-4;

/// Number of folds of a corpus.
const FOLDS: usize = 5;

/// One sentence in this number is also learnt in capitals, and one in title case, as headlines have them.
const RECASED: usize = 24;

/// Trains the models, writes them and prints what they score on the development sets.
pub fn run(corpora: &Corpora, options: &Options) -> anyhow::Result<()> {
    let wanted = |recipe: &&Recipe| options.language.as_deref().is_none_or(|only| only == recipe.language);
    for recipe in RECIPES.iter().filter(wanted) {
        train(corpora, recipe, options).with_context(|| format!("training {}", recipe.language))?;
    }
    Ok(())
}

fn train(corpora: &Corpora, recipe: &'static Recipe, options: &Options) -> anyhow::Result<()> {
    note(&format!("{}:", recipe.language));
    let material = Material::read(corpora, recipe, &options.teacher)?;
    let Learnt { draft, held_out } = match &options.round {
        Some(path) => {
            let model = unpack(&read(path)?)
                .with_context(|| format!("`{}` is not a packed model file", path.display()))?;
            Learnt { draft: rounded(&model, recipe), held_out: Vec::new() }
        }
        None => learn(&material, options)?,
    };
    let file = pack(&draft);
    note(&format!("  {} rows, {} bytes", draft.rows.len(), file.len()));
    let tagger = tagger(&material, &draft)?;
    for row in eval::entities::scores(corpora, &tagger, recipe.language, &held_out)? {
        note(&format!("  {}", row.join(" | ")));
    }
    if options.fold.is_none() && options.without.is_none() {
        let path = options.out.join(recipe.language).with_extension("bin");
        std::fs::create_dir_all(&options.out)?;
        std::fs::write(&path, &file).with_context(|| format!("cannot write `{}`", path.display()))?;
        note(&format!("  {}: sha256 {}", path.display(), sha256(&file)));
    }
    Ok(())
}

/// Everything that training reads.
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
        for path in teacher {
            taught.extend(taught::read(path)?);
        }
        taught.retain(|document| document.language == recipe.language);
        if is_english && !taught.is_empty() {
            labelling::add_silver_names(corpora, &gazetteer, &mut taught)?;
        }
        let rules = RuleModel::new(Arc::clone(&gazetteer));
        Ok(Self { corpora, recipe, gazetteer, rules, classes, taught })
    }
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))
}

/// Returns a tagger with these weights for its language and none for others.
fn tagger(material: &Material<'_>, draft: &Draft) -> anyhow::Result<EntityTagger> {
    // Weights borrow their file for the life of the program, because the shipped ones are compiled in.
    let weights = Weights::read(draft.encode().leak()).context("the model just written cannot be read")?;
    let model = TrainedModel::new(Arc::clone(&material.gazetteer), vec![(material.recipe.language, weights)]);
    Ok(EntityTagger::with_model(Box::new(model)))
}

/// A model, and the documents that were held out of its training.
struct Learnt {
    draft: Draft,
    held_out: Vec<(&'static str, TaggedDocument)>,
}

fn learn(material: &Material<'_>, options: &Options) -> anyhow::Result<Learnt> {
    let recipe = material.recipe;
    let without = options.without.as_deref().and_then(examples::group);
    let classes = material.classes.iter().filter(|_| without != Some(Group::Classes));
    let word_classes = WordClasses::new(classes.map(|(form, class)| (trained::of_form(form), *class)));
    let reader =
        Reader { gazetteer: &material.gazetteer, rules: &material.rules, classes: &word_classes, without };
    let mut random = Random::new(11);
    let mut examples = Examples::default();
    let mut held_out = Vec::new();
    let has_gold = sources_of(recipe.language).next().is_some();
    for (number, document) in material.taught.iter().enumerate() {
        if !has_gold && options.fold.is_some_and(|fold| number % FOLDS == fold) {
            held_out.push(("the teacher's labels", tagged(document, &material.gazetteer)));
        } else {
            add_taught(&mut examples, &reader, recipe, document, options.silver, &mut random)?;
        }
    }
    held_out.extend(add_corpora(&mut examples, material, &reader, options.fold, &mut random)?);
    let hashes = examples.number(recipe.least);
    let mut runs = examples.runs.clone();
    note(&format!(
        "  {} tokens in {} runs, {} features; {} names, {} of them out of reach",
        examples.allowed.len(),
        runs.len(),
        hashes.len(),
        examples.names.0,
        examples.names.1
    ));
    let mut field = Field::new(hashes.len());
    let settings = Settings {
        epochs: recipe.epochs,
        rate: RATE,
        dropout: DROPOUT,
        unknown: recipe.unknown,
        decay: DECAY,
        margin: recipe.margin,
    };
    field.fit(&examples, &mut runs, settings, &mut random);
    if let Some(path) = &options.mean {
        let file = read(path)?;
        // Files before `crf-3` are not packed.
        let read_in_place = unpack(&file).map_or(file, |draft| draft.encode());
        let other = Weights::read(read_in_place.leak())
            .with_context(|| format!("`{}` is not a model file", path.display()))?;
        field.average_with(&other, &hashes);
    }
    let draft = draft(&field, &hashes, word_classes, recipe);
    Ok(Learnt { draft, held_out })
}

/// Adds the corpora of the recipe and returns the documents of the fold that is held out.
///
/// The English silver corpus' own labels are learnt only if no teacher labelled its text.
fn add_corpora(
    examples: &mut Examples,
    material: &Material<'_>,
    reader: &Reader<'_>,
    fold: Option<usize>,
    random: &mut Random,
) -> anyhow::Result<Vec<(&'static str, TaggedDocument)>> {
    let mut held_out = Vec::new();
    let is_taught = material.taught.iter().any(|document| document.source == "silver");
    let is_wanted = |source: &Source| source.by_hand || !is_taught;
    for (source, weight) in material.recipe.sources.iter().filter(|(source, _)| is_wanted(source)) {
        let documents = documents::read(material.corpora, source, random)?;
        for (number, mut document) in documents.into_iter().enumerate() {
            if !source.by_hand {
                for sentence in &mut document {
                    texts::mend_nationalities(sentence, &material.gazetteer);
                }
            }
            let is_own = source.by_hand && source.language == material.recipe.language;
            if is_own && fold.is_some_and(|fold| number % FOLDS == fold) {
                held_out.push((source.file, document));
            } else {
                add(examples, reader, source, &document, *weight, random);
            }
        }
    }
    Ok(held_out)
}

/// Adds a document as it is, and some of its sentences in capitals as headlines have them.
fn add(
    examples: &mut Examples,
    reader: &Reader<'_>,
    source: &Source,
    document: &TaggedDocument,
    weight: f32,
    random: &mut Random,
) {
    // Hand-annotated corpora are small, so each document is read with both spacings, at half the weight, unless
    // the corpus has the spaces.
    let natural = random.below(2) == 0;
    let knows_spaces = document.iter().any(|sentence| !sentence.glued.is_empty());
    let spacings: &[Spacing] = match (source.by_hand, natural) {
        (true, _) if !knows_spaces => &[Spacing::Tokens, Spacing::Natural],
        (false, false) => &[Spacing::Tokens],
        _ => &[Spacing::Natural],
    };
    for spacing in spacings {
        let text = texts::compose(document, source.language, *spacing, Capitals::Kept);
        examples.add(reader, &text, source.language, source.marks_misc, weight / spacings.len() as f32);
    }
    if source.in_cyrillic {
        let text = texts::compose(&in_cyrillic(document), source.language, Spacing::Natural, Capitals::Kept);
        examples.add(reader, &text, source.language, source.marks_misc, weight);
    }
    for sentence in document {
        let Some(capitals) = drawn_capitals(random) else { continue };
        let text =
            texts::compose(std::slice::from_ref(sentence), source.language, Spacing::Natural, capitals);
        examples.add(reader, &text, source.language, source.marks_misc, weight);
    }
}

/// Adds a document that a teacher labelled, and some of its sentences in capitals.
fn add_taught(
    examples: &mut Examples,
    reader: &Reader<'_>,
    recipe: &Recipe,
    document: &TaughtDocument,
    silver: f32,
    random: &mut Random,
) -> anyhow::Result<()> {
    let listed = recipe.taught.iter().find(|(source, _)| *source == document.source);
    let (_, weight) =
        listed.with_context(|| format!("the recipe has no weight for the source `{}`", document.source))?;
    examples.add_taught(reader, document, *weight, silver);
    for sentence in 0..document.sentences.len() {
        let Some(capitals) = drawn_capitals(random) else { continue };
        if let Some(recased) = texts::recased(document, sentence, capitals) {
            examples.add_taught(reader, &recased, *weight, silver);
        }
    }
    Ok(())
}

/// Draws how a sentence is recased; mostly it is not.
fn drawn_capitals(random: &mut Random) -> Option<Capitals> {
    match random.below(RECASED) {
        0 => Some(Capitals::Upper),
        1 => Some(Capitals::Title),
        _ => None,
    }
}
