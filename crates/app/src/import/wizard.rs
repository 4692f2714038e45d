//! An import step by step: the file is read once, every later answer comes from memory; nothing is written before the end.

mod told;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use resguardo_domain::draft::begin;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::Kind;
use resguardo_domain::value::Value;
use resguardo_exchange::draft::{Drafted, RowDraft};
use resguardo_exchange::mapping::Mapping;
use resguardo_exchange::read::{SheetCell, Workbook};
use resguardo_exchange::recognise::heading;

use super::batch::{Batch, Fingerprint};
use super::changes::Proposed;
use super::rows::{Names, RowWriter};
use super::{Choice, ImportRequest, Imported, Sorted, rows_of, sheet_error, write_out};
use crate::error::AppError;
use crate::records::Assignment;
use crate::session::{Session, now_ms};
use crate::sheets;

pub use told::{
    ImportBatch, ImportChange, ImportCheck, ImportColumn, ImportDone, ImportProblem, ImportState, ImportTarget,
    ImportUndone, ImportValue, SampleRow, SheetRows,
};

/// Rows written as one act: *Stop* ends after the slice in hand, and no more than these are held in memory twice.
const SLICE: usize = 200;
/// What a `setting` record is for when it is a saved mapping.
const PURPOSE: &str = "mapping";

/// The import in hand.
#[derive(Clone, Default)]
pub(crate) struct InHand(Arc<Mutex<Option<Wizard>>>);

/// A file on its way in.
struct Wizard {
    file_name: String,
    kind: String,
    workbook: Workbook,
    mapping: Mapping,
    drafted: Drafted,
    /// The mapping that was saved under this name and is in use.
    saved: Option<String>,
    /// Cells a person put right, by row and heading: what they say now.
    fixes: BTreeMap<(usize, String), String>,
}

impl Session {
    fn in_hand(&self) -> MutexGuard<'_, Option<Wizard>> {
        self.wizard.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads a file and proposes how to read it; one of the same headings is read as it was the last time.
    ///
    /// # Errors
    /// The file cannot be read as a spreadsheet.
    pub fn import_begin(&self, kind: &str, file: &Path) -> Result<ImportState, AppError> {
        let kind = self.kind(kind)?;
        let workbook = sheets::read(file)?;
        let proposed = Mapping::propose(&workbook, &kind.id, self.schema, self.catalogues).map_err(sheet_error)?;
        let saved = self.fitting(&workbook, &proposed);
        let mapping = saved.as_ref().map_or(proposed, |(_, mapping)| mapping.clone());
        let mut wizard = Wizard {
            file_name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            kind: kind.id.clone(),
            workbook,
            mapping,
            drafted: Drafted::default(),
            saved: saved.map(|(name, _)| name),
            fixes: BTreeMap::new(),
        };
        self.redraft(&mut wizard)?;
        let state = self.import_state(&wizard)?;
        *self.in_hand() = Some(wizard);
        Ok(state)
    }

    /// Reads another sheet, or other headings.
    ///
    /// # Errors
    /// [`AppError::NoImport`]; the sheet or row is not there. Then it is read as before.
    pub fn import_arrange(&self, sheet: &str, heading_row: usize) -> Result<ImportState, AppError> {
        self.rearrange(|session, wizard| {
            let kind = session.kind(&wizard.kind)?;
            let table = wizard.workbook.sheet(sheet).map_err(sheet_error)?;
            let mut mapping = Mapping::for_sheet(table, (kind, session.schema), session.catalogues).unwrap_or_default();
            if mapping.heading_row != heading_row && heading_row > 0 {
                let columns = heading::headings(table, heading_row - 1).into_iter().map(|name| (name, String::new()));
                let known = mapping.columns.clone();
                mapping.columns =
                    columns.map(|(name, none)| (name.clone(), known.get(&name).cloned().unwrap_or(none))).collect();
                mapping.heading_row = heading_row;
            }
            mapping.sheet = sheet.to_owned();
            wizard.mapping = mapping;
            wizard.fixes.clear();
            Ok(())
        })
    }

