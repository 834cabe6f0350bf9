//! Reads the web pages in `lab/pages`, which were written for this project as news sites build theirs.
//!
//! A file has lines `name: value`, an empty line, and the page. In the page, `⟦` and `⟧` are around the main
//! text: what readers read as the story, with leads, subheadings, lists and tables, and without headline,
//! byline and captions. The marks are removed before the page is read. `text:` is a paragraph that the page
//! does not show, `encoding:` the encoding of the page's bytes, and `error:` the code of the error for a page
//! without an article.

use std::{fs, path::Path};

use anyhow::{Context as _, bail};
use encoding_rs::{Encoding, UTF_8};
use text::markup::{self, MarkupKind};

/// The folder, from the project's root.
const FOLDER: &str = "lab/pages";

/// A page with its gold text.
#[derive(Debug, Clone)]
pub struct Page {
    /// The name of the file.
    pub name: String,
    /// BCP 47 primary subtag.
    pub language: String,
    /// The headline as readers see it.
    pub headline: String,
    /// The names of the authors.
    pub authors: Vec<String>,
    /// Time of publication in RFC 3339, or its day. Empty if the page does not say.
    pub published: String,
    /// The code of the error, for a page without an article.
    pub error: Option<String>,
    /// The main text.
    pub text: String,
    /// The bytes of the page.
    pub bytes: Vec<u8>,
    /// Whether nobody inspects its errors.
    pub is_held_back: bool,
}

/// Reads all pages in the order of their names.
pub fn pages() -> anyhow::Result<Vec<Page>> {
    let folder = fs::read_dir(FOLDER)
        .with_context(|| format!("no folder `{FOLDER}`: run it from the project's root"))?;
    let mut paths: Vec<_> = folder.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "page"));
    paths.sort();
    paths.iter().map(|path| page(path).with_context(|| format!("in `{}`", path.display()))).collect()
}

fn page(path: &Path) -> anyhow::Result<Page> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    read(name, &fs::read_to_string(path)?)
}

fn read(name: String, file: &str) -> anyhow::Result<Page> {
    let (head, html) = file.split_once("\n\n").context("no empty line")?;
    let is_held_back = is_held_back(&name);
    let bytes = Vec::new();
    let mut page = Page {
        name,
        is_held_back,
        bytes,
        language: String::new(),
        headline: String::new(),
        authors: Vec::new(),
        published: String::new(),
        error: None,
        text: String::new(),
    };
    let (mut paragraphs, mut encoding) = (Vec::new(), UTF_8);
    for line in head.lines() {
        let (name, value) = line.split_once(':').with_context(|| format!("no `:` in `{line}`"))?;
        let value = value.trim().to_owned();
        match name {
            "headline" => page.headline = value,
            "byline" => {
                page.authors = value.split("; ").filter(|name| !name.is_empty()).map(str::to_owned).collect();
            }
            "date" => page.published = value,
            "language" => page.language = value,
            "error" => page.error = Some(value),
            "text" => paragraphs.push(value),
            "encoding" => encoding = Encoding::for_label(value.as_bytes()).context("unknown encoding")?,
            _ => bail!("unknown name `{name}`"),
        }
    }
    paragraphs.extend(marked(html)?);
    page.text = paragraphs.join("\n\n");
    let html = html.replace(['⟦', '⟧'], "");
    page.bytes = encoding.encode(&html).0.into_owned();
    Ok(page)
}

/// Returns the marked parts of a page as plain text.
fn marked(html: &str) -> anyhow::Result<Vec<String>> {
    let mut parts = html.split('⟦');
    parts.next();
    let inside = parts.map(|part| {
        let (inside, _) = part.split_once('⟧').context("`⟦` without `⟧`")?;
        Ok(without_markup(inside))
    });
    inside.collect()
}

fn without_markup(html: &str) -> String {
    let (mut text, mut end) = (String::new(), 0);
    for found in markup::scan(html) {
        text.push_str(html.get(end..found.span.start).unwrap_or_default());
        end = found.span.end;
        match found.kind {
            MarkupKind::Reference(Some(character)) => text.push(character),
            MarkupKind::Reference(None) => text.push_str(found.span.of(html)),
            // Words in two elements are two words.
            _ => text.push(' '),
        }
    }
    text + html.get(end..).unwrap_or_default()
}

/// Holds back half of the pages, by the FNV-1a hash of their names.
fn is_held_back(name: &str) -> bool {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 32) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_gold_and_leave_the_page() {
        let file = "headline: Rain\nbyline: Ida Holm; Bo Ek\nencoding: windows-1251\n\n<p>⟦Дождь &amp; <b>snow</b>.⟧</p><p>ad</p>";
        let page = read("x".to_owned(), file).unwrap();
        assert_eq!(page.text, "Дождь &  snow .");
        assert_eq!(page.authors, ["Ida Holm", "Bo Ek"]);
        assert!(page.bytes.starts_with(b"<p>\xc4\xee\xe6\xe4\xfc &amp;"));
        assert!(read("x".to_owned(), "headline: a\n\n⟦").is_err());
        assert!(read("x".to_owned(), "other: a\n\n").is_err());
    }

    #[test]
    fn about_half_of_the_pages_are_held_back() {
        let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/pages")).unwrap();
        let paths = folder.map(|entry| entry.unwrap().path());
        let pages = paths.filter(|path| path.extension().is_some_and(|extension| extension == "page"));
        let names: Vec<_> =
            pages.map(|page| page.file_stem().unwrap().to_string_lossy().into_owned()).collect();
        let held_back = names.iter().filter(|name| is_held_back(name)).count();
        assert!(
            names.len() >= 60 && (names.len() * 2 / 5..names.len() * 3 / 5).contains(&held_back),
            "{held_back}"
        );
    }
}
