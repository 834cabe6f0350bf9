//! The version of a `nats-server`.

use std::{path::Path, process::Command};

/// Oldest version that the pipeline works with: earlier ones lose messages when they are killed.
pub(crate) const OLDEST: (u32, u32, u32) = (2, 10, 26);

/// Returns major, minor and patch version, if `program` runs.
pub(crate) fn version(program: &Path) -> Option<(u32, u32, u32)> {
    let output = Command::new(program).arg("--version").output().ok()?;
    parse_version(&String::from_utf8_lossy(&output.stdout))
}

/// Reads a version such as `nats-server: v2.15.1`.
fn parse_version(line: &str) -> Option<(u32, u32, u32)> {
    let (_, version) = line.split_once(": v")?;
    let mut numbers = version.trim().split(['.', '-']).map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_as_numbers() {
        assert_eq!(parse_version("nats-server: v2.15.1\n"), Some((2, 15, 1)));
        assert_eq!(parse_version("nats-server: v2.9.0-beta"), Some((2, 9, 0)));
        assert!((2, 10, 25) < OLDEST && (2, 15, 1) > OLDEST);
        assert_eq!(parse_version("command not found"), None);
    }
}
