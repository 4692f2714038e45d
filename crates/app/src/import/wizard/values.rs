//! The different values of a column of terms: each once, with how often, where it goes and where it might.

use std::collections::BTreeSet;

use resguardo_domain::value::Value;
use resguardo_exchange::draft::{Certainty, ValueSeen};
use serde::Serialize;

use super::Wizard;
use crate::session::Session;

/// How many terms are offered for a value.
const MOST_OFFERED: usize = 4;
/// Letters of a word by which a term is looked for.
const FEWEST_LETTERS: usize = 4;

/// A term that may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TermOffered {
    /// Its id.
    pub id: String,
    /// In words.
    pub label: String,
}

/// A value of a column of terms.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportValue {
    /// As written.
    pub value: String,
    /// In how many rows.
    pub count: usize,
    /// The terms it goes to.
    pub terms: Vec<String>,
    /// In words, each.
    pub labels: Vec<String>,
    /// In words.
    pub terms_text: String,
    /// Terms that may be meant, where it needs a look.
    pub suggestion: Vec<TermOffered>,
    /// All of these together, in words.
    pub suggestion_text: String,
    /// `met`, or `care` when it needs a look.
    pub state: &'static str,
}

impl Session {
    pub(super) fn values_told(&self, wizard: &Wizard, index: usize) -> Vec<ImportValue> {
        let words = self.words();
        let Some(heading) = wizard.reading.headings().get(index) else { return Vec::new() };
        let path = wizard.mapping.columns.get(heading).map_or("", String::as_str);
        let Some(field) = self.field_of(&wizard.kind, path) else { return Vec::new() };
        let catalogue = field.catalogue.as_deref().unwrap_or_default();
        let decided = wizard.mapping.values.get(heading);
        let seen = wizard.columns.get(index).map(|column| column.values.as_slice()).unwrap_or_default();
        let told = |seen: &ValueSeen| {
            let told: Vec<String> = seen.terms.iter().map(|term| words.value(term, field, &[])).collect();
            let terms = seen.terms.iter().filter_map(|term| match term {
                Value::Choice(id) => Some(id.clone()),
                Value::Unknown => Some("unknown".to_owned()),
                Value::NotAsked => Some("not_asked".to_owned()),
                Value::Withheld => Some("withheld".to_owned()),
                _ => None,
            });
            // Left unclassified on purpose is not asked about again.
            let care = needs_look(seen) && decided.is_none_or(|decided| !decided.contains_key(seen.value.trim()));
            let suggestion = if care { self.offered(catalogue, seen) } else { Vec::new() };
            let labels: Vec<String> = suggestion.iter().map(|term| term.label.clone()).collect();
            ImportValue {
                value: seen.value.clone(),
                count: seen.count,
                terms: terms.collect(),
                terms_text: told.join("; "),
                labels: told,
                suggestion,
                suggestion_text: words.list(&labels),
                state: if care { "care" } else { "met" },
            }
        };
        let mut values: Vec<ImportValue> = seen.iter().map(told).collect();
        values.sort_by(|a, b| a.state.cmp(b.state).then(b.count.cmp(&a.count)).then_with(|| a.value.cmp(&b.value)));
        values
    }

    /// Terms a value may mean: those it was placed as, then those its parts begin.
    fn offered(&self, catalogue: &str, seen: &ValueSeen) -> Vec<TermOffered> {
        let words = self.words();
        let mut taken = BTreeSet::new();
        let mut offered = Vec::new();
        for term in &seen.terms {
            if let Value::Choice(id) = term
                && taken.insert(id.clone())
            {
                offered.push(TermOffered { id: id.clone(), label: words.term(catalogue, id) });
            }
        }
        for part in parts(&seen.value) {
            if let Some(found) = self.terms(catalogue, part, 1).into_iter().next()
                && taken.insert(found.id.clone())
            {
                offered.push(TermOffered { id: found.id, label: found.label });
            }
        }
        offered.truncate(MOST_OFFERED);
        offered
    }
}

/// The words of a value long enough to look a term up by, each without its point.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    let words = value.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() >= FEWEST_LETTERS)
}

/// Whether nobody can be sure yet where it goes.
pub(super) fn needs_look(seen: &ValueSeen) -> bool {
    let open = |value: &Value| matches!(value, Value::AsWritten(_));
    seen.terms.is_empty() || seen.terms.iter().any(open) || seen.certainty == Certainty::Proposed
}
