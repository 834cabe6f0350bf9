use proptest::prelude::*;

use super::*;
use crate::vector::DIMENSIONS;

const HOUR: i64 = 3_600_000;

/// A vector that turns from the axis of `topic` towards the axis after it by an angle in degrees.
fn towards(topic: usize, degrees: f32) -> Vector {
    let mut values = [0.0; DIMENSIONS];
    let (sine, cosine) = degrees.to_radians().sin_cos();
    values[2 * topic] = cosine;
    values[2 * topic + 1] = sine;
    Vector::of(&values).unwrap()
}

/// An article with the words of this range.
fn article(id: &str, hours: i64, words: std::ops::Range<usize>, vector: Option<Vector>) -> Fingerprint {
    let words: Vec<String> = words.map(|word| format!("w{word}")).collect();
    let text = words.join(" ");
    Fingerprint {
        id: id.to_owned(),
        time: hours * HOUR,
        signature: Signature::of(&[&text]),
        vector,
        source: Source::of(id),
    }
}

/// Of the tests, so that the limits of the product can change.
const LIMITS: Limits = Limits { same: 0.6, merged: 0.55, margin: 0.0, related: 0.5, compared: 1024 };

fn linker() -> Linker {
    Linker::with_limits(72 * HOUR, LIMITS)
}

/// Links articles of the form (id, hours, topic, degrees), each with a text of its own, and returns their links.
fn linked(articles: &[(&str, i64, usize, f32)]) -> Vec<Link> {
    let mut linker = linker();
    let one = |(number, (id, hours, topic, degrees)): (usize, &(&str, i64, usize, f32))| {
        let words = 1000 * number..1000 * number + 200;
        linker.link(article(id, *hours, words, Some(towards(*topic, *degrees))))
    };
    (0..).zip(articles).map(one).collect()
}

