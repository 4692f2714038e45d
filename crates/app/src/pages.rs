//! A record's page and what is written on it: fields as they are drawn and as they are typed.

use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::record::Current;
use resguardo_domain::schema::{Family, Field, FieldType, Group, Kind, PagePlace};
use resguardo_domain::value::{Value, json};
use resguardo_language::Args;
use resguardo_vault::{Row, Snapshot};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::cells::{Cell, Cells, is_identity};
use crate::error::AppError;
use crate::folio;
use crate::records::Assignment;
use crate::session::Session;
use crate::written::{calendar_text, clock_text};

/// What somebody wrote into one field: typed, or as values.
#[derive(Clone, Deserialize, specta::Type)]
pub struct FieldInput {
    /// The field's id.
    pub field: String,
    /// As typed; read by the field's type. An empty text empties the field.
    pub typed: Option<String>,
    /// As values, in the JSON forms of the command line; the field holds these from then on.
    pub values: Option<Vec<Json>>,
}

/// What was written.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Saved {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its folio.
    pub folio: String,
    /// When, in words.
    pub at: String,
}

/// One field of a page.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PageField {
    /// The field's id.
    pub field: String,
    /// Its values, drawn.
    pub cells: Vec<Cell>,
    /// Its values, as they are written; none while veiled.
    pub values: Vec<Json>,
    /// As a person would type it.
    pub typed: String,
    /// Whether versions stand against each other.
    pub conflict: bool,
    /// Whether it is hidden until asked for.
    pub veiled: bool,
    /// Who wrote it last.
    pub written_by: Option<String>,
    /// When, in words.
    pub written_at: Option<String>,
}

/// A section of a page: records of one kind that touch it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Tab {
    /// The kind's id.
    pub id: String,
    /// What several are called.
    pub label: String,
    /// How many.
    pub count: usize,
}

/// A record read as one with another.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Merged {
    /// Its id.
    pub id: String,
    /// Its folio.
    pub folio: String,
    /// What it was called.
    pub title: String,
}

/// One line beside a page.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Fact {
    /// The field in words.
    pub label: String,
    /// Its value.
    pub cell: Cell,
    /// Whether it stands in the line under the title; otherwise beside the page.
    pub line: bool,
}

/// A record's page.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[expect(clippy::struct_excessive_bools, reason = "each is read by its name")]
pub struct Page {
    /// The record.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its folio.
    pub folio: String,
    /// What it is called.
    pub title: String,
    /// Whether the title is a folio because it would say who somebody is.
    pub veiled: bool,
    /// in_use, archived or binned.
    pub status: String,
    /// When it was made, in words.
    pub created: String,
    /// When it was changed last, in words.
    pub modified: String,
    /// Fields that hold anything.
    pub fields: Vec<PageField>,
    /// What its clocks are drawn as: `way`, the steps of a procedure; `list`; none where it has none.
    pub clocks: Option<&'static str>,
    /// Kinds that touch it.
    pub tabs: Vec<Tab>,
    /// The records read with it as one.
    pub merged: Vec<Merged>,
    /// What stands beside the page: who, and what it is about.
    pub facts: Vec<Fact>,
    /// Who wrote it last.
    pub writer: Option<String>,
    /// Whether it can be read and not written.
    pub read_only: bool,
    /// How many fields have versions that stand against each other.
    pub conflicts: usize,
    /// Whether identities are shown.
    pub revealed: bool,
    /// Whether anything of it is hidden until asked for.
    pub hides: bool,
}

impl From<FieldInput> for Assignment {
    fn from(input: FieldInput) -> Self {
        match input.values {
            Some(values) => Self::Json { field: input.field, json: Json::Array(values) },
            None => Self::Text { field: input.field, text: input.typed.unwrap_or_default() },
        }
    }
}

impl Session {
    /// Makes a record of what somebody wrote. Nothing is required.
    ///
    /// # Errors
    /// As [`Session::create_record`].
    pub fn record_create(&self, kind: &str, inputs: Vec<FieldInput>) -> Result<Saved, AppError> {
        let written = self.create_record(kind, &self.assignments(kind, inputs)?)?;
        self.saved(&written.id)
    }

    /// Writes into a record; fields not named stay.
    ///
    /// # Errors
    /// As [`Session::edit_record`].
    pub fn record_write(&self, id: &str, inputs: Vec<FieldInput>) -> Result<Saved, AppError> {
        let found = self.find(id)?;
        let kind = self.snapshot().row(found).map(|row| row.kind().to_owned()).ok_or(AppError::NoSuchRecord)?;
        let written = self.edit_record(id, &self.assignments(&kind, inputs)?)?;
        self.saved(&written.id)
    }

