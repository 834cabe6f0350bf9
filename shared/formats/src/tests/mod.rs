//! What the formats make of small articles in several languages.

mod annotations;
mod articles;
mod bulk;
mod conllu;
mod csv;
mod event;
mod html;
mod ninjs;
mod properties;
mod spacy;
