//! What may leave: the one place where a level decides what a reader sees.
//!
//! Exporters and renderers take [`Disclosed`] values only, and only this room makes them out of records. Below *full*
//! it is an allow-list: a field is shown when its schema entry lists the level, and not otherwise; dates are told by
//! their month, places by their state, and a person is a code that holds within one document.

use std::collections::BTreeMap;

use crate::id::RecordId;
use crate::schema::{DisclosureLevel, Schema};
use crate::summary::Summary;
use crate::value::{Place, Reference, Value};

/// A value that passed the filter of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed<T>(T);

impl<T> Disclosed<T> {
    /// What may be shown.
    #[must_use]
    pub const fn get(&self) -> &T {
        &self.0
    }

    /// The same content in another form.
    #[must_use]
    pub fn map<U>(self, form: impl FnOnce(T) -> U) -> Disclosed<U> {
        Disclosed(form(self.0))
    }
}

/// One record as a reader of some level sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id at full; below, a code that holds within one document.
    pub code: String,
    /// Its kind.
    pub kind: String,
    /// What is shown, by field.
    pub cells: BTreeMap<String, Vec<Cell>>,
}

/// One value as a reader of some level sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The value; of a reference, see `link`.
    pub value: Value,
    /// For a value that points to records: what to call each of them, in the order of [`Value::references`].
    pub links: Vec<String>,
}

/// Names records for one document: titles at full, codes below.
pub struct Naming<'a> {
    level: DisclosureLevel,
    title: &'a dyn Fn(RecordId) -> Option<String>,
    codes: BTreeMap<RecordId, String>,
}

impl<'a> Naming<'a> {
    /// Names for a document of this level; `title` finds what a record is called in the archive.
    #[must_use]
    pub const fn new(level: DisclosureLevel, title: &'a dyn Fn(RecordId) -> Option<String>) -> Self {
        Self { level, title, codes: BTreeMap::new() }
    }

    /// The level of the document.
    #[must_use]
    pub const fn level(&self) -> DisclosureLevel {
        self.level
    }

    fn code(&mut self, record: RecordId) -> String {
        if self.level == DisclosureLevel::Full {
            return record.to_string();
        }
        let next = self.codes.len() + 1;
        self.codes.entry(record).or_insert_with(|| format!("R{next:04}")).clone()
    }

    fn name(&mut self, record: RecordId) -> String {
        match self.level {
            DisclosureLevel::Full => (self.title)(record).unwrap_or_else(|| record.to_string()),
            DisclosureLevel::NoIdentities | DisclosureLevel::Statistics => self.code(record),
        }
    }
}

/// Shows one record at the document's level.
#[must_use]
pub fn disclose(schema: &Schema, summary: &Summary, naming: &mut Naming<'_>) -> Disclosed<Row> {
    let level = naming.level;
    let mut cells = BTreeMap::new();
    if let Some(kind) = schema.kind(&summary.kind) {
        for field in kind.fields().iter().filter(|field| field.shown_at(level)) {
            let shown: Vec<Cell> =
                summary.values(&field.id).iter().filter_map(|value| show(value, level, naming)).collect();
            if !shown.is_empty() {
                cells.insert(field.id.clone(), shown);
            }
        }
    }
    Disclosed(Row { code: naming.code(summary.id), kind: summary.kind.clone(), cells })
}

/// Puts disclosed rows and counts into one document. Counts hold no record, so they may stand beside rows of any level.
#[must_use]
pub fn gather<T>(rows: Vec<Disclosed<Row>>, document: impl FnOnce(Vec<Row>) -> T) -> Disclosed<T> {
    Disclosed(document(rows.into_iter().map(|row| row.0).collect()))
}

/// What a room of this crate has already held against its level.
pub(crate) const fn veiled<T>(told: T) -> Disclosed<T> {
    Disclosed(told)
}

fn show(value: &Value, level: DisclosureLevel, naming: &mut Naming<'_>) -> Option<Cell> {
    let value = if level == DisclosureLevel::Full { value.clone() } else { coarsen(value)? };
    let links = value.references().into_iter().map(|reference| naming.name(reference.record)).collect();
    Some(Cell { value: if level == DisclosureLevel::Full { value } else { without_ids(value) }, links })
}

/// The same value told no finer than month and state. A word nobody classified may hold anything: it stays inside, and
/// its place is shown as unknown.
fn coarsen(value: &Value) -> Option<Value> {
    match value {
        Value::Date(date, _) => Some(Value::Date(date.to_month(), None)),
        Value::Place(place) => {
            Some(Value::Place(Box::new(Place { state: Some(place.state.clone()?), ..Place::default() })))
        }
        Value::AsWritten(_) => Some(Value::Unknown),
        Value::Act(act) if matches!(act.aggression, Value::AsWritten(_)) => {
            let mut act = act.clone();
            act.aggression = Value::Unknown;
            Some(Value::Act(act))
        }
        Value::Attachment(_) | Value::Newer { .. } | Value::Step(_) => None,
        other => Some(other.clone()),
    }
}

/// Below full a reference keeps its role and loses the id that would join two documents.
fn without_ids(value: Value) -> Value {
    let bare = |reference: Reference| Reference { record: RecordId::default(), ..reference };
    match value {
        Value::Reference(reference) => Value::Reference(bare(reference)),
        Value::Act(mut act) => {
            act.victims = act.victims.into_iter().map(bare).collect();
            act.perpetrators = act.perpetrators.into_iter().map(bare).collect();
            Value::Act(act)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;
