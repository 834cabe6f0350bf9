//! Which stories are near a text.

use std::cmp::Ordering;

use crate::{
    postings::NumberMap,
    signs::Signs,
    vector::{DIMENSIONS, Direction},
};

/// Stories of which more signs differ are not compared. At a cosine of 0.5 a third of the signs differ on average.
const MOST_SIGNS: u32 = (DIMENSIONS * 9 / 20) as u32;

/// The directions of all stories that have one.
#[derive(Debug, Default)]
pub(super) struct Directions {
    signs: Signs,
    /// The direction and the story of each row.
    rows: Vec<Direction>,
    stories: Vec<u32>,
    free: Vec<usize>,
    places: NumberMap<usize>,
}

impl Directions {
    /// Sets the direction of a story.
    pub(super) fn set(&mut self, story: u32, direction: Option<Direction>) {
        let Some(direction) = direction else { return self.remove(story) };
        let place = match self.places.get(&story) {
            Some(place) => *place,
            None => self.free.pop().unwrap_or(self.rows.len()),
        };
        self.places.insert(story, place);
        self.signs.set(place, direction.signs());
        if let (Some(row), Some(of)) = (self.rows.get_mut(place), self.stories.get_mut(place)) {
            (*row, *of) = (direction, story);
        } else {
            self.rows.push(direction);
            self.stories.push(story);
        }
    }

    /// Forgets a story.
    pub(super) fn remove(&mut self, story: u32) {
        if let Some(place) = self.places.remove(&story) {
            self.signs.clear(place);
            self.free.push(place);
        }
    }

    /// Returns the `most` stories that are nearest to a direction, with their cosines, the nearest first. About `compared`
    /// stories are compared. `older` decides between two that are as near.
    pub(super) fn nearest(
        &mut self,
        direction: &Direction,
        own: Option<u32>,
        (most, compared): (usize, usize),
        older: impl Fn(u32, u32) -> Ordering,
    ) -> Vec<(f64, u32)> {
        let places = self.signs.nearest(direction.signs(), compared, MOST_SIGNS);
        let rows =
            places.into_iter().filter_map(|place| Some((*self.stories.get(place)?, self.rows.get(place)?)));
        let others = rows.filter(|(story, _)| Some(*story) != own);
        let mut found: Vec<(f64, u32)> =
            others.map(|(story, other)| (direction.cosine(other), story)).collect();
        let compare = |one: &(f64, u32), other: &(f64, u32)| {
            other.0.total_cmp(&one.0).then_with(|| older(one.1, other.1))
        };
        if found.len() > most {
            found.select_nth_unstable_by(most - 1, compare);
            found.truncate(most);
        }
        found.sort_by(compare);
        found
    }
}
