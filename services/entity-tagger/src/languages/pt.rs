//! Portuguese.

use super::dates::{DateWords, NIGHT};
use super::profile::{Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "pt",
    home_countries: &["BR", "PT", "AO", "MZ"],
    region_joints: &["em", "no", "na"],
    region_words: &["em", "no", "na", "estado", "do", "da", "de"],
    office_joints: &["de", "do", "da"],
    rules: RuleSupport::Words,
    words: WORDS,
    locatives: &["em"],
    dates: Some(&DATES),
    fast_share: 0.25,
    ..Profile::POOLED
};

const WORDS: Words = Words {
    titles: "
        presidenta ex-presidente primeiro-ministro primeira-ministra senhor senhora dom dona deputado
        deputada vereador vereadora governador governadora prefeito prefeita ministro rei rainha príncipe
        juiz juíza padre delegado
    ",
    roles: "
        ator atriz cantor cantora porta-voz diretor diretora advogado treinador técnico atacante goleiro
        mulher filho filha irmão irmã pai mãe jogador
    ",
    saying: "
        disse diz afirmou explicou declarou acrescentou anunciou contou avaliou lembrou comentou destacou
    ",
    place_prepositions: "em no na para nos nas",
    place_nouns: "cidade vila ilha",
    organisation_heads: "
        universidade ministério conselho comissão federação associação sociedade fundação companhia agência
        câmara prefeitura polícia assembleia secretaria supremo procuradoria sindicato
    ",
    organisation_first: "
        universidade ministério conselho câmara polícia associação fundação secretaria companhia sindicato
    ",
    place_last: "rio serra ilha praia avenida rua praça aeroporto estádio",
    place_first: "rio ilha serra são rua avenida praça",
    misc_last: "prêmio lei mundial campeonato",
    function: "
        o a os as um uma uns umas e ou mas porém porque em no na nos nas de do da dos das ao à aos às por
        pelo pela para com sem sobre entre desde até segundo após durante como se quando onde enquanto
        embora que quem seu sua seus suas meu minha este esta esse essa isso isto aquele ele ela eles elas
        não sim também além assim já ainda hoje ontem amanhã mais menos muito todo todos toda todas é são
        era eram foi foram tem têm há está estão dois três quatro num numa nesta neste nessa nesse
    ",
    directions: "sul",
    determiners: "o os as",
    conjunctions: "e",
    ..Words::NONE
};

const DATES: DateWords = DateWords {
    months: [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
    // The first word of "segunda-feira": alone it is "second".
    weekdays: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
    days: &[("hoje", 0), ("ontem", -1), ("anteontem", -2), ("amanhã", 1), ("depois_de_amanhã", 2)],
    next: "próximo próxima próximos próximas",
    last: "passado passada último última",
    this: "este esta neste nesta",
    units: ["dia dias", "semana semanas", "mês meses", "ano anos"],
    numbers: &[
        ("meio meia", 0.5),
        ("um", 1.0),
        ("uma", 1.0),
        ("dois", 2.0),
        ("duas", 2.0),
        ("três", 3.0),
        ("quatro", 4.0),
        ("cinco", 5.0),
        ("seis", 6.0),
        ("sete", 7.0),
        ("oito", 8.0),
        ("nove", 9.0),
        ("dez", 10.0),
        ("doze", 12.0),
        ("quinze", 15.0),
        ("vinte", 20.0),
        ("trinta", 30.0),
        ("cem", 100.0),
    ],
    scales: &[
        ("mil", 1e3),
        ("milhão mln", 1e6),
        ("milhões", 1e6),
        ("bilhão", 1e9),
        ("bilhões", 1e9),
        ("trilhões", 1e12),
        ("mi", 1e6),
        ("bi", 1e9),
    ],
    currencies: &[
        ("real reais", "BRL"),
        ("euro euros", "EUR"),
        ("dólar dólares", "USD"),
        ("libras", "GBP"),
        ("ienes", "JPY"),
        ("contos", "PTE"),
        ("escudos", "PTE"),
        ("centavos cêntimos peso pesos", ""),
    ],
    measures: &[
        ("quilómetros quilômetros quilómetro quilômetro km", "km"),
        ("metros metro", "m"),
        ("centímetros cm", "cm"),
        ("toneladas", "t"),
        ("quilos quilogramas kg", "kg"),
        ("gramas", "g"),
        ("hectares", "ha"),
        ("litros", "l"),
        ("graus", "°"),
        ("barris", "bbl"),
        ("megawatts", "MW"),
    ],
    minus: "menos",
    in_before: "dentro_de daqui_a em",
    ordinals: &[("primeiro primeira", 1), ("segundo", 2), ("terceiro terceira", 3)],
    day_parts: &[("da_manhã da_madrugada", 0), ("da_tarde", 12), ("da_noite", NIGHT)],
    and_half: "e_meio e_meia",
    range_joints: "a",
    per: "por",
    of: "de do",
    bare_months: true,
    before_date: "em desde até de ano entre a",
    ago: "atrás",
    ago_before: "há",
    edges: "finais início meados",
    clock: "horas h",
    future: "vai vão será serão deve devem prevê até",
    past: "foi foram disse era havia",
    future_endings: "rá rão",
    past_endings: "ou",
    weekday_ending: Some("feira"),
    this_before_day: true,
    national_currencies: &[("uruguaios", "peso", "UYU"), ("suíços", "franco", "CHF")],
    between: ("entre", "e"),
    present: "
        decide decidem começa começam inicia iniciam vota votam joga jogam enfrenta enfrentam recebe recebem
        visita visitam chega chegam viaja viajam abre abrem fecha fecham debate debatem apresenta apresentam
        termina terminam arranca volta voltam regressa regressam estreia publica julga julgam inaugura
    ",
    other_days: "dia_seguinte dia_anterior mesmo_dia véspera",
    ..DateWords::NONE
};
