//! The modules of one target, read from its files.
//!
//! Test code is left out: items under `#[cfg(test)]`, and files that only such items name.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use syn::{Attribute, Item, ItemMod, ItemUse, Visibility, spanned::Spanned};

/// The index of a module in [`Crate::modules`].
pub type ModuleId = usize;

/// The tree of modules of a library or program. The root has index 0.
#[derive(Debug)]
pub struct Crate {
    /// All modules, parents before children.
    pub modules: Vec<Module>,
}

/// A module: a file, or an inline `mod name { … }`.
#[derive(Debug)]
pub struct Module {
    /// The file that holds it.
    pub file: PathBuf,
    /// Its parent; `None` for the root.
    pub parent: Option<ModuleId>,
    /// Its child modules by name.
    pub children: HashMap<String, ModuleId>,
    /// Its `use` declarations.
    pub imports: Vec<Import>,
    /// All other items.
    pub items: Vec<Item>,
}

/// One name that a `use` declaration brings into a module.
#[derive(Debug, Clone)]
pub struct Import {
    /// The name in the module; `*` for a glob.
    pub name: String,
    /// The path that it stands for, without the `*` of a glob.
    pub path: Vec<String>,
    /// Whether it passes the name on (`pub use`). A re-export does not make a module depend on another.
    pub is_reexport: bool,
    /// The line of the declaration.
    pub line: usize,
}

impl Crate {
    /// Reads the target whose root file is `root`.
    ///
    /// # Errors
    /// When a file is missing or does not parse.
    pub fn read(root: &Path) -> Result<Self> {
        let mut tree = Self { modules: Vec::new() };
        let folder = root.parent().unwrap_or(Path::new("")).to_owned();
        tree.add_file(root, &folder, None)?;
        Ok(tree)
    }

    fn add_file(&mut self, file: &Path, folder: &Path, parent: Option<ModuleId>) -> Result<ModuleId> {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let parsed = syn::parse_file(&text).with_context(|| file.display().to_string())?;
        self.add_items(parsed.items, file, folder, parent)
    }

    /// Adds a module with these items. `folder` is where the files of its child modules lie.
    fn add_items(
        &mut self,
        items: Vec<Item>,
        file: &Path,
        folder: &Path,
        parent: Option<ModuleId>,
    ) -> Result<ModuleId> {
        let id = self.modules.len();
        let mut module = Module {
            file: file.to_owned(),
            parent,
            children: HashMap::new(),
            imports: Vec::new(),
            items: Vec::new(),
        };
        let mut declared = Vec::new();
        for item in items.into_iter().filter(|item| !is_test_code(attributes(item))) {
            match item {
                Item::Mod(child) => declared.push(child),
                Item::Use(declaration) => module.imports.extend(imports(&declaration)),
                other => module.items.push(other),
            }
        }
        self.modules.push(module);
        for child in declared {
            let name = child.ident.to_string();
            let child = self.add_child(child, file, folder, id)?;
            if let Some(module) = self.modules.get_mut(id) {
                module.children.insert(name, child);
            }
        }
        Ok(id)
    }

    fn add_child(
        &mut self,
        child: ItemMod,
        file: &Path,
        folder: &Path,
        parent: ModuleId,
    ) -> Result<ModuleId> {
        let inside = folder.join(child.ident.to_string());
        if let Some((_, items)) = child.content {
            return self.add_items(items, file, &inside, Some(parent));
        }
        let candidates = [inside.with_extension("rs"), inside.join("mod.rs")];
        match candidates.iter().find(|candidate| candidate.is_file()) {
            Some(found) => self.add_file(found, &inside, Some(parent)),
            None => bail!("{}: no file for the module `{}`", file.display(), child.ident),
        }
    }
}

/// Returns the names that a `use` declaration brings in.
pub fn imports(declaration: &ItemUse) -> Vec<Import> {
    let mut found = Vec::new();
    let is_reexport = !matches!(declaration.vis, Visibility::Inherited);
    let line = declaration.span().start().line;
    flatten(&declaration.tree, &mut Vec::new(), &mut |name, path| {
        found.push(Import { name, path, is_reexport, line });
    });
    found
}

fn flatten(tree: &syn::UseTree, path: &mut Vec<String>, found: &mut impl FnMut(String, Vec<String>)) {
    match tree {
        syn::UseTree::Path(step) => {
            path.push(step.ident.to_string());
            flatten(&step.tree, path, found);
            path.pop();
        }
        syn::UseTree::Group(group) => group.items.iter().for_each(|item| flatten(item, path, found)),
        syn::UseTree::Glob(_) => found("*".to_owned(), path.clone()),
        syn::UseTree::Name(name) if name.ident == "self" => {
            found(path.last().cloned().unwrap_or_default(), path.clone());
        }
        syn::UseTree::Name(name) => {
            let name = name.ident.to_string();
            found(name.clone(), [path.as_slice(), &[name]].concat());
        }
        syn::UseTree::Rename(rename) => {
            let original = rename.ident.to_string();
            let path =
                if original == "self" { path.clone() } else { [path.as_slice(), &[original]].concat() };
            found(rename.rename.to_string(), path);
        }
    }
}

/// Reports whether the attributes keep an item out of what is shipped: `#[cfg(test)]`, or `test` inside a
/// longer condition.
pub fn is_test_code(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).any(|attribute| {
        let syn::Meta::List(list) = &attribute.meta else { return false };
        let condition = list.tokens.to_string();
        condition.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == "test")
            && !condition.contains("not")
    })
}

/// Returns the attributes of an item; none for kinds that the workspace does not put attributes on.
pub fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        _ => &[],
    }
}
