//! The settings of a model, which apply to all its groups.

/// Numbers that were fitted on documents outside the training texts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Settings {
    /// The factor on all logits before softmax, the inverse of its temperature.
    pub inverse_temperature: f32,
    /// The addition to the logit of the language that whatlang names, if whatlang is certain.
    pub trigram_vote: f32,
    /// The lowest confidence of a reliable answer.
    pub min_confidence: f32,
    /// The highest confidence in an easily mistaken language that leaves an answer reliable.
    pub max_rival_confidence: f32,
}

impl Settings {
    pub(super) const COUNT: usize = 4;

    /// Returns the settings in the order of the file.
    pub(super) fn to_array(self) -> [f32; Self::COUNT] {
        [self.inverse_temperature, self.trigram_vote, self.min_confidence, self.max_rival_confidence]
    }

    /// Restores what [`Settings::to_array`] returned.
    pub(super) fn from_array(values: [f32; Self::COUNT]) -> Self {
        let [inverse_temperature, trigram_vote, min_confidence, max_rival_confidence] = values;
        Self { inverse_temperature, trigram_vote, min_confidence, max_rival_confidence }
    }
}
