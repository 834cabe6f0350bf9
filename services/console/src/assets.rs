//! Style sheets and scripts, embedded in the program. A new file in `assets` needs a row in the table.

use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

/// An embedded file.
#[derive(Clone, Copy)]
struct Asset {
    name: &'static str,
    content: &'static [u8],
}

/// Embeds a file of the folder.
macro_rules! asset {
    ($name:literal) => {
        Asset { name: $name, content: include_bytes!(concat!("../assets/", $name)) }
    };
}

const ASSETS: [Asset; 10] = [
    asset!("choose.js"),
    asset!("console.css"),
    asset!("console.js"),
    asset!("icon.svg"),
    asset!("live.js"),
    asset!("names.js"),
    asset!("part.js"),
    asset!("theme.js"),
    asset!("trouble.js"),
    asset!("try.js"),
];

impl Asset {
    fn content_type(&self) -> &'static str {
        match self.name.rsplit_once('.') {
            Some((_, "css")) => "text/css; charset=utf-8",
            Some((_, "js")) => "text/javascript; charset=utf-8",
            Some((_, "svg")) => "image/svg+xml",
            _ => "application/octet-stream",
        }
    }
}

/// Answers a request for an asset. A browser asks again each time and gets the content only if it changed.
pub(crate) async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.into_iter().find(|asset| asset.name == name) else {
        return (StatusCode::NOT_FOUND, "not found\n").into_response();
    };
    let tag = tag(asset.content);
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|given| given.as_bytes() == tag.as_bytes());
    let cached = [(header::ETAG, tag), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if known {
        return (StatusCode::NOT_MODIFIED, cached).into_response();
    }
    (cached, [(header::CONTENT_TYPE, asset.content_type())], asset.content).into_response()
}

/// Returns the ETag of a content.
fn tag(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let start = digest.iter().take(8).fold(0_u64, |start, byte| start << 8 | u64::from(*byte));
    format!("\"{start:016x}\"")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/assets")).unwrap();
        let files: BTreeSet<String> =
            folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        assert_eq!(files, ASSETS.iter().map(|asset| asset.name.to_owned()).collect());
        assert!(ASSETS.iter().all(|asset| asset.content_type() != "application/octet-stream"));
    }
}
