//! Properties of the layer for any text.

use messages::{ArticleText, Field, Stage};
use proptest::prelude::*;

use super::{Story, TAGGER};

const LANGUAGES: [&str; 12] = ["en", "de", "fr", "es", "ru", "ar", "zh", "ja", "ko", "th", "hi", "und"];

fn check(language: &str, headline: &str, body: &str) {
    let story = Story { headline: Some(headline), ..Story::new(language, body) };
    let event = story.event();
    let tagged = TAGGER.process(event.clone()).unwrap();
    let text = ArticleText::new(&tagged.article);
    let mut last = (Field::Headline, 0);
    for mention in &tagged.entities.mentions {
        assert_eq!(text.slice(mention.field, mention.span()), mention.text);
        assert!(mention.start < mention.end);
        assert!(mention.field != last.0 || mention.start >= last.1, "mentions overlap or are out of order");
        assert!(last.0 == Field::Headline || mention.field == Field::Body, "the headline comes first");
        assert_eq!(mention.entity.is_some(), mention.entity_type.is_name());
        assert!((0.0..=1.0).contains(&mention.score));
        last = (mention.field, mention.end);
    }
    for (index, entity) in tagged.entities.entities.iter().enumerate() {
        let mentions =
            tagged.entities.mentions.iter().filter(|mention| mention.entity == Some(index)).count();
        assert!(mentions > 0 && mentions == entity.mentions, "each entity counts its mentions");
        assert!((0.0..=1.0).contains(&entity.salience));
    }
    assert_eq!(TAGGER.process(event).unwrap(), tagged, "the same input gives the same output");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_tagged(language in 0usize..12, headline in "\\PC{0,40}", body in "(\\PC|[\\n. ]){1,200}") {
        check(LANGUAGES[language], &headline, &body);
    }

    #[test]
    fn any_string_of_special_words_is_tagged(
        language in 0usize..12,
        words in prop::collection::vec(prop::sample::select(vec![
            "President", "Kim", "Jong", "-", "un", "of", "the", "The", "University", "'s", "’s", "US", "U.S.", "$",
            "3.5", "million", "trillion", "9999999999999999", "€", "%", "-", "–", "to", "1.200", "٣٫٥", "億", "3兆",
            "2천억", "원", "31", "February", "0000", "30.02.2026", "50p", "M€", "five", "hundred", "first", "Monday", "24", "April", "May", "next", "week", "end", "this", "and", "&", "van", "de", "Oslo",
            "Norwegian", "Inc.", "北京", "서울에", "وقال", "Москве", "l'", "🌧", ".", ",", "\u{301}", "SEOUL", "(", "/",
        ]), 1..60),
        spaced in any::<bool>(),
    ) {
        let body = words.join(if spaced { " " } else { "" });
        check(LANGUAGES[language], "Kim in Oslo", &body);
    }
}

#[test]
fn long_runs_of_one_thing_take_linear_time() {
    for piece in [
        "Kim ",
        "Kim-",
        "A. ",
        "of the ",
        "“",
        "....",
        "$ ",
        "1 ",
        "1 000 ",
        "100 ",
        "5 million ",
        "twenty-",
        "3兆",
        "2천억",
        "$1-",
        "President ",
        "Bank of ",
        "Oslo Kim ",
        "北京",
    ] {
        let body = piece.repeat(200_000 / piece.len());
        let tagged = Story::new("en", &body).tag();
        assert!(tagged.entities.mentions.len() <= body.len());
    }
}
