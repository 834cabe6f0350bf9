//! The stage: adds the language layer to an article.

use messages::{
    Alternative, Article, ArticleReceived, ArticleText, Field, Language, LanguageDetected, Limit, Provenance,
    Rejection, Stage, StageIdentity, StageName, UNDETERMINED,
};

use crate::choice::LanguageChoice;
use crate::detect::{Detection, Grounds, detect};
use crate::identify::Identifier;
use crate::model::Model;
use crate::paragraphs::LanguageSpan;

/// Name and version of the method, for provenance and message ids. Change it with the rules.
const MODEL: &str = "ngrams-2.characters-1.names-1+whatlang-0.18";

/// The language detector.
///
/// ```
/// use language_detector::LanguageDetector;
///
/// let detector = LanguageDetector::new();
/// let found = detector.detect("Brücke gesperrt", "Die alte Brücke ist seit Dienstag für Lastwagen gesperrt.", None);
/// assert_eq!(found.candidates.first().map(|best| best.language.tag), Some("de"));
/// assert!(found.reliable);
/// ```
#[derive(Debug, Clone)]
pub struct LanguageDetector {
    identity: StageIdentity,
    identifier: Identifier,
}

impl LanguageDetector {
    /// Creates a detector with the shipped model. That takes a moment, so create one and keep it.
    pub fn new() -> Self {
        Self::with_model(Model::shipped())
    }

    /// Creates a detector with another model, such as one that was just trained.
    pub fn with_model(model: Model) -> Self {
        let identity = StageIdentity {
            stage: StageName::Detect,
            version: env!("CARGO_PKG_VERSION"),
            model: MODEL.to_owned(),
        };
        Self { identity, identifier: Identifier::new(model) }
    }

    /// Limits the detector to the languages of `choice`. Provenance then names the choice with the model.
    #[must_use]
    pub fn choosing(mut self, choice: LanguageChoice) -> Self {
        if !choice.is_all() {
            self.identity.model = format!("{MODEL} {choice}");
        }
        self.identifier.choice = choice;
        self
    }

    /// Detects the language of an article. `declared` is the BCP 47 tag that the publisher declares.
    pub fn detect(&self, headline: &str, body: &str, declared: Option<&str>) -> Detection {
        detect(&self.identifier, headline, body, declared)
    }

    fn provenance(&self, grounds: Grounds) -> Provenance {
        match grounds {
            Grounds::Text => Provenance::ok(&self.identity),
            Grounds::DeclarationAlone => {
                Provenance::ok(&self.identity).with_limits([Limit::DeclaredLanguageOnly])
            }
            Grounds::NoLetters => Provenance::skipped(&self.identity, Limit::NoLetters),
            Grounds::TooShort => Provenance::skipped(&self.identity, Limit::TooShort),
            Grounds::UnknownScript => Provenance::skipped(&self.identity, Limit::UnsupportedScript),
        }
    }
}

impl Default for LanguageDetector {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage for LanguageDetector {
    type Input = ArticleReceived;
    type Output = LanguageDetected;

    fn identity(&self) -> &StageIdentity {
        &self.identity
    }

    fn process(&self, input: ArticleReceived) -> Result<LanguageDetected, Rejection> {
        let article = &input.article;
        let headline = article.headline.as_deref().unwrap_or_default();
        let detection = self.detect(headline, &article.body, article.language.as_deref());
        let provenance = self.provenance(detection.grounds);
        let language = layer(&detection, article);
        Ok(input.detected(language, provenance))
    }
}

/// Converts a detection to the layer of the event.
fn layer(detection: &Detection, article: &Article) -> Language {
    let best = detection.candidates.first();
    let others = detection.candidates.iter().skip(1);
    let text = ArticleText::new(article);
    let spans = detection.language_spans.iter();
    Language {
        tag: best.map_or(UNDETERMINED, |best| best.language.tag).to_owned(),
        iso639_3: best.map_or(UNDETERMINED, |best| best.language.iso639_3).to_owned(),
        script: detection.script.to_owned(),
        confidence: best.map_or(0.0, |best| rounded(best.confidence)),
        reliable: detection.reliable,
        alternatives: others
            .map(|other| Alternative {
                tag: other.language.tag.to_owned(),
                confidence: rounded(other.confidence),
            })
            .collect(),
        paragraphs: spans.map(|span| wire_span(span, &text)).collect(),
    }
}

fn wire_span(found: &LanguageSpan, text: &ArticleText<'_>) -> messages::LanguageSpan {
    let code_points = text.to_code_points(Field::Body, found.span);
    messages::LanguageSpan {
        start: code_points.start,
        end: code_points.end,
        tag: found.language.tag.to_owned(),
        confidence: rounded(found.confidence),
    }
}

/// Rounds to three decimals. The last bits of a float differ between processors, but payloads must not
/// differ.
fn rounded(confidence: f64) -> f64 {
    (confidence * 1000.0).round() / 1000.0
}
