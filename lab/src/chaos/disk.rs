//! A disk that takes no more: the server's store on a small file system of its own, which grows later.

use std::{path::Path, process::Command};

use pipeline_tests::NatsServer;

use super::{
    Outcome, Size,
    fleet::Fleet,
    scenarios::room,
    world::{World, many},
};

/// A file system in memory, unmounted when dropped.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// `None` where this process may not mount.
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
        // It stays mounted only where somebody still uses it.
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

fn mount(arguments: &[&str], folder: &Path) -> bool {
    let output = Command::new("mount").args(arguments).arg(folder).output();
    output.is_ok_and(|output| output.status.success())
}

pub(super) async fn run(size: Size) -> anyhow::Result<Outcome> {
    // Half of what all the streams take in the end.
    let kilobytes = size.others * 6;
    let Some(disk) = SmallDisk::mount(&format!("{kilobytes}k"))? else {
        return Ok(Outcome {
            faults: "not run: this machine does not let us mount a disk".to_owned(),
            ..Outcome::default()
        });
    };
    let mut world = World::create(NatsServer::start_under(disk.0.path()), room(size)).await?;
    let mut fleet = Fleet::start(world.crew())?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    let before = world.stands_still(&mut fleet).await?;
    let was_full = !publishing.is_done() || world.unfinished().await > 0;
    let grew = disk.grow("2g");
    // A server whose disk was full keeps JetStream off until it is started again.
    world.server.restart();
    let account = world.settle(publishing, &mut fleet).await?;
    drop(world);
    let words = format!(
        "a disk of {kilobytes} kB, full after {before} results, then enlarged and the server started again"
    );
    Ok(Outcome::of(account, words)
        .expect(grew, "the disk could not be enlarged")
        .expect(was_full, "the disk never filled"))
}
