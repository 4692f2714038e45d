//! How the words of a cell are matched to terms: the words with a meaning of their own.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::FILES;

/// The rules of `assets/catalogues/matching.json` that are lists of words; its sentences are for people.
#[derive(Debug, Clone, Deserialize)]
pub struct Matching {
    /// Words that make another person of whoever follows: *esposa del alcalde* is no mayor.
    pub changes_meaning: Vec<String>,
    /// Words that decide alone: *candidata a la alcaldía* is of a party, not of the town hall.
    pub takes_over: Vec<String>,
    /// Words that may not be left out: *ex*, *intento de*, *sin*.
    pub never_dropped: Vec<String>,
}

impl Matching {
    /// The rules that ship.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static MATCHING: LazyLock<Matching> = LazyLock::new(|| other_file("matching"));
        &MATCHING
    }
}

/// Reads a file of `assets/catalogues` that is no list of terms.
pub(super) fn other_file<T: DeserializeOwned>(name: &str) -> T {
    let text = FILES.iter().find(|(id, _)| *id == name).map_or("", |(_, text)| text);
    #[expect(clippy::expect_used, reason = "a test reads both files that ship")]
    serde_json::from_str(text).expect("a file that ships is read")
}
