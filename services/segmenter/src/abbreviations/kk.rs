//! Abbreviations of Kazakh.

use super::Abbreviations;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Abbreviations = Abbreviations {
    never_final: &[
        "а", "акад", "б", "гр", "д-р", "ж", "инж", "көш", "обл", "проф", "ред", "т", "т.б", "т.е", "т.с.с",
        "т.ғ.к", "ғ.д", "қ",
    ],
    final_before_starter: &[
        "б.з", "б.з.д", "жж", "кг", "км", "млн", "млрд", "мың", "см", "тг", "ғ", "ғғ",
    ],
    final_by_shape: &[],
    sentence_starters: &[
        "Ал", "Алайда", "Алғашқы", "Біз", "Бір", "Бірақ", "Бұдан", "Бұл", "Бұған", "Енді", "Және", "Кейін",
        "Мен", "Мұнда", "Мұны", "Ол", "Олай", "Олар", "Осы", "Сен", "Содан", "Сол", "Сондықтан", "Сонымен",
        "Соңдай", "Сіз", "Тағы", "Тек", "Үшін", "Әр", "Өз", "Өйткені",
    ],
    ordinal_stops: false,
};
