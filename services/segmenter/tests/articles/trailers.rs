//! Credits, notices and sign-offs below the story.

use super::check_blocks;

#[test]
fn a_credit_behind_the_last_sentence_is_a_trailer() {
    check_blocks(
        "en",
        "Boats left at dawn. Crews were glad. (Writing by Tom Adeyemi)",
        &["paragraph: Boats left at dawn. Crews were glad.", "trailer: (Writing by Tom Adeyemi)"],
    );
}

#[test]
fn links_below_a_notice_and_everything_below_an_end_mark_are_trailers() {
    check_blocks(
        "en",
        "Boats left at dawn.\n\nRead more:\n\nHow the strike began\n\nWhat crews earn",
        &[
            "paragraph: Boats left at dawn.",
            "trailer: Read more:",
            "trailer: How the strike began",
            "trailer: What crews earn",
        ],
    );
    check_blocks(
        "en",
        "Boats left at dawn.\n\nENDS\n\nThe harbour was built in 1901.",
        &["paragraph: Boats left at dawn.", "trailer: ENDS", "trailer: The harbour was built in 1901."],
    );
    check_blocks("en", "Boats left at dawn.\n\n- AFP", &["paragraph: Boats left at dawn.", "trailer: - AFP"]);
}

#[test]
fn a_body_that_is_only_a_notice_is_furniture() {
    check_blocks("en", "Read more: How the strike began", &["furniture: Read more: How the strike began"]);
    check_blocks("en", " \n ", &[]);
}

/// Checks that the lines of `trailer` below a story are trailers.
fn check_trailer(trailer: &[&str]) {
    let body = format!("Snow fell.\n\n{}", trailer.join("\n"));
    let lines: Vec<String> = trailer.iter().map(|line| format!("trailer: {line}")).collect();
    let expected: Vec<&str> =
        ["paragraph: Snow fell."].into_iter().chain(lines.iter().map(String::as_str)).collect();
    check_blocks("en", &body, &expected);
}

#[test]
fn an_agency_and_initials_sign_below_the_story() {
    check_trailer(&["EFE"]);
    check_trailer(&["ega/mvl/sp"]);
    check_trailer(&["aru/ kmb/"]);
    check_trailer(&["ASD // MSF"]);
    check_trailer(&["Lusa/Fim"]);
    check_trailer(&["--(بترا)", "م خ/ر ع"]);
    check_trailer(&["भाषा अनुराग शफीक"]);
    check_trailer(&["ega/mvl/sp", "© Northwire"]);
}

#[test]
fn a_short_last_line_may_belong_to_the_story() {
    for line in ["CNN won.", "Yes/No?", "A red / blue painting", "What now"] {
        let expected = format!("paragraph: {line}");
        check_blocks("en", &format!("Snow fell.\n\n{line}"), &["paragraph: Snow fell.", &expected]);
    }
}

#[test]
fn notices_of_many_languages_are_trailers() {
    check_trailer(&["© Укрінформ"]);
    check_trailer(&["При цитуванні посилання на видання обов'язкове."]);
    check_trailer(&["При цитировании ссылка на издание обязательна."]);
    check_trailer(&["Читайте также: Ремонт дорог"]);
    check_trailer(&["minji@paper.example", "<저작권자(c) 북항일보, 무단 전재-재배포 금지>"]);
    check_trailer(&["저작권자(c) 북항일보, 무단 전재-재배포 금지"]);
    check_trailer(&["Muhabir: Selin Aydın"]);
    check_trailer(&["（完）"]);
    check_trailer(&["【終】"]);
}

#[test]
fn a_signature_behind_the_last_sentence_is_a_separate_trailer() {
    for (language, told, signature) in [
        ("es", "Ayer nevó mucho.", " EFE"),
        ("pl", "Wczoraj padał śnieg.", " (PAP)"),
        ("it", "Ieri è nevicato.", " (ANSA)."),
        ("zh", "下雪了。", "（完）"),
        ("ja", "雪が降った。", "（共同）"),
    ] {
        let expected = [format!("paragraph: {told}"), format!("trailer: {}", signature.trim())];
        check_blocks(language, &format!("{told}{signature}"), &[&expected[0], &expected[1]]);
    }
    check_blocks("en", "So says the agency (AP).", &["paragraph: So says the agency (AP)."]);
    check_blocks("en", "He left. She is at EFE", &["paragraph: He left. She is at EFE"]);
}

#[test]
fn numbered_lines_without_a_space_are_items() {
    check_blocks(
        "zh",
        "港口公布三项措施：\n1.夜间停航。\n2.票价下调。\n3.增加船班。",
        &["paragraph: 港口公布三项措施：", "item: 1.夜间停航。", "item: 2.票价下调。", "item: 3.增加船班。"],
    );
    check_blocks(
        "zh",
        "港口公布三项措施：\n一、夜间停航。\n二、票价下调。\n三、增加船班。",
        &[
            "paragraph: 港口公布三项措施：",
            "item: 一、夜间停航。",
            "item: 二、票价下调。",
            "item: 三、增加船班。",
        ],
    );
}

