//! Lists of one kind: filtered, sorted, cut to a length, and what of each record a list may show.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;

use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::{Kind, Sensitivity};
use resguardo_domain::value::{Value, json};
use resguardo_search::{Filter, Filters, Folding, Order};
use resguardo_vault::{Row, Snapshot};
use serde::Serialize;
use serde_json::Value as Json;

use crate::error::AppError;
use crate::memo::{self, Memo};
use crate::session::Session;

/// Fewer rows than these are not divided: a thread would cost more than it saves.
const LEAST_ROWS: usize = 8_192;

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct ListRequest {
    /// The kind's id.
    pub kind: String,
    /// Conditions that hold together.
    pub filters: Vec<String>,
    /// The field to sort by, with `-` before it backwards.
    pub sort: Option<String>,
    /// How many at most; 0 is all.
    pub limit: usize,
    /// Archived records instead of those in use.
    pub archived: bool,
    /// Records in the bin instead of those in use.
    pub binned: bool,
}

/// One record of a list.
#[derive(Debug, Clone, Serialize)]
pub struct ListItem {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// Its public and restricted fields.
    pub fields: BTreeMap<String, Json>,
}

/// A list.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    /// How many meet the filters.
    pub total: usize,
    /// How many there are of the kind.
    pub all: usize,
    /// The first of them.
    pub items: Vec<ListItem>,
}

impl Session {
    /// Lists records of one kind. Records merged into others are listed as those.
    ///
    /// # Errors
    /// [`AppError::NoSuchKind`], [`AppError::Filter`].
    pub fn list(&self, request: &ListRequest) -> Result<Listed, AppError> {
        let kind = self.kind(&request.kind)?;
        let snapshot = self.snapshot();
        let (all, rows) = self.chosen(&snapshot, kind, request)?;
        let titles = self.titles(&snapshot);
        let limit = if request.limit == 0 { usize::MAX } else { request.limit };
        let items = rows.iter().take(limit).map(|row| {
            let shown = |sensitivity| sensitivity <= Sensitivity::Restricted;
            let mut fields = fields_json(kind, &row.summary().values, shown);
            self.add_perpetrator_type(&snapshot, row, &mut fields);
            ListItem { id: row.id().to_string(), kind: kind.id.clone(), title: titles.of(*row), fields }
        });
        Ok(Listed { total: rows.len(), all, items: items.collect() })
    }

