//! Evaluates what stories rest on: nearest texts across languages, and stories on a stream with known events.

mod nearest;
mod stream;
mod texts;

use std::time::Instant;

use lab_report::{Report, Table};
use stories::Signature;

use self::{stream::Stream, texts::Reader};
use crate::corpus::{Corpora, ntrex::Length};

const NEAREST_NOTE: &str = "NTREX, development half: 57 news documents in 118 languages, some in several translations. Each text in a language of the table is compared with all \
other texts in all 118 languages. Right: the nearest one reports the same event (three pairs of documents report one). All: among all texts. Other languages, English: among those only. Lead: headline and the first 180 characters \
(80 in Chinese, Japanese, Korean). Half of the documents, by a hash of their names, made the table and the limits; the others are held back. Detector and segmenter read the texts. The texts are translations, not independent reports of an event.";

const STREAM_NOTE: &str = "A stream of 120 hours in which every event is in the news for 24: translations of NTREX documents in 5 to 40 languages; public news with one to three copies made by rule; and news \
without copies, each an event of its own (a few may report the same event as another). B³ over articles, after all merges. The halves are different events. TF-IDF: each article joins the nearest earlier one; its threshold is the best on the half that is seen.";

const LIMITS_NOTE: &str =
    "B³ on the half that is seen, by the limits of the linker; `merged` is the product's.";

/// Runs the evaluation.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    let reader = Reader::open()?;
    let streams = stream::streams(corpora, &reader)?;
    let (systems, languages) = nearest::tables(corpora, &reader)?;
    let [seen, _] = &streams;
    let articles: usize = streams.iter().map(Stream::articles).sum();
    let mut report = Report::new("Stories")
        .fact("corpora", "NTREX dev and news of the development data")
        .fact("table", reader.embedding.name())
        .fact("articles in both streams", articles.to_string());
    report.section("Nearest text", NEAREST_NOTE, systems);
    report.section("Stories on a stream", STREAM_NOTE, stream::table(&streams));
    report.section("Limits", LIMITS_NOTE, stream::limits(seen));
    report.section("Nearest text, by language", "Half that is held back.", languages);
    report.section(
        "Speed",
        "NTREX articles in the languages of the table, on one core, in this run.",
        speed(corpora, &reader)?,
    );
    Ok(report)
}

/// Measures vectors beside finding words.
fn speed(corpora: &Corpora, reader: &Reader) -> anyhow::Result<Table> {
    let texts = texts::translations(corpora, Length::Article)?;
    let served = texts.iter().filter(|text| text.is_served()).step_by(7);
    let texts: Vec<(String, String)> =
        served.map(|text| (text.headline.clone(), text.body.clone())).collect();
    let seconds = |work: &dyn Fn(&str, &str) -> usize| {
        let start = Instant::now();
        let sum: usize = texts.iter().map(|(headline, body)| work(headline, body)).sum();
        (start.elapsed().as_secs_f64(), sum)
    };
    let (words, _) = seconds(&|_, body| text::words(body).count());
    let vector = |text: &str| reader.embedding.vector(text, "und").map_or(0, |vector| vector.len());
    let (lead, _) =
        seconds(&|headline, body| vector(headline) + vector(crate::corpus::ntrex::cut(body, 180)));
    let (whole, _) = seconds(&|headline, body| vector(headline) + vector(body));
    let (signature, _) = seconds(&|_, body| Signature::of(&[body]).shingles());
    let mut table = Table::new(&["work", "articles a second", "times the time of finding words"]);
    for (name, time) in [
        ("words", words),
        ("signature", signature),
        ("vector of headline and lead", lead),
        ("vector of headline and body", whole),
    ] {
        let speed = format!("{:.0}", texts.len() as f64 / time);
        table.row([name.to_owned(), speed, format!("{:.2}", time / words)]);
    }
    Ok(table)
}
