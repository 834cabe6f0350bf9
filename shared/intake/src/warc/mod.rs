//! Web archives (WARC 1.0 and 1.1, ISO 28500): one article for each response that is a web page.
//!
//! Records are read one at a time. What is not a successful response with HTML is passed over: requests,
//! pictures, redirects. After a damaged record the next one is looked for.

mod archive;
mod bytes;
mod coding;
mod head;
mod response;

pub use archive::{archive, is_archive};
