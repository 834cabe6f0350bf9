//! `cargo lab`: evaluation, training and benchmarks.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = lab::cli::Arguments::parse();
    match lab::cli::run(&arguments) {
        Ok(code) => code,
        Err(error) => lab_report::complain(&error),
    }
}
