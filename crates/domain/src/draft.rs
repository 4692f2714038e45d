//! From what a person typed to operations.
//!
//! A [`Draft`] holds values by field and nothing about history. [`begin`] makes the operations of a new record,
//! [`change`] those that bring an existing one to what the person now wants: only what differs is written.

use std::collections::BTreeMap;

use crate::id::{ItemId, OperationId, RecordId};
use crate::operation::{Action, Operation, Pen, Status};
use crate::record::{Content, Current, Item};
use crate::schema::Kind;
use crate::value::Value;

/// Values by field, as typed or imported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Values by field; a field that is there with no values is to be emptied.
    pub values: BTreeMap<String, Vec<Value>>,
}

/// The operations of a new record of this kind.
#[must_use]
pub fn begin(kind: &Kind, draft: &Draft, pen: &mut Pen<'_>) -> (RecordId, Vec<Operation>) {
    let record = pen.record();
    let create = Action::Create { kind: kind.id.clone() };
    let mut operations = vec![pen.write(record, create, Vec::new())];
    let empty = Content::default();
    for (field, values) in &draft.values {
        change_field(kind, record, (field, &empty, values), pen, &mut operations);
    }
    (record, operations)
}

/// The operations that change a record to what the draft says; fields the draft does not name stay as they are.
#[must_use]
pub fn change(kind: &Kind, current: &Current, draft: &Draft, pen: &mut Pen<'_>) -> Vec<Operation> {
    let mut operations = Vec::new();
    let empty = Content::default();
    for (field, values) in &draft.values {
        let content = current.fields.get(field).unwrap_or(&empty);
        change_field(kind, current.id, (field, content, values), pen, &mut operations);
    }
    operations
}

/// The operation that archives, restores or bins a record; none when it already is so.
#[must_use]
pub fn set_status(current: &Current, status: Status, pen: &mut Pen<'_>) -> Option<Operation> {
    let settled = current.status_operations.len() <= 1;
    if current.status == status && settled {
        return None;
    }
    let replaces = current.status_operations.iter().map(|(operation, _)| *operation).collect();
    Some(pen.write(current.id, Action::Status(status), replaces))
}

type Wanted<'a> = (&'a str, &'a Content, &'a [Value]);

fn change_field(
    kind: &Kind,
    record: RecordId,
    (field, content, wanted): (&String, &Content, &Vec<Value>),
    pen: &mut Pen<'_>,
    operations: &mut Vec<Operation>,
) {
    let several = kind.field(field).is_some_and(|field| field.several);
    let wanted: Wanted<'_> = (field, content, wanted);
    if several {
        change_items(record, wanted, pen, operations);
    } else {
        change_register(record, wanted, pen, operations);
    }
}

/// A register is emptied by setting it to an empty text, which reads as nothing recorded.
fn change_register(
    record: RecordId,
    (field, content, wanted): Wanted<'_>,
    pen: &mut Pen<'_>,
    out: &mut Vec<Operation>,
) {
    let same = match (content.register.as_slice(), wanted) {
        ([], []) => true,
        ([only], [value]) => only.value == *value,
        _ => false,
    };
    if same {
        return;
    }
    let replaces: Vec<OperationId> = content.register.iter().map(|version| version.operation).collect();
    let value = wanted.first().cloned().unwrap_or_else(|| Value::Text(String::new()));
    out.push(pen.write(record, Action::Set { field: field.to_owned(), value }, replaces));
}

/// Items equal to a wanted value stay; an act or reference that changed is a new item, what is no longer wanted goes.
fn change_items(record: RecordId, (field, content, wanted): Wanted<'_>, pen: &mut Pen<'_>, out: &mut Vec<Operation>) {
    let mut left: Vec<&Item> = content.items.iter().collect();
    let mut missing = Vec::new();
    for value in wanted {
        match left.iter().position(|item| matches!(item.versions.as_slice(), [only] if only.value == *value)) {
            Some(at) => drop(left.swap_remove(at)),
            None => missing.push(value),
        }
    }
    let replaces: Vec<OperationId> = left.iter().flat_map(|item| &item.versions).map(|v| v.operation).collect();
    if !replaces.is_empty() {
        out.push(pen.write(record, Action::Remove { field: field.to_owned() }, replaces));
    }
    // Items are shown in the order of their ids when written in one act: sorted names keep the order typed.
    let mut names: Vec<ItemId> = missing.iter().map(|_| pen.item()).collect();
    names.sort_unstable();
    for (value, item) in missing.into_iter().zip(names) {
        let action = Action::Add { field: field.to_owned(), item, value: value.clone() };
        out.push(pen.write(record, action, Vec::new()));
    }
}

#[cfg(test)]
mod tests;
