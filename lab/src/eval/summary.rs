//! Summaries against references: ROUGE, beside the first three sentences and an oracle.

use messages::{ArticleSummarized, ArticleText, BlockKind, StageName};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{
    corpus::{Corpora, summaries::SummarizedText},
    metrics::{
        matching::ratio,
        paired_interval,
        rouge::{self, Rouge, Stemming, Words},
    },
    pipeline::Pipeline,
    progress::Progress,
    report::{Report, Table, percent},
};

/// Sentences in a summary: the summarizer's default, and what its rivals get.
const SENTENCES: usize = 3;

/// Each set with its file.
const SETS: &[(&str, &str)] =
    &[("CNN/DailyMail validation", "cnndm_val_dev"), ("CNN/DailyMail train, 100", "cnndm_train_eileenfeng")];

/// Words that point back to someone or something named before.
const PRONOUNS: &[&str] = &[
    "he", "she", "it", "they", "his", "her", "hers", "its", "their", "theirs", "him", "them", "this",
    "these", "those",
];

const SCORES: &str = "F1 in percent as Google's rouge-score gives it, three sentences each, from raw text through the whole pipeline. \
R1, R2, RL: ROUGE-1, ROUGE-2 and ROUGE-Lsum with Porter stemming; plain: without. Lead-3: the first three \
sentences of paragraphs; lead-3, UAX #29: of the raw text, by the Unicode standard. Oracle: three sentences chosen one by one for the \
highest R1 + R2 against the reference.";

const LEAD_NOTE: &str = "Difference in R1, R2 and RL (stemmed) to the lead-3 row, with the 95 % interval of a paired bootstrap over articles \
(1,000 resamples).";

const FORM: &str = "Orphans: summary sentences that open with a pronoun (of third person, or demonstrative) while the sentence before them in the article \
is not in the summary. Outside: summary sentences that stand in no paragraph of the story. Percent of summary sentences.";

/// Runs the whole evaluation.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    let pipeline = Pipeline::new();
    let mut report = Report::new("Summarization")
        .fact("model", pipeline.model(StageName::Summarize))
        .fact("corpora", "CNN/DailyMail articles with their highlights (summary/cnndm_*)");
    let mut scores =
        Table::new(&["set", "system", "articles", "R1", "R2", "RL", "R1 plain", "R2 plain", "RL plain"]);
    let mut differences = Table::new(&["set", "R1", "interval", "R2", "interval", "RL", "interval"]);
    let mut forms = Table::new(&["set", "summaries", "sentences", "orphans", "outside", "words"]);
    for (name, file) in SETS {
        let texts: Vec<SummarizedText> = corpora.json_lines(&format!("summary/{file}.jsonl"))?;
        let mut set = Set::default();
        let progress = Progress::new(name, texts.len());
        for text in &texts {
            set.add(text, &pipeline.summarize(&text.text)?);
            progress.step();
        }
        for (system, results) in System::ALL.iter().zip(&set.results) {
            scores.row(score_row(name, *system, results));
        }
        differences.row(set.difference_row(name));
        forms.row(set.form.row(name, texts.len()));
    }
    report.section("ROUGE", SCORES, scores);
    report.section("Against the lead", LEAD_NOTE, differences);
    report.section("Form", FORM, forms);
    Ok(report)
}

/// Where three sentences can come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Summarizer,
    Lead,
    StandardLead,
    Oracle,
}

impl System {
    const ALL: [Self; 4] = [Self::Summarizer, Self::Lead, Self::StandardLead, Self::Oracle];

    fn name(self) -> &'static str {
        match self {
            Self::Summarizer => "summarizer",
            Self::Lead => "lead-3",
            Self::StandardLead => "lead-3, UAX #29",
            Self::Oracle => "oracle",
        }
    }
}

/// ROUGE with and without stemming.
type Pair = (Rouge, Rouge);

/// Results of one set: per system, then per article.
#[derive(Debug, Default)]
struct Set {
    results: [Vec<Pair>; System::ALL.len()],
    form: Form,
}

impl Set {
    fn add(&mut self, text: &SummarizedText, summarized: &ArticleSummarized) {
        let sentences = story_sentences(summarized);
        for (system, results) in System::ALL.into_iter().zip(&mut self.results) {
            let summary: Vec<&str> = match system {
                System::Summarizer => chosen_sentences(summarized),
                System::Lead => sentences.iter().take(SENTENCES).copied().collect(),
                System::StandardLead => {
                    text.text.unicode_sentences().take(SENTENCES).map(str::trim).collect()
                }
                System::Oracle => oracle(&text.summary, &sentences),
            };
            results.push(score(&text.summary, &summary.join("\n")));
        }
        self.form.add(summarized);
    }

    /// The summarizer less the lead.
    fn difference_row(&self, name: &str) -> Vec<String> {
        let [ours, lead, ..] = &self.results;
        let mut row = vec![name.to_owned()];
        for figure in [|rouge: Rouge| rouge.one, |rouge: Rouge| rouge.two, |rouge: Rouge| rouge.lsum] {
            let pairs = ours.iter().zip(lead);
            let differences: Vec<f64> = pairs.map(|(ours, lead)| figure(ours.0) - figure(lead.0)).collect();
            let (low, high) = paired_interval(&differences);
            row.push(signed(mean(&differences)));
            row.push(format!("{} … {}", signed(low), signed(high)));
        }
        row
    }
}

