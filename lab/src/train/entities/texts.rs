//! Composes texts to train on from the tokens of corpora.

use entity_tagger::gazetteer::{EntryKind, Gazetteer};
use messages::EntityType;
use text::Span;

use crate::corpus::columns::{Composed, TaggedSentence};
use crate::corpus::taught::{Belief, TaughtDocument};

/// Where spaces go between tokens, if the corpus does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// One space between any two tokens, as in the evaluation on gold tokens.
    Tokens,
    /// Spaces as a newspaper prints them.
    Natural,
}

/// How the text is capitalized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// As in the corpus.
    Kept,
    /// `EVERY LETTER`, as in many datelines and headlines.
    Upper,
    /// `Every Word`, as in the headlines of many papers.
    Title,
}

/// Composes the text of some sentences, with their gold names.
pub(super) fn compose(
    sentences: &[TaggedSentence],
    language: &str,
    spacing: Spacing,
    capitals: Capitals,
) -> Composed {
    let mut composed = Composed::default();
    for sentence in sentences {
        let mut sentence = sentence.clone();
        let knows_spaces = !sentence.glued.is_empty();
        if spacing == Spacing::Natural && language == "pt" && !knows_spaces {
            contract(&mut sentence.tokens);
        }
        if capitals != Capitals::Kept {
            recase(&mut sentence.tokens, capitals);
        }
        let glue = match spacing {
            _ if knows_spaces => sentence.glued.clone(),
            Spacing::Tokens => vec![false; sentence.tokens.len()],
            Spacing::Natural => glued(&sentence.tokens),
        };
        composed.push(&sentence, |position| glue.get(position).copied().unwrap_or_default());
    }
    composed
}

/// Words that stay in lower case in a headline in title case.
const SMALL: [&str; 16] =
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "as", "from"];

fn recase(tokens: &mut [(String, String)], capitals: Capitals) {
    for (position, (token, _)) in tokens.iter_mut().enumerate() {
        if capitals == Capitals::Upper {
            *token = token.to_uppercase();
        } else if position == 0 || !SMALL.contains(&token.trim_end()) {
            let mut characters = token.chars();
            let first = characters.next();
            *token = first.into_iter().flat_map(char::to_uppercase).chain(characters).collect();
        }
    }
}

/// Returns one sentence of a labelled text, capitalized as a headline; `None` if that changes its length,
/// because the labels' offsets would no longer fit.
pub(super) fn recased(
    document: &TaughtDocument,
    sentence: usize,
    capitals: Capitals,
) -> Option<TaughtDocument> {
    let (start, end) = *document.sentences.get(sentence)?;
    let mut words: Vec<(String, String)> = Vec::new();
    for word in document.text.get(start..end)?.split_inclusive(char::is_whitespace) {
        words.push((word.to_owned(), String::new()));
    }
    recase(&mut words, capitals);
    let text: String = words.into_iter().map(|(word, _)| word).collect();
    let inside = document.beliefs.iter().filter(|belief| belief.start >= start && belief.end <= end);
    let moved = |belief: &Belief| {
        let labels = belief.labels.clone();
        Belief { start: belief.start - start, end: belief.end - start, labels }
    };
    let names = document.names.as_ref().map(|names| {
        let inside = names.iter().filter(|(span, _)| span.start >= start && span.end <= end);
        inside.map(|(span, kind)| (Span::new(span.start - start, span.end - start), *kind)).collect()
    });
    (text.len() == end - start).then(|| TaughtDocument {
        source: document.source.clone(),
        language: document.language.clone(),
        sentences: vec![(0, text.len())],
        beliefs: inside.map(moved).collect(),
        names,
        text,
    })
}

/// Reports for each token whether it follows the previous one without a space.
fn glued(tokens: &[(String, String)]) -> Vec<bool> {
    let mut quoted = false;
    let mut opens = false;
    let mut glued = Vec::with_capacity(tokens.len());
    for (token, _) in tokens {
        let token = token.as_str();
        let straight = token == "\"";
        let closes = matches!(
            token,
            "," | "." | ";" | ":" | "?" | "!" | ")" | "]" | "%" | "''" | "”" | "…" | "..." | "n't"
        ) || (token.starts_with(['\'', '’']) && token.chars().count() > 1)
            || (straight && quoted);
        glued.push(closes || opens);
        if straight {
            quoted = !quoted;
        }
        opens = matches!(token, "(" | "[" | "$" | "€" | "£" | "``" | "“" | "„") || (straight && quoted);
    }
    glued
}

/// Portuguese contractions of a preposition and an article, which the corpora split.
const CONTRACTIONS: [(&str, &str, &str); 28] = [
    ("de", "o", "do"),
    ("de", "a", "da"),
    ("de", "os", "dos"),
    ("de", "as", "das"),
    ("em", "o", "no"),
    ("em", "a", "na"),
    ("em", "os", "nos"),
    ("em", "as", "nas"),
    ("a", "o", "ao"),
    ("a", "a", "à"),
    ("a", "os", "aos"),
    ("a", "as", "às"),
    ("por", "o", "pelo"),
    ("por", "a", "pela"),
    ("por", "os", "pelos"),
    ("por", "as", "pelas"),
    ("de", "ele", "dele"),
    ("de", "ela", "dela"),
    ("de", "eles", "deles"),
    ("de", "este", "deste"),
    ("de", "esta", "desta"),
    ("em", "este", "neste"),
    ("em", "esta", "nesta"),
    ("de", "esse", "desse"),
    ("em", "um", "num"),
    ("em", "uma", "numa"),
    ("de", "um", "dum"),
    ("de", "isso", "disso"),
];

