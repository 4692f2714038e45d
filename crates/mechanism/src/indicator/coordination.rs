//! The Mechanism among others: states, authorities, promises, the public.

use std::collections::BTreeSet;

use chrono::Months;
use resguardo_domain::value::Answer;

use super::dates::{earliest, happened_by};
use super::facts::{Facts, Record};
use super::unit::{Line, Says, Shape, Unit, is_yes};
use crate::convention::entities;
use crate::procedure::Procedures;

/// I31: entities with a convention signed by the day; then the days from the limit of the tenth transitory article.
pub(super) fn conventions(facts: &Facts<'_>) -> Vec<Line> {
    let mut seen = BTreeSet::new();
    let signed: Vec<&Record> = facts
        .of("convention")
        .filter(|convention| {
            let date = convention.date("signed_on").map(|date| happened_by(date, facts.as_of) == Some(true));
            let is_signed = date.unwrap_or_else(|| {
                let is_past = convention.date("as_of").is_none_or(|date| earliest(date) <= facts.as_of);
                is_past && matches!(convention.term("status"), Some("signed" | "in_operation" | "not_operating"))
            });
            is_signed && convention.term("state").is_some_and(|state| seen.insert(state.to_owned()))
        })
        .collect();
    let due = Procedures::builtin().due_by_law("tra.conventions", facts.as_of);
    let late = signed.iter().filter_map(|convention| {
        let date = convention.date("signed_on").filter(|date| date.first() == date.last())?;
        Some(Unit::of(convention.id, Says::Amount((date.first() - due?).num_days())))
    });
    let late = Line::of(Shape::Median, late.collect::<Vec<_>>()).named("days_after_limit");
    if facts.of("convention").all(|one| !one.has("signed_on") && one.term("status") != Some("signed")) {
        return vec![Line::cannot("signed_on"), late];
    }
    let signed = signed.iter().map(|convention| Unit::of(convention.id, Says::Amount(1)));
    vec![Line::of(Shape::Sum, signed.collect::<Vec<_>>()).against(entity_count(), "signed_on"), late]
}

/// I32: entities with a point of contact that works and was verified in the last six months.
pub(super) fn contacts(facts: &Facts<'_>) -> Vec<Line> {
    let before = facts.as_of.checked_sub_months(Months::new(6)).unwrap_or(facts.as_of);
    let mut seen = BTreeSet::new();
    let verified = facts.of("contact_point").filter(|point| {
        let is_fresh =
            point.date("verified_on").is_some_and(|date| date.last() > before && date.first() <= facts.as_of);
        is_fresh && point.answer("active") == Some(Answer::Yes)
    });
    let units: Vec<Unit> = verified
        .filter(|point| point.term("state").is_some_and(|state| seen.insert(state.to_owned())))
        .map(|point| Unit::of(point.id, Says::Amount(1)))
        .collect();
    if facts.of("contact_point").next().is_none() {
        return vec![Line::cannot("verified_on")];
    }
    vec![Line::of(Shape::Sum, units).against(entity_count(), "verified_on")]
}

/// I33: measures that failed for lack of coordination between levels of government, among those that failed.
pub(super) fn failures(facts: &Facts<'_>) -> Vec<Line> {
    let failed = facts.of("measure").filter(|measure| {
        let is_failed =
            measure.term("status") == Some("not_working") || measure.has("failure_cause") || measure.has("failures");
        is_failed && measure.date("failed_on").is_none_or(|date| happened_by(date, facts.as_of) != Some(false))
    });
    let units = failed.map(|measure| {
        let causes: Vec<&str> = measure.terms("failure_cause").collect();
        let says = match causes.as_slice() {
            [] | ["unknown"] => Says::Missing,
            causes if causes.contains(&"intergovernmental") => Says::Yes,
            _ => Says::No,
        };
        Unit::of(measure.id, says)
    });
    vec![Line::of(Shape::Share, units.collect::<Vec<_>>())]
}

/// I34: commitments kept, among those that are due; then those kept in part, and the days since each without a date.
pub(super) fn commitments(facts: &Facts<'_>) -> Vec<Line> {
    let made: Vec<&Record> = facts
        .of("commitment")
        .filter(|one| one.date("date").is_none_or(|date| earliest(date) <= facts.as_of))
        .collect();
    let is_due = |one: &&&Record| {
        one.date("due").is_some_and(|date| date.last() <= facts.as_of)
            || matches!(one.term("status"), Some("kept" | "broken"))
    };
    let line = |wanted: &'static str| {
        let units = made.iter().filter(is_due).map(|one| {
            let says = match one.term("status") {
                Some(status) if status == wanted => Says::Yes,
                Some("kept" | "partly_kept" | "overdue" | "broken" | "announced" | "in_progress") => Says::No,
                _ => Says::Missing,
            };
            Unit::of(one.id, says)
        });
        Line::of(Shape::Share, units.collect::<Vec<_>>())
    };
    let undated = made.iter().filter(|one| !one.has("due")).filter_map(|one| {
        let date = one.date("date").filter(|date| date.first() == date.last())?;
        Some(Unit::of(one.id, Says::Open((facts.as_of - date.first()).num_days())))
    });
    let undated = Line::of(Shape::Median, undated.collect::<Vec<_>>()).named("days_since");
    vec![line("kept"), line("partly_kept").named("partly_kept"), undated]
}

