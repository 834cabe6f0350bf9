//! The text of a page in blocks: paragraphs, headings, lists and tables.

use crate::plain::{Break, Plain};

use super::{
    tags,
    tree::{Id, Node, Tree},
};

/// A piece of text between two breaks of the layout.
#[derive(Debug)]
pub(super) struct Block {
    /// The text. Lines are the lines of the layout, such as the items of a list.
    pub(super) text: String,
    /// The length of the text, as [`weight`] counts it.
    pub(super) weight: usize,
    /// The part of `weight` that is in links.
    pub(super) linked: usize,
    /// The innermost element around the whole block.
    pub(super) element: Id,
    /// Whether it is a heading.
    pub(super) is_heading: bool,
    /// Whether it is in a list, a table or preformatted, where short texts are usual.
    pub(super) is_list: bool,
}

impl Block {
    /// Reports whether most of the block is a link to another place.
    pub(super) fn is_linked(&self) -> bool {
        self.linked * 10 > self.weight * 6
    }

    /// Reports whether the block is running text: long enough, and not made of links.
    pub(super) fn is_prose(&self) -> bool {
        !self.is_heading && self.weight >= 60 && self.linked * 10 <= self.weight * 4
    }

    /// Reports whether the block ends as a sentence does.
    pub(super) fn is_sentence(&self) -> bool {
        let end =
            self.text.trim_end_matches(|mark| text::is_closing_mark(mark) || mark == ' ').chars().next_back();
        end.is_some_and(|end| text::is_sentence_terminal(end) || end == ':')
            || self.text.chars().next_back().is_some_and(text::is_closing_mark)
    }
}

/// Returns the length of a text in letters. One of a script without spaces says as much as two others.
pub(super) fn weight(text: &str) -> usize {
    text.chars().map(|character| 1 + usize::from(text::is_without_spaces(character))).sum()
}

/// Returns the blocks of all elements for which `is_left_out` is false, in order.
pub(super) fn blocks(tree: &Tree, is_left_out: &dyn Fn(Id) -> bool) -> Vec<Block> {
    let mut walk = Walk { tree, is_left_out, blocks: Vec::new(), open: None, line_breaks: 0 };
    walk.element(Tree::DOCUMENT, Place { element: Tree::DOCUMENT, ..Place::default() });
    walk.end();
    walk.blocks
}

/// What is known about the place of a text.
#[derive(Debug, Default, Clone, Copy)]
struct Place {
    element: Id,
    is_linked: bool,
    is_heading: bool,
    is_list: bool,
}

struct Walk<'t> {
    tree: &'t Tree,
    is_left_out: &'t dyn Fn(Id) -> bool,
    blocks: Vec<Block>,
    open: Option<(Plain, Block)>,
    /// The line breaks since the last text. Two of them end a paragraph.
    line_breaks: usize,
}

