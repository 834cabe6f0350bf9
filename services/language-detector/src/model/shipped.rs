//! The model that is compiled in.

use super::classifiers::Model;

/// The model file as `build.rs` packs it.
static SHIPPED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/languages.deflate"));

/// Size limit of the unpacked model, in bytes.
const MOST_BYTES: usize = 10_000_000;

impl Model {
    /// Decodes the model that is compiled in. A test makes sure that its file can be read.
    pub fn shipped() -> Self {
        unpacked().and_then(|file| Self::decode(file.into())).unwrap_or_default()
    }
}

fn unpacked() -> Option<Vec<u8>> {
    miniz_oxide::inflate::decompress_to_vec_with_limit(SHIPPED, MOST_BYTES).ok()
}

#[cfg(test)]
mod tests {
    use text::Script;

    use super::*;

    #[test]
    fn the_shipped_file_can_be_read() {
        let file = unpacked().unwrap();
        assert_eq!(file, include_bytes!("../../model/languages.bin"));
        let model = Model::decode(file.into()).unwrap();
        let languages: usize = model.groups().iter().map(|group| group.languages().len()).sum();
        assert!(languages >= 110 && model.group(Script::Latin).is_some());
    }
}
