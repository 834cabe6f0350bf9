//! Runs the four stages in this process.

use std::sync::LazyLock;

use entity_tagger::EntityTagger;
use language_detector::LanguageDetector;
use messages::{
    ArticleReceived, ArticleSummarized, EntitiesTagged, LanguageDetected, Stage, TextSegmented, Then,
};
use segmenter::Segmenter;
use summarizer::Summarizer;

/// All four stages, fused.
pub type Chain = Then<Then<Then<LanguageDetector, Segmenter>, EntityTagger>, Summarizer>;

/// Returns the four stages fused, as `wiredesk annotate` runs them.
pub fn chain() -> &'static Chain {
    static CHAIN: LazyLock<Chain> = LazyLock::new(|| {
        LanguageDetector::new().then(Segmenter::new()).then(EntityTagger::new()).then(Summarizer::default())
    });
    &CHAIN
}

/// The four stages, each by itself.
struct Stages {
    detector: LanguageDetector,
    segmenter: Segmenter,
    tagger: EntityTagger,
    summarizer: Summarizer,
}

static STAGES: LazyLock<Stages> = LazyLock::new(|| Stages {
    detector: LanguageDetector::new(),
    segmenter: Segmenter::new(),
    tagger: EntityTagger::new(),
    summarizer: Summarizer::default(),
});

/// An article after each stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotated {
    /// The article as received.
    pub received: ArticleReceived,
    /// The event of the language detector.
    pub detected: LanguageDetected,
    /// The event of the segmenter.
    pub segmented: TextSegmented,
    /// The event of the entity tagger.
    pub tagged: EntitiesTagged,
    /// The event of the summarizer.
    pub summarized: ArticleSummarized,
}

impl Annotated {
    /// Runs all four stages. None of them may reject an article that was decoded.
    pub fn new(received: ArticleReceived) -> Self {
        let detected = processed(&STAGES.detector, &received);
        let segmented = processed(&STAGES.segmenter, &detected);
        let tagged = processed(&STAGES.tagger, &segmented);
        let summarized = processed(&STAGES.summarizer, &tagged);
        Self { received, detected, segmented, tagged, summarized }
    }
}

fn processed<S: Stage<Input: Clone>>(stage: &S, input: &S::Input) -> S::Output {
    stage
        .process(input.clone())
        .unwrap_or_else(|rejection| panic!("{} rejects a valid article: {rejection}", stage.identity().stage))
}
