//! What a page says about its article: in JSON-LD, OpenGraph, `meta`, and the elements that show it.

use crate::{draft::web_address, plain};

use super::{
    linked_data::LinkedData,
    published,
    tree::{Element, Id, Tree},
};

/// The longest byline in letters. A longer text is a biography.
const LONGEST_BYLINE: usize = 120;

/// The most authors that are named.
const MOST_AUTHORS: usize = 20;
/// The elements inside one with an author in which the name is looked for.
const NEAREST: usize = 20;

/// Names of `meta` elements with the time of publication, the surest first.
const PUBLISHED: [&str; 16] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "publication_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date",
    "date",
];
/// Names of `meta` elements with the authors.
const AUTHORS: [&str; 7] = [
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
];

/// A page with its statements about itself.
pub(super) struct Metadata<'t> {
    tree: &'t Tree,
    pub(super) linked: LinkedData,
    /// The `meta` elements: name in small letters and content.
    named: Vec<(String, &'t str)>,
    /// For each element, whether it is in what readers wrote, or in a list of other articles.
    in_comments: Vec<bool>,
}

impl<'t> Metadata<'t> {
    pub(super) fn read(tree: &'t Tree) -> Self {
        let named =
            tree.elements().filter(|(_, element)| element.name == "meta").filter_map(|(_, element)| {
                let name =
                    ["property", "name", "itemprop"].into_iter().find_map(|name| element.attribute(name))?;
                Some((name.to_ascii_lowercase(), element.attribute("content")?.trim()))
            });
        let in_comments = tree.in_chosen(|_, element| {
            element.name == "aside"
                || has_class_word(element, &["comment", "comments", "related", "recommended"])
        });
        Self { tree, linked: LinkedData::read(tree), named: named.collect(), in_comments }
    }