/// I42: activities of dissemination for each month of the period; then victims who knew the Mechanism before.
pub(super) fn dissemination(facts: &Facts<'_>) -> Vec<Line> {
    let held = facts.of("dissemination").filter(|one| {
        one.date("date").is_some_and(|date| {
            happened_by(date, facts.as_of) != Some(false) && facts.from.is_none_or(|from| date.last() >= from)
        })
    });
    let held = Line::of(Shape::Count, held.map(|one| Unit::of(one.id, Says::Yes)).collect::<Vec<_>>());
    let knew = facts.documented();
    let knew = knew.map(|incident| Unit::of(incident.id, is_yes(incident.knew_mechanism)));
    vec![held, Line::of(Shape::Share, knew.collect::<Vec<_>>()).named("knew_mechanism")]
}

/// I43: public acts of backing by officials of subsecretary's rank or above in twelve months; apart, statements that
/// stigmatise.
pub(super) fn political_backing(facts: &Facts<'_>) -> Vec<Line> {
    let before = facts.as_of.checked_sub_months(Months::new(12)).unwrap_or(facts.as_of);
    let is_recent = |record: &Record, field: &str| {
        record.date(field).is_some_and(|date| date.last() > before && date.first() <= facts.as_of)
    };
    let is_high = |rank: Option<&str>| matches!(rank, Some("president" | "secretary" | "subsecretary"));
    let claims: Vec<&Record> =
        facts.of("claim").filter(|claim| is_recent(claim, "as_of") && is_high(claim.term("speaker_rank"))).collect();
    let backing = claims.iter().filter(|claim| claim.answer("backing") == Some(Answer::Yes)).map(|claim| claim.id);
    let promised = facts.of("commitment").filter(|one| {
        is_recent(one, "date") && is_high(one.term("rank")) && one.answer("backing") == Some(Answer::Yes)
    });
    let met = facts.of("meeting").filter(|one| is_recent(one, "date") && one.term("type") == Some("minister_council"));
    let acts: Vec<Unit> = backing
        .chain(promised.map(|one| one.id))
        .chain(met.map(|one| one.id))
        .map(|id| Unit::of(id, Says::Yes))
        .collect();
    let against = claims.iter().filter(|claim| claim.answer("stigmatising") == Some(Answer::Yes));
    let against = against.map(|claim| Unit::of(claim.id, Says::Yes));
    vec![Line::of(Shape::Count, acts), Line::of(Shape::Count, against.collect::<Vec<_>>()).named("stigmatising")]
}

/// I46: recommendations implemented, among those issued.
pub(super) fn recommendations(facts: &Facts<'_>) -> Vec<Line> {
    let issued = facts
        .of("recommendation")
        .filter(|one| one.date("date").is_none_or(|date| happened_by(date, facts.as_of) != Some(false)));
    let units = issued.map(|one| {
        let says = match one.term("status") {
            Some("implemented") => Says::Yes,
            Some("issued" | "accepted" | "rejected" | "in_progress" | "partly_implemented" | "not_implemented") => {
                Says::No
            }
            _ => Says::Missing,
        };
        Unit::of(one.id, says)
    });
    vec![Line::of(Shape::Share, units.collect::<Vec<_>>())]
}

/// I50: measures of public policy that are active, among those announced.
pub(super) fn prevention(facts: &Facts<'_>) -> Vec<Line> {
    let announced = facts.of("prevention_measure").filter(|one| {
        let date = one.date("announced_on").or_else(|| one.date("active_from"));
        date.is_none_or(|date| happened_by(date, facts.as_of) != Some(false))
    });
    let units = announced.map(|one| {
        let begun = one.date("active_from").map(|date| happened_by(date, facts.as_of) == Some(true));
        let ended = one.date("active_to").is_some_and(|date| date.last() < facts.as_of);
        let says = match (begun, one.term("status")) {
            _ if ended => Says::No,
            (Some(true), _) | (None, Some("active")) => Says::Yes,
            (Some(false), _) | (None, Some(_)) => Says::No,
            (None, None) => Says::Missing,
        };
        Unit::of(one.id, says)
    });
    vec![Line::of(Shape::Share, units.collect::<Vec<_>>())]
}

fn entity_count() -> Option<i64> {
    i64::try_from(entities().count()).ok()
}
