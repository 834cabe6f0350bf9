//! The model: a classifier for each script.

use text::{Script, script_code};

use super::group::Group;
use super::settings::Settings;

/// Classifiers for the languages of each script that several languages share.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// In the order of the file.
    pub(super) groups: Vec<Group>,
    /// The settings of all groups.
    pub settings: Settings,
}

impl Model {
    /// Returns the classifier for `script`. Han stands for kana as well.
    pub fn group(&self, script: Script) -> Option<&Group> {
        let code = script_code(script);
        self.groups.iter().find(|group| group.script() == code)
    }

    /// Returns all classifiers in the order of the file.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }
}
