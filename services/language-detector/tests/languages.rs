//! The language layer of whole articles.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    reason = "a test may panic, and the table of languages is long"
)]

use language_detector::{LanguageChoice, LanguageDetector};
use messages::{Article, ArticleReceived, Event, LanguageDetected, Outcome, Stage};
use proptest::prelude::*;

fn article(headline: &str, body: &str, declared: Option<&str>) -> Article {
    let mut article = Article::from_body(body);
    article.headline = (!headline.is_empty()).then(|| headline.to_owned());
    article.language = declared.map(str::to_owned);
    article
}

fn detected(headline: &str, body: &str, declared: Option<&str>) -> LanguageDetected {
    let input = ArticleReceived { article: article(headline, body, declared) };
    LanguageDetector::new().process(input).unwrap()
}

/// Checks that a lead is recognized reliably and as a text in one language.
fn check(body: &str, tag: &str, script: &str) {
    let event = detected("", body, None);
    let language = &event.language;
    assert_eq!((language.tag.as_str(), language.script.as_str()), (tag, script), "language of {body:?}");
    assert!(language.reliable, "{tag} should be reliable: {}", language.confidence);
    assert!(language.paragraphs.is_empty());
}

/// Checks the language spans of a body.
fn check_spans(body: &str, expected: &[(&str, &str)]) {
    let event = detected("", body, None);
    let characters: Vec<char> = body.chars().collect();
    let found: Vec<(String, String)> = event
        .language
        .paragraphs
        .iter()
        .map(|span| (span.tag.clone(), characters[span.start..span.end].iter().collect()))
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(tag, text)| (tag.as_str(), text.as_str())).collect();
    assert_eq!(found, expected);
}

const ENGLISH: &str = "The city council voted on Tuesday to close the old bridge to lorries from next month, after \
    engineers found cracks in two of its pillars. Drivers will have to take the road along the river, which the \
    mayor said would add about ten minutes to the way into the centre.";
const GERMAN: &str = "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke ab dem nächsten Monat für Lastwagen zu \
    sperren, nachdem Fachleute in zwei Pfeilern Risse gefunden hatten. Die Fahrer müssen nun die Straße am Fluss \
    nehmen, was nach Angaben der Bürgermeisterin etwa zehn Minuten länger dauert.";
const FRENCH: &str = "Le conseil municipal a décidé mardi de fermer le vieux pont aux camions dès le mois prochain, après \
    la découverte de fissures dans deux de ses piliers. Les conducteurs devront emprunter la route qui longe la \
    rivière, ce qui, selon la maire, prendra une dizaine de minutes de plus.";
const RUSSIAN: &str = "Городской совет во вторник решил закрыть старый мост для грузовиков со следующего месяца, после \
    того как инженеры нашли трещины в двух опорах. Водителям придется ехать по дороге вдоль реки, что, по словам \
    мэра, займет примерно на десять минут больше.";

