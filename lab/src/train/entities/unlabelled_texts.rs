//! Text without labels in languages other than English, for the teacher to label: news, translated news and
//! single sentences.

use std::path::Path;

use messages::Stage as _;
use segmenter::Segmenter;
use text::Offsets;

use crate::corpus::Corpora;
use crate::corpus::news::NewsDocument;
use crate::corpus::ntrex;
use crate::corpus::taught::TaughtDocument;
use crate::languages;
use crate::pipeline::with_gold_language;

/// Files under `news/`, in place of the tag.
const NEWS: [&str; 2] = ["{}.jsonl", "{}-wikinews.jsonl"];

/// Returns the texts of a language, in the segmenter's sentences.
pub(super) fn read(corpora: &Corpora, language: &str) -> anyhow::Result<Vec<TaughtDocument>> {
    let segmenter = Segmenter::new();
    let mut documents = Vec::new();
    for file in NEWS.map(|name| format!("news/{}", name.replace("{}", language))) {
        if corpora.has(Path::new(&file)) {
            let news = corpora.json_lines::<NewsDocument>(&file)?;
            documents.extend(news.into_iter().map(|document| ("news", document)));
        }
    }
    let code = languages::of_tag(language);
    for document in ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)? {
        if document.language == code {
            documents.push(("translations", translated(document)));
        }
    }
    for line in corpora.text("language/train_sib200_lingua.tsv")?.lines() {
        if let Some((_, text)) = line.split_once('\t').filter(|(of, _)| *of == code) {
            documents.push(("sentences", untitled(text)));
        }
    }
    documents
        .into_iter()
        .map(|(source, document)| segmented(&segmenter, source, language, document))
        .collect()
}

/// Returns a document of the translated news.
fn translated(document: ntrex::Document) -> NewsDocument {
    let has_spaces = !matches!(document.language.as_str(), "zho" | "jpn");
    let joined = |parts: Vec<String>| parts.join(if has_spaces { " " } else { "" });
    let headline = (!document.headlines.is_empty()).then(|| joined(document.headlines));
    NewsDocument { id: document.id, headline, body: joined(document.body) }
}

/// Returns a document of one text without headline.
fn untitled(text: &str) -> NewsDocument {
    NewsDocument { id: String::new(), headline: None, body: text.to_owned() }
}

/// Returns the text of a document, in the segmenter's sentences.
pub(super) fn segmented(
    segmenter: &Segmenter,
    source: &str,
    language: &str,
    document: NewsDocument,
) -> anyhow::Result<TaughtDocument> {
    let event = segmenter.process(with_gold_language(&document.body, language))?;
    let headline = document.headline.unwrap_or_default();
    let text = format!("{headline}\n\n{}", document.body);
    let (at, offsets) = (headline.len() + 2, Offsets::new(&document.body));
    let spans = event.segments.sentences.iter();
    let spans = spans.filter_map(|sentence| offsets.to_bytes(sentence.span()));
    // The headline is the first sentence, and two line breaks separate it from the body.
    let first = (!headline.is_empty()).then_some((0, headline.len()));
    let sentences = first.into_iter().chain(spans.map(|span| (span.start + at, span.end + at)));
    let sentences = sentences.collect();
    let (source, language) = (source.to_owned(), language.to_owned());
    Ok(TaughtDocument { source, language, text, sentences, ..TaughtDocument::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_the_first_sentence() {
        let document = NewsDocument {
            id: String::new(),
            headline: Some("Regen in Oslo".to_owned()),
            body: "Es regnete. Alle blieben zu Hause.".to_owned(),
        };
        let text = segmented(&Segmenter::new(), "news", "de", document).unwrap();
        let sentences: Vec<&str> =
            text.sentences.iter().filter_map(|(start, end)| text.text.get(*start..*end)).collect();
        assert_eq!(sentences, ["Regen in Oslo", "Es regnete.", "Alle blieben zu Hause."]);
        assert_eq!((text.source.as_str(), text.language.as_str()), ("news", "de"));
    }

    #[test]
    fn texts_are_those_of_the_language() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("news/pl-wikinews.jsonl", "{\"id\":\"1\",\"body\":\"Pada w Oslo.\"}\n");
        write(
            "language/ntrex_dev.tsv",
            "pol\tpol\td1\theadline\tDeszcz\npol\tpol\td1\tbody\tPada.\nces\tces\td1\tbody\tPrší.\n",
        );
        write("language/train_sib200_lingua.tsv", "ces\tPrší.\npol\tPada dalej.\n");
        let corpora = Corpora::open(folder.path(), None).unwrap();
        let texts = read(&corpora, "pl").unwrap();
        let texts: Vec<(&str, &str)> =
            texts.iter().map(|text| (text.source.as_str(), text.text.as_str())).collect();
        let expected = [
            ("news", "\n\nPada w Oslo."),
            ("translations", "Deszcz\n\nPada."),
            ("sentences", "\n\nPada dalej."),
        ];
        assert_eq!(texts, expected);
    }
}
