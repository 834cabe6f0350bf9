//! Small articles and their blocks.

mod bylines;
mod captions;
mod datelines;
mod furniture;
mod html;
mod invisible;
mod pages;
mod trailers;
mod whole;

use segmenter::{FieldSegments, Languages, segment_body};

/// Lists the blocks: kind and text, and of a dateline its components.
fn listing(body: &str, segments: &FieldSegments) -> Vec<String> {
    let line = |block: &segmenter::Block| {
        let kind = format!("{:?}", block.kind).to_lowercase();
        let text = block.span.of(body).replace(['\n', '\r'], "⏎");
        let component = |span: Option<text::Span>| span.map_or("-", |span| span.of(body));
        match block.dateline {
            Some(dateline) => {
                let (place, date, source) =
                    (component(dateline.place), component(dateline.date), component(dateline.source));
                format!("{kind}: {text} | {place} | {date} | {source}")
            }
            None => format!("{kind}: {text}"),
        }
    };
    segments.blocks.iter().map(line).collect()
}

fn check_blocks(language: &str, body: &str, expected: &[&str]) {
    let segments = segment_body(body, None, None, &Languages::only(language));
    assert_eq!(listing(body, &segments), expected, "blocks of {body:?}");
}

/// Checks the dateline at the start of a lead: `text | place | date | source`, or `None`.
fn check_dateline(lead: &str, expected: Option<&str>) {
    let segments = segment_body(lead, None, None, &Languages::only("en"));
    let first = listing(lead, &segments).into_iter().next();
    let found = first.as_deref().and_then(|line| line.strip_prefix("dateline: "));
    assert_eq!(found, expected, "dateline of {lead:?}");
}
