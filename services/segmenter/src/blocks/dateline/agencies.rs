//! Names of news agencies in datelines.

use std::sync::LazyLock;

use super::super::cues::NAME_CONNECTORS;
use crate::languages::words_of_all;
use crate::word_list::WordList;

/// The most words of a name that are looked up.
const MOST_WORDS: usize = 8;

/// Agencies and broadcasters, in lower case; of a longer name the first word.
static AGENCIES: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.agencies)));

/// Agencies in scripts that have no capitals or no spaces.
static CASELESS_AGENCIES: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.caseless_agencies)));

/// First words of the names of papers and broadcasters.
static PAPER_WORDS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.paper_words)));

/// Reports whether `name` is an agency or contains one: `Reuters`, `dpa/lno`, `CNN Business`.
pub(crate) fn is_agency(name: &str) -> bool {
    let name = name.trim();
    let mut words = name.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',')).take(MOST_WORDS);
    // `INTERFAX.RU` is the agency's site.
    let is_known = |word: &str| {
        let site = word.rsplit_once('.').filter(|(_, domain)| domain.len() <= 3).map(|(site, _)| site);
        AGENCIES.contains_in_any_case(word)
            || site.is_some_and(|site| site.len() > 3 && AGENCIES.contains_in_any_case(site))
    };
    words.any(is_known) || is_agency_name(name)
}

/// Reports whether `name` holds an agency and is a name as a whole: `РИА Новости`, but not `The BBC said on Friday`.
pub(super) fn is_name_of_agency(name: &str) -> bool {
    let is_verb = |word: &str| word.starts_with(char::is_lowercase) && !NAME_CONNECTORS.contains(word);
    let is_one_word = !name.trim().contains(char::is_whitespace);
    is_agency(name) && (is_one_word || !name.split_whitespace().any(is_verb))
}

/// Reports whether `name` is the name of an agency and nothing else.
pub(crate) fn is_agency_name(name: &str) -> bool {
    AGENCIES.contains_in_any_case(name) || CASELESS_AGENCIES.contains(name)
}

/// Reports whether `name` is an agency in a script that has no capitals.
pub(crate) fn is_caseless_agency(name: &str) -> bool {
    CASELESS_AGENCIES.contains(name)
}

/// Reports whether `name` is two to four words with capitals that open like the name of a paper or a broadcaster:
/// `Kabar Jateng`, `Radio Nacional`. It names one only behind a place that stands out.
pub(super) fn is_paper(name: &str) -> bool {
    let mut words = name.split_whitespace();
    words.next().is_some_and(|first| PAPER_WORDS.contains(first))
        && (1..=3).contains(&words.clone().count())
        && words.all(|word| word.starts_with(char::is_uppercase))
}

/// Returns the agency of a script without spaces that `text` ends with.
pub(super) fn agency_at_end(text: &str) -> Option<&'static str> {
    CASELESS_AGENCIES.iter().find(|agency| text.ends_with(agency))
}
