//! Icelandic.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "is", home_countries: &["IS"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("í_dag", 0), ("í_gær", -1), ("á_morgun", 1)],
    weekdays: [
        "mánudag mánudaginn",
        "þriðjudag þriðjudaginn",
        "miðvikudag miðvikudaginn",
        "fimmtudag fimmtudaginn",
        "föstudag föstudaginn",
        "laugardag laugardaginn",
        "sunnudag sunnudaginn",
    ],
    scales: &[("þúsund*", 1e3), ("milljón*", 1e6), ("milljarð*", 1e9)],
    currencies: &[
        ("króna krónur krónum króna kr", "ISK"),
        ("dollar* dala dalir", "USD"),
        ("evra evrur evrum", "EUR"),
        ("pund punda", "GBP"),
    ],
    measures: &[
        ("gráður gráðu gráða", "°"),
        ("kílómetr*", "km"),
        ("tonn tonna tonnum", "t"),
        ("hektar*", "ha"),
    ],
    percent: "prósent prósenta prósentum prósentur",
    minus: "mínus",
    before_date: "árið í frá til",
    range_joints: "til",
    ..DateWords::NONE
};
