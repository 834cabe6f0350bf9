//! Matches articles with the rules, and publishes what matches.

use std::{io, marker::PhantomData, path::PathBuf, time::Duration};

use alerts::RuleSet;
use futures_util::{StreamExt, stream};
use messages::{Alert, Finished, StageName};
use metrics::{counter, describe_counter, describe_gauge, gauge};
use runtime::{
    broker::PublishError,
    bus::{AlertPublisher, Bus, BusError, Origin},
    causes::{Cause, with_causes},
    obstacle::Obstacle,
    topology::ALERTS,
};
use sink::{Answer, Content, Hindrance, Record, Target, Verdict};
use tokio::{task::spawn_blocking, time::Instant};
use tracing::info;

use crate::{files::RuleFiles, watch::Watch};

/// How often the files are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How many alerts are on their way to the server at once.
const AT_ONCE: usize = 128;

/// The stream of alerts, raised by events `E`.
pub(crate) struct Alerts<E> {
    path: PathBuf,
    /// Whose articles are read.
    input: StageName,
    rules: RuleSet,
    watch: Watch,
    looked: Instant,
    /// Why changed files are not taken over.
    fault: Option<String>,
    /// Why the files could not be read at the last look.
    unreadable: Option<String>,
    connected: Option<(Bus, AlertPublisher)>,
    event: PhantomData<fn() -> E>,
}

impl<E> Alerts<E> {
    /// Reads the rules.
    ///
    /// # Errors
    ///
    /// When they cannot be read. The error names file and place.
    pub(crate) fn open(path: PathBuf, input: StageName) -> Result<Self, Cause> {
        let files = RuleFiles::load(&path)?;
        let rules = compiled(&files, input).map_err(Cause::from)?;
        let watch = Watch::new(files);
        Ok(Self {
            path,
            input,
            rules,
            watch,
            looked: Instant::now(),
            fault: None,
            unreadable: None,
            connected: None,
            event: PhantomData,
        })
    }

    /// Looks at the files, and takes changed rules over. Rules that cannot be read leave the earlier ones in force.
    async fn look(&mut self) {
        if self.looked.elapsed() < LOOK_EVERY {
            return;
        }
        self.looked = Instant::now();
        let path = self.path.clone();
        let loaded = spawn_blocking(move || RuleFiles::load(&path)).await;
        self.unreadable = match loaded.map_err(io::Error::other).flatten() {
            Ok(files) => {
                if let Some(changed) = self.watch.look(files).cloned() {
                    self.take_over(changed).await;
                }
                None
            }
            Err(error) => Some(error.to_string()),
        };
        self.report();
    }

    async fn take_over(&mut self, files: RuleFiles) {
        // Ten thousand rules take a while, and acknowledgements must be renewed meanwhile.
        let input = self.input;
        match spawn_blocking(move || compiled(&files, input)).await {
            Ok(Ok(rules)) => {
                info!(rules = rules.len(), "rules taken over");
                (self.rules, self.fault) = (rules, None);
            }
            Ok(Err(error)) => self.fault = Some(error),
            Err(error) => self.fault = Some(error.to_string()),
        }
    }

    /// Tells the log, the metrics and the probes whether the files are in force.
    fn report(&self) {
        gauge!("wiredesk_alerts_rules").set(self.rules.len() as f64);
        let Some((bus, _)) = &self.connected else { return };
        let what = format!("rules {}", self.path.display());
        match self.unreadable.as_ref().or(self.fault.as_ref()) {
            Some(fault) => bus.hindered(Obstacle::RulesInvalid, &what, fault),
            None => bus.goes_on(&what),
        }
    }
}

/// Reads and compiles rules. The error has one line for each problem.
fn compiled(files: &RuleFiles, input: StageName) -> Result<RuleSet, String> {
    let rules = files.rules().map_err(|errors| errors.to_string())?;
    let rules = RuleSet::compile(&rules).map_err(|error| error.to_string())?;
    match rules.needs_stories() {
        Some(name) if input != StageName::Link => Err(format!(
            "rule `{name}` asks for stories, which only articles of a story-linker have: add --stories to `wiredesk alerts run`"
        )),
        _ => Ok(rules),
    }
}

/// Returns the alerts that an article raises.
fn raised<'e>(rules: &RuleSet, event: impl Into<Finished<'e>>) -> Vec<Alert> {
    let event: Finished<'_> = event.into();
    let matches = rules.matches(event).into_iter();
    matches.map(|found| Alert::new(found.rule, found.once, event, found.found)).collect()
}

impl<E: Content> Target for Alerts<E>
where
    for<'e> Finished<'e>: From<&'e E>,
{
    type Event = E;

    fn name(&self) -> String {
        format!("alerts of {}", self.path.display())
    }

    fn place(&self) -> String {
        let stream = |(bus, _): &(Bus, AlertPublisher)| bus.topology().stream(ALERTS);
        format!("stream {}", self.connected.as_ref().map(stream).unwrap_or_default())
    }

    async fn begin(&mut self, bus: &Bus) -> Result<(), BusError> {
        self.connected = Some((bus.clone(), bus.alerts().await?));
        Ok(())
    }

    fn describe_metrics(&self) {
        describe_counter!("wiredesk_alerts_published_total", "Alerts that were stored and not known before");
        describe_gauge!("wiredesk_alerts_rules", "Rules in force");
        self.report();
    }

    async fn write(&mut self, batch: &[&Record<E>]) -> Result<Vec<Verdict>, Hindrance> {
        self.look().await;
        let Some((_, publisher)) = &self.connected else { return Err(Hindrance::away("not connected yet")) };
        let mut verdicts = vec![Verdict::Written; batch.len()];
        let mut raised_here = Vec::new();
        for (place, record) in batch.iter().enumerate() {
            let alerts = raised(&self.rules, &record.event).into_iter();
            raised_here.extend(alerts.map(|alert| (place, alert)));
        }
        let publish = |(place, alert): (usize, Alert)| async move {
            let origin =
                batch.get(place).map(|record| Origin { subject: &record.subject, sequence: record.sequence });
            (place, publisher.publish(&alert, origin.unwrap_or_default()).await)
        };
        let publishing: Vec<_> = raised_here.into_iter().map(publish).collect();
        let mut outcomes = stream::iter(publishing).buffer_unordered(AT_ONCE);
        while let Some((place, outcome)) = outcomes.next().await {
            let Some(verdict) = verdicts.get_mut(place) else { continue };
            match outcome {
                Ok(stored) if stored.duplicate => {}
                Ok(_) => counter!("wiredesk_alerts_published_total").increment(1),
                Err(error) => *verdict = refused(&error),
            }
        }
        Ok(verdicts)
    }
}

fn refused(error: &PublishError) -> Verdict {
    match error {
        PublishError::TooLarge(_) => Verdict::Refused(Answer::new(with_causes(error), "")),
        PublishError::Unavailable(obstacle, _) => {
            Verdict::Waits(Hindrance { obstacle: *obstacle, cause: with_causes(error) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_on_stories_need_the_articles_of_the_linker() {
        let files = RuleFiles::of("r.toml", "[[rule]]\nname = \"large\"\nquery = 'sources>=5'\n");
        let report = compiled(&files, StageName::Summarize).unwrap_err();
        assert!(
            report.starts_with("rule `large` asks for stories") && report.contains("--stories"),
            "{report}"
        );
        assert_eq!(compiled(&files, StageName::Link).unwrap().len(), 1);
    }
}
