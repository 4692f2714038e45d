//! Taking an import back: one act that bins what nobody touched since and keeps, and lists, what somebody did.

use std::collections::BTreeMap;

use resguardo_domain::draft::{Draft, change, set_status};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Action, Operation, Pen, Status};
use resguardo_domain::record::Record;
use resguardo_domain::value::{Reference, Value};
use serde::Serialize;

use super::batch::ImportRow;
use super::today;
use crate::error::AppError;
use crate::session::Session;

/// Records read between two looks at whether the vault is being locked.
const AT_ONCE: usize = 500;

/// A record of the batch that stays.
#[derive(Debug, Clone, Serialize)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What it is called.
    pub title: String,
}

/// What undoing did.
#[derive(Debug, Clone, Serialize)]
pub struct Undone {
    /// The batch.
    pub batch: String,
    /// Records put in the bin.
    pub binned: usize,
    /// Records whose earlier values are back.
    pub restored: usize,
    /// Records that stay, because somebody changed them since.
    pub kept: Vec<Kept>,
}

impl Session {
    /// Takes back a batch.
    ///
    /// # Errors
    /// [`AppError::NoSuchImport`]; the vault is being locked: then nothing is taken back.
    pub fn undo_import(&self, batch: &str) -> Result<Undone, AppError> {
        let id = self.find(batch).map_err(|_absent| AppError::NoSuchImport)?;
        let journal = self.current(id)?;
        let is_import = journal.value("event") == Some(&Value::Text("import".to_owned()));
        if journal.kind != "journal" || !is_import || journal.value("undone_on").is_some() {
            return Err(AppError::NoSuchImport);
        }
        let written_ms = journal.created_ms;
        let touched = self.touched_by(id, written_ms)?;
        self.write_parts(|pen| {
            let mut undone = Undone { batch: id.to_string(), binned: 0, restored: 0, kept: Vec::new() };
            let mut parts = Vec::new();
            let mut kept = Vec::new();
            for record in &touched {
                self.goes_on()?;
                match self.take_back(record, written_ms, pen) {
                    Taken::Binned(operations) => {
                        undone.binned += 1;
                        parts.push(operations);
                    }
                    Taken::Restored(operations) => {
                        undone.restored += 1;
                        parts.push(operations);
                    }
                    Taken::Kept => kept.push(record.id()),
                    Taken::Nothing => {}
                }
            }
            undone.kept = self.kept(&kept);
            let kind = self.kind("journal")?;
            let mut draft = Draft::default();
            let day = today().parse().map(|date| Value::Date(date, None));
            draft.values.insert("undone_on".to_owned(), day.into_iter().collect());
            let links = kept.into_iter().map(|id| Value::Reference(Reference::to(id))).collect();
            draft.values.insert("kept".to_owned(), links);
            parts.push(change(kind, &journal, &draft, pen));
            Ok((undone, parts))
        })
    }

    /// Every record that an operation of the batch touched, whole.
    fn touched_by(&self, batch: RecordId, written_ms: u64) -> Result<Vec<Record>, AppError> {
        let snapshot = self.snapshot();
        let batch = batch.to_string();
        let mut ids = Vec::new();
        for row in snapshot.rows().filter(|row| row.modified_ms() >= written_ms && row.status() != Status::Binned) {
            let lines = row.values("import_row");
            let of_batch = lines.iter().flat_map(Value::words).filter_map(ImportRow::parse).any(|r| r.batch == batch);
            let written_then = row.created_ms() <= written_ms && row.kind() != "journal";
            if of_batch || written_then {
                ids.push(row.id());
            }
        }
        let mut touched = Vec::new();
        for some in ids.chunks(AT_ONCE) {
            self.goes_on()?;
            let records = self.vault.records(some)?.into_iter();
            touched.extend(records.filter(|record| record.operations().any(|op| op.at_ms == written_ms)));
        }
        Ok(touched)
    }

    fn take_back(&self, record: &Record, written_ms: u64, pen: &mut Pen<'_>) -> Taken {
        let made_then =
            record.operations().any(|op| op.at_ms == written_ms && matches!(op.action, Action::Create { .. }));
        let touched_since = record.operations().any(|op| op.at_ms > written_ms);
        match (made_then, touched_since) {
            (true, true) => Taken::Kept,
            (true, false) => {
                let binned = set_status(&record.current(), Status::Binned, pen);
                binned.map_or(Taken::Nothing, |operation| Taken::Binned(vec![operation]))
            }
            (false, _) => self.put_back(record, written_ms, pen),
        }
    }

    /// Puts back what an update replaced, field by field, where nobody wrote since.
    fn put_back(&self, record: &Record, written_ms: u64, pen: &mut Pen<'_>) -> Taken {
        let current = record.current();
        let Ok(kind) = self.kind(&current.kind) else { return Taken::Nothing };
        let mut before = Record::new(record.id());
        record.operations().filter(|op| op.at_ms < written_ms).for_each(|op| before.add(op.clone()));
        let before = before.current();
        let of_field = |at: &dyn Fn(u64) -> bool, field: &str| {
            record.operations().any(|op| at(op.at_ms) && op.action.field() == Some(field))
        };
        let fields: BTreeMap<&str, ()> = record
            .operations()
            .filter(|op| op.at_ms == written_ms)
            .filter_map(|op| op.action.field().map(|field| (field, ())))
            .collect();
        let mut draft = Draft::default();
        let mut left = false;
        for field in fields.into_keys() {
            if of_field(&|at| at > written_ms, field) {
                left = true;
            } else {
                draft.values.insert(field.to_owned(), before.values(field).cloned().collect());
            }
        }
        let operations: Vec<Operation> = change(kind, &current, &draft, pen);
        match (operations.is_empty(), left) {
            (_, true) => Taken::Kept,
            (true, false) => Taken::Nothing,
            (false, false) => Taken::Restored(operations),
        }
    }

    fn kept(&self, ids: &[RecordId]) -> Vec<Kept> {
        let snapshot = self.snapshot();
        let titles = self.titles(&snapshot);
        let rows = ids.iter().filter_map(|id| snapshot.row(*id));
        rows.map(|row| Kept { id: row.id().to_string(), kind: row.kind().to_owned(), title: titles.of(row) }).collect()
    }
}

enum Taken {
    Binned(Vec<Operation>),
    Restored(Vec<Operation>),
    Kept,
    Nothing,
}
