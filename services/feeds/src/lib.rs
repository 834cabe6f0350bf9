//! Polls news feeds politely and knows what was seen.
//!
//! - [`list`]: the feeds that a user wants, from TOML or OPML
//! - [`schedule`]: when a feed is polled next
//! - [`memory`]: what is remembered of a feed between two polls
//! - [`claim`]: which instance polls the feeds of a host now
//! - [`items`]: the articles of a feed's document, each with the key that tells whether it was seen
//! - [`page`]: the article of the page behind an entry that has only a teaser
//! - [`fetch`]: one HTTP request with bounds: size, time, redirects, decompression, addresses
//! - [`robots`]: what a host's `robots.txt` allows
//!
//! Everything but [`fetch`] is pure: the time comes in as a parameter. The crate knows no broker; the tool keeps the
//! memory in one and publishes the articles.

pub mod address;
mod charset;
pub mod claim;
mod entry;
pub mod fetch;
mod hash;
pub mod items;
pub mod list;
pub mod memory;
mod opml;
pub mod page;
pub mod robots;
pub mod schedule;

#[cfg(test)]
mod tests;
