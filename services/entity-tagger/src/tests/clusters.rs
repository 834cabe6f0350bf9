//! Which mentions are one entity.

use messages::Stage as _;

use super::{RULES, Story};

/// Compares entities with the expected names and mentions. The rules find the names, because grouping does
/// not depend on the model.
fn check(body: &str, expected: &[(&str, &[&str])]) {
    let tagged = RULES.process(Story::new("en", body).event()).unwrap();
    let of = |entity: usize| {
        let mentions = tagged.entities.mentions.iter().filter(move |mention| mention.entity == Some(entity));
        mentions.map(|mention| mention.text.as_str()).collect::<Vec<_>>()
    };
    for (name, mentions) in expected {
        let entity = tagged.entities.entities.iter().position(|entity| entity.name == *name);
        let entity = entity.unwrap_or_else(|| panic!("{name:?} is not in {:?}", tagged.entities.entities));
        assert_eq!(of(entity), *mentions, "mentions of {name:?}");
    }
}

#[test]
fn a_surname_stands_for_the_full_name() {
    check(
        "The court heard Elena Petrova on a charge. Petrova denied it. The judge thanked Elena.",
        &[("Elena Petrova", &["Elena Petrova", "Petrova", "Elena"])],
    );
}

#[test]
fn a_family_name_stands_for_the_person_named_most_often() {
    check(
        "Chairman Park Min-jun spoke. The aide of Park Min-jun left.\nA visit by Park Dae-sung followed.\nThe letter to Park was long.",
        &[("Park Min-jun", &["Park Min-jun", "Park Min-jun", "Park"]), ("Park Dae-sung", &["Park Dae-sung"])],
    );
}

#[test]
fn a_surname_stands_for_the_person_named_in_the_same_paragraph() {
    check(
        "Senator John Keller spoke. Later John Keller left.\nHis wife, Susan Keller, stayed. Reporters met Keller in the hall.",
        &[("John Keller", &["John Keller", "John Keller"]), ("Susan Keller", &["Susan Keller", "Keller"])],
    );
}

#[test]
fn a_surname_does_not_repeat_a_full_name_of_the_same_sentence() {
    check(
        "President Kim Jae-won spoke.\nThe aide Kim Tae-hyun told Kim about it.",
        &[("Kim Jae-won", &["Kim Jae-won", "Kim"]), ("Kim Tae-hyun", &["Kim Tae-hyun"])],
    );
}

#[test]
fn two_full_names_are_never_one_person() {
    check(
        "They met Peter Novak and Karl Novak.",
        &[("Peter Novak", &["Peter Novak"]), ("Karl Novak", &["Karl Novak"])],
    );
}

#[test]
fn a_middle_name_may_be_left_out() {
    check(
        "They met Peter James Novak. The lawyer of Peter Novak was there.",
        &[("Peter James Novak", &["Peter James Novak", "Peter Novak"])],
    );
}

#[test]
fn an_acronym_joins_its_expansion() {
    check(
        "The Baltic Energy Agency (BEA) met. A spokesman for the BEA agreed.",
        &[("Baltic Energy Agency", &["Baltic Energy Agency", "BEA", "BEA"])],
    );
}

#[test]
fn a_country_joins_its_nationality_and_its_aliases() {
    check(
        "The Norwegian minister left Norway. Talks with the US and the United States failed.",
        &[("Norway", &["Norwegian", "Norway"]), ("United States", &["US", "United States"])],
    );
}

#[test]
fn names_are_equal_with_any_apostrophe() {
    check(
        "He spoke at the National People‘s Congress. The National People’s Congress agreed.",
        &[("National People‘s Congress", &["National People‘s Congress", "National People’s Congress"])],
    );
}

#[test]
fn countries_are_linked_and_small_towns_only_with_their_country() {
    let links = |body: &str, name: &str| {
        let tagged = Story::new("en", body).tag();
        tagged.entities.entities.iter().find(|entity| entity.name == name).unwrap().links.clone()
    };
    let norway = links("Rain fell in Norway.", "Norway");
    assert_eq!((norway["iso3166"].as_str(), norway["geonames"].as_str()), ("NO", "3144096"));
    assert!(links("Rain fell in Hamar.", "Hamar").is_empty());
    assert_eq!(links("Rain fell in Hamar, Norway.", "Hamar")["geonames"], "3154084");
    assert_eq!(links("Rain fell in Trondheim.", "Trondheim")["geonames"], "3133880", "no other is called so");
}

