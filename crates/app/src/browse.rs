//! A list as the window scrolls it: what passes is found once and kept; each page of it costs only its own rows.

mod chips;
mod foot;
mod passing;

use std::collections::BTreeMap;

use resguardo_domain::operation::Status;
use resguardo_domain::schema::{Field, Kind};
use resguardo_domain::value::Value;
use resguardo_language::{Args, Words, number};
use resguardo_vault::{Row, Snapshot};
use serde::{Deserialize, Serialize};

use crate::cells::Cell;
use crate::error::AppError;
use crate::folio;
use crate::session::Session;

pub(crate) use foot::Acts;
pub(crate) use passing::Kept;

pub use chips::{Chip, FilterPart, FilterValue, Op};

/// The most rows one page may have.
const MOST_ROWS: usize = 500;
/// The most records an action may take at once.
const MOST_IDS: usize = 100_000;

/// Which records of a kind, by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ListStatus {
    /// Those worked with.
    InUse,
    /// Those put away.
    Archived,
    /// Those in the bin.
    Binned,
}

impl From<ListStatus> for Status {
    fn from(status: ListStatus) -> Self {
        match status {
            ListStatus::InUse => Self::InUse,
            ListStatus::Archived => Self::Archived,
            ListStatus::Binned => Self::Binned,
        }
    }
}

/// By which field, and which way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Sorting {
    /// The field's id.
    pub field: String,
    /// Largest first.
    pub backwards: bool,
}

/// What a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ListQuery {
    /// The kind's id.
    pub kind: String,
    /// Words that must stand in the record; empty: any.
    pub text: String,
    /// Whether words that stood there before count too.
    pub earlier: bool,
    /// Conditions that hold together.
    pub filters: Vec<FilterPart>,
    /// What became of them.
    pub status: ListStatus,
    /// The order; none: the kind's own.
    pub sort: Option<Sorting>,
    /// The field whose values make headings.
    pub group: Option<String>,
    /// The columns; empty: the kind's own.
    pub columns: Vec<String>,
}

impl ListQuery {
    /// What is asked for, as the command line writes it.
    pub(crate) fn told(&self) -> Vec<String> {
        let text = Some(self.text.trim().to_owned()).filter(|text| !text.is_empty());
        self.filters.iter().flat_map(FilterPart::conditions).chain(text).collect()
    }
}

/// One column.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ListColumn {
    /// The field's id.
    pub field: String,
    /// Its heading, short.
    pub label: String,
    /// What the field is called.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: &'static str,
}

/// One row.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ListRow {
    /// The record.
    pub id: String,
    /// Its folio.
    pub folio: String,
    /// What it is called.
    pub title: String,
    /// Its cells, in the order of the columns.
    pub cells: Vec<Cell>,
    /// The heading that begins with this row.
    pub group: Option<String>,
    /// in_use, archived or binned.
    pub status: String,
    /// Whether versions of it stand against each other.
    pub conflict: bool,
}

/// One page of a list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ListPage {
    /// How many pass.
    pub total: usize,
    /// How many there are of the kind.
    pub all: usize,
    /// The place of the first row.
    pub first: usize,
    /// The rows.
    pub rows: Vec<ListRow>,
    /// The columns.
    pub columns: Vec<ListColumn>,
    /// One sentence that says what is shown and why.
    pub sentence: String,
    /// The conditions in words, in the order of the query.
    pub chips: Vec<Chip>,
    /// What is counted, each figure with its unit.
    pub foot: Vec<String>,
    /// For a list where nothing passes: what each condition takes away.
    pub empty: Option<Nothing>,
}

/// Why nothing passes.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Nothing {
    /// Conditions without which something would pass.
    pub without: Vec<Without>,
    /// Conditions on what is recorded as not known somewhere.
    pub unknown: Vec<Without>,
}

/// A condition and what stands against it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Without {
    /// Its place among the conditions.
    pub filter: usize,
    /// In words.
    pub sentence: String,
}

/// The neighbours of a record in a list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Neighbours {
    /// The one before.
    pub previous: Option<String>,
    /// The one after.
    pub next: Option<String>,
    /// Its place, from 1; 0 when it is not in the list.
    pub position: usize,
    /// How many there are.
    pub total: usize,
}

