//! Readers of the values that several settings take.

use std::{
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

/// Reports whether a text is a subject without wildcards: tokens joined by dots.
pub(super) fn is_plain_subject(text: &str) -> bool {
    text.split('.').all(|token| !token.is_empty() && !token.contains(['*', '>', ' ', '\t']))
}

/// Reads a whole number of at least one.
pub fn at_least_one(value: &str) -> Result<usize, String> {
    match value.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("`{value}` is not a whole number above zero")),
    }
}

/// Reads a duration above zero, such as `500ms`, `10s`, `5m`, `2h` or `3d`. A number without a unit is
/// seconds.
pub fn duration(value: &str) -> Result<Duration, String> {
    let digits = value.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let wrong = || {
        format!(
            "`{value}` is not a duration: write a number and a unit, such as `500ms`, `10s`, `5m`, `2h` or `3d`"
        )
    };
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    let milliseconds = match value.strip_prefix(digits) {
        Some("ms") => 1,
        Some("" | "s") => 1_000,
        Some("m") => 60_000,
        Some("h") => 3_600_000,
        Some("d") => 86_400_000,
        _ => return Err(wrong()),
    };
    let total = number.checked_mul(milliseconds).filter(|total| *total > 0).ok_or_else(wrong)?;
    Ok(Duration::from_millis(total))
}

/// Reads an address to listen on. A bare port such as `9090` means that port of `host`.
pub fn listening_address(value: &str, host: Ipv4Addr) -> Result<SocketAddr, String> {
    let port = value.parse().map(|port: u16| SocketAddr::from((host, port)));
    port.or_else(|_| value.parse()).map_err(|_| {
        format!("`{value}` is neither a port nor an address: write for example `9090` or `127.0.0.1:9090`")
    })
}

/// Reads a size in bytes above zero: `1048576`, `512MiB`, `10GiB`.
///
/// # Errors
///
/// The sentence that says what to write.
pub fn bytes(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let unit = match text.strip_prefix(digits).unwrap_or_default() {
        "" | "B" => 1,
        "KiB" | "K" => 1 << 10,
        "MiB" | "M" => 1 << 20,
        "GiB" | "G" => 1 << 30,
        "TiB" | "T" => 1_u64 << 40,
        other => return Err(format!("unknown unit `{other}`: use KiB, MiB, GiB or TiB")),
    };
    let number: u64 =
        digits.trim().parse().map_err(|_| format!("`{text}` is not a size: write for example `512MiB`"))?;
    let bytes = number.checked_mul(unit).filter(|bytes| *bytes > 0);
    bytes.ok_or_else(|| format!("`{text}` is out of range: give at least one byte, and fewer than 16 EiB"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_a_unit_or_counts_bytes() {
        for (text, expected) in [("7", 7), ("2KiB", 2048), ("512MiB", 512 << 20), ("10GiB", 10 << 30)] {
            assert_eq!(bytes(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn rejects_an_unreadable_size() {
        for text in ["", "0", "GiB", "-1", "3 parsecs", "99999999999TiB"] {
            assert!(bytes(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_duration_is_a_number_and_a_unit() {
        for (text, milliseconds) in
            [("500ms", 500), ("10s", 10_000), ("3", 3_000), ("5m", 300_000), ("1d", 86_400_000)]
        {
            assert_eq!(duration(text), Ok(Duration::from_millis(milliseconds)), "{text}");
        }
        for text in ["", "0s", "s", "-1s", "1.5s", "10 s", "9w", "99999999999999999d"] {
            assert!(duration(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_count_is_at_least_one() {
        assert_eq!(at_least_one("3"), Ok(3));
        for text in ["", "0", "-1", "three"] {
            assert!(at_least_one(text).is_err(), "{text:?}");
        }
    }
}
