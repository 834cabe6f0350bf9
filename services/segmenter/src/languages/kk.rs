//! Kazakh.

use super::abbreviations::AbbreviationLists;
use super::profile::Profile;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "а", "акад", "б", "гр", "д-р", "ж", "инж", "көш", "обл", "проф", "ред", "т", "т.б", "т.е",
            "т.с.с", "т.ғ.к", "ғ.д", "қ",
        ],
        final_before_starter: &[
            "б.з", "б.з.д", "жж", "кг", "км", "млн", "млрд", "мың", "см", "тг", "ғ", "ғғ",
        ],
        sentence_starters: &[
            "Ал", "Алайда", "Алғашқы", "Біз", "Бір", "Бірақ", "Бұдан", "Бұл", "Бұған", "Енді", "Және",
            "Кейін", "Мен", "Мұнда", "Мұны", "Ол", "Олай", "Олар", "Осы", "Сен", "Содан", "Сол",
            "Сондықтан", "Сонымен", "Соңдай", "Сіз", "Тағы", "Тек", "Үшін", "Әр", "Өз", "Өйткені",
        ],
        ..AbbreviationLists::NONE
    }),
    ..Profile::NONE
};
