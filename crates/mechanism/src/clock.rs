//! One stage of one subject, as a day sees it.
//!
//! Limits in days or longer are compared as dates (whole days × 24 hours), limits in hours from moment to moment. A date
//! known in part is an interval and so is what follows from it; where the interval decides nothing the state is
//! *unknown*. A limit of a supplementary law stands beside the state and never in it.

mod account;
mod beside;
mod count;
mod find;
mod judge;
mod moment;
mod of_law;
mod periods;
mod span;
mod subject;
mod suspend;
mod told;
mod turn;

use chrono::{DateTime, FixedOffset, NaiveDate};

pub use account::{Account, Closed};
pub use beside::{Beside, Standing};
pub use moment::utc;
pub use subject::{AsOf, Dated, Path, Subject, SubjectKind};
pub use told::{OfLaw, Telling};

use crate::procedure::{EventId, NotHeld, OwnDay, Procedure, Procedures, Stage, Table, Way};

/// What clocks are read with: the law, the day, the institution's own events, the organisation's own days.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    law: &'a Procedures,
    as_of: AsOf,
    institution: Option<&'a Subject>,
    own_days: &'a [OwnDay],
    named: Named,
}

/// Events that no stage names but every term asks for.
#[derive(Debug, Clone, Copy)]
struct Named {
    session: Option<EventId>,
    extended: Option<EventId>,
    suspended: Option<EventId>,
    resumed: Option<EventId>,
}

/// One stage of one subject, by one reading, for one of its measures, seats, states or periods.
#[derive(Debug, Clone)]
pub struct Clock<'a> {
    /// The procedure.
    pub procedure: &'a Procedure,
    /// The stage, in the text that rules.
    pub stage: &'a Stage,
    /// The reading.
    pub way: &'a Way,
    /// What it is the clock of, where a stage has several.
    pub of: Option<Of<'a>>,
    /// Its state.
    pub state: State<'a>,
    /// The event that started it.
    pub started: Option<&'a Dated>,
    /// The event that ended it.
    pub ended: Option<&'a Dated>,
    /// Its last day or moment.
    pub due: Option<Due>,
    /// The same, if a last day that does not work moves on (LFPA 29).
    pub due_if_extended: Option<Due>,
    /// The same with what an authority may add.
    pub due_with_extension: Option<Due>,
    /// The same, if the term stood still meanwhile.
    pub due_if_suspended: Option<Due>,
    /// Time left, or negative once past the limit.
    pub margin: Option<Spread>,
    /// Time since the start.
    pub elapsed: Option<Spread>,
    /// Whether documents prove its dates.
    pub proof: Proof,
    /// What a supplementary law would ask.
    pub beside: Option<Box<Beside<'a>>>,
    /// The earliest last day that the authority's letter may set the person (LFPA 17-A).
    pub answer_not_before: Option<NaiveDate>,
    /// What else a person must know of this count.
    pub notes: Vec<Note<'a>>,
}

/// What a clock is the clock of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of<'a> {
    /// A value of what its events are about: `measure`, `seat`, `federal_entity`.
    Value {
        /// The key.
        key: &'a str,
        /// The value: a record's id, a term.
        value: &'a str,
    },
    /// A month or a year, from its first to its last day.
    Period {
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
}

/// The state of a clock.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State<'a> {
    /// The term runs; `margin` is what is left.
    Running,
    /// Done in time; `elapsed` says in how long.
    Met,
    /// Done, past the limit; `margin` is negative.
    Late,
    /// Not done, past the limit; `margin` is negative.
    Overdue,
    /// The path ended first.
    Stopped(&'a Dated),
    /// The term does not apply.
    NotApplicable(Why<'a>),
    /// It cannot be determined.
    Unknown(Missing),
}

impl State<'_> {
    /// The word of the command line and of files: `running`, `not_applicable`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Met => "met",
            Self::Late => "late",
            Self::Overdue => "overdue",
            Self::Stopped(_) => "stopped",
            Self::NotApplicable(_) => "not_applicable",
            Self::Unknown(_) => "unknown",
        }
    }
}

/// Why a term does not apply.
#[derive(Debug, Clone, Copy)]
pub enum Why<'a> {
    /// The text of that date is not held.
    TextNotHeld(&'a NotHeld),
    /// It was not in force on that date, or no longer.
    NotInForce,
    /// The application takes another path.
    OtherPath,
    /// The record is of another kind: a grave act, an omission.
    OtherKind,
    /// What it applies to is not recorded.
    ConditionNotRecorded,
}

impl PartialEq for Why<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The date of this event.
    Date(EventId),
    /// Dates precise enough to decide.
    Precision,
    /// Which path the application takes.
    Path,
}

/// A last day or moment; the earliest and the latest where the start is known in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Days.
    Day {
        /// The earliest.
        first: NaiveDate,
        /// The latest.
        last: NaiveDate,
    },
    /// Moments.
    Moment {
        /// The earliest.
        first: DateTime<FixedOffset>,
        /// The latest.
        last: DateTime<FixedOffset>,
    },
}

impl Due {
    /// One day.
    #[must_use]
    pub const fn on(day: NaiveDate) -> Self {
        Self::Day { first: day, last: day }
    }

