//! One drawn value: its words, and how the window draws them.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{Field, FieldType, Sensitivity};
use resguardo_domain::value::{Reference, Value};
use resguardo_language::Words;
use resguardo_vault::Snapshot;
use serde::Serialize;

use crate::folio;
use crate::session::Session;
use crate::titles::Titles;

/// How a value is drawn. The four ways to have none are four drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// The program's words.
    Plain,
    /// A person's own words.
    Said,
    /// Asked, and not known.
    Unknown,
    /// Nobody asked.
    NotAsked,
    /// Known, and kept back.
    Withheld,
    /// Nothing written.
    Empty,
    /// Hidden until asked for.
    Veiled,
    /// Kept as written, not classified yet.
    Unclassified,
    /// Written by a newer version of the program.
    Newer,
}

/// A record a value points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CellLink {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its folio.
    pub folio: String,
}

/// One drawn value, or several of a list in one phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Cell {
    /// Its words.
    pub text: String,
    /// How it is drawn.
    pub manner: Manner,
    /// How many versions stand against each other; 0 where none do.
    pub versions: u32,
    /// The records it points to.
    pub links: Vec<CellLink>,
    /// The state it tells, as a shape; none where it tells none.
    pub mark: Option<&'static str>,
}

impl Cell {
    /// Nothing written.
    #[must_use]
    pub const fn empty() -> Self {
        Self { text: String::new(), manner: Manner::Empty, versions: 0, links: Vec::new(), mark: None }
    }
}

/// The records whose identities this session was shown, with a reason each.
#[derive(Clone, Default)]
pub(crate) struct Revealed(Arc<Mutex<BTreeSet<RecordId>>>);

impl Revealed {
    pub(crate) fn holds(&self, id: RecordId) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&id)
    }

    /// How many are shown; none is covered again before the lock.
    pub(crate) fn count(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub(crate) fn add(&self, id: RecordId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
    }
}

/// Draws the values of one snapshot.
pub(crate) struct Cells<'a> {
    pub(crate) titles: Titles<'a>,
    pub(crate) words: Words,
    pub(crate) revealed: Revealed,
}

impl Session {
    /// What draws the values of this snapshot.
    pub(crate) fn cells<'a>(&'a self, snapshot: &'a Snapshot) -> Cells<'a> {
        Cells { titles: self.titles(snapshot), words: self.words(), revealed: self.revealed.clone() }
    }
}

/// The shape of a term that is a state: how far something is verified, whether a consent stands.
fn mark_of(catalogue: &str, term: &str) -> Option<&'static str> {
    match (catalogue, term) {
        ("verification_grade", "v0") | ("consent_state", "pending") => Some("not_asked"),
        ("verification_grade", "v1") => Some("quarter"),
        ("verification_grade", "v2") => Some("three_quarters"),
        ("verification_grade", "v3" | "v4") | ("consent_state", "given") => Some("met"),
        ("verification_grade", "vx" | "vd") | ("consent_state", "refused") => Some("none"),
        ("consent_state", "partial") => Some("quarter"),
        ("consent_state", "withdrawn") => Some("late"),
        ("consent_state", "expired") => Some("soon"),
        _ => None,
    }
}

/// Whether a field may hold who somebody is.
pub(crate) fn is_identity(field: &Field) -> bool {
    field.sensitivity >= Sensitivity::Identity && field.kind != FieldType::Reference
}

