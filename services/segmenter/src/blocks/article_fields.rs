//! What the publisher sent beside the body.

/// The headline and byline that the publisher sent as fields of their own. A body that repeats them is
/// recognized by them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ArticleFields<'a> {
    pub(crate) headline: Option<&'a str>,
    pub(crate) byline: Option<&'a str>,
}