    /// Returns the content of the first `meta` element with this name, which is in small letters.
    pub(super) fn named(&self, name: &str) -> Option<&'t str> {
        self.all_named(name).next()
    }

    fn all_named<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'t str> + 'm {
        let named = self.named.iter().filter(move |(known, content)| known == name && !content.is_empty());
        named.map(|(_, content)| *content)
    }

    /// Returns the name of the publication.
    pub(super) fn source(&self) -> Option<String> {
        let site =
            self.named("og:site_name").or_else(|| self.named("application-name")).map(plain::line_from_html);
        site.or_else(|| self.linked.publisher())
    }

    /// Returns the canonical address of the article.
    pub(super) fn url(&self) -> Option<String> {
        let links = self.tree.named("link").filter(|(_, link)| link.has_word("rel", "canonical"));
        let canonical = links.filter_map(|(_, link)| link.attribute("href")).find_map(web_address);
        let shared = || self.named("og:url").and_then(web_address);
        canonical.or_else(shared).or_else(|| self.linked.url().as_deref().and_then(web_address))
    }

    /// Returns the tag of the language that the page declares.
    pub(super) fn language(&self) -> Option<String> {
        let of_page = self.tree.named("html").find_map(|(_, html)| html.attribute("lang")).map(str::to_owned);
        let declared =
            self.tree.named("meta").find(|(_, meta)| meta.has_word("http-equiv", "content-language"));
        let declared = declared.and_then(|(_, meta)| meta.attribute("content")).map(str::to_owned);
        let shared = || self.named("og:locale").map(str::to_owned);
        let tags = [of_page, self.linked.line("inLanguage"), declared, shared()];
        tags.into_iter().flatten().map(|tag| tag.trim().replace('_', "-")).find(|tag| !tag.is_empty())
    }

    /// Returns the names of the authors, separated by commas, or the byline as it is shown.
    pub(super) fn byline(&self) -> Option<String> {
        let names = |names: Vec<String>| {
            let mut lines: Vec<String> = Vec::new();
            let names = names.iter().map(|name| plain::line_from_html(name)).filter(|name| is_name(name));
            for name in names.take(MOST_AUTHORS) {
                if !lines.contains(&name) {
                    lines.push(name);
                }
            }
            (!lines.is_empty()).then(|| lines.join(", "))
        };
        let in_meta =
            || AUTHORS.iter().find_map(|name| names(self.all_named(name).map(str::to_owned).collect()));
        names(self.linked.authors())
            .or_else(in_meta)
            .or_else(|| self.shown_byline().and_then(|line| names(vec![line])))
    }

    /// Returns the text of the element that shows the authors.
    fn shown_byline(&self) -> Option<String> {
        let text = |id: Id| {
            let line = self.tree.line(id);
            (!line.is_empty() && line.chars().count() <= LONGEST_BYLINE).then_some(line)
        };
        let name = |(id, element): (Id, &Element)| {
            let inner = self.tree.elements().skip(id + 1).take(NEAREST);
            let inner = inner.take_while(|(_, inner)| inner.parent >= id);
            let mut inner =
                inner.filter(|(_, inner)| inner.has_word("itemprop", "name")).filter_map(|(id, _)| text(id));
            let is_person = element.has_word("itemprop", "author");
            if is_person { inner.next().or_else(|| text(id)) } else { text(id) }
        };
        let is_near = |id: Id| !self.is_in_comments(id);
        let marked = |element: &Element| {
            element.has_word("itemprop", "author")
                || (element.has_word("rel", "author") && element.name == "a")
        };
        let marked =
            self.tree.elements().filter(|(id, element)| marked(element) && is_near(*id)).find_map(name);
        let by_class = || {
            let mut shown = self.tree.elements().filter(|(id, element)| {
                has_class_word(element, &["byline", "author", "authors"]) && is_near(*id)
            });
            shown.find_map(|(id, _)| text(id))
        };
        marked.or_else(by_class)
    }

    fn is_in_comments(&self, id: Id) -> bool {
        self.in_comments.get(id).copied().unwrap_or(false)
    }

    /// Returns the time of publication in RFC 3339. `headline` is the element that shows the headline.
    pub(super) fn published_at(&self, headline: Option<Id>) -> Option<String> {
        let linked = ["datePublished", "dateCreated"].iter().find_map(|name| self.linked.line(name));
        let linked = linked.as_deref().and_then(published::moment);
        let in_meta = || PUBLISHED.iter().find_map(|name| self.all_named(name).find_map(published::moment));
        linked.or_else(in_meta).or_else(|| self.shown_time()).or_else(|| self.time_below(headline?))
    }

    /// Returns the time that an element shows, those that are marked as the time of publication first.
    fn shown_time(&self) -> Option<String> {
        let times = || self.tree.elements().filter(|(id, _)| !self.is_in_comments(*id));
        let stated = |element: &Element| {
            ["datetime", "content"]
                .into_iter()
                .find_map(|name| element.attribute(name))
                .and_then(published::moment)
        };
        let shown = |id: Id| published::in_text(&self.tree.line(id));
        let of = |(id, element): (Id, &Element)| stated(element).or_else(|| shown(id));
        let is_marked = |element: &Element| {
            element.has_word("itemprop", "datePublished") || element.attribute("pubdate").is_some()
        };
        let is_shown = |element: &Element| {
            has_class_word(
                element,
                &["date", "datetime", "dateline", "published", "pubdate", "time", "timestamp"],
            )
        };
        let marked = times().filter(|(_, element)| is_marked(element)).find_map(of);
        let element = || times().filter(|(_, element)| element.name == "time").find_map(of);
        let by_class = || times().filter(|(_, element)| is_shown(element)).find_map(of);
        marked.or_else(element).or_else(by_class)
    }

    /// Returns the time in a short line below the headline.
    fn time_below(&self, headline: Id) -> Option<String> {
        let below = self.tree.elements().skip(headline + 1).take(NEAREST);
        let lines = below.map(|(id, _)| self.tree.line(id));
        lines.filter(|line| line.chars().count() <= LONGEST_BYLINE).find_map(|line| published::in_text(&line))
    }
}

/// Reports whether a name of the element has one of these words.
pub(super) fn has_class_word(element: &Element, words: &[&str]) -> bool {
    let names = ["class", "id"].into_iter().filter_map(|name| element.attribute(name));
    names.flat_map(str::split_ascii_whitespace).any(|name| {
        let name = name.to_ascii_lowercase();
        name.split(|mark: char| !mark.is_alphanumeric()).any(|word| words.contains(&word))
    })
}

/// Reports whether a text can be a name: not an address, not an account, not a biography.
fn is_name(text: &str) -> bool {
    let is_address = text.contains("://") || text.contains('@') || text.starts_with("www.");
    !text.is_empty() && !is_address && text.chars().count() <= LONGEST_BYLINE
}
