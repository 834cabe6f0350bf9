//! What the page sets around a story and between its paragraphs.

use segmenter::{Languages, segment_body};

use super::{check_blocks, listing};

const LEAD: &str =
    "The ferries went back to work on Friday after a strike of nine days, the harbour office said.";
const MORE: &str = "The first boat left at dawn with sixty commuters. Nobody had expected it.";

/// Checks that each line is furniture above the story and between its paragraphs.
fn check_furniture(lines: &[&str]) {
    for line in lines {
        let furniture = format!("furniture: {line}");
        let (lead, more) = (format!("paragraph: {LEAD}"), format!("paragraph: {MORE}"));
        check_blocks("en", &format!("{line}\n\n{LEAD}\n\n{MORE}"), &[&furniture, &lead, &more]);
        check_blocks("en", &format!("{LEAD}\n\n{line}\n\n{MORE}"), &[&lead, &furniture, &more]);
    }
}

#[test]
fn offers_buttons_and_times_are_furniture_in_many_languages() {
    check_furniture(&[
        "Advertisement",
        "5 min read",
        "Sign up for our weekly newsletter",
        "We use cookies to make this site work. You can change your choice at any time.",
        "Last updated 20 minutes ago",
        "This article is more than 3 years old",
        "Share on WhatsApp Email Copy link",
        "Lesezeit: 4 Minuten",
        "Newsletter abonnieren",
        "Temps de lecture : 2 minutes",
        "La suite après cette publicité",
        "Tiempo de lectura: 3 min",
        "Suscríbete a nuestro boletín",
        "Tempo de leitura: 3 minutos",
        "Tempo di lettura: 2 minuti",
        "Leestijd: 3 minuten",
        "Lästid: 3 min",
        "Læsetid: 3 min.",
        "Lesetid: 3 min",
        "Lukuaika 3 min",
        "Czas czytania: 3 min",
        "Doba čtení: 3 minuty",
        "Čas čítania: 3 min",
        "Olvasási idő: 3 perc",
        "Timp de citire: 3 minute",
        "Време за четене: 3 минути",
        "Время чтения: 3 минуты",
        "Час читання: 3 хв",
        "Vrijeme čitanja: 3 min",
        "Време читања: 3 мин",
        "Čas branja: 3 min",
        "Χρόνος ανάγνωσης: 3 λεπτά",
        "Okuma süresi: 3 dakika",
        "مدة القراءة: 3 دقائق",
        "زمان مطالعه: ۳ دقیقه",
        "זמן קריאה: 3 דקות",
        "یہ بھی پڑھیں",
        "यह भी पढ़ें: पहाड़ों में बर्फ",
        "আরও পড়ুন: পাহাড়ে তুষার",
        "Waktu baca: 3 menit",
        "Thời gian đọc: 3 phút",
        "อ่านเพิ่มเติม",
        "阅读时间：3分钟",
        "この記事は3分で読めます",
        "공유하기",
        "Skaitymo laikas: 3 min",
        "Lasīšanas laiks: 3 min",
        "Lugemisaeg: 3 min",
        "Temps de lectura: 3 min",
    ]);
}

#[test]
fn a_note_of_the_desk_is_furniture_above_and_between() {
    check_furniture(&[
        "Editor’s note: This story was changed after the harbour office called.",
        "UPDATE (6 p.m.): This story has been updated with the first boat.",
        "Correction: An earlier version of this story gave the wrong day.",
        "Anmerkung der Redaktion: Der Text wurde ergänzt.",
        "Nota de la redacción: el texto fue corregido.",
    ]);
}

#[test]
fn text_of_a_story_is_no_furniture() {
    for line in [
        "Newsletter writers met in Leeds on Friday.",
        "She follows the harbour on Facebook.",
        "“Read our newsletter,” the master said.",
        "Share prices fell by three percent.",
        "He signed up for the first boat and slept on it.",
        "Der Anteil der Fähren stieg auf 3 Prozent.",
        "The Post Office will close at noon.",
    ] {
        let expected = format!("paragraph: {line}");
        let (lead, more) = (format!("paragraph: {LEAD}"), format!("paragraph: {MORE}"));
        check_blocks("en", &format!("{LEAD}\n\n{line}\n\n{MORE}"), &[&lead, &expected, &more]);
    }
}

