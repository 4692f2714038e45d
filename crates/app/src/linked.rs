//! What other records tell of an incident: how much evidence belongs to it, and what its people consented to.
//!
//! Both sides of a link count. It is read page by page and put together once for each state of the vault.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::value::{Number, Value};
use resguardo_vault::{Row, Snapshot};

use crate::paged::Paged;
use crate::session::{Session, now_ms};
use crate::written::calendar_text;

/// The list whose terms say how far something may go, strictest first.
const LEVELS: &str = "consent_level";
/// What may be done with what nobody agreed to, or no longer agrees to.
const NOTHING: &str = "c0";
/// What may be done until somebody whose consent has run out is asked again.
const ONLY_HERE: &str = "c1";

/// What was read so far.
#[derive(Clone, Default)]
pub(crate) struct Linked(Arc<Read>);

#[derive(Default)]
struct Read {
    pages: Paged<PageLinks>,
    joined: Mutex<Option<(Arc<Snapshot>, Arc<Joined>)>>,
}

/// What the records of one page tell of others.
#[derive(Default)]
struct PageLinks {
    /// An incident and a record of evidence.
    evidence: Vec<(RecordId, RecordId)>,
    consents: Vec<Given>,
    /// Records read with another.
    merged: Vec<RecordId>,
}

/// One consent, of one person or collective.
#[derive(Clone)]
struct Given {
    whose: RecordId,
    /// The day it was given, as late as its date may mean; none where no date is recorded.
    on: Option<NaiveDate>,
    /// Its last day.
    until: Option<NaiveDate>,
    /// How far it goes; none where nobody wrote it or nobody has answered yet.
    level: Option<Value>,
    /// What it is for; empty: all of the person's.
    covers: Vec<RecordId>,
}

/// What all pages tell together.
struct Joined {
    evidence: Vec<(RecordId, RecordId)>,
    consents: BTreeMap<RecordId, Vec<Given>>,
    today: Option<NaiveDate>,
}

/// What somebody agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Agreed {
    /// How far it goes, or what is known of that instead; none where nothing is recorded.
    pub(crate) level: Option<Value>,
    /// Whether it has run out.
    pub(crate) ran_out: bool,
}

impl Session {
    /// How many records of evidence belong to an incident.
    pub(crate) fn evidence_count(&self, incident: &Row<'_>) -> Value {
        let joined = self.joined();
        let from = joined.evidence.partition_point(|(of, _)| *of < incident.id());
        let own = joined.evidence.iter().skip(from).take_while(|(of, _)| *of == incident.id());
        Value::Number(Number::whole(i64::try_from(own.count()).unwrap_or(i64::MAX)))
    }

    /// The strictest of what the victims and witnesses of an incident agreed to. None where nothing is recorded of
    /// anybody; *not asked* where something is, and of somebody nothing.
    pub(crate) fn people_consent(&self, snapshot: &Snapshot, incident: &Row<'_>) -> Option<Value> {
        let people = [field::VICTIMS, field::WITNESSES].map(|field| incident.values(field)).concat();
        let people: BTreeSet<RecordId> =
            people.iter().flat_map(Value::references).map(|person| snapshot.read_as(person.record)).collect();
        let asked = |person: &RecordId| snapshot.row(*person).is_some_and(|row| self.may_consent(row.kind()));
        let each: Vec<Option<Value>> = people
            .iter()
            .filter(|person| asked(person))
            .map(|person| self.agreed(snapshot, *person, Some(incident.id())).level)
            .collect();
        if each.iter().all(Option::is_none) {
            return None;
        }
        each.into_iter().map(|level| level.unwrap_or(Value::NotAsked)).min_by_key(|level| self.reach(level))
    }

    /// Whether records of a kind say what somebody consented to.
    pub(crate) fn may_consent(&self, kind: &str) -> bool {
        self.schema
            .kind(kind)
            .is_some_and(|kind| kind.field(field::CONSENT).is_some_and(|field| field.kind.id() == "choice"))
    }

    /// What a person or collective agreed to, of one record or of everything: the latest consent and what stands on the
    /// person's own page, the stricter of them.
    pub(crate) fn agreed(&self, snapshot: &Snapshot, person: RecordId, of: Option<RecordId>) -> Agreed {
        let joined = self.joined();
        let covers = |given: &&Given| {
            given.covers.is_empty() || of.is_some_and(|of| given.covers.iter().any(|to| is_of(snapshot, *to, of)))
        };
        let given: Vec<&Given> = joined.consents.get(&person).into_iter().flatten().filter(covers).collect();
        let latest = given.iter().filter_map(|given| given.on).max();
        let stands = given.into_iter().filter(|given| given.on.is_none() || given.on == latest);
        let mut ran_out = false;
        let mut levels: Vec<Value> = Vec::new();
        for given in stands {
            let over = given.until.zip(joined.today).is_some_and(|(until, today)| until < today);
            ran_out |= over;
            levels.extend(given.level.clone());
            if over {
                levels.push(Value::Choice(ONLY_HERE.to_owned()));
            }
        }
        levels.extend(snapshot.row(person).map(|row| row.values(field::CONSENT)).unwrap_or_default());
        Agreed { level: levels.into_iter().min_by_key(|level| self.reach(level)), ran_out }
    }

