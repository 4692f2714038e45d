//! What indicators read of the records of one page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use resguardo_domain::acts;
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::value::{Act, Value};
use resguardo_mechanism::indicator::{self, Answer, Definitions, Facts, Incident, IncidentAct, Record, WANTED};
use resguardo_vault::{Row, Snapshot};

use crate::clocks::Subjects;
use crate::demo::FICTIONAL;

/// The fields an incident is taken apart by.
pub(super) const APART: [&str; 3] = [field::STATE, field::METHOD, field::COUNTRY];

/// The records of one page, each with whether it was invented for the demonstration.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(super) records: Vec<(Record, bool)>,
    pub(super) incidents: Vec<(Incident, bool)>,
    /// Records merged into others.
    pub(super) merged: Vec<(RecordId, RecordId)>,
    /// The days on which something of them is dated, each with whether it was invented.
    days: BTreeSet<(NaiveDate, bool)>,
}

impl Gathered {
    /// Reads one page, and nothing beyond it. Records in the bin are left out; archived ones count.
    pub(super) fn page(snapshot: &Snapshot, number: usize) -> Self {
        let mut page = Self::default();
        for row in snapshot.page(number).filter(|row| row.status() != Status::Binned) {
            if let Some(into) = row.merged_into() {
                page.merged.push((row.id(), into));
            } else if row.kind() == "incident" {
                let (incident, invented) = (incident(&row), is_invented(&row));
                page.days.extend(incident.date.as_ref().map(|date| (date.last(), invented)));
                page.incidents.push((incident, invented));
            } else if let Some((_, fields)) = WANTED.iter().find(|(kind, _)| *kind == row.kind()) {
                let (record, invented) = (trimmed(&row, fields), is_invented(&row));
                page.days.extend(days(&record).map(|day| (day, invented)));
                page.records.push((record, invented));
            }
        }
        page
    }
}

/// Days whose answers are kept: that of the dashboard and those of its trends, twice.
const DAYS: usize = 8;

/// A day, whether of the invented records, and since when.
type Asked = (NaiveDate, bool, Option<NaiveDate>);

/// What every indicator said on the days asked about last, of the subjects it was said of.
#[derive(Default)]
pub(crate) struct KeptAnswers(Mutex<Said>);

#[derive(Default)]
struct Said {
    of: Option<Arc<Subjects>>,
    days: Vec<(Asked, Arc<Vec<Answer>>)>,
}

/// The records indicators are counted of.
pub(crate) struct Counted {
    pub(super) pages: Vec<Arc<Gathered>>,
    pub(super) subjects: Arc<Subjects>,
    pub(super) answers: Arc<KeptAnswers>,
    /// Those invented for the demonstration, or the others.
    pub(super) fictional: bool,
    /// The first day of the period of what is counted by date.
    pub(super) from: Option<NaiveDate>,
    /// What records say in the field of the organisation's own by which figures are taken apart.
    pub(super) own: BTreeMap<RecordId, Vec<String>>,
}

impl Counted {
    /// Every indicator as of a day.
    pub(crate) fn all(&self, day: NaiveDate, by: Option<&str>) -> Arc<Vec<Answer>> {
        if let Some(known) = self.known(day).filter(|_| by.is_none()) {
            return known;
        }
        let answers = Arc::new(self.as_of(day, |facts| indicator::all(facts, Definitions::builtin(), by)));
        if by.is_none() {
            self.keep(day, &answers);
        }
        answers
    }

    /// One of them.
    pub(super) fn one(&self, id: &str, day: NaiveDate, by: Option<&str>) -> Option<Answer> {
        if let Some(known) = self.known(day).filter(|_| by.is_none()) {
            return known.iter().find(|answer| answer.id == id).cloned();
        }
        self.as_of(day, |facts| indicator::one(id, facts, Definitions::builtin(), by))
    }

    fn known(&self, day: NaiveDate) -> Option<Arc<Vec<Answer>>> {
        let said = self.answers.0.lock().unwrap_or_else(PoisonError::into_inner);
        said.of.as_ref().filter(|of| Arc::ptr_eq(of, &self.subjects))?;
        let asked = (day, self.fictional, self.from);
        said.days.iter().find(|(known, _)| *known == asked).map(|(_, answers)| Arc::clone(answers))
    }

