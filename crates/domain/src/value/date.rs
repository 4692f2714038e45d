//! Dates as precise as they are known: Extended Date/Time Format (EDTF, ISO 8601-2:2019) level 1.
//!
//! Understood: `2014`, `201X`, `2014-05`, `2014-05-03`, a season `1993-22`, each with `~` (about), `?` (uncertain) or
//! `%` (both); an interval `2010-11/2012-12`, open `../2012` or `2010/..`; and one extension, the minute,
//! `2014-05-03T16:00` with an optional offset `-06:00`. The text as typed is kept; what it covers is computed.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};

/// The text is no date of EDTF level 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date: use 2014, 2014-05, 2014-05-03, 2014-05~ or 2010-11/2012-12")]
pub struct NotADate;

/// How precisely one end of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Ten years, `201X`.
    Decade,
    /// A year.
    Year,
    /// Three months of a year, `2014-21` (spring) to `2014-24` (winter).
    Season,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A minute of a day.
    Minute,
}

/// A date, possibly partial, approximate, uncertain or an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartialDate {
    text: String,
    first: NaiveDate,
    last: NaiveDate,
    precision: Precision,
    doubt: Doubt,
    minutes: u16,
}

/// What the writer said about how sure a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Doubt {
    /// `~`: about.
    pub approximate: bool,
    /// `?`: uncertain.
    pub uncertain: bool,
}

impl PartialDate {
    /// The first day it may mean; for an open interval the earliest day there is.
    #[must_use]
    pub const fn first(&self) -> NaiveDate {
        self.first
    }

    /// The last day it may mean; for an open interval the latest day there is.
    #[must_use]
    pub const fn last(&self) -> NaiveDate {
        self.last
    }

    /// How precise it is; of an interval, the coarser end.
    #[must_use]
    pub const fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether it is approximate or uncertain.
    #[must_use]
    pub const fn doubt(&self) -> Doubt {
        self.doubt
    }

    /// Whether it is an interval of two dates.
    #[must_use]
    pub fn is_interval(&self) -> bool {
        self.text.contains('/')
    }

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The exact day.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        let text = date.format("%Y-%m-%d").to_string();
        Self { text, first: date, last: date, precision: Precision::Day, doubt: Doubt::default(), minutes: 0 }
    }

    /// The same date told no finer than its month: what may be shown below full disclosure.
    #[must_use]
    pub fn to_month(&self) -> Self {
        let coarse = |date: NaiveDate| date.format("%Y-%m").to_string();
        if self.precision <= Precision::Month && !self.is_interval() {
            return self.clone();
        }
        let (first, last) = (coarse(self.first), coarse(self.last));
        let text = if first == last { first } else { format!("{first}/{last}") };
        text.parse().unwrap_or_else(|NotADate| self.clone())
    }
}

impl Ord for PartialDate {
    /// By the first day, then the minute, then the last day, then the text.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &Self| (date.first, date.minutes, date.last);
        key(self).cmp(&key(other)).then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        if text.len() > 64 || !text.is_ascii() {
            return Err(NotADate);
        }
        let Some((from, to)) = text.split_once('/') else {
            let one = Single::parse(text)?;
            return Ok(one.with_text(text));
        };
        if from == ".." && to == ".." {
            return Err(NotADate);
        }
        let from = if from == ".." { None } else { Some(Single::parse(from)?) };
        let to = if to == ".." { None } else { Some(Single::parse(to)?) };
        let first = from.as_ref().map_or(NaiveDate::MIN, |one| one.first);
        let last = to.as_ref().map_or(NaiveDate::MAX, |one| one.last);
        if last < first {
            return Err(NotADate);
        }
        let ends = || from.iter().chain(to.iter());
        Ok(Self {
            text: text.to_owned(),
            first,
            last,
            precision: ends().map(|one| one.precision).min().ok_or(NotADate)?,
            doubt: Doubt {
                approximate: ends().any(|one| one.doubt.approximate),
                uncertain: ends().any(|one| one.doubt.uncertain),
            },
            minutes: from.as_ref().map_or(0, |one| one.minutes),
        })
    }
}