#[test]
fn recognizes_news_in_many_languages() {
    check(ENGLISH, "en", "Latn");
    check(GERMAN, "de", "Latn");
    check(FRENCH, "fr", "Latn");
    check(RUSSIAN, "ru", "Cyrl");
    check(
        "El ayuntamiento decidió el martes cerrar el viejo puente a los camiones a partir del próximo mes, después de que los ingenieros encontraran grietas en dos de sus pilares, según dijo la alcaldesa.",
        "es",
        "Latn",
    );
    check(
        "Il consiglio comunale ha deciso martedì di chiudere il vecchio ponte ai camion dal mese prossimo, dopo che gli ingegneri hanno trovato crepe in due dei suoi piloni, ha detto la sindaca.",
        "it",
        "Latn",
    );
    check(
        "A câmara municipal decidiu na terça-feira fechar a velha ponte aos camiões a partir do próximo mês, depois de os engenheiros terem encontrado fendas em dois dos pilares, disse a presidente.",
        "pt",
        "Latn",
    );
    check(
        "De gemeenteraad heeft dinsdag besloten de oude brug vanaf volgende maand te sluiten voor vrachtwagens, nadat ingenieurs scheuren hadden gevonden in twee pijlers, zei de burgemeester.",
        "nl",
        "Latn",
    );
    check(
        "Kommunfullmäktige beslutade på tisdagen att stänga den gamla bron för lastbilar från och med nästa månad, efter att ingenjörer hade hittat sprickor i två av pelarna, sade borgmästaren.",
        "sv",
        "Latn",
    );
    check(
        "Kaupunginvaltuusto päätti tiistaina sulkea vanhan sillan kuorma-autoilta ensi kuusta alkaen, kun insinöörit olivat löytäneet halkeamia kahdesta pilarista, kertoi pormestari, joka sanoi että korjaus on kallis.",
        "fi",
        "Latn",
    );
    check(
        "Rada miasta zdecydowała we wtorek, że stary most zostanie zamknięty dla ciężarówek od przyszłego miesiąca, ponieważ inżynierowie znaleźli pęknięcia w dwóch filarach, jak powiedziała burmistrz.",
        "pl",
        "Latn",
    );
    check(
        "Zastupitelstvo v úterý rozhodlo, že starý most bude od příštího měsíce uzavřen pro nákladní auta, protože inženýři našli trhliny ve dvou pilířích, které jsou podle starostky starší než sto let.",
        "cs",
        "Latn",
    );
    check(
        "A városi tanács kedden úgy döntött, hogy a régi hidat a jövő hónaptól lezárják a teherautók elől, mert a mérnökök repedéseket találtak két pilléren, és a polgármester szerint ez nem várhat.",
        "hu",
        "Latn",
    );
    check(
        "Consiliul local a hotărât marți să închidă vechiul pod pentru camioane începând de luna viitoare, după ce inginerii au găsit fisuri în doi dintre piloni, a spus primarul, care cere și bani pentru reparații.",
        "ro",
        "Latn",
    );
    check(
        "Belediye meclisi salı günü eski köprünün gelecek aydan itibaren kamyonlara kapatılmasına karar verdi, çünkü mühendisler iki ayakta çatlak buldu ve başkan bunun çok tehlikeli olduğunu söyledi.",
        "tr",
        "Latn",
    );
    check(
        "Hội đồng thành phố hôm thứ Ba đã quyết định đóng cây cầu cũ đối với xe tải từ tháng sau, sau khi các kỹ sư tìm thấy vết nứt ở hai trụ cầu, theo lời thị trưởng.",
        "vi",
        "Latn",
    );
    check(
        "Міська рада у вівторок вирішила закрити старий міст для вантажівок з наступного місяця, після того як інженери знайшли тріщини у двох опорах, що, за словами мера, є дуже небезпечним.",
        "uk",
        "Cyrl",
    );
    check(
        "Общинският съвет реши във вторник да затвори стария мост за камиони от следващия месец, след като инженерите са открили пукнатини в два от стълбовете, което според кмета е опасно.",
        "bg",
        "Cyrl",
    );
    check(
        "قرر المجلس البلدي يوم الثلاثاء إغلاق الجسر القديم أمام الشاحنات ابتداء من الشهر المقبل، بعد أن عثر المهندسون على شقوق في اثنتين من دعائمه، وقالت رئيسة البلدية إن الطريق على طول النهر سيبقى مفتوحا.",
        "ar",
        "Arab",
    );
    check(
        "شورای شهر روز سه‌شنبه تصمیم گرفت که پل قدیمی از ماه آینده برای کامیون‌ها بسته شود، پس از آنکه مهندسان در دو پایه آن ترک‌هایی پیدا کردند و شهردار گفت که این کار برای ایمنی مردم است.",
        "fa",
        "Arab",
    );
    check(
        "מועצת העיר החליטה ביום שלישי לסגור את הגשר הישן למשאיות מהחודש הבא, לאחר שהמהנדסים מצאו סדקים בשניים מהעמודים, אמרה ראש העיר, וזה לא יהיה קל.",
        "he",
        "Hebr",
    );
    check(
        "नगर परिषद ने मंगलवार को फैसला किया कि पुराने पुल को अगले महीने से ट्रकों के लिए बंद कर दिया जाएगा, क्योंकि इंजीनियरों को दो खंभों में दरारें मिली हैं, महापौर ने कहा।",
        "hi",
        "Deva",
    );
    check("নগর পরিষদ মঙ্গলবার পুরোনো সেতুটি আগামী মাস থেকে ট্রাকের জন্য বন্ধ করার সিদ্ধান্ত নিয়েছে।", "bn", "Beng");
    check("เทศบาลตัดสินใจเมื่อวันอังคารว่าจะปิดสะพานเก่าไม่ให้รถบรรทุกผ่านตั้งแต่เดือนหน้า", "th", "Thai");
    check(
        "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κλείσει την παλιά γέφυρα για τα φορτηγά.",
        "el",
        "Grek",
    );
    check(
        "시의회는 화요일 기술자들이 기둥 두 곳에서 균열을 발견함에 따라 다음 달부터 낡은 다리의 트럭 통행을 금지하기로 했다.",
        "ko",
        "Kore",
    );
    check(
        "市議会は火曜日、技術者が橋脚２本に亀裂を見つけたため、来月から古い橋をトラック通行止めにすることを決めた。",
        "ja",
        "Jpan",
    );
    check("市议会星期二决定从下个月起禁止卡车通过旧桥，因为工程师在两个桥墩上发现了裂缝。", "zh", "Hans");
    // The text needs forty characters: a shorter one without a Cantonese character could be Cantonese.
    check(
        "市議會星期二決定從下個月起禁止卡車通過舊橋，因為工程師在兩個橋墩上發現了裂縫。市長說，整修工程要到明年春天才會結束。",
        "zh",
        "Hant",
    );
    check(
        "Këshilli i qytetit vendosi të martën që ura e vjetër të mbyllet për kamionët nga muaji i ardhshëm, pasi inxhinierët gjetën të çara në dy nga shtyllat e saj, dhe kjo është shumë e rrezikshme.",
        "sq",
        "Latn",
    );
}

