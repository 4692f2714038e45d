//! What of each page may wait: what two records of one thing would share, words nobody classified, records written by hand.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use resguardo_domain::field;
use resguardo_domain::fold::fold;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::{Field, FieldType, Kind};
use resguardo_domain::value::Value;
use resguardo_vault::{Row, Snapshot};

use crate::import::wizard::open_values;
use crate::memo::Memo;
use crate::paged::Paged;
use crate::session::Session;

/// Digits of a record's name, with which the line that a row came from begins.
const BATCH_DIGITS: usize = 32;

/// What may wait, page by page.
#[derive(Clone, Default)]
pub(crate) struct Waiting(Arc<Paged<Waits>>);

/// What of one page may wait.
pub(crate) struct Waits {
    /// By record, a digest of what another record of the same thing would have too.
    pub(super) prints: Vec<(u64, usize)>,
    /// For each import, how many values of its records nobody classified yet.
    pub(crate) open: BTreeMap<String, usize>,
    /// Incidents that came with no sheet.
    pub(super) by_hand: Vec<usize>,
}

/// What was read so far of the fields that two records of one thing would share.
struct Known<'s> {
    kinds: BTreeMap<&'s str, Vec<Shared<'s>>>,
}

/// A field that two records of one thing would share, and the digests of what it says.
type Shared<'s> = (&'s Field, Memo<'s, Option<u64>>);

impl Session {
    /// What may wait of each page.
    pub(crate) fn waits(&self, snapshot: &Arc<Snapshot>) -> Vec<Arc<Waits>> {
        let mut kinds = BTreeMap::new();
        for kind in self.schema.kinds().iter().filter(|kind| !kind.alike.is_empty()) {
            let fields = kind.alike.iter().filter_map(|field| kind.field(field));
            let memos = fields.map(|field| (field, Memo::over(snapshot, &field.id))).collect();
            kinds.insert(kind.id.as_str(), memos);
        }
        let known = Mutex::new(Known { kinds });
        self.waiting.0.of(snapshot, |number| {
            self.waits_of(snapshot, number, &mut known.lock().unwrap_or_else(PoisonError::into_inner))
        })
    }

    fn waits_of<'s>(&self, snapshot: &'s Snapshot, number: usize, known: &mut Known<'s>) -> Waits {
        let mut waits = Waits { prints: Vec::new(), open: BTreeMap::new(), by_hand: Vec::new() };
        let came = snapshot.field(field::IMPORT_ROW);
        for row in snapshot.page(number).filter(|row| row.merged_into().is_none() && row.status() == Status::InUse) {
            if let Some(print) = known.print(&row) {
                waits.prints.push((print, row.place()));
            }
            if came.is_none_or(|came| row.packed(came).is_empty()) {
                if self.schema.kind(row.kind()).is_some_and(|kind| kind.to_complete) {
                    waits.by_hand.push(row.place());
                }
            } else if row.may_be_unclassified() {
                self.count_open(&row, &mut waits.open);
            }
        }
        waits.prints.shrink_to_fit();
        waits
    }

    fn count_open(&self, row: &Row<'_>, open: &mut BTreeMap<String, usize>) {
        let lines = row.values(field::IMPORT_ROW);
        let line = lines.iter().flat_map(Value::words).next();
        let Some(batch) = line.and_then(|line| line.get(..BATCH_DIGITS)) else { return };
        let count = self.schema.kind(row.kind()).map_or(0, |kind| open_values(kind, row));
        if count > 0 {
            *open.entry(batch.to_owned()).or_default() += count;
        }
    }
}

impl<'s> Known<'s> {
    /// A digest of what two records of one thing would share; none where too little is known.
    fn print(&mut self, row: &Row<'s>) -> Option<u64> {
        let mut hasher = DefaultHasher::new();
        row.kind().hash(&mut hasher);
        for (field, memo) in self.kinds.get_mut(row.kind())? {
            memo.of(row, || shared(field, row).map(|shared| digest(&shared)))?.hash(&mut hasher);
        }
        Some(hasher.finish())
    }
}

/// What two records of one thing would share; none where too little is known.
pub(super) fn print(kind: &Kind, row: &Row<'_>) -> Option<String> {
    let shared: Option<Vec<String>> =
        kind.alike.iter().filter_map(|field| kind.field(field)).map(|field| shared(field, row)).collect();
    Some(format!("{} {}", kind.id, shared.filter(|shared| !shared.is_empty())?.join(" ")))
}

/// What of one field says that two are one: the exact day, words without their accents, the very terms.
fn shared(field: &Field, row: &Row<'_>) -> Option<String> {
    match field.kind {
        FieldType::Date => day(row, &field.id),
        FieldType::Text | FieldType::LongText => words_of(row, &field.id),
        _ => said(row, &field.id),
    }
}

/// The one day it happened.
fn day(row: &Row<'_>, field: &str) -> Option<String> {
    row.values(field).iter().find_map(|value| match value {
        Value::Date(date, _) if date.first() == date.last() => Some(date.as_str().to_owned()),
        _ => None,
    })
}

fn words_of(row: &Row<'_>, field: &str) -> Option<String> {
    let values = row.values(field);
    let text = values.iter().flat_map(Value::words).map(fold).collect::<Vec<_>>().join(" ");
    Some(text).filter(|text| text.chars().count() > 3)
}

fn said(row: &Row<'_>, field: &str) -> Option<String> {
    Some(row.values(field)).filter(|values| !values.is_empty()).map(|values| format!("{values:?}"))
}

fn digest(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
