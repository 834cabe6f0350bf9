//! Evaluates summaries against references by ROUGE, with the lead, the classic graph methods and an oracle
//! for comparison.

mod form;
mod graph;
mod speed;
mod systems;

use lab_report::{Report, Table, percent};
use messages::{ArticleSummarized, EntitiesTagged, Stage as _, StageName};
use summarizer::{Budget, Summarizer};

use self::{
    form::Form,
    speed::Speed,
    systems::{Story, System},
};
use crate::{
    corpus::{
        Corpora,
        news::NewsDocument,
        summaries::{Half, SummarizedText},
    },
    metrics::{
        paired_interval,
        rouge::{self, Rouge, Stemming, Words},
    },
    pipeline::Pipeline,
    progress::Progress,
};

/// The lengths of a summary. The first is the summarizer's default.
const BUDGETS: [Budget; 3] = [Budget::Sentences(3), Budget::Words(60), Budget::Words(100)];

/// The sets: name, file, and the half of a file that is split.
const SETS: [(&str, &str, Option<Half>); 3] = [
    ("validation, held out", "cnndm_val_dev", Some(Half::HeldOut)),
    ("validation, tuning", "cnndm_val_dev", Some(Half::Tuning)),
    ("train, 100", "cnndm_train_eileenfeng", None),
];

/// Web news without references, of which only the form is scored.
const DIRTY: (&str, &str) = ("web news, 100", "summary/dailynews100_noref.jsonl");

const SCORES: &str = "F1 in percent as Google's rouge-score computes it, from raw text through the whole pipeline. R1, R2, RL: ROUGE-1, ROUGE-2 and \
ROUGE-Lsum with Porter stemming; plain: without. Sentences and words are those of the pipeline, the same for every system. Lead: \
the first sentences of paragraphs that fit; cut: the exact number of words from the beginning. TextRank, LexRank: sentences by \
rank, as many as fit. Oracle: sentences chosen one by one for the highest R1 + R2 against the reference. The weights were tuned \
on the tuning half and only measured on the other sets.";

const LEAD_NOTE: &str = "The difference between summarizer and lead in R1, R2, RL (stemmed) and the mean of R1 and R2, with the 95 % interval of a paired \
bootstrap over articles (1,000 resamples).";

const FORM: &str = "Percent of the sentences of three-sentence summaries, by the lab's own word lists. Orphans: open with a pronoun (third person or \
demonstrative) while the sentence before is not in the summary. Such a sentence can still be clear (\"It is raining\"), so the \
figure is an upper bound. Connectives: the same with \"but\", \"also\" and the like. Quotations: open with a quotation mark. \
Fragments: have no final mark. Outside: are not in a paragraph of the story, such as headlines. Verbatim: percent of summaries \
whose text is exactly the sentences of the article under their indexes.";

/// Runs the whole evaluation.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    let pipeline = Pipeline::new();
    let summarizers = BUDGETS.map(Summarizer::new);
    let mut report = Report::new("Summarization")
        .fact("model", pipeline.model(StageName::Summarize))
        .fact("corpora", "CNN/DailyMail articles with their highlights (summary/cnndm_*), web news (summary/dailynews100_noref)");
    let mut scores =
        Table::new(&["set", "budget", "system", "R1", "R2", "RL", "R1 plain", "R2 plain", "RL plain"]);
    let mut differences = Table::new(&DIFFERENCES);
    let mut forms = Table::new(&form::COLUMNS);
    let mut speed = Speed::default();
    for (name, file, half) in SETS {
        let mut texts: Vec<SummarizedText> = corpora.json_lines(&format!("summary/{file}.jsonl"))?;
        texts.retain(|text| half.is_none_or(|half| text.half() == half));
        let name = &format!("{name} ({})", texts.len());
        let mut set = Set::default();
        let progress = Progress::new(name, texts.len());
        for text in &texts {
            let event = pipeline.tag(&text.text)?;
            set.add(text, &event, &summarizers)?;
            speed.measure(&event, &pipeline.summarizer)?;
            progress.step();
        }
        set.score_rows(name, &mut scores);
        set.difference_rows(name, &mut differences);
        forms.row(set.form.row(name));
    }
    forms.row(form_without_references(corpora, &pipeline)?);
    report.section("ROUGE", SCORES, scores);
    report.section("Against the lead", LEAD_NOTE, differences);
    report.section("Form", FORM, forms);
    report.section("Speed", speed::NOTE, speed.table());
    Ok(report)
}

