//! The parameters that select articles.

use messages::EntityType;
use runtime::clock;
use serde::Deserialize;

use crate::{
    index::{Cursor, Filter, StoryFilter},
    problem::Problem,
};

/// How many articles a page has, unless asked otherwise.
const PAGE: usize = 50;
/// How many articles a page has at most.
const LARGEST_PAGE: usize = 500;

/// How many words a search has at most. Each is compared with all texts of the index.
const MOST_WORDS: usize = 16;
/// The least number of articles of a story, unless asked otherwise. Most stories have one.
const LEAST: usize = 2;

/// What selects articles. Empty parameters select all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Selection {
    pub(crate) language: String,
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) entity_type: String,
    pub(crate) source: String,
    pub(crate) since: String,
    pub(crate) until: String,
    pub(crate) q: String,
    pub(crate) cursor: String,
    pub(crate) limit: Option<usize>,
    /// `no` leaves out articles that have the text of an earlier one.
    pub(crate) copies: String,
    /// Of stories: the least number of articles and of publishers.
    pub(crate) articles: String,
    pub(crate) sources: String,
}

impl Selection {
    /// Returns the filter.
    ///
    /// # Errors
    ///
    /// When a type or a time cannot be read, or there are too many words.
    pub(crate) fn filter(&self) -> Result<Filter, Problem> {
        let given = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Filter {
            language: given(&self.language),
            name: given(&self.name),
            entity_type: given(&self.entity_type).map(|name| entity_type(&name)).transpose()?,
            source: given(&self.source),
            since: given(&self.since).map(|text| moment("since", &text)).transpose()?,
            until: given(&self.until).map(|text| moment("until", &text)).transpose()?,
            words: self.words()?,
            without_copies: self.without_copies()?,
        })
    }

    /// Returns the filter of stories.
    ///
    /// # Errors
    ///
    /// When a parameter cannot be read.
    pub(crate) fn stories(&self) -> Result<StoryFilter, Problem> {
        Ok(StoryFilter {
            articles: self.filter()?,
            least_articles: least("articles", &self.articles, LEAST)?,
            least_sources: least("sources", &self.sources, 1)?,
        })
    }

    fn without_copies(&self) -> Result<bool, Problem> {
        match self.copies.as_str() {
            "" | "yes" => Ok(false),
            "no" => Ok(true),
            _ => Err(Problem::invalid("copies", "copies: write `yes` or `no`")),
        }
    }

    fn words(&self) -> Result<Vec<String>, Problem> {
        let words = Filter::words_of(&self.q);
        if words.len() > MOST_WORDS {
            return Err(Problem::invalid("q", format!("q: at most {MOST_WORDS} different words")));
        }
        Ok(words)
    }

    /// Returns where the page begins.
    ///
    /// # Errors
    ///
    /// When it is not a cursor.
    pub(crate) fn place(&self) -> Result<Option<Cursor>, Problem> {
        if self.cursor.is_empty() {
            return Ok(None);
        }
        self.cursor.parse().map(Some).map_err(|error| Problem::invalid("cursor", error))
    }

    /// Returns the number of articles that the page has.
    pub(crate) fn page(&self) -> usize {
        self.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE)
    }
}

fn least(name: &str, text: &str, otherwise: usize) -> Result<usize, Problem> {
    match text.trim() {
        "" => Ok(otherwise),
        text => text.parse().map_err(|_| Problem::invalid(name, format!("{name}: write a number"))),
    }
}

fn entity_type(name: &str) -> Result<EntityType, Problem> {
    EntityType::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = EntityType::ALL.into_iter().map(EntityType::as_str).collect();
        Problem::invalid("type", format!("type: use one of {}", names.join(", ")))
    })
}

/// Reads a moment, in nanoseconds since 1970.
fn moment(name: &str, text: &str) -> Result<i64, Problem> {
    let moment = clock::moment(text);
    let nanoseconds = moment.and_then(|moment| {
        i64::try_from(moment.unix_timestamp_nanos()).map_err(|_| format!("`{text}` is too far away"))
    });
    nanoseconds.map_err(|error| Problem::invalid(name, format!("{name}: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_parameters_select_all() {
        let blank = Selection { name: " ".into(), ..Selection::default() };
        assert_eq!(blank.filter(), Ok(Filter::default()));
        assert_eq!(blank.page(), PAGE);
    }

    #[test]
    fn a_wrong_parameter_is_named() {
        let wrong_type = Selection { entity_type: "person".into(), ..Selection::default() };
        assert!(wrong_type.filter().unwrap_err().message().starts_with("type: use one of PER, ORG"));
        let wrong_time = Selection { until: "yesterday".into(), ..Selection::default() };
        assert!(wrong_time.filter().unwrap_err().message().starts_with("until: `yesterday` is not a time"));
    }

    #[test]
    fn a_story_has_at_least_two_articles_unless_asked_otherwise() {
        let least = |articles: &str, sources: &str| {
            let selection =
                Selection { articles: articles.into(), sources: sources.into(), ..Selection::default() };
            selection.stories().map(|filter| (filter.least_articles, filter.least_sources))
        };
        assert_eq!(least("", ""), Ok((2, 1)));
        assert_eq!(least(" 1", "5"), Ok((1, 5)));
        assert_eq!(least("many", "").unwrap_err().message(), "articles: write a number");
    }

    #[test]
    fn copies_are_left_out_on_demand() {
        let without = |copies: &str| {
            Selection { copies: copies.into(), ..Selection::default() }.filter().map(|it| it.without_copies)
        };
        assert_eq!((without(""), without("yes"), without("no")), (Ok(false), Ok(false), Ok(true)));
        assert_eq!(without("maybe").unwrap_err().message(), "copies: write `yes` or `no`");
    }

    #[test]
    fn a_search_has_few_different_words() {
        let search = |q: String| Selection { q, ..Selection::default() }.filter().map(|it| it.words);
        assert_eq!(search("Rain  rain in OSLO".into()), Ok(["in", "oslo", "rain"].map(String::from).into()));
        assert_eq!(search("rain ".repeat(10_000)).map(|words| words.len()), Ok(1));
        let many: Vec<String> = (0..17).map(|number| number.to_string()).collect();
        assert_eq!(search(many.join(" ")).unwrap_err().message(), "q: at most 16 different words");
    }

    #[test]
    fn a_page_has_a_bounded_size() {
        let page = |limit| Selection { limit: Some(limit), ..Selection::default() }.page();
        assert_eq!([page(0), page(7), page(1_000_000)], [1, 7, LARGEST_PAGE]);
    }
}
