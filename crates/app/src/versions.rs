//! Versions that stand against each other, side by side, and settling them: nobody made a mistake.

use std::collections::BTreeMap;

use resguardo_domain::draft::{Draft, change};
use resguardo_domain::id::{ItemId, OperationId, RecordId};
use resguardo_domain::operation::{Action, Operation};
use resguardo_domain::record::{Current, Item, Version};
use resguardo_domain::schema::Field;
use resguardo_domain::value::Value;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use similar::{ChangeTag, TextDiff};

use crate::cells::{Cell, Cells};
use crate::error::AppError;
use crate::pages::{FieldInput, Saved};
use crate::session::Session;

/// Who wrote a column of versions.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct VersionColumn {
    /// Its name among the columns.
    pub key: String,
    /// Who.
    pub writer: String,
    /// On which laptop; empty where it is not known.
    pub device: String,
    /// When, in words.
    pub at: String,
}

/// One version of a field.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct VersionCell {
    /// Its column.
    pub key: String,
    /// The act of writing it was written by.
    pub operation: String,
    /// What was written.
    pub cell: Cell,
    /// When, in words.
    pub note: String,
    /// What the other versions do not say, in UTF-16 units of the text.
    pub marks: Vec<(u32, u32)>,
}

/// A field, or an item of one, with its versions.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct VersionRow {
    /// The field.
    pub field: String,
    /// The field in words.
    pub label: String,
    /// The item, where the field holds several.
    pub item: Option<String>,
    /// Whether the field holds several.
    pub several: bool,
    /// Its versions.
    pub versions: Vec<VersionCell>,
}

/// All versions of a record that stand against each other.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Versions {
    /// Columns by person.
    pub columns: Vec<VersionColumn>,
    /// Rows by field.
    pub rows: Vec<VersionRow>,
}

/// What somebody decided for one row: a version, or a third.
#[derive(Clone, Deserialize, specta::Type)]
pub struct Decision {
    /// The field.
    pub field: String,
    /// The item, where the field holds several.
    pub item: Option<String>,
    /// The version that stands from now on.
    pub operation: Option<String>,
    /// A third, as values.
    pub values: Option<Vec<Json>>,
    /// A third, as typed.
    pub typed: Option<String>,
}

/// One row before it is drawn.
struct Rival<'a> {
    field: &'a Field,
    item: Option<&'a Item>,
    versions: &'a [Version],
}

impl Session {
    /// The versions of a record that stand against each other.
    ///
    /// # Errors
    /// The record is not there or damaged.
    pub fn record_versions(&self, id: &str) -> Result<Versions, AppError> {
        let snapshot = self.snapshot();
        let id = snapshot.read_as(self.find(id)?);
        let current = self.current(id)?;
        let cells = self.cells(&snapshot);
        let rivals = self.rivals(&current)?;
        let mut columns: Vec<VersionColumn> = Vec::new();
        let mut rows = Vec::new();
        for rival in &rivals {
            let mut versions = Vec::new();
            for (place, version) in rival.versions.iter().enumerate() {
                let key = version.by.map_or_else(|| format!("?{place}"), |by| by.to_string());
                if !columns.iter().any(|column| column.key == key) {
                    columns.push(self.column(&cells, &key, version));
                }
                versions.push(self.version_cell(&cells, current.id, rival, (key, place)));
            }
            rows.push(VersionRow {
                field: rival.field.id.clone(),
                label: rival.field.label.get(self.lang).to_owned(),
                item: rival.item.map(|item| item.id.to_string()),
                several: rival.field.several,
                versions,
            });
        }
        Ok(Versions { columns, rows })
    }

    fn rivals<'a>(&'a self, current: &'a Current) -> Result<Vec<Rival<'a>>, AppError> {
        let kind = self.kind(&current.kind)?;
        let mut rivals = Vec::new();
        for field in kind.fields() {
            let Some(content) = current.fields.get(&field.id) else { continue };
            if content.register.len() > 1 {
                rivals.push(Rival { field, item: None, versions: &content.register });
            }
            let items = content.items.iter().filter(|item| item.versions.len() > 1);
            rivals.extend(items.map(|item| Rival { field, item: Some(item), versions: &item.versions }));
        }
        Ok(rivals)
    }

    fn column(&self, cells: &Cells<'_>, key: &str, version: &Version) -> VersionColumn {
        let writer = version.by.and_then(|by| cells.titles.by_id(by));
        VersionColumn {
            key: key.to_owned(),
            writer: writer.unwrap_or_else(|| cells.words.plain("writer-unknown")),
            device: String::new(),
            at: self.when(version.at_ms),
        }
    }

