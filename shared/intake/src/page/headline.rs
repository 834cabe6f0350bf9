//! The headline of a page.
//!
//! Pages state it several times: for readers in `h1`, and for machines in JSON-LD, OpenGraph and `title`. What
//! machines are told is often cut short or has the name of the site behind it, and `h1` is sometimes the name
//! of the site. So the heading is chosen that agrees with what machines are told.

use crate::plain;

use super::{
    letters::Letters,
    metadata::Metadata,
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
    let site = Letters::of(&metadata.source().unwrap_or_default());
    let title = tree.named("title").map(|(id, _)| tree.line(id)).find(|line| !line.is_empty());
    let stated: Vec<(Letters, String)> = [
        metadata.linked.line("headline"),
        metadata.named("og:title").map(str::to_owned),
        metadata.named("twitter:title").map(str::to_owned),
        title,
    ]
    .into_iter()
    .flatten()
    .filter_map(|line| with_letters(without_site(&plain::line_from_html(&line), &site), &site))
    .collect();
    let headings = ["h1", "h2", "h3"].into_iter().flat_map(|name| tree.named(name));
    let headings = headings.filter_map(|(id, _)| {
        let (letters, line) = with_letters(tree.line(id), &site)?;
        Some((id, letters, line))
    });
    let headings: Vec<(Id, Letters, String)> = headings.collect();
    let agreed =
        stated.iter().find_map(|(line, _)| headings.iter().find(|(_, heading, _)| heading.agree_with(line)));
    if let Some((element, _, text)) = agreed {
        return Headline { text: text.clone(), element: Some(*element) };
    }
    let first = headings.into_iter().find(|(id, ..)| tree.element(*id).name == "h1");
    match (stated.into_iter().next(), first) {
        // The heading shows where the article begins, even if it is worded otherwise.
        (Some((_, text)), first) => Headline { text, element: first.map(|(id, ..)| id) },
        (None, Some((id, _, text))) => Headline { text, element: Some(id) },
        (None, None) => Headline::default(),
    }
}

/// Returns a line with its letters, unless it is empty or the name of the site.
fn with_letters(line: String, site: &Letters) -> Option<(Letters, String)> {
    let letters = Letters::of(&line);
    (!line.is_empty() && !letters.are_those_of(site)).then_some((letters, line))
}

/// Removes the name of the site behind or in front of a headline.
fn without_site(line: &str, site: &Letters) -> String {
    let mut line = line.trim();
    for separator in SEPARATORS {
        while let Some((headline, _)) = line.rsplit_once(separator).filter(|(_, name)| is_site(name, site)) {
            line = headline.trim();
        }
        let in_front = line.split_once(separator);
        if let Some((_, headline)) = in_front.filter(|(name, _)| Letters::of(name).are_those_of(site)) {
            line = headline.trim();
        }
    }
    line.to_owned()
}

/// Reports whether a text is the name of the site, or an address such as `gazette.example`.
fn is_site(name: &str, site: &Letters) -> bool {
    let is_address = name.contains('.') && !name.contains(' ') && !name.ends_with('.');
    is_address || Letters::of(name).are_those_of(site)
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
