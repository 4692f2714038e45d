//! What measures are worth: their fit, range, usefulness.

use std::collections::{BTreeMap, BTreeSet};

use resguardo_domain::id::RecordId;
use resguardo_domain::value::Answer;

use super::dates::happened_by;
use super::facts::{Facts, Record};
use super::unit::{Line, Says, Shape, Unit, is_yes, yes_or_no};

/// The natures of measure there are, `other` aside.
const NATURES: i64 = 15;

/// I12: measures that match the study's recommendation, plan by plan and then on average: match alone, then match or partly.
pub(super) fn match_study(facts: &Facts<'_>) -> Vec<Line> {
    let fit = |wanted: &'static [&'static str]| {
        let plans = plans(facts).values().flat_map(move |measures| {
            measures.iter().map(move |measure| {
                let says = match measure.term("study_fit") {
                    Some(fit) if wanted.contains(&fit) => Says::Yes,
                    Some("match" | "partial" | "mismatch" | "added" | "omitted") => Says::No,
                    _ => Says::Missing,
                };
                Unit::of(measure.id, says)
            })
        });
        Line::of(Shape::Share, plans.collect::<Vec<_>>())
    };
    vec![fit(&["match"]), fit(&["match", "partial"]).named("broad")]
}

/// I13: plans that reflect level and type of risk, by the person's own word.
pub(super) fn reflect_risk(facts: &Facts<'_>) -> Vec<Line> {
    let units = assessments(facts).map(|assessment| {
        let (level, kind) = (assessment.answer("reflects_level"), assessment.answer("reflects_type"));
        let says = match (level, kind) {
            (None, None) => Says::Missing,
            (Some(Answer::Yes) | None, Some(Answer::Yes) | None) => Says::Yes,
            _ => Says::No,
        };
        Unit::of(assessment.id, says)
    });
    vec![Line::of(Shape::Share, units.collect::<Vec<_>>())]
}

/// I14: plans of police measures alone; then the share of police measures among all.
pub(super) fn police_only(facts: &Facts<'_>) -> Vec<Line> {
    let plans = plans(facts).iter().map(|(application, measures)| {
        let known: Vec<Option<bool>> = measures.iter().map(|measure| is_police(measure)).collect();
        let says = match (known.contains(&Some(false)), known.contains(&None)) {
            (true, _) => Says::No,
            (false, true) => Says::Missing,
            (false, false) => Says::Yes,
        };
        Unit::of(*application, says).and(measures.iter().map(|measure| measure.id))
    });
    let each = granted(facts).map(|measure| Unit::of(measure.id, yes_or_no(is_police(measure))));
    vec![
        Line::of(Shape::Share, plans.collect::<Vec<_>>()),
        Line::of(Shape::Share, each.collect::<Vec<_>>()).named("of_measures"),
    ]
}

/// I15: studies with a gender perspective whose plan has a measure that responds to it; then the study alone.
pub(super) fn gender_perspective(facts: &Facts<'_>) -> Vec<Line> {
    let both = studies(facts).map(|study| {
        let study_says = quality(study, "gender");
        let measures = study.references("application").filter_map(|id| facts.record(id));
        let responds = measures
            .flat_map(|application| facts.measures_of(application))
            .any(|measure| measure.answer("gender_responsive") == Some(Answer::Yes));
        let says = if study_says == Says::Yes && !responds { Says::No } else { study_says };
        Unit::of(study.id, says)
    });
    let both = Line::of(Shape::Share, both.collect::<Vec<_>>());
    vec![both, of_studies(facts, "gender").named("study")]
}

/// I16: studies that weigh the social and political context.
pub(super) fn sociopolitical_context(facts: &Facts<'_>) -> Vec<Line> {
    vec![of_studies(facts, "sociopolitical")]
}

/// I17: different natures of measure in a plan, on average; then the natures used at all.
pub(super) fn range(facts: &Facts<'_>) -> Vec<Line> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut units = Vec::new();
    for (application, measures) in plans(facts) {
        let natures: BTreeSet<&str> = measures.iter().flat_map(|measure| measure.terms("nature")).collect();
        let says = if natures.is_empty() {
            Says::Missing
        } else {
            Says::Amount(i64::try_from(natures.len()).unwrap_or(i64::MAX))
        };
        used.extend(natures.into_iter().filter(|nature| *nature != "other"));
        units.push(Unit::of(*application, says).and(measures.iter().map(|measure| measure.id)));
    }
    let count = i64::try_from(used.len()).unwrap_or(i64::MAX);
    let first = units.first().map(|unit| Unit { says: Says::Amount(count), ..unit.clone() });
    let used = Line::of(Shape::Sum, first).against(Some(NATURES), "nature").named("natures_used");
    vec![Line::of(Shape::Mean, units), used]
}

