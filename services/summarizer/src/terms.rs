//! Sentences as sparse vectors of terms.
//!
//! A term is a word in lower case, except stop words, or a number. In Thai, Lao, Khmer and Burmese script it is a
//! word as ICU4X finds it, in other scripts without spaces a pair of adjacent characters. Terms are numbered, so all further arithmetic is on small integers. In a vector the
//! weight of a term is 1 + ln of its count (sublinear term frequency), scaled so that the vector has length
//! 1.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::RandomState;
use text::{Script, Span, Token, TokenKind, markup};

use crate::lexicon::Lexicon;
use crate::story::Story;
use crate::unspaced_words::{UnspacedWords, needs_dictionary};

/// The number of a term, in order of first appearance.
pub(crate) type Term = u32;

/// The words of a story, as the later steps need them.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    /// The vector of the headline.
    pub(crate) headline: TermVector,
    /// The terms of each sentence.
    pub(crate) sentences: Vec<SentenceTerms>,
    /// The content words of headline and body in reading order, for keywords.
    pub(crate) words: Vec<ContentWord>,
    /// The occurrences of each term in headline and body.
    pub(crate) counts: Vec<u32>,
}

/// The words of one sentence.
#[derive(Debug, Default)]
pub(crate) struct SentenceTerms {
    pub(crate) vector: TermVector,
    /// Word and number tokens with stop words. A budget counts these.
    pub(crate) words: usize,
    /// Code points, with any HTML in the text.
    pub(crate) characters: usize,
    /// Length in words of a script with spaces.
    pub(crate) length: f64,
    pub(crate) has_number: bool,
}

/// One occurrence of a content word, or of a character in a script without spaces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ContentWord {
    /// The bytes of the word in its field.
    pub(crate) span: Span,
    pub(crate) term: Term,
    /// Index of its sentence; `None` in the headline.
    pub(crate) sentence: Option<u32>,
    pub(crate) kind: WordKind,
}

/// The kinds of content words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordKind {
    Word,
    Number,
    /// One character of a script without spaces.
    Character,
    /// A word of a script without spaces that ICU4X found.
    Unspaced,
}

/// A sparse vector of length 1, or an empty one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct TermVector {
    /// Sorted by term.
    entries: Vec<(Term, f32)>,
}

/// Most text for which memory is reserved in advance, in bytes.
const LARGEST_ESTIMATE: usize = 16_384;

/// Bytes of text for each distinct word, and for each content word, in English news.
const BYTES_PER_TERM: usize = 10;
const BYTES_PER_WORD: usize = 10;

/// Words for each character of a script without spaces. A word of Chinese has about 1.6 characters.
const WORDS_PER_CHARACTER: f64 = 0.6;

impl Terms {
    /// Collects the terms of headline and sentences in one pass over the text.
    pub(crate) fn collect(story: &Story<'_>, lexicon: &Lexicon) -> Self {
        let length = story.body.len().min(LARGEST_ESTIMATE);
        let ids = HashMap::with_capacity_and_hasher(length / BYTES_PER_TERM, RandomState::default());
        let mut collector = Collector { lexicon, ids, lower: String::new(), found: Vec::new() };
        let mut terms = Self { words: Vec::with_capacity(length / BYTES_PER_WORD), ..Self::default() };
        terms.headline = collector.sentence(story.headline, 0, None, &mut terms).vector;
        terms.sentences.reserve(story.sentences.len());
        for (number, span) in story.sentences.iter().enumerate() {
            let sentence =
                collector.sentence(span.of(story.body), span.start, Some(number as u32), &mut terms);
            terms.sentences.push(sentence);
        }
        terms
    }

    fn count(&mut self, found: &[Term]) {
        for &term in found {
            if let Some(count) = self.counts.get_mut(term as usize) {
                *count += 1;
            }
        }
    }
}

impl SentenceTerms {
    /// Counts one more word, or character of a script without spaces.
    fn count(&mut self, kind: WordKind) {
        self.words += 1;
        let is_character = matches!(kind, WordKind::Character | WordKind::Unspaced);
        self.length += if is_character { WORDS_PER_CHARACTER } else { 1.0 };
        self.has_number |= kind == WordKind::Number;
    }
}

/// The state that lasts from sentence to sentence.
struct Collector<'l, 't> {
    lexicon: &'l Lexicon,
    /// The terms of the words in lower case; `None` for a stop word. Each distinct word is looked up in the
    /// lexicon once.
    ///
    /// The hash has a random seed against hostile texts. Terms are numbered in order of appearance, so the
    /// result does not depend on the seed.
    ids: HashMap<Cow<'t, str>, Option<Term>, RandomState>,
    /// A buffer for the current word in lower case.
    lower: String,
    /// The terms of the current sentence.
    found: Vec<Term>,
}

