//! Values with parts: places, references, attachments, acts and steps of a procedure.

use super::Value;
use super::date::PartialDate;
use crate::id::{ItemId, RecordId};

/// Where something happened. Every part may be missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Two digits of INEGI.
    pub state: Option<String>,
    /// The municipality as written.
    pub municipality: Option<String>,
    /// Five digits of INEGI.
    pub municipality_code: Option<String>,
    /// Town, street, landmark.
    pub locality: Option<String>,
    /// Latitude and longitude in 10⁻⁷ degrees (WGS 84).
    pub coordinates: Option<(i32, i32)>,
    /// How far off the coordinates may be, in metres.
    pub radius_m: Option<u32>,
}

/// How sure a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// 1: somebody thinks so.
    Possible,
    /// 2: several things say so.
    Probable,
    /// 3: it is documented.
    Confirmed,
}

impl Certainty {
    /// 1, 2 or 3.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self {
            Self::Possible => 1,
            Self::Probable => 2,
            Self::Confirmed => 3,
        }
    }

    /// The certainty of this level.
    #[must_use]
    pub fn from_level(level: u64) -> Option<Self> {
        [Self::Possible, Self::Probable, Self::Confirmed].into_iter().find(|c| u64::from(c.level()) == level)
    }
}

/// A link to another record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The other record.
    pub record: RecordId,
    /// What the other record is to this one, where the field has roles.
    pub role: Option<String>,
    /// How sure the link is.
    pub certainty: Option<Certainty>,
}

impl Reference {
    /// A plain link.
    #[must_use]
    pub const fn to(record: RecordId) -> Self {
        Self { record, role: None, certainty: None }
    }
}

/// A file in the vault: what protocol.md §2.8 calls a manifest. The key opens the file and never leaves the vault.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attachment {
    /// SHA-256 of the sealed file.
    pub blob: [u8; 32],
    /// Size of the sealed file in bytes.
    pub sealed_bytes: u64,
    /// Size of the file in bytes.
    pub size_bytes: u64,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
    /// The key of the sealed file.
    pub key: [u8; 32],
    /// What its first bytes say it is, a media type.
    pub kind: String,
    /// Its name, for people to read only.
    pub name: String,
    /// Whether this is a copy without metadata.
    pub sanitised: bool,
    /// The attachment this copy was made from.
    pub origin: Option<ItemId>,
    /// A small picture of it, itself a sealed file.
    pub thumb: Option<Box<Attachment>>,
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attachment").field("size_bytes", &self.size_bytes).finish_non_exhaustive()
    }
}

/// One type of aggression × its victims × its alleged perpetrators (records.md §1.1).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Act {
    /// A choice of catalogue `aggression_type`, a non-answer or a word not yet classified.
    pub aggression: Value,
    /// Persons, collectives or media who suffered it.
    pub victims: Vec<Reference>,
    /// Alleged perpetrators.
    pub perpetrators: Vec<Reference>,
}

/// A dated step of a procedure, with the document that proves its date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// The event's id in the procedure.
    pub event: String,
    /// When.
    pub at: PartialDate,
    /// The document that shows it.
    pub proof: Option<Reference>,
}
