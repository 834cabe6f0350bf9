//! Where results go: to the standard output, and to a folder.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use anyhow::Context as _;
use clap::Args;
use time::OffsetDateTime;

use crate::{
    machine,
    report::{Report, Stamp},
};

#[derive(Debug, Args)]
pub(super) struct OutputArguments {
    /// Folder the results are written to.
    #[arg(long, value_name = "DIR", default_value = "lab/results")]
    out: PathBuf,
    /// Date to put on the results, YYYY-MM-DD; today (UTC) unless given.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
}

impl OutputArguments {
    /// Prints what a command found, and writes it.
    pub(super) fn publish(&self, name: &str, report: &Report, command: String) -> anyhow::Result<()> {
        let text = report.markdown(&self.stamp(command));
        print(&text)?;
        self.write(name, &text)
    }

    pub(super) fn stamp(&self, command: String) -> Stamp {
        let date = self.date.clone().unwrap_or_else(|| OffsetDateTime::now_utc().date().to_string());
        Stamp { command, date, machine: machine::describe() }
    }

    /// Writes a result with peers or without; one without does not take the place of one with.
    pub(super) fn write_beside(&self, name: &str, text: &str, peers: bool) -> anyhow::Result<()> {
        let path = self.path(name);
        let kept = std::fs::read_to_string(&path).is_ok_and(|old| was_with_peers(&old));
        if kept && !peers {
            let path = path.display();
            // Nowhere is left to report a standard error that cannot be written to.
            let _ = writeln!(
                io::stderr(),
                "`{path}` has peers and is kept: replace it with --peers, or delete it"
            );
            return Ok(());
        }
        self.write(name, text)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.out.join(name).with_extension("md")
    }

    pub(super) fn write(&self, name: &str, text: &str) -> anyhow::Result<()> {
        let path = self.path(name);
        std::fs::create_dir_all(&self.out).and_then(|()| std::fs::write(&path, text)).with_context(|| {
            format!("cannot write `{}`: give a folder to write to with --out", path.display())
        })
    }
}

/// Whether the command that printed this result asked for peers.
fn was_with_peers(result: &str) -> bool {
    result.lines().any(|line| line.starts_with("- command:") && line.contains(" --peers"))
}

/// Prints what a command found.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads the other end has seen enough: `cargo lab eval … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write to the standard output"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_without_peers_does_not_replace_one_with_them() {
        let folder = tempfile::tempdir().unwrap();
        let output = OutputArguments { out: folder.path().to_owned(), date: None };
        let written = || std::fs::read_to_string(folder.path().join("segments.md")).unwrap();
        let with = "- command: `cargo lab eval segments --data d --peers`\n";
        output.write_beside("segments", "- command: `cargo lab eval segments --data d`\n", false).unwrap();
        output.write_beside("segments", with, true).unwrap();
        output.write_beside("segments", "- command: `cargo lab eval segments --data d`\n", false).unwrap();
        assert_eq!(written(), with);
    }
}
