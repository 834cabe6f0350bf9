//! Arabic.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "أ", "أ.د", "أ.م", "ا", "ب", "ت", "ج", "د", "د.أ", "سم", "ص", "ص.ب", "ط", "ف", "ق", "كلم",
            "كم", "م", "م.م", "هـ",
        ],
        final_before_starter: &["إلخ", "الخ", "ب.م", "ق.م"],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        mirrored_brackets: true,
        ..SentenceRules::NONE
    },
    cues: Cues {
        byline_labels: &["بقلم", "كتب"],
        name_connectors: &["al", "bin"],
        credit_openings: &["إعداد", "تحرير", "تغطية صحفية"],
        notice_openings: &["اقرأ أيضا", "المصدر"],
        caption_openings: &["صورة:", "الصورة:"],
        caption_credits: &["تصوير"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "يناير", "فبراير", "مارس", "أبريل", "إبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
            "أكتوبر", "نوفمبر", "ديسمبر", "أيار", "نيسان", "آذار", "شباط", "تموز", "كانون", "تشرين",
            "الأول", "الثاني", "حزيران", "آب", "أيلول",
        ],
        weekdays: &["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
        date_connectors: &["في", "يوم"],
        agencies: &["wam", "spa", "kuna", "qna", "mena", "sana", "petra"],
        caseless_agencies: &[
            "رويترز", "أ ف ب", "ا ف ب", "أ.ف.ب", "فرانس برس", "د ب أ", "د.ب.أ", "وكالات", "وام", "واس",
            "سانا", "بترا", "شينخوا", "الأناضول",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
