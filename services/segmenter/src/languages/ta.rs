//! Tamil. It ends its sentences with the full stop. Initials come before the name: `மு.வே. கண்ணன்`.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "அ", "அ.தி.மு.க", "ஆ", "ஆர்", "இ", "இசட்", "ஈ", "உ", "எ", "எ.கா", "எஃப்", "எக்ஸ்", "எச்", "எண்",
            "என்", "எம்", "எல்", "எஸ்", "ஏ", "ஐ", "ஒ", "ஒய்", "ஓ", "க", "கி.கி", "கி.பி", "கி.மீ", "கி.மு",
            "கிமீ", "கியூ", "கு", "கே", "கோ", "ச", "சா", "சி", "சீ", "சு", "செ.மீ", "செல்வி", "சே", "சோ",
            "சௌ", "ஜ", "ஜா", "ஜி", "ஜெ", "ஜே", "ஞா", "டபிள்யூ", "டா", "டி", "த", "தி.மு.க", "திரு", "திருமதி",
            "து", "தொ", "ந", "நா", "நி", "நி.மி", "நெ", "ப", "பக்", "பா", "பா.ஜ.க", "பா.ம.க", "பி", "பி.ப",
            "பு", "பூ", "பெ", "பேரா", "பொ", "பொறி", "ம", "ம.தி.மு.க", "மரு", "மா", "மி.மீ", "மீ", "மு",
            "மு.ப", "முனை", "மேற்", "மோ", "ய", "யு", "ர", "ரா", "ரூ", "ரெ", "ல", "லி", "லிட்", "வ", "வழ",
            "வி", "வீ", "வே", "ஷ", "ஸ", "ஹ",
        ],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        newsrooms: &[
            "நமது நிருபர்",
        ],
        picture_labels: &["படம்", "புகைப்படம்"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ஜனவரி", "பிப்ரவரி", "மார்ச்", "ஏப்ரல்", "மே", "ஜூன்", "ஜூலை", "ஆகஸ்ட்", "செப்டம்பர்",
            "அக்டோபர்", "நவம்பர்", "டிசம்பர்",
        ],
        weekdays: &["திங்கள்", "செவ்வாய்", "புதன்", "வியாழன்", "வெள்ளி", "சனி", "ஞாயிறு"],
        ..DatelineWords::NONE
    },
    words: SharedWords {
        speech_verbs: &["கூறினார்", "கேட்டார்", "சொன்னார்", "என்றார்"],
        ..SharedWords::NONE
    },
    ..Profile::NONE
};
