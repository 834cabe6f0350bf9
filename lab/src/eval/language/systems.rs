//! The detector and its peers behind one interface.

use language_detector::LanguageDetector;
use messages::UNDETERMINED;

use crate::{languages::canonical, metrics::classification::Answer};

/// A system that names the language of a text.
pub(super) enum System<'p> {
    /// Our stage.
    Detector(&'p LanguageDetector),
    /// whatlang on the raw text.
    Whatlang,
    /// whichlang on the raw text. It always answers, and has no confidence.
    #[cfg(feature = "peers")]
    Whichlang,
    /// lingua on the raw text, with all its languages in its accurate mode.
    #[cfg(feature = "peers")]
    Lingua(Box<lingua::LanguageDetector>),
}

impl<'p> System<'p> {
    /// Returns the detector and whatlang.
    pub(super) fn usual(detector: &'p LanguageDetector) -> Vec<Self> {
        vec![Self::Detector(detector), Self::Whatlang]
    }

    /// Returns the detector and every peer that this build has.
    pub(super) fn all(detector: &'p LanguageDetector) -> Vec<Self> {
        let usual = Self::usual(detector);
        #[cfg(feature = "peers")]
        let usual = {
            let lingua = lingua::LanguageDetectorBuilder::from_all_languages().build();
            usual.into_iter().chain([Self::Whichlang, Self::Lingua(Box::new(lingua))]).collect()
        };
        usual
    }

    /// Returns the name in the tables.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Detector(_) => "detector",
            Self::Whatlang => "whatlang",
            #[cfg(feature = "peers")]
            Self::Whichlang => "whichlang",
            #[cfg(feature = "peers")]
            Self::Lingua(_) => "lingua",
        }
    }

    /// Returns the step through the texts: lingua reads one in twenty, because it takes milliseconds for
    /// each.
    pub(super) fn stride(&self) -> usize {
        match self {
            #[cfg(feature = "peers")]
            Self::Lingua(_) => 20,
            _ => 1,
        }
    }

    /// Returns the system's answer for `text` with the right one.
    pub(super) fn answer(&self, text: &str, gold: &str) -> Answer {
        let (predicted, confidence, reliable) = match self {
            Self::Detector(detector) => {
                let found = detector.detect("", text, None);
                let best = found.candidates.first();
                let named = best.map_or(UNDETERMINED, |best| canonical(best.language.iso639_3));
                (named.to_owned(), best.map_or(0.0, |best| best.confidence), found.reliable)
            }
            Self::Whatlang => whatlang::detect(text).map_or_else(
                || (UNDETERMINED.to_owned(), 0.0, false),
                |found| (canonical(found.lang().code()).to_owned(), found.confidence(), found.is_reliable()),
            ),
            #[cfg(feature = "peers")]
            Self::Whichlang => {
                let code = whichlang::detect_language(text).three_letter_code();
                (canonical(code).to_owned(), 1.0, true)
            }
            #[cfg(feature = "peers")]
            Self::Lingua(detector) => {
                let values = detector.compute_language_confidence_values(text);
                let best = values.first().filter(|(_, confidence)| *confidence > 0.0);
                best.map_or_else(
                    || (UNDETERMINED.to_owned(), 0.0, false),
                    |(language, confidence)| {
                        let code = language.iso_code_639_3().to_string().to_lowercase();
                        (canonical(&code).to_owned(), *confidence, true)
                    },
                )
            }
        };
        Answer { gold: gold.to_owned(), predicted, confidence, reliable }
    }
}
