//! A record: the set of its operations, and what they say together.
//!
//! The set is the truth and grows only by union ([`Record::join`]), so any two laptops that hold the same operations
//! read the same record, whatever order they arrived in. [`Record::current`] folds the set: a register holds every
//! value no other operation replaced, an item lives while one of its adds is not replaced. Two values where one was
//! expected are a conflict, an ordinary state that a person settles with one more operation.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{ItemId, OperationId, RecordId};
use crate::operation::{Action, Operation, Status};
use crate::value::Value;

/// A record as the operations that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    id: RecordId,
    operations: BTreeMap<OperationId, Operation>,
}

/// One value somebody wrote and nobody replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The operation that wrote it.
    pub operation: OperationId,
    /// What was written.
    pub value: Value,
    /// Who wrote it.
    pub by: Option<RecordId>,
    /// When, by the laptop's clock.
    pub at_ms: u64,
}

/// One item of a field that holds several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub id: ItemId,
    /// Its surviving versions, smallest operation first; more than one is a conflict.
    pub versions: Vec<Version>,
}

/// What a field holds: the versions of its register, and its items.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// Surviving values of the register, smallest operation first; more than one is a conflict.
    pub register: Vec<Version>,
    /// Items in order of the time of their first add.
    pub items: Vec<Item>,
}

impl Content {
    /// The values shown: the register's first version, then each item's first version. A register somebody emptied
    /// holds an empty text and shows nothing.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        let emptied = |version: &&Version| version.value == Value::Text(String::new());
        let items = self.items.iter().filter_map(|item| item.versions.first());
        let register = self.register.first().filter(|version| !emptied(version));
        register.into_iter().chain(items).map(|version| &version.value)
    }

    /// The versions that stand against each other: of the register, or of one item.
    pub fn conflicts(&self) -> impl Iterator<Item = &Version> {
        let of = |versions: &'_ [Version]| if versions.len() > 1 { versions.len() } else { 0 };
        let items = self.items.iter().flat_map(move |item| item.versions.iter().take(of(&item.versions)));
        self.register.iter().take(of(&self.register)).chain(items)
    }
}

/// What a record's operations say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current {
    /// The record.
    pub id: RecordId,
    /// The kind it was created with; empty when its creation is not among the operations.
    pub kind: String,
    /// Fields that hold anything.
    pub fields: BTreeMap<String, Content>,
    /// In use, archived or binned.
    pub status: Status,
    /// The operations that say so; more than one with different words is a conflict.
    pub status_operations: Vec<(OperationId, Status)>,
    /// The records it was merged into, with the operation that says so.
    pub merged_into: Vec<(OperationId, RecordId)>,
    /// The clock of its first operation.
    pub created_ms: u64,
    /// The clock of its latest operation.
    pub modified_ms: u64,
}

impl Current {
    /// The values of a field.
    pub fn values(&self, field: &str) -> impl Iterator<Item = &Value> {
        self.fields.get(field).into_iter().flat_map(Content::values)
    }

    /// The first value of a field.
    #[must_use]
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.values(field).next()
    }

    /// Reads records merged with each other as one, under the name of `self`: every version of each stands.
    #[must_use]
    pub fn read_with(mut self, others: impl IntoIterator<Item = Self>) -> Self {
        for other in others {
            for (field, content) in other.fields {
                let mine = self.fields.entry(field).or_default();
                for version in content.register {
                    if !mine.register.iter().any(|known| known.value == version.value) {
                        mine.register.push(version);
                    }
                }
                let known: Vec<Value> = mine.items.iter().flat_map(|i| &i.versions).map(|v| v.value.clone()).collect();
                mine.items.extend(
                    content.items.into_iter().filter(|item| !item.versions.iter().all(|v| known.contains(&v.value))),
                );
                mine.register.sort_by_key(|version| version.operation);
            }
            self.created_ms = self.created_ms.min(other.created_ms);
            self.modified_ms = self.modified_ms.max(other.modified_ms);
        }
        self
    }
}

impl Record {
    /// A record of which nothing is known yet.
    #[must_use]
    pub const fn new(id: RecordId) -> Self {
        Self { id, operations: BTreeMap::new() }
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> RecordId {
        self.id
    }

    /// Its operations by name.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.operations.values()
    }

