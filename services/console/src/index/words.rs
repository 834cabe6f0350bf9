//! The texts that many articles share, each stored once: names, sources, languages, subjects, versions.

use std::{collections::HashMap, sync::Arc};

/// The number of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word(u32);

impl Word {
    /// Returns its place among [`Words::places`].
    pub(super) fn place(self) -> usize {
        self.0 as usize
    }
}

/// What one text costs beside its bytes: its entries in the map and the list, and the counts of the pointer.
const OVERHEAD: usize = 88;

/// Texts with numbers. A text is forgotten when the last article that uses it is.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<Arc<str>, Word>,
    texts: Vec<Option<Used>>,
    free: Vec<Word>,
    bytes: usize,
}

#[derive(Debug)]
struct Used {
    text: Arc<str>,
    uses: u32,
}

impl Words {
    /// Returns the number of a text, and counts one more use.
    pub(super) fn keep(&mut self, text: &str) -> Word {
        if let Some(word) = self.numbers.get(text).copied() {
            if let Some(Some(used)) = self.texts.get_mut(word.place()) {
                used.uses += 1;
            }
            return word;
        }
        let text: Arc<str> = text.into();
        self.bytes += text.len() + OVERHEAD;
        let used = Used { text: Arc::clone(&text), uses: 1 };
        let word = if let Some(word) = self.free.pop() {
            if let Some(place) = self.texts.get_mut(word.place()) {
                *place = Some(used);
            }
            word
        } else {
            self.texts.push(Some(used));
            Word(self.texts.len() as u32 - 1)
        };
        self.numbers.insert(text, word);
        word
    }

    /// Counts one use less.
    pub(super) fn release(&mut self, word: Word) {
        let Some(place) = self.texts.get_mut(word.place()) else { return };
        let Some(used) = place else { return };
        used.uses -= 1;
        if used.uses == 0 {
            self.bytes -= used.text.len() + OVERHEAD;
            self.numbers.remove(&used.text);
            *place = None;
            self.free.push(word);
        }
    }

    /// Returns the text with a number.
    pub(super) fn text(&self, word: Word) -> &str {
        self.texts.get(word.place()).and_then(Option::as_ref).map_or("", |used| &used.text)
    }

    /// Returns the number of a text that is in use.
    pub(super) fn find(&self, text: &str) -> Option<Word> {
        self.numbers.get(text).copied()
    }

    /// Returns all texts with their numbers.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, Word)> {
        self.numbers.iter().map(|(text, word)| (&**text, *word))
    }

    /// Returns the number above the places of all texts.
    pub(super) fn places(&self) -> usize {
        self.texts.len()
    }

    /// Returns the size of all texts in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_stored_once_and_forgotten_after_its_last_use() {
        let mut words = Words::default();
        let (first, again, other) = (words.keep("Oslo"), words.keep("Oslo"), words.keep("Bergen"));
        assert_eq!((first, words.text(first)), (again, "Oslo"));
        assert_ne!(first, other);
        words.release(first);
        assert_eq!(words.find("Oslo"), Some(first));
        words.release(again);
        assert_eq!((words.find("Oslo"), words.text(other)), (None, "Bergen"));
        words.release(other);
        assert_eq!(words.bytes(), 0);
    }
}
