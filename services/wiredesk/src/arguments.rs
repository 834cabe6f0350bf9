//! Arguments that several commands take.

use std::time::Duration;

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use messages::StageName;
use runtime::{
    bus::SetupOptions,
    settings::{Environment, Problems, Setting, at_least_one, bytes, duration},
    topology::{DUPLICATE_WINDOW, MAX_DELIVER},
};

const REPLICAS: Setting = Setting::new(
    "replicas",
    "WIREDESK_REPLICAS",
    "Copies of each stream; use 3 in a cluster of three servers. Without it existing streams keep theirs, and \
     new ones have as many as their neighbours, or 1",
);
const MAX_BYTES: Setting = Setting::new(
    "max-bytes",
    "WIREDESK_MAX_BYTES",
    "Largest size of each stream, such as `512MiB` or `10GiB`; a full stream makes publishers wait. Without it \
     existing streams keep theirs, and new ones have that of their neighbours, or 1GiB",
);
const MAX_AGE: Setting = Setting::new(
    "max-age",
    "WIREDESK_MAX_AGE",
    "How long events are stored, such as `24h` or `7d`; an hour at least. Without it existing streams keep \
     theirs, and new ones have that of their neighbours, or 72h",
);
const ACK_WAIT: Setting = Setting::new(
    "ack-wait",
    "WIREDESK_ACK_WAIT",
    "Time after which an article that a dead worker held is delivered again, from `1s` to `36s`. Without it \
     existing consumers keep theirs, and new ones have 10s",
);

/// The size of a pipeline.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct SizeArgs {
    #[arg(long = REPLICAS.flag, help = REPLICAS.help(), value_name = "N")]
    replicas: Option<String>,
    #[arg(long = MAX_BYTES.flag, help = MAX_BYTES.help(), value_name = "SIZE")]
    max_bytes: Option<String>,
    #[arg(long = MAX_AGE.flag, help = MAX_AGE.help(), value_name = "AGE")]
    max_age: Option<String>,
    #[arg(long = ACK_WAIT.flag, help = ACK_WAIT.help(), value_name = "TIME")]
    ack_wait: Option<String>,
}

impl SizeArgs {
    /// Returns the options, without `force` and `dry_run`. Adds every problem to `problems`.
    pub(crate) fn options(&self, environment: &dyn Environment, problems: &mut Problems) -> SetupOptions {
        SetupOptions {
            replicas: REPLICAS
                .read(self.replicas.as_deref(), environment, problems, |value| at_least_one(value).map(Some)),
            max_bytes: MAX_BYTES
                .read(self.max_bytes.as_deref(), environment, problems, |value| bytes(value).map(Some)),
            max_age: MAX_AGE
                .read(self.max_age.as_deref(), environment, problems, |value| age(value).map(Some)),
            ack_wait: ACK_WAIT
                .read(self.ack_wait.as_deref(), environment, problems, |value| ack_wait(value).map(Some)),
            stories: false,
            alerts: false,
            force: false,
            dry_run: false,
        }
    }
}

/// Parses how long events are stored. A stream cannot remember message ids for longer than messages.
fn age(text: &str) -> Result<Duration, String> {
    let age = duration(text)?;
    if age < DUPLICATE_WINDOW {
        return Err(format!("`{text}` is too short: streams recognize repeated events for an hour"));
    }
    Ok(age)
}

/// Parses an ack timeout. All deliveries of an event must fit into the time for which streams recognize its
/// result.
fn ack_wait(text: &str) -> Result<Duration, String> {
    let wait = duration(text)?;
    let most = DUPLICATE_WINDOW / u32::try_from(MAX_DELIVER).unwrap_or(u32::MAX);
    if wait < Duration::from_secs(1) || wait > most {
        return Err(format!("`{text}` is out of range: give 1s to {}s", most.as_secs()));
    }
    Ok(wait)
}

/// Returns a parser of stages, which lists them in `--help` and in shell completions.
pub(crate) fn stage() -> impl TypedValueParser<Value = StageName> {
    let names = PossibleValuesParser::new(StageName::ALL.map(StageName::as_str));
    names.try_map(|name| name.parse::<StageName>())
}

/// Returns a parser of stages and of the linker of stories, which stores events as they do.
pub(crate) fn stage_or_linker() -> impl TypedValueParser<Value = StageName> {
    let names = StageName::ALL.into_iter().chain([StageName::Link]).map(StageName::as_str);
    // `link` is the only one of these names that does not parse: it is not in the chain.
    PossibleValuesParser::new(names).map(|name| name.parse().unwrap_or(StageName::Link))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn options(arguments: &SizeArgs) -> Result<SetupOptions, String> {
        let mut problems = Problems::default();
        let options = arguments.options(&HashMap::new(), &mut problems);
        problems.or(options).map_err(|problems| problems.to_string())
    }

    #[test]
    fn without_an_option_nothing_is_decided() {
        assert_eq!(options(&SizeArgs::default()), Ok(SetupOptions::default()));
    }

    #[test]
    fn ages_and_ack_timeouts_fit_the_duplicate_window() {
        let age = |text: &str| SizeArgs { max_age: Some(text.to_owned()), ..SizeArgs::default() };
        let wait = |text: &str| SizeArgs { ack_wait: Some(text.to_owned()), ..SizeArgs::default() };
        assert_eq!(options(&age("7d")).unwrap().max_age, Some(Duration::from_hours(7 * 24)));
        assert!(options(&age("59m")).unwrap_err().contains("--max-age"));
        assert_eq!(options(&wait("36s")).unwrap().ack_wait, Some(Duration::from_secs(36)));
        for text in ["37s", "500ms"] {
            assert!(options(&wait(text)).unwrap_err().contains("1s to 36s"), "{text}");
        }
    }
}
