//! What became of the clocks that indicators ask for.

use std::sync::Arc;

use chrono::NaiveDate;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use resguardo_domain::id::RecordId;
use resguardo_mechanism::clock::{AsOf, Circumstances, Subject};
use resguardo_mechanism::indicator::{Outcome, Timed};
use resguardo_mechanism::procedure::Procedures;

use super::subjects::Subjects;
use super::told;
use super::turned::Turned;

/// The stages they ask for.
const TIMED: [&str; 7] =
    ["ord.study", "ext.issue", "ext.implement", "ord.communicate", "ord.implement", "ape.resolve", "apo.council"];

impl Subjects {
    /// What became by a day of the clocks that indicators ask for. One of a measure is told by the measure.
    pub(crate) fn timed(&self, day: NaiveDate) -> Vec<Timed<'static>> {
        let seen = self.circumstances(Procedures::builtin(), AsOf::day(day));
        let of_each = |(id, turned): &(RecordId, Arc<Turned>)| {
            turned.timed.of((day, self.age), || timed(*id, &turned.subject, &seen))
        };
        let all: Vec<Arc<[Timed<'static>]>> = self.records().par_iter().map(of_each).collect();
        all.iter().flat_map(|of_one| of_one.iter().copied()).collect()
    }
}

fn timed<'a>(record: RecordId, subject: &'a Subject, seen: &Circumstances<'a>) -> Arc<[Timed<'static>]> {
    let mut all = Vec::new();
    seen.each_of(subject, |stage| TIMED.contains(&stage.id.as_str()), &mut |clock| {
        let Some(stage) = TIMED.iter().find(|stage| **stage == clock.stage.id) else { return };
        let outcome = match clock.state.id() {
            "met" => Outcome::Met,
            "late" => Outcome::Late,
            "overdue" => Outcome::Overdue,
            "running" => Outcome::Running,
            "unknown" if clock.started.is_some() => Outcome::Unknown,
            _ => return,
        };
        let measure = told::value_of(&clock, "measure").filter(|_| *stage == "ord.implement");
        let measure = measure.and_then(|id| id.parse().ok());
        let reading = clock.way.id.as_deref().and_then(|id| id.chars().next()).unwrap_or('A');
        all.push(Timed { record: measure.unwrap_or(record), stage, reading, outcome });
    });
    all.into()
}
