//! What was done to a record, by whom and when.

use resguardo_domain::operation::{Action, Operation};
use resguardo_domain::record::Record;
use resguardo_domain::value::{Value, json};
use serde::Serialize;
use serde_json::Value as Json;

use crate::error::AppError;
use crate::session::Session;
use crate::written::time_text;

/// One line of a record's history.
#[derive(Debug, Clone, Serialize)]
pub struct HistoryEntry {
    /// When, ISO 8601 in UTC, by the laptop's clock.
    pub at: String,
    /// Who, by name.
    pub by: Option<String>,
    /// The field, empty for what touches the whole record.
    pub field: String,
    /// What was done.
    pub action: &'static str,
    /// What it replaced.
    pub old: Vec<Json>,
    /// What was written.
    pub new: Option<Json>,
    /// The operation's id.
    pub entry: String,
}

impl Session {
    /// What was done to a record, oldest first.
    ///
    /// # Errors
    /// The record is not there or its frames are damaged.
    pub fn history(&self, id: &str) -> Result<Vec<HistoryEntry>, AppError> {
        let id = self.find(id)?;
        let snapshot = self.snapshot();
        let titles = self.titles(&snapshot);
        let mut entries = Vec::new();
        for member in snapshot.group(id) {
            let record = self.vault.record(member)?;
            let mut operations: Vec<&Operation> = record.operations().collect();
            operations.sort_by_key(|operation| (operation.at_ms, depth(&record, operation), operation.id));
            entries.extend(operations.into_iter().map(|operation| HistoryEntry {
                at: time_text(operation.at_ms),
                by: operation.by.and_then(|by| titles.by_id(by)),
                field: operation.action.field().unwrap_or_default().to_owned(),
                action: action_id(&operation.action),
                old: replaced(&record, operation),
                new: new_json(&operation.action),
                entry: operation.id.to_string(),
            }));
        }
        entries.sort_by(|a, b| a.at.cmp(&b.at));
        Ok(entries)
    }
}

/// How many operations an operation stands on: order among those of one millisecond.
fn depth(record: &Record, operation: &Operation) -> usize {
    let mut depth = 0;
    let mut below: Vec<&Operation> = vec![operation];
    while depth < 1000 {
        let next: Vec<&Operation> =
            record.operations().filter(|other| below.iter().any(|op| op.replaces.contains(&other.id))).collect();
        if next.is_empty() {
            break;
        }
        depth += 1;
        below = next;
    }
    depth + usize::from(!matches!(operation.action, Action::Create { .. }))
}

fn replaced(record: &Record, operation: &Operation) -> Vec<Json> {
    let old = record.operations().filter(|other| operation.replaces.contains(&other.id));
    old.filter_map(|other| new_json(&other.action)).collect()
}

fn new_json(action: &Action) -> Option<Json> {
    match action {
        Action::Create { kind } => Some(Json::String(kind.clone())),
        Action::MergeInto(other) => Some(Json::String(other.to_string())),
        Action::Status(status) => Some(Json::String(status.id().to_owned())),
        Action::Set { value: Value::Text(text), .. } if text.is_empty() => None,
        Action::Set { value, .. } | Action::Add { value, .. } => Some(json::to_json(value)),
        Action::Remove { .. } | Action::Unmerge | Action::Newer { .. } => None,
    }
}

pub(crate) const fn action_id(action: &Action) -> &'static str {
    match action {
        Action::Create { .. } => "create",
        Action::Set { .. } => "set",
        Action::Add { .. } => "add",
        Action::Remove { .. } => "remove",
        Action::Status(_) => "status",
        Action::MergeInto(_) => "merge",
        Action::Unmerge => "unmerge",
        Action::Newer { .. } => "newer",
    }
}
