//! One record: made, shown, changed, archived, binned, merged; its history.

use std::collections::BTreeMap;

use resguardo_domain::acts;
use resguardo_domain::catalogue::Label;
use resguardo_domain::draft::{Draft, begin, change, set_status};
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Operation, Pen, Status};
use resguardo_domain::record::Current;
use resguardo_domain::schema::{Field, FieldType, Kind};
use resguardo_domain::validate::{self, Against, Invalid, Problem};
use resguardo_domain::value::{Reference, Value, json};
use resguardo_vault::Snapshot;
use serde::Serialize;
use serde_json::Value as Json;

use crate::error::AppError;
use crate::lists::fields_json;
use crate::session::Session;
use crate::written::time_text;

/// One assignment as a person writes it.
#[derive(Debug, Clone)]
pub enum Assignment {
    /// `field=text`, read by the field's type; an empty text empties the field.
    Text {
        /// The field's id.
        field: String,
        /// What was typed.
        text: String,
    },
    /// `field:=JSON`: one value or a list of values.
    Json {
        /// The field's id.
        field: String,
        /// The JSON.
        json: Json,
    },
}

/// A record that was made or changed.
#[derive(Debug, Clone, Serialize)]
pub struct Written {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
}

/// One version of a field in conflict.
#[derive(Debug, Clone, Serialize)]
pub struct ConflictEntry {
    /// What was written.
    pub value: Json,
    /// Who wrote it.
    pub by: Option<String>,
    /// When, ISO 8601 in UTC.
    pub at: String,
}

/// A record that points to another.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// The field that points.
    pub field: String,
    /// What the other record is to it.
    pub role: Option<String>,
    /// What it is called.
    pub title: String,
}

/// A whole record.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Where its home is.
    pub space: &'static str,
    /// What it is called.
    pub title: String,
    /// in_use, archived or binned.
    pub status: &'static str,
    /// The records read with it as one.
    pub merged: Vec<String>,
    /// Values by field.
    pub fields: BTreeMap<String, Json>,
    /// Versions that stand against each other, by field.
    pub conflicts: BTreeMap<String, Vec<ConflictEntry>>,
    /// Records that point to it.
    pub links: Vec<Link>,
    /// When its first operation was written.
    pub created: String,
    /// When its latest operation was written.
    pub modified: String,
}

impl Session {
    /// Makes a record.
    ///
    /// # Errors
    /// [`AppError::NoSuchKind`], or a value that cannot stand, naming its field.
    pub fn create_record(&self, kind: &str, assignments: &[Assignment]) -> Result<Written, AppError> {
        let kind = self.kind(kind)?;
        let mut draft = self.draft(kind, assignments)?;
        for field in kind.fields() {
            if let Some(default) = field.default.as_ref().filter(|_| !draft.values.contains_key(&field.id)) {
                draft.values.insert(field.id.clone(), vec![self.read_text(kind, &field.id, default)?]);
            }
        }
        let id = self.write(|pen| {
            let mut operations = self.unnamed_perpetrators(kind, &mut draft, pen)?;
            let perpetrators = operations.iter().map(|operation| (operation.record, "perpetrator".to_owned()));
            let fresh: BTreeMap<RecordId, String> = perpetrators.collect();
            self.settle_acts(kind, &mut draft, &[])?;
            self.check(kind, &draft, &fresh)?;
            let (id, made) = begin(kind, &draft, pen);
            operations.extend(made);
            Ok((id, operations))
        })?;
        Ok(Written { id: id.to_string(), kind: kind.id.clone() })
    }

    /// Changes a record; fields not named stay.
    ///
    /// # Errors
    /// The record is not there, or a value cannot stand, naming its field.
    pub fn edit_record(&self, id: &str, assignments: &[Assignment]) -> Result<Written, AppError> {
        let current = self.current(self.find(id)?)?;
        let kind = self.kind(&current.kind)?;
        let mut draft = self.draft(kind, assignments)?;
        let stored: Vec<Value> = current.values(field::ACTS).cloned().collect();
        self.settle_acts(kind, &mut draft, &acts::acts(&stored))?;
        self.check(kind, &draft, &BTreeMap::new())?;
        self.write(|pen| Ok(((), change(kind, &current, &draft, pen))))?;
        Ok(Written { id: current.id.to_string(), kind: current.kind })
    }

