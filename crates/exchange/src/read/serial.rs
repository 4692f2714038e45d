//! Dates that a spreadsheet stores as a count of days, told as precisely as the cell's format shows them.

use chrono::{Days, NaiveDate};
use resguardo_domain::value::PartialDate;

/// Days between the count of 1900 and that of 1904.
const LATER_START: u64 = 1462;

/// Minutes of a day.
const DAY: f64 = 1440.0;

/// How much of a date a format shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shown {
    Year,
    Month,
    Day,
    Minute,
}

/// What a number format of Excel shows: `mmm-yy` a month, `yyyy` a year.
pub(super) fn shown_by(format: &str) -> Shown {
    let mut plain = String::new();
    let mut inside = None;
    for letter in format.chars() {
        match (inside, letter) {
            (Some(end), _) if letter == end => inside = None,
            (Some(_), _) => {}
            (None, '"') => inside = Some('"'),
            (None, '[') => inside = Some(']'),
            (None, _) => plain.push(letter.to_ascii_lowercase()),
        }
    }
    // Years are `y`, or `a` where the program speaks Spanish; `am/pm` is an hour's.
    let plain = plain.replace("am/pm", "h");
    let has = |letters: &[char]| plain.contains(letters);
    match () {
        () if has(&['h', 's']) => Shown::Minute,
        () if has(&['d']) || !has(&['y', 'a', 'e']) => Shown::Day,
        () if has(&['m']) => Shown::Month,
        () => Shown::Year,
    }
}

/// The date of a count of days; none for a time without a date and for numbers no date has.
pub(super) fn date(days: f64, from_1904: bool, shown: Shown) -> Option<PartialDate> {
    if !(0.0..2_958_466.0).contains(&days) {
        return None;
    }
    let minutes: u64 = format!("{:.0}", days * DAY).parse().ok()?;
    let (whole, minute) = (minutes / 1440, minutes % 1440);
    if whole == 0 && !from_1904 {
        return None;
    }
    let count = match (from_1904, whole) {
        (true, _) => whole + LATER_START,
        // Excel counts 29 February 1900, which never was.
        (false, ..60) => whole + 1,
        (false, _) => whole,
    };
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(count))?;
    let text = match shown {
        Shown::Year => day.format("%Y").to_string(),
        Shown::Month => day.format("%Y-%m").to_string(),
        Shown::Minute if minute > 0 => format!("{}T{:02}:{:02}", day.format("%Y-%m-%d"), minute / 60, minute % 60),
        Shown::Day | Shown::Minute => day.format("%Y-%m-%d").to_string(),
    };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u17_a_count_of_days_is_the_day_a_spreadsheet_shows() {
        for (days, from_1904, expected) in [
            (1.0, false, Some("1900-01-01")),
            (59.0, false, Some("1900-02-28")),
            (61.0, false, Some("1900-03-01")),
            (41762.0, false, Some("2014-05-03")),
            (40300.0, true, Some("2014-05-03")),
            (41762.6875, false, Some("2014-05-03T16:30")),
            (0.0, true, Some("1904-01-01")),
            (0.6875, false, None),
            (-1.0, false, None),
            (9e9, false, None),
            (f64::NAN, false, None),
        ] {
            let read = date(days, from_1904, Shown::Minute).map(|date| date.to_string());
            assert_eq!(read.as_deref(), expected, "{days}");
        }
    }

    #[test]
    fn a_date_is_as_precise_as_its_cell_shows_it() {
        for (format, expected) in [
            ("dd/mm/yyyy", Shown::Day),
            ("mmm-yy", Shown::Month),
            ("[$-80A]mmmm\\ yyyy", Shown::Month),
            ("mmmm \"de\" yyyy", Shown::Month),
            ("yyyy", Shown::Year),
            ("d/m/yy h:mm AM/PM", Shown::Minute),
            ("[$-80A]d \"de\" mmmm \"de\" aaaa", Shown::Day),
            ("General", Shown::Year),
        ] {
            assert_eq!(shown_by(format), expected, "{format}");
        }
        assert_eq!(date(41762.0, false, Shown::Month).unwrap().as_str(), "2014-05");
    }
}
