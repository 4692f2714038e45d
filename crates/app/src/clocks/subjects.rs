//! The records that clocks are read from, as subjects: each application with its measures, studies and appeals; the
//! institution with its organs, sessions, documents and conventions; and the paths beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use resguardo_domain::catalogue::Catalogues;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::{PartialDate, Value};
use resguardo_mechanism::clock::{AsOf, Circumstances, Dated, Path, Subject, SubjectKind};
use resguardo_mechanism::procedure::{OwnDay, Procedures};
use resguardo_vault::Snapshot;
use serde::Serialize;

use crate::error::AppError;
use crate::records::Assignment;
use crate::session::Session;

/// What a `setting` record is for when it is a day on which an authority closed.
const PURPOSE: &str = "non_working";
/// The first day a convention could be signed on, and one of which only the count is known.
const SINCE: &str = "2012-06-26";

/// Everything that has clocks.
pub(crate) struct Subjects {
    institution: Subject,
    all: Vec<(RecordId, Subject)>,
    own_days: Vec<OwnDay>,
}

/// The subjects of the last snapshot they were read from.
#[derive(Clone, Default)]
pub(crate) struct KeptSubjects(Arc<Mutex<Option<Read>>>);

type Read = (Arc<Snapshot>, Arc<Subjects>);

/// A day, or days, on which an authority closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NonWorking {
    /// The record.
    pub id: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The law whose calendar it changes; every one when none is named.
    pub law: Option<String>,
    /// Why.
    pub reason: String,
}

impl Session {
    pub(crate) fn subjects(&self, snapshot: &Arc<Snapshot>) -> Arc<Subjects> {
        let mut kept = self.subjects.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, subjects)) = kept.as_ref()
            && Arc::ptr_eq(known, snapshot)
        {
            return Arc::clone(subjects);
        }
        let subjects = Arc::new(Subjects::read(snapshot, self.own_days()));
        *kept = Some((Arc::clone(snapshot), Arc::clone(&subjects)));
        subjects
    }

    /// The days on which authorities closed, as this organisation learnt it.
    #[must_use]
    pub fn non_working(&self) -> Vec<NonWorking> {
        let snapshot = self.snapshot();
        let settings = snapshot.rows_of("setting").filter(|row| row.status() == Status::InUse);
        let days = settings.filter_map(|row| {
            let text = |field| row.values(field).iter().flat_map(Value::words).map(str::to_owned).next();
            let day = |field| text(field).filter(|day| day.len() == 10);
            let from = day("from").filter(|_| text("purpose").as_deref() == Some(PURPOSE))?;
            let to = day("to").unwrap_or_else(|| from.clone());
            Some(NonWorking { id: row.id().to_string(), to, from, law: text("law"), reason: text("name")? })
        });
        days.collect()
    }

    /// Adds days on which an authority closed: every clock they move says so.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; [`AppError::NoSuchCalendar`]; the vault cannot be written.
    pub fn add_non_working(
        &self,
        from: &str,
        to: Option<&str>,
        reason: &str,
        law: Option<&str>,
    ) -> Result<NonWorking, AppError> {
        let to = to.unwrap_or(from);
        for date in [from, to] {
            let read: Result<chrono::NaiveDate, _> = date.parse();
            read.map_err(|_other: chrono::ParseError| AppError::NotADate { date: date.to_owned() })?;
        }
        if to < from {
            return Err(AppError::NotADate { date: format!("{from}/{to}") });
        }
        let tables = Procedures::builtin().tables();
        if let Some(law) = law.filter(|law| tables.iter().all(|table| table.law != **law)) {
            let known = tables.iter().map(|table| table.law.as_str()).collect::<Vec<_>>().join(", ");
            return Err(AppError::NoSuchCalendar { law: law.to_owned(), known });
        }
        let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.to_owned() };
        let mut fields = vec![text("purpose", PURPOSE), text("name", reason), text("from", from), text("to", to)];
        fields.extend(law.map(|law| text("law", law)));
        let id = self.create_record("setting", &fields)?.id;
        let law = law.map(str::to_owned);
        Ok(NonWorking { id, from: from.to_owned(), to: to.to_owned(), law, reason: reason.to_owned() })
    }

    fn own_days(&self) -> Vec<OwnDay> {
        let day = |one: NonWorking| {
            Some(OwnDay { from: one.from.parse().ok()?, to: one.to.parse().ok()?, law: one.law, reason: one.reason })
        };
        self.non_working().into_iter().filter_map(day).collect()
    }
}

