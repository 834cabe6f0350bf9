//! Names, by language.

use messages::Stage as _;

use super::{RULES, Story, bracketed, plain};

fn check(language: &str, expected: &str) {
    let body = plain(expected);
    let tagged = Story::new(language, &body).tag();
    assert_eq!(bracketed(&tagged, |mention| mention.entity_type.is_name()), expected, "in {language}");
}

/// Compares the names that the rules alone find. They are evidence to the trained model, and the answer in
/// languages without one.
fn check_rules(language: &str, expected: &str) {
    let tagged = RULES.process(Story::new(language, &plain(expected)).event()).unwrap();
    assert_eq!(bracketed(&tagged, |mention| mention.entity_type.is_name()), expected, "in {language}");
}

#[test]
fn english_names_are_found_with_titles_and_possessives_left_out() {
    check("en", "Prime Minister [PER Ingrid Solberg] met [PER Marcus Webb] in [LOC Oslo].");
    check("en", "The talks in [LOC Lisbon] failed, [PER Maria Santos]'s lawyer said.");
    check("en", "[MISC German] officials praised Dr. [PER Karl Lehmann] of the [ORG University of Vienna].");
    check(
        "en",
        "The plant belongs to [ORG Halvorsen Industries Inc.], the [ORG Ministry of Energy and Mines] said.",
    );
}

#[test]
fn a_department_is_a_name_and_a_portfolio_is_not() {
    check("en", "Secretary of State [PER Maria Santos] met the Minister of Defense in [LOC Oslo].");
    check("en", "The [ORG Department of State] declined to comment.");
}

#[test]
fn museums_and_broadcasters_of_the_tables_are_organisations() {
    check("en", "The [ORG Rijksmuseum] in [LOC Amsterdam] will lend the work, it told [ORG RÚV] on Monday.");
}

#[test]
fn particles_initials_and_hyphens_stay_inside_a_name() {
    check("en", "The prize went to [PER Ludwig van Dahlen] and [PER J. P. Morrow].");
    check("en", "The general, [PER Park Jin-ho], met [PER Khalid bin Rashid] in [LOC Doha].");
}

#[test]
fn a_korean_given_name_of_two_syllables_stays_with_its_surname() {
    check(
        "en",
        "“The plan needs help from its neighbours,” said [PER Park Won-gon], a professor of history at the college.",
    );
    check("en", "Mr. [PER Cho] met [PER Lee Dae-jung], the mayor, said [PER Han Won-gon].");
}

#[test]
fn a_stop_behind_a_thai_name_belongs_to_its_abbreviation() {
    check("th", "ฝนตกหนักใน [LOC กทม.] และ [LOC จ.เชียงใหม่] เมื่อวานนี้");
}

#[test]
fn a_possessive_inside_an_organisations_name_stays() {
    check("en", "He spoke at the [ORG National People's Congress] in [LOC Beijing].");
}

#[test]
fn ordinary_words_at_the_start_of_a_sentence_are_not_names() {
    check("en", "Officials denied that. Talks resumed. Heavy rain fell.");
}

#[test]
fn a_country_and_its_people_are_place_and_other_name() {
    check("en", "[LOC North Korea] and [MISC South Korean] envoys left the [LOC US] for [LOC Norway].");
}

#[test]
fn german_nouns_are_not_names() {
    check("de", "Die Regierung in [LOC Berlin] lehnt den Vorschlag der Opposition ab.");
    check(
        "de",
        "Bundeskanzlerin [PER Sabine Krüger] sprach mit [PER Thomas Albrecht] über [LOC Frankreichs] Haushalt.",
    );
    check("de", "Die [ORG Nordwerk Technik AG] baut ein Werk in [LOC Leipzig].");
}

#[test]
fn french_names_follow_elided_articles() {
    check("fr", "Le ministre [PER Julien Moreau] a rencontré [PER Claire Dubois] à [LOC Lyon].");
    check("fr", "Selon l'[ORG Organisation mondiale de la santé], la [LOC France] est touchée.");
}

