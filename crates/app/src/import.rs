//! Bringing in a spreadsheet: read, recognised, proposed, written as one act, taken back as one act.
//!
//! A batch is a `journal` record. Every record it made carries `import_row`: batch, row, a salted hash of the row's cells
//! and a short salted hash of each cell, so that the same file adds nothing twice and a corrected sheet proposes its
//! changes — without the journal holding a second copy of anybody's name outside the records.

mod again;
mod batch;
mod changes;
mod rows;
mod undo;
pub mod wizard;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use resguardo_domain::draft::begin;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::Kind;
use resguardo_domain::value::{Value, json};
use resguardo_exchange::draft::{Drafted, Reason, RowDraft};
use resguardo_exchange::mapping::Mapping;
use resguardo_exchange::read::Workbook;
use resguardo_vault::Snapshot;
use serde::Serialize;
use serde_json::Value as Json;

use crate::error::AppError;
use crate::session::{Session, now_ms};
use crate::sheets;
use again::Earlier;
use batch::{Batch, Fingerprint};
use changes::Proposed;
use rows::{Names, RowWriter};
pub use undo::{Kept, Undone};

/// What to bring in, and how.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    /// The file.
    pub file: PathBuf,
    /// The kind of record each row is.
    pub kind: String,
    /// A mapping file; without one a mapping is proposed and used.
    pub mapping: Option<PathBuf>,
    /// Where to write the mapping that was used.
    pub mapping_out: Option<PathBuf>,
    /// Where to write the cells with problems.
    pub report_errors: Option<PathBuf>,
    /// What else was asked for.
    pub choices: BTreeSet<Choice>,
}

/// What a person may ask of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// Show, write nothing.
    DryRun,
    /// Add rows that were imported before.
    AddDuplicates,
    /// Write the changes a corrected sheet proposes.
    ApplyChanges,
}

/// Where a column went.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnEntry {
    /// Its heading.
    pub column: String,
    /// The path of the field; none when its cells are kept as found.
    pub field: Option<String>,
}

/// A value of a cell and the terms it was matched to.
#[derive(Debug, Clone, Serialize)]
pub struct ValueEntry {
    /// The heading of its column.
    pub column: String,
    /// The cell as written.
    pub value: String,
    /// The term, or none when it is kept as written.
    pub term: Option<String>,
    /// How many cells say it.
    pub count: usize,
}

/// A cell with a problem.
#[derive(Debug, Clone, Serialize)]
pub struct CellProblem {
    /// The sheet.
    pub sheet: String,
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// The heading of the column.
    pub column: String,
    /// `C17`.
    pub cell: String,
    /// The cell as written.
    pub value: String,
    /// The path of the field.
    pub field: String,
    /// What is wrong, in words.
    pub message: String,
}

/// A row that was imported before.
#[derive(Debug, Clone, Serialize)]
pub struct Duplicate {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// The record it is.
    pub id: String,
}

/// A change that a corrected sheet proposes.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    /// The row as a spreadsheet shows it.
    pub row: usize,
    /// The record it is.
    pub id: String,
    /// The path of the field.
    pub field: String,
    /// What is recorded now.
    pub old: Json,
    /// What the sheet says.
    pub new: Json,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Serialize)]
pub struct Imported {
    /// The batch, for undoing; empty on a dry run.
    pub batch: String,
    /// Rows below the headings that hold anything.
    pub rows: usize,
    /// Rows that came in, or were changed.
    pub imported: usize,
    /// Rows that did not.
    pub skipped: usize,
    /// Where each column went.
    pub columns: Vec<ColumnEntry>,
    /// Values of columns with a list of terms.
    pub values: Vec<ValueEntry>,
    /// Cells with a problem; their rows came in all the same unless they say otherwise.
    pub errors: Vec<CellProblem>,
    /// Rows that were imported before.
    pub duplicates: Vec<Duplicate>,
    /// Changes the sheet proposes.
    pub changes: Vec<Change>,
}

