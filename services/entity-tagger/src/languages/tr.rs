//! Turkish.

use super::dates::DateWords;
use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "tr",
    home_countries: &["TR"],
    words: WORDS,
    case_endings_after_apostrophe: true,
    locative_endings: &["da", "de", "ta", "te", "dan", "den", "tan", "ten"],
    ordinary_places: &["Ordu", "Van", "Batman", "Düzce", "Uşak", "Kilis"],
    dates: Some(&DATES),
    fast_share: 0.65,
    ..Profile::POOLED
};

const WORDS: Words = Words {
    titles: "cumhurbaşkanı başbakan başkanı bakanı prof dr",
    place_nouns: "ilçesinde ilçesi ili ilinde valisi valiliği kentinde şehrinde",
    organisation_heads: "
        üniversitesi bakanlığı odası başkanlığı müdürlüğü belediyesi derneği vakfı
    ",
    place_last: "barajı dağı gölü nehri",
    function: "ve bir bu da de için ile olarak daha çok olan gibi ancak ama o",
    calendar: "
        ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba
        perşembe cuma
    ",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    days: &[("bugün", 0), ("dün", -1), ("evvelki_gün", -2), ("yarın", 1)],
    weekdays: ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar_günü"],
    months: [
        "ocakta ocak'ta",
        "şubatta",
        "martta",
        "nisanda",
        "mayısta",
        "haziranda",
        "temmuzda",
        "ağustosta",
        "eylülde",
        "ekimde",
        "kasımda",
        "aralıkta",
    ],
    next: "gelecek önümüzdeki",
    last: "geçen",
    this: "bu",
    scales: &[("bin", 1e3), ("milyon mn", 1e6), ("milyar mlr", 1e9), ("trilyon", 1e12)],
    currencies: &[
        ("lira lirayı liraya liralık liradan lirası tl ₺", "TRY"),
        ("dolar dolarlık doları dolara dolardan", "USD"),
        ("avro euro avroluk euroluk avroya", "EUR"),
        ("sterlin", "GBP"),
        ("yen", "JPY"),
        ("ruble", "RUB"),
        ("frank", ""),
    ],
    minor_units: &[("kuruş", "TRY")],
    measures: &[
        ("derece", "°"),
        ("ton tonluk", "t"),
        ("varil", "bbl"),
        ("hektar* hektarlık", "ha"),
        ("dönüm", ""),
        ("kilometre kilometrelik", "km"),
        ("metre metrelik", "m"),
        ("kilogram kilo", "kg"),
        ("litre", "l"),
        ("megavat", "MW"),
    ],
    percent_before: "yüzde",
    minus: "eksi",
    before_date: "yılında yılı",
    ago: "önce",
    in_after: "sonra",
    national_currencies: &[
        ("amerikan", "dolar", "USD"),
        ("kanada", "dolar", "CAD"),
        ("isviçre", "frang", "CHF"),
    ],
    other_days: "ertesi_gün ertesi_günü",
    numbers: &[
        ("bir", 1.0),
        ("iki", 2.0),
        ("üç", 3.0),
        ("dört", 4.0),
        ("beş", 5.0),
        ("altı", 6.0),
        ("yedi", 7.0),
        ("sekiz", 8.0),
        ("dokuz", 9.0),
        ("yarım", 0.5),
    ],
    clock_before: "saat saati",
    ..DateWords::NONE
};
