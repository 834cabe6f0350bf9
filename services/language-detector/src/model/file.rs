//! The model as a file.
//!
//! Little-endian: `wdlang01`, the settings, the number of groups; then of each group the ISO 15924 code,
//! number of buckets, number of languages, scale, ISO 639-3 codes, biases, and the weights row by row.

use std::borrow::Cow;

use super::{
    Model,
    group::{Group, LANE},
};
use crate::tags;

const MAGIC: &[u8] = b"wdlang01";

/// Numbers fitted on documents that the weights were not trained on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Settings {
    /// Logits are multiplied by this before they become probabilities.
    pub sharpness: f32,
    /// Least confidence that is called reliable.
    pub least_reliable: f32,
}

/// A group as the trainer has it.
#[derive(Debug, Clone)]
pub struct TrainedGroup {
    /// ISO 15924 code.
    pub script: String,
    /// ISO 639-3 codes, in order.
    pub languages: Vec<String>,
    /// One for each language.
    pub biases: Vec<f32>,
    /// Number of buckets.
    pub size: u32,
    /// A row a bucket, a column a language, without padding.
    pub weights: Vec<f32>,
}

/// Writes a model file.
pub fn encode(groups: &[TrainedGroup], settings: Settings) -> Vec<u8> {
    let mut file = MAGIC.to_vec();
    for setting in [settings.sharpness, settings.least_reliable] {
        file.extend(setting.to_le_bytes());
    }
    file.extend((groups.len() as u32).to_le_bytes());
    for group in groups {
        group.encode(&mut file);
    }
    file
}

impl TrainedGroup {
    /// Weights become whole multiples of one step; the largest is 127 steps.
    fn encode(&self, file: &mut Vec<u8>) {
        let most = self.weights.iter().fold(0_f32, |most, weight| most.max(weight.abs()));
        let scale = most.max(f32::MIN_POSITIVE) / 127.0;
        file.extend(self.script.bytes().take(4));
        file.extend(self.size.to_le_bytes());
        file.extend((self.languages.len() as u32).to_le_bytes());
        file.extend(scale.to_le_bytes());
        file.extend(self.languages.iter().flat_map(|code| code.bytes().take(3)));
        file.extend(self.biases.iter().flat_map(|bias| bias.to_le_bytes()));
        let padding = self.languages.len().next_multiple_of(LANE) - self.languages.len();
        for row in self.weights.chunks(self.languages.len().max(1)) {
            file.extend(row.iter().map(|weight| ((weight / scale).round() as i8).cast_unsigned()));
            file.extend(std::iter::repeat_n(0, padding));
        }
    }
}

impl Model {
    /// Reads a model file; nothing where it is not one, is cut short, or names a language without a row in the table.
    pub fn decode(file: Cow<'static, [u8]>) -> Option<Self> {
        let mut reader = Reader { file, at: 0 };
        if reader.take(MAGIC.len())?.as_ref() != MAGIC {
            return None;
        }
        let settings = Settings { sharpness: reader.float()?, least_reliable: reader.float()? };
        let count = reader.number()?;
        let groups = (0..count).map(|_| reader.group()).collect::<Option<Vec<_>>>()?;
        Some(Self { groups, settings })
    }
}

struct Reader {
    file: Cow<'static, [u8]>,
    at: usize,
}

impl Reader {
    /// The next `length` bytes; borrowed where the file is.
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

    fn text(&mut self, length: usize) -> Option<String> {
        String::from_utf8(self.take(length)?.into_owned()).ok()
    }

    fn group(&mut self) -> Option<Group> {
        let script = self.text(4)?;
        let size = self.number()?;
        let count = self.number()? as usize;
        let scale = self.float()?;
        let codes = (0..count).map(|_| self.text(3)).collect::<Option<Vec<_>>>()?;
        let languages = codes.iter().map(|code| tags::by_code(code)).collect::<Option<Vec<_>>>()?;
        let biases = (0..count).map(|_| self.float()).collect::<Option<Vec<_>>>()?;
        let weights = self.take(count.next_multiple_of(LANE).checked_mul(size as usize)?)?;
        Some(Group { script, languages, biases, scale, size, weights })
    }
}
