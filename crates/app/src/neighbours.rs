//! The records that touch another, both ways: what each is to it, and how certain that is.

use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::{Field, FieldType};
use resguardo_domain::value::{Certainty, PartialDate, Value};
use resguardo_vault::Snapshot;
use serde::Serialize;

use crate::cells::Cells;
use crate::error::AppError;
use crate::folio;
use crate::session::Session;

/// Some of the records that touch another.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Neighbourhood {
    /// How many there are.
    pub total: usize,
    /// Those asked for.
    pub links: Vec<Neighbour>,
}

/// A record that touches another.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Neighbour {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What one of its kind is called.
    pub kind_label: String,
    /// Its folio.
    pub folio: String,
    /// What it is called.
    pub title: String,
    /// The field that links them.
    pub field: String,
    /// The field in words.
    pub field_label: String,
    /// What it is to the other, in words.
    pub role: Option<String>,
    /// How certain the link is, in words.
    pub certainty: Option<String>,
    /// How certain the link is: 1 possible, 2 probable, 3 confirmed; 0 where nobody said.
    pub level: u8,
    /// `to` when this record points to it, `from` when it points here.
    pub direction: &'static str,
    /// Its date, in words.
    pub date: Option<String>,
    /// Whether its title is hidden.
    pub veiled: bool,
}

impl Session {
    /// Every record that points to this one or is pointed to by it, once, and whether this one points.
    pub(crate) fn touching(&self, snapshot: &Snapshot, id: RecordId) -> BTreeMap<RecordId, bool> {
        let mut touching = BTreeMap::new();
        for member in snapshot.group(id) {
            for row in snapshot.mentioning(member).filter(|row| row.status() != Status::Binned) {
                touching.entry(snapshot.read_as(row.id())).or_insert(false);
            }
            let own = snapshot.row(member).map(|row| row.summary().values).unwrap_or_default();
            for reference in own.values().flatten().flat_map(Value::references) {
                let other = snapshot.read_as(reference.record);
                if snapshot.row(other).is_some_and(|row| row.status() != Status::Binned) {
                    touching.insert(other, true);
                }
            }
        }
        touching.remove(&id);
        touching
    }

    /// The records of a kind that touch this one, both ways, with what they are to it.
    ///
    /// # Errors
    /// The record is not there.
    pub fn record_links(
        &self,
        id: &str,
        kind: Option<&str>,
        first: usize,
        count: usize,
    ) -> Result<Neighbourhood, AppError> {
        let snapshot = self.snapshot();
        let id = snapshot.read_as(self.find(id)?);
        let cells = self.cells(&snapshot);
        let of_kind = |other: &RecordId| {
            let known = snapshot.row(*other).and_then(|row| self.schema.kind(row.kind()));
            known.is_some_and(|known| !known.internal && kind.is_none_or(|kind| kind == known.id))
        };
        let mut all: Vec<(RecordId, bool)> =
            self.touching(&snapshot, id).into_iter().filter(|(other, _)| of_kind(other)).collect();
        all.sort_by_cached_key(|(other, _)| std::cmp::Reverse(self.date_of(&snapshot, *other)));
        let total = all.len();
        let shown = all.into_iter().skip(first).take(count.min(500));
        let links = shown.filter_map(|(other, outward)| self.neighbour(&cells, (id, other), outward)).collect();
        Ok(Neighbourhood { total, links })
    }

    fn neighbour(&self, cells: &Cells<'_>, (id, other): (RecordId, RecordId), outward: bool) -> Option<Neighbour> {
        let snapshot = cells.titles.snapshot;
        let row = snapshot.row(other)?;
        let kind = self.schema.kind(row.kind())?;
        let (from, to) = if outward { (id, other) } else { (other, id) };
        let from_row = snapshot.row(from)?;
        let from_kind = self.schema.kind(from_row.kind())?;
        let references = from_kind.fields().iter().filter(|field| field.kind == FieldType::Reference);
        let linked = references.flat_map(|field| {
            let values = self.values_of(snapshot, &from_row, &field.id);
            let own: Vec<_> = values.iter().flat_map(Value::references).cloned().collect();
            own.into_iter().map(move |reference| (field, reference))
        });
        let (field, reference) = linked.into_iter().find(|(_, reference)| snapshot.read_as(reference.record) == to)?;
        let role = reference.role.as_deref().map(|role| self.role_label(field, role));
        Some(Neighbour {
            id: other.to_string(),
            kind: kind.id.clone(),
            kind_label: kind.label.get(self.lang).to_owned(),
            folio: folio::of(&self.schema, &row),
            title: cells.title(&row),
            field: field.id.clone(),
            field_label: field.label.get(self.lang).to_owned(),
            role,
            certainty: reference
                .certainty
                .map(|certainty| cells.words.plain(&format!("certainty-{}", certainty.level()))),
            level: reference.certainty.map_or(0, Certainty::level),
            direction: if outward { "to" } else { "from" },
            date: self.date_of(snapshot, other).map(|date| cells.words.date_short(&date)),
            veiled: cells.is_veiled(other),
        })
    }

    fn role_label(&self, field: &Field, role: &str) -> String {
        use resguardo_domain::schema::Roles;
        match &field.roles {
            Some(Roles::Listed(roles)) => {
                let known = roles.iter().find(|known| known.id == role);
                known.map_or_else(|| role.to_owned(), |known| known.label.get(self.lang).to_owned())
            }
            Some(Roles::Catalogue(id)) => self.catalogues.label(id, role, self.lang).to_owned(),
            None => role.to_owned(),
        }
    }

    /// The first date of a record among the list columns of its kind.
    pub(crate) fn date_of(&self, snapshot: &Snapshot, id: RecordId) -> Option<PartialDate> {
        self.dated_by(snapshot, id).map(|(date, _)| date)
    }

    /// The same, and the field that told it where that is not the kind's own date: a task knows only when it is due.
    pub(crate) fn dated_by(&self, snapshot: &Snapshot, id: RecordId) -> Option<(PartialDate, Option<&Field>)> {
        let row = snapshot.row(id)?;
        let kind = self.schema.kind(row.kind())?;
        let mut dates: Vec<&Field> =
            kind.fields().iter().filter(|field| field.kind == FieldType::Date && field.list.is_some()).collect();
        dates.sort_by_key(|field| field.list);
        dates.into_iter().enumerate().find_map(|(place, field)| {
            let date = row.values(&field.id).into_iter().find_map(|value| match value {
                Value::Date(date, _) => Some(date),
                _ => None,
            })?;
            Some((date, (place > 0).then_some(field)))
        })
    }
}