    /// How far a level goes, for comparing: what is not known may be nearly as little as nothing.
    fn reach(&self, level: &Value) -> usize {
        let Value::Choice(term) = level else { return usize::from(*level != Value::NotAsked) + 1 };
        let levels = self.catalogues.get(LEVELS).map(|list| list.terms()).unwrap_or_default();
        let place = levels.iter().position(|level| level.id == *term);
        place.map_or(1, |place| if place == 0 { 0 } else { place + 2 })
    }

    /// What all pages of the vault as it is now tell.
    fn joined(&self) -> Arc<Joined> {
        let snapshot = self.snapshot();
        let today = calendar_text(now_ms()).parse().ok();
        let mut held = self.linked.0.joined.lock().unwrap_or_else(PoisonError::into_inner);
        let same = held.as_ref().filter(|(of, joined)| Arc::ptr_eq(of, &snapshot) && joined.today == today);
        if let Some((_, joined)) = same {
            return Arc::clone(joined);
        }
        let pages = self.linked.0.pages.of(&snapshot, |number| page_links(&snapshot, number));
        let joined = Arc::new(join(&snapshot, &pages, today));
        *held = Some((snapshot, Arc::clone(&joined)));
        joined
    }
}

fn page_links(snapshot: &Snapshot, number: usize) -> PageLinks {
    let mut links = PageLinks::default();
    let own = snapshot.field(field::EVIDENCE);
    for row in snapshot.page(number).filter(|row| row.status() != Status::Binned) {
        if row.merged_into().is_some() {
            links.merged.push(row.id());
        }
        let to = |field: &str| -> Vec<RecordId> {
            row.values(field).iter().flat_map(Value::references).map(|to| to.record).collect()
        };
        match row.kind() {
            "incident" if own.is_some_and(|own| !row.packed(own).is_empty()) => {
                links.evidence.extend(to(field::EVIDENCE).into_iter().map(|evidence| (row.id(), evidence)));
            }
            "evidence" => links.evidence.extend(to("incidents").into_iter().map(|incident| (incident, row.id()))),
            "consent" => links.consents.extend(to("person").into_iter().map(|whose| given(&row, whose, to("covers")))),
            _ => {}
        }
    }
    links
}

fn given(row: &Row<'_>, whose: RecordId, covers: Vec<RecordId>) -> Given {
    let last = |field: &str| {
        row.values(field).iter().find_map(|value| match value {
            Value::Date(date, _) => Some(date.last()),
            _ => None,
        })
    };
    let is = |states: &[&str]| {
        let state = row.values("state");
        state.iter().any(|state| matches!(state, Value::Choice(state) if states.contains(&state.as_str())))
    };
    let choice = |term: &str| Some(Value::Choice(term.to_owned()));
    let level = if !row.values("withdrawn_on").is_empty() || is(&["withdrawn", "refused"]) {
        choice(NOTHING)
    } else if is(&["pending"]) {
        None
    } else if is(&["expired"]) {
        choice(ONLY_HERE)
    } else {
        Some(row.values("level").into_iter().next().unwrap_or(Value::Unknown))
    };
    Given { whose, on: last(field::DATE), until: last("expires_on"), level, covers }
}

fn join(snapshot: &Snapshot, pages: &[Arc<PageLinks>], today: Option<NaiveDate>) -> Joined {
    let merged: BTreeSet<RecordId> = pages.iter().flat_map(|page| page.merged.iter().copied()).collect();
    let as_read = |id: RecordId| if merged.contains(&id) { snapshot.read_as(id) } else { id };
    let is_there = |id: &RecordId| snapshot.row(*id).is_some_and(|row| row.status() != Status::Binned);
    let pairs = pages.iter().flat_map(|page| page.evidence.iter());
    let mut evidence: Vec<(RecordId, RecordId)> =
        pairs.map(|(of, evidence)| (as_read(*of), as_read(*evidence))).filter(|(_, own)| is_there(own)).collect();
    evidence.sort_unstable();
    evidence.dedup();
    let mut consents: BTreeMap<RecordId, Vec<Given>> = BTreeMap::new();
    for given in pages.iter().flat_map(|page| &page.consents) {
        consents.entry(as_read(given.whose)).or_default().push(given.clone());
    }
    Joined { evidence, consents, today }
}

/// Whether a record is another, or holds it: a consent for a case is for its incidents too.
fn is_of(snapshot: &Snapshot, holder: RecordId, held: RecordId) -> bool {
    let holder = snapshot.read_as(holder);
    let points = |row: Row<'_>| {
        let values = row.summary().values;
        values.values().flatten().flat_map(Value::references).any(|to| snapshot.read_as(to.record) == held)
    };
    holder == held || snapshot.row(holder).is_some_and(points)
}

#[cfg(test)]
mod tests;
