//! Calls agreed with somebody at risk: which are overdue, what became of one, and the sheet to carry.

mod answered;
mod window;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, TimeDelta, TimeZone as _, Utc};
use resguardo_domain::calls::{Call, CallSheet, Card, later, minutes, moment, times};
use resguardo_domain::catalogue::Lang;
use resguardo_domain::disclosure::Disclosed;
use resguardo_domain::handover::{Party, Said};
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{DisclosureLevel, Wait, WaitSort};
use resguardo_domain::value::{Duration, PartialDate, Value};
use resguardo_mechanism::clock::utc;
use resguardo_report::call_sheet;
use resguardo_vault::{Row, Snapshot};
use serde::Serialize;

use crate::agenda::Pending;
use crate::departures::Departure;
use crate::error::AppError;
use crate::folio;
use crate::import::write_out;
use crate::indicators::day_or_today;
use crate::outgoing::PaperSize;
use crate::reports::level;
use crate::session::Session;

pub use answered::CallAnswer;
pub use window::CallsOut;

/// Letters of a date with its hour and no offset.
const MINUTE_LETTERS: usize = 16;

/// Which calls stand on a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallSheetRequest {
    /// Calls, or persons with all their calls, by id or the beginning of it; empty: those of the day.
    pub of: Vec<String>,
    /// The day, `2014-02-28`; none: where calls or persons are named, all to come, otherwise today.
    pub day: Option<String>,
    /// How much it tells: `full` or `no-identities`.
    pub disclosure: String,
}

/// A sheet that was written.
#[derive(Debug, Clone, Serialize)]
pub struct CallsWritten {
    /// Where it is.
    pub file: Option<String>,
    /// How many calls stand on it.
    pub calls: usize,
    /// What it says.
    #[serde(flatten)]
    pub sheet: CallSheet,
}

impl Session {
    /// The agreed calls, and the sheet where a place for it is named.
    ///
    /// # Errors
    /// A level that is none, or that tells figures alone; a day that is none; no such record; the file cannot be written.
    pub fn write_calls(
        &self,
        request: &CallSheetRequest,
        lang: Lang,
        paper: PaperSize,
        out: Option<PathBuf>,
    ) -> Result<CallsWritten, AppError> {
        let mut session = self.clone();
        session.lang = lang;
        let sheet = session.call_sheet(request)?;
        let written = CallsWritten {
            file: out.as_ref().map(|file| file.display().to_string()),
            calls: counted(&sheet),
            sheet: sheet.get().clone(),
        };
        if let Some(file) = out {
            let form = file.extension().map(|form| form.to_string_lossy().into_owned()).unwrap_or_default();
            if form != "pdf" {
                return Err(AppError::NoSuchForm { form, forms: "pdf".to_owned() });
            }
            session.save_calls(&sheet, request, paper, &file)?;
        }
        Ok(written)
    }

    /// Writes the sheet, and that it left.
    pub(crate) fn save_calls(
        &self,
        sheet: &Disclosed<CallSheet>,
        request: &CallSheetRequest,
        paper: PaperSize,
        file: &Path,
    ) -> Result<(), AppError> {
        let bytes = call_sheet(sheet, paper.paper(), self.language());
        let bytes = bytes.map_err(|source| AppError::Document { source })?;
        write_out(file, &bytes)?;
        let day = request.day.iter().map(|day| format!("day={day}"));
        self.note_departure(&Departure {
            event: "report",
            file,
            bytes: &bytes,
            kind: "check_in",
            format: "pdf",
            level: sheet.get().disclosure,
            query: request.of.iter().map(|id| format!("of={id}")).chain(day).collect(),
            records: counted(sheet),
        })
    }

    /// The agreed calls as a reader of the level sees them.
    ///
    /// # Errors
    /// As [`Session::write_calls`].
    pub(crate) fn call_sheet(&self, request: &CallSheetRequest) -> Result<Disclosed<CallSheet>, AppError> {
        let disclosure = level(&request.disclosure)?;
        if disclosure == DisclosureLevel::Statistics {
            return Err(AppError::FiguresSayNothing);
        }
        let named: Vec<RecordId> = request.of.iter().map(|id| self.find(id)).collect::<Result<_, _>>()?;
        let day = match (&request.day, named.as_slice()) {
            (None, [_, ..]) => None,
            (day, _) => Some(day_or_today(day.as_deref())?),
        };
        let snapshot = self.snapshot();
        let today = day_or_today(None)?;
        let mut cards: BTreeMap<Vec<Party>, Card> = BTreeMap::new();
        for pending in self.pending(&snapshot, today) {
            let is_meant = pending.wait.sort == WaitSort::Call && is_named(&snapshot, &pending, &named);
            if is_meant && day.is_none_or(|day| pending.on.first() <= day && day <= pending.on.last()) {
                self.add_call(&snapshot, &pending, disclosure, &mut cards);
            }
        }
        let sheet = CallSheet { disclosure, day, cards: cards.into_values().collect() };
        Ok(sheet.disclosed(&self.schema))
    }

