//! Finds the target folder that the running test was built in.

use std::path::{Path, PathBuf};

/// The place of the running test: `<target>/<profile folder>/deps/<test>`.
pub(crate) struct BuiltIn {
    /// Target folder. With `--target` this is the triple's folder inside it.
    pub(crate) target: PathBuf,
    /// `debug`, `release` or the name of another profile.
    pub(crate) profile_folder: String,
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
        })
    }

    /// Returns the profile for `cargo build --profile`: the folder of `dev` is `debug`.
    pub(crate) fn profile(&self) -> &str {
        if self.profile_folder == "debug" { "dev" } else { &self.profile_folder }
    }

    /// Returns the folder of the binaries.
    pub(crate) fn binaries(&self) -> PathBuf {
        self.target.join(&self.profile_folder)
    }
}

/// Returns the target folder of this build, for files that tests keep between runs.
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
    fn finds_target_and_profile_from_the_path_of_a_test() {
        check("/p/target/debug/deps/pipeline-1f", "/p/target", "dev");
        check("/p/target/release/deps/pipeline-1f", "/p/target", "release");
        check("/p/target/x86_64-unknown-linux-gnu/debug/deps/t", "/p/target/x86_64-unknown-linux-gnu", "dev");
    }
}