#[test]
fn links_have_a_confidence() {
    let sure = |body: &str, name: &str| {
        let tagged = Story::new("en", body).tag();
        tagged.entities.entities.iter().find(|entity| entity.name == name).unwrap().link_confidence
    };
    assert_eq!(sure("Rain fell in Norway.", "Norway"), Some(1.0));
    assert_eq!(sure("Rain fell in Hamar.", "Hamar"), None, "no link");
    let trondheim = sure("Rain fell in Trondheim.", "Trondheim").unwrap();
    assert!((0.8..1.0).contains(&trondheim), "{trondheim}: smaller places may share the name");
    let london = sure("Rain fell in London.", "London").unwrap();
    assert!((0.8..1.0).contains(&london), "{london}: London, Ontario shares the name");
}

#[test]
fn the_entity_of_headline_and_lead_comes_first() {
    let headline = Some("Petrova denies fraud");
    let body = "Elena Petrova denied fraud in Sofia.\nThe witness Ivan Kolev left.";
    let tagged = Story { headline, ..Story::new("en", body) }.tag();
    assert_eq!(tagged.entities.entities[0].name, "Elena Petrova");
    assert!(tagged.entities.entities.is_sorted_by(|first, second| first.salience >= second.salience));
}

#[test]
fn a_company_joins_its_name_without_the_legal_form() {
    check(
        "Shares of Celtic Crossings Ltd. fell. Later Celtic Crossings sailed.",
        &[("Celtic Crossings Ltd.", &["Celtic Crossings Ltd.", "Celtic Crossings"])],
    );
    check(
        "It bought Gulf & Tennessee Railway Inc. in May. Holders of Gulf & Tennessee agreed.",
        &[("Gulf & Tennessee Railway Inc.", &["Gulf & Tennessee Railway Inc.", "Gulf & Tennessee"])],
    );
}

#[test]
fn case_forms_of_a_name_are_one_entity() {
    for (language, body) in [
        ("de", "Die Aktie der Hanseatischen Seewind AG fiel. Die Hanseatische Seewind AG baut."),
        ("pl", "Był w Gdańsku. Potem wrócił do Gdańska."),
    ] {
        let tagged = Story::new(language, body).tag();
        assert_eq!(tagged.entities.entities.len(), 1, "{:?}", tagged.entities.entities);
    }
}

#[test]
fn titles_and_gender_distinguish_two_people_with_one_surname() {
    check(
        "Mayor Peter Novak welcomed his wife, Karla Novak, a nurse.\nMrs Novak smiled. Mayor Novak did not.",
        &[("Peter Novak", &["Peter Novak", "Novak"]), ("Karla Novak", &["Karla Novak", "Novak"])],
    );
}

#[test]
fn an_initial_and_the_reverse_order_join_the_full_name() {
    check(
        "They met John Keller. The lawyer of J. Keller left.",
        &[("John Keller", &["John Keller", "J. Keller"])],
    );
    check("They met Zhang Wei. A letter of Wei Zhang came.", &[("Zhang Wei", &["Zhang Wei", "Wei Zhang"])]);
}

#[test]
fn an_initial_that_two_people_share_joins_neither() {
    check(
        "They met John Keller and James Keller. The lawyer of J. Keller left.",
        &[
            ("John Keller", &["John Keller"]),
            ("James Keller", &["James Keller"]),
            ("J. Keller", &["J. Keller"]),
        ],
    );
}

#[test]
fn the_first_of_two_surnames_stands_for_the_whole() {
    check(
        "They heard Pedro Duarte Ibarra speak. The lawyer of Duarte left.",
        &[("Pedro Duarte Ibarra", &["Pedro Duarte Ibarra", "Duarte"])],
    );
}

#[test]
fn names_are_equal_without_marks_on_letters() {
    check(
        "They met José Duarte. The lawyer of Jose Duarte left.",
        &[("José Duarte", &["José Duarte", "Jose Duarte"])],
    );
}

