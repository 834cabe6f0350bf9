//! Spanish.

use super::dates::{DateWords, NIGHT};
use super::profile::{Profile, RuleSupport};
use super::words::{Honorific, Words};

pub(super) const PROFILE: Profile = Profile {
    tag: "es",
    home_countries: &[
        "ES", "MX", "AR", "CO", "CL", "PE", "VE", "EC", "GT", "CU", "BO", "DO", "HN", "PY", "SV", "NI", "CR",
        "PA", "UY",
    ],
    region_joints: &["en"],
    region_words: &["en", "el", "estado", "de", "provincia", "la", "comunidad"],
    office_joints: &["de"],
    rules: RuleSupport::Words,
    words: WORDS,
    honorifics: &[
        Honorific::before_person("Sra."),
        Honorific::before_person("Sr."),
        Honorific::before_person("Señor"),
    ],
    dates: Some(&DATES),
    fast_share: 0.25,
    ..Profile::POOLED
};

const WORDS: Words = Words {
    titles: "
        presidente presidenta expresidente ministro ministra señor señora sr sra don doña doctor doctora
        senador senadora diputado diputada gobernador gobernadora alcalde alcaldesa rey reina príncipe papa
        juez jueza canciller secretario secretaria
    ",
    roles: "
        actor actriz cantante escritor escritora portavoz líder director directora abogado entrenador
        delantero portero fundador esposa hijo hija hermano hermana padre madre candidato candidata jugador
    ",
    saying: "
        dijo dice afirmó aseguró explicó declaró añadió señaló anunció advirtió comentó manifestó
    ",
    place_prepositions: "en desde hacia a",
    place_nouns: "ciudad pueblo provincia isla",
    organisation_heads: "
        universidad ministerio consejo comisión comité tribunal corte partido sindicato federación
        asociación sociedad fundación banco compañía instituto agencia ayuntamiento congreso senado asamblea
        policía guardia junta gobierno
    ",
    organisation_first: "
        universidad ministerio instituto consejo banco partido tribunal comisión federación asociación grupo
    ",
    place_last: "río lago mar isla montaña calle plaza aeropuerto estadio",
    place_first: "río isla san santa santo calle plaza cabo puerto",
    misc_last: "guerra copa premio ley tratado",
    function: "
        el la los las lo un una unos unas y e o u pero sino porque en de del al a por para con sin sobre
        entre desde hasta hacia según tras durante ante bajo contra como si cuando donde mientras aunque que
        quien cual su sus mi mis tu nuestro este esta estos estas ese esa eso aquel él ella ellos ellas se
        le les nos yo no sí también además así ya aún hoy ayer mañana más menos muy todo todos toda todas es
        son era eran fue fueron ha han había habían será hay dos tres cuatro
    ",
    directions: "norte sur este oeste",
    determiners: "el los las",
    conjunctions: "y",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre setiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    days: &[("hoy", 0), ("ayer", -1), ("anteayer antier", -2), ("mañana", 1), ("pasado_mañana", 2)],
    next: "próximo próxima próximos próximas",
    last: "pasado pasada último última",
    this: "este esta",
    units: ["día días", "semana semanas", "mes meses", "año años"],
    numbers: &[
        ("medio media", 0.5),
        ("un", 1.0),
        ("una", 1.0),
        ("dos", 2.0),
        ("tres", 3.0),
        ("cuatro", 4.0),
        ("cinco", 5.0),
        ("seis", 6.0),
        ("siete", 7.0),
        ("ocho", 8.0),
        ("nueve", 9.0),
        ("diez", 10.0),
        ("once", 11.0),
        ("doce", 12.0),
        ("quince", 15.0),
        ("veinte", 20.0),
        ("treinta", 30.0),
        ("cien", 100.0),
    ],
    scales: &[("mil", 1e3), ("millón", 1e6), ("millones", 1e6), ("billón", 1e12), ("billones", 1e12)],
    currencies: &[
        ("euro euros", "EUR"),
        ("dólar dólares", "USD"),
        ("libras", "GBP"),
        ("peso pesos", ""),
        ("yenes", "JPY"),
        ("yuanes", "CNY"),
        ("rublos", "RUB"),
        ("soles", "PEN"),
        ("céntimos centavos", ""),
    ],
    measures: &[
        ("kilómetros kilómetro km", "km"),
        ("metros metro", "m"),
        ("centímetros cm", "cm"),
        ("toneladas", "t"),
        ("kilos kilogramos kg", "kg"),
        ("gramos", "g"),
        ("hectáreas", "ha"),
        ("litros", "l"),
        ("grados", "°"),
        ("barriles", "bbl"),
        ("megavatios", "MW"),
    ],
    disputed_comma: true,
    minus: "menos",
    in_before: "dentro_de en",
    ordinals: &[("primer", 1), ("segundo", 2), ("tercer", 3), ("cuarto", 4)],
    day_parts: &[("de_la_mañana de_la_madrugada", 0), ("de_la_tarde", 12), ("de_la_noche", NIGHT)],
    part_of_day_after: &["la", "esta", "cada", "una", "misma"],
    and_half: "y_medio y_media",
    range_joints: "a",
    per: "por",
    of: "de del",
    bare_months: true,
    before_date: "en desde hasta de del año entre a",
    ago_before: "hace",
    edges: "finales principios mediados",
    clock: "horas h",
    future: "va van será serán debe deben prevé prevén hasta",
    past: "ha han había habían fue fueron era dijo",
    future_endings: "rá rán",
    past_endings: "ó",
    this_before_day: true,
    national_currencies: &[
        ("suizos", "franco", "CHF"),
        ("canadienses", "dólar", "CAD"),
        ("australianos", "dólar", "AUD"),
        ("mexicanos", "peso", "MXN"),
        ("argentinos", "peso", "ARS"),
        ("chilenos", "peso", "CLP"),
        ("colombianos", "peso", "COP"),
        ("uruguayos", "peso", "UYU"),
        ("cubanos", "peso", "CUP"),
    ],
    between: ("entre", "y"),
    present: "
        decide deciden empieza empiezan comienza comienzan inicia inician vota votan juega juegan enfrenta
        enfrentan recibe reciben visita visitan llega llegan sale salen viaja viajan abre abren cierra
        cierran celebra celebran debate debaten presenta presentan reúne reúnen termina terminan arranca
        arrancan vuelve vuelven regresa regresan estrena publica dicta resuelve inaugura
    ",
    other_days: "día_siguiente día_anterior mismo_día víspera",
    ..DateWords::NONE
};
