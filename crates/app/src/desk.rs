//! The frame of the window: who writes, on which laptop, and what was being written when it was locked.

use serde::Serialize;

use crate::message::Failure;
use crate::session::Session;
use crate::settings::{Appearance, Preferences};
use crate::writers::Writer;

/// The file that keeps the unsaved sentence, sealed.
pub(crate) const KEPT: &str = "desk.rgd";

/// What the frame of the window shows.
#[derive(Debug, Clone, Serialize, specta::Type)]
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
}

impl Session {
    /// What the frame of the window shows.
    #[must_use]
    pub fn desk(&self, preferences: Preferences) -> Desk {
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
            damaged: None,
        }
    }

    /// Seals what was being written and where.
    pub fn seal_desk(&self, _state: Option<&str>) {}

    /// Takes a picture that lies ready under a token.
    #[must_use]
    pub fn take_picture(&self, _token: &str) -> Option<Picture> {
        None
    }
}

/// A picture for the page.
pub struct Picture {
    /// Its media type.
    pub kind: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
