//! Evaluates what is read from web pages on those in `lab/pages`: main text, headline, byline and date.

use std::{collections::HashMap, fs, path::Path};

use anyhow::Context as _;
use intake::PageHints;
use lab_report::{Report, Table, percent};
use serde::Deserialize;

use super::hostile_pages;
use crate::corpus::{
    Corpora,
    pages::{Page, pages},
};

const NOTE: &str = "Pages written for this project (lab/pages) as news sites build them, in 34 languages. Text: F1 of the words of the main text, averaged over \
the pages. A page without an article counts as right if no text is found in it. Headline: the same words. Byline: all names are in it, and \
nothing is given where the page names nobody. Day: the day of publication as the page writes it; moment: the same instant, where the page states one. Held back: chosen by the \
hash of the name, scored only; nobody inspects their errors. They are not a blind test, because the author of the extractor wrote them.";

const ERRORS_NOTE: &str = "Pages that are not held back, and what is wrong with them.";

/// What a program read from a page.
#[derive(Debug, Default, Deserialize)]
struct Extracted {
    #[serde(default)]
    program: String,
    #[serde(default)]
    name: String,
    body: Option<String>,
    headline: Option<String>,
    byline: Option<String>,
    published_at: Option<String>,
}

/// Runs the evaluation. Scores what another program read beside it, if the corpora name a file of that.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    let pages = corpora.limited(pages()?);
    let ours = pages.iter().map(|page| (page.name.clone(), read(page))).collect();
    let mut table =
        Table::new(&["program", "pages", "number", "text", "headline", "byline", "day", "moment"]);
    rows(&mut table, "Wiredesk", &pages, &ours);
    if let Some(file) = &corpora.extracted {
        let (program, theirs) = extracted(file)?;
        rows(&mut table, &program, &pages, &theirs);
    }
    let mut errors = Table::new(&["page", "text", "headline", "byline", "published"]);
    let nothing = Extracted::default();
    for page in pages.iter().filter(|page| !page.is_held_back) {
        let found = ours.get(&page.name).unwrap_or(&nothing);
        let score = Score::of(page, found);
        if score.text < 0.97 || score.headline + score.byline + score.day < 3.0 {
            let shown = |text: &Option<String>| text.clone().unwrap_or_default();
            let found = [&found.headline, &found.byline, &found.published_at].map(shown);
            errors.row([vec![page.name.clone(), percent(score.text)], found.to_vec()].concat());
        }
    }
    let mut report = Report::new("Web pages").fact("corpora", "lab/pages, written for this project");
    report.section("Scores", NOTE, table);
    report.section("Errors", ERRORS_NOTE, errors);
    report.section("Hostile pages", hostile_pages::NOTE, hostile_pages::table());
    Ok(report)
}

fn read(page: &Page) -> Extracted {
    let Ok(article) = intake::page(&page.bytes, PageHints::default(), "html") else {
        return Extracted::default();
    };
    let member = |name: &str| article.get(name).and_then(|value| value.as_str()).map(str::to_owned);
    let [body, headline, byline, published_at] = ["body", "headline", "byline", "published_at"].map(member);
    Extracted { body, headline, byline, published_at, ..Extracted::default() }
}

/// Reads what another program read: a line of JSON for each page.
fn extracted(file: &Path) -> anyhow::Result<(String, HashMap<String, Extracted>)> {
    let lines = fs::read_to_string(file).with_context(|| format!("cannot read `{}`", file.display()))?;
    let read: Vec<Extracted> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let program = read.first().map(|first| first.program.clone()).unwrap_or_default();
    Ok((program, read.into_iter().map(|page| (page.name.clone(), page)).collect()))
}

/// Whether a page is in a set.
type IsIn = fn(&Page) -> bool;

fn rows(table: &mut Table, program: &str, pages: &[Page], found: &HashMap<String, Extracted>) {
    let nothing = Extracted::default();
    let sets: [(&str, IsIn); 3] =
        [("seen", |page| !page.is_held_back), ("held back", |page| page.is_held_back), ("all", |_| true)];
    for (set, is_in) in sets {
        let scores: Vec<Score> = pages
            .iter()
            .filter(|page| is_in(page))
            .map(|page| Score::of(page, found.get(&page.name).unwrap_or(&nothing)))
            .collect();
        let mean =
            |of: fn(&Score) -> f64| percent(scores.iter().map(of).sum::<f64>() / scores.len().max(1) as f64);
        let figures = [
            mean(|score| score.text),
            mean(|score| score.headline),
            mean(|score| score.byline),
            mean(|score| score.day),
            mean(|score| score.moment),
        ];
        table.row(
            [vec![program.to_owned(), set.to_owned(), scores.len().to_string()], figures.to_vec()].concat(),
        );
    }
}

/// How much of a page was read right. Each figure is between 0 and 1.
#[derive(Debug, Clone, Copy)]
struct Score {
    text: f64,
    headline: f64,
    byline: f64,
    day: f64,
    moment: f64,
}

impl Score {
    fn of(page: &Page, found: &Extracted) -> Self {
        let given = |text: &Option<String>| words(text.as_deref().unwrap_or_default());
        let right = |is_right: bool| f64::from(u8::from(is_right));
        if page.error.is_some() {
            let text = right(given(&found.body).is_empty());
            return Self { text, headline: 1.0, byline: 1.0, day: 1.0, moment: 1.0 };
        }
        let byline = given(&found.byline);
        let is_named = |name: &String| {
            let name = words(name);
            byline.windows(name.len().max(1)).any(|window| window == name)
        };
        let published = found.published_at.as_deref().unwrap_or_default();
        let day = page.published.get(..10).is_none_or(|day| published.starts_with(day));
        Self {
            text: f1(&words(&page.text), &given(&found.body)),
            headline: right(words(&page.headline) == given(&found.headline)),
            byline: right(
                page.authors.iter().all(is_named) && (byline.is_empty() || !page.authors.is_empty()),
            ),
            day: right(day),
            moment: right(if page.published.len() > 10 {
                is_same_moment(&page.published, published)
            } else {
                day
            }),
        }
    }
}

fn is_same_moment(one: &str, other: &str) -> bool {
    let moment =
        |text: &str| time::OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339).ok();
    moment(one).is_some() && moment(one) == moment(other)
}

fn words(text: &str) -> Vec<String> {
    text::words(text).map(|word| word.span.of(text).to_lowercase()).collect()
}

/// Returns the F1 of the words that two texts have in common, each as often as it occurs.
fn f1(gold: &[String], found: &[String]) -> f64 {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in gold {
        *left.entry(word).or_default() += 1;
    }
    let mut common = 0;
    for word in found {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    2.0 * f64::from(common) / (gold.len() + found.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f1_counts_each_word_as_often_as_it_occurs() {
        let score = |gold: &str, found: &str| f1(&words(gold), &words(found));
        assert_eq!(percent(score("rain and rain", "Rain, and rain.")), "100.0");
        assert_eq!(percent(score("rain and snow", "rain rain rain")), "33.3");
        assert_eq!(percent(score("rain", "")), "0.0");
    }

    #[test]
    fn two_offsets_can_be_the_same_moment() {
        assert!(is_same_moment("2026-05-03T08:00:00+02:00", "2026-05-03T06:00:00Z"));
        assert!(!is_same_moment("2026-05-03T08:00:00+02:00", "2026-05-03"));
    }
}
