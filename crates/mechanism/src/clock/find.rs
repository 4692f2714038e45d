//! Which events start, end and stop a term.

use super::{Dated, Note};
use crate::clock::turn::Turn;
use crate::procedure::{Occurrence, Which};

/// How a term closed.
#[derive(Clone, Copy)]
pub(super) enum Close<'a> {
    /// It ended.
    Ended(&'a Dated),
    /// It may have ended: the date allows a later day than the one to judge by.
    Maybe(&'a Dated),
    /// The path ended first.
    Stopped(&'a Dated),
    /// It has not closed.
    Open,
}

impl<'a> Turn<'a, '_> {
    /// The events that start the term. Of an event that happens once only the earliest counts.
    pub(super) fn starts(&self, take: &mut dyn FnMut(&'a Dated)) -> bool {
        let own = self.group.filter(|(key, value)| self.candidates().any(|dated| says(dated, key, value)));
        let found = self.candidates().filter(|dated| own.is_none_or(|(key, value)| says(dated, key, value)));
        let mut last: Option<&'a Dated> = None;
        for dated in found {
            let before = last.replace(dated);
            // One decision may be told once for each of its measures.
            let again = before.is_some_and(|before| before.event == dated.event && before.span == dated.span);
            match self.stage.which {
                Which::Each if !again => take(dated),
                Which::First if before.is_none() => take(dated),
                Which::Each | Which::First | Which::Last => {}
            }
        }
        if let (Which::Last, Some(dated)) = (self.stage.which, last) {
            take(dated);
        }
        last.is_some()
    }

    fn candidates(&self) -> impl Iterator<Item = &'a Dated> {
        let turn = *self;
        let all: &'a [Occurrence] = match &self.way.start {
            Some(own) => std::slice::from_ref(own),
            None => &self.stage.starts,
        };
        all.iter().flat_map(move |occurrence| {
            let repeats = turn.seen.law.event_type(occurrence.event).is_some_and(|event| event.repeats);
            let known = turn.subject.of(occurrence.event).iter();
            let counted = known.filter(move |dated| turn.counts(occurrence, dated) && turn.seen.knows(dated));
            counted.take(if repeats { usize::MAX } else { 1 })
        })
    }

    /// How the term closed: the first end that is not before the start, unless the path ended before.
    pub(super) fn close(&self, start: &'a Dated, notes: &mut Vec<Note<'a>>) -> Close<'a> {
        let end = match &self.stage.every {
            Some((key, values)) => self.every(start, key, values),
            None => self.first_end(start, None),
        };
        if end.is_none()
            && let Some(early) = self.ends().find(|dated| dated.span.last < start.span.first)
        {
            notes.push(Note::TooEarly(early));
        }
        let stop = self.stop(start);
        match (end, stop) {
            (Some(end), Some(stop)) if stop.span.first < end.span.first => Close::Stopped(stop),
            (None, Some(stop)) => Close::Stopped(stop),
            (Some(end), _) if end.span.last_day() <= self.seen.as_of.date() => Close::Ended(end),
            (Some(end), _) => Close::Maybe(end),
            (None, None) => Close::Open,
        }
    }

    /// Every end known on the day, whatever its date.
    pub(super) fn ends(&self) -> impl Iterator<Item = &'a Dated> {
        let turn = *self;
        self.stage.ends.iter().flat_map(move |occurrence| {
            turn.subject
                .of(occurrence.event)
                .iter()
                .filter(move |dated| turn.counts(occurrence, dated) && turn.seen.knows(dated))
        })
    }

    fn first_end(&self, start: &'a Dated, with: Option<(&str, &str)>) -> Option<&'a Dated> {
        let fits = |dated: &&'a Dated| {
            dated.span.last >= start.span.first && with.is_none_or(|(key, value)| says(dated, key, value))
        };
        self.ends().filter(fits).min_by_key(|dated| (dated.span.first, dated.span.last))
    }

    /// The end that completes all values asked for.
    fn every(&self, start: &'a Dated, key: &str, values: &[String]) -> Option<&'a Dated> {
        let mut last: Option<&'a Dated> = None;
        for value in values {
            let one = self.first_end(start, Some((key, value)))?;
            last = last.filter(|last| last.span.last >= one.span.last).or(Some(one));
        }
        last
    }

    fn stop(&self, start: &'a Dated) -> Option<&'a Dated> {
        let stops = self.procedure.stopped_by.iter();
        let known = stops.filter(|stop| stop.unless.is_none_or(|unless| !self.seen.has(self.subject, unless)));
        let found = known.flat_map(|stop| self.subject.of(stop.event).iter().filter(|dated| self.counts(stop, dated)));
        found
            .filter(|dated| dated.span.first >= start.span.first && self.seen.knows(dated))
            .min_by_key(|dated| dated.span.first)
    }

    /// Whether an event counts: it is about the right thing, or says nothing of it and need not.
    pub(super) fn counts(&self, occurrence: &Occurrence, dated: &Dated) -> bool {
        let group = self.group;
        let own_key = |key: &str| self.stage.per.as_deref() == Some(key) && group.is_none();
        let about = occurrence.about.iter().all(|(key, values)| match dated.about.get(key) {
            Some(said) => values.is_empty() || values.contains(said),
            None => own_key(key) || !occurrence.must_say.contains(key),
        });
        let of_group = group.is_none_or(|(key, value)| match dated.about.get(key) {
            Some(said) => said == value,
            None => !occurrence.must_say.iter().any(|must| must == key),
        });
        about && of_group
    }
}

/// Whether an event says that it is about this.
fn says(dated: &Dated, key: &str, value: &str) -> bool {
    dated.about.get(key).is_some_and(|said| said == value)
}
