//! A curve beside a figure.

use std::fmt::Write;

use maud::{Markup, html};

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 24.0;

/// Draws values in equal steps of time, the oldest at the left. `label` says what they are.
pub(super) fn sparkline(values: &[f64], label: &str) -> Markup {
    let points = points(values);
    html! {
        svg.spark viewBox="0 0 120 24" preserveAspectRatio="none" role="img" aria-label=(label) {
            @if !points.is_empty() {
                polygon points={ "0,24 " (points) "120,24" } {}
                polyline points=(points) {}
            }
        }
    }
}

/// Returns the corners of the curve. The highest value touches the top; what is not a number counts as zero.
fn points(values: &[f64]) -> String {
    let top = values.iter().copied().filter(|value| value.is_finite()).fold(1.0, f64::max);
    let step = WIDTH / (values.len().max(2) - 1) as f64;
    let mut points = String::new();
    for (index, value) in values.iter().enumerate() {
        let share = if value.is_finite() { (value / top).clamp(0.0, 1.0) } else { 0.0 };
        // A pixel at the top and the bottom leaves room for the width of the line.
        let height = HEIGHT - 1.0 - share * (HEIGHT - 2.0);
        // Writing to memory cannot fail.
        let _ = write!(points, "{:.1},{height:.1} ", step * index as f64);
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_value_touches_the_top() {
        assert_eq!(points(&[0.0, 50.0, 100.0]), "0.0,23.0 60.0,12.0 120.0,1.0 ");
    }

    #[test]
    fn nothing_and_odd_values_are_drawn_flat() {
        assert_eq!(points(&[]), "");
        assert_eq!(points(&[f64::NAN, -3.0]), "0.0,23.0 120.0,23.0 ");
    }
}
