//! The handlers of the pages: they fill the views of `pages` and read the forms.

mod alerts;
mod article;
mod articles;
mod dead;
mod flow;
mod frame;
mod login;
mod stories;
mod try_it;

pub(crate) use alerts::alerts;
pub(crate) use article::article;
pub(crate) use articles::articles;
pub(crate) use dead::{act, confirm, letter, letters, repair};
pub(crate) use flow::flow;
pub(crate) use login::{enter, login};
pub(crate) use stories::{stories, story};
pub(crate) use try_it::{annotate, empty, publish};
