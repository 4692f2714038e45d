//! What a schema must satisfy before it is used.

use std::collections::BTreeSet;

use super::field::{Coarsen, Field, FieldType, Roles};
use super::level::{DisclosureLevel, Sensitivity};
use super::{Kind, SchemaError};
use crate::catalogue::Catalogues;
use crate::field::STATUS;
use crate::fold::fold;

/// Checks all kinds of a schema, each with the name of its file.
pub(super) fn check(named: &[(&str, Kind)]) -> Result<(), SchemaError> {
    let mut ids = BTreeSet::new();
    for (file, kind) in named {
        let wrong = |reason: String| SchemaError::Kind { file: (*file).to_owned(), reason };
        if !is_id(&kind.id) || !ids.insert(kind.id.as_str()) {
            return Err(wrong(format!("{} is no id or another kind's", kind.id)));
        }
        if !matches!(kind.letter.len(), 1..=2) || !kind.letter.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Err(wrong(format!("{} is not one or two capitals", kind.letter)));
        }
    }
    check_letters(named)?;
    for (file, kind) in named {
        check_names(kind, &ids).map_err(|reason| SchemaError::Kind { file: (*file).to_owned(), reason })?;
        check_title(kind).map_err(|reason| SchemaError::Kind { file: (*file).to_owned(), reason })?;
        for field in kind.fields() {
            let wrong =
                |reason: String| SchemaError::Field { file: (*file).to_owned(), field: field.id.clone(), reason };
            check_field(field).map_err(wrong)?;
            if let Some(unknown) = field.refers_to.iter().find(|kind| !ids.contains(kind.as_str())) {
                return Err(wrong(format!("refers to {unknown}, which is no kind")));
            }
        }
        if let Some(field) = kind.fields().iter().find(|field| !stands_beside(kind, field)) {
            let reason = "stands beside what is no field of capture right before it".to_owned();
            return Err(SchemaError::Field { file: (*file).to_owned(), field: field.id.clone(), reason });
        }
        check_aliases(kind).map_err(|(field, reason)| SchemaError::Field {
            file: (*file).to_owned(),
            field,
            reason,
        })?;
    }
    Ok(())
}

/// Letters are typed one after another, so no kind's are the beginning of another's.
fn check_letters(named: &[(&str, Kind)]) -> Result<(), SchemaError> {
    let begins = |kind: &Kind, other: &Kind| kind.id != other.id && other.letter.starts_with(&kind.letter);
    for (file, kind) in named {
        if let Some((_, other)) = named.iter().find(|(_, other)| begins(kind, other)) {
            let reason = format!("{} is also the beginning of {}, {}'s", kind.letter, other.letter, other.id);
            return Err(SchemaError::Kind { file: (*file).to_owned(), reason });
        }
    }
    Ok(())
}

/// Whether a field that stands on one line with another comes right after it in capture.
fn stands_beside(kind: &Kind, field: &Field) -> bool {
    let Some(beside) = &field.beside else { return true };
    let before = field.capture.and_then(|place| place.checked_sub(1));
    before.is_some() && kind.field(beside).is_some_and(|beside| beside.capture == before)
}

pub(crate) fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// What a kind names beside its fields is there.
fn check_names(kind: &Kind, ids: &BTreeSet<&str>) -> Result<(), String> {
    if let Some(unknown) = kind.gathers.iter().find(|kind| !ids.contains(kind.as_str())) {
        return Err(format!("gathers {unknown}, which is no kind"));
    }
    let waits = kind.waits.iter().flat_map(super::Wait::fields);
    let mut named = waits.chain(kind.alike.iter().map(String::as_str));
    if let Some(unknown) = named.find(|field| kind.field(field).is_none()) {
        return Err(format!("names {unknown}, which is no field"));
    }
    let terms = kind.field(STATUS).and_then(|status| status.catalogue.as_deref());
    let terms = terms.and_then(|catalogue| Catalogues::builtin().get(catalogue));
    let mut ends = kind.waits.iter().flat_map(|wait| &wait.ended);
    match ends.find(|term| terms.is_none_or(|terms| terms.term(term).is_none())) {
        Some(unknown) => Err(format!("ends with {unknown}, which is no term of its status")),
        None => Ok(()),
    }
}

