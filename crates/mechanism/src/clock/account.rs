//! How a last day was counted: from which day, which days were left out and why.

use chrono::{FixedOffset, NaiveDate};

use super::count::Calendar;
use super::span::local_of;
use super::{Circumstances, Clock, Due};
use crate::procedure::{Effect, OwnDay, Rest, Table, Unit};

/// The count behind a last day or moment. Where the start is known in part, of its earliest day.
#[derive(Debug, Clone)]
pub struct Account<'a> {
    /// The day counted from: day 0.
    pub from: NaiveDate,
    /// The day on which the notice took effect, where that is another.
    pub effective: Option<NaiveDate>,
    /// The calendar, where it mattered.
    pub table: Option<&'a Table>,
    /// Saturdays and Sundays left out.
    pub weekly: usize,
    /// Other days left out, each with its reason.
    pub closed: Vec<(NaiveDate, Closed<'a>)>,
    /// Days that do not work between the last day as counted and the next that works.
    pub moved: Vec<(NaiveDate, Closed<'a>)>,
    /// The distance from Greenwich at the start and at the end, where it changed between them.
    pub clock_changed: Option<(FixedOffset, FixedOffset)>,
}

/// Why a day does not work.
#[derive(Debug, Clone, Copy)]
pub enum Closed<'a> {
    /// By the week.
    Weekly,
    /// By the law.
    ByLaw(Rest<'a>),
    /// The organisation says so.
    Own(&'a OwnDay),
}

impl<'a> Circumstances<'a> {
    /// The count behind a clock; none where nothing was counted forward from a start.
    #[must_use]
    pub fn account(&self, clock: &Clock<'a>) -> Option<Account<'a>> {
        let started = clock.started?;
        let limit = &clock.stage.limit;
        let calendar = Calendar::of(self.law, limit.calendar.as_deref(), self.own_days);
        let from = started.span.first_day();
        let mut account = Account {
            from,
            effective: None,
            table: None,
            weekly: 0,
            closed: Vec::new(),
            moved: Vec::new(),
            clock_changed: None,
        };
        if limit.direction.is_some() {
            return Some(account);
        }
        match clock.due? {
            Due::Moment { first, .. } => {
                let (minute, _) = started.span.minutes(self.law.zone());
                let begun = local_of(minute, started.span.offset, self.law.zone())?;
                let (before, after) = (*begun.offset(), *first.offset());
                account.clock_changed = (before != after).then_some((before, after));
            }
            Due::Day { first, .. } => {
                let effective = match clock.way.effect {
                    Effect::SameDay => None,
                    Effect::NextDay => from.succ_opt(),
                    Effect::NextWorkingDay => calendar.after(from),
                };
                account.effective = effective;
                let counted = effective.unwrap_or(from);
                if limit.unit == Unit::WorkingDays {
                    account.table = calendar.table;
                    for (day, closed) in closed(&calendar, counted.succ_opt()?, first) {
                        if matches!(closed, Closed::Weekly) {
                            account.weekly += 1;
                        } else {
                            account.closed.push((day, closed));
                        }
                    }
                }
                if let Some(Due::Day { first: extended, .. }) = clock.due_if_extended {
                    account.table = account.table.or(calendar.table.filter(|_| extended != first));
                    account.moved = closed(&calendar, first, extended).collect();
                }
            }
        }
        Some(account)
    }
}

/// The days from one to another, the last included, that do not work.
fn closed<'a>(
    calendar: &Calendar<'a>,
    from: NaiveDate,
    to: NaiveDate,
) -> impl Iterator<Item = (NaiveDate, Closed<'a>)> + use<'a> {
    let calendar = *calendar;
    let days = from.iter_days().take_while(move |day| *day <= to);
    days.filter_map(move |day| Some((day, calendar.why_closed(day)?)))
}

impl<'a> Calendar<'a> {
    fn why_closed(&self, day: NaiveDate) -> Option<Closed<'a>> {
        if self.works(day) {
            return None;
        }
        let by_law = self.table.and_then(|table| table.rest(day));
        match (by_law, self.closed(day)) {
            (Some(Rest::Weekly), _) => Some(Closed::Weekly),
            (Some(rest), _) => Some(Closed::ByLaw(rest)),
            (None, own) => own.map(Closed::Own),
        }
    }
}
