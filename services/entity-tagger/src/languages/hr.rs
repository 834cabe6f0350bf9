//! Croatian.

use super::common;
use super::dates::DateWords;
use super::profile::{Declension, Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "hr",
    home_countries: &["HR", "BA"],
    rules: RuleSupport::Words,
    words: WORDS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    stem_changes: &[("c", "ka")],
    locatives: &["u", "iz"],
    dates: Some(&DATES),
    fast_share: 0.25,
    ..Profile::POOLED
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

pub(super) const DATES: DateWords = DateWords {
    days: &[("danas", 0), ("jučer juče", -1), ("prekjučer prekjuče", -2), ("sutra", 1), ("prekosutra", 2)],
    weekdays: [
        "ponedjeljak ponedjeljka ponedjeljkom ponedeljak ponedeljka",
        "utorak utorka utorkom",
        "srijeda srijedu srijede sreda sredu srede",
        "četvrtak četvrtka",
        "petak petka petkom",
        "subota subotu subote",
        "nedjelja nedjelju nedjelje nedelja nedelju nedelje",
    ],
    months: [
        "siječanj siječnja siječnju",
        "veljača veljače veljači",
        "ožujak ožujka ožujku",
        "travanj travnja travnju",
        "svibanj svibnja svibnju",
        "lipanj lipnja lipnju",
        "srpanj srpnja srpnju",
        "kolovoz kolovoza kolovozu",
        "rujan rujna rujnu",
        "listopad listopada listopadu",
        "studeni studenoga studenog studenom",
        "prosinac prosinca prosincu",
    ],
    next: "sljedeći sljedeće sljedećeg sljedeću idući iduće iduću idućeg sledeće sledeći naredne naredni",
    last: "prošli prošle prošlu prošlog protekli protekle",
    this: "ovaj ove ovu ovog",
    units: [
        "dan dana dani",
        "tjedan tjedna tjedana nedelja sedmica sedmice",
        "mjesec mjeseca mjeseci mesec meseca meseci",
        "godina godine godinu godini",
    ],
    numbers: &[
        ("jedan jedna jednu", 1.0),
        ("dva dvije dve", 2.0),
        ("tri", 3.0),
        ("četiri", 4.0),
        ("pet", 5.0),
        ("šest", 6.0),
        ("sedam", 7.0),
        ("osam", 8.0),
        ("devet", 9.0),
        ("deset", 10.0),
        ("pola", 0.5),
    ],
    scales: &[("tis tisuć* hiljad*", 1e3), ("mil mln milijun* milion*", 1e6), ("mlrd mld milijard*", 1e9)],
    currencies: &[
        ("euro eura euri eure evro evra evri evre", "EUR"),
        ("dolar*", "USD"),
        ("funti funta", "GBP"),
        ("jena jeni", "JPY"),
        ("rublja rubalja rublji", "RUB"),
        ("kuna kune kn", "HRK"),
        ("franaka franka franak kruna krune centi", ""),
    ],
    measures: &[
        ("stupnjeva stupanj stupnja stepeni stepen", "°"),
        ("tona tone tonu", "t"),
        ("barela barel", "bbl"),
        ("hektar*", "ha"),
        ("kilomet*", "km"),
        ("metara metar metra", "m"),
        ("kilogram* kila kilo", "kg"),
        ("megavat*", "MW"),
    ],
    percent: "posto postotak postotka odsto odstotak procenat procenata procenta procent",
    minus: "minus",
    before_date: "u od do godine godinu prije nakon pre posle",
    ago_before: "prije pre",
    in_before: "za",
    edges: "kraj kraja početak početkom početka sredinom krajem",
    clock: "sati sata h časova",
    future: "će ćemo ćete biće treba trebao trebala trebali planira planiraju",
    past: "je su smo bio bila bilo bili bile",
    range_joints: "do",
    national_currencies: &[
        ("švicarskih", "franak", "CHF"),
        ("švicarskih", "franaka", "CHF"),
        ("čeških", "krun", "CZK"),
        ("švedskih", "krun", "SEK"),
    ],
    other_days: "sljedeći_dan sljedećeg_dana idućeg_dana dan_kasnije dan_ranije istog_dana",
    present: "
        počinje počinju otvara otvaraju održava održavaju sastaje sastaju odlučuje odlučuju glasa glasaju bira
        biraju igra igraju putuje putuju stiže stižu završava završavaju dolazi dolaze gostuje gostuju nastupa
        nastupaju predstavlja predstavljaju posjećuje posjećuju nastavlja nastavljaju raspravlja raspravljaju
        slijedi izlazi izlaze zatvara zatvaraju
    ",
    ..DateWords::NONE
};
