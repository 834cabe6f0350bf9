//! A report: tables in Markdown under a header that names the command that prints them.

use std::fmt::Write as _;

/// The command, date and machine of a measurement.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The command that prints the report.
    pub command: String,
    /// Day of the measurement, `YYYY-MM-DD`.
    pub date: String,
    /// Processor and cores.
    pub machine: String,
}

/// A report with a title, facts about the measurement, and tables.
#[derive(Debug, Clone)]
pub struct Report {
    title: String,
    facts: Vec<(&'static str, String)>,
    sections: Vec<Section>,
}

#[derive(Debug, Clone)]
struct Section {
    heading: String,
    note: String,
    table: Table,
}

/// A table. Columns of figures are aligned right, columns of words left.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Report {
    /// Returns a report without tables.
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), facts: Vec::new(), sections: Vec::new() }
    }

    /// Adds a line to the header, such as `corpus` or `model`.
    #[must_use]
    pub fn fact(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.facts.push((name, value.into()));
        self
    }

    /// Adds a table under a heading, with a note that says how its figures are defined.
    pub fn section(&mut self, heading: &str, note: &str, table: Table) {
        self.sections.push(Section { heading: heading.to_owned(), note: note.to_owned(), table });
    }

    /// Returns the report in Markdown.
    pub fn markdown(&self, stamp: &Stamp) -> String {
        let mut text = format!("# {}\n\n", self.title);
        let stamp = [
            ("command", format!("`{}`", stamp.command)),
            ("date", stamp.date.clone()),
            ("machine", stamp.machine.clone()),
        ];
        for (name, value) in stamp.iter().chain(&self.facts) {
            line(&mut text, &format!("- {name}: {value}"));
        }
        for section in &self.sections {
            line(&mut text, &format!("\n## {}\n", section.heading));
            if !section.note.is_empty() {
                line(&mut text, &format!("{}\n", section.note));
            }
            section.table.write(&mut text);
        }
        text
    }
}

impl Table {
    /// Returns a table with these columns and no rows.
    pub fn new(columns: &[&str]) -> Self {
        Self { columns: columns.iter().map(|&column| column.to_owned()).collect(), rows: Vec::new() }
    }

    /// Adds a row at the end.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    fn write(&self, text: &mut String) {
        let columns: Vec<Column> = (0..self.columns.len()).map(|number| self.column(number)).collect();
        write_row(text, &self.columns, &columns);
        let rule = columns.iter().map(|column| match column.side {
            Side::Left => "-".repeat(column.width + 2),
            Side::Right => "-".repeat(column.width + 1) + ":",
        });
        line(text, &format!("|{}|", rule.collect::<Vec<_>>().join("|")));
        for row in &self.rows {
            write_row(text, row, &columns);
        }
    }

    fn column(&self, number: usize) -> Column {
        let cells = || self.rows.iter().filter_map(|row| row.get(number));
        let head = self.columns.get(number);
        let width = cells().chain(head).map(|cell| cell.chars().count()).max().unwrap_or(0);
        let is_figure =
            |cell: &String| cell.starts_with(|first: char| first.is_ascii_digit() || "+-–".contains(first));
        Column { width, side: if cells().all(is_figure) { Side::Right } else { Side::Left } }
    }
}

/// Width and alignment of a column.
struct Column {
    width: usize,
    side: Side,
}

enum Side {
    Left,
    Right,
}

fn write_row(text: &mut String, cells: &[String], columns: &[Column]) {
    for (cell, column) in cells.iter().zip(columns) {
        let space = " ".repeat(column.width.saturating_sub(cell.chars().count()));
        let (before, after) = match column.side {
            Side::Left => ("", space.as_str()),
            Side::Right => (space.as_str(), ""),
        };
        text.extend(["| ", before, cell, after, " "]);
    }
    text.push_str("|\n");
}

fn line(text: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}

/// Formats a share as a percentage with one decimal: `0.9` is `90.0`.
pub fn percent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_a_header_and_aligned_tables() {
        let mut table = Table::new(&["set", "F1"]);
        table.row(["news".to_owned(), percent(0.915)]);
        table.row(["web".to_owned(), percent(1.0)]);
        let mut report = Report::new("Segments").fact("corpus", "two texts");
        report.section("Sentences", "Both ends exact.", table);
        let stamp =
            Stamp { command: "cargo lab".into(), date: "2026-01-02".into(), machine: "abacus".into() };
        let expected = "\
# Segments

- command: `cargo lab`
- date: 2026-01-02
- machine: abacus
- corpus: two texts

## Sentences

Both ends exact.

| set  |    F1 |
|------|------:|
| news |  91.5 |
| web  | 100.0 |
";
        assert_eq!(report.markdown(&stamp), expected);
    }
}