#[test]
fn ignores_markup() {
    let html = format!(
        "<div class=\"article-body\"><script>window.dataLayer = [];</script><h1>Br&uuml;cke</h1>\
         <p style=\"color: red; margin: 0 auto\">{GERMAN}</p><!-- the end of the article --></div>"
    );
    check(&html, "de", "Latn");
}

#[test]
fn ignores_addresses_handles_and_credits() {
    let body = format!(
        "(Reuters) @CityNewsDesk #BreakingNews {FRENCH} https://www.example.com/news/the-bridge-is-closed"
    );
    check(&body, "fr", "Latn");
}

#[test]
fn capitals_and_a_foreign_headline_do_not_mislead() {
    check(&GERMAN.to_uppercase(), "de", "Latn");
    let event = detected("Breaking News Live Update", GERMAN, None);
    assert_eq!(event.language.tag, "de");
}

#[test]
fn a_text_without_letters_is_undetermined() {
    for body in ["1 : 0 (45.)", "🎉🎉🎉", "https://example.com/ 2026-11-23", "<p></p>"] {
        let event = detected("", body, Some("en"));
        assert_eq!(
            (event.language.tag.as_str(), event.language.script.as_str()),
            ("und", "Zyyy"),
            "{body:?}"
        );
        assert!(!event.language.reliable && event.language.confidence == 0.0);
        assert_eq!(event.provenance[0].outcome, Outcome::Skipped);
        assert_eq!(event.provenance[0].reason.as_deref(), Some("no_letters"));
    }
}

