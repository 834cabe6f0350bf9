//! Kannada. It ends its sentences with the full stop.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "ಅ", "ಆರ್", "ಇ", "ಈ", "ಉದಾ", "ಎ", "ಎಂ", "ಎಕ್ಸ್", "ಎಚ್", "ಎನ್", "ಎಫ್", "ಎಮ್", "ಎಲ್", "ಎಸ್", "ಏ",
            "ಐ", "ಒ", "ಓ", "ಕಿ.ಮೀ", "ಕಿಮೀ", "ಕೆ", "ಕೆ.ಜಿ", "ಕೆಜಿ", "ಕ್ಯೂ", "ಕ್ರಿ.ಪೂ", "ಕ್ರಿ.ಶ", "ಜಿ", "ಜೆ",
            "ಜೆಡ್", "ಜೇ", "ಟಿ", "ಡಬ್ಲ್ಯೂ", "ಡಾ", "ಡಿ", "ನಂ", "ಪಿ", "ಪ್ರೈ", "ಪ್ರೊ", "ಬಿ", "ಮ.ನ.ಪಾ", "ಮಿ.ಮೀ",
            "ಯು", "ರೂ", "ಲಿ", "ವಿ", "ವೈ", "ಶ್ರೀ", "ಶ್ರೀಮತಿ", "ಸಂ", "ಸಿ", "ಸೆಂ.ಮೀ", "ಹೆಚ್",
        ],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        picture_labels: &["ಚಿತ್ರ", "ಫೋಟೊ"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ಜನವರಿ", "ಫೆಬ್ರವರಿ", "ಮಾರ್ಚ್", "ಏಪ್ರಿಲ್", "ಮೇ", "ಜೂನ್", "ಜುಲೈ", "ಆಗಸ್ಟ್", "ಸೆಪ್ಟೆಂಬರ್",
            "ಅಕ್ಟೋಬರ್", "ನವೆಂಬರ್", "ಡಿಸೆಂಬರ್",
        ],
        weekdays: &["ಸೋಮವಾರ", "ಮಂಗಳವಾರ", "ಬುಧವಾರ", "ಗುರುವಾರ", "ಶುಕ್ರವಾರ", "ಶನಿವಾರ", "ಭಾನುವಾರ"],
        ..DatelineWords::NONE
    },
    words: SharedWords {
        speech_verbs: &["ಹೇಳಿದರು", "ಕೇಳಿದರು"],
        ..SharedWords::NONE
    },
    ..Profile::NONE
};
