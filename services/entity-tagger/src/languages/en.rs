//! English.

use super::dates::{Arranged, DateWords};
use super::profile::{Profile, RuleSupport};
use super::words::{Honorific, PersonWords, TypeWords, Words};
use crate::calibration::Calibration;

pub(super) const PROFILE: Profile = Profile {
    tag: "en",
    region_words: &["in", "the", "state", "province", "of"],
    office_joints: &["of"],
    rules: RuleSupport::Words,
    words: WORDS,
    ordinary_words: include_str!("../../data/common_words_en.txt"),
    candidates_after: 1,
    lower_case_divides_names: true,
    titles_stand_outside_names: true,
    honorifics: &[
        Honorific::outside_names("Mr"),
        Honorific::outside_names("Mr."),
        Honorific::outside_names("Mrs"),
        Honorific::outside_names("Mrs."),
        Honorific::outside_names("Ms"),
        Honorific::outside_names("Ms."),
        Honorific::outside_names("Dr"),
        Honorific::outside_names("Dr."),
        Honorific::outside_names("Prof."),
        Honorific::before_person("Prof"),
        Honorific { form: "Sir", shows_person: false, divides_names: true },
    ],
    region_joints: &["in"],
    type_words: Some(&TYPE_WORDS),
    person_words: Some(&PERSON_WORDS),
    homonyms: &[(
        "Turkey",
        &[
            "turkey",
            "turkeys",
            "Thanksgiving",
            "gravy",
            "stuffing",
            "poultry",
            "bird",
            "birds",
            "roast",
            "Roast",
            "cranberry",
            "ham",
            "chicken",
            "breasts",
        ],
    )],
    dates: Some(&DATES),
    // Fitted on GMB dev, which the weights did not learn from: `cargo lab tiers` prints it.
    calibration: Calibration { slope: 0.692, shift: -0.449 },
    // Fitted on GMB dev, on which the transformer was not trained. `cargo lab tiers` prints it.
    accurate_calibration: Calibration { slope: 0.748, shift: -0.867 },
    ..Profile::POOLED
};

