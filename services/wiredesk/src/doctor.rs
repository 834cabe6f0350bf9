//! `wiredesk doctor`: what is wrong, and what to do about it.

use anyhow::Result;
use runtime::{
    bus::{Finding, SetupOptions, State},
    settings::ConnectionArgs,
};

use crate::cli::{Outcome, connect};

/// Look at server, streams, consumers, workers, clock and disk; name the remedy for what is wrong.
///
/// Connect as the operator: other users may not look at everything. Exit status 1 means that something is wrong.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The server's monitoring, to read its sync_interval
    #[arg(long, value_name = "HOST:PORT", default_value = "localhost:8222", env = "WIREDESK_MONITORING")]
    monitoring: String,
    /// Print JSON, one object a finding
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    setup: crate::setup::SizeArgs,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection).await?;
    let options = SetupOptions { force: false, dry_run: true, ..args.setup.options() };
    let findings = bus.examine(options, &args.monitoring).await;
    for finding in &findings {
        let line = if args.json { serde_json::to_string(finding)? } else { told(finding) };
        anstream::println!("{line}");
    }
    let is_wrong = findings.iter().any(|finding| finding.state == State::Wrong);
    Ok(if is_wrong { Outcome::SomeFailed } else { Outcome::Done })
}

fn told(finding: &Finding) -> String {
    let mark = match finding.state {
        State::Fine => "fine ",
        State::Doubtful => "look ",
        State::Wrong => "WRONG",
    };
    let remedy =
        if finding.remedy.is_empty() { String::new() } else { format!("\n       → {}", finding.remedy) };
    format!("{mark}  {}: {}{remedy}", finding.subject, finding.found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_its_remedy() {
        let finding = Finding {
            subject: "setup",
            state: State::Wrong,
            found: "stream A is missing".into(),
            remedy: "run `wiredesk setup`".into(),
        };
        assert_eq!(told(&finding), "WRONG  setup: stream A is missing\n       → run `wiredesk setup`");
    }
}
