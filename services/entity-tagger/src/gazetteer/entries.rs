//! Reads the tables of names.

const COUNTRIES: &str = include_str!("../../data/countries.tsv");
const CITIES: &str = include_str!("../../data/cities.tsv");
const PLACES: &str = include_str!("../../data/places.tsv");
const ORGANISATIONS: &str = include_str!("../../data/organisations.tsv");
const COMPANIES: &str = include_str!("../../data/companies.tsv");
const AGENCIES: &str = include_str!("../../data/agencies.tsv");
const REGIONS: &str = include_str!("../../data/regions.tsv");

/// What a name in the tables stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: EntryKind,
    /// The same key for every name of the same thing.
    pub key: &'static str,
    /// The name it is listed under: the English one or its own.
    pub name: &'static str,
    /// ISO 3166 alpha-2 code of the country, or of the country that a city lies in.
    pub country: Option<&'static str>,
    /// GeoNames id.
    pub geonames: Option<&'static str>,
    /// Inhabitants of a city, in thousands; 0 for everything else.
    pub population: u32,
}

/// The kinds of names in the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A country.
    Country,
    /// The people or adjective of a country: `Norwegian`.
    Nationality,
    /// A city.
    City,
    /// Another place.
    Place,
    /// An organisation.
    Organisation,
    /// A news agency, paper or broadcaster.
    Agency,
}

impl EntryKind {
    /// Reports whether the name is a place's.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::City | Self::Place)
    }

    /// Reports whether the name is an organisation's.
    pub fn is_organisation(self) -> bool {
        matches!(self, Self::Organisation | Self::Agency)
    }
}

/// An entry with its names, each of its own kind.
pub(super) type NamedEntry = (Entry, Vec<(&'static str, EntryKind)>);

/// Returns every entry of the tables. Earlier tables win: a country's name is not also a town's.
pub(super) fn entries() -> impl Iterator<Item = NamedEntry> {
    let plain = |table, kind| rows(table).filter_map(move |row| plain(row, kind));
    rows(COUNTRIES)
        .filter_map(country)
        .chain(plain(ORGANISATIONS, EntryKind::Organisation))
        .chain(plain(AGENCIES, EntryKind::Agency))
        .chain(plain(COMPANIES, EntryKind::Organisation))
        .chain(plain(PLACES, EntryKind::Place))
        .chain(rows(CITIES).filter_map(city))
}

/// Returns the name of each region outside the United States, and the code of its country.
pub(super) fn regions() -> impl Iterator<Item = (&'static str, &'static str)> {
    let countries = rows(REGIONS).filter_map(|row| row.split_once('\t'));
    countries.flat_map(|(country, names)| names.split('|').map(move |name| (name, country)))
}

/// Returns the lines of a table without its comments.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn aliases(column: Option<&'static str>) -> impl Iterator<Item = &'static str> {
    column.unwrap_or_default().split('|').filter(|name| !name.is_empty())
}

/// Reads ISO code, GeoNames id, name, aliases, nationality words.
fn country(row: &'static str) -> Option<NamedEntry> {
    let mut columns = row.split('\t');
    let (code, id, name) = (columns.next()?, columns.next()?, columns.next()?);
    let names = std::iter::once(name).chain(aliases(columns.next())).map(|name| (name, EntryKind::Country));
    let people = aliases(columns.next()).map(|name| (name, EntryKind::Nationality));
    let entry = Entry {
        kind: EntryKind::Country,
        key: code,
        name,
        country: Some(code),
        geonames: Some(id),
        population: 0,
    };
    let names = names.chain(people).collect();
    Some((entry, names))
}

/// Reads GeoNames id, name, country, population in thousands, aliases.
fn city(row: &'static str) -> Option<NamedEntry> {
    let mut columns = row.split('\t');
    let (id, name, country) = (columns.next()?, columns.next()?, columns.next()?);
    let population = columns.next().and_then(|thousands| thousands.parse().ok()).unwrap_or_default();
    let names = std::iter::once(name).chain(aliases(columns.next())).map(|name| (name, EntryKind::City));
    let entry = Entry {
        kind: EntryKind::City,
        key: id,
        name,
        country: Some(country),
        geonames: Some(id),
        population,
    };
    let names = names.collect();
    Some((entry, names))
}

/// Reads name, aliases, GeoNames id.
fn plain(row: &'static str, kind: EntryKind) -> Option<NamedEntry> {
    let mut columns = row.split('\t');
    let name = columns.next()?;
    let names = std::iter::once(name).chain(aliases(columns.next())).map(|name| (name, kind)).collect();
    let geonames = columns.next();
    Some((Entry { kind, key: name, name, country: None, geonames, population: 0 }, names))
}
