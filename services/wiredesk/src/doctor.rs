//! `wiredesk doctor`: examines a pipeline and names the remedy for what is wrong.

use anyhow::Result;
use runtime::{
    bus::{Finding, SetupOptions, State},
    settings::{ConnectionArgs, Problems, ProcessEnvironment, Setting},
};

use crate::{
    arguments::SizeArgs,
    command::{Outcome, connect, print_json},
};

const MONITORING: Setting = Setting::new(
    "monitoring",
    "WIREDESK_MONITORING",
    "Address of the server's HTTP monitoring, which shows how often it syncs to disk",
)
.with_default("localhost:8222");

const EXAMPLES: &str = "\
Examples:
  wiredesk doctor
  wiredesk doctor --json | jq 'select(.state == \"wrong\")'
  wiredesk doctor --monitoring nats-0:8222";

/// Examine server, streams, consumers, workers, clock and disk, and name the remedy for what is wrong.
///
/// Use it when articles do not arrive, or before you ask for help. Connect as the operator, because other
/// users may not see everything. With --replicas, --max-bytes, --max-age or --ack-wait it also checks that
/// the streams and consumers have these. Exit status 1 means that something is wrong.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[arg(long = MONITORING.flag, help = MONITORING.help(), value_name = "HOST:PORT")]
    monitoring: Option<String>,
    /// Print JSON, one object per finding
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    size: SizeArgs,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let mut problems = Problems::default();
    let planned = args.size.options(&ProcessEnvironment, &mut problems);
    let monitoring: String = MONITORING.parse(args.monitoring.as_deref(), &ProcessEnvironment, &mut problems);
    let bus = connect(&args.connection, problems).await?;
    let findings = bus.examine(SetupOptions { dry_run: true, ..planned }, &monitoring).await;
    for finding in &findings {
        if args.json {
            print_json(serde_json::to_string(finding)?)?;
        } else {
            anstream::println!("{}", line(finding));
        }
    }
    let is_wrong = findings.iter().any(|finding| finding.state == State::Wrong);
    Ok(if is_wrong { Outcome::SomeFailed } else { Outcome::Done })
}

/// Returns a finding as a line of text, with its remedy on a second line.
fn line(finding: &Finding) -> String {
    let mark = match finding.state {
        State::Fine => "fine ",
        State::Doubtful => "check",
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
        assert_eq!(line(&finding), "WRONG  setup: stream A is missing\n       → run `wiredesk setup`");
    }
}