const WORDS: Words = Words {
    titles: "
        president vice-president premier chancellor minister secretary secretary-general senator sen sens
        representative rep reps congressman congresswoman governor gov mayor king queen prince princess
        emperor pope cardinal archbishop bishop sultan emir sheikh sheik ayatollah imam rabbi reverend rev
        father sister brother general gen colonel col major maj captain capt lieutenant lt sergeant sgt
        admiral adm commander marshal judge justice professor prof doctor dr mr mrs ms miss sir lord lady
        dame baron baroness count duke duchess ambassador chairman chairwoman director coach officer
        inspector detective deputy lawmaker spokesman spokeswoman speaker ceo md mp comrade ex-president
        president-elect undersecretary under-secretary executive
    ",
    title_modifiers: "
        prime foreign defense defence finance interior vice attorney chief deputy crown lieutenant major
        brigadier first former acting supreme secretary state assistant senior executive economy trade
        justice health education energy labor labour treasury homeland home oil culture sports police party
        us house senate majority minority opposition federal district
    ",
    roles: "
        president spokesman spokeswoman spokesperson minister leader director chief actor actress singer
        rapper author writer novelist poet painter artist composer scientist physicist economist analyst
        lawyer attorney prosecutor coach striker midfielder defender goalkeeper player quarterback pitcher
        captain golfer boxer swimmer champion candidate lawmaker politician dissident activist journalist
        reporter editor columnist photographer researcher scholar historian philosopher engineer architect
        designer businessman businesswoman entrepreneur billionaire founder co-founder chairman chairwoman
        ceo executive manager commander rebel militant cleric warlord wife husband son daughter brother
        sister father mother uncle nephew cousin widow friend colleague rival teammate successor predecessor
        son-in-law filmmaker producer comedian host anchor dictator strongman negotiator envoy diplomat
        astronaut professor teacher student doctor surgeon nurse witness resident victim suspect gunman
        opponent mayor senator governor premier chancellor judge model
    ",
    saying: "
        said says say told tells added adds announced asked argued believes claimed commented confirmed
        declared denied explained insisted noted recalled replied reported stated stressed suggested
        testified thinks urged warned wrote writes tweeted admitted acknowledged vowed pledged quipped
        resigned died married who whose
    ",
    place_prepositions: "
        in at from near into across around outside inside throughout toward towards to via northern southern
        eastern western central downtown northwestern northeastern southwestern southeastern
    ",
    place_nouns: "
        city town village province capital region district suburb island port state county neighborhood
        neighbourhood residents inhabitants villagers townspeople outskirts streets suburbs neighbourhoods
        neighborhoods counties provinces regions cities towns
    ",
    organisation_heads: "
        university college institute institution school academy ministry department agency administration
        authority bureau commission committee council court parliament senate congress assembly house board
        party union league federation confederation association society foundation organization organisation
        office service services fund bank group corporation company corp co inc ltd llc plc airlines airways
        motors industries systems technologies technology electronics pharmaceuticals laboratories labs
        studios pictures entertainment records press times post herald tribune journal gazette news
        newspaper magazine network television broadcasting radio media hospital clinic church police army
        navy force forces guard guards marines brigade battalion command club fc united orchestra symphony
        philharmonic museum gallery library theatre theater center centre exchange market partners holdings
        capital insurance energy petroleum oil telecom communications networks software international
        alliance coalition movement front brotherhood brigades republicans democrats conservatives cabinet
        treasury secretariat tribunal consortium trust ventures enterprises stores hotels foods railway
        railways bulls rangers rovers albion wanderers
    ",
    organisation_first: "
        university ministry department bank institute bureau office board council association federation
        organization organisation academy college school church center centre house court union league
        society party commission committee agency museum international fc ac sc cf st as real borussia sv
        vfb vfl tsv bayer
    ",
    place_last: "
        river lake lakes sea ocean bay gulf strait straits channel canal island islands isle isles peninsula
        mountain mountains mount hill hills valley canyon desert forest beach coast cape falls glacier
        volcano park county province district region territory city town village street avenue road
        boulevard square bridge airport station harbor harbour port highway prison camp base castle palace
        tower stadium arena cathedral basin plateau plain plains reef delta oblast prefecture governorate
        municipality borough suburb heights springs crossing border zone
    ",
    place_first: "lake mount mt cape fort port gulf isle isles camp river saint st",
    misc_last: "
        war wars cup prize prizes award awards act treaty olympics games agreement accord accords festival
        day championship championships tournament series open revolution uprising bill law amendment
        constitution declaration pact convention protocol resolution plan project program programme
        initiative operation crisis spring summit conference deal scandal affair bible koran quran gospel
        christmas easter ramadan grammy grammys oscars emmy trophy medal marathon derby bowl era age century
        olympic language dictionary
    ",
    peoples: "
        islam islamic islamist islamists muslim muslims christian christians christianity jewish jew jews
        catholic catholics protestant protestants hindu hindus buddhist buddhists sunni sunnis shiite
        shiites shi'ite shi'ites orthodox sikh sikhs kurdish kurd kurds arab arabs african africans
        african-american african-americans european europeans asian asians latin hispanic hispanics latino
        latinos western republican republicans democrat democrats democratic communist communists nazi nazis
        marxist english scottish welsh arabic hebrew mandarin cantonese persian roman soviet soviets tamil
        tamils pashtun pashtuns chechen chechens uighur uighurs uyghur uyghurs tibetan tibetans catalan
        catalans basque flemish scandinavian balkan bolivarian anglican mormon tutsi hutu rohingya zionist
        maoist maoists darfuri euro internet nobel olympic olympics christmas easter ramadan halloween
        thanksgiving brexit covid-19 aids hiv ebola catholicism judaism buddhism hinduism sanskrit gothic
        renaissance victorian byzantine ottoman parisian londoner californian texan
    ",
    function: "
        the a an this that these those it its he she they we i you his her their our my your in on at by for
        from to of with as and or but if when while where after before since until although though because
        so yet nor not no yes there here then now once both either neither each every some many most more
        much few several all any other others another such what who whom which why how also however
        meanwhile moreover furthermore nevertheless nonetheless thus therefore despite amid under over
        between during through within without about above below against according last next early late today
        yesterday tomorrow earlier later still even just only perhaps maybe one two three four five six
        seven eight nine ten first second third is are was were be been being has have had do does did will
        would can could may might must shall should let's it's that's he's she's i'm we're they're don't new
        old officials police authorities experts critics analysts people
    ",
    calendar: "
        january february march april may june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue
        wed thu fri sat sun
    ",
    directions: "
        north south east west northern southern eastern western central greater upper lower northeast
        northwest southeast southwest northeastern northwestern southeastern southwestern inner outer
        downtown
    ",
    organisation_particles: "of for",
    determiners: "the this that these those a an its their his her our my",
    conjunctions: "and",
    ..Words::NONE
};

