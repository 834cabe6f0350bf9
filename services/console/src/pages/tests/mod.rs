//! What holds for every page, whatever an article contains.

mod document;
mod fixtures;
mod hostile;
mod pages;
mod text;
