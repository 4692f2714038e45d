//! The organisation's own list of persons who write on this laptop.

use resguardo_domain::operation::Status;
use resguardo_domain::value::Value;
use serde::Serialize;

use crate::error::AppError;
use crate::records::Assignment;
use crate::session::Session;

/// What a `setting` record is for when it is a person who writes.
const PURPOSE: &str = "writer";

/// One person who writes: a `setting` record.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Writer {
    /// The record's id.
    pub id: String,
    /// How the person is called in the history.
    pub name: String,
    /// Whether the person left; what they wrote keeps their name.
    pub retired: bool,
}

impl Session {
    /// Who writes now.
    #[must_use]
    pub fn writer(&self) -> Option<Writer> {
        let id = self.writer?.to_string();
        self.writers().into_iter().find(|writer| writer.id == id)
    }

    /// Everybody on the list, retired persons too.
    #[must_use]
    pub fn writers(&self) -> Vec<Writer> {
        let snapshot = self.snapshot();
        let rows = snapshot.rows_of("setting");
        let writers = rows.filter_map(|row| {
            let text = |field| row.values(field).iter().flat_map(Value::words).map(str::to_owned).next();
            let name = text("name").filter(|_| text("purpose").as_deref() == Some(PURPOSE))?;
            Some(Writer { id: row.id().to_string(), name, retired: row.status() != Status::InUse })
        });
        writers.collect()
    }

    /// Adds a person.
    ///
    /// # Errors
    /// The vault cannot be written.
    pub fn add_writer(&self, name: &str) -> Result<Writer, AppError> {
        let text = |field: &str, text: &str| Assignment::Text { field: field.into(), text: text.to_owned() };
        let written = self.create_record("setting", &[text("purpose", PURPOSE), text("name", name)])?;
        Ok(Writer { id: written.id, name: name.trim().to_owned(), retired: false })
    }

    /// Retires a person: the name stays in the history and can no longer be chosen.
    ///
    /// # Errors
    /// [`AppError::NoSuchWriter`].
    pub fn retire_writer(&self, name: &str) -> Result<Writer, AppError> {
        let folded = resguardo_domain::fold::fold(name);
        let writers = self.writers().into_iter();
        let named =
            |w: &Writer| (name.len() >= 8 && w.id.starts_with(name)) || resguardo_domain::fold::fold(&w.name) == folded;
        let writer = writers.filter(|w| !w.retired).find(named).ok_or(AppError::NoSuchWriter)?;
        self.set_status(&writer.id, Status::Archived)?;
        Ok(Writer { retired: true, ..writer })
    }
}