const TYPE_WORDS: TypeWords = TypeWords {
    organisations: &[
        "company",
        "firm",
        "maker",
        "manufacturer",
        "supplier",
        "retailer",
        "bank",
        "charity",
        "airline",
        "carrier",
        "group",
        "party",
        "union",
        "agency",
        "newspaper",
        "magazine",
        "broadcaster",
        "start-up",
        "startup",
        "developer",
        "operator",
        "insurer",
        "lender",
        "producer",
        "brewer",
        "publisher",
        "club",
        "university",
        "carmaker",
        "automaker",
        "chipmaker",
        "drugmaker",
        "think-tank",
        "tank",
        "watchdog",
        "regulator",
        "network",
        "foundation",
        "giant",
        "conglomerate",
        "utility",
        "shipper",
        "wholesaler",
        "studio",
        "label",
        "band",
        "militia",
        "ngo",
        "nonprofit",
        "consultancy",
        "brokerage",
        "subsidiary",
        "chain",
        "contractor",
        "exchange",
        "shipbuilder",
        "side",
        "champions",
        "steelmaker",
        "planemaker",
        "miner",
        "refiner",
    ],
    places: &[
        "city",
        "town",
        "village",
        "island",
        "province",
        "region",
        "district",
        "suburb",
        "port",
        "county",
        "state",
        "resort",
        "neighbourhood",
        "neighborhood",
        "capital",
        "borough",
        "municipality",
        "peninsula",
    ],
    of: "of",
    articles: &["a", "an", "the"],
    holdings: &["shares", "Shares", "stake", "shareholders"],
    held_in: &["in", "of"],
    shares: "shares",
    results: &[
        "sales", "profit", "profits", "earnings", "revenue", "revenues", "orders", "losses", "turnover",
    ],
    firm_predicates: &[
        "agreed",
        "aims",
        "announced",
        "bought",
        "closed",
        "closes",
        "cut",
        "cuts",
        "expects",
        "has",
        "hired",
        "is",
        "launched",
        "launches",
        "makes",
        "opened",
        "opens",
        "owns",
        "plans",
        "posted",
        "raised",
        "recalled",
        "reported",
        "reports",
        "said",
        "says",
        "sells",
        "sold",
        "unveiled",
        "wants",
        "warned",
        "was",
        "will",
    ],
    firm_verbs: &[
        "Acquires",
        "Announces",
        "Appoints",
        "Completes",
        "Cuts",
        "Expands",
        "Introduces",
        "Hires",
        "Launches",
        "Licenses",
        "Opens",
        "Partners",
        "Patents",
        "Posts",
        "Recalls",
        "Releases",
        "Reports",
        "Ships",
        "Unveils",
        "Upgrades",
    ],
    club_verbs: &["Appoint", "Fire", "Hire", "Sack", "Sign"],
    meeting_verbs: &["Greets", "Hosts", "Joins", "Meets", "Sues", "Visits"],
    place_first: &["Mount", "Lake", "Mt.", "Mt"],
    place_last: &["Street", "Avenue", "River", "Bay", "Mountains", "Island", "Islands", "Strait", "County"],
};

