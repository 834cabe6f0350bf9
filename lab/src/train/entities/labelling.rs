//! Labels text by the accurate tier's network, for the fast tier to learn from (knowledge distillation).

use std::collections::HashMap;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use anyhow::Context as _;
use encoder::{Precision, TokenClassifier};
use entity_tagger::document::{Document, Passage, Placement};
use entity_tagger::gazetteer::Gazetteer;
use entity_tagger::mentions::words_by_sentence;
use messages::{EntityType, Field};
use segmenter::Segmenter;
use text::{Offsets, Span};

use super::documents;
use super::recipe::{self, GMB, MOST};
use super::texts::{self, Capitals, Spacing, named};
use super::unlabelled_texts;
use crate::corpus::Corpora;
use crate::corpus::columns::{Composed, TaggedDocument, TaggedSentence};
use crate::corpus::news::NewsDocument;
use crate::corpus::taught::{Belief, TaughtDocument};
use crate::progress::{Progress, note};
use crate::random::Random;

/// What to label, and where to write the labels.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the accurate tier's model.
    pub weights: PathBuf,
    /// The file to write.
    pub out: PathBuf,
    /// Labels one in this number of the press releases and of the silver corpus' documents, which are much
    /// alike.
    pub one_in: usize,
    /// The sources to label; all if the list is empty.
    pub sources: Vec<String>,
    /// The language to label.
    pub language: String,
}

impl Options {
    fn wants(&self, source: &str) -> bool {
        self.sources.is_empty() || self.sources.iter().any(|wanted| wanted == source)
    }
}

/// The language whose texts are those of the silver corpus, the news and the press releases.
const ENGLISH: &str = "en";
/// The source of texts from hand-annotated corpora.
const GOLD: &str = "gold";

/// Labels text of a language, and writes one document per line.
pub fn label(corpora: &Corpora, options: &Options) -> anyhow::Result<()> {
    let teacher = TokenClassifier::open(&options.weights, Precision::Int8)
        .with_context(|| format!("cannot use the model in `{}`", options.weights.display()))?;
    let (labels, gazetteer) = (teacher.labels(), Gazetteer::load());
    let unlabelled = unlabelled(corpora, options)?;
    let mut file = BufWriter::new(
        std::fs::File::create(&options.out)
            .with_context(|| format!("cannot write `{}`", options.out.display()))?,
    );
    let progress = Progress::new("documents", unlabelled.len());
    let mut tokens = 0;
    for text in unlabelled {
        let document = read(&text, &gazetteer);
        tokens += document.tokens.len();
        let beliefs = beliefs(&document, &teacher, labels);
        let taught = TaughtDocument { beliefs, ..text };
        serde_json::to_writer(&mut file, &taught)?;
        file.write_all(b"\n")?;
        progress.step();
    }
    file.flush()?;
    note(&format!("{tokens} tokens labelled by {} in {}", teacher.name(), options.out.display()));
    Ok(())
}

/// Reads the texts to label.
fn unlabelled(corpora: &Corpora, options: &Options) -> anyhow::Result<Vec<TaughtDocument>> {
    let mut texts = Vec::new();
    if options.language != ENGLISH {
        if options.wants(GOLD) {
            texts.extend(gold(corpora, &options.language)?);
        }
        for text in unlabelled_texts::read(corpora, &options.language)? {
            if options.wants(&text.source) {
                texts.push(text);
            }
        }
        return Ok(texts);
    }
    if options.wants("silver") {
        texts.extend(silver(corpora)?.into_iter().step_by(options.one_in.max(1)));
    }
    texts.extend(news(corpora, options)?);
    Ok(texts)
}

/// Returns the document of a text, all of it as body.
pub(super) fn read<'t>(text: &'t TaughtDocument, gazetteer: &Gazetteer) -> Document<'t> {
    let mut document = Document::new("", &text.text, &text.language);
    for (block, (start, end)) in text.sentences.iter().enumerate() {
        let span = Span::new(*start, *end);
        document.push(Passage { field: Field::Body, span, block, placement: Placement::Body }, gazetteer);
    }
    document
}

/// Returns a labelled text as a document with the likeliest names, to score a model in a language without gold.
pub(super) fn tagged(text: &TaughtDocument, gazetteer: &Gazetteer) -> TaggedDocument {
    let document = read(text, gazetteer);
    let likeliest = |belief: &Belief| {
        let best = belief.labels.iter().max_by(|(_, one), (_, other)| one.total_cmp(other));
        best.map_or_else(|| "O".to_owned(), |(label, _)| label.clone())
    };
    let labels: HashMap<usize, String> =
        text.beliefs.iter().map(|belief| (belief.start, likeliest(belief))).collect();
    let sentences = document.sentences.iter().map(|sentence| {
        let mut tagged = TaggedSentence::default();
        for (index, token) in sentence.tokens.clone().zip(&document.tokens[sentence.tokens.clone()]) {
            let label = labels.get(&token.span.start).map_or("O", String::as_str);
            tagged.push(document.text(index), label, !token.spaced);
        }
        tagged
    });
    sentences.filter(|sentence| !sentence.tokens.is_empty()).collect()
}