/// How the summaries read.
#[derive(Debug, Default)]
struct Form {
    sentences: usize,
    orphans: usize,
    outside: usize,
    words: usize,
}

impl Form {
    fn add(&mut self, summarized: &ArticleSummarized) {
        let chosen = &summarized.summary.sentences;
        let text = ArticleText::new(&summarized.article);
        for &index in chosen {
            let Some(sentence) = summarized.segments.sentences.get(index) else { continue };
            let words = text.slice(summarized.segments.field_of(sentence), sentence.span());
            let follows = index.checked_sub(1).is_some_and(|before| chosen.contains(&before));
            self.sentences += 1;
            self.orphans += usize::from(opens_with_pronoun(words) && !follows);
            self.outside += usize::from(summarized.segments.kind_of(sentence) != BlockKind::Paragraph);
            self.words += words.split_whitespace().count();
        }
    }

    fn row(&self, name: &str, summaries: usize) -> Vec<String> {
        vec![
            name.to_owned(),
            summaries.to_string(),
            self.sentences.to_string(),
            percent(ratio(self.orphans, self.sentences)),
            percent(ratio(self.outside, self.sentences)),
            format!("{:.0}", ratio(self.words, summaries)),
        ]
    }
}

fn opens_with_pronoun(sentence: &str) -> bool {
    let word = sentence.unicode_words().next().unwrap_or_default().to_lowercase();
    let word = word.split(['\'', '’']).next().unwrap_or_default();
    PRONOUNS.contains(&word)
}

fn score_row(set: &str, system: System, results: &[Pair]) -> Vec<String> {
    let average = |figure: fn(&Pair) -> f64| percent(mean(&results.iter().map(figure).collect::<Vec<_>>()));
    vec![
        set.to_owned(),
        system.name().to_owned(),
        results.len().to_string(),
        average(|pair| pair.0.one),
        average(|pair| pair.0.two),
        average(|pair| pair.0.lsum),
        average(|pair| pair.1.one),
        average(|pair| pair.1.two),
        average(|pair| pair.1.lsum),
    ]
}

fn score(reference: &str, summary: &str) -> Pair {
    let scored = |stemming| rouge::score(&Words::new(reference, stemming), &Words::new(summary, stemming));
    (scored(Stemming::Porter), scored(Stemming::Off))
}

/// Every sentence of the story's paragraphs, in order.
fn story_sentences(summarized: &ArticleSummarized) -> Vec<&str> {
    let text = ArticleText::new(&summarized.article);
    let segments = &summarized.segments;
    let story = segments.sentences.iter().filter(|one| segments.kind_of(one) == BlockKind::Paragraph);
    story.map(|sentence| text.slice(segments.field_of(sentence), sentence.span())).collect()
}

fn chosen_sentences(summarized: &ArticleSummarized) -> Vec<&str> {
    let text = ArticleText::new(&summarized.article);
    let segments = &summarized.segments;
    let chosen = summarized.summary.sentences.iter().filter_map(|&index| segments.sentences.get(index));
    chosen.map(|sentence| text.slice(segments.field_of(sentence), sentence.span())).collect()
}

/// The sentence that raises ROUGE-1 + ROUGE-2 most, then the next, while any does; in article order.
fn oracle<'s>(reference: &str, sentences: &[&'s str]) -> Vec<&'s str> {
    let reference = Words::new(reference, Stemming::Porter);
    let words: Vec<Words> = sentences.iter().map(|one| Words::new(one, Stemming::Porter)).collect();
    let mut chosen: Vec<usize> = Vec::new();
    let mut best = 0.0;
    while chosen.len() < SENTENCES {
        let left = (0..words.len()).filter(|index| !chosen.contains(index));
        let gains = left.map(|index| {
            let summary = Words::joined(chosen.iter().chain([&index]).filter_map(|&index| words.get(index)));
            (index, rouge::overlap(&reference, &summary, 1) + rouge::overlap(&reference, &summary, 2))
        });
        match gains.max_by(|first, second| first.1.total_cmp(&second.1)) {
            Some((index, gain)) if gain > best => {
                best = gain;
                chosen.push(index);
            }
            _ => break,
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().filter_map(|index| sentences.get(index).copied()).collect()
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

fn signed(share: f64) -> String {
    format!("{:+.1}", 100.0 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oracle_knows_the_reference() {
        let sentences = ["It was Monday.", "Rain fell in Oslo.", "Nobody minded.", "Trams stood still."];
        let found = oracle("Trams stood still as rain fell.", &sentences);
        assert_eq!(found, ["Rain fell in Oslo.", "Trams stood still."]);
    }

    #[test]
    fn a_pronoun_counts_with_a_verb_grown_onto_it() {
        assert!(opens_with_pronoun("“He’s gone,” she said."));
        assert!(!opens_with_pronoun("Henry has gone, she said."));
    }
}
