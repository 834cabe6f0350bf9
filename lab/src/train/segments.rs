//! Trains the segmenter's scorer on the treebanks, and for Thai and Lao on the translated sentences, whose licence
//! allows us to ship the trained weights.

use std::{collections::HashMap, fs, path::Path};

use anyhow::Context as _;
use lab_report::percent;
use segmenter::training::{Prior, Table, model_file, observe, sentences};

use crate::{
    corpus::{Corpora, news::NewsDocument, segmented::SegmentedText, translated},
    metrics::matching::Counts,
    progress::note,
    random::Draws,
    train::digest::sha256,
};

/// What trains the weights of a language, all under CC BY-SA 4.0 or Apache-2.0.
struct Source {
    language: &'static str,
    texts: Texts,
    /// Binary logarithm of the number of weights.
    bits: u8,
    prior: Prior,
    /// Whether training starts from the prior, so that the source can override it. Otherwise the prior is
    /// added to the trained weights, so that it persists.
    starts_from_prior: bool,
    /// News file and number of its first texts to learn from as the rules segment them: edited text, which
    /// the source lacks.
    news: Option<(&'static str, usize)>,
}

/// The gold texts of a source.
enum Texts {
    /// A treebank.
    Treebank(&'static str),
    /// Every other text of a treebank, from the first. The evaluation reads the others.
    Half(&'static str),
    /// The sentences of a language without a treebank, by its ISO 639-3 code, without full stops.
    Translated(&'static str),
}

/// Random orders of the translated sentences.
const ROUNDS: usize = 2;

/// No weight of the rules, which say nothing about spaces.
const NO_RULES: Prior = Prior { end: 0.0, no_end: 0.0, no_mark: 0.0, everywhere: true };

/// Weight of the rules against trained weights, for small sources. With it the scorer does not lower scores
/// on NTREX, which is translated news. Chosen on a held-out half of each source.
const CAUTIOUS: Prior = Prior { end: 3.0, no_end: -3.0, no_mark: -2.0, everywhere: true };

/// English has the largest source, but much of it is mail and chat. The rules have weight only in edited
/// text.
const ENGLISH: Prior = Prior { end: 3.0, no_end: -6.0, no_mark: -0.5, everywhere: false };

/// Wikinews (CC BY 2.5). Over five folds of EWT 150 texts gave 0.1 more than 300.
const NEWS: Option<(&str, usize)> = Some(("news/en.jsonl", 150));

/// The sources. Indonesian (CSUI) was tried as well, and gained nothing over the rules.
const SOURCES: &[Source] = &[
    Source {
        language: "en",
        texts: Texts::Treebank("train/ud_en_english-ewt_train"),
        bits: 19,
        prior: ENGLISH,
        starts_from_prior: true,
        news: NEWS,
    },
    Source {
        language: "vi",
        texts: Texts::Treebank("train/ud_vi_vietnamese-vtb_train"),
        bits: 16,
        prior: CAUTIOUS,
        starts_from_prior: false,
        news: None,
    },
    Source {
        language: "fa",
        texts: Texts::Half("dev/ud_fa_persian-seraji_dev"),
        bits: 16,
        prior: CAUTIOUS,
        starts_from_prior: false,
        news: None,
    },
    Source {
        language: "pt",
        texts: Texts::Half("dev/ud_pt_portuguese-bosque_dev"),
        bits: 16,
        prior: CAUTIOUS,
        starts_from_prior: false,
        news: None,
    },
    Source {
        language: "th",
        texts: Texts::Translated("tha"),
        bits: 16,
        prior: NO_RULES,
        starts_from_prior: false,
        news: None,
    },
    Source {
        language: "lo",
        texts: Texts::Translated("lao"),
        bits: 16,
        prior: NO_RULES,
        starts_from_prior: false,
        news: None,
    },
];

/// Path of the model, from the project's root.
const MODEL: &str = "services/segmenter/model/sentences.bin";

/// Number of passes over the candidates. More passes gained nothing on a held-out eighth of EWT.
const EPOCHS: usize = 20;

/// First step of AdaGrad, which takes smaller steps for weights that have changed much.
const RATE: f32 = 0.02;

/// Number of steps of a weight's byte in one unit of the sum, so that weights stay within ±8.
const SCALE: f32 = 16.0;

/// Number of folds of a source.
const FOLDS: usize = 5;

/// Trains and writes the model. With a fold, trains without it, scores it and writes nothing.
pub fn run(corpora: &Corpora, fold: Option<usize>) -> anyhow::Result<()> {
    if let Some(fold) = fold {
        // In random orders a sentence is in several folds. `eval segments` has documents that are held out.
        for source in SOURCES.iter().filter(|source| !matches!(source.texts, Texts::Translated(_))) {
            hold_out(&source.texts(corpora)?, &source.news(corpora)?, source, fold);
        }
        return Ok(());
    }
    let tables =
        SOURCES.iter().map(|source| Ok(table(&source.texts(corpora)?, &source.news(corpora)?, source)));
    let tables: Vec<Table> = tables.collect::<anyhow::Result<_>>()?;
    save(Path::new(MODEL), &model_file(&tables))
}

/// Prints the F1 of rules and scorer on a fold that the scorer was not trained on.
fn hold_out(texts: &[SegmentedText], news: &[String], source: &Source, fold: usize) {
    let is_held = |index: usize| index % FOLDS == fold;
    let part = |held: bool| {
        let texts = texts.iter().enumerate().filter(move |(index, _)| is_held(*index) == held);
        texts.map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    let file = model_file(&[table(&part(false), news, source)]);
    let (mut by_rules, mut scored) = (Counts::default(), Counts::default());
    for text in part(true) {
        let gold = text.visible_sentences();
        by_rules += Counts::of(&gold, &sentences(&[], &text.text, source.language));
        scored += Counts::of(&gold, &sentences(&file, &text.text, source.language));
    }
    let [by_rules, scored] = [by_rules, scored].map(|counts| percent(counts.f1()));
    note(&format!("{}: fold {fold}: F1 {by_rules} by rules, {scored} with the scorer", source.language));
}

fn table(texts: &[SegmentedText], news: &[String], source: &Source) -> Table {
    let mut examples = Examples::default();
    for text in texts {
        let ends: Vec<usize> = text.visible_sentences().iter().map(|span| span.end).collect();
        examples.add(source.language, &text.text, &ends);
    }
    // News has no gold. The rules' sentences teach the scorer to agree with them in edited text.
    for body in news {
        let ends: Vec<usize> = sentences(&[], body, source.language).iter().map(|span| span.end).collect();
        examples.add(source.language, body, &ends);
    }
    let ends = examples.labels.iter().filter(|&&label| label).count();
    note(&format!("{}: {} candidates, {ends} of them ends", source.language, examples.labels.len()));
    examples.forget_rare_features();
    let (nothing, mut prior) = (vec![0.0; 1 << source.bits], vec![0.0; 1 << source.bits]);
    source.prior.add_to(source.language, &mut prior);
    let weights = if source.starts_from_prior {
        train(&examples, prior)
    } else {
        train(&examples, nothing).iter().zip(&prior).map(|(learnt, prior)| learnt + prior).collect()
    };
    Table { language: source.language, bits: source.bits, weights: quantized(&weights) }
}

fn save(path: &Path, file: &[u8]) -> anyhow::Result<()> {
    fs::write(path, file).with_context(|| format!("cannot write `{}`", path.display()))?;
    note(&format!("{}: {} bytes, sha256 {}", path.display(), file.len(), sha256(file)));
    Ok(())
}

/// Candidates with their features in one list.
#[derive(Debug, Default)]
struct Examples {
    features: Vec<u32>,
    /// End of each candidate's features in the list.
    bounds: Vec<usize>,
    labels: Vec<bool>,
}

impl Source {
    fn texts(&self, corpora: &Corpora) -> anyhow::Result<Vec<SegmentedText>> {
        let read = |file: &str| corpora.json_lines(&format!("segments/{file}.jsonl"));
        Ok(match self.texts {
            Texts::Treebank(file) => read(file)?,
            Texts::Half(file) => read(file)?.into_iter().step_by(2).collect(),
            Texts::Translated(code) => self.translated(corpora, code)?,
        })
    }

    fn translated(&self, corpora: &Corpora, code: &str) -> anyhow::Result<Vec<SegmentedText>> {
        let documents = translated::documents(corpora, self.language, code, false)?;
        let shuffled = translated::shuffled(corpora, self.language, code, &documents, ROUNDS)?;
        Ok(translated::without_stops(&[documents, shuffled].concat()))
    }

    /// Reads the bodies of the news.
    fn news(&self, corpora: &Corpora) -> anyhow::Result<Vec<String>> {
        let Some((file, most)) = self.news else { return Ok(Vec::new()) };
        let articles: Vec<NewsDocument> = corpora.json_lines(file)?;
        Ok(articles.into_iter().take(most).map(|article| article.body).collect())
    }
}

impl Examples {
    /// Adds the candidates of a text whose sentences end at `ends`.
    fn add(&mut self, language: &str, body: &str, ends: &[usize]) {
        observe(body, language, ends, |features, is_end| {
            self.features.extend_from_slice(features);
            self.bounds.push(self.features.len());
            self.labels.push(is_end);
        });
    }

    /// Removes features that occur once: they say nothing about other texts, but share weights with features
    /// that do.
    fn forget_rare_features(&mut self) {
        let mut seen: HashMap<u32, u32> = HashMap::new();
        for feature in &self.features {
            *seen.entry(*feature).or_default() += 1;
        }
        let (mut kept, mut bounds) = (Vec::new(), Vec::new());
        for index in 0..self.bounds.len() {
            let known = self.features(index).iter().filter(|feature| seen.get(feature) > Some(&1));
            kept.extend(known);
            bounds.push(kept.len());
        }
        (self.features, self.bounds) = (kept, bounds);
    }

    fn features(&self, index: usize) -> &[u32] {
        let bound = |index: usize| self.bounds.get(index).copied().unwrap_or(0);
        let start = index.checked_sub(1).map_or(0, bound);
        self.features.get(start..bound(index)).unwrap_or_default()
    }
}

/// Fits a logistic regression by AdaGrad. The order of candidates is the same in every run. The weights are
/// the mean over the passes of the second half.
fn train(examples: &Examples, mut weights: Vec<f32>) -> Vec<f32> {
    let (mut moved, mut mean) = (vec![1e-8_f32; weights.len()], vec![0.0_f32; weights.len()]);
    let mut order: Vec<usize> = (0..examples.labels.len()).collect();
    let mut draws = Draws::new(0x2545_f491_4f6c_dd1d);
    for epoch in 0..EPOCHS {
        for last in (1..order.len()).rev() {
            order.swap(last, draws.below(last + 1));
        }
        for &index in &order {
            let label = examples.labels.get(index).copied().unwrap_or_default();
            learn(examples.features(index), label, &mut weights, &mut moved);
        }
        if epoch >= EPOCHS / 2 {
            for (mean, weight) in mean.iter_mut().zip(&weights) {
                *mean += weight / (EPOCHS - EPOCHS / 2) as f32;
            }
        }
    }
    mean
}

fn learn(features: &[u32], label: bool, weights: &mut [f32], moved: &mut [f32]) {
    // The number of weights is a power of two, so the mask maps a hash to its weight.
    let mask = weights.len().wrapping_sub(1);
    let weight = |feature: &u32| weights.get(*feature as usize & mask);
    let sum: f32 = features.iter().filter_map(weight).sum();
    let error = f32::from(u8::from(label)) - 1.0 / (1.0 + (-sum).exp());
    for &feature in features {
        let at = feature as usize & mask;
        if let (Some(weight), Some(moved)) = (weights.get_mut(at), moved.get_mut(at)) {
            *moved += error * error;
            *weight += RATE * error / moved.sqrt();
        }
    }
}

fn quantized(weights: &[f32]) -> Vec<i8> {
    weights.iter().map(|weight| (weight * SCALE).round().clamp(-127.0, 127.0) as i8).collect()
}
