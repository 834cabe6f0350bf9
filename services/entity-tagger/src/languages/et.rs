//! Estonian.

use super::dates::DateWords;
use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    tag: "et",
    home_countries: &["EE"],
    dates: Some(&DATES),
    fast_share: 0.65,
    name_endings: &NAME_ENDINGS,
    ..Profile::POOLED
};

const NAME_ENDINGS: [&str; 13] = ["s", "st", "sse", "l", "lt", "le", "ni", "ga", "ks", "ta", "i", "u", "t"];

const DATES: DateWords = DateWords {
    days: &[("täna", 0), ("eile", -1), ("üleeile", -2), ("homme", 1), ("ülehomme", 2)],
    weekdays: [
        "esmaspäev*",
        "teisipäev*",
        "kolmapäev*",
        "neljapäev*",
        "reede reedel reedest",
        "laupäev*",
        "pühapäev*",
    ],
    months: [
        "jaanuar*",
        "veebruar*",
        "märts märtsis märtsi märtsil",
        "aprill*",
        "mai mais mail",
        "juuni juunis juunil",
        "juuli juulis juulil",
        "august*",
        "septemb*",
        "oktoob*",
        "novemb*",
        "detsemb*",
    ],
    next: "järgmine järgmise järgmisel tuleval tuleva",
    last: "eelmine eelmise eelmisel möödunud",
    this: "sel selle see",
    units: ["päev päeva", "nädal nädala nädalat", "kuu kuud kuul", "aasta aastat aastal"],
    scales: &[
        ("tuhat tuhande tuhandet", 1e3),
        ("miljon*", 1e6),
        ("miljard*", 1e9),
        ("mln", 1e6),
        ("mld", 1e9),
    ],
    currencies: &[
        ("euro*", "EUR"),
        ("dollar*", "USD"),
        ("nael naela", "GBP"),
        ("jeen jeeni", "JPY"),
        ("rubla rublat", "RUB"),
        ("kroon krooni frank franki sent senti", ""),
    ],
    measures: &[
        ("kraad kraadi", "°"),
        ("kilomeet*", "km"),
        ("meeter meetri meetrit", "m"),
        ("tonn tonni", "t"),
        ("hektar*", "ha"),
        ("barrel*", "bbl"),
        ("kilo kilogramm*", "kg"),
    ],
    percent: "protsen*",
    minus: "miinus",
    before_date: "aastal aasta aastast",
    ago: "tagasi eest",
    clock_before: "kell",
    in_after: "pärast",
    numbers: &[
        ("üks ühe", 1.0),
        ("kaks kahe", 2.0),
        ("kolm kolme", 3.0),
        ("neli nelja", 4.0),
        ("viis viie", 5.0),
        ("kuue", 6.0),
        ("seitse seitsme", 7.0),
        ("kaheksa", 8.0),
        ("üheksa", 9.0),
        ("kümme kümne", 10.0),
    ],
    ..DateWords::NONE
};
