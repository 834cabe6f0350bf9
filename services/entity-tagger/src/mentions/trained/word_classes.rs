//! Word classes: words that occur in similar contexts, learnt from unlabelled text.

/// The class of each known form, by the form's hash.
#[derive(Debug, Default, Clone)]
pub struct WordClasses {
    /// Hashes and classes, sorted by hash.
    sorted: Vec<(u32, u16)>,
    /// For each value of a hash's top bits, the index of the first entry that has it.
    starts: Vec<u32>,
}

/// The number of top bits that select the entries to search.
const TOP: u32 = 14;

impl WordClasses {
    /// Creates the classes from hashes of forms, as [`super::of_form`] computes them. If hashes are equal,
    /// the first one wins.
    pub fn new(classes: impl Iterator<Item = (u32, u16)>) -> Self {
        let mut sorted: Vec<(u32, u16)> = classes.collect();
        sorted.sort_by_key(|(hash, _)| *hash);
        sorted.dedup_by_key(|(hash, _)| *hash);
        let start = |top: u32| sorted.partition_point(|(hash, _)| hash >> (32 - TOP) < top) as u32;
        let starts = (0..=1 << TOP).map(start).collect();
        Self { sorted, starts }
    }

    /// Returns the class of a form, by its hash.
    pub(super) fn of(&self, form: u32) -> Option<u32> {
        let top = (form >> (32 - TOP)) as usize;
        let (start, end) = (*self.starts.get(top)?, *self.starts.get(top + 1)?);
        let run = self.sorted.get(start as usize..end as usize)?;
        run.iter().find(|(hash, _)| *hash == form).map(|(_, class)| u32::from(*class))
    }

    /// Iterates over all hashes and their classes, sorted by hash.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (u32, u16)> + '_ {
        self.sorted.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_found_by_its_hash() {
        let classes = WordClasses::new([(7, 3), (u32::MAX, 5), (1 << 31, 9)].into_iter());
        assert_eq!([7, u32::MAX, 1 << 31, 8].map(|hash| classes.of(hash)), [Some(3), Some(5), Some(9), None]);
        assert_eq!(WordClasses::default().of(7), None);
    }
}
