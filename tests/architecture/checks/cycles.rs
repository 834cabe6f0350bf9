//! No two files of a target depend on each other, directly or through others.

use std::{collections::BTreeMap, fmt::Write, path::Path};

use architecture_tests::{
    graph::cycles,
    source::Crate,
    targets::{targets, workspace},
};

#[test]
fn no_target_has_a_cycle_of_modules() {
    let workspace = workspace();
    let mut report = String::new();
    for target in targets().unwrap() {
        for cycle in cycles(&Crate::read(&target.root).unwrap()) {
            let mut arrows: BTreeMap<(&Path, &Path), Vec<String>> = BTreeMap::new();
            for dependency in &cycle {
                let arrow = [&dependency.user, &dependency.definer].map(|file| short(file, &workspace));
                let used = format!("{}:{}", dependency.path, dependency.line);
                arrows.entry(arrow.into()).or_default().push(used);
            }
            writeln!(report, "a cycle in {}:", target.package).unwrap();
            for ((user, definer), used) in arrows {
                writeln!(report, "  {} -> {} ({})", user.display(), definer.display(), used.join(", "))
                    .unwrap();
            }
        }
    }
    assert!(
        report.is_empty(),
        "modules depend on each other; move what they share into a file below both\n{report}"
    );
}

fn short<'a>(file: &'a Path, workspace: &Path) -> &'a Path {
    file.strip_prefix(workspace).unwrap_or(file)
}