fn check_title(kind: &Kind) -> Result<(), String> {
    match kind.title.iter().find(|field| kind.field(field).is_none()) {
        Some(unknown) => Err(format!("the title names {unknown}, which is no field")),
        None if kind.title.is_empty() => Err("no title".to_owned()),
        None => Ok(()),
    }
}

fn check_field(field: &Field) -> Result<(), String> {
    if !is_id(&field.id) || field.id.starts_with(super::own::PREFIX) {
        return Err("an id is lower-case letters, digits and _, and no organisation's own".to_owned());
    }
    if field.told_by_others && (!field.computed || !field.disclosure.is_empty()) {
        return Err("what other records tell is computed, and leaves with them".to_owned());
    }
    let takes_terms = matches!(field.kind, FieldType::Choice | FieldType::Act);
    match &field.catalogue {
        // The steps of a procedure are terms of its list of events.
        Some(id) if field.kind == FieldType::Step && Catalogues::builtin().contains(id) => {}
        None if takes_terms => return Err("no catalogue".to_owned()),
        Some(_) if !takes_terms => return Err("a catalogue in a field without terms".to_owned()),
        Some(id) if !Catalogues::builtin().contains(id) => return Err(format!("{id} is no catalogue")),
        _ => {}
    }
    let is_link = field.kind == FieldType::Reference;
    if !is_link && (field.roles.is_some() || !field.refers_to.is_empty()) {
        return Err("roles or refers_to in a field that is no reference".to_owned());
    }
    match &field.roles {
        Some(Roles::Catalogue(id)) if !Catalogues::builtin().contains(id) => {
            Err(format!("{id} is no catalogue of roles"))
        }
        _ => check_disclosure(field),
    }
}

/// What may be shown below full: never who, never words that anybody typed but a public text, no date finer than its
/// month, no place finer than its state.
fn check_disclosure(field: &Field) -> Result<(), String> {
    let coarse = match field.kind {
        FieldType::Date => Some(Coarsen::Month),
        FieldType::Place => Some(Coarsen::State),
        _ => None,
    };
    if field.coarsen.is_some() && field.coarsen != coarse {
        return Err("dates coarsen to month, places to state, nothing else coarsens".to_owned());
    }
    if field.disclosure.is_empty() {
        return Ok(());
    }
    if field.disclosure.contains(&DisclosureLevel::Full) {
        return Err("every field is shown at full: name only levels below".to_owned());
    }
    if field.sensitivity >= Sensitivity::Identity {
        return Err("an identity or a secret is shown at full only".to_owned());
    }
    match field.kind {
        FieldType::Attachment | FieldType::Step => Err("a file or a step is shown at full only".to_owned()),
        FieldType::Text | FieldType::LongText if field.sensitivity != Sensitivity::Public => {
            Err("words are shown below full only where they are public".to_owned())
        }
        FieldType::Date | FieldType::Place if field.coarsen.is_none() => {
            Err("below full a date is coarsened to its month, a place to its state".to_owned())
        }
        _ => Ok(()),
    }
}

/// One heading means one field of a kind. Ids are not among the headings: `medium` is a heading of the type of medium.
fn check_aliases(kind: &Kind) -> Result<(), (String, String)> {
    let mut known: Vec<(String, &str)> = Vec::new();
    for field in kind.fields() {
        let mut own: BTreeSet<String> = BTreeSet::new();
        for heading in [&field.label.es, &field.label.en].into_iter().chain(&field.aliases) {
            own.insert(fold(heading));
        }
        if let Some((heading, other)) = known.iter().find(|(heading, _)| own.contains(heading)) {
            return Err((field.id.clone(), format!("the heading {heading} is also {other}'s")));
        }
        known.extend(own.into_iter().map(|heading| (heading, field.id.as_str())));
    }
    Ok(())
}
