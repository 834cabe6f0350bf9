//! The meaning of a model's labels: the type of a name, and the word's position in it.
//!
//! All usual schemes are read: `B-PER I-PER` (IOB2 and the older IOB1), `B-PER L-PER U-PER` (BILOU), `E-` and
//! `S-` (BIOES), and `PER` alone (IO).

use std::collections::BTreeMap;

use crate::config;
use crate::error::FolderError;
use crate::files::LABELS as FILE;

/// The meanings of labels or types, such as `{"FIRMA": "ORG", "LABEL_1": "B-PER", "DATUM": "O"}`.
pub type LabelTable = BTreeMap<String, String>;

/// The types of names.
pub const TYPES: [&str; 4] = ["PER", "ORG", "LOC", "MISC"];

/// The types that published models use, in capitals, with their meaning. Dates and amounts are missing, since
/// the grammar of the entity tagger finds those.
const KNOWN: [(&str, &str); 36] = [
    ("PER", "PER"),
    ("PERS", "PER"),
    ("PERSON", "PER"),
    ("PEOPLE", "PER"),
    ("NAME", "PER"),
    ("PRS", "PER"),
    ("ORG", "ORG"),
    ("ORGANIZATION", "ORG"),
    ("ORGANISATION", "ORG"),
    ("COMPANY", "ORG"),
    ("CORP", "ORG"),
    ("CORPORATION", "ORG"),
    ("GRP", "ORG"),
    ("GROUP", "ORG"),
    ("LOC", "LOC"),
    ("LOCATION", "LOC"),
    ("PLACE", "LOC"),
    ("GPE", "LOC"),
    ("GPE_LOC", "LOC"),
    ("FAC", "LOC"),
    ("FACILITY", "LOC"),
    ("CITY", "LOC"),
    ("COUNTRY", "LOC"),
    ("STATE", "LOC"),
    ("MISC", "MISC"),
    ("MIS", "MISC"),
    ("MISCELLANEOUS", "MISC"),
    ("NORP", "MISC"),
    ("EVENT", "MISC"),
    ("EVT", "MISC"),
    ("WORK_OF_ART", "MISC"),
    ("CREATIVE-WORK", "MISC"),
    ("LAW", "MISC"),
    ("PRODUCT", "MISC"),
    ("PROD", "MISC"),
    ("LANGUAGE", "MISC"),
];

/// The position of a word in a name. The number is that of the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    Outside,
    /// The first word of a name.
    Begins(usize),
    /// In a name; also its first word, where no name of the type comes before.
    Inside(usize),
}

/// The meanings of a model's labels.
#[derive(Debug)]
pub(super) struct Labels {
    /// The meaning of each label, by number.
    pub(super) positions: Vec<Position>,
    /// The types as the model names them, each with its meaning; `None` where its names are ignored.
    pub(super) types: Vec<(String, Option<&'static str>)>,
}

impl Labels {
    /// Reads the labels of a model, with the meanings of `table` where it has any.
    pub(super) fn read(names: &[String], table: &LabelTable) -> Result<Self, FolderError> {
        let mut labels = Self { positions: Vec::new(), types: Vec::new() };
        for name in names {
            let meaning = table.get(name).unwrap_or(name);
            let position = labels.position(meaning, table)?;
            labels.positions.push(position);
        }
        if labels.types.iter().all(|(_, meaning)| meaning.is_none()) {
            let problem = format!("no label means a person, organisation or place: {}", names.join(", "));
            let fix = format!(
                "write their meanings to {FILE} in the same folder, such as {{\"LABEL_1\": \"B-PER\", \"LABEL_2\": \"I-PER\", \
                 \"FIRM\": \"ORG\"}}, or set --model-labels LABEL_1=B-PER,FIRM=ORG"
            );
            return Err(FolderError::new(config::FILE, problem, fix));
        }
        Ok(labels)
    }

    /// Splits a label into prefix and type.
    fn position(&mut self, label: &str, table: &LabelTable) -> Result<Position, FolderError> {
        if matches!(label, "O" | "o" | "0" | "OUT" | "OTHER" | "<pad>" | "[PAD]") {
            return Ok(Position::Outside);
        }
        let (prefix, kind) = match label.split_once(['-', '_']) {
            Some((prefix @ ("B" | "I" | "L" | "U" | "E" | "S" | "M" | "W"), kind)) => (prefix, kind),
            // Without a prefix, neighbouring words of one type are one name.
            _ => ("I", label),
        };
        let number = self.number(kind, table)?;
        Ok(if matches!(prefix, "B" | "U" | "S" | "W") {
            Position::Begins(number)
        } else {
            Position::Inside(number)
        })
    }

