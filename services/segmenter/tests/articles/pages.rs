//! Whole pages, as readers paste them: menus, decks, bylines of several lines, pictures, tags.

use super::check_blocks;

const LEAD: &str =
    "The council voted on Thursday to rebuild the old pier, which a storm broke in two last winter.";
const MORE: &str =
    "Work on the first section will begin in September and take at least fourteen months, it said.";

/// Checks the blocks of a page of these lines, each after its kind: `headline: Tram opens late`.
fn check_page(language: &str, expected: &[&str]) {
    let lines: Vec<&str> =
        expected.iter().filter_map(|line| line.split_once(": ")).map(|(_, text)| text).collect();
    check_blocks(language, &lines.join("\n"), expected);
}

fn lead() -> [String; 2] {
    [format!("paragraph: {LEAD}"), format!("paragraph: {MORE}")]
}

#[test]
fn a_menu_may_have_one_entry_a_line() {
    let [lead, more] = lead();
    check_page(
        "en",
        &[
            "furniture: Local",
            "furniture: Sport",
            "furniture: Courts & Crime",
            "furniture: Obituaries",
            "headline: Town council to rebuild the old pier",
            "byline: Jane Roe",
            "furniture: 21 May 2026, 17:04",
            &lead,
            &more,
        ],
    );
}

#[test]
fn a_deck_stands_between_headline_and_byline() {
    let [lead, more] = lead();
    for deck in
        ["paragraph: It broke in two last winter.", "paragraph: Commissioners voted 5-2 on Thursday night"]
    {
        check_page(
            "en",
            &[
                "headline: Town council to rebuild the old pier",
                deck,
                "byline: Jane Roe",
                "furniture: 21 May 2026, 17:04",
                &lead,
                &more,
            ],
        );
    }
}

#[test]
fn a_byline_may_have_a_paper_a_role_and_a_photographer() {
    let [lead, more] = lead();
    for lines in [
        &["byline: Text: Jana Wirth", "byline: Foto: Karl Oster"][..],
        &["byline: Text und Fotos: Jana Wirth"],
        &["byline: Ouest-Matin", "byline: Anne DUPONT."],
        &["byline: Rui Monteiro", "byline: Do Portal Centro, em Lisboa"],
        &["byline: Jussi Salo", "byline: Aino Laine (kuvat)"],
        &["byline: Jane Roe | 21 May 2026 | 5:04pm"],
        &["byline: AFP/dpa"],
    ] {
        let mut expected = vec!["headline: Town council to rebuild the old pier"];
        expected.extend(lines);
        expected.extend(["furniture: 21 May 2026, 17:04", &lead, &more]);
        check_page("en", &expected);
    }
}

#[test]
fn a_line_and_the_credit_below_it_are_captions() {
    let [lead, more] = lead();
    for (line, credit) in [
        ("caption: The pier in Whitby after the storm", "caption: Picture: Harbour Press"),
        ("caption: Der Steg nach dem Sturm", "caption: Quelle: Bundespolizei"),
        ("caption: TOMT: Ingen fikk gå ut på brygga.", "caption: FOTO: PRIVAT"),
        ("caption: The storm broke the pier in two.", "caption: (ABC News: Jane Roe)"),
        ("caption: The pier in Whitby after the storm", "caption: RNLI"),
    ] {
        check_page(
            "en",
            &[
                "headline: Town council to rebuild the old pier",
                "byline: By Jane Roe",
                line,
                credit,
                &lead,
                &more,
            ],
        );
        check_page(
            "en",
            &[
                "headline: Town council to rebuild the old pier",
                "byline: By Jane Roe",
                &lead,
                line,
                credit,
                &more,
            ],
        );
    }
}

#[test]
fn a_short_line_above_the_lead_is_a_button_and_a_wider_one_a_caption() {
    let [lead, more] = lead();
    check_page(
        "en",
        &[
            "headline: Town council to rebuild the old pier",
            "byline: By Jane Roe",
            "furniture: 21 May 2026, 17:04",
            "furniture: Follow this medium",
            "caption: What the storm left of the old pier in Whitby",
            &lead,
            &more,
        ],
    );
}

#[test]
fn the_lines_of_a_summary_are_entries_of_a_list() {
    let [lead, more] = lead();
    check_page(
        "en",
        &[
            "headline: Town council to rebuild the old pier",
            "byline: By Jane Roe",
            "furniture: Summary",
            "item: Storm broke the pier in January",
            "item: Work to begin in September",
            &lead,
            &more,
        ],
    );
}

#[test]
fn tags_below_the_last_sentence_of_a_page_belong_to_the_trailer() {
    let [lead, more] = lead();
    let page = [
        "headline: Town council to rebuild the old pier",
        "byline: By Jane Roe",
        "furniture: 21 May 2026, 17:04",
        "furniture: Share",
        &lead,
        "furniture: Advertisement",
        &more,
        "trailer: Whitby",
        "trailer: Storms",
    ];
    check_page("en", &page);
    // Without a page around it a last line may belong to the story.
    check_blocks("en", &format!("{LEAD}\n\n{MORE}\n\nWhitby"), &[&lead, &more, "paragraph: Whitby"]);
}

