//! Gujarati.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "gu", home_countries: &["IN"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("આજે", 0), ("ગઈકાલે", -1), ("આવતીકાલે", 1)],
    scales: &[("હજાર", 1e3), ("લાખ", 1e5), ("કરોડ કરોડનો કરોડની કરોડના કરોડનું", 1e7), ("અબજ", 1e9)],
    currencies: &[("રૂપિયા રૂપિયાનો રૂપિયાની રૂપિયાના રૂપિયાનું", "INR"), ("ડૉલર ડોલર", "USD"), ("યુરો", "EUR")],
    before_number: &[("રૂ", "INR"), ("Rs", "INR")],
    measures: &[
        ("કિલોમીટર કિમી", "km"),
        ("મીટર", "m"),
        ("ટન", "t"),
        ("કિલો", "kg"),
        ("ડિગ્રી", "°"),
        ("હેક્ટર", "ha"),
    ],
    percent: "ટકા ટકાનો",
    ..DateWords::NONE
};
