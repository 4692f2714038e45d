//! What would come in, as the window shows it before anything is written.

use resguardo_domain::schema::{Field, Kind};
use resguardo_domain::value::Value;
use resguardo_exchange::draft::{Drafted, LinkedDraft, RowDraft};
use resguardo_language::Words;
use serde::Serialize;

use super::super::Sorted;
use super::columns::in_words;
use crate::cells::{Cell, Manner, is_identity};
use crate::folio;
use crate::session::Session;

/// The most problems or changes one answer holds.
const MOST: usize = 500;
/// How many rows are shown as they would come in.
const SAMPLE_ROWS: usize = 6;

/// A cell that needs a look.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportProblem {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// `C17`.
    pub cell: String,
    /// The sheet.
    pub sheet: String,
    /// The heading.
    pub column: String,
    /// The cell as written.
    pub value: String,
    /// The field in words.
    pub field: String,
    /// What is the matter, in words.
    pub message: String,
    /// Whether it can be put right here.
    pub fixable: bool,
}

/// A change that a corrected sheet proposes.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportChange {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// The record.
    pub id: String,
    /// Its folio.
    pub folio: String,
    /// The field in words.
    pub field: String,
    /// What is recorded.
    pub old: String,
    /// What the sheet says.
    pub new: String,
}

/// A row as it would come in.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SampleRow {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// What would come in.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportCheck {
    /// Rows that hold anything.
    pub rows: usize,
    /// Rows that come in.
    pub ready: usize,
    /// Rows that came in before.
    pub duplicates: usize,
    /// How many changes a corrected sheet proposes.
    pub changes_total: usize,
    /// The first of them.
    pub changes: Vec<ImportChange>,
    /// How many cells need a look.
    pub problems_total: usize,
    /// Some of them.
    pub problems: Vec<ImportProblem>,
    /// A few rows as they would come in.
    pub sample: Vec<SampleRow>,
    /// The headings of those rows.
    pub sample_columns: Vec<String>,
}

impl Session {
    pub(super) fn check_told(
        &self,
        kind: &Kind,
        drafted: &Drafted,
        sorted: &Sorted<'_>,
        (first, count): (usize, usize),
    ) -> ImportCheck {
        let words = self.words();
        let label = |path: &str| {
            let field = self.field_of(kind, path);
            field.map_or_else(|| path.to_owned(), |field| field.label.get(self.lang).to_owned())
        };
        let problems = drafted.errors.iter().skip(first).take(count.min(MOST)).map(|error| ImportProblem {
            row: error.row,
            cell: error.cell.clone(),
            sheet: error.sheet.clone(),
            column: error.column.clone(),
            value: error.value.clone(),
            field: error.field.as_deref().map(label).unwrap_or_default(),
            message: words.plain(&format!("cell-{}", error.reason.id())),
            fixable: error.field.is_some(),
        });
        let fields: Vec<&Field> = kind.fields().iter().filter(|field| field.list.is_some()).collect();
        let sample = sorted.fresh.iter().take(SAMPLE_ROWS).map(|row| SampleRow {
            row: row.row,
            cells: fields.iter().map(|field| self.sample_cell(row, field, &words)).collect(),
        });
        ImportCheck {
            rows: drafted.rows.len() + super::super::left_out(drafted),
            ready: sorted.fresh.len(),
            duplicates: sorted.duplicates.len(),
            changes_total: sorted.proposed.len(),
            changes: self.changes_told(kind, sorted, &words),
            problems_total: drafted.errors.len(),
            problems: problems.collect(),
            sample: sample.collect(),
            sample_columns: fields.iter().map(|field| field.label.get(self.lang).to_owned()).collect(),
        }
    }

    fn changes_told(&self, kind: &Kind, sorted: &Sorted<'_>, words: &Words) -> Vec<ImportChange> {
        let snapshot = self.snapshot();
        let told = sorted.proposed.iter().take(MOST).map(|change| {
            let field = self.field_of(kind, &change.path);
            let label = field.map_or_else(|| change.path.clone(), |field| field.label.get(self.lang).to_owned());
            ImportChange {
                row: change.row,
                id: change.record.to_string(),
                folio: snapshot.row(change.record).map(|row| folio::of(&self.schema, &row)).unwrap_or_default(),
                field: label,
                old: in_words(&change.old, field, words),
                new: in_words(&change.new, field, words),
            }
        });
        told.collect()
    }

    fn sample_cell(&self, row: &RowDraft, field: &Field, words: &Words) -> Cell {
        let linked: Vec<&LinkedDraft> = row.linked.iter().filter(|linked| linked.field == field.id).collect();
        let own = row.fields.get(&field.id).map(Vec::as_slice).unwrap_or_default();
        let is_covered = |linked: &&LinkedDraft| {
            let name = self.schema.kind(&linked.kind).and_then(|kind| kind.field("name"));
            name.is_none_or(is_identity)
        };
        if linked.iter().any(is_covered) || (is_identity(field) && !own.is_empty()) {
            return Cell { manner: Manner::Veiled, ..Cell::empty() };
        }
        let names = linked.iter().flat_map(|linked| linked.values.get("name").into_iter().flatten());
        let mut texts: Vec<String> = names.flat_map(|name| name.words()).map(str::to_owned).collect();
        let names_none = texts.is_empty();
        texts.extend(own.iter().map(|value| words.value(value, field, &[])));
        let manner = match (names_none, own) {
            (true, [Value::Unknown]) => Manner::Unknown,
            (true, [Value::NotAsked]) => Manner::NotAsked,
            (true, [Value::Withheld]) => Manner::Withheld,
            _ if texts.is_empty() => Manner::Empty,
            _ => Manner::Plain,
        };
        Cell { text: texts.join("; "), manner, ..Cell::empty() }
    }
}
