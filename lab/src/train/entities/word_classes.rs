//! Word classes from unlabelled text: words with similar neighbours share a class.
//!
//! Each word is described by the words around it (positive pointwise mutual information with the most common
//! forms, by position). A truncated singular value decomposition reduces these numbers. Then the words are
//! split into two halves, ten times over. The bits of a class are the halves a word fell into, so that the
//! first few bits name a wider class.

use std::collections::HashMap;

use crate::random::Random;

/// Least number of occurrences of a form.
const LEAST: u32 = 8;
/// Number of forms that describe a word as its neighbours.
const CONTEXTS: usize = 1500;
/// Number of dimensions after the reduction.
const DIMENSIONS: usize = 50;
/// Number of splits, which is the number of bits of a class.
const BITS: u32 = 10;

/// The forms of all texts, in order.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    numbers: HashMap<String, u32>,
    /// The numbers of the forms, with `u32::MAX` after each text.
    text: Vec<u32>,
}

impl Neighbours {
    /// Adds the forms of a sentence.
    pub(super) fn add<'w>(&mut self, forms: impl Iterator<Item = &'w str>) {
        for form in forms {
            // Numbers differ in value, but their neighbours are alike.
            let plain: String =
                form.chars().map(|letter| if letter.is_numeric() { '0' } else { letter }).collect();
            let next = self.numbers.len() as u32;
            self.text.push(*self.numbers.entry(plain).or_insert(next));
        }
        self.text.push(u32::MAX);
    }

    /// Returns each frequent form with its class, the most frequent first.
    pub(super) fn classes(&self) -> Vec<(String, u16)> {
        let mut counts = vec![0_u32; self.numbers.len()];
        self.text.iter().filter(|form| **form != u32::MAX).for_each(|form| counts[*form as usize] += 1);
        let mut forms: Vec<(&String, u32)> =
            self.numbers.iter().map(|(form, number)| (form, *number)).collect();
        forms.retain(|(_, number)| counts[*number as usize] >= LEAST);
        // The most frequent forms come first, since the first `CONTEXTS` of them describe all words.
        forms.sort_unstable_by_key(|(_, number)| (u32::MAX - counts[*number as usize], *number));
        let mut rank = vec![u32::MAX; self.numbers.len()];
        for ((_, number), place) in forms.iter().zip(0..) {
            rank[*number as usize] = place;
        }
        let rows = information(&self.near(&rank), forms.len());
        let vectors = reduce(&rows);
        let mut classes = vec![0_u16; forms.len()];
        halve(&vectors, &mut (0..forms.len()).collect::<Vec<_>>(), 0, BITS, &mut classes);
        forms.iter().zip(classes).map(|((form, _), class)| ((*form).clone(), class)).collect()
    }

    /// Counts how often each form is near each of the most common forms, by position.
    fn near(&self, rank: &[u32]) -> HashMap<(u32, u32), f32> {
        let mut pairs: HashMap<(u32, u32), f32> = HashMap::new();
        let rank = |form: Option<&u32>| {
            let known = form.and_then(|form| rank.get(*form as usize)).copied();
            known.filter(|rank| *rank != u32::MAX)
        };
        for (index, form) in self.text.iter().enumerate() {
            let Some(word) = rank(Some(form)) else { continue };
            for (position, offset) in (0_u32..).zip([-2_isize, -1, 1, 2]) {
                let neighbour = index.checked_add_signed(offset).and_then(|index| self.text.get(index));
                let Some(context) = rank(neighbour).filter(|rank| (*rank as usize) < CONTEXTS) else {
                    continue;
                };
                *pairs.entry((word, context + position * CONTEXTS as u32)).or_default() += 1.0;
            }
        }
        pairs
    }
}

type SparseRows = Vec<Vec<(u32, f32)>>;

/// Returns the positive pointwise mutual information. Contexts count with the power 0.75, which keeps rare
/// ones from dominating (Levy, Goldberg and Dagan 2015).
fn information(pairs: &HashMap<(u32, u32), f32>, forms: usize) -> SparseRows {
    let mut sorted: Vec<((u32, u32), f32)> = pairs.iter().map(|(pair, count)| (*pair, *count)).collect();
    // A fixed order, because sums of floats depend on it and a hash map's order differs between runs.
    sorted.sort_unstable_by_key(|(pair, _)| *pair);
    let (mut of_word, mut of_context) = (vec![0.0_f32; forms], vec![0.0_f32; 4 * CONTEXTS]);
    for ((word, context), count) in &sorted {
        of_word[*word as usize] += count;
        of_context[*context as usize] += count;
    }
    for count in &mut of_context {
        *count = count.powf(0.75);
    }
    let total: f32 = of_context.iter().sum();
    let mut rows: SparseRows = vec![Vec::new(); forms];
    for ((word, context), count) in sorted {
        let information = (count * total / (of_word[word as usize] * of_context[context as usize])).ln();
        if information > 0.0 {
            rows[word as usize].push((context, information));
        }
    }
    rows
}

type Vector = [f32; DIMENSIONS];

