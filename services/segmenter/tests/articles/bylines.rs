//! Bylines between headline and lead.

use super::check_blocks;

const HEADLINE: &str = "Harbour tram opens a month early";
const LEAD: &str =
    "The new tram along the harbour opens on Monday, a month ahead of plan, the city said on Friday.";
const MORE: &str = "A ticket costs two pounds. The first tram leaves at five in the morning.";

/// Checks that the lines below the headline are bylines.
fn check_bylines(lines: &[&str]) {
    for line in lines {
        let expected = [
            format!("headline: {HEADLINE}"),
            format!("byline: {line}"),
            format!("paragraph: {LEAD}"),
            format!("paragraph: {MORE}"),
        ];
        let expected = expected.each_ref().map(String::as_str);
        check_blocks("en", &format!("{HEADLINE}\n\n{line}\n\n{LEAD}\n\n{MORE}"), &expected);
    }
}

#[test]
fn a_name_below_the_headline_is_a_byline_with_its_role_place_or_paper() {
    check_bylines(&[
        "Mara Quist",
        "MARA QUIST",
        "Mara Quist and Tom Adeyemi",
        "Mara Quist, Political Editor",
        "Mara Quist Staff Reporter",
        "Mara Quist | Staff writer",
        "Mara Quist, BBC News",
        "Mara Quist in Nairobi",
        "Mara Quist for the Harbour News",
        "Mara Quist, Hamburg",
        "Mara Quesnel avec AFP",
        "Mara Quesnel, envoyée spéciale à Kiev",
        "Mara Quintana / Madrid",
        "Mara Quintana, enviada especial",
        "Mara Quintana y Luis Gil",
        "Mara Querini, inviata a Kiev",
        "Mara Queirós, enviada especial a Lisboa",
        "Mara de Kuiper",
        "Mara Kvist, Göteborg",
        "Mara Kvist/TT",
        "Jan Kvíz, ČTK",
        "Мара Квист, специальный корреспондент",
        "Мара Квист, Москва",
        "Mara Kaya / İstanbul",
        "مارا حداد – دبي",
        "【山田太郎】",
        "ロンドン＝山田太郎",
        "MTI / Kovács Péter",
        "ČTK, Lucie Malá",
        "M.B.",
        "AFP",
        "נועה לוי",
        "अनिल रावत, ऋषिकेश",
        "القاهرة - سلمى عبد الرحمن",
        "高橋恵",
        "高橋恵（横浜総局）",
        "MARA QUIST, Associated Press",
        "Mara Lestari - detikSulsel",
        "Posted By: Mara Quist May 3, 2026",
        "By Mara Quist Updated May 3, 2026 10:12 am",
        "Rédaction avec Belga",
    ]);
}

#[test]
fn what_opens_a_byline_may_be_several_words() {
    check_bylines(&[
        "Story by Mara Quist",
        "Written by Mara Quist",
        "Reporting by Mara Quist in Lagos",
        "By Mara Quist | May 3, 2026",
        "By Mara Quist • Published May 3, 2026",
        "Ein Bericht von Mara Heller",
        "Von unserem Korrespondenten Jan Heller",
        "Propos recueillis par Mara Quesnel",
        "Rédigé par Mara Quesnel",
        "Dal nostro inviato Marco Querini",
        "A cura di Mara Querini",
        "Texto de Mara Queirós",
        "Van onze correspondent Jan Kuiper",
        "Γράφει η Μάρα Δήμου",
        "De Mara Munteanu",
        "द्वारा मारा वर्मा",
        "โดย มารา ใจดี",
    ]);
}

#[test]
fn a_label_with_a_name_behind_it_is_a_byline() {
    check_bylines(&[
        "Words: Mara Quist",
        "Текст: Мара Квист",
        "Аутор: Мара Петровић",
        "Piše: Mara Horvat",
        "Szerző: Kis Mara",
        "Muhabir: Mara Kaya",
        "লেখক: মারা দাস",
        "文｜张三",
        "聞き手・山田太郎",
        "เรื่อง: มารา ใจดี",
    ]);
}

#[test]
fn a_newsroom_may_sign_instead_of_a_name() {
    check_bylines(&[
        "Staff reporter",
        "Redacción",
        "Da Redação",
        "Van onze verslaggever",
        "Haber Merkezi",
        "Tim Redaksi",
        "নিজস্ব প্রতিবেদক",
        "নিজস্ব সংবাদদাতা, কলকাতা",
    ]);
}

#[test]
fn a_role_or_an_agency_below_a_byline_belongs_to_it() {
    for role in ["The Associated Press", "Health correspondent, Leeds", "BBC News"] {
        let body = format!("{HEADLINE}\nBy Mara Quist\n{role}\n\n{LEAD}\n\n{MORE}");
        let expected = [
            format!("headline: {HEADLINE}"),
            "byline: By Mara Quist".to_owned(),
            format!("byline: {role}"),
            format!("paragraph: {LEAD}"),
            format!("paragraph: {MORE}"),
        ];
        check_blocks("en", &body, &expected.each_ref().map(String::as_str));
    }
}

#[test]
fn other_lines_below_a_headline_are_no_bylines() {
    for line in [
        "What we know so far",
        "Report: Tram opens late",
        "Passengers wait, drivers too",
        "A short history of the harbour tram",
    ] {
        let body = format!("{HEADLINE}\n\n{line}\n\n{LEAD}\n\n{MORE}");
        let segments = segmenter::segment_body(&body, None, None, &segmenter::Languages::only("en"));
        let found = super::listing(&body, &segments);
        assert!(!found.contains(&format!("byline: {line}")), "{found:?}");
    }
}
