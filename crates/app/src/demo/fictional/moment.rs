//! Moments of the invented story, in minutes from its first midnight; local time of central Mexico.

use chrono::{Duration, NaiveDate, NaiveDateTime};

/// Minutes of an hour.
pub(super) const HOUR: i64 = 60;
/// Minutes of a day.
pub(super) const DAY: i64 = 24 * HOUR;

/// Minutes since the beginning of 12 November 2012, the day on which the Board was installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Moment(pub(super) i64);

impl Moment {
    /// The last moment of the story: the end of March 2014. What would come later has not happened yet.
    pub(super) const END: Self = Self(505 * DAY);

    /// So many minutes later.
    pub(super) const fn after(self, minutes: i64) -> Self {
        Self(self.0 + minutes)
    }

    /// Itself, unless the story is over by then.
    pub(super) fn happened(self) -> Option<Self> {
        (self < Self::END).then_some(self)
    }

    fn clock(self) -> NaiveDateTime {
        let first = NaiveDate::from_ymd_opt(2012, 11, 12).unwrap_or_default();
        first.and_time(chrono::NaiveTime::MIN) + Duration::minutes(self.0)
    }

    /// `2013-04-09T16:20`.
    pub(super) fn minute(self) -> String {
        self.clock().format("%Y-%m-%dT%H:%M").to_string()
    }

    /// `2013-04-09`.
    pub(super) fn day(self) -> String {
        self.clock().format("%Y-%m-%d").to_string()
    }

    /// `2013-04`.
    pub(super) fn month(self) -> String {
        self.clock().format("%Y-%m").to_string()
    }

    /// The year, for folios.
    pub(super) fn year(self) -> String {
        self.clock().format("%Y").to_string()
    }
}
