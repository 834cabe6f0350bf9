//! Swedish.

use super::profile::{Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "sv",
    rules: RuleSupport::Words,
    words: WORDS,
    genitive_s: true,
    locatives: &["i", "på", "vid", "till", "från"],
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "statsminister utrikesminister statsråd kung drottning",
    saying: "sade säger",
    place_prepositions: "från till nära vid",
    place_nouns: "staden",
    organisation_heads: "
        universitet regeringen riksdagen partiet förbundet myndigheten kommunen universitetet ab
        lantbruksuniversitet länsstyrelsen
    ",
    place_last: "gatan vägen sjön älv ön",
    function: "
        och eller men att i på av för med till från om som är var har hade den det de en ett han hon vi jag
        du man sig sin inte också när efter enligt under mot vid så nu där här alla många detta denna dessa
        kan ska skulle
    ",
    ..Words::NONE
};
