//! Finds code that decides by the name of a language, such as `language == "de"`.
//!
//! What is special about a language is in that language's profile; rules ask the profile. The check looks for
//! comparisons, `match` arms and `matches!` on a value that is named like a language tag, and for lists of
//! languages.

use std::path::{Path, PathBuf};

use syn::{Expr, Lit, spanned::Spanned, visit::Visit};

use crate::source::{Crate, attributes, is_test_code};

/// Words in the name of a value that holds a language tag.
const NAMED_LIKE_A_TAG: [&str; 4] = ["language", "primary", "lang", "tag"];

/// Folders whose files may name languages.
const PLACES_FOR_LANGUAGES: [&str; 2] = ["languages", "lexicon"];

/// A place that decides by a language tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Decision {
    /// The file.
    pub file: PathBuf,
    /// The line.
    pub line: usize,
    /// The code.
    pub code: String,
}

/// Returns every decision by a language tag in the target's shipped code, the places for languages left out.
pub fn decisions(tree: &Crate) -> Vec<Decision> {
    let mut found = Vec::new();
    for module in tree.modules.iter().filter(|module| !may_name_languages(&module.file)) {
        let mut finder = Finder { file: &module.file, found: &mut found };
        module.items.iter().for_each(|item| finder.visit_item(item));
    }
    found
}

fn may_name_languages(file: &Path) -> bool {
    let mut names = file.iter().filter_map(|name| name.to_str());
    names.any(|name| PLACES_FOR_LANGUAGES.contains(&name.trim_end_matches(".rs")))
}

struct Finder<'a> {
    file: &'a Path,
    found: &'a mut Vec<Decision>,
}

impl Finder<'_> {
    fn report(&mut self, place: &impl Spanned) {
        let span = place.span();
        let code = span.source_text().unwrap_or_default();
        let code = code.lines().next().unwrap_or_default().to_owned();
        self.found.push(Decision { file: self.file.to_owned(), line: span.start().line, code });
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_test_code(attributes(item)) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        if item.ident.to_string().contains("LANGUAGE") && lists_tags(&item.expr) {
            self.report(&item.ident);
        }
        syn::visit::visit_item_const(self, item);
    }

    fn visit_expr_binary(&mut self, comparison: &'ast syn::ExprBinary) {
        let is_comparison = matches!(comparison.op, syn::BinOp::Eq(_) | syn::BinOp::Ne(_));
        let sides = [(&comparison.left, &comparison.right), (&comparison.right, &comparison.left)];
        if is_comparison && sides.iter().any(|(value, tag)| named_like_a_tag(value) && is_tag(tag)) {
            self.report(comparison);
        }
        syn::visit::visit_expr_binary(self, comparison);
    }

    fn visit_expr_match(&mut self, decision: &'ast syn::ExprMatch) {
        if named_like_a_tag(&decision.expr) && decision.arms.iter().any(|arm| names_a_tag(&arm.pat)) {
            self.report(&decision.expr);
        }
        syn::visit::visit_expr_match(self, decision);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let about_a_language = call.args.iter().any(named_like_a_tag);
        if call.method == "contains" && about_a_language && lists_tags(&call.receiver) {
            self.report(call);
        }
        syn::visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        if called.path.is_ident("matches") {
            let arguments = called.tokens.to_string();
            let (value, pattern) = arguments.split_once(',').unwrap_or((&arguments, ""));
            if mentions_a_tag_name(value) && pattern.split('"').any(looks_like_a_tag) {
                self.report(called);
            }
        }
    }
}

fn named_like_a_tag(value: &Expr) -> bool {
    value.span().source_text().is_some_and(|code| mentions_a_tag_name(&code))
}

fn mentions_a_tag_name(code: &str) -> bool {
    code.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|word| NAMED_LIKE_A_TAG.contains(&word))
}

fn is_tag(value: &Expr) -> bool {
    match value {
        Expr::Lit(literal) => is_tag_literal(&literal.lit),
        Expr::Reference(reference) => is_tag(&reference.expr),
        _ => false,
    }
}

fn is_tag_literal(literal: &Lit) -> bool {
    matches!(literal, Lit::Str(text) if looks_like_a_tag(&text.value()))
}

fn names_a_tag(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Lit(literal) => is_tag_literal(&literal.lit),
        syn::Pat::Or(cases) => cases.cases.iter().any(names_a_tag),
        syn::Pat::Tuple(parts) => parts.elems.iter().any(names_a_tag),
        _ => false,
    }
}

fn lists_tags(value: &Expr) -> bool {
    match value {
        Expr::Array(list) => list.elems.iter().any(is_tag),
        Expr::Reference(reference) => lists_tags(&reference.expr),
        _ => false,
    }
}

/// Reports whether the text has the form of a primary language subtag of BCP 47. `und` names no language.
fn looks_like_a_tag(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase()) && text != "und"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, expected: usize) {
        let file: syn::File = syn::parse_str(code).unwrap();
        let mut found = Vec::new();
        let mut finder = Finder { file: Path::new("rules.rs"), found: &mut found };
        file.items.iter().for_each(|item| finder.visit_item(item));
        assert_eq!(found.len(), expected, "{code}: {found:?}");
    }

    #[test]
    fn finds_comparisons_with_a_language_tag() {
        check(r#"fn f(language: &str) -> bool { language == "de" }"#, 1);
        check(r#"fn f(d: &Document) -> bool { "nds" != d.primary() }"#, 1);
        check(r#"fn f(tag: &str) -> bool { matches!(tag, "de" | "lb") }"#, 1);
        check(r#"fn f(tag: &str) -> u8 { match tag { "ko" | "ja" => 1, _ => 0 } }"#, 1);
        check(r#"fn f(language: &str) -> bool { ["de", "lb"].contains(&language) }"#, 1);
        check(r#"const LANGUAGES_WITH_RULES: [&str; 2] = ["en", "de"];"#, 1);
    }

    #[test]
    fn leaves_words_and_tests_alone() {
        check(r#"fn f(word: &str) -> bool { word == "de" }"#, 0);
        check(r#"fn f(language: &str) -> bool { language == "und" }"#, 0);
        check(r#"const PARTICLES: [&str; 2] = ["de", "von"];"#, 0);
        check(r#"#[cfg(test)] fn f(language: &str) -> bool { language == "de" }"#, 0);
    }

    #[test]
    fn places_for_languages_are_folders_and_files() {
        for file in ["src/languages/de.rs", "src/languages.rs", "src/lexicon/mod.rs"] {
            assert!(may_name_languages(Path::new(file)), "{file}");
        }
        assert!(!may_name_languages(Path::new("src/stage.rs")));
    }
}
