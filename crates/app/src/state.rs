//! In what state a vault is: told at unlock, checked whole, made anew.

use resguardo_domain::operation::Status;
use resguardo_vault::ProjectionState;
use resguardo_vault::verify::Problem;
use serde::Serialize;

use crate::error::AppError;
use crate::session::Session;
use crate::written::time_text;

/// How long unlocking took, in milliseconds.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Durations {
    /// Deriving the key from the passphrase.
    pub derive: u64,
    /// Everything after it.
    pub open: u64,
    /// Building the full-text index; nothing while it is not built.
    pub index: Option<u64>,
}

/// What unlocking tells.
#[derive(Debug, Clone, Serialize)]
pub struct State {
    /// Records that are listed: not binned, not merged into another.
    pub records: usize,
    /// opened or rebuilt.
    pub projection: &'static str,
    /// How long it took.
    pub ms: Durations,
    /// When something was last written, ISO 8601 in UTC.
    pub last_written: String,
    /// Whether the vault takes no more writes.
    pub read_only: bool,
}

/// A part of the vault that cannot be read.
#[derive(Debug, Clone, Serialize)]
pub struct Damaged {
    /// Where.
    #[serde(rename = "where")]
    pub location: String,
    /// What.
    pub what: String,
    /// How many frames are lost in it.
    pub lost: u64,
}

/// The whole check.
#[derive(Debug, Clone, Serialize)]
pub struct Verification {
    /// Whether everything is as it was written.
    pub ok: bool,
    /// Envelopes that hold.
    pub entries: usize,
    /// Frames that hold.
    pub frames: usize,
    /// Attachments that hold.
    pub attachments: usize,
    /// What does not hold.
    pub problems: Vec<Damaged>,
}

impl Session {
    /// What unlocking found.
    #[must_use]
    pub fn state(&self) -> State {
        let state = self.vault.state();
        let snapshot = self.snapshot();
        let ms = |duration: std::time::Duration| u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
        let counted = snapshot.rows().filter(|row| row.merged_into().is_none() && row.status() != Status::Binned);
        State {
            records: counted.count(),
            projection: match state.projection {
                ProjectionState::Opened => "opened",
                ProjectionState::Rebuilt => "rebuilt",
            },
            ms: Durations { derive: ms(state.derive), open: ms(state.open), index: None },
            last_written: snapshot.rows().map(|row| row.modified_ms()).max().map(time_text).unwrap_or_default(),
            read_only: state.header_altered || !state.damaged.is_empty(),
        }
    }

    /// What of the vault cannot be read, as unlocking found it.
    #[must_use]
    pub fn damaged(&self) -> Vec<Damaged> {
        let state = self.vault.state();
        let ranges = state.damaged.iter().map(|range| Damaged {
            location: place(range.segment, range.from, range.to),
            what: "ledger".to_owned(),
            lost: range.frames_lost,
        });
        let mut damaged: Vec<Damaged> = ranges.collect();
        if state.refused > 0 {
            let lost = u64::try_from(state.refused).unwrap_or(u64::MAX);
            damaged.push(Damaged { location: "ledger".to_owned(), what: "envelope".to_owned(), lost });
        }
        if state.header_altered {
            damaged.push(Damaged { location: "vault.rgv".to_owned(), what: "header".to_owned(), lost: 0 });
        }
        damaged
    }

    /// Checks the whole vault.
    ///
    /// # Errors
    /// The disk failed. Damage is no error: it is listed.
    pub fn verify(&self) -> Result<Verification, AppError> {
        self.verify_told(&mut |_, _| true)
    }

    /// The same, telling how far it is; `false` stops it.
    ///
    /// # Errors
    /// The disk failed; it was stopped.
    pub fn verify_told(&self, tell: &mut dyn FnMut(usize, usize) -> bool) -> Result<Verification, AppError> {
        let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let verified = self.vault.verify_told(&mut |done, total| tell(count(done), count(total)))?;
        Ok(Verification {
            ok: verified.problems.is_empty(),
            entries: verified.entries,
            frames: verified.frames,
            attachments: verified.attachments,
            problems: verified.problems.iter().map(problem).collect(),
        })
    }

    /// Makes the index anew from the ledger; gives the number of records read.
    ///
    /// # Errors
    /// The disk failed.
    pub fn rebuild(&self) -> Result<usize, AppError> {
        Ok(self.vault.rebuild()?)
    }
}

fn place(segment: u32, from: u64, to: u64) -> String {
    format!("ledger {segment:08}.rgl {from}-{to}")
}

fn problem(problem: &Problem) -> Damaged {
    let hash = |sha256: &[u8; 32]| resguardo_domain::value::json::hex(sha256);
    let (location, what, lost) = match problem {
        Problem::Ledger { segment, from, to, frames_lost } => (place(*segment, *from, *to), "ledger", *frames_lost),
        Problem::Envelope { position } => (place(position.segment, position.offset, position.offset), "envelope", 1),
        Problem::AttachmentMissing { sha256 } => (hash(sha256), "attachment-missing", 1),
        Problem::AttachmentDamaged { sha256 } => (hash(sha256), "attachment-damaged", 1),
        Problem::HeaderAltered => ("vault.rgv".to_owned(), "header", 0),
    };
    Damaged { location, what: what.to_owned(), lost }
}
