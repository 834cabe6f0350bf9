//! Italian.

use super::profile::{Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "it",
    rules: RuleSupport::Words,
    words: WORDS,
    elides_articles: true,
    locatives: &["a", "in", "ad"],
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "
        signor signora onorevole premier commissario sindaco cavaliere professore dottor dottoressa
    ",
    saying: "disse afferma dichiarato spiegato",
    place_prepositions: "presso",
    organisation_heads: "
        università ministero consiglio commissione partito sindacato federazione banca istituto comune
        camera spa srl guardia agenzia ateneo
    ",
    organisation_first: "università ministero banca gruppo guardia agenzia",
    place_first: "monte lago via piazza",
    particles: "delle",
    function: "
        il lo la i gli le un uno una e o ma perché in nel nella nei nelle di del della dei delle a al alla
        ai alle da dal dalla dai con su sul sulla per tra fra come se quando dove che chi suo sua loro
        questo questa quello non anche già ancora oggi ieri domani è sono era ha hanno secondo dopo
    ",
    determiners: "dell' all' nell' dall' sull' il lo gli",
    ..Words::NONE
};
