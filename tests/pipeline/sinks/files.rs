//! What all sinks that write files do.

use std::{path::Path, time::Duration};

use pipeline_tests::{Process, admin, wait_until};

use super::events::{STREAM, id, start, store_all};
use crate::running::Pipeline;

/// Returns the ids of the articles in all files of a folder.
type Ids = fn(&Path) -> Vec<String>;

/// Waits until the files have this number of articles.
pub(super) fn wait_for(folder: &Path, count: usize, ids: Ids, sink: &mut Process) {
    wait_until(&format!("{count} articles in the files"), || {
        assert!(sink.is_running(), "{}", sink.stderr());
        (ids(folder).len() >= count).then_some(())
    });
}

/// Kills sink and server while articles come. Every article must be in the files once.
pub(super) async fn survives_kills(kind: &str, flags: &[&str], ids: Ids) {
    let mut pipeline = Pipeline::set_up().await;
    let (folder, name) = (tempfile::tempdir().unwrap(), format!("sink-{kind}"));
    let arguments = [&[kind, folder.path().to_str().unwrap(), "--batch", "20"], flags].concat();
    let mut sink = start(&pipeline, &arguments);
    let place = [(STREAM.to_owned(), name.clone())];
    admin::set_ack_wait(&pipeline.jetstream, &place, Duration::from_secs(1)).await;
    for round in 0..4 {
        store_all(&pipeline.jetstream, round * 100..(round + 1) * 100).await;
        sink.kill();
        if round % 2 == 1 {
            pipeline.restart_server().await;
        }
        sink = start(&pipeline, &arguments);
    }
    wait_for(folder.path(), 400, ids, &mut sink);
    pipeline.settled_on(STREAM, &name).await;
    let mut ids = ids(folder.path());
    ids.sort_by_key(|id| (id.len(), id.clone()));
    assert_eq!(ids, (0..400).map(id).collect::<Vec<_>>());
}

/// Starts a second sink for a folder. It must end with an error.
pub(super) async fn keeps_its_folder(kind: &str) {
    let pipeline = Pipeline::set_up().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let _sink = start(&pipeline, &[kind, path]);
    let (status, _, stderr) = pipeline.wiredesk(&["sink", kind, path]);
    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("another sink writes to this folder"), "{stderr}");
}
