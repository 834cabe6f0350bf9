//! Evaluates language detection on NTREX: at four lengths, in markup, and in articles of two languages.

mod disguise;
mod elsewhere;
mod mixed;
mod open_world;
mod speed;
mod systems;

use std::collections::{BTreeMap, BTreeSet};

use lab_report::{Report, Table, percent};
use language_detector::LanguageDetector;
use messages::StageName;

use self::systems::System;
use crate::{
    corpus::{
        Corpora,
        ntrex::{self, Document, Length, Split},
    },
    languages::{whatlang_knows, whichlang_knows},
    metrics::classification::{self, Answer},
    pipeline::Pipeline,
    progress::Progress,
};

/// Number of the hardest languages to list.
const HARDEST: usize = 25;

/// Runs the whole evaluation, with whatlang for comparison.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    compare_with(corpora, false)
}

/// Runs the whole evaluation, with every peer for comparison. A build without the feature `peers` has only
/// whatlang.
pub fn evaluate_with_peers(corpora: &Corpora) -> anyhow::Result<Report> {
    compare_with(corpora, true)
}

fn compare_with(corpora: &Corpora, peers: bool) -> anyhow::Result<Report> {
    let documents = read_documents(corpora)?;
    let pipeline = Pipeline::new();
    let detector = &pipeline.detector;
    let systems = if peers { System::all(detector) } else { System::usual(detector) };
    let names: BTreeSet<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    let languages: BTreeSet<&str> = documents.iter().map(|document| document.language.as_str()).collect();
    let mut report = Report::new("Language detection").fact("model", pipeline.model(StageName::Detect)).fact(
        "corpus",
        format!(
            "NTREX-128, held-out documents of the development half (language/ntrex_dev.tsv): {} in {} languages",
            names.len(),
            languages.len()
        ),
    );
    let answers = answer_all(&documents, &systems);
    report.section("By length", BY_LENGTH, by_length(&answers));
    report.section("Reliability", RELIABILITY, reliability(&answers));
    report.section("In disguise", DISGUISE, disguised(&documents, &pipeline.detector));
    report.section("Articles of two languages", mixed::NOTE, mixed::table(&pipeline.detector, &documents)?);
    report.section(
        "Languages left out of the model",
        open_world::NOTE,
        open_world::table(corpora, &documents)?,
    );
    if let Some(folder) = &corpora.others {
        report.section("Languages of another source", elsewhere::NOTE, elsewhere::table(folder, &systems)?);
    }
    report.section("Speed", speed::NOTE, speed::table(corpora, &documents, &systems)?);
    report.section("Hardest languages", HARDEST_NOTE, hardest(&answers));
    Ok(report)
}

const BY_LENGTH: &str = "Macro-F1 over the 16 languages of whichlang, over those of whatlang in the corpus (and their accuracy), and over all. F1 \
grouped: over all, with close relatives as one language (Bosnian, Croatian and Serbian; Indonesian and Malay; Bokmål and \
Nynorsk; Chinese and Cantonese; Northern Sotho, Sotho and Tswana; Xhosa, Zulu, Swati and Ndebele; Kinyarwanda and Rundi). \
whichlang, if it is in the table, knows 16 languages and always answers. lingua reads one text in twenty, and does not report \
which answers are reliable. Percent.";

const RELIABILITY: &str = "covered: the share of answers that are called reliable; wrong: the share of wrong answers among these; ECE: the expected \
calibration error (15 bins). First over the languages that whatlang knows, then over all. Others wrong: the share of texts in \
languages that whatlang does not know whose answer is wrong but called reliable. Percent.";

const DISGUISE: &str =
    "Texts of the languages that whatlang knows, wrapped as feeds deliver them. Macro-F1, percent.";

const HARDEST_NOTE: &str = "The detector's F1 by language on leads, the lowest first, among the languages that whatlang knows, and the languages that they \
are most often taken for.";

/// The answers of one system at one length.
struct Series {
    system: &'static str,
    length: Length,
    answers: Vec<Answer>,
}

/// Reads the held-out documents; with a limit, the first ones of each translation.
fn read_documents(corpora: &Corpora) -> anyhow::Result<Vec<Document>> {
    let mut translations: BTreeMap<String, Vec<Document>> = BTreeMap::new();
    let documents = ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)?;
    for document in documents.into_iter().filter(|document| document.split() == Split::HeldOut) {
        translations.entry(document.variant.clone()).or_default().push(document);
    }
    Ok(translations.into_values().flat_map(|documents| corpora.limited(documents)).collect())
}