    /// As EDTF: `2013-09-13`, `2014-01-26T12:00-06:00`, an interval `2014-02-11/2014-03-10`.
    #[must_use]
    pub fn text(&self) -> String {
        let (first, last) = match self {
            Self::Day { first, last } => (first.to_string(), last.to_string()),
            Self::Moment { first, last } => {
                let text = |at: &DateTime<FixedOffset>| at.format("%Y-%m-%dT%H:%M%:z").to_string();
                (text(first), text(last))
            }
        };
        if first == last { first } else { format!("{first}/{last}") }
    }
}

/// A length of time in minutes; the least and the most where a date is known in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The least.
    pub least: i64,
    /// The most.
    pub most: i64,
}

impl Spread {
    pub(crate) const fn days(least: i64, most: i64) -> Self {
        Self { least: least.saturating_mul(24 * 60), most: most.saturating_mul(24 * 60) }
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.max(other.most) }
    }

    /// Whether it is one length.
    #[must_use]
    pub const fn is_exact(&self) -> bool {
        self.least == self.most
    }

    /// The least, in hours.
    #[must_use]
    pub fn least_hours(&self) -> f64 {
        hours(self.least)
    }

    /// The most, in hours.
    #[must_use]
    pub fn most_hours(&self) -> f64 {
        hours(self.most)
    }
}

/// Minutes as hours; lengths of more than four thousand years are cut.
fn hours(minutes: i64) -> f64 {
    let kept = i32::try_from(minutes).unwrap_or(if minutes < 0 { i32::MIN } else { i32::MAX });
    f64::from(kept) / 60.0
}

/// Whether the dates of a clock are proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// A document proves each.
    Documented,
    /// At least one is only stated.
    Stated,
}

/// What a person must know of a count.
#[derive(Debug, Clone, Copy)]
pub enum Note<'a> {
    /// A day of the organisation's own moved it.
    OwnDay(&'a OwnDay),
    /// The calendar of that date is not held; this one was used.
    CalendarNotHeld(&'a Table),
    /// The term stood still from one event to the other, or still does.
    Suspended {
        /// Since this.
        from: &'a Dated,
        /// Until this.
        to: Option<&'a Dated>,
    },
    /// The authority extended it.
    Extended(&'a Dated),
    /// It was filed earlier, at another office (LFPA 42).
    FiledEarlier(&'a Dated),
    /// This happened although it must not.
    Contrary(&'a Dated),
    /// Such an event is recorded before the start and does not count.
    TooEarly(&'a Dated),
    /// A date is written as approximate or uncertain.
    Doubtful(&'a Dated),
    /// It is counted from a day that is still to come.
    Announced(&'a Dated),
    /// The number was derived from the article, not read in it.
    Derived,
}

impl<'a> Circumstances<'a> {
    /// Clocks as of a moment, without the institution's sessions and without own days.
    #[must_use]
    pub fn on(law: &'a Procedures, as_of: AsOf) -> Self {
        let named = Named {
            session: law.event("board_session_held"),
            extended: law.event("term_extended"),
            suspended: law.event("terms_suspended"),
            resumed: law.event("terms_resumed"),
        };
        Self { law, as_of, institution: None, own_days: &[], named }
    }

    /// Whether an event counts on the day: it may have happened by then.
    fn knows(&self, dated: &Dated) -> bool {
        match (self.as_of.offset, dated.span.offset) {
            (Some(now), Some(then)) => dated.span.first - then <= self.as_of.local - now,
            (_, _) => dated.span.first <= self.as_of.local,
        }
    }

    /// Whether such an event is known on the day.
    fn has(&self, subject: &Subject, event: EventId) -> bool {
        subject.of(event).iter().any(|dated| self.knows(dated))
    }

    /// The same, with the institution's own events: sessions of the Board.
    #[must_use]
    pub const fn with_institution(self, institution: &'a Subject) -> Self {
        Self { institution: Some(institution), ..self }
    }

    /// The same, with days on which authorities closed.
    #[must_use]
    pub const fn with_own_days(self, own_days: &'a [OwnDay]) -> Self {
        Self { own_days, ..self }
    }

    /// Every clock of a subject, by procedure and stage.
    #[must_use]
    pub fn clocks(&self, subject: &'a Subject) -> Vec<Clock<'a>> {
        let mut clocks = Vec::new();
        self.each(subject, &mut |clock| clocks.push(clock));
        clocks
    }

    /// Hands over each clock of a subject, without keeping any: what lists of many records count with.
    pub fn each(&self, subject: &'a Subject, take: &mut dyn FnMut(Clock<'a>)) {
        self.each_of(subject, |_| true, take);
    }

    /// The same for some stages only.
    pub fn each_of(&self, subject: &'a Subject, wanted: impl Fn(&Stage) -> bool, take: &mut dyn FnMut(Clock<'a>)) {
        let procedures = self.law.all().iter().filter(|procedure| procedure.subject == subject.kind());
        for procedure in procedures {
            for stage in procedure.stages.iter().filter(|stage| wanted(stage)) {
                turn::run(self, procedure, stage, subject, take);
            }
        }
    }
}
