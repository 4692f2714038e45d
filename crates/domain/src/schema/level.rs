//! How much harm a field can do, and how much a document tells.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How much harm a field can do in wrong hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// None.
    Public,
    /// It tells of a case, not of who.
    Restricted,
    /// It tells who.
    Identity,
    /// It tells where or how to reach or hurt somebody.
    Secret,
}

impl Sensitivity {
    /// Its id in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Restricted => "restricted",
            Self::Identity => "identity",
            Self::Secret => "secret",
        }
    }
}

/// How much a document tells its reader. A greater level tells more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisclosureLevel {
    /// Counts only.
    Statistics,
    /// Records without anything that says who.
    NoIdentities,
    /// Everything.
    Full,
}

impl DisclosureLevel {
    /// Its id on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Statistics => "statistics",
            Self::NoIdentities => "no-identities",
            Self::Full => "full",
        }
    }
}

/// There is no disclosure level of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a disclosure level: use full, no-identities or statistics")]
pub struct NotALevel;

impl FromStr for DisclosureLevel {
    type Err = NotALevel;

    fn from_str(text: &str) -> Result<Self, NotALevel> {
        [Self::Statistics, Self::NoIdentities, Self::Full].into_iter().find(|level| level.id() == text).ok_or(NotALevel)
    }
}

impl fmt::Display for DisclosureLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
