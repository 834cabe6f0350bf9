//! Portuguese. Function words, reporting verbs and phrases of web pages, chosen by hand.

use super::profile::Profile;

pub(super) const PROFILE: Profile = Profile {
    stop_words: "\
        a à acordo afirmou agora ainda além algum alguma algumas alguns ano anos ante antes ao aos \
        apenas após aquela aquele aqueles aqui as às assim até através bem cada com como contra contudo \
        da das de depois desde dessa desse desta deste deve devem dia dias disse diz do dois dos duas \
        durante e é ela elas ele eles em embora enquanto entanto então entre era eram essa essas esse \
        esses esta está estão estas estava este estes eu explicou foi foram for fosse grande há havia \
        hoje isso isto já la lhe lo mais mas me menos mês meses mesma mesmo meu milhões minha muita \
        muito muitos na não nas nem nenhum neste nesta nessa nesse no nos nós nossa nosso nova novo num \
        numa nunca o onde ontem os ou outra outras outro outros para parte pela pelas pelo pelos pode \
        podem poderá por porque pouco primeira primeiro própria próprio qual quais qualquer quando que \
        quem quer se segundo seja sem sempre sendo ser será serão seu seus sido sob sobre sua suas tal \
        também tão tem têm tempo ter teve tinha toda todas todo todos três tudo um uma umas uns vai \
        vários você vez segunda terça quarta quinta sexta feira sábado domingo",
    orphan_openings: &[
        "ele",
        "ela",
        "eles",
        "elas",
        "isso",
        "isto",
        "este",
        "esta",
        "esse",
        "essa",
        "estes",
        "estas",
        "esses",
        "essas",
        "seu",
        "sua",
        "seus",
        "suas",
        "mas",
        "e",
        "porém",
        "contudo",
        "no entanto",
        "entretanto",
        "além disso",
        "também",
        "ainda",
        "assim",
        "então",
        "portanto",
        "por isso",
        "já",
        "enquanto isso",
        "depois",
        "a empresa",
        "a companhia",
        "ambos",
        "ambas",
    ],
    boilerplate: &[
        "leia também",
        "leia mais",
        "clique aqui",
        "todos os direitos reservados",
        "inscreva-se",
        "siga-nos",
        "foto:",
        "publicidade",
    ],
    cues: &[
        "acordo",
        "acusad",
        "alertou",
        "anunciaram",
        "anunciou",
        "aprovou",
        "condenad",
        "confirmou",
        "de acordo com",
        "decidiu",
        "detid",
        "estudo",
        "ferid",
        "investiga",
        "morreram",
        "morreu",
        "no total",
        "pela primeira vez",
        "polícia",
        "preso",
        "prevê",
        "proibi",
        "relatório",
        "segundo ",
        "venceu",
    ],
    opens_speech_with_dash: true,
    inflects_names: false,
    ..Profile::NONE
};