    fn add_call(
        &self,
        snapshot: &Snapshot,
        pending: &Pending<'_>,
        level: DisclosureLevel,
        cards: &mut BTreeMap<Vec<Party>, Card>,
    ) {
        let (row, wait) = (&pending.row, pending.wait);
        let titles = self.titles(snapshot);
        let folio = if level == DisclosureLevel::Full { folio::of } else { folio::of_program };
        let who = |id: RecordId| {
            let row = snapshot.row(snapshot.read_as(id))?;
            Some(Party { code: folio(&self.schema, &row), name: Some(titles.of(row)) })
        };
        let people = wait.about.as_deref().map(|about| row.values(about)).unwrap_or_default();
        let mut people: Vec<Party> =
            people.iter().flat_map(Value::references).filter_map(|to| who(to.record)).collect();
        people.sort();
        let card =
            cards.entry(people.clone()).or_insert_with(|| Card { who: people, calls: Vec::new(), said: Vec::new() });
        let grace = length(row, "grace").and_then(minutes);
        let code = folio(&self.schema, row);
        card.calls.extend(times(pending.on.as_str(), length(row, "repeats_every")).into_iter().map(|planned| Call {
            code: code.clone(),
            until: grace.and_then(|grace| later(&planned, grace)),
            planned,
        }));
        for said in self.at_hand(row, wait) {
            match card.said.iter_mut().find(|known| known.field == said.field) {
                Some(known) if known.text.contains(&said.text) => {}
                Some(known) => known.text = format!("{}\n{}", known.text, said.text),
                None => card.said.push(said),
            }
        }
        card.calls.sort_by(|one, other| one.planned.cmp(&other.planned));
    }

    /// What must be at hand for a call; a field that says nothing is left blank.
    fn at_hand(&self, row: &Row<'_>, wait: &Wait) -> Vec<Said> {
        let kind = self.schema.kind(row.kind());
        let words = self.words();
        let fields = wait.tells.iter().filter_map(|id| kind?.field(id)).filter(|field| field.kind.id() == "long_text");
        let each = fields.map(|field| {
            let texts: Vec<String> = row.values(&field.id).iter().map(|value| words.value(value, field, &[])).collect();
            let label = field.label.get(self.lang).to_owned();
            Said { field: Some(field.id.clone()), label, text: texts.join("\n") }
        });
        each.collect()
    }
}

/// How many minutes are waited after the agreed hour; none where nothing says.
pub(crate) fn grace_of(length: Option<Duration>) -> u32 {
    length.and_then(minutes).unwrap_or_default()
}

pub(crate) fn length(row: &Row<'_>, field: &str) -> Option<Duration> {
    row.values(field).into_iter().find_map(|value| match value {
        Value::Duration(length) => Some(length),
        _ => None,
    })
}

/// The moment a date with an hour says: by its own offset or zone, otherwise by the laptop's clock, which whoever wrote it
/// looked at. An hour that this clock skipped is the one after.
pub(crate) fn instant(date: &PartialDate, zone: Option<&str>) -> Option<DateTime<Utc>> {
    let local = moment(date.as_str()).filter(|_| !date.is_interval())?;
    if zone.is_some() || date.as_str().len() > MINUTE_LETTERS {
        return utc(date, zone.unwrap_or("UTC"));
    }
    let skipped = || Local.from_local_datetime(&(local + TimeDelta::hours(1))).earliest();
    Local.from_local_datetime(&local).earliest().or_else(skipped).map(|at| at.with_timezone(&Utc))
}

fn is_named(snapshot: &Snapshot, pending: &Pending<'_>, named: &[RecordId]) -> bool {
    let about = pending.wait.about.as_deref().map(|about| pending.row.values(about)).unwrap_or_default();
    let mut about = about.iter().flat_map(Value::references).map(|to| snapshot.read_as(to.record));
    named.is_empty() || named.contains(&pending.row.id()) || about.any(|person| named.contains(&person))
}

fn counted(sheet: &Disclosed<CallSheet>) -> usize {
    sheet.get().cards.iter().map(|card| card.calls.len()).sum()
}

#[cfg(test)]
mod tests;
