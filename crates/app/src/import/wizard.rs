//! An import step by step: the file is read once, every later answer comes from memory; nothing is written before the end.

mod batches;
mod check;
mod columns;
mod reading;
mod run;
mod saved;
mod values;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use resguardo_domain::schema::{Field, Kind};
use resguardo_exchange::draft::{ColumnRead, Drafted, RowDraft};
use resguardo_exchange::mapping::{self, Mapping};
use resguardo_exchange::read::{Sheet, SheetCell, Workbook};
use resguardo_vault::Snapshot;

use self::reading::Reading;
use super::again::Earlier;
use super::{Choice, ImportRequest, Sorted, problems_csv, sheet_error, write_out};
use crate::error::AppError;
use crate::session::Session;
use crate::sheets;

pub(crate) use batches::open_values;
pub use batches::{ImportBatch, ImportUndone, KeptRecord};
pub use check::{ImportChange, ImportCheck, ImportProblem, SampleRow};
pub use columns::{ImportColumn, ImportState, ImportTarget, Keep, SheetRows};
pub use run::ImportDone;
pub use values::{ImportValue, TermOffered};

/// How many sample cells a column shows.
const SAMPLES: usize = 3;

/// The import in hand.
#[derive(Clone, Default)]
pub(crate) struct InHand(Arc<Mutex<Option<Wizard>>>);

/// A file on its way in.
struct Wizard {
    file_name: String,
    kind: Arc<Kind>,
    workbook: Workbook,
    mapping: Mapping,
    /// The mapping that was saved under this name and is in use.
    saved: Option<String>,
    reading: Reading,
    /// Each column as it is read now.
    columns: Vec<ColumnRead>,
    /// The paths each column may go to, the most likely first.
    offers: Vec<Vec<String>>,
    /// The rows as they would come in; none until they are asked for, and after anything but one cell changed.
    drafted: Option<Drafted>,
    /// What came in before, as of one state of the vault.
    earlier: Option<(Arc<Snapshot>, Earlier)>,
    /// Cells a person put right, as the file has them: by row as a spreadsheet shows it, and column from 0.
    originals: BTreeMap<(usize, usize), SheetCell>,
}

impl Wizard {
    fn sheet(&self) -> Result<&Sheet, AppError> {
        self.workbook.sheet(&self.mapping.sheet).map_err(sheet_error)
    }

    /// Reads every column anew.
    fn read_columns(&mut self, session: &Session) -> Result<(), AppError> {
        self.reading = Reading::begin(session, self.sheet()?, &self.mapping, &self.kind.id)?;
        self.tell_columns(session)
    }

    /// What each column holds, as it is read now.
    fn tell_columns(&mut self, session: &Session) -> Result<(), AppError> {
        let sheet = self.workbook.sheet(&self.mapping.sheet).map_err(sheet_error)?;
        self.columns = self.reading.with_dependent_mut(|_, drafting| {
            (0..drafting.headings().len()).map(|at| drafting.column(sheet, at, SAMPLES)).collect()
        });
        let of = (&*self.kind, &*session.schema);
        self.offers = mapping::offers(sheet, self.mapping.heading_row, of, &session.catalogues);
        self.drafted = None;
        self.earlier = None;
        Ok(())
    }

    /// Reads one column anew.
    fn read_column(&mut self, at: usize) -> Result<(), AppError> {
        let sheet = self.workbook.sheet(&self.mapping.sheet).map_err(sheet_error)?;
        self.reading
            .with_dependent_mut(|_, drafting| drafting.arrange(sheet, &self.mapping, at))
            .map_err(sheet_error)?;
        if let Some(column) = self.columns.get_mut(at) {
            *column = self.reading.with_dependent_mut(|_, drafting| drafting.column(sheet, at, SAMPLES));
        }
        self.drafted = None;
        Ok(())
    }

    /// Drafts the rows, unless they are drafted as they stand.
    fn draft(&mut self) -> Result<(), AppError> {
        if self.drafted.is_none() {
            let sheet = self.workbook.sheet(&self.mapping.sheet).map_err(sheet_error)?;
            let mut drafted = self.reading.with_dependent_mut(|_, drafting| drafting.all(sheet));
            for row in &mut drafted.rows {
                keep_originals(&self.originals, self.reading.headings(), row);
            }
            self.drafted = Some(drafted);
        }
        Ok(())
    }

    /// Drafts one row anew, where the rows are drafted.
    fn draft_again(&mut self, row: usize, column: usize) -> Result<(), AppError> {
        let sheet = self.workbook.sheet(&self.mapping.sheet).map_err(sheet_error)?;
        if let Some(drafted) = &mut self.drafted {
            self.reading.with_dependent_mut(|_, drafting| drafting.again(sheet, row, drafted));
            if let Some(row) = drafted.rows.iter_mut().find(|known| known.row == row) {
                keep_originals(&self.originals, self.reading.headings(), row);
            }
        }
        let read = self.reading.with_dependent_mut(|_, drafting| drafting.column(sheet, column, SAMPLES));
        if let (Some(drafted), Some(heading)) = (&mut self.drafted, self.reading.headings().get(column)) {
            drafted.values.retain(|seen| seen.column != *heading);
            drafted.values.extend(read.values.iter().cloned());
        }
        if let Some(known) = self.columns.get_mut(column) {
            *known = read;
        }
        Ok(())
    }

