//! Measures the linker of stories with a full window: articles per second, memory, restart.

use std::{fs, time::Instant};

use lab_report::{Report, Table, percent};
use stories::{DIMENSIONS, Fingerprint, Limits, Link, Linker, Signature, Source, Vector};

use crate::random::Random;

const NOTE: &str = "Synthetic articles at an even rate over the window of 72 hours. Two of three report something that no other does; the others report events of the last 24 hours, each of which has about three articles, and a third of \
these have the same text. Vectors of an event have a cosine of about 0.8 with each other, those of different events are random. The window is filled as after a restart, from what was said before. Rate: articles that are linked after that. \
Memory: what the process holds more than before. The search is compared with an exact one over all stories: the share of articles that belong to the same story, and of those that also have the same relation.";

/// The window in milliseconds.
const WINDOW: i64 = 72 * 3_600_000;
/// How long an event is in the news, as a part of the window.
const NEWS: f64 = 24.0 / 72.0;
/// One event for so many articles of the stream.
const FOR_ONE_EVENT: usize = 10;
/// The number of shingles of an article, and of hashes in its signature.
const SHINGLES: u32 = 420;
const HASHES: usize = 128;
/// The number of publishers.
const PUBLISHERS: usize = 1_000;
/// The number of articles for which the search is compared with an exact one.
const COMPARED: usize = 500;

/// Fills the window with `articles`, and links `measured` more.
pub fn run(articles: usize, measured: usize) -> Report {
    let before = resident();
    let news = News { window: articles };
    let (mut linker, restart) = filled(&news, Limits::default());
    let stories = linker.stories();
    let next: Vec<Fingerprint> = (articles..articles + measured).map(|number| news.article(number)).collect();
    let begun = Instant::now();
    let links: Vec<Link> = next.iter().map(|article| linker.link(article.clone())).collect();
    let rate = measured as f64 / begun.elapsed().as_secs_f64();
    let memory = resident() - before;
    drop(linker);
    let [story, relation] = as_exact(&news, &next, &links);
    let mut table =
        Table::new(&["articles", "stories", "restart", "articles/s", "memory", "same story", "and relation"]);
    table.row([
        articles.to_string(),
        stories.to_string(),
        format!("{restart:.1} s"),
        format!("{rate:.0}"),
        format!("{memory:.0} MB"),
        percent(story),
        percent(relation),
    ]);
    let mut report = Report::new("Linker of stories").fact("threads", "one");
    report.section("Full window", NOTE, table);
    report
}

/// Takes up the articles of a whole window as after a restart. Returns how long that took in seconds, too.
fn filled(news: &News, limits: Limits) -> (Linker, f64) {
    let mut linker = Linker::with_limits(WINDOW, limits);
    let mut seconds = 0.0;
    for number in 0..news.window {
        let (article, link) = (news.article(number), news.link(number));
        let begun = Instant::now();
        linker.restore(article, &link);
        seconds += begun.elapsed().as_secs_f64();
    }
    (linker, seconds)
}

/// Returns the shares of articles of which an exact search says the same: the story, and all.
fn as_exact(news: &News, next: &[Fingerprint], links: &[Link]) -> [f64; 2] {
    let (mut linker, _) = filled(news, Limits { compared: usize::MAX, ..Limits::default() });
    let compared: Vec<(Link, &Link)> = next
        .iter()
        .zip(links)
        .take(COMPARED)
        .map(|(article, link)| (linker.link(article.clone()), link))
        .collect();
    let share = |count: usize| count as f64 / compared.len().max(1) as f64;
    let same = |(exact, link): &&(Link, &Link)| exact.story == link.story && exact.merged == link.merged;
    [
        share(compared.iter().filter(same).count()),
        share(compared.iter().filter(|(exact, link)| exact == *link).count()),
    ]
}

/// Articles in the order of a stream, the same whenever they are asked for.
struct News {
    /// How many articles the window holds.
    window: usize,
}

impl News {
    /// Returns the article with this number.
    fn article(&self, number: usize) -> Fingerprint {
        let (event, mut random) = self.event(number);
        let mut about = Random::new(event as u64 ^ 0x5eed_0000_0000);
        let direction: Vec<f32> = (0..DIMENSIONS).map(|_| normal(&mut about)).collect();
        // Half the length of an event's direction gives cosines of 1 / (1 + 1/4) between its articles.
        let values: Vec<f32> = direction.iter().map(|value| value + 0.5 * normal(&mut random)).collect();
        let text = if random.below(3) == 0 { event as u64 } else { 1 << 40 | number as u64 };
        let id = format!("synthetic-article-{number:09}");
        let source = Source::of(&format!("publisher {}", random.below(PUBLISHERS)));
        let (time, signature, vector) = (self.time(number), signature(text), Vector::of(&values));
        Fingerprint { id, time, signature, vector, source }
    }

    /// Returns what was said about this article: all articles of an event are one story.
    fn link(&self, number: usize) -> Link {
        let (event, _) = self.event(number);
        let story = format!("synthetic-story-{event:09}");
        Link { story, first_seen: self.time(number), size: 1, ..Link::default() }
    }

    fn time(&self, number: usize) -> i64 {
        (number as f64 / self.window as f64 * WINDOW as f64) as i64
    }

    /// Returns the event of an article, and random numbers for the rest. Events begin at an even rate, and each of those
    /// in the news has the same chance.
    fn event(&self, number: usize) -> (usize, Random) {
        let mut random = Random::new(number as u64);
        let latest = number / FOR_ONE_EVENT;
        let in_the_news = (self.window as f64 * NEWS) as usize / FOR_ONE_EVENT + 1;
        let alone = 1 << 32 | number;
        let event =
            if random.below(3) > 0 { alone } else { latest.saturating_sub(random.below(in_the_news)) };
        (event, random)
    }
}

/// Returns a number with mean 0 and variance 1: the sum of twelve even ones (Irwin and Hall).
fn normal(random: &mut Random) -> f32 {
    (0..12).map(|_| random.unit()).sum::<f32>() - 6.0
}

/// Returns the signature of a text with this number.
fn signature(text: u64) -> Signature {
    let mut random = Random::new(text);
    let highest = (u64::from(u32::MAX) * HASHES as u64 / u64::from(SHINGLES)) as usize;
    let mut hashes: Vec<u32> = (0..2 * HASHES).map(|_| random.below(highest) as u32).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(HASHES);
    let mut bytes = Signature::of(&[]).to_bytes();
    bytes.truncate(1);
    bytes.extend(SHINGLES.to_le_bytes());
    bytes.extend(hashes.into_iter().flat_map(u32::to_le_bytes));
    Signature::from_bytes(&bytes).unwrap_or_else(|_| Signature::of(&[]))
}

/// Returns what the process holds in memory in MB, as Linux says it; NaN elsewhere.
fn resident() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes * 1_024.0 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_articles_are_the_same_each_time_and_some_share_an_event() {
        let news = News { window: 300 };
        let (one, again) = (news.article(7), news.article(7));
        assert_eq!((one.signature.clone(), one.vector), (again.signature, again.vector));
        assert_eq!(one.signature.hashes().len(), HASHES);
        let mut linker = Linker::new(WINDOW);
        (0..300).for_each(|number| drop(linker.link(news.article(number))));
        assert_eq!(linker.articles(), 300);
        assert!((180..280).contains(&linker.stories()), "{}", linker.stories());
    }
}
