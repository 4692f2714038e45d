//! What waits for a day: calls, steps, promises and reviews, as the schema names their fields, and consents. The first
//! screen, a handover and the calendar read it here.

use chrono::NaiveDate;
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::Wait;
use resguardo_domain::value::{PartialDate, Value};
use resguardo_language::{Args, Words};
use resguardo_vault::{Row, Snapshot};

use crate::session::Session;

/// A consent is renewed from this many days before it ends.
pub(crate) const RENEW_DAYS: i64 = 30;
/// What ended an application for good.
const ENDED: [&str; 3] = ["not_admitted", "referred", "withdrawn_by_applicant"];

/// Something that waits for a day.
pub(crate) struct Pending<'a> {
    /// The record.
    pub(crate) row: Row<'a>,
    /// What of it waits.
    pub(crate) wait: &'a Wait,
    /// Its day.
    pub(crate) on: PartialDate,
    /// The zone its hour was written in, where somebody said so.
    pub(crate) zone: Option<String>,
    /// Days left; less than none when it is late.
    pub(crate) left: i64,
}

/// What became of a consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Consented {
    /// It ends in so many days, or ended.
    Ends(PartialDate, i64),
    /// It was taken back, on a day that may not be known.
    Withdrawn(Option<PartialDate>),
}

impl Session {
    /// Everything that waits for a day, most pressing first.
    pub(crate) fn pending<'a>(&'a self, snapshot: &'a Snapshot, today: NaiveDate) -> Vec<Pending<'a>> {
        let kinds = self.schema.kinds().iter().filter(|kind| !kind.internal);
        let each = kinds.flat_map(|kind| kind.waits.iter().map(move |wait| (kind, wait)));
        let mut all: Vec<Pending<'a>> = each
            // A day that no record has is no field of the snapshot; where one has it, the others are passed over unread.
            .filter_map(|(kind, wait)| Some((kind, wait, snapshot.field(&wait.on)?)))
            .flat_map(|(kind, wait, on)| {
                let rows = worked_with(snapshot, &kind.id).filter(move |row| !row.packed(on).is_empty());
                rows.filter_map(move |row| waits(row, wait, today))
            })
            .collect();
        let by = |one: &Pending<'_>| (one.on.last(), one.on.clone(), one.row.id());
        all.sort_by_cached_key(by);
        all
    }
}

/// Consents that end within a month, ended, or were taken back; those that end first come first.
pub(crate) fn consents(snapshot: &Snapshot, today: NaiveDate) -> Vec<(Row<'_>, Consented)> {
    let mut all: Vec<_> =
        worked_with(snapshot, "consent").filter_map(|row| Some((row, consented(&row, today)?))).collect();
    let key = |consented: &Consented| match consented {
        Consented::Ends(_, left) => (0, *left),
        Consented::Withdrawn(on) => (1, on.as_ref().map_or(0, |on| (today - on.last()).num_days())),
    };
    all.sort_by_key(|(row, consented)| (key(consented), row.id()));
    all
}

/// «venció hace 168 días», «vence mañana».
pub(crate) fn until(words: &Words, left: i64) -> String {
    let id = match left {
        ..=-2 => "due-late",
        -1 => "due-yesterday",
        0 => "due-today",
        1 => "due-tomorrow",
        _ => "due-days",
    };
    words.say(id, &Args::new().count("count", left.unsigned_abs()))
}

fn worked_with<'a>(snapshot: &'a Snapshot, kind: &str) -> impl Iterator<Item = Row<'a>> {
    snapshot.rows_of(kind).filter(|row| row.merged_into().is_none() && row.status() == Status::InUse)
}

fn waits<'a>(row: Row<'a>, wait: &'a Wait, today: NaiveDate) -> Option<Pending<'a>> {
    let (on, zone) = row.values(&wait.on).into_iter().find_map(|value| match value {
        Value::Date(date, zone) => Some((date, zone)),
        _ => None,
    })?;
    if wait.done.iter().any(|done| !row.values(done).is_empty()) || is_one_of(&row, field::STATUS, &wait.ended) {
        return None;
    }
    let left = (on.last() - today).num_days();
    Some(Pending { row, wait, on, zone, left })
}

fn consented(row: &Row<'_>, today: NaiveDate) -> Option<Consented> {
    let withdrawn = date_in(row, "withdrawn_on");
    if withdrawn.is_some() || is_one_of(row, "state", &["withdrawn"]) {
        return Some(Consented::Withdrawn(withdrawn));
    }
    if is_one_of(row, "state", &["refused"]) {
        return None;
    }
    let ends = date_in(row, "expires_on")?;
    let left = (ends.last() - today).num_days();
    (left <= RENEW_DAYS).then_some(Consented::Ends(ends, left))
}

/// Whether an application came to its end, or is not there.
pub(crate) fn has_ended(snapshot: &Snapshot, record: RecordId) -> bool {
    let Some(row) = snapshot.row(record) else { return true };
    let ended = |value: &Value| matches!(value, Value::Choice(term) if ENDED.contains(&term.as_str()) || term.starts_with("ended_"));
    row.values("outcome").iter().chain(&row.values(field::STATUS)).any(ended)
}

/// The date a record has in a field.
pub(crate) fn date_in(row: &Row<'_>, field: &str) -> Option<PartialDate> {
    row.values(field).into_iter().find_map(|value| match value {
        Value::Date(date, _) => Some(date),
        _ => None,
    })
}

fn is_one_of(row: &Row<'_>, field: &str, terms: &[impl AsRef<str>]) -> bool {
    !terms.is_empty()
        && row
            .values(field)
            .iter()
            .any(|value| matches!(value, Value::Choice(term) if terms.iter().any(|known| known.as_ref() == term)))
}