    /// Sends a column to a field, or keeps its cells as written.
    ///
    /// # Errors
    /// No such column or field; then it goes where it went.
    pub fn import_column(&self, index: usize, target: Option<&str>) -> Result<ImportState, AppError> {
        self.rearrange(|_, wizard| {
            let heading = wizard.drafted.headings.get(index).cloned().ok_or(AppError::NoImport)?;
            wizard.mapping.columns.insert(heading, target.unwrap_or_default().to_owned());
            wizard.saved = None;
            Ok(())
        })
    }

    /// The different values of a column of terms, those without one first.
    ///
    /// # Errors
    /// [`AppError::NoImport`].
    pub fn import_values(&self, index: usize) -> Result<Vec<ImportValue>, AppError> {
        let wizard = self.in_hand();
        let wizard = wizard.as_ref().ok_or(AppError::NoImport)?;
        Ok(self.values_told(wizard, index))
    }

    /// Sends a value to terms; none keeps it as written.
    ///
    /// # Errors
    /// No such term; then it goes where it went.
    pub fn import_value(&self, index: usize, value: &str, terms: &[String]) -> Result<Vec<ImportValue>, AppError> {
        self.rearrange(|_, wizard| {
            let heading = wizard.drafted.headings.get(index).cloned().ok_or(AppError::NoImport)?;
            wizard.mapping.values.entry(heading).or_default().insert(value.to_owned(), terms.join("|"));
            wizard.saved = None;
            Ok(())
        })?;
        self.import_values(index)
    }

    /// Puts a cell right; the file itself stays as it is.
    ///
    /// # Errors
    /// [`AppError::NoImport`].
    pub fn import_fix(&self, row: usize, column: &str, text: &str) -> Result<(), AppError> {
        self.rearrange(|_, wizard| {
            let place =
                wizard.drafted.headings.iter().position(|heading| heading == column).ok_or(AppError::NoImport)?;
            let name = wizard.mapping.sheet.clone();
            let sheet = wizard.workbook.sheets.iter_mut().find(|sheet| name.is_empty() || sheet.name == name);
            let cells = sheet.and_then(|sheet| sheet.rows.get_mut(row.saturating_sub(1))).ok_or(AppError::NoImport)?;
            if cells.len() <= place {
                cells.resize_with(place + 1, SheetCell::default);
            }
            if let Some(cell) = cells.get_mut(place) {
                *cell = SheetCell::text(text.to_owned());
            }
            wizard.fixes.insert((row, column.to_owned()), text.to_owned());
            Ok(())
        })
        .map(|_| ())
    }

    /// Changes how the file is read; on refusal it is read as before.
    fn rearrange(
        &self,
        change: impl FnOnce(&Self, &mut Wizard) -> Result<(), AppError>,
    ) -> Result<ImportState, AppError> {
        let mut held = self.in_hand();
        let wizard = held.as_mut().ok_or(AppError::NoImport)?;
        let before = (wizard.mapping.clone(), wizard.saved.clone());
        let changed = change(self, wizard).and_then(|()| self.redraft(wizard));
        if let Err(error) = changed {
            (wizard.mapping, wizard.saved) = before;
            self.redraft(wizard)?;
            return Err(error);
        }
        self.import_state(wizard)
    }

    fn redraft(&self, wizard: &mut Wizard) -> Result<(), AppError> {
        let sheet = wizard.workbook.sheet(&wizard.mapping.sheet).map_err(sheet_error)?;
        let rules = (self.schema, self.catalogues);
        wizard.drafted =
            resguardo_exchange::draft::draft(sheet, &wizard.mapping, rules, &wizard.kind).map_err(sheet_error)?;
        Ok(())
    }

    /// What would come in: counts, problems, changes a corrected sheet proposes, a few rows.
    ///
    /// # Errors
    /// [`AppError::NoImport`].
    pub fn import_check(&self, first: usize, count: usize) -> Result<ImportCheck, AppError> {
        let held = self.in_hand();
        let wizard = held.as_ref().ok_or(AppError::NoImport)?;
        let sorted = self.sort_rows(&request(wizard, false), &wizard.mapping, &wizard.drafted)?;
        Ok(self.check_told(wizard, &sorted, (first, count)))
    }

