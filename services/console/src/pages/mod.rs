//! The pages: pure functions from plain view structs to HTML. They know neither HTTP nor the bus.
//!
//! Each page has a module with its view struct and a function `page`. The state of a page is in its URL, and every
//! action is a form, so the pages work without JavaScript:
//!
//! | request | view | what it does |
//! |---|---|---|
//! | `GET /` | [`flow::Flow`] | the chain of stages |
//! | `GET /articles?` [`articles::Filters`] | [`articles::List`] | newest articles first |
//! | `POST /articles` [`try_it::Draft`] | | publishes the draft, then redirects to the article |
//! | `GET /articles/{id}?` [`article::Choice`] | [`article::View`] | one article |
//! | `GET /stories?` [`stories::Filters`] | [`stories::List`] | stories on a time line |
//! | `GET /stories/{id}` | [`stories::Story`] | one story with its articles |
//! | `GET /alerts?` [`alerts::Filter`] | [`alerts::Alerts`] | rules and their newest matches |
//! | `GET /dead?` [`dead::Filter`] | [`dead::Letters`] | dead letters by reason |
//! | `GET /dead/confirm?` [`dead::Selection`] | [`dead::Confirmation`] | what an action on many would do |
//! | `POST /dead/act` [`dead::Selection`] | [`dead::Outcomes`] | what became of each |
//! | `GET /dead/{sequence}` | [`dead::Letter`] | one dead letter |
//! | `POST /dead/{sequence}` [`dead::Repair`] | [`dead::Letter`] or [`dead::Outcomes`] | tries, replays or drops it |
//! | `GET /login`, `POST /login` with `token` | | [`login::page`]: opens a session |
//! | `GET /try`, `POST /try` [`try_it::Draft`] | [`try_it::Trial`] | annotates a text in the console |
//!
//! Each `POST` sends [`Frame::csrf`] in the field `csrf`. The scripts in `assets` send the same requests and take the
//! element `#live` from the answer.

pub mod alerts;
pub mod article;
pub mod articles;
pub mod dead;
mod diff;
mod escape;
pub mod flow;
mod layout;
pub mod login;
mod marks;
pub mod notice;
mod query;
mod sparkline;
pub mod stories;
pub mod try_it;
mod words;

#[cfg(test)]
mod tests;

pub use layout::{BusState, Frame, Rights};
