//! Makes copies of articles, by what publishers do to a text of an agency.

use crate::random::Random;

/// An article to make copies of.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Source {
    pub(in crate::eval) id: String,
    /// ISO 639-1 or 639-3 code.
    pub(super) language: String,
    pub(in crate::eval) headline: String,
    pub(super) paragraphs: Vec<String>,
}

/// What was done to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edit {
    /// Another headline, dateline and credit, and the page's own lines around the story.
    Frame,
    /// Cut from the end: at least a quarter of the text and 60 words are left.
    Cut,
    /// Paragraphs in the middle are left out.
    Holes,
    /// Other names of places and countries.
    Places,
    /// A live blog: new paragraphs above, as many again at most, and the oldest dropped.
    Live,
    /// Numbers and some words are corrected.
    Correction,
}

impl Edit {
    pub(super) const ALL: [Self; 6] =
        [Self::Frame, Self::Cut, Self::Holes, Self::Places, Self::Live, Self::Correction];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Frame => "headline, dateline, page",
            Self::Cut => "cut from the end",
            Self::Holes => "paragraphs left out",
            Self::Places => "other names of places",
            Self::Live => "live blog",
            Self::Correction => "correction",
        }
    }
}

/// The same places under two names, in the languages of the corpora.
const PLACES: &[(&str, &str)] = &[
    ("United States", "USA"),
    ("United Kingdom", "Britain"),
    ("Washington, D.C.", "Washington"),
    ("Washington", "D.C."),
    ("Iraq", "Irak"),
    ("Baghdad", "Bagdad"),
    ("Burma", "Myanmar"),
    ("Kiev", "Kyiv"),
    ("New York", "NYC"),
    ("California", "Kalifornien"),
    ("America", "Amerika"),
    ("China", "Chine"),
    ("Iran", "Persia"),
    ("Russia", "Russland"),
    ("USA", "Vereinigte Staaten"),
    ("Deutschland", "Germany"),
    ("Berlin", "Berlino"),
    ("Frankreich", "France"),
    ("München", "Munich"),
    ("Italia", "Italy"),
    ("Roma", "Rome"),
    ("Milano", "Milan"),
    ("Россия", "Russia"),
    ("США", "Америка"),
    ("Москва", "Moscow"),
    ("日本", "にほん"),
    ("アメリカ", "米国"),
    ("東京", "Tokyo"),
    ("中国", "中華人民共和国"),
    ("美国", "美利坚合众国"),
    ("Usono", "Usonio"),
];

const DATELINES: [&str; 4] =
    ["OSLO (Norsk Telegram) - ", "LISBON, May 3 (AFP) — ", "NAIROBI: ", "(Reuters) - "];

const PAGE: [&str; 3] = ["Share this article", "Read more: All our news in one place", "Advertisement"];

const CREDITS: [&str; 3] =
    ["Reporting by Ana Lopes; Editing by Tom Reed", "© 2026 The Daily Herald. All rights reserved.", "(END)"];

impl Source {
    /// Returns the copy, and what was done to it: one edit always, and each other in one case of five.
    pub(super) fn copied(&self, first: Edit, new: &[String], random: &mut Random) -> (Self, Vec<Edit>) {
        let done: Vec<Edit> =
            Edit::ALL.into_iter().filter(|edit| *edit == first || random.chance(0.2)).collect();
        let mut copy = self.clone();
        for edit in &done {
            copy.edit(*edit, new, random);
        }
        (copy, done)
    }

    /// Returns the text as a publisher sends it.
    pub(in crate::eval) fn body(&self) -> String {
        self.paragraphs.join("\n\n")
    }

    fn edit(&mut self, edit: Edit, new: &[String], random: &mut Random) {
        match edit {
            Edit::Frame => self.frame(random),
            Edit::Cut => self.cut(random),
            Edit::Holes => self.leave_out(random),
            Edit::Places => {
                for text in &mut self.paragraphs {
                    *text = with_other_places(text);
                }
            }
            Edit::Live => self.update(new, random),
            Edit::Correction => {
                for text in &mut self.paragraphs {
                    *text = corrected(text, random);
                }
            }
        }
    }

    fn frame(&mut self, random: &mut Random) {
        "What to know about it today".clone_into(&mut self.headline);
        let mut any = |of: &[&str]| of.get(random.below(of.len())).copied().unwrap_or_default().to_owned();
        if let Some(lead) = self.paragraphs.first_mut() {
            let story = lead.split_once(" -- ").map_or(lead.as_str(), |(_, story)| story);
            *lead = any(&DATELINES) + story;
        }
        let middle = self.paragraphs.len().div_ceil(2);
        self.paragraphs.insert(middle, any(&PAGE));
        self.paragraphs.push(any(&CREDITS));
    }

