//! What indicators read of the records of one page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_domain::acts;
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{Act, Value};
use resguardo_mechanism::clock::AsOf;
use resguardo_mechanism::indicator::{self, Answer, Definitions, Facts, Incident, IncidentAct, WANTED};
use resguardo_mechanism::procedure::Procedures;
use resguardo_vault::{Row, Snapshot};

use crate::clocks::{Subjects, timed};
use crate::demo::FICTIONAL;

/// The fields an incident is taken apart by.
const APART: [&str; 3] = [field::STATE, field::METHOD, field::COUNTRY];

/// The records of one page, each with its tags.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(super) records: Vec<(Summary, Vec<String>)>,
    pub(super) incidents: Vec<(Incident, Vec<String>)>,
    /// Records merged into others.
    pub(super) merged: Vec<(RecordId, RecordId)>,
}

impl Gathered {
    /// Reads one page, and nothing beyond it. Records in the bin are left out; archived ones count.
    pub(super) fn page(snapshot: &Snapshot, number: usize) -> Self {
        let mut page = Self::default();
        for row in snapshot.page(number).filter(|row| row.status() != Status::Binned) {
            if let Some(into) = row.merged_into() {
                page.merged.push((row.id(), into));
            } else if row.kind() == "incident" {
                page.incidents.push((incident(&row), tags(&row)));
            } else if let Some((_, fields)) = WANTED.iter().find(|(kind, _)| *kind == row.kind()) {
                page.records.push((trimmed(&row, fields), tags(&row)));
            }
        }
        page
    }
}

/// The records indicators are counted of.
pub(crate) struct Counted {
    pub(super) pages: Vec<Arc<Gathered>>,
    pub(super) subjects: Arc<Subjects>,
    /// Those invented for the demonstration, or the others.
    pub(super) fictional: bool,
    /// The first day of the period of what is counted by date.
    pub(super) from: Option<NaiveDate>,
    /// What records say in the field of the organisation's own by which figures are taken apart.
    pub(super) own: BTreeMap<RecordId, Vec<String>>,
}

impl Counted {
    /// Every indicator as of a day.
    pub(crate) fn all(&self, day: NaiveDate, by: Option<&str>) -> Vec<Answer> {
        self.as_of(day, |facts| indicator::all(facts, Definitions::builtin(), by))
    }

    /// One of them.
    pub(super) fn one(&self, id: &str, day: NaiveDate, by: Option<&str>) -> Option<Answer> {
        self.as_of(day, |facts| indicator::one(id, facts, Definitions::builtin(), by))
    }

    fn as_of<T>(&self, day: NaiveDate, work: impl FnOnce(&Facts<'_>) -> T) -> T {
        let incidents = self.pages.iter().flat_map(|page| &page.incidents).filter(|(_, tags)| self.is_wanted(tags));
        let seen = self.subjects.circumstances(Procedures::builtin(), AsOf::day(day));
        let timed = timed(&self.subjects, &seen);
        let mut facts = Facts::new(day, self.records(), incidents.map(|(incident, _)| incident), &timed);
        facts.from = self.from;
        facts.own.clone_from(&self.own);
        facts.merged = self.pages.iter().flat_map(|page| page.merged.iter().copied()).collect();
        work(&facts)
    }

    /// Every day something is dated, incidents included.
    fn days(&self) -> BTreeSet<NaiveDate> {
        let dated =
            self.records().flat_map(|record| record.values.values().flatten()).filter_map(|value| match value {
                Value::Date(date, _) if !date.is_interval() => Some(date.last()),
                Value::Step(step) if !step.at.is_interval() => Some(step.at.last()),
                _ => None,
            });
        let incidents = self.pages.iter().flat_map(|page| &page.incidents).filter(|(_, tags)| self.is_wanted(tags));
        dated.chain(incidents.filter_map(|(incident, _)| Some(incident.date.as_ref()?.last()))).collect()
    }

    /// The nearest days before and after one on which something is dated.
    pub(crate) fn near(&self, day: NaiveDate) -> (Option<String>, Option<String>) {
        let days = self.days();
        let text = |day: Option<&NaiveDate>| day.map(NaiveDate::to_string);
        (text(days.range(..day).next_back()), text(days.range(day..).find(|other| **other > day)))
    }

    fn records(&self) -> impl Iterator<Item = &Summary> {
        let records = self.pages.iter().flat_map(|page| &page.records);
        records.filter(|(_, tags)| self.is_wanted(tags)).map(|(record, _)| record)
    }

    /// Whether a record of a kind that is read apart is among them.
    pub(crate) fn has(&self, row: &Row<'_>) -> bool {
        row.status() != Status::Binned && row.merged_into().is_none() && self.is_wanted(&tags(row))
    }

    fn is_wanted(&self, tags: &[String]) -> bool {
        tags.iter().any(|tag| tag == FICTIONAL) == self.fictional
    }
}

fn tags(row: &Row<'_>) -> Vec<String> {
    let text = |value| if let Value::Text(text) = value { Some(text) } else { None };
    row.values(field::TAGS).into_iter().filter_map(text).collect()
}

fn trimmed(row: &Row<'_>, fields: &[&str]) -> Summary {
    let values = fields.iter().map(|field| ((*field).to_owned(), row.values(field)));
    Summary {
        id: row.id(),
        kind: row.kind().to_owned(),
        status: row.status(),
        merged_into: None,
        in_conflict: row.in_conflict(),
        created_ms: row.created_ms(),
        modified_ms: row.modified_ms(),
        values: values.filter(|(_, values)| !values.is_empty()).collect(),
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
