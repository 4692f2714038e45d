//! What kinds of record there are: the schema as plain data.

use resguardo_domain::schema::{Field, Kind, Schema};
use serde::Serialize;

use crate::session::Session;

/// A text in both languages.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Label {
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
}

/// One kind of record.
#[derive(Debug, Clone, Serialize)]
pub struct KindEntry {
    /// Its id.
    pub id: String,
    /// What one is called.
    pub label: Label,
    /// Whether the program writes it itself.
    pub internal: bool,
    /// Its fields in the order of the form.
    pub fields: Vec<FieldEntry>,
}

/// One field of a kind.
#[derive(Debug, Clone, Serialize)]
pub struct FieldEntry {
    /// Its id.
    pub id: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// How much harm it can do.
    pub sensitivity: &'static str,
    /// The list its terms come from.
    pub catalogue: Option<String>,
    /// Whether it holds several values.
    pub several: bool,
    /// Whether it is derived from other fields.
    pub computed: bool,
    /// Kinds it may point to.
    pub refers_to: Vec<String>,
    /// What it is called.
    pub label: Label,
    /// One sentence for who fills it in.
    pub help: Option<Label>,
}

/// The answer to `kinds`.
#[derive(Debug, Clone, Serialize)]
pub struct Kinds {
    /// All kinds.
    pub kinds: Vec<KindEntry>,
}

/// All kinds of the schema that ships.
#[must_use]
pub fn kinds() -> Kinds {
    of_schema(Schema::builtin())
}

impl Session {
    /// The same with the fields of the organisation's own that are in use.
    #[must_use]
    pub fn kinds(&self) -> Kinds {
        of_schema(&self.schema)
    }
}

fn of_schema(schema: &Schema) -> Kinds {
    Kinds { kinds: schema.kinds().iter().map(|kind| kind_entry(kind)).collect() }
}

fn label(label: &resguardo_domain::catalogue::Label) -> Label {
    Label { es: label.es.clone(), en: label.en.clone() }
}

fn kind_entry(kind: &Kind) -> KindEntry {
    KindEntry {
        id: kind.id.clone(),
        label: label(&kind.label),
        internal: kind.internal,
        fields: kind.fields().iter().filter(|field| !field.retired).map(field_entry).collect(),
    }
}

fn field_entry(field: &Field) -> FieldEntry {
    FieldEntry {
        id: field.id.clone(),
        kind: field.kind.id(),
        sensitivity: field.sensitivity.id(),
        catalogue: field.catalogue.clone(),
        several: field.several,
        computed: field.computed,
        refers_to: field.refers_to.clone(),
        label: label(&field.label),
        help: field.help.as_ref().map(label),
    }
}
