//! Which place of the tables a name is linked to.

use super::Story;

/// Returns the GeoNames id of the entity of this name.
fn geonames(language: &str, body: &str, name: &str) -> Option<String> {
    let tagged = Story::new(language, body).tag();
    let entity = tagged.entities.entities.iter().find(|entity| entity.name == name);
    entity.and_then(|entity| entity.links.get("geonames").cloned())
}

#[test]
fn georgia_is_a_country_beside_its_city_and_a_state_beside_another() {
    let georgia = |body: &str| geonames("en", body, "Georgia");
    assert_eq!(georgia("Georgia reopened its border near Tbilisi.").as_deref(), Some("614540"));
    assert_eq!(georgia("Voters in Georgia and Alabama went to the polls."), None);
    assert_eq!(georgia("Georgia closed the border."), None);
    assert_eq!(geonames("de", "Georgien schloss die Grenze.", "Georgien").as_deref(), Some("614540"));
}

#[test]
fn a_state_elsewhere_in_the_article_shows_the_town() {
    let athens =
        geonames("en", "The museum in Athens reopened. Other towns in Ohio did not follow.", "Athens");
    assert_ne!(athens.as_deref(), Some("264371"));
}

#[test]
fn a_german_adjective_shows_where_a_town_is() {
    assert_eq!(
        geonames("de", "Im texanischen Paris tagte das Gericht.", "Paris").as_deref(),
        Some("4717560")
    );
    assert_eq!(geonames("de", "In Paris tagte das Gericht.", "Paris").as_deref(), Some("2988507"));
}

#[test]
fn a_town_in_another_case_is_linked() {
    assert_eq!(geonames("pl", "Burmistrz Londynu otworzył most.", "Londynu").as_deref(), Some("2643743"));
}

#[test]
fn a_town_is_linked_by_its_name_in_another_language() {
    assert_eq!(geonames("de", "Der Rat tagte in Genf.", "Genf").as_deref(), Some("2660646"));
    assert_eq!(geonames("es", "El Consejo se reunió en Ginebra.", "Ginebra").as_deref(), Some("2660646"));
}

#[test]
fn a_text_means_the_town_of_a_country_of_its_language() {
    assert_eq!(geonames("sv", "Polisen i Lund grep två män.", "Lund").as_deref(), Some("2693678"));
    assert_eq!(geonames("en", "Police in Lund arrested two men.", "Lund"), None);
}

#[test]
fn the_region_behind_a_name_decides() {
    assert_eq!(geonames("en", "They met in Cordoba, Spain.", "Cordoba").as_deref(), Some("2519240"));
    assert_eq!(
        geonames("nl", "In Rome, in de staat Georgia, regende het.", "Rome").as_deref(),
        Some("4219762")
    );
    assert_eq!(geonames("fr", "A Londres, en Ontario, il neige.", "Londres").as_deref(), Some("6058560"));
    assert_eq!(
        geonames("en", "Police in Boston, Lincolnshire, found it.", "Boston").as_deref(),
        Some("2655138")
    );
    assert_eq!(
        geonames("fr", "A Londres, en Zyldavie, il neige.", "Londres"),
        None,
        "no table knows the region"
    );
}

#[test]
fn a_word_in_brackets_is_part_of_the_name_of_some_towns() {
    let body = "Die Polizei in Frankfurt (Oder) nahm drei Männer fest.";
    assert_eq!(geonames("de", body, "Frankfurt").as_deref(), Some("2925535"));
}

#[test]
fn the_country_behind_a_comma_shows_a_town() {
    let body = "Un sismo sacudió Concepción, Chile, el martes.";
    assert_eq!(geonames("es", body, "Concepción").as_deref(), Some("3893894"));
}

#[test]
fn a_country_that_is_the_surname_of_a_person_is_no_place() {
    let body = "La actriz Camila Granada rueda en mayo. Granada debutó de niña.";
    assert_eq!(geonames("es", body, "Granada"), None);
}
