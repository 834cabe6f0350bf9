//! The speed of alerts: articles per second on one core with many rules.

use std::{collections::BTreeMap, hint::black_box, path::Path, time::Instant};

use alerts::{Rule, RuleSet, parse};
use anyhow::Context as _;
use lab_report::{Report, Table};
use messages::{ArticleReceived, ArticleSummarized, Event as _, Once, Stage as _};

use super::articles::{self, ArticleSet};
use crate::{corpus::Corpora, pipeline::Pipeline, random::Random};

/// The numbers of rules that are measured. The bar is 2,000 articles a second with ten thousand.
const SIZES: [usize; 4] = [100, 1_000, 10_000, 50_000];
/// Least number of rounds, so that a median is meaningful.
const FEWEST_ROUNDS: usize = 6;
/// Seed of the rules, so that they are the same every time.
const SEED: u64 = 25;
/// The most articles in which a word of a rule may occur, as a share of all. Saved searches ask for what is rare.
const MOST_FREQUENT: f64 = 0.02;

const NOTE: &str = "Each rule has one of these shapes: a word; a word that goes on (`minist*`); two words with OR; a phrase of two words; \
two words with AND; a word in one language; a word with AND NOT another; the name of a person. The words are those of the set's own articles that occur in at most \
2 % of them, so rules match as often as real ones do or more. Matching: the time to find all matches of an article with their places. With reading: \
that, and decoding the event before it, as `wiredesk alerts run` does. Medians over rounds, summed over articles.";

/// Measures the test articles in `folder` and, with `data`, English news of about 3 KB.
pub fn run(folder: &Path, data: Option<&Corpora>, seconds: u64) -> anyhow::Result<Report> {
    let pipeline = Pipeline::new();
    let mut sets = vec![articles::of_the_tests(folder)?];
    if let Some(data) = data {
        sets.push(articles::english_news(data)?);
    }
    let mut report = Report::new("Speed of alerts on one core").fact("threads", "one");
    for (number, set) in sets.iter().enumerate() {
        let note = if number == 0 { NOTE } else { "" };
        report.section(set.name, note, table(&pipeline, set, seconds)?);
    }
    Ok(report)
}

fn table(pipeline: &Pipeline, set: &ArticleSet, seconds: u64) -> anyhow::Result<Table> {
    let events = enriched(pipeline, set)?;
    let vocabulary = Vocabulary::of(set, &events);
    let mut table = Table::new(&[
        "rules",
        "compiling, ms",
        "matches/article",
        "matching, articles/s",
        "with reading, articles/s",
    ]);
    for size in SIZES {
        let rules = vocabulary.rules(size)?;
        let started = Instant::now();
        let rules = RuleSet::compile(&rules)?;
        let compiling = started.elapsed();
        let Measured { matching, reading, matches } = measure(&rules, &events, seconds)?;
        let rate = |seconds: f64| format!("{:.0}", events.len() as f64 / seconds);
        table.row([
            size.to_string(),
            format!("{:.0}", 1_000.0 * compiling.as_secs_f64()),
            format!("{:.2}", matches as f64 / events.len() as f64),
            rate(matching),
            rate(matching + reading),
        ]);
    }
    Ok(table)
}

/// Runs the stages on each article, and returns the encoded events.
fn enriched(pipeline: &Pipeline, set: &ArticleSet) -> anyhow::Result<Vec<Vec<u8>>> {
    let enrich = |payload: &Vec<u8>| {
        let segmented =
            pipeline.segmenter.process(pipeline.detector.process(ArticleReceived::decode(payload)?)?)?;
        Ok(pipeline.summarizer.process(pipeline.tagger.process(segmented)?)?.encode())
    };
    set.payloads.iter().map(enrich).collect()
}

/// The words of a set of articles from which rules are made.
struct Vocabulary {
    words: Vec<String>,
    phrases: Vec<String>,
    persons: Vec<String>,
}

