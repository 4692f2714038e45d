//! Copies of the vault at a place a person names: made sealed, read back, and what they are behind by.

use std::path::Path;

use resguardo_language::Args;
use resguardo_vault::VaultError;
use serde::Serialize;

use crate::error::AppError;
use crate::session::{Session, now_ms};
use crate::settings::DEMONSTRATION;
use crate::written::time_text;

/// The preference that says when the last copy was made, in milliseconds.
const COPIED: &str = "copied";
/// A copy this many days old is late.
const LATE_DAYS: u64 = 14;
/// A copy that lacks more changed records than this is late.
const LATE_CHANGES: usize = 50;
/// Milliseconds of a day.
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// How the last copy stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Copied {
    /// When it was made, ISO 8601 in UTC.
    pub at: Option<String>,
    /// How many days ago.
    pub days: Option<u32>,
    /// In a few words.
    pub sentence: String,
    /// Records written since; all of them while there is no copy.
    pub changes: usize,
    /// Whether a new one is due.
    pub late: bool,
}

/// A copy that was made and read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CopyTold {
    /// The folder's name.
    pub folder: String,
    /// Records in it.
    pub records: usize,
    /// Attachments in it that are whole.
    pub attachments: usize,
    /// Attachments the vault lacks, and so the copy.
    pub attachments_lacking: usize,
    /// The same in a sentence.
    pub told: String,
    /// How the last copy stands now.
    #[serde(flatten)]
    pub copied: Copied,
}

impl Session {
    /// How the last copy stands.
    #[must_use]
    pub fn copied(&self) -> Copied {
        self.copied_at(now_ms())
    }

    fn copied_at(&self, now_ms: u64) -> Copied {
        let at_ms = self.preference(COPIED).and_then(|text| text.parse::<u64>().ok());
        let snapshot = self.snapshot();
        let counted = || {
            let kept = |kind: &str| self.schema.kind(kind).is_some_and(|kind| !kind.internal);
            snapshot.rows().filter(move |row| kept(row.kind()))
        };
        let changes = counted().filter(|row| at_ms.is_none_or(|at_ms| row.modified_ms() >= at_ms)).count();
        // Without a copy its age is that of the first record.
        let since_ms = at_ms.or_else(|| counted().map(|row| row.created_ms()).min()).unwrap_or(now_ms);
        let age_days = now_ms.saturating_sub(since_ms) / DAY_MS;
        let behind = changes > 0 && (changes > LATE_CHANGES || age_days >= LATE_DAYS);
        let words = self.words();
        let sentence = match at_ms.map(|_| age_days) {
            None => words.plain("copied-never"),
            Some(0) => words.plain("copied-today"),
            Some(days) => words.say("copied-days", &Args::new().count("days", days)),
        };
        Copied {
            at: at_ms.map(time_text),
            days: at_ms.and_then(|_| u32::try_from(age_days).ok()),
            sentence,
            changes,
            late: behind && self.preference(DEMONSTRATION).is_none(),
        }
    }

    /// Makes a sealed copy in a new folder inside this one, reads it back and writes down when.
    ///
    /// # Errors
    /// The folder lies in the vault; one with the new name is there already; the copy read back differs; `tell` said to
    /// stop. Nothing is left of the copy then.
    pub fn archive_copy(
        &self,
        folder: &Path,
        tell: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<CopyTold, AppError> {
        if is_inside(folder, &self.vault.folder()?) {
            return Err(AppError::PlaceInVault);
        }
        let at_ms = now_ms();
        let name = self.copy_name(at_ms);
        let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let made = self.vault.copy_to(&folder.join(&name), &mut |done, total| tell(count(done), count(total)));
        let made = made.map_err(|error| match error {
            VaultError::FolderNotEmpty => AppError::PlaceTaken,
            VaultError::Disk { source } => AppError::Unwritable { file: name.clone(), source },
            other => other.into(),
        })?;
        if !self.state().read_only {
            self.set_preference(COPIED, &at_ms.to_string())?;
        }
        let of = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let args = || {
            Args::new()
                .count("records", of(made.records))
                .count("attachments", of(made.attachments))
                .text("folder", name.as_str())
        };
        let words = self.words();
        let told = match made.attachments_lacking {
            0 => words.say("copy-whole", &args()),
            lacking => words.say("copy-lacking", &args().count("lacking", of(lacking))),
        };
        Ok(CopyTold {
            told,
            folder: name,
            records: made.records,
            attachments: made.attachments,
            attachments_lacking: made.attachments_lacking,
            copied: self.copied(),
        })
    }

    /// `copia-2014-05-03-160503`: a name that says when and nothing else.
    fn copy_name(&self, at_ms: u64) -> String {
        let text = time_text(at_ms);
        let (day, time) = text.split_once('T').unwrap_or((&text, ""));
        let time: String = time.chars().filter(char::is_ascii_digit).take(6).collect();
        self.words().say("copy-name", &Args::new().text("day", day).text("time", time.as_str()))
    }
}

/// Whether a folder is this one or lies in it, links followed.
fn is_inside(folder: &Path, root: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_unknown| path.to_owned());
    real(folder).starts_with(real(root))
}

#[cfg(test)]
mod tests;