impl Cells<'_> {
    /// The values of a field of a record, each drawn.
    pub(crate) fn each(&self, record: RecordId, field: &Field, values: &[Value]) -> Vec<Cell> {
        values.iter().map(|value| self.one(record, field, value)).collect()
    }

    /// As [`Cells::together`], as narrow as a column of a list.
    pub(crate) fn narrow(&self, record: RecordId, field: &Field, values: &[Value]) -> Cell {
        let cell = self.together(record, field, values);
        match values {
            [Value::Date(date, _)] if cell.manner == Manner::Plain => {
                Cell { text: self.words.date_short(date), ..cell }
            }
            [Value::Choice(term)] if cell.manner == Manner::Plain => {
                let short = self.titles.short(field, term);
                short.map_or(cell.clone(), |text| Cell { text, ..cell })
            }
            _ => cell,
        }
    }

    /// What a row says in a field, in the reader's language where it is said in both; empty where it says nothing.
    pub(crate) fn text(&self, row: &resguardo_vault::Row<'_>, field: &str) -> String {
        let kind = self.titles.schema.kind(row.kind());
        let Some(field) = kind.and_then(|kind| kind.field(field)) else { return String::new() };
        self.together(row.id(), field, &self.titles.in_language(*row, field)).text
    }

    /// The values of a field of a record in one drawing.
    pub(crate) fn together(&self, record: RecordId, field: &Field, values: &[Value]) -> Cell {
        let mut cells = self.each(record, field, values);
        match cells.len() {
            0 => Cell::empty(),
            1 => cells.pop().unwrap_or_else(Cell::empty),
            _ => {
                let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
                let manner = cells.iter().map(|cell| cell.manner).find(|manner| *manner == Manner::Veiled);
                let manner =
                    manner.unwrap_or(if field.kind == FieldType::LongText { Manner::Said } else { Manner::Plain });
                let text = texts.join("; ");
                Cell { links: cells.into_iter().flat_map(|cell| cell.links).collect(), text, manner, ..Cell::empty() }
            }
        }
    }

    fn one(&self, record: RecordId, field: &Field, value: &Value) -> Cell {
        let drawn = |text: String, manner| Cell { text, manner, ..Cell::empty() };
        let said = |id: &str, manner| drawn(self.words.plain(id), manner);
        match value {
            Value::Unknown => return said("value-unknown", Manner::Unknown),
            Value::NotAsked => return said("value-not-asked", Manner::NotAsked),
            Value::Withheld => return said("value-withheld", Manner::Withheld),
            Value::Newer { .. } => return said("value-newer", Manner::Newer),
            _ => {}
        }
        if is_identity(field) && !self.revealed.holds(record) {
            return drawn(String::new(), Manner::Veiled);
        }
        match value {
            Value::AsWritten(text) => drawn(text.clone(), Manner::Unclassified),
            Value::LongText(text) => drawn(text.clone(), Manner::Said),
            Value::Reference(reference) => self.link(reference, field),
            Value::Act(act) => {
                let names: Vec<String> =
                    act.victims.iter().chain(&act.perpetrators).map(|to| self.called(to)).collect();
                let links = act.victims.iter().chain(&act.perpetrators).filter_map(|to| self.target(to)).collect();
                Cell { links, ..drawn(self.words.value(value, field, &names), Manner::Plain) }
            }
            Value::Choice(term) => Cell {
                mark: field.catalogue.as_deref().and_then(|catalogue| mark_of(catalogue, term)),
                ..drawn(self.words.value(value, field, &[]), Manner::Plain)
            },
            _ => drawn(self.words.value(value, field, &[]), Manner::Plain),
        }
    }

    fn link(&self, reference: &Reference, field: &Field) -> Cell {
        let value = Value::Reference(reference.clone());
        let veiled = self.is_veiled(reference.record);
        let role = if veiled { self.role(reference) } else { None };
        let called = [Some(self.called(reference)), role].into_iter().flatten().collect::<Vec<String>>().join(" · ");
        let text = self.words.value(&value, field, &[called]);
        let manner = if veiled { Manner::Veiled } else { Manner::Plain };
        Cell { links: self.target(reference).into_iter().collect(), text, manner, ..Cell::empty() }
    }

    /// What somebody whose name is covered does: the first term a list shows of the record.
    fn role(&self, reference: &Reference) -> Option<String> {
        let row = self.titles.snapshot.row(self.titles.snapshot.read_as(reference.record))?;
        let kind = self.titles.schema.kind(row.kind())?;
        let listed = kind.fields().iter().filter(|field| field.list.is_some() && field.kind == FieldType::Choice);
        let field = listed.filter(|field| !is_identity(field)).min_by_key(|field| field.list)?;
        let Value::Choice(term) = row.values(&field.id).into_iter().next()? else { return None };
        Some(self.words.value(&Value::Choice(term), field, &[]).to_lowercase())
    }

    fn target(&self, reference: &Reference) -> Option<CellLink> {
        let id = self.titles.snapshot.read_as(reference.record);
        let row = self.titles.snapshot.row(id)?;
        let folio = folio::of(self.titles.schema, &row);
        Some(CellLink { id: id.to_string(), kind: row.kind().to_owned(), folio })
    }

    /// What a record is called where it may be seen over a shoulder: its folio when its title says who somebody is.
    pub(crate) fn called(&self, reference: &Reference) -> String {
        let id = self.titles.snapshot.read_as(reference.record);
        self.titles.snapshot.row(id).map_or_else(String::new, |row| self.title(&row))
    }

    /// The title of a record, or its folio when the title says who somebody is and nobody asked to see it.
    pub(crate) fn title(&self, row: &resguardo_vault::Row<'_>) -> String {
        if self.is_veiled(row.id()) {
            return folio::of(self.titles.schema, row);
        }
        let Some(kind) = self.titles.schema.kind(row.kind()) else { return String::new() };
        let dated = kind.title.iter().filter_map(|id| kind.field(id)).any(|field| field.kind == FieldType::Date);
        if !dated {
            return self.titles.of(*row);
        }
        let parts = kind.title.iter().filter_map(|id| kind.field(id)).map(|field| {
            let values: Vec<Value> = row.values(&field.id).into_iter().filter(|value| !value.is_non_answer()).collect();
            if field.kind == FieldType::Choice {
                self.narrow(row.id(), field, &values)
            } else {
                self.together(row.id(), field, &values)
            }
            .text
        });
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { kind.label.get(self.titles.lang).to_owned() } else { parts.join(" · ") }
    }

    /// Whether the title of a record holds an identity nobody asked to see.
    pub(crate) fn is_veiled(&self, id: RecordId) -> bool {
        let id = self.titles.snapshot.read_as(id);
        let Some(row) = self.titles.snapshot.row(id) else { return false };
        let Some(kind) = self.titles.schema.kind(row.kind()) else { return false };
        // Who writes on this laptop is named beside every change.
        if kind.named_openly {
            return false;
        }
        let names = |field: &String| {
            kind.field(field)
                .is_some_and(|field| is_identity(field) && row.values(&field.id).iter().any(|v| !v.is_non_answer()))
        };
        kind.title.iter().any(names) && !self.revealed.holds(id)
    }
}
