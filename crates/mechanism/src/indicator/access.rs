//! Who reaches the Mechanism, and what comes of it.

use std::collections::{BTreeMap, BTreeSet};

use resguardo_domain::id::RecordId;

use super::dates::{happened_by, is_day};
use super::facts::{Facts, Outcome, Record, received};
use super::figure::{Cannot, Quotient};
use super::unit::{Line, Says, Shape, Unit, yes_or_no};

/// I01: applications with a first decision of the Board by the day, among those received by it.
pub(super) fn reviewed_by_board(facts: &Facts<'_>) -> Vec<Line> {
    vec![Line::of(
        Shape::Share,
        decided(facts).map(|(application, decided)| Unit::of(application.id, yes_or_no(decided))),
    )]
}

/// I02: applications received and not reviewed; then how long each has waited.
pub(super) fn backlog(facts: &Facts<'_>) -> Vec<Line> {
    let (mut units, mut ages) = (Vec::new(), Vec::new());
    for (application, decided) in decided(facts) {
        if decided == Some(false) {
            let day = received(application).filter(|date| is_day(date));
            let age = day.map(|date| (facts.as_of - date.first()).num_days());
            ages.push(Unit::of(application.id, age.map_or(Says::Missing, Says::Amount)));
            units.push(Unit::of(application.id, Says::Yes));
        }
    }
    let unknown = decided(facts).filter(|(_, decided)| decided.is_none());
    units.extend(unknown.map(|(application, _)| Unit::of(application.id, Says::Missing)));
    vec![Line::of(Shape::Count, units), Line::of(Shape::Median, ages).named("age")]
}

fn decided<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (&'a Record, Option<bool>)> {
    facts.applications().map(|(application, received)| {
        let decision = facts.step(application, "board_decision").map(|step| step.is_some()).ok();
        (application, received.and(decision))
    })
}

/// I11: applications admitted, among those whose admission was decided.
pub(super) fn admission_rate(facts: &Facts<'_>) -> Vec<Line> {
    let units = facts.applications().filter_map(|(application, _)| {
        let says = match application.term("outcome") {
            Some("admitted" | "decided_granted" | "decided_denied") => Says::Yes,
            Some("not_admitted" | "referred") => Says::No,
            Some("pending" | "withdrawn_by_applicant") => return None,
            _ => Says::Missing,
        };
        Some(Unit::of(application.id, says))
    });
    vec![Line::of(Shape::Share, units.collect::<Vec<_>>())]
}

/// I45: documented victims who did not apply, among those documented: one's own documentation only.
pub(super) fn gap(facts: &Facts<'_>) -> Vec<Line> {
    let applied = people_of_applications(facts);
    let victims = victims(facts);
    vec![Line::of(
        Shape::Share,
        victims.iter().map(|(person, incidents)| {
            let says = if applied.contains(person) { Says::No } else { Says::Yes };
            Unit::of(*person, says).and(incidents.iter().copied())
        }),
    )]
}

/// I47: appeals for each hundred decisions; then those resolved in time, and those upheld.
pub(super) fn appeals(facts: &Facts<'_>) -> Vec<Line> {
    let filed: Vec<&Record> = facts
        .of("appeal")
        .filter(|appeal| {
            let filed = appeal
                .date("filed_on")
                .or_else(|| appeal.steps().find(|step| step.event == "appeal_filed").map(|step| &step.at));
            filed.is_some_and(|date| happened_by(date, facts.as_of) != Some(false))
        })
        .collect();
    let decisions = decided(facts).filter(|(_, decided)| *decided == Some(true)).count();
    let whole = i64::try_from(decisions).ok().filter(|count| *count > 0);
    let all = Line::of(Shape::Sum, filed.iter().map(|appeal| Unit::of(appeal.id, Says::Amount(1))));
    let in_time =
        ["ape.resolve", "apo.council"].into_iter().flat_map(|stage| facts.timed(stage, 'A')).filter_map(|timed| {
            let known = match timed.outcome {
                Outcome::Met => Some(true),
                Outcome::Late | Outcome::Overdue => Some(false),
                Outcome::Unknown => None,
                Outcome::Running => return None,
            };
            facts.record(timed.record).map(|_| Unit::of(timed.record, yes_or_no(known)))
        });
    let upheld = filed.iter().filter_map(|appeal| {
        let says = match appeal.term("outcome") {
            Some("revoked" | "modified") => Says::Yes,
            Some("confirmed" | "inadmissible") => Says::No,
            Some("pending" | "withdrawn") => return None,
            _ => Says::Missing,
        };
        Some(Unit::of(appeal.id, says))
    });
    vec![
        all.against(whole, "board_decision"),
        Line::of(Shape::Share, in_time.collect::<Vec<_>>()).named("in_time"),
        Line::of(Shape::Share, upheld.collect::<Vec<_>>()).named("upheld"),
    ]
}

/// I48: the share of those who defend rights beside another job, or unpaid, among beneficiaries, against the same share among
/// documented victims.
pub(super) fn grassroots(facts: &Facts<'_>) -> Vec<Line> {
    let share = |people: &BTreeSet<RecordId>| {
        let units = people.iter().map(|person| Unit::of(*person, is_grassroots(facts, *person)));
        Line::of(Shape::Share, units.collect::<Vec<_>>())
    };
    let (beneficiaries, victims) =
        (share(people_of_applications(facts)), share(&victims(facts).keys().copied().collect()));
    let ratio = match (beneficiaries.figure(Some(10)).value, victims.figure(Some(10)).value) {
        (Some(among), Some(all)) if all.over > 0 => {
            let over = among.over.saturating_mul(all.under);
            let ratio = Quotient::of(over, among.under.saturating_mul(all.over));
            let units = beneficiaries.units.iter().chain(&victims.units).cloned();
            ratio.map_or_else(|| Line::cannot("remuneration"), |ratio| Line::of(Shape::Fixed(ratio), units))
        }
        _ => Line { cannot: Some(Cannot::TooFew(10)), ..Line::cannot("remuneration") },
    };
    vec![ratio, beneficiaries.named("beneficiaries"), victims.named("victims")]
}

fn is_grassroots(facts: &Facts<'_>, person: RecordId) -> Says {
    match facts.record(person).and_then(|person| person.term("remuneration")) {
        Some("voluntary" | "voluntary_other_job") => Says::Yes,
        Some("paid") => Says::No,
        _ => Says::Missing,
    }
}

/// Those whom applications by the day were made for.
pub(super) fn people_of_applications<'f>(facts: &'f Facts<'_>) -> &'f BTreeSet<RecordId> {
    facts.once.people.get_or_init(|| {
        let people = facts.applications().flat_map(|(application, _)| {
            let beneficiaries: Vec<RecordId> = application.references("beneficiaries").collect();
            if beneficiaries.is_empty() { application.references("applicant").collect() } else { beneficiaries }
        });
        people.map(|person| facts.read_as(person)).collect()
    })
}

/// Documented victims of the period, each with its incidents.
pub(super) fn victims<'f>(facts: &'f Facts<'_>) -> &'f BTreeMap<RecordId, BTreeSet<RecordId>> {
    facts.once.victims.get_or_init(|| {
        let mut victims: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
        for incident in facts.documented() {
            for victim in incident.acts.iter().flat_map(|act| &act.victims) {
                victims.entry(facts.read_as(*victim)).or_default().insert(incident.id);
            }
        }
        victims
    })
}
