//! What the whole article says about each name: one name has one type, and is found everywhere.
//!
//! `edges` corrects where names begin and end, `votes` counts the evidence for their types, `context` reads
//! the words around them, `propagate` finds sure names once more, `teams` separates clubs from their cities.

mod context;
mod edges;
mod name;
mod propagate;
mod teams;
mod unify;
mod votes;

pub(crate) use unify::unify;