#[test]
fn spanish_portuguese_and_italian_names_are_found() {
    check("es", "La presidenta [PER Lucía Fernández] viajó a [LOC Madrid] con [PER Carlos Ruiz].");
    check("pt", "O ministro [PER João Pereira] viajou para [LOC Lisboa] com [PER Ana Souza].");
    check("it", "Il ministro [PER Marco Bianchi] è arrivato a [LOC Roma].");
}

#[test]
fn russian_place_names_are_found_in_their_cases() {
    check("ru", "Министр [PER Иван Петров] прибыл в [LOC Москву] из [LOC Китая].");
}

#[test]
fn scripts_without_capitals_are_read_by_gazetteer() {
    check("ar", "وصل الوفد إلى [LOC القاهرة] اليوم");
    check("zh", "代表团抵达[LOC 北京]，随后前往[LOC 法国]。");
    check("ja", "大統領は[LOC 東京]に到着した。");
    check("ko", "대표단은 [LOC 서울]에 도착했다.");
    check("hi", "प्रतिनिधिमंडल [LOC नई दिल्ली] पहुँचा।");
}

#[test]
fn without_a_language_only_the_gazetteer_finds_names() {
    check("und", "Zorbl Fnord qwx [LOC Norway] Blip.");
}

#[test]
fn a_headline_in_title_case_has_only_known_names() {
    let headline = Some("Harbour Workers Reject Webb Offer After Talks in Oslo");
    let story =
        Story { headline, ..Story::new("en", "The union met Marcus Webb on a ship. Webb left early.") };
    let tagged = story.tag();
    let names: Vec<&str> = tagged
        .entities
        .mentions
        .iter()
        .filter(|mention| mention.field == messages::Field::Headline)
        .map(|mention| mention.text.as_str())
        .collect();
    assert_eq!(names, ["Webb", "Oslo"]);
}

#[test]
fn a_dateline_is_a_place_and_an_organisation_for_each_agency() {
    let dateline = Some(("LISBON (The Harbour Post/HNN) -", "LISBON", "The Harbour Post/HNN"));
    let body = "LISBON (The Harbour Post/HNN) - Rain fell on the city.";
    let tagged = Story { dateline, ..Story::new("en", body) }.tag();
    let expected = "[LOC LISBON] ([ORG The Harbour Post]/[ORG HNN]) - Rain fell on the city.";
    assert_eq!(bracketed(&tagged, |_| true), expected);
    let lisbon = tagged.entities.entities.iter().find(|entity| entity.name == "Lisbon").unwrap();
    assert_eq!(lisbon.links.get("geonames").unwrap(), "2267057");
}

#[test]
fn provenance_lists_the_limits() {
    let limits = |language| {
        let tagged = Story::new(language, "Rain.").tag();
        tagged.provenance.last().unwrap().limits.clone()
    };
    assert!(limits("en").is_empty());
    assert_eq!(limits("it"), ["weekdays_by_nearest_day"]);
    assert_eq!(limits("sl"), ["names_by_capitals_and_gazetteer_only", "weekdays_by_nearest_day"]);
    let unknown = ["names_by_capitals_and_gazetteer_only", "no_date_grammar_for_language"];
    assert_eq!(limits("tlh"), unknown);
    assert_eq!(limits("km"), ["names_by_gazetteer_and_grammar_only", "weekdays_by_nearest_day"]);
}

#[test]
fn provenance_says_that_the_time_of_publication_is_unreadable() {
    let limits = |published_at| {
        let tagged = Story { published_at: Some(published_at), ..Story::new("en", "Rain.") }.tag();
        tagged.provenance.last().unwrap().limits.clone()
    };
    assert!(limits("2026-11-25").is_empty());
    assert_eq!(limits("yesterday"), ["unreadable_published_at"]);
}

