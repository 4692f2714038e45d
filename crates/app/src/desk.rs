//! The frame of the window: who writes, on which laptop, and what was being written when it was locked.

use serde::Serialize;

use zeroize::Zeroizing;

use crate::copies::Copied;
use crate::error::AppError;
use crate::message::Failure;
use crate::session::Session;
use crate::settings::{Appearance, DEMONSTRATION, Preferences};
use crate::writers::Writer;

/// What the frame of the window shows.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[expect(clippy::struct_excessive_bools, reason = "each is read by its name")]
pub struct Desk {
    /// The organisation.
    pub organisation: String,
    /// The laptop's nickname.
    pub computer: String,
    /// Who writes.
    pub writer: Option<Writer>,
    /// Who may write.
    pub writers: Vec<Writer>,
    /// How the window looks.
    pub appearance: Appearance,
    /// Minutes without a touch until the vault is locked.
    pub idle_minutes: u32,
    /// How many records there are.
    pub records: usize,
    /// Whether the vault can be read and not written.
    pub read_only: bool,
    /// What of the vault cannot be read.
    pub damaged: Option<Failure>,
    /// Whether the full-text index is built.
    pub index_ready: bool,
    /// Whether the vault holds the demonstration.
    pub demonstration: bool,
    /// Whether its records are invented.
    pub invented: bool,
    /// How the last copy of the vault stands.
    pub copied: Copied,
    /// What was being written at the last lock.
    pub kept: Option<String>,
}

impl Session {
    /// What the frame of the window shows.
    #[must_use]
    pub fn desk(&self, preferences: Preferences, kept: Option<String>) -> Desk {
        let state = self.state();
        Desk {
            organisation: self.organisation(),
            computer: preferences.computer,
            writer: self.writer(),
            writers: self.writers(),
            appearance: preferences.appearance,
            idle_minutes: self.idle_minutes(),
            records: state.records,
            read_only: state.read_only,
            damaged: self.damage(),
            index_ready: self.index_is_ready(),
            demonstration: self.preference(DEMONSTRATION).is_some(),
            invented: self.counts_fictional(),
            copied: self.copied(),
            kept,
        }
    }

    /// The first thing of the vault that cannot be read, in words.
    fn damage(&self) -> Option<Failure> {
        let state = self.vault.state();
        let range = state.damaged.first()?;
        let damaged = resguardo_vault::VaultError::LedgerDamaged { segment: range.segment, offset: range.from };
        Some(Failure::of(&AppError::Vault(damaged), self.lang))
    }

    /// Seals what was being written and where, for the next unlock.
    pub fn seal_desk(&self, state: Option<&str>) {
        let state = state.map(|state| Zeroizing::new(state.as_bytes().to_vec()));
        // A disk that is full or gone must not keep the vault open; the sentence is lost then.
        let _lost = self.vault.keep_desk(state);
    }

    /// What was being written at the last lock.
    #[must_use]
    pub fn kept_desk(&self) -> Option<Zeroizing<String>> {
        let kept = self.vault.kept_desk().ok()??;
        String::from_utf8(kept.to_vec()).ok().map(Zeroizing::new)
    }
}
