//! Persian.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceModel, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &["ا", "ب", "ج", "دکتر", "ر.ک", "ص", "م", "ه.ش", "ه.ق", "پ", "ک"],
        final_before_starter: &["ق.م"],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::CreditColon(&[
            "ایرنا", "ایسنا", "خبر", "مهر", "فارس", "تسنیم", "ایلنا",
        ])),
        mirrored_brackets: true,
        model: SentenceModel::UniformText,
        ..SentenceRules::NONE
    },
    cues: Cues {
        byline_labels: &["نویسنده"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        agencies: &["irna", "mehr", "fars", "isna"],
        caseless_agencies: &["ایرنا", "ایسنا"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
