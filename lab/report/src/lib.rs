//! Reports of measurements: tables in Markdown, printed and written to a folder.
//!
//! The lab and the fault suite share it. Neither depends on the other.

mod machine;
mod output;
mod report;

pub use output::{OutputArguments, complain, print};
pub use report::{Report, Stamp, Table, percent};
