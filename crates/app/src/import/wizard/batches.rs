//! The imports of before, and taking one back.

use std::collections::BTreeMap;

use resguardo_domain::operation::Status;
use resguardo_domain::schema::Kind;
use resguardo_domain::value::Value;
use resguardo_language::number;
use resguardo_vault::Row;
use serde::Serialize;

use super::super::Undone;
use crate::error::AppError;
use crate::folio;
use crate::session::Session;

/// An import of before.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportBatch {
    /// Its id.
    pub id: String,
    /// The file.
    pub file: String,
    /// What its rows became, in words.
    pub kind: String,
    /// When, in words.
    pub at: String,
    /// How many rows came in.
    pub records: String,
    /// How many values of its records nobody classified yet.
    pub unmatched: usize,
    /// Whether it was taken back.
    pub undone: bool,
}

/// What taking back did.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportUndone {
    /// Records put in the bin.
    pub removed: usize,
    /// Records whose earlier values are back.
    pub restored: usize,
    /// Records that stay, because somebody changed them since.
    pub kept: Vec<KeptRecord>,
}

/// A record that stays.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct KeptRecord {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its folio.
    pub folio: String,
    /// What it is called; its folio while it is veiled.
    pub title: String,
}

impl Session {
    /// The imports of before, latest first.
    #[must_use]
    pub fn import_batches(&self) -> Vec<ImportBatch> {
        let snapshot = self.snapshot();
        let words = self.words();
        let mut batches = Vec::new();
        for row in snapshot.rows_of("journal").filter(|row| row.status() == Status::InUse) {
            let text = |field: &str| -> String {
                row.values(field).iter().flat_map(Value::words).next().unwrap_or_default().to_owned()
            };
            if text("event") != "import" {
                continue;
            }
            let counted = row.values("imported").into_iter().find_map(|value| match value {
                Value::Number(number) => Some(words.number(&number)),
                _ => None,
            });
            // One that never ended, because the program did, is counted by its rows.
            let of_rows =
                || number::count(u64::try_from(self.rows_of_batch(&row, &text("for_kind"))).unwrap_or(u64::MAX));
            let kind = self.schema.kind(&text("for_kind"));
            let batch = ImportBatch {
                id: row.id().to_string(),
                file: text("file_name"),
                kind: kind.map(|kind| kind.plural.get(self.lang).to_owned()).unwrap_or_default(),
                at: self.when(row.created_ms()),
                records: counted.unwrap_or_else(of_rows),
                unmatched: 0,
                undone: !row.values("undone_on").is_empty(),
            };
            batches.push((row.created_ms(), batch));
        }
        if batches.iter().any(|(_, batch)| !batch.undone) {
            let open = self.unclassified_by_batch();
            for (_, batch) in &mut batches {
                batch.unmatched = open.get(&batch.id).copied().unwrap_or_default();
            }
        }
        batches.sort_by_key(|(created, _)| std::cmp::Reverse(*created));
        batches.into_iter().map(|(_, batch)| batch).collect()
    }

    fn rows_of_batch(&self, batch: &Row<'_>, kind: &str) -> usize {
        let snapshot = self.snapshot();
        let batch = batch.id().to_string();
        let of_batch =
            |row: &Row<'_>| row.values("import_row").iter().flat_map(Value::words).any(|line| line.starts_with(&batch));
        snapshot.rows_of(kind).filter(of_batch).count()
    }

    /// For each import, how many values of its records nobody classified yet.
    pub(crate) fn unclassified_by_batch(&self) -> BTreeMap<String, usize> {
        let mut batches: BTreeMap<String, usize> = BTreeMap::new();
        for page in self.waits(&self.snapshot()) {
            for (batch, open) in &page.open {
                *batches.entry(batch.clone()).or_default() += open;
            }
        }
        batches
    }

    /// Takes an import back.
    ///
    /// # Errors
    /// [`AppError::NoSuchImport`].
    pub fn import_undo(&self, batch: &str) -> Result<ImportUndone, AppError> {
        let Undone { binned, restored, kept, .. } = self.undo_import(batch)?;
        let snapshot = self.snapshot();
        let cells = self.cells(&snapshot);
        let rows = kept.iter().filter_map(|kept| snapshot.row(kept.id.parse().ok()?));
        let kept = rows.map(|row| KeptRecord {
            id: row.id().to_string(),
            kind: row.kind().to_owned(),
            folio: folio::of(&self.schema, &row),
            title: cells.title(&row),
        });
        Ok(ImportUndone { removed: binned, restored, kept: kept.collect() })
    }
}

/// How many values of a record nobody classified yet. What is computed over acts is counted in the acts.
pub(crate) fn open_values(kind: &Kind, row: &Row<'_>) -> usize {
    let written = kind.fields().iter().filter(|field| !field.computed).map(|field| row.values(&field.id));
    written.map(|values| values.iter().filter(|value| is_unclassified(value)).count()).sum()
}

fn is_unclassified(value: &Value) -> bool {
    match value {
        Value::AsWritten(_) => true,
        Value::Act(act) => is_unclassified(&act.aggression),
        _ => false,
    }
}
