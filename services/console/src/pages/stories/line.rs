//! A time line with a stroke for each article.

use maud::{Markup, html};

use super::Moment;

/// The width and the height of the drawing.
const WIDTH: f64 = 1_000.0;
const HEIGHT: f64 = 20.0;
/// The places at which strokes are told apart.
const PLACES: f64 = 250.0;

/// The part of time that a line shows, in nanoseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) from: i64,
    pub(super) to: i64,
}

impl Range {
    /// Returns the range of all these moments; `None` without any.
    pub(super) fn of<'m>(moments: impl Iterator<Item = &'m Moment> + Clone) -> Option<Self> {
        let times = moments.map(|moment| moment.at);
        Some(Self { from: times.clone().min()?, to: times.max()? })
    }
}

/// Draws when the articles of a story joined it. `label` says it in words.
pub(super) fn line(range: Range, moments: &[Moment], label: &str) -> Markup {
    let (first, last) = (place(range, moments.first()), place(range, moments.last()));
    html! {
        svg.timeline viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label=(label) {
            line.span x1=(first) x2=(last) y1="10" y2="10" {}
            @for (x, is_copy) in strokes(range, moments) {
                @if is_copy {
                    line.copy x1=(x) x2=(x) y1="6" y2="14" {}
                } @else {
                    line x1=(x) x2=(x) y1="1" y2=(HEIGHT - 1.0) {}
                }
            }
        }
    }
}

/// Returns the places of the strokes, and whether all articles there are copies. Those that would cover each other are
/// one.
fn strokes(range: Range, moments: &[Moment]) -> Vec<(f64, bool)> {
    let mut strokes: Vec<(f64, bool)> = Vec::new();
    for moment in moments {
        let x = place(range, Some(moment));
        match strokes.last_mut() {
            Some((last, is_copy)) if (*last - x).abs() < 0.5 => *is_copy &= moment.is_copy,
            _ => strokes.push((x, moment.is_copy)),
        }
    }
    strokes
}

/// Returns where a moment is. The ends keep a little room for the width of a stroke.
fn place(range: Range, moment: Option<&Moment>) -> f64 {
    let whole = range.to.saturating_sub(range.from);
    let passed = moment.map_or(0, |moment| moment.at.saturating_sub(range.from));
    let share = if whole <= 0 { 0.0 } else { (passed as f64 / whole as f64).clamp(0.0, 1.0) };
    4.0 + (share * PLACES).round() / PLACES * (WIDTH - 8.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(times: &[(i64, bool)]) -> Vec<Moment> {
        times.iter().map(|(at, is_copy)| Moment { at: *at, is_copy: *is_copy }).collect()
    }

    #[test]
    fn the_first_and_the_last_article_are_at_the_ends() {
        let moments = moments(&[(10, false), (15, true), (20, false)]);
        let range = Range::of(moments.iter()).unwrap();
        assert_eq!(strokes(range, &moments), [(4.0, false), (500.0, true), (996.0, false)]);
    }

    #[test]
    fn articles_at_one_place_are_one_stroke_of_a_copy_only_if_all_are_copies() {
        let range = Range { from: 0, to: 1_000_000 };
        assert_eq!(strokes(range, &moments(&[(0, false), (1, true)])), [(4.0, false)]);
        assert_eq!(strokes(range, &moments(&[(0, true), (1, true)])), [(4.0, true)]);
        let many: Vec<(i64, bool)> = (0..100_000).map(|at| (at * 10, true)).collect();
        assert!(strokes(range, &moments(&many)).len() <= 251);
    }

    #[test]
    fn one_moment_is_a_line_of_its_own() {
        let one = moments(&[(i64::MAX, false)]);
        let range = Range::of(one.iter()).unwrap();
        assert_eq!(strokes(range, &one), [(4.0, false)]);
        assert_eq!(Range::of([].iter()), None);
    }
}
