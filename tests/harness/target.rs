//! Where the running test was built.

use std::path::{Path, PathBuf};

/// Where cargo put the running test: `<target>/<profile folder>/deps/<test>`.
pub(crate) struct BuiltIn {
    /// The target folder; with `--target`, the triple's folder inside it.
    pub(crate) target: PathBuf,
    /// `debug`, `release` or the name of another profile.
    pub(crate) profile_folder: String,
    /// Whether it is a test, and not a program such as the lab.
    pub(crate) is_test: bool,
}

impl BuiltIn {
    pub(crate) fn of_this_test() -> Self {
        let test = std::env::current_exe().expect("the running test has a path");
        Self::of(&test).unwrap_or_else(|| panic!("{} is not in a target folder", test.display()))
    }

    fn of(test: &Path) -> Option<Self> {
        let mut folders = test.ancestors().skip(1);
        let profile = folders.find(|folder| folder.file_name().is_some_and(|name| name != "deps"))?;
        Some(Self {
            target: profile.parent()?.to_owned(),
            profile_folder: profile.file_name()?.to_str()?.to_owned(),
            is_test: test.parent() != Some(profile),
        })
    }

    /// What `cargo build --profile` calls the profile: `debug` is the folder of `dev`.
    pub(crate) fn profile(&self) -> &str {
        if self.profile_folder == "debug" { "dev" } else { &self.profile_folder }
    }

    /// Where the binaries lie.
    pub(crate) fn binaries(&self) -> PathBuf {
        self.target.join(&self.profile_folder)
    }
}

/// The target folder of this build, for what tests keep between runs.
pub fn target_folder() -> PathBuf {
    BuiltIn::of_this_test().target
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(test: &str, target: &str, profile: &str) {
        let built = BuiltIn::of(Path::new(test)).unwrap();
        assert_eq!((built.target.as_path(), built.profile()), (Path::new(target), profile));
    }

    #[test]
    fn the_folders_of_a_test_tell_target_and_profile() {
        check("/p/target/debug/deps/pipeline-1f", "/p/target", "dev");
        check("/p/target/release/deps/pipeline-1f", "/p/target", "release");
        check("/p/target/x86_64-unknown-linux-gnu/debug/deps/t", "/p/target/x86_64-unknown-linux-gnu", "dev");
    }
}
