//! The HTML page. `tests/formats/check.py` reads it with Python's `html.parser`.

use std::borrow::Cow;

use super::articles::{article, written};
use crate::{Format, OffsetUnit, escaped};

#[test]
fn names_are_marked_and_everything_else_is_escaped() {
    let mut hostile = article(Some("<b>[LOC O'slo]</b>"), "[PER <script>] & \"x\"\r\n\0");
    hostile.article.url = Some("javascript:alert(1)".to_owned());
    hostile.article.id = "\"><script>".to_owned();
    hostile.summary = None;
    insta::assert_snapshot!(written(Format::Html, &hostile, OffsetUnit::CodePoints), @r#"
    <article lang="en" dir="auto">
    <h1 dir="auto">&lt;b&gt;<mark class="loc" title="LOC: O&#39;slo">O&#39;slo</mark>&lt;/b&gt;</h1>
    <p class="details">javascript:alert(1) · &quot;&gt;&lt;script&gt; · en</p>
    <div class="body" dir="auto"><mark class="per" title="PER: &lt;script&gt;">&lt;script&gt;</mark> &amp; &quot;x&quot;&#13;
    �</div>
    <h2>People</h2>
    <ul class="names"><li><a href="https://sws.geonames.org/7/" rel="noreferrer">&lt;script&gt;</a></li>
    </ul>
    <h2>Places</h2>
    <ul class="names"><li><a href="https://sws.geonames.org/7/" rel="noreferrer">O&#39;slo</a></li>
    </ul>
    </article>
    "#);
}

#[test]
fn the_page_loads_nothing() {
    let page = [Format::Html.before(), Format::Html.after()].concat();
    assert!(page.contains("default-src 'none'"), "{page}");
    assert!(!page.contains("src=") && !page.contains("@import") && !page.contains("url("), "{page}");
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"), "{page}");
}

#[test]
fn markup_is_escaped_and_other_text_is_not_copied() {
    assert_eq!(escaped("a<b & \"c\" 'd'\r\n\0"), "a&lt;b &amp; &quot;c&quot; &#39;d&#39;&#13;\n\u{fffd}");
    assert!(matches!(escaped("Zürich"), Cow::Borrowed(_)));
}
