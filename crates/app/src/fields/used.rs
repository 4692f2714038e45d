//! In how many records an own field or term is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::Datelike as _;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{Field, Kind, OwnField};
use resguardo_domain::value::Value;
use resguardo_vault::{FieldNumber, Row, Snapshot};

use super::laid::Laid;

/// How many records say something in a field; those in the bin and merged into others are left out.
pub(super) fn of_field(snapshot: &Snapshot, own: &OwnField) -> usize {
    let Some(number) = snapshot.field(&own.id) else { return 0 };
    of_kind(snapshot, &own.kind).filter(|row| !row.packed(number).is_empty()).count()
}

/// How many records carry each own term, in the order of the terms.
pub(super) fn of_terms(snapshot: &Snapshot, laid: &Laid) -> Vec<usize> {
    let mut counts = vec![0; laid.terms.len()];
    let mut places: HashMap<(&str, &str), usize> = HashMap::new();
    for (place, one) in laid.terms.iter().enumerate() {
        places.insert((&one.what.list, &one.what.id), place);
    }
    if places.is_empty() {
        return counts;
    }
    let lists: BTreeSet<&str> = laid.terms.iter().map(|one| one.what.list.as_str()).collect();
    for kind in laid.schema.kinds() {
        let mut columns = columns(snapshot, kind, &lists);
        if columns.is_empty() {
            continue;
        }
        for row in of_kind(snapshot, &kind.id) {
            let found: BTreeSet<usize> =
                columns.iter_mut().flat_map(|column| column.terms_of(&row, &places).iter().copied()).collect();
            for place in found {
                if let Some(count) = counts.get_mut(place) {
                    *count += 1;
                }
            }
        }
    }
    counts
}

fn of_kind<'s>(snapshot: &'s Snapshot, kind: &str) -> impl Iterator<Item = Row<'s>> {
    use resguardo_domain::operation::Status;
    snapshot.rows_of(kind).filter(|row| row.merged_into().is_none() && row.status() != Status::Binned)
}

fn columns<'s>(snapshot: &'s Snapshot, kind: &'s Kind, lists: &BTreeSet<&str>) -> Vec<Column<'s>> {
    let wanted = kind.fields().iter().filter(|field| !field.told_by_others);
    let wanted = wanted.filter(|field| field.catalogue.as_deref().is_some_and(|list| lists.contains(list)));
    wanted
        .filter_map(|field| Some(Column { field, number: snapshot.field(&field.id)?, known: HashMap::new() }))
        .collect()
}

/// A field whose terms are counted; each different content is read once.
struct Column<'s> {
    field: &'s Field,
    number: FieldNumber,
    known: HashMap<&'s [u8], Vec<usize>>,
}

impl<'s> Column<'s> {
    fn terms_of(&mut self, row: &Row<'s>, places: &HashMap<(&str, &str), usize>) -> &[usize] {
        let list = self.field.catalogue.as_deref().unwrap_or_default();
        let place = |value: &Value| match value {
            Value::Choice(term) => places.get(&(list, term.as_str())).copied(),
            Value::Act(act) => match &act.aggression {
                Value::Choice(term) => places.get(&(list, term.as_str())).copied(),
                _ => None,
            },
            _ => None,
        };
        let read = || row.values(&self.field.id).iter().filter_map(place).collect();
        self.known.entry(row.packed(self.number)).or_insert_with(read)
    }
}

/// What records say in an own field, as figures are taken apart by it: the ids of terms, the years of dates.
pub(super) fn said(snapshot: &Snapshot, laid: &Laid, id: &str) -> BTreeMap<RecordId, Vec<String>> {
    let mut said = BTreeMap::new();
    let Some(number) = snapshot.field(id) else { return said };
    let text = |value: Value| match value {
        Value::Choice(text) | Value::Text(text) => Some(text),
        Value::Answer(answer) => Some(answer.id().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Date(date, _) => Some(date.first().year().to_string()),
        _ => None,
    };
    let kinds = laid.schema.kinds().iter().filter(|kind| kind.field(id).is_some_and(|field| field.own));
    for row in kinds.flat_map(|kind| of_kind(snapshot, &kind.id)).filter(|row| !row.packed(number).is_empty()) {
        let values: Vec<String> = row.values(id).into_iter().filter_map(text).collect();
        if !values.is_empty() {
            said.insert(row.id(), values);
        }
    }
    said
}
