//! Reads NTREX-128: the same news in many languages, at the lengths that language detection gets.

use anyhow::Context as _;

/// A document in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// ISO 639-3 code.
    pub language: String,
    /// Code of the translation, such as `srp-Latn`.
    pub variant: String,
    /// Name of the document, the same in every language.
    pub id: String,
    /// Headlines; nearly always one.
    pub headlines: Vec<String>,
    /// Sentences of the body, in order.
    pub body: Vec<String>,
}

/// What a document is used for. The split is by document, so that no language has seen a held-out text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// Trains the weights.
    Training,
    /// Fits confidence and thresholds.
    Calibration,
    /// Gives the figures.
    HeldOut,
}

/// How much of a document the detector sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Each headline.
    Headline,
    /// Each sentence of the body, cut at a word to at most 59 characters (30 in Chinese, Japanese and
    /// Korean).
    Short,
    /// The first 180 characters of the body (80 in these languages), cut at a word.
    Lead,
    /// Headline and body together.
    Article,
}

impl Length {
    /// All lengths, the shortest first.
    pub const ALL: [Self; 4] = [Self::Headline, Self::Short, Self::Lead, Self::Article];

    /// Returns the name in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Short => "≤ 59 characters",
            Self::Lead => "lead",
            Self::Article => "article",
        }
    }
}

impl Document {
    /// Returns the split by the number in the document's name: a third is held out, a sixth calibrates.
    pub fn split(&self) -> Split {
        let number: usize = self.id.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or(0);
        match number % 6 {
            0 | 3 => Split::HeldOut,
            1 => Split::Calibration,
            _ => Split::Training,
        }
    }

    /// Returns the texts that the detector gets of this document at `length`. Some documents have no
    /// headline.
    pub fn texts(&self, length: Length) -> Vec<String> {
        match length {
            Length::Headline => self.headlines.clone(),
            Length::Short => {
                self.body.iter().map(|segment| cut(segment, self.characters(59, 30)).to_owned()).collect()
            }
            Length::Lead if self.body.is_empty() => Vec::new(),
            Length::Lead => vec![cut(&self.body.join(" "), self.characters(180, 80)).to_owned()],
            Length::Article => {
                let headlines = self.headlines.iter().cloned();
                vec![headlines.chain([self.body.join(" ")]).collect::<Vec<_>>().join("\n\n")]
            }
        }
    }

    fn characters(&self, others: usize, dense: usize) -> usize {
        // In these scripts a character carries more of the text.
        let is_dense = matches!(self.language.as_str(), "zho" | "yue" | "jpn" | "kor");
        if is_dense { dense } else { others }
    }
}

/// Reads lines of `lang<TAB>variant<TAB>document<TAB>headline|body<TAB>text`. Lines of a document are
/// neighbours.
pub fn read(text: &str) -> anyhow::Result<Vec<Document>> {
    let mut documents: Vec<Document> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut fields = line.splitn(5, '\t');
        let mut next =
            || fields.next().with_context(|| format!("line {}: there must be five fields", number + 1));
        let (language, variant, id, field, segment) = (next()?, next()?, next()?, next()?, next()?);
        let same = documents.last().is_some_and(|last| last.variant == variant && last.id == id);
        if !same {
            let (language, variant, id) = (language.to_owned(), variant.to_owned(), id.to_owned());
            documents.push(Document { language, variant, id, ..Document::default() });
        }
        if let Some(document) = documents.last_mut() {
            let segments = if field == "headline" { &mut document.headlines } else { &mut document.body };
            segments.push(segment.to_owned());
        }
    }
    Ok(documents)
}

/// Returns the first `most` characters of `text`, cut at their last space if that is in the second half.
pub(crate) fn cut(text: &str, most: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let (kept, rest) = text.split_at(end);
    if rest.starts_with(char::is_whitespace) {
        return kept.trim_end();
    }
    match kept.rfind(char::is_whitespace) {
        Some(space) if space >= kept.len() / 2 => kept.split_at(space).0.trim_end(),
        _ => kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "eng\teng\td1\theadline\tRain in Oslo\n\
                          eng\teng\td1\tbody\tIt rained all of Monday.\n\
                          eng\teng\td1\tbody\tTrams stood still.\n\
                          nob\tnob\td1\theadline\tRegn i Oslo\n\
                          nob\tnob\td1\tbody\tDet regnet hele mandagen.\n";

    #[test]
    fn lines_are_grouped_by_translation_and_document() {
        let documents = read(SAMPLE).unwrap();
        assert_eq!(documents.len(), 2);
        assert_eq!(documents[0].body, ["It rained all of Monday.", "Trams stood still."]);
        assert_eq!(documents[1].headlines, ["Regn i Oslo"]);
    }

    #[test]
    fn each_length_gives_other_texts() {
        let document = read(SAMPLE).unwrap().remove(0);
        assert_eq!(document.texts(Length::Headline), ["Rain in Oslo"]);
        assert_eq!(document.texts(Length::Short).len(), 2);
        assert_eq!(document.texts(Length::Lead), ["It rained all of Monday. Trams stood still."]);
        assert_eq!(
            document.texts(Length::Article),
            ["Rain in Oslo\n\nIt rained all of Monday. Trams stood still."]
        );
    }

    #[test]
    fn a_text_is_cut_at_a_word() {
        assert_eq!(cut("Trams stood still.", 18), "Trams stood still.");
        assert_eq!(cut("Trams stood still.", 13), "Trams stood");
        assert_eq!(cut("Trams stood still.", 11), "Trams stood");
    }

    #[test]
    fn a_text_without_spaces_is_cut_at_a_character() {
        assert_eq!(cut("星期一奥斯陆下雨", 3), "星期一");
    }

    #[test]
    fn a_line_with_too_few_fields_is_an_error() {
        assert!(read("eng\teng\td1\n").is_err());
    }
}
