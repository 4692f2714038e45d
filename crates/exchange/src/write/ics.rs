//! Days and hours with something due as a calendar (RFC 5545) for any other program: without places or people.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _};

/// How long an hour that is due takes up, in minutes.
const MINUTES: i64 = 15;

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDate {
    /// What tells it from all others, and stays when it is written again.
    pub id: String,
    /// When.
    pub at: DueAt,
    /// What is due.
    pub summary: String,
}

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueAt {
    /// On a day, whichever zone the reader is in.
    Day(NaiveDate),
    /// At a moment, which every reader sees on the clock of their own place; the other program reminds of it.
    Moment(DateTime<Utc>),
}

/// The calendar of these dates, as written at a moment.
#[must_use]
pub fn ics(dates: &[DueDate], written: DateTime<Utc>) -> String {
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", "-//Fechas//ES"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(property);
    }
    for due in dates {
        let mut event = Event::new();
        event.uid(&due.id).timestamp(written).summary(&due.summary);
        match due.at {
            // A day ends where the next begins.
            DueAt::Day(day) => event.starts(day).ends(day.checked_add_days(Days::new(1)).unwrap_or(day)),
            DueAt::Moment(at) => {
                let reminder = Alarm::display(&due.summary, TimeDelta::zero());
                event.starts(at).ends(at + TimeDelta::minutes(MINUTES)).alarm(reminder)
            }
        };
        event.add_property("TRANSP", "TRANSPARENT");
        calendar.push(event.done());
    }
    calendar.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(due: DueDate) -> Vec<String> {
        let text = ics(&[due], "2026-11-26T06:00:00Z".parse().unwrap());
        assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
        text.split("\r\n").map(str::to_owned).collect()
    }

    fn has(lines: &[String], wanted: &[&str]) {
        for line in wanted {
            assert!(lines.iter().any(|known| known == line), "{line} in {lines:?}");
        }
    }

    #[test]
    fn a_due_date_is_one_day_and_its_words_are_escaped_and_folded() {
        let summary = format!("Estudio; riesgo, {}\nFIN:", "ñandú ".repeat(20));
        let day = DueAt::Day("2013-09-13".parse().unwrap());
        let lines = lines(DueDate { id: "a@fechas".to_owned(), at: day, summary });
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fechas//ES", "CALSCALE:GREGORIAN"];
        assert_eq!(lines[..4], head);
        has(&lines, &["UID:a@fechas", "DTSTAMP:20261126T060000Z", "TRANSP:TRANSPARENT"]);
        has(&lines, &["DTSTART;VALUE=DATE:20130913", "DTEND;VALUE=DATE:20130914"]);
        assert!(lines.iter().all(|line| line.len() <= 75), "{lines:?}");
        let text = lines.join("\r\n").replace("\r\n ", "");
        assert!(text.contains("Estudio\\; riesgo\\, ") && text.contains("\\nFIN:"), "{text}");
        assert_eq!(text.matches("ñandú").count(), 20);
        assert!(!text.contains("VALARM"), "a day rings no bell");
    }

    #[test]
    fn an_hour_is_a_moment_of_utc_with_a_reminder() {
        let at = DueAt::Moment("2026-11-27T00:00:00Z".parse().unwrap());
        let lines = lines(DueDate { id: "b@fechas".to_owned(), at, summary: "GL-1a2b3c · Llamada".to_owned() });
        has(&lines, &["DTSTART:20261127T000000Z", "DTEND:20261127T001500Z"]);
        has(&lines, &["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:GL-1a2b3c · Llamada", "END:VALARM"]);
        assert!(lines.iter().any(|line| line == "TRIGGER:P0D"), "at the hour itself: {lines:?}");
    }
}
