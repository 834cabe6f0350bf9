//! Whole articles, language by language.

use messages::Field;
use segmenter::{Languages, segment_body, segment_headline};

use super::{check_blocks, listing};

#[test]
fn an_english_article_has_all_its_parts() {
    check_blocks(
        "en",
        "Ferry strike strands island commuters\n\nBy Mara Quist and Tom Adeyemi\n\n\
         LERWICK, Scotland, 4 June (Northwire/NPA) — Ferry crews walked out on Thursday. No boats left.\n\n\
         “We had no choice,” said Ola Reid, who leads the union.\n\n\
         (Reporting by Mara Quist; Editing by Tom Adeyemi)\n\n© 2026 Northwire. All rights reserved.\n",
        &[
            "headline: Ferry strike strands island commuters",
            "byline: By Mara Quist and Tom Adeyemi",
            "dateline: LERWICK, Scotland, 4 June (Northwire/NPA) — | LERWICK, Scotland | 4 June | Northwire/NPA",
            "paragraph: Ferry crews walked out on Thursday. No boats left.",
            "paragraph: “We had no choice,” said Ola Reid, who leads the union.",
            "trailer: (Reporting by Mara Quist; Editing by Tom Adeyemi)",
            "trailer: © 2026 Northwire. All rights reserved.",
        ],
    );
}

#[test]
fn a_german_article_has_all_its_parts() {
    check_blocks(
        "de",
        "Bahn stellt Nachtzug nach Triest ein\n\nVon Jana Heller\n\n\
         Graz (dpa) - Der Nachtzug fährt ab Montag nicht mehr. Das teilte die Bahn am 3. Mai mit.\n\n\
         „Wir bedauern das“, sagte eine Sprecherin.\n\nLesen Sie auch: Neue Züge für den Süden",
        &[
            "headline: Bahn stellt Nachtzug nach Triest ein",
            "byline: Von Jana Heller",
            "dateline: Graz (dpa) - | Graz | - | dpa",
            "paragraph: Der Nachtzug fährt ab Montag nicht mehr. Das teilte die Bahn am 3. Mai mit.",
            "paragraph: „Wir bedauern das“, sagte eine Sprecherin.",
            "trailer: Lesen Sie auch: Neue Züge für den Süden",
        ],
    );
}

#[test]
fn a_french_article_has_all_its_parts() {
    check_blocks(
        "fr",
        "La marée noire gagne les îles\n\nPar Inès Morvan\n\n\
         BREST, 3 mai (AFP) – Une nappe de pétrole dérive vers les îles. Les plages sont fermées.\n\nTous droits réservés",
        &[
            "headline: La marée noire gagne les îles",
            "byline: Par Inès Morvan",
            "dateline: BREST, 3 mai (AFP) – | BREST | 3 mai | AFP",
            "paragraph: Une nappe de pétrole dérive vers les îles. Les plages sont fermées.",
            "trailer: Tous droits réservés",
        ],
    );
}

#[test]
fn a_spanish_article_has_all_its_parts() {
    check_blocks(
        "es",
        "La sequía vacía los embalses\n\nPor Lucía Ferrer\n\n\
         Zaragoza, 3 may (EFE).- Los embalses están al mínimo. No llueve desde marzo.\n\nLea también: Cortes de agua",
        &[
            "headline: La sequía vacía los embalses",
            "byline: Por Lucía Ferrer",
            "dateline: Zaragoza, 3 may (EFE).- | Zaragoza | 3 may | EFE",
            "paragraph: Los embalses están al mínimo. No llueve desde marzo.",
            "trailer: Lea también: Cortes de agua",
        ],
    );
}

#[test]
fn a_russian_article_has_all_its_parts() {
    check_blocks(
        "ru",
        "В Перми открыли новый мост\n\n\
         ПЕРМЬ, 3 мая. /ТАСС/. Новый мост открыли в понедельник. Движение началось сразу.\n\nЧитайте также: Ремонт дорог",
        &[
            "headline: В Перми открыли новый мост",
            "dateline: ПЕРМЬ, 3 мая. /ТАСС/. | ПЕРМЬ | 3 мая | ТАСС",
            "paragraph: Новый мост открыли в понедельник. Движение началось сразу.",
            "trailer: Читайте также: Ремонт дорог",
        ],
    );
}

