//! Due dates as a calendar (RFC 5545) for any other program: whole days, without places or people.

use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _};

/// One due date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDate {
    /// What tells it from all others, and stays when it is written again.
    pub id: String,
    /// The day.
    pub day: NaiveDate,
    /// What is due.
    pub summary: String,
}

/// The calendar of these dates, as written at a moment.
#[must_use]
pub fn ics(dates: &[DueDate], written: DateTime<Utc>) -> String {
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", "-//Resguardo//Resguardo//ES"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    for due in dates {
        let mut event = Event::new();
        event.uid(&due.id).timestamp(written).summary(&due.summary).starts(due.day);
        // A day ends where the next begins.
        event.ends(due.day.checked_add_days(Days::new(1)).unwrap_or(due.day));
        event.add_property("TRANSP", "TRANSPARENT");
        calendar.push(event.done());
    }
    calendar.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_due_date_is_one_day_and_its_words_are_escaped_and_folded() {
        let summary = format!("Estudio; riesgo, {}", "ñandú ".repeat(20));
        let due = DueDate { id: "a@resguardo".to_owned(), day: "2013-09-13".parse().unwrap(), summary };
        let text = ics(&[due], "2026-11-26T06:00:00Z".parse().unwrap());
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(
            lines[..4],
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Resguardo//Resguardo//ES", "CALSCALE:GREGORIAN"]
        );
        for line in
            ["UID:a@resguardo", "DTSTAMP:20261126T060000Z", "DTSTART;VALUE=DATE:20130913", "DTEND;VALUE=DATE:20130914"]
        {
            assert!(lines.contains(&line), "{line} in {text}");
        }
        assert!(text.contains("Estudio\\; riesgo\\, "), "{text}");
        assert!(lines.iter().all(|line| line.len() <= 75), "{text}");
        assert_eq!(text.replace("\r\n ", "").matches("ñandú").count(), 20);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
    }
}