#[test]
fn titles_below_the_heading_of_a_list_of_links_belong_to_it() {
    check_blocks(
        "en",
        &format!("{LEAD}\n\nRelated stories\n\nWhat crews earn\n\nHow the strike began\n\n{MORE}"),
        &[
            &format!("paragraph: {LEAD}"),
            "furniture: Related stories",
            "furniture: What crews earn",
            "furniture: How the strike began",
            &format!("paragraph: {MORE}"),
        ],
    );
}

#[test]
fn rows_of_tables_and_menus_are_furniture() {
    check_blocks(
        "en",
        &format!("Home | News | Harbour\n\n{LEAD}\n\nFerries 12 9\nTrains 8 3\n\n{MORE}"),
        &[
            "furniture: Home | News | Harbour",
            &format!("paragraph: {LEAD}"),
            "furniture: Ferries 12 9",
            "furniture: Trains 8 3",
            &format!("paragraph: {MORE}"),
        ],
    );
}

#[test]
fn a_heading_in_a_live_ticker_is_a_subheading() {
    check_blocks(
        "de",
        &format!("{LEAD}\n\n+++ 10:42 Uhr: Erste Fähre läuft aus +++\n\n{MORE}"),
        &[
            &format!("paragraph: {LEAD}"),
            "subheading: +++ 10:42 Uhr: Erste Fähre läuft aus +++",
            &format!("paragraph: {MORE}"),
        ],
    );
}

#[test]
fn below_a_headline_field_only_a_line_that_says_the_same_is_a_headline() {
    let check = |first: &str, kind: &str| {
        let body = format!("{first}\n\n{LEAD}");
        let given = Some("Ferries back to work after nine days");
        let segments = segment_body(&body, given, None, &Languages::only("en"));
        assert_eq!(listing(&body, &segments).first(), Some(&format!("{kind}: {first}")));
    };
    check("Ferries back to work after nine days", "headline");
    check("FERRIES BACK TO WORK AFTER NINE DAYS | Harbour News", "headline");
    check("What commuters say about the strike", "subheading");
    check("Share this article", "furniture");
}

#[test]
fn a_headline_may_come_below_furniture_and_captions() {
    check_blocks(
        "en",
        &format!("Advertisement\n\nFerries go back to work\n\nBy Mara Quist\n\n2 January 2026\n\n{LEAD}"),
        &[
            "furniture: Advertisement",
            "headline: Ferries go back to work",
            "byline: By Mara Quist",
            "furniture: 2 January 2026",
            &format!("paragraph: {LEAD}"),
        ],
    );
}

#[test]
fn a_line_that_no_rule_knows_does_not_hide_the_notices_above_it() {
    check_blocks(
        "en",
        &format!(
            "{LEAD}\n\n{MORE}\n\n© 2026 Northwire. All rights reserved.\n\nPrinted on paper from the hills of Wales."
        ),
        &[
            &format!("paragraph: {LEAD}"),
            &format!("paragraph: {MORE}"),
            "trailer: © 2026 Northwire. All rights reserved.",
            "trailer: Printed on paper from the hills of Wales.",
        ],
    );
}

#[test]
fn a_line_about_the_author_is_a_trailer() {
    let check = |line: &str, kind: &str| {
        let expected = format!("{kind}: {line}");
        check_blocks(
            "en",
            &format!("{LEAD}\n\n{MORE}\n\n{line}"),
            &[&format!("paragraph: {LEAD}"), &format!("paragraph: {MORE}"), &expected],
        );
    };
    check("Mara Quist is a reporter at the Harbour Post.", "trailer");
    check("Mara Quist covers ports for the Harbour Post. Reach her at mara@post.example.", "trailer");
    check("Insurance covers only half of the damage.", "paragraph");
    check("Her brother is a reporter in Turku.", "paragraph");
}

#[test]
fn reporters_sign_below_a_story() {
    for line in [
        "김민지 기자",
        "[김민지 기자 mjkim@paper.example]",
        "(김민지 기자)",
        "김민지 기자 = mjkim@paper.example",
    ] {
        let expected = format!("trailer: {line}");
        check_blocks(
            "ko",
            &format!("부산항의 컨테이너 처리량이 지난달 크게 늘었다고 항만공사가 밝혔다.\n\n{line}"),
            &["paragraph: 부산항의 컨테이너 처리량이 지난달 크게 늘었다고 항만공사가 밝혔다.", &expected],
        );
    }
}