#[test]
fn a_capital_alone_is_not_a_name_without_a_word_list() {
    check("it", "Oltre due tonnellate sono arrivate a [LOC Roma].");
    check("nl", "De brug is open. ,,Maar wie fietst, lacht.''");
    check("pl", "Czy zima minie?");
    check_rules("ru", "Каждое погружение длилось час. Озеро входит в список Всемирного наследия.");
    check("el", "Οι πολίτες περίμεναν την Τρίτη.");
    check("sv", "Han fiskar i [LOC Öresund] varje år.");
}

#[test]
fn the_portfolio_of_a_minister_is_not_a_name() {
    // The Spanish model takes the portfolio for the ministry, as its corpus does.
    check_rules("es", "Habló la ministra del Interior, [PER Carolina Sepúlveda].");
}

#[test]
fn an_office_separates_an_organisation_from_a_person() {
    check_rules(
        "en",
        "The old board heard that [ORG Norvik Maritime] Chief Executive [PER Laura Whitcombe] will leave in the spring.",
    );
}

#[test]
fn partners_are_an_organisation_and_places_joined_by_and_are_two() {
    check("en", "An analyst at [ORG Morgan & Pell] left.");
    check("pt", "Seguem-se o [LOC Reino Unido] e os [LOC Países Baixos].");
    check_rules("pt", "Falou o [ORG Instituto dos Vinhos do Douro e do Porto] hoje.");
}

#[test]
fn house_numbers_ordinals_and_states_are_not_persons() {
    check("en", "The neighbours at No. 14 saw it in [LOC Jackson], [LOC Tenn.], in May.");
    check("fr", "Un manuscrit du XIIe siècle.");
}

#[test]
fn a_surname_of_two_halves_stays_whole() {
    check(
        "de",
        "Am Montag sprach [PER Konrad von Sorn und Rudolt] in [LOC Mainz]. Die Halle war voll, sagte [PER von Sorn und Rudolt] \
         der Zeitung. Der Rat lobte [PER von Sorn und Rudolt].",
    );
}

#[test]
fn initials_and_particle_stay_with_the_surname() {
    check("en", "The lawyer, Mr. [PER J. de Wit], spoke.");
}

#[test]
fn turkish_endings_and_korean_particles_are_cut_off() {
    check("tr", "Yağmur [LOC İspanya]'da sürdü.");
    check("ko", "물량은 [LOC 서울]에서 7만 TEU를 기록했다.");
}

#[test]
fn markup_left_in_the_text_does_not_hide_the_start_of_a_sentence() {
    check("en", "<p>About 9,500 use it.</p><li>Shuttle buses run.</li><p>Caf&eacute; owners wait.</p>");
}

#[test]
fn place_and_country_of_a_dateline_are_two_places() {
    let dateline = Some(("REYKJAVIK, Iceland (WD) -", "REYKJAVIK, Iceland", "WD"));
    let body = "REYKJAVIK, Iceland (WD) - Snow fell in Iceland.";
    let tagged = Story { dateline, ..Story::new("en", body) }.tag();
    let expected = "[LOC REYKJAVIK], [LOC Iceland] ([ORG WD]) - Snow fell in [LOC Iceland].";
    assert_eq!(bracketed(&tagged, |_| true), expected);
}

#[test]
fn a_noun_before_a_name_shows_an_organisation() {
    check_rules(
        "en",
        "The city's transport company [ORG Carris] and the airline [ORG Novair] agreed in May.",
    );
}

#[test]
fn residents_and_villagers_show_a_place() {
    check("en", "It pleased residents of [LOC Graza] and villagers of [LOC Pemba].");
}

#[test]
fn patterns_find_titles_with_a_comma_and_pairs_of_nationalities() {
    check("en", "They met at “[MISC Many Rivers, One Sea],” a forum in [LOC Oslo].");
    check("en", "The [MISC Franco-German] plan failed, and so did the [MISC Anglo-Irish] one.");
}

#[test]
fn patterns_find_ships_and_laws() {
    check("en", "The ferry [MISC Isle of Mull] sank, and [MISC HMS Lancaster] came.");
    check("en", "The court struck down the [MISC Clean Harbors Act] today.");
}

