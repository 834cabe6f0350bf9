//! The sink that writes Parquet files.

use std::{fs::File, path::Path, time::Duration};

use parquet::file::reader::SerializedFileReader;
use pipeline_tests::{Process, admin, wait_until};

use super::events::{STREAM, id, start, store_all};
use crate::running::Pipeline;

/// Returns the ids of the articles in all files, in order.
fn written(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder.join("articles")).into_iter().flatten();
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().flat_map(|file| ids(file)).collect()
}

fn ids(file: &Path) -> Vec<String> {
    let reader = SerializedFileReader::new(File::open(file).unwrap()).unwrap();
    let id_of = |row: parquet::record::Row| {
        let (_, id) = row.get_column_iter().find(|(name, _)| *name == "id").unwrap();
        id.to_string().trim_matches('"').to_owned()
    };
    reader.into_iter().map(|row| id_of(row.unwrap())).collect()
}

fn wait_for(folder: &Path, count: usize, sink: &mut Process) {
    wait_until(&format!("{count} articles in the files"), || {
        assert!(sink.is_running(), "{}", sink.stderr());
        (written(folder).len() >= count).then_some(())
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn every_article_is_a_row_once_although_sink_and_server_are_killed() {
    let mut pipeline = Pipeline::set_up().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let arguments = ["parquet", path, "--file-size", "20KiB", "--file-time", "1s", "--batch", "20"];
    let mut sink = start(&pipeline, &arguments);
    let place = [(STREAM.to_owned(), "sink-parquet".to_owned())];
    admin::set_ack_wait(&pipeline.jetstream, &place, Duration::from_secs(1)).await;
    for round in 0..4 {
        store_all(&pipeline.jetstream, round * 100..(round + 1) * 100).await;
        sink.kill();
        if round % 2 == 1 {
            pipeline.restart_server().await;
        }
        sink = start(&pipeline, &arguments);
    }
    wait_for(folder.path(), 400, &mut sink);
    pipeline.settled_on(STREAM, "sink-parquet").await;
    let mut ids = written(folder.path());
    ids.sort_by_key(|id| (id.len(), id.clone()));
    assert_eq!(ids, (0..400).map(id).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_tables_belongs_to_one_sink() {
    let pipeline = Pipeline::set_up().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let _sink = start(&pipeline, &["parquet", path]);
    let (status, _, stderr) = pipeline.wiredesk(&["sink", "parquet", path]);
    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("another sink writes to this folder"), "{stderr}");
}
