//! Ids in other catalogues as URIs.

use std::collections::BTreeMap;

use percent_encoding::utf8_percent_encode;

use crate::view::URI_PART;

/// Schemes of ids with the URI before and after the id. The first scheme that an entity has names it best.
const SCHEMES: [(&str, &str, &str); 3] = [
    ("wikidata", "http://www.wikidata.org/entity/", ""),
    ("geonames", "https://sws.geonames.org/", "/"),
    ("iso3166", "https://www.iso.org/obp/ui/#iso:code:3166:", ""),
];

/// An entity's best id in another catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Scheme and id: `geonames:2267057`.
    pub id: String,
    /// The id as a URI.
    pub uri: String,
}

/// Returns the links of an entity whose scheme has URIs, best first.
pub fn links(ids: &BTreeMap<String, String>) -> Vec<Link> {
    let link = |(scheme, before, after): (&str, &str, &str)| {
        let id = ids.get(scheme)?;
        let uri = format!("{before}{}{after}", utf8_percent_encode(id, URI_PART));
        Some(Link { id: format!("{scheme}:{id}"), uri })
    };
    SCHEMES.into_iter().filter_map(link).collect()
}

/// Returns all ids in one string: `geonames:2267057 iso3166:PT`.
pub(crate) fn joined(ids: &BTreeMap<String, String>) -> String {
    ids.iter().map(|(scheme, id)| format!("{scheme}:{id}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_scheme_has_a_uri() {
        let ids: BTreeMap<String, String> =
            [("iso3166", "PT"), ("geonames", "22 67"), ("of_a_later_version", "7")]
                .map(|(scheme, id)| (scheme.to_owned(), id.to_owned()))
                .into();
        let found = links(&ids);
        let uris: Vec<&str> = found.iter().map(|link| link.uri.as_str()).collect();
        assert_eq!(
            uris,
            ["https://sws.geonames.org/22%2067/", "https://www.iso.org/obp/ui/#iso:code:3166:PT"]
        );
        assert_eq!(found[1].id, "iso3166:PT");
        assert_eq!(joined(&ids), "geonames:22 67 iso3166:PT of_a_later_version:7");
    }
}
