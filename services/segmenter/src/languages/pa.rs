//! Punjabi. It ends its sentences with the danda.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "ਆਈ", "ਆਰ", "ਇੰਜ", "ਈ", "ਏ", "ਐਕਸ", "ਐਚ", "ਐਡ", "ਐਨ", "ਐਫ", "ਐਮ", "ਐਲ", "ਐਸ", "ਐੱਚ", "ਐੱਨ", "ਐੱਫ",
            "ਐੱਮ", "ਐੱਲ", "ਐੱਸ", "ਓ", "ਕਿ.ਗ੍ਰਾ", "ਕਿ.ਮੀ", "ਕਿਊ", "ਕਿਮੀ", "ਕੁ", "ਕੇ", "ਗਿ", "ਜ਼ਿ", "ਜ਼ੈੱਡ",
            "ਜੀ", "ਜੇ", "ਟੀ", "ਡਬਲਿਊ", "ਡਾ", "ਡੀ", "ਤਹਿ", "ਨੰ", "ਪੀ", "ਪ੍ਰਾ", "ਪ੍ਰਿੰ", "ਪ੍ਰੋ", "ਪੰ", "ਬੀ",
            "ਯੂ", "ਰੁ", "ਰੂ", "ਲਿ", "ਵਾਈ", "ਵੀ", "ਸ", "ਸ਼੍ਰੀ", "ਸੀ", "ਸ੍ਰ", "ਸ੍ਰੀ", "ਸ੍ਰੀਮਤੀ",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        danda: true,
        ..SentenceRules::NONE
    },
    cues: Cues {
        picture_labels: &["ਫੋਟੋ", "ਤਸਵੀਰ"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ਜਨਵਰੀ", "ਫ਼ਰਵਰੀ", "ਮਾਰਚ", "ਅਪ੍ਰੈਲ", "ਮਈ", "ਜੂਨ", "ਜੁਲਾਈ", "ਅਗਸਤ", "ਸਤੰਬਰ", "ਅਕਤੂਬਰ", "ਨਵੰਬਰ",
            "ਦਸੰਬਰ",
        ],
        weekdays: &["ਸੋਮਵਾਰ", "ਮੰਗਲਵਾਰ", "ਬੁੱਧਵਾਰ", "ਵੀਰਵਾਰ", "ਸ਼ੁੱਕਰਵਾਰ", "ਸ਼ਨੀਵਾਰ", "ਐਤਵਾਰ"],
        ..DatelineWords::NONE
    },
    words: SharedWords {
        speech_verbs: &["ਕਿਹਾ", "ਪੁੱਛਿਆ", "ਦੱਸਿਆ", "ਬੋਲੇ"],
        ..SharedWords::NONE
    },
    ..Profile::NONE
};
