use proptest::prelude::*;

use super::*;

/// Checks the pieces of markup in `text`.
fn check(text: &str, expected: &[&str]) {
    let found: Vec<&str> = scan(text).map(|markup| markup.span.of(text)).collect();
    assert_eq!(found, expected, "markup of {text:?}");
}

fn kind(text: &str) -> Option<MarkupKind<'_>> {
    scan(text).at(0).map(|markup| markup.kind)
}

#[test]
fn finds_tags_comments_and_references_in_order() {
    check(
        "<p class=\"lead\">Rain<br/>in <b>Oslo</b> &amp; Bodø.</p><!-- ad -->",
        &["<p class=\"lead\">", "<br/>", "<b>", "</b>", "&amp;", "</p>", "<!-- ad -->"],
    );
    check(
        "<!DOCTYPE html><?xml version=\"1.0\"?><![endif]>",
        &["<!DOCTYPE html>", "<?xml version=\"1.0\"?>", "<![endif]>"],
    );
}

#[test]
fn what_only_looks_like_markup_is_text() {
    for text in [
        "a < b and c > d",
        "Smith & Sons; AT&T",
        "I <3 Oslo",
        "an <open tag",
        "<저작권자(c)>",
        "<>",
        "</>",
        "<! x>",
        "<? x>",
    ] {
        check(text, &[]);
    }
    check("an <open tag<b>", &["<b>"]);
}

#[test]
fn a_comment_may_hold_tags_and_ends_with_two_hyphens() {
    check("<!-- not <b>seen</b> -->seen", &["<!-- not <b>seen</b> -->"]);
    check("<!-- a > b -- c --> d", &["<!-- a > b -- c -->"]);
    check("<!--> <!---> <!---->", &["<!-->", "<!--->", "<!---->"]);
    check("an <!-- unclosed <i>comment</i>", &["<i>", "</i>"]);
}

#[test]
fn a_tag_names_its_element() {
    assert_eq!(kind("<h1>"), Some(MarkupKind::OpeningTag("h1")));
    assert_eq!(kind("<IMG\nsrc=x>"), Some(MarkupKind::OpeningTag("IMG")));
    assert_eq!(kind("<br/>"), Some(MarkupKind::OpeningTag("br")));
    assert_eq!(kind("</my-list >"), Some(MarkupKind::ClosingTag("my-list")));
}

#[test]
fn a_tag_has_at_most_four_thousand_bytes() {
    let tag = |length: usize| format!("<a {}>", "x".repeat(length));
    assert!(kind(&tag(3_900)).is_some() && kind(&tag(4_100)).is_none());
}

#[test]
fn the_code_of_a_script_or_style_ends_with_its_closing_tag() {
    let check = |text: &str, expected: Option<&str>| {
        let mut scanner = scan(text);
        let opening = scanner.at(0).unwrap();
        assert_eq!(scanner.code_after(&opening).map(|code| code.of(text)), expected, "{text:?}");
    };
    check("<script>if (a < b) {}</SCRIPT> x", Some("if (a < b) {}"));
    check("<STYLE type=\"text/css\">p { }</style>", Some("p { }"));
    check("<script>no end", None);
    check("<scripted></script>", None);
    check("</script></script>", None);
}

#[test]
fn a_search_in_vain_hides_no_later_end() {
    let far = format!("<!--{}", "x".repeat(70_000));
    let text = format!("{far}<!-- near -->");
    check(&text, &["<!-- near -->"]);
    let mut scanner = scan(&text);
    assert_eq!(scanner.at(0), None);
    assert_eq!(scanner.at(far.len()).map(|markup| markup.span.of(&text)), Some("<!-- near -->"));
    assert_eq!(scanner.at(0), None);
}

#[test]
fn hostile_repetition_takes_linear_time() {
    // Quadratic work on a megabyte takes minutes in a test build.
    for piece in ["<", "<a ", "<!--", "<!-- -", "<script>", "</", "&", "&#", "&a;", "<a>", "<!-->", "<?x "] {
        let text = piece.repeat(1_000_000 / piece.len());
        let mut scanner = scan(&text);
        while let Some(markup) = scanner.next() {
            scanner.code_after(&markup);
        }
    }
}

/// Texts made of what markup is made of, and of any other characters.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "--",
        "-",
        "&",
        ";",
        "&amp;",
        "&#",
        "&#x",
        "p",
        "br",
        "/",
        "\"",
        " ",
        "é",
        "script",
        "<script>",
        "</script>",
        "<p>",
        "</p>",
        "<!DOCTYPE",
        "12",
        "\n",
        "北",
    ]);
    prop_oneof![prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()), "\\PC{0,80}"]
}

proptest! {
    #[test]
    fn markup_is_ordered_and_apart_and_begins_and_ends_with_its_signs(text in texts()) {
        let mut end = 0;
        for markup in scan(&text) {
            let piece = markup.span.of(&text);
            prop_assert!(markup.span.start >= end);
            prop_assert!(
                (piece.starts_with('<') && piece.ends_with('>')) || (piece.starts_with('&') && piece.ends_with(';')),
                "{piece:?}"
            );
            end = markup.span.end;
        }
    }

    #[test]
    fn looking_at_a_position_agrees_with_the_scan(text in texts()) {
        let found: Vec<Markup<'_>> = scan(&text).collect();
        let mut scanner = scan(&text);
        let backwards: Vec<Markup<'_>> =
            found.iter().rev().filter_map(|markup| scanner.at(markup.span.start)).collect();
        prop_assert!(backwards.into_iter().rev().eq(found));
    }

    #[test]
    fn any_position_may_be_looked_at(text in "\\PC{0,40}", position in 0_usize..200) {
        scan(&text).at(position);
    }

    #[test]
    fn code_lies_behind_its_opening_tag(text in texts()) {
        let mut scanner = scan(&text);
        while let Some(markup) = scanner.next() {
            if let Some(code) = scanner.code_after(&markup) {
                prop_assert_eq!(code.start, markup.span.end);
                prop_assert!(text.get(code.start..code.end).is_some());
            }
        }
    }
}
