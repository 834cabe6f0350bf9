//! Vectors of what texts are about, and sums of them.

use std::fmt;

/// The number of dimensions.
pub const DIMENSIONS: usize = 96;

/// What a text is about, as a direction in few dimensions. Texts about the same event have vectors of a high
/// cosine, whatever their languages.
///
/// The values are whole numbers, so that sums and cosines are the same on every machine.
#[derive(Clone, PartialEq, Eq)]
pub struct Vector([i8; DIMENSIONS]);

impl Vector {
    /// Adds up the directions of the parts of an article, each of which counts the same. Returns `None` if there
    /// is none, or one has another number of dimensions.
    pub fn of_parts(parts: &[Vec<f32>]) -> Option<Self> {
        let mut sum = vec![0.0; DIMENSIONS];
        for part in parts {
            let length = part.iter().map(|value| value * value).sum::<f32>().sqrt();
            if part.len() != DIMENSIONS || length <= 0.0 {
                return None;
            }
            sum.iter_mut().zip(part).for_each(|(sum, value)| *sum += value / length);
        }
        Self::of(&sum)
    }

    /// Rounds a vector of any length to 8 bits. Returns `None` if it has another number of dimensions or no
    /// direction.
    pub fn of(values: &[f32]) -> Option<Self> {
        let values: &[f32; DIMENSIONS] = values.try_into().ok()?;
        let largest = values.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
        (largest > 0.0 && largest.is_finite())
            .then(|| Self(values.map(|value| (value / largest * 127.0).round() as i8)))
    }

    /// Returns the cosine with another vector, from -1 to 1.
    pub fn cosine(&self, other: &Self) -> f64 {
        let product = |one: &Self, other: &Self| -> i32 {
            one.0.iter().zip(&other.0).map(|(one, other)| i32::from(*one) * i32::from(*other)).sum()
        };
        let lengths = f64::from(product(self, self)).sqrt() * f64::from(product(other, other)).sqrt();
        if lengths > 0.0 { (f64::from(product(self, other)) / lengths).clamp(-1.0, 1.0) } else { 0.0 }
    }

    /// Returns the vector as bytes.
    pub fn to_bytes(&self) -> [u8; DIMENSIONS] {
        self.0.map(i8::cast_unsigned)
    }

    /// Reads a vector.
    pub fn from_bytes(bytes: &[u8; DIMENSIONS]) -> Self {
        Self(bytes.map(u8::cast_signed))
    }
}

/// Shows no values: they tell a reader nothing.
impl fmt::Debug for Vector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Vector").finish_non_exhaustive()
    }
}

/// The sum of the vectors of several texts, each with the same length.
///
/// Two million vectors fit into a sum.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Sum([i32; DIMENSIONS]);

/// The length of each vector in a sum.
const LENGTH: f64 = 1024.0;

impl Sum {
    /// Returns a sum of no vectors.
    pub(crate) fn new() -> Self {
        Self([0; DIMENSIONS])
    }

    /// Returns the sum of one vector.
    pub(crate) fn of(vector: &Vector) -> Self {
        let mut sum = Self::new();
        sum.add(vector);
        sum
    }

    /// Adds a vector.
    pub(crate) fn add(&mut self, vector: &Vector) {
        self.change(&scaled(vector), 1);
    }

    /// Takes out a vector that was added.
    pub(crate) fn remove(&mut self, vector: &Vector) {
        self.change(&scaled(vector), -1);
    }

    /// Adds another sum.
    pub(crate) fn join(&mut self, other: &Self) {
        self.change(&other.0, 1);
    }

    fn change(&mut self, values: &[i32; DIMENSIONS], sign: i32) {
        for (sum, value) in self.0.iter_mut().zip(values) {
            *sum += sign * value;
        }
    }

