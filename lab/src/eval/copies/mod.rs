//! Evaluates near copies on copies made by rule and on other articles about the same subject.

mod edits;
mod pairs;
mod sources;

use std::collections::BTreeMap;

use anyhow::Context as _;
use lab_report::{Report, Table, percent};
use messages::{Article, ArticleReceived, Stage as _};
use stories::{COPY, Copies, Shared, Signature};

pub(super) use self::edits::Source;
use self::{
    edits::Edit,
    pairs::{Copy, Kind, Near},
    sources::Candidate,
};
use super::held_back::hash;
use crate::{corpus::Corpora, metrics::tfidf::TfIdf, pipeline::Pipeline, random::Random};

const NOTE: &str = "Copies: made by rule of public news (Senate releases, Wikinews and Global Voices, NTREX): one edit each, and every other one in a case of five. Joint: published \
pairs of which the shorter text shares half of its passages of eight words or more with the other. Other: the two nearest articles by TF-IDF that share less than a tenth; what is between a tenth and a half is not scored. \
Precision counts the copies, joint pairs and other pairs of a half. The thresholds of all rows but the first are the best on the half that is not held back; the first row has the product's. The halves are chosen by the hash of the original's id.";

const SEARCH_NOTE: &str = "Each copy is looked up among all published articles, as the pipeline does. Found: its original is among the results.";

/// Runs the evaluation.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    let candidates = sources::candidates(corpora)?;
    let set = Set::new(&candidates)?;
    let mut report = Report::new("Near copies")
        .fact("corpora", "news of the development data, NTREX dev")
        .fact("published articles", candidates.len().to_string())
        .fact("copies made", set.copies.len().to_string())
        .fact("joint pairs", set.count(Kind::Joint).to_string())
        .fact("pairs between, not scored", set.count(Kind::Partly).to_string())
        .fact("other pairs on the same subject", set.count(Kind::Other).to_string());
    report.section("Pairs", NOTE, set.scores());
    let (by_edit, by_language) = set.search();
    report.section("Search, by edit", SEARCH_NOTE, by_edit);
    report.section("Search, by language", "", by_language);
    Ok(report)
}

/// Returns events: one in `with_copies` of the copied articles with one to three copies, and one in
/// `without_copies` of the others alone.
pub(super) fn events(
    corpora: &Corpora,
    with_copies: usize,
    without_copies: usize,
) -> anyhow::Result<(Vec<Vec<Source>>, Vec<Source>)> {
    let candidates = sources::candidates(corpora)?;
    let copies = pairs::copies(&candidates);
    let is_copied = |candidate: &&Candidate| candidate.is_copied;
    let alone = candidates.iter().filter(|candidate| !is_copied(candidate)).step_by(without_copies);
    let events = copies.iter().step_by(with_copies).filter_map(|copy| {
        let original = &candidates.get(copy.original)?.source;
        let mut random = Random::new(hash(&original.id));
        let mut articles = vec![original.clone(), copy.text.clone()];
        for edit in Edit::ALL.into_iter().take(random.below(3)) {
            articles.push(original.copied(edit, &[], &mut random).0);
        }
        for (number, article) in articles.iter_mut().enumerate().skip(1) {
            article.id = format!("{}-copy-{number}", article.id);
        }
        Some(articles)
    });
    Ok((events.collect(), alone.map(|candidate| candidate.source.clone()).collect()))
}

/// Everything that is scored.
struct Set<'c> {
    candidates: &'c [Candidate],
    copies: Vec<Copy>,
    near: Vec<Near>,
    /// The signatures of the published articles, and of the copies.
    signatures: (Vec<Signature>, Vec<Signature>),
    weighed: TfIdf,
}

/// A pair with what each system says about it.
struct Pair {
    is_copy: bool,
    is_held_back: bool,
    shared: Shared,
    cosine: f32,
}

