//! A record's history as it is read: who wrote what into which field, and what stood there before.

use resguardo_domain::operation::{Action, Operation};
use resguardo_domain::record::Record;
use resguardo_domain::value::Value;
use serde::Serialize;

use crate::cells::{Cell, Cells};
use crate::error::AppError;
use crate::session::Session;
use crate::written::time_text;

/// One act of writing.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Change {
    /// When, in words.
    pub at: String,
    /// When, exactly: ISO 8601 in UTC.
    pub exact: String,
    /// Who.
    pub by: Option<String>,
    /// The field; empty for what touches the whole record.
    pub field: String,
    /// The field in words.
    pub field_label: String,
    /// What was done: `create`, `set`, `add`, `remove`, `status`, `merge`, `unmerge`, `newer`.
    pub action: &'static str,
    /// What stood there.
    pub old: Vec<Cell>,
    /// What was written.
    pub new: Option<Cell>,
    /// The name of the act of writing.
    pub entry: String,
}

impl Session {
    /// What was done to a record, or to one field of it, latest first.
    ///
    /// # Errors
    /// The record is not there or its frames are damaged.
    pub fn record_history(&self, id: &str, field: Option<&str>) -> Result<Vec<Change>, AppError> {
        let snapshot = self.snapshot();
        let id = snapshot.read_as(self.find(id)?);
        let cells = self.cells(&snapshot);
        let mut changes = Vec::new();
        for member in snapshot.group(id) {
            let record = self.vault.record(member)?;
            for operation in record.operations() {
                let touched = operation.action.field().unwrap_or_default();
                if field.is_none_or(|field| field == touched) {
                    changes.push((operation.at_ms, self.change(&cells, &record, operation)));
                }
            }
        }
        changes.sort_by_key(|(at_ms, _)| std::cmp::Reverse(*at_ms));
        Ok(changes.into_iter().map(|(_, change)| change).collect())
    }

    fn change(&self, cells: &Cells<'_>, record: &Record, operation: &Operation) -> Change {
        let kind = cells.titles.snapshot.row(record.id()).map(|row| row.kind().to_owned()).unwrap_or_default();
        let id = operation.action.field().unwrap_or_default();
        let field = self.schema.kind(&kind).and_then(|kind| kind.field(id));
        let draw = |value: &Value| {
            let field = field?;
            cells.each(record.id(), field, std::slice::from_ref(value)).pop()
        };
        let written = |action: &Action| match action {
            Action::Set { value: Value::Text(text), .. } if text.is_empty() => None,
            Action::Set { value, .. } | Action::Add { value, .. } => draw(value),
            _ => None,
        };
        let before = record.operations().filter(|other| operation.replaces.contains(&other.id));
        Change {
            at: self.when(operation.at_ms),
            exact: time_text(operation.at_ms),
            by: operation.by.and_then(|by| cells.titles.by_id(by)),
            field: id.to_owned(),
            field_label: field.map_or_else(String::new, |field| field.label.get(self.lang).to_owned()),
            action: crate::history::action_id(&operation.action),
            old: before.filter_map(|other| written(&other.action)).collect(),
            new: written(&operation.action),
            entry: operation.id.to_string(),
        }
    }
}
