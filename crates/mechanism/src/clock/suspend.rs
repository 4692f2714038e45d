//! What an authority added to a term, and the time it stood still.

use chrono::{Days, NaiveDate};

use super::turn::Turn;
use super::{Dated, Due, Note};
use crate::procedure::{EventId, Limit, Unit};

/// The last day of a term if the time it stood still is not counted; none where it did not, or still does.
pub(super) fn if_suspended<'a>(
    turn: &Turn<'a, '_>,
    limit: &'a Limit,
    start: &'a Dated,
    due: Option<Due>,
    notes: &mut Vec<Note<'a>>,
) -> Option<Due> {
    let Due::Day { first, last } = due? else { return None };
    notes.extend(granted(turn).map(Note::Extended));
    let mut still = Vec::new();
    suspensions(turn, start, last, &mut still);
    notes.extend(still.iter().map(|(from, to)| Note::Suspended { from, to: *to }));
    if still.is_empty() { None } else { later(turn, limit, (first, last), &still) }
}

/// The extension that an authority told, if any.
pub(super) fn granted<'a>(turn: &Turn<'a, '_>) -> Option<&'a Dated> {
    named(turn, turn.seen.named.extended).last()
}

/// Events of this kind that are about the stage, or about none, and known on the day.
fn named<'a>(turn: &Turn<'a, '_>, event: Option<EventId>) -> impl Iterator<Item = &'a Dated> {
    let (stage, seen) = (turn.stage.id.as_str(), *turn.seen);
    let found = event.map(|event| turn.subject.of(event)).unwrap_or_default();
    found.iter().filter(move |dated| seen.knows(dated) && dated.about.get("stage").is_none_or(|about| about == stage))
}

/// Pairs of what stopped the term and what let it go on. By an authority's order only with its document (LFPA 28 §3); by a
/// request for missing data only if it was made in time (LFPA 17-A).
fn suspensions<'a>(
    turn: &Turn<'a, '_>,
    start: &Dated,
    due: NaiveDate,
    still: &mut Vec<(&'a Dated, Option<&'a Dated>)>,
) {
    for from in named(turn, turn.seen.named.suspended).filter(|dated| dated.proof && dated.span.first_day() <= due) {
        let resumed = named(turn, turn.seen.named.resumed).find(|to| to.span.first >= from.span.first);
        still.push((from, resumed));
    }
    if let Some(by) = &turn.stage.suspended_by {
        let calendar = turn.calendar(&by.within);
        let in_time = calendar.last_day(&by.within, start.span.first_day());
        let asked = turn.subject.of(by.request).iter();
        let asked = asked.filter(|asked| turn.seen.knows(asked));
        for from in asked.filter(|asked| in_time.is_none_or(|last| asked.span.last_day() <= last)) {
            let answered = turn.subject.of(by.answer).iter().filter(|to| turn.seen.knows(to));
            still.push((from, answered.into_iter().find(|to| to.span.first >= from.span.first)));
        }
    }
}

/// The last day moved on by the days that did not count; none while the term stands still.
fn later<'a>(
    turn: &Turn<'a, '_>,
    limit: &Limit,
    (first, last): (NaiveDate, NaiveDate),
    still: &[(&'a Dated, Option<&'a Dated>)],
) -> Option<Due> {
    let calendar = turn.calendar(limit);
    let mut added: u32 = 0;
    for (from, to) in still {
        let resumed = calendar.after((*to)?.span.last_day())?;
        let stood = from.span.first_day().iter_days().take_while(|day| *day < resumed);
        let stood = stood.filter(|day| limit.unit != Unit::WorkingDays || calendar.works(*day)).count();
        added = added.checked_add(u32::try_from(stood).unwrap_or(u32::MAX))?;
    }
    let move_on = |day: NaiveDate| match limit.unit {
        Unit::WorkingDays => calendar.forward(Unit::WorkingDays, added, day),
        _other => day.checked_add_days(Days::new(u64::from(added))),
    };
    Some(Due::Day { first: move_on(first)?, last: move_on(last)? })
}
