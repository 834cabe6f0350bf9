//! Streams of articles with known events, and what linkers make of them.

use std::collections::{BTreeMap, BTreeSet};

use lab_report::{Table, percent};
use stories::{Fingerprint, Limits, Linker, Signature, Vector};

use super::texts::{Reader, translations};
use crate::{
    corpus::{Corpora, ntrex::Length},
    eval::{
        copies,
        held_back::{hash, is_held_back},
    },
    metrics::{clusters::BCubed, tfidf::TfIdf},
    random::Random,
};

const HOUR: i64 = 3_600_000;

/// The length of a stream, and how long an event is in the news, in hours.
const LENGTH: usize = 120;
const EVENT: usize = 24;

/// The window of the linker.
const WINDOW: i64 = 72 * HOUR;

/// The fewest and the most languages in which an event is reported.
const LANGUAGES: (usize, usize) = (5, 40);

/// One in so many of the articles that have copies is in the stream, and of those that have none.
const WITH_COPIES: usize = 6;
const WITHOUT_COPIES: usize = 20;

/// An article with its event.
struct Item {
    id: String,
    event: String,
    time: i64,
    text: String,
    signature: Signature,
    vector: Option<Vector>,
}

/// A stream in its order.
pub(super) struct Stream(Vec<Item>);

/// The stories of the articles, by their ids.
type Stories = BTreeMap<String, String>;

/// Makes the streams of both halves: the one seen and the one held back.
pub(super) fn streams(corpora: &Corpora, reader: &Reader) -> anyhow::Result<[Stream; 2]> {
    let mut items = translated(corpora, reader)?;
    items.extend(published(corpora, reader)?);
    items.sort_by(|one, other| (one.time, &one.id).cmp(&(other.time, &other.id)));
    let (held_back, seen) = items.into_iter().partition(|item| is_held_back(&item.event));
    Ok([Stream(seen), Stream(held_back)])
}

/// Returns a random hour at which the event begins, the same for all its articles, and a later one.
fn time(event: &str, id: &str) -> i64 {
    let start = Random::new(hash(event)).below((LENGTH - EVENT) * 60);
    let later = Random::new(hash(id)).below(EVENT * 60);
    i64::try_from(start + later).unwrap_or_default() * (HOUR / 60)
}

/// Takes some translations of each document of NTREX.
fn translated(corpora: &Corpora, reader: &Reader) -> anyhow::Result<Vec<Item>> {
    let mut by_event: BTreeMap<String, Vec<_>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for translation in translations(corpora, Length::Article)? {
        let document = &translation.document;
        // A language has one translation of a document here: those of its variants are nearly the same text.
        if translation.is_served() && seen.insert((document.id.clone(), document.language.clone())) {
            by_event.entry(translation.event().to_owned()).or_default().push(translation);
        }
    }
    let mut items = Vec::new();
    for (event, mut translations) in by_event {
        let mut random = Random::new(hash(&event));
        random.shuffle(&mut translations);
        translations.truncate(LANGUAGES.0 + random.below(LANGUAGES.1 - LANGUAGES.0 + 1));
        for translation in translations {
            let id = format!("{}-{}", translation.document.id, translation.document.variant);
            items.push(item(reader, id, event.clone(), &translation.headline, &translation.body)?);
        }
    }
    Ok(items)
}

/// Takes published news: some with copies, which are one event, and some alone.
fn published(corpora: &Corpora, reader: &Reader) -> anyhow::Result<Vec<Item>> {
    let (with_copies, alone) = copies::events(corpora, WITH_COPIES, WITHOUT_COPIES)?;
    let mut items = Vec::new();
    for articles in with_copies.into_iter().chain(alone.into_iter().map(|article| vec![article])) {
        let event = articles.first().map(|article| article.id.clone()).unwrap_or_default();
        for article in articles {
            items.push(item(reader, article.id.clone(), event.clone(), &article.headline, &article.body())?);
        }
    }
    Ok(items)
}

fn item(reader: &Reader, id: String, event: String, headline: &str, body: &str) -> anyhow::Result<Item> {
    let read = reader.read(headline, body)?;
    let time = time(&event, &id);
    Ok(Item {
        time,
        text: format!("{headline}\n\n{body}"),
        signature: read.signature,
        vector: read.vector,
        id,
        event,
    })
}

