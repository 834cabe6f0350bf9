//! `wiredesk alerts test`: what rules find in articles, without a server.

use std::{
    collections::{BTreeSet, HashSet},
    io::{IsTerminal, stdout},
    path::PathBuf,
};

use alerts::RuleSet;
use anyhow::Result;
use messages::{Alert, ArticleLinked, ArticleSummarized, Event, Finished, Once, StageName};
use runtime::settings::{Problems, ProcessEnvironment};

use super::{check, show, stories::Stories};
use crate::{
    chain::Chain,
    command::{Outcome, report_panics_without_text},
    inputs::{Input, InputArgs},
    stages::StageArgs,
};

/// How many rules that found nothing are named.
const MOST_NAMED: usize = 10;

/// Print what rules find in articles, without a server
///
/// Takes enriched articles as `annotate` and `results` print them, and all that `annotate` reads, which is annotated
/// first. Prints an alert for each article and rule that match, and names the rules that found nothing. If a rule asks
/// for stories, the articles are linked in the order in which they come, unless they are already. The exit status is 1
/// if an article cannot be read.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The rules: a TOML file, or a folder whose TOML files are read
    #[arg(value_name = "RULES")]
    rules: PathBuf,
    #[command(flatten)]
    inputs: InputArgs,
    /// Print JSON Lines, as on the bus; what is not a terminal gets them anyway
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    stages: StageArgs,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let rules = check::load(&args.rules)?;
    let mut problems = Problems::default();
    let inputs = args.inputs.open(&mut problems);
    let chain = Chain::new(StageName::Summarize, &args.stages, &ProcessEnvironment, &mut problems);
    let (inputs, chain) = problems.or((inputs, chain))?;
    report_panics_without_text();
    let is_json = args.json || !stdout().is_terminal();
    let mut stories = rules.needs_stories().map(|_| Stories::open()).transpose()?;
    let mut outcome = Outcome::Done;
    let (mut articles, mut alerts) = (0_usize, 0_usize);
    let mut silent: BTreeSet<&str> = rules.names().collect();
    let mut raised = Raised::default();
    for input in inputs {
        articles += 1;
        match alerts_of(&input, &chain, &rules, stories.as_mut()) {
            Ok(found) => {
                for alert in found.into_iter().filter(|alert| raised.is_first(alert)) {
                    alerts += 1;
                    silent.remove(alert.rule.as_str());
                    show::print(&alert, is_json)?;
                }
            }
            Err(sentence) => {
                outcome = Outcome::SomeFailed;
                anstream::eprintln!("error: {sentence}");
            }
        }
    }
    anstream::eprintln!("{articles} articles, {alerts} alerts{}", named(&silent));
    Ok(outcome)
}

/// What was printed of rules that raise one alert for each story.
#[derive(Default)]
struct Raised(HashSet<String>);

impl Raised {
    /// Reports whether the stream of alerts would not know the alert. Each input counts as an article of its own.
    fn is_first(&mut self, alert: &Alert) -> bool {
        alert.once == Once::Article || self.0.insert(alert.message_id())
    }
}

/// Returns the alerts that an input raises, or why it cannot be read.
fn alerts_of(
    input: &Input,
    chain: &Chain,
    rules: &RuleSet,
    stories: Option<&mut Stories>,
) -> Result<Vec<Alert>, String> {
    if let Ok(payload) = &input.payload
        && let Ok(event) = ArticleLinked::decode(payload)
    {
        return Ok(found(rules, (&event).into()));
    }
    let event = enriched(input, chain)?;
    Ok(match stories {
        Some(stories) => found(rules, (&stories.link(event)).into()),
        None => found(rules, (&event).into()),
    })
}

fn found(rules: &RuleSet, event: Finished<'_>) -> Vec<Alert> {
    let matches = rules.matches(event).into_iter();
    matches.map(|found| Alert::new(found.rule, found.once, event, found.found)).collect()
}

/// Returns the article of an input, enriched if it is not yet, or why there is none.
fn enriched(input: &Input, chain: &Chain) -> Result<ArticleSummarized, String> {
    if let Ok(payload) = &input.payload
        && let Ok(event) = ArticleSummarized::decode(payload)
    {
        return Ok(event);
    }
    let line = chain.annotate(input).map_err(|failure| failure.sentence())?;
    ArticleSummarized::decode(&line).map_err(|error| format!("{}: {error}", input.origin))
}

/// Names the rules that found nothing.
fn named(silent: &BTreeSet<&str>) -> String {
    if silent.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = silent.iter().copied().take(MOST_NAMED).collect();
    let more = if silent.len() > names.len() { ", …" } else { "" };
    format!("; {} rules found nothing: {}{more}", silent.len(), names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_found_nothing_are_named() {
        assert_eq!(named(&BTreeSet::new()), "");
        assert_eq!(named(&BTreeSet::from(["a", "b"])), "; 2 rules found nothing: a, b");
        let many: Vec<String> = (10..30).map(|number| number.to_string()).collect();
        let line = named(&many.iter().map(String::as_str).collect());
        assert!(line.starts_with("; 20 rules found nothing: 10, 11") && line.ends_with("19, …"), "{line}");
    }
}
