//! Tamil.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "ta", home_countries: &["IN", "LK"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    days: &[("இன்று", 0), ("நேற்று", -1), ("நாளை", 1)],
    scales: &[("ஆயிரம்", 1e3), ("லட்சம் இலட்சம்", 1e5), ("கோடி", 1e7), ("மில்லியன்", 1e6), ("பில்லியன்", 1e9)],
    currencies: &[
        ("ரூபாய் ரூபாயில் ரூபாயாக", "INR"),
        ("டாலர் டாலர்கள் அமெரிக்க_டாலர்", "USD"),
        ("யூரோ", "EUR"),
        ("பவுண்டு", "GBP"),
    ],
    before_number: &[("ரூ", "INR"), ("Rs", "INR")],
    measures: &[
        ("டிகிரி", "°"),
        ("கிலோமீட்டர் கிமீ", "km"),
        ("மீட்டர்", "m"),
        ("டன்", "t"),
        ("கிலோ", "kg"),
        ("ஏக்கர்", "acre"),
        ("ஹெக்டேர்", "ha"),
        ("மெகாவாட்", "MW"),
    ],
    percent: "சதவீதம் சதவிகிதம் விழுக்காடு சதவீத",
    ..DateWords::NONE
};