impl Session {
    /// Brings in a spreadsheet.
    ///
    /// # Errors
    /// The file or the mapping cannot be read. Cells with problems are no error: they are listed.
    pub fn import(&self, request: &ImportRequest) -> Result<Imported, AppError> {
        let kind = self.kind(&request.kind)?;
        let workbook = sheets::read(&request.file, &|| !self.is_shut())?;
        let mapping = self.mapping(request, &workbook, kind)?;
        let sheet = workbook.sheet(&mapping.sheet).map_err(sheet_error)?;
        let drafted = resguardo_exchange::draft::draft(sheet, &mapping, (&self.schema, &self.catalogues), &kind.id)
            .map_err(sheet_error)?;
        if let Some(out) = &request.mapping_out {
            write_out(out, mapping.to_toml().map_err(sheet_error)?.as_bytes())?;
        }
        let snapshot = self.snapshot();
        let mut earlier = Earlier::of(self, &snapshot, &kind.id, &drafted.headings);
        let sorted = self.sort_rows(request, (&mapping, &drafted), (&snapshot, &mut earlier))?;
        let mut imported = self.told(&drafted, &sorted);
        if let Some(out) = &request.report_errors {
            write_out(out, &problems_csv(&imported.errors))?;
        }
        let to_apply: &[Proposed] =
            if request.choices.contains(&Choice::ApplyChanges) { &sorted.proposed } else { &[] };
        imported.imported = sorted.fresh.len() + rows_of(to_apply);
        imported.skipped = imported.rows.saturating_sub(imported.imported);
        if !request.choices.contains(&Choice::DryRun) && imported.imported > 0 {
            let file_name =
                request.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let batch = Batch::new(file_name, kind.id.clone(), &mapping, &drafted, &imported)?;
            imported.batch = self.write_batch(kind, &batch, &sorted.fresh, to_apply)?;
        }
        Ok(imported)
    }

    fn mapping(&self, request: &ImportRequest, workbook: &Workbook, kind: &Kind) -> Result<Mapping, AppError> {
        match &request.mapping {
            None => Mapping::propose(workbook, &kind.id, &self.schema, &self.catalogues).map_err(sheet_error),
            Some(file) => {
                let text = fs::read_to_string(file).map_err(|source| unreadable(file, source))?;
                Mapping::from_toml(&text).map_err(sheet_error)
            }
        }
    }

    /// Tells rows that are new from those that came before and those that came before with other cells.
    fn sort_rows<'d>(
        &self,
        request: &ImportRequest,
        (mapping, drafted): (&Mapping, &'d Drafted),
        (snapshot, earlier): (&Snapshot, &mut Earlier),
    ) -> Result<Sorted<'d>, AppError> {
        earlier.afresh();
        let mut sorted = Sorted { fresh: Vec::new(), duplicates: Vec::new(), proposed: Vec::new() };
        let mut left = Vec::new();
        for row in &drafted.rows {
            match earlier.same(row) {
                Some(id) if !request.choices.contains(&Choice::AddDuplicates) => sorted.duplicates.push((row.row, id)),
                Some(_) => sorted.fresh.push(row),
                None => left.push(row),
            }
        }
        let mut changed = Vec::new();
        for row in left {
            match earlier.changed(self, snapshot, row) {
                Some(found) => changed.push((row, found)),
                None => sorted.fresh.push(row),
            }
        }
        let records: Vec<RecordId> = changed.iter().map(|(_, found)| found.record).collect();
        for ((row, found), current) in changed.iter().zip(self.currents(&records)?) {
            sorted.proposed.extend(self.propose(mapping, &drafted.headings, row, (found, &current))?);
        }
        sorted.fresh.sort_by_key(|row| row.row);
        Ok(sorted)
    }

    fn told(&self, drafted: &Drafted, sorted: &Sorted<'_>) -> Imported {
        let words = self.words();
        let columns =
            drafted.columns.iter().map(|(column, field)| ColumnEntry { column: column.clone(), field: field.clone() });
        let values = drafted.values.iter().map(|seen| ValueEntry {
            column: seen.column.clone(),
            value: seen.value.clone(),
            term: (!seen.terms.is_empty()).then(|| seen.terms.iter().map(term_text).collect::<Vec<_>>().join("|")),
            count: seen.count,
        });
        let errors = drafted.errors.iter().map(|error| CellProblem {
            sheet: error.sheet.clone(),
            row: error.row,
            column: error.column.clone(),
            cell: error.cell.clone(),
            value: error.value.clone(),
            field: error.field.clone().unwrap_or_default(),
            message: words.plain(&format!("cell-{}", error.reason.id())),
        });
        let duplicates = sorted.duplicates.iter().map(|(row, id)| Duplicate { row: *row, id: id.to_string() });
        Imported {
            batch: String::new(),
            rows: drafted.rows.len() + left_out(drafted),
            imported: 0,
            skipped: 0,
            columns: columns.collect(),
            values: values.collect(),
            errors: errors.collect(),
            duplicates: duplicates.collect(),
            changes: sorted.proposed.iter().map(Proposed::told).collect(),
        }
    }

    /// Writes a batch: its journal record, then each row with the records linked to it, as one act.
    fn write_batch(
        &self,
        kind: &Kind,
        batch: &Batch,
        fresh: &[&RowDraft],
        proposed: &[Proposed],
    ) -> Result<String, AppError> {
        let journal = self.kind("journal")?;
        let mut names = Names::of(self);
        self.write_parts(|pen| {
            let (id, journal_operations) = begin(journal, &batch.draft(), pen);
            let mut parts = vec![journal_operations];
            for row in fresh {
                let print = Fingerprint::of(&batch.salt, &row.cells);
                let import_row = print.line(id, row.row, &batch.sheet);
                let (session, names) = (self, &mut names);
                let writer = RowWriter { session, names, pen: &mut *pen, import_row, operations: Vec::new() };
                parts.push(writer.write(kind, row)?);
            }
            let mut changed = self.change_operations(proposed, id, batch, pen)?;
            parts.append(&mut changed);
            Ok((id.to_string(), parts))
        })
    }
}

