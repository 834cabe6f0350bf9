//! Language detection on NTREX: at four lengths, in markup, and in articles of two languages.

mod disguise;
mod mixed;
mod systems;

use std::collections::{BTreeMap, BTreeSet};

use messages::StageName;

use self::systems::System;
use crate::{
    corpus::{
        Corpora,
        ntrex::{self, Document, Length, Part},
    },
    languages::whatlang_knows,
    metrics::classification::{self, Answer},
    pipeline::Pipeline,
    progress::Progress,
    report::{Report, Table, percent},
};

/// How many of the hardest languages are listed.
const HARDEST: usize = 25;

/// Runs the whole evaluation.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    let documents = read_documents(corpora)?;
    let pipeline = Pipeline::new();
    let systems = [System::Detector(&pipeline.detector), System::Whatlang];
    let names: BTreeSet<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    let languages: BTreeSet<&str> = documents.iter().map(|document| document.language.as_str()).collect();
    let mut report = Report::new("Language detection").fact("model", pipeline.model(StageName::Detect)).fact(
        "corpus",
        format!(
            "NTREX-128, development half (language/ntrex_dev.tsv): {} documents in {} languages",
            names.len(),
            languages.len()
        ),
    );
    let answers = answer_all(&documents, &systems)?;
    report.section("By length", BY_LENGTH, by_length(&answers));
    report.section("Leads in disguise", DISGUISE, disguised(&documents, &systems)?);
    report.section("Articles of two languages", mixed::NOTE, mixed::table(&pipeline.detector, &documents)?);
    report.section("Hardest languages", HARDEST_NOTE, hardest(&answers));
    Ok(report)
}

const BY_LENGTH: &str = "acc, F1: accuracy and macro-F1 over the languages that whatlang knows; F1 all: macro-F1 over every language. \
The next three are over the languages that whatlang knows: covered, the share of answers called reliable; wrong, the share of \
wrong ones among these; ECE, the expected calibration error (15 bins). Others wrong: the share of texts in all other languages whose \
answer is wrong and called reliable. Percent.";

const DISGUISE: &str = "Leads of the languages that whatlang knows, wrapped as feeds deliver them. Accuracy and macro-F1, percent.";

const HARDEST_NOTE: &str = "The detector's F1 by language, leads, lowest first, among the languages that whatlang knows; \
and what they are most often taken for.";

/// All answers of one system at one length.
struct Series {
    system: &'static str,
    length: Length,
    answers: Vec<Answer>,
}

/// All documents; with a limit, the first ones of each translation.
fn read_documents(corpora: &Corpora) -> anyhow::Result<Vec<Document>> {
    let mut translations: BTreeMap<String, Vec<Document>> = BTreeMap::new();
    let documents = ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)?;
    for document in documents.into_iter().filter(|document| document.part() == Part::HeldOut) {
        translations.entry(document.variant.clone()).or_default().push(document);
    }
    Ok(translations.into_values().flat_map(|documents| corpora.limited(documents)).collect())
}

fn answer_all(documents: &[Document], systems: &[System<'_>]) -> anyhow::Result<Vec<Series>> {
    let progress = Progress::new("language", Length::ALL.len() * documents.len());
    let mut all = Vec::new();
    for length in Length::ALL {
        let mut found: Vec<Vec<Answer>> = systems.iter().map(|_| Vec::new()).collect();
        for document in documents {
            for text in document.texts(length) {
                for (system, answers) in systems.iter().zip(&mut found) {
                    answers.push(system.answer(&text, &document.language)?);
                }
            }
            progress.step();
        }
        all.extend(systems.iter().zip(found).map(|(system, answers)| Series {
            system: system.name(),
            length,
            answers,
        }));
    }
    Ok(all)
}

fn by_length(all: &[Series]) -> Table {
    let mut table = Table::new(&[
        "length",
        "system",
        "texts",
        "acc",
        "F1",
        "F1 all",
        "covered",
        "wrong",
        "ECE",
        "others wrong",
    ]);
    for Series { system, length, answers } in all {
        let known: Vec<&Answer> = answers.iter().filter(|answer| whatlang_knows(&answer.gold)).collect();
        let known = known.iter().copied();
        let others = answers.iter().filter(|answer| !whatlang_knows(&answer.gold));
        table.row([
            length.as_str().to_owned(),
            (*system).to_owned(),
            answers.len().to_string(),
            percent(classification::accuracy(known.clone())),
            percent(classification::macro_f1(known.clone())),
            percent(classification::macro_f1(answers)),
            percent(classification::coverage(known.clone())),
            format!("{:.2}", 100.0 * classification::wrong_when_reliable(known.clone())),
            percent(classification::calibration_error(known)),
            percent(classification::wrong_yet_reliable(others)),
        ]);
    }
    table
}

fn disguised(documents: &[Document], systems: &[System<'_>]) -> anyhow::Result<Table> {
    let known: Vec<&Document> =
        documents.iter().filter(|document| whatlang_knows(&document.language)).collect();
    let mut table = Table::new(&["lead as", "system", "acc", "F1"]);
    for (name, wrap) in disguise::ALL {
        for system in systems {
            let mut answers = Vec::new();
            for document in &known {
                for lead in document.texts(Length::Lead) {
                    answers.push(system.answer(&wrap(&lead), &document.language)?);
                }
            }
            let (accuracy, f1) = (classification::accuracy(&answers), classification::macro_f1(&answers));
            table.row([(*name).to_owned(), system.name().to_owned(), percent(accuracy), percent(f1)]);
        }
    }
    Ok(table)
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

/// The three most frequent wrong answers: `hrv 12, srp 3`.
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
