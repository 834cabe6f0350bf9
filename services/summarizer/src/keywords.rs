//! The keywords of an article: its names, and the words and phrases that it repeats.
//!
//! The crate yake-rust is not used: it reads 230 articles a second (4 KB each, one core), a twentieth of the
//! speed of the whole stage, splits sentences a second time, and cannot use the names that the tagger found.

use std::collections::HashMap;

use text::{Script, Span};

use crate::lexicon::profile;
use crate::story::Story;
use crate::terms::{ContentWord, Term, Terms, WordKind};
use crate::unspaced_words::needs_dictionary;

/// A word or phrase that shows the topic of an article.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyword {
    /// The keyword as the article writes it.
    pub text: String,
    /// The score in relation to the best keyword, 0 to 1, rounded to three decimals.
    pub score: f64,
}

/// Most keywords of an article.
const MOST: usize = 10;

/// Longest phrase, in words, or in characters of a script without spaces.
const LONGEST: usize = 4;

/// Most words of a name. It also bounds the work for a wrong span that covers the article.
const LONGEST_NAME: usize = 16;

/// The factor of a name over a phrase with as many occurrences. Chosen by hand, as the other factors of
/// [`Candidate::score`].
const NAME_BONUS: f64 = 1.5;

/// Returns the keywords of a story, best first. A phrase must occur twice, a name once.
pub(crate) fn keywords(story: &Story<'_>, terms: &Terms) -> Vec<Keyword> {
    let named = named_terms(story, terms);
    let mut candidates = names(story, terms);
    candidates.extend(phrases(story, terms, &named));
    let mut candidates: Vec<(f64, Candidate<'_>)> =
        candidates.into_iter().map(|candidate| (candidate.score(), candidate)).collect();
    // The sort is stable: names stay before phrases, earlier candidates before later ones.
    candidates.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    // Scores are relative, because the raw ones grow with the length of the article.
    let best = candidates.first().map_or(1.0, |(score, _)| *score);
    let names_inflect = profile(story.language).inflects_names;
    let mut chosen: Vec<(f64, Candidate<'_>, Vec<String>)> = Vec::new();
    for (score, candidate) in candidates {
        if chosen.len() == MOST {
            break;
        }
        let words = lower_words(candidate.text);
        let is_covered_by = |(_, other, others_words): &(f64, Candidate<'_>, Vec<String>)| {
            let may_inflect = names_inflect || !(other.is_name() && candidate.is_name());
            other.has_the_words_of(&candidate)
                || other.overlaps(&candidate)
                || may_inflect && are_inflected(others_words, &words)
        };
        if !chosen.iter().any(is_covered_by) {
            chosen.push((score, candidate, words));
        }
    }
    let keyword = |(score, candidate, _): (f64, Candidate<'_>, _)| Keyword {
        text: candidate.text.to_owned(),
        score: (score / best * 1000.0).round() / 1000.0,
    };
    chosen.into_iter().map(keyword).collect()
}

/// A name or phrase that may become a keyword.
struct Candidate<'a> {
    text: &'a str,
    terms: Vec<Term>,
    count: u32,
    /// Index of the sentence of its first occurrence in the body.
    first: u32,
    in_headline: bool,
    /// 1 for a phrase; more for a name, depending on its salience.
    bonus: f64,
}

impl Candidate<'_> {
    /// Returns the score. Frequent, long and early candidates and those of the headline score high.
    fn score(&self) -> f64 {
        let length = 1.0 + 0.25 * (self.terms.len().clamp(1, LONGEST) - 1) as f64;
        let position = 0.5 + 1.0 / f64::from(self.first + 1).sqrt();
        let headline = if self.in_headline { 1.5 } else { 1.0 };
        f64::from(self.count + 1).ln() * length * position * headline * self.bonus
    }

    /// Reports whether one candidate has all words of the other.
    fn has_the_words_of(&self, other: &Self) -> bool {
        if self.terms.is_empty() || other.terms.is_empty() {
            return self.text.to_lowercase() == other.text.to_lowercase();
        }
        let within = |a: &Self, b: &Self| a.terms.iter().all(|term| b.terms.contains(term));
        within(self, other) || within(other, self)
    }

    /// Reports whether one goes on where the other ends, in a script whose words are short: both are pieces of one
    /// longer phrase.
    fn overlaps(&self, other: &Self) -> bool {
        let is_compound = |candidate: &Self| candidate.text.starts_with(needs_dictionary);
        let goes_on = |one: &[Term], other: &[Term]| {
            let mut openings = (2..other.len()).filter_map(|length| other.get(..length));
            openings.any(|opening| one.ends_with(opening))
        };
        is_compound(self)
            && is_compound(other)
            && (goes_on(&self.terms, &other.terms) || goes_on(&other.terms, &self.terms))
    }

    fn is_name(&self) -> bool {
        self.bonus > 1.0
    }
}

