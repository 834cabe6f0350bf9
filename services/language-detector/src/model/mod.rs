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
            expected: vec![1.0, 2.0],
            size: 2,
            weights: vec![1.0, -1.0, -2.0, 2.0],
        }
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
        assert!((group.familiarity(1, &sums, 3) - 190.0 * 2.0 / 127.0 / 3.0 / 2.0).abs() < 1e-5);
    }

    #[test]
    fn longer_texts_are_asked_to_be_more_familiar() {
        let settings = Settings { least_familiarity: 0.6, familiarity_growth: 0.1, ..Settings::default() };
        assert!((settings.least_familiarity(300) - 0.6).abs() < 1e-6);
        assert!(settings.least_familiarity(100) < 0.6 && settings.least_familiarity(900) > 0.7);
        assert!(settings.least_familiarity(1_000_000) <= 0.8);
    }
}