    /// Adds one operation; the same twice is once, and one of another record is not taken.
    pub fn add(&mut self, operation: Operation) {
        if operation.record != self.id {
            return;
        }
        let known = self.operations.entry(operation.id).or_insert_with(|| operation.clone());
        if operation < *known {
            *known = operation;
        }
    }

    /// Joins what another laptop knows of the same record: commutative, associative, idempotent.
    pub fn join(&mut self, other: &Self) {
        for operation in other.operations() {
            self.add(operation.clone());
        }
    }

    /// What the operations say together.
    #[must_use]
    pub fn current(&self) -> Current {
        let replaced = Replaced::by(self.operations.values());
        let mut current = Current {
            id: self.id,
            kind: String::new(),
            fields: BTreeMap::new(),
            status: Status::InUse,
            status_operations: Vec::new(),
            merged_into: Vec::new(),
            created_ms: self.operations.values().map(|op| op.at_ms).min().unwrap_or(0),
            modified_ms: self.operations.values().map(|op| op.at_ms).max().unwrap_or(0),
        };
        let mut items: BTreeMap<&str, Vec<(u64, Item)>> = BTreeMap::new();
        for operation in self.operations.values().filter(|op| !replaced.holds(op)) {
            match &operation.action {
                Action::Create { kind } if current.kind.is_empty() => current.kind.clone_from(kind),
                Action::Set { field, value } => {
                    let content = current.fields.entry(field.clone()).or_default();
                    content.register.push(version(operation, value));
                }
                Action::Add { field, item, value } => {
                    let list = items.entry(field).or_default();
                    put_item(list, *item, operation.at_ms, version(operation, value));
                }
                Action::Status(status) => current.status_operations.push((operation.id, *status)),
                Action::MergeInto(other) => current.merged_into.push((operation.id, *other)),
                Action::Create { .. } | Action::Remove { .. } | Action::Unmerge | Action::Newer { .. } => {}
            }
        }
        for (field, mut list) in items {
            list.sort_by_key(|(at, item)| (*at, item.id));
            let content = current.fields.entry(field.to_owned()).or_default();
            content.items = list.into_iter().map(|(_, item)| item).collect();
        }
        let said: BTreeSet<Status> = current.status_operations.iter().map(|(_, status)| *status).collect();
        current.status = if said.len() == 1 { said.into_iter().next().unwrap_or_default() } else { Status::InUse };
        current
    }
}

fn version(operation: &Operation, value: &Value) -> Version {
    Version { operation: operation.id, value: value.clone(), by: operation.by, at_ms: operation.at_ms }
}

fn put_item(list: &mut Vec<(u64, Item)>, id: ItemId, at_ms: u64, version: Version) {
    match list.iter_mut().find(|(_, item)| item.id == id) {
        Some((at, item)) => {
            *at = (*at).min(at_ms);
            item.versions.push(version);
        }
        None => list.push((at_ms, Item { id, versions: vec![version] })),
    }
}

/// Which register, item or list an operation writes to: `replaces` counts only within the same one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place<'a> {
    Register(&'a str),
    Item(&'a str, ItemId),
    Status,
    Merges,
    Nowhere,
}

struct Replaced<'a>(BTreeSet<(Place<'a>, OperationId)>, BTreeSet<(&'a str, OperationId)>);

impl<'a> Replaced<'a> {
    fn by(operations: impl Iterator<Item = &'a Operation>) -> Self {
        let mut replaced = Self(BTreeSet::new(), BTreeSet::new());
        for operation in operations {
            for other in &operation.replaces {
                match &operation.action {
                    Action::Remove { field } => drop(replaced.1.insert((field, *other))),
                    action => drop(replaced.0.insert((place(action), *other))),
                }
            }
        }
        replaced
    }

    fn holds(&self, operation: &'a Operation) -> bool {
        let removed = matches!(&operation.action, Action::Add { field, .. } if self.1.contains(&(field, operation.id)));
        let place = place(&operation.action);
        removed || (place != Place::Nowhere && self.0.contains(&(place, operation.id)))
    }
}

fn place(action: &Action) -> Place<'_> {
    match action {
        Action::Set { field, .. } => Place::Register(field),
        Action::Add { field, item, .. } => Place::Item(field, *item),
        Action::Status(_) => Place::Status,
        Action::MergeInto(_) | Action::Unmerge => Place::Merges,
        Action::Create { .. } | Action::Remove { .. } | Action::Newer { .. } => Place::Nowhere,
    }
}

#[cfg(test)]
mod tests;
