//! Faroese.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "fo", home_countries: &["FO"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[("túsund", 1e3), ("millión* mió", 1e6), ("milliard*", 1e9)],
    currencies: &[("krónur krónum kr", "DKK"), ("evrur", "EUR"), ("dollarar", "USD")],
    percent: "prosent",
    ..DateWords::NONE
};