    fn cut(&mut self, random: &mut Random) {
        let least = units(&self.paragraphs) / 4;
        let kept = least + random.below(2 * least + 1);
        self.keep(kept.max(60));
    }

    /// Keeps whole sentences from the start until they have so many words.
    fn keep(&mut self, least: usize) {
        let mut kept = Vec::new();
        for paragraph in &self.paragraphs {
            let mut text = String::new();
            for sentence in sentences(paragraph) {
                if units(&kept) + count(&text) < least {
                    text.push_str(sentence);
                }
            }
            if text.trim().is_empty() {
                break;
            }
            kept.push(text.trim_end().to_owned());
        }
        self.paragraphs = kept;
    }

    fn leave_out(&mut self, random: &mut Random) {
        let mut number = 0;
        self.paragraphs.retain(|_| {
            number += 1;
            number <= 2 || !random.chance(0.4)
        });
    }

    fn update(&mut self, new: &[String], random: &mut Random) {
        let most = units(&self.paragraphs);
        let wanted = most / 3 + random.below(most * 2 / 3 + 1);
        let mut above: Vec<String> = Vec::new();
        for paragraph in new {
            if units(&above) + count(paragraph) <= wanted {
                above.push(paragraph.clone());
            }
        }
        self.keep(most * 3 / 4);
        self.paragraphs.splice(0..0, above);
    }
}

fn with_other_places(text: &str) -> String {
    PLACES.iter().fold(text.to_owned(), |text, (one, other)| text.replace(one, other))
}

/// Changes every number in one case of two, and one other word of thirty.
fn corrected(text: &str, random: &mut Random) -> String {
    let mut corrected = String::new();
    for word in text.split_inclusive(' ') {
        let has_digit = word.chars().any(|character| character.is_ascii_digit());
        if has_digit && random.chance(0.5) {
            let next = |character: char| if character == '3' { '7' } else { '3' };
            corrected.extend(
                word.chars().map(
                    |character| {
                        if character.is_ascii_digit() { next(character) } else { character }
                    },
                ),
            );
        } else if !has_digit && word.ends_with(' ') && random.chance(1.0 / 30.0) {
            corrected.push_str("reportedly ");
        } else {
            corrected.push_str(word);
        }
    }
    corrected
}

fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    paragraph.split_inclusive(text::is_sentence_terminal)
}

fn units(paragraphs: &[String]) -> usize {
    paragraphs.iter().map(|paragraph| count(paragraph)).sum()
}

/// Counts words; two characters of a script without spaces are one.
pub(super) fn count(text: &str) -> usize {
    let dense = text.chars().filter(|character| text::is_without_spaces(*character)).count();
    text.split_whitespace().count() + dense / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Source {
        let paragraph = |number: usize| {
            format!("Paragraph {number} of the story says what happened in Iraq on Monday. It rained again.")
        };
        Source {
            id: "a".to_owned(),
            language: "en".to_owned(),
            headline: "Rain".to_owned(),
            paragraphs: (0..30).map(paragraph).collect(),
        }
    }

    fn edited(edit: Edit) -> Source {
        let mut copy = source();
        copy.edit(edit, &vec!["New text of another desk.".to_owned(); 40], &mut Random::new(3));
        copy
    }

    #[test]
    fn a_cut_keeps_at_least_a_quarter() {
        let (before, after) = (units(&source().paragraphs), units(&edited(Edit::Cut).paragraphs));
        assert!(after * 4 >= before && after < before, "{before} {after}");
    }

    #[test]
    fn a_live_blog_has_new_text_above_and_old_text_below() {
        let body = edited(Edit::Live).body();
        assert!(body.starts_with("New text") && body.contains("Paragraph 0"), "{body}");
    }

    #[test]
    fn places_get_other_names_and_the_frame_is_new() {
        assert!(edited(Edit::Places).body().contains("in Irak on"));
        assert_ne!(edited(Edit::Frame).headline, "Rain");
    }

    #[test]
    fn a_correction_changes_some_words_only() {
        let (before, after) = (source().body(), edited(Edit::Correction).body());
        let same = before.split(' ').zip(after.split(' ')).filter(|(one, other)| one == other).count();
        let all = before.split(' ').count();
        assert!(same < all && same * 10 > all * 8, "{same} of {all}");
    }

    #[test]
    fn the_same_seed_makes_the_same_copy() {
        let copy = || source().copied(Edit::Holes, &[], &mut Random::new(5)).0.body();
        assert_eq!(copy(), copy());
    }
}
