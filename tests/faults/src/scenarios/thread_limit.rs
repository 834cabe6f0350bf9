//! A limit of threads that all workers reach, as in a container with a limit of processes.

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::Context;
use tokio::time::sleep;

use super::start::start;
use crate::{
    outcome::{Outcome, Size},
    world::{World, many},
};

/// The folders in which a control group for processes can be made: those of the first and of the second version.
const PARENTS: [&str; 2] = ["/sys/fs/cgroup/pids", "/sys/fs/cgroup"];
/// How long the workers get no further thread.
const LASTS: Duration = Duration::from_secs(3);

/// A control group that bounds the threads of its processes. Dropping it removes it.
struct ThreadLimit(PathBuf);

impl ThreadLimit {
    /// Makes a group without a limit. Returns `None` if this process may not do that.
    fn make() -> Option<Self> {
        let name = format!("wiredesk-faults-{}", std::process::id());
        PARENTS.iter().map(|parent| Path::new(parent).join(&name)).find_map(|folder| {
            fs::create_dir(&folder).ok()?;
            let group = Self(folder);
            group.0.join("pids.max").exists().then_some(group)
        })
    }

    fn add(&self, process: u32) -> io::Result<()> {
        fs::write(self.0.join("cgroup.procs"), process.to_string())
    }

    /// Allows no further thread. Returns the number of threads that there are.
    fn close(&self) -> anyhow::Result<u64> {
        let threads = fs::read_to_string(self.0.join("pids.current"))?;
        fs::write(self.0.join("pids.max"), &threads)?;
        threads.trim().parse().context("a number of threads")
    }

    fn open(&self) -> io::Result<()> {
        fs::write(self.0.join("pids.max"), "max")
    }
}

impl Drop for ThreadLimit {
    fn drop(&mut self) {
        // It fails while a process of the group still runs, and nothing can be done then.
        let _ = fs::remove_dir(&self.0);
    }
}

/// Gives the idle workers no further thread, and lets articles come.
pub(super) async fn thread_limit(size: Size) -> anyhow::Result<Outcome> {
    let Some(limit) = ThreadLimit::make() else {
        return Ok(Outcome {
            faults: "not run: this process may not make a control group".to_owned(),
            ..Outcome::default()
        });
    };
    let (world, mut fleet) = start(size, World::crew).await?;
    for number in 0..fleet.len() {
        let member = fleet.member(number)?;
        member.wait_for_stderr("ready");
        for id in member.ids() {
            limit.add(id)?;
        }
    }
    let threads = limit.close()?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    // On a busy machine the first result may take longer.
    let begun = Instant::now();
    while begun.elapsed() < LASTS || (begun.elapsed() < 20 * LASTS && world.summarized().await == 0) {
        sleep(Duration::from_millis(100)).await;
    }
    let (lasted, meanwhile) = (begun.elapsed().as_secs_f64(), world.summarized().await);
    limit.open()?;
    let account = world.settle(publishing, &mut fleet).await?;
    let (ended, redeliveries) = (fleet.ended, account.redeliveries);
    drop(fleet);
    let words = format!(
        "the {threads} threads of 8 workers are all that the system allows for {lasted:.0} s; {meanwhile} results meanwhile"
    );
    Ok(Outcome::sound(account, words)
        .expect(meanwhile > 0, "the workers stood still without further threads")
        .expect(ended == 0, "a worker ended")
        .expect(redeliveries == Some(0), "an article was delivered twice"))
}
