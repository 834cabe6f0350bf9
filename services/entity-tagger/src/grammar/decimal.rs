//! Exact decimal numbers. A value is exact or absent.

use std::fmt;

/// A decimal number: `digits` divided by ten to the power of `places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: i128,
    places: u32,
}

/// Digits of the largest value. News writes no amount of a sextillion.
const MOST_DIGITS: usize = 21;
/// The most digits after the point that are kept. Numbers in news have fewer.
const MOST_PLACES: u32 = 12;

impl Decimal {
    pub(super) const ONE: Self = Self { digits: 1, places: 0 };
    pub(super) const HALF: Self = Self { digits: 5, places: 1 };

    /// Reads ASCII digits before and after the point.
    pub(super) fn read(whole: &str, fraction: &str) -> Option<Self> {
        let whole = whole.trim_start_matches('0');
        if whole.len() > MOST_DIGITS || fraction.len() > MOST_PLACES as usize {
            return None;
        }
        let digits = format!("0{whole}{fraction}").parse().ok()?;
        Self { digits, places: u32::try_from(fraction.len()).ok()? }.checked()
    }

    /// Returns the number of a table, which is written as a float: `0.5`, `1e6`.
    pub(super) fn of(number: f64) -> Option<Self> {
        let text = format!("{number}");
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        Self::read(whole, fraction)
    }

    pub(super) fn power_of_ten(power: u32) -> Option<Self> {
        Self { digits: 10_i128.checked_pow(power)?, places: 0 }.checked()
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let digits = self.digits.checked_mul(other.digits)?;
        Self { digits, places: self.places + other.places }.checked()
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let digits = self.at(places)?.checked_add(other.at(places)?)?;
        Self { digits, places }.checked()
    }

    pub(super) fn negated(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// Returns a hundredth of the number.
    pub(super) fn hundredth(self) -> Self {
        Self { places: self.places + 2, ..self }.reduced()
    }

    pub(super) fn is_less_than(self, other: Self) -> bool {
        let places = self.places.max(other.places);
        matches!((self.at(places), other.at(places)), (Some(one), Some(other)) if one < other)
    }

    /// Returns the number if it is whole and small enough for a count of days or years.
    pub(super) fn count(self) -> Option<i64> {
        let reduced = self.reduced();
        (reduced.places == 0 && (0..10_000).contains(&reduced.digits)).then_some(reduced.digits as i64)
    }

    /// Returns the digits with so many places.
    fn at(self, places: u32) -> Option<i128> {
        self.digits.checked_mul(10_i128.checked_pow(places - self.places)?)
    }

    fn checked(self) -> Option<Self> {
        let reduced = self.reduced();
        let most = 10_i128.checked_pow(MOST_DIGITS as u32 + reduced.places)?;
        (reduced.places <= MOST_PLACES && reduced.digits.abs() < most).then_some(reduced)
    }

    /// Returns the number without needless zeros after the point.
    fn reduced(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self = Self { digits: self.digits / 10, places: self.places - 1 };
        }
        self
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { digits, places } = self.reduced();
        let sign = if digits < 0 { "-" } else { "" };
        let text = format!("{:0>1$}", digits.unsigned_abs(), places as usize + 1);
        let (whole, fraction) = text.split_at(text.len() - places as usize);
        let point = if fraction.is_empty() { "" } else { "." };
        write!(formatter, "{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(whole: &str, fraction: &str, factor: f64, expected: Option<&str>) {
        let product = Decimal::read(whole, fraction).and_then(|number| number.times(Decimal::of(factor)?));
        assert_eq!(product.map(|product| product.to_string()).as_deref(), expected);
    }

    #[test]
    fn products_are_exact() {
        check("3", "5", 1e6, Some("3500000"));
        check("0", "1", 0.5, Some("0.05"));
        check("1200", "50", 1.0, Some("1200.5"));
        check("4", "7", 1e9, Some("4700000000"));
    }

    #[test]
    fn what_is_too_large_or_too_fine_is_no_number() {
        check("9999999999999999", "", 1e12, None);
        check(&"9".repeat(400), "", 1.0, None);
        check("0", &"1".repeat(30), 1.0, None);
    }

    #[test]
    fn numbers_compare_and_add_at_any_number_of_places() {
        let number = |whole, fraction| Decimal::read(whole, fraction).unwrap();
        assert!(number("1", "25").is_less_than(number("1", "3")));
        assert_eq!(number("2", "5").plus(number("0", "25")).unwrap().to_string(), "2.75");
        assert_eq!(number("12", "").negated().to_string(), "-12");
        assert_eq!(number("5", "").hundredth().to_string(), "0.05");
        assert_eq!(number("3", "0").count(), Some(3));
        assert_eq!(number("3", "5").count(), None);
    }
}