    /// The records a request means, in its order, and how many there are of the kind.
    pub(crate) fn chosen<'s>(
        &self,
        snapshot: &'s Snapshot,
        kind: &Kind,
        request: &ListRequest,
    ) -> Result<(usize, Vec<Row<'s>>), AppError> {
        let unreadable = |filter: &str| AppError::Filter { filter: filter.to_owned(), fields: field_ids(kind) };
        let parsed = Filters::parse(request.filters.iter().map(String::as_str), kind, &self.catalogues);
        let filters = parsed.map_err(|_error| unreadable(&request.filters.join(" ")))?;
        let wanted = match (request.binned, request.archived) {
            (true, _) => Status::Binned,
            (false, true) => Status::Archived,
            (false, false) => Status::InUse,
        };
        let of_kind = snapshot.rows_of(&kind.id).filter(|row| row.merged_into().is_none());
        let mut rows: Vec<Row<'s>> = of_kind.filter(|row| row.status() == wanted).collect();
        let all = rows.len();
        if filters.iter().next().is_some() {
            rows = side_by_side(&rows, &|part| self.accepted(snapshot, &filters, part));
        }
        if let Some(sort) = &request.sort {
            let order = Order::parse(sort, kind, &self.catalogues, self.lang).map_err(|_error| unreadable(sort))?;
            rows = self.sorted(snapshot, &rows, &order);
        }
        Ok((all, rows))
    }

    /// Those of these rows that the filters accept.
    fn accepted<'s>(&self, snapshot: &'s Snapshot, filters: &Filters, rows: &[Row<'s>]) -> Vec<Row<'s>> {
        let fields: BTreeSet<&str> = filters.iter().map(Filter::field).collect();
        let mut tests: Vec<(&str, Memo<'s, bool>)> =
            fields.into_iter().map(|field| (field, Memo::over(snapshot, field))).collect();
        let mut folding = Folding::default();
        // Field by field, so that a row the first condition leaves out is not read further.
        let mut accepts = |row: &Row<'s>| {
            tests.iter_mut().all(|(field, memo)| {
                let text = memo.field().and_then(|number| row.text(number));
                memo.of(row, || {
                    let at_once = text.and_then(|text| filters.accept_text(field, text, &mut folding));
                    at_once.unwrap_or_else(|| filters.accept_field(field, &self.values_of(snapshot, row, field)))
                })
            })
        };
        rows.iter().copied().filter(|row| accepts(row)).collect()
    }

    fn sorted<'s>(&self, snapshot: &'s Snapshot, rows: &[Row<'s>], order: &Order) -> Vec<Row<'s>> {
        let key = |row: &Row<'s>| order.key(&self.values_of(snapshot, row, order.field()));
        let ranks = memo::ranks((snapshot, order.field()), rows, key);
        let mut placed: Vec<(usize, RecordId, usize)> =
            ranks.into_iter().zip(rows).enumerate().map(|(at, (rank, row))| (rank, row.id(), at)).collect();
        placed.sort_unstable();
        placed.into_iter().filter_map(|(_, _, at)| rows.get(at).copied()).collect()
    }

    /// The values of a field, also of those computed over other records.
    pub(crate) fn values_of(&self, snapshot: &Snapshot, row: &Row<'_>, field: &str) -> Vec<Value> {
        match field {
            field::PERPETRATOR_TYPE => self.perpetrator_types(snapshot, row),
            field::PEOPLE_CONSENT => self.people_consent(snapshot, row).into_iter().collect(),
            field::EVIDENCE_COUNT => vec![self.evidence_count(row)],
            _ => row.values(field),
        }
    }

    fn perpetrator_types(&self, snapshot: &Snapshot, row: &Row<'_>) -> Vec<Value> {
        let mut types: Vec<Value> = Vec::new();
        for perpetrator in row.values(field::PERPETRATORS) {
            for reference in perpetrator.references() {
                let linked = snapshot.row(snapshot.read_as(reference.record));
                for value in linked.map(|linked| linked.values("type")).unwrap_or_default() {
                    if !types.contains(&value) {
                        types.push(value);
                    }
                }
            }
        }
        types
    }

    pub(crate) fn add_perpetrator_type(&self, snapshot: &Snapshot, row: &Row<'_>, fields: &mut BTreeMap<String, Json>) {
        let types = self.values_of(snapshot, row, field::PERPETRATOR_TYPE);
        if !types.is_empty() {
            let types = types.iter().map(json::to_json).collect();
            fields.insert(field::PERPETRATOR_TYPE.to_owned(), Json::Array(types));
        }
    }
}

/// Values as JSON by field: a list where the field holds several.
pub(crate) fn fields_json(
    kind: &Kind,
    values: &BTreeMap<String, Vec<Value>>,
    shown: impl Fn(Sensitivity) -> bool,
) -> BTreeMap<String, Json> {
    let mut fields = BTreeMap::new();
    for field in kind.fields().iter().filter(|field| shown(field.sensitivity)) {
        let Some(values) = values.get(&field.id) else { continue };
        let mut list: Vec<Json> = values.iter().map(json::to_json).collect();
        let json = if field.several || list.len() > 1 { Json::Array(list) } else { list.pop().unwrap_or_default() };
        fields.insert(field.id.clone(), json);
    }
    fields
}

fn field_ids(kind: &Kind) -> String {
    kind.fields().iter().map(|field| field.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// Does the same with parts of many rows on every processor at once; what comes of it stands in the order of the rows.
fn side_by_side<'s>(rows: &[Row<'s>], work: &(impl Fn(&[Row<'s>]) -> Vec<Row<'s>> + Sync)) -> Vec<Row<'s>> {
    let lanes = std::thread::available_parallelism().map_or(1, NonZero::get);
    let share = rows.len().div_ceil(lanes).max(LEAST_ROWS);
    if rows.len() <= share {
        return work(rows);
    }
    std::thread::scope(|scope| {
        let lanes: Vec<_> = rows.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        let done = lanes.into_iter().map(|lane| lane.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done.collect::<Vec<_>>().concat()
    })
}