const PERSON_WORDS: PersonWords = PersonWords {
    country_given_names: &[
        "Chad", "China", "Cuba", "Cyprus", "Georgia", "India", "Ireland", "Israel", "Jordan", "Kenya",
    ],
    calendar_given_names: &[
        "April",
        "August",
        "Friday",
        "January",
        "June",
        "May",
        "Sunday",
        "Tuesday",
        "Wednesday",
    ],
    verbs: &[
        "said", "says", "scored", "scores", "fought", "fights", "sang", "sings", "signed", "ran", "swam",
        "jumped", "finished", "died", "married", "resigned", "retired", "starred", "wrote", "directed",
        "played", "plays",
    ],
    calendar_verbs: &[
        "left", "joined", "won", "lost", "told", "spoke", "opened", "became", "moved", "asked", "lives",
        "lived", "runs", "sold", "bought", "called", "thanked", "denied", "agreed", "has", "was",
    ],
    verbs_with_persons: &[
        "thanked",
        "married",
        "met",
        "told",
        "asked",
        "called",
        "named",
        "praised",
        "accused",
        "arrested",
        "beat",
        "charged",
        "joined",
        "replaced",
        "succeeded",
    ],
    roles: &[
        "sprinter",
        "runner",
        "hurdler",
        "cyclist",
        "skier",
        "skater",
        "rower",
        "sailor",
        "rider",
        "jockey",
        "driver",
        "racer",
        "fighter",
        "wrestler",
        "gymnast",
        "footballer",
        "forward",
        "winger",
        "cricketer",
        "bowler",
        "batsman",
        "climber",
        "drummer",
        "guitarist",
        "pianist",
        "violinist",
        "conductor",
        "dancer",
        "choreographer",
        "playwright",
        "presenter",
        "broadcaster",
        "chef",
        "nurse",
        "pilot",
        "firefighter",
        "farmer",
    ],
    foreign_particles: &[
        "von", "vom", "zu", "zum", "van", "der", "den", "ten", "ter", "bin", "ibn", "af", "dos", "della",
        "dalla", "du",
    ],
};

