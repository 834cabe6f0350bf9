//! The targets of the workspace: its libraries and programs, as cargo describes them.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// A library or a program of the workspace.
#[derive(Debug)]
pub struct Target {
    /// The name of the package.
    pub package: String,
    /// The root file, such as `src/lib.rs`.
    pub root: PathBuf,
}

/// Returns the folder of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new("/")).to_owned()
}

/// Returns the libraries and programs of all members. Tests and benchmarks are left out.
///
/// # Errors
/// When cargo does not run, or describes the workspace in an unknown form.
pub fn targets() -> Result<Vec<Target>> {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(workspace())
        .output()
        .context("cargo metadata does not start")?;
    ensure!(cargo.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&cargo.stderr));
    let metadata: Metadata = serde_json::from_slice(&cargo.stdout)?;
    let targets = metadata.packages.into_iter().flat_map(|package| {
        let shipped = package
            .targets
            .into_iter()
            .filter(|target| target.kind.iter().any(|kind| kind == "lib" || kind == "bin"));
        let name = package.name;
        shipped.map(move |target| Target { package: name.clone(), root: target.src_path })
    });
    Ok(targets.collect())
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    targets: Vec<Described>,
}

#[derive(Deserialize)]
struct Described {
    kind: Vec<String>,
    src_path: PathBuf,
}
