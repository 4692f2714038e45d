//! Days and hours with something due for another program's calendar, naming nobody and no program: the folio, the stage and
//! its article or what waits, nothing else. Of a call also the folio of who is called.

use std::path::Path;

use chrono::{Local, NaiveDate, Utc};
use resguardo_domain::schema::{DisclosureLevel, WaitSort};
use resguardo_domain::value::{PartialDate, Value};
use resguardo_exchange::write::{DueAt, DueDate, ics};
use resguardo_language::{Args, Words};
use resguardo_vault::Snapshot;
use serde::Serialize;

use crate::agenda::Pending;
use crate::calls::instant;
use crate::clocks::{ClockRequest, ToldClock};
use crate::departures::Departure;
use crate::error::AppError;
use crate::folio;
use crate::import::write_out;
use crate::indicators::day_or_today;
use crate::outgoing::{Left, name};
use crate::session::Session;

/// How many lines are shown before they leave.
const MOST_SHOWN: usize = 300;

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct Written {
    /// How many dates.
    pub events: usize,
}

/// What would leave.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct IcsPreview {
    /// How much it is, in words.
    pub told: String,
    /// How many lines there are.
    pub total: usize,
    /// The first of them, exactly as they leave.
    pub lines: Vec<IcsLine>,
}

/// One line of a calendar.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct IcsLine {
    /// Its id in the calendar.
    pub id: String,
    /// When, in words.
    pub at: String,
    /// What.
    pub summary: String,
}

impl Session {
    /// Writes what is due to a file: the clocks that run or are overdue, calls, steps, promises and reviews.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; the file cannot be written.
    pub fn write_ics(&self, as_of: Option<&str>, file: &Path) -> Result<Written, AppError> {
        let dates = self.due_dates(day_or_today(as_of)?)?;
        let text = ics(&dates, Utc::now());
        write_out(file, text.as_bytes())?;
        self.note_departure(&Departure {
            event: "export",
            file,
            bytes: text.as_bytes(),
            kind: "ics",
            format: "ics",
            level: DisclosureLevel::NoIdentities,
            query: as_of.map(|day| format!("as-of={day}")).into_iter().collect(),
            records: dates.len(),
        })?;
        Ok(Written { events: dates.len() })
    }

    /// What would leave, line by line.
    ///
    /// # Errors
    /// None but those of the vault.
    pub fn ics_preview(&self) -> Result<IcsPreview, AppError> {
        let mut dates = self.due_dates(day_or_today(None)?)?;
        dates.sort_by_key(|due| local_day(due.at));
        let words = self.words();
        let count = u64::try_from(dates.len()).unwrap_or(u64::MAX);
        let line = |due: &DueDate| {
            let at = match due.at {
                DueAt::Day(day) => PartialDate::day(day),
                DueAt::Moment(at) => {
                    let text = at.with_timezone(&Local).format("%Y-%m-%dT%H:%M").to_string();
                    text.parse().unwrap_or_else(|_| PartialDate::day(local_day(due.at)))
                }
            };
            IcsLine { id: due.id.clone(), at: words.date_short(&at), summary: due.summary.clone() }
        };
        // What is still to come is what a calendar is for: it is shown first.
        let today = day_or_today(None)?;
        let (past, coming): (Vec<_>, Vec<_>) = dates.iter().partition(|due| local_day(due.at) < today);
        let lines = coming.into_iter().chain(past.into_iter().rev()).take(MOST_SHOWN).map(line).collect();
        Ok(IcsPreview { told: words.say("ics-count", &Args::new().count("count", count)), total: dates.len(), lines })
    }

