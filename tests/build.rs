//! Looks for the foreign tools that some tests need, so that a test without its tool is ignored and does not
//! pass.

use std::process::{Command, Stdio};

/// Names of the `cfg`s, and commands that succeed if the tool is installed.
const TOOLS: [(&str, &[&str]); 3] = [
    ("python_with_venv", &["python3", "-c", "import ensurepip, venv"]),
    ("node", &["node", "--version"]),
    ("gofmt", &["gofmt", "-h"]),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=PATH");
    for (name, command) in TOOLS {
        println!("cargo::rustc-check-cfg=cfg({name})");
        if succeeds(command) {
            println!("cargo::rustc-cfg={name}");
        }
    }
}

fn succeeds(command: &[&str]) -> bool {
    let Some((program, arguments)) = command.split_first() else { return false };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