    fn keep(&self, day: NaiveDate, answers: &Arc<Vec<Answer>>) {
        let mut said = self.answers.0.lock().unwrap_or_else(PoisonError::into_inner);
        if said.of.as_ref().is_none_or(|of| !Arc::ptr_eq(of, &self.subjects)) {
            *said = Said { of: Some(Arc::clone(&self.subjects)), days: Vec::new() };
        }
        if said.days.len() >= DAYS {
            said.days.remove(0);
        }
        said.days.push(((day, self.fictional, self.from), Arc::clone(answers)));
    }

    fn as_of<T>(&self, day: NaiveDate, work: impl FnOnce(&Facts<'_>) -> T) -> T {
        let incidents = self.pages.iter().flat_map(|page| &page.incidents);
        let incidents = incidents.filter(|(_, invented)| *invented == self.fictional);
        let timed = self.subjects.timed(day);
        let mut facts = Facts::new(day, self.records(), incidents.map(|(incident, _)| incident), &timed);
        facts.from = self.from;
        facts.own.clone_from(&self.own);
        facts.merged = self.pages.iter().flat_map(|page| page.merged.iter().copied()).collect();
        work(&facts)
    }

    /// The nearest days before and after one on which something is dated, incidents included.
    pub(crate) fn near(&self, day: NaiveDate) -> (Option<String>, Option<String>) {
        let days = self.pages.iter().flat_map(|page| &page.days);
        let days = days.filter(|(_, invented)| *invented == self.fictional).map(|(day, _)| *day);
        let (mut before, mut after): (Option<NaiveDate>, Option<NaiveDate>) = (None, None);
        for other in days {
            if other < day {
                before = before.max(Some(other));
            } else if other > day {
                after = Some(after.map_or(other, |known| known.min(other)));
            }
        }
        (before.map(|day| day.to_string()), after.map(|day| day.to_string()))
    }

    fn records(&self) -> impl Iterator<Item = &Record> {
        let records = self.pages.iter().flat_map(|page| &page.records);
        records.filter(|(_, invented)| *invented == self.fictional).map(|(record, _)| record)
    }

    /// Whether a record of a kind that is read apart is among them.
    pub(crate) fn has(&self, row: &Row<'_>) -> bool {
        is_counted(row, self.fictional)
    }
}

fn days(record: &Record) -> impl Iterator<Item = NaiveDate> {
    record.values.all().filter_map(|value| match value {
        Value::Date(date, _) if !date.is_interval() => Some(date.last()),
        Value::Step(step) if !step.at.is_interval() => Some(step.at.last()),
        _ => None,
    })
}

/// Whether a record counts: in use or archived, read by itself, and of the invented ones or of the others.
pub(crate) fn is_counted(row: &Row<'_>, fictional: bool) -> bool {
    row.status() != Status::Binned && row.merged_into().is_none() && is_invented(row) == fictional
}

/// Whether a record was invented for the demonstration.
fn is_invented(row: &Row<'_>) -> bool {
    row.values(field::TAGS).iter().any(|value| matches!(value, Value::Text(text) if text == FICTIONAL))
}

fn trimmed(row: &Row<'_>, fields: &[&'static str]) -> Record {
    let values = fields.iter().map(|field| (*field, row.values(field)));
    Record {
        id: row.id(),
        kind: row.kind().to_owned(),
        status: row.status(),
        merged_into: None,
        in_conflict: row.in_conflict(),
        created_ms: row.created_ms(),
        modified_ms: row.modified_ms(),
        values: values.collect(),
    }
}

fn incident(row: &Row<'_>) -> Incident {
    let term = |value| if let Value::Choice(term) = value { Some(term) } else { None };
    let date = |value| if let Value::Date(date, _) = value { Some(date) } else { None };
    let answer = |value| if let Value::Answer(answer) = value { Some(answer) } else { None };
    let mut attributes = BTreeMap::new();
    for field in APART {
        let values: Vec<String> = row.values(field).into_iter().filter_map(term).collect();
        if !values.is_empty() {
            attributes.insert(field, values);
        }
    }
    let act = |act: Act| IncidentAct {
        aggression: if let Value::Choice(term) = &act.aggression { Some(term.clone()) } else { None },
        victims: act.victims.iter().map(|victim| victim.record).collect(),
        perpetrators: act.perpetrators.iter().map(|perpetrator| perpetrator.record).collect(),
    };
    Incident {
        id: row.id(),
        date: row.values(field::DATE).into_iter().find_map(date),
        grade: row.values(field::VERIFICATION).into_iter().find_map(term),
        knew_mechanism: row.values(field::KNEW_MECHANISM).into_iter().find_map(answer),
        attributes,
        acts: acts::acts(&row.values(field::ACTS)).into_iter().map(act).collect(),
    }
}
