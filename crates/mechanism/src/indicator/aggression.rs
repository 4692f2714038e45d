//! What was done to people: acts, never mixed with events or victims.

use std::collections::{BTreeMap, BTreeSet};

use resguardo_domain::catalogue::{Catalogues, Term};
use resguardo_domain::id::RecordId;

use super::access::people_of_applications;
use super::dates::months_taken_in;
use super::facts::{Facts, Incident};
use super::unit::{Line, Says, Shape, Unit};

/// I39: acts of the period; then events, victims and acts for each month.
pub(super) fn documented(facts: &Facts<'_>) -> Vec<Line> {
    let incidents: Vec<&Incident> = facts.documented().collect();
    let acts = incidents.iter().map(|incident| {
        Unit::of(incident.id, Says::Amount(i64::try_from(incident.acts.len().max(1)).unwrap_or(i64::MAX)))
    });
    let acts = Line::of(Shape::Sum, acts.collect::<Vec<_>>());
    let events =
        Line::of(Shape::Count, incidents.iter().map(|incident| Unit::of(incident.id, Says::Yes))).named("events");
    let victims: BTreeSet<RecordId> = incidents
        .iter()
        .flat_map(|one| one.acts.iter().flat_map(|act| &act.victims))
        .map(|one| facts.read_as(*one))
        .collect();
    let victims = Line::of(Shape::Count, victims.into_iter().map(|one| Unit::of(one, Says::Yes))).named("victims");
    let first =
        facts.from.or_else(|| incidents.iter().filter_map(|one| one.date.as_ref()).map(|date| date.first()).min());
    let months = first.map(|first| months_taken_in(first, facts.as_of));
    let monthly = acts.clone().against(months, "date").named("per_month");
    vec![acts, events, victims, monthly]
}

/// I40: journalists killed; then journalists disappeared. Persons, each once.
pub(super) fn killed_and_disappeared(facts: &Facts<'_>) -> Vec<Line> {
    let of = |family: &'static str| {
        let mut people: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
        for incident in facts.documented() {
            for act in
                incident.acts.iter().filter(|act| act.aggression.as_deref().is_some_and(|term| is_lost(term, family)))
            {
                for victim in act.victims.iter().filter(|victim| is_journalist(facts, **victim)) {
                    people.entry(facts.read_as(*victim)).or_default().insert(incident.id);
                }
            }
        }
        Line::of(Shape::Count, people.into_iter().map(|(person, behind)| Unit::of(person, Says::Yes).and(behind)))
    };
    vec![of("life"), of("disappearance").named("disappeared")]
}

/// I41: verified cases of twelve months for indicator 16.10.1; each person once per case. It counts journalists, media
/// personnel, trade unionists and defenders; relatives and others do not, and a person without a profile cannot be told.
pub(super) fn sdg(facts: &Facts<'_>) -> Vec<Line> {
    let year_before = facts.as_of.checked_sub_months(chrono::Months::new(12));
    let mut cases: BTreeSet<(RecordId, RecordId)> = BTreeSet::new();
    for incident in facts.incidents().filter(|incident| incident.is_verified("v2")) {
        let is_recent = incident.date.as_ref().zip(year_before).is_some_and(|(date, before)| date.last() > before);
        let counted = |term: &str| aggression(term).is_some_and(|term| term.text("sdg_16_10_1").is_some());
        for act in incident.acts.iter().filter(|act| is_recent && act.aggression.as_deref().is_some_and(counted)) {
            cases.extend(act.victims.iter().map(|victim| (incident.id, facts.read_as(*victim))));
        }
    }
    let units = cases.into_iter().filter_map(|(incident, victim)| {
        let profiles: Vec<&str> = facts.record(victim).into_iter().flat_map(|person| person.terms("profile")).collect();
        let says = match (profiles.iter().any(|profile| is_of_sdg(profile)), profiles.is_empty()) {
            (true, _) => Says::Yes,
            (false, true) => Says::Missing,
            (false, false) => return None,
        };
        Some(Unit::of(victim, says).and([incident]))
    });
    vec![Line::of(Shape::Count, units.collect::<Vec<_>>())]
}

/// Whether the metadata of indicator 16.10.1 counts people of a profile.
fn is_of_sdg(profile: &str) -> bool {
    profile == "both"
        || ["defender", "journalist"].contains(&profile.split_once('.').map_or(profile, |(group, _)| group))
}

/// I19: acts against beneficiaries while measures were in force, for each hundred months of measures.
pub(super) fn under_measures(facts: &Facts<'_>) -> Vec<Line> {
    let mut in_force: BTreeMap<RecordId, Vec<(chrono::NaiveDate, chrono::NaiveDate)>> = BTreeMap::new();
    let mut days = 0;
    for (application, _) in facts.applications() {
        let Some(from) = application.date("measures_in_force_from").map(|date| date.first()) else { continue };
        let to = application.date("measures_in_force_to").map_or(facts.as_of, |date| date.last().min(facts.as_of));
        if to < from {
            continue;
        }
        let mut people: Vec<RecordId> = application.references("beneficiaries").collect();
        if people.is_empty() {
            people = application.references("applicant").collect();
        }
        for person in people {
            days += (to - from).num_days() + 1;
            in_force.entry(facts.read_as(person)).or_default().push((from, to));
        }
    }
    if people_of_applications(facts).is_empty() || days == 0 {
        return vec![Line::cannot("measures_in_force_from")];
    }
    let units = facts.incidents().filter_map(|incident| {
        let date = incident.date.as_ref()?;
        let suffered = |person: &RecordId| {
            let spans = in_force.get(&facts.read_as(*person)).into_iter().flatten();
            spans.clone().any(|(from, to)| *from <= date.first() && date.last() <= *to)
        };
        let acts = incident.acts.iter().filter(|act| act.victims.iter().any(suffered)).count();
        (acts > 0).then(|| Unit::of(incident.id, Says::Amount(i64::try_from(acts).unwrap_or(i64::MAX))))
    });
    // A month of 30.4375 days.
    let months = (days * 10_000 / 304_375).max(1);
    vec![Line::of(Shape::ForHundred(months), units.collect::<Vec<_>>())]
}

/// Whether an act took a life (an attempt did not), or somebody who did not come back.
fn is_lost(term: &str, family: &str) -> bool {
    aggression(term).is_some_and(|term| term.is_within(family) && (family != "life" || term.is("fatal")))
}

/// The term that ships, or the group that one of an organisation's own stands in.
fn aggression(term: &str) -> Option<&'static Term> {
    let list = Catalogues::builtin().get("aggression_type")?;
    std::iter::successors(Some(term), |term| term.rsplit_once('.').map(|(group, _)| group)).find_map(|id| list.term(id))
}

fn is_journalist(facts: &Facts<'_>, person: RecordId) -> bool {
    facts.record(person).is_some_and(|person| {
        person
            .terms("profile")
            .any(|profile| profile == "both" || profile == "journalist" || profile.starts_with("journalist."))
    })
}
