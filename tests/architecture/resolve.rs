//! Finds the module that defines what a path names.

use std::collections::HashSet;

use crate::source::{Crate, Module, ModuleId};

impl Crate {
    /// Returns the module that defines what `path` names, seen from `from`. Re-exports are followed to the
    /// definition.
    ///
    /// Returns `None` for paths that lead out of the crate, and for names that the module imports: the import
    /// itself is a dependency, its uses add nothing.
    pub fn defining_module(&self, from: ModuleId, path: &[String]) -> Option<ModuleId> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.walk(0, rest, &mut HashSet::new()),
            "self" => self.walk(from, rest, &mut HashSet::new()),
            "super" => self.above(self.module(from)?.parent?, rest),
            child => self.walk(*self.module(from)?.children.get(child)?, rest, &mut HashSet::new()),
        }
    }

    fn above(&self, parent: ModuleId, rest: &[String]) -> Option<ModuleId> {
        match rest.split_first() {
            Some((step, rest)) if step == "super" => self.above(self.module(parent)?.parent?, rest),
            _ => self.walk(parent, rest, &mut HashSet::new()),
        }
    }

    /// Goes down `path` from `module` as far as modules and re-exports lead. `seen` ends cycles of globs.
    fn walk(
        &self,
        module: ModuleId,
        path: &[String],
        seen: &mut HashSet<(ModuleId, String)>,
    ) -> Option<ModuleId> {
        let Some((name, rest)) = path.split_first() else { return Some(module) };
        if !seen.insert((module, name.clone())) {
            return Some(module);
        }
        let here = self.module(module)?;
        if let Some(child) = here.children.get(name) {
            return self.walk(*child, rest, seen);
        }
        if let Some(import) = here.imports.iter().find(|import| import.name == *name) {
            let target = [import.path.as_slice(), rest].concat();
            return self.defining_module(module, &target);
        }
        let globs = here.imports.iter().filter(|import| import.name == "*");
        let behind_globs = globs
            .filter_map(|glob| self.defining_module(module, &glob.path))
            .find(|target| self.module(*target).is_some_and(|target| defines(target, name)));
        Some(behind_globs.unwrap_or(module))
    }

    /// Returns the module with this index.
    pub fn module(&self, id: ModuleId) -> Option<&Module> {
        self.modules.get(id)
    }
}

/// Reports whether the module itself defines an item of this name.
fn defines(module: &Module, name: &str) -> bool {
    module.items.iter().any(|item| {
        let ident = match item {
            syn::Item::Const(item) => &item.ident,
            syn::Item::Enum(item) => &item.ident,
            syn::Item::Fn(item) => &item.sig.ident,
            syn::Item::Static(item) => &item.ident,
            syn::Item::Struct(item) => &item.ident,
            syn::Item::Trait(item) => &item.ident,
            syn::Item::Type(item) => &item.ident,
            _ => return false,
        };
        ident == name
    })
}
