//! Reads and writes the model as a file.
//!
//! All numbers are little-endian. The file holds `wdlang02`, the settings, the number of groups, and for each
//! group:
//!
//! 1. the ISO 15924 code, the number of buckets, the number of languages, the scale of the weights;
//! 2. the ISO 639-3 codes, the biases, the weights row by row;
//! 3. the size of a coverage set in bytes, and if it is not 0, for each language the expected coverage, the
//!    tolerance and the set.

use std::borrow::Cow;

use super::classifiers::Model;
use super::coverage::Coverage;
use super::group::{Group, LANE, MOST_LANES};
use super::settings::Settings;
use crate::tags;

const MAGIC: &[u8] = b"wdlang02";

/// A trained group before its weights are reduced to 8 bits.
#[derive(Debug, Clone)]
pub struct TrainedGroup {
    /// ISO 15924 code.
    pub script: String,
    /// ISO 639-3 codes, in order.
    pub languages: Vec<String>,
    /// The bias of each language.
    pub biases: Vec<f32>,
    /// Number of buckets.
    pub size: u32,
    /// One row for each bucket, one column for each language, without padding.
    pub weights: Vec<f32>,
    /// The coverage of each language, with sets of one size; empty if the group has none.
    pub coverages: Vec<Coverage>,
}

/// Encodes a model file.
pub fn encode(groups: &[TrainedGroup], settings: Settings) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    file.extend(settings.to_array().iter().flat_map(|setting| setting.to_le_bytes()));
    file.extend((groups.len() as u32).to_le_bytes());
    for group in groups {
        group.encode(&mut file);
    }
    file
}

impl TrainedGroup {
    /// Appends the group. Weights become whole multiples of one step; the largest is 127 steps.
    fn encode(&self, file: &mut Vec<u8>) {
        let most = self.weights.iter().fold(0_f32, |most, weight| most.max(weight.abs()));
        let scale = most.max(f32::MIN_POSITIVE) / 127.0;
        file.extend(self.script.bytes().take(4));
        file.extend(self.size.to_le_bytes());
        file.extend((self.languages.len() as u32).to_le_bytes());
        file.extend(scale.to_le_bytes());
        file.extend(self.languages.iter().flat_map(|code| code.bytes().take(3)));
        file.extend(self.biases.iter().flat_map(|number| number.to_le_bytes()));
        // With padding every row begins at a whole register.
        let padding = self.languages.len().next_multiple_of(LANE) - self.languages.len();
        for row in self.weights.chunks(self.languages.len().max(1)) {
            file.extend(row.iter().map(|weight| ((weight / scale).round() as i8).cast_unsigned()));
            file.extend(std::iter::repeat_n(0, padding));
        }
        let bytes = self.coverages.first().map_or(0, |first| first.seen.len());
        file.extend((bytes as u32).to_le_bytes());
        for Coverage { seen, expected, tolerance } in &self.coverages {
            file.extend(expected.to_le_bytes().into_iter().chain(tolerance.to_le_bytes()));
            file.extend_from_slice(seen);
        }
    }
}

impl Model {
    /// Decodes a model file. Returns `None` if the file is of another kind, incomplete, or names an unknown
    /// language.
    pub fn decode(file: Cow<'static, [u8]>) -> Option<Self> {
        let mut reader = Reader { file, at: 0 };
        if reader.take(MAGIC.len())?.as_ref() != MAGIC {
            return None;
        }
        let settings = Settings::from_array(reader.floats(Settings::COUNT)?.try_into().ok()?);
        let count = reader.number()?;
        let groups = (0..count).map(|_| reader.group()).collect::<Option<Vec<_>>>()?;
        Some(Self { groups, settings })
    }
}

/// A model file with the position of the next byte.
struct Reader {
    file: Cow<'static, [u8]>,
    at: usize,
}

