//! Detects the language of one article: the pure core of the stage.

use text::{Script, script_code};

use crate::candidates::Candidate;
use crate::clean::clean;
use crate::declared::{self, Verdict};
use crate::han::CharacterForms;
use crate::identify::{Identification, Identifier};
use crate::names::without_names;
use crate::paragraphs::{self, LanguageSpan, Paragraph};
use crate::tags;

/// Bytes of cleaned words that are identified as the whole article. More do not change the answer.
const LONGEST_EXCERPT: usize = 1_000;

/// Least mean confidence of the paragraphs in the main language that makes an article in several languages
/// reliable.
///
/// It is a little above the least confidence of a single paragraph.
const LEAST_MIXED_CONFIDENCE: f64 = 0.97;

/// Fewest letters of a text without its names that may show its language: about four words.
const FEWEST_COMMON_LETTERS: usize = 16;

/// Least confidence in the language of a text without its names that outweighs the one with them.
const CLEAR_WITHOUT_NAMES: f64 = 0.8;

/// The ISO 15924 code for a text without a script.
const NO_SCRIPT: &str = "Zyyy";

/// The detected language of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Detection {
    /// Most likely language first; empty if the language is undetermined.
    pub candidates: Vec<Candidate>,
    /// ISO 15924 code of the script.
    pub script: &'static str,
    /// Whether the first candidate is reliable.
    pub reliable: bool,
    /// The spans of the body by language, in order; empty if the article is in one language.
    pub language_spans: Vec<LanguageSpan>,
    /// The evidence for the language, or the reason why there is none.
    pub grounds: Grounds,
}

/// The evidence for a language, or the reason why the language is undetermined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grounds {
    /// The language of the text.
    Text,
    /// Only the publisher's declaration, which the text does not contradict.
    DeclarationAlone,
    /// The article has no letters.
    NoLetters,
    /// The text is too short to show its language.
    TooShort,
    /// No known language uses the script.
    UnknownScript,
}

/// Detects the language of an article of `headline` and `body`, of which either may be empty.
///
/// `declared` is the BCP 47 tag that the publisher declares.
pub(crate) fn detect(
    identifier: &Identifier,
    headline: &str,
    body: &str,
    declared: Option<&str>,
) -> Detection {
    let mut paragraphs = paragraphs::split(body);
    let words = first_words(headline, &paragraphs);
    let mut found = identifier.identify(&words);
    if let Some(other) = behind_names(identifier, &found, headline, body) {
        found = other;
    }
    let language_spans = found
        .best()
        .map(|main| paragraphs::language_spans(&mut paragraphs, identifier, main))
        .unwrap_or_default();
    if !language_spans.is_empty()
        && let Some(principal) = paragraphs::principal(&paragraphs)
    {
        return mixed(principal, language_spans, &words, found.script);
    }
    let is_undecided = found.is_undecided(&words);
    if is_undecided {
        found.candidates.clear();
    }
    let verdict = declared::weigh(identifier, &mut found, declared.and_then(declared::parse));
    Detection {
        script: script(found.script, found.best(), &words),
        // A declaration changes the candidates only; it never makes an unreliable answer reliable.
        reliable: found.reliable,
        grounds: grounds(&found, verdict, is_undecided),
        language_spans,
        candidates: found.candidates,
    }
}

/// Identifies a text without its names, if the answer with them is not reliable. Returns an answer that is clearer and
/// another one: an English text may be full of Dutch names.
fn behind_names(
    identifier: &Identifier,
    found: &Identification,
    headline: &str,
    body: &str,
) -> Option<Identification> {
    let best = found.best().filter(|_| !found.reliable)?;
    let common = clean(&without_names(headline, body)?, LONGEST_EXCERPT);
    if common.chars().filter(|c| *c != ' ').count() < FEWEST_COMMON_LETTERS {
        return None;
    }
    let other = identifier.identify(&common);
    let is_clearer = |other: &Candidate| {
        other.language != best.language
            && !tags::are_confusable(best.language, other.language)
            && other.confidence >= CLEAR_WITHOUT_NAMES
    };
    other.best().as_ref().is_some_and(is_clearer).then_some(other)
}

/// Returns the cleaned words of the headline and the start of the body.
fn first_words(headline: &str, paragraphs: &[Paragraph]) -> String {
    let mut words = clean(headline, LONGEST_EXCERPT);
    for paragraph in paragraphs {
        if words.len() >= LONGEST_EXCERPT {
            break;
        }
        if !words.is_empty() && !paragraph.words.is_empty() {
            words.push(' ');
        }
        words.push_str(&paragraph.words);
    }
    words
}

/// Returns the detection of an article in several languages. `principal` is the one with most letters.
fn mixed(
    principal: Candidate,
    language_spans: Vec<LanguageSpan>,
    words: &str,
    main_script: Option<Script>,
) -> Detection {
    let mut candidates = vec![principal];
    for span in &language_spans {
        if candidates.iter().all(|candidate| candidate.language != span.language) {
            // The confidences of an article add up to 1 at most.
            let confidence = span.confidence.min(1.0 - principal.confidence);
            candidates.push(Candidate { language: span.language, confidence });
        }
    }
    Detection {
        script: script(main_script, Some(principal), words),
        reliable: principal.confidence >= LEAST_MIXED_CONFIDENCE,
        grounds: Grounds::Text,
        language_spans,
        candidates,
    }
}

fn grounds(found: &Identification, verdict: Verdict, is_undecided: bool) -> Grounds {
    match (found.script, verdict) {
        (None, _) => Grounds::NoLetters,
        (Some(_), Verdict::Alone) => Grounds::DeclarationAlone,
        (Some(_), _) if is_undecided => Grounds::TooShort,
        (Some(_), _) if found.candidates.is_empty() => Grounds::UnknownScript,
        (Some(_), _) => Grounds::Text,
    }
}

/// Returns the ISO 15924 code that is usual for the language. Japanese and Korean have codes for their mixed
/// scripts.
fn script(script: Option<Script>, best: Option<Candidate>, words: &str) -> &'static str {
    let Some(script) = script else { return NO_SCRIPT };
    let is_japanese = best.is_some_and(|best| best.language.is_japanese());
    match script {
        Script::Hiragana | Script::Katakana => "Jpan",
        Script::Han if is_japanese => "Jpan",
        Script::Han => CharacterForms::count(words).chinese_script(),
        Script::Hangul => "Kore",
        _ => script_code(script),
    }
}