    fn version_cell(
        &self,
        cells: &Cells<'_>,
        record: RecordId,
        rival: &Rival<'_>,
        (key, place): (String, usize),
    ) -> VersionCell {
        let version = rival.versions.get(place);
        let value = version.map(|version| version.value.clone());
        let cell = value.as_ref().and_then(|value| cells.each(record, rival.field, std::slice::from_ref(value)).pop());
        let texts: Vec<String> = rival.versions.iter().map(|version| plain(&version.value)).collect();
        let others = texts.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, text)| text.as_str());
        let cell = cell.unwrap_or_else(Cell::empty);
        let is_long = cell.manner == crate::cells::Manner::Said;
        VersionCell {
            key,
            operation: version.map(|version| version.operation.to_string()).unwrap_or_default(),
            marks: if is_long { differing(&cell.text, &others.collect::<Vec<_>>()) } else { Vec::new() },
            cell,
            note: version.map(|version| self.when(version.at_ms)).unwrap_or_default(),
        }
    }

    /// Settles rows: each decision is one act of writing that replaces all versions of its row; the others stay in history.
    ///
    /// # Errors
    /// A version that is not there; a value that cannot stand. Then nothing is written.
    pub fn record_settle(&self, id: &str, decisions: Vec<Decision>) -> Result<Saved, AppError> {
        let id = self.snapshot().read_as(self.find(id)?);
        let current = self.current(id)?;
        let kind = self.kind(&current.kind)?;
        let group = self.snapshot().group(id);
        let members: Vec<Current> =
            group.iter().map(|member| Ok(self.vault.record(*member)?.current())).collect::<Result<_, AppError>>()?;
        let mut drafted = Draft::default();
        let mut settled = Vec::new();
        for decision in decisions {
            let rivals = self.rivals(&current)?;
            let same = |rival: &&Rival<'_>| {
                rival.field.id == decision.field && rival.item.map(|item| item.id.to_string()) == decision.item
            };
            let rival = rivals.iter().find(same).ok_or(AppError::NoSuchVersion)?;
            let item = rival.item.map(|item| item.id);
            if let Some(chosen) = &decision.operation {
                let version = rival.versions.iter().find(|version| version.operation.to_string() == *chosen);
                let value = version.ok_or(AppError::NoSuchVersion)?.value.clone();
                settled.push((decision.field.clone(), item, value));
                continue;
            }
            let third = FieldInput { field: decision.field.clone(), typed: decision.typed, values: decision.values };
            let draft = self.draft(kind, &self.assignments(&kind.id, vec![third])?)?;
            self.check(kind, &draft, &BTreeMap::new())?;
            let values = draft.values.get(&decision.field).cloned().unwrap_or_default();
            match values.as_slice() {
                [one] => settled.push((decision.field.clone(), item, one.clone())),
                _ => drafted.values.extend(draft.values),
            }
        }
        self.write(|pen| {
            let mut operations: Vec<Operation> = change(kind, &current, &drafted, pen);
            for (field, item, value) in settled {
                // Records read as one each keep their own versions: what was decided is written in every one that has any.
                for member in &members {
                    let replaces = versions_of(member, &field, item);
                    if replaces.is_empty() {
                        continue;
                    }
                    let (field, value) = (field.clone(), value.clone());
                    let action = match item {
                        None => Action::Set { field, value },
                        Some(item) => Action::Add { field, item, value },
                    };
                    operations.push(pen.write(member.id, action, replaces));
                }
            }
            Ok(((), operations))
        })?;
        self.saved(&id.to_string())
    }
}

/// The acts of writing that stand for a field of one record, or for one item of it.
fn versions_of(member: &Current, field: &str, item: Option<ItemId>) -> Vec<OperationId> {
    let Some(content) = member.fields.get(field) else { return Vec::new() };
    let versions: &[Version] = match item {
        None => &content.register,
        Some(item) => content.items.iter().find(|own| own.id == item).map_or(&[], |own| own.versions.as_slice()),
    };
    versions.iter().map(|version| version.operation).collect()
}

/// The text of a value that is compared word by word.
fn plain(value: &Value) -> String {
    value.words().join(" ")
}

/// The words of a text that another does not have, neighbours as one mark, in UTF-16 units.
fn differing(text: &str, others: &[&str]) -> Vec<(u32, u32)> {
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let mut marks: Vec<(u32, u32)> = Vec::new();
    for other in others {
        let mut at = 0;
        for change in TextDiff::from_words(text, *other).iter_all_changes() {
            if change.tag() == ChangeTag::Insert {
                continue;
            }
            let to = at + units(change.value());
            if change.tag() == ChangeTag::Delete && !change.value().trim().is_empty() {
                marks.push((at, at + units(change.value().trim_end())));
            }
            at = to;
        }
    }
    marks.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for mark in marks {
        match joined.last_mut().filter(|last| last.1 + 1 >= mark.0) {
            Some(last) => last.1 = last.1.max(mark.1),
            None => joined.push(mark),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn only_what_the_other_does_not_say_is_marked() {
        let one = "Recibió tres llamadas de un número oculto.";
        let two = "Recibió llamadas de un número oculto. Colgó.";
        assert_eq!(differing(one, &[two]), [(8, 12)]);
        assert!(differing(one, &[one]).is_empty());
    }
}