    /// Writes the calendar where the person says.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn ics_save(&self, file: &Path) -> Result<Left, AppError> {
        Ok(Left { rows: self.write_ics(None, file)?.events, file: name(file) })
    }

    fn due_dates(&self, day: NaiveDate) -> Result<Vec<DueDate>, AppError> {
        let states = vec!["running".to_owned(), "overdue".to_owned()];
        let clocks = self.clocks(&ClockRequest { as_of: Some(day.to_string()), states, record: None })?;
        let snapshot = self.snapshot();
        let words = self.words();
        let mut dates: Vec<DueDate> = clocks.iter().filter_map(|clock| self.due_date(&snapshot, clock)).collect();
        dates.extend(self.pending(&snapshot, day).iter().filter_map(|one| self.waiting_date(&snapshot, one, &words)));
        Ok(dates)
    }

    fn due_date(&self, snapshot: &Snapshot, clock: &ToldClock) -> Option<DueDate> {
        let day: NaiveDate = clock.due.as_deref()?.rsplit('/').next()?.get(..10)?.parse().ok()?;
        let row = clock.record.parse().ok().and_then(|id| snapshot.row(id));
        let folio = row.map_or_else(String::new, |row| folio::of_program(&self.schema, &row));
        let reading = clock.reading.as_deref().unwrap_or_default();
        let summary = joined([folio.as_str(), &clock.label, &clock.article_said, reading]);
        let bare = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        let of = clock.of.as_deref().map(bare).unwrap_or_default();
        let id = format!("{}-{}-{reading}{of}@fechas", clock.record, bare(&clock.clock));
        Some(DueDate { id, at: DueAt::Day(day), summary })
    }

    fn waiting_date(&self, snapshot: &Snapshot, pending: &Pending<'_>, words: &Words) -> Option<DueDate> {
        let (row, wait) = (&pending.row, pending.wait);
        let at = instant(&pending.on, pending.zone.as_deref());
        // Of what is known by its month or year alone no day is made up.
        let day = || Some(pending.on.last()).filter(|day| *day == pending.on.first());
        let at = at.map(DueAt::Moment).or_else(|| day().map(DueAt::Day))?;
        let about = wait.about.as_deref().filter(|_| wait.sort == WaitSort::Call);
        let about = about.map(|about| row.values(about)).unwrap_or_default();
        let who = about.iter().flat_map(Value::references).filter_map(|to| snapshot.row(snapshot.read_as(to.record)));
        let who: Vec<String> = who.map(|row| folio::of_program(&self.schema, &row)).collect();
        let what = words.plain(&format!("handover-what-{}", wait.sort.id()));
        let folio = folio::of_program(&self.schema, row);
        let summary = joined([folio.as_str(), &what, &who.join(", ")]);
        Some(DueDate { id: format!("{}-{}@fechas", row.id(), wait.on.replace('_', "")), at, summary })
    }
}

fn joined<const N: usize>(parts: [&str; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn local_day(at: DueAt) -> NaiveDate {
    match at {
        DueAt::Day(day) => day,
        DueAt::Moment(at) => at.with_timezone(&Local).date_naive(),
    }
}

#[cfg(test)]
mod tests {
    use resguardo_domain::catalogue::Lang;
    use resguardo_vault::kdf::KdfCost;
    use resguardo_vault::open::WayIn;
    use serde_json::json;

    use crate::records::Assignment;
    use crate::session::Session;

    #[test]
    fn a_calendar_holds_clocks_calls_steps_and_promises_and_no_name() {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
        let cost = KdfCost::with_memory(64 * 1024).unwrap();
        let way_in = WayIn { passphrase, keyfile: None };
        let session = Session::create(&folder.path().join("v"), &way_in, cost, Lang::Es).unwrap().0;
        let write = |kind: &str, values: serde_json::Value| {
            let json = |(field, json): (&String, &serde_json::Value)| Assignment::Json {
                field: field.clone(),
                json: json.clone(),
            };
            let assigned: Vec<Assignment> = values.as_object().unwrap().iter().map(json).collect();
            session.create_record(kind, &assigned).unwrap().id
        };
        let person = write("person", json!({ "name": "Lucía Sánchez", "code": "LUCÍA" }));
        let who = json!([{ "ref": person }]);
        write(
            "application",
            json!({ "received": "2013-09-03", "procedure": "ordinary", "code": "Solicitud de Lucía" }),
        );
        write("check_in", json!({ "person": who, "planned_at": "2013-09-10T18:00-05:00", "code": "Lucía" }));
        write("check_in", json!({ "person": who, "planned_at": "2013-10" }));
        write("note", json!({ "title": "Ver a Lucía", "due_on": "2013-09-12" }));
        write("follow_up", json!({ "promised": "A Lucía", "promised_by": "2013-09-20" }));
        write("note", json!({ "title": "Hecho", "due_on": "2013-09-12", "done_on": "2013-09-12" }));
        let file = folder.path().join("fechas.ics");
        let written = session.write_ics(Some("2013-09-05"), &file).unwrap();
        let text = std::fs::read_to_string(&file).unwrap().replace("\r\n ", "");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), written.events);
        assert!(!text.contains("Luc") && !text.contains("LUC"), "{text}");
        for line in ["DTSTART:20130910T230000Z", "DTSTART;VALUE=DATE:20130912", "DTSTART;VALUE=DATE:20130920"] {
            assert!(text.contains(line), "{line} in {text}");
        }
        let digits: String = person.chars().take(6).collect();
        assert!(text.contains(&format!("· Llamar · P-{digits}")), "{text}");
        assert_eq!(
            text.matches("· Llamar").count(),
            2,
            "summary and reminder of one call; of a month no day is made up"
        );
        let preview = session.ics_preview().unwrap();
        assert!(preview.lines.iter().any(|line| line.summary.contains("· Siguiente paso")), "{preview:?}");
        assert_eq!(session.snapshot().rows_of("journal").count(), 1);
        drop(session);
    }
}
