//! Nearest neighbours: is the nearest text of a translation another translation of the same document?

use std::collections::{BTreeMap, HashMap};

use lab_report::{Table, percent};

use super::texts::{Read, Reader, Translation, translations};
use crate::{
    corpus::{Corpora, ntrex::Length},
    eval::held_back::is_held_back,
    metrics::tfidf::TfIdf,
};

/// Returns the texts near a text, with a score that is higher the nearer they are.
type Nearest<'f> = dyn Fn(usize) -> Vec<(usize, f64)> + 'f;

/// Among which texts the nearest one is looked for.
#[derive(Debug, Clone, Copy)]
enum Among {
    /// All texts.
    All,
    /// Those in other languages.
    OtherLanguages,
    /// Those in English.
    English,
}

const AMONG: [Among; 3] = [Among::All, Among::OtherLanguages, Among::English];

/// Right answers and questions.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, is_right: bool) {
        self.right += usize::from(is_right);
        self.all += 1;
    }

    fn percent(self) -> String {
        if self.all == 0 { "–".to_owned() } else { percent(self.right as f64 / self.all as f64) }
    }
}

/// Returns the scores of all systems, and those of the vectors by language.
pub(super) fn tables(corpora: &Corpora, reader: &Reader) -> anyhow::Result<(Table, Table)> {
    let mut systems = Table::new(&["text", "half", "system", "texts", "all", "other languages", "English"]);
    let mut by_language: BTreeMap<String, Vec<Share>> = BTreeMap::new();
    for (length, name) in [(Length::Lead, "headline and lead"), (Length::Article, "article")] {
        let texts = translations(corpora, length)?;
        let read: Vec<Read> =
            texts.iter().map(|text| reader.read(&text.headline, &text.body)).collect::<Result<_, _>>()?;
        let bodies: Vec<String> = texts.iter().map(Translation::text).collect();
        let weighed = TfIdf::new(bodies.iter().map(String::as_str));
        let hashes = by_hash(&read);
        let vector = |text: usize| cosines(&read, text);
        let tfidf = |text: usize| {
            weighed.nearest(text).into_iter().map(|(other, cosine)| (other, f64::from(cosine))).collect()
        };
        let minhash = |text: usize| common(&read, &hashes, text);
        let scored: [(&str, &Nearest<'_>); 3] =
            [("Wiredesk", &vector), ("TF-IDF, cosine", &tfidf), ("MinHash alone", &minhash)];
        for (system, nearest) in scored {
            let shares = score(&texts, nearest);
            for half in [false, true] {
                let mut all = [Share::default(); 3];
                for (_, found) in shares.iter().filter(|(of, _)| of.1 == half) {
                    for (all, found) in all.iter_mut().zip(found) {
                        all.right += found.right;
                        all.all += found.all;
                    }
                }
                let half = if half { "held back" } else { "seen" };
                let count = all.first().map(|share| share.all.to_string()).unwrap_or_default();
                let first = [name, half, system].map(str::to_owned);
                systems.row([&first[..], &[count], &all.map(Share::percent)].concat());
            }
            if system == "Wiredesk" {
                for ((language, _), found) in shares.into_iter().filter(|(of, _)| of.1) {
                    by_language.entry(language).or_default().extend(found);
                }
            }
        }
    }
    let mut languages = Table::new(&[
        "language",
        "lead: all",
        "other languages",
        "English",
        "article: all",
        "other languages",
        "English",
    ]);
    for (language, shares) in by_language {
        languages.row([vec![language], shares.into_iter().map(Share::percent).collect()].concat());
    }
    Ok((systems, languages))
}

/// Scores the texts in languages that are served, by language and half.
fn score(texts: &[Translation], nearest: &Nearest<'_>) -> BTreeMap<(String, bool), [Share; 3]> {
    let mut shares: BTreeMap<(String, bool), [Share; 3]> = BTreeMap::new();
    for (number, text) in texts.iter().enumerate().filter(|(_, text)| text.is_served()) {
        let scores = nearest(number);
        let half = is_held_back(&text.document.id);
        let own = shares.entry((text.document.language.clone(), half)).or_default();
        for (share, among) in own.iter_mut().zip(AMONG) {
            if matches!(among, Among::English) && text.document.language == "eng" {
                continue;
            }
            let best = scores
                .iter()
                .filter(|(other, _)| {
                    *other != number && texts.get(*other).is_some_and(|other| is_in(among, text, other))
                })
                .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)));
            share.add(
                best.and_then(|(other, _)| texts.get(*other))
                    .is_some_and(|other| other.event() == text.event()),
            );
        }
    }
    shares
}

fn is_in(among: Among, text: &Translation, other: &Translation) -> bool {
    match among {
        Among::All => true,
        Among::OtherLanguages => other.document.language != text.document.language,
        Among::English => other.document.language == "eng",
    }
}

fn cosines(read: &[Read], text: usize) -> Vec<(usize, f64)> {
    let Some(own) = read.get(text).and_then(|read| read.vector.as_ref()) else { return Vec::new() };
    let cosine = |(number, read): (usize, &Read)| Some((number, own.cosine(read.vector.as_ref()?)));
    read.iter().enumerate().filter_map(cosine).collect()
}

/// Returns the texts with each hash of a signature.
fn by_hash(read: &[Read]) -> HashMap<u32, Vec<usize>> {
    let mut texts: HashMap<u32, Vec<usize>> = HashMap::new();
    for (number, read) in read.iter().enumerate() {
        for hash in read.signature.hashes() {
            texts.entry(*hash).or_default().push(number);
        }
    }
    texts
}

/// Returns the texts with hashes in common, with the Jaccard coefficient that the signatures give.
fn common(read: &[Read], texts: &HashMap<u32, Vec<usize>>, text: usize) -> Vec<(usize, f64)> {
    let Some(own) = read.get(text).map(|read| &read.signature) else { return Vec::new() };
    let near = own.hashes().iter().filter_map(|hash| texts.get(hash)).flatten();
    let near: std::collections::BTreeSet<usize> = near.copied().collect();
    let share = |other: usize| Some((other, own.shared(&read.get(other)?.signature).of_both));
    near.into_iter().filter_map(share).collect()
}
