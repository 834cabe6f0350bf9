//! Evaluates dates and amounts on the sentences in `lab/amounts`, by language.

use std::collections::{BTreeMap, BTreeSet};

use entity_tagger::mentions::trained::shipped_languages;
use lab_report::{Report, Table, percent};
use messages::{EntityType, Mention, Stage as _, StageName};
use text::CodePoints;

use crate::corpus::Corpora;
use crate::corpus::amounts::sentences;
use crate::corpus::traps::TrapArticle;
use crate::pipeline::{Pipeline, with_gold_language};

const NOTE: &str = "Sentences written for this project (lab/amounts) as a newspaper writes them, published on 2026-11-25. The corpus gives the language; segmenter \
and tagger read the text. A value is right if a gold mention that it overlaps has the same type and value. Precision: right values of all given. Recall: \
gold mentions whose value is given. Optional mentions do not count. A third of the sentences is held back: nobody inspects their errors while the \
rules change. They are not a blind test, because the author of the rules wrote them.";

const MODELS_NOTE: &str = "The languages with a model of names, and all others.";

const SAMPLE_NOTE: &str =
    "Sentences that are not held back: gold mentions without their value, and values that are wrong.";

/// Values given and wanted, and how many of them are right.
#[derive(Debug, Default, Clone, Copy)]
struct Score {
    gold: usize,
    found: usize,
    given: usize,
    right: usize,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.given += other.given;
        self.right += other.right;
    }

    fn cells(self) -> [String; 4] {
        let share = |part: usize, whole: usize| percent(part as f64 / whole.max(1) as f64);
        [
            self.gold.to_string(),
            self.given.to_string(),
            share(self.right, self.given),
            share(self.found, self.gold),
        ]
    }
}

/// Runs the evaluation. The sentences are compiled in.
pub fn evaluate(_: &Corpora) -> anyhow::Result<Report> {
    let pipeline = Pipeline::new();
    let mut languages: BTreeMap<String, [Score; 4]> = BTreeMap::new();
    let mut samples = Table::new(&["language", "type", "text", "value", "found"]);
    for sentence in sentences()? {
        let found = tag(&pipeline, &sentence)?;
        let scores = languages.entry(sentence.language.clone()).or_default();
        for is_date in [true, false] {
            let score = score(&sentence, &found, is_date);
            let [dates, amounts, dates_held, amounts_held] = scores;
            let (all, held) = if is_date { (dates, dates_held) } else { (amounts, amounts_held) };
            all.add(score);
            if sentence.is_held_back {
                held.add(score);
            }
        }
        if !sentence.is_held_back {
            for row in errors(&sentence, &found) {
                samples.row(row);
            }
        }
    }
    let mut report = Report::new("Dates and amounts")
        .fact("model", pipeline.model(StageName::Tag))
        .fact("corpora", "lab/amounts, written for this project");
    report.section("Groups", MODELS_NOTE, groups(&languages));
    report.section("Languages", NOTE, table(&languages));
    report.section("Errors", SAMPLE_NOTE, samples);
    Ok(report)
}

const COLUMNS: [&str; 9] = ["language", "dates", "given", "P", "R", "amounts", "given", "P", "R"];

fn table(languages: &BTreeMap<String, [Score; 4]>) -> Table {
    let mut table = Table::new(&COLUMNS);
    for (language, [dates, amounts, ..]) in languages {
        table.row(row(language, *dates, *amounts));
    }
    table
}

fn groups(languages: &BTreeMap<String, [Score; 4]>) -> Table {
    let mut table = Table::new(&COLUMNS);
    let sum = |name: &str, wanted: &dyn Fn(&str) -> bool, at: usize| {
        let mut sums = [Score::default(); 2];
        for (_, scores) in languages.iter().filter(|(language, _)| wanted(language)) {
            for (sum, score) in sums.iter_mut().zip(scores.iter().skip(at)) {
                sum.add(*score);
            }
        }
        let [dates, amounts] = sums;
        row(name, dates, amounts)
    };
    let with_model: BTreeSet<&str> = shipped_languages().collect();
    table.row(sum("with a model", &|language| with_model.contains(language), 0));
    table.row(sum("others", &|language| !with_model.contains(language), 0));
    table.row(sum("all", &|_| true, 0));
    table.row(sum("all, held back", &|_| true, 2));
    table
}

