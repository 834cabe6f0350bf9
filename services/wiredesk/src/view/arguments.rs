//! The flags that select the format of the output.

use std::io::{IsTerminal, stdout};

use runtime::settings::Problems;

use super::{
    exchange::Exchange,
    format::{Format, Offsets},
    jsonl::Jsonl,
    pretty::Pretty,
    sink::Sink,
};

/// The format of the output and the unit of its offsets.
#[derive(Debug, clap::Args)]
pub(crate) struct OutputArgs {
    /// Output format; `pretty` on a terminal and `jsonl` elsewhere if not set
    #[arg(long, value_name = "FORMAT")]
    output: Option<Format>,
    /// Unit of the offsets in the output
    #[arg(long, value_name = "UNIT", default_value = "code-points")]
    offsets: Offsets,
}

impl OutputArgs {
    /// Returns standard output in the chosen format. Adds every problem to `problems`.
    pub(crate) fn open(&self, problems: &mut Problems) -> Box<dyn Sink> {
        let default = if stdout().is_terminal() { Format::Pretty } else { Format::Jsonl };
        let format = self.output.unwrap_or(default);
        if self.offsets == Offsets::Utf16 && !format.has_units() {
            let name = format.name();
            problems.add(format!(
                "`--offsets utf16` does not fit `--output {name}`, whose offsets are fixed or absent: leave it \
                 out, or use jsonl, conllu, annotations, csv or bulk"
            ));
        }
        match format.exchange() {
            Some(format) => Box::new(Exchange::stdout(format, self.offsets.into())),
            None if format == Format::Jsonl => Box::new(Jsonl::stdout(self.offsets.into())),
            None => Box::new(Pretty::stdout()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(output: Format, offsets: Offsets) -> Result<(), String> {
        let mut problems = Problems::default();
        OutputArgs { output: Some(output), offsets }.open(&mut problems);
        problems.or(()).map_err(|problems| problems.to_string())
    }

    #[test]
    fn a_format_with_fixed_offsets_rejects_another_unit() {
        assert_eq!(problems(Format::Csv, Offsets::Utf16), Ok(()));
        assert_eq!(problems(Format::Spacy, Offsets::CodePoints), Ok(()));
        let rejected = problems(Format::Spacy, Offsets::Utf16).unwrap_err();
        assert!(rejected.contains("--output spacy"), "{rejected}");
    }
}
