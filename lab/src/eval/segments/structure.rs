//! Evaluates blocks on the articles in `lab/structure`, which were written for this project.

use std::collections::BTreeMap;

use lab_report::{Table, percent};
use segmenter::{Languages, segment_body};
use text::Span;

use crate::{
    corpus::structure::{StructuredArticle, articles, pages},
    metrics::matching::Counts,
};

pub(super) const NOTE: &str = "Articles written for this project (lab/structure), with their blocks as gold: every pattern of datelines and credits that \
agencies use, with traps, in 20 languages. A block is right if its kind and both ends are; a place, date or source of a dateline \
is right if its text is. The articles were written before the rules for captions, lists and pull quotes were finished, and \
helped to finish them. They are a regression suite and not a blind test. On the first run, before anything was changed for them, \
F1 was 97.1 for headlines, 92.9 for bylines, 99.2 for datelines, 97.8 for trailers, 95.2 for paragraphs and 100 for the rest.";

pub(super) const PAGES_NOTE: &str = "288 articles as they stand on pages, with furniture, bylines, captions and notices, scored in the same way: 97 short ones \
in 27 languages, and 191 whole pages with traps in 40. A part of each set is held back (lab/structure/*-held.txt): nobody inspects their \
errors while rules change, but their figures were read. They are not a blind test, because the author of the rules wrote them.";

/// Returns the counts by kind of block, in the order of their names.
fn scores(articles: &[StructuredArticle]) -> BTreeMap<String, Counts> {
    let mut scores: BTreeMap<String, Counts> = BTreeMap::new();
    for article in articles {
        let (gold, found) = (gold(article), found(article));
        let kinds = gold.iter().chain(&found).map(|(kind, _)| kind.clone());
        for kind in kinds.collect::<std::collections::BTreeSet<_>>() {
            let of_kind = |blocks: &[(String, String)]| -> Vec<String> {
                blocks.iter().filter(|(other, _)| *other == kind).map(|(_, place)| place.clone()).collect()
            };
            *scores.entry(kind.clone()).or_default() += Counts::of(&of_kind(&gold), &of_kind(&found));
        }
    }
    scores
}

/// Returns the table of the articles as they stand on pages: those that the rules may be fitted to, and the others.
pub(super) fn pages_table() -> anyhow::Result<Table> {
    let mut table = Table::new(&["set", "half", "block", "gold", "P", "R", "F1"]);
    for pages in pages()? {
        for (kind, counts) in scores(&pages.articles) {
            let figures = [counts.precision(), counts.recall(), counts.f1()].map(percent);
            let names = [pages.set.to_owned(), pages.half.to_owned(), kind, counts.gold.to_string()];
            table.row(names.into_iter().chain(figures));
        }
    }
    Ok(table)
}

pub(super) fn table() -> anyhow::Result<Table> {
    let mut table = Table::new(&["block", "gold", "P", "R", "F1"]);
    for (kind, counts) in scores(&articles()?) {
        let figures = [counts.precision(), counts.recall(), counts.f1()].map(percent);
        table.row([kind, counts.gold.to_string()].into_iter().chain(figures));
    }
    Ok(table)
}

/// Returns kind and range of each block, and name and text of each part of a dateline.
fn gold(article: &StructuredArticle) -> Vec<(String, String)> {
    let block = |block: &crate::corpus::structure::GoldBlock| {
        let name = format!("{:?}", block.kind).to_lowercase();
        let parts = block.parts.iter().map(|(part, text)| (format!("dateline {part}"), text.clone()));
        let span = format!("{}..{}", block.span.start, block.span.end);
        [(name, span)].into_iter().chain(parts).collect::<Vec<_>>()
    };
    article.blocks.iter().flat_map(block).collect()
}

fn found(article: &StructuredArticle) -> Vec<(String, String)> {
    let languages = Languages::only(&article.language);
    let segments = segment_body(&article.body, None, None, &languages);
    let part = |name: &str, part: Option<Span>| {
        part.map(|span| (format!("dateline {name}"), span.of(&article.body).to_owned()))
    };
    let block = |block: &segmenter::Block| {
        let name = format!("{:?}", block.kind).to_lowercase();
        let parts = block.dateline.iter().flat_map(|dateline| {
            [part("place", dateline.place), part("date", dateline.date), part("source", dateline.source)]
        });
        let span = format!("{}..{}", block.span.start, block.span.end);
        [(name, span)].into_iter().chain(parts.flatten()).collect::<Vec<_>>()
    };
    segments.blocks.iter().flat_map(block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_bylines_datelines_and_trailers_are_nearly_always_found() {
        let scores = scores(&articles().unwrap());
        for kind in ["headline", "byline", "dateline", "trailer"] {
            let f1 = scores.get(kind).copied().unwrap_or_default().f1();
            assert!(f1 >= 0.98, "{kind}: F1 {f1}");
        }
    }

    #[test]
    fn blocks_of_pages_are_found_as_well_as_the_results_say() {
        // Below the figures of lab/results/segments.md, so that a rule may lose one block. The aim is 0.95.
        const KINDS: [&str; 4] = ["byline", "caption", "furniture", "trailer"];
        for pages in pages().unwrap() {
            let floors = match (pages.set, pages.half) {
                ("short", "seen") => [0.97, 0.95, 0.97, 0.97],
                ("short", _) => [0.9, 0.93, 0.97, 0.96],
                (_, "seen") => [0.98, 0.98, 0.98, 0.98],
                _ => [0.88, 0.9, 0.95, 0.94],
            };
            let scores = scores(&pages.articles);
            for (kind, floor) in KINDS.into_iter().zip(floors) {
                let f1 = scores.get(kind).copied().unwrap_or_default().f1();
                assert!(f1 >= floor, "{} {} {kind}: F1 {f1}", pages.set, pages.half);
            }
        }
    }

    #[test]
    fn every_article_gets_its_gold_blocks() {
        let wrong: Vec<String> = articles()
            .unwrap()
            .iter()
            .filter(|article| gold(article) != found(article))
            .map(|article| {
                let missed: Vec<_> =
                    gold(article).into_iter().filter(|g| !found(article).contains(g)).collect();
                let extra: Vec<_> =
                    found(article).into_iter().filter(|f| !gold(article).contains(f)).collect();
                format!("{} ({}): missed {missed:?}, found {extra:?}", article.name, article.language)
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
