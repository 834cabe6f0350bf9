//! Links finished articles to stories.
//!
//! - `fingerprinter`: what two articles are compared by
//! - `linking`: the story of each article, in the order of a stream
//! - `record`: what the linker notes with its output, and reads again after a restart
//! - `worker` (a feature): the loop on JetStream
//!
//! All but the worker is pure. The linker is no [`messages::Stage`], because what it says about an article depends on
//! the articles before. The same articles in the same order give the same stories.

mod fingerprinter;
mod linking;
mod record;
#[cfg(feature = "worker")]
mod worker;

pub use fingerprinter::Fingerprinter;
pub use linking::{Linked, Linking};
pub use record::{Record, RecordError};
#[cfg(feature = "worker")]
pub use worker::{LinkerArgs, run};
