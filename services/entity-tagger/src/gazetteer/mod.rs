//! Lists of known names and words, used as evidence. `data/README.md` names their sources and licences.

mod entries;
mod fingerprint;
mod inflection;
mod lexicon;
mod states;
mod tables;
mod towns;
mod words;

pub use entries::{Entry, EntryKind};
pub(crate) use fingerprint::Fingerprint;
pub(crate) use lexicon::{KINDS, Lexicon};
pub(crate) use states::{is_state_and_country, state_code};
pub use tables::Gazetteer;
pub use towns::Town;
pub use words::Classes;

pub use crate::languages::ko::SURNAMES as KOREAN_SURNAMES;