    /// Returns the number of a type, and adds the type if it is new.
    fn number(&mut self, kind: &str, table: &LabelTable) -> Result<usize, FolderError> {
        if let Some(known) = self.types.iter().position(|(known, _)| known == kind) {
            return Ok(known);
        }
        self.types.push((kind.to_owned(), meaning(kind, table)?));
        Ok(self.types.len() - 1)
    }
}

/// Returns the meaning of a type; `None` where its names are ignored.
fn meaning(kind: &str, table: &LabelTable) -> Result<Option<&'static str>, FolderError> {
    let Some(given) = table.get(kind) else {
        let capitals = kind.to_uppercase();
        return Ok(KNOWN.iter().find(|(name, _)| *name == capitals).map(|(_, meaning)| *meaning));
    };
    match TYPES.into_iter().find(|name| name == given) {
        None if given != "O" => {
            let problem = format!("`{kind}` cannot mean `{given}`");
            Err(FolderError::new(FILE, problem, "use PER, ORG, LOC or MISC, or O to ignore the type"))
        }
        meaning => Ok(meaning),
    }
}

/// Reads `wiredesk-labels.json`.
pub(super) fn table(file: &[u8]) -> Result<LabelTable, FolderError> {
    serde_json::from_slice(file).map_err(|error| {
        let fix = "write an object such as {\"FIRM\": \"ORG\", \"LABEL_1\": \"B-PER\"}";
        FolderError::new(FILE, "not a JSON object of strings", fix).because(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(labels: &[&str], table: &[(&str, &str)]) -> Result<Labels, FolderError> {
        let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        let pair = |(label, meaning): &(&str, &str)| ((*label).to_owned(), (*meaning).to_owned());
        Labels::read(&labels, &table.iter().map(pair).collect())
    }

    fn check(labels: &[&str], table: &[(&str, &str)], positions: &[Position], types: &[Option<&str>]) {
        let found = read(labels, table).expect("they are valid");
        assert_eq!(found.positions, positions, "{labels:?}");
        assert_eq!(found.types.iter().map(|(_, meaning)| *meaning).collect::<Vec<_>>(), types, "{labels:?}");
    }

    #[test]
    fn every_scheme_is_read() {
        use Position::{Begins, Inside, Outside};
        check(&["O", "B-PER", "I-PER"], &[], &[Outside, Begins(0), Inside(0)], &[Some("PER")]);
        let bilou = ["B-Person", "I-Person", "L-Person", "U-Person", "O"];
        check(&bilou, &[], &[Begins(0), Inside(0), Inside(0), Begins(0), Outside], &[Some("PER")]);
        check(&["S-LOC", "E-LOC"], &[], &[Begins(0), Inside(0)], &[Some("LOC")]);
        check(&["O", "GPE", "ORG"], &[], &[Outside, Inside(0), Inside(1)], &[Some("LOC"), Some("ORG")]);
        check(&["B_organization"], &[], &[Begins(0)], &[Some("ORG")]);
        check(&["WORK_OF_ART"], &[], &[Inside(0)], &[Some("MISC")]);
    }

    #[test]
    fn a_type_that_is_not_a_name_is_kept_without_a_meaning() {
        use Position::{Begins, Inside};
        check(&["B-DATE", "I-PER"], &[], &[Begins(0), Inside(1)], &[None, Some("PER")]);
    }

    #[test]
    fn a_table_gives_meanings_to_labels_or_types() {
        use Position::{Begins, Inside, Outside};
        let table = [("LABEL_0", "O"), ("LABEL_1", "B-PER"), ("FIRMA", "ORG")];
        check(
            &["LABEL_0", "LABEL_1", "I-FIRMA"],
            &table,
            &[Outside, Begins(0), Inside(1)],
            &[Some("PER"), Some("ORG")],
        );
        check(&["I-PER", "I-LOC"], &[("PER", "O")], &[Inside(0), Inside(1)], &[None, Some("LOC")]);
    }

    fn check_refused(labels: &[&str], table: &[(&str, &str)], expected: &str) {
        let error = read(labels, table).expect_err("it is refused").to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn rejects_labels_without_names_with_a_remedy() {
        check_refused(
            &["LABEL_0", "LABEL_1"],
            &[],
            "config.json: no label means a person, organisation or place: LABEL_0, LABEL_1",
        );
        check_refused(&["LABEL_0", "LABEL_1"], &[], "wiredesk-labels.json in the same folder");
        check_refused(&["B-NOUN"], &[("NOUN", "THING")], "wiredesk-labels.json: `NOUN` cannot mean `THING`");
        assert!(table(b"[]").is_err() && table(b"{\"a\": 1}").is_err());
        assert_eq!(table(br#"{"a": "PER"}"#).expect("it is valid").len(), 1);
    }
}
