//! The dependency that is carried with a patch is the one that the workspace asks for, and the patch is applied.

use std::{fs, process::Command};

use architecture_tests::targets::workspace;

/// Returns the value of the first line `key = "…"` after `section` in a file of the workspace.
fn value(file: &str, section: &str, key: &str) -> Option<String> {
    let text = fs::read_to_string(workspace().join(file)).ok()?;
    let (_, after) = text.split_once(section)?;
    let start = format!("{key} = ");
    let line = after.lines().find_map(|line| line.strip_prefix(start.as_str()))?;
    Some(line.split('"').nth(1)?.to_owned())
}

#[test]
fn the_carried_client_library_is_the_version_that_the_workspace_uses() {
    let carried = value("vendor/async-nats/Cargo.toml", "[package]", "version").unwrap();
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).unwrap();
    let entries: Vec<&str> =
        lock.split("[[package]]\n").filter(|entry| entry.starts_with("name = \"async-nats\"")).collect();
    let entry = entries.first().unwrap();
    assert_eq!(entries.len(), 1, "the lock file has one async-nats");
    assert!(entry.contains(&format!("version = \"{carried}\"")), "carried: {carried}\n{entry}");
    assert!(!entry.contains("source = "), "the one of the registry is used, not the carried one");
    let asked = value("Cargo.toml", "[workspace.dependencies]", "async-nats").unwrap();
    assert!(carried.starts_with(&format!("{asked}.")), "Cargo.toml asks for {asked}, carried: {carried}");
}

#[test]
fn the_patch_is_applied_as_written() {
    let git = Command::new("git")
        .args(["apply", "--reverse", "--check", "vendor/async-nats.patch"])
        .current_dir(workspace())
        .output()
        .unwrap();
    assert!(git.status.success(), "{}", String::from_utf8_lossy(&git.stderr));
}