fn answer_all(documents: &[Document], systems: &[System<'_>]) -> Vec<Series> {
    let progress = Progress::new("language", Length::ALL.len() * systems.len());
    let mut all = Vec::new();
    for length in Length::ALL {
        let texts: Vec<(&str, String)> = documents
            .iter()
            .flat_map(|document| {
                document.texts(length).into_iter().map(|text| (document.language.as_str(), text))
            })
            .collect();
        for system in systems {
            let read = texts.iter().step_by(system.stride());
            let answers = read.map(|(language, text)| system.answer(text, language)).collect();
            all.push(Series { system: system.name(), length, answers });
            progress.step();
        }
    }
    all
}

fn by_length(all: &[Series]) -> Table {
    let mut table = Table::new(&[
        "length",
        "system",
        "texts",
        "F1 of 16",
        "whatlang's: accuracy",
        "F1",
        "F1 of all",
        "F1 grouped",
    ]);
    for Series { system, length, answers } in all {
        let among = |known: fn(&str) -> bool| answers.iter().filter(move |answer| known(&answer.gold));
        let grouped: Vec<Answer> = answers.iter().map(grouped).collect();
        table.row([
            length.as_str().to_owned(),
            (*system).to_owned(),
            answers.len().to_string(),
            percent(classification::macro_f1(among(whichlang_knows))),
            percent(classification::accuracy(among(whatlang_knows))),
            percent(classification::macro_f1(among(whatlang_knows))),
            percent(classification::macro_f1(answers)),
            percent(classification::macro_f1(&grouped)),
        ]);
    }
    table
}

/// Returns the answer with each language replaced by the first of its close relatives.
fn grouped(answer: &Answer) -> Answer {
    const GROUPS: [&[&str]; 7] = [
        &["bos", "hrv", "srp"],
        &["ind", "msa"],
        &["nob", "nno"],
        &["zho", "yue"],
        &["nso", "sot", "tsn"],
        &["xho", "zul", "ssw", "nde"],
        &["kin", "run"],
    ];
    let first = |code: &str| {
        let group = GROUPS.iter().find(|group| group.contains(&code));
        group.and_then(|group| group.first()).copied().unwrap_or(code).to_owned()
    };
    Answer { gold: first(&answer.gold), predicted: first(&answer.predicted), ..answer.clone() }
}

fn reliability(all: &[Series]) -> Table {
    let mut table = Table::new(&[
        "length",
        "system",
        "covered",
        "wrong",
        "ECE",
        "all: covered",
        "wrong",
        "ECE",
        "others wrong",
    ]);
    for Series { system, length, answers } in all {
        let known = answers.iter().filter(|answer| whatlang_knows(&answer.gold));
        let others = answers.iter().filter(|answer| !whatlang_knows(&answer.gold));
        let hundredths = |share: f64| format!("{:.2}", 100.0 * share);
        table.row([
            length.as_str().to_owned(),
            (*system).to_owned(),
            percent(classification::coverage(known.clone())),
            hundredths(classification::wrong_when_reliable(known.clone())),
            hundredths(classification::calibration_error(known)),
            percent(classification::coverage(answers)),
            hundredths(classification::wrong_when_reliable(answers)),
            hundredths(classification::calibration_error(answers)),
            hundredths(classification::wrong_yet_reliable(others)),
        ]);
    }
    table
}

fn disguised(documents: &[Document], detector: &LanguageDetector) -> Table {
    let known: Vec<&Document> =
        documents.iter().filter(|document| whatlang_knows(&document.language)).collect();
    let mut table = Table::new(&["wrapped as", "system", "headline", "lead"]);
    for (name, wrap) in disguise::ALL {
        for system in System::usual(detector) {
            let f1 = |length: Length| {
                let answers: Vec<Answer> = known
                    .iter()
                    .flat_map(|document| {
                        document.texts(length).into_iter().map(|text| (&document.language, text))
                    })
                    .map(|(language, text)| system.answer(&wrap(&text), language))
                    .collect();
                percent(classification::macro_f1(&answers))
            };
            table.row([(*name).to_owned(), system.name().to_owned(), f1(Length::Headline), f1(Length::Lead)]);
        }
    }
    table
}

fn hardest(all: &[Series]) -> Table {
    let leads = all.iter().find(|answers| answers.length == Length::Lead);
    let answers: Vec<&Answer> =
        leads.iter().flat_map(|leads| &leads.answers).filter(|answer| whatlang_knows(&answer.gold)).collect();
    let labels = classification::by_label(answers.iter().copied());
    let mut rows: Vec<_> = labels.into_iter().filter(|(_, counts)| counts.gold > 0).collect();
    rows.sort_by(|(_, first), (_, second)| first.f1().total_cmp(&second.f1()));
    let mut table = Table::new(&["language", "F1", "precision", "recall", "taken for"]);
    for (language, counts) in rows.into_iter().take(HARDEST) {
        table.row([
            language.to_owned(),
            percent(counts.f1()),
            percent(counts.precision()),
            percent(counts.recall()),
            taken_for(language, &answers),
        ]);
    }
    table
}

/// Lists the three most frequent wrong answers: `hrv 12, srp 3`.
fn taken_for(language: &str, answers: &[&Answer]) -> String {
    let mut wrong: BTreeMap<&str, usize> = BTreeMap::new();
    for answer in answers.iter().filter(|answer| answer.gold == language && !answer.is_right()) {
        *wrong.entry(&answer.predicted).or_default() += 1;
    }
    let mut wrong: Vec<(&str, usize)> = wrong.into_iter().collect();
    wrong.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let named = wrong.iter().take(3).map(|(predicted, count)| format!("{predicted} {count}"));
    named.collect::<Vec<_>>().join(", ")
}