    /// Puts a cell in the file's place or, where it says what the file says, the file's own back.
    fn put(&mut self, (row, column): (usize, usize), text: &str) -> Result<(), AppError> {
        let name = self.mapping.sheet.clone();
        let sheet = self.workbook.sheets.iter_mut().find(|sheet| name.is_empty() || sheet.name == name);
        let at = row.checked_sub(1).filter(|_| row > self.mapping.heading_row).ok_or(AppError::NoImport)?;
        let cells = sheet.and_then(|sheet| sheet.rows.get_mut(at)).ok_or(AppError::NoImport)?;
        if cells.len() <= column {
            cells.resize_with(column + 1, SheetCell::default);
        }
        let cell = cells.get_mut(column).ok_or(AppError::NoImport)?;
        let original = self.originals.remove(&(row, column)).unwrap_or_else(|| cell.clone());
        if original.text.trim() == text.trim() {
            *cell = original;
        } else {
            *cell = SheetCell::text(text.trim().to_owned());
            self.originals.insert((row, column), original);
        }
        Ok(())
    }

    /// The file as it was read.
    fn put_back(&mut self) -> Result<(), AppError> {
        for ((row, column), cell) in self.originals.clone() {
            self.put((row, column), &cell.text)?;
        }
        Ok(())
    }

    /// The rows told apart, as the vault stands now.
    fn sorted(&mut self, session: &Session, apply_changes: bool) -> Result<(&Drafted, Sorted<'_>), AppError> {
        self.draft()?;
        let snapshot = session.snapshot();
        let request = self.request(apply_changes);
        let drafted = self.drafted.as_ref().ok_or(AppError::NoImport)?;
        if self.earlier.as_ref().is_none_or(|(of, _)| !Arc::ptr_eq(of, &snapshot)) {
            let earlier = Earlier::of(session, &snapshot, &self.kind.id, &drafted.headings);
            self.earlier = Some((Arc::clone(&snapshot), earlier));
        }
        let (_, earlier) = self.earlier.as_mut().ok_or(AppError::NoImport)?;
        Ok((drafted, session.sort_rows(&request, (&self.mapping, drafted), (&snapshot, earlier))?))
    }

    /// What the command line would be asked for.
    fn request(&self, apply_changes: bool) -> ImportRequest {
        let choices = apply_changes.then_some(Choice::ApplyChanges).into_iter().collect();
        ImportRequest { kind: self.kind.id.clone(), choices, ..ImportRequest::default() }
    }
}

