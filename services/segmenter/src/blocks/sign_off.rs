//! Who signs a story in its last line: an agency, or the initials of those who wrote and edited it.

use super::{columns, dateline, ends_like_sentence};

/// The widest sign-off, in columns: `- AFP`, `AFP/xx/yy`, an agency and two names.
const WIDEST: usize = 30;

/// Most words behind an agency that signs with names.
const MOST_NAMES: usize = 3;

/// The longest initials, in letters: `mvl`, `kmb`, `jlmr`.
const LONGEST_INITIALS: usize = 4;

/// Whether `line` signs the story: `- AFP`, `ega/mvl/sp`, `ASD // MSF`, `भाषा अनुराग शफीक`.
pub(super) fn is_sign_off(line: &str) -> bool {
    let signed = unmarked(line);
    columns(line) <= WIDEST
        && (is_agency_alone(line) || !ends_like_sentence(line))
        && (is_agency_alone(line)
            || dateline::is_agency_name(signed)
            || are_initials(signed)
            || is_agency_with_names(signed))
}

/// Whether `text` is an agency's name in capitals or brackets and nothing else: `EFE`, `(PAP)`, `(ANSA).`
pub(super) fn is_agency_alone(text: &str) -> bool {
    let name = unmarked(text.trim_end_matches('.'));
    let is_bracketed = name.len() < text.trim_end_matches('.').len();
    dateline::is_agency_name(name) && (is_bracketed || (name.len() > 2 && !name.contains(char::is_lowercase)))
}

/// Whether a line is nothing but an electronic address: `desk@paper.example`.
pub(super) fn is_address(line: &str) -> bool {
    let address = unmarked(line);
    let is_plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c == '@');
    address.split_once('@').is_some_and(|(name, host)| is_plain(name) && is_plain(host) && host.contains('.'))
}

/// Without dashes and brackets around it.
fn unmarked(line: &str) -> &str {
    line.trim_matches(|mark: char| {
        text::is_dash(mark)
            || mark.is_whitespace()
            || matches!(mark, '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】' | '<' | '>')
    })
}

/// `ega/mvl/sp`, `aru/ kmb/`, `ASD // MSF`, `Lusa/Fim`: letters parted by slashes.
fn are_initials(signed: &str) -> bool {
    let parts = || signed.split('/').map(str::trim).filter(|part| !part.is_empty());
    let are_letters = |part: &str| {
        let is_short = |word: &str| word.chars().nth(LONGEST_INITIALS).is_none();
        part.chars().all(|c| c.is_alphabetic() || c == ' ')
            && (!part.contains(' ') || part.split_whitespace().all(is_short))
    };
    signed.contains('/') && parts().count() > 1 && parts().all(are_letters)
}

/// `भाषा अनुराग शफीक`: an agency, then those who sign for it.
fn is_agency_with_names(signed: &str) -> bool {
    let mut words = signed.split_whitespace();
    let is_signature = |word: &str| {
        word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            || word.chars().nth(LONGEST_INITIALS).is_none()
    };
    words.next().is_some_and(dateline::is_agency_name)
        && (1..=MOST_NAMES).contains(&words.clone().count())
        && words.all(is_signature)
}