#[test]
fn quoted_speech_is_not_a_title() {
    check("en", "“Good morning, everyone,” she said.");
}

#[test]
fn the_words_around_a_name_show_its_type() {
    check("en", "The city's transport company [ORG Carris] said so.");
    check("en", "The plan came from Dr. [PER Amélia Prates] in [LOC Lisbon].");
}

#[test]
fn a_town_and_a_person_with_one_name_stay_separate() {
    let story = Story {
        dateline: Some(("LINCOLN (AP) -", "LINCOLN", "AP")),
        ..Story::new("en", "LINCOLN (AP) - Todd Lincoln lives in Lincoln. Judge Ochoa fined Lincoln.")
    };
    let tagged = story.tag();
    let types: Vec<&str> = tagged
        .entities
        .mentions
        .iter()
        .filter(|mention| mention.text.ends_with("incoln"))
        .map(|mention| mention.entity_type.as_str())
        .collect();
    assert_eq!(types, ["PER", "LOC", "PER"]);
}

#[test]
fn languages_without_a_model_are_tagged_with_limits() {
    let tagged = Story::new("sl", "Minister Peter Novak je obiskal mesti Praga in Brno.").tag();
    assert!(tagged.entities.mentions.len() >= 3, "{:?}", tagged.entities.mentions);
    let limits = &tagged.provenance.last().unwrap().limits;
    assert_eq!(*limits, ["names_by_capitals_and_gazetteer_only", "weekdays_by_nearest_day"]);
}

#[test]
fn languages_without_gold_have_names_by_the_labels_of_the_network() {
    check("fr", "Le ministre [PER Laurent Vasseur] a quitté [LOC Lyon] pour l'[LOC Allemagne].");
    check("it", "Il ministro [PER Marco Ferri] ha lasciato [LOC Torino] per la [LOC Germania].");
    check("nl", "Minister [PER Pieter de Groot] sprak in [LOC Utrecht] met [PER Anna Visser].");
    check("cs", "Ministr [PER Petr Novák] jednal v [LOC Praze] s primátorem [LOC Brna].");
    check("uk", "Міністр [PER Олександр Гнатюк] відвідав [LOC Львів] і [LOC Київ].");
    check("el", "Ο υπουργός [PER Νίκος Σταύρου] επισκέφθηκε τη [LOC Λάρισα].");
}

#[test]
fn a_long_article_is_tagged_to_its_end() {
    let sentence = "Envoy Elena Petrova met Ivan Kolev of the Baltic Energy Agency in Oslo on Monday.\n";
    let body = sentence.repeat(1_000_000 / sentence.len()) + "At last Khalid bin Rashid came to Doha.";
    let tagged = Story::new("en", &body).tag();
    let last = tagged.entities.mentions.last().unwrap();
    assert_eq!((last.text.as_str(), last.end), ("Doha", body.chars().count() - 1));
    assert!(tagged.entities.entities.len() < 10, "{}", tagged.entities.entities.len());
}

#[test]
fn two_persons_joined_by_and_are_two_names() {
    check_rules("es", "[PER Carlos Molina] y [PER Pedro Salas] hablaron el lunes en [LOC Madrid].");
    check_rules("it", "[PER Mario Salvi] e [PER Luca Serra] vivono a [LOC Milano].");
    check_rules("es", "El premio es de [PER Santiago Molina y Salas].");
}

#[test]
fn a_place_and_the_person_in_office_there_are_two_names() {
    check_rules("bg", "Кметът на [LOC София] [PER Виктор Лозанов] откри моста.");
    check_rules("uk", "Президент [LOC України] [PER Всеволод Гринько] виступив.");
    check_rules("el", "Ο δήμαρχος [LOC Αθήνας] [PER Νίκος Δούκας] μίλησε.");
    check_rules("en", "President [PER Park Geun Sook] spoke.");
}

#[test]
fn a_person_keeps_the_particles_of_the_full_name() {
    check_rules("nl", "[PER Sigrid van der Veen] kwam. [PER Van der Veen] sprak, zei [PER van der Veen].");
    check_rules("it", "[PER Piero Di Salvo] ha parlato. [PER Di Salvo] vuole una decisione.");
}

