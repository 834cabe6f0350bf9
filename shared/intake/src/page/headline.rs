//! The headline of a page.
//!
//! Pages state it several times: for readers in `h1`, and for machines in JSON-LD, OpenGraph and `title`. What
//! machines are told is often cut short or has the name of the site behind it, and `h1` is sometimes the name
//! of the site. So the heading is chosen that agrees with what machines are told.

use crate::plain;

use super::{
    metadata::Metadata,
    story::is_same,
    tree::{Id, Tree},
};

/// Marks between a headline and the name of the site, with spaces around them.
const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " ｜ "];

/// The headline of a page.
#[derive(Debug, Default)]
pub(super) struct Headline {
    /// The headline on one line. Empty if there is none.
    pub(super) text: String,
    /// The element that shows it.
    pub(super) element: Option<Id>,
}

/// Returns the headline.
pub(super) fn headline(tree: &Tree, metadata: &Metadata<'_>) -> Headline {
    let site = metadata.source().unwrap_or_default();
    let title = tree.named("title").map(|(id, _)| tree.line(id)).find(|line| !line.is_empty());
    let stated: Vec<String> = [
        metadata.linked.text("headline"),
        metadata.named("og:title").map(str::to_owned),
        metadata.named("twitter:title").map(str::to_owned),
        title,
    ]
    .into_iter()
    .flatten()
    .map(|line| without_site(&plain::line_from_html(&line), &site))
    .filter(|line| !line.is_empty() && !is_same(line, &site))
    .collect();
    let headings: Vec<(Id, String)> = ["h1", "h2", "h3"]
        .into_iter()
        .flat_map(|name| tree.named(name).map(|(id, _)| (id, tree.line(id))).collect::<Vec<_>>())
        .filter(|(_, line)| !line.is_empty() && !is_same(line, &site))
        .collect();
    let agreed = stated.iter().find_map(|line| headings.iter().find(|(_, heading)| agrees(heading, line)));
    if let Some((element, text)) = agreed {
        return Headline { text: text.clone(), element: Some(*element) };
    }
    let first = headings.into_iter().find(|(id, _)| tree.element(*id).name == "h1");
    match (stated.into_iter().next(), first) {
        // The heading shows where the article begins, even if it is worded otherwise.
        (Some(text), first) => Headline { text, element: first.map(|(id, _)| id) },
        (None, Some((id, text))) => Headline { text, element: Some(id) },
        (None, None) => Headline::default(),
    }
}

/// Reports whether a heading shows what machines are told: the same, or one is the beginning of the other.
fn agrees(heading: &str, stated: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (heading, stated) = (letters(heading), letters(stated));
    let shorter = heading.chars().count().min(stated.chars().count());
    heading == stated || (shorter >= 12 && (heading.starts_with(&stated) || stated.starts_with(&heading)))
}

/// Removes the name of the site behind or in front of a headline.
fn without_site(line: &str, site: &str) -> String {
    let mut line = line.trim();
    for separator in SEPARATORS {
        while let Some((headline, _)) = line.rsplit_once(separator).filter(|(_, name)| is_site(name, site)) {
            line = headline.trim();
        }
        if let Some((_, headline)) =
            line.split_once(separator).filter(|(name, _)| !site.is_empty() && is_same(name, site))
        {
            line = headline.trim();
        }
    }
    line.to_owned()
}

/// Reports whether a text is the name of the site, or an address such as `gazette.example`.
fn is_site(name: &str, site: &str) -> bool {
    let is_address = name.contains('.') && !name.contains(' ') && !name.ends_with('.');
    (!site.is_empty() && is_same(name, site)) || is_address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &str) {
        let tree = Tree::read(page).unwrap();
        assert_eq!(headline(&tree, &Metadata::read(&tree)).text, expected, "{page}");
    }

    #[test]
    fn the_heading_counts_that_agrees_with_what_machines_are_told() {
        check(
            "<title>Rain stops play in Oslo | Gazette</title><h1>Gazette</h1><h2>Rain stops play in Oslo</h2>",
            "Rain stops play in Oslo",
        );
        check(
            "<meta property=og:title content='Rain stops play in…'><h1>Rain stops play in Oslo</h1>",
            "Rain stops play in Oslo",
        );
        check("<meta property=og:title content='Rain &amp;amp; snow'><h1>Weather</h1>", "Rain & snow");
        check("<h1>Rain<br>and snow</h1>", "Rain and snow");
    }

    #[test]
    fn the_name_of_the_site_is_not_part_of_it() {
        let site = "<meta property=og:site_name content='The Gazette'>";
        check(&format!("{site}<title>Rain - again - The Gazette</title>"), "Rain - again");
        check(&format!("{site}<title>The Gazette: Rain</title>"), "The Gazette: Rain");
        check(&format!("{site}<h1>The Gazette</h1>"), "");
        check("<title>Rain | gazette.example</title>", "Rain");
    }
}
