//! Which kinds of record there are and which fields each has: data, read from `assets/schema`.
//!
//! The schema drives forms, validation, import, search, export and disclosure, so a new field is a few lines of TOML.
//! It is checked when it is read: a field that names an unknown list, kind or type, or that would show an identity
//! below *full*, is an error that says which file and which field.

mod check;
mod field;
mod kind;
mod level;
pub mod own;

use std::sync::{Arc, LazyLock, OnceLock};

pub(crate) use check::is_id;
pub use field::{Coarsen, Field, FieldType, Group, PagePlace, Role, Roles};
pub use kind::{Family, Kind, Wait, WaitSort};
pub use level::{DisclosureLevel, NotALevel, Sensitivity};
pub use own::{NotOwn, OwnField, named};

/// Name and text of every file of `assets/schema`.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/schema.rs"));

static USED: OnceLock<Schema> = OnceLock::new();

/// All kinds of record.
#[derive(Debug, Clone)]
pub struct Schema {
    kinds: Vec<Arc<Kind>>,
}

/// A schema that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SchemaError {
    /// The file is not a kind.
    #[error("{file}: {reason}")]
    Kind {
        /// The file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// A field of the kind is wrong.
    #[error("{file}: field {field}: {reason}")]
    Field {
        /// The file.
        file: String,
        /// The field's id.
        field: String,
        /// What is wrong.
        reason: String,
    },
}

impl Schema {
    /// The schema that ships, or the one that took its place.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static SHIPS: LazyLock<Schema> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "a test reads the schema that ships")]
            Schema::from_files(FILES.iter().copied()).expect("the schema that ships is read")
        });
        USED.get().unwrap_or(&SHIPS)
    }

    /// Takes the place of the schema that ships; before anything is read with that one. Says whether it could.
    #[must_use]
    pub fn begin(self) -> bool {
        USED.set(self).is_ok()
    }

    /// Reads a schema from the name and text of each of its files, one kind a file.
    ///
    /// # Errors
    /// [`SchemaError`] for the first file or field that is wrong.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, SchemaError> {
        let named: Vec<(&str, Kind)> = files
            .into_iter()
            .map(|(file, text)| Kind::from_toml(file, text).map(|kind| (file, kind)))
            .collect::<Result<_, _>>()?;
        check::check(&named)?;
        let mut kinds: Vec<Arc<Kind>> = named.into_iter().map(|(_, kind)| Arc::new(kind)).collect();
        kinds.sort_by(|a, b| (a.family, a.order, &a.id).cmp(&(b.family, b.order, &b.id)));
        Ok(Self { kinds })
    }

    /// All kinds in the order shown.
    #[must_use]
    pub fn kinds(&self) -> &[Arc<Kind>] {
        &self.kinds
    }

    /// The kind with this id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id).map(Arc::as_ref)
    }

    /// The kind with this id, for whoever keeps it longer than the schema.
    #[must_use]
    pub fn shared_kind(&self, id: &str) -> Option<Arc<Kind>> {
        self.kinds.iter().find(|kind| kind.id == id).cloned()
    }
}

#[cfg(test)]
mod tests;
