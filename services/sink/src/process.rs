//! The process of a sink: settings, log, connection, probes, shutdown.

use std::{io, pin::pin, process::ExitCode, sync::Arc, time::Duration};

use messages::StageName;
use runtime::{
    backoff::backoff,
    bus::{Batches, Bus, BusError, Patience, ReadError},
    causes::{Cause, with_causes},
    heartbeat::Heartbeat,
    probes, process,
    settings::{Problems, ProcessEnvironment},
    shutdown, telemetry,
};
use tokio::{select, time::sleep};
use tracing::{info, warn};

#[cfg(feature = "parquet")]
use crate::parquet::Parquet;
use crate::{
    args::{KindArgs, SinkArgs},
    delivery::Sink,
    jsonl::Jsonl,
    meter::{self, Meter},
    settings::SinkSettings,
    target::Target,
    webhook::Webhook,
};

/// How long a sink that the server suddenly refuses tries on. It is that of a worker.
const REFUSED_LIMIT: Duration = Duration::from_mins(2);

/// Runs a sink until the process is asked to stop. Returns the exit status of the process.
pub fn run(args: &SinkArgs) -> ExitCode {
    let mut problems = Problems::default();
    let environment = &ProcessEnvironment;
    let outcome = match &args.kind {
        KindArgs::Jsonl(args) => {
            let common = args.common.resolve("jsonl", environment, &mut problems);
            let target = args.resolve(environment, &mut problems);
            problems.or(()).map(|()| run_target(common, || Ok(Jsonl::open(target)?)))
        }
        #[cfg(feature = "parquet")]
        KindArgs::Parquet(args) => {
            let common = args.common.resolve("parquet", environment, &mut problems);
            let target = args.resolve(environment, &mut problems);
            problems.or(()).map(|()| run_target(common, || Ok(Parquet::open(target)?)))
        }
        KindArgs::Webhook(args) => {
            let common = args.common.resolve("webhook", environment, &mut problems);
            let target = args.resolve(environment, &mut problems);
            problems.or(()).map(|()| run_target(common, || Ok(Webhook::new(target))))
        }
        #[cfg(feature = "postgres")]
        KindArgs::Postgres(args) => {
            let common = args.common.resolve("postgres", environment, &mut problems);
            let target = args.resolve(environment, &mut problems);
            problems.or(()).map(|()| run_target(common, || Ok(target)))
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
    common: SinkSettings,
    open: impl FnOnce() -> Result<T, Cause>,
) -> io::Result<()> {
    telemetry::init(&common.service.logging.filter, common.service.logging.format);
    process::log_panics_without_text();
    let target = open().map_err(io::Error::other)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let outcome = runtime.block_on(serve(common, target));
    // A thread that still hangs in a write does not keep the process alive.
    runtime.shutdown_background();
    outcome.map_err(io::Error::other)
}

async fn serve<T: Target>(common: SinkSettings, mut target: T) -> Result<(), Cause> {
    // The signal handlers come first, so that a signal also ends a sink that is still connecting.
    let mut stop = pin!(shutdown::requested()?);
    let stage = common.stage.unwrap_or(StageName::Summarize);
    let connecting = async {
        let bus = Bus::connect(&common.service.connection, "wiredesk-sink", Patience::Forever).await?;
        let batches = select! {
            batches = look_up(&bus, &mut target, stage, &common) => batches?,
            refused = bus.refused_for(REFUSED_LIMIT) => return Err(refused.into()),
        };
        Ok::<_, Cause>((bus, batches))
    };
    let (bus, batches) = select! {
        connected = connecting => connected?,
        () = &mut stop => return Ok(()),
    };
    info!(sink = common.name, target = target.name(), stage = %stage, version = env!("CARGO_PKG_VERSION"), "ready");
    let heartbeat = Arc::<Heartbeat>::default();
    let meter = Meter::new(&common.name);
    serve_probes(&common, &bus, &meter, &heartbeat).await?;
    target.describe_metrics();
    let SinkSettings { filter, most, attempts, wait, .. } = common;
    let sink = Sink { target, bus: bus.clone(), batches, filter, most, attempts, wait, meter, heartbeat };
    select! {
        outcome = sink.run(stop) => Ok(outcome?),
        // Nothing can be settled without a connection. Deliveries without acknowledgement come again later.
        refused = bus.refused_for(REFUSED_LIMIT) => Err(refused.into()),
    }
}

/// Opens the stream. Tries until the server answers, because it may have gone away after the connection was made.
async fn look_up<T: Target>(
    bus: &Bus,
    target: &mut T,
    stage: StageName,
    common: &SinkSettings,
) -> Result<Batches, ReadError> {
    let mut failures = 0;
    loop {
        let looked_up = async {
            target.begin(bus).await?;
            bus.batches(stage.output(), &common.name, common.keeper).await
        };
        match looked_up.await {
            Err(ReadError::Bus(BusError::Server(error))) => {
                failures += 1;
                if failures == 1 {
                    warn!(error = with_causes(&*error), "cannot open the stream, retrying");
                }
                sleep(backoff(failures, u64::from(std::process::id()))).await;
            }
            outcome => return outcome,
        }
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
    let recorded = meter::install()?;
    let metrics = {
        let (bus, meter) = (bus.clone(), meter.clone());
        move || {
            meter.obstacles(&bus.obstacles());
            recorded.render()
        }
    };
    let ready = {
        let bus = bus.clone();
        move || {
            let lines =
                bus.obstacles().into_iter().map(|it| format!("{}: {it}; {}", it.reason, it.reason.remedy()));
            let lines: Vec<String> = lines.collect();
            async move { if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) } }
        }
    };
    Ok(probes::serve(address, metrics, Arc::clone(heartbeat), ready).await?)
}
