//! Evaluates articles in which every third paragraph is in a second language.

use std::collections::BTreeMap;

use lab_report::{Table, percent};
use language_detector::LanguageDetector;
use messages::{Language, Stage as _};
use text::CodePoints;

use crate::{
    corpus::ntrex::Document,
    languages::{canonical, of_tag, whatlang_knows},
    metrics::matching::ratio,
    pipeline::received,
    progress::Progress,
};

/// Number of sentences in a paragraph.
const PARAGRAPH: usize = 3;

pub(super) const NOTE: &str = "Documents of six sentences or more, three to a paragraph. Every third paragraph is from the same document in a second language \
(a fixed step further in the list of languages that whatlang knows; the step differs by document). A paragraph is right if the \
language span over its middle has its language. Pure: the same articles in one language. Percent.";

/// The scores of one kind of article. Pairs are numbers of right and all paragraphs.
#[derive(Debug, Default)]
struct Score {
    articles: usize,
    called_mixed: usize,
    main_right: usize,
    first: (usize, usize),
    second: (usize, usize),
}

/// A text with the gold language of each paragraph.
#[derive(Debug, Default)]
struct MixedArticle {
    text: String,
    paragraphs: Vec<(CodePoints, String)>,
}

pub(super) fn table(detector: &LanguageDetector, documents: &[Document]) -> anyhow::Result<Table> {
    let mut by_id: BTreeMap<&str, BTreeMap<&str, &Document>> = BTreeMap::new();
    for document in documents.iter().filter(|document| whatlang_knows(&document.language)) {
        by_id.entry(&document.id).or_default().entry(&document.language).or_insert(document);
    }
    let progress = Progress::new("mixed articles", by_id.len());
    let (mut pure, mut mixed) = (Score::default(), Score::default());
    for (number, translations) in by_id.values().enumerate() {
        let translations: Vec<&Document> = translations.values().copied().collect();
        for (position, first) in translations.iter().enumerate() {
            // Another step for each document, so that many pairs of languages are tested.
            let step = 1 + number % translations.len().saturating_sub(1).max(1);
            let second = translations.iter().cycle().nth(position + step);
            let Some(second) = second.filter(|_| first.body.len() >= 2 * PARAGRAPH) else { continue };
            score(detector, &compose(first, first), &mut pure)?;
            score(detector, &compose(first, second), &mut mixed)?;
        }
        progress.step();
    }
    let mut table =
        Table::new(&["articles", "number", "main language", "first", "second", "paragraphs", "said mixed"]);
    for (name, score) in [("pure", pure), ("mixed", mixed)] {
        table.row(score.row(name));
    }
    Ok(table)
}

fn compose(first: &Document, second: &Document) -> MixedArticle {
    let mut article = MixedArticle::default();
    let mut length = 0;
    let paragraphs = first.body.chunks(PARAGRAPH).zip(second.body.chunks(PARAGRAPH));
    for (number, (own, other)) in paragraphs.enumerate() {
        let (language, segments) =
            if number % 3 == 1 { (&second.language, other) } else { (&first.language, own) };
        if number > 0 {
            article.text.push_str("\n\n");
            length += 2;
        }
        let paragraph = segments.join(" ");
        let end = length + paragraph.chars().count();
        article.text.push_str(&paragraph);
        article.paragraphs.push((CodePoints { start: length, end }, language.clone()));
        length = end;
    }
    article
}

fn score(detector: &LanguageDetector, article: &MixedArticle, score: &mut Score) -> anyhow::Result<()> {
    let language = detector.process(received(&article.text))?.language;
    let main = article.paragraphs.first().map_or("", |(_, language)| language);
    score.articles += 1;
    score.called_mixed += usize::from(!language.paragraphs.is_empty());
    score.main_right += usize::from(canonical(&language.iso639_3) == main);
    for (span, gold) in &article.paragraphs {
        let right = usize::from(is_named(&language, *span, gold));
        let side = if gold == main { &mut score.first } else { &mut score.second };
        side.0 += right;
        side.1 += 1;
    }
    Ok(())
}

/// Reports whether the language span over the middle of `span`, or else the whole article, has the language
/// `gold`.
fn is_named(language: &Language, span: CodePoints, gold: &str) -> bool {
    let middle = usize::midpoint(span.start, span.end);
    let found = language.paragraphs.iter().find(|found| found.start <= middle && middle < found.end);
    match found {
        Some(found) => of_tag(&found.tag) == gold,
        None => canonical(&language.iso639_3) == gold,
    }
}

impl Score {
    fn row(&self, name: &str) -> Vec<String> {
        let share = |(right, all): (usize, usize)| percent(ratio(right, all));
        let (first, second) = (self.first, self.second);
        vec![
            name.to_owned(),
            self.articles.to_string(),
            share((self.main_right, self.articles)),
            share(first),
            if second.1 == 0 { "–".to_owned() } else { share(second) },
            share((first.0 + second.0, first.1 + second.1)),
            share((self.called_mixed, self.articles)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(language: &str, body: &[&str]) -> Document {
        let body = body.iter().map(|&segment| segment.to_owned()).collect();
        Document { language: language.into(), body, ..Document::default() }
    }

    #[test]
    fn the_second_paragraph_comes_from_the_second_language() {
        let english = document("eng", &["a", "b", "c", "d", "e", "f", "g"]);
        let german = document("deu", &["ä", "b", "c", "ö", "e", "f", "ü"]);
        let article = compose(&english, &german);
        assert_eq!(article.text, "a b c\n\nö e f\n\ng");
        let languages: Vec<&str> = article.paragraphs.iter().map(|(_, language)| language.as_str()).collect();
        assert_eq!(languages, ["eng", "deu", "eng"]);
        assert_eq!(article.paragraphs[1].0, CodePoints { start: 7, end: 12 });
    }
}
