//! Whether a value may stand in a field: the one check that typed, imported and received drafts pass.

use crate::catalogue::Catalogues;
use crate::draft::Draft;
use crate::id::RecordId;
use crate::schema::{Field, FieldType, Kind};
use crate::value::{Act, Place, Reference, Step, Value};

/// Longest value in bytes (protocol.md §2.6a).
pub const MOST_VALUE_BYTES: usize = 256 * 1024;

/// Why a draft cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{problem}: {field}")]
pub struct Invalid {
    /// The field's id.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The kind has no such field.
    #[error("no such field")]
    NoSuchField,
    /// The field is computed from others.
    #[error("computed from other fields")]
    Computed,
    /// The field holds one value and several were given.
    #[error("one value only")]
    OneOnly,
    /// The value is of another type.
    #[error("another type of value")]
    WrongType,
    /// The term is not in the field's catalogue.
    #[error("no such term")]
    NoSuchTerm {
        /// The catalogue's id.
        catalogue: String,
    },
    /// The role is not among the field's roles.
    #[error("no such role")]
    NoSuchRole,
    /// No record has that id.
    #[error("no such record")]
    NoSuchRecord,
    /// The record is of a kind the field does not point to.
    #[error("a record of another kind")]
    WrongKind,
    /// The value is longer than [`MOST_VALUE_BYTES`].
    #[error("too long")]
    TooLong,
}

/// What the check needs to know besides the draft.
pub struct Against<'a> {
    /// The catalogues.
    pub catalogues: &'a Catalogues,
    /// The kind of an existing record.
    pub kind_of: &'a dyn Fn(RecordId) -> Option<String>,
}

/// Checks every value of a draft for a record of this kind.
///
/// # Errors
/// The first [`Invalid`] value, naming its field.
pub fn check(kind: &Kind, draft: &Draft, against: &Against<'_>) -> Result<(), Invalid> {
    for (name, values) in &draft.values {
        let invalid = |problem| Invalid { field: name.clone(), problem };
        let field = kind.field(name).ok_or_else(|| invalid(Problem::NoSuchField))?;
        if field.computed {
            return Err(invalid(Problem::Computed));
        }
        if values.len() > 1 && !field.several {
            return Err(invalid(Problem::OneOnly));
        }
        for value in values {
            check_value(field, value, against).map_err(invalid)?;
        }
    }
    Ok(())
}

fn check_value(field: &Field, value: &Value, against: &Against<'_>) -> Result<(), Problem> {
    if value.words().iter().any(|text| text.len() > MOST_VALUE_BYTES) {
        return Err(Problem::TooLong);
    }
    match value {
        Value::Unknown | Value::NotAsked | Value::Withheld | Value::AsWritten(_) => Ok(()),
        Value::Choice(term) => check_term(field, term, against),
        Value::Reference(reference) if field.kind == FieldType::Reference => {
            check_role(field, reference, against)?;
            check_target(&field.refers_to, reference, against)
        }
        Value::Act(act) if field.kind == FieldType::Act => check_act(field, act, against),
        Value::Place(place) if field.kind == FieldType::Place => check_place(place, against),
        Value::Step(step) if field.kind == FieldType::Step => check_step(field, step, against),
        other => {
            if type_of(other) == Some(field.kind) {
                Ok(())
            } else {
                Err(Problem::WrongType)
            }
        }
    }
}

const fn type_of(value: &Value) -> Option<FieldType> {
    Some(match value {
        Value::Text(_) => FieldType::Text,
        Value::LongText(_) => FieldType::LongText,
        Value::Date(..) => FieldType::Date,
        Value::Number(_) => FieldType::Number,
        Value::Duration(_) => FieldType::Duration,
        Value::Money(_) => FieldType::Money,
        Value::Answer(_) => FieldType::Answer,
        Value::Attachment(_) => FieldType::Attachment,
        Value::Step(_) => FieldType::Step,
        _ => return None,
    })
}

fn check_term(field: &Field, term: &str, against: &Against<'_>) -> Result<(), Problem> {
    if !matches!(field.kind, FieldType::Choice | FieldType::Act) {
        return Err(Problem::WrongType);
    }
    let catalogue = field.catalogue.as_deref().unwrap_or_default();
    let known = against.catalogues.get(catalogue).and_then(|catalogue| catalogue.term(term));
    match known {
        Some(term) if term.non_answer.is_none() => Ok(()),
        _ => Err(Problem::NoSuchTerm { catalogue: catalogue.to_owned() }),
    }
}

/// A step is an event of the field's list, where it has one, and a document proves it.
fn check_step(field: &Field, step: &Step, against: &Against<'_>) -> Result<(), Problem> {
    if let Some(catalogue) = &field.catalogue {
        let known = against.catalogues.get(catalogue).is_some_and(|events| events.term(&step.event).is_some());
        if !known {
            return Err(Problem::NoSuchTerm { catalogue: catalogue.clone() });
        }
    }
    let proofs = ["document", "evidence"].map(str::to_owned);
    step.proof.as_ref().map_or(Ok(()), |proof| check_target(&proofs, proof, against))
}

fn check_role(field: &Field, reference: &Reference, against: &Against<'_>) -> Result<(), Problem> {
    match &reference.role {
        Some(role) if !field.allows_role(role, against.catalogues) => Err(Problem::NoSuchRole),
        _ => Ok(()),
    }
}

fn check_target(kinds: &[String], reference: &Reference, against: &Against<'_>) -> Result<(), Problem> {
    let kind = (against.kind_of)(reference.record).ok_or(Problem::NoSuchRecord)?;
    if kinds.is_empty() || kinds.contains(&kind) { Ok(()) } else { Err(Problem::WrongKind) }
}

/// Victims are persons, collectives or organisations; perpetrators are alleged perpetrators.
fn check_act(field: &Field, act: &Act, against: &Against<'_>) -> Result<(), Problem> {
    match &act.aggression {
        Value::Choice(term) => check_term(field, term, against)?,
        value if value.is_non_answer() => {}
        Value::AsWritten(_) => {}
        _ => return Err(Problem::WrongType),
    }
    let victims = ["person", "collective", "organisation"].map(str::to_owned);
    let perpetrators = ["perpetrator"].map(str::to_owned);
    act.victims.iter().try_for_each(|victim| check_target(&victims, victim, against))?;
    act.perpetrators.iter().try_for_each(|perpetrator| check_target(&perpetrators, perpetrator, against))
}

fn check_place(place: &Place, against: &Against<'_>) -> Result<(), Problem> {
    let Some(state) = &place.state else { return Ok(()) };
    let catalogue = "federal_entity";
    let known = against.catalogues.get(catalogue).and_then(|catalogue| catalogue.term(state));
    known.map(drop).ok_or_else(|| Problem::NoSuchTerm { catalogue: catalogue.to_owned() })
}
