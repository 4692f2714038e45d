//! What waits: what runs out, records to complete, versions to settle, doubles to look at, imports with words not
//! classified yet, and what was written last. Each line goes where it is solved.

mod calls;
mod clocks;
mod due;
mod waits;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::schema::Kind;
use resguardo_domain::value::Value;
use resguardo_language::{Args, Words};
use resguardo_vault::{Row, Snapshot};
use serde::Serialize;

use crate::cells::Cells;
use crate::error::AppError;
use crate::folio;
use crate::records::Assignment;
use crate::session::{Session, now_ms};
use crate::written::{calendar_text, day_text};
pub use calls::{CallButton, CallStep, TodayCall};
pub(crate) use waits::Waiting;
use waits::{Waits, print};

/// How many lines a section shows, and how many one that was unfolded.
const MOST: usize = 8;
const MOST_UNFOLDED: usize = 500;
/// A journal event: two records were looked at and are not the same.
const NOT_THE_SAME: &str = "not_the_same";

/// One line.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TodayItem {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its folio.
    pub folio: String,
    /// What it is.
    pub title: String,
    /// What waits.
    pub detail: String,
    /// Until when, in words; none where nothing runs out.
    pub due: Option<String>,
    /// The article, of a clock of the law.
    pub article: Option<String>,
    /// How it is drawn: `late`, `soon`, `split`, `care`, `blank`, `met`.
    pub state: &'static str,
    /// Where it is solved.
    pub goes: String,
    /// What to do and what may be answered at once, of a call.
    pub call: Option<TodayCall>,
}

/// Lines of one sort.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TodaySection {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub label: String,
    /// How many wait, also those not shown.
    pub count: usize,
    /// The first of them.
    pub items: Vec<TodayItem>,
    /// How many more there are, in words; empty where all are shown.
    pub more: String,
}

/// Which section is told whole; none where it is empty.
#[derive(Clone, Copy)]
struct Unfolded<'a>(&'a str);

impl Unfolded<'_> {
    fn most(self, section: &str) -> usize {
        if section == self.0 { MOST_UNFOLDED } else { MOST }
    }
}

/// The first screen.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Today {
    /// Which day it is.
    pub heading: String,
    /// How much waits.
    pub sentence: String,
    /// The same as a number.
    pub waiting: usize,
    /// What waits, most pressing first.
    pub sections: Vec<TodaySection>,
    /// Whether nothing was recorded yet.
    pub first_time: bool,
}

impl Session {
    /// What waits today, the first lines of each section.
    #[must_use]
    pub fn today(&self) -> Today {
        self.today_unfolded("")
    }

    /// The same, with one section told whole.
    #[must_use]
    pub fn today_unfolded(&self, section: &str) -> Today {
        let open = Unfolded(section);
        let snapshot = self.snapshot();
        let cells = self.cells(&snapshot);
        let words = self.words();
        let shown: Vec<&str> =
            self.schema.kinds().iter().filter(|kind| !kind.internal).map(|kind| kind.id.as_str()).collect();
        let rows: Vec<Row<'_>> = snapshot
            .rows()
            .filter(|row| row.merged_into().is_none() && row.status() == Status::InUse)
            .filter(|row| shown.contains(&row.kind()))
            .collect();
        let today = calendar_text(now_ms()).parse().unwrap_or_default();
        let pending = self.pending(&snapshot, today);
        let [late, soon, promises, reviews, consents] = self.due((&cells, open), &snapshot, (today, &pending));
        let [calls, calls_soon] = self.calls((&cells, open), &pending);
        let [clocks, clocks_soon] = self.legal_clocks((&cells, open), &snapshot);
        let waits = self.waits(&snapshot);
        let near: usize = [&clocks_soon, &calls_soon, &soon].iter().map(|section| section.count).sum();
        let mut sections = vec![
            calls,
            clocks,
            late,
            clocks_soon,
            calls_soon,
            soon,
            promises,
            reviews,
            self.conflicts((&cells, open), &rows),
            consents,
            self.doubles((&cells, open), &waits),
            self.unclassified((&cells, open), &snapshot),
            self.to_complete((&cells, open), &waits),
        ];
        let waiting: usize = sections.iter().map(|section| section.count).sum();
        sections.push(self.latest(&cells, &rows));
        sections.retain(|section| section.count > 0);
        let day = calendar_text(now_ms());
        let weekday = day.parse().map_or_else(|_| String::new(), |day: NaiveDate| weekday(&words, day));
        let day = day.parse().map_or(day, |day| words.date(&day, None));
        let count = as_count(waiting);
        Today {
            heading: words.say("today-heading", &Args::new().text("weekday", weekday).text("day", day)),
            sentence: words.say("today-sentence", &Args::new().count("count", count).count("near", as_count(near))),
            waiting,
            sections,
            first_time: rows.is_empty(),
        }
    }

