//! How central each entity is to the article.

use crate::document::Part;

/// What an entity's mentions amount to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Prominence {
    /// Mentions outside dateline, byline and trailer.
    pub mentions: usize,
    /// Whether the headline names it.
    pub in_headline: bool,
    /// Whether the first paragraph names it.
    pub in_lead: bool,
    /// Where it is first named: 0 at the top of the article, 1 at its end.
    pub first: f64,
}

impl Prominence {
    /// Counts one mention in.
    pub fn add(&mut self, part: Part, position: f64) {
        if self.mentions == 0 {
            self.first = position;
        }
        match part {
            Part::Headline => self.in_headline = true,
            Part::Lead => self.in_lead = true,
            Part::Body => {}
            // Who wrote it and where says little about what it is about.
            Part::Byline | Part::Dateline | Part::Trailer => return,
        }
        self.mentions += 1;
    }
}

/// Salience, 0 to 1, in an article whose most frequent entity has `most` mentions.
///
/// Half by frequency (on a log scale), the rest by position; an entity named most often, in the
/// headline, in the lead and first of all has 1. The shares are set by hand.
pub fn salience(prominence: Prominence, most: usize) -> f64 {
    if prominence.mentions == 0 {
        return 0.02;
    }
    let frequency = (1.0 + prominence.mentions as f64).ln() / (1.0 + most.max(1) as f64).ln();
    let headline = if prominence.in_headline { 0.2 } else { 0.0 };
    let lead = if prominence.in_lead || prominence.in_headline { 0.15 } else { 0.0 };
    let early = 0.15 * (1.0 - prominence.first);
    let salience: f64 = 0.5 * frequency + headline + lead + early;
    (salience.clamp(0.0, 1.0) * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prominence(parts: &[Part], first: f64) -> Prominence {
        let mut prominence = Prominence::default();
        for part in parts {
            prominence.add(*part, first);
        }
        prominence
    }

    #[test]
    fn the_most_named_entity_of_headline_and_lead_has_one() {
        let top = prominence(&[Part::Headline, Part::Lead, Part::Body], 0.0);
        assert!((salience(top, 3) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn headline_beats_lead_beats_body_and_often_beats_once() {
        let once = |part| salience(prominence(&[part], 0.2), 4);
        assert!(once(Part::Headline) > once(Part::Lead));
        assert!(once(Part::Lead) > once(Part::Body));
        assert!(salience(prominence(&[Part::Body; 4], 0.2), 4) > once(Part::Body));
    }

    #[test]
    fn a_dateline_alone_hardly_counts() {
        assert!(salience(prominence(&[Part::Dateline], 0.0), 4) < 0.05);
    }
}
