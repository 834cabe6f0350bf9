//! The settings of all sinks.

use std::time::Duration;

use clap::Args;
use messages::{EntityType, StageName};
use runtime::{
    bus::{Keeper, check_durable_name},
    settings::{Environment, Problems, ServiceArgs, ServiceSettings, Setting, at_least_one, duration},
};

use crate::filter::Filter;

const NAME: Setting = Setting::new(
    "name",
    "WIREDESK_SINK_NAME",
    "Name under which the server keeps the sink's place; processes with one name share the articles, and each name gets all of them. `sink-` and the kind if not set",
);
const STAGE: Setting = Setting::new(
    "stage",
    "WIREDESK_SINK_STAGE",
    "Write the output of this stage: detect, segment, tag or summarize",
)
.with_default("summarize");
const LANGUAGES: Setting = Setting::new(
    "languages",
    "WIREDESK_SINK_LANGUAGES",
    "Only articles in these languages, separated by commas: `en,pt-BR`; `und` for those without",
);
const TYPES: Setting = Setting::new(
    "types",
    "WIREDESK_SINK_TYPES",
    "Only articles with a mention of one of these types, separated by commas: `PER,ORG`",
);
const SOURCES: Setting = Setting::new(
    "sources",
    "WIREDESK_SINK_SOURCES",
    "Only articles of these publishers, separated by commas, as the articles name them",
);
/// A transaction of PostgreSQL costs a few milliseconds, so that larger batches gain little.
const BATCH: Setting =
    Setting::new("batch", "WIREDESK_SINK_BATCH", "The most articles that are written at once")
        .with_default("500");
const BATCH_TIME: Setting = Setting::new(
    "batch-time",
    "WIREDESK_SINK_BATCH_TIME",
    "How long a batch waits for more articles, from `10ms` to `5s`",
)
.with_default("1s");
/// With waits of up to five seconds, this is about a minute: a receiver that restarts answers again by then.
const ATTEMPTS: Setting = Setting::new(
    "attempts",
    "WIREDESK_SINK_ATTEMPTS",
    "How often the target may fail on an article before it becomes a dead letter; a target that is away does not count",
)
.with_default("16");

/// The longest wait for more articles. The first ones of a batch come again after the ack timeout of ten seconds.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// How long a batch waits for more articles if somebody waits for the result.
const SHORT_WAIT: Duration = Duration::from_millis(100);
/// The shortest wait. A shorter one asks the server more often than it saves time.
const SHORTEST_WAIT: Duration = Duration::from_millis(10);

/// The flags of all sinks.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Sink")]
pub(crate) struct CommonArgs {
    #[arg(long = NAME.flag, help = NAME.help(), value_name = "NAME")]
    name: Option<String>,
    #[arg(long = STAGE.flag, help = STAGE.help(), value_name = "STAGE")]
    stage: Option<String>,
    #[arg(long = LANGUAGES.flag, help = LANGUAGES.help(), value_name = "TAGS")]
    languages: Option<String>,
    #[arg(long = TYPES.flag, help = TYPES.help(), value_name = "TYPES")]
    types: Option<String>,
    #[arg(long = SOURCES.flag, help = SOURCES.help(), value_name = "SOURCES")]
    sources: Option<String>,
    #[arg(long = BATCH.flag, help = BATCH.help(), value_name = "N")]
    batch: Option<String>,
    #[arg(long = BATCH_TIME.flag, help = BATCH_TIME.help(), value_name = "TIME")]
    batch_time: Option<String>,
    #[arg(long = ATTEMPTS.flag, help = ATTEMPTS.help(), value_name = "N")]
    attempts: Option<String>,
    #[command(flatten)]
    service: ServiceArgs,
}

/// The checked settings of a sink, without those of its target.
#[derive(Debug)]
pub struct SinkSettings {
    /// The name under which the server keeps the place.
    pub(crate) name: String,
    /// Whose place it is.
    pub(crate) keeper: Keeper,
    /// The stage whose output is written. `None` only beside a problem.
    pub(crate) stage: Option<StageName>,
    pub(crate) filter: Filter,
    /// The most articles of a batch.
    pub(crate) most: usize,
    /// How often the target may fail on an article.
    pub(crate) attempts: u32,
    /// How long a batch waits for more articles.
    pub(crate) wait: Duration,
    pub(crate) service: ServiceSettings,
}

impl SinkSettings {
    /// Returns the settings of an alerter, which takes all articles that this stage has finished. `name` is that of its
    /// place on the server.
    pub fn of_alerter(name: String, stage: StageName, service: ServiceSettings) -> Self {
        Self {
            name,
            keeper: Keeper::Alerter,
            stage: Some(stage),
            filter: Filter::default(),
            most: 500,
            attempts: 16,
            wait: SHORT_WAIT,
            service,
        }
    }
}

