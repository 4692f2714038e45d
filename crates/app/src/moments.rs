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

/// A record and where it stands in time.
struct Dated<'a> {
    id: RecordId,
    date: Option<PartialDate>,
    /// The field that told the date, where it is not the day it happened.
    by: Option<&'a Field>,
}

impl Dated<'_> {
    /// When it happened; what is only due breaks no silence.
    fn happened(&self) -> Option<&PartialDate> {
        self.date.as_ref().filter(|_| self.by.is_none())
    }
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
        dated.sort_by_key(|dated| (std::cmp::Reverse(dated.date.as_ref().map(PartialDate::first)), dated.id));
        let cells = self.cells(&snapshot);
        let total = dated.len();
        let window = dated.iter().enumerate().skip(first).take(count.min(500));
        let moments = window.filter_map(|(place, own)| {
            let before = dated.iter().skip(place + 1).find_map(Dated::happened);
            let gap = own.happened().zip(before).and_then(|(after, before)| silence(&cells.words, before, after));
            self.moment(&cells, record, own, gap)
        });
        Ok(Moments { total, moments: moments.collect() })
    }

    fn dated(&self, snapshot: &Snapshot, id: RecordId) -> Vec<Dated<'_>> {
        let is_shown = |id: &RecordId| {
            let kind = snapshot.row(*id).and_then(|row| self.schema.kind(row.kind()));
            kind.is_some_and(|kind| {
                !kind.internal
                    && kind.fields().iter().any(|field| field.kind == FieldType::Date && field.list.is_some())
            })
        };
        let mut all: std::collections::BTreeSet<RecordId> = self.touching(snapshot, id).into_keys().collect();
        let own = snapshot.row(id).and_then(|row| self.schema.kind(row.kind()));
        let gathers = own.map(|kind| kind.gathers.as_slice()).unwrap_or_default();
        let gathered =
            |id: &RecordId| snapshot.row(*id).is_some_and(|row| gathers.iter().any(|kind| kind == row.kind()));
        let held: Vec<RecordId> = all.iter().copied().filter(gathered).collect();
        for held in held {
            all.extend(self.touching(snapshot, held).into_keys());
        }
        all.insert(id);
        let shown = all.into_iter().filter(is_shown);
        let dated = shown.map(|id| match self.dated_by(snapshot, id) {
            Some((date, by)) => Dated { id, date: Some(date), by },
            None => Dated { id, date: None, by: None },
        });
        dated.collect()
    }

    fn moment(&self, cells: &Cells<'_>, record: RecordId, dated: &Dated<'_>, gap: Option<String>) -> Option<Moment> {
        let (id, date) = (dated.id, dated.date.as_ref());
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
            folio: folio::of(&self.schema, &row),
            title: self.without_date(cells, id),
            // What stands beside its page is not said twice.
            said: said.filter(|_| !covered && (id != record || long.is_none_or(|field| field.page.is_none()))),
            detail: [
                dated.by.map(|field| field.label.get(self.lang).to_owned()),
                Some(self.around(cells, &row, record)).filter(|around| !around.is_empty()),
            ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
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
        // A figure without its unit would say nothing here.
        let bare = |field: &Field| matches!(field.kind, FieldType::Date | FieldType::Number);
        let told = |field: &&Field| field.list.is_some() && !bare(field) && !kind.title.contains(&field.id);
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
            return folio::of(&self.schema, &row);
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
    use resguardo_domain::catalogue::Lang;
    use resguardo_language::{Language, Words};
    use resguardo_vault::kdf::KdfCost;
    use resguardo_vault::open::WayIn;

    use super::silence;
    use crate::records::Assignment;
    use crate::session::Session;

    #[test]
    fn a_task_stands_where_it_is_due_and_breaks_no_silence() {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
        let cost = KdfCost::with_memory(64 * 1024).unwrap();
        let way_in = WayIn { passphrase, keyfile: None };
        let session = Session::create(&folder.path().join("v"), &way_in, cost, Lang::Es).unwrap().0;
        let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.to_owned() };
        let case =
            session.create_record("case", &[text("title", "La Milpa"), text("opened_on", "2014-01-01")]).unwrap();
        let note = |title: &str, field: &str, day: &str| {
            let about = serde_json::json!([{ "ref": case.id }]);
            let about = Assignment::Json { field: "about".to_owned(), json: about };
            session.create_record("note", &[text("title", title), text(field, day), about]).unwrap();
        };
        note("Llamar", "due_on", "2014-03-15");
        note("Visita", "date", "2014-05-01");
        note("Algún día", "remarks", "cuando se pueda");
        let told: Vec<(String, String, String, bool)> = session
            .record_moments(&case.id, 0, 10)
            .unwrap()
            .moments
            .into_iter()
            .map(|moment| (moment.date_text, moment.title, moment.detail, moment.gap.is_some()))
            .collect();
        let line =
            |date: &str, title: &str, detail: &str, gap| (date.to_owned(), title.to_owned(), detail.to_owned(), gap);
        assert_eq!(
            told,
            [
                line("1 may 2014", "Visita", "", true),
                line("15 mar 2014", "Llamar", "Para cuándo", false),
                line("1 ene 2014", "La Milpa", "", false),
                line("sin fecha", "Algún día", "", false),
            ]
        );
    }

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