/// Contracts "de a" to "da", unless a name starts or ends between the two.
fn contract(tokens: &mut Vec<(String, String)>) {
    let mut contracted: Vec<(String, String)> = Vec::with_capacity(tokens.len());
    for (token, tag) in tokens.drain(..) {
        let same = contracted.last().is_some_and(|(_, last)| tag == *last || tag.starts_with("I-"));
        let lower = contracted.last().map(|(last, _)| last.to_lowercase());
        let whole = CONTRACTIONS
            .iter()
            .find(|(first, second, _)| same && lower.as_deref() == Some(first) && token == *second);
        match (whole, contracted.last_mut()) {
            (Some((.., whole)), Some((last, _))) => {
                let large = last.starts_with(char::is_uppercase);
                let mut letters = whole.chars();
                let first =
                    letters.next().map(|first| if large { first.to_ascii_uppercase() } else { first });
                *last = first.into_iter().chain(letters).collect();
            }
            _ => contracted.push((token, tag)),
        }
    }
    *tokens = contracted;
}

/// Extends names of peoples to the left: the silver corpus marks only "Korean" in "North Korean".
pub(super) fn mend_nationalities(sentence: &mut TaggedSentence, gazetteer: &Gazetteer) {
    for last in 1..sentence.tokens.len() {
        if sentence.tokens[last].1 != "B-MISC" {
            continue;
        }
        let name = |first: usize| {
            let words: Vec<&str> =
                sentence.tokens[first..=last].iter().map(|(word, _)| word.as_str()).collect();
            words.join(" ")
        };
        let is_people = |first: &usize| {
            gazetteer.entry(&name(*first)).is_some_and(|entry| entry.kind == EntryKind::Nationality)
        };
        if let Some(first) = (last.saturating_sub(2)..last).find(is_people) {
            for (position, (_, tag)) in sentence.tokens[first..=last].iter_mut().enumerate() {
                if position == 0 { "B-MISC" } else { "I-MISC" }.clone_into(tag);
            }
        }
    }
}

/// Returns the type to train for: names of other types are miscellaneous names.
pub(super) fn named(entity_type: EntityType) -> EntityType {
    if entity_type == EntityType::Other { EntityType::Misc } else { entity_type }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(tokens: &[(&str, &str)]) -> TaggedSentence {
        let owned = |(token, tag): &(&str, &str)| ((*token).to_owned(), (*tag).to_owned());
        TaggedSentence { tokens: tokens.iter().map(owned).collect(), ..TaggedSentence::default() }
    }

    fn check(tokens: &[(&str, &str)], language: &str, capitals: Capitals, expected: &str) {
        let composed = compose(&[sentence(tokens)], language, Spacing::Natural, capitals);
        assert_eq!(composed.text, expected);
    }

    #[test]
    fn punctuation_is_spaced_as_in_a_newspaper() {
        let tokens = ["\"", "No", ",", "\"", "said", "Ada", "'s", "aide", "(", "48", ")", "."]
            .map(|token| (token, "O"));
        check(&tokens, "en", Capitals::Kept, "\"No,\" said Ada's aide (48).");
    }

    #[test]
    fn portuguese_prepositions_and_articles_are_contracted_inside_and_outside_of_names() {
        let tokens = [
            ("De", "O"),
            ("a", "O"),
            ("Câmara", "B-ORG"),
            ("de", "I-ORG"),
            ("os", "I-ORG"),
            ("Pares", "I-ORG"),
        ];
        check(&tokens, "pt", Capitals::Kept, "Da Câmara dos Pares");
        check(&[("de", "O"), ("o", "B-ORG"), ("Norte", "I-ORG")], "pt", Capitals::Kept, "de o Norte");
    }

    #[test]
    fn sentences_are_capitalised_as_headlines() {
        let tokens = [("Rain", "O"), ("in", "O"), ("Oslo", "B-LOC")];
        check(&tokens, "en", Capitals::Upper, "RAIN IN OSLO");
        check(&[("rain", "O"), ("in", "O"), ("may", "O")], "en", Capitals::Title, "Rain in May");
    }

    #[test]
    fn a_people_with_a_name_of_two_words_is_one_name() {
        let mut cut = sentence(&[("North", "B-LOC"), ("Korean", "B-MISC"), ("envoys", "O")]);
        mend_nationalities(&mut cut, &Gazetteer::load());
        let tags: Vec<&str> = cut.tokens.iter().map(|(_, tag)| tag.as_str()).collect();
        assert_eq!(tags, ["B-MISC", "I-MISC", "O"]);
    }
}
