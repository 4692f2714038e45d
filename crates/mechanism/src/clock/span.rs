//! When something may have happened: from the first to the last minute its date allows.

use chrono::{FixedOffset, LocalResult, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;
use resguardo_domain::value::PartialDate;
use resguardo_domain::value::date::Precision;

/// From the first to the last minute, on the clock of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: NaiveDateTime,
    pub(super) last: NaiveDateTime,
    pub(super) offset: Option<FixedOffset>,
    /// Written as approximate or uncertain.
    pub(super) doubtful: bool,
}

/// Days before this are an open beginning, days after its counterpart an open end.
const OPEN: TimeDelta = TimeDelta::days(365 * 400);

impl Span {
    /// What a date covers. Its day is the one written, wherever it was.
    pub(super) fn of(date: &PartialDate) -> Self {
        let doubt = date.doubt();
        let mut span = Self {
            first: date.first().and_time(chrono::NaiveTime::MIN),
            last: end_of(date.last()),
            offset: None,
            doubtful: doubt.approximate || doubt.uncertain,
        };
        if date.precision() == Precision::Minute {
            let (from, to) = date.as_str().split_once('/').unwrap_or((date.as_str(), date.as_str()));
            if let Some((minutes, offset)) = clock_of(from) {
                span.first += minutes;
                span.offset = offset;
            }
            if let Some((minutes, _)) = clock_of(to) {
                span.last = date.last().and_time(chrono::NaiveTime::MIN) + minutes;
            }
        }
        span
    }

    /// Whether an end of it is open, so that nothing can be counted from it.
    pub(super) fn is_open(&self) -> bool {
        self.last - self.first > OPEN
    }

    pub(super) fn first_day(&self) -> NaiveDate {
        self.first.date()
    }

    pub(super) fn last_day(&self) -> NaiveDate {
        self.last.date()
    }

    /// The same span told by minutes since 1970 in UTC: (first, last).
    pub(super) fn minutes(&self, zone: Tz) -> (i64, i64) {
        (minute_of(self.first, self.offset, zone, false), minute_of(self.last, self.offset, zone, true))
    }
}

/// Minutes since 1970 in UTC. An hour that the clock showed twice is the earlier, or with `later` the later; an hour that
/// it skipped is told by the offset before the change.
pub(super) fn minute_of(local: NaiveDateTime, offset: Option<FixedOffset>, zone: Tz, later: bool) -> i64 {
    let utc = match offset {
        Some(offset) => local - offset,
        None => match zone.from_local_datetime(&local) {
            LocalResult::Single(one) => one.naive_utc(),
            LocalResult::Ambiguous(first, second) => (if later { second } else { first }).naive_utc(),
            LocalResult::None => local - zone.offset_from_utc_datetime(&(local - TimeDelta::hours(12))).fix(),
        },
    };
    utc.and_utc().timestamp().div_euclid(60)
}

/// The moment so many minutes after 1970, on the clock of an offset or of the zone.
pub(super) fn local_of(minute: i64, offset: Option<FixedOffset>, zone: Tz) -> Option<chrono::DateTime<FixedOffset>> {
    let utc = chrono::DateTime::from_timestamp(minute.checked_mul(60)?, 0)?.naive_utc();
    let offset = offset.unwrap_or_else(|| zone.offset_from_utc_datetime(&utc).fix());
    Some(offset.from_utc_datetime(&utc))
}

/// The last minute of a day.
pub(super) fn end_of(day: NaiveDate) -> NaiveDateTime {
    day.and_hms_opt(23, 59, 0).unwrap_or_else(|| day.and_time(chrono::NaiveTime::MIN))
}

/// Minutes since midnight and offset of `2014-05-03T16:00-06:00`.
fn clock_of(text: &str) -> Option<(TimeDelta, Option<FixedOffset>)> {
    let (_, time) = text.split_once('T')?;
    let time = time.trim_end_matches(['~', '?', '%']);
    let at = time.find(['+', '-', 'Z']).unwrap_or(time.len());
    let (clock, offset) = time.split_at_checked(at)?;
    let minutes = |text: &str| {
        let (hour, minute) = text.split_once(':')?;
        Some(hour.parse::<i32>().ok()? * 60 + minute.parse::<i32>().ok()?)
    };
    let offset = match offset.split_at_checked(1) {
        None => None,
        Some(("Z", _)) => FixedOffset::east_opt(0),
        Some(("-", bare)) => FixedOffset::west_opt(minutes(bare)? * 60),
        Some((_, bare)) => FixedOffset::east_opt(minutes(bare)? * 60),
    };
    Some((TimeDelta::minutes(i64::from(minutes(clock)?)), offset))
}
