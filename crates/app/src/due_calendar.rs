//! Due dates as a calendar file (RFC 5545) that names nobody: the stage, its article and the folio, nothing else.

use std::path::Path;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::clocks::{ClockRequest, ToldClock};
use crate::error::AppError;
use crate::indicators::day_or_today;
use crate::session::{Session, now_ms};
use crate::written::time_text;

/// The longest line in bytes, before its break (RFC 5545 §3.1).
const LINE: usize = 73;

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct Calendar {
    /// How many due dates.
    pub events: usize,
}

impl Session {
    /// Writes the due dates of all clocks that run or are overdue to a new file.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; the file cannot be written.
    pub fn due_calendar(&self, as_of: Option<&str>, file: &Path) -> Result<Calendar, AppError> {
        let day = day_or_today(as_of)?;
        let states = vec!["running".to_owned(), "overdue".to_owned()];
        let clocks = self.clocks(&ClockRequest { as_of: Some(day.to_string()), states, record: None })?;
        let stamp = time_text(now_ms()).replace(['-', ':'], "");
        let stamp = format!("{}Z", stamp.split('.').next().unwrap_or_default());
        let mut text = String::from(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Resguardo//Resguardo//ES\r\nCALSCALE:GREGORIAN\r\n",
        );
        let mut events = 0;
        for clock in &clocks {
            let Some(due) = clock.due.as_deref().and_then(last_day) else { continue };
            let folio = self.folio_of(&clock.record);
            let summary = [folio.as_str(), &clock.label, &clock.article, clock.reading.as_deref().unwrap_or_default()];
            let summary = summary.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            for line in event(clock, due, &stamp, &summary) {
                push_line(&mut text, &line);
            }
            events += 1;
        }
        text.push_str("END:VCALENDAR\r\n");
        crate::import::write_out(file, text.as_bytes())?;
        Ok(Calendar { events })
    }

    /// The folio of a record; nothing of the institution.
    fn folio_of(&self, id: &str) -> String {
        let snapshot = self.snapshot();
        let row = id.parse().ok().and_then(|id| snapshot.row(id));
        row.map_or_else(String::new, |row| crate::folio::of(self.schema, &row))
    }
}

fn last_day(due: &str) -> Option<NaiveDate> {
    let last = due.rsplit('/').next()?;
    last.get(..10)?.parse().ok()
}

fn event(clock: &ToldClock, due: NaiveDate, stamp: &str, summary: &str) -> Vec<String> {
    let end = due.checked_add_days(Days::new(1)).unwrap_or(due);
    let part = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let of = clock.of.as_deref().map(part).unwrap_or_default();
    let reading = clock.reading.as_deref().unwrap_or_default();
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}-{reading}{of}@resguardo", clock.record, part(&clock.clock)),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{}", due.format("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")),
        format!("SUMMARY:{}", escaped(summary)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Long lines are folded, between characters.
fn push_line(text: &mut String, line: &str) {
    let mut length = 0;
    for sign in line.chars() {
        if length + sign.len_utf8() > LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(sign);
        length += sign.len_utf8();
    }
    text.push_str("\r\n");
}
