//! Rules about the source code of the whole workspace.

mod circles;
mod languages;
