//! What indicators read: records as of one day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use resguardo_domain::id::RecordId;
use resguardo_domain::summary::{ByField, Summary};
use resguardo_domain::value::{Answer, PartialDate, Value};
use rustc_hash::FxHashMap;

use super::dates::{earliest, happened_by};

/// The fields that say who published something: a record without them is one's own observation.
pub const PUBLISHED_BY: [&str; 2] = ["sources", "claim_holder"];
/// Incidents are counted from this grade of verification on.
const LEAST_GRADE: &str = "v1";

/// What is read of a record: the fields of [`WANTED`](super::WANTED).
pub type Record = Summary<Few>;

/// Values of a few fields, which are found sooner by going through them than in a tree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Few(Vec<(&'static str, Vec<Value>)>);

impl Few {
    /// Every value, whatever its field.
    pub fn all(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().flat_map(|(_, values)| values)
    }
}

impl ByField for Few {
    fn of(&self, field: &str) -> &[Value] {
        self.0.iter().find(|(name, _)| *name == field).map_or(&[], |(_, values)| values)
    }
}

impl FromIterator<(&'static str, Vec<Value>)> for Few {
    /// Each field once; those without a value are left out.
    fn from_iter<Fields: IntoIterator<Item = (&'static str, Vec<Value>)>>(fields: Fields) -> Self {
        Self(fields.into_iter().filter(|(_, values)| !values.is_empty()).collect())
    }
}

/// What became of one clock of one record by the day asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Done within the limit.
    Met,
    /// Done after it.
    Late,
    /// Not done, the limit is past.
    Overdue,
    /// Not done, the limit is to come.
    Running,
    /// The dates do not tell.
    Unknown,
}

/// One clock of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timed<'a> {
    /// The application, measure or appeal.
    pub record: RecordId,
    /// The stage's id in the procedures, `ord.study`.
    pub stage: &'a str,
    /// The reading of the law: the first is A.
    pub reading: char,
    /// What became of it.
    pub outcome: Outcome,
}

/// One act of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentAct {
    /// The term of the type of aggression; none where it is not known.
    pub aggression: Option<String>,
    /// Those who suffered it.
    pub victims: Vec<RecordId>,
    /// Those who allegedly did it.
    pub perpetrators: Vec<RecordId>,
}

/// One incident, with what indicators read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// The record.
    pub id: RecordId,
    /// When.
    pub date: Option<PartialDate>,
    /// The grade of verification, `v0` to `v4`.
    pub grade: Option<String>,
    /// Whether the victim knew the Mechanism before.
    pub knew_mechanism: Option<Answer>,
    /// The values of its own it may be taken apart by, by field.
    pub attributes: BTreeMap<&'static str, Vec<String>>,
    /// Its acts.
    pub acts: Vec<IncidentAct>,
}

impl Incident {
    /// Whether it is verified to this grade or more.
    pub(super) fn is_verified(&self, least: &str) -> bool {
        self.grade.as_deref().is_some_and(|grade| grade.starts_with('v') && grade != "vx" && grade >= least)
    }
}

/// Records as of one day: what was recorded later about an earlier day counts, what happened after it does not.
pub struct Facts<'a> {
    /// The day asked about.
    pub as_of: NaiveDate,
    /// The first day of the period; none: from the beginning.
    pub from: Option<NaiveDate>,
    /// Records that are read as others, merged into them.
    pub merged: FxHashMap<RecordId, RecordId>,
    /// What records say in the field of an organisation's own by which something is taken apart.
    pub own: BTreeMap<RecordId, Vec<String>>,
    incidents: Vec<&'a Incident>,
    kinds: BTreeMap<&'a str, Vec<&'a Record>>,
    by_id: FxHashMap<RecordId, &'a Record>,
    measures: FxHashMap<RecordId, Vec<&'a Record>>,
    timed: &'a [Timed<'a>],
    pub(super) once: Once<'a>,
}