impl CommonArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`. `kind` is that of the target.
    pub(crate) fn resolve(
        &self,
        kind: &str,
        environment: &dyn Environment,
        problems: &mut Problems,
    ) -> SinkSettings {
        let name = NAME.read(self.name.as_deref(), environment, problems, check_durable_name);
        let stage = STAGE.read(self.stage.as_deref(), environment, problems, |name| {
            name.parse().map(Some).map_err(|error: messages::UnknownStage| error.to_string())
        });
        let filter = self.filter(environment, problems);
        if !filter.types.is_empty() && stage.is_some_and(|stage| stage < StageName::Tag) {
            problems.add("--types: mentions are found by the stage `tag`: give --stage tag or summarize");
        }
        SinkSettings {
            name: if name.is_empty() { format!("sink-{kind}") } else { name },
            keeper: Keeper::Sink,
            stage,
            filter,
            most: BATCH.read(self.batch.as_deref(), environment, problems, at_least_one),
            attempts: ATTEMPTS.read(self.attempts.as_deref(), environment, problems, |text| {
                u32::try_from(at_least_one(text)?).map_err(|_| format!("`{text}` is too large"))
            }),
            wait: BATCH_TIME.read(self.batch_time.as_deref(), environment, problems, wait),
            service: self.service.resolve(environment, problems),
        }
    }

    fn filter(&self, environment: &dyn Environment, problems: &mut Problems) -> Filter {
        Filter {
            languages: LANGUAGES
                .read(self.languages.as_deref(), environment, problems, |text| Ok(listed(text))),
            types: TYPES.read(self.types.as_deref(), environment, problems, |text| {
                listed(text).iter().map(|name| entity_type(name)).collect()
            }),
            sources: SOURCES.read(self.sources.as_deref(), environment, problems, |text| Ok(listed(text))),
        }
    }
}

fn listed(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn entity_type(name: &str) -> Result<EntityType, String> {
    EntityType::from_name(&name.to_uppercase()).ok_or_else(|| {
        let known = EntityType::ALL.map(EntityType::as_str).join(", ");
        format!("`{name}` is not a type of mentions: use {known}")
    })
}

fn wait(text: &str) -> Result<Duration, String> {
    let wait = duration(text)?;
    if (SHORTEST_WAIT..=LONGEST_WAIT).contains(&wait) {
        Ok(wait)
    } else {
        Err(format!("`{text}` is out of range: give 10ms to 5s"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn resolve(variables: &[(&'static str, &'static str)]) -> Result<SinkSettings, String> {
        let environment: HashMap<&str, &str> = variables.iter().copied().collect();
        let mut problems = Problems::default();
        let settings = CommonArgs::default().resolve("jsonl", &environment, &mut problems);
        problems.or(settings).map_err(|problems| problems.to_string())
    }

    #[test]
    fn the_defaults_write_all_finished_articles() {
        let settings = resolve(&[]).unwrap();
        assert_eq!((settings.name.as_str(), settings.stage), ("sink-jsonl", Some(StageName::Summarize)));
        let (most, attempts, wait) = (settings.most, settings.attempts, settings.wait);
        assert_eq!((most, attempts, wait), (500, 16, Duration::from_secs(1)));
        assert_eq!(settings.filter, Filter::default());
    }

    #[test]
    fn lists_are_separated_by_commas() {
        let settings = resolve(&[
            ("WIREDESK_SINK_LANGUAGES", "en, pt-BR,"),
            ("WIREDESK_SINK_TYPES", "per,ORG"),
            ("WIREDESK_SINK_SOURCES", "The Gazette,Wire"),
        ]);
        let filter = settings.unwrap().filter;
        assert_eq!(filter.languages, ["en", "pt-BR"]);
        assert_eq!(filter.types, [EntityType::Per, EntityType::Org]);
        assert_eq!(filter.sources, ["The Gazette", "Wire"]);
    }

    #[test]
    fn all_problems_are_reported_together() {
        let report = resolve(&[
            ("WIREDESK_SINK_NAME", "summarizer-live"),
            ("WIREDESK_SINK_STAGE", "publish"),
            ("WIREDESK_SINK_TYPES", "PERSON"),
            ("WIREDESK_SINK_BATCH", "0"),
            ("WIREDESK_SINK_BATCH_TIME", "1m"),
            ("NATS_URL", "http://x"),
        ])
        .unwrap_err();
        assert!(report.starts_with("6 settings need attention:"), "{report}");
        assert!(report.contains("use PER, ORG"), "{report}");
    }

    #[test]
    fn types_need_a_stage_that_finds_mentions() {
        let types = ("WIREDESK_SINK_TYPES", "PER");
        assert!(resolve(&[types, ("WIREDESK_SINK_STAGE", "segment")]).unwrap_err().contains("--stage tag"));
        assert!(resolve(&[types, ("WIREDESK_SINK_STAGE", "tag")]).is_ok());
    }
}
