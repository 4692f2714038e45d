//! What indicators read of the records of one page.

use std::collections::BTreeMap;

use resguardo_domain::acts;
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{Act, Value};
use resguardo_mechanism::indicator::{Incident, IncidentAct, WANTED};
use resguardo_vault::{Row, Snapshot};

/// The fields an incident is taken apart by.
const APART: [&str; 3] = ["state", "method", "country"];

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

fn tags(row: &Row<'_>) -> Vec<String> {
    let text = |value| if let Value::Text(text) = value { Some(text) } else { None };
    row.values("tags").into_iter().filter_map(text).collect()
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
        date: row.values("date").into_iter().find_map(date),
        grade: row.values("verification").into_iter().find_map(term),
        knew_mechanism: row.values("knew_mechanism").into_iter().find_map(answer),
        attributes,
        acts: acts::acts(&row.values(field::ACTS)).into_iter().map(act).collect(),
    }
}
