//! Bringing the file in, slice by slice. The batch is counted when it ends; one that never ended is counted by its rows.

use std::sync::Arc;

use std::collections::BTreeSet;
use std::ops::Range;

use resguardo_domain::draft::{Draft, begin, change};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Operation, Pen};
use resguardo_domain::record::Record;
use resguardo_domain::schema::Kind;
use resguardo_domain::value::{Number, Value};
use resguardo_exchange::draft::{Drafted, RowDraft};
use serde::Serialize;

use super::super::batch::{Batch, Fingerprint};
use super::super::changes::Proposed;
use super::super::rows::{Names, RowWriter};
use super::super::{Imported, Sorted, rows_of};
use super::Wizard;
use crate::error::AppError;
use crate::session::{Session, now_ms};

/// Rows written as one act: what is stopped ends after the slice in hand, and one is written in a blink.
const SLICE: usize = 100;

/// What came in.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportDone {
    /// The batch, for undoing; empty when nothing came in.
    pub batch: String,
    /// Rows that came in.
    pub imported: usize,
    /// Rows whose records were changed.
    pub changed: usize,
    /// Rows that did not come in.
    pub skipped: usize,
    /// Whether somebody stopped it.
    pub stopped: bool,
    /// Different values kept as written.
    pub unmatched: usize,
}

/// A batch on its way in. Its journal record is begun with the first slice and counts when the last is in.
struct Under<'a> {
    session: &'a Session,
    kind: &'a Kind,
    journal: &'a Kind,
    batch: Batch,
    /// Rows the file has.
    rows: usize,
    /// One moment for the whole import: undo tells by it what somebody wrote since.
    at_ms: u64,
    /// The journal record as begun.
    record: Option<Record>,
    names: Names,
    imported: usize,
    changed: usize,
}

impl Session {
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
        let mut wizard = self.in_hand().take().ok_or(AppError::NoImport)?;
        let done = self.run(&mut wizard, apply_changes, goes_on);
        if done.is_err() {
            *self.in_hand() = Some(wizard);
        }
        done
    }

    fn run(
        &self,
        wizard: &mut Wizard,
        apply_changes: bool,
        goes_on: &dyn Fn(usize, usize) -> bool,
    ) -> Result<ImportDone, AppError> {
        let (file_name, kind, mapping) = (wizard.file_name.clone(), Arc::clone(&wizard.kind), wizard.mapping.clone());
        let (drafted, sorted) = wizard.sorted(self, apply_changes)?;
        let to_apply: &[Proposed] = if apply_changes { &sorted.proposed } else { &[] };
        let imported = Imported { imported: 0, skipped: 0, ..self.told(drafted, &sorted) };
        let total = sorted.fresh.len() + rows_of(to_apply);
        let batch = Batch::new(file_name, kind.id.clone(), &mapping, drafted, &imported)?;
        let mut under = Under {
            session: self,
            kind: &kind,
            journal: self.kind("journal")?,
            batch,
            rows: imported.rows,
            at_ms: now_ms(),
            record: None,
            names: Names::of(self),
            imported: 0,
            changed: 0,
        };
        let ended = under.all(&sorted, to_apply, &|done| goes_on(done, total));
        let counted = under.count();
        let stopped = !ended?;
        counted?;
        goes_on(under.imported + under.changed, total);
        Ok(under.done(stopped, unmatched(drafted)))
    }
}