const DIFFERENCES: [&str; 10] =
    ["set", "budget", "R1", "interval", "R2", "interval", "RL", "interval", "mean", "interval"];

fn form_without_references(corpora: &Corpora, pipeline: &Pipeline) -> anyhow::Result<Vec<String>> {
    let (name, file) = DIRTY;
    let documents: Vec<NewsDocument> = corpora.json_lines(file)?;
    let mut form = Form::default();
    for document in &documents {
        form.add(&pipeline.summarize(&document.body)?);
    }
    Ok(form.row(name))
}

/// ROUGE with and without stemming.
type Pair = (Rouge, Rouge);

/// The results of one set: by budget, then by system, then by article.
#[derive(Debug, Default)]
struct Set {
    results: [[Vec<Pair>; System::ALL.len()]; BUDGETS.len()],
    form: Form,
}

impl Set {
    fn add(
        &mut self,
        text: &SummarizedText,
        event: &EntitiesTagged,
        summarizers: &[Summarizer; BUDGETS.len()],
    ) -> anyhow::Result<()> {
        let references =
            [Stemming::Porter, Stemming::Off].map(|stemming| Words::new(&text.summary, stemming));
        for ((budget, summarizer), results) in BUDGETS.into_iter().zip(summarizers).zip(&mut self.results) {
            let summarized: ArticleSummarized = summarizer.process(event.clone())?;
            let story = Story::new(&summarized);
            for (system, results) in System::ALL.into_iter().zip(results) {
                let [stemmed, plain] = &references;
                results.extend(story.summary(system, budget, stemmed).map(|summary| {
                    (
                        rouge::score(stemmed, &Words::new(&summary, Stemming::Porter)),
                        rouge::score(plain, &Words::new(&summary, Stemming::Off)),
                    )
                }));
            }
            if budget == Budget::default() {
                self.form.add(&summarized);
            }
        }
        Ok(())
    }

    fn score_rows(&self, name: &str, table: &mut Table) {
        for (budget, results) in BUDGETS.into_iter().zip(&self.results) {
            for (system, results) in System::ALL.into_iter().zip(results) {
                if !results.is_empty() {
                    table.row(score_row(name, budget, system, results));
                }
            }
        }
    }

    /// Returns the rows of the differences between the summarizer and the lead.
    fn difference_rows(&self, name: &str, table: &mut Table) {
        for (budget, [ours, lead, ..]) in BUDGETS.into_iter().zip(&self.results) {
            let figures = [
                |rouge: Rouge| rouge.one,
                |rouge: Rouge| rouge.two,
                |rouge: Rouge| rouge.lsum,
                |rouge: Rouge| f64::midpoint(rouge.one, rouge.two),
            ];
            let mut row = vec![name.to_owned(), budget.to_string()];
            for figure in figures {
                let pairs = ours.iter().zip(lead);
                let differences: Vec<f64> =
                    pairs.map(|(ours, lead)| figure(ours.0) - figure(lead.0)).collect();
                let (low, high) = paired_interval(&differences);
                row.push(signed(mean(&differences)));
                row.push(format!("{} … {}", signed(low), signed(high)));
            }
            table.row(row);
        }
    }
}

fn score_row(set: &str, budget: Budget, system: System, results: &[Pair]) -> Vec<String> {
    let average = |figure: fn(&Pair) -> f64| percent(mean(&results.iter().map(figure).collect::<Vec<_>>()));
    vec![
        set.to_owned(),
        budget.to_string(),
        system.name().to_owned(),
        average(|pair| pair.0.one),
        average(|pair| pair.0.two),
        average(|pair| pair.0.lsum),
        average(|pair| pair.1.one),
        average(|pair| pair.1.two),
        average(|pair| pair.1.lsum),
    ]
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

fn signed(share: f64) -> String {
    format!("{:+.1}", 100.0 * share)
}
