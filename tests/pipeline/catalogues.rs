//! The tables in the documents list exactly the codes of the catalogues, with their sentences.

use messages::{DeadReason, Limit};
use runtime::obstacle::Obstacle;

/// The page with the tables of reasons for dead letters and of obstacles.
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

/// The table has the columns code, what you see, what it is, what to do.
#[test]
fn the_documents_explain_every_obstacle_and_name_its_remedy() {
    let text = std::fs::read_to_string(format!("{}/../{REASONS_PAGE}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for obstacle in Obstacle::ALL {
        let start = format!("| `{obstacle}` | ");
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with(&start)).collect();
        let [row] = rows[..] else { panic!("{REASONS_PAGE} has {} rows for `{obstacle}`", rows.len()) };
        let end = format!(" | {} | {} |", obstacle.sentence(), obstacle.remedy());
        let seen = row.strip_prefix(&start).and_then(|rest| rest.strip_suffix(&end));
        let seen =
            seen.unwrap_or_else(|| panic!("{REASONS_PAGE}: the row of `{obstacle}` must end with{end}"));
        assert!(seen.contains(' ') && !seen.contains('|'), "`{obstacle}`: what you see is `{seen}`");
    }
    for code in codes_under(REASONS_PAGE, "When a stage stands still") {
        assert!(Obstacle::from_code(&code).is_some(), "{REASONS_PAGE}: nothing reports `{code}`");
    }
}
