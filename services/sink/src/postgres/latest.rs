//! Which of several results for a revision is written. Pure.

use std::collections::BTreeMap;

use crate::{
    record::Record,
    rows::{Key, key},
};

/// Returns the records, of each key only the one that was stored last. A statement cannot write a row twice.
pub(super) fn latest<'r>(records: &[&'r Record]) -> Vec<&'r Record> {
    let mut latest: BTreeMap<Key<'r>, &'r Record> = BTreeMap::new();
    for record in records {
        let known = latest.entry(key(record)).or_insert(record);
        if known.stored_at < record.stored_at {
            *known = record;
        }
    }
    latest.into_values().collect()
}

#[cfg(test)]
mod tests {
    use time::{Duration, OffsetDateTime};

    use super::*;

    #[test]
    fn of_several_results_for_a_revision_the_last_one_counts() {
        let at = |id: &str, second| Record {
            stored_at: OffsetDateTime::UNIX_EPOCH + Duration::seconds(second),
            ..Record::of(id, "x")
        };
        let (early, late, other) = (at("a", 1), at("a", 2), at("b", 0));
        for records in [[&early, &late, &other], [&other, &late, &early]] {
            let latest = latest(&records);
            let seconds: Vec<i64> = latest.iter().map(|record| record.stored_at.unix_timestamp()).collect();
            assert_eq!(seconds, [2, 0]);
        }
    }
}
