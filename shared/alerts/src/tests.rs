//! Rules on whole articles, in many scripts.

use messages::{ArticleLinked, ArticleSummarized, Event, FoundSpan, Once};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{Match, Rule, RuleSet, parse};

/// An enriched article with one block for each field, and the names and types in `names`.
fn event(headline: Option<&str>, body: &str, names: &[(&str, &str)]) -> Value {
    let block = |kind: &str, field: &str, text: &str| json!({"kind": kind, "field": field, "start": 0, "end": text.chars().count()});
    let blocks = headline.map(|text| block("headline", "headline", text)).into_iter();
    let blocks: Vec<Value> = blocks.chain([block("paragraph", "body", body)]).collect();
    let mention = |(place, (name, of_type)): (usize, &(&str, &str))| {
        let start = body.split(name).next().unwrap().chars().count();
        json!({"start": start, "end": start + name.chars().count(), "text": name, "type": of_type, "entity": place, "score": 1.0})
    };
    let entity = |(name, of_type): &(&str, &str)| {
        json!({"name": name, "type": of_type, "salience": 1.0, "mentions": 1,
                                                         "links": {"geonames": "3143244", "wikidata": "Q585"}})
    };
    json!({
        "schema": "wiredesk.article/1",
        "article": {"id": "a-1", "revision": "0f", "headline": headline, "body": body, "source": "The Gazette"},
        "language": {"tag": "zh-Hant", "iso639_3": "zho", "script": "Hant", "confidence": 1.0, "reliable": true},
        "segments": {"blocks": blocks, "sentences": []},
        "entities": {"mentions": names.iter().enumerate().map(mention).collect::<Vec<_>>(),
                     "entities": names.iter().map(entity).collect::<Vec<_>>()},
        "summary": {"text": "", "sentences": [], "keywords": []},
        "provenance": [],
    })
}

fn decoded(event: &Value) -> ArticleSummarized {
    ArticleSummarized::decode(event.to_string().as_bytes()).unwrap()
}

fn rule(name: &str, query: &str) -> Rule {
    let query = parse(query).unwrap_or_else(|error| panic!("{query}: {error}"));
    Rule { name: name.to_owned(), query, once: Once::Article }
}

/// Returns what a query finds, or `None` if the article does not match.
fn found(query: &str, event: &Value) -> Option<Vec<FoundSpan>> {
    let rules = RuleSet::compile(&[rule("a", query)]).unwrap();
    let event = decoded(event);
    let mut matches = rules.matches(&event);
    matches.pop().map(|Match { found, .. }| found)
}

/// Checks which parts of `body` a query finds.
fn check(query: &str, body: &str, expected: Option<&[&str]>) {
    let found = found(query, &event(None, body, &[]));
    let texts: Option<Vec<&str>> =
        found.as_ref().map(|found| found.iter().map(|found| found.text.as_str()).collect());
    assert_eq!(texts.as_deref(), expected, "{query} in {body:?}");
}

#[test]
fn words_are_found_in_many_scripts() {
    for (query, body, expected) in [
        ("minist*", "The minister and the ministry", &["minister", "ministry"][..]),
        (
            "\"prime minister\"",
            "The Prime\nMinister, the prime-minister",
            &["Prime\nMinister", "prime-minister"],
        ),
        ("министр*", "Министра финансов", &["Министра"]),
        ("υπουργός", "Ο ΥΠΟΥΡΓΟΣ είπε", &["ΥΠΟΥΡΓΟΣ"]),
        ("رئيس", "قال رَئيس الوزراء", &["رَئيس"]),
        ("*رئيس", "قال والرئيس", &["والرئيس"]),
        ("ראש", "רֹאשׁ הממשלה", &["רֹאשׁ"]),
        ("मंत्री", "प्रधान मंत्री ने", &["मंत्री"]),
        ("মন্ত্রী*", "মন্ত্রীর বক্তব্য", &["মন্ত্রীর"]),
        ("அமைச்சர்", "அமைச்சர் கூறினார்", &["அமைச்சர்"]),
        ("장관*", "장관은 말했다", &["장관은"]),
        ("首相", "日本の首相は", &["首相"]),
        ("ミサイル", "北朝鮮がﾐｻｲﾙを", &["ﾐｻｲﾙ"]),
        ("总理", "国务院总理李强", &["总理"]),
        ("นายก", "นายกรัฐมนตรี", &["นายก"]),
        ("ministr", "Ministr řekl", &["Ministr"]),
        ("bakan*", "BAKANLIK ve Bakanı", &["BAKANLIK", "Bakanı"]),
        ("թագավոր*", "Թագավորը", &["Թագավորը"]),
        ("მინისტრი", "მინისტრი ამბობს", &["მინისტრი"]),
        ("ሚኒስትር", "ጠቅላይ ሚኒስትር", &["ሚኒስትር"]),
    ] {
        check(query, body, Some(expected));
    }
}

