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
