//! A record's page and what is written on it: fields as they are drawn and as they are typed.

use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::record::Current;
use resguardo_domain::schema::{Field, FieldType, Group, Kind};
use resguardo_domain::value::{Value, json};
use resguardo_language::{Args, Words};
use resguardo_vault::{Row, Snapshot};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::cells::{Cell, Cells, is_identity};
use crate::error::AppError;
use crate::folio;
use crate::records::Assignment;
use crate::session::Session;
use crate::written::time_text;

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

/// Some of the records that touch another.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Neighbourhood {
    /// How many there are.
    pub total: usize,
    /// Those asked for.
    pub links: Vec<Neighbour>,
}

/// A record that touches another.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Neighbour {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What one of its kind is called.
    pub kind_label: String,
    /// Its folio.
    pub folio: String,
    /// What it is called.
    pub title: String,
    /// The field that links them.
    pub field: String,
    /// The field in words.
    pub field_label: String,
    /// What it is to the other, in words.
    pub role: Option<String>,
    /// How certain the link is, in words.
    pub certainty: Option<String>,
    /// `to` when this record points to it, `from` when it points here.
    pub direction: &'static str,
    /// Its date, in words.
    pub date: Option<String>,
    /// Whether its title is hidden.
    pub veiled: bool,
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
            folio: folio::of(self.schema, &row),
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
        let words = Words::new(self.language());
        let fields: Vec<PageField> =
            kind.fields().iter().filter_map(|field| self.page_field(&cells, &row, &current, field)).collect();
        let date = |at_ms: u64| {
            let day = time_text(at_ms).chars().take(10).collect::<String>();
            day.parse().map_or(day, |day| words.date(&day, None))
        };
        Ok(Page {
            id: id.to_string(),
            kind: kind.id.clone(),
            folio: folio::of(self.schema, &row),
            title: cells.title(&row),
            veiled: cells.is_veiled(id),
            status: current.status.id().to_owned(),
            created: date(current.created_ms),
            modified: date(current.modified_ms),
            conflicts: fields.iter().filter(|field| field.conflict).count(),
            hides: cells.is_veiled(id) || fields.iter().any(|field| field.veiled),
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
            folio: folio::of(self.schema, &row),
            title: if cells.is_veiled(id) { folio::of(self.schema, &row) } else { cells.titles.of(row) },
        });
        merged.collect()
    }

    /// References to persons and the like, each with its role, and what the title does not say yet.
    fn facts(&self, cells: &Cells<'_>, row: &Row<'_>, kind: &Kind) -> Vec<Fact> {
        let told = |field: &&Field| {
            (field.kind == FieldType::Reference && field.group == Group::Who)
                || (field.list.is_some() && field.kind != FieldType::Reference)
        };
        let mut facts = Vec::new();
        for field in kind.fields().iter().filter(told) {
            let values = self.values_of(cells.titles.snapshot, row, &field.id);
            let label = field.label.get(self.lang);
            facts.extend(
                cells
                    .each(row.id(), field, &values)
                    .into_iter()
                    .take(12)
                    .map(|cell| Fact { label: label.to_owned(), cell }),
            );
        }
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
        let typed: Vec<String> = if veiled { Vec::new() } else { values.iter().filter_map(typed_text).collect() };
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

    /// A moment in words: the day and the hour.
    pub(crate) fn when(&self, at_ms: u64) -> String {
        let text = time_text(at_ms);
        let minute: String = text.chars().take(16).collect();
        minute.parse().map_or(text, |moment| Words::new(self.language()).date(&moment, Some("UTC")))
    }

    /// The kinds whose records touch this one, either way.
    fn tabs(&self, snapshot: &Snapshot, id: RecordId) -> Vec<Tab> {
        let mut counts: BTreeMap<u32, (&Kind, usize)> = BTreeMap::new();
        for (other, _) in self.touching(snapshot, id) {
            let kind = snapshot.row(other).and_then(|row| self.schema.kind(row.kind()));
            if let Some(kind) = kind.filter(|kind| !kind.internal) {
                counts.entry(kind.order).or_insert((kind, 0)).1 += 1;
            }
        }
        let tab = |(kind, count): (&Kind, usize)| Tab {
            id: kind.id.clone(),
            label: kind.plural.get(self.lang).to_owned(),
            count,
        };
        counts.into_values().map(tab).collect()
    }

    /// Every record that points to this one or is pointed to by it, once, and whether this one points.
    pub(crate) fn touching(&self, snapshot: &Snapshot, id: RecordId) -> BTreeMap<RecordId, bool> {
        let mut touching = BTreeMap::new();
        for member in snapshot.group(id) {
            for row in snapshot.mentioning(member).filter(|row| row.status() != Status::Binned) {
                touching.entry(snapshot.read_as(row.id())).or_insert(false);
            }
            let own = snapshot.row(member).map(|row| row.summary().values).unwrap_or_default();
            for reference in own.values().flatten().flat_map(Value::references) {
                let other = snapshot.read_as(reference.record);
                if snapshot.row(other).is_some_and(|row| row.status() != Status::Binned) {
                    touching.insert(other, true);
                }
            }
        }
        touching.remove(&id);
        touching
    }

    /// The records of a kind that touch this one, both ways, with what they are to it.
    ///
    /// # Errors
    /// The record is not there.
    pub fn record_links(
        &self,
        id: &str,
        kind: Option<&str>,
        first: usize,
        count: usize,
    ) -> Result<Neighbourhood, AppError> {
        let snapshot = self.snapshot();
        let id = snapshot.read_as(self.find(id)?);
        let cells = self.cells(&snapshot);
        let of_kind = |other: &RecordId| {
            let known = snapshot.row(*other).and_then(|row| self.schema.kind(row.kind()));
            known.is_some_and(|known| !known.internal && kind.is_none_or(|kind| kind == known.id))
        };
        let mut all: Vec<(RecordId, bool)> =
            self.touching(&snapshot, id).into_iter().filter(|(other, _)| of_kind(other)).collect();
        all.sort_by_cached_key(|(other, _)| std::cmp::Reverse(self.date_of(&snapshot, *other)));
        let total = all.len();
        let shown = all.into_iter().skip(first).take(count.min(500));
        let links = shown.filter_map(|(other, outward)| self.neighbour(&cells, (id, other), outward)).collect();
        Ok(Neighbourhood { total, links })
    }

    fn neighbour(&self, cells: &Cells<'_>, (id, other): (RecordId, RecordId), outward: bool) -> Option<Neighbour> {
        let snapshot = cells.titles.snapshot;
        let row = snapshot.row(other)?;
        let kind = self.schema.kind(row.kind())?;
        let (from, to) = if outward { (id, other) } else { (other, id) };
        let from_row = snapshot.row(from)?;
        let from_kind = self.schema.kind(from_row.kind())?;
        let references = from_kind.fields().iter().filter(|field| field.kind == FieldType::Reference);
        let linked = references.flat_map(|field| {
            let values = self.values_of(snapshot, &from_row, &field.id);
            let own: Vec<_> = values.iter().flat_map(Value::references).cloned().collect();
            own.into_iter().map(move |reference| (field, reference))
        });
        let (field, reference) = linked.into_iter().find(|(_, reference)| snapshot.read_as(reference.record) == to)?;
        let role = reference.role.as_deref().map(|role| self.role_label(field, role));
        Some(Neighbour {
            id: other.to_string(),
            kind: kind.id.clone(),
            kind_label: kind.label.get(self.lang).to_owned(),
            folio: folio::of(self.schema, &row),
            title: cells.title(&row),
            field: field.id.clone(),
            field_label: field.label.get(self.lang).to_owned(),
            role,
            certainty: reference
                .certainty
                .map(|certainty| cells.words.plain(&format!("certainty-{}", certainty.level()))),
            direction: if outward { "to" } else { "from" },
            date: self.date_of(snapshot, other).map(|date| cells.words.date(&date, None)),
            veiled: cells.is_veiled(other),
        })
    }

    fn role_label(&self, field: &Field, role: &str) -> String {
        use resguardo_domain::schema::Roles;
        match &field.roles {
            Some(Roles::Listed(roles)) => {
                let known = roles.iter().find(|known| known.id == role);
                known.map_or_else(|| role.to_owned(), |known| known.label.get(self.lang).to_owned())
            }
            Some(Roles::Catalogue(id)) => self.catalogues.label(id, role, self.lang).to_owned(),
            None => role.to_owned(),
        }
    }

    /// The first date a kind has among its list columns, of one record.
    pub(crate) fn date_of(&self, snapshot: &Snapshot, id: RecordId) -> Option<resguardo_domain::value::PartialDate> {
        let row = snapshot.row(id)?;
        let kind = self.schema.kind(row.kind())?;
        let mut dates: Vec<&Field> =
            kind.fields().iter().filter(|field| field.kind == FieldType::Date && field.list.is_some()).collect();
        dates.sort_by_key(|field| field.list);
        row.values(&dates.first()?.id).into_iter().find_map(|value| match value {
            Value::Date(date, _) => Some(date),
            _ => None,
        })
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
        let words = Words::new(self.language());
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        let args = Args::new().count("count", count);
        match status {
            Status::InUse => words.say("status-restored", &args),
            Status::Archived => words.say("status-archived", &args),
            Status::Binned => words.say("status-binned", &args),
        }
    }
}

/// A value as a person types it; none for what is never typed.
fn typed_text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) | Value::LongText(text) | Value::AsWritten(text) => Some(text.clone()),
        Value::Date(date, _) => Some(date.as_str().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