impl Walk<'_> {
    fn element(&mut self, id: Id, place: Place) {
        for child in &self.tree.element(id).children {
            match child {
                Node::Text(text) => self.text(text, place),
                Node::Element(id) => self.child(*id, place),
            }
        }
    }

    fn child(&mut self, id: Id, place: Place) {
        let element = self.tree.element(id);
        if (self.is_left_out)(id) {
            // A picture or a box between two paragraphs separates them, and one in a line does not.
            if !tags::is_inline(&element.name) && !tags::is_empty(&element.name) {
                self.end();
            }
            return;
        }
        if element.name == "br" {
            return self.line_break();
        }
        let around = self.around(id);
        self.pause(around);
        let is_block = around == Break::Paragraph;
        let place = Place {
            element: if is_block { id } else { place.element },
            is_linked: place.is_linked || (element.name == "a" && element.attribute("href").is_some()),
            is_heading: place.is_heading || tags::is_heading(&element.name),
            is_list: place.is_list || matches!(element.name.as_str(), "li" | "dd" | "dt" | "table" | "pre"),
        };
        self.element(id, place);
        self.pause(around);
    }

    /// Returns the break around an element. A cell that holds paragraphs is a part of the layout.
    fn around(&self, id: Id) -> Break {
        let name = self.tree.element(id).name.as_str();
        let is_cell = matches!(name, "td" | "th" | "li" | "dd");
        let holds_blocks = |id: Id| {
            let mut blocks = self.tree.children(id).map(|child| self.tree.element(child).name.as_str());
            blocks.any(|name| name == "br" || Break::around(name) == Break::Paragraph)
        };
        match Break::around(name) {
            _ if is_cell && holds_blocks(id) => Break::Paragraph,
            _ if matches!(name, "tbody" | "thead" | "tfoot") => Break::Line,
            Break::Nothing if !tags::is_inline(name) && !tags::is_empty(name) => Break::Paragraph,
            around => around,
        }
    }

    fn pause(&mut self, around: Break) {
        match (around, &mut self.open) {
            (Break::Paragraph, _) => self.end(),
            (_, Some((plain, _))) => plain.end(around),
            (_, None) => {}
        }
    }

    fn line_break(&mut self) {
        self.line_breaks += 1;
        self.pause(if self.line_breaks > 1 { Break::Paragraph } else { Break::Line });
    }

    fn text(&mut self, text: &str, place: Place) {
        if text.trim().is_empty() {
            return self.pause(Break::Space);
        }
        self.line_breaks = 0;
        let new = || {
            let Place { element, is_heading, is_list, .. } = place;
            let block = Block { text: String::new(), weight: 0, linked: 0, element, is_heading, is_list };
            (Plain::new(), block)
        };
        let (plain, block) = self.open.get_or_insert_with(new);
        // Soft hyphens say where a browser may break a word.
        let visible = text.chars().filter(|character| !matches!(character, '\u{ad}' | '\u{feff}'));
        visible.for_each(|character| plain.character(character));
        let weight = weight(text.trim());
        block.weight += weight;
        block.linked += if place.is_linked { weight } else { 0 };
    }

    fn end(&mut self) {
        self.line_breaks = 0;
        let Some((plain, block)) = self.open.take() else { return };
        let text = plain.finish();
        if !text.trim().is_empty() {
            self.blocks.push(Block { text, ..block });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &[&str]) {
        let tree = Tree::read(page).unwrap();
        let found = blocks(&tree, &|id| tree.element(id).name == "script");
        assert_eq!(found.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), expected, "{page}");
    }

    #[test]
    fn paragraphs_headings_and_lists_are_blocks() {
        check("<h2>A</h2><p>One <b>two</b>.<p>Three", &["A", "One two.", "Three"]);
        check("<div>a<span> b</span><div>c</div>d</div>", &["a b", "c", "d"]);
        check("<ul><li>a<li>b</ul>c", &["a\nb\nc"]);
        check("<p>a</p><ul><li>b</li></ul><p>c</p>", &["a", "b", "c"]);
        check("<custom-text>a</custom-text><custom-text>b</custom-text>", &["a", "b"]);
        check("a<script>x</script>b", &["a", "b"]);
    }

    #[test]
    fn two_line_breaks_end_a_paragraph_and_one_ends_a_line() {
        check("a<br>b<br><br>c<br>\n<br/>&nbsp;<br>d", &["a\nb", "c", "d"]);
    }

    #[test]
    fn a_table_is_one_block_and_cells_with_paragraphs_are_several() {
        check("<table><tr><td>a<td>1<tr><td>b<td>2</table>", &["a\n1\nb\n2"]);
        check("<table><tr><td>menu<td><p>a<p>b</table>", &["menu", "a", "b"]);
    }

    #[test]
    fn links_and_letters_are_counted() {
        let tree = Tree::read("<p>ab <a href=x>cdef</a><p><a name=x>cd</a><p>雨が").unwrap();
        let found = blocks(&tree, &|_| false);
        let counts: Vec<_> = found.iter().map(|block| (block.weight, block.linked)).collect();
        assert_eq!(counts, [(6, 4), (2, 0), (4, 0)]);
    }
}
