//! The last day or moment of a term, and what the day to judge by says of it.

use chrono::{Days, NaiveDate};

use super::count::Calendar;
use super::find::Close;
use super::span::{Span, local_of};
use super::turn::Turn;
use super::{Dated, Due, Missing, Note, Spread, State, suspend};
use crate::procedure::{Effect, Limit, Unit};

/// A start known less precisely than this many days decides nothing.
const WIDEST: i64 = 1100;

/// What was found of a term.
pub(super) struct Reckoned<'a> {
    pub(super) state: State<'a>,
    pub(super) due: Dues,
    pub(super) margin: Option<Spread>,
    pub(super) elapsed: Spread,
}

/// The last day as counted, as LFPA 29 would extend it, and with what an authority may add.
#[derive(Clone, Copy, Default)]
pub(super) struct Dues {
    pub(super) counted: Option<Due>,
    pub(super) extended: Option<Due>,
    pub(super) with_extension: Option<Due>,
}

/// The last day of a term by one of the days it may have started on.
struct OneDay {
    least: NaiveDate,
    most: NaiveDate,
    with_extension: Option<NaiveDate>,
}

/// Days from a first to a last.
#[derive(Clone, Copy)]
struct Range {
    first: NaiveDate,
    last: NaiveDate,
}

impl Range {
    fn and(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    const fn due(self) -> Due {
        Due::Day { first: self.first, last: self.last }
    }
}

impl Dues {
    const fn only(due: Due) -> Self {
        Self { counted: Some(due), extended: None, with_extension: None }
    }
}

/// Judges a term by its start and its close.
pub(super) fn judge<'a>(
    turn: &Turn<'a, '_>,
    limit: &'a Limit,
    (start, close): (&'a Dated, Close<'a>),
    notes: &mut Vec<Note<'a>>,
) -> Reckoned<'a> {
    let until = turn.until(close);
    let elapsed = turn.elapsed(limit.unit, &start.span, &until);
    if !limit.unit.binds() {
        let state = match close {
            Close::Stopped(stop) => State::Stopped(stop),
            Close::Ended(_) if limit.unit != Unit::Prohibition => State::Met,
            Close::Ended(_) | Close::Maybe(_) | Close::Open => State::Running,
        };
        return Reckoned { state, due: Dues::default(), margin: None, elapsed };
    }
    let reckoned = match limit.unit {
        Unit::Hours => turn.hours(limit, &start.span, &until),
        Unit::FixedDate => limit.date.map(|day| turn.fixed(Due::on(day), &until)),
        Unit::NextSession => turn.next_session(start, close, notes).map(|due| turn.fixed(due, &until)),
        _counted if limit.direction.is_some() => turn.backward(limit, start, close, notes),
        _counted => turn.days(limit, start, &until, notes),
    };
    let Some((due, margin)) = reckoned else {
        let missing = match (limit.unit, &limit.relative_to) {
            (Unit::NextSession, _) => turn.seen.named.session.map(Missing::Date),
            (_, Some(event)) => turn.seen.law.event(event).map(Missing::Date),
            (_, None) => None,
        };
        let state = State::Unknown(missing.unwrap_or(Missing::Precision));
        return Reckoned { state, due: Dues::default(), margin: None, elapsed };
    };
    Reckoned { state: decide(close, margin), due, margin: Some(margin), elapsed }
}

/// One state for the whole margin, or *unknown*.
fn decide<'a>(close: Close<'a>, margin: Spread) -> State<'a> {
    match close {
        Close::Stopped(stop) => State::Stopped(stop),
        Close::Maybe(_) => State::Unknown(Missing::Precision),
        Close::Ended(_) if margin.least >= 0 => State::Met,
        Close::Ended(_) if margin.most < 0 => State::Late,
        Close::Open if margin.least >= 0 => State::Running,
        Close::Open if margin.most < 0 => State::Overdue,
        Close::Ended(_) | Close::Open => State::Unknown(Missing::Precision),
    }
}

