//! The settings of segmentation, for every program that runs the stage.

use clap::Args;
use runtime::settings::{Environment, Problems, Setting};

use crate::Segmenter;

const TOKENS: Setting = Setting::new(
    "tokens",
    "WIREDESK_TOKENS",
    "List the tokens (words and punctuation marks) of each sentence",
);

/// The flags of segmentation.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Segmentation")]
pub struct SegmenterArgs {
    #[arg(long = TOKENS.flag, help = TOKENS.switch_help())]
    tokens: bool,
}

impl SegmenterArgs {
    /// Builds the stage from flags and environment variables. Adds every problem to `problems`.
    pub fn stage(&self, environment: &dyn Environment, problems: &mut Problems) -> Segmenter {
        Segmenter::with_tokens(TOKENS.is_on(self.tokens, environment, problems))
    }
}
