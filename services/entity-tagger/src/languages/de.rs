//! German.

use super::dates::DateWords;
use super::profile::{CompanyKinds, Declension, Profile, RuleSupport};
use super::words::{Honorific, PersonWords, Words};

pub(super) const PROFILE: Profile = Profile {
    tag: "de",
    home_countries: &["DE", "AT", "CH"],
    region_words: &[
        "in",
        "im",
        "der",
        "dem",
        "US-Bundesstaat",
        "Bundesstaat",
        "Bundesland",
        "Provinz",
        "kanadischen",
    ],
    office_joints: &["von"],
    rules: RuleSupport::Words,
    words: WORDS,
    capitalises_nouns: true,
    ordinary_places: &[
        "Essen", "Halle", "Hagen", "Hof", "Leer", "Rain", "Singen", "Waren", "Weiden", "Weil", "Wesen",
    ],
    region_joints: &["in"],
    region_adjectives: &REGION_ADJECTIVES,
    genitive_s: true,
    declension: Declension::WeakAdjectives,
    honorifics: &[Honorific::before_person("Herr"), Honorific::before_person("Frau")],
    person_words: Some(&PERSON_WORDS),
    company_kinds: Some(CompanyKinds {
        endings: &["er", "konzern", "firma", "unternehmen"],
        articles: &["der", "Der", "dem", "den", "vom", "beim", "die", "Die", "das", "Das"],
    }),
    patterns: None,
    dates: Some(&DATES),
    ..Profile::POOLED
};

const PERSON_WORDS: PersonWords = PersonWords {
    country_given_names: &[],
    calendar_given_names: &[],
    verbs: &[],
    calendar_verbs: &[],
    roles: &[],
    verbs_with_persons: &[],
    foreign_particles: &[
        "von", "vom", "zu", "zum", "zur", "van", "de", "den", "ten", "ter", "bin", "ibn", "af", "di",
        "della", "dos", "du",
    ],
};

const REGION_ADJECTIVES: [(&str, &str); 44] = [
    ("ägyptisch", "EG"),
    ("amerikanisch", "US"),
    ("argentinisch", "AR"),
    ("australisch", "AU"),
    ("belgisch", "BE"),
    ("brasilianisch", "BR"),
    ("britisch", "GB"),
    ("bulgarisch", "BG"),
    ("chilenisch", "CL"),
    ("chinesisch", "CN"),
    ("dänisch", "DK"),
    ("englisch", "GB"),
    ("finnisch", "FI"),
    ("französisch", "FR"),
    ("griechisch", "GR"),
    ("indisch", "IN"),
    ("irisch", "IE"),
    ("israelisch", "IL"),
    ("italienisch", "IT"),
    ("japanisch", "JP"),
    ("kalifornisch", "US-CA"),
    ("kanadisch", "CA"),
    ("kolumbianisch", "CO"),
    ("kroatisch", "HR"),
    ("libanesisch", "LB"),
    ("libysch", "LY"),
    ("mexikanisch", "MX"),
    ("niederländisch", "NL"),
    ("norwegisch", "NO"),
    ("polnisch", "PL"),
    ("portugiesisch", "PT"),
    ("rumänisch", "RO"),
    ("russisch", "RU"),
    ("schwedisch", "SE"),
    ("spanisch", "ES"),
    ("südafrikanisch", "ZA"),
    ("texanisch", "US-TX"),
    ("tschechisch", "CZ"),
    ("türkisch", "TR"),
    ("ukrainisch", "UA"),
    ("ungarisch", "HU"),
    ("US-amerikanisch", "US"),
    ("venezolanisch", "VE"),
    ("walisisch", "GB"),
];

