//! The dependencies between the files of a target, and the cycles among them.
//!
//! A file depends on another when it names an item that the other defines. Re-exports do not count: a
//! `mod.rs` may show what its children define. Calls of methods do not count either, so a type may spread its
//! methods over several files.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use syn::{spanned::Spanned, visit::Visit};

use crate::source::{Crate, ModuleId, attributes, imports, is_test_code};

/// A use of one file's item in another file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dependency {
    /// The file that uses the item.
    pub user: PathBuf,
    /// The line of the use.
    pub line: usize,
    /// The path as it is written.
    pub path: String,
    /// The file that defines the item.
    pub definer: PathBuf,
}

/// Returns every group of files that depend on each other in a cycle, as the dependencies inside the group.
pub fn cycles(tree: &Crate) -> Vec<Vec<Dependency>> {
    let dependencies = dependencies(tree);
    let mut arrows: BTreeMap<&Path, BTreeSet<&Path>> = BTreeMap::new();
    for dependency in &dependencies {
        arrows.entry(&dependency.user).or_default().insert(&dependency.definer);
    }
    let downstream: BTreeMap<&Path, BTreeSet<&Path>> =
        arrows.keys().map(|file| (*file, reachable(&arrows, file))).collect();
    let reaches = |from: &Path, to: &Path| downstream.get(from).is_some_and(|files| files.contains(to));
    let mut grouped: BTreeSet<&Path> = BTreeSet::new();
    let mut cycles = Vec::new();
    for file in arrows.keys().filter(|file| reaches(file, file)) {
        if grouped.contains(file) {
            continue;
        }
        let in_group = |other: &Path| reaches(file, other) && reaches(other, file);
        grouped.extend(arrows.keys().filter(|other| in_group(other)));
        let inside = dependencies.iter().filter(|one| in_group(&one.user) && in_group(&one.definer));
        cycles.push(inside.cloned().collect());
    }
    cycles
}

fn reachable<'a>(arrows: &BTreeMap<&'a Path, BTreeSet<&'a Path>>, from: &'a Path) -> BTreeSet<&'a Path> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for next in arrows.get(file).into_iter().flatten() {
            if found.insert(*next) {
                open.push(next);
            }
        }
    }
    found
}

/// Returns the dependencies between different files of the target.
fn dependencies(tree: &Crate) -> Vec<Dependency> {
    let mut found = BTreeSet::new();
    for (id, module) in tree.modules.iter().enumerate() {
        let mut paths = Paths { written: Vec::new() };
        for import in module.imports.iter().filter(|import| !import.is_reexport) {
            paths.written.push((import.path.clone(), import.line));
        }
        module.items.iter().for_each(|item| paths.visit_item(item));
        found.extend(paths.written.iter().filter_map(|(path, line)| dependency(tree, id, path, *line)));
    }
    found.into_iter().collect()
}

fn dependency(tree: &Crate, from: ModuleId, path: &[String], line: usize) -> Option<Dependency> {
    let user = &tree.module(from)?.file;
    let definer = &tree.module(tree.defining_module(from, path)?)?.file;
    (user != definer).then(|| Dependency {
        user: user.clone(),
        line,
        path: path.join("::"),
        definer: definer.clone(),
    })
}

/// Collects the paths in shipped code, with their lines.
struct Paths {
    written: Vec<(Vec<String>, usize)>,
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_test_code(attributes(item)) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, declaration: &'ast syn::ItemUse) {
        let inside_functions = imports(declaration).into_iter();
        self.written.extend(inside_functions.map(|import| (import.path, import.line)));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            let segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.written.push((segments, path.span().start().line));
        }
        syn::visit::visit_path(self, path);
    }
}