/// A row is known again by what the file says, and keeps what was put right beside its fields.
fn keep_originals(originals: &BTreeMap<(usize, usize), SheetCell>, headings: &[String], row: &mut RowDraft) {
    for ((_, column), original) in originals.range((row.row, 0)..=(row.row, usize::MAX)) {
        if let Some(cell) = row.cells.get_mut(*column) {
            cell.clone_from(&original.text);
        }
        if let Some(heading) = headings.get(*column).filter(|_| !original.is_blank()) {
            row.keep(heading, &original.text);
        }
    }
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
        let no_kind = || AppError::NoSuchKind { kind: kind.to_owned() };
        let kind = self.schema.shared_kind(kind).ok_or_else(no_kind)?;
        let workbook = sheets::read(file, &|| !self.is_shut())?;
        let proposed = Mapping::propose(&workbook, &kind.id, &self.schema, &self.catalogues).map_err(sheet_error)?;
        let sheet = workbook.sheet(&proposed.sheet).map_err(sheet_error)?;
        let reading = |mapping: &Mapping| Reading::begin(self, sheet, mapping, &kind.id);
        // A mapping saved under another version of the lists may not fit any more: then what is proposed is read.
        let fitting = self.fitting(&kind, &proposed);
        let fitting = fitting.and_then(|(name, mapping)| Some((reading(&mapping).ok()?, mapping, Some(name))));
        let (reading, mapping, saved) = match fitting {
            Some(fitting) => fitting,
            None => (reading(&proposed)?, proposed, None),
        };
        let mut wizard = Wizard {
            file_name: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            kind,
            workbook,
            mapping,
            saved,
            reading,
            columns: Vec::new(),
            offers: Vec::new(),
            drafted: None,
            earlier: None,
            originals: BTreeMap::new(),
        };
        wizard.tell_columns(self)?;
        let state = self.import_state(&wizard)?;
        *self.in_hand() = Some(wizard);
        Ok(state)
    }

    /// Reads another sheet, or other headings. What was put right is as the file has it again.
    ///
    /// # Errors
    /// [`AppError::NoImport`]; the sheet or row is not there. Then it is read as before.
    pub fn import_arrange(&self, sheet: &str, heading_row: usize) -> Result<ImportState, AppError> {
        self.rearrange(|session, wizard| {
            let table = wizard.workbook.sheet(sheet).map_err(sheet_error)?;
            let rules = (&*wizard.kind, &*session.schema);
            let found = Mapping::for_sheet(table, rules, &session.catalogues).unwrap_or_default();
            let moved = heading_row > 0 && heading_row != found.heading_row;
            let mapping = match moved {
                true => Mapping::under_row(table, heading_row, rules, &session.catalogues),
                false => found,
            };
            wizard.put_back()?;
            wizard.mapping = mapping;
            wizard.saved = None;
            wizard.read_columns(session)
        })
    }

    /// Sends a column to a field, keeps its cells as written, or leaves it out.
    ///
    /// # Errors
    /// No such column or field; then it goes where it went.
    pub fn import_column(&self, index: usize, keep: Keep, target: Option<&str>) -> Result<ImportState, AppError> {
        self.rearrange(|_, wizard| {
            let heading = wizard.reading.headings().get(index).cloned().ok_or(AppError::NoImport)?;
            let path = target.filter(|_| keep == Keep::Field).unwrap_or_default().to_owned();
            if keep == Keep::LeaveOut {
                wizard.mapping.leave_out.insert(heading.clone());
            } else {
                wizard.mapping.leave_out.remove(&heading);
            }
            if wizard.mapping.columns.insert(heading.clone(), path.clone()) != Some(path) {
                wizard.mapping.values.remove(&heading);
            }
            wizard.saved = None;
            wizard.read_column(index)
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
            let heading = wizard.reading.headings().get(index).cloned().ok_or(AppError::NoImport)?;
            let decided = wizard.mapping.values.entry(heading).or_default();
            decided.insert(value.trim().to_owned(), terms.join("|"));
            wizard.saved = None;
            wizard.read_column(index)
        })?;
        self.import_values(index)
    }

    /// Puts a cell right; the file itself stays as it is, and so does what the record keeps of it.
    ///
    /// # Errors
    /// [`AppError::NoImport`].
    pub fn import_fix(&self, row: usize, column: &str, text: &str) -> Result<(), AppError> {
        let mut held = self.in_hand();
        let wizard = held.as_mut().ok_or(AppError::NoImport)?;
        let place = wizard.reading.headings().iter().position(|heading| heading == column);
        let place = place.ok_or(AppError::NoImport)?;
        wizard.put((row, place), text)?;
        wizard.draft_again(row, place)
    }

    /// Changes how the file is read; on refusal it is read as before.
    fn rearrange(
        &self,
        change: impl FnOnce(&Self, &mut Wizard) -> Result<(), AppError>,
    ) -> Result<ImportState, AppError> {
        let mut held = self.in_hand();
        let wizard = held.as_mut().ok_or(AppError::NoImport)?;
        let before = (wizard.mapping.clone(), wizard.saved.clone());
        if let Err(error) = change(self, wizard) {
            (wizard.mapping, wizard.saved) = before;
            wizard.read_columns(self)?;
            return Err(error);
        }
        self.import_state(wizard)
    }

    /// What would come in: counts, problems, changes a corrected sheet proposes, a few rows.
    ///
    /// # Errors
    /// [`AppError::NoImport`].
    pub fn import_check(&self, first: usize, count: usize) -> Result<ImportCheck, AppError> {
        let mut held = self.in_hand();
        let wizard = held.as_mut().ok_or(AppError::NoImport)?;
        let kind = Arc::clone(&wizard.kind);
        let (drafted, sorted) = wizard.sorted(self, false)?;
        Ok(self.check_told(&kind, drafted, &sorted, (first, count)))
    }

    /// Writes the cells with problems where the person says.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn import_problems(&self, file: &Path) -> Result<(), AppError> {
        let mut held = self.in_hand();
        let wizard = held.as_mut().ok_or(AppError::NoImport)?;
        wizard.draft()?;
        let drafted = wizard.drafted.as_ref().ok_or(AppError::NoImport)?;
        let sorted = Sorted { fresh: Vec::new(), duplicates: Vec::new(), proposed: Vec::new() };
        write_out(file, &problems_csv(&self.told(drafted, &sorted).errors))
    }

    /// Lets the file go; nothing was written.
    pub fn import_close(&self) {
        *self.in_hand() = None;
    }

    /// The field at the end of a path.
    fn field_of<'k>(&'k self, kind: &'k Kind, path: &str) -> Option<&'k Field> {
        match path.split_once('.') {
            None => kind.field(path),
            Some((through, inner)) => {
                let linked = kind.field(through)?.refers_to.iter().filter_map(|id| self.schema.kind(id));
                linked.into_iter().find_map(|kind| kind.field(inner))
            }
        }
    }
}

#[cfg(test)]
mod tests;
