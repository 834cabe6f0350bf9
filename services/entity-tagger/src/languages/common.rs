//! Words that the rules look up in texts of every language.
//!
//! Most are English, because news in every language quotes English names. A profile may replace those that
//! [`Profile::BASE`](super::profile::Profile::BASE) refers to.

use super::words::{GenderWords, Gendered, MatchWords, PatternWords, Words};

/// Words of names that belong to no single language: legal forms, particles, given names of public figures.
pub(super) const WORDS: Words = Words {
    organisation_heads: "oyj as asa nv bv a.s sp",
    legal_forms: "
        inc ltd llc plc corp co gmbh ag kg se sa sas sarl spa srl nv bv ab oyj oy asa as a.s d.o.o d.d s.a
        s.p.a ltda s/a pty corporation incorporated limited companies & airlines airways technologies
        pharmaceuticals industries holdings motors
    ",
    particles: "
        de da di del della dello degli dei do dos das du van von der den ter ten zu zur vom vander bin ibn
        ben bint al el al- ul la le y e und af av abu umm ould
    ",
    conjunctions: "&",
    given_names: "
        abdel-fattah abiy antonis arvind aung ayad barack beyoncé bilawal bola condoleezza dilma dmitry
        dmytro ebrahim ehud evgeny evo frank-walter fumio goodluck gotabaya haider hakainde hashim hichem
        hosni jacinda jarosław jens-frederik jigme junichiro karl-theodor keir kolinda kyriakos laurentino
        lazarus lebron lech luiz mahathir mahinda mamata manmohan mitt moammar muammar muhammadu naftali
        narendra narges nawaz nayib neymar nirmala nouri novak olusegun oprah paetongtarn pervez petro
        prayuth pyotr ranil ratko samia sauli shehbaz shinzo srettha sundar susilo ségolène tedros thabo
        thaksin tiger uhuru usain vaclav vjosa volodymyr yevgeny yoshihide yoweri yulian
    ",
    surnames: "doe",
    ..Words::NONE
};

/// The language of most short texts whose language is not clear.
pub(crate) const LINGUA_FRANCA: &str = "en";

/// Abbreviations that keep their stop as part of a name or title.
pub(crate) const ABBREVIATIONS: [&str; 30] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "Rev", "Hon",
    "St", "Ste", "Mt", "Jr", "Sr", "Inc", "Ltd", "Corp", "Co", "Bros", "Maj", "Adm", "Sra", "Ph", "Messrs",
];

/// Nouns that come right before an organisation's name. Other heads of organisations ("service", "house",
/// "office") come before names of every type.
pub(super) const ORGANISATION_NOUNS: [&str; 12] = [
    "airline",
    "bank",
    "broadcaster",
    "brewery",
    "carrier",
    "charity",
    "company",
    "firm",
    "insurer",
    "newspaper",
    "retailer",
    "shipyard",
];

/// Prepositions before the one who does something, who is mostly a person: "written by".
pub(crate) const AGENT_PREPOSITIONS: [&str; 4] = ["by", "par", "por", "с"];

/// What joins a noun for a place and the place's name: "the city of Hull", "Stadt, Hull".
pub(crate) const PLACE_JOINTS: [&str; 5] = ["of", "de", "von", "di", ","];

/// Endings of number words in East Asian scripts. A capital after one is a unit: "753만 TEU".
pub(crate) const NUMBER_ENDINGS: [char; 5] = ['만', '억', '천', '万', '億'];

/// Small words that an acronym passes over.
pub(crate) const PASSED_OVER: [&str; 17] = [
    "of", "the", "and", "for", "on", "in", "&", "de", "la", "le", "des", "du", "und", "für", "der", "y", "e",
];

/// Words at the end of a personal name that do not belong to the family name.
pub(crate) const GENERATIONS: [&str; 7] = ["jr", "sr", "ii", "iii", "iv", "filho", "junior"];

/// Articles on Arabic family names, which later mentions may drop: "al-Sadr", "Sadr".
pub(crate) const FAMILY_ARTICLES: [&str; 2] = ["el-", "al-"];

/// Places that persons are called after, in the spellings of several languages.
pub(crate) const PLACES_AS_GIVEN_NAMES: [&str; 40] = [
    "Adelaide", "Africa", "África", "Asia", "Austin", "Brooklyn", "Carolina", "Chad", "Chelsea", "China",
    "Cuba", "Dakota", "Dallas", "Denver", "Florence", "Gabon", "Georgia", "Holland", "Houston", "India",
    "Ireland", "Israel", "Israël", "Italia", "Jamaica", "Jordan", "Kenia", "Kenya", "Lima", "London",
    "Madison", "Orlando", "Paris", "Roma", "Santiago", "Savannah", "Siena", "Sydney", "Vienna", "Virginia",
];

