//! The chronology of a record: itself and everything that touches it, by date, latest first, with the silences told.

use chrono::NaiveDate;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{Field, FieldType};
use resguardo_domain::value::{Answer, PartialDate, Value};
use resguardo_language::{Args, Words};
use resguardo_vault::{Row, Snapshot};
use serde::Serialize;

use crate::cells::{Cells, Manner};
use crate::error::AppError;
use crate::folio;
use crate::session::Session;

/// A silence shorter than this is not told.
const SILENCE_DAYS: i64 = 60;
/// How much of a person's own words a chronology quotes, in characters.
const QUOTED: usize = 220;

/// One moment.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Moment {
    /// Its date as it is stored; empty when none is.
    pub date: String,
    /// Its date in words.
    pub date_text: String,
    /// The silence before it, told after it.
    pub gap: Option<String>,
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What one of its kind is called.
    pub kind_label: String,
    /// Its folio.
    pub folio: String,
    /// What happened.
    pub title: String,
    /// A person's own words.
    pub said: Option<String>,
    /// What else is worth a line.
    pub detail: String,
    /// Whether versions of it stand against each other.
    pub conflict: bool,
    /// Whether it holds something graphic, covered until asked for.
    pub covered: bool,
}

/// Some moments.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Moments {
    /// How many there are.
    pub total: usize,
    /// Those asked for.
    pub moments: Vec<Moment>,
}

impl Session {
    /// The chronology of a record; evidence and notes of its incidents stand in it too.
    ///
    /// # Errors
    /// The record is not there.
    pub fn record_moments(&self, id: &str, first: usize, count: usize) -> Result<Moments, AppError> {
        let snapshot = self.snapshot();
        let record = snapshot.read_as(self.find(id)?);
        let mut dated = self.dated(&snapshot, record);
        dated.sort_by_key(|(id, date)| (std::cmp::Reverse(date.as_ref().map(PartialDate::first)), *id));
        let cells = self.cells(&snapshot);
        let total = dated.len();
        let window = dated.iter().enumerate().skip(first).take(count.min(500));
        let moments = window.filter_map(|(place, (id, date))| {
            let before = dated.get(place + 1).and_then(|(_, date)| date.as_ref());
            let gap = date.as_ref().zip(before).and_then(|(after, before)| silence(&cells.words, before, after));
            self.moment(&cells, (record, *id), date.as_ref(), gap)
        });
        Ok(Moments { total, moments: moments.collect() })
    }

    fn dated(&self, snapshot: &Snapshot, id: RecordId) -> Vec<(RecordId, Option<PartialDate>)> {
        let is_shown = |id: &RecordId| {
            let kind = snapshot.row(*id).and_then(|row| self.schema.kind(row.kind()));
            kind.is_some_and(|kind| {
                !kind.internal
                    && kind.fields().iter().any(|field| field.kind == FieldType::Date && field.list.is_some())
            })
        };
        let mut all: std::collections::BTreeSet<RecordId> = self.touching(snapshot, id).into_keys().collect();
        let is_case = snapshot.row(id).is_some_and(|row| row.kind() == "case");
        if is_case {
            let incidents: Vec<RecordId> = all
                .iter()
                .copied()
                .filter(|id| snapshot.row(*id).is_some_and(|row| row.kind() == "incident"))
                .collect();
            for incident in incidents {
                all.extend(self.touching(snapshot, incident).into_keys());
            }
        }
        all.insert(id);
        let shown = all.into_iter().filter(is_shown);
        shown.map(|id| (id, self.date_of(snapshot, id))).collect()
    }

