//! Portuguese.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceModel, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "adm", "alm", "aprox", "arq", "art", "arts", "av", "cap", "cel", "cf", "d", "dep", "des", "dr",
            "dra", "drs", "ed", "eng", "ex", "ex.º", "exma", "exmo", "fig", "gen", "gov", "ilmo", "min",
            "mons", "máx", "mín", "núm", "p.ex", "pe", "pp", "prof", "profa", "pág", "págs", "r", "s.exa",
            "sen", "sgt", "sr", "sra", "sras", "srs", "srta", "sta", "sto", "tel", "ten", "v.exa", "vol",
        ],
        final_before_starter: &[
            "a.c", "a.m", "cia", "co", "corp", "d.c", "e.u.a", "eua", "h.c", "inc", "jr", "lda", "ltd",
            "ltda", "p.m", "s.a", "u.s", "u.s.a",
        ],
        final_by_shape: &[
            "abr", "ago", "cm", "dez", "etc", "fev", "jan", "jul", "jun", "kg", "km", "mai", "mar", "n",
            "no", "nov", "nº", "out", "p", "set",
        ],
        sentence_starters: &[
            "A", "Agora", "Ainda", "Algumas", "Alguns", "Ali", "Além", "Ao", "Aos", "Apesar", "Após",
            "Aqui", "As", "Até", "Cada", "Com", "Como", "Contra", "Contudo", "Da", "Das", "De", "Depois",
            "Desde", "Do", "Dois", "Dos", "Duas", "Durante", "E", "Ela", "Elas", "Ele", "Eles", "Em",
            "Embora", "Enquanto", "Entre", "Então", "Era", "Essa", "Esse", "Esses", "Esta", "Estas",
            "Este", "Estes", "Está", "Eu", "Foi", "Foram", "Hoje", "Há", "Isso", "Isto", "Já", "Logo",
            "Lá", "Mais", "Mas", "Mesmo", "Meu", "Minha", "Muitas", "Muito", "Muitos", "Na", "Nas", "Nem",
            "Nesta", "Neste", "No", "Nos", "Nossa", "Nosso", "Num", "Numa", "Não", "Nós", "O", "Onde",
            "Ontem", "Os", "Ou", "Outra", "Outro", "Outros", "Para", "Pela", "Pelo", "Pois", "Por",
            "Porque", "Porém", "Quando", "Quase", "Quatro", "Que", "Quem", "Se", "Segundo", "Sem", "Ser",
            "Seu", "Seus", "Sim", "Sobre", "Sua", "Suas", "Só", "Também", "Tem", "Toda", "Todos", "Três",
            "Tudo", "Têm", "Um", "Uma", "Umas", "Uns", "Você", "Vocês", "Às", "É",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        model: SentenceModel::UniformText,
        ..SentenceRules::NONE
    },
    words: SharedWords {
        figure_labels: &["Figura", "Tabela"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_words: &["por"],
        byline_labels: &["autor", "autora", "texto"],
        name_connectors: &["e", "para", "de", "a", "da", "do", "dos", "das"],
        credit_openings: &[
            "reportagem de", "reportagem adicional", "edição de", "editado por", "escrito por",
        ],
        notice_openings: &[
            "leia também", "leia mais", "todos os direitos reservados", "fonte:", "foto:", "fotos:",
        ],
        caption_openings: &["imagem:", "legenda:", "na foto", "foto:", "fotos:"],
        caption_credits: &["foto:", "foto/", "foto "],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
            "outubro", "novembro", "dezembro", "jan", "fev", "mar", "abr", "jun", "jul", "ago", "set",
            "out", "nov", "dez",
        ],
        weekdays: &[
            "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado",
            "domingo",
        ],
        date_connectors: &["de"],
        place_connectors: &["de", "da", "do", "dos", "e"],
        story_labels: &["EXCLUSIVO", "ANÁLISE", "URGENTE"],
        agencies: &["lusa"],
        ..DatelineWords::NONE
    },
};
