//! Kinds of event that start and end terms, who owes them, and kinds of document.

use resguardo_domain::catalogue::Label;
use serde::Deserialize;

/// An event of the list, by its place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EventId(pub(crate) u16);

impl EventId {
    /// Its place in a set of bits: (word, bit).
    pub(crate) fn bit(self) -> (usize, u64) {
        (usize::from(self.0 / 64), 1 << (self.0 % 64))
    }
}

/// A kind of event.
#[derive(Debug, Clone, Deserialize)]
pub struct EventType {
    /// Its id: `application_submitted`.
    pub id: String,
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
    /// The usual document that proves its date.
    pub proof: Label,
    /// Whether it can happen more than once to one subject; of the others the earliest counts.
    #[serde(default)]
    pub repeats: bool,
}

/// Who owes a stage.
#[derive(Debug, Clone, Deserialize)]
pub struct Actor {
    /// Its id: `uer`.
    pub id: String,
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
}

/// A kind of document that a term asks for.
#[derive(Debug, Clone, Deserialize)]
pub struct DocumentKind {
    /// Its id: `annual_situation_report`.
    pub id: String,
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
    /// Whether the law itself says that it is public.
    pub public_by_law: bool,
}
