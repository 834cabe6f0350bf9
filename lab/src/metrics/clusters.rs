//! B³, which scores how mentions are grouped (Bagga and Baldwin 1998). A mention that only one side has
//! counts as missing in the other side's clusters, the simplest variant of Cai and Strube (2010).

use std::{collections::BTreeMap, ops::AddAssign};

/// Sums of B³ over mentions. The sums of several articles can be added.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BCubed {
    precision: f64,
    predicted: usize,
    recall: f64,
    gold: usize,
}

impl BCubed {
    /// Compares two groupings, given as the cluster of each mention. A mention that the other side lacks has
    /// precision or recall 0, and counts in the size of its cluster.
    pub fn of<M: Ord, G: Ord, P: Ord>(gold: &BTreeMap<M, G>, predicted: &BTreeMap<M, P>) -> Self {
        let (gold_sizes, predicted_sizes) = (sizes(gold), sizes(predicted));
        let both = gold.iter().filter_map(|(mention, cluster)| Some((cluster, predicted.get(mention)?)));
        let mut shared: BTreeMap<(&G, &P), usize> = BTreeMap::new();
        for pair in both {
            *shared.entry(pair).or_default() += 1;
        }
        let mut sums = Self { predicted: predicted.len(), gold: gold.len(), ..Self::default() };
        for ((gold, predicted), count) in shared {
            let square = (count * count) as f64;
            sums.precision += square / predicted_sizes.get(predicted).copied().unwrap_or(1) as f64;
            sums.recall += square / gold_sizes.get(gold).copied().unwrap_or(1) as f64;
        }
        sums
    }

    /// Returns the mean over predicted mentions of the share of its cluster that belongs to its entity.
    pub fn precision(self) -> f64 {
        if self.predicted == 0 { 0.0 } else { self.precision / self.predicted as f64 }
    }

    /// Returns the mean over gold mentions of the share of its entity that is in its cluster.
    pub fn recall(self) -> f64 {
        if self.gold == 0 { 0.0 } else { self.recall / self.gold as f64 }
    }

    /// Returns the harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
}

impl AddAssign for BCubed {
    fn add_assign(&mut self, other: Self) {
        self.precision += other.precision;
        self.predicted += other.predicted;
        self.recall += other.recall;
        self.gold += other.gold;
    }
}

fn sizes<M: Ord, C: Ord>(clusters: &BTreeMap<M, C>) -> BTreeMap<&C, usize> {
    let mut sizes = BTreeMap::new();
    for cluster in clusters.values() {
        *sizes.entry(cluster).or_default() += 1;
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clusters(text: &str) -> BTreeMap<usize, char> {
        text.chars().enumerate().filter(|(_, cluster)| *cluster != '-').collect()
    }

    fn check(gold: &str, predicted: &str, precision: f64, recall: f64) {
        let sums = BCubed::of(&clusters(gold), &clusters(predicted));
        assert!((sums.precision() - precision).abs() < 1e-12, "precision {}", sums.precision());
        assert!((sums.recall() - recall).abs() < 1e-12, "recall {}", sums.recall());
    }

    #[test]
    fn the_names_of_clusters_do_not_matter() {
        check("aab", "xxy", 1.0, 1.0);
    }

    #[test]
    fn one_cluster_for_all_costs_precision() {
        // Two mentions of a and one of b in one cluster: (2/3 + 2/3 + 1/3) / 3.
        check("aab", "xxx", 5.0 / 9.0, 1.0);
    }

    #[test]
    fn a_cluster_for_each_mention_costs_recall() {
        check("aab", "xyz", 1.0, (0.5 + 0.5 + 1.0) / 3.0);
    }

    #[test]
    fn mentions_that_one_side_lacks_count_against_it() {
        // One of a's two mentions is found, in a cluster with a spurious mention.
        check("aa-", "x-x", 0.25, 0.25);
    }
}
