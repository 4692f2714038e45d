//! The day or the moment that clocks are judged by, as somebody types it.

use chrono::{Local, NaiveDate, NaiveDateTime, Timelike};
use resguardo_domain::value::PartialDate;
use resguardo_domain::value::date::Precision;
use resguardo_language::Words;
use resguardo_mechanism::clock::AsOf;

use crate::error::AppError;

/// What is judged by.
pub(crate) struct Seen {
    /// The same for the clocks.
    pub(crate) as_of: AsOf,
    /// As it is typed again: a day, or a moment.
    pub(crate) text: String,
    /// In words.
    pub(crate) said: String,
}

impl Seen {
    /// A day by its end, a moment by itself; nothing typed is this minute by the laptop's clock: a term in hours that runs is
    /// not held against anybody for the rest of the day.
    pub(crate) fn typed(typed: &str, words: &Words) -> Result<Self, AppError> {
        let now = Local::now();
        let today = now.date_naive();
        if typed.trim().is_empty() {
            let minute = now.naive_local().with_second(0).unwrap_or_else(|| now.naive_local());
            let as_of = AsOf::moment(minute, Some(*now.offset()));
            let said = words.date(&PartialDate::day(today), None);
            return Ok(Self { as_of, text: today.to_string(), said });
        }
        let understood = crate::dates::understand(typed, today).filter(|date| !date.is_interval());
        let date = understood.ok_or_else(|| AppError::NotADate { date: typed.to_owned() })?;
        if let Some(moment) = moment(&date) {
            let as_of = AsOf::moment(moment, None);
            return Ok(Self { as_of, text: date.as_str().to_owned(), said: words.date(&date, None) });
        }
        let day = date.last();
        let said = words.date(&PartialDate::day(day), None);
        Ok(Self { as_of: AsOf::day(day), text: day.to_string(), said })
    }

    /// As short as a list shows it.
    pub(crate) fn short(&self, words: &Words) -> String {
        self.text.parse::<PartialDate>().map_or_else(|_| self.said.clone(), |date| words.date_short(&date))
    }

    /// Its day.
    pub(crate) fn day(&self) -> NaiveDate {
        self.as_of.date()
    }
}

/// The minute a date names, where it names one.
fn moment(date: &PartialDate) -> Option<NaiveDateTime> {
    let text = date.as_str().get(..16).filter(|_| date.precision() == Precision::Minute)?;
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok()
}