/// The rows of a sheet, told apart.
struct Sorted<'d> {
    fresh: Vec<&'d RowDraft>,
    duplicates: Vec<(usize, RecordId)>,
    proposed: Vec<Proposed>,
}

/// The id of a term, or of one of the three ways to say nothing.
fn term_text(value: &Value) -> String {
    match value {
        Value::Unknown => "unknown".to_owned(),
        Value::NotAsked => "not_asked".to_owned(),
        Value::Withheld => "withheld".to_owned(),
        Value::Choice(term) => term.clone(),
        other => json::to_json(other).to_string(),
    }
}

/// Rows that repeat the headings or sum up the others.
fn left_out(drafted: &Drafted) -> usize {
    let is_row = |reason| matches!(reason, Reason::HeadingsAgain | Reason::TotalRow);
    drafted.errors.iter().filter(|error| is_row(error.reason)).count()
}

fn rows_of(proposed: &[Proposed]) -> usize {
    let rows: BTreeSet<usize> = proposed.iter().map(|change| change.row).collect();
    rows.len()
}

pub(crate) fn sheet_error(source: resguardo_exchange::Error) -> AppError {
    AppError::Sheet { source }
}

pub(crate) fn unreadable(file: &Path, source: std::io::Error) -> AppError {
    AppError::Unreadable { file: file.display().to_string(), source }
}

/// Writes a new file of the person's choosing, for the owner only.
pub(crate) fn write_out(file: &Path, bytes: &[u8]) -> Result<(), AppError> {
    fs::write(file, bytes).map_err(|source| AppError::Unwritable { file: file.display().to_string(), source })
}

fn problems_csv(problems: &[CellProblem]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut written = writer.write_record(["sheet", "row", "column", "cell", "value", "field", "message"]);
    for p in problems {
        let row = p.row.to_string();
        let cells = [&p.sheet, &row, &p.column, &p.cell, &p.value, &p.field, &p.message];
        written = written.and_then(|()| writer.write_record(cells));
    }
    // A Vec takes every byte.
    debug_assert!(written.is_ok());
    writer.into_inner().unwrap_or_default()
}

/// A value as the preview of a change shows it.
fn shown(values: &[Value]) -> Json {
    match values {
        [] => Json::Null,
        [only] => json::to_json(only),
        several => Json::Array(several.iter().map(json::to_json).collect()),
    }
}

pub(crate) fn today() -> String {
    crate::written::day_text(now_ms())
}