    fn item(
        &self,
        cells: &Cells<'_>,
        row: &Row<'_>,
        detail: String,
        (state, goes): (&'static str, String),
    ) -> TodayItem {
        TodayItem {
            id: row.id().to_string(),
            kind: row.kind().to_owned(),
            folio: folio::of(&self.schema, row),
            title: cells.title(row),
            detail,
            due: None,
            article: None,
            state,
            goes,
            call: None,
        }
    }

    fn section(&self, id: &'static str, count: usize, items: Vec<TodayItem>) -> TodaySection {
        let words = self.words();
        let more = count.saturating_sub(items.len());
        let more = if more == 0 {
            String::new()
        } else {
            words.say("today-more", &Args::new().count("count", as_count(more)))
        };
        TodaySection { id, label: words.plain(&format!("today-{id}")), count, items, more }
    }

    fn conflicts(&self, (cells, open): (&Cells<'_>, Unfolded<'_>), rows: &[Row<'_>]) -> TodaySection {
        let split: Vec<&Row<'_>> = rows.iter().filter(|row| row.in_conflict()).collect();
        let detail = cells.words.plain("today-conflicts-what");
        let items = split
            .iter()
            .take(open.most("conflicts"))
            .map(|row| self.item(cells, row, detail.clone(), ("split", format!("versions/{}", row.id()))));
        self.section("conflicts", split.len(), items.collect())
    }

    /// Records a report would miss something of, written by hand and lately changed first.
    fn to_complete(&self, (cells, open): (&Cells<'_>, Unfolded<'_>), waits: &[Arc<Waits>]) -> TodaySection {
        let waiting = self.lacking(cells.titles.snapshot, waits);
        let count = waiting.len();
        let items = waiting.into_iter().take(open.most("complete")).map(|(row, missing)| {
            let detail = cells.words.say("today-missing", &Args::new().text("fields", cells.words.list(&missing)));
            self.item(cells, &row, detail, ("blank", format!("record/{}", row.id())))
        });
        self.section("complete", count, items.collect())
    }

    /// Records written by hand with what a report would miss of each, lately changed first.
    pub(crate) fn incomplete<'a>(&self, snapshot: &'a Arc<Snapshot>) -> Vec<(Row<'a>, Vec<String>)> {
        self.lacking(snapshot, &self.waits(snapshot))
    }

    fn lacking<'a>(&self, snapshot: &'a Snapshot, waits: &[Arc<Waits>]) -> Vec<(Row<'a>, Vec<String>)> {
        let mut lacking = Vec::new();
        for row in waits.iter().flat_map(|page| &page.by_hand).filter_map(|place| snapshot.at(*place)) {
            let Some(kind) = self.schema.kind(row.kind()) else { continue };
            let missing = self.missing_of(kind, snapshot, &row);
            if !missing.is_empty() {
                lacking.push((row, missing));
            }
        }
        lacking.sort_by_key(|(row, _)| (std::cmp::Reverse(row.modified_ms()), row.id()));
        lacking
    }

    /// The labels of fields a report needs and a record does not have.
    fn missing_of(&self, kind: &Kind, snapshot: &Snapshot, row: &Row<'_>) -> Vec<String> {
        let needed = kind.fields().iter().filter(|field| field.required_for_report);
        let absent = needed.filter(|field| self.values_of(snapshot, row, &field.id).is_empty());
        absent.map(|field| field.label.get(self.lang).to_lowercase()).collect()
    }

