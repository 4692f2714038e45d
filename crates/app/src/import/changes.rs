//! What a corrected sheet proposes: for each cell that changed, the field it goes to, what is recorded and what it says.

use std::collections::BTreeMap;

use resguardo_domain::acts;
use resguardo_domain::draft::{Draft, change};
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Operation, Pen};
use resguardo_domain::record::Current;
use resguardo_domain::value::Value;
use resguardo_exchange::draft::{LinkedDraft, RowDraft};
use resguardo_exchange::mapping::Mapping;

use super::again::ChangedRow;
use super::batch::{Batch, Fingerprint};
use super::{Change, shown};
use crate::error::AppError;
use crate::session::Session;

/// One proposed change.
pub(super) struct Proposed {
    pub(super) row: usize,
    /// The row's own record.
    pub(super) record: RecordId,
    /// The record whose field changes: the row's own or one linked to it.
    target: RecordId,
    pub(super) path: String,
    field: String,
    pub(super) old: Vec<Value>,
    pub(super) new: Vec<Value>,
    cells: Vec<String>,
}

impl Proposed {
    pub(super) fn told(&self) -> Change {
        Change {
            row: self.row,
            id: self.record.to_string(),
            field: self.path.clone(),
            old: shown(&self.old),
            new: shown(&self.new),
        }
    }
}

impl Session {
    /// The changes of one row, one for each cell that differs from the import before.
    pub(super) fn propose(
        &self,
        mapping: &Mapping,
        headings: &[String],
        row: &RowDraft,
        (found, current): (&ChangedRow, &Current),
    ) -> Result<Vec<Proposed>, AppError> {
        let mut proposed: Vec<Proposed> = Vec::new();
        for column in &found.columns {
            let heading = headings.get(*column).map_or("", |heading| heading.as_str());
            let path = mapping.columns.get(heading).map_or("", String::as_str);
            let one = |target, path: &str, field: &str, old: Vec<Value>, new: Vec<Value>| Proposed {
                row: row.row,
                record: found.record,
                target,
                path: path.to_owned(),
                field: field.to_owned(),
                old,
                new,
                cells: row.cells.clone(),
            };
            if path.is_empty() {
                let kept =
                    |texts: Vec<Value>| texts.into_iter().filter(|text| is_of(text, heading)).collect::<Vec<_>>();
                let old = kept(current.values("as_found").cloned().collect());
                let new = kept(row.as_found.iter().cloned().map(Value::Text).collect());
                proposed.push(one(found.record, "as_found", "as_found", old, new));
                continue;
            }
            let (through, inner) = path.split_once('.').map_or((None, path), |(through, inner)| (Some(through), inner));
            match through {
                None => {
                    let old = self.own_values(current, inner);
                    proposed.push(one(
                        found.record,
                        path,
                        inner,
                        old,
                        row.fields.get(inner).cloned().unwrap_or_default(),
                    ));
                }
                Some(through) => {
                    let links = self.own_values(current, through);
                    for (linked, link) in row.linked.iter().filter(|linked| linked.field == through).zip(&links) {
                        let Some(target) = link.references().first().map(|reference| reference.record) else {
                            continue;
                        };
                        let old = self.current(target)?.values(inner).cloned().collect();
                        proposed.push(one(target, path, inner, old, values_of(linked, inner)));
                    }
                }
            }
        }
        Ok(proposed)
    }

    fn own_values(&self, current: &Current, field: &str) -> Vec<Value> {
        let stored: Vec<Value> = current.values(field::ACTS).cloned().collect();
        match acts::OVER_ACTS.contains(&field) {
            true => acts::over(&acts::acts(&stored), field),
            false => current.values(field).cloned().collect(),
        }
    }

    /// The operations of the proposed changes, one part a row; the row's fingerprint follows.
    pub(super) fn change_operations(
        &self,
        proposed: &[Proposed],
        batch_id: RecordId,
        batch: &Batch,
        pen: &mut Pen<'_>,
    ) -> Result<Vec<Vec<Operation>>, AppError> {
        let mut rows: BTreeMap<usize, Vec<&Proposed>> = BTreeMap::new();
        for change in proposed {
            rows.entry(change.row).or_default().push(change);
        }
        let mut parts = Vec::new();
        for (number, changes) in rows {
            let mut part = Vec::new();
            let mut drafts: BTreeMap<RecordId, Draft> = BTreeMap::new();
            for change in &changes {
                let draft = drafts.entry(change.target).or_default();
                let values = self.wanted(change)?;
                draft.values.insert(change.field.clone(), values);
            }
            if let Some(first) = changes.first() {
                let print = Fingerprint::of(&batch.salt, &first.cells);
                let line = Value::Text(print.line(batch_id, number, &batch.sheet));
                drafts.entry(first.record).or_default().values.insert("import_row".to_owned(), vec![line]);
            }
            for (target, mut draft) in drafts {
                let current = self.current(target)?;
                let kind = self.kind(&current.kind)?;
                let stored: Vec<Value> = current.values(field::ACTS).cloned().collect();
                self.settle_acts(kind, &mut draft, &acts::acts(&stored))?;
                part.extend(change(kind, &current, &draft, pen));
            }
            parts.push(part);
        }
        Ok(parts)
    }

    /// What the field shall hold; of cells kept as found only the changed ones are exchanged.
    fn wanted(&self, change: &Proposed) -> Result<Vec<Value>, AppError> {
        if change.field != "as_found" {
            return Ok(change.new.clone());
        }
        let kept = self.current(change.target)?.values("as_found").cloned().collect::<Vec<_>>();
        Ok(kept.into_iter().filter(|text| !change.old.contains(text)).chain(change.new.iter().cloned()).collect())
    }
}

fn is_of(text: &Value, heading: &str) -> bool {
    text.words().iter().any(|word| word.strip_prefix(heading).is_some_and(|rest| rest.starts_with(": ")))
}

/// The values of a linked draft; of the medium or organisation of a person, its name.
fn values_of(linked: &LinkedDraft, field: &str) -> Vec<Value> {
    let direct = linked.values.get(field).cloned().unwrap_or_default();
    if !direct.is_empty() {
        return direct;
    }
    let also = linked.also.iter().filter(|also| also.field == field);
    also.flat_map(|also| also.values.get("name").cloned().unwrap_or_default()).collect()
}
