//! Who published the articles of a story.

/// A publisher: a hash of its name. Capitals and white space do not count.
///
/// Two of a million names have the same hash with a chance of 1 to 4,000; what counts is the few of one story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source(u32);

impl Source {
    /// Returns the publisher with this name; `None` if the name is empty.
    pub fn of(name: &str) -> Option<Self> {
        let words: Vec<&str> = name.split_whitespace().collect();
        (!words.is_empty()).then(|| Self(hash(&words.join(" ").to_lowercase())))
    }

    /// Returns the number that stands for the publisher. It is the same in every version.
    pub fn to_number(self) -> u32 {
        self.0
    }

    /// Returns the publisher that a number stands for.
    pub fn from_number(number: u32) -> Self {
        Self(number)
    }
}

/// The publishers of some articles, each with the number of its articles, in no order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sources(Vec<(Source, u32)>);

impl Sources {
    /// Returns the number of publishers.
    pub(crate) fn count(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// Adds an article.
    pub(crate) fn add(&mut self, source: Option<Source>) {
        if let Some(source) = source {
            self.add_many(source, 1);
        }
    }

    /// Takes out an article that was added.
    pub(crate) fn remove(&mut self, source: Option<Source>) {
        let Some(source) = source else { return };
        if let Some(place) = self.0.iter().position(|(other, _)| *other == source)
            && let Some((_, count)) = self.0.get_mut(place)
        {
            *count -= 1;
            if *count == 0 {
                self.0.swap_remove(place);
            }
        }
    }

    /// Adds the articles of another story.
    pub(crate) fn join(&mut self, other: &Self) {
        for (source, count) in &other.0 {
            self.add_many(*source, *count);
        }
    }

    fn add_many(&mut self, source: Source, more: u32) {
        match self.0.iter_mut().find(|(other, _)| *other == source) {
            Some((_, count)) => *count += more,
            None => self.0.push((source, more)),
        }
    }
}

/// Hashes a name (FNV-1a, with the halves of its bits joined).
fn hash(name: &str) -> u32 {
    let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash ^ (hash >> 32)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(names: &[&str]) -> Sources {
        let mut sources = Sources::default();
        for name in names {
            sources.add(Source::of(name));
        }
        sources
    }

    #[test]
    fn capitals_and_white_space_do_not_count() {
        assert_eq!(Source::of("The  Gazette "), Source::of("the gazette"));
        assert_ne!(Source::of("The Gazette"), Source::of("Gazette"));
        assert_eq!(Source::of(" \n"), None);
    }

    #[test]
    fn a_publisher_counts_once_however_many_articles_it_has() {
        assert_eq!(sources(&["a", "b", "A", ""]).count(), 2);
    }

    #[test]
    fn a_publisher_counts_until_its_last_article_is_gone() {
        let mut sources = sources(&["a", "b", "a"]);
        sources.remove(Source::of("a"));
        assert_eq!(sources.count(), 2);
        sources.remove(Source::of("a"));
        sources.remove(Source::of("c"));
        assert_eq!(sources.count(), 1);
    }

    #[test]
    fn two_stories_have_the_publishers_of_both() {
        let mut one = sources(&["a", "b"]);
        one.join(&sources(&["b", "c"]));
        assert_eq!(one.count(), 3);
        one.remove(Source::of("b"));
        assert_eq!(one.count(), 3);
    }

    #[test]
    fn a_number_stands_for_the_publisher_in_every_version() {
        let source = Source::of("The Gazette").unwrap();
        assert_eq!(Source::from_number(source.to_number()), source);
        assert_eq!(source.to_number(), 0x752b_da73);
    }
}