impl Under<'_> {
    /// Writes every slice; false when it was stopped before the last.
    fn all(
        &mut self,
        sorted: &Sorted<'_>,
        to_apply: &[Proposed],
        goes_on: &dyn Fn(usize) -> bool,
    ) -> Result<bool, AppError> {
        for slice in sorted.fresh.chunks(SLICE) {
            if !goes_on(self.imported) {
                return Ok(false);
            }
            self.bring_in(slice)?;
        }
        for range in slices_of(to_apply) {
            if !goes_on(self.imported + self.changed) {
                return Ok(false);
            }
            self.apply(to_apply.get(range).unwrap_or_default())?;
        }
        Ok(true)
    }

    fn bring_in(&mut self, slice: &[&RowDraft]) -> Result<(), AppError> {
        let (session, kind, journal) = (self.session, self.kind, self.journal);
        let (names, batch, record) = (&mut self.names, &self.batch, &self.record);
        let begun = session.write_parts_at(self.at_ms, |pen| {
            let (id, begun) = begin_journal(record.as_ref(), (journal, batch), pen);
            let mut parts = vec![begun.clone()];
            for row in slice {
                let print = Fingerprint::of(&batch.salt, &row.cells);
                let import_row = print.line(id, row.row, &batch.sheet);
                let names = &mut *names;
                let writer = RowWriter { session, names, pen: &mut *pen, import_row, operations: Vec::new() };
                parts.push(writer.write(kind, row)?);
            }
            Ok(((id, begun), parts))
        })?;
        self.imported += slice.len();
        self.begun(begun);
        Ok(())
    }

    fn apply(&mut self, slice: &[Proposed]) -> Result<(), AppError> {
        let (session, journal, batch, record) = (self.session, self.journal, &self.batch, &self.record);
        let begun = session.write_parts_at(self.at_ms, |pen| {
            let (id, begun) = begin_journal(record.as_ref(), (journal, batch), pen);
            let mut parts = session.change_operations(slice, id, batch, pen)?;
            parts.insert(0, begun.clone());
            Ok(((id, begun), parts))
        })?;
        self.changed += rows_of(slice);
        self.begun(begun);
        Ok(())
    }

    fn begun(&mut self, (id, operations): (RecordId, Vec<Operation>)) {
        let record = self.record.get_or_insert_with(|| Record::new(id));
        operations.into_iter().for_each(|operation| record.add(operation));
    }

    /// Says in the journal how many rows are in.
    fn count(&self) -> Result<(), AppError> {
        let Some(record) = &self.record else { return Ok(()) };
        let number = |count: usize| vec![Value::Number(Number::whole(i64::try_from(count).unwrap_or(i64::MAX)))];
        let written = self.imported + self.changed;
        let mut draft = Draft::default();
        draft.values.insert("imported".to_owned(), number(written));
        draft.values.insert("skipped".to_owned(), number(self.rows.saturating_sub(written)));
        let journal = self.journal;
        self.session.write_parts_at(self.at_ms, |pen| Ok(((), vec![change(journal, &record.current(), &draft, pen)])))
    }

    fn done(&self, stopped: bool, unmatched: usize) -> ImportDone {
        ImportDone {
            batch: self.record.as_ref().map(|record| record.id().to_string()).unwrap_or_default(),
            imported: self.imported,
            changed: self.changed,
            skipped: self.rows.saturating_sub(self.imported + self.changed),
            stopped,
            unmatched,
        }
    }
}

/// The operations that begin the journal record of a batch, with no count yet; none where it is begun.
fn begin_journal(
    record: Option<&Record>,
    (journal, batch): (&Kind, &Batch),
    pen: &mut Pen<'_>,
) -> (RecordId, Vec<Operation>) {
    if let Some(record) = record {
        return (record.id(), Vec::new());
    }
    let mut draft = batch.draft();
    for counted in ["imported", "skipped"] {
        draft.values.remove(counted);
    }
    begin(journal, &draft, pen)
}

/// Changes in slices; those of one row are never parted.
fn slices_of(changes: &[Proposed]) -> Vec<Range<usize>> {
    let mut slices: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (rows, same_row) in changes.chunk_by(|one, other| one.row == other.row).enumerate() {
        let end = start + same_row.len();
        match slices.last_mut().filter(|_| !rows.is_multiple_of(SLICE)) {
            Some(last) => last.end = end,
            None => slices.push(start..end),
        }
        start = end;
    }
    slices
}

/// Different values of which any part stays as written.
fn unmatched(drafted: &Drafted) -> usize {
    let open = |value: &Value| matches!(value, Value::AsWritten(_));
    let values = drafted.values.iter().filter(|seen| seen.terms.is_empty() || seen.terms.iter().any(open));
    values.map(|seen| (&seen.column, &seen.value)).collect::<BTreeSet<_>>().len()
}