fn check(articles: &[(&str, i64, usize, f32)], expected: &[&str]) {
    let found = linked(articles);
    assert_eq!(found.iter().map(|link| link.story.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn articles_about_one_event_are_one_story() {
    check(&[("a", 0, 0, 0.0), ("b", 1, 1, 0.0), ("c", 2, 0, 20.0)], &["a", "b", "a"]);
}

#[test]
fn a_story_knows_when_it_began_and_how_large_it_is() {
    let found = linked(&[("a", 5, 0, 0.0), ("b", 6, 0, 10.0)]).remove(1);
    assert_eq!((found.first_seen, found.size), (5 * HOUR, 2));
}

/// Links articles of one story from these publishers, six hours apart, and returns how many publishers it has each time.
fn sources(articles: &[(&str, &str)]) -> Vec<u32> {
    let mut linker = linker();
    let one = |(number, (id, source)): (i64, &(&str, &str))| {
        let first = 1000 * usize::try_from(number).unwrap();
        let article = article(id, 6 * number, first..first + 200, Some(towards(0, 0.0)));
        linker.link(Fingerprint { source: Source::of(source), ..article }).sources
    };
    (0_i64..).zip(articles).map(one).collect()
}

#[test]
fn a_story_counts_its_publishers() {
    assert_eq!(sources(&[("a", "wire"), ("b", "post"), ("c", "Wire"), ("d", "")]), [1, 2, 2, 2]);
    // The second article is corrected: another publisher sent it.
    assert_eq!(sources(&[("a", "wire"), ("b", "post"), ("b", "wire")]), [1, 2, 1]);
}

#[test]
fn publishers_count_while_their_articles_are_in_the_window() {
    let articles: Vec<(String, &str)> = (0..14).map(|number| (number.to_string(), "wire")).collect();
    let mut articles: Vec<(&str, &str)> =
        articles.iter().map(|(id, source)| (id.as_str(), *source)).collect();
    articles[0].1 = "post";
    // The first article leaves the window of 72 hours with the fourteenth.
    assert_eq!(sources(&articles)[1..], [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1]);
}

#[test]
fn a_late_article_joins_the_story() {
    check(&[("a", 10, 0, 0.0), ("b", 3, 0, 10.0)], &["a", "a"]);
}

#[test]
fn a_story_ends_with_the_window() {
    check(&[("a", 0, 0, 0.0), ("b", 100, 0, 0.0)], &["a", "b"]);
    // It goes on while its articles follow each other.
    check(&[("a", 0, 0, 0.0), ("b", 50, 0, 0.0), ("c", 100, 0, 0.0)], &["a", "a", "a"]);
}

#[test]
fn a_near_story_is_named_as_related() {
    let found = linked(&[("a", 0, 0, 0.0), ("b", 1, 0, 57.0)]);
    assert_eq!((found[1].story.as_str(), found[1].related.as_deref()), ("b", Some("a")));
}

#[test]
fn where_all_stories_are_near_an_article_needs_a_margin() {
    // The articles share most of a subject, and each has something of its own.
    let make = |axis: usize| {
        let mut values = [0.0; DIMENSIONS];
        values[0] = 0.8;
        values[axis] = 0.6;
        article(&axis.to_string(), 0, 1000 * axis..1000 * axis + 100, Vector::of(&values))
    };
    let stories = |margin: f64| {
        let apart = Limits { same: 0.99, merged: 0.99, ..LIMITS };
        let mut linker = Linker::with_limits(72 * HOUR, apart);
        for axis in 1..12 {
            linker.link(make(axis));
        }
        linker.limits = Limits { same: LIMITS.same, margin, ..apart };
        linker.link(make(12));
        linker.stories()
    };
    assert_eq!((stories(0.0), stories(0.3)), (11, 12));
}

#[test]
fn stories_merge_when_an_article_shows_that_they_are_one() {
    // The third article is between the first two, which are too far from each other.
    let found = linked(&[("a", 0, 0, 0.0), ("b", 1, 0, 70.0), ("c", 2, 0, 40.0)]);
    assert_eq!((found[0].story.as_str(), found[1].story.as_str()), ("a", "b"));
    assert_eq!((found[2].story.as_str(), found[2].size), ("a", 3));
    assert_eq!(found[2].merged, ["b"]);
}

#[test]
fn a_copy_belongs_to_the_story_of_its_original_whatever_its_vector() {
    let mut linker = linker();
    linker.link(article("a", 0, 0..300, Some(towards(0, 0.0))));
    let found = linker.link(article("b", 1, 0..150, None));
    assert_eq!((found.story.as_str(), found.copy_of), ("a", Some(CopyOf { id: "a".to_owned(), share: 1.0 })));
}

#[test]
fn a_correction_keeps_its_story_and_does_not_count_again() {
    let mut linker = linker();
    linker.link(article("a", 0, 0..300, Some(towards(0, 0.0))));
    linker.link(article("b", 1, 1000..1300, Some(towards(0, 5.0))));
    let found = linker.link(article("b", 2, 1000..1310, Some(towards(0, 5.0))));
    assert_eq!((found.story.as_str(), found.size, found.copy_of), ("a", 2, None));
    assert_eq!((linker.articles(), linker.stories()), (2, 1));
}

#[test]
fn an_article_that_says_too_little_is_a_story_of_its_own() {
    let mut linker = linker();
    linker.link(article("a", 0, 0..0, None));
    assert_eq!(linker.link(article("b", 0, 0..0, None)).story, "b");
}

#[test]
fn nothing_is_left_after_the_window() {
    let mut linker = linker();
    for number in 0..20 {
        linker.link(article(&number.to_string(), number, 0..300, Some(towards(number as usize % 3, 0.0))));
    }
    linker.link(article("z", 1000, 5000..5300, None));
    assert_eq!((linker.articles(), linker.stories(), linker.story_numbers.len()), (1, 1, 1));
}

/// Streams of up to 40 articles about few topics, with copies, corrections and late articles.
fn streams() -> impl Strategy<Value = Vec<Fingerprint>> {
    let one = (0_usize..25, 0_i64..12, 0_usize..4, 0_u8..90, 0_usize..12);
    prop::collection::vec(one, 1..40).prop_map(|articles| {
        let make = |(hours, (id, late, topic, degrees, text)): (i64, (usize, i64, usize, u8, usize))| {
            let words = 40 * text..40 * text + 60;
            let vector = (text > 0).then(|| towards(topic, f32::from(degrees)));
            article(&id.to_string(), 4 * hours - late, words, vector)
        };
        (0..).zip(articles).map(make).collect()
    })
}

proptest! {
    #[test]
    fn the_same_stream_gives_the_same_stories(stream in streams()) {
        let run = || {
            let mut linker = linker();
            stream.iter().cloned().map(|article| linker.link(article)).collect::<Vec<_>>()
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn after_a_restart_the_stories_go_on_the_same(stream in streams(), stop in 0_usize..40) {
        let mut through = linker();
        let links: Vec<Link> = stream.iter().cloned().map(|article| through.link(article)).collect();
        let stop = stop.min(stream.len());
        let mut restarted = linker();
        for (article, link) in stream.iter().zip(&links).take(stop) {
            restarted.restore(article.clone(), link);
        }
        for (article, link) in stream.iter().zip(&links).skip(stop) {
            prop_assert_eq!(&restarted.link(article.clone()), link);
        }
    }

    #[test]
    fn a_story_is_never_smaller_than_before(stream in streams()) {
        let mut linker = linker();
        let mut sizes: HashMap<String, u32> = HashMap::new();
        for article in stream {
            let link = linker.link(article);
            prop_assert!(link.size >= sizes.get(&link.story).copied().unwrap_or(1));
            for gone in &link.merged {
                prop_assert_ne!(gone, &link.story);
                sizes.remove(gone);
            }
            sizes.insert(link.story, link.size);
        }
    }
}
