//! One kind of record.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Table;

use super::SchemaError;
use super::field::Field;
use crate::catalogue::Label;

/// Where a kind stands among the others, in the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// The organisation's own cases and the people in them.
    Casework,
    /// What one person goes through before the Mechanism.
    Mechanism,
    /// Who the Mechanism is made of, with what means.
    Institution,
    /// What is claimed, asked and promised.
    Analysis,
    /// Texts and dates to lean on.
    Library,
    /// What the program writes.
    Program,
}

impl Family {
    /// Its id in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Casework => "casework",
            Self::Mechanism => "mechanism",
            Self::Institution => "institution",
            Self::Analysis => "analysis",
            Self::Library => "library",
            Self::Program => "program",
        }
    }
}

/// One kind of record with its fields.
#[expect(clippy::struct_excessive_bools, reason = "lines of a file, each read by its name")]
#[derive(Debug, Clone)]
pub struct Kind {
    /// Its id.
    pub id: String,
    /// What one is called.
    pub label: Label,
    /// What several are called.
    pub plural: Label,
    /// What it is for.
    pub help: Option<Label>,
    /// Fields whose values make the title, in order.
    pub title: Vec<String>,
    /// Whether the program writes it and nobody creates one by hand.
    pub internal: bool,
    /// The one or two capitals its folios begin with: no other kind's, and no beginning of another's.
    pub letter: String,
    /// Where it stands among the others.
    pub family: Family,
    /// Its place in its family.
    pub order: u32,
    /// Kinds whose own chronology stands in its chronology too.
    pub gathers: Vec<String>,
    /// What is to be done about it, and until when; empty where nothing runs out.
    pub waits: Vec<Wait>,
    /// Fields that two records of one thing would share; empty: doubles are not looked for.
    pub alike: Vec<String>,
    /// Whether what a report misses of one written by hand is asked for.
    pub to_complete: bool,
    /// Whether its title is shown also where identities are covered: who writes on this laptop.
    pub named_openly: bool,
    fields: Vec<Field>,
    index: BTreeMap<String, usize>,
}

/// What sort of thing waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitSort {
    /// A call agreed with somebody at risk.
    Call,
    /// Something the organisation is to do.
    Step,
    /// Something an authority said it would do.
    Promise,
    /// Something that stands until a day and is looked at again before it.
    Review,
}

impl WaitSort {
    /// Its id in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Step => "step",
            Self::Promise => "promise",
            Self::Review => "review",
        }
    }
}

/// What is to be done about a record, and until when: the fields that say so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wait {
    /// What sort of thing it is.
    #[serde(rename = "as")]
    pub sort: WaitSort,
    /// Until when.
    pub on: String,
    /// What.
    pub step: String,
    /// A record that has one of these waits no longer.
    #[serde(default)]
    pub done: Vec<String>,
    /// Terms of its `status` with which it waits no longer.
    #[serde(default)]
    pub ended: Vec<String>,
    /// Who or what it is about; none: the record itself.
    pub about: Option<String>,
    /// What else whoever goes on must know.
    #[serde(default)]
    pub tells: Vec<String>,
}

impl Wait {
    /// Every field it names.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        let named = [self.on.as_str(), self.step.as_str()].into_iter();
        named
            .chain(self.done.iter().map(String::as_str))
            .chain(self.about.as_deref())
            .chain(self.tells.iter().map(String::as_str))
    }
}

#[expect(clippy::struct_excessive_bools, reason = "lines of a file, each read by its name")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    label: Label,
    plural: Label,
    help: Option<Label>,
    title: Vec<String>,
    #[serde(default)]
    internal: bool,
    letter: String,
    family: Family,
    order: u32,
    #[serde(default)]
    gathers: Vec<String>,
    #[serde(default)]
    waits: Vec<Wait>,
    #[serde(default)]
    alike: Vec<String>,
    #[serde(default)]
    to_complete: bool,
    #[serde(default)]
    named_openly: bool,
    #[serde(rename = "field")]
    fields: Vec<Table>,
}

impl Kind {
    /// Its fields in the order of the form.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The field with this id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.get(*self.index.get(id)?)
    }

    /// The same kind with more fields at the end.
    pub(super) fn with(&self, more: impl IntoIterator<Item = Field>) -> Self {
        let mut kind = self.clone();
        for field in more {
            kind.index.insert(field.id.clone(), kind.fields.len());
            kind.fields.push(field);
        }
        kind
    }

    /// Reads one file of the schema.
    pub(super) fn from_toml(file: &str, text: &str) -> Result<Self, SchemaError> {
        let wrong = |reason: String| SchemaError::Kind { file: file.to_owned(), reason };
        let read: File = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
        let mut index = BTreeMap::new();
        let mut fields = Vec::new();
        for table in read.fields {
            let id = table.get("id").and_then(toml::Value::as_str).unwrap_or("without id").to_owned();
            let wrong = |reason: String| SchemaError::Field { file: file.to_owned(), field: id.clone(), reason };
            let field: Field = table.try_into().map_err(|error: toml::de::Error| wrong(error.message().to_owned()))?;
            if index.insert(field.id.clone(), fields.len()).is_some() {
                return Err(wrong("the kind has another field with this id".to_owned()));
            }
            fields.push(field);
        }
        Ok(Self {
            id: read.id,
            label: read.label,
            plural: read.plural,
            help: read.help,
            title: read.title,
            internal: read.internal,
            letter: read.letter,
            family: read.family,
            order: read.order,
            gathers: read.gathers,
            waits: read.waits,
            alike: read.alike,
            to_complete: read.to_complete,
            named_openly: read.named_openly,
            fields,
            index,
        })
    }
}
