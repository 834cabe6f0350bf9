//! Georgian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "ka", home_countries: &["GE"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("დღეს", 0), ("გუშინ", -1), ("ხვალ", 1), ("ზეგ", 2)],
    weekdays: ["ორშაბათს", "სამშაბათს", "ოთხშაბათს", "ხუთშაბათს", "პარასკევს", "შაბათს", "კვირას"],
    scales: &[
        ("ათასი ათას ათასამდე ათასზე", 1e3),
        ("მილიონი მილიონ მილიონამდე მლნ", 1e6),
        ("მილიარდი მილიარდ მლრდ", 1e9),
    ],
    currencies: &[
        ("ლარი* ლარს ლარის ლარით ლარამდე", "GEL"),
        ("დოლარ* აშშ_დოლარი", "USD"),
        ("ევრო* ევროს", "EUR"),
        ("რუბლი", "RUB"),
    ],
    measures: &[
        ("გრადუს*", "°"),
        ("კილომეტრ*", "km"),
        ("მეტრი მეტრს", "m"),
        ("ტონა ტონას", "t"),
        ("ჰექტარ*", "ha"),
        ("კილოგრამ*", "kg"),
        ("ბარელი", "bbl"),
    ],
    percent: "პროცენტ*",
    minus: "მინუს",
    ..DateWords::NONE
};