/// Projects the rows onto the directions in which they differ most (orthogonal iteration), and scales each to
/// length 1.
fn reduce(rows: &SparseRows) -> Vec<Vector> {
    let mut random = Random::new(7);
    let mut basis: Vec<Vector> =
        (0..4 * CONTEXTS).map(|_| std::array::from_fn(|_| random.unit() - 0.5)).collect();
    let mut vectors = Vec::new();
    for _ in 0..5 {
        orthogonalise(&mut basis);
        vectors = project(rows, &basis);
        basis = vec![[0.0; DIMENSIONS]; 4 * CONTEXTS];
        for (row, vector) in rows.iter().zip(&vectors) {
            for (context, information) in row {
                for (sum, value) in basis[*context as usize].iter_mut().zip(vector) {
                    *sum += information * value;
                }
            }
        }
    }
    for vector in &mut vectors {
        // Without this, the strongest directions would hide the others.
        normalise(vector);
    }
    vectors
}

fn project(rows: &SparseRows, basis: &[Vector]) -> Vec<Vector> {
    let of_row = |row: &Vec<(u32, f32)>| {
        let mut vector = [0.0; DIMENSIONS];
        for (context, information) in row {
            for (sum, value) in vector.iter_mut().zip(&basis[*context as usize]) {
                *sum += information * value;
            }
        }
        vector
    };
    rows.iter().map(of_row).collect()
}

/// Makes the columns orthonormal (Gram and Schmidt).
fn orthogonalise(basis: &mut [Vector]) {
    for column in 0..DIMENSIONS {
        for before in 0..column {
            let dot: f32 = basis.iter().map(|row| row[column] * row[before]).sum();
            for row in basis.iter_mut() {
                row[column] -= dot * row[before];
            }
        }
        let length = basis.iter().map(|row| row[column] * row[column]).sum::<f32>().sqrt().max(1e-9);
        for row in basis.iter_mut() {
            row[column] /= length;
        }
    }
}

fn normalise(vector: &mut Vector) {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt().max(1e-9);
    for value in vector {
        *value /= length;
    }
}

/// Splits the words by two means, so that each half has at least a quarter of them, and splits the halves
/// again.
fn halve(vectors: &[Vector], words: &mut [usize], class: u16, bits: u32, classes: &mut [u16]) {
    if bits == 0 || words.len() < 2 {
        for word in words {
            classes[*word] = class << bits;
        }
        return;
    }
    let mut direction = spread(vectors, words);
    let mut cut = words.len() / 2;
    for _ in 0..8 {
        let along = |word: &usize| -> f32 { vectors[*word].iter().zip(&direction).map(|(a, b)| a * b).sum() };
        // Ties are ordered by number, so that the classes are the same in every run.
        words.sort_by(|first, second| along(first).total_cmp(&along(second)).then(first.cmp(second)));
        let threshold = words.partition_point(|word| along(word) < 0.0);
        cut = threshold.clamp(words.len().div_ceil(4), words.len() - words.len().div_ceil(4)).max(1);
        let (low, high) = words.split_at(cut);
        let (mut low, mut high) = (mean(vectors, low), mean(vectors, high));
        normalise(&mut low);
        normalise(&mut high);
        direction = std::array::from_fn(|index| high[index] - low[index]);
    }
    let (low, high) = words.split_at_mut(cut);
    halve(vectors, low, class << 1, bits - 1, classes);
    halve(vectors, high, class << 1 | 1, bits - 1, classes);
}

fn mean(vectors: &[Vector], words: &[usize]) -> Vector {
    let mut mean = [0.0; DIMENSIONS];
    for word in words {
        mean.iter_mut().zip(&vectors[*word]).for_each(|(sum, value)| *sum += value);
    }
    for sum in &mut mean {
        *sum /= words.len().max(1) as f32;
    }
    mean
}

/// Returns the direction in which the words differ most (power iteration).
fn spread(vectors: &[Vector], words: &[usize]) -> Vector {
    let middle = mean(vectors, words);
    let mut direction: Vector = std::array::from_fn(|index| if index % 2 == 0 { 1.0 } else { -0.5 });
    for _ in 0..6 {
        let mut next = [0.0; DIMENSIONS];
        for word in words {
            let apart = vectors[*word].iter().zip(&middle).map(|(value, middle)| value - middle);
            let along: f32 = apart.clone().zip(&direction).map(|(apart, direction)| apart * direction).sum();
            next.iter_mut().zip(apart).for_each(|(sum, apart)| *sum += along * apart);
        }
        normalise(&mut next);
        direction = next;
    }
    direction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_similar_neighbours_share_a_class() {
        let mut neighbours = Neighbours::default();
        for round in 0..400 {
            let place = ["Oslo", "Bergen", "Tromsø"][round % 3];
            let person = ["Ada", "Grace", "Alan"][round % 3];
            let verb = ["rained", "snowed", "poured"][round / 3 % 3];
            neighbours.add(["it", verb, "in", place, "."].into_iter());
            neighbours.add(["Ms", person, "said", "so", "."].into_iter());
        }
        let classes: HashMap<String, u16> = neighbours.classes().into_iter().collect();
        let wide = |word: &str| classes[word] >> (BITS - 2);
        assert_eq!(wide("Oslo"), wide("Tromsø"));
        assert_eq!(wide("Ada"), wide("Alan"));
        assert_ne!(wide("Oslo"), wide("Ada"));
    }
}