const DATES: DateWords = DateWords {
    months: [
        "january jan",
        "february feb",
        "march",
        "april apr",
        "may",
        "june",
        "july",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ],
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    days: &[
        ("today", 0),
        ("yesterday", -1),
        ("tomorrow", 1),
        ("tonight", 0),
        ("the_day_before_yesterday", -2),
        ("the_day_after_tomorrow", 2),
    ],
    next: "next coming",
    last: "last past previous",
    this: "this",
    units: ["day days", "week weeks", "month months", "year years"],
    numbers: &[
        ("a", 1.0),
        ("one", 1.0),
        ("two", 2.0),
        ("three", 3.0),
        ("four", 4.0),
        ("five", 5.0),
        ("six", 6.0),
        ("seven", 7.0),
        ("eight", 8.0),
        ("nine", 9.0),
        ("ten", 10.0),
        ("eleven", 11.0),
        ("twelve", 12.0),
        ("fifteen", 15.0),
        ("twenty", 20.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("fifty", 50.0),
        ("hundred", 100.0),
        ("half", 0.5),
    ],
    scales: &[
        ("thousand thousands", 1e3),
        ("million millions", 1e6),
        ("billion billions", 1e9),
        ("trillion", 1e12),
        ("lakh lakhs", 1e5),
        ("crore crores cr", 1e7),
        ("bn bln", 1e9),
        ("m", 1e6),
        ("mn", 1e6),
        ("tn trn", 1e12),
        ("quadrillion", 1e15),
    ],
    currencies: &[
        ("dollar dollars", "USD"),
        ("euro euros", "EUR"),
        ("pound pounds sterling", "GBP"),
        ("yen", "JPY"),
        ("yuan renminbi", "CNY"),
        ("won", "KRW"),
        ("rupee rupees", "INR"),
        ("ruble rubles rouble roubles", "RUB"),
        ("franc francs", ""),
        (
            "crown crowns cents peso pesos shilling shillings krona kronor krone kroner kronur kronas dinar dinars dirhams riyals",
            "",
        ),
        ("rand", "ZAR"),
        ("zloty zlotys zlotych", "PLN"),
        ("forint forints", "HUF"),
        ("baht", "THB"),
        ("ringgit", "MYR"),
        ("rupiah", "IDR"),
        ("naira", "NGN"),
        ("cedis cedi", "GHS"),
        ("hryvnia hryvnias", "UAH"),
        ("tenge", "KZT"),
        ("taka", "BDT"),
        ("birr", "ETB"),
        ("dong", "VND"),
        ("reais real", "BRL"),
        ("soles", "PEN"),
        ("guaranies guaraníes", "PYG"),
        ("lari", "GEL"),
        ("kwacha", "ZMW"),
        ("koruna korunas", "CZK"),
        ("dram", "AMD"),
        ("leva", "BGN"),
        ("lira liras", "TRY"),
        ("shekel shekels", "ILS"),
    ],
    measures: &[
        ("kilometers kilometres kilometer kilometre km", "km"),
        ("miles mile mi", "mi"),
        ("meters metres meter metre", "m"),
        ("feet foot ft", "ft"),
        ("inches inch", "in"),
        ("yards", "yd"),
        ("centimeters centimetres cm", "cm"),
        ("millimeters millimetres mm", "mm"),
        ("tons tonnes ton tonne", "t"),
        ("kilograms kilogrammes kilos kg", "kg"),
        ("grams grammes", "g"),
        ("ounces ounce", "oz"),
        ("acres acre", "acre"),
        ("hectares hectare", "ha"),
        ("degrees", "°"),
        ("liters litres", "l"),
        ("gallons gallon", "gal"),
        ("barrels", "bbl"),
        ("megawatts mw", "MW"),
        ("gigawatts gw", "GW"),
        ("mph", "mph"),
        ("kph", "km/h"),
    ],
    minor_units: &[("p pence penny", "GBP"), ("paise", "INR"), ("kopecks", "RUB")],
    before_number: &[
        ("Sfr", "CHF"),
        ("SFr", "CHF"),
        ("SwFr", "CHF"),
        ("Fr", "CHF"),
        ("Rs", "INR"),
        ("N", "NGN"),
        ("R", "ZAR"),
        ("RM", "MYR"),
        ("Rp", "IDR"),
        ("KSh", "KES"),
        ("Ksh", "KES"),
        ("Sh", ""),
        ("Tk", "BDT"),
        ("GH₵", "GHS"),
        ("P", "PHP"),
        ("SR", "SAR"),
        ("Dh", "AED"),
        ("Dhs", "AED"),
    ],
    minus: "minus",
    in_before: "in",
    ordinals: &[("first", 1), ("second", 2), ("third", 3), ("fourth", 4)],
    day_parts: &[("in_the_morning", 0), ("in_the_afternoon in_the_evening", 12)],
    and_half: "and_a_half",
    range_joints: "to",
    of_needs_magnitude: true,
    in_needs_future: true,
    percent: "percent pc pct",
    per: "per",
    of: "of",
    bare_months: true,
    before_date: "in since until till by from during before after through early late mid on between",
    ago: "ago earlier",
    edges: "end beginning start middle early late mid",
    clock: "o'clock gmt utc",
    future: "will shall would may might could can must plans plan hopes aims wants intends scheduled expected due until till upcoming",
    past: "said was were had has did won told took went came met held left got gave found kept lost paid sent beat began made became brought built bought caught chose cut drew drove fell felt fought flew forgot grew heard hit hurt knew led lent meant put quit ran rose saw sold set shook shot shut sank spoke spent stood stole struck swore taught thought threw understood wore wrote withdrew overtook underwent",
    past_endings: "ed",
    capitals: true,
    doubtful_months: &["May", "March", "August", "Jan"],
    next_week: &["next", "Next"],
    edge_articles: &["the", "The"],
    named_times: &[("noon", 12), ("Noon", 12), ("midnight", 0)],
    arranged: Some(&Arranged {
        verbs: &[
            "begins", "starts", "opens", "ends", "closes", "votes", "meets", "plays", "faces", "returns",
            "expires", "resumes", "leaves", "takes", "hosts", "speaks", "flies", "arrives", "runs", "holds",
        ],
        infinitive: &["to", "TO", "To"],
        auxiliaries: &["is", "are"],
        pronouns: &["that", "it"],
    }),
    present: "
        rules decides visits launches unveils announces publishes releases travels heads kicks marks
        celebrates debates sits reopens airs premieres retires elects chooses addresses delivers presents
        convenes gathers tours signs goes comes gets continues concludes finishes departs reports testifies
        appears performs competes turns moves
    ",
    present_plural: "
        go head vote meet play face return begin start open end close decide travel gather resume leave take
        host hold visit elect choose debate reopen arrive expire convene
    ",
    day_follows_month: true,
    ambiguous_slashes: true,
    national_currencies: &[
        ("american", "dollar", "USD"),
        ("canadian", "dollar", "CAD"),
        ("australian", "dollar", "AUD"),
        ("singapore", "dollar", "SGD"),
        ("taiwan", "dollar", "TWD"),
        ("jamaican", "dollar", "JMD"),
        ("swiss", "franc", "CHF"),
        ("cfa", "franc", "XOF"),
        ("mexican", "peso", "MXN"),
        ("argentine", "peso", "ARS"),
        ("chilean", "peso", "CLP"),
        ("colombian", "peso", "COP"),
        ("philippine", "peso", "PHP"),
        ("uruguayan", "peso", "UYU"),
        ("cuban", "peso", "CUP"),
        ("dominican", "peso", "DOP"),
        ("swedish", "kron", "SEK"),
        ("norwegian", "kron", "NOK"),
        ("danish", "kron", "DKK"),
        ("icelandic", "kron", "ISK"),
        ("czech", "crown", "CZK"),
        ("czech", "koruna", "CZK"),
        ("swedish", "crown", "SEK"),
        ("norwegian", "crown", "NOK"),
        ("danish", "crown", "DKK"),
        ("indian", "rupee", "INR"),
        ("pakistani", "rupee", "PKR"),
        ("nepalese", "rupee", "NPR"),
        ("british", "pound", "GBP"),
        ("egyptian", "pound", "EGP"),
        ("lebanese", "pound", "LBP"),
        ("syrian", "pound", "SYP"),
        ("sudanese", "pound", "SDG"),
        ("kuwaiti", "dinar", "KWD"),
        ("serbian", "dinar", "RSD"),
        ("jordanian", "dinar", "JOD"),
        ("iraqi", "dinar", "IQD"),
        ("algerian", "dinar", "DZD"),
        ("tunisian", "dinar", "TND"),
        ("libyan", "dinar", "LYD"),
        ("moroccan", "dirham", "MAD"),
        ("emirati", "dirham", "AED"),
        ("uae", "dirham", "AED"),
        ("saudi", "riyal", "SAR"),
        ("qatari", "riyal", "QAR"),
        ("iranian", "rial", "IRR"),
        ("omani", "rial", "OMR"),
        ("yemeni", "rial", "YER"),
        ("kenyan", "shilling", "KES"),
        ("ugandan", "shilling", "UGX"),
        ("tanzanian", "shilling", "TZS"),
        ("somali", "shilling", "SOS"),
        ("turkish", "lira", "TRY"),
    ],
    between: ("between", "and"),
    half_past: "half_past",
    other_days: "following_day next_day same_day previous_day",
    ..DateWords::NONE
};