/// Nouns with a capital that come before a firm's name and begin none.
pub(crate) const FIRM_KINDS: [&str; 12] = [
    "Broadcaster",
    "Brewer",
    "Carmaker",
    "Insurer",
    "Lender",
    "Retailer",
    "Firma",
    "Hersteller",
    "Kanzlei",
    "Kette",
    "Konzern",
    "Versicherer",
];

/// Nouns that follow "&" in a company's name.
pub(crate) const PARTNERS: [&str; 9] =
    ["Sons", "Son", "Partners", "Co", "Co.", "Company", "Brothers", "Bros.", "Associates"];

/// Words for "and", in any language. Between two personal names with a given name each, they join persons.
pub(crate) const AND: [&str; 21] = [
    "and", "und", "y", "e", "et", "en", "och", "og", "ja", "és", "i", "oraz", "a", "și", "şi", "ve", "dan",
    "и", "і", "та", "και",
];

/// Pairs around an ampersand that name no firm.
pub(crate) const NO_FIRMS: [&str; 9] = ["A&E", "B&B", "D&D", "M&A", "P&L", "Q&A", "R&B", "R&D", "T&E"];

/// Legal forms that make a company of capitalized words even where nouns have capitals.
pub(crate) const LEGAL_FORMS: [&str; 9] = ["AG", "GmbH", "SE", "KG", "Inc.", "Ltd.", "Inc", "Ltd", "plc"];

/// Members of parties.
pub(crate) const PARTISANS: [&str; 4] = ["Republican", "Republicans", "Democrat", "Democrats"];

/// Prefixes of ships' names.
pub(crate) const SHIP_PREFIXES: [&str; 12] =
    ["HMS", "USS", "RMS", "USNS", "HMAS", "HMCS", "HMNZS", "USCGC", "RRS", "MV", "SMS", "USAT"];

/// Words between the two dates of a range; a dash does the same.
pub(crate) const RANGE_JOINTS: [&str; 9] = ["to", "until", "through", "bis", "au", "al", "a", "até", "hasta"];

/// The second of two words for "per cent".
pub(crate) const HUNDREDS: [&str; 4] = ["cent", "ciento", "cien", "cento"];

/// Endings of adjectives in Slavic languages.
pub(super) const SLAVIC_ADJECTIVE_ENDINGS: [&str; 18] = [
    "ый", "ий", "ій", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ой", "ом", "ым", "им", "ска",
    "ski", "skie",
];

/// Case endings of nouns in Slavic languages, without marks on their letters, as names are compared. The
/// empty ending is the nominative of many.
pub(super) const SLAVIC_CASE_ENDINGS: [&str; 37] = [
    "", "a", "u", "em", "om", "ie", "i", "y", "e", "o", "ow", "ach", "ami", "owi", "iem", "ii", "ию", "ии",
    "ия", "ией", "а", "у", "ом", "ем", "е", "і", "ы", "и", "ю", "я", "ой", "ою", "ої", "ові", "ь", "й", "ě",
];

