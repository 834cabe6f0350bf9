//! Measures how long the stage takes for an article.

use std::{hint::black_box, time::Instant};

use lab_report::Table;
use messages::{EntitiesTagged, Stage as _};
use summarizer::Summarizer;
use unicode_segmentation::UnicodeSegmentation as _;

/// Number of runs for each article. The fastest counts, because other work on the machine slows some.
const ROUNDS: usize = 5;

pub(super) const NOTE: &str = "All articles above that have references, one thread, three sentences each: from the tagged event to the summarized one, the \
fastest of five runs for each article. Against words: the time divided by the time to find the word boundaries of the same text \
(crate unicode-segmentation), measured in the same run. `cargo lab bench` measures the stage in the chain, on articles of 3 KB.";

/// The sums over all articles.
#[derive(Debug, Default)]
pub(super) struct Speed {
    articles: usize,
    bytes: usize,
    stage: f64,
    words: f64,
}

impl Speed {
    pub(super) fn measure(&mut self, event: &EntitiesTagged, summarizer: &Summarizer) -> anyhow::Result<()> {
        let body = &event.article.body;
        let (mut stage, mut words) = (f64::INFINITY, f64::INFINITY);
        for _ in 0..ROUNDS {
            let input = event.clone();
            let started = Instant::now();
            let output = black_box(summarizer.process(input));
            stage = stage.min(started.elapsed().as_secs_f64());
            output?;
            let started = Instant::now();
            black_box(body.split_word_bounds().count());
            words = words.min(started.elapsed().as_secs_f64());
        }
        self.articles += 1;
        self.bytes += body.len();
        self.stage += stage;
        self.words += words;
        Ok(())
    }

    pub(super) fn table(&self) -> Table {
        let mut table =
            Table::new(&["articles", "bytes each", "µs/article", "articles/s", "MB/s", "against words"]);
        let each = |sum: f64| sum / self.articles.max(1) as f64;
        table.row([
            self.articles.to_string(),
            format!("{:.0}", each(self.bytes as f64)),
            format!("{:.1}", 1e6 * each(self.stage)),
            format!("{:.0}", 1.0 / each(self.stage)),
            format!("{:.1}", self.bytes as f64 / 1e6 / self.stage),
            format!("{:.1}", self.stage / self.words),
        ]);
        table
    }
}
