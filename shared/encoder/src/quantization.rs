//! Weights as 8-bit integers with a scale for each row, or as floats.

/// The numeric precision of a network's matrix products.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// 8-bit integers: about four times as fast as floats, a quarter of the memory, slightly less accurate.
    Int8,
    /// 32-bit floats.
    Float,
}

/// The rows of a weight matrix or an embedding table.
#[derive(Debug, PartialEq)]
pub(crate) enum WeightRows {
    /// `weight = value × scale`, with one scale for each row.
    Int8 {
        values: Vec<i8>,
        scales: Vec<f32>,
    },
    Float(Vec<f32>),
}

impl WeightRows {
    /// Appends rows of the same width. Mixed kinds become floats.
    pub(crate) fn append(&mut self, rows: Self, width: usize) {
        match (&mut *self, rows) {
            (Self::Int8 { values, scales }, Self::Int8 { values: more_values, scales: more_scales }) => {
                values.extend(more_values);
                scales.extend(more_scales);
            }
            (Self::Float(values), rows) => values.extend(rows.into_floats(width)),
            (Self::Int8 { .. }, rows) => {
                let mut floats = std::mem::replace(self, Self::Float(Vec::new())).into_floats(width);
                floats.extend(rows.into_floats(width));
                *self = Self::Float(floats);
            }
        }
    }

    /// Converts the rows to `precision`. Rows that have it already stay as they are.
    pub(crate) fn in_precision(self, precision: Precision, width: usize) -> Self {
        match (precision, self) {
            (Precision::Int8, Self::Float(floats)) => quantized(&floats, width),
            (Precision::Int8, int8) => int8,
            (Precision::Float, rows) => Self::Float(rows.into_floats(width)),
        }
    }

    /// Returns the weights as floats.
    pub(crate) fn into_floats(self, width: usize) -> Vec<f32> {
        match self {
            Self::Float(floats) => floats,
            Self::Int8 { values, scales } => {
                let rows = values.chunks_exact(width.max(1)).zip(&scales);
                rows.flat_map(|(row, scale)| row.iter().map(move |value| f32::from(*value) * scale)).collect()
            }
        }
    }
}

/// Rounds each row to whole multiples, from -127 to 127, of a scale that fits its largest weight.
fn quantized(floats: &[f32], width: usize) -> WeightRows {
    let (mut values, mut scales) = (Vec::with_capacity(floats.len()), Vec::new());
    for row in floats.chunks_exact(width.max(1)) {
        let largest = row.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
        // A row of zeros gets a scale too, since its weights are divided by it.
        let scale = largest.max(1e-8) / 127.0;
        values.extend(row.iter().map(|weight| (weight / scale).round() as i8));
        scales.push(scale);
    }
    WeightRows::Int8 { values, scales }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_scaled_by_its_largest_weight() {
        let rows = WeightRows::Float(vec![2.54, -1.26, 0.0, 0.0]).in_precision(Precision::Int8, 2);
        let WeightRows::Int8 { values, scales } = &rows else { panic!("{rows:?}") };
        assert_eq!(values, &[127, -63, 0, 0]);
        assert!((scales[0] - 0.02).abs() < 1e-6);
    }

    #[test]
    fn rows_of_both_kinds_can_be_appended() {
        let int8 = || WeightRows::Int8 { values: vec![2, 3], scales: vec![0.5] };
        let mut rows = int8();
        rows.append(int8(), 2);
        assert_eq!(rows, WeightRows::Int8 { values: vec![2, 3, 2, 3], scales: vec![0.5, 0.5] });
        rows.append(WeightRows::Float(vec![7.0, 8.0]), 2);
        assert_eq!(rows, WeightRows::Float(vec![1.0, 1.5, 1.0, 1.5, 7.0, 8.0]));
    }
}