/// Returns the teacher's label probabilities for each token that may be in a name.
fn beliefs(document: &Document<'_>, teacher: &TokenClassifier, labels: &[String]) -> Vec<Belief> {
    let logits = teacher.logits(&words_by_sentence(document));
    let tokens = document.tokens.iter().zip(&logits);
    tokens.filter_map(|(token, logits)| Belief::of(token.span, labels, logits)).collect()
}

/// Returns the silver corpus' text: half of it as a newspaper prints it, half with a space between tokens.
fn silver(corpora: &Corpora) -> anyhow::Result<Vec<TaughtDocument>> {
    let mut random = Random::new(13);
    let mut texts = Vec::new();
    for document in documents::read(corpora, &GMB, &mut random)? {
        texts.push(silver_text(&document, &mut random).0);
    }
    Ok(texts)
}

/// Returns the text of a document of the silver corpus, and its names.
fn silver_text(document: &TaggedDocument, random: &mut Random) -> (TaughtDocument, Vec<(Span, EntityType)>) {
    let spacing = if random.below(2) == 0 { Spacing::Natural } else { Spacing::Tokens };
    let composed = texts::compose(document, ENGLISH, spacing, Capitals::Kept);
    let offsets = Offsets::new(&composed.text);
    let names = composed.names.iter();
    let names = names.filter_map(|(span, entity_type)| Some((offsets.to_bytes(*span)?, named(*entity_type))));
    let names = names.collect();
    (without_labels(composed, "silver", ENGLISH), names)
}

/// Returns the text of the hand-annotated corpora of a language. The teacher's probabilities say more of a token than
/// the one label that it has there.
fn gold(corpora: &Corpora, language: &str) -> anyhow::Result<Vec<TaughtDocument>> {
    let mut random = Random::new(17);
    let mut texts = Vec::new();
    for source in recipe::sources_of(language).filter(|source| source.by_hand) {
        for document in documents::read(corpora, &source.most(MOST), &mut random)? {
            let composed = texts::compose(&document, language, Spacing::Natural, Capitals::Kept);
            texts.push(without_labels(composed, GOLD, language));
        }
    }
    Ok(texts)
}

fn without_labels(composed: Composed, source: &str, language: &str) -> TaughtDocument {
    let offsets = Offsets::new(&composed.text);
    let sentences = composed.sentences.iter().filter_map(|sentence| offsets.to_bytes(*sentence));
    let sentences = sentences.map(|span| (span.start, span.end)).collect();
    let (source, language, text) = (source.to_owned(), language.to_owned(), composed.text);
    TaughtDocument { source, language, text, sentences, ..TaughtDocument::default() }
}

/// Adds the silver corpus' own names to its documents among those that a teacher labelled.
///
/// The text identifies a document, so the random numbers must be those of [`silver`].
pub(super) fn add_silver_names(
    corpora: &Corpora,
    gazetteer: &Gazetteer,
    taught: &mut [TaughtDocument],
) -> anyhow::Result<()> {
    let mut random = Random::new(13);
    let mut names: HashMap<String, Vec<(Span, EntityType)>> = HashMap::new();
    for mut document in documents::read(corpora, &GMB, &mut random)? {
        for sentence in &mut document {
            texts::mend_nationalities(sentence, gazetteer);
        }
        let (document, own) = silver_text(&document, &mut random);
        names.insert(document.text, own);
    }
    for document in taught.iter_mut().filter(|document| document.source == "silver") {
        document.names = names.remove(&document.text);
    }
    Ok(())
}

/// Files of press releases under `news/`.
const RELEASES: [&str; 2] = ["en-senate-1", "en-senate-2"];

/// Returns the English news, in the segmenter's sentences.
fn news(corpora: &Corpora, options: &Options) -> anyhow::Result<Vec<TaughtDocument>> {
    let segmenter = Segmenter::new();
    let mut texts = Vec::new();
    let files =
        [(ENGLISH, "news", 1)].into_iter().chain(RELEASES.map(|file| (file, "releases", options.one_in)));
    for (file, source, one_in) in files.filter(|(_, source, _)| options.wants(source)) {
        let documents = corpora.json_lines::<NewsDocument>(&format!("news/{file}.jsonl"))?;
        for document in documents.into_iter().step_by(one_in.max(1)) {
            texts.push(unlabelled_texts::segmented(&segmenter, source, ENGLISH, document)?);
        }
    }
    Ok(texts)
}