#[test]
fn a_name_in_capitals_ends_where_the_full_name_of_the_article_ends() {
    let headline = "MAYOR TESSA HOLM RESIGNS OVER BRIDGE";
    let body = "The mayor of Leeds, Tessa Holm, resigned on Tuesday.";
    let tagged = Story { headline: Some(headline), ..Story::new("en", body) }.tag();
    assert!(tagged.entities.mentions.iter().any(|mention| mention.text == "TESSA HOLM"));
}

#[test]
fn an_ampersand_joins_the_name_of_a_firm() {
    check("en", "[ORG Marks & Spencer] sold more. The rise at [ORG Barrow &amp; Lunt] was small.");
    check_rules("nl", "De keten [ORG C&A] opent een winkel in [LOC Utrecht].");
    check_rules("en", "Money for R&D was cut.");
}

#[test]
fn a_clipped_article_begins_a_dutch_place() {
    check_rules("nl", "De politie in [LOC 's-Hertogenbosch] zoekt getuigen.");
}

#[test]
fn a_firm_is_shown_by_its_shares_and_its_results() {
    check("en", "[ORG Meta] shares rose after the report. Shares of [ORG Orange] fell as well.");
    check("en", "[ORG Orange] said sales rose in the first half of the year.");
    check("en", "Bank shares rose. Analysts said sales would fall in the first half of the year.");
}

#[test]
fn a_firm_of_the_tables_opens_a_sentence_before_its_verb() {
    check("en", "[ORG Shell] will sell its petrol stations, the company said.");
    check("en", "[ORG Ford] is recalling trucks. Shell shapes vary.");
    check("en", "The actor [PER Harrison Ford] spoke. [PER Ford] is ill.");
}

#[test]
fn an_elided_article_belongs_to_a_name_that_the_tables_have_with_it() {
    check("fr", "[ORG L'Oréal] a vu son bénéfice grimper. Le siège de [ORG L'Oréal] est à [LOC Clichy].");
    check("en", "[ORG Transport for Wales] has laid on buses, it said.");
}

#[test]
fn no_name_begins_with_a_hyphen() {
    check("en", "The minister met Sir [PER Nigel] [PER ffoulkes-Hart] in [LOC London].");
}

#[test]
fn clubs_are_shown_by_a_score() {
    check("en", "[ORG Real Madrid] beat [ORG Bayern Munich] 2-1 on Tuesday, and the fans cheered all night.");
}

#[test]
fn a_firm_in_a_headline_is_shown_by_its_verb() {
    let mut story = Story::new("en", "The company lost money.");
    story.headline = Some("UpSnap Announces Full Year Results");
    assert_eq!(story.tag().entities.mentions.first().map(|mention| mention.text.as_str()), Some("UpSnap"));
}

#[test]
fn partners_of_a_known_firm_are_one_name() {
    check("en", "[ORG Marks and Spencer] said sales rose.");
}

#[test]
fn months_and_weekdays_are_given_names_before_a_surname() {
    check("en", "Actor [PER June Harlan] died in [LOC London], her agent said.");
    check("en", "The June sales were good. On Tuesday Marlow fell.");
    check_rules("cs", "[PER Jan Novák] mluvil v pondělí v Brně.");
}

#[test]
fn particles_of_other_languages_stay_in_a_name() {
    check("en", "[PER Bas ten Have] opened the bridge. “It is strong,” [PER ten Have] added, and left.");
}

#[test]
fn a_place_with_an_ordinary_name_needs_evidence() {
    check("de", "Essen und Trinken waren frei. Das Essen in der Halle schmeckte.");
    check("de", "Der Rat tagte am Abend in [LOC Essen]. Die Stadt ist groß.");
    check("tr", "Ordu sınırda bir yol açtı, dedi bakan pazartesi günü.");
}

