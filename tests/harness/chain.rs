//! The four stages in this process.

use std::sync::LazyLock;

use entity_tagger::EntityTagger;
use language_detector::LanguageDetector;
use messages::{
    ArticleReceived, ArticleSummarized, EntitiesTagged, LanguageDetected, Stage, TextSegmented, Then,
};
use segmenter::Segmenter;
use summarizer::Summarizer;

/// All four stages as one.
pub type Chain = Then<Then<Then<LanguageDetector, Segmenter>, EntityTagger>, Summarizer>;

/// The four stages as one, as `wiredesk annotate` runs them.
pub fn chain() -> &'static Chain {
    static CHAIN: LazyLock<Chain> = LazyLock::new(|| {
        LanguageDetector::new().then(Segmenter::new()).then(EntityTagger::new()).then(Summarizer::default())
    });
    &CHAIN
}

/// The four stages one by one.
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

/// One article after each stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotated {
    /// As it came in.
    pub received: ArticleReceived,
    /// After the language detector.
    pub detected: LanguageDetected,
    /// After the segmenter.
    pub segmented: TextSegmented,
    /// After the entity tagger.
    pub tagged: EntitiesTagged,
    /// After the summarizer.
    pub summarized: ArticleSummarized,
}

impl Annotated {
    /// Runs all four stages. None of them rejects an article that could be decoded.
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
