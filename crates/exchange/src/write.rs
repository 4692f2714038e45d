//! Lists that go out: CSV, XLSX and JSON, each with a codebook and a sheet of counts; and due dates as a calendar.
//!
//! Only [`Disclosed`] rows come in here, so an export shows what its level shows and nothing else. Every cell is text or
//! a number; nothing a record says becomes a formula. Headings and terms are labels of one language, so that the
//! importer reads an export back.

mod cell;
mod codebook;
mod delimited;
mod ics;
mod json;
#[cfg(test)]
mod tests;
mod workbook;

use std::collections::BTreeSet;

use resguardo_domain::catalogue::{Catalogues, Lang};
use resguardo_domain::disclosure::{Disclosed, Row};
use resguardo_domain::schema::{Field, Kind};

pub use delimited::{Tables, csv};
pub use ics::{DueAt, DueDate, ics};
pub use json::json;
pub use workbook::xlsx;

/// A list to be written.
pub struct List<'a> {
    /// The kind of its records.
    pub kind: &'a Kind,
    /// The lists of terms.
    pub catalogues: &'a Catalogues,
    /// The language of headings and terms.
    pub lang: Lang,
    /// What may be shown.
    pub rows: &'a Disclosed<Vec<Row>>,
    /// The sheet of counts: what is counted, and how many.
    pub counts: &'a [(String, String)],
}

/// One column.
struct Column<'a> {
    field: &'a Field,
    heading: String,
}

impl<'a> List<'a> {
    /// The columns: every field that any row shows, in the order of the form.
    fn columns(&self) -> Vec<Column<'a>> {
        let used: BTreeSet<&str> =
            self.rows.get().iter().flat_map(|row| row.cells.keys()).map(String::as_str).collect();
        let mut taken = BTreeSet::new();
        let fields = self.kind.fields().iter().filter(|field| used.contains(field.id.as_str()));
        fields
            .map(|field| {
                let label = field.label.get(self.lang).to_owned();
                let heading = if taken.insert(label.clone()) { label } else { format!("{label} ({})", field.id) };
                Column { field, heading }
            })
            .collect()
    }

    /// The cells of one row under these columns, after its id or code.
    fn cells(&self, row: &Row, columns: &[Column<'_>]) -> Vec<String> {
        let of = |column: &Column<'_>| {
            let shown = row.cells.get(&column.field.id).map(Vec::as_slice).unwrap_or_default();
            cell::text(shown, column.field, self.catalogues, self.lang)
        };
        std::iter::once(row.code.clone()).chain(columns.iter().map(of)).collect()
    }

    /// The heading of the first column.
    const fn id_heading(&self) -> &'static str {
        match self.lang {
            Lang::Es => "Identificador",
            Lang::En => "Id",
        }
    }

    fn headings(&self, columns: &[Column<'_>]) -> Vec<String> {
        let own = columns.iter().map(|column| column.heading.clone());
        std::iter::once(self.id_heading().to_owned()).chain(own).collect()
    }
}

/// A word of the frame around a list.
const fn word(lang: Lang, es: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Es => es,
        Lang::En => en,
    }
}
