//! Shipped code asks a language's profile instead of comparing its tag.

use std::fmt::Write;

use architecture_tests::{
    source::Crate,
    tags::decisions,
    targets::{targets, workspace},
};

#[test]
fn only_language_files_name_languages() {
    let workspace = workspace();
    let mut report = String::new();
    let shipped = |root: &std::path::Path| {
        root.starts_with(workspace.join("services")) || root.starts_with(workspace.join("shared"))
    };
    for target in targets().unwrap().iter().filter(|target| shipped(&target.root)) {
        for place in decisions(&Crate::read(&target.root).unwrap()) {
            let file = place.file.strip_prefix(&workspace).unwrap_or(&place.file);
            writeln!(report, "  {}:{} {}", file.display(), place.line, place.code).unwrap();
        }
    }
    assert!(report.is_empty(), "put what is special about a language into its profile\n{report}");
}