#[test]
fn an_unsupported_script_is_named_in_provenance() {
    let event = detected("", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", None);
    assert_eq!((event.language.tag.as_str(), event.language.script.as_str()), ("und", "Cher"));
    assert_eq!(event.provenance[0].reason.as_deref(), Some("unsupported_script"));
}

#[test]
fn an_article_in_two_languages_has_a_span_for_each() {
    let body = format!("{GERMAN}\n\n{GERMAN}\n\nBerlin\n\n{ENGLISH}\n");
    let german = format!("{GERMAN}\n\n{GERMAN}\n\nBerlin");
    check_spans(&body, &[("de", &german), ("en", ENGLISH)]);
    assert_eq!(detected("", &body, None).language.tag, "de");
}

#[test]
fn the_main_language_has_most_letters_or_in_a_tie_opens_the_article() {
    let check = |paragraphs: &[&str], tag: &str| {
        let language = detected("", &paragraphs.join("\n\n"), None).language.clone();
        assert_eq!((language.tag.as_str(), language.paragraphs.is_empty()), (tag, false), "{paragraphs:?}");
    };
    check(&[ENGLISH, FRENCH, ENGLISH], "en");
    check(&[ENGLISH, FRENCH, FRENCH], "fr");
    check(&[FRENCH, FRENCH, ENGLISH, ENGLISH], "fr");
    check(&[ENGLISH, FRENCH, FRENCH, ENGLISH], "en");
}

#[test]
fn spans_count_code_points_in_every_script() {
    let body = format!("🌧 {RUSSIAN}\r\n\r\n{FRENCH}");
    let russian = format!("🌧 {RUSSIAN}");
    check_spans(&body, &[("ru", &russian), ("fr", FRENCH)]);
}

#[test]
fn a_quotation_or_a_foreign_sentence_does_not_make_an_article_mixed() {
    let quoted = format!("{GERMAN}\n\n“{ENGLISH}”\n\n{GERMAN}");
    check_spans(&quoted, &[]);
    let sentence = format!("{GERMAN}\n\nThe mayor did not answer any questions.\n\n{GERMAN}");
    check_spans(&sentence, &[]);
    assert_eq!(detected("", &quoted, None).language.tag, "de");
}

#[test]
fn a_declaration_decides_if_the_text_does_not() {
    let event = detected("", "Marta Lindqvist, Bergen", Some("nb-NO"));
    assert_eq!(event.language.tag, "nb");
    assert!(!event.language.reliable && event.language.confidence <= 0.7);
}

#[test]
fn a_declaration_does_not_override_a_clear_text() {
    for declared in ["en", "ru", "not a tag", ""] {
        let event = detected("", GERMAN, Some(declared));
        assert_eq!(event.language.tag, "de", "declared {declared:?}");
    }
}

#[test]
fn a_declaration_that_agrees_raises_the_confidence() {
    let bare = detected("", "Stadtrat sperrt die alte Brücke", None);
    let confirmed = detected("", "Stadtrat sperrt die alte Brücke", Some("de"));
    assert_eq!(confirmed.language.tag, "de");
    assert!(confirmed.language.confidence > bare.language.confidence);
}

#[test]
fn names_only_the_languages_of_the_choice() {
    let swedish = "Regeringen sade på tisdagen att den nya lagen inte ska gälla förrän nästa år";
    let named = |choice: &str| {
        let choice: LanguageChoice = choice.parse().unwrap();
        let found = LanguageDetector::new().choosing(choice).detect("", swedish, None);
        found.candidates.first().map(|best| best.language.tag)
    };
    assert_eq!(named("all"), Some("sv"));
    assert_eq!(named("only:en,sv"), Some("sv"));
    assert_ne!(named("not:sv"), Some("sv"));
    assert_eq!(named("only:el"), None);
}

#[test]
fn the_name_of_the_model_includes_the_choice_of_languages() {
    let detector = LanguageDetector::new().choosing("en,de".parse().unwrap());
    assert!(detector.identity().model.ends_with(" only:de,en"), "{}", detector.identity().model);
}

#[test]
fn an_unknown_language_is_not_reliable() {
    // Assamese, Shan, Sardinian, romanised Hindi and Greek.
    for body in [
        "চৰকাৰে মঙলবাৰে পুৰণি দলংখন বন্ধ কৰাৰ সিদ্ধান্ত লৈছে আৰু ৰাইজে ইয়াৰ বিৰোধ কৰিছে",
        "ၵူၼ်းဝၢၼ်ႈ တႄႉ ဢမ်ႇမီး ၽႂ်း ႁူႉ ဝႃႈ ၶဝ် တေ ပိၵ်ႉ ၶူဝ် ၵဝ်ႇ ၼႆႉ",
        "Su guvernu at naradu chi su ponte betzu at a èssere serradu dae su mese chi benit pro sos càmion",
        "Sarkar ne kaha ki purane pul ko agle mahine se trakon ke liye band kar diya jayega kyonki khambon mein dararen hain",
        "I kyvernisi anakoinose oti i palia gefyra tha kleisei gia ta fortiga apo ton epomeno mina",
    ] {
        let language = detected("", body, None).language.clone();
        assert!(!language.reliable, "{body:?} was called {} {}", language.tag, language.confidence);
    }
}

#[test]
fn declared_malay_is_not_named_indonesian() {
    let body = "Majlis bandaraya memutuskan untuk menutup jambatan lama itu";
    assert_eq!(detected("", body, Some("ms")).language.tag, "ms");
}

/// Returns a quarter of the cases asked for, because each case detects five paragraphs twice.
fn fewer_cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: (usual.cases / 4).max(1), ..usual }
}

