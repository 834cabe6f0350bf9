//! Spanish. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        a acuerdo además afirmó agregó ahora al algo algún alguna algunas alguno algunos allí ante \
        antes añadió año años aquel aquella aquí así aún aunque ayer bajo bien cada casi como cómo con \
        contra cual cuales cuando cuál de debe deben debido decir dejó del desde después día días dice \
        dijo donde dos durante e el él ella ellas ello ellos en entonces entre era eran es esa esas ese \
        eso esos está están estaba estado estar este esta estas esto estos explicó fue fueron gran ha \
        haber había habían hace hacer hacia han hasta hay hizo hoy incluso jueves la las le les lo los \
        luego lunes más martes mayor me mediante medio mejor menos mes meses mi mientras miércoles mil \
        mismo misma mucho muchos muy nada ni ningún ninguna no nos nosotros nuestra nuestro nueva nuevo \
        nunca o otra otras otro otros para parte pero poco podrá podría por porque primer primera \
        primero pues que qué quien quién quienes sábado domingo viernes se sea según segundo semana \
        señaló ser será si sí sido siempre sin sino sobre solo sólo son su sus tal también tampoco tan \
        tanto te tener tenía ti tiempo tiene tienen toda todas todavía todo todos tras tres tu tuvo un \
        una unas uno unos usted va van varios ya y yo",
    orphan_openings: &[
        "él",
        "ella",
        "ellos",
        "ellas",
        "esto",
        "eso",
        "este",
        "esta",
        "estos",
        "estas",
        "ese",
        "esa",
        "su",
        "sus",
        "pero",
        "y",
        "además",
        "también",
        "sin embargo",
        "no obstante",
        "por otra parte",
        "por otro lado",
        "asimismo",
        "mientras tanto",
        "así",
        "entonces",
        "por eso",
        "por ello",
        "aunque",
        "luego",
        "la compañía",
        "la empresa",
        "ambos",
        "ambas",
    ],
    boilerplate: &[
        "lea también",
        "lee también",
        "leer más",
        "haga clic",
        "haz clic",
        "todos los derechos reservados",
        "suscríbete",
        "síguenos en",
        "foto:",
        "publicidad",
    ],
    cues: &[
        "acordaron",
        "acordó",
        "acuerdo",
        "acusad",
        "advirtió",
        "anunciaron",
        "anunció",
        "aprobó",
        "condenad",
        "confirmó",
        "decidió",
        "detenid",
        "en total",
        "estudio",
        "ganó",
        "herid",
        "informe",
        "investiga",
        "murieron",
        "murió",
        "policía",
        "por primera vez",
        "prevé",
        "prohib",
        "según ",
    ],
    opens_speech_with_dash: true,
    inflects_names: false,
    ..Profile::NONE
};
