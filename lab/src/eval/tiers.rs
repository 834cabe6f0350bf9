//! Compares both tiers of entity tagging: F1 on the English development sets, and tokens per second.

use std::{collections::BTreeSet, fs, path::Path, time::Instant};

use anyhow::Context as _;
use encoder::{Precision, TokenClassifier};
use entity_tagger::EntityTagger;
use lab_report::{Report, Table, percent};
use messages::{EntitiesTagged, EntityType, Stage, TextSegmented};

use super::compare;
use super::names::{CORE, Score, given, names, of_types};
use crate::{
    corpus::{
        Corpora,
        columns::{self, Composed},
    },
    metrics::{calibration, matching::Counts},
    pipeline::Pipeline,
    progress::Progress,
};

/// English sets that neither tier was trained on: name, file, and whether the set has the type MISC.
const CORPORA: &[(&str, &str, bool)] =
    &[("UNER English PUD dev", "uner_en_pud_dev", false), ("GMB dev (silver)", "gmb_4class_dev", true)];

const NAMES: &str = "As in entities.md. `tokens/s`: tokens of the corpus divided by the entity tagger's processor time on one thread, with sentences \
given. A corpus without marked documents is read sentence by sentence, without context.";

const CALIBRATION: &str = "The calibration that fits the models' own scores on GMB dev: slope and shift of their log-odds (Platt). The compiled-in \
calibration comes from such a run.";

const SHARED: &str = "PER, LOC and ORG names that only the corpus or only the tier has, and the number of these errors that both tiers share. The \
tiers work by different methods, so an error that both make is more often a fault or a habit of the corpus than an error of only \
one tier.";

/// Scores the fast tier, and the accurate tier with the model in `folder`.
pub fn evaluate(corpora: &Corpora, folder: &Path) -> anyhow::Result<Report> {
    let tiers = [("fast", EntityTagger::new()), ("accurate", accurate(folder)?)];
    let pipeline = Pipeline::new();
    let mut report = Report::new("Tiers of entity tagging");
    for (name, tagger) in &tiers {
        report = report.fact(name, &tagger.identity().model);
    }
    let mut table = Table::new(&Score::columns("tier, corpus", &["tokens/s"]));
    let mut scores = Table::new(&["tier, corpus", "names found", "mean score", "right", "ECE"]);
    let mut gains = Table::new(&["corpus", "accurate − fast, F1", "95 % interval"]);
    let mut shared = Table::new(&["corpus", "fast", "accurate", "in common", "of fast's"]);
    let progress = Progress::new("tiers", CORPORA.len() * tiers.len());
    for (corpus, file, has_misc) in CORPORA {
        let documents = corpora.named(file)?;
        let documents: Vec<Composed> = documents.iter().map(|document| columns::compose(document)).collect();
        let (mut counts, mut errors) = (Vec::new(), Vec::new());
        for (name, tagger) in &tiers {
            let run = Run::of(tagger, &pipeline, &documents)?;
            let mut row = run.score.row(&format!("{name}, {corpus}"), *has_misc);
            row.push(format!("{:.0}", run.tokens as f64 / run.seconds));
            table.row(row);
            scores.row(run.score.calibration(&format!("{name}, {corpus}")));
            counts.push(run.counts);
            errors.push(run.errors);
            progress.step();
        }
        if let [fast, accurate] = counts.as_slice() {
            let (gain, interval) = compare::gain(fast, accurate);
            gains.row([(*corpus).to_owned(), gain, interval]);
        }
        if let [fast, accurate] = errors.as_slice() {
            let common = fast.intersection(accurate).count();
            let share = percent(common as f64 / fast.len().max(1) as f64);
            let cells = [fast.len(), accurate.len(), common].map(|count| count.to_string());
            shared.row([(*corpus).to_owned()].into_iter().chain(cells).chain([share]));
        }
    }
    let mut calibration = Table::new(&["tier", "slope", "shift"]);
    for (name, tagger) in [("fast", EntityTagger::new()), ("accurate", accurate(folder)?)] {
        calibration.row(fitted(corpora, name, &tagger.uncalibrated())?);
    }
    report.section("Names", NAMES, table);
    report.section("Scores", "As in entities.md.", scores);
    report.section("Calibration", CALIBRATION, calibration);
    report.section("Errors in common", SHARED, shared);
    report.section("Gain", "Paired bootstrap over documents (GMB: sentences).", gains);
    Ok(report)
}

/// Returns the tagger of the accurate tier with the model in `folder`.
pub fn accurate(folder: &Path) -> anyhow::Result<EntityTagger> {
    let classifier = TokenClassifier::open(folder, Precision::Int8)
        .with_context(|| format!("cannot use the model in `{}`", folder.display()))?;
    Ok(EntityTagger::accurate(classifier))
}

/// Returns the row with the calibration of a tier's own scores on the silver set.
fn fitted(corpora: &Corpora, name: &str, tagger: &EntityTagger) -> anyhow::Result<Vec<String>> {
    let mut score = Score::default();
    for document in corpora.named("gmb_4class_dev")? {
        let composed = columns::compose(&document);
        score.judge(&composed, &tagger.process(given(&composed, "en"))?);
    }
    let fitted = calibration::fit(&score.judged);
    Ok(vec![name.to_owned(), format!("{:.3}", fitted.slope), format!("{:.3}", fitted.shift)])
}

/// The results of one tier on one corpus.
#[derive(Default)]
struct Run {
    score: Score,
    /// Counts of each document.
    counts: Vec<Counts>,
    /// Names that only one side has: number of the document, span and type.
    errors: BTreeSet<(usize, usize, usize, EntityType)>,
    tokens: usize,
    seconds: f64,
}

impl Run {
    fn of(tagger: &EntityTagger, pipeline: &Pipeline, documents: &[Composed]) -> anyhow::Result<Self> {
        let mut run = Self::default();
        for (number, document) in documents.iter().enumerate() {
            let event = run.timed(tagger, given(document, "en"))?;
            let found = names(&event);
            run.score.judge(document, &event);
            let raw = names(&tagger.process(pipeline.segment(&document.text)?)?);
            run.tokens += document.tokens;
            run.score.add(document, &found, &raw);
            let (gold, found) = (of_types(&document.names, &CORE), of_types(&found, &CORE));
            run.counts.push(Counts::of(&gold, &found));
            let ones = gold.iter().filter(|name| !found.contains(name));
            let ones = ones.chain(found.iter().filter(|name| !gold.contains(name)));
            run.errors.extend(ones.map(|(span, entity_type)| (number, span.start, span.end, *entity_type)));
        }
        Ok(run)
    }

    /// Tags an event, and adds the time that it took.
    fn timed(&mut self, tagger: &EntityTagger, event: TextSegmented) -> anyhow::Result<EntitiesTagged> {
        let clock = Clock::start();
        let output = tagger.process(event)?;
        self.seconds += clock.seconds();
        Ok(output)
    }
}

/// A clock of this thread's processor time, or of elapsed time if the system does not report it.
struct Clock {
    started: Instant,
    processor: Option<f64>,
}

impl Clock {
    fn start() -> Self {
        Self { started: Instant::now(), processor: processor_seconds() }
    }

    fn seconds(&self) -> f64 {
        let passed = || self.started.elapsed().as_secs_f64();
        self.processor.zip(processor_seconds()).map_or_else(passed, |(then, now)| now - then)
    }
}

fn processor_seconds() -> Option<f64> {
    let nanoseconds: f64 =
        fs::read_to_string("/proc/thread-self/schedstat").ok()?.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
