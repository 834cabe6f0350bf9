//! The classic graph methods, which rank sentences by their similarity to others.

use std::collections::{HashMap, HashSet};

use crate::metrics::rouge::Words;

/// Share of a sentence's rank that comes from its neighbours (Brin and Page).
const DAMPING: f64 = 0.85;

/// Number of rounds of the power method. The ranks of a news article converge long before.
const ROUNDS: usize = 50;

/// LexRank connects two sentences from this cosine on, as in the paper.
const THRESHOLD: f64 = 0.1;

/// Shorter words count as stop words. The reference implementations have lists instead.
const SHORTEST: usize = 4;

/// Returns the numbers of the sentences, best first, by TextRank: R. Mihalcea and P. Tarau, "TextRank:
/// Bringing Order into Texts" (2004).
pub(super) fn text_rank(sentences: &[Words]) -> Vec<usize> {
    let bags: Vec<HashSet<&str>> = sentences.iter().map(|one| content(one).collect()).collect();
    ranked(bags.len(), |a, b| {
        let (Some(a), Some(b)) = (bags.get(a), bags.get(b)) else { return 0.0 };
        let lengths = (a.len() as f64).ln() + (b.len() as f64).ln();
        // The logarithms of two sentences with one word each add up to zero.
        if lengths > 0.0 { a.intersection(b).count() as f64 / lengths } else { 0.0 }
    })
}

/// Returns the numbers of the sentences, best first, by LexRank: G. Erkan and D. R. Radev, "LexRank:
/// Graph-based Lexical Centrality as Salience in Text Summarization" (2004). The inverse document frequency
/// is over the sentences of the article.
pub(super) fn lex_rank(sentences: &[Words]) -> Vec<usize> {
    let bags: Vec<HashMap<&str, f64>> = sentences.iter().map(bag).collect();
    let mut frequency: HashMap<&str, f64> = HashMap::new();
    for word in bags.iter().flat_map(HashMap::keys) {
        *frequency.entry(word).or_default() += 1.0;
    }
    let rarity = |word| (bags.len() as f64 / frequency.get(word).copied().unwrap_or(1.0)).ln();
    let vectors: Vec<HashMap<&str, f64>> = bags
        .iter()
        .map(|bag| bag.iter().map(|(word, count)| (*word, count * rarity(*word))).collect())
        .collect();
    ranked(vectors.len(), |a, b| {
        let (Some(a), Some(b)) = (vectors.get(a), vectors.get(b)) else { return 0.0 };
        if cosine(a, b) > THRESHOLD { 1.0 } else { 0.0 }
    })
}

fn content(sentence: &Words) -> impl Iterator<Item = &str> {
    sentence.all().filter(|word| word.len() >= SHORTEST)
}

fn bag(sentence: &Words) -> HashMap<&str, f64> {
    let mut bag = HashMap::new();
    for word in content(sentence) {
        *bag.entry(word).or_default() += 1.0;
    }
    bag
}

fn cosine(a: &HashMap<&str, f64>, b: &HashMap<&str, f64>) -> f64 {
    let length = |vector: &HashMap<&str, f64>| sum(vector.values().map(|weight| weight * weight)).sqrt();
    let lengths = length(a) * length(b);
    let product = sum(a.iter().filter_map(|(word, weight)| Some(weight * b.get(word)?)));
    if lengths > 0.0 { product / lengths } else { 0.0 }
}

/// Returns a sum that does not depend on the order of a hash map.
fn sum(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.into_iter().sum()
}

/// Returns the nodes of a graph by PageRank over weighted edges, best first. On a tie the first one wins.
fn ranked(nodes: usize, weight: impl Fn(usize, usize) -> f64) -> Vec<usize> {
    let edges: Vec<Vec<f64>> = (0..nodes)
        .map(|from| {
            let weights = (0..nodes).map(|to| if from == to { 0.0 } else { weight(from, to) });
            let weights: Vec<f64> = weights.collect();
            let total: f64 = weights.iter().sum();
            weights.into_iter().map(|weight| if total > 0.0 { weight / total } else { 0.0 }).collect()
        })
        .collect();
    let base = (1.0 - DAMPING) / nodes.max(1) as f64;
    let mut ranks = vec![1.0 / nodes.max(1) as f64; nodes];
    for _ in 0..ROUNDS {
        let mut next = vec![base; nodes];
        for (rank, shares) in ranks.iter().zip(&edges) {
            for (reached, share) in next.iter_mut().zip(shares) {
                *reached += DAMPING * rank * share;
            }
        }
        ranks = next;
    }
    let mut order: Vec<(usize, f64)> = ranks.into_iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    order.into_iter().map(|(number, _)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::rouge::Stemming;

    fn check(rank: fn(&[Words]) -> Vec<usize>) {
        let sentences = [
            "Nobody minded.",
            "Heavy rain flooded tram tracks.",
            "Tram tracks were flooded, drivers reported.",
            "Heavy rain surprised drivers.",
        ];
        let words = sentences.map(|one| Words::new(one, Stemming::Off));
        let order = rank(&words);
        assert_eq!(order.last(), Some(&0), "what has nothing in common with the rest comes last: {order:?}");
        assert_eq!(order.len(), 4);
    }

    #[test]
    fn text_rank_puts_an_unrelated_sentence_last() {
        check(text_rank);
    }

    #[test]
    fn lex_rank_puts_an_unrelated_sentence_last() {
        check(lex_rank);
    }

    #[test]
    fn rank_flows_along_edges() {
        // A star: all others are connected to node 2 only.
        let order = ranked(4, |from, to| if from == 2 || to == 2 { 1.0 } else { 0.0 });
        assert_eq!(order, [2, 0, 1, 3]);
    }
}