#[test]
fn an_arabic_article_has_all_its_parts() {
    check_blocks(
        "ar",
        "افتتاح خط مترو جديد\n\nعمان (رويترز) - افتتح الوزير خط المترو يوم الاثنين. بدأ التشغيل فورا.\n\nالمصدر: وكالات",
        &[
            "headline: افتتاح خط مترو جديد",
            "dateline: عمان (رويترز) - | عمان | - | رويترز",
            "paragraph: افتتح الوزير خط المترو يوم الاثنين. بدأ التشغيل فورا.",
            "trailer: المصدر: وكالات",
        ],
    );
}

#[test]
fn a_korean_article_has_all_its_parts() {
    check_blocks(
        "ko",
        "부산항 파업 사흘째 이어져\n\n(부산=연합뉴스) 박민지 기자 = 부산항 노조의 파업이 사흘째 이어졌다. 화물이 쌓였다.\n\n(끝)",
        &[
            "headline: 부산항 파업 사흘째 이어져",
            "dateline: (부산=연합뉴스) 박민지 기자 = | 부산 | - | 연합뉴스",
            "paragraph: 부산항 노조의 파업이 사흘째 이어졌다. 화물이 쌓였다.",
            "trailer: (끝)",
        ],
    );
}

#[test]
fn a_japanese_article_has_all_its_parts() {
    check_blocks(
        "ja",
        "札幌で記録的な大雪\n\n【札幌共同】札幌市で三日、記録的な大雪となった。鉄道は終日運休した。\n\n関連記事：雪まつり中止",
        &[
            "headline: 札幌で記録的な大雪",
            "dateline: 【札幌共同】 | 札幌 | - | 共同",
            "paragraph: 札幌市で三日、記録的な大雪となった。鉄道は終日運休した。",
            "trailer: 関連記事：雪まつり中止",
        ],
    );
}

#[test]
fn a_chinese_article_has_all_its_parts() {
    check_blocks(
        "zh",
        "青岛港迎来首艘氢能货轮\n\n新华社青岛5月3日电（记者 林晓）首艘氢能货轮三日靠泊青岛港。码头工人迎接了它。\n\n（完）",
        &[
            "headline: 青岛港迎来首艘氢能货轮",
            "dateline: 新华社青岛5月3日电（记者 林晓） | 青岛 | 5月3日 | 新华社",
            "paragraph: 首艘氢能货轮三日靠泊青岛港。码头工人迎接了它。",
            "trailer: （完）",
        ],
    );
}

#[test]
fn single_line_breaks_separate_long_lines() {
    check_blocks(
        "en",
        "Ferry strike ends\nFerry crews went back to work on Friday after a night of talks with the owners, who promised to pay more from June.\n\
         The first boat left the harbour at dawn with two hundred people on board, most of them on their way to work or to school.",
        &[
            "headline: Ferry strike ends",
            "paragraph: Ferry crews went back to work on Friday after a night of talks with the owners, who promised to pay more from June.",
            "paragraph: The first boat left the harbour at dawn with two hundred people on board, most of them on their way to work or to school.",
        ],
    );
}

#[test]
fn lines_wrapped_by_hand_are_one_paragraph() {
    check_blocks(
        "en",
        "Ferry crews went back to work on Friday after a night of\r\ntalks with the owners, who promised to pay more from June.\r\n\r\n\
         The first boat left the harbour at dawn with two hundred\r\npeople on board.\r\n",
        &[
            "paragraph: Ferry crews went back to work on Friday after a night of⏎⏎talks with the owners, who promised to pay more from June.",
            "paragraph: The first boat left the harbour at dawn with two hundred⏎⏎people on board.",
        ],
    );
}

#[test]
fn a_headline_field_repeated_in_the_body_is_a_headline_there_too() {
    let body = "Ferry strike ends.\n\nBoats left at dawn.";
    let segments = segment_body(body, Some("Ferry Strike Ends"), None, &Languages::only("en"));
    assert_eq!(listing(body, &segments), ["headline: Ferry strike ends.", "paragraph: Boats left at dawn."]);
}

#[test]
fn the_headline_field_is_one_block_and_one_sentence() {
    let segments = segment_headline(" Ferry strike ends. Boats sail ");
    assert_eq!(segments.field, Field::Headline);
    assert_eq!((segments.blocks.len(), segments.sentences.len()), (1, 1));
    assert!(segment_headline("  ").blocks.is_empty());
}

#[test]
fn a_paragraph_that_opens_with_by_is_not_a_byline() {
    check_blocks(
        "en",
        "By Friday the harbour was empty and nobody knew why.\n\nBoats left at dawn.",
        &[
            "paragraph: By Friday the harbour was empty and nobody knew why.",
            "paragraph: Boats left at dawn.",
        ],
    );
}
