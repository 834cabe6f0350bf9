//! The four stages as the tool runs them, and events with gold layers.

use entity_tagger::EntityTagger;
use language_detector::LanguageDetector;
use messages::{
    Article, ArticleReceived, ArticleSummarized, EntitiesTagged, Language, LanguageDetected, Provenance,
    Rejection, Segments, Stage, StageIdentity, StageName, TextSegmented,
};
use segmenter::Segmenter;
use summarizer::Summarizer;

use crate::languages;

/// ISO 15924 code of a text without letters.
const NO_SCRIPT: &str = "Zyyy";

/// The four stages with their default settings.
pub struct Pipeline {
    /// The first stage.
    pub detector: LanguageDetector,
    /// The second stage.
    pub segmenter: Segmenter,
    /// The third stage.
    pub tagger: EntityTagger,
    /// The fourth stage.
    pub summarizer: Summarizer,
}

impl Pipeline {
    /// Loads the stages with their default settings.
    pub fn new() -> Self {
        Self {
            detector: LanguageDetector::new(),
            segmenter: Segmenter::new(),
            tagger: EntityTagger::new(),
            summarizer: Summarizer::default(),
        }
    }

    /// Runs the first two stages on a body.
    pub fn segment(&self, body: &str) -> Result<TextSegmented, Rejection> {
        self.segmenter.process(self.detect(body)?)
    }

    /// Runs the first three stages on a body.
    pub fn tag(&self, body: &str) -> Result<EntitiesTagged, Rejection> {
        self.tagger.process(self.segment(body)?)
    }

    /// Runs all four stages on a body.
    pub fn summarize(&self, body: &str) -> Result<ArticleSummarized, Rejection> {
        self.summarizer.process(self.tag(body)?)
    }

    /// Runs the first stage on a body.
    pub fn detect(&self, body: &str) -> Result<LanguageDetected, Rejection> {
        self.detector.process(received(body))
    }

    /// Returns name and version of a stage's rules or model.
    pub fn model(&self, stage: StageName) -> String {
        let identity = match stage {
            StageName::Detect => self.detector.identity(),
            StageName::Segment => self.segmenter.identity(),
            StageName::Tag => self.tagger.identity(),
            StageName::Summarize => self.summarizer.identity(),
            StageName::Link => return "no stage of the chain".to_owned(),
        };
        format!("{} ({})", identity.model, identity.version)
    }
}

impl Default for Pipeline {
    fn default() -> Self {
        Self::new()
    }
}

/// Returns an article that has only a body.
pub fn received(body: &str) -> ArticleReceived {
    ArticleReceived { article: Article::from_body(body) }
}

/// Returns an article with the language that the corpus gives.
pub fn with_gold_language(body: &str, tag: &str) -> LanguageDetected {
    let language = Language {
        tag: tag.to_owned(),
        iso639_3: languages::of_tag(tag).to_owned(),
        script: text::dominant_script(body).map_or(NO_SCRIPT, text::script_code).to_owned(),
        confidence: 1.0,
        reliable: true,
        alternatives: Vec::new(),
        paragraphs: Vec::new(),
    };
    received(body).detected(language, Provenance::ok(&gold(StageName::Detect)))
}

/// Returns an article with the language and the segments that the corpus gives.
pub fn with_gold_segments(body: &str, tag: &str, segments: Segments) -> TextSegmented {
    with_gold_language(body, tag).segmented(segments, Provenance::ok(&gold(StageName::Segment)))
}

/// Returns the identity that provenance names for a layer from a corpus.
fn gold(stage: StageName) -> StageIdentity {
    StageIdentity { stage, version: env!("CARGO_PKG_VERSION"), model: "gold".to_owned() }
}

#[cfg(test)]
mod tests {
    use messages::Event as _;

    use super::*;

    #[test]
    fn gold_layers_make_events_that_decode() {
        let event = with_gold_segments("Rain fell.", "en", Segments::default());
        assert_eq!(event.language.iso639_3, "eng");
        assert_eq!(TextSegmented::decode(&event.encode()), Ok(event));
    }
}