struct Single {
    first: NaiveDate,
    last: NaiveDate,
    precision: Precision,
    doubt: Doubt,
    minutes: u16,
}

impl Single {
    fn with_text(self, text: &str) -> PartialDate {
        let Self { first, last, precision, doubt, minutes } = self;
        PartialDate { text: text.to_owned(), first, last, precision, doubt, minutes }
    }

    fn parse(text: &str) -> Result<Self, NotADate> {
        let (plain, doubt) = match text.as_bytes().last() {
            Some(b'~') => (text.strip_suffix('~'), Doubt { approximate: true, uncertain: false }),
            Some(b'?') => (text.strip_suffix('?'), Doubt { approximate: false, uncertain: true }),
            Some(b'%') => (text.strip_suffix('%'), Doubt { approximate: true, uncertain: true }),
            _ => (Some(text), Doubt::default()),
        };
        let plain = plain.ok_or(NotADate)?;
        let (date, minutes) = match plain.split_once('T') {
            Some((date, time)) => (date, Some(minutes_of(time)?)),
            None => (plain, None),
        };
        let (first, last, precision) = days_of(date)?;
        match minutes {
            Some(_) if precision != Precision::Day => Err(NotADate),
            Some(minutes) => Ok(Self { first, last, precision: Precision::Minute, doubt, minutes }),
            None => Ok(Self { first, last, precision, doubt, minutes: 0 }),
        }
    }
}

fn days_of(text: &str) -> Result<(NaiveDate, NaiveDate, Precision), NotADate> {
    let mut parts = text.split('-');
    let year_text = parts.next().ok_or(NotADate)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() || year_text.len() != 4 {
        return Err(NotADate);
    }
    if let Some(decade) = year_text.strip_suffix('X') {
        let year = number(decade, 3)?.checked_mul(10).ok_or(NotADate)?;
        let last = start_of(year, 1)?.checked_add_months(Months::new(120)).and_then(|next| next.pred_opt());
        return if month.is_some() {
            Err(NotADate)
        } else {
            Ok((start_of(year, 1)?, last.ok_or(NotADate)?, Precision::Decade))
        };
    }
    let year = number(year_text, 4)?;
    let Some(month) = month else {
        return Ok((start_of(year, 1)?, end_of(year, 12)?, Precision::Year));
    };
    let month = u32::from(number(month, 2)?);
    if let (21..=24, None) = (month, day) {
        return season_of(year, month);
    }
    let Some(day) = day else { return Ok((start_of(year, month)?, end_of(year, month)?, Precision::Month)) };
    let date = NaiveDate::from_ymd_opt(i32::from(year), month, u32::from(number(day, 2)?)).ok_or(NotADate)?;
    Ok((date, date, Precision::Day))
}

/// Northern seasons, as EDTF 21–24 without a hemisphere are read in Mexico; winter runs into the next year.
fn season_of(year: u16, season: u32) -> Result<(NaiveDate, NaiveDate, Precision), NotADate> {
    let first = start_of(year, (season - 20) * 3)?;
    let next = first.checked_add_months(Months::new(3)).ok_or(NotADate)?;
    Ok((first, next.checked_sub_days(Days::new(1)).ok_or(NotADate)?, Precision::Season))
}

fn start_of(year: u16, month: u32) -> Result<NaiveDate, NotADate> {
    NaiveDate::from_ymd_opt(i32::from(year), month, 1).ok_or(NotADate)
}

fn end_of(year: u16, month: u32) -> Result<NaiveDate, NotADate> {
    let next = start_of(year, month)?.checked_add_months(Months::new(1));
    next.and_then(|date| date.pred_opt()).ok_or(NotADate)
}

