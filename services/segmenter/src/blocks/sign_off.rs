//! Signatures in the last line of a story: an agency, or the initials of those who wrote and edited it.

use super::dateline;
use super::line::Line;

/// The widest sign-off, in columns: `- AFP`, `AFP/xx/yy`, an agency and two names.
const WIDEST: usize = 30;

/// The most words after an agency that signs with names.
const MOST_NAMES: usize = 3;

/// The longest initials, in letters: `mvl`, `kmb`, `jlmr`.
const LONGEST_INITIALS: usize = 4;

/// Reports whether `line` signs the story: `- AFP`, `ega/mvl/sp`, `ASD // MSF`, `भाषा अनुराग शफीक`.
pub(super) fn is_sign_off(line: &Line<'_>) -> bool {
    if line.columns > WIDEST {
        return false;
    }
    let signed = unmarked(line.text);
    let signs = || dateline::is_agency_name(signed) || are_initials(signed) || is_agency_with_names(signed);
    is_agency_alone(line.text) || (!line.ends_like_sentence && signs())
}

/// Reports whether `line` is an agency and initials behind slashes: `dpa/lni/krü`.
pub(super) fn is_agency_with_initials(line: &Line<'_>) -> bool {
    const FEWEST_SLASHES: usize = 2;
    line.columns <= WIDEST
        && line.text.matches('/').count() >= FEWEST_SLASHES
        && line.text.split('/').next().is_some_and(dateline::is_agency_name)
        && are_initials(line.text)
}

/// Reports whether `text` is the name of an agency, in capitals or brackets, and nothing else: `EFE`,
/// `(PAP)`, `(ANSA).`
pub(super) fn is_agency_alone(text: &str) -> bool {
    let name = unmarked(text.trim_end_matches('.'));
    let is_bracketed = name.len() < text.trim_end_matches('.').len();
    dateline::is_agency_name(name) && (is_bracketed || (name.len() > 2 && !name.contains(char::is_lowercase)))
}

/// Reports whether a line is a mail address and nothing else: `desk@paper.example`.
pub(super) fn is_address(line: &str) -> bool {
    // Most lines have no such sign.
    if !line.contains('@') {
        return false;
    }
    let address = unmarked(line);
    let is_plain = |half: &str| !half.is_empty() && !half.contains(|c: char| c.is_whitespace() || c == '@');
    address.split_once('@').is_some_and(|(name, host)| is_plain(name) && is_plain(host) && host.contains('.'))
}

/// Removes dashes and brackets around a line.
fn unmarked(line: &str) -> &str {
    line.trim_matches(|mark: char| {
        text::is_dash(mark)
            || mark.is_whitespace()
            || matches!(mark, '(' | ')' | '（' | '）' | '[' | ']' | '【' | '】' | '<' | '>')
    })
}

/// Reports whether a line is letters separated by slashes: `ega/mvl/sp`, `aru/ kmb/`, `ASD // MSF`,
/// `Lusa/Fim`.
fn are_initials(signed: &str) -> bool {
    let signatures = || signed.split('/').map(str::trim).filter(|signature| !signature.is_empty());
    let are_letters = |signature: &str| {
        let is_short = |word: &str| word.chars().nth(LONGEST_INITIALS).is_none();
        signature.chars().all(|c| c.is_alphabetic() || c == ' ')
            && (!signature.contains(' ') || signature.split_whitespace().all(is_short))
    };
    signed.contains('/') && signatures().count() > 1 && signatures().all(are_letters)
}

/// Reports whether a line is an agency and then the names of those who sign for it: `भाषा अनुराग शफीक`.
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
