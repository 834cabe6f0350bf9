//! Property tests: for any text, no stage panics, spans are exact, blocks restore the body, and two runs make
//! the same bytes.

use messages::{ArticleReceived, ArticleSummarized, Event};
use pipeline_tests::{Annotated, invariants};
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::json;

/// Pieces that the stages look for, or that often break text software.
const NASTY: &[&str] = &[
    // Pieces that the stages look for.
    "PARIS, 3 May (Reuters) - ",
    "SEOUL (The Korea Herald/ANN) - ",
    "(ANSA) - ROMA, 03 OTT - ",
    "新华社北京5月12日电（记者李文）",
    "【札幌共同】",
    "(서울=연합뉴스) 김민서 기자 = ",
    "Valparaíso (Chile), 8 may (EFE).- ",
    "By Jane Doe\n",
    "Von Katrin Behrens\n",
    "(Reporting by A; Editing by B)",
    "© AFP",
    "（完）",
    "Mr. ",
    "Dr. J.P. de Wit ",
    "U.S. ",
    "z. B. ",
    "т. е. ",
    "Inc.",
    "No. 5 ",
    "$1.2 billion",
    "€ 3,5 Mio.",
    "12 %",
    "3 p.m.",
    "April 31, 2026",
    "2026-13-45",
    "99999999999999999999999",
    "1.000.000,00",
    "ten to twelve",
    // Punctuation.
    ".",
    "...",
    "…",
    "?!",
    "\"",
    "“",
    "”",
    "'",
    "’s ",
    "«",
    "»",
    "(",
    ")",
    "[",
    "「",
    "」",
    "。",
    "！",
    "।",
    "؟",
    "۔",
    "·",
    ";",
    "-",
    "—",
    "/",
    "¿",
    "¡",
    // White space and control characters.
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{0}",
    "\u{b}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{1680}",
    "\u{2028}",
    "\u{2029}",
    "\u{3000}",
    "\u{200b}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    // Letters that change length with their case, combine, join or are written from right to left.
    "İstanbul ",
    "ŉ",
    "ß",
    "ﬃ",
    "ΐ",
    "e\u{301}",
    "\u{301}",
    "\u{35c}",
    "👩‍👩‍👧‍👦",
    "👍🏽",
    "🇵🇱",
    "\u{202e}",
    "\u{200f}",
    "שלום ",
    "العقبة ",
    "ก็ไม่มี",
    "ᄀ\u{1161}",
    "𝔘𝔫",
    "ABC",
    "Kim ",
    "Kim Jong-un ",
    "O’Neil-",
    "北京",
    "Київ ",
    "भारत ",
    // Markup and addresses.
    "<p>",
    "</p>",
    "<",
    "<!--",
    "&amp;",
    "&#x1F600;",
    "&",
    "https://a.example/?q=1&r=(2)",
    "a@b.example",
    "@handle",
    "#tag",
];

/// Returns texts of nasty pieces.
fn nasty() -> impl Strategy<Value = String> {
    vec(select(NASTY), 0..40).prop_map(|pieces| pieces.concat())
}

/// Returns texts of any characters, or of nasty pieces.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![1 => any::<String>(), 3 => nasty()]
}

/// Returns articles of any text whose body is not blank. The last test shows that blank bodies are rejected.
fn any_article() -> impl Strategy<Value = ArticleReceived> {
    let optional = || option::weighted(0.3, any_text());
    (any_text(), optional(), optional(), optional(), optional()).prop_filter_map(
        "a blank body",
        |(body, headline, byline, published_at, language)| {
            let article = json!({
                "body": body, "headline": headline, "byline": byline,
                "published_at": published_at, "language": language, "desk": {"names": [body]},
            });
            ArticleReceived::decode(article.to_string().as_bytes()).ok()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn every_layer_of_any_article_is_valid(received in any_article()) {
        invariants::check_all(&Annotated::new(received));
    }

    #[test]
    fn decoders_accept_or_reject_any_bytes(payload in vec(any::<u8>(), 0..200)) {
        check_decoders(&payload);
    }

    #[test]
    fn decoders_accept_or_reject_damaged_events(
        received in any_article(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut payload = Annotated::new(received).summarized.encode();
        let at = at.index(payload.len());
        payload[at] = byte;
        check_decoders(&payload);
    }

    #[test]
    fn rejects_a_blank_body(body in "[ \t\r\n\u{a0}\u{3000}]*") {
        let payload = json!({ "body": body }).to_string();
        let refused = ArticleReceived::decode(payload.as_bytes()).unwrap_err();
        prop_assert_eq!(refused.code(), "empty_body");
    }
}

fn check_decoders(payload: &[u8]) {
    if let Ok(event) = ArticleReceived::decode(payload) {
        invariants::check_article(&event.article);
        invariants::check_wire(&event);
    }
    if let Ok(event) = ArticleSummarized::decode(payload) {
        invariants::check_wire(&event);
    }
}