#[test]
fn a_head_alone_stands_for_the_organisation_named_last() {
    check(
        "The European Commission met. A spokesman for the Commission agreed.",
        &[("European Commission", &["European Commission", "Commission"])],
    );
}

#[test]
fn an_acronym_may_leave_the_first_word_out() {
    check(
        "The Norwegian Institute of Marine Research spoke. The IMR agreed with the IMR.",
        &[("Institute of Marine Research", &["Institute of Marine Research", "IMR", "IMR"])],
    );
}

#[test]
fn a_state_or_country_after_the_comma_separates_namesakes() {
    let tagged = Story::new("en", "Rain fell in London, Ontario. Snow fell in London, England.").tag();
    let links: Vec<_> = tagged
        .entities
        .mentions
        .iter()
        .filter(|mention| mention.text == "London")
        .map(|mention| mention.entity)
        .collect();
    assert_eq!(links.len(), 2);
    assert_ne!(links[0], links[1], "{:?}", tagged.entities.entities);
}

#[test]
fn a_town_is_linked_by_its_state() {
    let tagged = Story::new("en", "Rain fell in Salem, Oregon, on the river.").tag();
    let salem = tagged.entities.entities.iter().find(|entity| entity.name == "Salem").unwrap();
    assert_eq!(salem.links["geonames"], "5750162");
}

#[test]
fn a_country_that_is_part_of_a_person_s_name_stands_for_the_person() {
    check(
        "Malcolm Jordan bought a house in Chicago. Jordan paid for it.",
        &[("Malcolm Jordan", &["Malcolm Jordan", "Jordan"])],
    );
}

#[test]
fn a_title_tells_two_people_with_one_surname_apart_by_their_given_names() {
    check(
        "John Smithers and Mary Smithers own a mill. Later Mr Smithers spoke in Leeds. The court heard Mrs Smithers.",
        &[
            ("John Smithers", &["John Smithers", "Smithers"]),
            ("Mary Smithers", &["Mary Smithers", "Smithers"]),
        ],
    );
}

#[test]
fn invisible_characters_and_loose_accents_do_not_divide_a_person() {
    check(
        "The mayor met Nora Hol\u{ad}lig and Tobias Müller. Later Hollig left with Mu\u{308}ller.",
        &[
            ("Nora Hollig", &["Nora Hol\u{ad}lig", "Hollig"]),
            ("Tobias Müller", &["Tobias Müller", "Mu\u{308}ller"]),
        ],
    );
}

#[test]
fn a_person_with_a_countrys_name_is_not_the_country() {
    check(
        "The sprinter India Harcott won the race in Leeds on Monday. India was glad, her coach said.",
        &[("India Harcott", &["India Harcott", "India"])],
    );
}

#[test]
fn the_case_forms_of_a_person_are_one_entity() {
    let tagged =
        Story::new("ru", "Песню исполнил Олег Ветров. Критики хвалили Олега Ветрова. О Ветрове писали.")
            .tag();
    let entities: Vec<Option<usize>> =
        tagged.entities.mentions.iter().map(|mention| mention.entity).collect();
    assert!(entities.len() >= 2 && entities.iter().all(|entity| *entity == entities[0]), "{tagged:?}");
}

#[test]
fn a_symbol_of_an_exchange_is_its_company() {
    let body = "Strato Inc. (NASDAQ: STRT) bought a rival. STRT closed higher.";
    let tagged = Story::new("en", body).tag();
    let of =
        |text: &str| tagged.entities.mentions.iter().find(|mention| mention.text == text).unwrap().entity;
    assert_eq!(of("Strato Inc."), of("STRT"));
}

#[test]
fn the_name_of_a_person_is_not_in_capitals_if_the_body_has_it() {
    let mut story = Story::new("en", "The mayor of Leeds, Tessa Wynd, resigned on Tuesday.");
    story.headline = Some("MAYOR TESSA WYND RESIGNS OVER BRIDGE");
    assert!(story.tag().entities.entities.iter().any(|entity| entity.name == "Tessa Wynd"));
}
