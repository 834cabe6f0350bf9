//! Towns of the world with their namesakes, for links. The names that models and rules know are in the other
//! tables.

/// `data/towns.tsv`, packed by the build script.
const TOWNS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/towns.deflate"));
/// `data/town_names.tsv`, packed by the build script.
const OTHER_NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/town_names.deflate"));

/// A town with more than 15,000 inhabitants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Town<'t> {
    /// ISO 3166 alpha-2 code of its country.
    pub country: &'t str,
    /// Postal code of its state in the United States; empty elsewhere.
    pub state: &'t str,
    /// Inhabitants in thousands.
    pub population: u32,
    /// GeoNames id.
    pub geonames: &'t str,
}

/// The table as text, with the byte offsets of its lines, which are sorted by name.
#[derive(Debug)]
pub(super) struct Towns {
    text: String,
    lines: Vec<u32>,
}

impl Towns {
    /// Loads the towns by the name that GeoNames lists them under.
    pub(super) fn load() -> Self {
        Self::unpack(TOWNS)
    }

    /// Loads the large towns by their names in other languages and spellings.
    pub(super) fn load_other_names() -> Self {
        Self::unpack(OTHER_NAMES)
    }

    fn unpack(packed: &[u8]) -> Self {
        let bytes = miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_default();
        let text = String::from_utf8(bytes).unwrap_or_default();
        let mut lines = Vec::with_capacity(35_000);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if !line.starts_with('#') {
                lines.push(start);
            }
            start += line.len() as u32;
        }
        Self { text, lines }
    }

    /// Returns the towns of a name, largest first.
    pub(super) fn named<'t>(&'t self, name: &str) -> impl Iterator<Item = Town<'t>> {
        let first = self.lines.partition_point(|start| self.row(*start).0 < name);
        let same = self.lines.get(first..).unwrap_or_default().iter().map(|start| self.row(*start));
        let name = name.to_owned();
        same.take_while(move |(other, _)| *other == name).filter_map(|(_, columns)| town(columns))
    }

    /// Splits the line at `start` into the name and the other columns.
    fn row(&self, start: u32) -> (&str, &str) {
        let rest = self.text.get(start as usize..).unwrap_or_default();
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        line.split_once('\t').unwrap_or((line, ""))
    }
}

/// Reads country and state, population in thousands, GeoNames id.
fn town(columns: &str) -> Option<Town<'_>> {
    let mut columns = columns.split('\t');
    let (place, population) = (columns.next()?, columns.next()?);
    let (country, state) = place.split_once('-').unwrap_or((place, ""));
    Some(Town { country, state, population: population.parse().ok()?, geonames: columns.next()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_the_largest_namesake_first() {
        let towns = Towns::load();
        let londons: Vec<Town<'_>> = towns.named("London").collect();
        assert_eq!((londons[0].country, londons[0].geonames), ("GB", "2643743"));
        assert!(londons.iter().any(|town| town.country == "CA"));
        assert!(londons.is_sorted_by(|one, other| one.population >= other.population));
        assert!(towns.named("Salem").any(|town| town.state == "OR"));
    }

    #[test]
    fn large_towns_have_names_in_other_languages() {
        let names = Towns::load_other_names();
        for name in ["Genf", "Genewa", "Ginevra", "Женева", "ジュネーヴ"] {
            assert!(names.named(name).any(|town| town.geonames == "2660646"), "{name}");
        }
        assert_eq!(names.named("Geneva").count(), 0, "its own name is in the other table");
    }

    #[test]
    fn finds_nothing_for_a_name_without_a_town() {
        let towns = Towns::load();
        for name in ["", "#", "Zzzz", "Londo", "\u{10ffff}"] {
            assert_eq!(towns.named(name).count(), 0, "{name:?}");
        }
    }
}