impl<'t> Collector<'_, 't> {
    /// Collects the terms of one sentence, which begins at byte `start` of its field.
    ///
    /// `number` is the index of the sentence, or `None` for the headline.
    fn sentence(
        &mut self,
        text: &'t str,
        start: usize,
        number: Option<u32>,
        terms: &mut Terms,
    ) -> SentenceTerms {
        let mut sentence = SentenceTerms { characters: text.chars().count(), ..SentenceTerms::default() };
        self.found.clear();
        // The previous character, in a script without spaces.
        let mut before: Option<Span> = None;
        let mut markup = markup::scan(text).map(|markup| markup.span).peekable();
        let mut unspaced = UnspacedWords::new(text);
        for token in text::words(text) {
            let previous = before.take();
            while markup.next_if(|markup| markup.end <= token.span.start).is_some() {}
            // The tokenizer does not know HTML: `strong` in a tag is a token, but not a word.
            if markup.peek().is_some_and(|markup| markup.start < token.span.end) {
                continue;
            }
            let kind = kind(token, text);
            sentence.count(kind);
            let word = match kind {
                WordKind::Word => Some(self.bare(text, token.span)),
                WordKind::Number | WordKind::Character => Some(token.span),
                WordKind::Unspaced => unspaced.word_from(token.span.start),
            };
            let Some(word) = word else { continue };
            let Some(term) = self.content_term(word.of(text), kind, terms) else { continue };
            terms.words.push(ContentWord { span: word.shifted(start), term, sentence: number, kind });
            if kind != WordKind::Character {
                self.found.push(term);
                continue;
            }
            // A mark between two characters ends a word, so they are not a pair.
            let pair = previous.filter(|previous| previous.end == token.span.start);
            let pair = pair.and_then(|previous| self.term(previous.cover(token.span).of(text), terms));
            self.found.extend(pair);
            before = Some(token.span);
        }
        terms.count(&self.found);
        sentence.vector = TermVector::from_terms(&mut self.found);
        sentence
    }

    /// Returns the term of a token; `None` for a stop word.
    fn content_term(&mut self, word: &'t str, kind: WordKind, terms: &mut Terms) -> Option<Term> {
        match kind {
            WordKind::Character if is_hiragana(word) => None,
            WordKind::Word | WordKind::Character | WordKind::Number | WordKind::Unspaced => {
                self.term(word, terms)
            }
        }
    }

    /// Returns a word without an elided word or ending: "Oslo's" → "Oslo", "l'eau" → "eau".
    ///
    /// An elided word is a stop word of its language. Names such as O'Brien stay whole.
    fn bare(&self, text: &str, word: Span) -> Span {
        if word.of(text).bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return word;
        }
        let Some((front, back)) = word.of(text).split_once(text::is_apostrophe) else { return word };
        // In Cyrillic an apostrophe is part of the word: "сім'я".
        let in_latin = [front, back].map(|part| part.chars().next().map(text::script_of));
        if in_latin != [Some(Script::Latin); 2] {
            return word;
        }
        let is_stop_word = |part: &str| self.lexicon.is_stop_word(&part.to_lowercase());
        if is_stop_word(front) && back.chars().nth(1).is_some() {
            Span::new(word.end - back.len(), word.end)
        } else if is_stop_word(back) || back.chars().nth(2).is_none() {
            Span::new(word.start, word.start + front.len())
        } else {
            word
        }
    }

    /// Returns the term of a word; `None` for a stop word.
    fn term(&mut self, word: &'t str, terms: &mut Terms) -> Option<Term> {
        let key = if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            Cow::Borrowed(word)
        } else {
            self.lower.clear();
            if word.is_ascii() {
                self.lower.push_str(word);
                self.lower.make_ascii_lowercase();
            } else {
                self.lower.extend(word.chars().flat_map(char::to_lowercase));
            }
            if let Some(&known) = self.ids.get(self.lower.as_str()) {
                return known;
            }
            Cow::Owned(self.lower.clone())
        };
        let lexicon = self.lexicon;
        *self.ids.entry(key).or_insert_with_key(|word| {
            let is_term = !word.is_empty() && !lexicon.is_stop_word(word);
            is_term.then(|| {
                terms.counts.push(0);
                terms.counts.len() as Term - 1
            })
        })
    }
}

fn kind(token: Token, text: &str) -> WordKind {
    let Some(first) = token.span.of(text).chars().next() else { return WordKind::Number };
    if token.kind == TokenKind::Number {
        WordKind::Number
    } else if needs_dictionary(first) {
        WordKind::Unspaced
    } else if !first.is_ascii()
        && text::is_without_spaces(first)
        && text::script_of(first) != Script::Katakana
    {
        // The tokenizer does not split Katakana, and a run of it is a word.
        WordKind::Character
    } else {
        WordKind::Word
    }
}

/// Reports whether `character` is Hiragana. Japanese writes particles and endings in it, so it counts as a
/// stop word.
fn is_hiragana(character: &str) -> bool {
    character.chars().next().is_some_and(|first| text::script_of(first) == Script::Hiragana)
}

impl TermVector {
    /// Creates the vector of a sentence from its terms, and sorts the terms.
    fn from_terms(terms: &mut [Term]) -> Self {
        terms.sort_unstable();
        let mut entries: Vec<(Term, f32)> = terms
            .chunk_by(|a, b| a == b)
            .filter_map(|same| {
                // Sublinear: the tenth occurrence says less than the second.
                let weight = if same.len() == 1 { 1.0 } else { 1.0 + (same.len() as f32).ln() };
                Some((*same.first()?, weight))
            })
            .collect();
        let length = entries.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        for (_, weight) in &mut entries {
            *weight /= length;
        }
        Self { entries }
    }

