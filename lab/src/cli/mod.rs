//! The command line of the lab.

mod arguments;
mod run;

pub use arguments::Arguments;
pub use run::run;
