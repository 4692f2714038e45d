//! Counting: so many days, working days, months after a day, by the calendar of a law and the organisation's own days.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::Note;
use crate::procedure::{Limit, OwnDay, Procedures, Table, Unit};

/// No count of working days goes further than this.
const FARTHEST: u32 = 4000;

/// A calendar as it is counted by.
#[derive(Clone, Copy)]
pub(super) struct Calendar<'a> {
    pub(super) table: Option<&'a Table>,
    pub(super) own: &'a [OwnDay],
}

impl<'a> Calendar<'a> {
    /// The calendar of a law; of LFPA where none is named.
    pub(super) fn of(law: &'a Procedures, name: Option<&str>, own: &'a [OwnDay]) -> Self {
        let name = name.unwrap_or("LFPA");
        Self { table: law.tables().iter().find(|table| table.law == name), own }
    }

    /// Whether a day works.
    pub(super) fn works(&self, day: NaiveDate) -> bool {
        self.table.is_none_or(|table| table.works(day)) && self.closed(day).is_none()
    }

    pub(super) fn closed(&self, day: NaiveDate) -> Option<&'a OwnDay> {
        let law = self.table.map(|table| table.law.as_str());
        self.own.iter().find(|own| own.from <= day && day <= own.to && (own.law.is_none() || own.law.as_deref() == law))
    }

    /// The day itself if it works, else the next that does.
    pub(super) fn from(&self, day: NaiveDate) -> Option<NaiveDate> {
        let mut day = day;
        for _ in 0..FARTHEST {
            if self.works(day) {
                return Some(day);
            }
            day = day.succ_opt()?;
        }
        None
    }

    /// The working day after a day.
    pub(super) fn after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.from(day.succ_opt()?)
    }

    /// The n-th working day after a day, which itself is not counted.
    fn add(&self, day: NaiveDate, working_days: u32) -> Option<NaiveDate> {
        (0..working_days).try_fold(day, |day, _| self.after(day))
    }

    /// The n-th working day before a day, which itself is not counted.
    fn subtract(&self, day: NaiveDate, working_days: u32) -> Option<NaiveDate> {
        let mut day = day;
        let mut left = working_days;
        for _ in 0..FARTHEST {
            if left == 0 {
                return Some(day);
            }
            day = day.pred_opt()?;
            if self.works(day) {
                left -= 1;
            }
        }
        None
    }

    /// The last day of a forward term that starts with a day (the day itself is day 0).
    pub(super) fn last_day(&self, limit: &Limit, day: NaiveDate) -> Option<NaiveDate> {
        self.forward(limit.unit, limit.value?, day)
    }

    pub(super) fn forward(&self, unit: Unit, value: u32, day: NaiveDate) -> Option<NaiveDate> {
        match unit {
            Unit::CalendarDays => day.checked_add_days(Days::new(u64::from(value))),
            Unit::WorkingDays => self.add(day, value),
            Unit::Months => self.months(day, value),
            Unit::Years => self.months(day, value.checked_mul(12)?),
            Unit::Hours
            | Unit::Immediately
            | Unit::SameAct
            | Unit::AnyTime
            | Unit::NoLimitInLaw
            | Unit::Prohibition
            | Unit::NextSession
            | Unit::SessionCount
            | Unit::FixedDate => None,
        }
    }

    /// The same day-number of a later month; where that month has none, the first working day of the next (LFPA 29).
    fn months(&self, day: NaiveDate, months: u32) -> Option<NaiveDate> {
        let later = day.checked_add_months(Months::new(months))?;
        if later.day() == day.day() {
            return Some(later);
        }
        self.from(later.succ_opt()?)
    }

    /// The latest day of a backward term before a later event. With `apart` that many whole days lie between both.
    pub(super) fn back(&self, limit: &Limit, apart: bool, day: NaiveDate) -> Option<NaiveDate> {
        let value = limit.value?.checked_add(u32::from(apart))?;
        match limit.unit {
            Unit::WorkingDays => self.subtract(day, value),
            Unit::CalendarDays
            | Unit::Hours
            | Unit::Months
            | Unit::Years
            | Unit::Immediately
            | Unit::SameAct
            | Unit::AnyTime
            | Unit::NoLimitInLaw
            | Unit::Prohibition
            | Unit::NextSession
            | Unit::SessionCount
            | Unit::FixedDate => day.checked_sub_days(Days::new(u64::from(value))),
        }
    }

    /// What a person must know of a count between two days: own days that moved it, a table that is not held.
    pub(super) fn notes(&self, from: NaiveDate, to: NaiveDate, notes: &mut Vec<Note<'a>>) {
        if let Some(table) = self.table
            && !(table.valid.holds(from) && table.valid.holds(to))
        {
            notes.push(Note::CalendarNotHeld(table));
        }
        let law = self.table.map(|table| table.law.as_str());
        for own in self.own {
            let (start, end) = (own.from.max(from), own.to.min(to));
            let counts = own.law.is_none() || own.law.as_deref() == law;
            let moved = |day: &NaiveDate| self.table.is_none_or(|table| table.works(*day));
            if counts && start <= end && start.iter_days().take_while(|day| *day <= end).any(|day| moved(&day)) {
                notes.push(Note::OwnDay(own));
            }
        }
    }
}
