//! Where the terms come from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::matching::other_file;

/// What each source key of a term names: a law, a report, a thesaurus, `MEM` (from memory, not checked again) or `DES`
/// (a decision of this program).
#[must_use]
pub fn sources() -> &'static BTreeMap<String, String> {
    static SOURCES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| other_file("sources"));
    &SOURCES
}
