//! How a file is read, kept under a name for the next one of the same headings.

use std::sync::Arc;

use resguardo_domain::operation::Status;
use resguardo_domain::schema::Kind;
use resguardo_domain::value::Value;
use resguardo_exchange::mapping::Mapping;

use super::super::sheet_error;
use super::ImportState;
use crate::error::AppError;
use crate::records::Assignment;
use crate::session::Session;

/// What a `setting` record is for when it is a saved mapping.
const PURPOSE: &str = "mapping";

/// A mapping somebody saved.
pub(super) struct Saved {
    id: String,
    pub(super) name: String,
    mapping: Mapping,
}

impl Session {
    /// Saves how the file is read under a name.
    ///
    /// # Errors
    /// No name; [`AppError::NoImport`]; the vault cannot be written.
    pub fn mapping_save(&self, name: &str) -> Result<(), AppError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(AppError::NoName);
        }
        let (mapping, kind, headings) = {
            let held = self.in_hand();
            let wizard = held.as_ref().ok_or(AppError::NoImport)?;
            (
                wizard.mapping.to_toml().map_err(sheet_error)?,
                Arc::clone(&wizard.kind),
                wizard.reading.headings().to_vec(),
            )
        };
        let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.to_owned() };
        let list = Assignment::Json { field: "headings".to_owned(), json: serde_json::json!(headings) };
        let same = self.saved_mappings(&kind).into_iter().find(|saved| saved.name == name);
        match same {
            Some(saved) => self.edit_record(&saved.id, &[text("mapping", &mapping), list])?,
            None => {
                let fields = [("purpose", PURPOSE), ("name", name), ("for_kind", &kind.id), ("mapping", &mapping)];
                let mut assignments: Vec<Assignment> = fields.iter().map(|(field, value)| text(field, value)).collect();
                assignments.push(list);
                self.create_record("setting", &assignments)?
            }
        };
        if let Some(wizard) = self.in_hand().as_mut() {
            wizard.saved = Some(name.to_owned());
        }
        Ok(())
    }

    /// Reads the file in hand as one saved under this name was read; columns it does not know stay as they are.
    ///
    /// # Errors
    /// No such mapping, or it does not fit; then it is read as before.
    pub fn mapping_use(&self, name: &str) -> Result<ImportState, AppError> {
        self.rearrange(|session, wizard| {
            let known = session.saved_mappings(&wizard.kind).into_iter().find(|saved| saved.name == name);
            let saved = known.ok_or(AppError::NoImport)?.mapping;
            let headings = wizard.reading.headings().to_vec();
            for (heading, path) in saved.columns.into_iter().filter(|(heading, _)| headings.contains(heading)) {
                wizard.mapping.columns.insert(heading, path);
            }
            wizard.mapping.values = saved.values.into_iter().filter(|(h, _)| headings.contains(h)).collect();
            wizard.mapping.leave_out = saved.leave_out.into_iter().filter(|h| headings.contains(h)).collect();
            wizard.saved = Some(name.to_owned());
            wizard.read_columns(session)
        })
    }

    /// Every saved mapping for records of a kind, the latest first.
    pub(super) fn saved_mappings(&self, kind: &Kind) -> Vec<Saved> {
        let snapshot = self.snapshot();
        let rows = snapshot.rows_of("setting").filter(|row| row.status() == Status::InUse);
        let saved = rows.filter_map(|row| {
            let text = |field: &str| -> Option<String> {
                row.values(field).iter().flat_map(Value::words).next().map(str::to_owned)
            };
            (text("purpose")? == PURPOSE && text("for_kind")? == kind.id).then_some(())?;
            let mapping = Mapping::from_toml(&text("mapping")?).ok()?;
            Some((row.modified_ms(), Saved { id: row.id().to_string(), name: text("name")?, mapping }))
        });
        let mut saved: Vec<(u64, Saved)> = saved.collect();
        saved.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
        saved.into_iter().map(|(_, saved)| saved).collect()
    }

    /// The saved mapping whose headings are those of the file.
    pub(super) fn fitting(&self, kind: &Kind, proposed: &Mapping) -> Option<(String, Mapping)> {
        let headings: Vec<&String> = proposed.columns.keys().collect();
        let same = |saved: &Saved| saved.mapping.columns.keys().collect::<Vec<_>>() == headings;
        let saved = self.saved_mappings(kind).into_iter().find(same)?;
        let (sheet, heading_row) = (proposed.sheet.clone(), proposed.heading_row);
        Some((saved.name, Mapping { sheet, heading_row, ..saved.mapping }))
    }
}
