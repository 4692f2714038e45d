//! Which days work: one table a law, and the days an organisation adds.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

use super::stage::Valid;

/// The days that do not work by one law.
#[derive(Debug, Clone, Deserialize)]
pub struct Table {
    /// The law: `LFPA`, `LAMP`, `LOPJF`.
    pub law: String,
    /// The article.
    pub article: String,
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
    /// The days for which the table is held.
    pub valid: Valid,
    /// The days of the week that do not work.
    pub weekly: Vec<Weekday>,
    /// The days of the year that do not work.
    pub year_rules: Vec<Holiday>,
    /// The days that the Labour Law moves.
    #[serde(default)]
    pub lft_moved: Vec<Moved>,
    /// Whether the moved days count.
    #[serde(default)]
    pub lft_moved_mode: MovedMode,
    #[serde(skip)]
    masks: [u32; 13],
}

/// A day of the year that does not work.
#[derive(Debug, Clone, Deserialize)]
pub struct Holiday {
    /// Its month.
    pub month: u32,
    /// Its day.
    pub day: u32,
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
    /// The only years in which it does not work; empty for every year.
    #[serde(default)]
    pub years: Vec<i32>,
}

/// A holiday as the Labour Law moves it (LFT 74).
#[derive(Debug, Clone, Deserialize)]
pub struct Moved {
    /// The month and day it stands for: `02-05`.
    pub instead_of: String,
    /// Its month.
    pub month: u32,
    /// Its day, where it has one.
    pub day: Option<u32>,
    /// The day of the week, where it is counted in weeks.
    pub weekday: Option<Weekday>,
    /// Which of the month.
    pub nth: Option<u8>,
    /// The first day on which it rules.
    pub from: NaiveDate,
    /// The only years; empty for every year.
    #[serde(default)]
    pub years: Vec<i32>,
}

/// Whether the moved days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MovedMode {
    /// The letter of the law: they do not.
    #[default]
    Off,
    /// Both the fixed and the moved day.
    Add,
    /// The moved day in the place of the fixed one.
    Replace,
}

/// Why a day does not work by a law.
#[derive(Debug, Clone, Copy)]
pub enum Rest<'a> {
    /// Its day of the week.
    Weekly,
    /// A day of the year.
    Holiday(&'a Holiday),
    /// A day as the Labour Law moves it.
    Moved(&'a Moved),
}

/// A day, or days, on which an authority closed, as the organisation learnt it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDay {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The law whose calendar it changes; every one when none is named.
    pub law: Option<String>,
    /// What the organisation wrote about it.
    pub reason: String,
}

impl Table {
    /// Prepares the days of every year.
    pub(crate) fn prepare(&mut self) {
        let fixed = self.year_rules.iter().filter(|day| day.years.is_empty());
        for (month, day) in fixed.map(|day| (day.month, day.day)).collect::<Vec<_>>() {
            let slot = usize::try_from(month).ok().and_then(|month| self.masks.get_mut(month));
            if let Some(mask) = slot {
                *mask |= 1_u32.checked_shl(day).unwrap_or(0);
            }
        }
    }

    /// Whether a day works by this table.
    #[must_use]
    pub fn works(&self, day: NaiveDate) -> bool {
        if self.weekly.contains(&day.weekday()) {
            return false;
        }
        if self.lft_moved_mode != MovedMode::Off && self.lft_moved.iter().any(|moved| moved.falls_on(day)) {
            return false;
        }
        !self.rests(day) || self.moved_away(day)
    }

    /// Why a day does not work; none where it does.
    #[must_use]
    pub fn rest(&self, day: NaiveDate) -> Option<Rest<'_>> {
        if self.works(day) {
            return None;
        }
        if self.weekly.contains(&day.weekday()) {
            return Some(Rest::Weekly);
        }
        let on = |rule: &&Holiday| rule.month == day.month() && rule.day == day.day();
        let of_year = |rule: &&Holiday| rule.years.is_empty() || rule.years.contains(&day.year());
        let holiday = self.year_rules.iter().filter(on).find(of_year).map(Rest::Holiday);
        holiday.or_else(|| self.lft_moved.iter().find(|moved| moved.falls_on(day)).map(Rest::Moved))
    }

    fn rests(&self, day: NaiveDate) -> bool {
        let month = usize::try_from(day.month()).unwrap_or(0);
        let bit = 1_u32.checked_shl(day.day()).unwrap_or(0);
        self.masks.get(month).is_some_and(|mask| mask & bit != 0)
            || self.year_rules.iter().any(|rule| {
                !rule.years.is_empty()
                    && rule.month == day.month()
                    && rule.day == day.day()
                    && rule.years.contains(&day.year())
            })
    }

    fn moved_away(&self, day: NaiveDate) -> bool {
        self.lft_moved_mode == MovedMode::Replace
            && self
                .lft_moved
                .iter()
                .any(|moved| moved.from <= day && day.format("%m-%d").to_string() == moved.instead_of)
    }
}

impl Moved {
    fn falls_on(&self, day: NaiveDate) -> bool {
        if day < self.from || day.month() != self.month || !(self.years.is_empty() || self.years.contains(&day.year()))
        {
            return false;
        }
        match (self.day, self.weekday, self.nth) {
            (Some(own), _, _) => day.day() == own,
            (None, Some(weekday), Some(nth)) => {
                NaiveDate::from_weekday_of_month_opt(day.year(), day.month(), weekday, nth) == Some(day)
            }
            (None, _, _) => false,
        }
    }
}