/// Reports whether each word of the shorter candidate is a form of some word of the other.
fn are_inflected(a: &[String], b: &[String]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !few.is_empty() && few.iter().all(|word| many.iter().any(|form| are_forms(word, form)))
}

/// Returns the words of a candidate in lower case.
fn lower_words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Reports whether two words share a stem and differ at most in their endings: "мост", "моста".
///
/// A stem has at least five letters and an ending at most three. If one word is only the stem, four letters
/// and two are enough. This is not a stemmer; it only keeps two forms of a word from being listed both.
fn are_forms(a: &str, b: &str) -> bool {
    let stem = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let endings = [a, b].map(|word| word.chars().count() - stem);
    match (stem, endings.iter().min(), endings.iter().max()) {
        (_, _, Some(0)) => true,
        (5.., _, Some(longest)) => *longest <= 3,
        (4, Some(0), Some(longest)) => *longest <= 2,
        _ => false,
    }
}

/// Returns the words under a span of the body. In reading order the words of the headline come first.
fn words_under(terms: &Terms, span: Span) -> impl Iterator<Item = &ContentWord> {
    let first = terms.words.partition_point(|word| word.sentence.is_none() || word.span.end <= span.start);
    terms.words.iter().skip(first).take_while(move |word| word.span.start < span.end).take(LONGEST_NAME)
}

/// Reports for each term whether it occurs in a name. Phrases are made of the other terms.
fn named_terms(story: &Story<'_>, terms: &Terms) -> Vec<bool> {
    let mut named = vec![false; terms.counts.len()];
    for word in story.mentions.iter().flat_map(|mention| words_under(terms, mention.span)) {
        if let Some(named) = named.get_mut(word.term as usize) {
            *named = true;
        }
    }
    named
}

/// The occurrences of a name.
#[derive(Default, Clone)]
struct Occurrences {
    count: u32,
    first: Option<Span>,
    /// The longest mention without a line break.
    fullest: Option<Span>,
}

/// Returns one candidate for each name in the body.
fn names<'a>(story: &Story<'a>, terms: &Terms) -> Vec<Candidate<'a>> {
    let headline = story.headline.to_lowercase();
    let named = story.names.iter().zip(occurrences(story));
    let candidate = |(salience, occurrences): (&f64, Occurrences)| {
        let (fullest, first) = (occurrences.fullest?, occurrences.first?);
        let text = fullest.of(story.body);
        Some(Candidate {
            text,
            terms: words_under(terms, fullest).map(|word| word.term).collect(),
            count: occurrences.count,
            first: sentence_at(story, first),
            in_headline: !headline.is_empty() && headline.contains(&text.to_lowercase()),
            bonus: NAME_BONUS + salience.clamp(0.0, 1.0),
        })
    };
    named.filter_map(candidate).collect()
}

/// Returns the occurrences of each name.
fn occurrences(story: &Story<'_>) -> Vec<Occurrences> {
    let mut all = vec![Occurrences::default(); story.names.len()];
    for mention in &story.mentions {
        let Some(occurrences) = all.get_mut(mention.name) else { continue };
        occurrences.count += 1;
        // Mentions are in reading order.
        occurrences.first.get_or_insert(mention.span);
        let text = mention.span.of(story.body);
        // A name with a line break would be a keyword on two lines.
        let on_one_line = !text.trim().is_empty() && !text.contains(['\n', '\r']);
        if on_one_line && occurrences.fullest.is_none_or(|so_far| so_far.len() < text.len()) {
            occurrences.fullest = Some(mention.span);
        }
    }
    all
}

fn sentence_at(story: &Story<'_>, span: Span) -> u32 {
    story.sentences.partition_point(|sentence| sentence.end <= span.start) as u32
}

/// The index of each phrase's candidate.
type Phrases = HashMap<[Term; LONGEST], usize, foldhash::fast::RandomState>;

/// Returns the words and phrases outside names that occur twice or more.
fn phrases<'a>(story: &Story<'a>, terms: &Terms, named: &[bool]) -> Vec<Candidate<'a>> {
    let mut counts = vec![0_u32; terms.counts.len()];
    for word in &terms.words {
        if let Some(count) = counts.get_mut(word.term as usize) {
            *count += 1;
        }
    }
    // A phrase that occurs twice is made of words that occur twice, so most words need not enter the map.
    let repeated = |word: &&ContentWord| {
        word.kind != WordKind::Number
            && counts.get(word.term as usize).is_some_and(|count| *count > 1)
            && named.get(word.term as usize) == Some(&false)
    };
    let words: Vec<&ContentWord> = terms.words.iter().filter(repeated).collect();
    let mut found: Vec<Candidate<'a>> = Vec::new();
    let mut known = Phrases::default();
    for start in 0..words.len() {
        for phrase in phrases_from(story, words.get(start..).unwrap_or_default()) {
            count_phrase(story, phrase, &mut found, &mut known);
        }
    }
    drop_fragments(&mut found, &known);
    found.retain(|candidate| candidate.count > 1 && !candidate.text.is_empty());
    found
}

