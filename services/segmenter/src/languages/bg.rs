//! Bulgarian, and Macedonian with it.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "акад", "ал", "бул", "вж", "г-жа", "г-н", "г-ца", "ген", "гр", "д-р", "доц", "инж", "кап",
            "лейт", "напр", "обл", "общ", "пл", "полк", "проф", "рис", "с", "св", "срв", "ст", "стр",
            "т.е", "т.н", "т.нар", "табл", "тел", "ул", "чл",
        ],
        final_before_starter: &[
            "в", "г", "др", "и.д", "кг", "км", "лв", "мин", "млн", "млрд", "н.е", "пр.хр", "сек", "см",
            "хил", "ч",
        ],
        final_by_shape: &["авг", "апр", "дек", "ноем", "окт", "септ", "февр", "ян"],
        sentence_starters: &[
            "А", "Аз", "Ако", "Без", "Беше", "В", "Вече", "Все", "Всички", "Във", "Да", "Днес", "До",
            "Докато", "За", "Затова", "Защо", "И", "Или", "Има", "Имат", "Как", "Като", "Когато", "Кой",
            "Към", "Между", "Ми", "Може", "Моят", "На", "Над", "Не", "Него", "Ние", "Но", "Няма", "О",
            "Обаче", "Освен", "От", "Още", "Пак", "По", "Под", "Поради", "Преди", "През", "При", "С",
            "Само", "Сега", "След", "Според", "Сред", "Със", "Тази", "Така", "Там", "Те", "Тези", "То",
            "Това", "Тогава", "Този", "Той", "Трябва", "Тя", "У", "Хората", "Че", "Ще",
        ],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        units: &["м", "км", "кг"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_words: &["от", "автор"],
        byline_labels: &["автор"],
        name_connectors: &["и", "в"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври",
            "ноември", "декември",
        ],
        date_connectors: &["г"],
        place_connectors: &["и", "на"],
        agencies: &["bta"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