impl Session {
    /// One page of a list.
    ///
    /// # Errors
    /// No such kind; a condition or an order that cannot be read.
    pub fn list_page(&self, query: &ListQuery, first: usize, count: usize) -> Result<ListPage, AppError> {
        let kind = self.kind(&query.kind)?;
        let snapshot = self.snapshot();
        let passing = self.passing(query, &snapshot)?;
        let (all, places) = (passing.all, &passing.places);
        let columns = columns(kind, &query.columns);
        let group = query.group.as_deref().and_then(|field| kind.field(field));
        let cells = self.cells(&snapshot);
        let heading = |row: &Row<'_>| -> Option<String> {
            let field = group?;
            Some(cells.narrow(row.id(), field, &self.values_of(&snapshot, row, &field.id)).text)
        };
        let before = first.checked_sub(1).and_then(|place| snapshot.at(*places.get(place)?));
        let mut last = before.as_ref().and_then(heading);
        let mut rows = Vec::new();
        for row in places.iter().skip(first).take(count.min(MOST_ROWS)).filter_map(|place| snapshot.at(*place)) {
            let each =
                columns.iter().map(|field| cells.narrow(row.id(), field, &self.values_of(&snapshot, &row, &field.id)));
            let now = heading(&row);
            let begins = group.is_some() && (now != last || (rows.is_empty() && first == 0));
            rows.push(ListRow {
                id: row.id().to_string(),
                folio: folio::of(&self.schema, &row),
                title: cells.title(&row),
                cells: each.collect(),
                status: row.status().id().to_owned(),
                conflict: row.in_conflict(),
                group: if begins { Some(now.clone().unwrap_or_default()) } else { None },
            });
            last = now;
        }
        let words = self.words();
        let chips = self.chips(kind, query, &words);
        let told = columns.iter().map(|field| ListColumn {
            field: field.id.clone(),
            label: field.short_label().get(self.lang).to_owned(),
            name: field.label.get(self.lang).to_owned(),
            kind: field.kind.id(),
        });
        Ok(ListPage {
            total: places.len(),
            all,
            first,
            rows,
            columns: told.collect(),
            sentence: sentence(&words, places.len(), all, &chips, &query.text),
            foot: self.list_foot(query)?,
            empty: if places.is_empty() && all > 0 {
                Some(self.nothing(kind, query, &snapshot, &words)?)
            } else {
                None
            },
            chips,
        })
    }

    /// Every record that passes, in order.
    ///
    /// # Errors
    /// As [`Session::list_page`].
    pub fn list_ids(&self, query: &ListQuery) -> Result<Vec<String>, AppError> {
        let snapshot = self.snapshot();
        let passing = self.passing(query, &snapshot)?;
        Ok(passing.rows(&snapshot).take(MOST_IDS).map(|row| row.id().to_string()).collect())
    }

    /// What stands before and after a record in a list.
    ///
    /// # Errors
    /// As [`Session::list_page`].
    pub fn list_neighbours(&self, query: &ListQuery, id: &str) -> Result<Neighbours, AppError> {
        let snapshot = self.snapshot();
        let places = self.passing(query, &snapshot)?.places;
        let own = id.parse().ok().and_then(|id| snapshot.place(id));
        let place = own.and_then(|own| places.iter().position(|place| *place == own));
        let at = |place: Option<usize>| {
            place.and_then(|place| snapshot.at(*places.get(place)?)).map(|row| row.id().to_string())
        };
        Ok(Neighbours {
            previous: at(place.and_then(|place| place.checked_sub(1))),
            next: at(place.map(|place| place + 1)),
            position: place.map_or(0, |place| place + 1),
            total: places.len(),
        })
    }

    /// The values a field has among all records of a kind, with how often, most frequent first.
    ///
    /// # Errors
    /// No such kind or field.
    pub fn filter_values(&self, kind: &str, field: &str) -> Result<Vec<FilterValue>, AppError> {
        let kind = self.kind(kind)?;
        let no_such = || AppError::NoSuchField { kind: kind.id.clone(), field: field.to_owned() };
        let field = kind.field(field).ok_or_else(no_such)?;
        let snapshot = self.snapshot();
        let mut counts: BTreeMap<Value, usize> = BTreeMap::new();
        let rows = snapshot.rows_of(&kind.id).filter(|row| row.merged_into().is_none());
        for row in rows.filter(|row| row.status() == Status::InUse) {
            for value in self.values_of(&snapshot, &row, &field.id) {
                *counts.entry(value).or_default() += 1;
            }
        }
        let words = self.words();
        let mut values: Vec<FilterValue> = counts
            .into_iter()
            .filter_map(|(value, count)| {
                let written = chips::written(&value)?;
                Some(FilterValue { label: words.value(&value, field, &[]), value: written, count })
            })
            .collect();
        values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
        values.truncate(MOST_ROWS);
        Ok(values)
    }

    /// What each condition takes away, and where its field is recorded as not known.
    fn nothing(&self, kind: &Kind, query: &ListQuery, snapshot: &Snapshot, words: &Words) -> Result<Nothing, AppError> {
        let chips = self.chips(kind, query, words);
        let mut nothing = Nothing { without: Vec::new(), unknown: Vec::new() };
        for (filter, chip) in chips.iter().enumerate() {
            let mut without = query.clone();
            let part = without.filters.remove(filter);
            let mut unknown = without.clone();
            unknown.filters.push(FilterPart { op: Op::Unknown, values: Vec::new(), ..part });
            for (id, query, told) in
                [("list-without", without, &mut nothing.without), ("list-unknown", unknown, &mut nothing.unknown)]
            {
                let (_, rows) = self.filtered(kind, &query, snapshot)?;
                if !rows.is_empty() {
                    let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
                    let args = Args::new().text("filter", &chip.key).text("value", &chip.value).count("count", count);
                    told.push(Without { filter, sentence: words.say(id, &args) });
                }
            }
        }
        Ok(nothing)
    }
}

/// One sentence: how many of how many, and why (U21).
fn sentence(words: &Words, total: usize, all: usize, chips: &[Chip], text: &str) -> String {
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let wide = |of: usize| number::count(count(of));
    let mut reasons: Vec<String> = chips.iter().map(|chip| format!("{}: {}", chip.key, chip.value)).collect();
    if !text.trim().is_empty() {
        reasons.push(words.say("list-text", &Args::new().text("text", text.trim())));
    }
    let args = Args::new().count("count", count(all)).text("total", wide(total)).text("all", wide(all));
    if reasons.is_empty() {
        return words.say("list-all", &args);
    }
    words.say("list-some", &args.text("why", words.list(&reasons)))
}

/// The columns asked for, else the kind's own.
fn columns<'k>(kind: &'k Kind, asked: &[String]) -> Vec<&'k Field> {
    if !asked.is_empty() {
        return asked.iter().filter_map(|id| kind.field(id)).collect();
    }
    let mut own: Vec<&Field> = kind.fields().iter().filter(|field| field.list.is_some()).collect();
    own.sort_by_key(|field| field.list);
    own
}

#[cfg(test)]
mod tests;
