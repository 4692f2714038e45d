//! The demonstration: real public facts, each with its quote and its source, in an empty vault.
//!
//! The files under `assets/demo` hold one record a line: its key, its kind, and its fields in the JSON forms of the
//! command line. `@key` where an id stands means the record of the demonstration with that key.
//!
//! Apart from them there is an invented set of applications ([`fictional`]), to try clocks and indicators on.

mod fictional;

use std::collections::BTreeMap;

use resguardo_domain::draft::{Draft, change};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Action, Operation, Pen};
use resguardo_domain::record::Record;
use resguardo_domain::schema::Kind;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

pub use fictional::FICTIONAL;

use crate::error::AppError;
use crate::records::Assignment;
use crate::session::Session;
use crate::settings::DEMONSTRATION;

/// Name and text of every file of the demonstration, by name.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/demo.rs"));

/// What the demonstration put in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filled {
    /// How many records.
    pub records: usize,
    /// How many of each kind, by the kind's id.
    pub by_kind: BTreeMap<String, usize>,
}

/// One record as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: String,
    kind: String,
    fields: Map<String, Json>,
}

/// The records of the demonstration by key, with the id each gets here.
type Ids = BTreeMap<String, RecordId>;

impl Session {
    /// Fills an empty vault with the demonstration, as one act of writing. Journal and settings are no records here.
    ///
    /// # Errors
    /// [`AppError::NotEmpty`]; nothing is written then. [`AppError::NotARecord`], or a value that cannot stand, would be
    /// a mistake in the files that ship.
    pub fn demo(&self) -> Result<Filled, AppError> {
        self.fill(&entries()?)
    }

    /// Fills an empty vault with the invented set, as one act of writing: about 150 applications with what belongs to
    /// them. Each record carries the tag [`FICTIONAL`], and the vault says from then on that it is a demonstration.
    ///
    /// # Errors
    /// As [`Self::demo`]: invented records never stand beside real ones.
    pub fn demo_fictional(&self) -> Result<Filled, AppError> {
        self.demo_invented(fictional::APPLICATIONS)
    }

    /// The same with so many applications, to try a large archive.
    ///
    /// # Errors
    /// As [`Self::demo`].
    pub fn demo_invented(&self, applications: u32) -> Result<Filled, AppError> {
        let filled = self.fill(&fictional::entries(applications))?;
        self.set_preference(DEMONSTRATION, "fictional")?;
        Ok(filled)
    }

    fn fill(&self, entries: &[Entry]) -> Result<Filled, AppError> {
        let counted = |kind: &str| self.schema.kind(kind).is_none_or(|kind| !kind.internal);
        if self.snapshot().rows().any(|row| counted(row.kind())) {
            return Err(AppError::NotEmpty);
        }
        let mut by_kind: BTreeMap<String, usize> = BTreeMap::new();
        for entry in entries {
            *by_kind.entry(entry.kind.clone()).or_default() += 1;
        }
        self.write_parts(|pen| {
            let mut ids = Ids::new();
            for entry in entries {
                if ids.insert(entry.key.clone(), pen.record()).is_some() {
                    return Err(wrong(&entry.key, "the key is there twice"));
                }
            }
            let fresh: BTreeMap<RecordId, String> =
                entries.iter().filter_map(|entry| Some((*ids.get(&entry.key)?, entry.kind.clone()))).collect();
            let made = entries.iter().map(|entry| self.begun(entry, &ids, &fresh, pen));
            Ok(((), made.collect::<Result<Vec<_>, AppError>>()?))
        })?;
        Ok(Filled { records: entries.len(), by_kind })
    }