fn row(name: &str, dates: Score, amounts: Score) -> Vec<String> {
    [vec![name.to_owned()], dates.cells().to_vec(), amounts.cells().to_vec()].concat()
}

/// Returns the dates and amounts that segmenter and tagger find.
fn tag(pipeline: &Pipeline, sentence: &TrapArticle) -> anyhow::Result<Vec<Mention>> {
    let mut detected = with_gold_language(&sentence.body, &sentence.language);
    detected.article.published_at = Some(sentence.published.clone());
    let tagged = pipeline.tagger.process(pipeline.segmenter.process(detected)?)?;
    Ok(tagged.entities.mentions.iter().filter(|mention| !mention.entity_type.is_name()).cloned().collect())
}

fn is_date(entity_type: EntityType) -> bool {
    matches!(entity_type, EntityType::Date | EntityType::Time)
}

fn overlap(one: CodePoints, other: CodePoints) -> bool {
    one.start < other.end && other.start < one.end
}

fn score(sentence: &TrapArticle, found: &[Mention], dates: bool) -> Score {
    let of_kind = |entity_type| is_date(entity_type) == dates;
    let required = sentence.mentions.iter().filter(|gold| !gold.is_optional && of_kind(gold.entity_type));
    let right = |span, value: &str, mention: &Mention| {
        overlap(span, mention.span()) && mention.value.as_deref() == Some(value)
    };
    let optional = |mention: &&Mention| {
        !sentence.mentions.iter().any(|gold| gold.is_optional && overlap(gold.span, mention.span()))
    };
    let given = found.iter().filter(|mention| mention.value.is_some() && of_kind(mention.entity_type));
    let given: Vec<&Mention> = given.filter(optional).collect();
    let required: Vec<_> = required.collect();
    Score {
        gold: required.len(),
        found: required
            .iter()
            .filter(|gold| found.iter().any(|each| right(gold.span, &gold.of, each)))
            .count(),
        given: given.len(),
        right: given
            .iter()
            .filter(|each| {
                required
                    .iter()
                    .any(|gold| gold.entity_type == each.entity_type && right(gold.span, &gold.of, each))
            })
            .count(),
    }
}

/// Returns the rows of a sentence's errors.
fn errors(sentence: &TrapArticle, found: &[Mention]) -> Vec<Vec<String>> {
    let shown = |mention: &Mention| {
        format!(
            "{} {} {}",
            mention.entity_type.as_str(),
            mention.text,
            mention.value.as_deref().unwrap_or("–")
        )
    };
    let missed = sentence.mentions.iter().filter(|gold| {
        !gold.is_optional
            && !found.iter().any(|each| {
                overlap(gold.span, each.span()) && each.value.as_deref() == Some(gold.of.as_str())
            })
    });
    let mut rows: Vec<Vec<String>> = missed
        .map(|gold| {
            let near = found.iter().filter(|each| overlap(gold.span, each.span())).map(shown);
            let text = sentence.body.chars().skip(gold.span.start).take(gold.span.end - gold.span.start);
            let kind = gold.entity_type.as_str().to_owned();
            let near = near.collect::<Vec<_>>().join("; ");
            vec![sentence.language.clone(), kind, text.collect(), gold.of.clone(), near]
        })
        .collect();
    let extra = found.iter().filter(|each| {
        each.value.is_some() && !sentence.mentions.iter().any(|gold| overlap(gold.span, each.span()))
    });
    rows.extend(extra.map(|each| {
        let kind = each.entity_type.as_str().to_owned();
        vec![sentence.language.clone(), kind, "nothing".to_owned(), "–".to_owned(), shown(each)]
    }));
    rows
}