    /// Returns the terms with their weights, in the order of the terms.
    pub(crate) fn entries(&self) -> &[(Term, f32)] {
        &self.entries
    }

    /// Returns the cosine with another vector, 0 to 1.
    pub(crate) fn cosine(&self, other: &Self) -> f32 {
        let (mut here, mut there) = (self.entries.as_slice(), other.entries.as_slice());
        let mut product = 0.0;
        while let ([(a, x), after_a @ ..], [(b, y), after_b @ ..]) = (here, there) {
            product += if a == b { x * y } else { 0.0 };
            here = if a <= b { after_a } else { here };
            there = if b <= a { after_b } else { there };
        }
        product
    }
}

/// A dense vector over all terms of a story.
#[derive(Debug)]
pub(crate) struct DenseVector {
    weights: Vec<f32>,
}

impl DenseVector {
    pub(crate) fn zeros(terms: usize) -> Self {
        Self { weights: vec![0.0; terms] }
    }

    pub(crate) fn add(&mut self, vector: &TermVector) {
        for &(term, weight) in vector.entries() {
            if let Some(sum) = self.weights.get_mut(term as usize) {
                *sum += weight;
            }
        }
    }

    pub(crate) fn product(&self, vector: &TermVector) -> f32 {
        let at = |term: Term| self.weights.get(term as usize).copied().unwrap_or(0.0);
        vector.entries().iter().map(|&(term, weight)| weight * at(term)).sum()
    }

    pub(crate) fn length(&self) -> f32 {
        self.weights.iter().map(|weight| weight * weight).sum::<f32>().sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicons;

    fn collect(language: &str, headline: &str, sentences: &[&str]) -> Terms {
        let body = sentences.concat();
        let mut end = 0;
        let spans = sentences.iter().map(|sentence| {
            end += sentence.len();
            Span::new(end - sentence.len(), end)
        });
        let story = Story { body: &body, headline, sentences: spans.collect(), ..Story::default() };
        Terms::collect(&story, Lexicons::new().get(language))
    }

    fn check_cosine(language: &str, sentences: [&str; 2], expected: f32) {
        let terms = collect(language, "", &sentences);
        let cosine = terms.sentences[0].vector.cosine(&terms.sentences[1].vector);
        assert!((cosine - expected).abs() < 0.001, "cosine of {sentences:?} is {cosine}");
    }

    #[test]
    fn sentences_of_the_same_words_have_cosine_one() {
        check_cosine("en", ["Storm hits Oslo.", "OSLO: the storm hits!"], 1.0);
    }

    #[test]
    fn stop_words_do_not_make_sentences_alike() {
        check_cosine("en", ["It was in the harbour.", "It was in the budget."], 0.0);
    }

    #[test]
    fn without_a_lexicon_every_word_counts() {
        check_cosine("xx", ["ba du gi", "ba du ko"], 2.0 / 3.0);
    }

    #[test]
    fn elided_words_and_endings_do_not_count() {
        check_cosine("en", ["Oslo's harbour", "Oslo harbour"], 1.0);
        check_cosine("fr", ["L’eau potable", "eau potable"], 1.0);
        check_cosine("fr", ["l'UE vote", "UE vote"], 1.0);
        check_cosine("it", ["dell'acqua", "sull’acqua"], 1.0);
    }

    #[test]
    fn names_and_cyrillic_words_with_an_apostrophe_stay_whole() {
        check_cosine("en", ["O'Brien", "Brien"], 0.0);
        check_cosine("uk", ["сім'я", "сім"], 0.0);
    }

    #[test]
    fn tags_and_character_references_are_not_words() {
        check_cosine("en", ["<strong>Storm</strong>&nbsp;hits Oslo.", "Storm hits Oslo."], 1.0);
        assert_eq!(collect("en", "", &["<p class=\"lead\">Rain &amp; snow</p>"]).sentences[0].words, 2);
    }

    #[test]
    fn scripts_without_spaces_are_compared_by_pairs_of_characters() {
        check_cosine("zh", ["北京暴雨。", "北京大雪。"], 1.0 / 3.0);
    }

    #[test]
    fn thai_is_compared_by_words() {
        check_cosine("th", ["วันนี้ฝนตก", "ฝนตกวันนี้"], 1.0);
        check_cosine("th", ["ฝนตก", "รถไฟ"], 0.0);
    }

    #[test]
    fn a_pair_of_characters_does_not_span_a_mark_or_a_stop_word() {
        let terms = collect("zh", "", &["雨，雪的风"]);
        assert_eq!(terms.sentences[0].vector.entries().len(), 0);
    }

    #[test]
    fn the_number_of_words_includes_stop_words() {
        assert_eq!(collect("en", "", &["It was 5 degrees in Oslo."]).sentences[0].words, 6);
    }
}