/// What several indicators ask for, found by the first that does.
#[derive(Default)]
pub(super) struct Once<'a> {
    incident_by_id: OnceLock<FxHashMap<RecordId, &'a Incident>>,
    applications: OnceLock<Vec<(&'a Record, Option<&'a PartialDate>)>>,
    pub(super) granted: OnceLock<Vec<&'a Record>>,
    pub(super) plans: OnceLock<BTreeMap<RecordId, Vec<&'a Record>>>,
    pub(super) people: OnceLock<BTreeSet<RecordId>>,
    pub(super) victims: OnceLock<BTreeMap<RecordId, BTreeSet<RecordId>>>,
}

impl<'a> Facts<'a> {
    /// Facts over these records in use, each once; incidents apart.
    #[must_use]
    pub fn new(
        as_of: NaiveDate,
        records: impl IntoIterator<Item = &'a Record>,
        incidents: impl IntoIterator<Item = &'a Incident>,
        timed: &'a [Timed<'a>],
    ) -> Self {
        let mut kinds: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
        let mut by_id = FxHashMap::default();
        for record in records {
            kinds.entry(record.kind.as_str()).or_default().push(record);
            by_id.insert(record.id, record);
        }
        let mut measures: FxHashMap<RecordId, Vec<&Record>> = FxHashMap::default();
        for measure in kinds.get("measure").into_iter().flatten() {
            measure.references("application").for_each(|id| measures.entry(id).or_default().push(measure));
        }
        Self {
            measures,
            as_of,
            from: None,
            merged: FxHashMap::default(),
            own: BTreeMap::new(),
            incidents: incidents.into_iter().collect(),
            kinds,
            by_id,
            timed,
            once: Once::default(),
        }
    }

    pub(super) fn of<'f>(&'f self, kind: &str) -> impl Iterator<Item = &'a Record> + use<'a, 'f> {
        self.kinds.get(kind).map_or(&[][..], Vec::as_slice).iter().copied()
    }

    /// The measures of an application, whichever of the two points to the other.
    pub(super) fn measures_of(&self, application: &Record) -> Vec<&'a Record> {
        let mut found = self.measures.get(&application.id).cloned().unwrap_or_default();
        let own = application.references("measures").filter_map(|id| self.record(id));
        for measure in own.filter(|record| record.kind == "measure") {
            if !found.iter().any(|known| known.id == measure.id) {
                found.push(measure);
            }
        }
        found
    }

    /// The latest record of a kind by the day, for each value of a key; a date that says *about* counts a little early.
    pub(super) fn latest(&self, kind: &str, key: impl Fn(&Record) -> String) -> Vec<&'a Record> {
        let mut latest: BTreeMap<String, (NaiveDate, &Record)> = BTreeMap::new();
        for record in self.of(kind) {
            let Some(date) = record.date("as_of").filter(|date| earliest(date) <= self.as_of) else { continue };
            let day = date.first();
            let slot = latest.entry(key(record)).or_insert((day, record));
            if slot.0 < day {
                *slot = (day, record);
            }
        }
        latest.into_values().map(|(_, record)| record).collect()
    }

    /// The record one is read as.
    pub(super) fn read_as(&self, id: RecordId) -> RecordId {
        let mut at = id;
        // A circle of merges ends somewhere in it.
        for _ in 0..16 {
            let Some(into) = self.merged.get(&at) else { break };
            at = *into;
        }
        at
    }

    pub(super) fn record(&self, id: RecordId) -> Option<&'a Record> {
        self.by_id.get(&self.read_as(id)).copied()
    }

    /// Applications received by the day, with the date; those whose date does not say are left to the caller's *missing*.
    pub(super) fn applications<'f>(
        &'f self,
    ) -> impl Iterator<Item = (&'a Record, Option<&'a PartialDate>)> + use<'a, 'f> {
        let found = || {
            let dated = self.of("application").map(|application| (application, received(application)));
            dated.filter(|(_, date)| date.is_none_or(|date| self.is_of_period(date))).collect()
        };
        self.once.applications.get_or_init(found).iter().copied()
    }

    /// Whether a date may fall in the period asked about.
    fn is_of_period(&self, date: &PartialDate) -> bool {
        date.first() <= self.as_of && self.from.is_none_or(|from| date.last() >= from)
    }

    /// The date of the first step with this event by the day; `Err` where a date does not say whether it was by then.
    pub(super) fn step<'r>(&self, record: &'r Record, event: &str) -> Result<Option<&'r PartialDate>, ()> {
        let own = (event == "application_submitted").then(|| record.date("received")).flatten();
        let dates = record.steps().filter(|step| step.event == event).map(|step| &step.at);
        let Some(first) = own.into_iter().chain(dates).min() else { return Ok(None) };
        match happened_by(first, self.as_of) {
            Some(true) => Ok(Some(first)),
            Some(false) => Ok(None),
            None => Err(()),
        }
    }

    /// Incidents of the period: those with a date that may fall there.
    pub(super) fn incidents(&self) -> impl Iterator<Item = &'a Incident> {
        let incidents = self.incidents.iter().copied();
        incidents.filter(|incident| incident.date.as_ref().is_some_and(|date| self.is_of_period(date)))
    }

    /// Those of them that are verified enough to be counted.
    pub(super) fn documented(&self) -> impl Iterator<Item = &'a Incident> {
        self.incidents().filter(|incident| incident.is_verified(LEAST_GRADE))
    }

    /// The clocks of a stage, by its first reading or another.
    pub(super) fn timed(&self, stage: &str, reading: char) -> impl Iterator<Item = &Timed<'a>> {
        self.timed.iter().filter(move |timed| timed.stage == stage && timed.reading == reading)
    }

    /// The values of a record by which it is taken apart: its own field of that name, or that of the records it points to,
    /// two steps far. `year` is that of its first date.
    #[must_use]
    pub fn attribute(&self, id: RecordId, by: &str) -> Vec<String> {
        let mut found = BTreeSet::new();
        self.gather(id, by, 2, &mut found);
        found.into_iter().collect()
    }

    fn gather(&self, id: RecordId, by: &str, steps: u8, found: &mut BTreeSet<String>) {
        if let Some(own) = self.own.get(&self.read_as(id)) {
            found.extend(own.iter().cloned());
            return;
        }
        let known = || self.incidents.iter().map(|incident| (incident.id, *incident)).collect();
        if let Some(incident) = self.once.incident_by_id.get_or_init(known).get(&id) {
            if by == "year" {
                found.extend(incident.date.as_ref().map(|date| date.first().year().to_string()));
            }
            found.extend(incident.attributes.get(by).into_iter().flatten().cloned());
            if by == "perpetrator_type" {
                let perpetrators = incident.acts.iter().flat_map(|act| act.perpetrators.iter());
                let known = perpetrators.filter_map(|one| self.record(*one));
                known.for_each(|one| found.extend(one.terms("type").map(str::to_owned)));
                return;
            }
            if found.is_empty() && steps > 0 {
                let victims = incident.acts.iter().flat_map(|act| act.victims.iter().copied());
                victims.for_each(|victim| self.gather(victim, by, steps - 1, found));
            }
            return;
        }
        let Some(record) = self.record(id) else { return };
        if by == "year" {
            found.extend(main_date(record).map(|date| date.first().year().to_string()));
            return;
        }
        found.extend(record.terms(by).map(str::to_owned));
        if found.is_empty() && record.kind != "setting" {
            found.extend(record.text(by).map(str::to_owned));
        }
        if !found.is_empty() || steps == 0 {
            return;
        }
        for field in ["application", "measure", "beneficiaries", "applicant", "person", "victims", "incidents"] {
            record.references(field).for_each(|other| self.gather(other, by, steps - 1, found));
            if !found.is_empty() {
                return;
            }
        }
    }
}

/// Whether it is one's own observation: what a document or an institution tells is published, and stands beside.
pub(super) fn is_own(record: &&Record) -> bool {
    PUBLISHED_BY.iter().all(|field| !record.has(field))
}

/// When an application was received.
pub(super) fn received(application: &Record) -> Option<&PartialDate> {
    let submitted = || application.steps().find(|step| step.event == "application_submitted");
    application.date("received").or_else(|| submitted().map(|step| &step.at))
}

fn main_date(record: &Record) -> Option<&PartialDate> {
    ["received", "date", "granted_on", "filed_on", "opened_on", "as_of"]
        .into_iter()
        .find_map(|field| record.date(field))
}
