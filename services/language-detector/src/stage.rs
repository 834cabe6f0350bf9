//! Language detection as a stage: from an article to the same article with its language.

use messages::{
    Alternative, Article, ArticleReceived, ArticleText, Field, Language, LanguageDetected, LanguageSpan,
    Provenance, Rejection, Stage, StageIdentity, StageName, UNDETERMINED,
};

use crate::choice::LanguageChoice;
use crate::detect::{Detection, Grounds, detect};
use crate::identify::Identifier;
use crate::model::Model;
use crate::paragraphs::Stretch;

/// Name and version of the method, for provenance and message ids: a change of rules changes it.
const MODEL: &str = "ngrams-1+whatlang-0.18";

/// The language detector.
#[derive(Debug, Clone)]
pub struct LanguageDetector {
    identity: StageIdentity,
    identifier: Identifier,
}

impl LanguageDetector {
    /// A detector with its tables built. Make one and keep it.
    pub fn new() -> Self {
        Self::with_model(Model::shipped())
    }

    /// A detector with another model than the shipped one: trained anew, or without some languages.
    pub fn with_model(model: Model) -> Self {
        let identity = StageIdentity {
            stage: StageName::Detect,
            version: env!("CARGO_PKG_VERSION"),
            model: MODEL.to_owned(),
        };
        Self { identity, identifier: Identifier::new(model) }
    }

    /// The same detector, naming only languages of `choice`.
    #[must_use]
    pub fn choosing(mut self, choice: LanguageChoice) -> Self {
        if !choice.is_all() {
            self.identity.model = format!("{MODEL} {choice}");
        }
        self.identifier.choice = choice;
        self
    }

    /// What an article of `headline` and `body` is written in. `declared` is the publisher's own tag.
    pub fn detect(&self, headline: &str, body: &str, declared: Option<&str>) -> Detection {
        detect(&self.identifier, headline, body, declared)
    }

    fn provenance(&self, grounds: Grounds) -> Provenance {
        match grounds {
            Grounds::Text => Provenance::ok(&self.identity),
            Grounds::DeclarationAlone => {
                Provenance::ok(&self.identity).with_limits(["declared_language_only"])
            }
            Grounds::NoLetters => Provenance::skipped(&self.identity, "no_letters"),
            Grounds::UnknownScript => Provenance::skipped(&self.identity, "unsupported_script"),
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

/// The detection as it travels.
fn layer(detection: &Detection, article: &Article) -> Language {
    let best = detection.candidates.first();
    let others = detection.candidates.iter().skip(1);
    let text = ArticleText::new(article);
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
        paragraphs: detection.stretches.iter().map(|stretch| span(stretch, &text)).collect(),
    }
}

fn span(stretch: &Stretch, text: &ArticleText<'_>) -> LanguageSpan {
    let code_points = text.to_code_points(Field::Body, stretch.span);
    LanguageSpan {
        start: code_points.start,
        end: code_points.end,
        tag: stretch.language.tag.to_owned(),
        confidence: rounded(stretch.confidence),
    }
}

/// Three decimals: the last bits of a float differ between processors, payloads may not.
fn rounded(confidence: f64) -> f64 {
    (confidence * 1000.0).round() / 1000.0
}
