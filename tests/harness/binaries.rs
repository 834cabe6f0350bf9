//! The project's programs, built once and started as real processes.

use std::{path::PathBuf, process::Command, sync::OnceLock};

use messages::StageName;

use crate::target::BuiltIn;

/// The program that is no worker.
const TOOL: &str = "wiredesk";

/// What the runtime is measured against.
const REFERENCE: &str = "bus-reference";

/// The folder with the four workers and the tool, as built for the running test.
#[derive(Debug)]
pub struct Binaries {
    folder: PathBuf,
}

impl Binaries {
    /// Builds all programs with the profile and into the target folder of the running test, once.
    pub fn built() -> &'static Self {
        static BUILT: OnceLock<Binaries> = OnceLock::new();
        BUILT.get_or_init(Self::build)
    }

    fn build() -> Self {
        let here = BuiltIn::of_this_test();
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--profile", here.profile(), "--target-dir"]).arg(&here.target);
        // Naming a test has cargo choose the features of dependencies as `cargo test --workspace` does, so
        // that what was built for the tests serves the programs, too.
        cargo.args(["--workspace", "--bin", TOOL, "--bin", REFERENCE]);
        if here.is_test {
            cargo.args(["--test", "pipeline"]);
        }
        cargo.args(StageName::ALL.iter().flat_map(|stage| ["--bin", stage.worker()]));
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(tells_of_this_test) {
                cargo.env_remove(name);
            }
        }
        let output =
            cargo.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).output().expect("cargo runs");
        assert!(output.status.success(), "cargo build failed:\n{}", String::from_utf8_lossy(&output.stderr));
        Self { folder: here.binaries() }
    }

    /// A command for one of the programs, with no environment but `PATH`: the settings of whoever runs
    /// the tests stay out of them.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.folder.join(program));
        command.env_clear();
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        command
    }

    /// The tool, talking to the server at `url`.
    pub fn wiredesk(&self, url: &str, arguments: &[&str]) -> Command {
        let mut command = self.command(TOOL);
        command.env("NATS_URL", url).args(arguments);
        command
    }

    /// The worker of one stage, serving the server at `url`.
    pub fn worker(&self, stage: StageName, url: &str) -> Command {
        let mut command = self.command(stage.worker());
        command.env("NATS_URL", url);
        command
    }
}

/// Whether cargo sets the variable for the test it runs. Build scripts read some of these (that of `ring`
/// does), and a change of them has cargo build all that depends on them again.
fn tells_of_this_test(variable: &str) -> bool {
    variable == "OUT_DIR" || variable.starts_with("CARGO_PKG_") || variable.starts_with("CARGO_MANIFEST_")
}
