//! What the whole article says about each name: one name has one type, and is found everywhere.
//!
//! `edges` corrects where names begin and end, `glued` splits spans of two names, `partners` joins the halves of
//! "Marks & Spencer", `shown` adds names that only the words around them show, `votes` counts the evidence for
//! types, `context` reads the words around names, `propagate` finds sure names once more, `teams` separates clubs
//! from their cities, `uncovered` walks over the tokens between names, `full_names` corrects names by their full forms elsewhere in the article, `ordinary` leaves
//! out places that are ordinary words.

mod context;
mod edges;
mod full_names;
mod glued;
mod name;
mod ordinary;
mod partners;
mod propagate;
mod shown;
mod teams;
mod uncovered;
mod unify;
mod votes;

pub(crate) use unify::unify;
