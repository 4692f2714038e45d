//! The records that clocks are read from, as subjects: each application with its measures, studies and appeals; the
//! institution with its organs, sessions, documents and conventions; and the paths beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::summary::Summary;
use resguardo_mechanism::clock::{AsOf, Circumstances, Dated, Path, Subject, SubjectKind};
use resguardo_mechanism::convention::{ConventionCount, entities, signed_between};
use resguardo_mechanism::procedure::{OwnDay, Procedures};
use resguardo_vault::Snapshot;

use crate::paged::Paged;
use crate::session::Session;

/// The fields of an application that point to records that turn its clocks.
pub(super) const PARTS: [&str; 3] = ["measures", "appeals", "risk_evaluations"];

/// Everything that has clocks.
pub(crate) struct Subjects {
    institution: Subject,
    all: Vec<(RecordId, Subject)>,
    own_days: Vec<OwnDay>,
}

/// What was read so far: the records of each page that clocks are read from, and the subjects put together of them.
#[derive(Clone, Default)]
pub(crate) struct KeptSubjects(Arc<Read>);

#[derive(Default)]
struct Read {
    pages: Paged<Vec<Summary>>,
    joined: Mutex<Option<(Arc<Snapshot>, Arc<Subjects>)>>,
}

impl Session {
    pub(crate) fn subjects(&self, snapshot: &Arc<Snapshot>) -> Arc<Subjects> {
        let mut kept = self.subjects.0.joined.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, subjects)) = kept.as_ref().filter(|(known, _)| Arc::ptr_eq(known, snapshot)) {
            return Arc::clone(subjects);
        }
        let pages = self.subjects.0.pages.of(snapshot, |number| page(snapshot, number));
        let records = pages.iter().flat_map(|page| page.iter());
        let subjects = Arc::new(Subjects::join(snapshot, records, self.own_days()));
        *kept = Some((Arc::clone(snapshot), Arc::clone(&subjects)));
        subjects
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

    fn join<'s>(snapshot: &Snapshot, records: impl Iterator<Item = &'s Summary>, own_days: Vec<OwnDay>) -> Self {
        let law = Procedures::builtin();
        let records: BTreeMap<RecordId, &Summary> = records.map(|record| (record.id, record)).collect();
        let other = |id: RecordId| records.get(&snapshot.read_as(id)).copied();
        let as_read = |id: &RecordId| snapshot.read_as(*id);
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
                for owner in owners
                    .get(&record.id)
                    .into_iter()
                    .flatten()
                    .map(as_read)
                    .filter(|owner| records.contains_key(owner))
                {
                    let told = told.clone();
                    own.entry(owner).or_insert((telling.subject, Vec::new())).1.extend(told);
                }
            }
        }
        institution.extend(counted_conventions(law, &records));
        let all = own.into_iter().map(|(id, (kind, events))| (id, subject(records.get(&id).copied(), kind, events)));
        let all = all.collect();
        Self { institution: Subject::new(SubjectKind::Institution, Path::Unknown, institution), all, own_days }
    }
}

/// A record's dated events as a subject, judged by the texts in force on the day it was received.
pub(super) fn subject(record: Option<&Summary>, kind: SubjectKind, events: Vec<Dated>) -> Subject {
    let subject = Subject::new(kind, record.map_or(Path::Unknown, path), events);
    match record.and_then(|record| record.date("received")) {
        Some(day) => subject.on(day.first()),
        None => subject,
    }
}

/// The records of one page that clocks are read from.
fn page(snapshot: &Snapshot, number: usize) -> Vec<Summary> {
    let law = Procedures::builtin();
    let is_read = |kind: &str| kind == "convention_count" || law.telling(kind).next().is_some();
    let rows = snapshot.page(number).filter(|row| row.merged_into().is_none() && row.status() != Status::Binned);
    rows.filter(|row| is_read(row.kind())).map(|row| row.summary()).collect()
}

/// Whose clocks the records of each part turn, whichever of the two points to the other.
fn owners(law: &Procedures, records: &BTreeMap<RecordId, &Summary>) -> BTreeMap<RecordId, BTreeSet<RecordId>> {
    let mut owners: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
    for record in records.values() {
        if let Some(field) = law.telling(&record.kind).find_map(|telling| telling.of.as_deref()) {
            owners.entry(record.id).or_default().extend(record.references(field));
        }
        if record.kind == "application" {
            for part in PARTS.iter().flat_map(|field| record.references(field)) {
                owners.entry(part).or_default().insert(record.id);
            }
        }
    }
    owners
}

fn path(record: &Summary) -> Path {
    match record.term("procedure") {
        Some("extraordinary") => Path::Extraordinary,
        Some("ordinary") => Path::Ordinary,
        _ => Path::Unknown,
    }
}

/// Conventions of which only counts are known: signed between two days, nobody knows when.
fn counted_conventions(law: &Procedures, records: &BTreeMap<RecordId, &Summary>) -> Vec<Dated> {
    let (Some(signed), Some(since)) = (law.event("convention_signed"), law.in_force_since()) else { return Vec::new() };
    let of_kind = |kind: &'static str| records.values().copied().filter(move |record| record.kind == kind);
    let dated: BTreeSet<&str> = of_kind("convention")
        .filter(|record| record.date("signed_on").is_some())
        .flat_map(|record| record.terms("state"))
        .collect();
    let counts: Vec<ConventionCount<'_>> = of_kind("convention_count").filter_map(ConventionCount::read).collect();
    let of_entity = |id: &str| {
        let (first, last) = signed_between(id, &counts, since)?;
        let signed = Dated::new(signed, format!("{first}/{last}").parse().ok()?);
        Some(signed.about("document_kind", "state_convention").about("federal_entity", id))
    };
    let ids = entities().map(|entity| entity.id.as_str());
    ids.filter(|id| !dated.contains(id)).filter_map(of_entity).collect()
}
