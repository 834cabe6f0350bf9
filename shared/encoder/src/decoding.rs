//! From scores to names: the best sequence of labels in which a name is never continued before it began.

use std::ops::Range;

/// The labels of a network: `O`, and `B-` and `I-` of each type.
#[derive(Debug)]
pub(crate) struct Labels {
    kinds: Vec<Kind>,
    /// The types, in the order of their first label.
    pub(crate) types: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Outside,
    Begins(usize),
    Continues(usize),
}

/// A name: words of one sentence, the number of its type, and how sure the network is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) words: Range<usize>,
    pub(crate) kind: usize,
    pub(crate) score: f64,
}

impl Labels {
    /// None where a label is neither `O` nor begins with `B-` or `I-`.
    pub(crate) fn read(names: &[String]) -> Option<Self> {
        let mut types: Vec<String> = Vec::new();
        let mut kinds = Vec::new();
        for name in names {
            let mut number = |name: &str| {
                let known = types.iter().position(|known| known == name);
                known.unwrap_or_else(|| {
                    types.push(name.to_owned());
                    types.len() - 1
                })
            };
            kinds.push(match name.split_once('-') {
                None if name == "O" => Kind::Outside,
                Some(("B", name)) => Kind::Begins(number(name)),
                Some(("I", name)) => Kind::Continues(number(name)),
                _ => return None,
            });
        }
        Some(Self { kinds, types })
    }

    /// The labels as the weight file has them.
    pub(crate) fn names(&self) -> Vec<String> {
        let of_type = |kind: usize| self.types.get(kind).map_or("", String::as_str);
        let name = |kind: &Kind| match kind {
            Kind::Outside => "O".to_owned(),
            Kind::Begins(kind) => format!("B-{}", of_type(*kind)),
            Kind::Continues(kind) => format!("I-{}", of_type(*kind)),
        };
        self.kinds.iter().map(name).collect()
    }

    /// The names of one sentence; `scores` has a row for each word.
    pub(crate) fn decode<'s>(&self, scores: impl Iterator<Item = &'s [f32]> + Clone) -> Vec<Found> {
        let path = self.best_path(scores.clone());
        let mut names: Vec<Found> = Vec::new();
        for (word, (kind, scores)) in path.iter().zip(scores).enumerate() {
            let probability = self.probability(*kind, scores);
            match kind {
                Kind::Outside => {}
                Kind::Begins(kind) => {
                    names.push(Found { words: word..word + 1, kind: *kind, score: probability });
                }
                Kind::Continues(_) => {
                    if let Some(name) = names.last_mut() {
                        name.words.end = word + 1;
                        // A name is as sure as its least sure word.
                        name.score = name.score.min(probability);
                    }
                }
            }
        }
        names
    }

    fn best_path<'s>(&self, scores: impl Iterator<Item = &'s [f32]>) -> Vec<Kind> {
        let mut best: Vec<f32> = Vec::new();
        let mut steps: Vec<Vec<usize>> = Vec::new();
        for scores in scores {
            let mut next = Vec::with_capacity(self.kinds.len());
            let mut step = Vec::with_capacity(self.kinds.len());
            for (kind, score) in self.kinds.iter().zip(scores) {
                let (from, before) = self.best_before(*kind, &best, steps.is_empty());
                step.push(from);
                next.push(before + score);
            }
            steps.push(step);
            best = next;
        }
        let mut label = highest(best.iter().copied().enumerate()).map_or(0, |(label, _)| label);
        let mut path = Vec::with_capacity(steps.len());
        for step in steps.iter().rev() {
            path.push(self.kinds.get(label).copied().unwrap_or(Kind::Outside));
            label = step.get(label).copied().unwrap_or_default();
        }
        path.reverse();
        path
    }

    /// The best label to stand before `kind`, and the score up to there.
    fn best_before(&self, kind: Kind, best: &[f32], is_first: bool) -> (usize, f32) {
        let barred = (0, f32::NEG_INFINITY);
        match kind {
            Kind::Continues(_) if is_first => barred,
            _ if is_first => (0, 0.0),
            Kind::Continues(_) => {
                let allowed = best.iter().copied().enumerate().zip(&self.kinds);
                let allowed = allowed.filter(|(_, before)| kind.may_follow(**before)).map(|(score, _)| score);
                highest(allowed).unwrap_or(barred)
            }
            _ => highest(best.iter().copied().enumerate()).unwrap_or(barred),
        }
    }

    /// How probable it is that the word is inside a name of the chosen type at all, whether first or not: where a
    /// name begins is the path's affair.
    fn probability(&self, chosen: Kind, scores: &[f32]) -> f64 {
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let (mut inside, mut all) = (0.0, 0.0);
        for (kind, score) in self.kinds.iter().zip(scores) {
            let weight = f64::from(score - most).exp();
            all += weight;
            if kind.of_type() == chosen.of_type() {
                inside += weight;
            }
        }
        if all > 0.0 { inside / all } else { 0.0 }
    }
}

impl Kind {
    fn of_type(self) -> Option<usize> {
        match self {
            Self::Outside => None,
            Self::Begins(kind) | Self::Continues(kind) => Some(kind),
        }
    }

    fn may_follow(self, before: Self) -> bool {
        !matches!(self, Self::Continues(_)) || before.of_type() == self.of_type()
    }
}

/// The first of the highest.
fn highest(scores: impl Iterator<Item = (usize, f32)>) -> Option<(usize, f32)> {
    scores.fold(None, |best: Option<(usize, f32)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scores: &[[f32; 5]], expected: &[(Range<usize>, &str)]) {
        let names = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"].map(str::to_owned);
        let labels = Labels::read(&names).expect("these are labels");
        let found = labels.decode(scores.iter().map(<[f32; 5]>::as_slice));
        let found: Vec<(Range<usize>, &str)> =
            found.iter().map(|name| (name.words.clone(), labels.types[name.kind].as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_is_a_beginning_and_what_continues_it() {
        check(&[[0., 9., 0., 0., 0.], [0., 0., 9., 0., 0.], [9., 0., 0., 0., 0.]], &[(0..2, "PER")]);
        check(&[[0., 9., 0., 0., 0.], [0., 9., 0., 0., 0.]], &[(0..1, "PER"), (1..2, "PER")]);
    }

    #[test]
    fn nothing_continues_what_did_not_begin_or_is_of_another_type() {
        check(&[[1., 2., 9., 0., 0.]], &[(0..1, "PER")]);
        check(&[[0., 9., 0., 0., 0.], [0., 0., 4., 3., 5.]], &[(0..2, "PER")]);
    }

    #[test]
    fn a_sentence_without_words_has_no_names() {
        check(&[], &[]);
    }

    #[test]
    fn labels_of_another_scheme_are_refused() {
        assert!(Labels::read(&["O".to_owned(), "S-PER".to_owned()]).is_none());
        assert!(Labels::read(&["PERSON".to_owned()]).is_none());
    }

    #[test]
    fn a_name_is_as_sure_as_its_least_sure_word() {
        let names = ["O", "B-PER", "I-PER"].map(str::to_owned);
        let labels = Labels::read(&names).expect("these are labels");
        let scores = [[0.0_f32, 9.0, 0.0], [0.0, 0.0, 0.7]];
        let found = labels.decode(scores.iter().map(<[f32; 3]>::as_slice));
        // Of e^0 + e^0 + e^0.7, inside are e^0 + e^0.7.
        assert!((found[0].score - 0.7507).abs() < 1e-3, "{found:?}");
    }
}
