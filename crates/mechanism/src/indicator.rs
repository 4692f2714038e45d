//! The fifty indicators of the Mechanism's performance, each a small pure function over what records say.
//!
//! **Terms.** A *unit* is one thing counted: an application, a measure, an act; it says *yes* or *no*, so many days, or
//! that its data is missing. A *line* is a set of units with the way they are put together (a share, a median, a count);
//! an indicator has one line and may have more beside it. A *figure* is what comes of a line. Figures of one's own records
//! and figures that somebody published stand side by side and never in one fraction.
//!
//! An open case is censored, not dropped; no share is computed of fewer than the definition's least denominator; what
//! cannot be computed says what is missing. Every figure names the records behind it.

mod access;
mod aggression;
mod coordination;
mod dates;
mod definition;
mod facts;
mod figure;
mod institution;
mod justice;
mod measures;
mod published;
mod staff;
mod survival;
mod times;
mod unit;
mod wanted;

pub use dates::earliest;
pub use definition::{Definition, Definitions, Official};
pub use facts::{Facts, Few, Incident, IncidentAct, Outcome, PUBLISHED_BY, Record, Timed};
pub use figure::{Cannot, Figure, Quotient, Spread};
pub use published::Published;
pub use unit::{Line, Shape};
pub use wanted::WANTED;

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

/// What an indicator answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its definition.
    pub id: &'static str,
    /// From one's own records.
    pub own: Figure,
    /// Companions of it, by key.
    pub beside: Vec<(&'static str, Figure)>,
    /// The same, for each value of what it was taken apart by.
    pub groups: BTreeMap<String, Figure>,
    /// What others published, each with its source.
    pub official: Vec<Published>,
}

type Measure = fn(&Facts<'_>) -> Vec<Line>;

/// Every indicator and the function that finds its units.
const MEASURES: [(&str, Measure); 50] = [
    ("I01", access::reviewed_by_board),
    ("I02", access::backlog),
    ("I03", times::days_to_risk_study),
    ("I04", times::risk_study_in_time),
    ("I05", times::urgent_issued),
    ("I06", times::urgent_implemented),
    ("I07", times::days_study_to_board),
    ("I08", times::communicated),
    ("I09", times::implemented),
    ("I10", times::days_to_first_measure),
    ("I11", access::admission_rate),
    ("I12", measures::match_study),
    ("I13", measures::reflect_risk),
    ("I14", measures::police_only),
    ("I15", measures::gender_perspective),
    ("I16", measures::sociopolitical_context),
    ("I17", measures::range),
    ("I18", measures::useless_or_harmful),
    ("I19", aggression::under_measures),
    ("I20", staff::vacancy),
    ("I21", staff::turnover),
    ("I22", staff::workload),
    ("I23", staff::trained),
    ("I24", staff::continuity),
    ("I25", institution::organs_installed),
    ("I26", institution::installation_delay),
    ("I27", institution::funds_accessible),
    ("I28", institution::funds_spent),
    ("I29", institution::trust_transparency),
    ("I30", institution::contract_transparency),
    ("I31", coordination::conventions),
    ("I32", coordination::contacts),
    ("I33", coordination::failures),
    ("I34", coordination::commitments),
    ("I35", justice::impunity),
    ("I36", justice::funnel),
    ("I37", institution::board_sessions),
    ("I38", institution::seats),
    ("I39", aggression::documented),
    ("I40", aggression::killed_and_disappeared),
    ("I41", aggression::sdg),
    ("I42", coordination::dissemination),
    ("I43", coordination::political_backing),
    ("I44", institution::public_reports),
    ("I45", access::gap),
    ("I46", coordination::recommendations),
    ("I47", access::appeals),
    ("I48", access::grassroots),
    ("I49", measures::agreed),
    ("I50", coordination::prevention),
];

/// Every indicator over these facts; `by` names what each is taken apart by.
#[must_use]
pub fn all(facts: &Facts<'_>, definitions: &Definitions, by: Option<&str>) -> Vec<Answer> {
    MEASURES.par_iter().map(|(id, measure)| answer(id, *measure, facts, definitions.of(id), by)).collect()
}

/// One indicator; none where there is none of this id.
#[must_use]
pub fn one(id: &str, facts: &Facts<'_>, definitions: &Definitions, by: Option<&str>) -> Option<Answer> {
    let (id, measure) = MEASURES.iter().find(|(known, _)| *known == id)?;
    Some(answer(id, *measure, facts, definitions.of(id), by))
}

fn answer(
    id: &'static str,
    measure: Measure,
    facts: &Facts<'_>,
    definition: Option<&Definition>,
    by: Option<&str>,
) -> Answer {
    let least = definition.and_then(|definition| definition.min_denominator);
    let mut lines = measure(facts).into_iter();
    let main = lines.next().unwrap_or_default();
    let mut groups = BTreeMap::new();
    if let Some(by) = by {
        for (value, line) in main.taken_apart(|record| facts.attribute(record, by)) {
            groups.insert(value, line.figure(least));
        }
    }
    Answer {
        id,
        own: main.figure(least),
        beside: lines.map(|line| (line.key, line.figure(least))).collect(),
        groups,
        official: published::of(id, facts, definition),
    }
}

#[cfg(test)]
mod tests;
