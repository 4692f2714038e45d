//! Which records pass the conditions of a list, in which order: found once and kept until something is written.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{Field, FieldType, Kind};
use resguardo_vault::{Row, Snapshot};

use super::chips::FilterPart;
use super::{ListQuery, ListStatus, Sorting, columns};
use crate::error::AppError;
use crate::lists::ListRequest;
use crate::memo;
use crate::session::Session;

/// The last list that was found.
#[derive(Clone, Default)]
pub(crate) struct Kept(pub(super) Arc<Mutex<Option<Found>>>);

pub(super) struct Found {
    query: ListQuery,
    english: bool,
    snapshot: Arc<Snapshot>,
    pub(super) passing: Passing,
    /// Counted once, when it is first asked for.
    pub(super) foot: Option<Vec<String>>,
}

/// How many there are of a kind, and where those that pass stand, in order.
#[derive(Clone)]
pub(crate) struct Passing {
    pub(crate) all: usize,
    pub(crate) places: Arc<Vec<usize>>,
}

impl Passing {
    /// The records themselves.
    pub(crate) fn ids(&self, snapshot: &Snapshot) -> Vec<RecordId> {
        self.rows(snapshot).map(|row| row.id()).collect()
    }

    pub(super) fn rows<'s>(&self, snapshot: &'s Snapshot) -> impl Iterator<Item = Row<'s>> {
        self.places.iter().filter_map(|place| snapshot.at(*place))
    }
}

impl Session {
    /// How many there are of the kind and which pass, kept until something is written.
    pub(crate) fn passing(&self, query: &ListQuery, snapshot: &Arc<Snapshot>) -> Result<Passing, AppError> {
        let english = self.lang == resguardo_domain::catalogue::Lang::En;
        let wanted = ListQuery { columns: Vec::new(), ..query.clone() };
        {
            let kept = self.browsed.0.lock().unwrap_or_else(PoisonError::into_inner);
            let same = kept.as_ref().filter(|found| {
                found.query == wanted && found.english == english && Arc::ptr_eq(&found.snapshot, snapshot)
            });
            if let Some(found) = same {
                return Ok(found.passing.clone());
            }
        }
        let kind = self.kind(&query.kind)?;
        let (all, mut rows) = self.filtered(kind, &wanted, snapshot)?;
        if let Some(group) = query.group.as_deref().and_then(|field| kind.field(field)) {
            rows = self.grouped(snapshot, &rows, group);
        }
        let passing = Passing { all, places: Arc::new(rows.iter().map(Row::place).collect()) };
        let mut kept = self.browsed.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(Found {
            query: wanted,
            english,
            snapshot: Arc::clone(snapshot),
            passing: passing.clone(),
            foot: None,
        });
        Ok(passing)
    }

    /// Rows of one heading together, in the order they were in.
    fn grouped<'s>(&self, snapshot: &'s Snapshot, rows: &[Row<'s>], field: &Field) -> Vec<Row<'s>> {
        let cells = self.cells(snapshot);
        let heading = |row: &Row<'s>| {
            let values = self.values_of(snapshot, row, &field.id);
            resguardo_domain::fold::fold(&cells.together(row.id(), field, &values).text)
        };
        let mut placed: Vec<(usize, usize)> =
            memo::ranks((snapshot, &field.id), rows, heading).into_iter().zip(0..).collect();
        placed.sort_unstable();
        placed.into_iter().filter_map(|(_, at)| rows.get(at).copied()).collect()
    }

    pub(super) fn filtered<'s>(
        &self,
        kind: &Kind,
        query: &ListQuery,
        snapshot: &'s Snapshot,
    ) -> Result<(usize, Vec<Row<'s>>), AppError> {
        let sort = query.sort.clone().or_else(|| own_order(kind, query));
        let request = ListRequest {
            kind: kind.id.clone(),
            filters: query.filters.iter().flat_map(FilterPart::conditions).collect(),
            sort: sort.map(|sort| format!("{}{}", if sort.backwards { "-" } else { "" }, sort.field)),
            limit: 0,
            archived: query.status == ListStatus::Archived,
            binned: query.status == ListStatus::Binned,
        };
        let (all, mut rows) = self.chosen(snapshot, kind, &request)?;
        let text = query.text.trim();
        if text.is_empty() {
            return Ok((all, rows));
        }
        let found = self.matching(snapshot, (text, &kind.id), query.sort.is_none())?;
        if query.sort.is_some() {
            let found: HashSet<RecordId> = found.into_iter().collect();
            rows.retain(|row| found.contains(&row.id()));
            return Ok((all, rows));
        }
        let passing: HashMap<RecordId, Row<'s>> = rows.into_iter().map(|row| (row.id(), row)).collect();
        Ok((all, found.into_iter().filter_map(|id| passing.get(&id).copied()).collect()))
    }
}

/// Latest first where the kind has a date among its columns.
fn own_order(kind: &Kind, query: &ListQuery) -> Option<Sorting> {
    if !query.text.trim().is_empty() {
        return None;
    }
    let columns = columns(kind, &[]);
    let date = columns.iter().find(|field| field.kind == FieldType::Date);
    let by = date.or_else(|| columns.first())?;
    Some(Sorting { field: by.id.clone(), backwards: date.is_some() })
}
