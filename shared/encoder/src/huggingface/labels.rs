//! What the folder's labels mean: types of names and where in a name a word stands, whatever the scheme.
//!
//! `B-PER I-PER` (IOB2 and the older IOB1), `B-PER L-PER U-PER` (BILOU), `E-` and `S-` (BIOES), `PER` alone (IO).

use std::collections::BTreeMap;

use serde_json::Value;

use super::config;
use super::error::FolderError;

/// The file in which a folder may say what its labels mean.
pub(super) const FILE: &str = "wiredesk-labels.json";

/// What labels or types mean: of `{"FIRMA": "ORG", "LABEL_1": "B-PER", "DATUM": "O"}` each pair.
pub type LabelTable = BTreeMap<String, String>;

/// The types that names can have.
pub const TYPES: [&str; 4] = ["PER", "ORG", "LOC", "MISC"];

/// Types under the names that published models use, in capitals. Dates and amounts are the grammar's affair.
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

/// Where in a name a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Outside,
    /// First of a name of the type.
    Begins(usize),
    /// In a name, and its first word too where none of the type stands before.
    Inside(usize),
}

/// The meaning of each label by its number.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) places: Vec<Place>,
    /// The types as the folder has them, and what each is here; none where its names are not wanted.
    pub(super) types: Vec<(String, Option<&'static str>)>,
}

impl Labels {
    pub(super) fn read(names: &[String], table: &LabelTable) -> Result<Self, FolderError> {
        let mut labels = Self { places: Vec::new(), types: Vec::new() };
        for name in names {
            let meant = table.get(name).unwrap_or(name);
            let place = labels.place(meant, table)?;
            labels.places.push(place);
        }
        if labels.types.iter().all(|(_, meaning)| meaning.is_none()) {
            let problem =
                format!("none of the labels {} is a person, organisation or place", names.join(", "));
            let fix = format!(
                "say what they mean in {FILE} beside it, as {{\"LABEL_1\": \"B-PER\", \"LABEL_2\": \"I-PER\", \"FIRM\": \
                 \"ORG\"}}, or with --model-labels LABEL_1=B-PER,FIRM=ORG"
            );
            return Err(FolderError::new(config::FILE, problem, fix));
        }
        Ok(labels)
    }

    fn place(&mut self, label: &str, table: &LabelTable) -> Result<Place, FolderError> {
        if matches!(label, "O" | "o" | "0" | "OUT" | "OTHER" | "<pad>" | "[PAD]") {
            return Ok(Place::Outside);
        }
        let (mark, kind) = match label.split_once(['-', '_']) {
            Some((mark @ ("B" | "I" | "L" | "U" | "E" | "S" | "M" | "W"), kind)) => (mark, kind),
            _ => ("I", label),
        };
        let number = self.number(kind, table)?;
        Ok(if matches!(mark, "B" | "U" | "S" | "W") { Place::Begins(number) } else { Place::Inside(number) })
    }

    fn number(&mut self, kind: &str, table: &LabelTable) -> Result<usize, FolderError> {
        if let Some(known) = self.types.iter().position(|(known, _)| known == kind) {
            return Ok(known);
        }
        self.types.push((kind.to_owned(), meaning(kind, table)?));
        Ok(self.types.len() - 1)
    }
}

fn meaning(kind: &str, table: &LabelTable) -> Result<Option<&'static str>, FolderError> {
    let Some(said) = table.get(kind) else {
        let capitals = kind.to_uppercase();
        return Ok(KNOWN.iter().find(|(name, _)| *name == capitals).map(|(_, meaning)| *meaning));
    };
    match TYPES.into_iter().find(|name| name == said) {
        None if said != "O" => {
            let problem = format!("`{kind}` cannot mean `{said}`");
            Err(FolderError::new(
                FILE,
                problem,
                "a type means PER, ORG, LOC, MISC, or O where its names are not wanted",
            ))
        }
        meaning => Ok(meaning),
    }
}

/// Reads a folder's own table.
pub(super) fn table(file: &[u8]) -> Result<LabelTable, FolderError> {
    let pairs = match serde_json::from_slice(file) {
        Ok(Value::Object(pairs)) => {
            let pair = |(label, meaning): (String, Value)| Some((label, meaning.as_str()?.to_owned()));
            pairs.into_iter().map(pair).collect()
        }
        _ => None,
    };
    pairs.ok_or_else(|| {
        let fix = "write it as {\"FIRM\": \"ORG\", \"LABEL_1\": \"B-PER\"}";
        FolderError::new(FILE, "not a JSON object of strings", fix)
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

    fn check(labels: &[&str], table: &[(&str, &str)], places: &[Place], types: &[Option<&str>]) {
        let found = read(labels, table).expect("they can be read");
        assert_eq!(found.places, places, "{labels:?}");
        assert_eq!(found.types.iter().map(|(_, meaning)| *meaning).collect::<Vec<_>>(), types, "{labels:?}");
    }

    #[test]
    fn every_scheme_says_where_a_name_begins_or_leaves_it_open() {
        use Place::{Begins, Inside, Outside};
        check(&["O", "B-PER", "I-PER"], &[], &[Outside, Begins(0), Inside(0)], &[Some("PER")]);
        let bilou = ["B-Person", "I-Person", "L-Person", "U-Person", "O"];
        check(&bilou, &[], &[Begins(0), Inside(0), Inside(0), Begins(0), Outside], &[Some("PER")]);
        check(&["S-LOC", "E-LOC"], &[], &[Begins(0), Inside(0)], &[Some("LOC")]);
        check(&["O", "GPE", "ORG"], &[], &[Outside, Inside(0), Inside(1)], &[Some("LOC"), Some("ORG")]);
        check(&["B_organization"], &[], &[Begins(0)], &[Some("ORG")]);
        check(&["WORK_OF_ART"], &[], &[Inside(0)], &[Some("MISC")]);
    }

    #[test]
    fn what_is_no_name_here_keeps_a_type_of_its_own_and_means_nothing() {
        use Place::{Begins, Inside};
        check(&["B-DATE", "I-PER"], &[], &[Begins(0), Inside(1)], &[None, Some("PER")]);
    }

    #[test]
    fn a_table_says_what_labels_or_types_mean() {
        use Place::{Begins, Inside, Outside};
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
    fn labels_without_a_name_among_them_are_refused_with_the_way_out() {
        check_refused(&["LABEL_0", "LABEL_1"], &[], "config.json: none of the labels LABEL_0, LABEL_1");
        check_refused(&["LABEL_0", "LABEL_1"], &[], "wiredesk-labels.json beside it");
        check_refused(&["B-NOUN"], &[("NOUN", "THING")], "wiredesk-labels.json: `NOUN` cannot mean `THING`");
        assert!(table(b"[]").is_err() && table(b"{\"a\": 1}").is_err());
        assert_eq!(table(br#"{"a": "PER"}"#).map(|table| table.len()), Ok(1));
    }
}
