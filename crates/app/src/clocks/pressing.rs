//! The most pressing clock of each record.

use std::sync::Arc;

use chrono::NaiveDate;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use resguardo_domain::id::RecordId;
use resguardo_mechanism::clock::{AsOf, Circumstances, Clock, State, Subject};
use resguardo_mechanism::procedure::{Owed, Procedures};

use super::subjects::Subjects;
use super::turned::Turned;

/// A clock is told this many minutes before it runs out.
const SOON: i64 = 3 * 24 * 60;

impl Subjects {
    /// The records with a clock that ran out by a day or soon will, each with the minutes that its most pressing has left.
    pub(crate) fn pressing(&self, day: NaiveDate, wanted: impl Fn(RecordId) -> bool + Sync) -> Vec<(RecordId, i64)> {
        let seen = self.circumstances(Procedures::builtin(), AsOf::day(day));
        let of_each = |(id, turned): &(RecordId, Arc<Turned>)| {
            let least = || least_left(&turned.subject, &seen).map(|(left, _)| left);
            let left = turned.pressing.of((day, self.age), least)?;
            wanted(*id).then_some((*id, left))
        };
        self.records().par_iter().filter_map(of_each).collect()
    }

    /// The most pressing clock of one record.
    pub(crate) fn most_pressing<'a>(&'a self, id: RecordId, seen: &Circumstances<'a>) -> Option<Clock<'a>> {
        let at = self.records().binary_search_by_key(&id, |(id, _)| *id).ok()?;
        let (_, turned) = self.records().get(at)?;
        least_left(&turned.subject, seen).map(|(_, clock)| clock)
    }
}

/// Of the clocks that ran out or soon will, the one nearest to its limit. Rights are told while they can still be used.
fn least_left<'a>(subject: &'a Subject, seen: &Circumstances<'a>) -> Option<(i64, Clock<'a>)> {
    let mut nearest: Option<(i64, Clock<'a>)> = None;
    seen.each_of(subject, |stage| stage.limit.unit.binds(), &mut |clock| {
        let is_open = match clock.state {
            State::Overdue => clock.stage.owed == Owed::Duty,
            State::Running => clock.due.is_some(),
            State::Met | State::Late | State::Stopped(_) | State::NotApplicable(_) | State::Unknown(_) => false,
        };
        let Some(left) = clock.margin.map(|margin| margin.least).filter(|left| is_open && *left <= SOON) else {
            return;
        };
        if nearest.as_ref().is_none_or(|(known, _)| left.abs() < known.abs()) {
            nearest = Some((left, clock));
        }
    });
    nearest
}
