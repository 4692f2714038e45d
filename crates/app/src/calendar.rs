//! Days on which an authority closed, as this organisation learnt it: they move the clocks that count working days.

use chrono::{NaiveDate, ParseError};
use resguardo_domain::catalogue::Lang;
use resguardo_domain::operation::Status;
use resguardo_domain::value::{PartialDate, Value};
use resguardo_mechanism::procedure::{OwnDay, Procedures, Table};
use serde::{Deserialize, Serialize};

use crate::bulk::Undoable;
use crate::error::AppError;
use crate::records::Assignment;
use crate::session::Session;

/// What a `setting` record is for when it is such a day.
const PURPOSE: &str = "non_working";
/// Letters of a whole day: `2014-03-14`.
const DAY_LETTERS: usize = 10;

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

/// The days on which authorities closed, as the window shows them, and the laws whose calendars they may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ClosedDays {
    /// The days, latest first.
    pub days: Vec<ClosedDay>,
    /// The laws.
    pub laws: Vec<CalendarLaw>,
}

/// A day, or days, on which an authority closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ClosedDay {
    /// The record.
    pub id: String,
    /// The day or days in words.
    pub said: String,
    /// Whose calendar it changes, in words.
    pub law: String,
    /// Why.
    pub reason: String,
}

/// A law with a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CalendarLaw {
    /// Its short name.
    pub id: String,
    /// Whose days it counts.
    pub label: String,
}

/// What somebody wrote of a day on which an authority closed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ClosedDayInput {
    /// The first day, as typed.
    pub from: String,
    /// The last day, as typed; empty where it is the same.
    pub to: String,
    /// Why.
    pub reason: String,
    /// The law whose calendar it changes; empty for every one.
    pub law: String,
}

impl Session {
    /// The days on which authorities closed, in words.
    #[must_use]
    pub fn closed_days(&self) -> ClosedDays {
        let words = self.words();
        let label = |table: &Table| {
            let own = if self.lang == Lang::En { &table.en } else { &table.es };
            format!("{own} ({})", table.law)
        };
        let tables = Procedures::builtin().tables();
        let laws: Vec<CalendarLaw> =
            tables.iter().map(|table| CalendarLaw { id: table.law.clone(), label: label(table) }).collect();
        let mut all = self.non_working();
        all.sort_by(|a, b| b.from.cmp(&a.from));
        let day = |one: NonWorking| {
            let text = if one.from == one.to { one.from.clone() } else { format!("{}/{}", one.from, one.to) };
            let known = one.law.as_ref().and_then(|law| laws.iter().find(|known| known.id == *law));
            ClosedDay {
                id: one.id,
                said: text.parse::<PartialDate>().map_or(text, |date| words.date(&date, None)),
                law: known.map_or_else(|| words.plain("closed-every-law"), |law| law.label.clone()),
                reason: one.reason,
            }
        };
        ClosedDays { days: all.into_iter().map(day).collect(), laws }
    }

    /// Adds days as somebody types them.
    ///
    /// # Errors
    /// [`AppError::NotADate`] for what is no whole day; [`AppError::NoReason`]; as [`Session::add_non_working`].
    pub fn closed_day_add(&self, input: &ClosedDayInput) -> Result<ClosedDays, AppError> {
        let day = |typed: &str| {
            let edtf = self.date_understood(typed).edtf.filter(|edtf| edtf.len() == DAY_LETTERS);
            edtf.ok_or_else(|| AppError::NotADate { date: typed.to_owned() })
        };
        let own = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let from = day(&input.from)?;
        let to = own(&input.to).map(|typed| day(&typed)).transpose()?;
        let reason = own(&input.reason).ok_or(AppError::NoReason)?;
        self.add_non_working(&from, to.as_deref(), &reason, own(&input.law).as_deref())?;
        Ok(self.closed_days())
    }

    /// Takes days away: the clocks count them again.
    ///
    /// # Errors
    /// No such days; the vault cannot be written.
    pub fn closed_day_remove(&self, id: &str) -> Result<Undoable, AppError> {
        if !self.non_working().iter().any(|day| day.id == id) {
            return Err(AppError::NoSuchRecord);
        }
        let done = self.bulk_status(&[id.to_owned()], Status::Binned)?;
        Ok(Undoable { sentence: self.words().plain("closed-removed"), ..done })
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
            let read: Result<NaiveDate, ParseError> = date.parse();
            read.map_err(|_other| AppError::NotADate { date: date.to_owned() })?;
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

    pub(crate) fn own_days(&self) -> Vec<OwnDay> {
        let day = |one: NonWorking| {
            Some(OwnDay { from: one.from.parse().ok()?, to: one.to.parse().ok()?, law: one.law, reason: one.reason })
        };
        self.non_working().into_iter().filter_map(day).collect()
    }
}
