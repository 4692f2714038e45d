//! Two records that are the same: read as one, and parted again.

use resguardo_domain::operation::Action;

use crate::error::AppError;
use crate::records::Written;
use crate::session::Session;

impl Session {
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
