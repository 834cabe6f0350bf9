//! The model as a file.
//!
//! Little-endian: `wdlang02`, the settings, the number of groups; then of each group the ISO 15924 code,
//! number of buckets, number of languages, scale, ISO 639-3 codes, biases, the weights row by row, and the size of an
//! acquaintance in bytes; where that is not 0, of each language what is usual, the slack and the set.

use std::borrow::Cow;

use super::{
    Acquaintance, Model,
    group::{Group, LANE, MOST_LANES},
};
use crate::tags;

const MAGIC: &[u8] = b"wdlang02";

/// Numbers fitted on documents that the weights were not trained on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Settings {
    /// Logits are multiplied by this before they become probabilities.
    pub sharpness: f32,
    /// What whatlang's answer adds to the logit of its language, at full margin.
    pub vote: f32,
    /// Least confidence that is called reliable.
    pub least_confidence: f32,
    /// Most confidence in a close relative of the language named that leaves it reliable.
    pub most_of_a_relative: f32,
}

impl Settings {
    const COUNT: usize = 4;

    fn to_array(self) -> [f32; Self::COUNT] {
        [self.sharpness, self.vote, self.least_confidence, self.most_of_a_relative]
    }

    fn from_array(values: [f32; Self::COUNT]) -> Self {
        let [sharpness, vote, least_confidence, most_of_a_relative] = values;
        Self { sharpness, vote, least_confidence, most_of_a_relative }
    }
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
    /// One for each language, all of the same size, or none.
    pub acquaintances: Vec<Acquaintance>,
}

/// Writes a model file.
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
    /// Weights become whole multiples of one step; the largest is 127 steps.
    fn encode(&self, file: &mut Vec<u8>) {
        let most = self.weights.iter().fold(0_f32, |most, weight| most.max(weight.abs()));
        let scale = most.max(f32::MIN_POSITIVE) / 127.0;
        file.extend(self.script.bytes().take(4));
        file.extend(self.size.to_le_bytes());
        file.extend((self.languages.len() as u32).to_le_bytes());
        file.extend(scale.to_le_bytes());
        file.extend(self.languages.iter().flat_map(|code| code.bytes().take(3)));
        file.extend(self.biases.iter().flat_map(|number| number.to_le_bytes()));
        let padding = self.languages.len().next_multiple_of(LANE) - self.languages.len();
        for row in self.weights.chunks(self.languages.len().max(1)) {
            file.extend(row.iter().map(|weight| ((weight / scale).round() as i8).cast_unsigned()));
            file.extend(std::iter::repeat_n(0, padding));
        }
        let bytes = self.acquaintances.first().map_or(0, |first| first.met.len());
        file.extend((bytes as u32).to_le_bytes());
        for Acquaintance { met, usual, slack } in &self.acquaintances {
            file.extend(usual.to_le_bytes().into_iter().chain(slack.to_le_bytes()));
            file.extend_from_slice(met);
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
        let settings = Settings::from_array(reader.floats(Settings::COUNT)?.try_into().ok()?);
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

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        (0..count).map(|_| self.float()).collect()
    }

    fn text(&mut self, length: usize) -> Option<String> {
        String::from_utf8(self.take(length)?.into_owned()).ok()
    }

    fn group(&mut self) -> Option<Group> {
        let script = self.text(4)?;
        let size = self.number()?;
        let count = Some(self.number()? as usize).filter(|count| *count <= MOST_LANES * LANE)?;
        let scale = self.float()?;
        let codes = (0..count).map(|_| self.text(3)).collect::<Option<Vec<_>>>()?;
        let languages = codes.iter().map(|code| tags::by_code(code)).collect::<Option<Vec<_>>>()?;
        let biases = self.floats(count)?;
        let weights = self.take(count.next_multiple_of(LANE).checked_mul(size as usize)?)?;
        let bytes = self.number()? as usize;
        let asked = if bytes == 0 { 0 } else { count };
        let acquaintances = (0..asked).map(|_| self.acquaintance(bytes)).collect::<Option<Vec<_>>>()?;
        Some(Group { script, languages, biases, scale, size, weights, acquaintances })
    }

    fn acquaintance(&mut self, bytes: usize) -> Option<Acquaintance> {
        Some(Acquaintance { usual: self.float()?, slack: self.float()?, met: self.take(bytes)? })
    }
}