/// Minutes since midnight of `16:00`, `16:00Z` or `16:00-06:00`; seconds are not kept.
fn minutes_of(text: &str) -> Result<u16, NotADate> {
    let (clock, offset) = match text.find(['+', '-', 'Z']) {
        Some(at) => text.split_at_checked(at).ok_or(NotADate)?,
        None => (text, ""),
    };
    if !(offset.is_empty() || offset == "Z") {
        let bare = offset.strip_prefix(['+', '-']).ok_or(NotADate)?;
        if hour_and_minute(bare)? > 14 * 60 {
            return Err(NotADate);
        }
    }
    hour_and_minute(clock)
}

fn hour_and_minute(text: &str) -> Result<u16, NotADate> {
    let (hour, minute) = text.split_once(':').ok_or(NotADate)?;
    let (hour, minute) = (number(hour, 2)?, number(minute, 2)?);
    if hour > 23 || minute > 59 { Err(NotADate) } else { Ok(hour * 60 + minute) }
}

fn number(text: &str, digits: usize) -> Result<u16, NotADate> {
    if text.len() != digits || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotADate);
    }
    text.parse().or(Err(NotADate))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(text: &str) -> String {
        match text.parse::<PartialDate>() {
            Ok(date) => format!("{} {} {:?}", date.first(), date.last(), date.precision()),
            Err(error) => error.to_string().chars().take(10).collect(),
        }
    }

    #[test]
    fn a_date_covers_the_days_it_may_mean() {
        for (text, expected) in [
            ("2014", "2014-01-01 2014-12-31 Year"),
            ("201X", "2010-01-01 2019-12-31 Decade"),
            ("2014-02", "2014-02-01 2014-02-28 Month"),
            ("2014-05~", "2014-05-01 2014-05-31 Month"),
            ("2014-05-03?", "2014-05-03 2014-05-03 Day"),
            ("2012-02-29", "2012-02-29 2012-02-29 Day"),
            ("2014-05-03T16:00-06:00", "2014-05-03 2014-05-03 Minute"),
            ("1993-22", "1993-06-01 1993-08-31 Season"),
            ("1993-24", "1993-12-01 1994-02-28 Season"),
            ("2010-11/2012-12", "2010-11-01 2012-12-31 Month"),
            ("2014-01-01/2015", "2014-01-01 2015-12-31 Year"),
            ("2014-02-30", "not a date"),
            ("2014-13", "not a date"),
            ("14-02-03", "not a date"),
            ("2015/2014", "not a date"),
            ("../..", "not a date"),
            ("2014-05T10:00", "not a date"),
            ("2014-05-03T24:00", "not a date"),
            ("", "not a date"),
            ("２０１４", "not a date"),
        ] {
            assert_eq!(covers(text), expected, "{text}");
        }
    }

    #[test]
    fn dates_order_by_their_first_day_and_keep_their_text() {
        let mut dates: Vec<PartialDate> = ["2014-05", "2014", "2014-05-03T09:00", "2013-12-31", "2014-05-03"]
            .iter()
            .map(|t| t.parse().unwrap())
            .collect();
        dates.sort();
        let texts: Vec<&str> = dates.iter().map(PartialDate::as_str).collect();
        assert_eq!(texts, ["2013-12-31", "2014", "2014-05", "2014-05-03", "2014-05-03T09:00"]);
    }

    #[test]
    fn below_full_disclosure_a_date_is_told_by_its_month() {
        for (text, expected) in [
            ("2014-05-03", "2014-05"),
            ("2014-05-03T16:00", "2014-05"),
            ("2014", "2014"),
            ("2014-05~", "2014-05~"),
            ("2014-05-03/2014-06-01", "2014-05/2014-06"),
            ("2014-05-03/2014-05-09", "2014-05"),
        ] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_month().as_str(), expected, "{text}");
        }
    }
}
