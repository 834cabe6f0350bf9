//! The parts of an article that tell its story.

use messages::{Article, ArticleText, BlockKind, Field, Segments};

/// Returns the paragraphs of the body that two copies of a story share: paragraphs, list entries and subheadings.
///
/// Headline, byline and dateline are left out because each publisher writes its own. Captions, pull quotes,
/// trailers and furniture belong to the page. If the body has no such block, all of it counts.
pub fn story_text<'a>(article: &'a Article, segments: &Segments) -> Vec<&'a str> {
    let text = ArticleText::new(article);
    let tells = |kind| {
        matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Subheading | BlockKind::Other)
    };
    let blocks = segments.blocks.iter().filter(|block| block.field == Field::Body && tells(block.kind));
    let found: Vec<&str> = blocks.map(|block| text.slice(block.field, block.span())).collect();
    if found.is_empty() { vec![&article.body] } else { found }
}

#[cfg(test)]
mod tests {
    use messages::Block;

    use super::*;

    fn check(body: &str, blocks: &[(BlockKind, &str)], expected: &[&str]) {
        let article = Article::from_body(body);
        let block = |(kind, text): &(BlockKind, &str)| {
            let start = body.find(text).unwrap();
            Block { kind: *kind, field: Field::Body, start, end: start + text.len(), dateline: None }
        };
        let segments = Segments { blocks: blocks.iter().map(block).collect(), ..Segments::default() };
        assert_eq!(story_text(&article, &segments), expected);
    }

    #[test]
    fn dateline_caption_and_furniture_are_left_out() {
        use BlockKind::{Caption, Dateline, Furniture, Item, Paragraph};
        let body = "Share this OSLO - It rained. A wet street First point";
        let blocks = [
            (Furniture, "Share this"),
            (Dateline, "OSLO -"),
            (Paragraph, "It rained."),
            (Caption, "A wet street"),
            (Item, "First point"),
        ];
        check(body, &blocks, &["It rained.", "First point"]);
    }

    #[test]
    fn a_body_without_paragraphs_counts_whole() {
        check("Share this", &[(BlockKind::Furniture, "Share this")], &["Share this"]);
    }
}
