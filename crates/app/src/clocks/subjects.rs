//! The records that clocks are read from, as subjects: each application with its measures, studies and appeals; the
//! institution with its organs, sessions, documents and conventions; and the paths beside it.
//!
//! After a change only the subjects that a changed page tells something of are put together again, and what was worked out of
//! the others still stands.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use resguardo_domain::id::RecordId;
use resguardo_domain::summary::Summary;
use resguardo_mechanism::clock::{AsOf, Circumstances, Dated, Path, Subject, SubjectKind, Telling};
use resguardo_mechanism::convention::{ConventionCount, entities, signed_between};
use resguardo_mechanism::procedure::{OwnDay, Procedures};
use resguardo_vault::{Row, Snapshot};
use rustc_hash::FxHashMap;

use super::one::is_read;
use super::turned::Turned;
use crate::paged::Paged;
use crate::session::Session;

/// The fields of an application that point to records that turn its clocks.
const PARTS: [&str; 3] = ["measures", "appeals", "risk_evaluations"];

/// The kind that counts conventions, which turns no clock by itself.
const COUNT: &str = "convention_count";

/// Everything that has clocks.
pub(crate) struct Subjects {
    institution: Subject,
    /// By id.
    all: Vec<(RecordId, Arc<Turned>)>,
    own_days: Vec<OwnDay>,
    /// How often the institution or the own days were found to be others: what was worked out before does not hold then.
    pub(super) age: u64,
}

/// What was read so far: the records of each page that clocks are read from, and the subjects put together of them.
#[derive(Clone, Default)]
pub(crate) struct KeptSubjects(Arc<Kept>);

#[derive(Default)]
struct Kept {
    pages: Paged<Page>,
    joined: Mutex<Option<(Arc<Snapshot>, Arc<Subjects>)>>,
}

/// The records of one page that clocks are read from.
pub(super) struct Page(Vec<Read>);

/// One of them.
pub(super) struct Read {
    pub(super) record: Summary,
    pub(super) role: Role,
    /// The records whose clocks it says it turns.
    of: Vec<RecordId>,
    /// The records that it says turn its own.
    parts: Vec<RecordId>,
}

/// Whose clocks a record turns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Institution,
    Own(SubjectKind),
    Part(SubjectKind),
    /// A count of conventions, which turns none by itself.
    Count,
}

/// A record and the page it was read from.
pub(super) type Source = (Arc<Page>, RecordId);

impl Session {
    pub(crate) fn subjects(&self, snapshot: &Arc<Snapshot>) -> Arc<Subjects> {
        let mut kept = self.subjects.0.joined.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, subjects)) = kept.as_ref().filter(|(known, _)| Arc::ptr_eq(known, snapshot)) {
            return Arc::clone(subjects);
        }
        let before = kept.take().map(|(_, subjects)| subjects);
        let pages = self.subjects.0.pages.of(snapshot, |number| page(snapshot, number));
        let subjects = Arc::new(Subjects::join(snapshot, &pages, self.own_days(), before.as_deref()));
        *kept = Some((Arc::clone(snapshot), Arc::clone(&subjects)));
        subjects
    }

    /// The institution alone, and the days on which authorities closed: from the few records that tell of it.
    pub(super) fn institution(&self, snapshot: &Snapshot) -> (Subject, Vec<OwnDay>) {
        let of_it = |telling: &&Telling| telling.subject == SubjectKind::Institution;
        let kinds = Procedures::builtin().tellings().iter().filter(of_it).map(|telling| telling.kind.as_str());
        let kinds: BTreeSet<&str> = kinds.chain([COUNT]).collect();
        let rows = kinds.into_iter().flat_map(|kind| snapshot.rows_of(kind)).filter(is_read);
        let reads: FxHashMap<RecordId, Read> =
            rows.filter_map(|row| read(&row)).map(|read| (read.record.id, read)).collect();
        let other = |id: RecordId| reads.get(&snapshot.read_as(id)).map(|read| &read.record);
        (institution(reads.values(), &other), self.own_days())
    }
}

