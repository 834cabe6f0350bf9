//! CSV (RFC 4180): one row for each mention.
//!
//! Cells are written as they are. A spreadsheet may read one that begins with `=`, `+`, `-` or `@` as a
//! formula, so import the columns as text there.

use crate::{
    links::joined,
    view::{View, field_name},
};

/// The first row.
pub(crate) const HEADER: &str = "id,revision,url,published_at,language,field,start,end,text,type,value,score,\
entity,name,salience,links\n";

/// Writes the rows of an article.
pub(crate) fn write(view: &View<'_>) -> String {
    let article = &view.event.article;
    let of_article = [
        article.id.as_str(),
        &article.revision,
        article.url.as_deref().unwrap_or_default(),
        article.published_at.as_deref().unwrap_or_default(),
        view.language().unwrap_or_default(),
    ];
    let of_article = of_article.map(cell).join(",");
    let mut rows = String::new();
    for located in view.mentions() {
        let mention = located.mention;
        let entity = view.entity_of(mention);
        let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        let cells = [
            field_name(mention.field).to_owned(),
            located.start.to_string(),
            located.end.to_string(),
            cell(located.bytes.of(view.positions.field(mention.field))),
            mention.entity_type.as_str().to_owned(),
            cell(mention.value.as_deref().unwrap_or_default()),
            number(Some(mention.score)),
            entity.and(mention.entity).map(|entity| entity.to_string()).unwrap_or_default(),
            cell(entity.map(|entity| entity.name.as_str()).unwrap_or_default()),
            number(entity.map(|entity| entity.salience)),
            cell(&entity.map(|entity| joined(&entity.links)).unwrap_or_default()),
        ];
        rows.push_str(&of_article);
        rows.push(',');
        rows.push_str(&cells.join(","));
        rows.push('\n');
    }
    rows
}

/// Quotes a cell if it has a separator, a quotation mark or a line break.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