impl<'a> Turn<'a, '_> {
    /// The calendar a limit counts by.
    pub(super) fn calendar(&self, limit: &Limit) -> Calendar<'a> {
        Calendar::of(self.seen.law, limit.calendar.as_deref(), self.seen.own_days)
    }

    /// When the term closed, or the moment to judge by.
    fn until(&self, close: Close<'a>) -> Span {
        let now = self.seen.as_of;
        match close {
            // It closed within its date, or on none yet: nothing is later than the moment to judge by.
            Close::Ended(dated) | Close::Stopped(dated) | Close::Maybe(dated) => {
                Span { last: dated.span.last.min(now.local).max(dated.span.first), ..dated.span }
            }
            Close::Open => Span { first: now.local, last: now.local, offset: now.offset, doubtful: false },
        }
    }

    fn minutes(&self, span: &Span) -> (i64, i64) {
        span.minutes(self.seen.law.zone())
    }

    /// Time from the start to the close, never negative.
    fn elapsed(&self, unit: Unit, start: &Span, until: &Span) -> Spread {
        let precise = |span: &Span| span.last - span.first < chrono::TimeDelta::hours(23);
        if unit == Unit::Hours || (!unit.binds() && precise(start) && precise(until)) {
            let ((a, b), (c, d)) = (self.minutes(start), self.minutes(until));
            return Spread { least: (c - b).max(0), most: (d - a).max(0) };
        }
        let least = (until.first_day() - start.last_day()).num_days().max(0);
        Spread::days(least, (until.last_day() - start.first_day()).num_days().max(0))
    }

    fn hours(&self, limit: &Limit, start: &Span, until: &Span) -> Option<(Dues, Spread)> {
        let zone = self.seen.law.zone();
        let ((a, b), (c, d)) = (self.minutes(start), self.minutes(until));
        let length = i64::from(limit.value?) * 60;
        let due = |minute: i64| match self.way.working_hours_only {
            true => self.working_hours(minute, length, start),
            false => minute.checked_add(length),
        };
        let (first, last) = (due(a)?, due(b.min(d).max(a))?);
        let counted =
            Due::Moment { first: local_of(first, start.offset, zone)?, last: local_of(last, start.offset, zone)? };
        // An end is never before its start, so a start that may be late leaves no more than the whole length.
        let most = if self.way.working_hours_only { last - c } else { length - (c - b).max(0) };
        let margin = Spread { least: first - d, most };
        Some((Dues::only(counted), margin))
    }

    /// So many minutes after a minute, those of days that do not work left out.
    fn working_hours(&self, minute: i64, length: i64, start: &Span) -> Option<i64> {
        let calendar = Calendar::of(self.seen.law, Some("LAMP"), self.seen.own_days);
        let (mut at, mut left) = (minute, length);
        for _ in 0..400 {
            let local = local_of(at, start.offset, self.seen.law.zone())?;
            let midnight = local.date_naive().succ_opt()?.and_time(chrono::NaiveTime::MIN);
            let rest = (midnight - local.naive_local()).num_minutes();
            let works = calendar.works(local.date_naive());
            if works && rest >= left {
                return Some(at + left);
            }
            left -= if works { rest } else { 0 };
            at += rest;
        }
        None
    }

    fn fixed(&self, due: Due, until: &Span) -> (Dues, Spread) {
        let (first, last) = match due {
            Due::Day { first, last } => (first, last),
            Due::Moment { first, last } => (first.date_naive(), last.date_naive()),
        };
        let margin = Spread::days((first - until.last_day()).num_days(), (last - until.first_day()).num_days());
        (Dues::only(due), margin)
    }

    /// The day a term is counted from, once the notice has taken effect.
    pub(super) fn effective(&self, calendar: &Calendar<'a>, day: NaiveDate) -> Option<NaiveDate> {
        match self.way.effect {
            Effect::SameDay => Some(day),
            Effect::NextDay => day.succ_opt(),
            Effect::NextWorkingDay => calendar.after(day),
        }
    }

    fn days(
        &self,
        limit: &'a Limit,
        start: &'a Dated,
        until: &Span,
        notes: &mut Vec<Note<'a>>,
    ) -> Option<(Dues, Spread)> {
        let calendar = self.calendar(limit);
        let first = start.span.first_day();
        let last = start.span.last_day().min(until.last_day()).max(first);
        if (last - first).num_days() > WIDEST {
            return None;
        }
        let granted = suspend::granted(self);
        let mut all: Option<(Range, Option<Range>, Spread)> = None;
        for day in first.iter_days().take_while(|day| *day <= last) {
            let one = self.one_day(limit, granted, day)?;
            let closed = until.first_day().max(day);
            let margin = Spread::days((one.least - until.last_day()).num_days(), (one.most - closed).num_days());
            let range = Range { first: one.least, last: one.most };
            let added = one.with_extension.map(|day| Range { first: day, last: day });
            all = Some(all.map_or((range, added, margin), |(found, more, widest)| {
                (found.and(range), more.zip(added).map(|(more, added)| more.and(added)), widest.and(margin))
            }));
        }
        let (found, added, margin) = all?;
        let extended = Range { first: calendar.from(found.first)?, last: calendar.from(found.last)? };
        // Own days matter to every working day; of other terms, to a last day that moves on.
        if limit.unit == Unit::WorkingDays {
            calendar.notes(first.succ_opt()?, extended.last, notes);
        } else if extended.last != found.last {
            calendar.notes(found.last, extended.last, notes);
        }
        let dues = Dues {
            counted: Some(found.due()),
            extended: Some(extended.due()),
            with_extension: added.map(|added| added.due()),
        };
        Some((dues, margin))
    }

    /// The last day of a term that starts on a day.
    fn one_day(&self, limit: &'a Limit, granted: Option<&'a Dated>, day: NaiveDate) -> Option<OneDay> {
        let calendar = self.calendar(limit);
        let from = self.effective(&calendar, day)?;
        let most = calendar.last_day(limit, from)?;
        let least = limit.at_least.map_or(Some(most), |value| calendar.forward(limit.unit, value, from))?;
        let with_extension = limit.extension.as_deref().and_then(|more| self.calendar(more).last_day(more, most));
        match (granted, with_extension) {
            // Granted while the term ran, with its document: it is the term now.
            (Some(granted), Some(later)) if granted.proof && granted.span.last_day() <= most => {
                Some(OneDay { least: later, most: later, with_extension })
            }
            (_, _) => Some(OneDay { least, most, with_extension }),
        }
    }

    /// Counted back from a later event of the subject, or from a session of the Board.
    fn backward(
        &self,
        limit: &'a Limit,
        start: &'a Dated,
        close: Close<'a>,
        notes: &mut Vec<Note<'a>>,
    ) -> Option<(Dues, Spread)> {
        let calendar = self.calendar(limit);
        let event = self.seen.law.event(limit.relative_to.as_deref()?)?;
        let latest = |dated: &Dated| {
            let back = |day| calendar.back(limit, limit.exclude.is_some(), day);
            Some((back(dated.span.first_day())?, back(dated.span.last_day())?))
        };
        let own = self.subject.of(event).iter().find(|dated| dated.span.last >= start.span.first);
        let anchor = own.or_else(|| {
            let sessions = self.seen.institution?.of(event).iter();
            let mut fits = sessions.filter(|session| match close {
                Close::Ended(end) => session.span.last >= end.span.first,
                Close::Maybe(_) | Close::Stopped(_) | Close::Open => {
                    latest(session).is_some_and(|(_, last)| last >= start.span.first_day())
                }
            });
            fits.next()
        })?;
        if anchor.span.first > self.seen.as_of.local {
            notes.push(Note::Announced(anchor));
        }
        let (first, last) = latest(anchor)?;
        calendar.notes(first, anchor.span.last_day().checked_sub_days(Days::new(1))?, notes);
        Some(self.fixed(Due::Day { first, last }, &self.until(close)))
    }

    /// The first session of the Board after the start.
    fn next_session(&self, start: &'a Dated, _close: Close<'a>, notes: &mut Vec<Note<'a>>) -> Option<Due> {
        let event = self.seen.named.session?;
        let own = self.subject.of(event).iter();
        let others = self.seen.institution.map(|institution| institution.of(event)).unwrap_or_default().iter();
        let after = own.chain(others).filter(|session| session.span.last_day() > start.span.last_day());
        let session = after.min_by_key(|session| (session.span.first, session.span.last))?;
        if session.span.first > self.seen.as_of.local {
            notes.push(Note::Announced(session));
        }
        Some(Due::Day { first: session.span.first_day(), last: session.span.last_day() })
    }
}