/// I18: measures assessed as not useful or as a greater risk; then those that increased the risk.
pub(super) fn useless_or_harmful(facts: &Facts<'_>) -> Vec<Line> {
    let line = |wanted: &'static [&'static str]| {
        let units = assessments(facts).map(move |assessment| {
            let says = match assessment.term("value") {
                Some(value) if wanted.contains(&value) => Says::Yes,
                Some("useful" | "partly_useful" | "not_useful" | "increased_risk") => Says::No,
                _ => Says::Missing,
            };
            Unit::of(assessment.id, says)
        });
        Line::of(Shape::Share, units.collect::<Vec<_>>())
    };
    vec![line(&["not_useful", "increased_risk"]), line(&["increased_risk"]).named("increased_risk")]
}

/// I49: measures agreed with the person before or when they were granted.
pub(super) fn agreed(facts: &Facts<'_>) -> Vec<Line> {
    let units = granted(facts).map(|measure| {
        let known = match (measure.date("agreed_at"), measure.date("granted_on")) {
            (Some(agreed), Some(granted)) if agreed.last() <= granted.first() => Says::Yes,
            (Some(agreed), Some(granted)) if agreed.first() > granted.last() => Says::No,
            (Some(_), Some(_)) => Says::Missing,
            _ => is_yes(measure.answer("agreed")),
        };
        Unit::of(measure.id, known)
    });
    vec![Line::of(Shape::Share, units.collect::<Vec<_>>())]
}

/// Measures of applications by the day that were granted.
pub(super) fn granted<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Record> {
    let is_granted = |measure: &&Record| {
        let date = measure.date("granted_on").or_else(|| measure.date("implemented_on"));
        !matches!(measure.term("status"), Some("recommended" | "refused_by_person"))
            && date.is_none_or(|date| happened_by(date, facts.as_of) != Some(false))
    };
    facts.once.granted.get_or_init(|| facts.of("measure").filter(is_granted).collect()).iter().copied()
}

/// Granted measures by application.
fn plans<'f, 'a>(facts: &'f Facts<'a>) -> &'f BTreeMap<RecordId, Vec<&'a Record>> {
    facts.once.plans.get_or_init(|| {
        let mut plans: BTreeMap<RecordId, Vec<&Record>> =
            facts.applications().map(|(application, _)| (application.id, Vec::new())).collect();
        for measure in granted(facts) {
            for application in measure.references("application") {
                plans.entry(application).and_modify(|plan| plan.push(measure));
            }
        }
        plans.retain(|_, plan| !plan.is_empty());
        plans
    })
}

fn is_police(measure: &Record) -> Option<bool> {
    match (measure.terms("nature").next(), measure.answer("police_based")) {
        (Some(_), _) => Some(measure.terms("nature").all(|nature| nature == "police")),
        (None, Some(answer)) => Some(answer == Answer::Yes),
        (None, None) => None,
    }
}

fn assessments<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Record> {
    let as_of = facts.as_of;
    facts
        .of("measure_assessment")
        .filter(move |assessment| assessment.date("date").is_none_or(|date| happened_by(date, as_of) != Some(false)))
}

/// Studies by the day that somebody read.
fn studies<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Record> {
    let as_of = facts.as_of;
    facts.of("risk_evaluation").filter(move |study| {
        let is_read = study.answer("study_read") != Some(Answer::No);
        is_read && study.date("date").is_none_or(|date| happened_by(date, as_of) != Some(false))
    })
}

fn of_studies(facts: &Facts<'_>, item: &str) -> Line {
    Line::of(Shape::Share, studies(facts).map(|study| Unit::of(study.id, quality(study, item))))
}

/// Whether a study meets a point of quality; partly is no.
fn quality(study: &Record, item: &str) -> Says {
    let asked = if item == "gender" { "gender_considered" } else { "sociopolitical_considered" };
    if study.terms("quality_items").any(|met| met == item) {
        return Says::Yes;
    }
    let partly = study.terms("quality_items_partly").any(|met| met == item);
    if partly || study.terms("quality_items_missing").any(|lacks| lacks == item) {
        return Says::No;
    }
    is_yes(study.answer(asked))
}