#[test]
fn words_inside_other_words_are_not_found() {
    check("minister", "Premierministerin", None);
    check("рим", "примерно", None);
    check("رئيس", "والرئيس", None);
    check("сон", "сонный", None);
}

#[test]
fn operators_combine_words() {
    check("rain AND snow", "Snow, then rain", Some(&["Snow", "rain"]));
    check("rain AND snow", "Rain", None);
    check("rain OR snow", "Snow", Some(&["Snow"]));
    check("rain AND NOT snow", "Rain", Some(&["Rain"]));
    check("rain AND NOT snow", "Rain and snow", None);
    check("NOT snow", "Rain", Some(&[]));
}

#[test]
fn the_size_of_a_story_counts_only_where_the_article_has_one() {
    let names = |event: &Value| -> Vec<String> {
        let rules = [
            rule("five", "sources>=5 AND rain"),
            rule("ten", "articles>=10"),
            rule("small", "rain AND NOT sources>=5"),
        ];
        let rules = RuleSet::compile(&rules).unwrap();
        assert_eq!(rules.needs_stories(), Some("five"));
        let found = match ArticleLinked::decode(event.to_string().as_bytes()) {
            Ok(linked) => rules.matches(&linked),
            Err(_) => rules.matches(&decoded(event)),
        };
        found.iter().map(|found| found.rule.to_owned()).collect()
    };
    let mut event = event(None, "Rain", &[]);
    assert_eq!(names(&event), ["small"]);
    let story =
        |size: u32, sources: u32| json!({"id": "a", "first_seen": "", "size": size, "sources": sources});
    for (size, sources, expected) in
        [(9, 4, &["small"][..]), (9, 5, &["five"]), (12, 5, &["five", "ten"]), (12, 0, &["ten", "small"])]
    {
        event["story"] = story(size, sources);
        assert_eq!(names(&event), expected, "{size} articles, {sources} publishers");
    }
}

#[test]
fn offsets_count_code_points_of_the_field() {
    let event = event(Some("«Ålesund»: snø"), "🌧 Snø faller", &[]);
    let found = found("snø OR headline:alesund OR body:faller", &event).unwrap();
    let places: Vec<_> = found
        .iter()
        .map(|it| (it.field == messages::Field::Body, it.start, it.end, it.text.as_str(), it.term.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            (false, 1, 8, "Ålesund", "alesund"),
            (false, 11, 14, "snø", "snø"),
            (true, 2, 5, "Snø", "snø"),
            (true, 6, 12, "faller", "faller"),
        ]
    );
}

#[test]
fn a_phrase_ends_with_its_block_and_furniture_is_left_out() {
    let body = "Share this\n\nThe prime\n\nminister";
    let mut event = event(None, body, &[]);
    event["segments"]["blocks"] = json!([
        {"kind": "furniture", "start": 0, "end": 10},
        {"kind": "paragraph", "start": 12, "end": 21},
        {"kind": "paragraph", "start": 23, "end": 31},
    ]);
    assert!(found("\"prime minister\"", &event).is_none());
    assert!(found("share", &event).is_none());
    assert_eq!(found("minister", &event).unwrap()[0].start, 23);
}