#[test]
fn a_name_alone_signs_below_the_story() {
    let story = "Con khỉ đã được đưa về rừng Sơn Trà sáng thứ Sáu, kiểm lâm cho biết.";
    for name in ["Hồng Vân", "Anne-Lise Morvan (Rennes, correspondante)"] {
        let expected = [format!("paragraph: {story}"), format!("trailer: {name}")];
        check_blocks("vi", &format!("{story}\n\n{name}"), &expected.each_ref().map(String::as_str));
    }
}

#[test]
fn labels_of_many_kinds_open_the_entries_of_a_list() {
    for labels in [
        ["i) ", "ii) ", "iii) "],
        ["I) ", "II) ", "III) "],
        ["1 – ", "2 – ", "3 – "],
        ["1º ", "2º ", "3º "],
        ["أ) ", "ب) ", "ج) "],
        ["一是", "二是", "三是"],
        ["A) ", "B) ", "C) "],
        ["а) ", "б) ", "в) "],
        ["1- ", "2- ", "3- "],
        ["۱. ", "۲. ", "۳. "],
        ["✓ ", "✓ ", "✓ "],
        ["▲ ", "▲ ", "▲ "],
    ] {
        let [one, two, three] = labels.map(|label| format!("{label}Fares rise"));
        let items = [&one, &two, &three].map(|entry| format!("item: {entry}"));
        let expected = ["paragraph: The plan:", &items[0], &items[1], &items[2]];
        check_blocks("en", &format!("The plan:\n{one}\n{two}\n{three}"), &expected);
    }
}

#[test]
fn requests_to_readers_are_trailers_in_many_languages() {
    for line in [
        "Send your story ideas to north@example.org",
        "• This article was amended on 27 May 2026. An earlier version gave the wrong day.",
        "Dieses Thema im Programm: Radio Hafen | Nachrichten | 21. Mai 2026 | 17:00 Uhr",
        "Das ist eine Nachricht direkt vom dpa-Newskanal.",
        "Cet article vous a-t-il plu ? Suivez toute l'actualité du port sur notre application.",
        "Puedes seguir a CLIMA en Facebook y X, o apuntarte aquí para recibir nuestra newsletter semanal",
        "Iscriviti al canale WhatsApp per restare aggiornato",
        "VÍDEOS: veja tudo sobre o porto",
        "Heb je een tip of opmerking? Stuur ons je nieuws of foto via WhatsApp of mail.",
        "Vi rättar fel. Har du hittat något? Mejla redaktionen.",
        "Artiklen er oprindeligt bragt på havnen.example",
        "Hei! Har du innspill til denne saken, eller tips til andre saker? Send meg gjerne en e-post!",
        "Mitä ajatuksia juttu herätti? Voit keskustella aiheesta 22.5. klo 23 saakka.",
        "Dziękujemy, że przeczytałaś/eś nasz artykuł do końca. Bądź na bieżąco!",
        "Pokud jste v článku zaznamenali chybu nebo překlep, dejte nám vědět.",
        "Ďakujeme, že čítate naše správy. Ak ste našli chybu, napíšte nám.",
        "Hibát talált? Írja meg nekünk!",
        "Dacă ți-a plăcut acest articol, urmărește-ne pe Facebook, Instagram și Google News.",
        "Vijesti s mora pratite na našem Viberu",
        "Opazili ste napako? Sporočite nam na napake@example.org",
        "Следете ни и в Google News Showcase",
        "Нашли опечатку? Выделите её и нажмите Ctrl + Enter",
        "Якщо ви помітили помилку, виділіть необхідний текст і натисніть Ctrl+Enter",
        "Ακολουθήστε μας στο Google News και μάθετε πρώτοι όλες τις ειδήσεις",
        "Son dakika haberleri için bizi Google News'te takip edin",
        "تابعوا آخر الأخبار عبر قناتنا على واتساب",
        "מצאתם טעות בכתבה? כתבו לנו",
        "ما را در تلگرام دنبال کنید",
        "ताजा खबरों के लिए हमारे व्हाट्सएप चैनल से जुड़ें",
        "ফেসবুকে আমাদের ফলো করুন",
        "【纠错】 【责任编辑：李悦】",
        "あわせて読みたい",
        "제보는 카카오톡 okjebo",
    ] {
        check_trailer(&[line]);
    }
}

#[test]
fn a_last_paragraph_that_speaks_like_a_notice_belongs_to_the_story() {
    for line in [
        "“All rights reserved,” the label on the bottle said.",
        "Alle Rechte vorbehalten, steht auf dem Schild am Hafen.",
        "Sva prava pridržana, pisalo je ispod svake slike.",
        "Follow the hare, joked the ranger.",
        "EFE conserva además las fichas de sus redactores.",
        "PAP przypomina, że część zbiorów spłonęła.",
        "TASS had reported the theft on Monday.",
    ] {
        let expected = format!("paragraph: {line}");
        check_blocks("en", &format!("Snow fell.\n\n{line}"), &["paragraph: Snow fell.", &expected]);
    }
}

#[test]
fn a_sentence_about_rights_takes_nothing_of_the_story_with_it() {
    let lines = [
        "The court in Leeds gave eleven photographers their pictures back on Friday, after nine years.",
        "“All rights reserved means all rights reserved,” said their lawyer.",
        "The company will appeal.",
    ];
    let expected = lines.map(|line| format!("paragraph: {line}"));
    check_blocks("en", &lines.join("\n\n"), &expected.each_ref().map(String::as_str));
}
