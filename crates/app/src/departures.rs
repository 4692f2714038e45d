//! What left this laptop is written down, as an import is: who, when, what was asked for, how many, how much it tells, and
//! the digest of the file, so that a copy met later can be told.

use std::path::Path;

use resguardo_domain::schema::DisclosureLevel;
use resguardo_domain::value::json;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use crate::error::AppError;
use crate::records::Assignment;
use crate::session::{Session, now_ms};
use crate::written::day_text;

/// A file that leaves.
pub(crate) struct Departure<'a> {
    /// `export` or `report`.
    pub(crate) event: &'static str,
    /// Where it was written; only its name is kept.
    pub(crate) file: &'a Path,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
    /// The kind of its records.
    pub(crate) kind: &'a str,
    /// csv, pdf ….
    pub(crate) format: &'a str,
    /// How much it tells.
    pub(crate) level: DisclosureLevel,
    /// What was asked for: conditions, or a period.
    pub(crate) query: Vec<String>,
    /// How many records.
    pub(crate) records: usize,
}

impl Session {
    /// Writes down that a file left. A vault that can only be read keeps no journal.
    ///
    /// # Errors
    /// The vault cannot be written.
    pub(crate) fn note_departure(&self, departure: &Departure<'_>) -> Result<(), AppError> {
        if self.state().read_only {
            return Ok(());
        }
        let set = |field: &str, json: Json| Assignment::Json { field: field.to_owned(), json };
        let name = departure.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let digest: [u8; 32] = Sha256::digest(departure.bytes).into();
        let mut fields = vec![
            set("event", departure.event.into()),
            set("at", day_text(now_ms()).into()),
            set("file_name", name.into()),
            set("for_kind", departure.kind.into()),
            set("format", departure.format.into()),
            set("language", self.lang.id().into()),
            set("disclosure", departure.level.id().into()),
            set("records", departure.records.to_string().into()),
            set("hash", json::hex(&digest).into()),
            set("query", Json::Array(departure.query.iter().map(|part| part.as_str().into()).collect())),
        ];
        if let Some(writer) = self.writer {
            fields.push(set("by", json!({ "ref": writer.to_string() })));
        }
        self.create_record("journal", &fields)?;
        Ok(())
    }
}
