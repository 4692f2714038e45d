//! Whose terms are counted: the dated events of one record, and the day to judge by.

use std::collections::BTreeMap;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use resguardo_domain::id::RecordId;
use resguardo_domain::value::PartialDate;
use serde::Deserialize;

use super::span::Span;
use crate::procedure::EventId;

/// What kind of record a subject is: it decides which procedures read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// One application to the Mechanism, with its measures and appeals.
    Application,
    /// The Mechanism itself: organs, sessions, documents, decrees, conventions.
    Institution,
    /// A criminal investigation.
    Investigation,
    /// A request for public information.
    InformationRequest,
    /// A complaint to the National Human Rights Commission.
    Complaint,
    /// A request of a person over their own data, to the organisation.
    DataRequest,
    /// An amparo.
    Amparo,
}

/// Which path an application takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Path {
    /// *Procedimiento extraordinario*: the person declares imminent danger (art. 26).
    Extraordinary,
    /// *Procedimiento ordinario* (art. 27).
    Ordinary,
    /// Nobody recorded which.
    Unknown,
}

/// One dated event of a subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    /// What happened.
    pub event: EventId,
    /// When, as written.
    pub at: PartialDate,
    /// Whether a document proves the date.
    pub proof: bool,
    /// What it is about: `decision_on` → `review`, `measure` → a record's id, `federal_entity` → `09`.
    pub about: BTreeMap<String, String>,
    /// The record that tells it.
    pub record: RecordId,
    pub(super) span: Span,
}

impl Dated {
    /// An event without proof, about nothing in particular. A date with an offset keeps it.
    #[must_use]
    pub fn new(event: EventId, at: PartialDate) -> Self {
        let span = Span::of(&at);
        Self { event, at, proof: false, about: BTreeMap::new(), record: RecordId::default(), span }
    }

    /// The same event, told by this record.
    #[must_use]
    pub fn told_by(self, record: RecordId) -> Self {
        Self { record, ..self }
    }

    /// The same event with a document that proves its date, or without.
    #[must_use]
    pub fn proven(self, proof: bool) -> Self {
        Self { proof, ..self }
    }

    /// The same event, about this.
    #[must_use]
    pub fn about(mut self, key: &str, value: &str) -> Self {
        self.about.insert(key.to_owned(), value.to_owned());
        self
    }

    /// The same event at this offset from UTC, where its date names none.
    #[must_use]
    pub fn offset(mut self, offset: FixedOffset) -> Self {
        self.span.offset = self.span.offset.or(Some(offset));
        self
    }
}

/// The events of one record, in the order the engine reads them.
#[derive(Debug, Clone)]
pub struct Subject {
    kind: SubjectKind,
    path: Path,
    own: Option<NaiveDate>,
    events: Vec<Dated>,
    /// A bit for each kind of event there is: most stages ask for what a subject does not have.
    present: [u64; 4],
}

impl Subject {
    /// A subject of these events, in any order.
    #[must_use]
    pub fn new(kind: SubjectKind, path: Path, mut events: Vec<Dated>) -> Self {
        events.sort_by_key(|dated| (dated.event, dated.span.first, dated.span.last));
        let mut present = [0; 4];
        for dated in &events {
            let (word, bit) = dated.event.bit();
            if let Some(word) = present.get_mut(word) {
                *word |= bit;
            }
        }
        Self { kind, path, own: None, events, present }
    }

    /// The same subject, judged by the texts in force on its own day instead of the day each term started.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Self {
        Self { own: Some(day), ..self }
    }

    /// What kind of record it is.
    #[must_use]
    pub const fn kind(&self) -> SubjectKind {
        self.kind
    }

    /// The path it takes.
    #[must_use]
    pub const fn path(&self) -> Path {
        self.path
    }

    pub(super) const fn own(&self) -> Option<NaiveDate> {
        self.own
    }

    /// All events, those of one kind together, by date.
    #[must_use]
    pub fn events(&self) -> &[Dated] {
        &self.events
    }

    /// The events of one kind, by date.
    #[must_use]
    pub fn of(&self, event: EventId) -> &[Dated] {
        let (word, bit) = event.bit();
        if self.present.get(word).is_some_and(|word| word & bit == 0) {
            return &[];
        }
        let from = self.events.partition_point(|dated| dated.event < event);
        let rest = self.events.get(from..).unwrap_or_default();
        let to = rest.iter().take_while(|dated| dated.event == event).count();
        rest.get(..to).unwrap_or_default()
    }
}

/// The moment to judge by: what happened later does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    pub(super) local: NaiveDateTime,
    pub(super) offset: Option<FixedOffset>,
}

impl AsOf {
    /// The end of a day.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        let end = day.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(24 * 60 - 1);
        Self { local: end, offset: None }
    }

    /// A minute of a day, in Mexico City or at an offset.
    #[must_use]
    pub const fn moment(local: NaiveDateTime, offset: Option<FixedOffset>) -> Self {
        Self { local, offset }
    }

    /// Its day.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.local.date()
    }
}
