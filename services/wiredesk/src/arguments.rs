//! Arguments that several commands take.

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use messages::StageName;
use runtime::{
    bus::SetupOptions,
    clock,
    settings::{Environment, Problems, Setting, at_least_one},
};
use time::OffsetDateTime;

const REPLICAS: Setting = Setting::new(
    "replicas",
    "WIREDESK_REPLICAS",
    "Copies of each stream; use 3 in a cluster of three servers",
)
.with_default("1");
const MAX_BYTES: Setting = Setting::new(
    "max-bytes",
    "WIREDESK_MAX_BYTES",
    "Largest size of each stream, such as `512MiB` or `10GiB`; a full stream makes publishers wait",
)
.with_default("1GiB");

/// The planned size of a pipeline.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct SizeArgs {
    #[arg(long = REPLICAS.flag, help = REPLICAS.help(), value_name = "N")]
    replicas: Option<String>,
    #[arg(long = MAX_BYTES.flag, help = MAX_BYTES.help(), value_name = "SIZE")]
    max_bytes: Option<String>,
}

impl SizeArgs {
    /// Returns the plan, without `force` and `dry_run`. Adds every problem to `problems`.
    pub(crate) fn options(&self, environment: &dyn Environment, problems: &mut Problems) -> SetupOptions {
        SetupOptions {
            replicas: REPLICAS.read(self.replicas.as_deref(), environment, problems, at_least_one),
            max_bytes: MAX_BYTES.read(self.max_bytes.as_deref(), environment, problems, bytes),
            force: false,
            dry_run: false,
        }
    }
}

/// Returns a parser of stages, which lists them in `--help` and in shell completions.
pub(crate) fn stage() -> impl TypedValueParser<Value = StageName> {
    let names = PossibleValuesParser::new(StageName::ALL.map(StageName::as_str));
    names.try_map(|name| name.parse::<StageName>())
}

/// Parses a moment, written as such (`2026-11-24T08:00:00Z`) or as the time passed since then (`2h`, `3d`).
pub(crate) fn moment(text: &str) -> Result<OffsetDateTime, String> {
    clock::moment(text).ok_or_else(|| {
        format!("`{text}` is not a time: use `2h`, `3d` or a moment such as `2026-11-24T08:00:00Z`")
    })
}

/// Parses a size in bytes: `1048576`, `512MiB`, `10GiB`.
fn bytes(text: &str) -> Result<u64, String> {
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
    number.checked_mul(unit).filter(|bytes| *bytes > 0).ok_or_else(|| {
        format!("`{text}` is out of range: a stream holds at least one byte, and fewer than 16 EiB")
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

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
    fn the_plan_is_one_copy_of_one_gibibyte_by_default() {
        let mut problems = Problems::default();
        let options = SizeArgs::default().options(&HashMap::new(), &mut problems);
        assert_eq!((options.replicas, options.max_bytes), (1, 1 << 30));
        assert_eq!(problems.or(()), Ok(()));
    }
}
