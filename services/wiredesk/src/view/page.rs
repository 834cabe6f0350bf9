//! Lays text out on lines of a given width.

use std::io::{self, Write};

use owo_colors::{OwoColorize, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns of a label and the space after it.
const LABEL_WIDTH: usize = 17;

/// A page of text, which consists of headings, paragraphs and labelled lines.
pub(super) struct Page<'o, W> {
    pub(super) out: &'o mut W,
    /// The columns that a line may fill.
    pub(super) width: usize,
}

impl<W: Write> Page<'_, W> {
    /// Writes a paragraph without indentation.
    pub(super) fn paragraph(&mut self, text: &str, style: Style) -> io::Result<()> {
        self.lines(text, 0, style)
    }

    /// Writes a paragraph under a heading.
    pub(super) fn indented(&mut self, text: &str) -> io::Result<()> {
        self.lines(text, 2, Style::new())
    }

    /// Writes an empty line.
    pub(super) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Writes a heading.
    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        writeln!(self.out, "{}", text.style(Style::new().cyan().bold()))
    }

    /// Writes a label and its text, which is indented after the label on every line. Writes nothing if `text`
    /// is empty.
    pub(super) fn labelled(&mut self, label: &str, text: &str, style: Style) -> io::Result<()> {
        let lines = wrapped(text, self.width.saturating_sub(LABEL_WIDTH));
        for (number, line) in lines.iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            writeln!(self.out, "{}{}", format!("{label:LABEL_WIDTH$}").cyan(), line.style(style))?;
        }
        Ok(())
    }

    fn lines(&mut self, text: &str, indent: usize, style: Style) -> io::Result<()> {
        for line in wrapped(text, self.width.saturating_sub(indent)) {
            writeln!(self.out, "{:indent$}{}", "", line.style(style))?;
        }
        Ok(())
    }
}

/// Breaks `text` into lines of at most `width` columns, between words. A word wider than a line, such as a
/// sentence of Chinese, is broken inside.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Lines { width: width.max(20), done: Vec::new(), line: String::new(), columns: 0 };
    for word in plain(text).split_whitespace() {
        lines.word(word);
    }
    lines.end_line();
    lines.done
}

/// The lines that are done, and the one that is being filled.
struct Lines {
    width: usize,
    done: Vec<String>,
    line: String,
    columns: usize,
}

impl Lines {
    fn word(&mut self, word: &str) {
        let columns = word.width();
        let space = usize::from(!self.line.is_empty());
        if self.columns + space + columns > self.width && columns <= self.width {
            self.end_line();
        } else if space == 1 {
            self.push(' ');
        }
        word.chars().for_each(|character| self.push(character));
    }

    fn push(&mut self, character: char) {
        let columns = character.width().unwrap_or(0);
        if self.columns + columns > self.width {
            self.end_line();
        }
        self.line.push(character);
        self.columns += columns;
    }

    fn end_line(&mut self) {
        if !self.line.is_empty() {
            self.done.push(std::mem::take(&mut self.line));
        }
        self.columns = 0;
    }
}

/// Replaces control characters by spaces, so that an article cannot control the terminal.
pub(crate) fn plain(text: &str) -> String {
    let visible = |character: char| if character.is_control() { ' ' } else { character };
    text.chars().map(visible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrapped("Rain fell on Oslo all day long.", 20), ["Rain fell on Oslo", "all day long."]);
        assert!(wrapped(" \n ", 20).is_empty());
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_inside() {
        assert_eq!(wrapped("北海道函馆市周一降下大雪。", 20), ["北海道函馆市周一降下", "大雪。"]);
        assert_eq!(wrapped(&"a".repeat(45), 20).len(), 3);
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(wrapped("red \u{1b}[31mfox\u{7}\r\nran", 40), ["red [31mfox ran"]);
    }
}