    fn moment(
        &self,
        cells: &Cells<'_>,
        (record, id): (RecordId, RecordId),
        date: Option<&PartialDate>,
        gap: Option<String>,
    ) -> Option<Moment> {
        let row = cells.titles.snapshot.row(id)?;
        let kind = self.schema.kind(row.kind())?;
        let long = kind.fields().iter().find(|field| field.kind == FieldType::LongText && field.list.is_none());
        let said = long.and_then(|field| {
            let cell = cells.together(id, field, &row.values(&field.id));
            let quoted: String = cell.text.chars().take(QUOTED).collect();
            let cut = quoted.len() < cell.text.len();
            (cell.manner == Manner::Said).then(|| if cut { format!("{quoted}…") } else { quoted })
        });
        let covered = row.values("graphic").contains(&Value::Answer(Answer::Yes));
        Some(Moment {
            date: date.map(|date| date.as_str().to_owned()).unwrap_or_default(),
            date_text: date
                .map_or_else(|| cells.words.plain("moment-without-date"), |date| cells.words.date_short(date)),
            gap,
            id: id.to_string(),
            kind: kind.id.clone(),
            kind_label: kind.label.get(self.lang).to_owned(),
            folio: folio::of(self.schema, &row),
            title: self.without_date(cells, id),
            // What a case is about stands beside its page.
            said: said.filter(|_| !covered && (id != record || kind.id != "case")),
            detail: self.around(cells, &row, record),
            conflict: row.in_conflict(),
            covered,
        })
    }

    /// What else is worth a line: what a list shows of it, less its date and the record whose page it stands on.
    fn around(&self, cells: &Cells<'_>, row: &Row<'_>, record: RecordId) -> String {
        let Some(kind) = self.schema.kind(row.kind()) else { return String::new() };
        if row.id() == record {
            return String::new();
        }
        let told =
            |field: &&Field| field.list.is_some() && field.kind != FieldType::Date && !kind.title.contains(&field.id);
        let mut fields: Vec<&Field> = kind.fields().iter().filter(told).collect();
        fields.sort_by_key(|field| field.list);
        let texts = fields.into_iter().filter_map(|field| {
            let mut values = self.values_of(cells.titles.snapshot, row, &field.id);
            values.retain(|value| {
                !value.references().iter().any(|to| cells.titles.snapshot.read_as(to.record) == record)
            });
            let cell = cells.together(row.id(), field, &values);
            (matches!(cell.manner, Manner::Plain | Manner::Veiled) && !cell.text.is_empty()).then_some(cell.text)
        });
        texts.take(3).collect::<Vec<_>>().join(" · ")
    }

    /// The title less its date: the date stands beside it.
    fn without_date(&self, cells: &Cells<'_>, id: RecordId) -> String {
        let Some(row) = cells.titles.snapshot.row(id) else { return String::new() };
        let Some(kind) = self.schema.kind(row.kind()) else { return String::new() };
        if cells.is_veiled(id) {
            return folio::of(self.schema, &row);
        }
        let fields =
            kind.title.iter().filter_map(|field| kind.field(field)).filter(|field| field.kind != FieldType::Date);
        let texts: Vec<String> = fields
            .map(|field| cells.together(id, field, &self.values_of(cells.titles.snapshot, &row, &field.id)).text)
            .filter(|text| !text.is_empty())
            .collect();
        if texts.is_empty() { kind.label.get(self.lang).to_owned() } else { texts.join(" · ") }
    }
}

/// How long nothing was recorded between two dates, as exactly as both allow; none for a short silence.
fn silence(words: &Words, before: &PartialDate, after: &PartialDate) -> Option<String> {
    let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days();
    if before.first() == NaiveDate::MIN || after.last() == NaiveDate::MAX {
        return None;
    }
    let least = days(before.last(), after.first());
    let most = days(before.first(), after.last());
    if least < SILENCE_DAYS {
        return None;
    }
    let (least, most) = (u64::try_from(least).ok()?, u64::try_from(most).ok()?);
    let args = Args::new().count("least", least).count("most", most);
    Some(words.say(if least == most { "moment-silence" } else { "moment-silence-between" }, &args))
}

#[cfg(test)]
mod tests {
    use resguardo_language::{Language, Words};

    use super::silence;

    #[test]
    fn a_silence_is_told_as_exactly_as_both_dates_allow() {
        let words = Words::new(Language::Es);
        let told = |before: &str, after: &str| silence(&words, &before.parse().unwrap(), &after.parse().unwrap());
        assert_eq!(told("2013-11-30", "2014-02").as_deref(), Some("Entre 63 y 90 días sin nada registrado"));
        assert_eq!(told("2013-11-30", "2014-03-13").as_deref(), Some("103 días sin nada registrado"));
        assert_eq!(told("2014-02-01", "2014-03-13"), None);
        assert_eq!(told("2013", "2014-03-13").as_deref(), Some("Entre 72 y 436 días sin nada registrado"));
    }
}