impl Reader {
    /// Reads the next `length` bytes, without a copy if the file is borrowed.
    fn take(&mut self, length: usize) -> Option<Cow<'static, [u8]>> {
        let end = self.at.checked_add(length)?;
        let taken = match &self.file {
            Cow::Borrowed(file) => Cow::Borrowed(file.get(self.at..end)?),
            Cow::Owned(file) => Cow::Owned(file.get(self.at..end)?.to_vec()),
        };
        self.at = end;
        Some(taken)
    }

    fn four(&mut self) -> Option<[u8; 4]> {
        self.take(4)?.as_ref().try_into().ok()
    }

    fn number(&mut self) -> Option<u32> {
        self.four().map(u32::from_le_bytes)
    }

    fn float(&mut self) -> Option<f32> {
        self.four().map(f32::from_le_bytes)
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        (0..count).map(|_| self.float()).collect()
    }

    fn text(&mut self, length: usize) -> Option<String> {
        String::from_utf8(self.take(length)?.into_owned()).ok()
    }

    fn group(&mut self) -> Option<Group> {
        let script = self.text(4)?;
        let size = self.number()?;
        // `Group::sums` has code for this many lanes and no more.
        let count = Some(self.number()? as usize).filter(|count| *count <= MOST_LANES * LANE)?;
        let scale = self.float()?;
        let codes = (0..count).map(|_| self.text(3)).collect::<Option<Vec<_>>>()?;
        let languages = codes.iter().map(|code| tags::by_code(code)).collect::<Option<Vec<_>>>()?;
        let biases = self.floats(count)?;
        let weights = self.take(count.next_multiple_of(LANE).checked_mul(size as usize)?)?;
        let bytes = self.number()? as usize;
        let covered = if bytes == 0 { 0 } else { count };
        let coverages = (0..covered).map(|_| self.coverage(bytes)).collect::<Option<Vec<_>>>()?;
        Some(Group { script, languages, biases, scale, size, weights, coverages })
    }

    fn coverage(&mut self, bytes: usize) -> Option<Coverage> {
        Some(Coverage { expected: self.float()?, tolerance: self.float()?, seen: self.take(bytes)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::Script;

    fn group() -> TrainedGroup {
        // Two buckets and two languages. The first bucket votes for Danish, the second for Swedish.
        TrainedGroup {
            script: "Latn".into(),
            languages: vec!["dan".into(), "swe".into()],
            biases: vec![0.0, 0.5],
            size: 2,
            weights: vec![1.0, -1.0, -2.0, 2.0],
            coverages: vec![coverage(0.5), coverage(0.75)],
        }
    }

    fn coverage(expected: f32) -> Coverage {
        Coverage { seen: vec![1, 2, 3].into(), expected, tolerance: 0.25 }
    }

    fn decoded() -> Model {
        Model::decode(encode(&[group()], Settings::default()).into()).unwrap()
    }

    #[test]
    fn refuses_an_incomplete_file_and_a_file_of_another_kind() {
        let file = encode(&[group()], Settings::default());
        for length in 0..file.len() {
            assert!(Model::decode(file.get(..length).unwrap().to_vec().into()).is_none(), "{length} bytes");
        }
        assert!(Model::decode(b"wdlang00".to_vec().into()).is_none());
    }

    #[test]
    fn adds_up_the_weights_of_each_bucket() {
        let model = decoded();
        let group = model.group(Script::Latin).unwrap();
        let sums = group.sums(&[0, 1, 1]);
        // A step is 2 / 127, so the sums are 64 - 127 - 127 and the opposite.
        assert_eq!(sums.get(..2).unwrap(), [-190, 190]);
        let many = group.sums(&vec![1; 100_000]);
        assert_eq!(many.get(..2).unwrap(), [-12_700_000, 12_700_000]);
    }

    #[test]
    fn reads_back_the_coverage_of_each_language() {
        let model = decoded();
        let danish = model.group(Script::Latin).unwrap().coverage(0).unwrap();
        assert_eq!(
            (danish.seen.as_ref(), danish.expected, danish.tolerance),
            ([1, 2, 3].as_slice(), 0.5, 0.25)
        );
        assert!(model.group(Script::Latin).unwrap().coverage(2).is_none());
    }
}
