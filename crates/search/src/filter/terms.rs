//! Terms as people type them in a condition: by id or by any of their names.

use std::collections::BTreeSet;

use resguardo_domain::catalogue::{Catalogues, NonAnswer, Term};
use resguardo_domain::fold::fold as fold_name;
use resguardo_domain::value::Value;

use crate::word::fold;

/// The list that names the states of places.
pub(crate) const STATES: &str = "federal_entity";

/// Names of a term besides its labels and aliases.
const SHORT_NAMES: [&str; 3] = ["short_es", "abbr", "alpha3"];

/// What a term typed stands for.
pub(super) enum Choice {
    /// This term.
    Term(String),
    /// A way to say nothing.
    NonAnswer(Value),
}

/// The term with this id or name; of a list nobody knows, whatever was typed.
pub(super) fn choice(catalogue: &str, typed: &str, catalogues: &Catalogues) -> Option<Choice> {
    let Some(list) = catalogues.get(catalogue) else { return Some(Choice::Term(typed.to_owned())) };
    let named = || {
        let name = fold_name(typed);
        list.terms().iter().find(|term| !name.is_empty() && names(term).any(|known| fold_name(known) == name))
    };
    let term = list.term(typed).or_else(named)?;
    Some(match term.non_answer {
        None => Choice::Term(term.id.clone()),
        Some(NonAnswer::Unknown) => Choice::NonAnswer(Value::Unknown),
        Some(NonAnswer::NotAsked) => Choice::NonAnswer(Value::NotAsked),
        Some(NonAnswer::Withheld) => Choice::NonAnswer(Value::Withheld),
    })
}

/// The terms one of whose labels holds this folded text.
pub(super) fn labelled(catalogue: &str, part: &str, catalogues: &Catalogues) -> BTreeSet<String> {
    let terms = catalogues.get(catalogue).map_or(&[][..], |list| list.terms());
    let holds = |term: &&Term| [&term.label.es, &term.label.en].into_iter().any(|label| fold(label).contains(part));
    terms.iter().filter(holds).map(|term| term.id.clone()).collect()
}

/// Whether a term is this one or stands below it.
pub(super) fn is_within(id: &str, ancestor: &str) -> bool {
    id.strip_prefix(ancestor).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn names(term: &Term) -> impl Iterator<Item = &str> {
    let labels = [term.label.es.as_str(), term.label.en.as_str()];
    let short = SHORT_NAMES.into_iter().filter_map(|name| term.text(name));
    labels.into_iter().chain(short).chain(term.aliases.iter().map(String::as_str))
}
