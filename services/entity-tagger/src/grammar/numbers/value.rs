//! What a number is worth.

use std::fmt;

use crate::grammar::decimal::Decimal;
use crate::grammar::sentence::Place;

/// What a number is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::grammar) enum Value {
    One(Decimal),
    /// From one number to another.
    Range(Decimal, Decimal),
    /// A number that cannot be read whole.
    Open,
}

impl Value {
    /// Changes both ends of a range, or the one number.
    pub(in crate::grammar) fn map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Self {
        match self {
            Self::One(number) => change(number).map_or(Self::Open, Self::One),
            Self::Range(from, to) => match (change(from), change(to)) {
                (Some(from), Some(to)) => Self::Range(from, to),
                _ => Self::Open,
            },
            Self::Open => Self::Open,
        }
    }

    /// Writes the value, unless it is open.
    pub(in crate::grammar) fn text(self) -> Option<String> {
        (self != Self::Open).then(|| self.to_string())
    }

    /// Returns the number, unless it is open or a range.
    pub(in crate::grammar) fn one(self) -> Option<Decimal> {
        if let Self::One(number) = self { Some(number) } else { None }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(number) => number.fmt(formatter),
            Self::Range(from, to) => write!(formatter, "{from}/{to}"),
            Self::Open => Ok(()),
        }
    }
}

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::grammar) struct Number {
    /// Where it ends.
    pub(in crate::grammar) place: Place,
    pub(in crate::grammar) value: Value,
    /// Whether a magnitude is part of it.
    pub(in crate::grammar) is_scaled: bool,
}

/// Makes a range, if its ends are in order.
pub(in crate::grammar) fn between(one: Value, other: Value) -> Value {
    match (one.one(), other.one()) {
        (Some(from), Some(to)) if from.is_less_than(to) => Value::Range(from, to),
        _ => Value::Open,
    }
}
