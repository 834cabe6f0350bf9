//! What every benchmark needs: a server with an empty pipeline, articles, and a look at its workers.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use messages::{ArticleReceived, ArticleSummarized, Event};
use pipeline_tests::{NatsServer, Process};
use runtime::bus::{Bus, SetupOptions};
use time::OffsetDateTime;
use tokio::time::sleep;

use crate::streams::{connect, stored, stored_at, stream_size};

/// Reads every article of a folder, in the order of their file names.
pub(super) fn read(folder: &Path) -> anyhow::Result<Vec<ArticleReceived>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list `{}`", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.iter().map(|path| Ok(ArticleReceived::decode(&std::fs::read(path)?)?)).collect()
}

/// Starts a server with an empty pipeline that has room for this number of articles.
pub(super) async fn fresh(articles: usize) -> anyhow::Result<(NatsServer, Bus)> {
    let server = NatsServer::start();
    let bus = connect(server.url()).await?;
    let max_bytes = stream_size(articles.max(5_000));
    let options = SetupOptions { max_bytes: Some(max_bytes), ..SetupOptions::default() };
    bus.set_up(options, |_| {}).await?;
    Ok((server, bus))
}

/// Waits for `count` results; returns when each was stored, by article id.
pub(super) async fn summarized(bus: &Bus, count: usize) -> anyhow::Result<BTreeMap<String, OffsetDateTime>> {
    let begun = Instant::now();
    loop {
        let results = stored(bus, &bus.status().await?, ArticleSummarized::NAME);
        if results >= count as u64 {
            return stored_at(bus, ArticleSummarized::NAME).await;
        }
        ensure!(begun.elapsed() < Duration::from_mins(5), "{results} of {count} articles after 5 minutes");
        sleep(Duration::from_millis(100)).await;
    }
}

/// Returns the resident memory of a program's processes in MB, from Linux' `/proc`; zero on other systems.
///
/// `which` is `VmRSS:` for the present value or `VmHWM:` for the largest so far.
pub(super) fn resident(process: &Process, which: &str) -> f64 {
    let of = |id| {
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(which));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0) / 1024.0
    };
    process.ids().into_iter().map(of).sum()
}

/// Returns the processor time that processes have used so far, in user and kernel mode, from Linux' `/proc`;
/// zero on other systems.
pub(super) fn processor_time(ids: impl IntoIterator<Item = u32>) -> Duration {
    let of = |id| {
        let status = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        ticks(&status).unwrap_or_default() * TICK
    };
    ids.into_iter().map(of).sum()
}

/// The unit of times in `/proc`. The kernel reports them to programs in hundredths of a second, whatever it
/// uses itself.
const TICK: Duration = Duration::from_millis(10);

/// Returns user and kernel time in a line of `/proc/<id>/stat` (proc_pid_stat(5)): fields 14 and 15. The second
/// field is the program's name in parentheses, which may contain spaces.
fn ticks(status: &str) -> Option<u32> {
    let mut fields = status.rsplit_once(')')?.1.split_whitespace().skip(11);
    Some(fields.next()?.parse::<u32>().ok()? + fields.next()?.parse::<u32>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_kernel_time_are_read_behind_the_name() {
        let status = "42 (a (b) c) S 1 42 42 0 -1 4194304 500 0 0 0 120 34 0 0 20 0 3 0 1234";
        assert_eq!(ticks(status), Some(154));
        assert_eq!(ticks("42 (x) S 1"), None);
    }
}
