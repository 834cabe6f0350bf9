//! What each group of features and each source of labels is worth: trainings that lack one, at one small setting.

use std::path::PathBuf;

use entity_tagger::mentions::trained::GROUPS;

use super::recipe::RECIPES;
use super::variant::Variant;
use super::{Material, learn, say, tagger};
use crate::corpus::Corpora;
use crate::eval::{compare, traps_f1};
use crate::metrics::matching::Counts;
use crate::pipeline::Pipeline;
use crate::report::{Report, Table, percent};

/// What is left out, one row after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// Each group of features in turn.
    Features,
    /// Sources of labels, one after the other added.
    Sources,
    /// How much the silver corpus' own labels weigh beside the teacher's.
    Silver,
}

/// What to leave out, and how small the trainings are.
#[derive(Debug, Clone)]
pub struct Options {
    /// What is left out.
    pub part: Part,
    /// Files of text that the accurate tier has labelled.
    pub teacher: Vec<PathBuf>,
    /// One document in so many of every source is learnt from.
    pub one_in: usize,
    /// Passes over the texts.
    pub epochs: usize,
}

const NOTE: &str = "English. Exact span and type, micro F1 over PER, LOC and ORG, percent, sentences given by the corpus; seen and held back are the articles \
in lab/entities from raw text. Every row is a small training with the same setting: one document in N of every source, fewer passes than the recipe (both in the \
command), so figures lie below those of the model that is shipped, and only differences between rows tell something. Interval: of the difference on PUD to the first \
row, 95 %, paired bootstrap over documents.";

/// Trains each row's variant and scores it.
pub fn ablate(corpora: &Corpora, options: &Options) -> anyhow::Result<Report> {
    let recipe = &RECIPES[0];
    let material = Material::read(corpora, recipe, &options.teacher)?;
    let labelled = material.labelled();
    let small = Variant {
        taught: labelled.clone(),
        one_in: options.one_in.max(1),
        epochs: options.epochs,
        ..Variant::whole(recipe)
    };
    let pipeline = Pipeline::new();
    let mut table =
        Table::new(&["training", "PUD", "– first row", "interval", "GMB dev (silver)", "seen", "held back"]);
    let mut first: Option<Vec<Counts>> = None;
    let rows = rows(options.part, &small).into_iter();
    // A source that nobody labelled would give the row before it again.
    for (name, variant) in rows.filter(|(_, variant)| variant.taught.iter().all(|it| labelled.contains(it))) {
        let tagger = tagger(&material, &learn(&material, &variant)?.file)?;
        let pud = compare::counts(corpora, &tagger, "uner_en_pud_dev", "en")?;
        let gmb = compare::counts(corpora, &tagger, "gmb_4class_dev", "en")?;
        let (gain, interval) = compare::gain(first.as_ref().unwrap_or(&pud), &pud);
        let mut row = vec![name, percent(compare::sum(&pud).f1()), gain, interval];
        row.push(percent(compare::sum(&gmb).f1()));
        row.extend(traps_f1(&pipeline, &tagger)?.map(percent));
        say(&row.join(" | "));
        table.row(row);
        first.get_or_insert(pud);
    }
    let mut report = Report::new("Entity tagging: what the fast tier owes to what")
        .fact("learnt from", "as services/entity-tagger/MODEL_CARD.md has it")
        .fact("labelled by the teacher", labelled.join(", "))
        .fact("scored on", "entities/*, dev splits, and lab/entities");
    report.section(heading(options.part), NOTE, table);
    Ok(report)
}

fn heading(part: Part) -> &'static str {
    match part {
        Part::Features => "Groups of features, each left out",
        Part::Sources => "Sources of labels, one after the other added",
        Part::Silver => "The silver corpus' own labels beside the teacher's, on its text",
    }
}

fn rows(part: Part, small: &Variant) -> Vec<(String, Variant)> {
    match part {
        Part::Features => features(small),
        Part::Sources => sources(small),
        Part::Silver => [0.0, 0.25, 0.5, 0.75, 1.0]
            .map(|silver| (format!("{:.0} % its own", silver * 100.0), Variant { silver, ..small.clone() }))
            .into(),
    }
}

fn features(small: &Variant) -> Vec<(String, Variant)> {
    let without = GROUPS.map(|group| {
        let name = format!("without {}", format!("{group:?}").to_lowercase());
        (name, Variant { without: Some(group), ..small.clone() })
    });
    std::iter::once(("all".to_owned(), small.clone())).chain(without).collect()
}

fn sources(small: &Variant) -> Vec<(String, Variant)> {
    let taught = |taught: &[&'static str]| Variant { taught: taught.to_vec(), ..small.clone() };
    let rows = [
        ("annotated by hand", Variant { own_silver: false, ..taught(&[]) }),
        ("by hand, silver corpus' own labels", taught(&[])),
        ("by hand, teacher's labels on the silver corpus' text", taught(&["silver"])),
        ("and on news", taught(&["silver", "news"])),
        ("and on press releases", taught(&["silver", "news", "releases"])),
        ("news without the silver corpus", taught(&["news"])),
        ("all of the teacher's labels alone", Variant { by_hand: false, ..small.clone() }),
    ];
    rows.map(|(name, variant)| (name.to_owned(), variant)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_name_of_its_own() {
        let small = Variant::whole(&RECIPES[0]);
        for part in [Part::Features, Part::Sources, Part::Silver] {
            let names: std::collections::BTreeSet<String> =
                rows(part, &small).into_iter().map(|(name, _)| name).collect();
            assert_eq!(names.len(), rows(part, &small).len());
        }
    }

    #[test]
    fn word_classes_are_left_out_whole() {
        let small = Variant::whole(&RECIPES[0]);
        let lacking = features(&small)
            .into_iter()
            .filter(|(_, variant)| variant.lacks(entity_tagger::mentions::trained::Group::Classes));
        assert_eq!(lacking.count(), 1);
    }
}
