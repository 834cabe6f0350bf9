//! Bosnian. The lists of Croatian hold its forms, too; the names of the months are those of Serbian.

use super::dates::DateWords;
use super::profile::Profile;
use super::{hr, sr};

pub(super) const PROFILE: Profile =
    Profile { tag: "bs", home_countries: &["BA"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    months: sr::MONTHS,
    currencies: &[
        ("euro eura euri eure evro evra evri evre", "EUR"),
        ("dolar*", "USD"),
        ("funti funta", "GBP"),
        ("jena jeni", "JPY"),
        ("rublja rubalja rublji", "RUB"),
        ("maraka marke marka", "BAM"),
        ("franaka franka franak kruna krune centi dinara", ""),
    ],
    ..hr::DATES
};