    pub(crate) fn assignments(&self, kind: &str, inputs: Vec<FieldInput>) -> Result<Vec<Assignment>, AppError> {
        let kind = self.kind(kind)?;
        let read = |mut input: FieldInput| {
            let is_date = kind.field(&input.field).is_some_and(|field| field.kind == FieldType::Date);
            if let Some(typed) = input.typed.as_mut().filter(|_| is_date) {
                *typed = self.date_understood(typed).edtf.unwrap_or_else(|| std::mem::take(typed));
            }
            Assignment::from(input)
        };
        Ok(inputs.into_iter().map(read).collect())
    }

    pub(crate) fn saved(&self, id: &str) -> Result<Saved, AppError> {
        let snapshot = self.snapshot();
        let row = snapshot.row(snapshot.read_as(self.find(id)?)).ok_or(AppError::NoSuchRecord)?;
        Ok(Saved {
            id: row.id().to_string(),
            kind: row.kind().to_owned(),
            folio: folio::of(&self.schema, &row),
            at: self.when(row.modified_ms()),
        })
    }

    /// A record's page.
    ///
    /// # Errors
    /// The record is not there or its frames are damaged.
    pub fn record_page(&self, id: &str) -> Result<Page, AppError> {
        let snapshot = self.snapshot();
        let id = snapshot.read_as(self.find(id)?);
        let current = self.current(id)?;
        let row = snapshot.row(id).ok_or(AppError::NoSuchRecord)?;
        let kind = self.kind(row.kind())?;
        let cells = self.cells(&snapshot);
        let fields: Vec<PageField> =
            kind.fields().iter().filter_map(|field| self.page_field(&cells, &row, &current, field)).collect();
        let date = |at_ms: u64| {
            let day = calendar_text(at_ms);
            day.parse().map_or(day, |day| cells.words.date_short(&day))
        };
        Ok(Page {
            id: id.to_string(),
            kind: kind.id.clone(),
            folio: folio::of(&self.schema, &row),
            title: cells.title(&row),
            veiled: cells.is_veiled(id),
            status: current.status.id().to_owned(),
            created: date(current.created_ms),
            modified: date(current.modified_ms),
            conflicts: fields.iter().filter(|field| field.conflict).count(),
            hides: cells.is_veiled(id) || fields.iter().any(|field| field.veiled),
            clocks: crate::clocks::drawn_as(&kind.id),
            tabs: self.tabs(&snapshot, id),
            merged: self.merged(&cells, id),
            facts: self.facts(&cells, &row, kind),
            writer: fields.iter().find_map(|field| field.written_by.clone()),
            read_only: self.state().read_only,
            revealed: self.revealed.holds(id),
            fields,
        })
    }

    fn merged(&self, cells: &Cells<'_>, id: RecordId) -> Vec<Merged> {
        let snapshot = cells.titles.snapshot;
        let others = snapshot.group(id).into_iter().filter(|other| *other != id);
        let merged = others.filter_map(|other| snapshot.row(other)).map(|row| Merged {
            id: row.id().to_string(),
            folio: folio::of(&self.schema, &row),
            title: if cells.is_veiled(id) { folio::of(&self.schema, &row) } else { cells.titles.of(row) },
        });
        merged.collect()
    }

    /// In the line under the title: what a list shows of it and the title does not say. Beside the page: who, each with
    /// its role, and what a case is about.
    fn facts(&self, cells: &Cells<'_>, row: &Row<'_>, kind: &Kind) -> Vec<Fact> {
        let is_who = |field: &Field| {
            field.page == Some(PagePlace::Beside) || field.kind == FieldType::Reference && field.group == Group::Who
        };
        let is_line = |field: &Field| {
            field.page == Some(PagePlace::Line)
                || field.list.is_some() && field.kind != FieldType::Reference && !kind.title.contains(&field.id)
        };
        let mut facts = Vec::new();
        for field in kind.fields().iter().filter(|field| is_who(field) || is_line(field)) {
            let values = self.values_of(cells.titles.snapshot, row, &field.id);
            let label = field.label.get(self.lang);
            if is_line(field) && !values.is_empty() {
                facts.push(Fact {
                    label: label.to_owned(),
                    cell: cells.together(row.id(), field, &values),
                    line: true,
                });
                continue;
            }
            let drawn = cells.each(row.id(), field, &values).into_iter().take(12);
            facts.extend(drawn.map(|cell| Fact { label: label.to_owned(), cell, line: false }));
        }
        facts.extend(self.sharing(cells, row, kind));
        facts
    }

