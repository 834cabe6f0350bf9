//! Tags that were left in a body.

use super::check_blocks;

#[test]
fn tags_of_blocks_and_breaks_separate_paragraphs() {
    check_blocks(
        "en",
        "<div><p>Snow fell.</p><p>It <em>melted</em>.<br/>Rain fell.</p></div>",
        &[
            "paragraph: <div><p>Snow fell.</p>",
            "paragraph: <p>It <em>melted</em>.<br/>",
            "paragraph: Rain fell.</p></div>",
        ],
    );
    check_blocks(
        "en",
        "<h2>Snow</h2>\n<ul>\n<li>Oslo</li><LI class=\"b\">Bergen</LI></ul>",
        &[
            "paragraph: <h2>Snow</h2>",
            "paragraph: <ul>⏎<li>Oslo</li>",
            "paragraph: <LI class=\"b\">Bergen</LI></ul>",
        ],
    );
}

#[test]
fn a_comment_belongs_to_the_paragraph_before_it() {
    check_blocks(
        "en",
        "<p>Snow fell.</p>\n<!-- advertisement -->\n<p><small>&copy; 2026 Northwire</small></p>",
        &[
            "paragraph: <p>Snow fell.</p>⏎<!-- advertisement -->",
            "trailer: <p><small>&copy; 2026 Northwire</small></p>",
        ],
    );
}

#[test]
fn an_angle_bracket_outside_a_tag_separates_nothing() {
    for text in ["Snow < 3 cm > fell.", "He wrote <p> and left.", "x <br", "<p", "<!-- Snow fell.", "a<b</c"]
    {
        check_blocks("en", text, &[&format!("paragraph: {text}")]);
    }
    check_blocks("en", "<p></p>", &["paragraph: <p></p>"]);
}