/// Clears the text of candidates that occur only inside one longer phrase, such as half of a compound.
fn drop_fragments(found: &mut [Candidate<'_>], known: &Phrases) {
    let fragments = |candidate: &Candidate<'_>| {
        let (front, back) = (candidate.terms.split_last()?.1, candidate.terms.split_first()?.1);
        Some([(key(front), candidate.count), (key(back), candidate.count)])
    };
    let fragments: Vec<_> =
        found.iter().filter(|whole| whole.count > 1).filter_map(fragments).flatten().collect();
    for (fragment, whole_count) in fragments {
        if let Some(fragment) = known.get(&fragment).and_then(|number| found.get_mut(*number))
            && fragment.count == whole_count
        {
            fragment.text = "";
        }
    }
}

/// Returns the terms of a phrase as a key of fixed length.
fn key(terms: &[Term]) -> [Term; LONGEST] {
    let mut key = [Term::MAX; LONGEST];
    key.iter_mut().zip(terms).for_each(|(slot, term)| *slot = *term);
    key
}

/// Returns the phrases that begin with the first of `words` and may be keywords.
fn phrases_from<'w, 't>(
    story: &Story<'_>,
    words: &'w [&'t ContentWord],
) -> impl Iterator<Item = &'w [&'t ContentWord]> {
    let joined = |pair: &[&ContentWord]| matches!(pair, [a, b] if are_adjacent(story, a, b));
    let longest = 1 + words.windows(2).take(LONGEST - 1).take_while(|pair| joined(pair)).count();
    let lengths = match words.first().map(|word| word.kind) {
        // A single character is rarely a word.
        Some(WordKind::Character) => 2..=longest,
        Some(WordKind::Unspaced) => 1..=longest,
        _ => 1..=longest.min(LONGEST - 1),
    };
    let phrases = lengths.filter_map(|length| words.get(..length));
    phrases.filter(|phrase| {
        // Compounds are made of short words: "น้ำท่วม" is "water" and "overflow".
        let is_compound =
            phrase.len() > 1 && phrase.first().is_some_and(|word| word.kind == WordKind::Unspaced);
        let ends = [phrase.first(), phrase.last()];
        is_compound || ends.into_iter().flatten().all(|word| is_long_enough(field(story, word), word))
    })
}

/// Reports whether only a space or a hyphen separates two words of one kind.
fn are_adjacent(story: &Story<'_>, a: &ContentWord, b: &ContentWord) -> bool {
    let between = Span::new(a.span.end, b.span.start).of(field(story, a));
    let is_joined = match a.kind {
        WordKind::Character | WordKind::Unspaced => a.span.end == b.span.start,
        _ => joins_words(between),
    };
    is_joined && a.kind == b.kind && a.sentence == b.sentence
}

/// Reports whether `between` is a hyphen, or a space with an elided word or ending: "millions d'euros",
/// "Oslo's harbour".
fn joins_words(between: &str) -> bool {
    let Some((ending, elision)) = between.split_once(' ') else { return between == "-" };
    let is_ending =
        ending.is_empty() || ending.starts_with(text::is_apostrophe) && ending.ends_with(char::is_alphabetic);
    let is_elision = elision.is_empty()
        || elision.starts_with(char::is_alphabetic) && elision.ends_with(text::is_apostrophe);
    is_ending && is_elision && !elision.contains(' ')
}

/// Returns the field that a word points into.
fn field<'a>(story: &Story<'a>, word: &ContentWord) -> &'a str {
    if word.sentence.is_none() { story.headline } else { story.body }
}

/// Reports whether a word is long enough for a keyword. Without it, languages without stop words would list
/// theirs.
fn is_long_enough(field: &str, word: &ContentWord) -> bool {
    let text = word.span.of(field);
    let least = match text.chars().next().map(text::script_of) {
        _ if word.kind == WordKind::Character => 1,
        // One character is a syllable.
        Some(Script::Hangul) => 2,
        _ => 4,
    };
    text.chars().count() >= least || text::shape(text) == text::Shape::Upper
}

