//! Abbreviations of Portuguese.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "adm", "alm", "aprox", "arq", "art", "arts", "av", "cap", "cel", "cf", "d", "dep", "des", "dr",
        "dra", "drs", "ed", "eng", "ex", "ex.º", "exma", "exmo", "fig", "gen", "gov", "ilmo", "min", "mons",
        "máx", "mín", "núm", "p.ex", "pe", "pp", "prof", "profa", "pág", "págs", "r", "s.exa", "sen", "sgt",
        "sr", "sra", "sras", "srs", "srta", "sta", "sto", "tel", "ten", "v.exa", "vol",
    ],
    final_before_starter: &[
        "a.c", "a.m", "cia", "co", "corp", "d.c", "e.u.a", "eua", "h.c", "inc", "jr", "lda", "ltd", "ltda",
        "p.m", "s.a", "u.s", "u.s.a",
    ],
    final_by_shape: &[
        "abr", "ago", "cm", "dez", "etc", "fev", "jan", "jul", "jun", "kg", "km", "mai", "mar", "n", "no",
        "nov", "nº", "out", "p", "set",
    ],
    sentence_starters: &[
        "A", "Agora", "Ainda", "Algumas", "Alguns", "Ali", "Além", "Ao", "Aos", "Apesar", "Após", "Aqui",
        "As", "Até", "Cada", "Com", "Como", "Contra", "Contudo", "Da", "Das", "De", "Depois", "Desde", "Do",
        "Dois", "Dos", "Duas", "Durante", "E", "Ela", "Elas", "Ele", "Eles", "Em", "Embora", "Enquanto",
        "Entre", "Então", "Era", "Essa", "Esse", "Esses", "Esta", "Estas", "Este", "Estes", "Está", "Eu",
        "Foi", "Foram", "Hoje", "Há", "Isso", "Isto", "Já", "Logo", "Lá", "Mais", "Mas", "Mesmo", "Meu",
        "Minha", "Muitas", "Muito", "Muitos", "Na", "Nas", "Nem", "Nesta", "Neste", "No", "Nos", "Nossa",
        "Nosso", "Num", "Numa", "Não", "Nós", "O", "Onde", "Ontem", "Os", "Ou", "Outra", "Outro", "Outros",
        "Para", "Pela", "Pelo", "Pois", "Por", "Porque", "Porém", "Quando", "Quase", "Quatro", "Que",
        "Quem", "Se", "Segundo", "Sem", "Ser", "Seu", "Seus", "Sim", "Sobre", "Sua", "Suas", "Só", "Também",
        "Tem", "Toda", "Todos", "Três", "Tudo", "Têm", "Um", "Uma", "Umas", "Uns", "Você", "Vocês", "Às",
        "É",
    ],
    ordinal_stops: false,
};