/// What records tell of the institution.
fn institution<'r>(
    reads: impl Iterator<Item = &'r Read> + Clone,
    other: &dyn Fn(RecordId) -> Option<&'r Summary>,
) -> Subject {
    let law = Procedures::builtin();
    let mut events = law.told_by_laws();
    for read in reads.clone().filter(|read| read.role == Role::Institution) {
        events.extend(law.told(&read.record, other));
    }
    events.sort_by_key(|dated| dated.record);
    events.extend(counted_conventions(law, reads.map(|read| &read.record)));
    Subject::new(SubjectKind::Institution, Path::Unknown, events)
}

impl Subjects {
    /// The institution, without a record, and every record that has clocks.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Option<RecordId>, &Subject)> {
        std::iter::once((None, &self.institution))
            .chain(self.all.iter().map(|(id, turned)| (Some(*id), &turned.subject)))
    }

    /// The institution itself.
    pub(crate) const fn institution(&self) -> &Subject {
        &self.institution
    }

    /// Every record that has clocks, by id.
    pub(crate) fn records(&self) -> &[(RecordId, Arc<Turned>)] {
        &self.all
    }

    /// What their clocks are read with.
    pub(crate) fn circumstances<'a>(&'a self, law: &'a Procedures, as_of: AsOf) -> Circumstances<'a> {
        Circumstances::on(law, as_of).with_institution(&self.institution).with_own_days(&self.own_days)
    }

    fn join(snapshot: &Snapshot, pages: &[Arc<Page>], own_days: Vec<OwnDay>, before: Option<&Self>) -> Self {
        let known = known(pages);
        let other = |id: RecordId| known.get(&snapshot.read_as(id)).map(|(_, read)| &read.record);
        let institution = institution(known.values().map(|(_, read)| *read), &other);
        let stands =
            |before: &&Self| before.institution.events() == institution.events() && before.own_days == own_days;
        let age = before.map_or(0, |before| before.age + u64::from(!stands(&before)));
        let turned: FxHashMap<RecordId, &Arc<Turned>> =
            before.into_iter().flat_map(|before| &before.all).map(|(id, turned)| (*id, turned)).collect();
        let built = sources(snapshot, &known).into_par_iter().map(|(id, of)| {
            if let Some(same) = turned.get(&id).filter(|turned| turned.is_of(&of)) {
                return (id, Arc::clone(same));
            }
            let reads = || of.iter().filter_map(|(_, id)| known.get(id)).map(|(_, read)| *read);
            let kind = reads().find_map(|read| match read.role {
                Role::Own(kind) | Role::Part(kind) => Some(kind),
                Role::Institution | Role::Count => None,
            });
            let own = known.get(&id).map(|(_, read)| &read.record);
            let kind = kind.unwrap_or(SubjectKind::Application);
            let subject = subject(own, kind, reads().map(|read| &read.record), &other);
            (id, Arc::new(Turned::new(subject, of)))
        });
        let mut all: Vec<(RecordId, Arc<Turned>)> = built.collect();
        all.sort_unstable_by_key(|(id, _)| *id);
        Self { institution, all, own_days, age }
    }
}

/// What a record and its parts tell as a subject, judged by the texts in force on the day the record was received.
pub(super) fn subject<'r>(
    record: Option<&Summary>,
    kind: SubjectKind,
    reads: impl Iterator<Item = &'r Summary>,
    other: &dyn Fn(RecordId) -> Option<&'r Summary>,
) -> Subject {
    let law = Procedures::builtin();
    let events = reads.flat_map(|read| law.told(read, other)).collect();
    let subject = Subject::new(kind, record.map_or(Path::Unknown, path), events);
    match record.and_then(|record| record.date("received")) {
        Some(day) => subject.on(day.first()),
        None => subject,
    }
}

type Known<'p> = FxHashMap<RecordId, (&'p Arc<Page>, &'p Read)>;

fn known(pages: &[Arc<Page>]) -> Known<'_> {
    let mut known = FxHashMap::default();
    for page in pages {
        known.extend(page.0.iter().map(|read| (read.record.id, (page, read))));
    }
    known
}

