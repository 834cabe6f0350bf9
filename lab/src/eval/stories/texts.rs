//! The texts that the evaluation of stories compares, with what each system knows of them.

use std::path::Path;

use anyhow::Context as _;
use encoder::StaticEmbedding;
use messages::{Article, ArticleReceived, Stage as _};
use stories::{Signature, Vector};

use crate::{
    corpus::{
        Corpora,
        ntrex::{self, Document, Length},
    },
    pipeline::Pipeline,
};

/// The folder of the table of vectors, from the project's root.
const MODEL: &str = "shared/stories/model";

/// The languages of NTREX that the table was made for (ISO 639-3).
const SERVED: [&str; 48] = [
    "ara", "bel", "ben", "bul", "cat", "ces", "dan", "deu", "ell", "eng", "est", "fas", "fin", "fra", "heb",
    "hin", "hrv", "hun", "hye", "ind", "ita", "jpn", "kaz", "kor", "lav", "lit", "mkd", "msa", "nep", "nld",
    "nno", "nob", "pol", "por", "ron", "rus", "slk", "slv", "spa", "srp", "swa", "swe", "tha", "tur", "ukr",
    "urd", "vie", "zho",
];

/// Documents that report one event, under the name of the first: the death of a student, a candidate for
/// president, an earthquake. Decided by reading the English documents, before anything was measured.
const SAME_EVENT: [(&str, &str); 3] = [("d038", "d012"), ("d027", "d000"), ("d054", "d021")];

/// Stages and table.
pub(super) struct Reader {
    pipeline: Pipeline,
    pub(super) embedding: StaticEmbedding,
}

/// What is known of a text.
pub(super) struct Read {
    pub(super) signature: Signature,
    pub(super) vector: Option<Vector>,
}

impl Reader {
    pub(super) fn open() -> anyhow::Result<Self> {
        let embedding =
            StaticEmbedding::open(Path::new(MODEL)).with_context(|| format!("reading {MODEL}"))?;
        Ok(Self { pipeline: Pipeline::new(), embedding })
    }

    /// Detects the language, segments the text, and computes signature and vector.
    pub(super) fn read(&self, headline: &str, body: &str) -> anyhow::Result<Read> {
        let mut article = Article::from_body(body);
        article.headline = Some(headline.to_owned()).filter(|headline| !headline.is_empty());
        let event = self.pipeline.detector.process(ArticleReceived { article })?;
        let event = self.pipeline.segmenter.process(event)?;
        let story = stories::story_text(&event.article, &event.segments);
        let parts = stories::vector_texts(&event.article, &event.segments);
        let vector = |text: &String| self.embedding.vector(text, event.language.primary());
        let parts: Vec<Vec<f32>> = parts.iter().filter_map(vector).collect();
        Ok(Read { signature: Signature::of(&story), vector: Vector::of_parts(&parts) })
    }
}

/// A translation of a document, as much of it as a length has.
pub(super) struct Translation {
    pub(super) document: Document,
    pub(super) headline: String,
    pub(super) body: String,
}

impl Translation {
    /// Returns the event that it reports.
    pub(super) fn event(&self) -> &str {
        let own = self.document.id.as_str();
        SAME_EVENT.iter().find(|(other, _)| *other == own).map_or(own, |(_, first)| first)
    }

    pub(super) fn is_served(&self) -> bool {
        SERVED.contains(&self.document.language.as_str())
    }

    pub(super) fn text(&self) -> String {
        format!("{}\n\n{}", self.headline, self.body)
    }
}

/// Reads all translations, their bodies at one length.
pub(super) fn translations(corpora: &Corpora, length: Length) -> anyhow::Result<Vec<Translation>> {
    let documents = corpora.limited(ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)?);
    let read = |document: Document| Translation {
        headline: document.headlines.join(" "),
        body: match length {
            Length::Article => document.body.join(" "),
            _ => document.texts(length).join(" "),
        },
        document,
    };
    Ok(documents.into_iter().map(read).filter(|translation| !translation.body.trim().is_empty()).collect())
}
