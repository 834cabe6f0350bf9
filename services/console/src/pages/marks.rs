//! Layers that overlap, as nested elements.
//!
//! Layers are given from the outermost to the innermost. An element that crosses the edge of an outer one is closed
//! there and opened again, so the result is always well-formed, and its text is the given text.

use formats::escaped;
use text::Span;

/// A part of a text in which no span begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece<const N: usize> {
    bytes: Span,
    /// For each layer, the index of the span that contains the piece.
    inside: [Option<usize>; N],
}

/// The tags around the text of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    /// The tag before the text, with its attributes: `<p dir="auto">`.
    pub(super) open: String,
    /// The tag after the text.
    pub(super) close: &'static str,
}

/// Sorts the spans of one layer, and removes those that are empty, do not fit the text, or overlap an earlier one.
/// Of two that begin together, the longer stays.
pub(super) fn disjoint<T>(text: &str, mut spans: Vec<(Span, T)>) -> Vec<(Span, T)> {
    spans.retain(|(span, _)| !span.of(text).is_empty());
    spans.sort_by_key(|(span, _)| (span.start, usize::MAX - span.end));
    let mut end = 0;
    spans.retain(|(span, _)| {
        let is_free = span.start >= end;
        if is_free {
            end = span.end;
        }
        is_free
    });
    spans
}

/// Writes a text with the elements of its layers around it. Each layer is disjoint. `element` returns the tags for
/// a span, given the numbers of its layer and of the span in it.
pub(super) fn nested<const N: usize>(
    text: &str,
    layers: &[Vec<Span>; N],
    element: impl Fn(usize, usize) -> Element,
) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut closing: Vec<&'static str> = Vec::new();
    let mut before = [None; N];
    for piece in pieces(text, layers) {
        let common = before.iter().zip(&piece.inside).take_while(|(old, new)| old == new).count();
        let open_before = before.iter().take(common).flatten().count();
        while closing.len() > open_before {
            out.push_str(closing.pop().unwrap_or_default());
        }
        for (layer, index) in piece.inside.iter().enumerate().skip(common) {
            if let Some(index) = index {
                let Element { open, close } = element(layer, *index);
                out.push_str(&open);
                closing.push(close);
            }
        }
        out.push_str(&escaped(piece.bytes.of(text)));
        before = piece.inside;
    }
    while let Some(close) = closing.pop() {
        out.push_str(close);
    }
    out
}

/// Cuts a text wherever a span of a layer begins or ends.
fn pieces<const N: usize>(text: &str, layers: &[Vec<Span>; N]) -> Vec<Piece<N>> {
    let mut cuts: Vec<usize> = layers.iter().flatten().flat_map(|span| [span.start, span.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let starts = cuts.iter().copied();
    let ends = cuts.iter().copied().skip(1);
    let mut passed = [0; N];
    starts
        .zip(ends)
        .map(|(start, end)| Piece {
            bytes: Span::new(start, end),
            inside: inside(layers, &mut passed, start),
        })
        .collect()
}

/// Returns the spans that contain the byte `at`. `passed` counts, for each layer, the spans that end before it.
fn inside<const N: usize>(layers: &[Vec<Span>; N], passed: &mut [usize; N], at: usize) -> [Option<usize>; N] {
    let mut found = [None; N];
    for ((layer, passed), found) in layers.iter().zip(passed).zip(&mut found) {
        while layer.get(*passed).is_some_and(|span| span.end <= at) {
            *passed += 1;
        }
        *found = layer.get(*passed).is_some_and(|span| span.start <= at).then_some(*passed);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Marks the spans of two layers with `<a0>` and `<b0>`.
    fn marked(text: &str, layers: [&[(usize, usize)]; 2]) -> String {
        let layers = layers.map(|layer| {
            let spans = layer.iter().map(|(start, end)| (Span::new(*start, *end), ())).collect();
            disjoint(text, spans).into_iter().map(|(span, ())| span).collect()
        });
        nested(text, &layers, |layer, index| match layer {
            0 => Element { open: format!("<a{index}>"), close: "</a>" },
            _ => Element { open: format!("<b{index}>"), close: "</b>" },
        })
    }

    fn check(layers: [&[(usize, usize)]; 2], expected: &str) {
        assert_eq!(marked("abcdef", layers), expected);
    }

    #[test]
    fn inner_spans_nest_in_outer_ones() {
        check([&[(0, 4)], &[(1, 2)]], "<a0>a<b0>b</b>cd</a>ef");
        check([&[(0, 2), (2, 4)], &[]], "<a0>ab</a><a1>cd</a>ef");
    }

    #[test]
    fn a_span_across_the_edge_of_an_outer_one_is_cut_in_two() {
        check([&[(0, 3)], &[(2, 5)]], "<a0>ab<b0>c</b></a><b0>de</b>f");
        check([&[(1, 2)], &[(0, 4)]], "<b0>a</b><a0><b0>b</b></a><b0>cd</b>ef");
    }

    #[test]
    fn what_does_not_fit_or_overlaps_is_left_out() {
        check([&[(4, 9), (3, 3)], &[(0, 2), (1, 4), (0, 1)]], "<b0>ab</b>cdef");
        assert_eq!(marked("é", [&[(1, 2)], &[]]), "é");
    }

    /// Removes tags, and reads the references back.
    fn text_content(html: &str) -> String {
        let mut text = String::new();
        let mut rest = html;
        while let Some((before, tag)) = rest.split_once('<') {
            text.push_str(before);
            rest = tag.split_once('>').unwrap().1;
        }
        text.push_str(rest);
        let references =
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
        references.iter().fold(text, |text, (reference, character)| text.replace(reference, character))
    }

    /// Reports whether every closing tag belongs to the last open one.
    fn is_well_formed(html: &str) -> bool {
        let mut open = Vec::new();
        for tag in html.split('<').skip(1).map(|part| part.split('>').next().unwrap()) {
            match tag.strip_prefix('/') {
                Some(name) if open.pop().is_some_and(|opened: &str| opened.starts_with(name)) => {}
                Some(_) => return false,
                None => open.push(tag),
            }
        }
        open.is_empty()
    }

    proptest! {
        #[test]
        fn the_text_survives_any_layers(
            text in "(\\PC|[<>&\"'\\r\\n é🌧]){0,60}",
            spans in prop::collection::vec((0usize..80, 0usize..80, any::<bool>()), 0..12),
        ) {
            let of_layer = |outer: bool| -> Vec<(usize, usize)> {
                spans.iter().filter(|(.., is_outer)| *is_outer == outer).map(|(a, b, _)| (*a, *b)).collect()
            };
            let html = marked(&text, [&of_layer(true), &of_layer(false)]);
            prop_assert_eq!(text_content(&html), text.as_str());
            prop_assert!(is_well_formed(&html), "{}", html);
        }
    }
}
