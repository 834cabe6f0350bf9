//! `cargo faults`: the fault suite and the benchmarks of the bus.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = faults::cli::Arguments::parse();
    match faults::cli::run(&arguments) {
        Ok(code) => code,
        Err(error) => lab_report::complain(&error),
    }
}
