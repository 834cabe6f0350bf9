//! Finds the story among the blocks of a page.
//!
//! The story is in the smallest element that holds most of the page's running text, or in an element that its
//! author names as the body. What stands between the headline and that element belongs to the story if it is
//! running text, too: the lead of many papers.

use super::{
    blocks::{self, Block},
    letters::Letters,
    roles::{Role, role},
    tags,
    tree::{Id, Tree},
};

/// The least weight of a story in letters. Shorter texts are teasers and captions.
const SHORTEST: usize = 80;
/// The least weight of a lead that is a sentence, in letters.
const SHORTEST_LEAD: usize = 30;
/// The least weight of a block that is not a sentence, a heading or in a list, in letters.
const SHORTEST_LABEL: usize = 45;

/// Returns the story, with an empty line between paragraphs. Empty if the page has none.
///
/// `headline` is the element that shows the headline. Blocks that are one of the `known_lines`, such as the
/// headline and the byline, are left out.
pub(super) fn story(tree: &Tree, headline: Option<Id>, known_lines: &[&str]) -> String {
    let roles: Vec<Role> = tree.elements().map(|(_, element)| role(element)).collect();
    let role_of = |id: Id| roles.get(id).copied().unwrap_or(Role::Unknown);
    let everything =
        Prose::new(tree, &blocks::blocks(tree, &|id| tags::is_without_story(&tree.element(id).name)));
    let around_headline: Vec<Id> = headline.into_iter().flat_map(|id| tree.ancestors(id)).collect();
    let left_out = |id: Id| match role_of(id) {
        Role::Body | Role::Unknown => false,
        _ if tags::is_without_story(&tree.element(id).name) => true,
        _ if around_headline.contains(&id) => false,
        // A frame around the article may be named for something that it holds beside it.
        Role::Furniture => everything.share(id) < 9,
        Role::Doubtful => everything.share(id) < 5,
    };
    let blocks = blocks::blocks(tree, &left_out);
    let prose = Prose::new(tree, &blocks);
    let root = root(tree, &roles, &prose);
    let chosen = chosen(tree, &blocks, root, headline);
    text(&chosen, known_lines)
}

/// The weight of the running text in each element, with all elements inside.
struct Prose(Vec<usize>);

impl Prose {
    fn new(tree: &Tree, blocks: &[Block]) -> Self {
        let mut weights = vec![0; tree.len()];
        for block in blocks.iter().filter(|block| block.is_prose()) {
            if let Some(weight) = weights.get_mut(block.element) {
                *weight += block.weight;
            }
        }
        // An element has a higher number than its parent.
        for id in (1..tree.len()).rev() {
            let weight = weights.get(id).copied().unwrap_or(0);
            if let Some(parent) = weights.get_mut(tree.element(id).parent) {
                *parent += weight;
            }
        }
        Self(weights)
    }

    fn of(&self, id: Id) -> usize {
        self.0.get(id).copied().unwrap_or(0)
    }

    /// Returns how many tenths of the page's running text an element holds.
    fn share(&self, id: Id) -> usize {
        self.of(id) * 10 / self.of(Tree::DOCUMENT).max(1)
    }
}

/// Returns the element that holds the story.
fn root(tree: &Tree, roles: &[Role], prose: &Prose) -> Id {
    let is_named = |id: Id| roles.get(id) == Some(&Role::Body);
    let is_article = |id: Id| tree.element(id).name == "article";
    let is_main = |id: Id| {
        let element = tree.element(id);
        element.name == "main" || element.attribute("role") == Some("main")
    };
    let kinds: [&dyn Fn(Id) -> bool; 3] = [&is_named, &is_article, &is_main];
    let marked = kinds.iter().find_map(|is_marked| around_marked(tree, is_marked, prose));
    narrowed(tree, marked.unwrap_or(Tree::DOCUMENT), prose)
}

/// Returns the element around the marked elements, if they hold a good part of the page's running text.
fn around_marked(tree: &Tree, is_marked: &dyn Fn(Id) -> bool, prose: &Prose) -> Option<Id> {
    let inside = tree.in_chosen(|id, _| is_marked(id));
    let is_inside = |id: Id| id != Tree::DOCUMENT && inside.get(tree.element(id).parent) == Some(&true);
    let outermost: Vec<Id> =
        (0..tree.len()).filter(|id| is_marked(*id) && prose.of(*id) > 0 && !is_inside(*id)).collect();
    let sum: usize = outermost.iter().map(|id| prose.of(*id)).sum();
    let largest = outermost.iter().copied().max_by_key(|id| prose.of(*id))?;
    if sum * 10 < prose.of(Tree::DOCUMENT) * 3 {
        return None;
    }
    if prose.of(largest) * 10 >= sum * 6 {
        return Some(largest);
    }
    // The parts of a story between advertisements, or the entries of a live blog.
    let holds_all = |id: &Id| prose.of(*id) >= sum;
    tree.ancestors(largest).find(holds_all)
}

/// Follows the element that holds nearly all of the running text.
fn narrowed(tree: &Tree, mut id: Id, prose: &Prose) -> Id {
    let nearly_all = |child: &Id, id: Id| {
        prose.of(*child) * 10 > prose.of(id) * 9 && !tags::is_inline(&tree.element(*child).name)
    };
    while let Some(child) = tree.children(id).find(|child| nearly_all(child, id)) {
        // A single paragraph is not the element that holds the story.
        if matches!(tree.element(child).name.as_str(), "p" | "li" | "blockquote" | "table") {
            break;
        }
        id = child;
    }
    id
}

/// Returns the blocks of the story.
fn chosen<'b>(tree: &Tree, blocks: &'b [Block], root: Id, headline: Option<Id>) -> Vec<&'b Block> {
    let story = tree.subtree(root);
    let is_inside = |block: &Block| story.contains(&block.element);
    let first = blocks.iter().position(is_inside).unwrap_or(blocks.len());
    let is_lead = |block: &&Block| {
        let follows = headline.is_some_and(|headline| block.element > headline);
        let is_text = !block.is_heading || matches!(tree.element(block.element).name.as_str(), "h2" | "h3");
        let is_long = block.weight >= 60 || (block.weight >= SHORTEST_LEAD && block.is_sentence());
        follows && is_text && !block.is_linked() && is_long
    };
    let lead = blocks.iter().take(first).filter(is_lead);
    let inside = blocks.iter().skip(first).filter(|block| is_inside(block));
    lead.chain(inside).filter(|block| !block.is_linked()).collect()
}

/// Joins the blocks, without labels and without headings that nothing follows.
fn text(blocks: &[&Block], known_lines: &[&str]) -> String {
    let known: Vec<Letters> = known_lines.iter().map(|line| Letters::of(line)).collect();
    let is_known = |block: &Block| {
        let letters = Letters::of(&block.text);
        known.iter().any(|line| line.are_those_of(&letters))
    };
    let is_label = |block: &Block| {
        !block.is_heading && !block.is_list && block.weight < SHORTEST_LABEL && !block.is_sentence()
    };
    let mut kept: Vec<&Block> =
        blocks.iter().filter(|block| !is_known(block) && !is_label(block)).copied().collect();
    while kept.last().is_some_and(|block| block.is_heading) {
        kept.pop();
    }
    let weight: usize = kept.iter().filter(|block| !block.is_heading).map(|block| block.weight).sum();
    if weight < SHORTEST || !kept.iter().any(|block| block.is_prose()) {
        return String::new();
    }
    kept.iter().map(|block| block.text.trim()).collect::<Vec<_>>().join("\n\n")
}
