//! Hindi, and Marathi and Nepali, which share its script.

use super::abbreviations::AbbreviationLists;
use super::profile::{DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "आर", "ई", "ए", "एम", "एस", "कु", "के", "जे", "डा", "डी", "डॉ", "नं", "पं", "पी", "पृ", "प्रो",
            "बी", "मि", "मो", "रु", "श्री", "सं", "सी", "सुश्री",
        ],
        final_before_starter: &["इ", "ई.पू", "ईपू"],
        ..AbbreviationLists::NONE
    }),
    datelines: DatelineWords {
        months: &[
            "जनवरी", "फरवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "सितम्बर",
            "अक्टूबर", "अक्तूबर", "नवंबर", "नवम्बर", "दिसंबर", "दिसम्बर",
        ],
        number_words: &["एक", "दो", "तीन", "चार", "पांच", "पाँच", "छह", "सात", "आठ", "नौ"],
        agencies: &["pti", "ani", "ians", "uni"],
        caseless_agencies: &["भाषा", "वार्ता", "पीटीआई", "एएनआई"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