/// A system: its name and what it says about a pair.
type System = (&'static str, fn(&Pair) -> f64);

impl<'c> Set<'c> {
    fn new(candidates: &'c [Candidate]) -> anyhow::Result<Self> {
        let copies = pairs::copies(candidates);
        let published = candidates.iter().map(|candidate| &candidate.source);
        let made = copies.iter().map(|copy| &copy.text);
        let pipeline = Pipeline::new();
        let signatures = |sources: &mut dyn Iterator<Item = &Source>| -> anyhow::Result<Vec<Signature>> {
            sources.map(|source| signature(source, &pipeline)).collect()
        };
        let signatures = (signatures(&mut published.clone())?, signatures(&mut made.clone())?);
        let bodies: Vec<String> = published.chain(made).map(Source::body).collect();
        let weighed = TfIdf::new(bodies.iter().map(String::as_str));
        let near = pairs::near(&weighed, candidates);
        Ok(Self { candidates, copies, near, signatures, weighed })
    }

    fn count(&self, kind: Kind) -> usize {
        self.near.iter().filter(|pair| pair.kind == kind).count()
    }

    fn is_held_back(&self, article: usize) -> bool {
        self.candidates.get(article).is_some_and(|candidate| candidate.is_held_back)
    }

    fn pairs(&self) -> Vec<Pair> {
        let (published, made) = &self.signatures;
        let copied = self.copies.iter().zip(made).enumerate().filter_map(|(number, (copy, signature))| {
            Some(Pair {
                is_copy: true,
                is_held_back: self.is_held_back(copy.original),
                shared: signature.shared(published.get(copy.original)?),
                cosine: self.weighed.cosine(copy.original, published.len() + number),
            })
        });
        let near = self.near.iter().filter(|pair| pair.kind != Kind::Partly).filter_map(|pair| {
            let (one, other) = pair.articles;
            Some(Pair {
                is_copy: pair.kind == Kind::Joint,
                is_held_back: self.is_held_back(one),
                shared: published.get(one)?.shared(published.get(other)?),
                cosine: self.weighed.cosine(one, other),
            })
        });
        copied.chain(near).collect()
    }

    fn scores(&self) -> Table {
        let systems: [System; 3] = [
            (
                "share of the shorter text",
                |pair| if pair.shared.sample < 6 { 0.0 } else { pair.shared.most() },
            ),
            ("Jaccard (MinHash alone)", |pair| pair.shared.of_both),
            ("TF-IDF, cosine", |pair| f64::from(pair.cosine)),
        ];
        let pairs = self.pairs();
        let mut table = Table::new(&["system", "pairs", "copies", "others", "threshold", "P", "R", "F1"]);
        row(&mut table, "Wiredesk", &pairs, COPY, |pair| if pair.shared.is_copy() { 1.0 } else { 0.0 });
        for (name, says) in systems {
            row(&mut table, name, &pairs, best(&pairs, says), says);
        }
        table
    }

    fn search(&self) -> (Table, Table) {
        let (published, made) = &self.signatures;
        let mut copies = Copies::default();
        for (number, signature) in published.iter().enumerate() {
            copies.add(number as u32, signature.clone());
        }
        let mut by_edit: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        let mut by_language = by_edit.clone();
        for (copy, signature) in self.copies.iter().zip(made) {
            let found = copies.find(signature).iter().any(|found| found.article as usize == copy.original);
            let half = if self.is_held_back(copy.original) { "held back" } else { "seen" };
            let kinds = copy.edits.iter().map(|edit| edit.as_str());
            for kind in kinds.chain(["all"]) {
                let count = by_edit.entry(format!("{half}: {kind}")).or_default();
                *count = (count.0 + 1, count.1 + usize::from(found));
            }
            let count = by_language.entry(copy.text.language.clone()).or_default();
            *count = (count.0 + 1, count.1 + usize::from(found));
        }
        (found_table("edit", by_edit), found_table("language", by_language))
    }
}

fn found_table(first: &str, counts: BTreeMap<String, (usize, usize)>) -> Table {
    let mut table = Table::new(&[first, "copies", "found"]);
    for (name, (all, found)) in counts {
        table.row([name, all.to_string(), percent(found as f64 / all.max(1) as f64)]);
    }
    table
}

fn signature(source: &Source, pipeline: &Pipeline) -> anyhow::Result<Signature> {
    let mut article = Article::from_body(source.body());
    if !source.headline.is_empty() {
        article.headline = Some(source.headline.clone());
    }
    let event = pipeline.detector.process(ArticleReceived { article })?;
    let event = pipeline.segmenter.process(event).with_context(|| format!("article {}", source.id))?;
    Ok(Signature::of(&stories::story_text(&event.article, &event.segments)))
}

/// Returns the threshold with the best F1 on the half that is not held back.
fn best(pairs: &[Pair], says: fn(&Pair) -> f64) -> f64 {
    let thresholds = (1..100).map(|hundredth| f64::from(hundredth) / 100.0);
    let f1 = |threshold: &f64| {
        let (precision, recall) = score(pairs, false, *threshold, says);
        2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    };
    thresholds.max_by(|one, other| f1(one).total_cmp(&f1(other))).unwrap_or(1.0)
}

fn score(pairs: &[Pair], is_held_back: bool, threshold: f64, says: fn(&Pair) -> f64) -> (f64, f64) {
    let (mut right, mut found, mut gold) = (0_usize, 0_usize, 0_usize);
    for pair in pairs.iter().filter(|pair| pair.is_held_back == is_held_back) {
        let is_found = says(pair) >= threshold;
        found += usize::from(is_found);
        gold += usize::from(pair.is_copy);
        right += usize::from(is_found && pair.is_copy);
    }
    (right as f64 / found.max(1) as f64, right as f64 / gold.max(1) as f64)
}

fn row(table: &mut Table, name: &str, pairs: &[Pair], threshold: f64, says: fn(&Pair) -> f64) {
    for (half, is_held_back) in [("seen", false), ("held back", true)] {
        let (precision, recall) = score(pairs, is_held_back, threshold, says);
        let of_half = || pairs.iter().filter(|pair| pair.is_held_back == is_held_back);
        let copies = of_half().filter(|pair| pair.is_copy).count();
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        let counts = [copies, of_half().count() - copies].map(|count| count.to_string());
        let scores = [precision, recall, f1].map(percent);
        let first = [name.to_owned(), half.to_owned()];
        table.row([&first[..], &counts[..], &[format!("{threshold:.2}")][..], &scores[..]].concat());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(is_copy: bool, is_held_back: bool, share: f64) -> Pair {
        let shared = Shared { of_first: share, of_second: 0.0, sample: 50, of_both: share };
        Pair { is_copy, is_held_back, shared, cosine: 0.0 }
    }

    #[test]
    fn the_threshold_is_chosen_on_the_half_that_is_not_held_back() {
        let pairs =
            [pair(true, false, 0.6), pair(false, false, 0.2), pair(true, true, 0.1), pair(false, true, 0.9)];
        let says = |pair: &Pair| pair.shared.most();
        let threshold = best(&pairs, says);
        assert!((0.2..=0.6).contains(&threshold), "{threshold}");
        assert_eq!(score(&pairs, false, threshold, says), (1.0, 1.0));
        assert_eq!(score(&pairs, true, threshold, says), (0.0, 0.0));
    }

    #[test]
    fn copies_of_each_edit_are_found() {
        let paragraph = |number: usize| {
            format!("In paragraph {number} the mayor of town {number} spoke of plan {number}.")
        };
        let paragraphs: Vec<String> = (0..40).map(paragraph).collect();
        let source =
            Source { id: "a".to_owned(), language: "en".to_owned(), headline: String::new(), paragraphs };
        let pipeline = Pipeline::new();
        let original = signature(&source, &pipeline).unwrap();
        for edit in Edit::ALL {
            let (copy, _) = source.copied(edit, &[], &mut Random::new(1));
            let shared = signature(&copy, &pipeline).unwrap().shared(&original);
            assert!(shared.is_copy(), "{}: {shared:?}", edit.as_str());
        }
    }
}
