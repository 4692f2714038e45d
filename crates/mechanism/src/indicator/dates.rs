//! Days that a date may mean, and how they lie to each other.

use chrono::{Datelike, Days, Months, NaiveDate};
use resguardo_domain::value::PartialDate;
use resguardo_domain::value::date::Precision;

use super::facts::Record;

/// Whether something happened by a day: yes, no, or its date does not say.
pub(super) fn happened_by(date: &PartialDate, day: NaiveDate) -> Option<bool> {
    if date.first() > day {
        return Some(false);
    }
    (date.last() <= day).then_some(true)
}

/// The earliest day a date may mean, one step of its precision earlier where it says *about*.
#[must_use]
pub fn earliest(date: &PartialDate) -> NaiveDate {
    if !date.doubt().approximate {
        return date.first();
    }
    let first = date.first();
    let earlier = match date.precision() {
        Precision::Decade => first.checked_sub_months(Months::new(120)),
        Precision::Year => first.checked_sub_months(Months::new(12)),
        Precision::Season => first.checked_sub_months(Months::new(3)),
        Precision::Month => first.checked_sub_months(Months::new(1)),
        Precision::Day | Precision::Minute => first.checked_sub_days(Days::new(3)),
    };
    earlier.unwrap_or(first)
}

/// Days from one date to another, where both are exact days; none where one is not.
pub(super) fn days_between(from: &PartialDate, to: &PartialDate) -> Option<i64> {
    (is_day(from) && is_day(to)).then(|| to.first().signed_duration_since(from.first()).num_days())
}

/// Days from one date of a record to another.
pub(super) fn days_of(record: &Record, from: &str, to: &str) -> Option<i64> {
    days_between(record.date(from)?, record.date(to)?)
}

/// Whether a date is one day for sure.
pub(super) fn is_day(date: &PartialDate) -> bool {
    date.first() == date.last() && !date.doubt().approximate
}

/// Whole months two days take in, both of them included: November 2010 to December 2012 are 26.
pub(super) fn months_taken_in(from: NaiveDate, to: NaiveDate) -> i64 {
    let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    month(to) - month(from) + 1
}
