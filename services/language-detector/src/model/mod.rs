//! The trained model: which of a script's languages a cleaned text is in.
//!
//! For each script that several languages share there is a group: a linear classifier over hashed n-grams
//! and words; beside it stands what each language met in its own texts. `cargo lab train language` writes the file; MODEL_CARD.md says from what.

mod acquaintance;
mod features;
mod file;
mod group;

use text::{Script, script_code};

pub use acquaintance::{Acquaintance, WORD_COUNTS, each_feature, evenness, set_of};
pub use features::Features;
pub use file::{Settings, TrainedGroup, encode};
pub use group::{Group, length_scale};

/// The model that is shipped, as `build.rs` packs it.
static SHIPPED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/languages.deflate"));

/// Most bytes that the shipped model unpacks to.
const MOST_BYTES: usize = 10_000_000;

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
        unpacked().and_then(|file| Self::decode(file.into())).unwrap_or_default()
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

/// The shipped file as the trainer wrote it.
fn unpacked() -> Option<Vec<u8>> {
    miniz_oxide::inflate::decompress_to_vec_with_limit(SHIPPED, MOST_BYTES).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group() -> TrainedGroup {
        // Two buckets, two languages: the first bucket speaks for Danish, the second for Swedish.
        TrainedGroup {
            script: "Latn".into(),
            languages: vec!["dan".into(), "swe".into()],
            biases: vec![0.0, 0.5],
            size: 2,
            weights: vec![1.0, -1.0, -2.0, 2.0],
            acquaintances: vec![known(0.5), known(0.75)],
        }
    }

    fn known(usual: f32) -> Acquaintance {
        Acquaintance { met: vec![1, 2, 3].into(), usual, slack: 0.25 }
    }

    fn decoded() -> Model {
        Model::decode(encode(&[group()], Settings::default()).into()).unwrap()
    }

    #[test]
    fn the_shipped_file_can_be_read() {
        let file = unpacked().unwrap();
        assert_eq!(file, include_bytes!("../../model/languages.bin"));
        let model = Model::decode(file.into()).unwrap();
        let languages: usize = model.groups().iter().map(|group| group.languages().len()).sum();
        assert!(languages >= 110 && model.group(Script::Latin).is_some());
    }

    #[test]
    fn a_file_cut_short_or_of_another_kind_is_refused() {
        let file = encode(&[group()], Settings::default());
        for length in 0..file.len() {
            assert!(Model::decode(file.get(..length).unwrap().to_vec().into()).is_none(), "{length} bytes");
        }
        assert!(Model::decode(b"wdlang00".to_vec().into()).is_none());
    }

    #[test]
    fn weights_add_up_by_bucket() {
        let model = decoded();
        let group = model.group(Script::Latin).unwrap();
        let sums = group.sums(&[0, 1, 1]);
        // In steps of 2 / 127: 64 - 127 - 127 and the other way round.
        assert_eq!(sums.get(..2).unwrap(), [-190, 190]);
        let many = group.sums(&vec![1; 100_000]);
        assert_eq!(many.get(..2).unwrap(), [-12_700_000, 12_700_000]);
    }

    #[test]
    fn what_a_language_met_is_read_back() {
        let model = decoded();
        let danish = model.group(Script::Latin).unwrap().acquaintance(0).unwrap();
        assert_eq!((danish.met.as_ref(), danish.usual, danish.slack), ([1, 2, 3].as_slice(), 0.5, 0.25));
        assert!(model.group(Script::Latin).unwrap().acquaintance(2).is_none());
    }
}