#[test]
fn the_place_between_office_and_holder_is_a_name_of_its_own() {
    check("id", "Gubernur [LOC Jakarta] [PER Arif Baswara] membuka jembatan.");
    check("el", "Ο δήμαρχος [LOC Αθήνας] [PER Μάνος Δούλιας] άνοιξε τη γέφυρα.");
    check("en", "Former minister for Women and Equalities [PER Philippa Rudge] agreed.");
}

#[test]
fn a_headline_shows_the_firm_that_meets_a_listed_one_and_the_person_who_is_met() {
    let found = |headline: &str| -> Vec<String> {
        let mut story = Story::new("en", "They talked for an hour.");
        story.headline = Some(headline);
        let tagged = story.tag();
        let mentions = tagged.entities.mentions.iter();
        mentions.map(|mention| format!("{} {}", mention.entity_type.as_str(), mention.text)).collect()
    };
    assert_eq!(
        found("Quorvix Joins NVIDIA in Silicon Valley"),
        ["ORG Quorvix", "ORG NVIDIA", "LOC Silicon Valley"]
    );
    assert!(found("Brandt Meets Xu in Lima Ahead of Summit").contains(&"PER Xu".to_owned()));
    assert_eq!(found("Man Utd Sack Coach After Defeat").first().map(String::as_str), Some("ORG Man Utd"));
}

#[test]
fn a_headline_shows_two_persons_who_meet_and_the_club_that_signs_one() {
    let found = |headline: &str| -> Vec<String> {
        let mut story = Story::new("en", "They talked for an hour.");
        story.headline = Some(headline);
        let tagged = story.tag();
        let mentions = tagged.entities.mentions.iter();
        mentions.map(|mention| format!("{} {}", mention.entity_type.as_str(), mention.text)).collect()
    };
    let meeting = found("Li Meets Lindqvist in Beijing Before Summit");
    assert_eq!(meeting.get(..3).unwrap(), ["PER Li", "PER Lindqvist", "LOC Beijing"]);
    assert_eq!(
        found("Leeds Utd Sack Marino After Fulham Defeat"),
        ["ORG Leeds Utd", "PER Marino", "ORG Fulham"]
    );
}

#[test]
fn a_month_behind_a_title_or_a_verb_of_persons_is_a_given_name() {
    check("en", "Dr [PER April Finch] runs the clinic.");
    check("en", "The judge, [PER April Stone], spoke. The firm cut jobs in April.");
}

#[test]
fn a_german_particle_is_in_the_name_of_who_is_quoted_by_it() {
    check(
        "de",
        "Am Abend sprach [PER Otto von Birkmaren] lange. Er bleibe, sagte [PER von Birkmaren] der Zeitung.",
    );
    check("de", "Die Mutter brachte [PER Anna] zur Schule. Danach ging sie selbst zur Schule.");
}

#[test]
fn a_person_may_be_called_like_a_place_in_any_language() {
    check("de", "[PER Paris Hollmann] gewann das Rennen. [PER Paris] weinte vor Freude.");
    check("es", "La cantante [PER India Moura] canta el sábado.");
    check("de", "In [LOC Paris] regnete es lange.");
}

#[test]
fn turkey_is_a_bird_where_it_is_served() {
    check("en", "The dinner was free. Turkey with gravy was served to all.");
    check("en", "[LOC Turkey] voted on chicken imports, and prices in [LOC Turkey] rose.");
}

#[test]
fn an_arabic_article_and_a_particle_at_the_start_of_a_sentence_stay_in_the_name() {
    check(
        "en",
        "The committee heard [PER Layla al-Qasim] on it. The mayor thanked [PER al-Qasim] for the work.",
    );
    check("it", "La giudice [PER Carla De Santis] ha letto la sentenza. [PER De Santis] ha parlato a lungo.");
}

#[test]
fn an_honorific_shows_a_person_and_an_office_a_town() {
    check("de", "Frau [PER Bremen] war am Abend nicht zu erreichen.");
    check("nl", "De burgemeester van [LOC Breda] sluit het café.");
}