impl Vocabulary {
    fn of(set: &ArticleSet, events: &[Vec<u8>]) -> Self {
        let (mut words, mut phrases) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
        for text in &set.texts {
            let all: Vec<String> = text::words(text).map(|word| word.span.of(text).to_lowercase()).collect();
            let mut own: Vec<&String> = all.iter().filter(|word| word.chars().count() > 2).collect();
            own.sort_unstable();
            own.dedup();
            for word in own {
                *words.entry(word.clone()).or_default() += 1;
            }
            for pair in all.windows(2) {
                *phrases.entry(pair.join(" ")).or_default() += 1;
            }
        }
        let most = (MOST_FREQUENT * set.texts.len() as f64).max(1.0);
        let rare = |counted: BTreeMap<String, usize>| {
            counted.into_iter().filter(|(_, count)| *count as f64 <= most).map(|(word, _)| word).collect()
        };
        let persons =
            events.iter().filter_map(|event| ArticleSummarized::decode(event).ok()).flat_map(|event| {
                event.entities.entities.iter().map(|entity| entity.name.clone()).collect::<Vec<String>>()
            });
        Self { words: rare(words), phrases: rare(phrases), persons: persons.collect() }
    }

    /// Makes rules. The same vocabulary gives the same rules.
    fn rules(&self, count: usize) -> anyhow::Result<Vec<Rule>> {
        let mut random = Random::new(SEED);
        (0..count).map(|number| self.rule(number, &mut random)).collect()
    }

    fn rule(&self, number: usize, random: &mut Random) -> anyhow::Result<Rule> {
        let mut any = |list: &[String]| {
            list.get(random.below(list.len())).cloned().unwrap_or_else(|| "rain".to_owned())
        };
        let mut word = || any(&self.words);
        let query = match number % 8 {
            0 => quoted(&word()),
            1 => quoted(&format!("{}*", word().chars().take(5).collect::<String>())),
            2 => format!("{} OR {}", quoted(&word()), quoted(&word())),
            3 => quoted(&any(&self.phrases)),
            4 => format!("{} AND {}", quoted(&word()), quoted(&word())),
            5 => format!("{} AND language:en", quoted(&word())),
            6 => format!("{} AND NOT {}", quoted(&word()), quoted(&word())),
            _ => format!("name:{}", quoted(&any(&self.persons))),
        };
        let parsed = parse(&query).with_context(|| format!("rule {number}: {query}"))?;
        Ok(Rule { name: format!("rule-{number}"), query: parsed, once: Once::Article })
    }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace(['"', '*'], ""))
}

/// The seconds for all articles, and the number of matches.
struct Measured {
    matching: f64,
    reading: f64,
    matches: usize,
}

/// The seconds of one article, round by round.
#[derive(Clone, Default)]
struct Times {
    reading: Vec<f64>,
    matching: Vec<f64>,
}

fn measure(rules: &RuleSet, events: &[Vec<u8>], seconds: u64) -> anyhow::Result<Measured> {
    let (mut all, mut matches) = (vec![Times::default(); events.len()], 0);
    let started = Instant::now();
    let mut rounds = 0;
    // The first round fills caches and does not count.
    while rounds < FEWEST_ROUNDS || started.elapsed().as_secs() < seconds {
        matches = 0;
        for (event, times) in events.iter().zip(&mut all) {
            let begun = Instant::now();
            let event = ArticleSummarized::decode(event)?;
            let reading = begun.elapsed().as_secs_f64();
            matches += black_box(rules.matches(&event)).len();
            if rounds > 0 {
                times.reading.push(reading);
                times.matching.push(begun.elapsed().as_secs_f64() - reading);
            }
        }
        rounds += 1;
    }
    let matching = all.iter().map(|times| median(&times.matching)).sum();
    let reading = all.iter().map(|times| median(&times.reading)).sum();
    Ok(Measured { matching, reading, matches })
}

fn median(seconds: &[f64]) -> f64 {
    let mut seconds = seconds.to_vec();
    seconds.sort_by(f64::total_cmp);
    seconds.get(seconds.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_made_of_rare_words_and_can_be_read() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.json"), r#"{"body":"Rain fell in Oslo on \"Ann\"."}"#).unwrap();
        let set = articles::of_the_tests(folder.path()).unwrap();
        let vocabulary = Vocabulary::of(&set, &[]);
        assert!(
            vocabulary.words.contains(&"rain".to_owned()) && !vocabulary.words.contains(&"on".to_owned())
        );
        assert_eq!(vocabulary.rules(100).unwrap(), vocabulary.rules(100).unwrap());
    }
}
