//! Korean.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile { tag: "ko", writes_units_in_latin: true, ..Profile::BASE };

/// Particles that are written onto a word in Hangul, in articles of any language. Longest first.
pub(crate) const PARTICLES: [&str; 20] = [
    "에서는",
    "에게서",
    "으로는",
    "에서",
    "에게",
    "으로",
    "부터",
    "까지",
    "이라",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "도",
];

/// A particle that is cut off a word in Latin letters, but not off one in Hangul.
pub(crate) const PARTICLE_AFTER_LATIN: &str = "로";

/// Endings of number words.
pub(crate) const NUMBER_ENDINGS: [char; 3] = ['만', '억', '천'];
