//! `wiredesk setup`: creates or verifies the streams and consumers of a pipeline.

use anyhow::Result;
use runtime::{
    bus::{Change, SetupOptions},
    permissions::Authorization,
    settings::{ConnectionArgs, Problems, ProcessEnvironment, Setting},
    topology::Topology,
};

use crate::{
    arguments::SizeArgs,
    command::{Outcome, connect},
};

const STORIES: Setting = Setting::new(
    "stories",
    "WIREDESK_SETUP_STORIES",
    "Also create the stream of the story-linker, which groups articles into stories; once it exists, it stays",
);
const ALERTS: Setting = Setting::new(
    "alerts",
    "WIREDESK_SETUP_ALERTS",
    "Also create the stream of alerts, for `wiredesk alerts`; once it exists, it stays",
);

const EXAMPLES: &str = "\
Examples:
  wiredesk setup
  wiredesk setup --replicas 3 --max-bytes 10GiB --max-age 7d --dry-run
  wiredesk setup --print-permissions > permissions.conf";

/// Create or verify the streams and consumers of a pipeline.
///
/// Run it once before the first worker, and again after an upgrade. It creates what is missing, updates what
/// the pipeline depends on, and shows both. Sizes, ages, copies and the ack timeout stay as they are stored
/// unless an option says otherwise.
///
/// With --print-permissions it prints users for the configuration of a nats-server: one for each worker, a
/// publisher, a reader and an operator. Each user may do only its own work.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct Args {
    #[command(flatten)]
    size: SizeArgs,
    #[arg(long, help = STORIES.switch_help())]
    stories: bool,
    #[arg(long, help = ALERTS.switch_help())]
    alerts: bool,
    /// Show what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Also make changes that can lose articles or copies of them: fewer copies, less size or age, other
    /// subjects or retention
    #[arg(long)]
    force: bool,
    /// Print JSON, one object per stream or consumer
    #[arg(long)]
    json: bool,
    /// Print users with their permissions for a nats-server's configuration, without connecting to a server
    #[arg(long, conflicts_with_all = ["stories", "alerts", "dry_run", "force", "json"])]
    print_permissions: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    if args.print_permissions {
        return print_permissions(&args.connection);
    }
    let mut problems = Problems::default();
    let planned = args.size.options(&ProcessEnvironment, &mut problems);
    let stories = STORIES.is_on(args.stories, &ProcessEnvironment, &mut problems);
    let alerts = ALERTS.is_on(args.alerts, &ProcessEnvironment, &mut problems);
    let bus = connect(&args.connection, problems).await?;
    let options = SetupOptions { stories, alerts, force: args.force, dry_run: args.dry_run, ..planned };
    if let Some(fault) = bus.version_fault() {
        anstream::eprintln!("warning: {fault}");
    }
    let show = |change: &Change| {
        let line = if args.json { serde_json::to_string(change).unwrap_or_default() } else { line(change) };
        anstream::println!("{line}");
    };
    let changes = bus.set_up(options, show).await?;
    if !args.json {
        anstream::println!("{}", summary(&changes, args.dry_run));
    }
    Ok(Outcome::Done)
}

fn print_permissions(connection: &ConnectionArgs) -> Result<Outcome> {
    let mut problems = Problems::default();
    let settings = connection.resolve(&ProcessEnvironment, &mut problems);
    let settings = problems.or(settings)?;
    let users = Topology::new(settings.subjects).users(&settings.api);
    anstream::println!("# Who may do what. Printed by `wiredesk setup --print-permissions`.");
    anstream::println!("# Each user connects with NATS_INBOX_PREFIX=_INBOX_<user>.");
    anstream::print!("{}", Authorization(&users));
    Ok(Outcome::Done)
}

/// Returns a change as a line of text.
fn line(change: &Change) -> String {
    match change {
        Change::Unchanged { what } => format!("unchanged  {what}"),
        Change::Created { what, note: None } => format!("created    {what}"),
        Change::Created { what, note: Some(note) } => format!("created    {what}: {note}"),
        Change::Updated { what, differences } => {
            let shown: Vec<String> = differences.iter().map(ToString::to_string).collect();
            format!("updated    {what}: {}", shown.join(", "))
        }
    }
}

/// Returns the last line of a run.
fn summary(changes: &[Change], dry_run: bool) -> String {
    let count = |wanted: fn(&Change) -> bool| changes.iter().filter(|change| wanted(change)).count();
    let created = count(|change| matches!(change, Change::Created { .. }));
    let updated = count(|change| matches!(change, Change::Updated { .. }));
    let needs_force = changes.iter().any(|change| change.guarded().next().is_some());
    match (created + updated, dry_run) {
        (0, _) => "Everything is as planned.".to_owned(),
        (_, true) if needs_force => format!(
            "Would create {created} and update {updated}, which asks for --force: it can lose articles or copies of \
             them. Nothing was changed."
        ),
        (_, true) => format!("Would create {created} and update {updated}. Nothing was changed."),
        (_, false) => format!("Created {created}, updated {updated}. The pipeline is ready for its workers."),
    }
}

#[cfg(test)]
mod tests {
    use runtime::bus::Difference;

    use super::*;

    #[test]
    fn a_run_without_changes_says_so() {
        let unchanged = [Change::Unchanged { what: "stream A".into() }];
        assert_eq!(summary(&unchanged, false), "Everything is as planned.");
    }

    #[test]
    fn a_dry_run_shows_old_and_new_and_asks_for_force() {
        let difference = |needs_force| Difference {
            setting: "num_replicas",
            from: "3".into(),
            to: "1".into(),
            needs_force,
        };
        let updated = |needs_force| Change::Updated {
            what: "stream A".into(),
            differences: vec![difference(needs_force)],
        };
        assert_eq!(line(&updated(true)), "updated    stream A: num_replicas: 3 → 1");
        assert!(summary(&[updated(true)], true).contains("asks for --force"));
        assert!(!summary(&[updated(false)], true).contains("--force"));
    }
}
