//! One stage of a procedure: what starts its term, what ends it, how long it is, since when.

use chrono::NaiveDate;
use resguardo_domain::catalogue::Label;
use serde::Deserialize;

use super::event::EventId;
use super::limit::{Exception, Limit};

/// A stage, one text of it.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its id: `ord.study`.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// The article.
    pub article: String,
    /// The law's own words.
    pub quote: String,
    /// Whether the quoted text was read.
    pub verified: bool,
    /// Who owes it: an [`super::Actor`].
    pub responsible: String,
    /// The days on which this text rules.
    pub valid: Valid,
    /// Whether another text of the same stage is held, and whether it comes before.
    pub(crate) siblings: Vec<Valid>,
    /// What is not sure about its start, and how it is read.
    pub ambiguity: Option<Label>,
    /// The condition under which it applies at all.
    pub condition: Option<Label>,
    /// What else a person should know.
    pub notes: Vec<Label>,
    /// How long the term is.
    pub limit: Limit,
    /// Other limits for cases the article names.
    pub exceptions: Vec<Exception>,
    /// The events that start the term, any of them; none where it recurs with the calendar.
    pub starts: Vec<Occurrence>,
    /// The events that end it, any of them.
    pub ends: Vec<Occurrence>,
    /// The ways it can be read, the default first; never empty.
    pub ways: Vec<Way>,
    /// The values that an end must have been seen with, every one: (key, values).
    pub every: Option<(String, Vec<String>)>,
    /// One clock for each value of this key that the subject's events name: `measure`.
    pub per: Option<String>,
    /// One clock for each term of a catalogue: the catalogue, its terms.
    pub for_each: Option<(String, Vec<String>)>,
    /// Which of several starts count.
    pub which: Which,
    /// It applies only where this event is recorded.
    pub only_if: Option<EventId>,
    /// Whether somebody owes it.
    pub owed: Owed,
    /// Stages that one and the same event ends.
    pub joint_with: Vec<String>,
    /// The stage of another office whose receipt is this one's filing date (LFPA 42).
    pub filed_by: Option<EventId>,
    /// What stops this term meanwhile (LFPA 17-A).
    pub suspended_by: Option<Suspension>,
    /// What another law would ask, beside the state.
    pub supplementary: Option<Supplementary>,
    /// The term that a letter must at least give the person.
    pub answer_term: Option<AnswerTerm>,
}

/// Which of several starts of one stage count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Each has a term of its own.
    #[default]
    Each,
    /// The earliest.
    First,
    /// The latest.
    Last,
}

/// Whether a term is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owed {
    /// A duty of the one responsible.
    #[default]
    Duty,
    /// A right: past its limit it is lost, and nobody is at fault. It enters no count of breaches.
    Right,
}

/// The days on which a text rules, both included.
#[derive(Debug, Clone, Deserialize)]
pub struct Valid {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none while it rules.
    pub to: Option<NaiveDate>,
    /// What is known of it.
    pub note: Option<Label>,
}

impl Valid {
    /// Whether it rules on a day.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// An event that counts for a stage.
#[derive(Debug, Clone)]
pub struct Occurrence {
    /// The event.
    pub event: EventId,
    /// What it must be about: key and the values that count. An event that does not say the key counts too.
    pub about: Vec<(String, Vec<String>)>,
    /// The keys it must say.
    pub must_say: Vec<String>,
    /// Why this event, where it is one of several.
    pub label: Option<Label>,
    /// It does not count where this event is recorded.
    pub unless: Option<EventId>,
}

/// One reading of a stage.
#[derive(Debug, Clone)]
pub struct Way {
    /// `A`, `B`; none where there is only one.
    pub id: Option<String>,
    /// What the reading is, where it has words.
    pub label: Option<Label>,
    /// Its own start.
    pub start: Option<Occurrence>,
    /// When a notice takes effect.
    pub effect: Effect,
    /// Hours of days that do not work are left out.
    pub working_hours_only: bool,
}

/// When a notice takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The day it is made.
    SameDay,
    /// The day after.
    NextDay,
    /// The next working day.
    NextWorkingDay,
}

/// A limit of another law, beside the state and never in it.
#[derive(Debug, Clone)]
pub struct Supplementary {
    /// The article.
    pub article: String,
    /// Its words.
    pub quote: String,
    /// What may be printed once the last of its readings has passed.
    pub wording: Label,
    /// The days on which it rules.
    pub valid: Valid,
    /// The event it starts with.
    pub start: EventId,
    /// Its readings, the default first; never empty.
    pub ways: Vec<SupplementaryWay>,
    /// It sets no number on this path.
    pub not_on: Option<crate::clock::Path>,
    /// The certificate that can be asked for.
    pub certificate: Option<Certificate>,
}

/// One reading of a supplementary limit.
#[derive(Debug, Clone)]
pub struct SupplementaryWay {
    /// `A`, `B`; none where there is only one.
    pub id: Option<String>,
    /// How long.
    pub limit: Limit,
    /// The day it runs from.
    pub runs_from: RunsFrom,
    /// What becomes of a last day that does not work.
    pub last_day: LastDay,
}

/// The day a supplementary limit runs from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunsFrom {
    /// The day of filing.
    #[default]
    FilingDay,
    /// The next working day (LFPA 17-B).
    NextWorkingDay,
}

/// What becomes of a last day that does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LastDay {
    /// It stays.
    #[default]
    AsCounted,
    /// It moves to the next working day (LFPA 29).
    NextWorkingDay,
}

/// A certificate of silence (LFPA 17 §1).
#[derive(Debug, Clone)]
pub struct Certificate {
    /// The request for it.
    pub start: EventId,
    /// How long the authority has.
    pub limit: Limit,
}

/// The term a letter gives the person, and its minimum (LFPA 17-A §1).
#[derive(Debug, Clone)]
pub struct AnswerTerm {
    /// The letter.
    pub start: EventId,
    /// The least it may give.
    pub minimum: Limit,
    /// The article.
    pub article: String,
}

/// A request for missing data that stops a term until it is answered (LFPA 17-A §3).
#[derive(Debug, Clone)]
pub struct Suspension {
    /// The request.
    pub request: EventId,
    /// The answer; the term goes on with the next working day.
    pub answer: EventId,
    /// How long after the start the request must be made to stop anything.
    pub within: Limit,
}
