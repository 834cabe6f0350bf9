//! The tables in the documents list exactly the codes of the catalogues, with their sentences.

use messages::{DeadReason, Limit};

/// The page with the table of reasons for dead letters.
const REASONS_PAGE: &str = "docs/operations.md";
/// The page with the table of limits.
const LIMITS_PAGE: &str = "docs/wire-format.md";

/// Checks that `page` has exactly one row for each code, and that the second column is the code's sentence.
fn check(page: &str, catalogue: &[(&str, &str)]) {
    let path = format!("{}/../{page}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    for (code, sentence) in catalogue {
        let row = format!("| `{code}` | {sentence} |");
        let rows = text.lines().filter(|line| line.starts_with(&format!("| `{code}` |"))).count();
        assert_eq!(rows, 1, "{page} has {rows} rows for `{code}`: write one that starts with {row}");
        assert!(text.contains(&row), "{page}: the row of `{code}` must start with {row}");
    }
}

/// Returns the codes in the table under the heading that contains `title`.
fn codes_under(page: &str, title: &str) -> Vec<String> {
    let text = std::fs::read_to_string(format!("{}/../{page}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let section = text.split("\n## ").find(|section| section.starts_with(title)).expect("the section exists");
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split_once('`')).map(|(code, _)| code.to_owned()).collect()
}

#[test]
fn the_documents_explain_every_reason_for_dead_letters() {
    let catalogue: Vec<_> = DeadReason::ALL.iter().map(|reason| (reason.code(), reason.sentence())).collect();
    check(REASONS_PAGE, &catalogue);
    for code in codes_under(REASONS_PAGE, "Dead letters") {
        assert!(DeadReason::from_code(&code).is_some(), "{REASONS_PAGE}: no worker emits `{code}`");
    }
}

#[test]
fn the_documents_explain_every_limit() {
    let catalogue: Vec<_> = Limit::ALL.iter().map(|limit| (limit.code(), limit.sentence())).collect();
    check(LIMITS_PAGE, &catalogue);
    for code in codes_under(LIMITS_PAGE, "Provenance and limits") {
        assert!(Limit::from_code(&code).is_some(), "{LIMITS_PAGE}: no stage emits `{code}`");
    }
}
