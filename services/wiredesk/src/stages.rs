//! The settings of all four stages, for the commands that run them in this process.

use entity_tagger::TaggerArgs;
use language_detector::DetectorArgs;
use segmenter::SegmenterArgs;
use summarizer::SummarizerArgs;

/// The flags of the four stages.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct StageArgs {
    #[command(flatten)]
    pub(crate) detector: DetectorArgs,
    #[command(flatten)]
    pub(crate) segmenter: SegmenterArgs,
    #[command(flatten)]
    pub(crate) tagger: TaggerArgs,
    #[command(flatten)]
    pub(crate) summarizer: SummarizerArgs,
}
