//! What can stop a search.

use resguardo_domain::schema::FieldType;

/// Why something could not be searched, filtered or sorted. `field` is the id of a field, as typed.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The index in memory failed: build it anew.
    #[error("the index in memory failed")]
    IndexBroken(#[from] tantivy::TantivyError),
    /// No field and comparison can be told apart in what was typed.
    #[error("not a condition: write field=value, or !=, >=, <=, >, <, ~ in the place of =")]
    NotACondition,
    /// The kind has no such field.
    #[error("the kind has no such field; it has {}", known.join(", "))]
    UnknownField {
        /// What was typed for a field.
        field: String,
        /// The ids of the fields there are.
        known: Vec<String>,
    },
    /// Values of the field have no order.
    #[error("field {field} of type {} has no order", kind.id())]
    NoOrder {
        /// The field.
        field: String,
        /// What it holds.
        kind: FieldType,
    },
    /// What was typed is no value of the field.
    #[error("not a value of field {field} of type {}", kind.id())]
    NotAValue {
        /// The field.
        field: String,
        /// What it holds.
        kind: FieldType,
    },
    /// What was typed is no term of the field's list.
    #[error("not a term of list {catalogue} of field {field}")]
    NotATerm {
        /// The field.
        field: String,
        /// The list's id.
        catalogue: String,
    },
}
