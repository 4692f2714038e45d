//! The records of one row: those it links to, then its own.

use std::collections::BTreeMap;

use resguardo_domain::draft::{Draft, begin};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Operation, Pen};
use resguardo_domain::schema::Kind;
use resguardo_domain::value::{Reference, Value};
use resguardo_exchange::draft::{LinkedDraft, RowDraft};

use crate::error::AppError;
use crate::session::Session;

/// Writes the records of one row.
pub(super) struct RowWriter<'a, 'p> {
    pub(super) session: &'a Session,
    pub(super) names: &'a mut Names,
    pub(super) pen: &'a mut Pen<'p>,
    /// What every record of the row carries of it.
    pub(super) import_row: String,
    pub(super) operations: Vec<Operation>,
}

impl RowWriter<'_, '_> {
    /// The records the row links to, then its own.
    pub(super) fn write(mut self, kind: &Kind, row: &RowDraft) -> Result<Vec<Operation>, AppError> {
        let mut draft = Draft { values: row.fields.clone() };
        for linked in &row.linked {
            let id = self.linked(linked)?;
            draft.values.entry(linked.field.clone()).or_default().push(Value::Reference(Reference::to(id)));
        }
        put_text(&mut draft, kind, "import_row", &self.import_row);
        if kind.field("as_found").is_some() && !row.as_found.is_empty() {
            let cells = row.as_found.iter().cloned().map(Value::Text).collect();
            draft.values.insert("as_found".to_owned(), cells);
        }
        self.session.settle_acts(kind, &mut draft, &[])?;
        let (_, made) = begin(kind, &draft, self.pen);
        self.operations.extend(made);
        Ok(self.operations)
    }

    fn linked(&mut self, linked: &LinkedDraft) -> Result<RecordId, AppError> {
        let kind = self.session.kind(&linked.kind)?;
        if let Some(id) = self.names.known(linked) {
            return Ok(id);
        }
        let mut draft = Draft { values: linked.values.clone() };
        for inner in &linked.also {
            let id = self.linked(inner)?;
            draft.values.entry(inner.field.clone()).or_default().push(Value::Reference(Reference::to(id)));
        }
        put_text(&mut draft, kind, "import_row", &self.import_row);
        let (id, made) = begin(kind, &draft, self.pen);
        self.operations.extend(made);
        self.names.remember(linked, id);
        Ok(id)
    }
}

/// Media and organisations by folded name: a cell that names exactly one of them is that record. Persons are never
/// joined by name.
pub(super) struct Names(BTreeMap<(String, String), Vec<RecordId>>);

impl Names {
    pub(super) fn of(session: &Session) -> Self {
        let snapshot = session.snapshot();
        let mut names: BTreeMap<(String, String), Vec<RecordId>> = BTreeMap::new();
        for kind in ["collective", "organisation"] {
            for summary in session.in_use(&snapshot, kind) {
                for word in summary.values("name").iter().flat_map(Value::words) {
                    names.entry((kind.to_owned(), resguardo_domain::fold::fold(word))).or_default().push(summary.id);
                }
            }
        }
        Self(names)
    }

    fn key(linked: &LinkedDraft) -> Option<(String, String)> {
        let joined = ["collective", "organisation"].contains(&linked.kind.as_str());
        let name = linked.values.get("name")?.iter().flat_map(Value::words).next()?;
        joined.then(|| (linked.kind.clone(), resguardo_domain::fold::fold(name)))
    }

    fn known(&self, linked: &LinkedDraft) -> Option<RecordId> {
        match self.0.get(&Self::key(linked)?)?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn remember(&mut self, linked: &LinkedDraft, id: RecordId) {
        if let Some(key) = Self::key(linked) {
            self.0.entry(key).or_default().push(id);
        }
    }
}

fn put_text(draft: &mut Draft, kind: &Kind, field: &str, text: &str) {
    if kind.field(field).is_some() {
        draft.values.insert(field.to_owned(), vec![Value::Text(text.to_owned())]);
    }
}