    /// Writes the cells with problems where the person says.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn import_problems(&self, file: &Path) -> Result<(), AppError> {
        let held = self.in_hand();
        let wizard = held.as_ref().ok_or(AppError::NoImport)?;
        let sorted = Sorted { fresh: Vec::new(), duplicates: Vec::new(), proposed: Vec::new() };
        let told = self.told(&wizard.drafted, &sorted);
        write_out(file, &super::problems_csv(&told.errors))
    }

    /// Brings the file in, slice by slice. `goes_on` hears how many rows of how many are in, and says whether to go on.
    ///
    /// # Errors
    /// [`AppError::NoImport`]; the vault cannot be written: the slices before are in, and one undo takes them back.
    pub fn import_run(
        &self,
        apply_changes: bool,
        goes_on: &dyn Fn(usize, usize) -> bool,
    ) -> Result<ImportDone, AppError> {
        // Taken out of hand while it runs: nobody rearranges a file that is on its way in.
        let wizard = self.in_hand().take().ok_or(AppError::NoImport)?;
        let done = self.run(&wizard, apply_changes, goes_on);
        if done.is_err() {
            *self.in_hand() = Some(wizard);
        }
        done
    }

    fn run(
        &self,
        wizard: &Wizard,
        apply_changes: bool,
        goes_on: &dyn Fn(usize, usize) -> bool,
    ) -> Result<ImportDone, AppError> {
        let kind = self.kind(&wizard.kind)?;
        let sorted = self.sort_rows(&request(wizard, apply_changes), &wizard.mapping, &wizard.drafted)?;
        let to_apply: &[Proposed] = if apply_changes { &sorted.proposed } else { &[] };
        let mut imported = self.told(&wizard.drafted, &sorted);
        imported.imported = sorted.fresh.len() + rows_of(to_apply);
        imported.skipped = imported.rows.saturating_sub(imported.imported);
        let unmatched = imported.values.iter().filter(|value| value.term.is_none()).count();
        if imported.imported == 0 {
            return Ok(done(&imported, 0, 0, unmatched));
        }
        let batch = Batch::new(wizard.file_name.clone(), kind.id.clone(), &wizard.mapping, &wizard.drafted, &imported)?;
        let journal = self.kind("journal")?;
        // One moment for the whole import: undo tells by it what somebody wrote since.
        let at_ms = now_ms();
        let id = self.write_parts_at(at_ms, |pen| {
            let (id, operations) = begin(journal, &batch.draft(), pen);
            Ok((id, vec![operations]))
        })?;
        imported.batch = id.to_string();
        let written = self.write_slices(kind, &batch, (id, at_ms, &sorted.fresh), goes_on)?;
        let stopped = written < sorted.fresh.len();
        if !stopped && !to_apply.is_empty() {
            self.write_parts_at(at_ms, |pen| Ok(((), self.change_operations(to_apply, id, &batch, pen)?)))?;
        }
        let changed = if stopped { 0 } else { rows_of(to_apply) };
        if stopped {
            let count =
                |field: &str, count: usize| Assignment::Text { field: field.to_owned(), text: count.to_string() };
            let skipped = imported.rows.saturating_sub(written);
            self.edit_record(&imported.batch, &[count("imported", written), count("skipped", skipped)])?;
        }
        Ok(ImportDone { stopped, ..done(&imported, written, changed, unmatched) })
    }

    fn write_slices(
        &self,
        kind: &'static Kind,
        batch: &Batch,
        (id, at_ms, fresh): (RecordId, u64, &[&RowDraft]),
        goes_on: &dyn Fn(usize, usize) -> bool,
    ) -> Result<usize, AppError> {
        let mut names = Names::of(self);
        let mut written = 0;
        for slice in fresh.chunks(SLICE) {
            if !goes_on(written, fresh.len()) {
                break;
            }
            self.write_parts_at(at_ms, |pen| {
                let mut parts = Vec::new();
                for row in slice {
                    let print = Fingerprint::of(&batch.salt, &row.cells);
                    let import_row = print.line(id, row.row, &batch.sheet);
                    let (session, names) = (self, &mut names);
                    let writer = RowWriter { session, names, pen: &mut *pen, import_row, operations: Vec::new() };
                    parts.push(writer.write(kind, row)?);
                }
                Ok(((), parts))
            })?;
            written += slice.len();
        }
        goes_on(written, fresh.len());
        Ok(written)
    }

    /// Lets the file go; nothing was written.
    pub fn import_close(&self) {
        *self.in_hand() = None;
    }

    /// Saves how the file is read under a name.
    ///
    /// # Errors
    /// No name; [`AppError::NoImport`]; the vault cannot be written.
    pub fn mapping_save(&self, name: &str) -> Result<(), AppError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(AppError::NoName);
        }
        let (mapping, kind, headings) = {
            let mut held = self.in_hand();
            let wizard = held.as_mut().ok_or(AppError::NoImport)?;
            wizard.saved = Some(name.to_owned());
            (wizard.mapping.to_toml().map_err(sheet_error)?, wizard.kind.clone(), wizard.drafted.headings.clone())
        };
        let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.to_owned() };
        let list = Assignment::Json { field: "headings".to_owned(), json: serde_json::json!(headings) };
        let same = self.saved_mappings().into_iter().find(|(_, known, _)| known == name);
        match same {
            Some((id, _, _)) => self.edit_record(&id, &[text("mapping", &mapping), list])?,
            None => {
                let fields = [("purpose", PURPOSE), ("name", name), ("for_kind", &kind), ("mapping", &mapping)];
                let mut assignments: Vec<Assignment> = fields.iter().map(|(field, value)| text(field, value)).collect();
                assignments.push(list);
                self.create_record("setting", &assignments)?
            }
        };
        Ok(())
    }

    /// Reads the file in hand as one saved under this name was read.
    ///
    /// # Errors
    /// No such mapping, or it does not fit; then it is read as before.
    pub fn mapping_use(&self, name: &str) -> Result<ImportState, AppError> {
        let known = self.saved_mappings().into_iter().find(|(_, known, _)| known == name);
        let (_, _, mapping) = known.ok_or(AppError::NoImport)?;
        self.rearrange(|_, wizard| {
            let sheet = wizard.mapping.sheet.clone();
            wizard.mapping = Mapping { sheet, ..mapping };
            wizard.saved = Some(name.to_owned());
            Ok(())
        })
    }

    /// Id, name and content of every saved mapping.
    fn saved_mappings(&self) -> Vec<(String, String, Mapping)> {
        let snapshot = self.snapshot();
        let rows = snapshot.rows().filter(|row| row.kind() == "setting" && row.status() == Status::InUse);
        let saved = rows.filter_map(|row| {
            let text = |field: &str| -> Option<String> {
                row.values(field).iter().flat_map(Value::words).next().map(str::to_owned)
            };
            (text("purpose")? == PURPOSE).then_some(())?;
            let mapping = Mapping::from_toml(&text("mapping")?).ok()?;
            Some((row.id().to_string(), text("name")?, mapping))
        });
        saved.collect()
    }

    /// The saved mapping whose headings are those of the file.
    fn fitting(&self, workbook: &Workbook, proposed: &Mapping) -> Option<(String, Mapping)> {
        let headings: Vec<&String> = proposed.columns.keys().collect();
        let same = |mapping: &Mapping| mapping.columns.keys().collect::<Vec<_>>() == headings;
        let (_, name, mapping) = self.saved_mappings().into_iter().find(|(_, _, mapping)| same(mapping))?;
        workbook.sheet(&proposed.sheet).ok()?;
        Some((name, Mapping { sheet: proposed.sheet.clone(), heading_row: proposed.heading_row, ..mapping }))
    }
}

fn request(wizard: &Wizard, apply_changes: bool) -> ImportRequest {
    let choices = apply_changes.then_some(Choice::ApplyChanges).into_iter().collect();
    ImportRequest { kind: wizard.kind.clone(), choices, ..ImportRequest::default() }
}

fn done(imported: &Imported, written: usize, changed: usize, unmatched: usize) -> ImportDone {
    ImportDone {
        batch: imported.batch.clone(),
        imported: written,
        changed,
        skipped: imported.rows.saturating_sub(written + changed),
        stopped: false,
        unmatched,
    }
}

#[cfg(test)]
mod tests;
