//! Due dates for another program's calendar, naming nobody: the folio, the stage and its article, nothing else.

use std::path::Path;

use chrono::{NaiveDate, Utc};
use resguardo_exchange::write::{DueDate, ics};
use serde::Serialize;

use crate::clocks::{ClockRequest, ToldClock};
use crate::error::AppError;
use crate::folio;
use crate::import::write_out;
use crate::indicators::day_or_today;
use crate::session::Session;

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct Written {
    /// How many due dates.
    pub events: usize,
}

impl Session {
    /// Writes the due dates of all clocks that run or are overdue to a file.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; the file cannot be written.
    pub fn write_ics(&self, as_of: Option<&str>, file: &Path) -> Result<Written, AppError> {
        let day = day_or_today(as_of)?;
        let states = vec!["running".to_owned(), "overdue".to_owned()];
        let clocks = self.clocks(&ClockRequest { as_of: Some(day.to_string()), states, record: None })?;
        let dates: Vec<DueDate> = clocks.iter().filter_map(|clock| self.due_date(clock)).collect();
        write_out(file, ics(&dates, Utc::now()).as_bytes())?;
        Ok(Written { events: dates.len() })
    }

    fn due_date(&self, clock: &ToldClock) -> Option<DueDate> {
        let day: NaiveDate = clock.due.as_deref()?.rsplit('/').next()?.get(..10)?.parse().ok()?;
        let snapshot = self.snapshot();
        let row = clock.record.parse().ok().and_then(|id| snapshot.row(id));
        let folio = row.map_or_else(String::new, |row| folio::of(&self.schema, &row));
        let reading = clock.reading.as_deref().unwrap_or_default();
        let parts = [folio.as_str(), &clock.label, &clock.article, reading];
        let summary = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let bare = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        let of = clock.of.as_deref().map(bare).unwrap_or_default();
        let id = format!("{}-{}-{reading}{of}@resguardo", clock.record, bare(&clock.clock));
        Some(DueDate { id, day, summary })
    }
}