const WORDS: Words = Words {
    titles: "
        präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin
        ministerpräsident ministerpräsidentin außenminister außenministerin innenminister innenministerin
        finanzminister finanzministerin verteidigungsminister verteidigungsministerin wirtschaftsminister
        wirtschaftsministerin gesundheitsminister umweltministerin umweltminister justizminister
        justizministerin premierminister premierministerin staatschef regierungschef regierungschefin
        parteichef parteichefin bürgermeister bürgermeisterin oberbürgermeister herr frau könig königin
        prinz prinzessin papst professorin general oberst trainer bundestrainer sprecher sprecherin
        us-präsident abgeordnete abgeordneter senatorin kaiser fürst graf pfarrer bischof kardinal
    ",
    roles: "
        schauspieler schauspielerin sänger sängerin autor autorin schriftsteller regisseur regisseurin
        politiker politikerin sprecherin torwart stürmer mittelfeldspieler verteidiger kapitän experte
        expertin forscher chefin chef ehefrau ehemann sohn tochter bruder schwester vater mutter gründer
        vorsitzender vorsitzende vorsitzenden präsident trainer anwalt anwältin komponist maler philosoph
    ",
    saying: "
        sagte sagt erklärte betonte kritisierte forderte warnte teilte meinte twitterte schrieb bekräftigte
        starb
    ",
    place_prepositions: "in aus nach bei nahe nördlich südlich östlich westlich",
    place_nouns: "stadt dorf provinz hauptstadt insel",
    organisation_heads: "
        universität hochschule ministerium bundesamt amt behörde kommission gericht landgericht amtsgericht
        oberlandesgericht bundesgerichtshof parlament landtag bundestag partei verband gewerkschaft
        gesellschaft stiftung verein institut akademie bank sparkasse konzern zeitung verlag fraktion
        bundesregierung polizei gmbh ag kg se e.v außenministerium innenministerium finanzministerium
        verteidigungsministerium klinikum krankenhaus
    ",
    organisation_first: "universität institut bundesamt bundesministerium verband ministerium",
    place_last: "
        fluss see meer bucht insel inseln gebirge berg tal wald straße strasse platz brücke flughafen
        bahnhof schloss burg kreis landkreis stadion
    ",
    place_first: "sankt",
    misc_last: "
        krieg pokal preis gesetz vertrag abkommen olympiade meisterschaft weltmeisterschaft
    ",
    function: "
        der die das den dem des ein eine einer einem einen eines und oder aber denn sondern in im an am auf
        aus bei beim mit nach seit von vom zu zum zur für gegen ohne um durch über unter vor hinter neben
        zwischen während wegen trotz als wie wenn weil dass ob obwohl er sie es wir ihr ich du sein seine
        ihre unser dieser diese dieses jener jede jeder jedes alle viele einige mehrere kein keine nicht
        auch noch schon nur sehr so da dort hier jetzt heute gestern morgen doch dann danach dabei damit
        dazu davon darüber allerdings außerdem jedoch zudem nun was wer wo wann warum wieso ist sind war
        waren hat haben hatte hatten wird werden wurde wurden kann können soll sollen muss müssen bereits
        laut nachdem bevor bis insgesamt zwei drei vier fünf
    ",
    calendar: "
        januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag
        samstag sonnabend sonntag
    ",
    directions: "nord süd ost",
    determiners: "der die das den dem des",
    conjunctions: "und",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    months: [
        "januar jänner",
        "februar feber",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    weekdays: [
        "montag montagabend montagmorgen",
        "dienstag dienstagabend dienstagmorgen",
        "mittwoch mittwochabend mittwochmorgen",
        "donnerstag donnerstagabend donnerstagmorgen",
        "freitag freitagabend freitagmorgen",
        "samstag sonnabend samstagabend",
        "sonntag sonntagabend",
    ],
    days: &[("heute", 0), ("gestern", -1), ("vorgestern", -2), ("übermorgen", 2)],
    next: "nächste nächsten nächster nächstes kommende kommenden kommender kommendes",
    last: "letzte letzten letzter letztes vergangene vergangenen vergangener vergangenes vorige vorigen",
    this: "diese diesen dieser dieses diesem",
    units: ["tag tage tagen", "woche wochen", "monat monate monaten monats", "jahr jahre jahren jahres"],
    numbers: &[
        ("ein", 1.0),
        ("eine", 1.0),
        ("einem", 1.0),
        ("einer", 1.0),
        ("zwei", 2.0),
        ("drei", 3.0),
        ("vier", 4.0),
        ("fünf", 5.0),
        ("sechs", 6.0),
        ("sieben", 7.0),
        ("acht", 8.0),
        ("neun", 9.0),
        ("zehn", 10.0),
        ("elf", 11.0),
        ("zwölf", 12.0),
        ("zwanzig", 20.0),
        ("hundert", 100.0),
        ("eineinhalb anderthalb", 1.5),
        ("zweieinhalb", 2.5),
        ("dreieinhalb", 3.5),
        ("halbe halben halber halb", 0.5),
    ],
    scales: &[
        ("tausend tsd", 1e3),
        ("million mill", 1e6),
        ("millionen", 1e6),
        ("mio", 1e6),
        ("milliarde", 1e9),
        ("milliarden", 1e9),
        ("mrd", 1e9),
        ("billion", 1e12),
        ("billionen", 1e12),
        ("billiarde billiarden", 1e15),
    ],
    currencies: &[
        ("euro euros", "EUR"),
        ("dollar dollars", "USD"),
        ("pfund", "GBP"),
        ("franken", "CHF"),
        ("yen", "JPY"),
        ("yuan", "CNY"),
        ("rubel", "RUB"),
        ("cent", ""),
        ("kronen peso pesos", ""),
        ("zloty", "PLN"),
        ("mark", "DEM"),
    ],
    measures: &[
        ("kilometer kilometern km", "km"),
        ("meter metern", "m"),
        ("zentimeter zentimetern cm", "cm"),
        ("millimeter mm", "mm"),
        ("tonnen tonne", "t"),
        ("kilogramm kilo kg", "kg"),
        ("gramm", "g"),
        ("hektar", "ha"),
        ("quadratmeter", "m²"),
        ("quadratkilometer quadratkilometern", "km²"),
        ("kubikmeter", "m³"),
        ("liter litern", "l"),
        ("grad", "°"),
        ("barrel", "bbl"),
        ("megawatt", "MW"),
        ("gigawatt", "GW"),
    ],
    percent: "prozent",
    minus: "minus",
    in_before: "in",
    ordinals: &[("ersten erster", 1), ("zweiten zweiter", 2), ("dritten dritter", 3), ("vierten", 4)],
    day_parts: &[
        ("uhr_morgens uhr_früh morgens am_morgen", 0),
        ("uhr_nachmittags uhr_abends nachmittags abends am_nachmittag am_abend", 12),
    ],
    subordinators: &["dass", "ob", "wonach"],
    of: "des der",
    range_joints: "bis",
    minor_units: &[("eurocent", "EUR"), ("rappen", "CHF")],
    before_number: &[("Fr", "CHF"), ("SFr", "CHF"), ("Sfr", "CHF"), ("Rp", "IDR")],
    bare_months: true,
    before_date: "im in seit bis ab vom am ende anfang mitte jahr von zwischen",
    ago_before: "vor",
    edges: "ende anfang mitte",
    clock: "uhr",
    future: "wird werden werde soll sollen will wollen dürfte bis",
    past: "wurde wurden hat haben hatte hatten war waren sagte",
    capitals: true,
    doubtful_months: &["Mai", "August"],
    this_before_day: true,
    national_currencies: &[
        ("schweizer", "franken", "CHF"),
        ("kanadische", "dollar", "CAD"),
        ("australische", "dollar", "AUD"),
        ("schwedische", "kron", "SEK"),
        ("norwegische", "kron", "NOK"),
        ("dänische", "kron", "DKK"),
        ("tschechische", "kron", "CZK"),
    ],
    between: ("zwischen", "und"),
    present: "
        entscheidet entscheiden beginnt beginnen startet starten endet enden tagt tagen trifft treffen
        spricht sprechen stimmt stimmen wählt wählen reist reisen reise kommt kommen komme besucht besuchen
        findet finden spielt spielen empfängt eröffnet eröffnen öffnet öffnen schließt schließen berät
        beraten verhandelt verhandeln gastiert debattiert steht stehen stelle stellt stellen legt legen
        folgt läuft laufen geht gehen gehe tritt treten urteilt verkündet fällt fallen erscheint feiert
        feiern hält halten fährt fahren fliegt fliegen bleibt bleiben
    ",
    half_to: "halb",
    other_days: "nächsten_tag folgenden_tag darauffolgenden_tag folgetag vortag selben_tag",
    ..DateWords::NONE
};
