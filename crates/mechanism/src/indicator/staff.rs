//! Who works in the Mechanism.

use chrono::{Months, NaiveDate};

use super::dates::{days_of, earliest, happened_by};
use super::facts::{Facts, Record, is_own};
use super::unit::{Line, Says, Shape, Unit, yes_or_no};

/// I20: vacant posts among those authorised, by the latest count of each unit.
pub(super) fn vacancy(facts: &Facts<'_>) -> Vec<Line> {
    let latest = latest_counts(facts);
    let units = latest.iter().map(|count| Unit::of(count.id, amount(count.whole("vacant"))));
    let posts = total(&latest, "posts");
    vec![Line::of(Shape::Sum, units.collect::<Vec<_>>()).against(posts, "posts")]
}

/// I21: departures of twelve months, against the mean of those employed.
pub(super) fn turnover(facts: &Facts<'_>) -> Vec<Line> {
    let Some(before) = facts.as_of.checked_sub_months(Months::new(12)) else { return vec![Line::cannot("date")] };
    let left = facts.of("departure").filter(|departure| within(departure, "date", before, facts.as_of));
    let units = left.map(|departure| Unit::of(departure.id, Says::Amount(departure.whole("count").unwrap_or(1))));
    let counts: Vec<i64> = facts
        .of("staffing")
        .filter(|count| within(count, "as_of", before, facts.as_of))
        .filter_map(|count| count.whole("filled"))
        .collect();
    let mean = i64::try_from(counts.len()).ok().filter(|len| *len > 0).map(|len| counts.iter().sum::<i64>() / len);
    vec![Line::of(Shape::Sum, units.collect::<Vec<_>>()).against(mean.filter(|mean| *mean > 0), "filled")]
}

/// I22: open applications for each analyst; then new applications of the last month for each person employed.
pub(super) fn workload(facts: &Facts<'_>) -> Vec<Line> {
    let latest = latest_counts(facts);
    let open = facts.applications().filter(|(application, _)| {
        !matches!(application.term("outcome"), Some("not_admitted" | "referred" | "withdrawn_by_applicant"))
    });
    let open = open.map(|(application, _)| Unit::of(application.id, Says::Amount(1)));
    let month_before = facts.as_of.checked_sub_months(Months::new(1)).unwrap_or(facts.as_of);
    let fresh = facts.applications().filter(|(_, received)| received.is_some_and(|date| date.first() > month_before));
    let fresh = fresh.map(|(application, _)| Unit::of(application.id, Says::Amount(1)));
    let positive = |field| total(&latest, field).filter(|count| *count > 0);
    vec![
        Line::of(Shape::Sum, open.collect::<Vec<_>>()).against(positive("analysts"), "analysts"),
        Line::of(Shape::Sum, fresh.collect::<Vec<_>>()).against(positive("filled"), "filled").named("new_a_month"),
    ]
}

/// I23: staff trained in the last twenty-four months, among the staff.
pub(super) fn trained(facts: &Facts<'_>) -> Vec<Line> {
    let before = facts.as_of.checked_sub_months(Months::new(24)).unwrap_or(facts.as_of);
    let courses = facts.of("training").filter(|training| within(training, "date", before, facts.as_of));
    let units = courses.map(|training| Unit::of(training.id, amount(training.whole("trained"))));
    let staff = total(&latest_counts(facts), "filled").filter(|count| *count > 0);
    vec![Line::of(Shape::Sum, units.collect::<Vec<_>>()).against(staff, "filled")]
}

/// I24: cases whose responsible officer changed twice or more; then the days a handover took.
pub(super) fn continuity(facts: &Facts<'_>) -> Vec<Line> {
    let known: Vec<(&Record, usize)> = facts
        .applications()
        .map(|(application, _)| (application, application.values("responsible_officer").len()))
        .collect();
    let units = known
        .iter()
        .map(|(application, officers)| Unit::of(application.id, yes_or_no((*officers > 0).then_some(*officers >= 3))));
    let handovers = known.iter().filter_map(|(application, _)| {
        Some(Unit::of(application.id, Says::Amount(application.whole("handover_days")?)))
    });
    let departures = facts
        .of("departure")
        .filter(|one| one.date("date").is_some_and(|d| happened_by(d, facts.as_of) != Some(false)));
    let replaced = departures.filter_map(|departure| {
        let took = departure.whole("handover_days").or_else(|| days_of(departure, "date", "replaced_on"))?;
        Some(Unit::of(departure.id, Says::Amount(took)))
    });
    let handovers = Line::of(Shape::Median, handovers.chain(replaced).collect::<Vec<_>>()).named("handover");
    vec![Line::of(Shape::Share, units.collect::<Vec<_>>()), handovers]
}

/// The latest count of staff by the day, of each unit.
fn latest_counts<'a>(facts: &Facts<'a>) -> Vec<&'a Record> {
    facts
        .latest("staffing", |count| count.term("unit").unwrap_or_default().to_owned())
        .into_iter()
        .filter(is_own)
        .collect()
}

fn total(records: &[&Record], field: &str) -> Option<i64> {
    let amounts: Vec<i64> = records.iter().filter_map(|record| record.whole(field)).collect();
    if amounts.is_empty() { None } else { Some(amounts.iter().sum()) }
}

fn within(record: &Record, field: &str, after: NaiveDate, by: NaiveDate) -> bool {
    record.date(field).is_some_and(|date| date.last() > after && earliest(date) <= by)
}

/// A whole number, or that it is missing.
fn amount(number: Option<i64>) -> Says {
    number.map_or(Says::Missing, Says::Amount)
}
