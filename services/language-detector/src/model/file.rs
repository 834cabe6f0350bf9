//! The model as a file.
//!
//! Little-endian: `wdlang01`, the settings, the number of groups; then of each group the ISO 15924 code,
//! number of buckets, number of languages, scale, ISO 639-3 codes, biases, expected weights, and the weights row by row.

use std::borrow::Cow;

use super::{
    Model,
    group::{Group, LANE, MOST_LANES},
};
use crate::tags;

const MAGIC: &[u8] = b"wdlang01";

/// Numbers fitted on documents that the weights were not trained on.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Settings {
    /// Logits are multiplied by this before they become probabilities.
    pub sharpness: f32,
    /// What whatlang's answer adds to the logit of its language, at full margin.
    pub vote: f32,
    /// Least confidence that is called reliable.
    pub least_confidence: f32,
    /// Least familiarity that is called reliable in a text of `FEW_FEATURES`.
    pub least_familiarity: f32,
    /// What is added to it for each time that a text is longer by a factor of e.
    pub familiarity_growth: f32,
}

impl Settings {
    /// As many features as a headline has.
    const FEW_FEATURES: f32 = 300.0;

    /// The most that is asked of any text.
    const MOST_FAMILIARITY: f32 = 0.8;

    /// Least familiarity that is called reliable in a text of `features` features.
    ///
    /// The mean weight scatters less in long texts, so more can be asked of them.
    pub(crate) fn least_familiarity(&self, features: usize) -> f32 {
        let longer = (features.max(1) as f32 / Self::FEW_FEATURES).ln();
        (self.least_familiarity + self.familiarity_growth * longer).min(Self::MOST_FAMILIARITY)
    }

    const COUNT: usize = 5;

    fn to_array(self) -> [f32; Self::COUNT] {
        [self.sharpness, self.vote, self.least_confidence, self.least_familiarity, self.familiarity_growth]
    }

    fn from_array(values: [f32; Self::COUNT]) -> Self {
        let [sharpness, vote, least_confidence, least_familiarity, familiarity_growth] = values;
        Self { sharpness, vote, least_confidence, least_familiarity, familiarity_growth }
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
    /// Mean weight of a feature for the language that a text is in, by language.
    pub expected: Vec<f32>,
    /// Number of buckets.
    pub size: u32,
    /// A row a bucket, a column a language, without padding.
    pub weights: Vec<f32>,
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
        file.extend(self.biases.iter().chain(&self.expected).flat_map(|number| number.to_le_bytes()));
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
        let expected = self.floats(count)?;
        let weights = self.take(count.next_multiple_of(LANE).checked_mul(size as usize)?)?;
        Some(Group { script, languages, biases, expected, scale, size, weights })
    }
}
