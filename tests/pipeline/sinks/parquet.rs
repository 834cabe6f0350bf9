//! The sink that writes Parquet files.

use std::{fs::File, path::Path};

use parquet::file::reader::SerializedFileReader;

use super::files;

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

#[tokio::test(flavor = "multi_thread")]
async fn every_article_is_a_row_once_although_sink_and_server_are_killed() {
    files::survives_kills("parquet", &["--file-size", "20KiB", "--file-time", "1s"], written).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_tables_belongs_to_one_sink() {
    files::keeps_its_folder("parquet").await;
}
