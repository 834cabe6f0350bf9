//! Russian.

use super::common;
use super::profile::{Declension, Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "ru",
    rules: RuleSupport::Words,
    words: WORDS,
    adjective_endings: &common::SLAVIC_ADJECTIVE_ENDINGS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    locatives: &["в", "во", "из"],
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "
        президент президента президентом премьер-министр премьер министр глава господин канцлер король
        генерал губернатор депутат
    ",
    saying: "сказал сказала заявил заявила сообщил сообщила отметил",
    organisation_heads: "
        министерство университет институт комитет совет партия дума банк агентство суд комиссия компания
    ",
    organisation_first: "министерство университет институт комитет",
    function: "
        и в во на с со к по из от до за о об у не но а что как это он она они мы вы я его её их все при для
        после между если когда так же уже только еще ещё также однако
    ",
    ..Words::NONE
};
