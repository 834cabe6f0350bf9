//! What the whole article says about each name: one name has one type, and is found everywhere.
//!
//! `edges` corrects where names begin and end, `glued` splits spans of two names, `partners` joins the halves of
//! "Marks & Spencer", `votes` counts the evidence for types, `context` reads the words around names, `propagate`
//! finds sure names once more, `teams` separates clubs from their cities, `full_names` corrects names by their
//! full forms elsewhere in the article.

mod context;
mod edges;
mod full_names;
mod glued;
mod name;
mod partners;
mod propagate;
mod teams;
mod unify;
mod votes;

pub(crate) use unify::unify;