proptest! {
    #![proptest_config(fewer_cases())]

    #[test]
    fn any_article_has_one_language_and_spans_that_fit(
        headline in "\\PC{0,40}",
        parts in prop::collection::vec(prop_oneof![
            Just(GERMAN.to_owned()), Just(RUSSIAN.to_owned()), "(\\PC|[<>&@#\\n\u{301}]){0,120}"
        ], 1..6),
        declared in prop::option::of("\\PC{0,8}"),
    ) {
        let body = parts.join("\n\n");
        let event = detected(&headline, &body, declared.as_deref());
        prop_assert_eq!(event.encode(), detected(&headline, &body, declared.as_deref()).encode());
        let language = &event.language;
        prop_assert!((0.0..=1.0).contains(&language.confidence) && !language.tag.is_empty());
        let length = body.chars().count();
        let mut end = 0;
        for span in &language.paragraphs {
            prop_assert!(span.start >= end && span.start < span.end && span.end <= length);
            end = span.end;
        }
        prop_assert!(LanguageDetected::decode(&event.encode()).is_ok() || event.article.body.trim().is_empty());
    }
}

/// Checks the most likely language of a body, reliable or not.
fn check_tag(body: &str, tag: &str) {
    assert_eq!(detected("", body, None).language.tag, tag, "language of {body:?}");
}

#[test]
fn names_of_another_language_do_not_name_the_language_of_the_text() {
    check_tag(
        "Keeper Ahmed Al-Sayed met Trainer Piet van der Berg and Captain Joost de Vries in Abu Dhabi. The club of Al Ain \
         lost to Feyenoord and Al Hilal.",
        "en",
    );
    check_tag("Villages that we saw on the way\nOudewater\nNieuwegein\nSchoonhoven\nBergen op Zoom", "en");
}

#[test]
fn two_or_three_words_that_may_be_anything_have_no_language() {
    for headline in ["Baker dies at 93", "Airbus wins order"] {
        let tag = detected("", headline, None).language.tag.clone();
        assert!(["en", "und"].contains(&tag.as_str()), "{headline:?} was called {tag}");
    }
}
