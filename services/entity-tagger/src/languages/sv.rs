//! Swedish.

use super::dates::{DateWords, MIDDAY, NIGHT};
use super::profile::{Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "sv",
    home_countries: &["SE"],
    region_words: &["i", "delstaten", "provinsen"],
    office_joints: &["i"],
    rules: RuleSupport::Words,
    words: WORDS,
    genitive_s: true,
    region_joints: &["i"],
    locatives: &["i", "på", "vid", "till", "från"],
    dates: Some(&DATES),
    ..Profile::POOLED
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

const DATES: DateWords = DateWords {
    days: &[
        ("idag i_dag", 0),
        ("igår i_går", -1),
        ("i_förrgår", -2),
        ("imorgon i_morgon", 1),
        ("i_övermorgon", 2),
    ],
    next: "nästa kommande",
    last: "förra senaste",
    this: "denna detta",
    units: ["dag dagar dagen", "vecka veckor veckan", "månad månader månaden", "år året"],
    weekdays: [
        "måndag måndagen",
        "tisdag tisdagen",
        "onsdag onsdagen",
        "torsdag torsdagen",
        "fredag fredagen",
        "lördag lördagen",
        "söndag söndagen",
    ],
    numbers: &[
        ("en ett", 1.0),
        ("två", 2.0),
        ("tre", 3.0),
        ("fyra", 4.0),
        ("fem", 5.0),
        ("sex", 6.0),
        ("sju", 7.0),
        ("åtta", 8.0),
        ("nio", 9.0),
        ("tio", 10.0),
        ("tolv", 12.0),
        ("halv", 0.5),
    ],
    scales: &[("tkr", 1e3), ("milj miljon miljoner", 1e6), ("mdr mrd miljard miljarder", 1e9)],
    currencies: &[
        ("krona kronor kr", "SEK"),
        ("dollar", "USD"),
        ("pund", "GBP"),
        ("yen", "JPY"),
        ("rubel", "RUB"),
        ("öre franc peso", ""),
    ],
    measures: &[("grader", "°"), ("fat", "bbl"), ("hektar", "ha"), ("kilo", "kg"), ("ton", "t"), ("mil", "")],
    percent: "procent",
    minus: "minus",
    before_date: "i sedan från till innan före efter under år",
    ago: "sedan",
    in_before: "om",
    clock_before: "klockan",
    day_parts: &[
        ("på_morgonen på_förmiddagen", 0),
        ("mitt_på_dagen", MIDDAY),
        ("på_eftermiddagen på_kvällen", 12),
        ("på_natten", NIGHT),
    ],
    future: "ska skall kommer väntas planerar planeras",
    past: "
        var blev har hade sade sa kom gick fick tog gav stod föll dog skrev såg slog vann höll beslöt ledde mötte
        köpte sålde krävde begärde greps dömdes hölls tvingades skedde hände dödades skadades uppgav
    ",
    range_joints: "till",
    national_currencies: &[
        ("norska", "kron", "NOK"),
        ("danska", "kron", "DKK"),
        ("isländska", "kron", "ISK"),
        ("tjeckiska", "kron", "CZK"),
        ("schweiziska", "franc", "CHF"),
    ],
    between: ("mellan", "och"),
    half_to: "halv",
    other_days: "nästa_dag följande_dag dagen_efter dagen_före samma_dag",
    last_weekdays: ["måndags", "tisdags", "onsdags", "torsdags", "fredags", "lördags", "söndags"],
    past_endings: "ade ades",
    present: "
        möts öppnar börjar inleds avgörs avgör röstar spelar reser besöker träffar stänger startar håller hålls
        presenterar lanserar sammanträder väljer återvänder tillträder avgår debatterar prövar avslutas
        fortsätter drar släpper anländer samlas tävlar
    ",
    ..DateWords::NONE
};
