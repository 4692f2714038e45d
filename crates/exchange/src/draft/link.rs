//! The records one row points to: people with what the row says of them, their media, alleged perpetrators.

use std::collections::BTreeMap;

use resguardo_domain::schema::{Field, FieldType, Kind, Schema};
use resguardo_domain::value::{Answer, Value};

use super::LinkedDraft;
use crate::recognise::name::{is_freelance, is_nobody, names};
use crate::recognise::target::NAME;

/// The field that says a person works for no single medium.
const FREELANCE: &str = "freelance";

/// What a row says of the records behind one reference.
pub(super) struct Links<'a> {
    reference: &'a Field,
    kind: &'a Kind,
    names: Vec<String>,
    values: Vec<(&'a Field, Vec<Value>, usize)>,
    media: Vec<(&'a Field, Vec<String>)>,
    freelance: Option<usize>,
}

impl<'a> Links<'a> {
    pub(super) const fn new(reference: &'a Field, kind: &'a Kind) -> Self {
        Self { reference, kind, names: Vec::new(), values: Vec::new(), media: Vec::new(), freelance: None }
    }

    /// The reference these records stand behind.
    pub(super) fn is_behind(&self, reference: &Field) -> bool {
        self.reference.id == reference.id
    }

    /// Takes a cell of names; false when it names nobody. Somebody nobody could name is still somebody: what other cells
    /// say makes a record without a name.
    pub(super) fn name(&mut self, cell: &str) -> bool {
        if is_nobody(cell) {
            return false;
        }
        self.names.extend(names(cell, self.kind.id == "person"));
        true
    }

    /// Takes a cell that names records of a reference of theirs, as a medium; false when it names none.
    pub(super) fn medium(&mut self, field: &'a Field, cell: &str, column: usize) -> bool {
        if is_freelance(cell) && self.kind.field(FREELANCE).is_some() {
            self.freelance = Some(column);
            return true;
        }
        if is_nobody(cell) {
            return false;
        }
        self.media.push((field, names(cell, false)));
        true
    }

    /// Takes the values of a field of theirs.
    pub(super) fn value(&mut self, field: &'a Field, values: Vec<Value>, column: usize) {
        self.values.push((field, values, column));
    }

    /// The records, and the columns whose cells none of them took.
    pub(super) fn finish(mut self, schema: &Schema) -> (Vec<LinkedDraft>, Vec<usize>) {
        let mut left = self.say_freelance();
        let unnamed = self.names.is_empty();
        if unnamed && self.values.is_empty() && self.media.is_empty() {
            return (Vec::new(), left);
        }
        let count = self.names.len().max(1);
        let mut made: Vec<LinkedDraft> = (0..count).map(|at| self.one(at, schema)).collect();
        for (field, values, column) in &self.values {
            if !share(field, values, &mut made) {
                left.push(*column);
            }
        }
        (made, left)
    }

    /// *Freelance* in a column of media answers the person's question, unless another column already did.
    fn say_freelance(&mut self) -> Vec<usize> {
        let Some(column) = self.freelance else { return Vec::new() };
        let answered =
            self.values.iter().find(|(field, _, _)| field.id == FREELANCE).map(|(_, values, _)| values.clone());
        let yes = vec![Value::Answer(Answer::Yes)];
        match answered {
            Some(values) if values == yes => Vec::new(),
            Some(_) => vec![column],
            None => {
                self.values.extend(self.kind.field(FREELANCE).map(|field| (field, yes, column)));
                Vec::new()
            }
        }
    }

    fn one(&self, at: usize, schema: &Schema) -> LinkedDraft {
        let mut values = BTreeMap::new();
        if let Some(name) = self.names.get(at) {
            values.insert(NAME.to_owned(), vec![Value::Text(name.clone())]);
        }
        let also = self.media.iter().flat_map(|(field, names)| {
            let kinds = field.refers_to.iter().filter_map(|kind| schema.kind(kind));
            let kind = kinds.into_iter().find(|kind| kind.field(NAME).is_some()).map_or("", |kind| kind.id.as_str());
            let named = names.iter().filter(|_| !kind.is_empty());
            named.map(|name| LinkedDraft {
                field: field.id.clone(),
                kind: kind.to_owned(),
                values: BTreeMap::from([(NAME.to_owned(), vec![Value::Text(name.clone())])]),
                also: Vec::new(),
            })
        });
        let also = also.collect();
        LinkedDraft { field: self.reference.id.clone(), kind: self.kind.id.clone(), values, also }
    }
}

/// Gives a field's values to the records of a row: all to each where the field takes them, one to each where there are
/// as many as records. False when neither fits.
fn share(field: &Field, values: &[Value], made: &mut [LinkedDraft]) -> bool {
    let one_each = values.len() == made.len() && made.len() > 1 && !field.several;
    if !field.several && values.len() > 1 && !one_each {
        return false;
    }
    for (at, record) in made.iter_mut().enumerate() {
        let own = if one_each { values.get(at..=at).unwrap_or_default() } else { values };
        let known = record.values.entry(field.id.clone()).or_default();
        if !field.several && !known.is_empty() && field.kind != FieldType::LongText {
            return false;
        }
        known.extend(own.iter().filter(|value| !known.contains(value)).cloned().collect::<Vec<_>>());
    }
    true
}
