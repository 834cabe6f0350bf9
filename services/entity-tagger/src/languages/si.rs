//! Sinhala.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile =
    Profile { tag: "si", home_countries: &["LK"], dates: Some(&DATES), ..Profile::BASE };

const DATES: DateWords = DateWords {
    scales: &[
        ("දහස් දහසක්", 1e3),
        ("ලක්ෂ ලක්ෂයක්", 1e5),
        ("මිලියන මිලියනයක්", 1e6),
        ("බිලියන බිලියනයක්", 1e9),
        ("කෝටි", 1e7),
    ],
    currencies: &[("රුපියල් රුපියලක්", "LKR"), ("ඩොලර් ඩොලරයක්", "USD"), ("යූරෝ", "EUR")],
    before_number: &[("රු", "LKR")],
    percent: "සියයට_ප්‍රතිශතය",
    percent_before: "සියයට",
    ..DateWords::NONE
};