    /// Shows a record whole.
    ///
    /// # Errors
    /// The record is not there or its frames are damaged.
    pub fn show(&self, id: &str) -> Result<Shown, AppError> {
        let found = self.find(id)?;
        let snapshot = self.snapshot();
        let id = snapshot.read_as(found);
        let current = self.current(id)?;
        let row = snapshot.row(id).ok_or(AppError::NoSuchRecord)?;
        let titles = self.titles(&snapshot);
        let kind = self.kind(row.kind())?;
        let mut fields = fields_json(kind, &row.summary().values, |_| true);
        self.add_perpetrator_type(&snapshot, &row, &mut fields);
        let conflicts = current.fields.iter().filter_map(|(field, content)| {
            let versions: Vec<ConflictEntry> = content
                .conflicts()
                .map(|version| ConflictEntry {
                    value: json::to_json(&version.value),
                    by: version.by.and_then(|by| titles.by_id(by)),
                    at: time_text(version.at_ms),
                })
                .collect();
            (!versions.is_empty()).then(|| (field.clone(), versions))
        });
        Ok(Shown {
            id: id.to_string(),
            kind: kind.id.clone(),
            space: "private",
            title: titles.of(row),
            status: current.status.id(),
            merged: snapshot.group(id).into_iter().filter(|other| *other != id).map(|id| id.to_string()).collect(),
            fields,
            links: self.links(&snapshot, id),
            conflicts: conflicts.collect(),
            created: time_text(current.created_ms),
            modified: time_text(current.modified_ms),
        })
    }

    /// The records that point to one, or to any read as one with it. Computed fields say what stored ones say already.
    fn links(&self, snapshot: &Snapshot, id: RecordId) -> Vec<Link> {
        let titles = self.titles(snapshot);
        let mut links = Vec::new();
        for member in snapshot.group(id) {
            for row in snapshot.mentioning(member).filter(|row| row.status() != Status::Binned) {
                let Some(kind) = self.schema.kind(row.kind()).filter(|kind| !kind.internal) else { continue };
                for field in kind.fields().iter().filter(|field| field.kind == FieldType::Reference) {
                    let values = row.values(&field.id);
                    let pointing = values.iter().flat_map(Value::references).filter(|link| link.record == member);
                    links.extend(pointing.map(|link| Link {
                        id: row.id().to_string(),
                        kind: kind.id.clone(),
                        field: field.id.clone(),
                        role: link.role.clone(),
                        title: titles.of(row),
                    }));
                }
            }
        }
        links
    }

    /// Archives, restores or bins a record.
    ///
    /// # Errors
    /// The record is not there.
    pub fn set_status(&self, id: &str, status: Status) -> Result<Written, AppError> {
        let current = self.current(self.find(id)?)?;
        self.write(|pen| Ok(((), set_status(&current, status, pen).into_iter().collect())))?;
        Ok(Written { id: current.id.to_string(), kind: current.kind })
    }

    /// What a record and those merged into it say together.
    pub(crate) fn current(&self, id: RecordId) -> Result<Current, AppError> {
        let group = self.snapshot().group(id);
        let mut all = group.iter().map(|member| self.vault.record(*member).map(|record| record.current()));
        let first = all.next().ok_or(AppError::NoSuchRecord)??;
        let rest = all.collect::<Result<Vec<Current>, _>>()?;
        Ok(first.read_with(rest))
    }

    /// Many records as they are now; what holds several of them is opened once.
    pub(crate) fn currents(&self, ids: &[RecordId]) -> Result<Vec<Current>, AppError> {
        let snapshot = self.snapshot();
        let alone: Vec<RecordId> = ids.iter().copied().filter(|id| snapshot.group(*id).len() == 1).collect();
        let records = self.vault.records(&alone)?;
        let mut known: BTreeMap<RecordId, Current> =
            records.iter().map(|record| (record.id(), record.current())).collect();
        ids.iter().map(|id| known.remove(id).map_or_else(|| self.current(*id), Ok)).collect()
    }

    /// Reads assignments into a draft: repeated fields are several values.
    pub(crate) fn draft(&self, kind: &Kind, assignments: &[Assignment]) -> Result<Draft, AppError> {
        let mut draft = Draft::default();
        for assignment in assignments {
            match assignment {
                Assignment::Text { field, text } => {
                    let values = draft.values.entry(field.clone()).or_default();
                    if !text.is_empty() {
                        values.push(self.read_text(kind, field, text)?);
                    }
                }
                Assignment::Json { field, json } => {
                    let read = self.read_json(kind, field, json)?;
                    draft.values.entry(field.clone()).or_default().extend(read);
                }
            }
        }
        Ok(draft)
    }