#[test]
fn a_summary_may_be_sentences_above_a_wider_lead() {
    let [lead, more] = lead();
    let page = |heading: &str, sentences: &[&str]| -> Vec<String> {
        let mut page = vec![
            "headline: Town council to rebuild the old pier".to_owned(),
            "byline: By Jane Roe".to_owned(),
            format!("furniture: {heading}"),
        ];
        page.extend(sentences.iter().map(|sentence| (*sentence).to_owned()));
        page.extend([lead.clone(), more.clone()]);
        page
    };
    let check = |page: Vec<String>| check_page("en", &page.iter().map(String::as_str).collect::<Vec<_>>());
    check(page("In short:", &["item: A storm broke the pier.", "item: Work will begin in September."]));
    check(page(
        "Key points",
        &["item: It broke in January.", "item: It is 90 years old.", "item: It is closed."],
    ));
    // One sentence may be the lead, and a quotation is text.
    check(page("In short:", &["paragraph: A storm broke the pier."]));
    check(page("In short:", &["paragraph: “It broke.”", "paragraph: The mayor saw it from her window."]));
}

#[test]
fn lines_with_labels_of_one_form_are_entries_of_a_list() {
    let [lead, more] = lead();
    for [one, other] in [
        ["item: Primer lugar: Luis Alayza (Arequipa)", "item: Segundo lugar: Nicole Ugarte (Tacna)"],
        ["item: First place: Jane Roe", "item: Second place: John Doe"],
        ["item: Platz eins: Jana Wirth", "item: Platz zwei: Karl Oster"],
        ["item: Приз зрителей: Анна Орлова", "item: Приз жюри: Пётр Лис"],
    ] {
        let headline = "headline: Town council to rebuild the old pier";
        check_page("en", &[headline, &lead, &more, one, other, "paragraph: Snow fell all day in the hills."]);
    }
}

#[test]
fn other_lines_with_a_colon_are_no_list() {
    let [lead, more] = lead();
    for [one, other] in [
        // Labels of one word, equal labels, labels without a common word.
        ["paragraph: Council: Five members voted yes", "paragraph: Mayor: She voted no"],
        ["paragraph: The mayor: Five voted yes", "paragraph: The mayor: She voted no"],
        ["paragraph: Old pier: Five voted yes", "paragraph: New bridge: She voted no"],
        ["paragraph: The old pier: they like it", "paragraph: The new pier: they do not"],
    ] {
        let headline = "headline: Town council to rebuild the old pier";
        let last = "paragraph: Snow fell all day in the hills, and nobody came.";
        check_page("en", &[headline, &lead, &more, one, other, last]);
    }
}

#[test]
fn a_quotation_below_a_linked_title_may_be_the_subheading_of_its_text() {
    let [lead, more] = lead();
    let headline = "headline: Town council to rebuild the old pier";
    for (quotation, text) in [
        (
            "“I get up at four”",
            "“I get up at four,” said Jane Roe, who lives on the other side of the water.",
        ),
        ("„Ich stehe um vier auf“", "„Ich stehe um vier auf“, sagt Jana Wirth, die am anderen Ufer wohnt."),
        (
            "« Je me lève à quatre heures »",
            "« Je me lève à quatre heures », dit Anne Dupont, qui habite en face.",
        ),
    ] {
        let (quotation, text) = (format!("subheading: {quotation}"), format!("paragraph: {text}"));
        let links = ["furniture: Read more:", "furniture: How to get across the bay"];
        check_page("en", &[headline, &lead, &more, links[0], links[1], &quotation, &text]);
    }
    // Below it comes another text.
    let title = "furniture: “I get up at four”";
    check_page("en", &[headline, &lead, "furniture: Read more:", title, &more]);
}

#[test]
fn a_heading_stands_above_the_short_text_that_repeats_it() {
    let headline = "headline: Town council to rebuild the old pier";
    let check = |expected: &[&str]| {
        let lines = expected.iter().filter_map(|line| line.split_once(": "));
        check_blocks("ja", &lines.map(|(_, text)| text).collect::<Vec<_>>().join("\n\n"), expected);
    };
    let [lead, _] = lead();
    check(&[
        headline,
        &lead,
        "subheading: 乗客は2倍に",
        "paragraph: たま吉が来てから、駅の乗客は2倍に増えたという。",
    ]);
    check(&[headline, &lead, "subheading: The old bell", "paragraph: The old bell rang all night."]);
    // A short word recurs by chance.
    check(&[headline, &lead, "paragraph: A bell", "paragraph: A bell rang all night."]);
}
