//! What came in before: whether a row is the same as one of an earlier import, or the same with other cells.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::value::Value;
use resguardo_exchange::draft::RowDraft;
use resguardo_vault::Snapshot;

use super::batch::{Fingerprint, ImportRow};
use crate::session::Session;

/// The rows of earlier imports of one kind that were not undone.
pub(super) struct Earlier {
    batches: BTreeMap<String, EarlierBatch>,
    /// The rows by the code or folio of their records; made when a row with a code is first looked for.
    by_code: OnceCell<BTreeMap<String, Vec<RecordId>>>,
    /// Records that a row of this file already is.
    taken: BTreeSet<RecordId>,
}

struct EarlierBatch {
    salt: [u8; 32],
    same_headings: bool,
    by_hash: BTreeMap<String, Vec<RecordId>>,
    rows: Vec<(usize, RecordId, Fingerprint)>,
    /// Column, cell hash and row, in order; made when a changed row is first looked for.
    by_cell: OnceCell<Vec<(usize, u32, usize)>>,
}

/// The record that a changed row is, and the columns that changed.
pub(super) struct ChangedRow {
    pub(super) record: RecordId,
    pub(super) columns: Vec<usize>,
}

impl Earlier {
    pub(super) fn of(session: &Session, snapshot: &Snapshot, kind: &str, headings: &[String]) -> Self {
        let mut batches = BTreeMap::new();
        for journal in session.in_use(snapshot, "journal") {
            let first = |field: &str| journal.value(field).and_then(|v| v.words().first().map(|w| (*w).to_owned()));
            let is_import = first("event").as_deref() == Some("import") && journal.value("undone_on").is_none();
            let (Some(salt), true) = (first("salt").and_then(|hex| salt_of(&hex)), is_import) else { continue };
            let known: BTreeSet<&str> = journal.values("headings").iter().flat_map(Value::words).collect();
            let same_headings = known == headings.iter().map(String::as_str).collect();
            let batch = EarlierBatch {
                salt,
                same_headings,
                by_hash: BTreeMap::new(),
                rows: Vec::new(),
                by_cell: OnceCell::new(),
            };
            batches.insert(journal.id.to_string(), batch);
        }
        for row in snapshot.rows_of(kind).filter(|row| row.status() != Status::Binned) {
            let lines = row.values("import_row");
            let Some(read) = lines.iter().flat_map(Value::words).next().and_then(ImportRow::parse) else { continue };
            if let Some(batch) = batches.get_mut(&read.batch) {
                batch.by_hash.entry(read.print.row.clone()).or_default().push(row.id());
                batch.rows.push((read.row, row.id(), read.print));
            }
        }
        Self { batches, by_code: OnceCell::new(), taken: BTreeSet::new() }
    }

    /// Every record may be a row's again.
    pub(super) fn afresh(&mut self) {
        self.taken.clear();
    }

    /// The record that this very row became before.
    pub(super) fn same(&mut self, row: &RowDraft) -> Option<RecordId> {
        for batch in self.batches.values() {
            let hash = Fingerprint::row_of(&batch.salt, &row.cells);
            let known = batch.by_hash.get(&hash).into_iter().flatten().find(|id| !self.taken.contains(id));
            if let Some(id) = known.copied() {
                self.taken.insert(id);
                return Some(id);
            }
        }
        None
    }

    /// The record that this row became before with other cells: by its code, else the row of a batch with the same
    /// headings that shares most cells, two thirds at least; ties by row number.
    pub(super) fn changed(&mut self, session: &Session, snapshot: &Snapshot, row: &RowDraft) -> Option<ChangedRow> {
        let coded = row.code.as_ref().and_then(|code| self.by_code(session, snapshot, code));
        let batches = self.batches.values().filter(|batch| batch.same_headings);
        let mut best: Option<(usize, usize, RecordId, Vec<usize>)> = None;
        for batch in batches {
            let print = Fingerprint::of(&batch.salt, &row.cells);
            let near = batch.near(&print, coded);
            for (number, id, other) in near.into_iter().filter_map(|at| batch.rows.get(at)) {
                let shared = print.shared(other);
                let wanted =
                    coded.map_or(!self.taken.contains(id) && shared * 3 >= print.cells.len() * 2, |c| c == *id);
                let distance = number.abs_diff(row.row);
                let better = best.as_ref().is_none_or(|(s, d, ..)| shared > *s || (shared == *s && distance < *d));
                if wanted && better {
                    let differs = |at: &usize| print.cells.get(*at) != other.cells.get(*at);
                    best = Some((shared, distance, *id, (0..print.cells.len()).filter(differs).collect()));
                }
            }
        }
        let (_, _, record, columns) = best?;
        self.taken.insert(record);
        Some(ChangedRow { record, columns })
    }

    fn by_code(&self, session: &Session, snapshot: &Snapshot, code: &str) -> Option<RecordId> {
        let by_code = self.by_code.get_or_init(|| {
            let mut by_code: BTreeMap<String, Vec<RecordId>> = BTreeMap::new();
            for (_, id, _) in self.batches.values().flat_map(|batch| &batch.rows) {
                let Some(row) = snapshot.row(*id) else { continue };
                let values = ["code", "folio"].map(|field| session.values_of(snapshot, &row, field)).concat();
                for word in values.iter().flat_map(Value::words) {
                    by_code.entry(word.to_owned()).or_default().push(*id);
                }
            }
            by_code
        });
        by_code.get(code)?.iter().find(|id| !self.taken.contains(id)).copied()
    }
}

impl EarlierBatch {
    /// Rows that may share two thirds of the cells: such a row has the same cell in one of any third of the columns and
    /// one more, so the rarest cells are enough to find it.
    fn near(&self, print: &Fingerprint, coded: Option<RecordId>) -> BTreeSet<usize> {
        if let Some(coded) = coded {
            return self.rows.iter().position(|(_, id, _)| *id == coded).into_iter().collect();
        }
        let by_cell = self.by_cell.get_or_init(|| {
            let cells = self.rows.iter().enumerate().flat_map(|(at, (_, _, print))| {
                print.cells.iter().enumerate().map(move |(column, cell)| (column, *cell, at))
            });
            let mut by_cell: Vec<(usize, u32, usize)> = cells.collect();
            by_cell.sort_unstable();
            by_cell
        });
        let mut lists: Vec<&[(usize, u32, usize)]> = Vec::new();
        for (column, cell) in print.cells.iter().enumerate() {
            let from = by_cell.partition_point(|(c, hash, _)| (c, hash) < (&column, cell));
            let to = by_cell.partition_point(|(c, hash, _)| (c, hash) <= (&column, cell));
            lists.push(by_cell.get(from..to).unwrap_or_default());
        }
        lists.sort_by_key(|list| list.len());
        lists.into_iter().take(print.cells.len() / 3 + 1).flatten().map(|(_, _, at)| *at).collect()
    }
}

fn salt_of(hex: &str) -> Option<[u8; 32]> {
    let mut salt = [0; 32];
    let digits: Vec<char> = hex.chars().collect();
    let mut pairs = digits.chunks_exact(2);
    for byte in &mut salt {
        let pair: String = pairs.next()?.iter().collect();
        *byte = u8::from_str_radix(&pair, 16).ok()?;
    }
    Some(salt)
}