pub(super) const GENDER: GenderWords = GenderWords {
    pronouns: Gendered { male: &["he", "his", "him"], female: &["she", "her", "hers"] },
    titles: Gendered {
        male: &["mr", "sir", "lord", "king", "prince"],
        female: &["mrs", "ms", "miss", "lady", "queen", "princess"],
    },
    kin: Gendered {
        male: &[
            "husband",
            "father",
            "son",
            "brother",
            "uncle",
            "nephew",
            "grandfather",
            "grandson",
            "widower",
        ],
        female: &[
            "wife",
            "mother",
            "daughter",
            "sister",
            "aunt",
            "niece",
            "grandmother",
            "granddaughter",
            "widow",
        ],
    },
    given: Gendered {
        male: &[
            "john",
            "james",
            "robert",
            "michael",
            "william",
            "david",
            "richard",
            "joseph",
            "thomas",
            "charles",
            "christopher",
            "daniel",
            "matthew",
            "anthony",
            "mark",
            "donald",
            "steven",
            "paul",
            "andrew",
            "joshua",
            "kenneth",
            "kevin",
            "brian",
            "george",
            "edward",
            "ronald",
            "timothy",
            "jason",
            "jeffrey",
            "ryan",
            "jacob",
            "gary",
            "nicholas",
            "eric",
            "jonathan",
            "stephen",
            "larry",
            "justin",
            "scott",
            "brandon",
            "benjamin",
            "samuel",
            "gregory",
            "frank",
            "raymond",
            "patrick",
            "jack",
            "dennis",
            "jerry",
            "peter",
            "henry",
            "harry",
            "oliver",
            "arthur",
            "simon",
            "martin",
            "graham",
            "ian",
            "neil",
            "stuart",
            "duncan",
            "hans",
            "karl",
            "jürgen",
            "klaus",
            "wolfgang",
            "pierre",
            "jean-luc",
            "françois",
            "giovanni",
            "giuseppe",
            "marco",
            "luca",
            "carlos",
            "josé",
            "juan",
            "luis",
            "miguel",
            "pedro",
            "manuel",
            "antónio",
            "ivan",
            "sergei",
            "vladimir",
            "dmitry",
            "mohammed",
            "ahmed",
            "ali",
            "omar",
            "hassan",
        ],
        female: &[
            "mary",
            "patricia",
            "jennifer",
            "linda",
            "elizabeth",
            "barbara",
            "susan",
            "jessica",
            "sarah",
            "karen",
            "lisa",
            "nancy",
            "betty",
            "margaret",
            "sandra",
            "ashley",
            "kimberly",
            "emily",
            "donna",
            "michelle",
            "carol",
            "amanda",
            "melissa",
            "deborah",
            "stephanie",
            "rebecca",
            "laura",
            "sharon",
            "cynthia",
            "kathleen",
            "amy",
            "angela",
            "shirley",
            "anna",
            "ruth",
            "brenda",
            "pamela",
            "nicole",
            "katherine",
            "samantha",
            "christine",
            "emma",
            "catherine",
            "virginia",
            "rachel",
            "carolyn",
            "janet",
            "maria",
            "heather",
            "diane",
            "julie",
            "joyce",
            "victoria",
            "helen",
            "alice",
            "fiona",
            "philippa",
            "charlotte",
            "sophie",
            "olivia",
            "ursula",
            "petra",
            "ingrid",
            "sabine",
            "monika",
            "marie-claire",
            "françoise",
            "giulia",
            "chiara",
            "lucía",
            "carmen",
            "isabel",
            "ana",
            "olga",
            "natalia",
            "svetlana",
            "tatiana",
            "elena",
            "fatima",
            "aisha",
            "khadija",
            "zainab",
        ],
    },
};

pub(super) const PATTERNS: PatternWords = PatternWords {
    combining: &[
        "anglo", "franco", "sino", "russo", "indo", "italo", "greco", "austro", "hispano", "luso", "afro",
        "euro", "turco", "serbo", "arab",
    ],
    ships: &[
        "ship",
        "ferry",
        "frigate",
        "destroyer",
        "tanker",
        "trawler",
        "warship",
        "submarine",
        "yacht",
        "freighter",
        "icebreaker",
        "steamer",
        "battleship",
        "corvette",
        "schooner",
        "cruiser",
        "vessel",
        "boat",
        "liner",
        "tugboat",
        "steamship",
        "minesweeper",
        "carrier",
        "barge",
    ],
    works: &[
        "film",
        "movie",
        "novel",
        "book",
        "song",
        "album",
        "series",
        "show",
        "forum",
        "campaign",
        "initiative",
        "play",
        "musical",
        "exhibition",
        "called",
        "titled",
        "entitled",
        "named",
        "dubbed",
        "documentary",
        "slogan",
        "plan",
        "programme",
        "program",
        "project",
        "opera",
        "memoir",
        "poem",
        "single",
        "game",
        "painting",
        "magazine",
        "conference",
        "operation",
        "comedy",
        "drama",
        "thriller",
        "sculpture",
        "symphony",
        "episode",
    ],
    acts: &[
        "act",
        "treaty",
        "accord",
        "accords",
        "prize",
        "prizes",
        "medal",
        "cup",
        "olympics",
        "championship",
        "championships",
        "festival",
        "award",
        "awards",
        "protocol",
        "biennale",
        "convention",
        "prix",
        "amendment",
        "marathon",
    ],
    treaties: &["treaty", "peace"],
    of: "of",
    joints: &["of", "the", "for", "&", "de", "la", "du"],
    articles: &["The", "A"],
};

pub(super) const MATCHES: MatchWords = MatchWords {
    verbs: &[
        "beat", "beats", "defeat", "defeats", "defeated", "drew", "draw", "lost", "lose", "thrashed",
        "thrash", "edged", "edge", "stunned", "stun", "held", "hold", "host", "hosted", "trounced",
        "overcame", "crushed", "routed", "lead", "led", "won", "win", "downed", "meet", "face", "play",
        "sink", "sank", "upset",
    ],
    against: &["against", "over", "past", "to", "with", "at", "between"],
};

/// Legal forms that the tables of companies write and newspapers leave out.
pub(crate) const LEGAL_FORMS_LEFT_OUT: [&str; 14] = [
    "Inc",
    "SA",
    "plc",
    "AG",
    "SE",
    "NV",
    "ASA",
    "AB",
    "SpA",
    "Corporation",
    "Group",
    "Company",
    "Platforms",
    "Holdings",
];
