//! Writes results to standard output and to a folder, and errors to standard error.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::Context as _;
use clap::Args;
use time::OffsetDateTime;

use crate::{
    machine,
    report::{Report, Stamp},
};

/// Where to write results, and the date to put on them.
#[derive(Debug, Args)]
pub struct OutputArguments {
    /// Folder to write the results to.
    #[arg(long, value_name = "DIR", default_value = "lab/results")]
    out: PathBuf,
    /// Date to put on the results, YYYY-MM-DD [default: today in UTC].
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
}

impl OutputArguments {
    /// Prints a report and writes it to `NAME.md`.
    pub fn publish(&self, name: &str, report: &Report, command: String) -> anyhow::Result<()> {
        let text = report.markdown(&self.stamp(command));
        print(&text)?;
        self.write(name, &text)
    }

    /// Returns the header of a report that `command` prints.
    #[expect(
        clippy::disallowed_methods,
        reason = "a report states its date, and the lab has no clock module"
    )]
    pub fn stamp(&self, command: String) -> Stamp {
        let date = self.date.clone().unwrap_or_else(|| OffsetDateTime::now_utc().date().to_string());
        Stamp { command, date, machine: machine::describe() }
    }

    /// Writes a result to `NAME.md`, unless it has no peers and the file there has some.
    pub fn write_beside(&self, name: &str, text: &str, peers: bool) -> anyhow::Result<()> {
        let path = self.path(name);
        let kept = std::fs::read_to_string(&path).is_ok_and(|old| was_with_peers(&old));
        if kept && !peers {
            let path = path.display();
            // If standard error cannot be written to, there is nowhere left to report that.
            let _ = writeln!(
                io::stderr(),
                "`{path}` has figures of peers and stays as it is: give --peers to replace it, or delete it"
            );
            return Ok(());
        }
        self.write(name, text)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.out.join(name).with_extension("md")
    }

    /// Writes a result to `NAME.md`.
    pub fn write(&self, name: &str, text: &str) -> anyhow::Result<()> {
        let path = self.path(name);
        std::fs::create_dir_all(&self.out).and_then(|()| std::fs::write(&path, text)).with_context(|| {
            format!("cannot write `{}`: give a folder to write to with --out", path.display())
        })
    }
}

/// Reports whether the command in this result's header asked for peers.
fn was_with_peers(result: &str) -> bool {
    result.lines().any(|line| line.starts_with("- command:") && line.contains(" --peers"))
}

/// Prints a result. A closed pipe is not an error.
pub fn print(text: &str) -> anyhow::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        // The reader has seen enough: `cargo lab eval … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write to the standard output"),
    }
}

/// Prints an error for a person, and returns the exit code for it.
pub fn complain(error: &anyhow::Error) -> ExitCode {
    // If standard error cannot be written to, there is nowhere left to report that.
    let _ = writeln!(io::stderr(), "error: {error:#}");
    ExitCode::FAILURE
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
