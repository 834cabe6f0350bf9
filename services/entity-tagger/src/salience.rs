//! How central each entity is to the article.

use crate::document::Placement;

/// Where and how often an article names an entity.
#[derive(Debug, Clone, Copy, Default)]
pub struct Prominence {
    /// Mentions outside dateline, byline and trailer.
    pub mentions: usize,
    /// Whether the headline names it.
    pub in_headline: bool,
    /// Whether the first paragraph names it.
    pub in_lead: bool,
    /// The place of its first mention: 0 at the top of the article, 1 at its end.
    pub first: f64,
}

impl Prominence {
    /// Counts one mention.
    pub fn add(&mut self, placement: Placement, position: f64) {
        if self.mentions == 0 {
            self.first = position;
        }
        match placement {
            Placement::Headline => self.in_headline = true,
            Placement::Lead => self.in_lead = true,
            Placement::Body => {}
            // Who wrote the article, and where, says little about its subject.
            Placement::Byline | Placement::Dateline | Placement::Trailer => return,
        }
        self.mentions += 1;
    }
}

/// Returns the salience, 0 to 1, in an article whose most frequent entity has `most` mentions.
///
/// Half of it is frequency on a log scale, the rest position. The most frequent entity has 1 if the article
/// names it in the headline, in the lead and before all others. The shares are set by hand.
pub fn salience(prominence: Prominence, most: usize) -> f64 {
    if prominence.mentions == 0 {
        // Named in the dateline, byline or trailer only.
        return 0.02;
    }
    // On a log scale, because the tenth mention says less than the second.
    let frequency = (1.0 + prominence.mentions as f64).ln() / (1.0 + most.max(1) as f64).ln();
    let headline = if prominence.in_headline { 0.2 } else { 0.0 };
    // An entity of the headline counts as in the lead, which may begin with a pronoun for it.
    let lead = if prominence.in_lead || prominence.in_headline { 0.15 } else { 0.0 };
    let early = 0.15 * (1.0 - prominence.first);
    let salience: f64 = 0.5 * frequency + headline + lead + early;
    (salience.clamp(0.0, 1.0) * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prominence(placements: &[Placement], first: f64) -> Prominence {
        let mut prominence = Prominence::default();
        for placement in placements {
            prominence.add(*placement, first);
        }
        prominence
    }

    #[test]
    fn the_most_frequent_entity_of_headline_and_lead_has_salience_one() {
        let top = prominence(&[Placement::Headline, Placement::Lead, Placement::Body], 0.0);
        assert!((salience(top, 3) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn headline_counts_more_than_lead_and_lead_more_than_body() {
        let once = |placement| salience(prominence(&[placement], 0.2), 4);
        assert!(once(Placement::Headline) > once(Placement::Lead));
        assert!(once(Placement::Lead) > once(Placement::Body));
        assert!(salience(prominence(&[Placement::Body; 4], 0.2), 4) > once(Placement::Body));
    }

    #[test]
    fn a_mention_in_a_dateline_hardly_counts() {
        assert!(salience(prominence(&[Placement::Dateline], 0.0), 4) < 0.05);
    }
}
