//! The trained model: which of a script's languages a cleaned text is in.
//!
//! For each script that several languages share there is a group: a linear classifier over hashed n-grams
//! and words. `cargo lab train language` writes the file; MODEL_CARD.md says from what.

mod features;
mod file;
mod group;

use text::{Script, script_code};

pub use features::Features;
pub use file::{Settings, TrainedGroup, encode};
pub use group::{Group, length_scale};

/// The model that is shipped.
static SHIPPED: &[u8] = include_bytes!("../../model/languages.bin");

/// The groups of languages by script.
#[derive(Debug, Clone, Default)]
pub struct Model {
    groups: Vec<Group>,
    /// What was fitted on documents that the weights were not trained on.
    pub settings: Settings,
}

impl Model {
    /// The shipped model. A test proves that its file can be read; without it no language would be known.
    pub fn shipped() -> Self {
        Self::decode(SHIPPED.into()).unwrap_or_default()
    }

    /// The group of languages written in `script`; kana belong to Han.
    pub fn group(&self, script: Script) -> Option<&Group> {
        let code = script_code(script);
        self.groups.iter().find(|group| group.script == code)
    }

    /// All groups, in the order of the file.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }
}
