//! The one way a record changes: operations (protocol.md §2.6a).
//!
//! An operation is named when a person saves and keeps its name in every scope. Its clock time is a claim for people
//! to read; what it replaces, and nothing else, decides order and conflict.

use crate::id::{ItemId, OperationId, RecordId};
use crate::value::Value;

/// One change of one record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Operation {
    /// Its name.
    pub id: OperationId,
    /// The laptop's clock, milliseconds since 1970-01-01T00:00Z.
    pub at_ms: u64,
    /// The record it changes.
    pub record: RecordId,
    /// What it does.
    pub action: Action,
    /// The operations it replaces, in the same record and the same register or item.
    pub replaces: Vec<OperationId>,
    /// The person who wrote it: a `setting` record, where one was chosen.
    pub by: Option<RecordId>,
}

/// What an operation does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Verb 0: the record begins, of this kind.
    Create {
        /// The kind's id.
        kind: String,
    },
    /// Verb 1: the value of a field that holds one.
    Set {
        /// The field's id.
        field: String,
        /// Its value.
        value: Value,
    },
    /// Verb 2: an item of a field that holds several, new or edited.
    Add {
        /// The field's id.
        field: String,
        /// The item's name.
        item: ItemId,
        /// Its value.
        value: Value,
    },
    /// Verb 3: takes away the items whose adds it replaces.
    Remove {
        /// The field's id.
        field: String,
    },
    /// Verbs 4, 5 and 8: archived, in use, binned.
    Status(Status),
    /// Verb 6: the record is the same as that one and read with it.
    MergeInto(RecordId),
    /// Verb 7: takes back the merges it replaces.
    Unmerge,
    /// A verb of a newer program: kept as it came, never applied.
    Newer {
        /// The verb's number.
        verb: u64,
        /// Its field.
        field: String,
        /// The canonical bytes of its value.
        value: Vec<u8>,
    },
}

/// Whether a record is worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Status {
    /// Listed and counted.
    #[default]
    InUse,
    /// Set aside, still counted.
    Archived,
    /// In the bin: neither listed nor counted, and restored at a word.
    Binned,
}

impl Status {
    /// Its id in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::InUse => "in_use",
            Self::Archived => "archived",
            Self::Binned => "binned",
        }
    }
}

impl Action {
    /// The field it touches, where it touches one.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Set { field, .. } | Self::Add { field, .. } | Self::Remove { field } => Some(field),
            Self::Create { .. } | Self::Status(_) | Self::MergeInto(_) | Self::Unmerge | Self::Newer { .. } => None,
        }
    }

    /// The value it writes, where it writes one.
    #[must_use]
    pub const fn value(&self) -> Option<&Value> {
        match self {
            Self::Set { value, .. } | Self::Add { value, .. } => Some(value),
            _ => None,
        }
    }
}

/// Who writes, when, and where new names come from: what a pure room needs to make operations.
pub struct Pen<'a> {
    /// The laptop's clock, milliseconds since 1970-01-01T00:00Z.
    pub at_ms: u64,
    /// The person who writes.
    pub by: Option<RecordId>,
    /// Sixteen fresh random bytes at each call.
    pub fresh: &'a mut dyn FnMut() -> [u8; 16],
}

impl Pen<'_> {
    /// An operation on a record, newly named.
    pub fn write(&mut self, record: RecordId, action: Action, replaces: Vec<OperationId>) -> Operation {
        Operation { id: OperationId::new((self.fresh)()), at_ms: self.at_ms, record, action, replaces, by: self.by }
    }

    /// A name for a new record.
    pub fn record(&mut self) -> RecordId {
        RecordId::new((self.fresh)())
    }

    /// A name for a new item.
    pub fn item(&mut self) -> ItemId {
        ItemId::new((self.fresh)())
    }
}
