//! Reads the files of the packages, and writes the tables.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, ensure};
use serde::de::DeserializeOwned;

/// Prints the tables of a package that holds them as Python code.
const SCRIPT: &str = include_str!("packages.py");

/// Folder of the tables, from the project's root.
const TABLES: &str = "services/entity-tagger/data";

/// Reads a file of a package.
pub(super) fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| {
        format!("cannot read `{}`: is this the folder of the unpacked package?", path.display())
    })
}

/// Reads the tables of a package that holds them as Python code: `faker` or `symbols`. Needs `python3` on the
/// PATH.
pub(super) fn python_tables<T: DeserializeOwned>(package: &str, folder: &Path) -> anyhow::Result<T> {
    let mut python = Command::new("python3");
    let output = python.args(["-c", SCRIPT, package]).arg(folder).output().context("cannot run `python3`")?;
    ensure!(
        output.status.success(),
        "cannot read the package `{package}` in `{}`: {}",
        folder.display(),
        String::from_utf8_lossy(&output.stderr).trim()
    );
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Writes a table.
pub(super) fn write(table: &str, text: &str) -> anyhow::Result<()> {
    let path = Path::new(TABLES).join(table);
    fs::write(&path, text)
        .with_context(|| format!("cannot write `{}`: run from the project's root", path.display()))
}

/// Writes a table of one name per line.
pub(super) fn write_lines(table: &str, header: &str, names: &BTreeSet<String>) -> anyhow::Result<()> {
    let lines: Vec<&str> = names.iter().map(String::as_str).collect();
    write(table, &format!("{header}{}\n", lines.join("\n")))
}