/// Counts one occurrence of a phrase. The phrase takes its text from the first occurrence in the body.
fn count_phrase<'a>(
    story: &Story<'a>,
    phrase: &[&ContentWord],
    found: &mut Vec<Candidate<'a>>,
    known: &mut Phrases,
) {
    let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else { return };
    let terms: Vec<Term> = phrase.iter().map(|word| word.term).collect();
    let number = *known.entry(key(&terms)).or_insert_with(|| {
        found.push(Candidate { text: "", terms, count: 0, first: 0, in_headline: false, bonus: 1.0 });
        found.len() - 1
    });
    let Some(candidate) = found.get_mut(number) else { return };
    candidate.count += 1;
    candidate.in_headline |= first.sentence.is_none();
    if let (Some(sentence), true) = (first.sentence, candidate.text.is_empty()) {
        candidate.first = sentence;
        candidate.text = first.span.cover(last.span).of(story.body);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicons;
    use crate::story::NameMention;

    fn check(language: &str, headline: &str, body: &str, names: &[&str], expected: &[&str]) {
        let mention = |(number, name): (usize, &&str)| {
            let spans = body.match_indices(*name).map(|(start, name)| Span::new(start, start + name.len()));
            spans.map(|span| NameMention { span, name: number }).collect::<Vec<_>>()
        };
        let story = Story {
            body,
            headline,
            language,
            sentences: vec![Span::whole(body)],
            names: vec![0.2; names.len()],
            mentions: names.iter().enumerate().flat_map(mention).collect(),
        };
        let found = keywords(&story, &Terms::collect(&story, Lexicons::new().get(language)));
        let texts: Vec<&str> = found.iter().map(|keyword| keyword.text.as_str()).collect();
        assert_eq!(texts, expected, "keywords of {body:?}");
    }

    #[test]
    fn a_repeated_phrase_is_a_keyword_as_first_written() {
        check("en", "", "Nuclear talks fail. The nuclear talks had lasted.", &[], &["Nuclear talks"]);
    }

    #[test]
    fn the_headline_counts_as_an_occurrence() {
        check("en", "Harbour closed", "The harbour was shut down by snow.", &[], &["harbour"]);
    }

    #[test]
    fn a_name_is_a_keyword_from_its_first_mention_and_not_part_of_a_phrase() {
        check("en", "", "Oslo harbour and Oslo airport.", &["Oslo"], &["Oslo"]);
    }

    #[test]
    fn numbers_and_short_words_are_not_keywords_but_acronyms_are() {
        check("en", "", "2026 so EU ox 2026 EU ox", &[], &["EU"]);
    }

    #[test]
    fn in_scripts_without_spaces_the_longest_repeated_string_is_the_keyword() {
        check("ja", "", "市立病院が開く。市立病院は新しい。", &[], &["市立病院"]);
    }

    #[test]
    fn in_thai_lao_khmer_and_burmese_keywords_are_whole_words() {
        check("th", "", "น้ำท่วมกรุงเทพ รัฐบาลช่วยเรื่องน้ำท่วม", &[], &["น้ำท่วม"]);
        check("km", "", "ប្រាក់ឈ្នួលឡើង។ ប្រាក់ឈ្នួលឡើងទៀត។", &[], &["ប្រាក់ឈ្នួល"]);
        check("lo", "", "ລັດຖະບານຂຶ້ນຄ່າແຮງງານຂັ້ນຕ່ຳ ນາຍົກກ່າວວ່າ ຄ່າແຮງງານຂັ້ນຕ່ຳຈະຂຶ້ນ", &[], &["ຄ່າແຮງງານຂັ້ນຕ່ຳ"]);
    }

    #[test]
    fn two_forms_of_a_word_are_one_keyword() {
        check("ru", "", "Мост открыт. Мост закрыт. Опоры моста, длина моста.", &[], &["Мост"]);
        check("pl", "", "Gdańsk rośnie. W Gdańsku pada.", &["Gdańsk", "Gdańsku"], &["Gdańsk"]);
        check("en", "", "A harbour and a harbour, harbours and harbours.", &[], &["harbour"]);
    }

    #[test]
    fn similar_names_are_two_keywords_if_the_language_does_not_inflect_names() {
        check("en", "", "Niger met Nigeria.", &["Niger ", "Nigeria"], &["Niger ", "Nigeria"]);
    }

    #[test]
    fn an_elided_word_is_not_part_of_a_keyword() {
        check("fr", "", "Il faut d'euros. L'euro et d'euros encore.", &[], &["euros"]);
        check("fr", "", "Des millions d'euros, deux millions d'euros.", &[], &["millions d'euros"]);
    }

    #[test]
    fn markup_is_not_a_keyword() {
        check(
            "en",
            "",
            "<strong>Snow</strong> fell, <strong>snow</strong>&nbsp;again&nbsp;.",
            &[],
            &["Snow"],
        );
    }

    #[test]
    fn an_article_without_names_and_repetition_has_no_keywords() {
        check("en", "", "Snow fell.", &[], &[]);
    }
}
