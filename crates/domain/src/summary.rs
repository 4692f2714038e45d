//! What lists, filters, search and exports read of a record: its current values without their history.

use std::collections::BTreeMap;

use crate::acts;
use crate::id::RecordId;
use crate::operation::Status;
use crate::record::Current;
use crate::value::Value;

/// The current values of one record, stored and computed alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// Whether it is worked with.
    pub status: Status,
    /// The record it is merged into and read with.
    pub merged_into: Option<RecordId>,
    /// Whether two versions of something stand against each other.
    pub in_conflict: bool,
    /// The clock of its first operation, milliseconds.
    pub created_ms: u64,
    /// The clock of its latest operation, milliseconds.
    pub modified_ms: u64,
    /// Values by field, in the order shown; of a conflict, the version shown first.
    pub values: BTreeMap<String, Vec<Value>>,
}

impl Summary {
    /// The summary of what a record's operations say.
    #[must_use]
    pub fn of(current: &Current) -> Self {
        let values = current.fields.iter().map(|(field, content)| (field.clone(), content.values().cloned().collect()));
        let mut values: BTreeMap<String, Vec<Value>> =
            values.filter(|(_, v): &(String, Vec<Value>)| !v.is_empty()).collect();
        acts::compute(&mut values);
        Self {
            id: current.id,
            kind: current.kind.clone(),
            status: current.status,
            merged_into: current.merged_into.first().map(|(_, record)| *record),
            in_conflict: current.fields.values().any(|content| content.conflicts().next().is_some()),
            created_ms: current.created_ms,
            modified_ms: current.modified_ms,
            values,
        }
    }

    /// The values of a field.
    #[must_use]
    pub fn values(&self, field: &str) -> &[Value] {
        self.values.get(field).map_or(&[], Vec::as_slice)
    }

    /// The first value of a field.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.values(field).first()
    }
}
