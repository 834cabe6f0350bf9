//! Rules about the source code of the whole workspace.

mod cycles;
mod languages;
mod vendored;
