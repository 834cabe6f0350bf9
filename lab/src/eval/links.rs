//! Evaluates the links of entities on sentences full of namesakes.

use std::collections::BTreeMap;

use lab_report::{Report, Table, percent};
use messages::{EntitiesTagged, Stage as _, StageName};
use text::CodePoints;

use crate::corpus::Corpora;
use crate::corpus::linked::{self, LinkedText};
use crate::pipeline::{Pipeline, with_gold_language};

const NOTE: &str = "Sentences written for this project (lab/links) about places, many of which share their name with others, and about persons who are called like \
places. A name counts as linked if a mention that overlaps it belongs to an entity with a GeoNames id. P: the share of these links that are to the place that is meant; \
a person has none, and neither has a place that the sentence does not tell from its namesakes. R: the share of the places with an id that are linked to it. \
Seen: their errors were inspected while the tagger was changed, those of the later sentences of each language after a first run. Held back: only scored. The language is given.";

/// Runs the whole evaluation. It reads no development data: the sentences are part of the project.
pub fn evaluate(_: &Corpora) -> anyhow::Result<Report> {
    let pipeline = Pipeline::new();
    let mut rows: BTreeMap<(bool, String), Counts> = BTreeMap::new();
    let mut errors = Table::new(&["language", "name", "text", "meant", "linked to"]);
    for text in linked::texts()? {
        let event = pipeline.segmenter.process(with_gold_language(&text.body, &text.language))?;
        let tagged = pipeline.tagger.process(event)?;
        for (span, meant) in &text.names {
            let found = link(&tagged, *span);
            for key in [text.language.clone(), "all".to_owned()] {
                rows.entry((text.is_held_back, key)).or_default().add(meant.as_deref(), found.as_deref());
            }
            if !text.is_held_back && *meant != found {
                errors.row(error(&text, *span, meant.as_ref(), found.as_ref()));
            }
        }
    }
    let mut table = Table::new(&["sentences", "places with an id", "links", "P", "R"]);
    for ((is_held_back, language), counts) in rows {
        let half = if is_held_back { "held back" } else { "seen" };
        table.row(counts.row(&format!("{language}, {half}")));
    }
    let mut report = Report::new("Entity tagging: links").fact("model", pipeline.model(StageName::Tag));
    report.section("Links", NOTE, table);
    report.section("Errors", "Seen sentences only.", errors);
    Ok(report)
}

/// Returns the GeoNames id of the entity of a mention that overlaps the span, if it has one.
fn link(tagged: &EntitiesTagged, span: CodePoints) -> Option<String> {
    let layer = &tagged.entities;
    let overlapping = layer
        .mentions
        .iter()
        .filter(|mention| mention.span().start < span.end && mention.span().end > span.start);
    let mut entities = overlapping.filter_map(|mention| layer.entities.get(mention.entity?));
    entities.find_map(|entity| entity.links.get("geonames").cloned())
}

fn error(text: &LinkedText, span: CodePoints, meant: Option<&String>, found: Option<&String>) -> Vec<String> {
    let name: String = text.body.chars().skip(span.start).take(span.end - span.start).collect();
    let id = |id: Option<&String>| id.cloned().unwrap_or_else(|| "–".to_owned());
    vec![text.language.clone(), name, text.body.clone(), id(meant), id(found)]
}

/// How many names are linked, and how many of them rightly.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts {
    with_id: usize,
    links: usize,
    right: usize,
}

impl Counts {
    fn add(&mut self, meant: Option<&str>, found: Option<&str>) {
        self.with_id += usize::from(meant.is_some());
        self.links += usize::from(found.is_some());
        self.right += usize::from(found.is_some() && found == meant);
    }

    fn row(self, name: &str) -> Vec<String> {
        let share = |of: usize| percent(self.right as f64 / of.max(1) as f64);
        let counts = [self.with_id, self.links].map(|count| count.to_string());
        let [with_id, links] = counts;
        vec![name.to_owned(), with_id, links, share(self.links), share(self.with_id)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_where_none_is_meant_costs_precision_and_a_missing_one_recall() {
        let mut counts = Counts::default();
        counts.add(Some("1"), Some("1"));
        counts.add(None, Some("2"));
        counts.add(Some("3"), None);
        counts.add(None, None);
        assert_eq!(counts, Counts { with_id: 2, links: 2, right: 1 });
        assert_eq!(counts.row("all")[3..], ["50.0", "50.0"]);
    }
}
