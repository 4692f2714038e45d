//! How long each stage takes, against the limit of the law.

use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::value::PartialDate;

use super::dates::{days_between, happened_by, is_day};
use super::facts::{Facts, Outcome, Record, received};
use super::unit::{Line, Says, Shape, Unit};

/// I03: days from the application to the risk study, calendar days; cases without a study are censored.
pub(super) fn days_to_risk_study(facts: &Facts<'_>) -> Vec<Line> {
    vec![from_to(facts, "application_submitted", "risk_study_done")]
}

/// I04: studies within the limit of Art. 27, among the cases whose limit is past or that have their study.
pub(super) fn risk_study_in_time(facts: &Facts<'_>) -> Vec<Line> {
    vec![in_time(facts, "ord.study", 'A')]
}

/// I05: urgent measures issued within the limit of Art. 26-I.
pub(super) fn urgent_issued(facts: &Facts<'_>) -> Vec<Line> {
    vec![in_time(facts, "ext.issue", 'A')]
}

/// I06: urgent measures put in place within the limit of Art. 26-II, by both readings.
pub(super) fn urgent_implemented(facts: &Facts<'_>) -> Vec<Line> {
    vec![in_time(facts, "ext.implement", 'A'), in_time(facts, "ext.implement", 'B').named("reading_b")]
}

/// I07: days from the definition of measures to the Board's decision. The law sets no limit.
pub(super) fn days_study_to_board(facts: &Facts<'_>) -> Vec<Line> {
    vec![from_to(facts, "measures_defined", "board_decision")]
}

/// I08: decisions communicated within the limit of Art. 29-I.
pub(super) fn communicated(facts: &Facts<'_>) -> Vec<Line> {
    vec![in_time(facts, "ord.communicate", 'A')]
}

/// I09: measures in place within the limit of Art. 29-II, measure by measure; one that does not work counts as not in place
/// in the second line; then the days they took.
pub(super) fn implemented(facts: &Facts<'_>) -> Vec<Line> {
    let line = in_time(facts, "ord.implement", 'A');
    let works = |unit: &Unit| {
        let measure = facts.record(unit.of).filter(|record| record.kind == "measure");
        measure.is_none_or(|measure| measure.term("status") != Some("not_working"))
    };
    let strictly = line.units.iter().map(|unit| {
        let says = if unit.says == Says::Yes && !works(unit) { Says::No } else { unit.says };
        Unit { says, ..unit.clone() }
    });
    let working = Line::of(Shape::Share, strictly).named("working");
    vec![line, working, days_of_measures(facts).named("days")]
}

/// I10: days from the application to the first measure in place.
pub(super) fn days_to_first_measure(facts: &Facts<'_>) -> Vec<Line> {
    let units = facts.applications().map(|(application, received)| {
        let measures = facts.measures_of(application);
        let mut dates: Vec<(&PartialDate, &Record)> =
            measures.iter().filter_map(|measure| Some((in_place(facts, measure)?, *measure))).collect();
        dates.sort_by(|a, b| a.0.cmp(b.0));
        let first = dates.first();
        let says = took(facts, received, first.map(|(date, _)| *date));
        Unit::of(application.id, says).and(first.map(|(_, measure)| measure.id))
    });
    vec![Line::of(Shape::Median, units.collect::<Vec<_>>())]
}

/// When a measure was first in place, by the day.
fn in_place<'r>(facts: &Facts<'_>, measure: &'r Record) -> Option<&'r PartialDate> {
    let step = facts.step(measure, "measure_implemented").ok().flatten();
    step.or_else(|| measure.date("implemented_on").filter(|date| happened_by(date, facts.as_of) == Some(true)))
}

fn days_of_measures(facts: &Facts<'_>) -> Line {
    let units = facts.of("measure").filter_map(|measure| {
        let application = measure.references("application").find_map(|id| facts.record(id));
        let decided = measure
            .date("granted_on")
            .or_else(|| application.and_then(|application| facts.step(application, "board_decision").ok().flatten()))?;
        if happened_by(decided, facts.as_of) == Some(false) {
            return None;
        }
        Some(Unit::of(measure.id, took(facts, Some(decided), in_place(facts, measure))))
    });
    Line::of(Shape::Median, units.collect::<Vec<_>>())
}

/// Days from one step to another; where the second is still to come, days until the day asked about.
fn from_to(facts: &Facts<'_>, from: &str, to: &str) -> Line {
    let units = facts.applications().filter_map(|(application, received)| {
        let start = if from == "application_submitted" { Ok(received) } else { facts.step(application, from) };
        let says = match (start, facts.step(application, to)) {
            (Ok(Some(start)), Ok(end)) => took(facts, Some(start), end),
            (Ok(None), _) if from != "application_submitted" => return None,
            (Ok(None) | Err(()), _) | (_, Err(())) => Says::Missing,
        };
        Some(Unit::of(application.id, says))
    });
    Line::of(Shape::Median, units.collect::<Vec<_>>())
}

fn took(facts: &Facts<'_>, from: Option<&PartialDate>, to: Option<&PartialDate>) -> Says {
    match (from, to) {
        (None, _) => Says::Missing,
        (Some(from), Some(to)) => days_between(from, to).map_or(Says::Missing, Says::Amount),
        (Some(from), None) if is_day(from) => Says::Open((facts.as_of - from.first()).num_days()),
        (Some(_), None) => Says::Missing,
    }
}

/// Clocks of a stage: met, against met, late and overdue; those still running are not counted, those whose dates do not tell
/// are missing.
fn in_time(facts: &Facts<'_>, stage: &str, reading: char) -> Line {
    let is_early = |id| {
        let date = facts.record(id).and_then(received);
        date.is_some_and(|date| facts.from.is_some_and(|from| date.last() < from))
    };
    let mut known: BTreeMap<RecordId, Says> = BTreeMap::new();
    for timed in facts.timed(stage, reading) {
        let says = match timed.outcome {
            Outcome::Met => Says::Yes,
            Outcome::Late | Outcome::Overdue => Says::No,
            Outcome::Unknown => Says::Missing,
            Outcome::Running => continue,
        };
        if facts.record(timed.record).is_none() || is_early(timed.record) {
            continue;
        }
        // Of several decisions of one application each must be in time.
        let slot = known.entry(timed.record).or_insert(says);
        if says == Says::No || (says == Says::Missing && *slot == Says::Yes) {
            *slot = says;
        }
    }
    Line::of(Shape::Share, known.into_iter().map(|(record, says)| Unit::of(record, says)))
}
