//! Builds the project's programs once, and returns commands that start them.

use std::{path::PathBuf, process::Command, sync::OnceLock};

use messages::StageName;

use crate::target::BuiltIn;

/// The command line tool.
const TOOL: &str = "wiredesk";

/// The reference that the runtime is compared with.
const REFERENCE: &str = "bus-reference";

/// The folder with the programs, as they were built for the running test.
#[derive(Debug)]
pub struct Binaries {
    folder: PathBuf,
}

impl Binaries {
    /// Builds all programs once, with the profile and in the target folder of the running test.
    pub fn built() -> &'static Self {
        static BUILT: OnceLock<Binaries> = OnceLock::new();
        BUILT.get_or_init(Self::build)
    }

    fn build() -> Self {
        let here = BuiltIn::of_this_test();
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--profile", here.profile(), "--target-dir"]).arg(&here.target);
        cargo.args(["--workspace", "--bin", TOOL, "--bin", REFERENCE]);
        // With a test among the targets, cargo chooses the features of dependencies as `cargo test
        // --workspace` does, so that the programs use dependencies that are built already.
        if here.profile() == "dev" {
            cargo.args(["--test", "pipeline"]);
        }
        cargo.args(StageName::ALL.iter().flat_map(|stage| ["--bin", stage.worker()]));
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(describes_this_test) {
                cargo.env_remove(name);
            }
        }
        let output =
            cargo.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).output().expect("cargo runs");
        assert!(output.status.success(), "cargo build failed:\n{}", String::from_utf8_lossy(&output.stderr));
        Self { folder: here.binaries() }
    }

    /// Returns a command for a program, with no environment except `PATH`, so that the settings of the person
    /// who runs the tests have no influence.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.folder.join(program));
        command.env_clear();
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        command
    }

    /// Returns a command for the tool, which connects to the server at `url`.
    pub fn wiredesk(&self, url: &str, arguments: &[&str]) -> Command {
        let mut command = self.command(TOOL);
        command.env("NATS_URL", url).args(arguments);
        command
    }

    /// Returns a command for the worker of a stage, which connects to the server at `url`.
    pub fn worker(&self, stage: StageName, url: &str) -> Command {
        let mut command = self.command(stage.worker());
        command.env("NATS_URL", url);
        command
    }
}

/// Reports whether cargo sets the variable for the test that it runs. Build scripts read some of these (that
/// of `ring` does), and if one changes, cargo rebuilds everything that depends on them.
fn describes_this_test(variable: &str) -> bool {
    variable == "OUT_DIR" || variable.starts_with("CARGO_PKG_") || variable.starts_with("CARGO_MANIFEST_")
}
