//! The pure core: two texts and a declared language in, a detection out.

use text::{Script, script_code};

use crate::clean::clean;
use crate::declared::{self, Verdict};
use crate::han::Telltales;
use crate::identify::{Candidate, Identified, Identifier};
use crate::paragraphs::{self, Paragraph, Stretch};

/// What of a whole article is gathered, in bytes of cleaned words: more changes no answer.
const LONGEST_LOOKED_AT: usize = 1_000;

/// Least mean confidence of the paragraphs in an article's main language that makes it reliable where there is a
/// second: each of them was at least nearly as sure.
const LEAST_MIXED_CONFIDENCE: f64 = 0.97;

/// ISO 15924 for no script at all.
const NO_SCRIPT: &str = "Zyyy";

/// What an article was found to be written in.
#[derive(Debug, Clone, PartialEq)]
pub struct Detection {
    /// Most likely language first; empty when none is claimed.
    pub candidates: Vec<Candidate>,
    /// ISO 15924 code of its script.
    pub script: &'static str,
    /// Whether the first candidate can be stood by.
    pub reliable: bool,
    /// Languages by stretch of the body, in order; empty unless the article mixes languages.
    pub stretches: Vec<Stretch>,
    /// On what grounds.
    pub grounds: Grounds,
}

/// On what grounds a language is claimed, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grounds {
    /// The text.
    Text,
    /// The publisher's word alone; the text only does not contradict it.
    DeclarationAlone,
    /// There is no letter in it.
    NoLetters,
    /// Its script is that of no language known here.
    UnknownScript,
}

/// Detects the language of an article of `headline` and `body`, of which either may be empty.
///
/// `declared` is what the publisher says, as a BCP 47 tag.
pub(crate) fn detect(
    identifier: &Identifier,
    headline: &str,
    body: &str,
    declared: Option<&str>,
) -> Detection {
    let mut paragraphs = paragraphs::split(body);
    let words = whole(headline, &paragraphs);
    let mut found = identifier.identify(&words);
    let stretches =
        found.best().map(|main| paragraphs::stretches(&mut paragraphs, identifier, main)).unwrap_or_default();
    if !stretches.is_empty()
        && let Some(principal) = paragraphs::principal(&paragraphs)
    {
        return mixed(principal, stretches, &words, &found);
    }
    let verdict = declared::weigh(identifier, &mut found, declared.and_then(declared::parse));
    Detection {
        script: script(&found, &words),
        // The publisher's word alone is never enough to stand by.
        reliable: found.reliable,
        grounds: grounds(&found, verdict),
        stretches,
        candidates: found.candidates,
    }
}

/// The first words of headline and body, together.
fn whole(headline: &str, paragraphs: &[Paragraph]) -> String {
    let mut words = clean(headline, LONGEST_LOOKED_AT);
    for paragraph in paragraphs {
        if words.len() >= LONGEST_LOOKED_AT {
            break;
        }
        if !words.is_empty() && !paragraph.words.is_empty() {
            words.push(' ');
        }
        words.push_str(&paragraph.words);
    }
    words
}

/// The detection of an article in several languages: the one with most letters is the article's.
fn mixed(principal: Candidate, stretches: Vec<Stretch>, words: &str, found: &Identified) -> Detection {
    let mut candidates = vec![principal];
    for stretch in &stretches {
        if candidates.iter().all(|candidate| candidate.language != stretch.language) {
            let confidence = stretch.confidence.min(1.0 - principal.confidence);
            candidates.push(Candidate { language: stretch.language, confidence });
        }
    }
    let found = Identified { candidates, ..found.clone() };
    Detection {
        script: script(&found, words),
        reliable: principal.confidence >= LEAST_MIXED_CONFIDENCE,
        grounds: Grounds::Text,
        stretches,
        candidates: found.candidates,
    }
}

fn grounds(found: &Identified, verdict: Verdict) -> Grounds {
    match (found.script, verdict) {
        (None, _) => Grounds::NoLetters,
        (Some(_), Verdict::Alone) => Grounds::DeclarationAlone,
        (Some(_), _) if found.candidates.is_empty() => Grounds::UnknownScript,
        (Some(_), _) => Grounds::Text,
    }
}

/// The ISO 15924 code that a reader of the language expects.
fn script(found: &Identified, words: &str) -> &'static str {
    let Some(script) = found.script else { return NO_SCRIPT };
    match (script, found.best().map(|best| best.language.iso639_3)) {
        (Script::Han, Some("jpn")) | (Script::Hiragana | Script::Katakana, _) => "Jpan",
        (Script::Han, _) => Telltales::of(words).chinese_script(),
        (Script::Hangul, _) => "Kore",
        _ => script_code(script),
    }
}