/// For each record that has clocks, itself and what else turns them, whichever of the two points to the other; by id.
fn sources(snapshot: &Snapshot, known: &Known<'_>) -> Vec<(RecordId, Vec<Source>)> {
    let mut sources: FxHashMap<RecordId, Vec<Source>> = FxHashMap::default();
    for (id, (page, read)) in known {
        match read.role {
            Role::Own(_) => sources.entry(*id).or_default().push((Arc::clone(page), *id)),
            Role::Part(_) => {
                let owners = read.of.iter().map(|owner| snapshot.read_as(*owner));
                for owner in owners.filter(|owner| known.contains_key(owner)) {
                    sources.entry(owner).or_default().push((Arc::clone(page), *id));
                }
            }
            Role::Institution | Role::Count => {}
        }
        for part in &read.parts {
            let part = snapshot.read_as(*part);
            if let Some((page, _)) = known.get(&part).filter(|(_, read)| matches!(read.role, Role::Part(_))) {
                sources.entry(*id).or_default().push((Arc::clone(page), part));
            }
        }
    }
    let ordered = sources.into_iter().map(|(owner, mut of)| {
        of.sort_unstable_by_key(|(_, id)| *id);
        of.dedup_by_key(|(_, id)| *id);
        (owner, of)
    });
    ordered.collect()
}

fn page(snapshot: &Snapshot, number: usize) -> Page {
    Page(snapshot.page(number).filter(is_read).filter_map(|row| read(&row)).collect())
}

/// A record as clocks read it; none where it tells them nothing.
pub(super) fn read(row: &Row<'_>) -> Option<Read> {
    let law = Procedures::builtin();
    let role = match law.telling(row.kind()).next() {
        Some(first) if first.subject == SubjectKind::Institution => Role::Institution,
        Some(first) if first.of.is_none() => Role::Own(first.subject),
        Some(first) => Role::Part(first.subject),
        None if row.kind() == COUNT => Role::Count,
        None => return None,
    };
    let record = row.summary();
    let owner = law.telling(row.kind()).find_map(|telling| telling.of.as_deref());
    let of = owner.into_iter().flat_map(|field| record.references(field)).collect();
    let has_parts = record.kind == "application";
    let parts = PARTS.iter().filter(|_| has_parts).flat_map(|field| record.references(field)).collect();
    Some(Read { record, role, of, parts })
}

impl Read {
    /// Whether it turns the clocks of another, whichever of the two points to the other.
    pub(super) fn turns(&self, own: &Self, snapshot: &Snapshot) -> bool {
        let names = |ids: &[RecordId], wanted| ids.iter().any(|id| snapshot.read_as(*id) == wanted);
        matches!(self.role, Role::Part(_)) && (names(&self.of, own.record.id) || names(&own.parts, self.record.id))
    }
}

fn path(record: &Summary) -> Path {
    match record.term("procedure") {
        Some("extraordinary") => Path::Extraordinary,
        Some("ordinary") => Path::Ordinary,
        _ => Path::Unknown,
    }
}

/// Conventions of which only counts are known: signed between two days, nobody knows when.
fn counted_conventions<'r>(law: &Procedures, records: impl Iterator<Item = &'r Summary> + Clone) -> Vec<Dated> {
    let (Some(signed), Some(since)) = (law.event("convention_signed"), law.in_force_since()) else { return Vec::new() };
    let of_kind = |kind: &'static str| records.clone().filter(move |record| record.kind == kind);
    let dated: BTreeSet<&str> = of_kind("convention")
        .filter(|record| record.date("signed_on").is_some())
        .flat_map(|record| record.terms("state"))
        .collect();
    let counts: Vec<ConventionCount<'_>> = of_kind(COUNT).filter_map(ConventionCount::read).collect();
    let of_entity = |id: &str| {
        let (first, last) = signed_between(id, &counts, since)?;
        let signed = Dated::new(signed, format!("{first}/{last}").parse().ok()?);
        Some(signed.about("document_kind", "state_convention").about("federal_entity", id))
    };
    let ids = entities().map(|entity| entity.id.as_str());
    ids.filter(|id| !dated.contains(id)).filter_map(of_entity).collect()
}
