//! Acts of an incident, and the three fields computed over them.
//!
//! Stored is `acts` alone. `aggression`, `victims` and `perpetrators` are what a list, a filter and an import speak of;
//! while an incident's acts differ in nothing but the aggression they can be written through.

use std::collections::BTreeMap;

use crate::draft::Draft;
use crate::field;
use crate::value::{Act, Reference, Value};

/// The three fields that are read off the acts.
pub const OVER_ACTS: [&str; 3] = [field::AGGRESSION, field::VICTIMS, field::PERPETRATORS];

/// The incident has several acts: which of them is meant must be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the incident has several acts: change the field acts itself")]
pub struct SeveralActs;

/// Adds the computed fields to values that hold acts.
pub fn compute(values: &mut BTreeMap<String, Vec<Value>>) {
    let acts: Vec<Act> = acts(values.get(field::ACTS).map_or(&[], Vec::as_slice));
    for name in OVER_ACTS {
        let computed = over(&acts, name);
        if computed.is_empty() {
            values.remove(name);
        } else {
            values.insert(name.to_owned(), computed);
        }
    }
}

/// One of the three computed fields, each value once, in the order of the acts.
#[must_use]
pub fn over(acts: &[Act], name: &str) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    let mut put = |value: Value| {
        if !values.contains(&value) {
            values.push(value);
        }
    };
    for act in acts {
        match name {
            field::AGGRESSION => put(act.aggression.clone()),
            field::VICTIMS => act.victims.iter().cloned().map(Value::Reference).for_each(&mut put),
            field::PERPETRATORS => act.perpetrators.iter().cloned().map(Value::Reference).for_each(&mut put),
            _ => {}
        }
    }
    values
}

/// The acts among the values of the field `acts`.
#[must_use]
pub fn acts(values: &[Value]) -> Vec<Act> {
    let act = |value: &Value| match value {
        Value::Act(act) => Some((**act).clone()),
        _ => None,
    };
    values.iter().filter_map(act).collect()
}

/// Turns the three computed fields of a draft into acts: one per aggression, at least one, each with all victims and
/// perpetrators. `stored` are the acts the incident already has; a field the draft does not name keeps their values.
///
/// # Errors
/// [`SeveralActs`] when the incident already has acts that differ in more than their aggression.
pub fn write_through(draft: &mut Draft, stored: &[Act]) -> Result<(), SeveralActs> {
    if !OVER_ACTS.iter().any(|name| draft.values.contains_key(*name)) {
        return Ok(());
    }
    if !are_alike(stored) || draft.values.contains_key(field::ACTS) {
        return Err(SeveralActs);
    }
    let mut taken = |name: &str| draft.values.remove(name).unwrap_or_else(|| over(stored, name));
    let (aggressions, victims, perpetrators) =
        (taken(field::AGGRESSION), taken(field::VICTIMS), taken(field::PERPETRATORS));
    let (victims, perpetrators) = (references(&victims), references(&perpetrators));
    let aggressions = if aggressions.is_empty() { vec![Value::Unknown] } else { aggressions };
    let nothing =
        victims.is_empty() && perpetrators.is_empty() && aggressions == [Value::Unknown] && !stored.is_empty();
    let act = |aggression: Value| {
        Value::Act(Box::new(Act { aggression, victims: victims.clone(), perpetrators: perpetrators.clone() }))
    };
    let acts = if nothing { Vec::new() } else { aggressions.into_iter().map(act).collect() };
    draft.values.insert(field::ACTS.to_owned(), acts);
    Ok(())
}

/// Whether all acts have the same victims and perpetrators, so that the three fields say all there is to say.
fn are_alike(acts: &[Act]) -> bool {
    let Some(first) = acts.first() else { return true };
    acts.iter().all(|act| act.victims == first.victims && act.perpetrators == first.perpetrators)
}

fn references(values: &[Value]) -> Vec<Reference> {
    values.iter().flat_map(Value::references).cloned().collect()
}
