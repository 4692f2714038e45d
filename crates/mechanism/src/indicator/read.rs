//! Short ways to read a record.

use chrono::{Datelike, Days, Months, NaiveDate};
use resguardo_domain::id::RecordId;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::date::Precision;
use resguardo_domain::value::{Answer, PartialDate, Step, Value};

pub(super) trait Read {
    /// The first term of a field.
    fn term(&self, field: &str) -> Option<&str>;
    /// Every term of a field.
    fn terms(&self, field: &str) -> impl Iterator<Item = &str>;
    /// The first date of a field.
    fn date(&self, field: &str) -> Option<&PartialDate>;
    /// The records a field points to.
    fn references(&self, field: &str) -> impl Iterator<Item = RecordId>;
    /// What a yes-or-no question was answered.
    fn answer(&self, field: &str) -> Option<Answer>;
    /// A whole number.
    fn whole(&self, field: &str) -> Option<i64>;
    /// An amount of money, in whole units of its currency.
    fn money(&self, field: &str) -> Option<i64>;
    /// The dated steps with this event.
    fn steps<'a>(&'a self, event: &'a str) -> impl Iterator<Item = &'a Step>;
    /// Whether a field holds anything.
    fn has(&self, field: &str) -> bool;
    /// The text of a field.
    fn text(&self, field: &str) -> Option<&str>;
}

impl Read for Summary {
    fn term(&self, field: &str) -> Option<&str> {
        self.terms(field).next()
    }

    fn terms(&self, field: &str) -> impl Iterator<Item = &str> {
        self.values(field)
            .iter()
            .filter_map(|value| if let Value::Choice(term) = value { Some(term.as_str()) } else { None })
    }

    fn date(&self, field: &str) -> Option<&PartialDate> {
        self.values(field).iter().find_map(|value| if let Value::Date(date, _) = value { Some(date) } else { None })
    }

    fn references(&self, field: &str) -> impl Iterator<Item = RecordId> {
        self.values(field).iter().flat_map(|value| value.references().into_iter().map(|reference| reference.record))
    }

    fn answer(&self, field: &str) -> Option<Answer> {
        self.values(field).iter().find_map(|value| if let Value::Answer(answer) = value { Some(*answer) } else { None })
    }

    fn whole(&self, field: &str) -> Option<i64> {
        let number =
            self.values(field).iter().find_map(|value| if let Value::Number(n) = value { Some(n) } else { None })?;
        i64::try_from(number.scaled() / 1_000_000_000).ok()
    }

    fn money(&self, field: &str) -> Option<i64> {
        let money =
            self.values(field).iter().find_map(|value| if let Value::Money(m) = value { Some(m) } else { None })?;
        Some(money.minor / 100)
    }

    fn steps<'a>(&'a self, event: &'a str) -> impl Iterator<Item = &'a Step> {
        let steps = self.values("steps").iter();
        steps.filter_map(move |value| match value {
            Value::Step(step) if step.event == event => Some(step.as_ref()),
            _ => None,
        })
    }

    fn has(&self, field: &str) -> bool {
        self.values(field).iter().any(|value| !value.is_non_answer())
    }

    fn text(&self, field: &str) -> Option<&str> {
        self.values(field).iter().find_map(|value| match value {
            Value::Text(text) | Value::LongText(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

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

pub(super) fn is_day(date: &PartialDate) -> bool {
    date.first() == date.last() && !date.doubt().approximate
}

/// Whole months two days take in, both of them included: November 2010 to December 2012 are 26.
pub(super) fn months_taken_in(from: NaiveDate, to: NaiveDate) -> i64 {
    let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    month(to) - month(from) + 1
}
