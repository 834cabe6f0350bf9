//! Croatian.

use super::common;
use super::profile::{Declension, Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "hr",
    rules: RuleSupport::Words,
    words: WORDS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    locatives: &["u", "iz"],
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "
        predsjednik predsjednica premijer premijerka ministar ministrica gradonačelnik kancelar
    ",
    saying: "
        rekao rekla kaže izjavio izjavila dodao dodala tvrdi poručio istaknuo istaknula
    ",
    place_prepositions: "u iz kod",
    place_nouns: "gradu grad otok selo",
    organisation_heads: "
        sveučilište ministarstvo vlada stranka savez udruga zavod banka uprava sud sabor d.o.o d.d
    ",
    organisation_first: "ministarstvo sveučilište",
    place_last: "otok rijeka jezero more ulica trg županija",
    place_first: "otok rijeka",
    function: "
        i u na o s sa se su je da za od do iz po kako što koji koja koje ali ili a nije nisu bio bila bilo
        će bi ne to taj ta te ova ovaj ovo on ona oni mi vi ja prema nakon prije kod kad kada ako jer
        također samo još već vrlo svi sve dok tako zbog uz oko među bez
    ",
    ..Words::NONE
};