    /// The operations of one record.
    fn begun(
        &self,
        entry: &Entry,
        ids: &Ids,
        fresh: &BTreeMap<RecordId, String>,
        pen: &mut Pen<'_>,
    ) -> Result<Vec<Operation>, AppError> {
        let kind = self.kind(&entry.kind)?;
        let id = *ids.get(&entry.key).ok_or_else(|| wrong(&entry.key, "no id"))?;
        let assignments = entry.fields.iter().map(|(field, json)| {
            let json = resolved(json, ids).map_err(|key| wrong(&entry.key, &format!("no record {key}")))?;
            Ok(Assignment::Json { field: field.clone(), json })
        });
        let draft = self.draft(kind, &assignments.collect::<Result<Vec<_>, AppError>>()?)?;
        self.check(kind, &draft, fresh)?;
        Ok(begin_as(id, kind, &draft, pen))
    }
}

/// The operations of a new record whose id was given out before, so that others could point to it.
fn begin_as(id: RecordId, kind: &Kind, draft: &Draft, pen: &mut Pen<'_>) -> Vec<Operation> {
    let create = pen.write(id, Action::Create { kind: kind.id.clone() }, Vec::new());
    let mut record = Record::new(id);
    record.add(create.clone());
    let mut operations = vec![create];
    operations.extend(change(kind, &record.current(), draft, pen));
    operations
}

fn entries() -> Result<Vec<Entry>, AppError> {
    let mut all = Vec::new();
    for (name, text) in FILES {
        let read: Vec<Entry> = serde_json::from_str(text).map_err(|error| wrong(name, &error.to_string()))?;
        all.extend(read);
    }
    Ok(all)
}

/// The JSON with ids in the place of keys, or the key nobody has.
fn resolved(json: &Json, ids: &Ids) -> Result<Json, String> {
    Ok(match json {
        Json::Array(items) => {
            Json::Array(items.iter().map(|item| resolved(item, ids)).collect::<Result<Vec<_>, String>>()?)
        }
        Json::Object(map) => {
            let entry = |(name, value): (&String, &Json)| Ok((name.clone(), resolved_at(name, value, ids)?));
            Json::Object(map.iter().map(entry).collect::<Result<Map<_, _>, String>>()?)
        }
        other => other.clone(),
    })
}

fn resolved_at(name: &str, value: &Json, ids: &Ids) -> Result<Json, String> {
    match value.as_str().filter(|_| name == "ref").and_then(|text| text.strip_prefix('@')) {
        Some(key) => ids.get(key).map(|id| Json::String(id.to_string())).ok_or_else(|| key.to_owned()),
        None => resolved(value, ids),
    }
}

fn wrong(place: &str, reason: &str) -> AppError {
    AppError::NotARecord { reason: format!("{place}: {reason}") }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_record_of_the_demonstration_has_a_quote_and_only_the_page_has_no_other_source() {
        for entry in entries().unwrap() {
            let count = |field: &str| entry.fields.get(field).and_then(Json::as_array).map_or(0, Vec::len);
            assert!(count("quote") > 0, "{}", entry.key);
            assert_eq!(count("quote"), count("locator"), "{}", entry.key);
            assert_eq!(count("sources") == 0, entry.key == "page.meta", "{}", entry.key);
        }
    }

    #[test]
    fn keys_are_unique_and_stand_in_the_records_as_their_own_code() {
        let entries = entries().unwrap();
        let keys: BTreeSet<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys.len(), entries.len());
        for entry in &entries {
            assert_eq!(entry.fields.get("code").and_then(Json::as_str), Some(entry.key.as_str()));
        }
    }

    #[test]
    fn a_reference_to_a_key_nobody_has_is_named() {
        let ids = Ids::from([("org.un".to_owned(), RecordId::new([7; 16]))]);
        let json = serde_json::json!([{"ref": "@org.un", "role": "author"}]);
        assert_eq!(resolved(&json, &ids).unwrap(), serde_json::json!([{"ref": "07".repeat(16), "role": "author"}]));
        assert_eq!(resolved(&serde_json::json!({"ref": "@org.uno"}), &ids), Err("org.uno".to_owned()));
        assert_eq!(resolved(&serde_json::json!("@org.uno"), &ids), Ok(serde_json::json!("@org.uno")));
    }
}
