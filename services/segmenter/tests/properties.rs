//! Properties that hold for any text.

use messages::BlockKind;
use proptest::prelude::*;
use segmenter::{FieldSegments, Languages, segment_body};
use text::Span;

/// Pieces that are hard to segment: marks, brackets, abbreviations, cues, line breaks of every kind.
const NASTY: &[&str] = &[
    ".",
    "..",
    "…",
    "!",
    "?",
    "\"",
    "“",
    "”",
    "«",
    "»",
    "'",
    "’",
    "(",
    ")",
    "[",
    "]",
    "（",
    "）",
    "「",
    "」",
    "【",
    "】",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{a0}",
    "\u{feff}",
    "Dr.",
    "U.S.",
    "z. B.",
    "3.",
    "a)",
    "1.",
    "。",
    "！",
    "।",
    "۔",
    "؟",
    "PARIS (AP) - ",
    "МОСКВА, 3 мая. /ТАСС/. ",
    "新华社北京5月3日电",
    "(서울=연합뉴스) 김 기자 = ",
    "By Jane Doe",
    "Read more:",
    "ENDS",
    "(Reporting by X)",
    "EFE",
    "ab/cd",
    "（完）",
    ",,",
    "<p>",
    "</p>",
    "<br/>",
    "<ul>",
    "<!-- x -->",
    "</em>",
    "😀",
    "e\u{301}",
    "ก ข",
    "ﷺ",
    "• ",
    "Photo: ",
    "“We know.”",
    "\n\n— Ola Reid\n\n",
    "2) A",
    "Figure 1.2 A",
    " ''",
    ":-)",
    "[...]",
    ". 4 The",
    "www.a.example/b",
    "[3]",
    "ایرنا:",
    "ہے -",
    "Ի՞նչ",
    "👩\u{200d}👩\u{200d}👧",
    "\u{202e}",
    "&nbsp;",
    ", said",
    " © ",
    "All rights reserved",
    "Источник: ",
    ". Ann Lee",
    "Politics\n\n",
    "M.B.",
    "10:42, 3 May 2026 ",
];

fn nasty_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(NASTY).prop_map(str::to_owned),
        1 => "[A-Za-zäж中ا ]{1,8}",
        1 => Just(" ".to_owned()),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn languages() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "en", "de", "fr", "it", "pt", "vi", "ru", "el", "hy", "ar", "fa", "ur", "hi", "ml", "ja", "zh", "ko",
        "th", "my", "und",
    ])
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

fn holds(body: &str, segments: &FieldSegments) -> Result<(), TestCaseError> {
    let mut end = 0;
    for block in &segments.blocks {
        let visible = block.span.of(body);
        prop_assert!(!visible.is_empty(), "a block is empty or off a character boundary");
        prop_assert_eq!(visible, visible.trim(), "a block has white space around it");
        prop_assert!(block.span.start >= end, "blocks overlap");
        prop_assert!(is_blank(Span::new(end, block.span.start).of(body)), "text is lost between blocks");
        prop_assert_eq!(block.kind == BlockKind::Dateline, block.dateline.is_some());
        let components = block.dateline.iter().flat_map(|d| [d.place, d.date, d.source]).flatten();
        for component in components {
            prop_assert!(
                block.span.contains(component) && !component.of(body).is_empty(),
                "a component leaves its dateline"
            );
        }
        end = block.span.end;
    }
    prop_assert!(is_blank(Span::new(end, body.len()).of(body)), "text is lost at the end");
    for (index, block) in segments.blocks.iter().enumerate() {
        let inside: Vec<Span> =
            segments.sentences.iter().filter(|s| s.block == index).map(|sentence| sentence.span).collect();
        if block.kind == BlockKind::Dateline {
            prop_assert!(inside.is_empty(), "a dateline has sentences");
        } else {
            covers(body, block.span, &inside)?;
        }
    }
    Ok(())
}

fn covers(body: &str, block: Span, sentences: &[Span]) -> Result<(), TestCaseError> {
    let mut end = block.start;
    for sentence in sentences {
        let visible = sentence.of(body);
        prop_assert!(!visible.is_empty() && visible == visible.trim(), "a sentence is empty or untrimmed");
        prop_assert!(sentence.start >= end && block.contains(*sentence), "a sentence leaves its place");
        prop_assert!(is_blank(Span::new(end, sentence.start).of(body)), "text is lost between sentences");
        end = sentence.end;
    }
    prop_assert!(is_blank(Span::new(end, block.end).of(body)), "text is lost behind the last sentence");
    Ok(())
}

proptest! {
    #[test]
    fn segments_any_text_without_loss(body in any::<String>(), language in languages()) {
        holds(&body, &segment_body(&body, None, None, &Languages::only(language)))?;
    }

    #[test]
    fn segments_text_of_nasty_pieces_without_loss(
        body in nasty_text(),
        language in languages(),
        headline in proptest::option::of(nasty_text()),
    ) {
        let once = segment_body(&body, headline.as_deref(), Some("By Jane Doe"), &Languages::only(language));
        holds(&body, &once)?;
        let twice = segment_body(&body, headline.as_deref(), Some("By Jane Doe"), &Languages::only(language));
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn tokens_hold_every_letter_in_order(body in nasty_text()) {
        let segments = segment_body(&body, None, None, &Languages::only("en"));
        let mut letters = String::new();
        let mut end = 0;
        for token in segments.tokens(&body) {
            prop_assert!(token.span.start >= end);
            letters.extend(token.span.of(&body).chars().filter(|c| c.is_alphanumeric()));
            end = token.span.end;
        }
        let expected: String = body.chars().filter(|c| c.is_alphanumeric()).collect();
        prop_assert_eq!(letters, expected);
    }
}

#[test]
fn two_megabytes_of_one_mark_take_linear_time() {
    // A quadratic scan would take hours, so the test passes if it ends.
    for piece in [
        ".",
        "\"",
        "(",
        ")",
        "[1]",
        "\n",
        "\r",
        "a.",
        "Mr. ",
        "U.S. ",
        ". ",
        "“A.” ",
        "「",
        "a\n",
        "PARIS - ",
        "ab/cd\n",
        "<p>",
        "<p>a</p>",
        "1) A ",
        "• a\n",
        "“a”\n\n",
        "' ",
        "[...] ",
        "東京。",
        "end.The",
        "<!--x>",
    ] {
        let body = piece.repeat(2_000_000 / piece.len());
        let segments = segment_body(&body, None, None, &Languages::only("en"));
        let last = segments.blocks.last().map(|block| block.span.end);
        assert_eq!(last, (!body.trim().is_empty()).then(|| body.trim_end().len()), "{piece:?}");
    }
}
