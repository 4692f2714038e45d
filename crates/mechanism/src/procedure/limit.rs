//! How long a term is.

use chrono::NaiveDate;
use resguardo_domain::catalogue::Label;
use serde::Deserialize;

/// What a limit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Hours from moment to moment, nights and weekends included.
    Hours,
    /// *Días naturales*: every day counts.
    CalendarDays,
    /// *Días hábiles*: days on which the calendar named works.
    WorkingDays,
    /// The same day-number of a later month (LFPA 29).
    Months,
    /// The same day of a later year.
    Years,
    /// *De inmediato*, without a number: never overdue.
    Immediately,
    /// In the same hearing or order: never overdue.
    SameAct,
    /// *En cualquier tiempo*: the right does not lapse.
    AnyTime,
    /// The law sets none: what passed is shown, nothing is overdue.
    NoLimitInLaw,
    /// Must not happen: each time is shown, nothing is overdue.
    Prohibition,
    /// At the next session of the Board.
    NextSession,
    /// So many times each period.
    SessionCount,
    /// On a day the law itself names.
    FixedDate,
}

impl Unit {
    /// Whether something can be overdue by it.
    #[must_use]
    pub const fn binds(self) -> bool {
        !matches!(self, Self::Immediately | Self::SameAct | Self::AnyTime | Self::NoLimitInLaw | Self::Prohibition)
    }
}

/// How long a term is and how it is counted.
#[derive(Debug, Clone, Deserialize)]
pub struct Limit {
    /// How many of the unit; none where the unit says it all.
    pub value: Option<u32>,
    /// The unit.
    pub unit: Unit,
    /// The least it may be, where the record may tell less than the value (T. Séptimo).
    pub at_least: Option<u32>,
    /// The law whose calendar counts.
    pub calendar: Option<String>,
    /// Whether the number was derived, not read.
    #[serde(default)]
    pub derived: bool,
    /// What an authority may add.
    pub extension: Option<Box<Limit>>,
    /// `before`: the term is counted back from the event `relative_to`.
    pub direction: Option<Direction>,
    /// The event a backward term is counted from.
    pub relative_to: Option<String>,
    /// `both_ends`: the days of both events lie outside the days counted.
    pub exclude: Option<Exclude>,
    /// The period of a count of sessions.
    pub per: Option<Period>,
    /// The day the law names.
    pub date: Option<NaiveDate>,
}

/// Which way a term is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Back from a later event.
    Before,
}

/// Which days are left out of a backward count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclude {
    /// The days of both events.
    BothEnds,
}

/// How often a duty recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Every calendar month.
    Month,
    /// Every calendar year.
    Year,
}

/// Another limit for a case the article names; the start says it with `exception` in what it is about.
#[derive(Debug, Clone, Deserialize)]
pub struct Exception {
    /// The article that makes it: `LAMP 17-II`.
    pub id: String,
    /// Its limit.
    pub limit: Limit,
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
}

impl Exception {
    /// What the exception is.
    #[must_use]
    pub fn label(&self) -> Label {
        Label { es: self.es.clone(), en: self.en.clone() }
    }
}

impl Limit {
    /// So many of a unit, counted forward.
    #[must_use]
    pub const fn plain(value: u32, unit: Unit, calendar: Option<String>) -> Self {
        Self {
            value: Some(value),
            unit,
            at_least: None,
            calendar,
            derived: false,
            extension: None,
            direction: None,
            relative_to: None,
            exclude: None,
            per: None,
            date: None,
        }
    }
}