    /// Returns the direction of the sum; `None` if it has none.
    pub(crate) fn direction(&self) -> Option<Direction> {
        let square: i64 = self.0.iter().map(|value| i64::from(*value) * i64::from(*value)).sum();
        let factor = UNIT / (square as f64).sqrt();
        (square > 0).then(|| Direction(self.0.map(|value| (f64::from(value) * factor).round() as i16)))
    }
}

/// A vector of the length [`UNIT`], in whole numbers, so that a cosine is a few instructions.
///
/// It takes three whole lines of a processor's cache.
#[derive(Debug, Clone, PartialEq, Eq)]
#[repr(align(64))]
pub(crate) struct Direction([i16; DIMENSIONS]);

/// The length of a direction. Cosines are exact to about 0.0001.
const UNIT: f64 = 4096.0;

impl Direction {
    /// Returns the cosine with another direction, from -1 to 1.
    pub(crate) fn cosine(&self, other: &Self) -> f64 {
        let product: i32 =
            self.0.iter().zip(&other.0).map(|(one, other)| i32::from(*one) * i32::from(*other)).sum();
        (f64::from(product) / (UNIT * UNIT)).clamp(-1.0, 1.0)
    }

    /// Returns a bit for each dimension: whether the direction is above zero there. The more of these differ, the
    /// smaller the cosine.
    pub(crate) fn signs(&self) -> u128 {
        self.0.iter().enumerate().fold(0, |signs, (bit, value)| signs | (u128::from(*value > 0) << bit))
    }
}

/// Returns a vector with the length [`LENGTH`], rounded.
fn scaled(vector: &Vector) -> [i32; DIMENSIONS] {
    let square: i64 = vector.0.iter().map(|value| i64::from(*value) * i64::from(*value)).sum();
    let factor = LENGTH / (square.max(1) as f64).sqrt();
    vector.0.map(|value| (f64::from(value) * factor).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vector(values: &[(usize, f32)]) -> Vector {
        let mut all = [0.0; DIMENSIONS];
        for (at, value) in values {
            all[*at] = *value;
        }
        Vector::of(&all).unwrap()
    }

    #[test]
    fn the_cosine_does_not_depend_on_the_length() {
        let cosine = |one: &[(usize, f32)], other: &[(usize, f32)]| vector(one).cosine(&vector(other));
        assert!((cosine(&[(0, 1.0), (5, 2.0)], &[(0, 3.0), (5, 6.0)]) - 1.0).abs() < 1e-4);
        assert!(cosine(&[(0, 1.0)], &[(1, 1.0)]).abs() < 1e-9);
        assert!((cosine(&[(0, 1.0)], &[(0, -5.0)]) + 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_vector_without_direction_is_none() {
        assert_eq!(Vector::of(&[0.0; DIMENSIONS]), None);
        assert_eq!(Vector::of(&[f32::NAN; DIMENSIONS]), None);
        assert_eq!(Vector::of(&[1.0; 3]), None);
    }

    #[test]
    fn what_is_added_can_be_removed() {
        let (one, other) = (vector(&[(0, 1.0), (1, 0.3)]), vector(&[(7, -1.0)]));
        let mut sum = Sum::of(&one);
        sum.add(&other);
        sum.remove(&other);
        assert!(sum == Sum::of(&one));
    }

    #[test]
    fn a_sum_has_the_direction_of_its_vectors() {
        let (one, other) = (vector(&[(0, 1.0)]), vector(&[(1, 1.0)]));
        let mut sum = Sum::of(&one);
        sum.add(&other);
        let cosine = sum.direction().unwrap().cosine(&Sum::of(&one).direction().unwrap());
        assert!((cosine - 0.5_f64.sqrt()).abs() < 1e-3, "{cosine}");
        assert_eq!(sum.direction().unwrap().signs(), 0b11);
        assert_eq!(Sum::new().direction(), None);
    }

    #[test]
    fn bytes_are_read_back() {
        let vector = vector(&[(0, 1.0), (1, -0.3)]);
        assert_eq!(Vector::from_bytes(&vector.to_bytes()), vector);
    }
}