    fn page_field(&self, cells: &Cells<'_>, row: &Row<'_>, current: &Current, field: &Field) -> Option<PageField> {
        let snapshot = cells.titles.snapshot;
        let values = self.values_of(snapshot, row, &field.id);
        let content = current.fields.get(&field.id);
        let versions = content.map_or(0, |content| content.conflicts().count());
        if values.is_empty() && versions == 0 {
            return None;
        }
        let veiled = is_identity(field) && !self.revealed.holds(row.id());
        let latest = content.and_then(|content| {
            let all = content.register.iter().chain(content.items.iter().flat_map(|item| &item.versions));
            all.max_by_key(|version| version.at_ms)
        });
        let mut drawn = cells.each(row.id(), field, &values);
        if let Some(first) = drawn.first_mut() {
            first.versions = u32::try_from(versions).unwrap_or(u32::MAX);
        }
        let typed: Vec<String> =
            if veiled { Vec::new() } else { values.iter().filter_map(|value| self.typed_text(value)).collect() };
        Some(PageField {
            field: field.id.clone(),
            cells: drawn,
            values: if veiled { Vec::new() } else { values.iter().map(json::to_json).collect() },
            typed: typed.join("\n"),
            conflict: versions > 0,
            veiled,
            written_by: latest.and_then(|version| version.by).and_then(|by| cells.titles.by_id(by)),
            written_at: latest.map(|version| self.when(version.at_ms)),
        })
    }

    /// A value as a person types it; none for what is never typed. A date is in words where they are read as that date.
    fn typed_text(&self, value: &Value) -> Option<String> {
        match value {
            Value::Text(text) | Value::LongText(text) | Value::AsWritten(text) => Some(text.clone()),
            Value::Date(date, _) => {
                let said = self.words().date(date, None);
                let same = self.date_understood(&said).edtf.is_some_and(|edtf| edtf == date.as_str());
                Some(if same { said } else { date.as_str().to_owned() })
            }
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A moment in words: the day and the hour of the laptop's own clock.
    pub(crate) fn when(&self, at_ms: u64) -> String {
        let text = clock_text(at_ms);
        text.parse().map_or(text, |moment| self.words().date_short(&moment))
    }

    /// The kinds whose records touch this one, either way.
    fn tabs(&self, snapshot: &Snapshot, id: RecordId) -> Vec<Tab> {
        let mut counts: BTreeMap<(Family, u32), (&Kind, usize)> = BTreeMap::new();
        for (other, _) in self.touching(snapshot, id) {
            let kind = snapshot.row(other).and_then(|row| self.schema.kind(row.kind()));
            if let Some(kind) = kind.filter(|kind| !kind.internal) {
                counts.entry((kind.family, kind.order)).or_insert((kind, 0)).1 += 1;
            }
        }
        let tab = |(kind, count): (&Kind, usize)| Tab {
            id: kind.id.clone(),
            label: kind.plural.get(self.lang).to_owned(),
            count,
        };
        counts.into_values().map(tab).collect()
    }

    /// Shows a record's identities for the rest of the session; who asked, when and why is written down.
    ///
    /// # Errors
    /// The record is not there; no reason; the vault cannot be written.
    pub fn record_reveal(&self, id: &str, reason: &str) -> Result<Page, AppError> {
        let found = self.snapshot().read_as(self.find(id)?);
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(AppError::NoReason);
        }
        let json = |field: &str, json: Json| Assignment::Json { field: field.to_owned(), json };
        let known = self.catalogues.get("reveal_reason").and_then(|list| list.term(reason)).is_some();
        let why = if known { Json::String(reason.to_owned()) } else { serde_json::json!({ "as_written": reason }) };
        self.create_record(
            "journal",
            &[
                json("event", Json::String("revealed".to_owned())),
                json("at", Json::String(crate::written::day_text(crate::session::now_ms()))),
                json("about", serde_json::json!([{ "ref": found.to_string() }])),
                json("reason", why),
            ],
        )?;
        self.revealed.add(found);
        self.record_page(id)
    }

    /// A record made of nothing but a name: «create with this name».
    ///
    /// # Errors
    /// No such kind, or none that has a text to put the name in.
    pub fn reference_create(&self, kind: &str, name: &str) -> Result<Saved, AppError> {
        let known = self.kind(kind)?;
        let texts = known.title.iter().filter_map(|id| known.field(id)).find(|field| field.kind == FieldType::Text);
        let no_text = || AppError::NoSuchField { kind: kind.to_owned(), field: "title".to_owned() };
        let field = texts.ok_or_else(no_text)?.id.clone();
        self.record_create(kind, vec![FieldInput { field, typed: Some(name.trim().to_owned()), values: None }])
    }

    /// What a change of status is called when it is done.
    #[must_use]
    pub fn status_told(&self, status: Status, count: usize) -> String {
        let words = self.words();
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        let args = Args::new().count("count", count);
        match status {
            Status::InUse => words.say("status-restored", &args),
            Status::Archived => words.say("status-archived", &args),
            Status::Binned => words.say("status-binned", &args),
        }
    }
}
