//! Days on which an authority closed, as this organisation learnt it: they move the clocks that count working days.

use chrono::{NaiveDate, ParseError};
use resguardo_domain::operation::Status;
use resguardo_domain::value::Value;
use resguardo_mechanism::procedure::{OwnDay, Procedures};
use serde::Serialize;

use crate::error::AppError;
use crate::records::Assignment;
use crate::session::Session;

/// What a `setting` record is for when it is such a day.
const PURPOSE: &str = "non_working";

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
