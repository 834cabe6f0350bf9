//! The headers of a stored message.

use async_nats::HeaderMap;

/// The headers of a stored message. There are none if they cannot be read.
///
/// They are kept as they came. Reading one does not parse the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredHeaders(HeaderMap);

impl StoredHeaders {
    /// Keeps headers as the client library has them.
    pub(super) fn new(headers: HeaderMap) -> Self {
        Self(headers)
    }

    /// Returns the first value of a header.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.0.first(name)
    }

    /// Returns all names with their values, in the order of the names.
    pub fn all(&self) -> Vec<(String, String)> {
        let named = self.0.iter();
        let pairs = named.flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
        let mut all: Vec<_> =
            pairs.map(|(name, value)| (name.to_string(), value.as_str().to_owned())).collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all
    }
}

impl<'h> FromIterator<(&'h str, &'h str)> for StoredHeaders {
    fn from_iter<I: IntoIterator<Item = (&'h str, &'h str)>>(pairs: I) -> Self {
        let pairs: Vec<_> = pairs.into_iter().collect();
        Self(HeaderMap::from_pairs(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_have_several_values() {
        let headers: StoredHeaders = [("A", "1"), ("B", "2"), ("A", "3")].into_iter().collect();
        assert_eq!(
            (headers.first("A"), headers.first("B"), headers.first("a")),
            (Some("1"), Some("2"), None)
        );
        let all = headers.all();
        let all: Vec<_> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(all, [("A", "1"), ("A", "3"), ("B", "2")]);
    }
}
