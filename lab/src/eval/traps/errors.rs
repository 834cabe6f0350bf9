//! Errors of names by kind.

use std::collections::BTreeMap;

use lab_report::Table;
use messages::EntityType;
use text::CodePoints;

/// A kind of error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::eval) enum Kind {
    /// The span is right but the type is wrong.
    Type,
    /// An overlapping span was found.
    Boundary,
    /// No overlapping span was found.
    Missed,
    /// A span was found where there is no gold name.
    Spurious,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Type, Self::Boundary, Self::Missed, Self::Spurious];

    /// Returns the name in tables.
    pub(in crate::eval) fn name(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Boundary => "boundary",
            Self::Missed => "missed",
            Self::Spurious => "spurious",
        }
    }
}

/// An error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) struct Fault {
    /// Kind of error.
    pub kind: Kind,
    /// Gold span, or the spurious one.
    pub span: CodePoints,
    /// Gold type, or the spurious one.
    pub entity_type: EntityType,
    /// Span and type found instead, if any.
    pub found: Option<(CodePoints, EntityType)>,
}

/// Returns the errors in a text: first those of gold names, then spurious names.
pub(in crate::eval) fn errors(
    gold: &[(CodePoints, EntityType)],
    found: &[(CodePoints, EntityType)],
) -> Vec<Fault> {
    let overlaps = |one: CodePoints, other: CodePoints| one.start < other.end && other.start < one.end;
    let wrong = gold.iter().filter(|mention| !found.contains(mention)).map(|(span, entity_type)| {
        let same = found.iter().find(|(other, _)| other == span);
        let near = same.or_else(|| found.iter().find(|(other, _)| overlaps(*other, *span)));
        let kind = match (same, near) {
            (Some(_), _) => Kind::Type,
            (None, Some(_)) => Kind::Boundary,
            (None, None) => Kind::Missed,
        };
        Fault { kind, span: *span, entity_type: *entity_type, found: near.copied() }
    });
    let spurious = found.iter().filter(|(span, _)| !gold.iter().any(|(other, _)| overlaps(*other, *span)));
    let spurious = spurious.map(|(span, entity_type)| Fault {
        kind: Kind::Spurious,
        span: *span,
        entity_type: *entity_type,
        found: None,
    });
    wrong.chain(spurious).collect()
}

/// Number of errors by kind and type.
#[derive(Debug, Default)]
pub(in crate::eval) struct ErrorCounts(BTreeMap<(Kind, EntityType), usize>);

impl ErrorCounts {
    /// Adds the errors of a text.
    pub(in crate::eval) fn add(&mut self, faults: &[Fault]) {
        for fault in faults {
            *self.0.entry((fault.kind, fault.entity_type)).or_default() += 1;
        }
    }

    /// Returns a table with a row for each type: the gold type, or the type found for spurious names.
    pub(in crate::eval) fn table(&self, types: &[EntityType]) -> Table {
        let mut table = Table::new(&["type", "type wrong", "boundary", "missed", "spurious"]);
        for entity_type in types {
            let cells =
                Kind::ALL.map(|kind| self.0.get(&(kind, *entity_type)).copied().unwrap_or(0).to_string());
            table.row([entity_type.as_str().to_owned()].into_iter().chain(cells));
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_has_one_kind() {
        let name = |start, end, entity_type| (CodePoints { start, end }, entity_type);
        let (per, loc) = (EntityType::Per, EntityType::Loc);
        let gold = [name(0, 4, per), name(5, 9, loc), name(10, 14, per), name(20, 24, loc)];
        let found = [name(0, 4, per), name(5, 9, per), name(10, 12, per), name(30, 34, loc)];
        let kinds: Vec<Kind> = errors(&gold, &found).into_iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, [Kind::Type, Kind::Boundary, Kind::Missed, Kind::Spurious]);
    }
}
