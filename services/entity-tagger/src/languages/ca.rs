//! Catalan.

use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile =
    Profile { tag: "ca", words: WORDS, elides_articles: true, ..Profile::BASE };

const WORDS: Words = Words { organisation_first: "universitat", ..Words::NONE };
