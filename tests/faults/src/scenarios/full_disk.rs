//! A disk that is full: the server stores on a small file system, which grows later.

use std::{path::Path, process::Command};

use pipeline_tests::{Binaries, NatsServer, Process};

use super::start::stream_size;
use crate::{
    fleet::Fleet,
    outcome::{Outcome, Size},
    world::{World, many},
};

/// A file system in memory, unmounted when dropped.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// Mounts a file system of `size`, such as `3000k`. Returns `None` if this process may not mount one.
    fn mount(size: &str) -> anyhow::Result<Option<Self>> {
        let folder = tempfile::TempDir::with_prefix("wiredesk-disk-")?;
        let mounted = mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"], folder.path());
        Ok(mounted.then_some(Self(folder)))
    }

    fn grow(&self, size: &str) -> bool {
        mount(&["-o", &format!("remount,size={size}")], self.0.path())
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily (`-l`), because the server may still hold files open; nothing can be done if it fails.
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

fn mount(arguments: &[&str], folder: &Path) -> bool {
    let output = Command::new("mount").args(arguments).arg(folder).output();
    output.is_ok_and(|output| output.status.success())
}

/// Starts with a disk too small for the articles, and enlarges it once the pipeline stalls.
pub(super) async fn full_disk(size: Size) -> anyhow::Result<Outcome> {
    // Half of what all the streams need in the end.
    let kilobytes = size.others * 6;
    let Some(disk) = SmallDisk::mount(&format!("{kilobytes}k"))? else {
        return Ok(Outcome {
            faults: "not run: this process may not mount a file system".to_owned(),
            ..Outcome::default()
        });
    };
    let mut world = World::create(NatsServer::start_under(disk.0.path()), stream_size(size)).await?;
    let mut fleet = Fleet::start(world.crew())?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    let before = world.stalled_after(&mut fleet).await?;
    let was_full = !publishing.is_done() || world.unfinished().await > 0;
    let doctor = doctor(&world);
    let is_named = doctor.contains("the disk of the server is full");
    let grew = disk.grow("2g");
    // A server whose disk was full keeps JetStream disabled until it is restarted.
    world.server.restart();
    let account = world.settle(publishing, &mut fleet).await?;
    drop(world);
    let words = format!(
        "a disk of {kilobytes} kB, full after {before} results, then enlarged, and the server restarted"
    );
    Ok(Outcome::sound(account, words)
        .expect(grew, "the disk could not be enlarged")
        .expect(was_full, "the disk never filled")
        .expect(is_named, format!("doctor does not name the full disk: {doctor}")))
}

/// Returns what `wiredesk doctor` prints.
fn doctor(world: &World) -> String {
    let arguments = ["doctor", "--monitoring", &world.server.monitoring()];
    Process::run(Binaries::built().wiredesk(world.server.url(), &arguments)).1
}
