//! Kazakh.

use super::abbreviations::AbbreviationLists;
use super::profile::{DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "а", "акад", "б", "гр", "д-р", "ж", "инж", "көш", "обл", "проф", "ред", "т", "т.е", "т.ғ.к",
            "ғ.д", "қ",
        ],
        final_before_starter: &[
            "б.з", "б.з.д", "жж", "кг", "км", "млн", "млрд", "мың", "см", "тг", "ғ", "ғғ",
        ],
        sentence_starters: &[
            "Ал", "Алайда", "Алғашқы", "Біз", "Бір", "Бірақ", "Бұдан", "Бұл", "Бұған", "Енді", "Және",
            "Кейін", "Мен", "Мұнда", "Мұны", "Ол", "Олай", "Олар", "Осы", "Сен", "Содан", "Сол",
            "Сондықтан", "Сонымен", "Соңдай", "Сіз", "Тағы", "Тек", "Үшін", "Әр", "Өз", "Өйткені",
        ],
        final_by_shape: &["т.б", "т.с.с"],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        year_marks: &["ж"],
        ..SharedWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
            "қараша", "желтоқсан",
        ],
        weekdays: &["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"],
        agencies: &["қазақпарат"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
