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

/// Returns the texts that tell what an article is about: its lead, and its headline with the whole story. The lead counts
/// as much as the rest, because it names the event.
pub fn vector_texts(article: &Article, segments: &Segments) -> [String; 2] {
    let headline = article.headline.as_deref().unwrap_or_default();
    let story = story_text(article, segments).join(" ");
    [lead_text(article, segments), format!("{headline} {story}")]
}

/// The length of a lead in characters. One of a script without spaces or of Hangul counts [`DENSE`].
const LEAD: usize = 180;

/// How many letters of an alphabet say about as much as one character of a script without spaces.
const DENSE: usize = 2;

/// Returns what most reports of an event have in common: the headline and the first sentences of the story.
pub fn lead_text(article: &Article, segments: &Segments) -> String {
    let text = ArticleText::new(article);
    let mut lead = article.headline.clone().unwrap_or_default();
    let mut length = 0;
    for sentence in segments.sentences.iter().filter(|sentence| segments.field_of(sentence) == Field::Body) {
        let kind = segments.kind_of(sentence);
        if length < LEAD && matches!(kind, BlockKind::Headline | BlockKind::Paragraph) {
            let sentence = text.slice(Field::Body, sentence.span());
            lead.push(' ');
            lead.push_str(sentence);
            length += sentence.chars().map(counts).sum::<usize>();
        }
    }
    lead
}

fn counts(character: char) -> usize {
    let is_dense = text::is_without_spaces(character) || matches!(character, '\u{ac00}'..='\u{d7a3}');
    if is_dense { DENSE } else { 1 }
}

#[cfg(test)]
mod tests {
    use messages::{Block, Sentence};

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

    #[test]
    fn the_lead_is_the_headline_and_the_first_sentences() {
        let sentences = ["It rained.", &"x".repeat(180), "It goes on."];
        let mut article = Article::from_body(sentences.join(" "));
        article.headline = Some("Rain".to_owned());
        let sentence = |text: &str| {
            let start = article.body.find(text).unwrap();
            Sentence { field: Field::Body, start, end: start + text.len(), block: 0 }
        };
        let block =
            Block { kind: BlockKind::Paragraph, field: Field::Body, start: 0, end: 202, dateline: None };
        let segments = Segments {
            blocks: vec![block],
            sentences: sentences.iter().map(|text| sentence(text)).collect(),
            tokens: None,
        };
        let expected = format!("Rain It rained. {}", sentences[1]);
        assert_eq!(lead_text(&article, &segments), expected);
    }
}