impl Subjects {
    /// The institution, without a record, and every record that has clocks.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Option<RecordId>, &Subject)> {
        std::iter::once((None, &self.institution)).chain(self.all.iter().map(|(id, subject)| (Some(*id), subject)))
    }

    /// What their clocks are read with.
    pub(crate) fn circumstances<'a>(&'a self, law: &'a Procedures, as_of: AsOf) -> Circumstances<'a> {
        Circumstances::on(law, as_of).with_institution(&self.institution).with_own_days(&self.own_days)
    }

    fn read(snapshot: &Snapshot, own_days: Vec<OwnDay>) -> Self {
        let law = Procedures::builtin();
        let kinds: BTreeSet<&str> = law.tellings().iter().map(|telling| telling.kind.as_str()).collect();
        let rows = snapshot.rows().filter(|row| kinds.contains(row.kind()) || row.kind() == "convention_count");
        let in_use = rows.filter(|row| row.merged_into().is_none() && row.status() != Status::Binned);
        let records: BTreeMap<RecordId, Summary> = in_use.map(|row| (row.id(), row.summary())).collect();
        let other = |id: RecordId| records.get(&snapshot.read_as(id));
        let owners = owners(law, &records);
        let mut institution = law.told_by_laws();
        let mut own: BTreeMap<RecordId, (SubjectKind, Vec<Dated>)> = BTreeMap::new();
        for record in records.values() {
            let Some(telling) = law.telling(&record.kind).next() else { continue };
            let told = law.told(record, &other);
            if telling.subject == SubjectKind::Institution {
                institution.extend(told);
            } else if telling.of.is_none() {
                own.entry(record.id).or_insert((telling.subject, Vec::new())).1.extend(told);
            } else {
                for owner in owners.get(&record.id).into_iter().flatten().filter(|owner| records.contains_key(owner)) {
                    let told = told.clone();
                    own.entry(*owner).or_insert((telling.subject, Vec::new())).1.extend(told);
                }
            }
        }
        institution.extend(counted_conventions(law, &records));
        let all = own.into_iter().map(|(id, (kind, events))| {
            let record = records.get(&id);
            let subject = Subject::new(kind, record.map_or(Path::Unknown, path), events);
            let day = record.and_then(|record| first_date(record, "received"));
            (
                id,
                match day {
                    Some(day) => subject.on(day.first()),
                    None => subject,
                },
            )
        });
        let all = all.collect();
        Self { institution: Subject::new(SubjectKind::Institution, Path::Unknown, institution), all, own_days }
    }
}

/// Whose clocks the records of each part turn, whichever of the two points to the other.
fn owners(law: &Procedures, records: &BTreeMap<RecordId, Summary>) -> BTreeMap<RecordId, BTreeSet<RecordId>> {
    let mut owners: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
    for record in records.values() {
        if let Some(field) = law.telling(&record.kind).find_map(|telling| telling.of.as_deref()) {
            let own = record.values(field).iter().flat_map(Value::references).map(|reference| reference.record);
            owners.entry(record.id).or_default().extend(own);
        }
        for field in ["measures", "appeals", "risk_evaluations"] {
            if record.kind != "application" {
                break;
            }
            for part in record.values(field).iter().flat_map(Value::references) {
                owners.entry(part.record).or_default().insert(record.id);
            }
        }
    }
    owners
}

fn path(record: &Summary) -> Path {
    match record.value("procedure") {
        Some(Value::Choice(term)) if term == "extraordinary" => Path::Extraordinary,
        Some(Value::Choice(term)) if term == "ordinary" => Path::Ordinary,
        _ => Path::Unknown,
    }
}

fn first_date<'a>(record: &'a Summary, field: &str) -> Option<&'a PartialDate> {
    record.values(field).iter().find_map(|value| if let Value::Date(date, _) = value { Some(date) } else { None })
}

fn terms<'a>(record: &'a Summary, field: &str) -> impl Iterator<Item = &'a str> {
    record
        .values(field)
        .iter()
        .filter_map(|value| if let Value::Choice(term) = value { Some(term.as_str()) } else { None })
}

/// Conventions of which only a count is known: signed by the day of the count, nobody knows when, by every entity but those
/// it says are missing.
fn counted_conventions(law: &Procedures, records: &BTreeMap<RecordId, Summary>) -> Vec<Dated> {
    let Some(signed) = law.event("convention_signed") else { return Vec::new() };
    let dated: BTreeSet<&str> = records
        .values()
        .filter(|record| record.kind == "convention" && first_date(record, "signed_on").is_some())
        .flat_map(|record| terms(record, "state"))
        .collect();
    let counts = records.values().filter(|record| record.kind == "convention_count");
    let latest =
        counts.filter_map(|record| Some((first_date(record, "as_of")?, record))).max_by_key(|(date, _)| date.last());
    let Some((day, count)) = latest else { return Vec::new() };
    let Ok(at) = format!("{SINCE}/{}", day.last()).parse::<PartialDate>() else { return Vec::new() };
    let named: BTreeSet<&str> = terms(count, "states_named").collect();
    let missing: BTreeSet<&str> = terms(count, "states_missing").collect();
    let entities = Catalogues::builtin().get("federal_entity").map(|list| list.terms()).unwrap_or_default();
    let is_signed = |id: &str| named.contains(id) || (named.is_empty() && !missing.is_empty() && !missing.contains(id));
    let of_state = |id: &str| {
        let about = Dated::new(signed, at.clone()).told_by(count.id);
        about.about("document_kind", "state_convention").about("federal_entity", id)
    };
    let ids = entities.iter().filter(|term| term.non_answer.is_none()).map(|term| term.id.as_str());
    ids.filter(|id| is_signed(id) && !dated.contains(id)).map(of_state).collect()
}