    /// Persons and collectives with one name, incidents of one day, place and aggression: proposed, never joined.
    fn doubles(&self, (cells, open): (&Cells<'_>, Unfolded<'_>), waits: &[Arc<Waits>]) -> TodaySection {
        let snapshot = cells.titles.snapshot;
        let dismissed = self.dismissed(snapshot);
        let mut prints: Vec<(u64, usize)> = waits.iter().flat_map(|page| page.prints.iter().copied()).collect();
        prints.sort_unstable();
        let mut alike: BTreeMap<String, Vec<Row<'_>>> = BTreeMap::new();
        for group in prints.chunk_by(|(a, _), (b, _)| a == b).filter(|group| group.len() > 1) {
            for row in group.iter().filter_map(|(_, place)| snapshot.at(*place)) {
                if let Some(print) = self.schema.kind(row.kind()).and_then(|kind| print(kind, &row)) {
                    alike.entry(print).or_default().push(row);
                }
            }
        }
        let mut items = Vec::new();
        let mut count = 0;
        for group in alike.into_values().filter(|group| group.len() > 1) {
            let mut pairs = group.windows(2).filter_map(|pair| pair.first().zip(pair.get(1)));
            let Some((one, other)) = pairs.find(|(one, other)| !dismissed.contains(&pair_key(one.id(), other.id())))
            else {
                continue;
            };
            count += 1;
            if items.len() < open.most("doubles") {
                let args = Args::new().text("folio", folio::of(&self.schema, other));
                let goes = format!("merge/{}/{}", other.id(), one.id());
                items.push(self.item(cells, one, cells.words.say("today-double", &args), ("care", goes)));
            }
        }
        self.section("doubles", count, items)
    }

    /// Imports whose words nobody classified yet.
    fn unclassified(&self, (cells, open): (&Cells<'_>, Unfolded<'_>), snapshot: &Snapshot) -> TodaySection {
        let batches = self.unclassified_by_batch();
        let known = batches.iter().filter_map(|(batch, open)| Some((snapshot.row(batch.parse().ok()?)?, *open)));
        let items: Vec<TodayItem> = known
            .map(|(row, values)| {
                let values = u64::try_from(values).unwrap_or(u64::MAX);
                let detail = cells.words.say("today-unclassified", &Args::new().count("count", values));
                let file = row.values("file_name");
                let title = file.iter().flat_map(Value::words).next().unwrap_or_default().to_owned();
                let goes = format!("import/batch/{}", row.id());
                TodayItem { title, ..self.item(cells, &row, detail, ("soon", goes)) }
            })
            .collect();
        let count = items.len();
        self.section("imports", count, items.into_iter().take(open.most("imports")).collect())
    }

    fn latest(&self, cells: &Cells<'_>, rows: &[Row<'_>]) -> TodaySection {
        let by = |row: &&Row<'_>| (std::cmp::Reverse(row.modified_ms()), row.id());
        let mut latest: Vec<&Row<'_>> = rows.iter().collect();
        if latest.len() > MOST {
            latest.select_nth_unstable_by_key(MOST, by);
            latest.truncate(MOST);
        }
        latest.sort_by_key(by);
        let items = latest.iter().take(MOST).map(|row| {
            let detail = format!("{} · {}", self.kind_label(row.kind()), self.when(row.modified_ms()));
            self.item(cells, row, detail, ("met", format!("record/{}", row.id())))
        });
        self.section("latest", latest.len().min(MOST), items.collect())
    }

    /// Pairs somebody looked at and found to be two.
    fn dismissed(&self, snapshot: &Snapshot) -> std::collections::BTreeSet<String> {
        let journal = snapshot.rows_of("journal");
        let not_the_same =
            journal.filter(|row| row.values("event").iter().flat_map(Value::words).any(|word| word == NOT_THE_SAME));
        let pairs = not_the_same.filter_map(|row| {
            let about: Vec<RecordId> =
                row.values("about").iter().flat_map(Value::references).map(|reference| reference.record).collect();
            Some(pair_key(*about.first()?, *about.get(1)?))
        });
        pairs.collect()
    }

    /// Writes down that two records are not the same; they are proposed no more.
    ///
    /// # Errors
    /// One is not there; the vault cannot be written.
    pub fn doubles_dismiss(&self, one: &str, other: &str) -> Result<(), AppError> {
        let about = [self.find(one)?, self.find(other)?].map(|id| serde_json::json!({ "ref": id.to_string() }));
        let json = |field: &str, json| Assignment::Json { field: field.to_owned(), json };
        self.create_record(
            "journal",
            &[
                json("event", NOT_THE_SAME.into()),
                json("at", day_text(now_ms()).into()),
                json("about", serde_json::Value::Array(about.to_vec())),
            ],
        )?;
        Ok(())
    }
}

fn as_count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn weekday(words: &Words, day: NaiveDate) -> String {
    words.plain(&format!("weekday-{}", day.weekday().number_from_monday()))
}

fn pair_key(one: RecordId, other: RecordId) -> String {
    let (low, high) = if one <= other { (one, other) } else { (other, one) };
    format!("{low} {high}")
}
