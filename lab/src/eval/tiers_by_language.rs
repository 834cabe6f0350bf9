//! Compares the accurate tier with the fast one in every language, and the shares that the fast model may have in
//! the pool.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use encoder::{Precision, TokenClassifier};
use entity_tagger::EntityTagger;
use entity_tagger::calibration::Calibration;
use entity_tagger::document::Document;
use entity_tagger::gazetteer::Gazetteer;
use entity_tagger::mentions::trained::Scores;
use entity_tagger::mentions::{AccurateModel, MentionModel, ScoredSpan, TrainedModel};
use lab_report::{Report, Table, percent};
use messages::Stage as _;

use super::entities::CORPORA;
use super::names::{CORE, given, names, of_types};
use crate::corpus::Corpora;
use crate::corpus::columns;
use crate::metrics::matching::Counts;
use crate::progress::Progress;

/// The shares of the fast model that are compared. At 0 the network decides alone.
const SHARES: [f32; 5] = [0.0, 0.25, 0.4, 0.5, 0.65];

const NOTE: &str = "F1 over PER, LOC and ORG by exact span and type, with the sentences of the corpus given, on whole development sets. Alone: the network decides; then the pool of both models with this share of the fast one (`Profile::fast_share`). \
Halves: the best share on every second document (seen), its F1 on the other documents, and there the F1 of the network alone. Percent.";

/// Scores both tiers, and each share of the fast model, with the network in `folder`.
pub fn evaluate(corpora: &Corpora, folder: &Path) -> anyhow::Result<Report> {
    let network = Arc::new(Network::open(folder)?);
    let fast = EntityTagger::new();
    let taggers =
        SHARES.map(|share| EntityTagger::with_model(Box::new(Pool { network: Arc::clone(&network), share })));
    let mut header = vec!["corpus".to_owned(), "tokens".to_owned(), "fast".to_owned(), "alone".to_owned()];
    header.extend(SHARES.iter().skip(1).map(|share| format!("{share}")));
    header.extend(["best seen", "other half", "alone there"].map(str::to_owned));
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut table = Table::new(&header);
    let progress = Progress::new("corpora", CORPORA.len());
    for (name, file, language, _) in CORPORA {
        let documents = corpora.named(file)?;
        let mut row = Row::default();
        for (number, document) in documents.iter().enumerate() {
            let composed = columns::compose(document);
            row.tokens += composed.tokens;
            let gold = of_types(&composed.names, &CORE);
            let of = |tagger: &EntityTagger| -> anyhow::Result<Counts> {
                let found = names(&tagger.process(given(&composed, language))?);
                Ok(Counts::of(&gold, &of_types(&found, &CORE)))
            };
            row.fast += of(&fast)?;
            for (tagger, [seen, other]) in taggers.iter().zip(&mut row.shares) {
                *if number % 2 == 0 { seen } else { other } += of(tagger)?;
            }
        }
        table.row(row.cells(name));
        progress.step();
    }
    let mut report =
        Report::new("Tiers of entity tagging by language").fact("accurate", network.model.name());
    report.section("Shares of the fast model", NOTE, table);
    Ok(report)
}

/// The counts of a corpus.
#[derive(Default)]
struct Row {
    tokens: usize,
    fast: Counts,
    /// For each share, the counts of every second document and of the others.
    shares: [[Counts; 2]; SHARES.len()],
}

impl Row {
    fn cells(&self, name: &str) -> Vec<String> {
        let whole = |[mut seen, other]: [Counts; 2]| {
            seen += other;
            seen
        };
        let mut cells = vec![name.to_owned(), self.tokens.to_string(), percent(self.fast.f1())];
        cells.extend(self.shares.iter().map(|halves| percent(whole(*halves).f1())));
        let pairs = SHARES.iter().zip(&self.shares);
        let best = pairs.max_by(|(_, [one, _]), (_, [other, _])| one.f1().total_cmp(&other.f1()));
        cells.extend(best.iter().flat_map(|(share, [_, other])| [share.to_string(), percent(other.f1())]));
        let [[_, alone], ..] = self.shares;
        cells.push(percent(alone.f1()));
        cells
    }
}

/// The network of the accurate tier with its opinions of the last document, since every share reads the same.
struct Network {
    model: AccurateModel,
    last: Mutex<(String, Vec<Scores>)>,
}

impl Network {
    fn open(folder: &Path) -> anyhow::Result<Self> {
        let classifier = TokenClassifier::open(folder, Precision::Int8)
            .with_context(|| format!("cannot use the model in `{}`", folder.display()))?;
        let fast = TrainedModel::load(Arc::new(Gazetteer::load()));
        Ok(Self { model: AccurateModel::new(classifier, fast), last: Mutex::default() })
    }

    fn opinions(&self, document: &Document<'_>) -> Vec<Scores> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let text: String = (0..document.tokens.len()).flat_map(|token| [document.text(token), " "]).collect();
        if last.0 != text {
            *last = (text, self.model.opinions(document));
        }
        last.1.clone()
    }
}

/// The accurate tier with one share of the fast model in all languages.
#[derive(Debug)]
struct Pool {
    network: Arc<Network>,
    share: f32,
}

impl fmt::Debug for Network {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Network").finish_non_exhaustive()
    }
}

impl MentionModel for Pool {
    fn name(&self) -> &str {
        self.network.model.name()
    }

    fn knows(&self, language: &str) -> bool {
        self.network.model.knows(language)
    }

    fn calibration(&self, language: &str) -> Calibration {
        self.network.model.calibration(language)
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        self.network.model.pool(document, &self.network.opinions(document), self.share)
    }
}