#[test]
fn names_have_types_and_links() {
    let event = event(
        None,
        "Ann Lee met NATO in Oslo. Paris Hilton came.",
        &[("Ann Lee", "PER"), ("Oslo", "LOC"), ("NATO", "ORG"), ("Paris Hilton", "PER")],
    );
    let texts = |query: &str| {
        found(query, &event).map(|found| found.into_iter().map(|it| it.text).collect::<Vec<_>>())
    };
    let some = |texts: &[&str]| Some(texts.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(texts("per:\"ann lee\""), some(&["Ann Lee"]));
    assert_eq!(texts("name:oslo AND org:NATO"), some(&["NATO", "Oslo"]));
    assert_eq!(texts("org:oslo"), None);
    assert_eq!(texts("loc:paris"), None);
    assert_eq!(texts("per:*hilton"), some(&["Paris Hilton"]));
    assert_eq!(texts("link:geonames:3143244 AND NOT link:iso3166:3143244").map(|all| all.len()), Some(4));
    assert_eq!(texts("link:Q585").map(|all| all.len()), Some(4));
    assert_eq!(texts("link:geonames:Q585"), None);
}

#[test]
fn a_name_of_an_entity_finds_all_of_its_mentions() {
    let mut event = event(None, "Angela Merkel said so. Merkel left.", &[("Angela Merkel", "PER")]);
    let mentions = event["entities"]["mentions"].as_array_mut().unwrap();
    mentions
        .push(json!({"start": 23, "end": 29, "text": "Merkel", "type": "PER", "entity": 0, "score": 1.0}));
    let found = found("per:\"Angela Merkel\"", &event).unwrap();
    assert_eq!(found.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["Angela Merkel", "Merkel"]);
}

#[test]
fn languages_and_publishers_are_conditions() {
    for (query, is_met) in [
        ("language:zh", true),
        ("language:en,zh-hant", true),
        ("language:zh-Hans", false),
        ("language:z1", false),
        ("source:\"the gazette\"", true),
        ("source:gazette", false),
        ("source:*gazette AND NOT language:en", true),
    ] {
        assert_eq!(found(query, &event(None, "Rain", &[])).is_some(), is_met, "{query}");
    }
}

#[test]
fn many_rules_match_in_their_order() {
    let rules =
        [rule("b", "rain"), rule("a", "snow"), rule("c", "NOT hail"), rule("d", "rain AND language:zh")];
    let rules = RuleSet::compile(&rules).unwrap();
    let event = decoded(&event(None, "Rain", &[]));
    let names: Vec<&str> = rules.matches(&event).into_iter().map(|found| found.rule).collect();
    assert_eq!(names, ["b", "c", "d"]);
}

#[test]
fn an_alert_has_a_bounded_number_of_places() {
    let body = "rain ".repeat(1_000);
    assert_eq!(found("rain", &event(None, body.trim(), &[])).unwrap().len(), 100);
}

#[test]
fn tokens_of_the_segmenter_are_borders_in_text_without_spaces() {
    let mut event = event(None, "北京下雨", &[]);
    assert!(found("京下", &event).is_some());
    event["segments"]["tokens"] = json!([{"start": 0, "end": 2}, {"start": 2, "end": 4}]);
    assert!(found("京下", &event).is_none() && found("北京", &event).is_some());
}

fn awkward() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "rain", "Rain", "RAIN", " ", "\n\n", "-", "ß", "ss", "İ", "œ", "e\u{301}", "\u{301}", "\u{ad}", "北",
        "京", "กิ", "ก", "ｶﾞ", "ガ", "한", "अ", "कि", "ё", "е", "й", "ة", "<b>", "</p>", "&amp;", "&eacute;",
        "<", "&", "3.5", ",", "'", "’", "🌧", "\u{fe0f}",
    ]);
    prop::collection::vec(prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => "\\PC{1,3}"], 1..20)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_phrase_is_found_where_it_stands_between_spaces(phrase in awkward(), before in "[a-z ]{0,8}", after in "[a-z ]{0,8}") {
        // Quotation marks and stars are not part of a phrase, and markup is not text.
        let phrase = phrase.replace(['"', '“', '”', '„', '*', '<', '&'], "");
        let Ok(query) = parse(&format!("\"{phrase}\"")) else { return Ok(()) };
        let body = format!("{before} . {phrase} . {after}");
        let rules = RuleSet::compile(&[Rule { name: "a".into(), query, once: Once::Article }]).unwrap();
        prop_assert_eq!(rules.matches(&decoded(&event(None, &body, &[]))).len(), 1, "{:?} in {:?}", phrase, body);
    }

    #[test]
    fn every_place_is_the_text_that_the_rule_asks_for(body in awkward(), term in awkward(), open in any::<[bool; 2]>()) {
        prop_assume!(!body.trim().is_empty());
        let term = term.replace(['"', '“', '”', '„', '*', '(', ')'], "");
        let star = |is_open| if is_open { "*" } else { "" };
        let text = format!("\"{}{term}{}\"", star(open[0]), star(open[1]));
        let Ok(query) = parse(&text) else { return Ok(()) };
        let rules = RuleSet::compile(&[Rule { name: "a".into(), query: query.clone(), once: Once::Article }]).unwrap();
        let event = decoded(&event(None, &body, &[]));
        for found in rules.matches(&event).into_iter().flat_map(|found| found.found) {
            let sliced: String = body.chars().skip(found.start).take(found.end - found.start).collect();
            prop_assert_eq!(&sliced, &found.text);
            // What was found is found again where it stands alone.
            let alone = self::event(None, &sliced, &[]);
            prop_assert_eq!(rules.matches(&decoded(&alone)).len(), 1, "{:?} in {:?}", text, sliced);
        }
    }

    #[test]
    fn all_rules_at_once_match_as_each_alone(body in awkward(), terms in prop::collection::vec(awkward(), 1..6)) {
        prop_assume!(!body.trim().is_empty());
        let clean = |term: &String| term.replace(['"', '“', '”', '„', '*'], "");
        let rules: Vec<Rule> = terms.iter().enumerate().filter_map(|(number, term)| {
            let query = parse(&format!("\"{}\"", clean(term))).ok()?;
            Some(Rule { name: format!("r{number}"), query, once: Once::Article })
        }).collect();
        let event = decoded(&event(None, &body, &[]));
        let together = RuleSet::compile(&rules).unwrap();
        let together: Vec<String> = together.matches(&event).iter().map(|found| found.rule.to_owned()).collect();
        let alone = rules.iter().filter(|rule| {
            !RuleSet::compile(std::slice::from_ref(*rule)).unwrap().matches(&event).is_empty()
        });
        prop_assert_eq!(together, alone.map(|rule| rule.name.clone()).collect::<Vec<_>>());
    }
}
