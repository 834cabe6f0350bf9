//! Portuguese.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
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
        final_units: &[
            "h", "hrs", "min", "km", "kg", "cm", "m", "s", "ha",
        ],
        figure_labels: &["Figura", "Tabela"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "escrito por", "texto de", "reportagem de", "publicado por", "por redação", "análise de",
            "crónica de", "crônica de", "um artigo de", "artigo de",
        ],
        roles: &[
            "enviado", "enviada", "enviados", "correspondente", "repórter", "jornalista", "redator",
            "redatora", "editor", "editora", "colunista", "redação", "estagiário", "estagiária",
        ],
        newsrooms: &[
            "da redação", "redação", "por redação", "da redacção", "redacção", "agências",
            "da reportagem local", "da agência", "do correspondente", "com agências",
            "da redação, com agências",
            "escrito por", "publicado por",
            "redação web", "redação integrada",
        ],
        author_phrases: &[
            "é jornalista", "é correspondente", "é colunista", "é professor", "é professora", "é autor de",
            "é autora de", "é repórter",
        ],
        byline_words: &[
            "por",
        ],
        byline_labels: &[
            "autor", "autora", "texto", "por", "repórter", "redator",
            "textos",
        ],
        name_connectors: &[
            "e", "para", "de", "a", "da", "do", "dos", "das",
            "com",
        ],
        credit_openings: &[
            "reportagem de", "reportagem adicional", "edição de", "editado por", "escrito por",
            "com informações de", "com informações da", "com informações do", "com agência", "com agências",
            "texto de", "tradução de", "edição:",
        ],
        notice_openings: &[
            "leia também", "leia mais", "todos os direitos reservados", "fonte:", "foto:", "fotos:",
            "o autor é", "a autora é", "sobre o autor", "nota da redação", "nota do editor", "correção:",
            "errata", "contato:", "contacto:", "mais informações", "veja também", "assine", "siga-nos",
            "siga o", "tags:", "temas:", "com informações",
            "siga a", "assine já", "vídeos:", "*com informações", "(com ", "com agência", "com agências",
            "fontes:", "edição:", "colaborou", "*colaborou", "*estagiári", "*sob supervisão", "texto:",
        ],
        caption_openings: &[
            "imagem ilustrativa", "imagem de arquivo", "imagem meramente ilustrativa", "imagem:", "legenda:", "na foto", "foto:", "fotos:", "crédito:", "créditos:", "fotografia:",
            "ilustração:", "reprodução/", "divulgação/", "imagem de arquivo", "foto de arquivo",
            "foto ilustrativa",
            "da esquerda para a direita",
        ],
        caption_credits: &[
            "foto:", "foto/", "foto ", "fotografia", "crédito", "divulgação", "reprodução", "imagem:",
            "/lusa", "lusa/",
            "arquivo pessoal",
        ],
        picture_labels: &[
            "foto", "fotos", "fotografia", "imagem", "imagens", "crédito", "créditos", "ilustração",
        ],
        caption_endings: &[
            "/direitos reservados", "/Direitos Reservados", "/Direitos reservados", "foto de arquivo",
            "imagem de arquivo", "imagem ilustrativa", "foto ilustrativa",
        ],
        source_labels: &[
            "fonte:",
        ],
        telling_verbs: &[
            "disse", "diz", "dizia", "explicou", "explica", "lembrou", "lembra", "conta", "contou", "brinca",
            "brincou", "afirma", "afirmou", "lê-se", "lia-se", "gritava", "escreveu",
        ],
        caption_positions: &[
            "à esquerda", "à direita", "ao centro",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# comentário", "# comentários", "# min", "# min de leitura", "# minutos de leitura", "aceitar",
            "aceitar tudo", "agora mesmo", "agências", "anterior", "anúncio", "anúncios", "ao vivo",
            "arquivo", "assinar", "assine", "assine já", "assista ao vídeo", "assuntos", "buscar",
            "cadastre-se", "comentar", "comentários", "compartilhar", "compartilhar notícia", "compartilhe",
            "compartilhe esta notícia", "configurações", "contacto", "contato", "conteúdo patrocinado",
            "continua após a publicidade", "continua depois da publicidade", "continuar a ler",
            "continue lendo", "copiar ligação", "copiar link", "da redação", "deixe um comentário",
            "em atualização", "em direto", "entrar", "enviar", "enviar por email", "etiquetas",
            "exclusivo assinantes", "exclusivo para assinantes", "fale conosco", "foto", "foto de arquivo",
            "fotogaleria", "galeria", "galeria de fotos", "guardar", "imagem de arquivo", "imprimir",
            "iniciar sessão", "início", "ir para o conteúdo", "leia mais", "leitura # min", "ler mais",
            "link copiado", "lusa", "mais", "mais informações em instantes", "menu", "mostrar mais",
            "newsletter", "newsletters", "notícia em atualização", "notícia em desenvolvimento", "ouvir",
            "ouvir artigo", "ouvir notícia", "ouça a notícia", "partilhar", "partilhar artigo", "partilhe",
            "patrocinado", "pesquisar", "política de cookies", "política de privacidade", "próximo",
            "publicidade", "publieditorial", "redação", "registar", "rejeitar", "reportar erro", "saiba mais",
            "salvar", "seguinte", "seguir", "siga-nos", "sobre o autor", "subscrever", "temas",
            "tempo de leitura # min", "tempo de leitura # minutos", "termos de uso", "topo", "tópicos",
            "ver comentários", "ver mais", "ver vídeo", "voltar ao topo", "vídeo", "última hora",
            "continua após publicidade", "ler comentários",
            "artigo exclusivo para assinantes", "ouvir este artigo",
            "# visualizações",
            "a carregar",
        ],
        link_headings: &[
            "a não perder", "artigos relacionados", "as mais lidas", "conteúdo relacionado",
            "conteúdos relacionados", "destaques", "em destaque", "leia também", "ler também", "mais lidas",
            "mais lidos", "mais notícias", "mais populares", "mais sobre este assunto", "mais sobre o tema",
            "mais vistas", "mais vistos", "notícias relacionadas", "não perca", "outras notícias",
            "pode gostar também", "pode interessar", "populares", "recomendado", "recomendado para você",
            "recomendados", "recomendados para si", "recomendamos", "relacionadas", "relacionados",
            "sugestões de leitura", "tendências", "tópicos relacionados", "veja também", "você pode gostar",
            "você também pode gostar", "últimas", "últimas notícias",
            "leia mais", "leia ainda", "mais do g#", "saiba mais", "veja mais", "em alta", "mais sobre",
            "outros artigos", "a ler",
        ],
        openings: &[
            "(com informações", "acompanhe", "actualizado", "ao assinar", "ao se inscrever", "apoie",
            "apoie o", "as últimas notícias", "assine", "assuntos:", "atualizada", "atualizado",
            "baixe gratuitamente", "baixe nosso", "baixe o app", "baixe o nosso", "cadastre-se",
            "clique aqui", "clique para", "com agência", "com agências", "com informações", "com lusa",
            "comente", "compartilhar", "compartilhe", "contacte", "conteúdo exclusivo",
            "conteúdo patrocinado", "continua após", "continua depois", "crédito:", "créditos:",
            "deixe o seu", "deixe seu", "descarregue", "doe para", "encontrou um erro", "entre em contato",
            "entre em nosso", "entre no nosso", "envie a sua", "envie sua", "escreva para", "escreva-nos",
            "esta notícia tem mais", "este artigo tem mais", "este conteúdo", "este vídeo não está",
            "fale com", "fique a par", "fique por dentro", "fonte:", "fontes:", "foto:", "fotos:", "imagem:",
            "infográfico", "inscreva-se", "inscreve-te", "junte-se", "já é assinante", "leia a", "leia ainda",
            "leia mais", "leia o", "leia também", "leia:", "ler mais", "ler também", "mais informações",
            "mais sobre", "notícia em", "não perca", "o que achou", "o seu navegador", "para continuar",
            "para ler", "para mais informações", "participe do", "partilhar", "partilhe", "podcast:",
            "publicada", "publicado", "quer ler", "quer receber", "receba", "receba as", "receba no seu",
            "receba notícias", "registe-se", "saiba mais", "segue-nos", "seu navegador", "siga a",
            "siga nosso", "siga o", "siga o nosso", "siga-nos", "tags:", "tem alguma informação", "temas:",
            "tempo de leitura", "toda a atualidade", "veja fotos", "veja mais", "veja o vídeo", "veja também",
            "veja:", "viu algum erro", "vídeo:", "é assinante", "última atualização",
            "ouça esta", "ouça este",
            "o artigo continua", "a notícia continua", "continua a ler", "continue lendo", "siga nos",
            "clique e", "entre no", "entre para", "assine já", "subscreva", "baixe o", "veja todas", "vídeos:",
            "vídeos em alta", "vídeos mais", "encontrou algum erro", "comunicar erro", "reportar erro",
            "informe um erro", "tem alguma sugestão", "tem uma sugestão", "envie para", "envie-nos",
            "ajude-nos", "apoie o jornalismo", "exclusivo para assinantes", "deixe seu comentário",
            "deixe o seu comentário", "mais notícias",
            "tem sugestões", "tem dúvidas", "inicie sessão", "artigo exclusivo", "conteúdo para assinantes",
        ],
        notes: &[
            "as opiniões expressas", "correcção:", "correção:", "em uma versão anterior", "errata", "errata:",
            "esclarecimento:", "esta notícia foi", "esta reportagem foi", "este artigo foi",
            "este artigo foi publicado", "este site usa cookies", "este site utiliza cookies",
            "este texto foi", "este website utiliza cookies", "na versão anterior", "nota da direção",
            "nota da redacção", "nota da redação", "nota do editor", "numa versão anterior",
            "nós e os nossos parceiros", "proibida a reprodução", "retificação", "retificação:",
            "se precisar de ajuda", "se você precisa", "uma versão anterior", "usamos cookies",
            "utilizamos cookies", "é proibida a reprodução",
        ],
        phrases: &[
            "a nossa newsletter", "canal do telegram", "canal do whatsapp", "canal no whatsapp",
            "canal no youtube", "clique aqui", "colaborou com esta", "colaborou nesta",
            "contribuiu para esta", "contribuíram para esta", "exclusivo para assinantes", "foi atualizada",
            "foi atualizado", "leia também", "min de leitura", "minutos de leitura", "no google notícias",
            "no seu e-mail", "no seu email", "nossa app", "nossa newsletter", "nossas newsletters",
            "nossas redes", "nosso aplicativo", "nosso app", "nosso canal", "o nosso canal",
            "política de privacidade", "siga-nos", "siga-nos no", "tempo de leitura", "termos de uso",
            "todos os direitos reservados", "versão anterior desta", "versão anterior deste",
            "canal do g#",
        ],
        rights: &[
            "direitos reservados", "proibida a reprodução", "proibida sua reprodução", "reprodução proibida",
            "todos os direitos reservados",
        ],
        share_words: &[
            "comentar", "comentários", "compartilhamentos", "compartilhar", "compartilhe", "copiar", "enviar",
            "guardar", "imprimir", "link", "partilhar", "partilhe", "salvar", "seguir", "tuitar", "tweetar",
        ],
        share_connectors: &[
            "a", "amigo", "artigo", "com", "do", "em", "esta", "este", "ligação", "mais", "na", "no",
            "notícia", "o", "para", "pelo", "por", "tarde", "um", "uma", "via",
        ],
        clock_words: &[
            "a", "ano", "anos", "as", "atrás", "atualizada", "atualizado", "atualização", "criado", "data",
            "dia", "dias", "do", "em", "h", "hoje", "hora", "horas", "hs", "há", "leitura", "meses", "min",
            "minuto", "minutos", "modificado", "mês", "o", "ontem", "publicada", "publicado", "semana",
            "semanas", "às", "última",
        ],
        follow_words: &[
            "acompanhe", "contacte", "curta", "escreva", "inscreva-se", "junte-se", "participe", "segue-nos",
            "siga", "siga-nos",
        ],
        summary_headings: &[
            "resumo", "pontos-chave", "destaques", "em resumo",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        cities: &[
            "Belo Horizonte", "Belém", "Bissau", "Braga", "Brasília", "Bruxelas", "Campinas", "Coimbra",
            "Curitiba", "Díli", "Florianópolis", "Fortaleza", "Genebra", "Goiânia", "Lisboa", "Londres",
            "Luanda", "Maceió", "Madri", "Madrid", "Manaus", "Maputo", "Moscou", "Moscovo", "Niterói",
            "Nova Iorque", "Nova York", "Paris", "Pequim", "Porto Alegre", "Recife", "Rio de Janeiro",
            "São Luís", "São Paulo", "Washington",
        ],
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
        agencies: &["lusa", "estadão", "ebc", "folhapress", "angop", "inforpress", "g1"],
        paper_words: &["Agência", "Diário", "Jornal", "Rádio"],
        ..DatelineWords::NONE
    },
};
