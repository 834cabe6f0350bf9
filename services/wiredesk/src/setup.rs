//! `wiredesk setup`: streams and consumers, created or verified.

use anyhow::Result;
use runtime::{
    bus::{Change, SetupOptions},
    permissions::Authorization,
    settings::{ConnectionArgs, Problems, ProcessEnvironment},
    topology::Topology,
};

use crate::cli::{Outcome, connect};

/// Create or verify the streams and consumers of a pipeline.
///
/// Run it once before the first worker, and again after an upgrade: what is there already stays, what
/// differs is shown and brought to plan. It never deletes anything.
///
/// With --print-permissions it prints the users that a guarded server should have: one a worker, a publisher,
/// a reader and an operator, each allowed only its own work, as a block for the server's configuration.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct Args {
    #[command(flatten)]
    size: SizeArgs,
    /// Only show what would be done
    #[arg(long)]
    dry_run: bool,
    /// Change retention and subjects of existing streams, too
    #[arg(long)]
    force: bool,
    /// Print JSON, one object a stream or consumer
    #[arg(long)]
    json: bool,
    /// Print the users and their permissions for a nats-server's configuration; asks no server
    #[arg(long, conflicts_with_all = ["dry_run", "force", "json"])]
    print_permissions: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

/// How large the pipeline is planned.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct SizeArgs {
    /// Copies of each stream; 3 in a cluster of three servers
    #[arg(long, value_name = "N", default_value_t = 1, env = "WIREDESK_REPLICAS")]
    replicas: usize,
    /// Size at which each stream refuses more, so that publishers wait: `512MiB`, `10GiB`
    #[arg(long, value_name = "SIZE", default_value = "1GiB", env = "WIREDESK_MAX_BYTES", value_parser = parse_size)]
    max_bytes: u64,
}

impl SizeArgs {
    /// The plan, to be carried out without force.
    pub(crate) fn options(self) -> SetupOptions {
        SetupOptions { replicas: self.replicas, max_bytes: self.max_bytes, force: false, dry_run: false }
    }
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    if args.print_permissions {
        return print_permissions(&args.connection);
    }
    let bus = connect(&args.connection).await?;
    let options = SetupOptions { force: args.force, dry_run: args.dry_run, ..args.size.options() };
    let show = |change: &Change| {
        let line = if args.json { serde_json::to_string(change).unwrap_or_default() } else { told(change) };
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
    let users = Topology::new(problems.or(settings)?.subjects).users();
    anstream::println!("# Who may do what. Printed by `wiredesk setup --print-permissions`.");
    anstream::println!("# Each user connects with NATS_INBOX_PREFIX=_INBOX_<user>.");
    anstream::print!("{}", Authorization(&users));
    Ok(Outcome::Done)
}

fn told(change: &Change) -> String {
    match change {
        Change::Unchanged { what } => format!("unchanged  {what}"),
        Change::Created { what } => format!("created    {what}"),
        Change::Updated { what, differences } => format!("updated    {what}: {}", differences.join(", ")),
    }
}

fn summary(changes: &[Change], dry_run: bool) -> String {
    let count = |wanted: fn(&Change) -> bool| changes.iter().filter(|change| wanted(change)).count();
    let created = count(|change| matches!(change, Change::Created { .. }));
    let updated = count(|change| matches!(change, Change::Updated { .. }));
    match (created + updated, dry_run) {
        (0, _) => "Everything is as planned.".to_owned(),
        (_, true) => format!("Would create {created} and update {updated}. Nothing was changed."),
        (_, false) => format!("Created {created}, updated {updated}. The pipeline is ready for its workers."),
    }
}

/// Reads `1048576`, `512MiB`, `10GiB`.
fn parse_size(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let unit = match text.strip_prefix(digits).unwrap_or_default() {
        "" | "B" => 1,
        "KiB" | "K" => 1 << 10,
        "MiB" | "M" => 1 << 20,
        "GiB" | "G" => 1 << 30,
        "TiB" | "T" => 1_u64 << 40,
        other => return Err(format!("`{other}` is no unit: use KiB, MiB, GiB or TiB")),
    };
    let number: u64 = digits.trim().parse().map_err(|_| format!("`{text}` is no size, such as 512MiB"))?;
    number.checked_mul(unit).filter(|bytes| *bytes > 0).ok_or_else(|| format!("`{text}` is out of range"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_with_and_without_unit() {
        for (text, expected) in [("7", 7), ("2KiB", 2048), ("512MiB", 512 << 20), ("10GiB", 10 << 30)] {
            assert_eq!(parse_size(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_size_is_refused() {
        for text in ["", "0", "GiB", "-1", "3 parsecs", "99999999999TiB"] {
            assert!(parse_size(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_second_run_says_that_nothing_changed() {
        let unchanged = [Change::Unchanged { what: "stream A".into() }];
        assert_eq!(summary(&unchanged, false), "Everything is as planned.");
    }
}
