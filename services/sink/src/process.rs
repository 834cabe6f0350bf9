//! The process of a sink: settings, log, connection, probes, shutdown.

use std::{io, pin::pin, process::ExitCode, sync::Arc};

use messages::StageName;
use runtime::{
    bus::{Bus, Keeper, Patience},
    causes::Cause,
    heartbeat::Heartbeat,
    process, service,
    settings::{Problems, ProcessEnvironment},
    shutdown,
    standstill::Standstill,
};
use tokio::select;
use tracing::info;

#[cfg(feature = "parquet")]
use crate::parquet::Tables;
use crate::{
    args::{KindArgs, SinkArgs},
    delivery::Sink,
    folder::Folder,
    jsonl::files::Files,
    meter::Meter,
    reading::Reading,
    settings::SinkSettings,
    target::Target,
    webhook::Webhook,
};

/// Runs a sink until the process is asked to stop. Returns the exit status of the process.
pub fn run(args: &SinkArgs) -> ExitCode {
    let mut problems = Problems::default();
    let environment = &ProcessEnvironment;
    let outcome = match &args.kind {
        KindArgs::Jsonl(args) => {
            let common = args.common.resolve("jsonl", environment, &mut problems);
            let target = args.resolve(environment, &mut problems);
            problems.or(()).map(|()| run_target(&common, || Ok(Folder::<Files>::open(target)?)))
        }
        #[cfg(feature = "parquet")]
        KindArgs::Parquet(args) => {
            let common = args.common.resolve("parquet", environment, &mut problems);
            let target = args.resolve(environment, &mut problems);
            problems.or(()).map(|()| run_target(&common, || Ok(Folder::<Tables>::open(target)?)))
        }
        KindArgs::Webhook(args) => {
            let common = args.common.resolve("webhook", environment, &mut problems);
            let target = args.resolve(environment, &mut problems);
            problems.or(()).map(|()| run_target(&common, || Ok(Webhook::new(target))))
        }
        #[cfg(feature = "postgres")]
        KindArgs::Postgres(args) => {
            let common = args.common.resolve("postgres", environment, &mut problems);
            let target = args.resolve(environment, &mut problems);
            problems.or(()).map(|()| run_target(&common, || Ok(target)))
        }
    };
    process::exit_code(outcome)
}

/// Runs a sink with the target that `open` returns, until the process is asked to stop.
///
/// # Errors
///
/// When the target cannot be opened, or the pipeline lacks what the sink needs.
pub fn run_target<T: Target>(
    common: &SinkSettings,
    open: impl FnOnce() -> Result<T, Cause>,
) -> io::Result<()> {
    service::run(&common.service.logging, async { serve(common, open()?).await })
}

async fn serve<T: Target>(common: &SinkSettings, mut target: T) -> Result<(), Cause> {
    // The signal handlers come first, so that a signal also ends a sink that is still connecting.
    let mut stop = pin!(shutdown::requested()?);
    let stage = common.stage.unwrap_or(StageName::Summarize);
    let program = match common.keeper {
        Keeper::Alerter => "wiredesk-alerter",
        Keeper::Sink | Keeper::Reader => "wiredesk-sink",
    };
    let connecting = async {
        let bus = Bus::connect(&common.service.connection, program, Patience::Forever).await?;
        let opened = service::looked_up(async || {
            target.begin(&bus).await?;
            bus.batches(stage.output(), &common.name, common.keeper).await
        });
        let batches = select! {
            batches = opened => batches?,
            refused = bus.refused_for(service::REFUSED_LIMIT) => return Err(refused.into()),
        };
        Ok::<_, Cause>((bus, batches))
    };
    let (bus, batches) = select! {
        connected = connecting => connected?,
        () = &mut stop => return Ok(()),
    };
    info!(name = common.name, target = target.name(), stage = %stage, version = env!("CARGO_PKG_VERSION"), "ready");
    let heartbeat = Arc::<Heartbeat>::default();
    let meter = Meter::new(common.keeper, &common.name);
    serve_probes(common, &bus, &meter, &heartbeat).await?;
    target.describe_metrics();
    let sink = Sink {
        target,
        bus: bus.clone(),
        settler: batches.settler(),
        reading: Reading::new(batches, common.filter.clone()),
        most: common.most,
        attempts: common.attempts,
        wait: common.wait,
        meter,
        heartbeat,
    };
    select! {
        outcome = sink.run(stop) => Ok(outcome?),
        // Nothing can be settled without a connection. Deliveries without acknowledgement come again later.
        refused = bus.refused_for(service::REFUSED_LIMIT) => Err(refused.into()),
    }
}

/// Serves metrics and health if a port is set.
async fn serve_probes(
    common: &SinkSettings,
    bus: &Bus,
    meter: &Meter,
    heartbeat: &Arc<Heartbeat>,
) -> Result<(), Cause> {
    let Some(address) = common.service.http else { return Ok(()) };
    let (recorded, meter) = (meter.install()?, meter.clone());
    let metrics = move |obstacles: &[Standstill]| {
        meter.obstacles(obstacles);
        recorded.render()
    };
    Ok(service::serve_probes(address, bus, heartbeat, metrics).await?)
}
