//! Which mentions refer to the same entity.
//!
//! Names that differ only in case, apostrophes, stops and marks on letters form one group. Groups are then
//! joined by the kind of their names: entries of the gazetteer by their key, persons in `persons`,
//! organisations in `organisations`, case forms in `inflected`. `namesakes` separates places of one name.
//! `links` decides which place is meant, and `town_choice` which town, by the `place_context`: the countries and states
//! that `regions` finds in the article, and what is around the name.

mod assembly;
mod descriptions;
mod grouping;
mod inflected;
mod links;
mod namesakes;
mod organisations;
mod persons;
mod place_context;
mod regions;
mod town_choice;

pub use assembly::{Cluster, clusters};
