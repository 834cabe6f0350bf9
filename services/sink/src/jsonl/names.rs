//! The names of the files: the time at which a file was begun. Pure.

use time::{
    OffsetDateTime, PrimitiveDateTime, UtcOffset, format_description::BorrowedFormatItem,
    macros::format_description,
};

/// The end of the name of a file that is being written.
pub(crate) const OPEN: &str = ".jsonl.part";
/// The end of the name of a closed file.
pub(crate) const CLOSED: &str = ".jsonl";

const STAMP: &[BorrowedFormatItem<'_>] = format_description!("[year][month][day]T[hour][minute][second]Z");
/// The length of a stamp: `20261129T084000Z`.
const LENGTH: usize = 16;

/// Returns the stem for a file that is begun at `time`: `20261129T084000Z`. `number` tells those of one second apart.
pub(crate) fn stem(time: OffsetDateTime, number: usize) -> String {
    let stamp = time.to_offset(UtcOffset::UTC).format(STAMP).unwrap_or_default();
    if number == 0 { stamp } else { format!("{stamp}_{number:04}") }
}

/// Returns when a file was begun, or `None` if it is not one of ours.
pub(crate) fn begun_at(name: &str) -> Option<OffsetDateTime> {
    let stamp = name.get(..LENGTH)?;
    Some(PrimitiveDateTime::parse(stamp, STAMP).ok()?.assume_utc())
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn a_name_is_the_time_at_which_the_file_was_begun() {
        let time = datetime!(2026-11-29 10:40:07.5 +2);
        assert_eq!(stem(time, 0), "20261129T084007Z");
        assert_eq!(stem(time, 2), "20261129T084007Z_0002");
        for name in ["20261129T084007Z.jsonl.part", "20261129T084007Z_0002.jsonl"] {
            assert_eq!(begun_at(name), Some(datetime!(2026-11-29 08:40:07 UTC)), "{name}");
        }
        for name in ["", "notes.jsonl", "20261329T084007Z.jsonl", "2026112éT084007Z"] {
            assert_eq!(begun_at(name), None, "{name}");
        }
    }

    #[test]
    fn names_sort_in_the_order_in_which_the_files_were_begun() {
        let time = datetime!(2026-11-29 08:40:07 UTC);
        let names = [(time, 0), (time, 1), (time, 12), (time + time::Duration::SECOND, 0)]
            .map(|(time, number)| stem(time, number));
        assert!(names.is_sorted(), "{names:?}");
    }
}
