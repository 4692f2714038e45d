//! Two records that are the same: read as one, and parted again.

use resguardo_domain::operation::Action;
use resguardo_language::Args;
use serde::Serialize;

use crate::bulk::{Undoable, WayBack};
use crate::cells::Cell;
use crate::error::AppError;
use crate::pages::{Page, Saved};
use crate::records::Written;
use crate::session::Session;

/// One field of two records beside each other.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct MergeRow {
    /// The field in words.
    pub label: String,
    /// What the one has.
    pub from: Vec<Cell>,
    /// What the other has.
    pub into: Vec<Cell>,
    /// Whether both have something else, so that two versions will stand.
    pub conflict: bool,
}

/// Two records before they are read as one.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct MergePreview {
    /// The one that is read as the other from then on.
    pub from: Page,
    /// The other.
    pub into: Page,
    /// Their fields.
    pub rows: Vec<MergeRow>,
}

impl Session {
    /// Two records beside each other, as they would be read as one.
    ///
    /// # Errors
    /// One is not there; they are of two kinds.
    pub fn merge_preview(&self, from: &str, into: &str) -> Result<MergePreview, AppError> {
        let (from, into) = (self.record_page(from)?, self.record_page(into)?);
        if from.kind != into.kind || from.id == into.id {
            return Err(AppError::NotMergeable);
        }
        let kind = self.kind(&from.kind)?;
        let mut rows = Vec::new();
        for field in kind.fields() {
            let of = |page: &Page| page.fields.iter().find(|known| known.field == field.id).cloned();
            let (one, other) = (of(&from), of(&into));
            if one.is_none() && other.is_none() {
                continue;
            }
            let cells = |held: &Option<crate::pages::PageField>| {
                held.as_ref().map(|held| held.cells.clone()).unwrap_or_default()
            };
            let differ = one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one.values != other.values);
            rows.push(MergeRow {
                label: field.label.get(self.lang).to_owned(),
                from: cells(&one),
                into: cells(&other),
                conflict: differ && !field.several,
            });
        }
        Ok(MergePreview { from, into, rows })
    }

    /// Merges a record into another, with a way back.
    ///
    /// # Errors
    /// [`AppError::NotMergeable`].
    pub fn record_merge(&self, from: &str, into: &str) -> Result<Undoable, AppError> {
        let id = self.find(from)?;
        self.merge(from, into)?;
        let sentence = self.words().say("merged", &Args::new());
        self.undoable(WayBack::Merge(id), 1, sentence)
    }

    /// Reads a merged record as one of its own again.
    ///
    /// # Errors
    /// [`AppError::NotMerged`].
    pub fn record_unmerge(&self, id: &str) -> Result<Saved, AppError> {
        let written = self.unmerge(id)?;
        self.saved(&written.id)
    }

    /// Merges a record into another of its kind: both are read as one from now on.
    ///
    /// # Errors
    /// [`AppError::NotMergeable`].
    pub fn merge(&self, from: &str, into: &str) -> Result<Written, AppError> {
        let (from, into) = (self.find(from)?, self.find(into)?);
        let snapshot = self.snapshot();
        let kind = |id| snapshot.row(id).map(|row| row.kind().to_owned());
        let joined = snapshot.read_as(from) == snapshot.read_as(into);
        if joined || kind(from) != kind(into) || snapshot.row(from).is_some_and(|row| row.merged_into().is_some()) {
            return Err(AppError::NotMergeable);
        }
        self.write(|pen| Ok(((), vec![pen.write(from, Action::MergeInto(into), Vec::new())])))?;
        Ok(Written { id: into.to_string(), kind: kind(into).unwrap_or_default() })
    }

    /// Takes a merge back: both records are as they were, with what was written since under its own record.
    ///
    /// # Errors
    /// [`AppError::NotMerged`].
    pub fn unmerge(&self, from: &str) -> Result<Written, AppError> {
        let from = self.find(from)?;
        let current = self.vault.record(from)?.current();
        if current.merged_into.is_empty() {
            return Err(AppError::NotMerged);
        }
        let merges = current.merged_into.iter().map(|(operation, _)| *operation).collect();
        self.write(|pen| Ok(((), vec![pen.write(from, Action::Unmerge, merges)])))?;
        Ok(Written { id: from.to_string(), kind: current.kind })
    }
}
