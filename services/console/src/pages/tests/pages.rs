//! What the pages show.

use super::{
    document::Document,
    fixtures::{event, flow, frame, letter, list, pages, step, story, view},
};
use crate::pages::{
    Frame, Rights,
    alerts::{self, Alerts},
    article::{self, Choice, Part, View},
    articles::{self, Filters, List},
    dead::{self, Letter, Letters},
    flow, stories,
    try_it::{self, Trial},
};

#[test]
fn every_field_has_a_label_and_every_id_is_unique() {
    for (name, page) in pages("x") {
        let page = page.into_string();
        let document = Document::parse(&page);
        let mut ids: Vec<&str> =
            document.attributes().filter(|(name, _)| *name == "id").map(|(_, value)| value).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name} repeats an id");
        let fields = document.elements.iter().filter(|(element, attributes)| {
            let is = |wanted: (&str, &str)| {
                attributes.iter().any(|(name, value)| (name.as_str(), value.as_str()) == wanted)
            };
            ["textarea", "select"].contains(&element.as_str()) || (element == "input" && is(("type", "text")))
        });
        assert_eq!(
            fields.count(),
            document.elements.iter().filter(|(element, _)| element == "label").count(),
            "{name}"
        );
    }
}

#[test]
fn every_page_has_one_main_heading_and_a_language() {
    for (name, page) in pages("x") {
        let page = page.into_string();
        let headings = page.matches("<h1").count();
        // A trial shows an article within a page.
        assert!(headings == 1 || (["letter", "try"].contains(&name) && headings == 2), "{name}: {headings}");
        assert!(page.contains("<html lang=\"en\">"), "{name}");
    }
}

#[test]
fn forms_carry_the_token_if_they_change_something() {
    for (name, page) in pages("x") {
        let page = page.into_string();
        for form in page.split("<form").skip(1).map(|form| form.split("</form>").next().unwrap()) {
            let posts = form.contains("method=\"post\"");
            assert_eq!(posts, form.contains(r#"name="csrf" value="token""#), "{name}: {form}");
        }
    }
}

#[test]
fn a_reader_gets_no_forms_that_act() {
    let frame = Frame { rights: Rights { publish: false, operate: false }, ..frame() };
    let letters = Letters { letters: vec![letter("x")], matching: 1, counts: vec![], ..Letters::default() };
    let one = Letter {
        letter: letter("x"),
        payload: Some(b"{}".to_vec()),
        headers: vec![],
        draft: None,
        trial: None,
    };
    for page in [dead::list(&frame, &letters), dead::letter(&frame, &one)] {
        assert!(!page.into_string().contains("<button type=\"submit\""));
    }
    assert!(!try_it::page(&frame, &Trial::default()).into_string().contains("formaction"));
}

#[test]
fn a_chosen_entity_is_lit_and_open() {
    let page = article::page(&frame(), &view("Kari in Oslo", Part::Text)).into_string();
    assert!(page.contains("class=\"mention per lit\" data-entity=\"0\""), "{page}");
    assert!(page.contains("id=\"entity-0\" name=\"entity\" data-pick=\"0\" open"), "{page}");
    let plain = View { choice: Choice::default(), ..view("Kari in Oslo", Part::Text) };
    assert!(!article::page(&frame(), &plain).into_string().contains(" lit"));
}

#[test]
fn an_article_on_its_way_is_looked_at_again() {
    let mut view = View::of_text(event("Rain."), String::new());
    view.event.summary = None;
    view.timeline = vec![step("received", "x")];
    assert!(article::page(&frame(), &view).into_string().contains("data-every=\"1000\""));
    view.timeline.push(step("dead", "x"));
    assert!(!article::page(&frame(), &view).into_string().contains("data-every"));
}

#[test]
fn a_fused_worker_marks_all_its_stages_as_passed() {
    let mut view = View::of_text(event("Rain."), String::new());
    view.timeline = vec![step("received", "x"), step("segmented", "x")];
    let page = article::page(&frame(), &view).into_string();
    assert!(page.contains("<li class=\"good\">detected</li>"), "{page}");
    assert!(page.contains("<li class=\"idle\">tagged</li>"), "{page}");
}

#[test]
fn the_address_of_the_list_holds_its_filters() {
    let filters = Filters { language: "en".into(), name: "Oslo & co".into(), ..Filters::default() };
    let list = List { filters, older: Some("7".into()), ..list("x") };
    let page = articles::page(&frame(), &list).into_string();
    assert!(page.contains("href=\"/articles?name=Oslo%20%26%20co&amp;language=en&amp;cursor=7\""), "{page}");
    assert!(page.contains("data-events=\"/api/events?name=Oslo%20%26%20co&amp;language=en\""));
}

#[test]
fn an_empty_list_says_what_to_do() {
    assert!(articles::page(&frame(), &List::default()).into_string().contains("wiredesk publish"));
    assert!(dead::list(&frame(), &Letters::default()).into_string().contains("No dead letters."));
    assert!(flow::page(&frame(), None).into_string().contains("No figures yet"));
}

#[test]
fn a_pipeline_without_stories_or_alerts_says_which_commands_make_them() {
    let list = stories::List { is_missing: true, ..stories::List::default() };
    let page = stories::list(&frame(), &list).into_string();
    assert!(page.contains("wiredesk setup --stories") && !page.contains("<form"), "{page}");
    let alerts = Alerts { is_missing: true, ..Alerts::default() };
    let page = alerts::page(&frame(), &alerts).into_string();
    assert!(page.contains("wiredesk setup --alerts") && !page.contains("<form"), "{page}");
}

#[test]
fn pages_of_stories_and_alerts_without_any_say_what_must_run() {
    assert!(
        stories::list(&frame(), &stories::List::default()).into_string().contains("wiredesk story-linker")
    );
    let singles = stories::List { known: 3, ..stories::List::default() };
    assert!(stories::list(&frame(), &singles).into_string().contains("href=\"/stories?articles=1\""));
    assert!(alerts::page(&frame(), &Alerts::default()).into_string().contains("wiredesk alerts run RULES"));
}

#[test]
fn a_story_is_drawn_and_told_on_a_time_line() {
    let page = stories::story(&frame(), &story("x")).into_string();
    let label = "2 articles from 1970-01-01 00:00:01 to 1970-01-01 00:00:07, 1 of them a copy";
    assert!(page.contains(label), "{page}");
    assert!(page.contains("93 % of the text is in <a href=\"/articles/x\">"), "{page}");
    assert!(page.contains("href=\"/api/stories/x/articles\" download"), "{page}");
}

#[test]
fn an_article_links_its_story_and_its_alerts() {
    let page = article::page(&frame(), &view("Kari in Oslo", Part::Text)).into_string();
    assert!(
        page.contains("<a href=\"/stories/Kari%20in%20Oslo\">3 articles report this event</a>"),
        "{page}"
    );
    assert!(page.contains("href=\"/alerts?rule=Kari%20in%20Oslo&amp;article=Kari%20in%20Oslo\""), "{page}");
}

#[test]
fn a_fused_worker_spans_its_stages() {
    let page = flow::page(&frame(), Some(&flow("x"))).into_string();
    assert!(page.contains("class=\"from-1 to-4\"") && page.contains("class=\"from-3 to-3\""), "{page}");
}
