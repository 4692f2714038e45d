//! Duties that recur: so many times each month or year.
//!
//! What nobody ever recorded is not held against anybody: a period before the first event recorded is *unknown*.

use chrono::{Datelike, Months, NaiveDate};

use super::turn::{Turn, proof};
use super::{Clock, Dated, Due, Missing, Of, Spread, State};
use crate::procedure::Period;

/// One clock for each whole period from the day the text rules to the day to judge by.
pub(super) fn periods<'a>(turn: &Turn<'a, '_>, take: &mut dyn FnMut(Clock<'a>)) {
    let Some(per) = turn.stage.limit.per else { return };
    let mut done: Vec<&'a Dated> = turn.ends().collect();
    done.sort_by_key(|dated| (dated.span.first, dated.span.last));
    let since = done.first().map(|dated| dated.span.first_day());
    let mut first = first_period(turn.stage.valid.from, per);
    while let Some(from) = first.filter(|from| *from <= turn.seen.as_of.date()) {
        first = next(from, per);
        let Some(last) = first.and_then(|next| next.pred_opt()) else { return };
        if turn.stage.valid.holds(last) {
            take(period(turn, &done, since, (from, last)));
        }
    }
}

fn period<'a>(
    turn: &Turn<'a, '_>,
    done: &[&'a Dated],
    since: Option<NaiveDate>,
    (first, last): (NaiveDate, NaiveDate),
) -> Clock<'a> {
    let today = turn.seen.as_of.date();
    let inside = |dated: &&&'a Dated| first <= dated.span.first_day() && dated.span.last_day() <= last;
    let touches = |dated: &&'a Dated| dated.span.first_day() <= last && first <= dated.span.last_day();
    let wanted = usize::try_from(turn.stage.limit.value.unwrap_or(1)).unwrap_or(usize::MAX);
    let enough = done.iter().filter(inside).nth(wanted.saturating_sub(1)).copied();
    let possible = done.iter().copied().filter(touches).count() >= wanted;
    let left = Spread::days((last - today).num_days(), (last - today).num_days());
    let missing = turn.stage.ends.first().map(|end| Missing::Date(end.event)).unwrap_or(Missing::Precision);
    let (state, margin) = match (enough, since) {
        (Some(_), _) => (State::Met, None),
        (None, _) if possible => (State::Unknown(Missing::Precision), None),
        (None, _) if today <= last => (State::Running, Some(left)),
        (None, Some(since)) if since <= last => (State::Overdue, Some(left)),
        (None, _) => (State::Unknown(missing), None),
    };
    Clock {
        of: Some(Of::Period { first, last }),
        due: Some(Due::on(last)),
        margin,
        ended: enough,
        proof: proof(None, enough),
        ..turn.clock(state)
    }
}

/// The first period that lies wholly after a day, or begins with it.
fn first_period(from: NaiveDate, per: Period) -> Option<NaiveDate> {
    let start = match per {
        Period::Month => from.with_day(1)?,
        Period::Year => from.with_day(1)?.with_month(1)?,
    };
    if start == from { Some(start) } else { next(start, per) }
}

fn next(from: NaiveDate, per: Period) -> Option<NaiveDate> {
    let months = match per {
        Period::Month => 1,
        Period::Year => 12,
    };
    from.checked_add_months(Months::new(months))
}
