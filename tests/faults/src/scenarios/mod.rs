//! The scenarios, one for each row of the table.

mod controls;
mod deletions;
mod disturbances;
mod full_dead_letters;
mod full_disk;
mod full_stream;
mod kills;
mod max_payload;
mod poison;
mod sink_kills;
mod start;
mod story_kills;
mod thread_limit;
mod unreadable;

use anyhow::bail;

use self::sink_kills::{Target, sink_kills};

use crate::outcome::{Outcome, Size};

/// The names of all scenarios, in the order in which they run.
pub(crate) const NAMES: [&str; 26] = [
    "calm",
    "worker-kills",
    "server-kills",
    "both-kills",
    "dead-process",
    "rolling-restart",
    "poison",
    "unreadable-headers",
    "max-payload-lowered",
    "full-stream",
    "full-disk",
    "full-dead-letters",
    "thread-limit",
    "slow-stage",
    "frozen-worker",
    "three-times",
    "consumer-deleted",
    "consumer-deleted-late",
    "stream-deleted",
    "network-cut",
    "sink-kills",
    "sink-kills-parquet",
    "sink-kills-jsonl",
    "story-kills",
    "control-ack-first",
    "control-short-window",
];

/// Runs the scenario with this name.
pub(crate) async fn run(name: &str, size: Size) -> anyhow::Result<Outcome> {
    match name {
        "calm" => disturbances::calm(size).await,
        "worker-kills" => kills::kills(size, true, false).await,
        "server-kills" => kills::kills(size, false, true).await,
        "both-kills" => kills::kills(size, true, true).await,
        "dead-process" => kills::dead_process(size).await,
        "rolling-restart" => kills::rolling_restart(size).await,
        "poison" => poison::poison(size).await,
        "unreadable-headers" => unreadable::unreadable_headers(size).await,
        "max-payload-lowered" => max_payload::max_payload_lowered(size).await,
        "full-stream" => full_stream::full_stream(size).await,
        "full-disk" => full_disk::full_disk(size).await,
        "full-dead-letters" => full_dead_letters::full_dead_letters(size).await,
        "thread-limit" => thread_limit::thread_limit(size).await,
        "slow-stage" => disturbances::slow_stage(size).await,
        "frozen-worker" => disturbances::frozen_worker(size).await,
        "three-times" => disturbances::three_times(size).await,
        "consumer-deleted" => deletions::consumer_deleted(size).await,
        "consumer-deleted-late" => deletions::consumer_deleted_late(size).await,
        "stream-deleted" => deletions::stream_deleted(size).await,
        "network-cut" => disturbances::network_cut(size).await,
        "sink-kills" => sink_kills(size, Target::postgres()).await,
        "sink-kills-parquet" => sink_kills(size, Target::parquet()?).await,
        "sink-kills-jsonl" => sink_kills(size, Target::jsonl()?).await,
        "story-kills" => story_kills::story_kills(size).await,
        "control-ack-first" => controls::ack_first(size).await,
        "control-short-window" => controls::short_window(size).await,
        _ => bail!("no scenario `{name}`; there are {}", NAMES.join(", ")),
    }
}