#[test]
fn the_section_above_the_headline_is_furniture() {
    for kicker in ["Politics", "Home / News / Leeds", "Wirtschaft", "Главная • Общество", "社会"]
    {
        check_blocks(
            "en",
            &format!("{kicker}\n\nFerries go back to work\n\nMara Quist\n\nReporter\n\n{LEAD}\n\n{MORE}"),
            &[
                &format!("furniture: {kicker}"),
                "headline: Ferries go back to work",
                "byline: Mara Quist",
                "byline: Reporter",
                &format!("paragraph: {LEAD}"),
                &format!("paragraph: {MORE}"),
            ],
        );
    }
}

#[test]
fn an_unknown_line_above_the_lead_hides_neither_headline_nor_byline() {
    check_blocks(
        "en",
        &format!("Ferries go back to work\n\nMara Quist\n\nZoom the harbour map\n\n{LEAD}\n\n{MORE}"),
        &[
            "headline: Ferries go back to work",
            "byline: Mara Quist",
            "subheading: Zoom the harbour map",
            &format!("paragraph: {LEAD}"),
            &format!("paragraph: {MORE}"),
        ],
    );
}

#[test]
fn lines_of_whole_pages_are_furniture_in_many_languages() {
    check_furniture(&[
        "Share Save",
        "Kranj, 26. 05. 2026 11.20",
        "21. máj 2026 o 14:20 I SITA",
        "Weiterlesen nach der Anzeige",
        "La suite de cet article après la publicité",
        "La nota continúa debajo",
        "Il resto dell'articolo dopo la pubblicità",
        "Continua depois da publicidade",
        "Tekst gaat verder onder de foto",
        "Annons, artikeln fortsätter under annonsen",
        "Artiklen fortsætter efter annoncen",
        "Artikkelen fortsetter under bildet.",
        "Juttu jatkuu mainoksen jälkeen",
        "Dalsza część artykułu pod materiałem wideo",
        "Článek pokračuje pod reklamou",
        "Článok pokračuje pod video reklamou",
        "A cikk a hirdetés után folytatódik",
        "Articolul continuă după reclamă",
        "Tekst se nastavlja ispod oglasa",
        "Članek se nadaljuje pod oglasom",
        "1240 прочитания",
        "Продолжение после рекламы",
        "Продовження після реклами",
        "Η ανάγνωση συνεχίζεται μετά τη διαφήμιση",
        "ΔΙΑΦΗΜΙΣΗ",
        "Reklamdan sonra devam ediyor",
        "حجم الخط",
        "המשך הכתבה אחרי הפרסומת",
        "اندازه متن",
        "字級設定： 小 中 大",
        "この記事は有料記事です。残り450文字（全文820文字）",
        "글자크기 조정 공유하기",
    ]);
}

#[test]
fn what_somebody_says_is_no_furniture() {
    for line in [
        "– Tips oss om du ser den igjen, sier rennlederen.",
        "Kilde: Ritzau vil fortsat stå nederst i avisen, lover direktøren.",
        "Подписывайтесь под протоколом, сказал полицейский.",
        "Takip edin yavruları, dedi muhtar, eylülde uçacaklar.",
        "‘Schrijf je in voor onze nieuwsbrief’ is de zin die hij het vaakst las.",
        "شارك في إخراجه رجال الدفاع المدني دون أن يصاب أحد بأذى.",
    ] {
        let lines = [LEAD, line, MORE].map(|line| format!("paragraph: {line}"));
        let body = format!("{LEAD}\n\n{line}\n\n{MORE}");
        check_blocks("en", &body, &lines.each_ref().map(String::as_str));
    }
}

#[test]
fn a_question_may_be_the_title_of_a_linked_story() {
    check_blocks(
        "en",
        &format!("{LEAD}\n\nRelated stories\n\nWhat do crews earn?\n\n{MORE}"),
        &[
            &format!("paragraph: {LEAD}"),
            "furniture: Related stories",
            "furniture: What do crews earn?",
            &format!("paragraph: {MORE}"),
        ],
    );
}
