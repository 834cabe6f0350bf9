//! Reads the tables of names.

use super::Gazetteer;

const COUNTRIES: &str = include_str!("../../data/countries.tsv");
const CITIES: &str = include_str!("../../data/cities.tsv");
const PLACES: &str = include_str!("../../data/places.tsv");
const ORGANISATIONS: &str = include_str!("../../data/organisations.tsv");
const COMPANIES: &str = include_str!("../../data/companies.tsv");
const AGENCIES: &str = include_str!("../../data/agencies.tsv");

/// What a name in the tables stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: EntryKind,
    /// Equal for every name of the same thing.
    pub key: &'static str,
    /// The English or own name it is listed under.
    pub name: &'static str,
    /// ISO 3166 alpha-2 code, of the country or the one a city lies in.
    pub country: Option<&'static str>,
    /// GeoNames id.
    pub geonames: Option<&'static str>,
    /// Inhabitants in thousands, for cities.
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
    /// Whether it names a place.
    pub fn is_place(self) -> bool {
        matches!(self, Self::Country | Self::City | Self::Place)
    }

    /// Whether it names an organisation.
    pub fn is_organisation(self) -> bool {
        matches!(self, Self::Organisation | Self::Agency)
    }
}

pub(super) fn load(gazetteer: &mut Gazetteer) {
    rows(COUNTRIES).for_each(|row| country(gazetteer, row));
    rows(ORGANISATIONS).for_each(|row| plain(gazetteer, row, EntryKind::Organisation));
    rows(AGENCIES).for_each(|row| plain(gazetteer, row, EntryKind::Agency));
    rows(COMPANIES).for_each(|row| plain(gazetteer, row, EntryKind::Organisation));
    rows(PLACES).for_each(|row| plain(gazetteer, row, EntryKind::Place));
    rows(CITIES).for_each(|row| city(gazetteer, row));
}

pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn aliases(column: Option<&'static str>) -> impl Iterator<Item = &'static str> {
    column.unwrap_or_default().split('|').filter(|name| !name.is_empty())
}

/// ISO code, GeoNames id, name, aliases, nationality words.
fn country(gazetteer: &mut Gazetteer, row: &'static str) {
    let mut columns = row.split('\t');
    let (Some(code), Some(id), Some(name)) = (columns.next(), columns.next(), columns.next()) else { return };
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
    let names: Vec<_> = names.chain(people).collect();
    gazetteer.insert(&entry, &names);
}

/// GeoNames id, name, country, population in thousands, aliases.
fn city(gazetteer: &mut Gazetteer, row: &'static str) {
    let mut columns = row.split('\t');
    let (Some(id), Some(name), Some(country)) = (columns.next(), columns.next(), columns.next()) else {
        return;
    };
    let population = columns.next().and_then(|thousands| thousands.parse().ok()).unwrap_or_default();
    let names: Vec<_> =
        std::iter::once(name).chain(aliases(columns.next())).map(|name| (name, EntryKind::City)).collect();
    let entry = Entry {
        kind: EntryKind::City,
        key: id,
        name,
        country: Some(country),
        geonames: Some(id),
        population,
    };
    gazetteer.insert(&entry, &names);
}

/// Name, aliases.
fn plain(gazetteer: &mut Gazetteer, row: &'static str, kind: EntryKind) {
    let mut columns = row.split('\t');
    let Some(name) = columns.next() else { return };
    let names: Vec<_> =
        std::iter::once(name).chain(aliases(columns.next())).map(|name| (name, kind)).collect();
    gazetteer.insert(&Entry { kind, key: name, name, country: None, geonames: None, population: 0 }, &names);
}
