//! Sizes and ages as people write them: `1 GiB`, `72h`.

use std::time::Duration;

/// Writes a size in bytes in the largest unit that needs no fraction. A stream without a limit has -1.
pub(super) fn size(bytes: i64) -> String {
    const UNITS: [(i64, &str); 4] = [(1 << 40, "TiB"), (1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    if bytes < 0 {
        return "unlimited".to_owned();
    }
    let fitting = UNITS.into_iter().find(|(unit, _)| bytes >= *unit && bytes % unit == 0);
    match fitting {
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} bytes"),
    }
}

/// Writes a size in bytes with one decimal place, for sums: `6.1 GiB`.
pub(super) fn rounded(bytes: i64) -> String {
    let (unit, name) = if bytes >= 1 << 30 { (1_i64 << 30, "GiB") } else { (1 << 20, "MiB") };
    format!("{:.1} {name}", bytes as f64 / unit as f64)
}

/// Writes an age in the largest unit that needs no fraction, hours at most. A stream without a limit has
/// zero.
pub(super) fn age(age: Duration) -> String {
    let milliseconds = age.as_millis();
    match milliseconds {
        0 => "unlimited".to_owned(),
        _ if milliseconds.is_multiple_of(3_600_000) => format!("{}h", milliseconds / 3_600_000),
        _ if milliseconds.is_multiple_of(60_000) => format!("{}m", milliseconds / 60_000),
        _ if milliseconds.is_multiple_of(1_000) => format!("{}s", milliseconds / 1_000),
        _ => format!("{milliseconds}ms"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_the_largest_whole_unit() {
        for (bytes, expected) in [
            (1 << 30, "1 GiB"),
            (1536 << 20, "1536 MiB"),
            (983_040, "960 KiB"),
            (7, "7 bytes"),
            (0, "0 bytes"),
            (-1, "unlimited"),
        ] {
            assert_eq!(size(bytes), expected);
        }
        assert_eq!(rounded(6_576_668_672), "6.1 GiB");
        assert_eq!(rounded(128 << 20), "128.0 MiB");
    }

    #[test]
    fn an_age_has_the_largest_whole_unit() {
        for (milliseconds, expected) in
            [(72 * 3_600_000, "72h"), (90 * 60_000, "90m"), (61_000, "61s"), (100, "100ms"), (0, "unlimited")]
        {
            assert_eq!(age(Duration::from_millis(milliseconds)), expected);
        }
    }
}
