//! Lines under pictures, between the paragraphs of a story.

use super::check_blocks;

#[test]
fn a_line_that_holds_a_picture_credit_is_a_caption() {
    let lead =
        "The new tram along the harbour opens on Monday, a month ahead of plan, the city said on Friday.";
    let more = "A ticket costs two pounds. The first tram leaves at five in the morning.";
    for line in [
        "Mara Quist/Getty Images",
        "Photo by Mara Quist",
        "El tranvía, el lunes. MARA QUINTANA (EFE)",
        "El tranvía del puerto | EFE",
        "© Mara Quesnel",
        "Foto Ansa",
        "Immagine di repertorio",
        "Imagem ilustrativa",
        "תמונה להמחשה",
        "港を走る路面電車＝3日、横浜市（共同）",
        "항만 트램. 연합뉴스",
        "The tram on its first day. PA Media",
        "The tram in 1965. Image source, Mara Quist",
        "The tram at the depot. Submitted photo",
        "Die Bahn im Depot. (Archivbild) © picture alliance/dpa | Mara Heller",
        "El tranvía sale del puerto, el lunes. MARA QUINTANA",
        "Le tram du port, lundi. LOUIS CARDON POUR LE LITTORAL",
        "Il tram in via del porto (Ansa)",
        "A ponte caiu na madrugada — Foto: Corpo de Bombeiros/Divulgação",
        "Tramvaj stojí v depu. | foto: Český rozhlas – Jan Kvíz",
        "Tramvaj ob zori. Foto: Zavod za gozdove",
        "Tramwaj przy porcie rano / Źródło: Policja",
        "A villamos a kikötőben. Forrás: Facebook/Kikötő Info",
        "Трамвай у порта утром Источник: читатель",
        "Το τραμ στο λιμάνι. Φωτ. αρχείου",
        "الترام على الجسر صباح الاثنين (رويترز)",
        "5月3日，港口电车首日运行。新华社记者 王磊 摄",
        "港の電車=横浜市で2026年5月3日、山田太郎撮影",
        "항만 트램 [항만공사 제공. 재판매 및 DB 금지]",
        "The tram at the quay. [Mara Quist/Staff]",
        "The tram at dawn. Mara Quist/The Harbour News",
        "The tram at dawn (Mara Quist, The Harbour News)",
        "El tranvía, este lunes. | EUROPA PRESS",
        "Le tram au quai. PHOTO MARA QUESNEL, LE LITTORAL",
        "Il tram al molo, foto d'archivio",
        "Spårvagnen vid kajen. Arkivbild.",
        "电车停靠在码头 图/王磊",
        "항만의 트램 ⓒ뉴시스",
        "ANP / Mara de Wit",
        "Le tram du port, lundi. LOUIS CARDON POUR « LE LITTORAL »",
        "13일 항만에 들어온 트램. /항만공사",
        "The tram at the quay. (Mara Quist / For The Harbour News)",
        "El tranvía en el muelle. / Mara Quintana",
        "Le tram sur le quai, lundi. Photo Mara Quesnel / Le Littoral",
    ] {
        let caption = format!("caption: {line}");
        let (first, last) = (format!("paragraph: {lead}"), format!("paragraph: {more}"));
        check_blocks("en", &format!("{lead}\n\n{line}\n\n{more}"), &[&first, &caption, &last]);
    }
}

#[test]
fn a_line_above_the_credit_of_its_picture_is_a_caption() {
    let lead =
        "De nieuwe tram langs de haven rijdt vanaf maandag, een maand eerder dan gepland, meldt de stad.";
    check_blocks(
        "nl",
        &format!("{lead}\n\nDe tram bij de kade\n\nANP / Mara de Wit\n\nEen kaartje kost twee euro."),
        &[
            &format!("paragraph: {lead}"),
            "caption: De tram bij de kade",
            "caption: ANP / Mara de Wit",
            "paragraph: Een kaartje kost twee euro.",
        ],
    );
}

#[test]
fn a_sentence_about_a_picture_stays_in_the_story() {
    let lead =
        "The new tram along the harbour opens on Monday, a month ahead of plan, the city said on Friday.";
    let more = "A ticket costs two pounds. The first tram leaves at five in the morning.";
    for line in [
        "Photo: that word stood under all of them, she said.",
        "Crédit photo : ces mots, il ne les a jamais lus, dit-il en riant.",
        "Фото не показывает, как он гудит, сказал водитель.",
        "写真を撮ろうとした人もいたが、警察が止めた。",
    ] {
        let lines = [lead, line, more].map(|line| format!("paragraph: {line}"));
        let body = format!("{lead}\n\n{line}\n\n{more}");
        check_blocks("en", &body, &lines.each_ref().map(String::as_str));
    }
}
