//! What the summarizer knows of each language: one file and one row of the table for each.
//!
//! A language without a file is summarized too, without stop words and orphan openings; provenance then says
//! so. To add a language, add a file and a row.

mod lookup;
mod profile;
mod table;

mod ar;
mod da;
mod de;
mod en;
mod es;
mod fi;
mod fr;
mod hi;
mod it;
mod ja;
mod km;
mod lb;
mod lo;
mod my;
mod nb;
mod nl;
mod pl;
mod pt;
mod ru;
mod sv;
mod th;
mod tr;
mod uk;
mod wuu;
mod zh;

pub(crate) use lookup::{Lexicon, Lexicons};
pub(crate) use profile::Profile;
pub(crate) use table::profile;