    fn read_text(&self, kind: &Kind, field: &str, text: &str) -> Result<Value, AppError> {
        let entry = known_field(kind, field)?;
        if entry.kind == FieldType::Reference {
            return Ok(Value::Reference(Reference::to(self.find(text)?)));
        }
        json::from_text(text, entry.kind).map_err(|_refused: json::NotThisType| wrong_type(kind, field))
    }

    fn read_json(&self, kind: &Kind, field: &str, json: &Json) -> Result<Vec<Value>, AppError> {
        let entry = known_field(kind, field)?;
        let list = match json {
            Json::Array(items) => items.iter().collect(),
            Json::Null => Vec::new(),
            one => vec![one],
        };
        list.into_iter()
            .map(|json| {
                json::from_json(json, entry.kind).map_err(|_refused: json::NotThisType| wrong_type(kind, field))
            })
            .collect()
    }

    /// Checks a draft; `fresh` are records of the same act of writing that it may point to, with their kinds.
    pub(crate) fn check(&self, kind: &Kind, draft: &Draft, fresh: &BTreeMap<RecordId, String>) -> Result<(), AppError> {
        let snapshot = self.snapshot();
        let kind_of = |id: RecordId| {
            let known = snapshot.row(id).map(|row| row.kind().to_owned());
            known.or_else(|| fresh.get(&id).cloned())
        };
        let against = Against { catalogues: &self.catalogues, kind_of: &kind_of };
        validate::check(kind, draft, &against).map_err(|invalid| of_field(kind, invalid))
    }

    pub(crate) fn settle_acts(
        &self,
        kind: &Kind,
        draft: &mut Draft,
        stored: &[resguardo_domain::value::Act],
    ) -> Result<(), AppError> {
        if kind.field(field::ACTS).is_none() {
            return Ok(());
        }
        acts::write_through(draft, stored).map_err(|_several: acts::SeveralActs| AppError::SeveralActs)
    }

    /// A new incident's `perpetrator_type` makes one unnamed alleged perpetrator of each type.
    fn unnamed_perpetrators(
        &self,
        kind: &Kind,
        draft: &mut Draft,
        pen: &mut Pen<'_>,
    ) -> Result<Vec<Operation>, AppError> {
        let mut operations = Vec::new();
        if kind.field(field::ACTS).is_none() {
            return Ok(operations);
        }
        let perpetrator = self.kind("perpetrator")?;
        for value in draft.values.remove(field::PERPETRATOR_TYPE).unwrap_or_default() {
            let typed = Draft { values: BTreeMap::from([("type".to_owned(), vec![value])]) };
            self.check(perpetrator, &typed, &BTreeMap::new())
                .map_err(|error| renamed(error, kind, field::PERPETRATOR_TYPE))?;
            let (id, made) = begin(perpetrator, &typed, pen);
            operations.extend(made);
            let list = draft.values.entry(field::PERPETRATORS.to_owned()).or_default();
            list.push(Value::Reference(Reference::to(id)));
        }
        Ok(operations)
    }
}

/// A complaint with what its field is called.
fn of_field(kind: &Kind, invalid: Invalid) -> AppError {
    let id = || Label { es: invalid.field.clone(), en: invalid.field.clone() };
    let label = kind.field(&invalid.field).map_or_else(id, |field| field.label.clone());
    AppError::Invalid { label, invalid }
}

/// The same complaint about the field the person wrote, not the one it went to.
fn renamed(error: AppError, kind: &Kind, field: &str) -> AppError {
    match error {
        AppError::Invalid { invalid, .. } => {
            of_field(kind, Invalid { field: field.to_owned(), problem: invalid.problem })
        }
        other => other,
    }
}

fn known_field<'k>(kind: &'k Kind, field: &str) -> Result<&'k Field, AppError> {
    kind.field(field).ok_or_else(|| AppError::NoSuchField { kind: kind.id.clone(), field: field.to_owned() })
}

fn wrong_type(kind: &Kind, field: &str) -> AppError {
    of_field(kind, Invalid { field: field.to_owned(), problem: Problem::WrongType })
}
