//! Lists somebody saved under a name: a `setting` record each.

use resguardo_domain::operation::Status;
use resguardo_domain::value::Value;
use serde::Serialize;

use crate::browse::ListQuery;
use crate::error::AppError;
use crate::records::Assignment;
use crate::session::Session;

/// What a `setting` record is for when it is a saved list.
const PURPOSE: &str = "view";

/// A saved list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct View {
    /// Its record.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it shows.
    pub query: ListQuery,
}

impl Session {
    /// The saved lists of a kind, by name.
    #[must_use]
    pub fn views(&self, kind: &str) -> Vec<View> {
        let snapshot = self.snapshot();
        let rows = snapshot.rows_of("setting").filter(|row| row.status() == Status::InUse);
        let mut views: Vec<View> = rows
            .filter_map(|row| {
                let text = |field: &str| -> Option<String> {
                    row.values(field).iter().flat_map(Value::words).next().map(str::to_owned)
                };
                if text("purpose")? != PURPOSE || text("for_kind")? != kind {
                    return None;
                }
                let query = serde_json::from_str(&text("value")?).ok()?;
                Some(View { id: row.id().to_string(), name: text("name")?, query })
            })
            .collect();
        views.sort_by_key(|view| resguardo_domain::fold::fold(&view.name));
        views
    }

    /// Saves a list under a name; one of that name is written over.
    ///
    /// # Errors
    /// No name; the vault cannot be written.
    pub fn view_save(&self, name: &str, query: &ListQuery) -> Result<View, AppError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(AppError::NoName);
        }
        let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.to_owned() };
        let value = serde_json::to_string(query).unwrap_or_default();
        let same = self.views(&query.kind).into_iter().find(|view| view.name == name);
        let id = match same {
            Some(view) => self.edit_record(&view.id, &[text("value", &value)])?.id,
            None => {
                let fields = [("purpose", PURPOSE), ("name", name), ("for_kind", &query.kind), ("value", &value)];
                self.create_record("setting", &fields.map(|(field, value)| text(field, value)))?.id
            }
        };
        Ok(View { id, name: name.to_owned(), query: query.clone() })
    }

    /// Forgets a saved list; its records stay as they are.
    ///
    /// # Errors
    /// It is not there.
    pub fn view_forget(&self, id: &str) -> Result<(), AppError> {
        self.set_status(id, Status::Binned).map(|_| ())
    }
}