impl Stream {
    pub(super) fn articles(&self) -> usize {
        self.0.len()
    }

    pub(super) fn events(&self) -> usize {
        self.0.iter().map(|item| &item.event).collect::<BTreeSet<_>>().len()
    }

    /// Links the stream. Without vectors, only copies are linked.
    pub(super) fn linked(&self, limits: Limits, with_vectors: bool) -> BCubed {
        let mut linker = Linker::with_limits(WINDOW, limits);
        let mut stories = Stories::new();
        for item in &self.0 {
            let link = linker.link(Fingerprint {
                id: item.id.clone(),
                time: item.time,
                signature: item.signature.clone(),
                vector: item.vector.clone().filter(|_| with_vectors),
                source: None,
            });
            for story in stories.values_mut().filter(|story| link.merged.contains(story)) {
                story.clone_from(&link.story);
            }
            stories.insert(item.id.clone(), link.story);
        }
        self.score(&stories)
    }

    /// Links each article to the nearest earlier one by TF-IDF, from each of some cosines on.
    pub(super) fn by_tfidf(&self, cosines: &[f32]) -> Vec<BCubed> {
        let weighed = TfIdf::new(self.0.iter().map(|item| item.text.as_str()));
        let nearest: Vec<Option<(usize, f32)>> = (0..self.0.len())
            .map(|number| weighed.nearest(number).into_iter().find(|(other, _)| *other < number))
            .collect();
        let at = |least: &f32| {
            let mut stories = Stories::new();
            for (item, nearest) in self.0.iter().zip(&nearest) {
                let other =
                    nearest.filter(|(_, cosine)| cosine >= least).and_then(|(other, _)| self.0.get(other));
                let story = other.and_then(|other| stories.get(&other.id)).unwrap_or(&item.id).clone();
                stories.insert(item.id.clone(), story);
            }
            self.score(&stories)
        };
        cosines.iter().map(at).collect()
    }

    fn score(&self, stories: &Stories) -> BCubed {
        let gold: BTreeMap<String, &str> =
            self.0.iter().map(|item| (item.id.clone(), item.event.as_str())).collect();
        BCubed::of(&gold, stories)
    }
}

/// Returns the scores of all systems. Thresholds of the others are the best on the half that is seen.
pub(super) fn table(streams: &[Stream; 2]) -> Table {
    let cosines: Vec<f32> = (2_u8..20).map(|twentieth| f32::from(twentieth) / 20.0).collect();
    let tfidf = streams.each_ref().map(|stream| stream.by_tfidf(&cosines));
    let [seen, _] = &tfidf;
    let best = (0..cosines.len()).max_by(|one, other| {
        let f1 = |at: &usize| seen.get(*at).map_or(0.0, |score| score.f1());
        f1(one).total_cmp(&f1(other))
    });
    let mut table = Table::new(&["system", "half", "articles", "events", "precision", "recall", "B³"]);
    let limits = Limits::default();
    for (number, (stream, half)) in streams.iter().zip(["seen", "held back"]).enumerate() {
        let baseline = best.and_then(|best| tfidf.get(number)?.get(best).copied()).unwrap_or_default();
        for (system, score) in [
            ("Wiredesk", stream.linked(limits, true)),
            ("TF-IDF, cosine, nearest earlier article", baseline),
            ("signatures alone", stream.linked(limits, false)),
        ] {
            let counts = [stream.articles(), stream.events()].map(|count| count.to_string());
            let scores = [score.precision(), score.recall(), score.f1()].map(percent);
            table.row([&[system.to_owned(), half.to_owned()][..], &counts, &scores].concat());
        }
    }
    table
}

/// Returns B³ on one stream for other limits than the product's.
pub(super) fn limits(stream: &Stream) -> Table {
    const MARGINS: [f64; 5] = [0.0, 0.2, 0.24, 0.28, 0.32];
    let mut columns = vec!["same".to_owned()];
    columns.extend(MARGINS.iter().map(|margin| format!("margin {margin:.2}")));
    let mut table = Table::new(&columns.iter().map(String::as_str).collect::<Vec<_>>());
    for same in [0.4, 0.45, 0.5, 0.55, 0.65] {
        let score =
            |margin: f64| percent(stream.linked(Limits { same, margin, ..Limits::default() }, true).f1());
        table.row([vec![format!("{same:.2}")], MARGINS.map(score).to_vec()].concat());
    }
    table
}
